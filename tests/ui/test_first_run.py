"""The choices of the first run lead where they say, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import App
from ui.console.first_run import FirstRun
from ui.console.help.manual import ManualPage
from ui.sections import Sections

Choose = Callable[[FirstRun, int], None]


def by_key(first: FirstRun, number: int) -> None:
    focused = first.window().focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, str(number))


def by_mouse(first: FirstRun, number: int) -> None:
    button = (first.rehearse, first.new, first.look)[number - 1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def app(begin: Callable[[Path], App], tmp_path: Path, qtbot: QtBot) -> App:
    """The first start, on an empty library."""
    app = begin(tmp_path / "library" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: isinstance(app.screen, FirstRun))
    return app


def first_run(app: App) -> FirstRun:
    assert isinstance(app.screen, FirstRun)
    return app.screen


@pytest.mark.parametrize("choose", [by_key, by_mouse])
def test_the_first_choice_leads_a_rehearsal_that_nothing_is_kept_of(
    app: App, choose: Choose, qtbot: QtBot
) -> None:
    choose(first_run(app), 1)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    opened, own = app.shell.opened, app.shell.library
    assert opened is not None
    assert own is not None
    assert opened.live.library is not own
    assert opened.live.facts().workshop.rehearsal
    app.shell.leave_workshop()
    assert isinstance(app.screen, FirstRun)
    assert not own.has_workshops()


@pytest.mark.parametrize("choose", [by_key, by_mouse])
def test_the_second_choice_begins_a_workshop_to_prepare(
    app: App, choose: Choose, qtbot: QtBot
) -> None:
    choose(first_run(app), 2)
    qtbot.waitUntil(lambda: app.shell.preparation is not None)
    library = app.shell.library
    assert library is not None
    assert library.has_workshops()


@pytest.mark.parametrize("choose", [by_key, by_mouse])
def test_the_third_choice_shows_the_manual_over_the_list(app: App, choose: Choose) -> None:
    choose(first_run(app), 3)
    assert isinstance(app.window.covered_by, ManualPage)
    assert isinstance(app.screen, Sections)
    app.shell.help.close()
    assert isinstance(app.screen, Sections)


def press_ctrl_o(app: App, qtbot: QtBot) -> None:
    """The key, where the focus is; the dialog that opens is put away again."""
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = app.window.findChildren(QFileDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not app.window.findChildren(QFileDialog))


def test_a_file_is_chosen_with_ctrl_o_here_and_in_the_list(app: App, qtbot: QtBot) -> None:
    press_ctrl_o(app, qtbot)
    first_run(app).skip.click()
    contents = app.library_screen().contents
    assert contents is not None
    qtbot.waitUntil(lambda: contents.later is not None)
    press_ctrl_o(app, qtbot)
