"""Looking back: the wall turns through the scenes shown so far, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import Day, begin_day
from workshop.looking_back import Shows, stations
from workshop.planning import Positions
from workshop.scenes import DifferScene, QuestionScene, RevealScene, SessionScene
from workshop.steps import State


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def way(day: Day) -> list[Shows]:
    return [station.shows for station in stations(day.live.facts())]


def turned(day: Day) -> list[str]:
    """The scenes from the present one back to the first."""
    names = [day.scene_name()]
    for _ in way(day)[1:]:
        day.live.facilitation.back()
        names.append(day.scene_name())
    return names


def test_nothing_stands_before_the_welcome(day: Day) -> None:
    assert way(day) == [Shows.PRESENT]


def test_the_wall_turns_back_through_a_question_to_the_opening(day: Day) -> None:
    day.reach(State.ACT)
    assert turned(day) == [
        "AgreedScene", "RevealScene", "QuestionScene", "SessionScene", "OpeningScene",
    ]  # fmt: skip
    day.live.facilitation.back()
    assert day.scene_name() == "OpeningScene"


def test_a_question_that_was_never_revealed_is_not_among_them(day: Day) -> None:
    day.reach(State.POSE)
    day.live.facilitation.skip()
    assert turned(day) == ["QuestionScene", "SessionScene", "OpeningScene"]


def test_an_earlier_question_shows_its_own_result_and_outcome(day: Day) -> None:
    day.reach(State.RECORD)
    asked = day.live.facts().question
    assert asked is not None
    day.live.planning.differ(asked.id, Positions(2, "low", 4, "high"))
    for _ in range(2):
        day.live.facilitation.next()
    assert day.state() is State.POSE
    assert way(day)[-4:] == [Shows.QUESTION, Shows.RESULT, Shows.OUTCOME, Shows.PRESENT]
    shown = []
    for _ in range(4):
        day.live.facilitation.back()
        shown.append(day.live.scene().scene)
    differ, reveal, posed, session = shown
    assert isinstance(differ, DifferScene)
    assert isinstance(reveal, RevealScene)
    assert isinstance(posed, QuestionScene)
    assert isinstance(session, SessionScene)
    assert differ.question == reveal.question == posed.text == asked.text
    assert posed.votes is None


def test_a_second_vote_lets_the_first_result_be_shown_again(day: Day) -> None:
    day.reach(State.TALK)
    first = day.live.scene()
    day.live.facilitation.vote_again()
    day.vote_all(5)
    day.live.facilitation.back()
    assert day.live.scene() == first
    day.live.facilitation.next()
    assert day.state() is State.OPEN


def test_looking_back_changes_no_row_but_the_walls(day: Day) -> None:
    day.reach(State.POSE)
    before = day.live.facts()
    day.live.facilitation.back()
    now = day.live.facts()
    assert (now.step, now.question, now.round, now.undo) == (
        before.step, before.question, before.round, before.undo,
    )  # fmt: skip


@pytest.mark.parametrize("state", [State.REVEAL, State.TALK])
def test_what_did_not_move_the_day_is_undone_behind_a_reveal_that_is_taken_back(
    day: Day, state: State
) -> None:
    day.reach(state)
    day.live.planning.park("Where do the forms go?")
    day.live.facilitation.back()
    hidden = day.live.scene()
    day.live.facilitation.undo()
    assert (day.state(), day.live.scene()) == (State.TAKEN_BACK, hidden)
    day.live.facilitation.redo()
    assert (day.state(), day.live.scene()) == (State.TAKEN_BACK, hidden)


def test_an_undone_reveal_is_taken_back_no_longer(day: Day) -> None:
    day.reach(State.REVEAL)
    day.live.facilitation.back()
    day.live.facilitation.undo()
    assert day.state() is State.CLOSED
    day.live.facilitation.redo()
    assert day.state() is State.REVEAL


def test_teams_stay_apart_over_an_undo_that_did_not_move_the_day(day: Day) -> None:
    day.reach(State.REVEAL)
    day.live.planning.park("Where do the forms go?")
    day.live.facilitation.apart()
    shown = day.live.scene()
    day.live.facilitation.undo()
    assert day.live.scene() == shown


def test_the_wall_stays_at_the_scene_it_is_turned_back_to_though_the_way_grows_shorter(
    day: Day,
) -> None:
    day.reach(State.RECORD)
    day.live.facilitation.next()  # agrees on the offered score
    for _ in range(2):
        day.live.facilitation.back()
    posed = day.live.scene()
    assert way(day)[-3:] == [Shows.QUESTION, Shows.RESULT, Shows.PRESENT]
    day.live.facilitation.undo()
    assert way(day)[-2:] == [Shows.QUESTION, Shows.PRESENT]
    assert day.live.scene() == posed
    day.live.facilitation.redo()
    day.live.facilitation.next()
    day.live.facilitation.back()
    assert isinstance(day.live.scene().scene, RevealScene)
    day.live.facilitation.undo()  # nothing is agreed on: the present shows the result itself
    assert day.state() is State.RECORD
    assert isinstance(day.live.scene().scene, RevealScene)
