"""A second laptop goes on with a day from its copy, chosen in the list of workshops."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.days import begin_day
from tests.ui.conftest import App
from ui.console.first_run import FirstRun
from ui.sections import Sections
from workshop.copies import write_copy
from workshop.steps import State


def choose(qtbot: QtBot, app: App, path: Path) -> None:
    """Press the button and answer the dialog by typing the path."""
    assert isinstance(app.screen, FirstRun)
    app.screen.skip.click()
    app.library_screen().copy.click()
    (dialog,) = app.window.findChildren(QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(str(path))
    name.returnPressed.emit()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_day_of_a_copy_goes_on_in_the_window(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    day = begin_day(tmp_path / "first laptop")
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    (tmp_path / "stick").mkdir()
    copy = write_copy(day.library.path, day.live.id, tmp_path / "stick", "Day")
    wall = day.live.scene()
    day.library.close()

    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    choose(qtbot, app, copy)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    assert app.shell.opened is not None
    assert app.shell.opened.live.scene() == wall


def test_a_copy_that_cannot_be_opened_is_said_and_another_offered(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear all")
    app = begin(tmp_path / "laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    choose(qtbot, app, letter)
    qtbot.waitUntil(lambda: app.shell.notices.current is not None)
    notice = app.shell.notices.current
    assert notice is not None
    assert notice.cause == "The copy was not opened."
    assert "is not a Flipchart library" in notice.safe
    assert notice.action == "Choose another copy"
    assert isinstance(app.screen, Sections)
