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
