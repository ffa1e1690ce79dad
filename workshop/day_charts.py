"""Day charts: frozen models of the charts of a whole workshop, for console, wall and files."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.theme import Theme
from workshop.charts import DistributionChart


@dataclass(frozen=True, slots=True)
class ProfileDot:
    """The score of one question of a row, as a mark that leads back to it."""

    question_id: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A session of the profile, or a theme: its score of `steps`, lowest and highest question.

    `score` None where nothing is known yet; `score_text` is then empty. `earlier` is its score
    last time, `change` the way from there in words; `dots` are its questions, in their order.
    """

    id: str
    theme: Theme
    second: bool
    name: str
    score: float | None
    score_text: str
    lowest: float | None
    highest: float | None
    basis: str
    earlier: float | None = None
    change: str = ""
    dots: tuple[ProfileDot, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileChart:
    """The profile: a dot and a range for each session or theme, in the agenda's order.

    `labels` are those of the scale. In a workshop that repeats an earlier one `then` is what last
    time is called and `now` what today is; `heads` stand over score and change, and `outline`
    says what the outlines are; else all these are empty. `description` is the whole chart in one
    sentence, for screen readers.
    """

    heading: str
    rows: tuple[ProfileRow, ...]
    labels: tuple[str, ...]
    foot: str
    ends: str = ""
    then: str = ""
    now: str = ""
    heads: tuple[str, str] = ("", "")
    outline: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What a team said to a question: its median and the number of answers behind it.

    `value` None where nobody answered, or where it is `hidden` because too few would be seen.
    `place` is where the median lies on the scale, from 0 to 1, for the colour. `text` is what
    stands in the cell: the median, "–" where nobody answered, empty where it is hidden.
    """

    value: float | None
    place: float | None
    text: str
    answers: int
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A question of the heat map: a cell for each team, and one for the whole room."""

    question_id: str
    theme: Theme
    second: bool
    session: str
    name: str
    cells: tuple[HeatCell, ...]
    whole: HeatCell


@dataclass(frozen=True, slots=True)
class HeatMapChart:
    """The medians of all questions by team. `ends` name both ends of the scale, lowest first.

    `foot` names the limit under which a team is not shown, and what an empty cell means.
    """

    heading: str
    teams: tuple[str, ...]
    whole: str
    rows: tuple[HeatRow, ...]
    ends: tuple[str, str]
    foot: str
    description: str


@dataclass(frozen=True, slots=True)
class SessionChartRow:
    """A question of a session's page: its last revealed round beside the one before.

    `score_text` is the agreed score, or empty where none was agreed; `outcome` says what became
    of it in words ("Agreed score", "Agreed to differ", "Median"). `detail` are camps, don't-knows
    or votes in words; `rounds` how many rounds there were, in words.
    """

    question_id: str
    number: int
    name: str
    text: str
    chart: DistributionChart
    score_text: str
    outcome: str
    word: str
    agreement: str
    detail: tuple[str, ...]
    rounds: str
    evidence: str


@dataclass(frozen=True, slots=True)
class SessionChart:
    """All revealed questions of a session in their order; bars share `unit_max`.

    `change` is what last time's score was, in words; empty without.
    """

    id: str
    theme: Theme
    second: bool
    name: str
    score_text: str
    change: str
    heading: str
    rows: tuple[SessionChartRow, ...]
    unit_max: int
    description: str


@dataclass(frozen=True, slots=True)
class DayCharts:
    """Every chart of a workshop, out of one snapshot; None or () where nothing is revealed.

    `themes` is None where each session has a theme of its own: it would say the same again.
    `heat_map` is None where there is one team, or none may be shown apart.
    """

    profile: ProfileChart | None
    themes: ProfileChart | None
    heat_map: HeatMapChart | None
    sessions: tuple[SessionChart, ...]
    source: str
    """Organisation, title, date and votes: what stands below a chart that leaves the house."""
