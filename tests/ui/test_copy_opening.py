"""A second laptop goes on with a day from its copy or its file: chosen, dropped or started with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from exports import portable
from main import workshop_file
from tests.days import Day, begin_day
from tests.ui.conftest import App
from ui.console.first_run import FirstRun
from ui.sections import Sections
from workshop.copies import write_copy
from workshop.kinds import Ballot
from workshop.scenes import Wall
from workshop.steps import State
from workshop.words import Words

COPY, BUTTON, KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier


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
    assert notice.cause == "The file was not opened."
    assert "is not a Flipchart library" in notice.safe
    assert notice.action == "Choose another file"
    assert isinstance(app.screen, Sections)


def test_why_a_file_was_not_opened_goes_with_the_screen_and_once_another_is_tried(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    path, day, _ = written(tmp_path)
    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    bar = app.window.notices
    for name in ("first", "second"):
        letter = tmp_path / f"{name}.flipchart"
        letter.write_text("Dear all")
        assert drop(app, letter)
        assert bar.isHidden()
        qtbot.waitUntil(lambda: bar.current is not None)
        assert bar.current is not None
        assert letter.name in bar.current.safe
    app.shell.rehearse()
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    assert bar.isHidden()
    app.shell.leave_workshop()
    assert drop(app, path)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    assert app.shell.opened is not None
    assert app.shell.opened.live.id == day.live.id
    assert bar.isHidden()


def written(folder: Path) -> tuple[Path, Day, Wall]:
    """A day in the midst of a vote, as a file; what its wall shows."""
    day = begin_day(folder / "first laptop")
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    path = folder / "Day.FLIPCHART"
    portable.write(day.library.path, day.live.id, Words(), path)
    wall = day.live.scene()
    day.library.close()
    return path, day, wall


def drop(app: App, *paths: Path) -> bool:
    """Drag files onto the window and let go; whether they were taken."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(QPoint(200, 200), COPY, dragged, BUTTON, KEYS.NoModifier)
    QApplication.sendEvent(app.window, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(200, 200), COPY, dragged, BUTTON, KEYS.NoModifier)
    QApplication.sendEvent(app.window, let_go)
    return let_go.isAccepted()


def test_a_file_that_is_chosen_goes_on_in_the_window(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    path, _, wall = written(tmp_path)
    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    choose(qtbot, app, path)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    assert app.shell.opened is not None
    assert app.shell.opened.live.scene() == wall


def test_a_file_that_is_dropped_goes_on_and_a_second_one_waits_for_the_list(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    path, day, _ = written(tmp_path)
    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    assert not drop(app, tmp_path / "letter.txt")
    assert not drop(app, path, path)
    assert drop(app, path)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    assert app.shell.opened is not None
    assert app.shell.opened.live.id == day.live.id
    assert drop(app, path)
    notice = app.shell.notices.current
    assert notice is not None
    assert notice.safe == "Go back to the list of workshops, then open Day.FLIPCHART."


def test_a_file_from_the_midst_of_a_secret_vote_says_which_votes_it_lacks(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    day = begin_day(tmp_path / "first laptop", ballot=Ballot.SECRET)
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    asked = day.live.facts().question
    assert asked is not None
    path = tmp_path / "Day.flipchart"
    portable.write(day.library.path, day.live.id, Words(), path)
    day.library.close()
    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    assert drop(app, path)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    qtbot.waitUntil(lambda: app.shell.notices.current is not None)
    notice = app.shell.notices.current
    assert notice is not None
    assert notice.safe.startswith(f"The secret vote on “{asked.short}” was open when the file")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear all", "is no workshop file. Choose one that Flipchart exported"),
        (b"PK\x03\x04", "is no workshop file. Choose one that Flipchart exported"),
        (None, "“Service review” is in this library already, and nothing was changed."),
    ],
)
def test_why_a_dropped_file_is_not_opened_is_said_over_the_list(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App], content: bytes | None, said: str
) -> None:
    path, _, _ = written(tmp_path)
    if content is not None:
        path.write_bytes(content)
    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    if content is None:
        drop(app, path)
        qtbot.waitUntil(lambda: app.shell.opened is not None)
        app.shell.leave_workshop()
        qtbot.waitUntil(lambda: app.shell.opened is None)
    assert drop(app, path)
    qtbot.waitUntil(lambda: app.shell.notices.current is not None)
    notice = app.shell.notices.current
    assert notice is not None
    assert notice.cause == "The file was not opened."
    assert said in notice.safe


def test_the_app_opens_the_file_that_it_is_started_with(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App]
) -> None:
    path, day, _ = written(tmp_path)
    app = begin(tmp_path / "second laptop" / "flipchart.sqlite")
    app.start.open_once_listed(path)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    assert app.shell.opened is not None
    assert app.shell.opened.live.id == day.live.id


@pytest.mark.parametrize(
    ("given", "file"),
    [
        (["Day.flipchart"], "Day.flipchart"),
        (["--library", "here.sqlite", "Day.flipchart"], "Day.flipchart"),
        ([], None),
        (["list"], None),
        (["--library", "odd.flipchart"], None),
        (["framework", "check", "odd.flipchart"], None),
    ],
)
def test_a_file_in_the_place_of_a_command_is_one_to_open(
    given: list[str], file: str | None
) -> None:
    assert workshop_file(given) == (None if file is None else Path(file))
