"""A workshop file opens elsewhere to the same scene, from every state of the state table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports import portable
from tests.days import Day, begin_day, room_framework, room_items
from tests.repeats import finished_day, repeated
from workshop.console_scene import ConsoleScene
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.portable_opening import open_workshop_file, votes_that_stayed
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
HELD_IN = (State.POSE, State.REVEAL, State.BREAK)
"""Where the wall is also shown blank, turned back and held."""


class Elsewhere:
    """Another laptop, which opens the file of a day and shows what it comes to."""

    def __init__(self, day: Day, folder: Path) -> None:
        self._day = day
        self._file = folder / "Day.flipchart"
        self._library = Library.open(folder / "elsewhere" / "flipchart.sqlite", clock=day.clock)

    def check(self) -> State:
        """Hold wall and console against those of the day; answers the state."""
        day, library = self._day, self._library
        portable.write(day.library.path, day.live.id, WORDS, self._file)
        there = LiveWorkshop(library, open_workshop_file(library, self._file, WORDS), WORDS)
        (wall, console), (its_wall, its_console) = day.live.both(), there.both()
        assert its_wall == wall
        assert without_who(day, its_console) == without_who(day, console)
        with library.writing() as writing:
            writing.connection.exec_driver_sql("DELETE FROM workshop")
        return day.state()

    def close(self) -> None:
        self._library.close()


def without_who(day: Day, console: ConsoleScene) -> ConsoleScene:
    """What the facilitator sees; who has voted in secret goes into no file, be it sealed."""
    asked = day.live.facts().round
    if asked is not None and asked.secret and day.state() is State.CLOSED:
        return replace(console, teams=())
    return console


def walked(day: Day, elsewhere: Elsewhere) -> set[State]:
    """Lead a day to its end, and look elsewhere wherever it comes for the first time."""
    seen: set[State] = set()
    for _ in range(200):
        if day.state() not in seen:
            seen.add(elsewhere.check())
            if day.state() in HELD_IN:
                seen |= held(day, elsewhere)
        if day.state() is State.FINISHED:
            return seen
        if day.state() is State.OPEN:
            day.vote_all(3)
        day.live.facilitation.next()
    raise AssertionError("the day never ended")


def held(day: Day, elsewhere: Elsewhere) -> set[State]:
    """What the wall shows instead: blank, turned back, a reveal taken back, a scene held."""
    facilitation, here = day.live.facilitation, day.state()
    facilitation.blank()
    seen = {elsewhere.check()}
    facilitation.next()
    day.live.hold()
    elsewhere.check()
    day.live.hold()
    facilitation.back()
    seen.add(elsewhere.check())
    while day.state() is not here:
        facilitation.next()
    return seen


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Day, Elsewhere]]:
    day: Day = {
        "open": lambda: begin_day(tmp_path, framework=room_framework(2), items=room_items()),
        "secret": lambda: begin_day(
            tmp_path, framework=room_framework(2), items=room_items(), ballot=Ballot.SECRET
        ),
        "again": lambda: repeated(finished_day(tmp_path)),
    }[request.param]()
    there = Elsewhere(day, tmp_path)
    yield day, there
    there.close()
    day.library.close()


ALL = set(State) - {State.REVIEW}


@pytest.mark.parametrize(
    ("elsewhere", "states"),
    [
        ("open", ALL),
        ("secret", ALL),
        ("again", {State.REVIEW, State.REVEAL}),
    ],
    indirect=["elsewhere"],
)
def test_the_file_opens_elsewhere_to_the_same_wall_and_console_from_every_state(
    elsewhere: tuple[Day, Elsewhere], states: set[State]
) -> None:
    day, there = elsewhere
    assert states <= walked(day, there)


def test_a_file_from_the_midst_of_an_open_vote_has_its_votes(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    there = Elsewhere(day, tmp_path)
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    assert there.check() is State.OPEN
    there.close()
    day.library.close()


def test_what_a_file_from_the_midst_of_a_secret_vote_lacks_is_said_at_both_ends(
    tmp_path: Path,
) -> None:
    day = begin_day(tmp_path / "here", ballot=Ballot.SECRET)
    day.reach(State.OPEN)
    path = tmp_path / "Day.flipchart"
    asked = day.live.facts().question
    assert asked is not None
    assert portable.write(day.library.path, day.live.id, WORDS, path).left_out == ()
    day.vote_all(4, 3)
    (said,) = portable.write(day.library.path, day.live.id, WORDS, path).left_out
    assert said.startswith(f"The secret vote on “{asked.short}” is open, and its votes stay")
    with Library.open(tmp_path / "there" / "flipchart.sqlite", clock=day.clock) as library:
        taken = open_workshop_file(library, path, WORDS)
        assert votes_that_stayed(library, taken) == (asked.short,)
    day.vote_all(4)
    day.live.facilitation.next()
    assert portable.write(day.library.path, day.live.id, WORDS, path).left_out == ()
    with Library.open(tmp_path / "later" / "flipchart.sqlite", clock=day.clock) as library:
        assert votes_that_stayed(library, open_workshop_file(library, path, WORDS)) == ()
    day.library.close()
