"""A day through the real windows, from Prepare to the folder: open and secret, files read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exports.kinds import NAMES, RESULTS
from tests.exports.truth.written import check, check_portable
from tests.facilitator import CONTROL, KEY, Facilitator
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.steps import State

TITLE = "Service review"
TEAMS = [("Front desk", 5), ("Nursing", 6)]
HANDS = (
    ([0, 1, 2, 2, 0, 0], [0, 1, 1, 3, 0, 1]),
    ([3, 1, 0, 0, 0, 1], [0, 0, 2, 2, 2, 0]),
    ([0, 0, 0, 0, 5, 0], [0, 0, 0, 3, 3, 0]),
)
PRACTICE = 1
"""The first vote is for practice, and is never kept."""
SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("ballot", list(Ballot))
def test_a_day_ends_in_the_right_files(ballot: Ballot, qtbot: QtBot, tmp_path: Path) -> None:
    room = Facilitator(qtbot, tmp_path / "library" / "flipchart.sqlite")
    prepare(room, ballot)
    assert room.shell.opened is not None, "the workshop is led"
    live = room.shell.opened.live
    lead(room)
    (tmp_path / "out").mkdir()
    room.press(KEY.Key_S, SHIFT)
    room.choose_folder(tmp_path / "out")
    folder = tmp_path / "out" / TITLE
    room.qtbot.waitUntil(folder.exists, timeout=60_000)  # a chart alone is three files

    found = {each.name for each in folder.iterdir()}
    assert found == {"".join(NAMES[kind]) for kind in RESULTS}
    check(live.library, live.id, folder)
    with Library.open(tmp_path / "elsewhere" / "flipchart.sqlite") as elsewhere:
        check_portable(live.library, live.id, folder, elsewhere)
    facts = live.snapshot()
    rounds = [each for s in facts.sessions for q in s.questions for each in q.rounds]
    assert rounds
    assert {each.secret for each in rounds} == {ballot is Ballot.SECRET}
    room.close()


def prepare(room: Facilitator, ballot: Ballot) -> None:
    """Title, teams and ballot on the Prepare screen, and then to the lobby."""
    room.press(KEY.Key_N, CONTROL)
    room.wait(lambda: room.shell.preparation is not None)
    room.type(TITLE)
    room.press(KEY.Key_Return, CONTROL)  # the panel of the day closes: to the first team
    for name, people in TEAMS:
        room.type(name)
        room.press(KEY.Key_Return)
        room.type(str(people))
        room.press(KEY.Key_Return)
    if ballot is Ballot.SECRET:
        room.prepare.votes.ballot.choose(1)
    room.press(KEY.Key_Return, CONTROL)
    room.wait(lambda: room.shell.opened is not None)


def lead(room: Facilitator) -> None:
    """The first session by hands, with actions; the others are skipped, and then to the end."""
    voted = 0
    while room.state is not State.FINISHED:
        if room.state in (State.OPEN, State.PRACTICE_OPEN):
            room.count_hands(HANDS[voted % len(HANDS)])
            voted += 1
            room.press(KEY.Key_Space)
            propose(room, voted)
        elif room.state is State.SESSION and voted > PRACTICE:
            room.press(KEY.Key_S)
        else:
            room.press(KEY.Key_Space)


def propose(room: Facilitator, number: int) -> None:
    """An action now and then, by keyboard."""
    if number % 2:
        return
    room.press(KEY.Key_A)
    room.type(f"Do number {number}")
    room.press(KEY.Key_Return)
    room.press(KEY.Key_Escape)
