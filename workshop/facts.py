"""Facts: what is known about a workshop just now, as frozen values that scenes are made of.

Before a round is revealed these values hold who voted and how many, never what: `RoundFacts.result`
is None until then, because the reading does not ask the library for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frameworks.theme import Theme
from workshop.scores import QuestionScore, Score, session_score
from workshop.tally import Distribution


class ItemKind(StrEnum):
    """The kinds of agenda item."""

    OPENING = "opening"
    REVIEW = "review"
    SESSION = "session"
    GROUP_WORK = "group_work"
    BREAK = "break"
    PROFILE = "profile"
    PRIORITIES = "priorities"
    ACTION_PLANNING = "action_planning"
    READ_BACK = "read_back"
    CLOSE = "close"


class Step(StrEnum):
    """Where the day stands within an agenda item; pose to act are the steps of a question."""

    LOBBY = "lobby"
    PURPOSE = "purpose"
    POSE = "pose"
    DISCUSS = "discuss"
    VOTE = "vote"
    REVEAL = "reveal"
    TALK = "talk"
    RECORD = "record"
    ACT = "act"
    FINISHED = "finished"


QUESTION_STEPS = (
    Step.POSE,
    Step.DISCUSS,
    Step.VOTE,
    Step.REVEAL,
    Step.TALK,
    Step.RECORD,
    Step.ACT,
)


class RoundState(StrEnum):
    """The states of a round; closed is a state of its own."""

    NOT_OPENED = "not_opened"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class Way(StrEnum):
    """How a vote came."""

    HANDS = "hands"
    WALL = "wall"
    PHONE = "phone"
    PAPER = "paper"
    FOR_SOMEONE = "for_someone"


class OutcomeKind(StrEnum):
    """How a question ended."""

    UNDECIDED = "undecided"
    AGREED = "agreed"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class TimerFace:
    """The running timer. All fields of TimerRecord; times in ms since 1970, lengths in seconds."""

    started_at: int
    planned_s: int
    added_s: int = 0
    paused_at: int | None = None
    paused_ms: int = 0

    @property
    def length_s(self) -> int:
        """Planned and added seconds together."""
        return self.planned_s + self.added_s

    def left_ms(self, now: int) -> int:
        """Milliseconds left at `now`; negative once the time is over."""
        until = self.paused_at if self.paused_at is not None else now
        return self.length_s * 1000 - (until - self.started_at - self.paused_ms)


@dataclass(frozen=True, slots=True)
class WorkshopFacts:
    """The workshop itself; `starts_at` in minutes after midnight."""

    id: str
    title: str
    organisation: str
    held_on: date
    starts_at: int
    language: str
    purpose: str
    promise: str
    ground_rules: tuple[str, ...]
    minimum_group: int
    framework: str
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class OutlineQuestion:
    """A question as the rail and the way back need it; `score` None until something is known.

    `counts`: its score counts in the session's (performance, on the pack's default scale).
    """

    id: str
    short: str
    skipped: bool
    revealed: bool
    outcome: OutcomeKind | None
    score: float | None
    counts: bool
    steps_off: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An agenda item; `second` marks a further session of the same theme (hollow shape)."""

    id: str
    kind: ItemKind
    title: str
    purpose: str
    minutes: int
    theme: Theme | None
    second: bool
    started_at: int | None
    ended_at: int | None
    questions: tuple[OutlineQuestion, ...] = ()

    @property
    def score(self) -> Score | None:
        """The session's score: only questions rated on the pack's default scale count."""
        return session_score(
            QuestionScore(question.score, None) for question in self.questions if question.counts
        )


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat that is present and votes; `voted`: its own vote is in the current round."""

    id: str
    name: str | None
    voted: bool


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team: its present voting seats, and how many votes are in by way (never which).

    `tallied` counts the team's hands and paper; `seats_all` counts every seat ever set up.
    """

    id: str
    name: str
    seats_all: int
    seats: tuple[SeatFacts, ...]
    by_way: tuple[tuple[Way, int], ...]
    tallied: int

    @property
    def expected(self) -> int:
        """Present voting seats."""
        return len(self.seats)

    @property
    def own(self) -> int:
        """Seats of the team with a vote of their own."""
        return sum(seat.voted for seat in self.seats)

    @property
    def voted(self) -> int:
        """Votes in: own ones and those tallied for the team."""
        return self.own + self.tallied


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """One round; `result` is None until it is revealed, `expected` frozen at its close."""

    id: str
    number: int
    state: RoundState
    votes_in: int
    expected: int
    result: Distribution | None


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """What was agreed; scores in points of the scale (half steps)."""

    kind: OutcomeKind
    score: float | None
    evidence: str
    low: float | None
    low_position: str
    high: float | None
    high_position: str
    finds_out: str
    finds_out_how: str
    finds_out_by: date | None
    off_wall: bool
    off_report: bool
    changed_at: int


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """A line written at a question."""

    id: str
    private: bool
    text: str
    off_wall: bool
    off_report: bool


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """One action with the place it came from."""

    id: str
    question_id: str | None
    what: str
    first_step: str
    owner: str
    owner_absent: bool
    due: date | None
    measure: str
    state: str
    off_wall: bool
    off_report: bool
    theme: Theme | None
    second: bool
    session: str
    short: str


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """The question in work: text, rounds so far (oldest first) and what became of it.

    `number` of `of` within its session, counting from 1.
    """

    id: str
    item_id: str
    short: str
    text: str
    number: int
    of: int
    scale_labels: tuple[str, ...]
    dont_know: bool
    look_for: tuple[str, ...]
    prompts: tuple[str, ...]
    rounds: tuple[RoundFacts, ...]
    outcome: OutcomeFacts | None
    notes: tuple[NoteFacts, ...]

    @property
    def revealed(self) -> RoundFacts | None:
        """The newest revealed round."""
        return next((r for r in reversed(self.rounds) if r.result is not None), None)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is at the wall; `open`: the targets are shown, else the hand-over."""

    team_id: str
    seat_id: str
    open: bool


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice vote: which seats voted and the hands by team ('' the room), never what."""

    seats: frozenset[str]
    hands: dict[str, int]
    open: bool

    @property
    def voted(self) -> int:
        """Votes in."""
        return len(self.seats) + sum(self.hands.values())


@dataclass(frozen=True, slots=True)
class ParkedFacts:
    """An entry of the parking lot."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One consistent reading of where the day is.

    `question` is the one in work, `shown` the one the wall shows when it is turned back.
    `whole_room` counts votes tallied without a team. `undo` and `redo` are act names with their
    values, as kept in the journal.
    """

    workshop: WorkshopFacts
    items: tuple[OutlineItem, ...]
    teams: tuple[TeamFacts, ...]
    whole_room: tuple[tuple[Way, int], ...]
    item_id: str | None
    step: Step
    page: int
    question: QuestionFacts | None
    round: RoundFacts | None
    practice: Practice | None
    turn: Turn | None
    timer: TimerFace | None
    blank: bool
    back: int
    shown: QuestionFacts | None
    reveal_taken_back: bool
    actions: tuple[ActionFacts, ...]
    parked: tuple[ParkedFacts, ...]
    undo: tuple[str, dict[str, object]] | None
    redo: tuple[str, dict[str, object]] | None
    started_at: int | None
    ended_at: int | None

    @property
    def item(self) -> OutlineItem | None:
        """The agenda item in work."""
        return next((item for item in self.items if item.id == self.item_id), None)

    @property
    def expected(self) -> int:
        """Present voting seats of the whole room."""
        return sum(team.expected for team in self.teams)
