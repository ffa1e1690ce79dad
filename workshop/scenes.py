"""Scenes: what the room may see, as frozen values; every word on the wall is one of theirs.

A scene before the reveal has no field that a vote's value could sit in.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.theme import Theme
from workshop.charts import DistributionChart
from workshop.facts import TimerFace


@dataclass(frozen=True, slots=True)
class Header:
    """The line at the top: shape and session left, the topic beside it, the place right.

    `theme` None (practice vote, read-back) draws no shape and speaks in ink.
    """

    theme: Theme | None
    second: bool
    session: str
    topic: str
    place: str


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
    """A session begins: its shape, purpose and questions by their short names (up to eight)."""

    theme: Theme
    second: bool
    title: str
    purpose: str
    count: str
    minutes: str
    shorts: tuple[str, ...]
    foot: str


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
    """A seat votes at the wall: `labels` of the steps, then don't know where it is offered."""

    header: Header
    name: str
    turn: str
    question: str
    labels: tuple[str, ...]
    dont_know: str
    instruction: str
    following: str


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
    | FinishedScene
)


@dataclass(frozen=True, slots=True)
class Wall:
    """The whole wall: a scene, and the band at the top edge that marks a rehearsal ('' else)."""

    scene: Scene
    band: str = ""
