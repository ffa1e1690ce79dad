"""Fixtures of Prepare: a draft on its screen, empty or filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.prepare_room import Begin, PrepareRoom, begin_room
from workshop.new_team import NewTeam

THREE = (NewTeam("Front desk", 8), NewTeam("Nursing", 10), NewTeam("Back office", 6))


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Show a draft to be prepared."""
    begun: list[PrepareRoom] = []

    def begin(*, size: tuple[int, int] = (1440, 900), new: bool = False) -> PrepareRoom:
        begun.append(begin_room(qtbot, tmp_path, size=size, new=new))
        return begun[-1]

    yield begin
    QThreadPool.globalInstance().waitForDone()
    for room in begun:
        room.live.library.close()


@pytest.fixture
def room(begin: Begin) -> PrepareRoom:
    """A draft without teams, with the focus where the first is typed."""
    return begin()


@pytest.fixture
def filled(begin: Begin) -> PrepareRoom:
    """A draft with a title and three teams."""
    room = begin()
    room.live.preparing.describe(title="Service review")
    room.live.preparing.add_teams(THREE)
    room.screen.teams.add.setFocus()
    QApplication.processEvents()
    room.preparation.refresh()
    return room
