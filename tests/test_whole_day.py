"""A whole day, led through the real windows by real keys and clicks, down to the PDF it leaves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.facilitator import KEY, KEYPAD, Facilitator
from workshop.kinds import OutcomeKind, Way
from workshop.snapshot import Snapshot
from workshop.steps import State
from workshop.words import Words

TEAMS = [("Front desk", 3), ("Nursing", 4)]
# Hands for 1 to 5 and don't know, by team; each question of the day takes the next pair.
NOBODY = [0] * 6
HANDS = [
    ([0, 0, 1, 2, 0, 0], [0, 1, 1, 2, 0, 0]),
    ([1, 1, 0, 0, 0, 1], [0, 0, 2, 2, 0, 0]),
    ([0, 0, 0, 0, 3, 0], [0, 0, 0, 1, 3, 0]),
    ([2, 1, 0, 0, 0, 0], [0, 0, 0, 2, 2, 0]),
]


@pytest.fixture
def facilitator(qtbot: QtBot, tmp_path: Path) -> Facilitator:
    return Facilitator(qtbot, tmp_path / "library" / "flipchart.sqlite")


def practise(room: Facilitator) -> None:
    """The opening with its practice vote, by hands."""
    room.reach(State.PRACTICE_OPEN)
    room.count_hands([[1, 1, 1, 0, 0, 0], [0, 0, 2, 2, 0, 0]])
    assert room.run.parts.side is not None, "the run screen is up"
    room.reach(State.SESSION)


def vote_mixed(room: Facilitator) -> None:
    """One team at the screen by touch and number pad, the other by hands."""
    room.press(KEY.Key_T)
    room.press(KEY.Key_Down)
    room.press(KEY.Key_Up)
    room.press(KEY.Key_Return)
    room.tap_hand_over()
    room.tap(4)
    room.press(KEY.Key_2, KEYPAD)
    room.wait(lambda: not room.projector.stage.pressing)
    room.press(KEY.Key_Insert, KEYPAD)  # NumLock off: 0, don't know
    room.wait(lambda: not room.projector.stage.pressing)
    room.press(KEY.Key_Escape)
    room.count_hands([NOBODY, [0, 1, 1, 2, 0, 0]])


def lead_question(room: Facilitator, number: int) -> None:
    """Pose to act, with an action and evidence now and then, and another round after the first."""
    room.reach(State.OPEN)
    if number == 0:
        vote_mixed(room)
    else:
        room.count_hands(HANDS[number % len(HANDS)])
    room.reach(State.REVEAL)
    if number == 0:
        room.press(KEY.Key_V)
        assert room.state is State.OPEN
        room.count_hands(HANDS[2])
        room.reach(State.REVEAL)
    room.reach(State.RECORD)
    room.press(KEY.Key_Space)
    if room.state is State.RECORD:
        room.press(KEY.Key_Space)
    assert room.state is State.ACT
    if number % 3 == 0:
        propose(room, number)


def propose(room: Facilitator, number: int) -> None:
    """Write an action by keyboard: what, first step, owner, due, how we will know."""
    room.press(KEY.Key_A)
    room.type(f"Do number {number}")
    room.press(KEY.Key_Tab)
    room.type("Write the rule on one card")
    room.press(KEY.Key_Tab)
    room.type(f"Owner {number}")
    room.press(KEY.Key_Tab)
    room.type("+3w")
    room.press(KEY.Key_Return)
    room.press(KEY.Key_Escape)


def lead_to_the_read_back(room: Facilitator) -> int:
    """Every question of every session; answers how many there were."""
    questions = 0
    while room.state is not State.READ_BACK:
        if room.state in (State.SESSION, State.ACT, State.BREAK, State.PROFILE):
            room.press(KEY.Key_Space)
        else:
            lead_question(room, questions)
            questions += 1
    return questions


def check_plan(pdf: Path, day: Snapshot) -> None:
    """Every number of the plan is the library's."""
    words = Words()
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    flat = " ".join(text.split())
    scores = [str(session.score.value) for session in day.sessions if session.score]
    assert len(scores) == len(day.sessions), "every session came to a score"
    assert re.findall(r"\b\d\.\d\b", flat)[: len(scores)] == scores
    for number, action in enumerate(day.actions, 1):
        assert action.due is not None, action.what
        assert f"{number} {action.what}" in flat
        assert action.owner in flat
        assert words.day(action.due, "short") in flat
        assert f"First: {action.first_step}" in flat
    assert f"{day.people} people in {len(day.teams)} teams" in flat


def test_a_day_from_the_first_start_to_the_plan_on_paper(
    facilitator: Facilitator, tmp_path: Path
) -> None:
    room = facilitator
    room.create("Service review", TEAMS)
    assert room.state is State.LOBBY
    practise(room)

    questions = lead_to_the_read_back(room)

    assert room.shell.opened is not None, "the workshop is led"
    live = room.shell.opened.live
    day = live.snapshot()
    assert questions == sum(len(session.questions) for session in day.sessions)
    assert len(day.actions) == -(-questions // 3)
    first = day.sessions[0].questions[0]
    assert [r.votes_in for r in first.rounds] == [7, 7]
    assert first.rounds[0].result is not None, "revealed"
    assert (first.rounds[0].result.counts, first.rounds[0].result.dont_know) == ((0, 2, 1, 3, 0), 1)
    every = [question for session in day.sessions for question in session.questions]
    assert all(question.score is not None for question in every)
    agreed = [q for q in every if q.outcome and q.outcome.kind is OutcomeKind.AGREED]
    assert agreed, "Space agrees on the offered score"

    room.reach(State.FINISHED)
    room.run.export_wanted.emit()
    room.choose_folder(tmp_path)
    plan = tmp_path / "Service review" / "Action plan.pdf"
    room.wait(plan.exists, seconds=180)
    check_plan(plan, live.snapshot())
    room.close()


def test_a_day_that_is_left_in_the_middle_comes_back_to_its_scene(
    facilitator: Facilitator, qtbot: QtBot
) -> None:
    room = facilitator
    room.create("Service review", TEAMS)
    practise(room)
    room.reach(State.OPEN)
    room.count_hands([[0, 0, 3, 0, 0, 0], NOBODY])
    assert room.shell.opened is not None, "the workshop is led"
    assert room.shell.library is not None, "the library is open"
    path, shown = room.shell.library.path, room.shell.opened.live.scene()
    room.close()

    again = Facilitator(qtbot, path)
    again.wait(lambda: again.shell.opened is not None)
    assert again.shell.opened is not None, "straight back into the workshop"

    assert again.shell.opened.live.scene() == shown
    facts = again.shell.opened.live.facts()
    assert facts.teams[0].by_way == ((Way.HANDS, 3),)

    again.press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert again.state is State.DISCUSS
    again.close()
