"""What the tests of the whole app share: the app as it starts, with real windows and files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import Start
from ui.console.library.screen import LibraryScreen
from ui.crash import Crash
from ui.sections import Sections
from ui.shell import Shell
from workshop.words import Words


class App:
    """The app as it was started on one library."""

    def __init__(self, qtbot: QtBot, application: QApplication, path: Path) -> None:
        self._qtbot = qtbot
        self.path = path
        self.crash = Crash()
        self.start = Start(application, path, Words(), self.crash)
        self.window = self.start.window
        self.window.show()
        qtbot.waitUntil(self._has_shell)

    @property
    def shell(self) -> Shell:
        """What leads between the screens."""
        assert self.start.shell is not None
        return self.start.shell

    @property
    def screen(self) -> object:
        """The screen on show."""
        return self.window.screen_shown

    def library_screen(self) -> LibraryScreen:
        """The list, which must be on show."""
        sections = self.screen
        assert isinstance(sections, Sections)
        assert sections.shown is sections.library
        return sections.library

    def close(self) -> None:
        """Close the window and wait until everything is kept."""
        if self.window.isVisible():
            shell = self.start.shell
            opened = None if shell is None else shell.opened
            if shell is not None and opened is not None and opened.live.library != shell.library:
                shell.leave_workshop()  # a rehearsal would ask first
            with self._qtbot.waitSignal(self.start.ended):
                self.window.close()

    def _has_shell(self) -> None:
        assert self.start.shell is not None


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], App]]:
    """Start the app on a library; it is closed at the end of the test."""
    before = list(qapp.children())
    begun: list[App] = []

    def begin(path: Path) -> App:
        begun.append(App(qtbot, qapp, path))
        return begun[-1]

    yield begin
    for app in begun:
        app.close()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()  # what the work told last is heard while there are windows
    for app in begun:
        shiboken6.delete(app.window)
        shiboken6.delete(app.start)
    for child in qapp.children():
        if child not in before and type(child).__module__.startswith("ui."):
            shiboken6.delete(child)
