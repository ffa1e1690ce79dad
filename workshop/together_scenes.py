"""Together scenes: several questions at once, and the teams of one question side by side."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.charts import DistributionChart
from workshop.scene_header import Header


@dataclass(frozen=True, slots=True)
class TogetherRow:
    """A question of the reveal page; `detail` are camps, don't-knows or votes in words.

    `text` is empty where the rows are too many for it. `picked` says the talk's place ('1').
    `before` is the median of the earlier workshop, in a repeat ("was 4").
    """

    name: str
    text: str
    chart: DistributionChart
    median: str
    word: str
    detail: str
    agreement: str
    picked: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class TogetherScene:
    """All questions of an activity revealed at once, sorted; bars of all pages share `unit_max`.

    `place` is "Page 1 of 2", empty with one page; `key` changes with every reveal. `heads` stand
    over the names (how they are sorted), the medians, the words, the agreement and the picks.
    """

    header: Header
    heading: str
    rows: tuple[TogetherRow, ...]
    unit_max: int
    place: str
    foot: str
    key: str
    heads: tuple[str, str, str, str, str] = ("", "", "", "", "")


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """An item of a checklist: how many said yes, partly, no and don't know, of all seats.

    `counts` are they in words, `aside` what no part of the bar says ("1 don’t know").
    """

    name: str
    yes: int
    partly: int
    no: int
    dont_know: int
    counts: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistScene:
    """The checklist as it was answered, sorted as in the pack; a bar is `seats` wide."""

    header: Header
    heading: str
    rows: tuple[ChecklistRow, ...]
    legend: tuple[str, str, str]
    seats: int
    place: str
    foot: str
    key: str


@dataclass(frozen=True, slots=True)
class CollectedScene:
    """All questions of an activity were voted on, nothing is revealed: how many votes are in."""

    header: Header
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class TeamChart:
    """One team's votes; bars of all teams share one unit. `chart` has no word of its own."""

    name: str
    chart: DistributionChart
    median: str
    votes: str


@dataclass(frozen=True, slots=True)
class TeamsApartScene:
    """The teams of the last revealed round side by side; hidden ones do not appear at all.

    `rest` are those hidden, together, where they may be shown; `foot` names the limit.
    """

    header: Header
    heading: str
    teams: tuple[TeamChart, ...]
    rest: TeamChart | None
    unit_max: int
    prompt: str
    foot: str
    place: str
