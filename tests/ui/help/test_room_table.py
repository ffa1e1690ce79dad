"""What the room sees when: the manual's table, held to the state table and to real days."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import Day, begin_day, begin_profile_day, room_framework, room_items
from tests.repeats import finished_day, repeated
from tests.test_state_table import ROWS
from ui.help.room_table import LINES, RoomLine
from workshop import charts, profile_scenes, scenes, tally, together_scenes
from workshop.kinds import Ballot
from workshop.profile_views import View
from workshop.scenes import TouchScene
from workshop.steps import State

BY_STATE = {state: line for line in LINES for state in line.states}
BEFORE = "the scene before"
VALUES = {charts.DistributionChart, tally.Distribution}
NO_RESULT_BEFORE = {State.LOBBY, State.OPENING, State.PRACTICE_OPEN, State.PRACTICE_CLOSED,
                    State.SESSION, State.POSE, State.DISCUSS, State.OPEN, State.CLOSED,
                    State.COLLECTED}  # fmt: skip


def scene_class(name: str) -> type:
    """The scene of that name."""
    for module in (scenes, profile_scenes, together_scenes):
        if name in vars(module):
            found: type = vars(module)[name]
            return found
    raise AssertionError(f"no scene is called {name}")


def reachable(kind: object) -> set[type]:
    """All dataclasses that a value of this type can hold, itself among them."""
    found: set[type] = set()
    ahead = [kind]
    while ahead:
        here = ahead.pop()
        ahead += typing.get_args(here)
        if isinstance(here, type) and dataclasses.is_dataclass(here) and here not in found:
            found.add(here)
            ahead += typing.get_type_hints(here).values()
    return found


def look(day: Day) -> None:
    """Hold what the wall shows now to the line of the state."""
    line = BY_STATE[day.state()]
    assert day.scene_name() in line.scenes, day.state()


@pytest.fixture
def open_day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def test_every_state_of_a_day_stands_in_one_line() -> None:
    named = [state for line in LINES for state in line.states]
    assert sorted(named) == sorted(State)


def test_every_scene_of_the_state_table_is_told_for_its_state() -> None:
    told = 0
    for _, _, after, shown in ROWS:
        for state in after.split(" or "):
            if state in set(State):
                line = BY_STATE[State(state)]
                named = {name.removesuffix(" that") for name in shown.split(" or ")}
                assert named <= set(line.scenes), (state, shown)
                told += 1
    assert told > len(State)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.states[0].value)
def test_a_line_names_scenes_that_there_are_and_no_value_before_the_reveal(line: RoomLine) -> None:
    assert line.values is not bool(set(line.states) & NO_RESULT_BEFORE)
    for name in line.scenes:
        if name != BEFORE:
            held = reachable(scene_class(name))
            assert line.values or not held & VALUES, name


def test_a_day_with_everything_shows_what_the_manual_says(tmp_path: Path) -> None:
    day = begin_day(tmp_path, framework=room_framework(), items=room_items())
    seen = set()
    for _ in range(200):
        if day.state() is State.OPEN:
            day.vote_all(3)
        seen.add(day.state())
        look(day)
        if day.state() is State.FINISHED:
            break
        day.live.facilitation.next()
    assert seen >= set(State) - {State.BLANK, State.LOOKING_BACK, State.TAKEN_BACK, State.REVIEW}
    day.library.close()


def test_a_repeated_day_and_the_views_of_its_profile_show_what_the_manual_says(
    tmp_path: Path,
) -> None:
    earlier = finished_day(tmp_path)
    again = repeated(earlier)
    again.reach(State.REVIEW)
    look(again)
    earlier.library.close()
    (tmp_path / "profile").mkdir()
    day = begin_profile_day(tmp_path / "profile")
    day.reach(State.PROFILE)
    for view in (View.SESSIONS, View.RADAR, View.TEAMS):
        day.live.viewing.choose(view)
        look(day)
    day.library.close()


def test_the_wall_held_back_shows_what_the_manual_says(open_day: Day) -> None:
    day = open_day
    day.reach(State.REVEAL)
    day.live.facilitation.apart()
    look(day)
    day.live.facilitation.apart()
    day.live.facilitation.back()
    assert day.state() is State.TAKEN_BACK
    look(day)
    before = day.live.scene()
    day.live.facilitation.blank()
    look(day)
    day.live.facilitation.blank()
    assert day.live.scene() == before
    assert BY_STATE[State.LOOKING_BACK].scenes == (BEFORE,)


@pytest.mark.parametrize("ballot", list(Ballot))
def test_neither_wall_nor_console_depends_on_an_answer_while_the_table_says_so(
    tmp_path: Path, ballot: Ballot
) -> None:
    day = begin_day(tmp_path, ballot=ballot)
    assert not BY_STATE[State.OPEN].values
    assert not BY_STATE[State.CLOSED].values
    day.reach(State.DISCUSS)
    day.live.facilitation.next()
    seen = set()
    for answer in (1, 5):
        day.vote_all(answer)
        seen.add((day.live.scene(), repr(day.live.console())))
    assert len(seen) == 1
    if ballot is Ballot.OPEN:
        closed = set()
        for answer in (1, 5):
            day.vote_all(answer)
            day.live.facilitation.next()
            assert day.state() is State.CLOSED
            closed.add((day.live.scene(), repr(day.live.console())))
            day.live.facilitation.undo()
        assert len(closed) == 1
    day.library.close()


def test_a_vote_at_the_wall_shows_what_the_manual_says(open_day: Day) -> None:
    day = open_day
    day.reach(State.DISCUSS)
    day.live.facilitation.next()
    day.live.turns.call()
    look(day)
    day.live.turns.open()
    look(day)
    assert isinstance(day.live.scene().scene, TouchScene)
