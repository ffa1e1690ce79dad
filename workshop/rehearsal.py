"""Rehearsal: a whole day with simulated seats that vote through the same door as real ones."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workshop.console_scene import ConsoleScene, QuestionCard
from workshop.creation import NewTeam, NewWorkshop
from workshop.facts import Facts
from workshop.kinds import Presence
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft, Positions
from workshop.practice import PRACTICE_ROUND
from workshop.simulated_room import SimulatedRoom
from workshop.steps import Act, State, day_state
from workshop.words import Words, mark

FEWEST_SEATS, MOST_SEATS = 3, 500
STARTS_AT = 9 * 60
STEP_MS = 45_000
PATIENCE_S = 60.0
"""How long a simulated facilitator waits for votes; the slowest do not get in."""

TITLE = mark("Service review, rehearsal")
ORGANISATION = mark("Harbour Street Clinic")
TEAMS = ((mark("Front desk"), 8), (mark("Nursing"), 10), (mark("Back office"), 6))

EVIDENCE = (
    mark("Calls about wrong bills are now returned the same day."),
    mark("Three teams do it, each in its own way."),
    mark("We did it in spring and let it slide over the summer."),
    mark("Nobody could name an example from the last month."),
    mark("The list hangs at the desk, and it is kept up."),
)
ACTIONS = (
    (mark("Ring people back the same day, with one name"), mark("Write the rule on one card")),
    (mark("One handover sheet shared by all teams"), mark("Draft it with two colleagues")),
    (mark("Name a service champion in each team"), mark("Each team asks for one volunteer")),
    (mark("Show the waiting time in the lobby"), mark("Measure it for one week")),
    (mark("An hour a month at the desk for each director"), mark("Put four dates in the diary")),
    (mark("Let colleagues choose a monthly thank-you"), mark("Ask three what they value")),
)
PLAN_GOES_TO = mark("everyone here, and the owners")
CLOSING_WORDS = (mark("clear"), mark("long"), mark("honest"), mark("hopeful"))
OWNERS = (
    mark("Practice manager"),
    mark("Senior nurse"),
    mark("Front desk lead"),
    mark("IT coordinator"),
    "",
)
MEASURES = (
    mark("9 in 10 called before 18:00"),
    mark("Complaints closed the same day: half to three quarters"),
    mark("Three named, met twice by the end of the quarter"),
)
PARKED = (mark("Parking charges annoy visitors"), mark("Night line at weekends"))
LOW_POSITION = mark("Those who call late wait longest: nobody is there after 16:00.")
HIGH_POSITION = mark("At the desk everyone gets the same time and the same care.")
FINDS_OUT = mark("Operations lead")
FINDS_OUT_HOW = mark("counts the calls of two weeks")


class RehearsalClock:
    """A clock that stands still until it is moved on; ms since 1970."""

    def __init__(self, day: date) -> None:
        start = datetime(day.year, day.month, day.day) + timedelta(minutes=STARTS_AT)
        self._now = int(start.timestamp() * 1000)

    def __call__(self) -> int:
        return self._now

    def move_on(self, milliseconds: int) -> None:
        """Let time pass."""
        self._now += milliseconds


def sample_workshop(day: date, seats: int, words: Words) -> NewWorkshop:
    """The workshop of a rehearsal: three teams that share `seats` as the sample day's do."""
    whole = sum(size for _, size in TEAMS)
    sizes = [max(1, seats * size // whole) for _, size in TEAMS]
    sizes[1] += max(0, seats - sum(sizes))
    teams = tuple(
        NewTeam(words.say(name), size) for (name, _), size in zip(TEAMS, sizes, strict=True)
    )
    return NewWorkshop(
        title=words.say(TITLE),
        organisation=words.say(ORGANISATION),
        held_on=day,
        starts_at=STARTS_AT,
        teams=teams,
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rehearsal is: `done` of `of` questions."""

    done: int
    of: int


class Rehearsal:
    """Plays a workshop from the lobby to its end; the same seed plays the same day."""

    def __init__(self, live: LiveWorkshop, seed: int, clock: RehearsalClock | None = None) -> None:
        self._live = live
        self._words = live.words
        self._random = random.Random(seed)
        self._room = SimulatedRoom(live, seed)
        self._clock = clock
        self._revoted: set[str] = set()
        self._written: set[str] = set()

    def play(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Play the day to its end; answers how many steps it took."""
        steps = 0
        while True:
            wall_and_console = self._live.both()
            console = wall_and_console[1]
            if progress is not None:
                progress(_progress(self._live.facts()))
            self._before_next(console)
            if self._live.facilitation.next() is Act.NOTHING:
                return steps
            self._pass_time()
            steps += 1

    def _before_next(self, console: ConsoleScene) -> None:
        facts = self._live.facts()
        if console.round_id is not None:
            self._vote(console.round_id, facts)
            return
        question = console.question
        here = day_state(facts)
        if here is State.CLOSING:
            self._close(facts)
            return
        if question is None or question.id == PRACTICE_ROUND:
            return
        if here is State.TALK and self._wants_another_round(question):
            self._revoted.add(question.id)
            self._live.facilitation.vote_again()
            again = self._live.console()
            if again.round_id is not None:
                self._vote(again.round_id, self._live.facts(), calmer=True)
        elif here is State.RECORD and question.id not in self._written:
            self._written.add(question.id)
            self._record(question)
        elif here is State.ACT and self._random.random() < 0.5:
            self._propose(question)

    def _wants_another_round(self, question: QuestionCard) -> bool:
        once = question.id not in self._revoted
        return once and question.offered is None and self._random.random() < 0.6

    def _vote(self, round_id: str, facts: Facts, *, calmer: bool = False) -> None:
        """Let the room vote; who is too slow does not get in, and the last team raises hands."""
        for leaver in self._room.begin(round_id, facts, calmer=calmer):
            self._live.attendance.mark(leaver.seat_id, Presence.GONE)
        self._room.come(PATIENCE_S)
        if len(facts.teams) > 1:
            team = self._live.facts().teams[-1]
            self._live.voting.put_tally(round_id, team.id, self._room.hands(team))

    def _record(self, question: QuestionCard) -> None:
        planning = self._live.planning
        if question.offered is None:
            steps = len(question.labels)
            planning.differ(
                question.id,
                Positions(
                    low=min(2, steps - 1),
                    low_position=self._words.say(LOW_POSITION),
                    high=max(2, steps - 1),
                    high_position=self._words.say(HIGH_POSITION),
                    finds_out=self._words.say(FINDS_OUT),
                    finds_out_how=self._words.say(FINDS_OUT_HOW),
                    finds_out_by=self._due(),
                ),
            )
        else:
            planning.write_evidence(question.id, self._words.say(self._random.choice(EVIDENCE)))
        if self._random.random() < 0.15:
            planning.park(self._words.say(self._random.choice(PARKED)), question.id)

    def _propose(self, question: QuestionCard) -> None:
        what, first = self._random.choice(ACTIONS)
        owner = self._words.say(self._random.choice(OWNERS))
        draft = ActionDraft(
            what=self._words.say(what),
            first_step=self._words.say(first),
            owner=owner,
            due=self._due() if owner else None,
            measure=self._words.say(self._random.choice(MEASURES)),
        )
        action = self._live.planning.propose(draft, question.id)
        if owner:
            self._live.planning.agree_action(action)

    def _close(self, facts: Facts) -> None:
        hands = Counter(min(5, max(1, round(self._random.gauss(4.1, 0.8)))) for _ in facts.seats)
        self._live.closing.put_hands(hands)
        for word in CLOSING_WORDS:
            self._live.closing.add_word(self._words.say(word))
        self._live.closing.write(
            review_on=facts.workshop.held_on + timedelta(weeks=12),
            plan_goes_to=self._words.say(PLAN_GOES_TO),
        )

    def _due(self) -> date:
        weeks = self._random.choice((2, 3, 4, 6, 8))
        return self._live.facts(whole=False).workshop.held_on + timedelta(weeks=weeks)

    def _pass_time(self) -> None:
        if self._clock is not None:
            self._clock.move_on(STEP_MS)


def _progress(facts: Facts) -> Progress:
    questions = [question for item in facts.items for question in item.questions]
    return Progress(sum(question.revealed for question in questions), len(questions))
