"""Console scene: what the facilitator may see now, as one frozen value.

Like the wall's scenes it has no place for a vote's value before the reveal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frameworks.theme import Theme
from workshop.charts import DistributionChart
from workshop.facts import ClosingFacts, ParkedFacts, TimerFace
from workshop.kinds import ItemKind, Step, Way
from workshop.practice import PRACTICE_ROUND
from workshop.profile_views import ViewChoice
from workshop.question_facts import NoteFacts, OutcomeFacts, TogetherFacts
from workshop.review_panel import ReviewLine
from workshop.scenes import Scene
from workshop.steps import State


class Standing(StrEnum):
    """Where a line of the rail stands."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class RailQuestion:
    """A question below the current session; `value` is its score or the state word."""

    id: str
    short: str
    value: str
    standing: Standing
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class RailItem:
    """A line of the rail; theme None for items that are not sessions."""

    id: str
    theme: Theme | None
    second: bool
    title: str
    value: str
    standing: Standing
    questions: tuple[RailQuestion, ...] = ()
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class DayClock:
    """Time against plan: spent and total as words, the likely finish, and how far behind.

    `late`: the likely finish passes the booking.
    """

    spent: str
    finish: str
    fraction: float
    behind: str
    late: bool


class SignIcon(StrEnum):
    """What stands before the words over the miniature."""

    HIDDEN = "hidden"
    SEEN = "seen"
    SCREEN = "screen"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Sign:
    """What the room sees, in words over the miniature; inverse when something is hidden."""

    text: str
    icon: SignIcon
    inverse: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the next key will do; `beside` says what is still open ('7 votes still out')."""

    label: str
    beside: str
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class TeamLine:
    """Votes in of one team, never values; `ways` in words ('6 phone, 2 hands')."""

    id: str
    name: str
    voted: int
    expected: int
    count: str
    ways: str


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A row of the tally: `hands` counted of `most` possible. group '' is the whole room.

    The numbers themselves are read only for the row that is being typed in.
    """

    group: str
    name: str
    others: str
    counted: int
    most: int
    count: str


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in 'This question so far'."""

    name: str
    result: str


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """An action proposed from the current question, in short."""

    id: str
    what: str
    beside: str


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """The question in work, as the centre of the console shows it.

    `reworded` says how it was asked last time, where that was in other words.
    """

    id: str
    theme: Theme | None
    second: bool
    session: str
    topic: str
    text: str
    short: str
    labels: tuple[str, ...]
    dont_know: bool
    prompts: tuple[str, ...]
    look_for: tuple[str, ...]
    notes: tuple[NoteFacts, ...]
    chart: DistributionChart | None
    vote_line: str
    offered: float | None
    outcome: OutcomeFacts | None
    so_far: tuple[RoundLine, ...]
    proposed: tuple[ProposedAction, ...]
    proposed_count: str
    reworded: str = ""

    @property
    def question_id(self) -> str | None:
        """What notes, thoughts and actions are kept at; None in practice, which keeps nothing."""
        return None if self.id == PRACTICE_ROUND else self.id


@dataclass(frozen=True, slots=True)
class WallTurn:
    """Who votes at the wall just now."""

    team_id: str
    name: str
    open: bool


@dataclass(frozen=True, slots=True)
class ConsoleScene:
    """Everything the run screen shows beside the miniature.

    `step` None outside a question; `steps_off` are switched off for this activity. `round_id` is
    the open round votes go into ('practice' for the practice vote), else None. `can_*` say which
    keys work at this moment. `heading` and `lead` fill the centre where there is no question.
    While the wall is held `held` says since when, and `coming` is what it would show. `together`
    is the page of questions revealed at once, `closing` the close, `review` the earlier actions,
    `views` what the profile can show.
    """

    title: str
    step: Step | None
    steps_off: tuple[Step, ...]
    rail: tuple[RailItem, ...]
    clock: DayClock
    sign: Sign
    next: NextStep
    undo: str
    redo: str
    heading: str
    lead: str
    question: QuestionCard | None
    round_id: str | None
    voting: bool
    votes: str
    votes_unit: str
    votes_fraction: float
    timer: TimerFace | None
    timer_caption: str
    teams: tuple[TeamLine, ...]
    tally: tuple[TallyRow, ...]
    whole_room: TallyRow | None
    turn: WallTurn | None
    parked: tuple[ParkedFacts, ...]
    parked_count: str
    owners: tuple[str, ...]
    due_offered: date
    blank: bool
    looking_back: bool
    rehearsal: str
    finished: bool
    can_blank: bool
    can_back: bool
    can_vote_again: bool
    can_touch: bool
    can_tally: bool
    can_add_time: bool
    can_skip: bool
    ways: frozenset[Way] = frozenset({Way.HANDS, Way.WALL, Way.PAPER})
    can_hold: bool = False
    can_apart: bool = False
    can_improvise: bool = False
    apart: bool = False
    held: str = ""
    coming: Scene | None = None
    state: State = State.LOBBY
    item_id: str | None = None
    item_kind: ItemKind | None = None
    secret: bool = False
    closing: ClosingFacts | None = None
    together: TogetherFacts | None = None
    review: tuple[ReviewLine, ...] = ()
    views: ViewChoice | None = None
