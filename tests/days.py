"""Days: a small real workshop in a real file, and its states by name, for tests of a whole day."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from frameworks.model import (
    Activity,
    ActivityKind,
    Framework,
    Pace,
    Question,
    Scale,
    Session,
    Source,
)
from frameworks.theme import Theme
from workshop.clock import Clock
from workshop.creation import NewItem, NewTeam, NewWorkshop, create_workshop
from workshop.kinds import Ballot, ItemKind, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State, day_state, state
from workshop.voting import CastVote, Vote
from workshop.words import Words

NINE = 1_767_258_000_000
DAY = date(2026, 1, 1)
LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")


@dataclass
class HandClock:
    """A clock that moves when it is told to; ms since 1970."""

    moment: int = NINE

    def __call__(self) -> int:
        return self.moment


def small_framework(
    sessions: int = 2, questions: int = 2, labels: Sequence[str] = LABELS
) -> Framework:
    """A framework of a few sessions with a few questions each."""
    themes = list(Theme)
    return Framework(
        id="small",
        version="1.0",
        language="en",
        title="A small framework",
        summary="",
        minimum_group=3,
        sources=(Source("own", "Our own", "Us"),),
        scale=Scale(tuple(labels)),
        sessions=tuple(
            Session(
                id=f"s{n}",
                title=themes[n % 5].value.capitalize(),
                theme=themes[n % 5],
                minutes=30,
                purpose="Where we stand.",
                activities=(
                    Activity(
                        id="rate",
                        kind=ActivityKind.RATE,
                        questions=tuple(
                            Question(f"q{q}", f"Short {n}.{q}", f"Question {n}.{q}?", ("own",))
                            for q in range(questions)
                        ),
                    ),
                ),
            )
            for n in range(sessions)
        ),
    )


def room_framework(together: int = 9) -> Framework:
    """Two sessions: one that votes through all its questions together, one question by question."""
    plain = small_framework()
    first, second = plain.sessions
    questions = tuple(
        Question(f"t{q}", f"Together {q}", f"Together question {q}?", ("own",))
        for q in range(together)
    )
    activity = replace(first.activities[0], questions=questions, pace=Pace.TOGETHER)
    return replace(plain, sessions=(replace(first, activities=(activity,)), second))


def room_items() -> tuple[NewItem, ...]:
    """What a day has beside its sessions, one of each kind."""
    return (
        NewItem(ItemKind.GROUP_WORK, "Group work", 20, 1, "Draw the way of a complaint."),
        NewItem(ItemKind.BREAK, "Break", 15, 1),
        NewItem(ItemKind.PROFILE, "Where we stand", 10, 2),
        NewItem(ItemKind.ACTION_PLANNING, "Actions", 20, 2),
        NewItem(ItemKind.CLOSE, "Close", 10, 2),
    )


@dataclass
class Day:
    """A workshop being led in a test: the live workshop, and what a test asks of it often."""

    library: Library
    live: LiveWorkshop
    clock: HandClock = field(default_factory=HandClock)

    def reach(self, wanted: State, *, votes: int | None = None) -> None:
        """Press next until the day is in this state, with `votes` in every round (None: all)."""
        for _ in range(200):
            facts = self.live.facts()
            if day_state(facts) is wanted:
                return
            if day_state(facts) is State.OPEN:
                self.vote_all(3, votes)
            self.live.facilitation.next()
        raise AssertionError(f"never came to {wanted}")

    def seats(self) -> list[str]:
        """The ids of all present voting seats, team by team."""
        return [seat.id for team in self.live.facts(whole=False).teams for seat in team.seats]

    def vote_all(self, answer: int, count: int | None = None) -> None:
        """Every seat, or the first `count`, gives this answer."""
        facts = self.live.facts(whole=False)
        assert facts.round is not None, "a round to vote in"
        seats = self.seats()[:count]
        self.cast(*((facts.round.id, seat, answer) for seat in seats))

    def cast(self, *votes: tuple[str, str, int]) -> tuple[CastVote, ...]:
        """Cast (round, seat, answer) at the wall."""
        return self.live.voting.cast([Vote(*vote, Way.WALL) for vote in votes])

    def state(self) -> State:
        """The state as the keys see it."""
        return state(self.live.facts())

    def scene_name(self) -> str:
        """The kind of scene on the wall."""
        return type(self.live.scene().scene).__name__


def new_library(path: Path, clock: Clock) -> Library:
    """An empty library in a new file at `path`: a copy of one that was made once for all tests.

    To make its tables takes longer than most tests that need them.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(_empty_library())
    return Library.open(path, clock=clock)


@functools.cache
def _empty_library() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "flipchart.sqlite"
        Library.open(path).close()
        return path.read_bytes()


def begin_day(
    folder: Path,
    *,
    framework: Framework | None = None,
    teams: Sequence[NewTeam] = (NewTeam("Front desk", 3), NewTeam("Nursing", 4)),
    items: Sequence[NewItem] = (),
    ballot: Ballot = Ballot.OPEN,
) -> Day:
    """A new workshop in a new library in `folder`."""
    clock = HandClock()
    library = new_library(folder / "flipchart.sqlite", clock)
    return another_day(library, clock, framework=framework, teams=teams, items=items, ballot=ballot)


def another_day(
    library: Library,
    clock: HandClock,
    *,
    framework: Framework | None = None,
    teams: Sequence[NewTeam] = (NewTeam("Front desk", 3), NewTeam("Nursing", 4)),
    items: Sequence[NewItem] = (),
    ballot: Ballot = Ballot.OPEN,
) -> Day:
    """A new workshop in a library that is there."""
    words = Words()
    new = NewWorkshop(
        "Service review",
        "Harbour Street Clinic",
        DAY,
        9 * 60,
        tuple(teams),
        items=tuple(items),
        ballot=ballot,
    )
    workshop_id = create_workshop(library, framework or small_framework(), new, words)
    return Day(library, LiveWorkshop(library, workshop_id, words), clock)


def begin_profile_day(
    folder: Path,
    *,
    sessions: int = 3,
    questions: int = 3,
    teams: Sequence[NewTeam] = (NewTeam("Front desk", 3), NewTeam("Nursing", 4)),
    ballot: Ballot = Ballot.OPEN,
) -> Day:
    """A new workshop with a profile behind its sessions, each of which votes together."""
    plain = small_framework(sessions, questions)
    framework = replace(
        plain,
        sessions=tuple(
            replace(each, activities=(replace(each.activities[0], pace=Pace.TOGETHER),))
            for each in plain.sessions
        ),
    )
    profile = NewItem(ItemKind.PROFILE, "Where we stand", 10, sessions)
    return begin_day(folder, framework=framework, teams=teams, items=(profile,), ballot=ballot)
