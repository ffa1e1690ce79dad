"""From the library to the check of the room, on to the workshop, and back; what is put away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.days import another_day, begin_day
from tests.ui.conftest import App
from ui.console.library.next_card import NextCard
from ui.room_check import RoomCheck
from ui.sections import Sections

Begin = Callable[[Path], App]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    day = begin_day(tmp_path)
    another_day(day.library, day.clock)
    day.library.close()
    return day.library.path


def checking(app: App) -> RoomCheck:
    assert app.shell.check is not None
    return app.shell.check


def is_checking(app: App) -> bool:
    return app.shell.check is not None


def begin_check(app: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(app.window.findChildren(NextCard)))
    app.window.findChildren(NextCard)[0].check.click()
    qtbot.waitUntil(lambda: app.screen is checking(app).page)


def test_the_next_workshops_room_is_tested_and_the_workshop_opened(
    begin: Begin, path: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    begin_check(app, qtbot)
    check = checking(app)
    qtbot.waitUntil(check.projector.isVisible)
    check.page.open.click()
    opened = app.shell.opened
    assert not is_checking(app)
    assert opened is not None
    opened.screen.check_wanted.emit()  # and from its lobby back to the check
    assert checking(app).page.isVisible()


def test_the_check_is_left_for_the_library(begin: Begin, path: Path, qtbot: QtBot) -> None:
    app = begin(path)
    begin_check(app, qtbot)
    checking(app).page.back.click()
    assert not is_checking(app)
    assert isinstance(app.screen, Sections)


def test_the_window_can_be_closed_during_the_check(begin: Begin, path: Path, qtbot: QtBot) -> None:
    app = begin(path)
    begin_check(app, qtbot)
    app.close()
    assert not is_checking(app)
