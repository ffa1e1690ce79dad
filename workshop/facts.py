"""Facts: what is known about a workshop just now, as frozen values that scenes are made of.

Before a round is revealed these values hold who voted and how many, never what (see
`question_facts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frameworks.model import Pace
from frameworks.theme import Theme
from workshop.asked_facts import AskedFacts, TeamResult
from workshop.kinds import (
    ActionStatus,
    Ballot,
    ItemKind,
    OutcomeKind,
    Presence,
    Role,
    Step,
    Voter,
    Way,
)
from workshop.question_facts import QuestionFacts, RoundFacts, TogetherFacts
from workshop.scores import QuestionScore, Score, session_score


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
        """Milliseconds left at `now`; negative once the time is over.

        Never more than the whole length, also where the machine's clock was set back meanwhile.
        """
        until = self.paused_at if self.paused_at is not None else now
        return self.length_s * 1000 - max(0, until - self.started_at - self.paused_ms)


@dataclass(frozen=True, slots=True)
class WorkshopFacts:
    """The workshop itself; `starts_at` in minutes after midnight.

    `ways` are those that are offered; a vote for someone is possible in all. `target` is from
    where a score counts as high, in steps (None: the scale's own line). `earlier_` name the
    workshop that this one repeats; `room_tested_at` is in ms since 1970.
    """

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
    ballot: Ballot = Ballot.OPEN
    voter: Voter = Voter.PERSON
    ends_at: int | None = None
    review_on: date | None = None
    plan_goes_to: str = ""
    who_answers: str = ""
    scale_labels: tuple[str, ...] = ()
    place: str = ""
    ways: frozenset[Way] = frozenset({Way.WALL, Way.HANDS, Way.PAPER})
    target: float | None = None
    framework_id: str = ""
    framework_version: str = ""
    earlier_id: str | None = None
    earlier_title: str = ""
    earlier_on: date | None = None
    room_tested_at: int | None = None

    def target_on(self, labels: tuple[str, ...]) -> float | None:
        """The target of a question on this scale: it is meant for the workshop's own."""
        return self.target if labels == self.scale_labels else None


@dataclass(frozen=True, slots=True)
class OutlineQuestion:
    """A question as the rail and the way back need it; `score` None until something is known.

    `counts`: its score counts in the session's (performance, on the pack's default scale).
    `kind` is its activity's (`rate` or `checklist`); `voted`: a round of it was closed.
    """

    id: str
    short: str
    skipped: bool
    revealed: bool
    outcome: OutcomeKind | None
    score: float | None
    counts: bool
    steps_off: tuple[Step, ...] = ()
    activity_id: str = ""
    kind: str = "rate"
    pace: Pace = Pace.EACH
    must: bool = True
    picked: bool = False
    voted: bool = False


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
    tasks: tuple[str, ...] = ()
    remark: str = ""
    must: bool = True
    left_out: bool = False
    earlier_score: float | None = None

    @property
    def score(self) -> Score | None:
        """The session's score: only questions rated on the pack's default scale count."""
        return session_score(
            QuestionScore(question.score, None) for question in self.questions if question.counts
        )


@dataclass(frozen=True, slots=True)
class SeatFacts:
    """A seat; `voted`: its own vote is in the current round."""

    id: str
    name: str | None
    voted: bool
    presence: Presence = Presence.PRESENT
    role: Role = Role.VOTING

    @property
    def counts(self) -> bool:
        """Whether "of 24" counts it: present and voting, or with its vote in the round."""
        return self.voted or (self.role is Role.VOTING and self.presence is Presence.PRESENT)


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team: the seats that count now, and how many votes are in by way (never which).

    `tallied` counts the team's hands and paper; `everyone` are all its seats, also those that
    are late, gone or observe. In a secret round `by_way` is empty.
    """

    id: str
    name: str
    seats: tuple[SeatFacts, ...]
    by_way: tuple[tuple[Way, int], ...]
    tallied: int
    everyone: tuple[SeatFacts, ...] = ()

    @property
    def expected(self) -> int:
        """Seats that count now."""
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
class ActionFacts:
    """One action with the place it came from; `status` is how far it has come since."""

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
    status: ActionStatus = ActionStatus.NOT_STARTED


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """An earlier action that was open, as it is now; `off_report`: kept out of that report."""

    id: str
    what: str
    owner: str
    due: date | None
    measure: str
    theme: Theme | None
    second: bool
    session: str
    short: str
    status: ActionStatus
    reviewed: bool
    off_report: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is at the wall; `open`: the targets are shown, else the hand-over."""

    team_id: str
    seat_id: str
    open: bool
    pad: bool = False


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """The close: hands for each answer from 1 to 5, and the words said as (id, text)."""

    counts: tuple[int, ...]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HeldWall:
    """The wall is held since a moment (ms), at a scene as plain values (see `kept_scene`)."""

    since: int
    scene: dict[str, object]


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
    In the review `page` is the place of the action in work among `review`, from 0; in the profile
    view and page (see `profile_views`), and `asked` is there, what every question came to.
    `together` is there while an activity's votes are collected or revealed at once, `closing` in
    the close. `apart` is the page of the teams apart, from 1 (0: not shown), `team_results` what
    may then be shown. `whole_room` counts votes tallied without a team. `undo` and `redo` are act
    names with their values, as kept in the journal.
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
    together: TogetherFacts | None = None
    apart: int = 0
    team_results: tuple[TeamResult, ...] = ()
    closing: ClosingFacts | None = None
    held: HeldWall | None = None
    review: tuple[ReviewFacts, ...] = ()
    asked: tuple[AskedFacts, ...] = ()

    @property
    def item(self) -> OutlineItem | None:
        """The agenda item in work."""
        return next((item for item in self.items if item.id == self.item_id), None)

    @property
    def seats(self) -> tuple[SeatFacts, ...]:
        """The seats of the whole room that count now."""
        return tuple(seat for team in self.teams for seat in team.seats)

    @property
    def expected(self) -> int:
        """Present voting seats of the whole room."""
        return sum(team.expected for team in self.teams)
