"""Scenes: what the room may see, as frozen values; every word on the wall is one of theirs.

A scene before the reveal has no field that a vote's value could sit in.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.theme import Theme
from workshop.charts import DistributionChart
from workshop.day_charts import ProfileRow
from workshop.facts import TimerFace
from workshop.kinds import ActionStatus
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.scene_header import Header
from workshop.together_scenes import (
    ChecklistScene,
    CollectedScene,
    TeamsApartScene,
    TogetherScene,
)


@dataclass(frozen=True, slots=True)
class StripPart:
    """A part of the agenda strip; its width follows `minutes`. theme None: a break's thin line."""

    theme: Theme | None
    second: bool
    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class VotesIn:
    """How many votes are in: `voted` of `expected`, with `unit` as words ('of 24 votes in')."""

    voted: int
    expected: int
    unit: str


@dataclass(frozen=True, slots=True)
class BlankScene:
    """Nothing: the wall in its paper colour."""


@dataclass(frozen=True, slots=True)
class LobbyScene:
    """Before the day: who meets, what for, when. `teams` are (name, seats in words)."""

    organisation: str
    title: str
    starts: str
    heading: str
    teams: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class OpeningScene:
    """Why we are here, and how we work today."""

    title: str
    until: str
    purpose_heading: str
    purpose: str
    promise: str
    rules_heading: str
    rules: tuple[str, ...]
    strip: tuple[StripPart, ...]


@dataclass(frozen=True, slots=True)
class SessionScene:
    """A session begins: its shape, purpose and questions by their short names (up to eight).

    `earlier_score` is what it came to last time ('' where nothing is known), `earlier_rank` where
    that stood among the others.
    """

    theme: Theme
    second: bool
    title: str
    purpose: str
    count: str
    minutes: str
    shorts: tuple[str, ...]
    foot: str
    earlier_heading: str = ""
    earlier_score: str = ""
    earlier_rank: str = ""


@dataclass(frozen=True, slots=True)
class QuestionScene:
    """A question posed, discussed, voted on or closed; `practice` draws it in ink.

    `notice` is the line beside the votes once the vote is closed; `hint` stands below a practice
    question; `dont_know` is its words at the foot, where they are shown.
    """

    header: Header
    text: str
    labels: tuple[str, ...]
    practice: bool = False
    hint: str = ""
    dont_know: str = ""
    votes: VotesIn | None = None
    timer: TimerFace | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class HandOverScene:
    """Next at the screen: nothing of the scale is shown until the target is tapped."""

    header: Header
    heading: str
    above: str
    name: str
    target: str
    votes: str


@dataclass(frozen=True, slots=True)
class TouchScene:
    """A seat votes at the wall: `labels` of the steps, then don't know where it is offered.

    `pad`: the number pad votes, and the targets only say which key is which (secret ballots).
    """

    header: Header
    name: str
    turn: str
    question: str
    labels: tuple[str, ...]
    dont_know: str
    instruction: str
    following: str
    pad: bool = False


@dataclass(frozen=True, slots=True)
class PracticeRevealScene:
    """After the practice vote: only how many were in."""

    header: Header
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class RevealScene:
    """What the room said: the chart, and one prompt for the talk.

    `key` changes with every reveal, so that the painter knows when bars rise anew.
    """

    header: Header
    question: str
    chart: DistributionChart
    prompt: str
    key: str


@dataclass(frozen=True, slots=True)
class AgreedScene:
    """The agreed score with its evidence, and what the vote had been."""

    header: Header
    question: str
    score: str
    caption: str
    label: str
    evidence_heading: str
    evidence: str
    vote: str


@dataclass(frozen=True, slots=True)
class Position:
    """One of two positions kept side by side."""

    score: str
    camp: str
    text: str


@dataclass(frozen=True, slots=True)
class DifferScene:
    """Agreed to differ: both positions, the lower score left."""

    header: Header
    question: str
    heading: str
    low: Position
    high: Position
    finds_out_heading: str
    finds_out: str


@dataclass(frozen=True, slots=True)
class ReadBackRow:
    """An action as it is read back."""

    number: int
    what: str
    theme: Theme | None
    second: bool
    origin: str
    due: str
    owner: str
    measure: str


@dataclass(frozen=True, slots=True)
class ReadBackScene:
    """The actions, five a page; `heads` are the three column heads. No rows: `empty` says so."""

    heading: str
    range: str
    heads: tuple[str, str, str]
    rows: tuple[ReadBackRow, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An action of the earlier workshop: `status` as a glyph is drawn, `said` in words."""

    what: str
    theme: Theme | None
    second: bool
    origin: str
    owner: str
    due: str
    status: ActionStatus
    said: str
    now: bool


@dataclass(frozen=True, slots=True)
class ReviewScene:
    """What became of the earlier workshop's actions, five a page; `now` is the one in work."""

    heading: str
    range: str
    heads: tuple[str, str, str]
    rows: tuple[ReviewRow, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class TableSeat:
    """A table of group work and who sits there."""

    name: str
    who: str


@dataclass(frozen=True, slots=True)
class GroupWorkScene:
    """A task for groups, at most three numbered steps, and the time until all come back.

    `timer` None before it begins; `back` is "Back together at 11:05"; `over` what takes the
    timer's place at zero.
    """

    heading: str
    task: str
    steps: tuple[str, ...]
    tables: tuple[TableSeat, ...]
    timer: TimerFace | None
    back: str
    over: str


@dataclass(frozen=True, slots=True)
class BreakScene:
    """A break: when it goes on, what comes then, and one line from the facilitator.

    `timer` feeds the fuse only; there is never a countdown.
    """

    heading: str
    back: str
    following_theme: Theme | None
    following_second: bool
    following: str
    remark: str
    timer: TimerFace | None
    workshop: str = ""


@dataclass(frozen=True, slots=True)
class ProfileScene:
    """The profile so far: a dot and a range for each session, eight a page.

    In a workshop that repeats an earlier one `then` is what last time is called and `now` what
    today is; `ends` says how the scale reads, `heads` stand over score and change, and `outline`
    says what the outlines are. Else all that follows `topic` is empty.
    """

    heading: str
    rows: tuple[ProfileRow, ...]
    labels: tuple[str, ...]
    foot: str
    title: str = ""
    topic: str = ""
    ends: str = ""
    then: str = ""
    now: str = ""
    heads: tuple[str, str] = ("", "")
    outline: str = ""


@dataclass(frozen=True, slots=True)
class ClosingScene:
    """The close: was it worth the time, one word, and three facts for afterwards.

    `counts` of the answers 1 to 5 are None until the facilitator shows them.
    """

    heading: str
    question: str
    labels: tuple[str, ...]
    counts: tuple[int, ...] | None
    votes: str
    words_heading: str
    words: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CheckCardScene:
    """For the check before the day: sizes that name themselves, shapes, greys and a frame."""

    heading: str
    sizes: tuple[tuple[int, str], ...]
    foot: str


@dataclass(frozen=True, slots=True)
class FinishedScene:
    """The day is over."""

    organisation: str
    title: str
    heading: str
    text: str


Scene = (
    BlankScene
    | LobbyScene
    | OpeningScene
    | SessionScene
    | QuestionScene
    | HandOverScene
    | TouchScene
    | PracticeRevealScene
    | RevealScene
    | AgreedScene
    | DifferScene
    | ReadBackScene
    | ReviewScene
    | GroupWorkScene
    | BreakScene
    | ProfileScene
    | RadarScene
    | HeatMapScene
    | TogetherScene
    | ChecklistScene
    | CollectedScene
    | TeamsApartScene
    | ClosingScene
    | CheckCardScene
    | FinishedScene
)


@dataclass(frozen=True, slots=True)
class Wall:
    """The whole wall: a scene, and the band at the top edge that marks a rehearsal ('' else)."""

    scene: Scene
    band: str = ""
