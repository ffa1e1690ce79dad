"""Closing the window while files are written: one sentence asks before they are dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from exports.catalogue import Source
from tests.days import begin_day
from tests.ui.conftest import App
from ui import folder_export
from ui.console.widgets.dialog import LossDialog
from ui.export_exit import GOES, TITLE
from workshop.live import LiveWorkshop
from workshop.steps import State

PATIENCE_MS = 60_000
"""Another process begins and imports first, on a machine that does much else."""


def asked() -> LossDialog | None:
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert dialog is None or isinstance(dialog, LossDialog)
    return dialog


class Writing:
    """An app that writes files of a workshop, and waits with that for `go`."""

    def __init__(self, qtbot: QtBot, app: App, workshop_id: str, out: Path, go: Event) -> None:
        self.app = app
        self.out = out
        self.go = go
        qtbot.waitUntil(lambda: app.shell.library is not None)
        app.shell.open_workshop(workshop_id)
        opened = app.shell.opened
        assert opened is not None
        opened.export_wanted.emit()
        (dialog,) = app.window.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(out))
        dialog.reject()

    def said(self) -> str:
        current = self.app.shell.notices.current
        return "" if current is None else current.safe


@pytest.fixture
def writing(
    qtbot: QtBot, tmp_path: Path, begin: Callable[[Path], App], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Writing]:
    go, read_whole = Event(), folder_export.read_whole

    def wait_and_read(live: LiveWorkshop) -> Source:
        go.wait()
        return read_whole(live)

    monkeypatch.setattr(folder_export, "read_whole", wait_and_read)
    day = begin_day(tmp_path)
    day.reach(State.OPEN)
    day.library.close()
    (tmp_path / "out").mkdir()
    try:
        yield Writing(qtbot, begin(day.library.path), day.live.id, tmp_path / "out", go)
    finally:
        go.set()


def test_closing_asks_first_and_enter_goes_on_until_the_files_are_there(
    qtbot: QtBot, writing: Writing
) -> None:
    window = writing.app.window
    window.close()
    dialog = asked()
    assert dialog is not None
    assert (dialog.windowTitle(), dialog.accessibleDescription()) == (TITLE, GOES)
    assert dialog.focusWidget() is dialog.safe
    QTest.keyClick(dialog.safe, Qt.Key.Key_Return)
    assert asked() is None
    assert window.isVisible()
    window.close()
    assert asked() is not None
    writing.go.set()
    qtbot.waitUntil(lambda: "The files are in" in writing.said(), timeout=PATIENCE_MS)
    assert asked() is None, "nothing is lost any more"
    assert window.isVisible()
    writing.app.close()
    assert not window.isVisible()


def test_the_files_are_dropped_once_that_was_chosen(
    qtbot: QtBot, qapp: QApplication, writing: Writing
) -> None:
    writing.app.window.close()
    dialog = asked()
    assert dialog is not None
    with qtbot.waitSignal(writing.app.start.ended):
        dialog.loss.click()
    assert not writing.app.window.isVisible()
    qapp.aboutToQuit.emit()
    writing.go.set()
    qtbot.waitUntil(lambda: list(writing.out.iterdir()) == [], timeout=PATIENCE_MS)
