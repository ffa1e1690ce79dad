"""Prepare room: a real workshop on the real Prepare screen, and a person at its keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frameworks.collection import Collection
from tests.days import NINE, HandClock, small_framework
from ui.console.prepare.screen import PrepareScreen
from ui.console.window import ConsoleWindow
from ui.preparing import Preparation
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.creation import create_draft
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.prepared import Prepared
from workshop.words import Words

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 1, 1)
"""The day of the clock that stands at NINE."""


@dataclass
class PrepareRoom:
    """One preparation in a window of its own."""

    window: ConsoleWindow
    live: LiveWorkshop
    preparation: Preparation
    asked: list[str] = field(default_factory=list)

    @property
    def screen(self) -> PrepareScreen:
        """The screen on show."""
        return self.preparation.screen

    @property
    def prepared(self) -> Prepared:
        """The workshop as it is kept."""
        return self.live.prepared()

    @property
    def teams(self) -> list[tuple[str, int]]:
        """Name and people of every team as kept."""
        return [(team.name, team.people) for team in self.prepared.teams]

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QApplication.processEvents()

    def type(self, text: str, then: Qt.Key | None = None) -> None:
        """Type where the focus is, and press a key after it."""
        QTest.keyClicks(self.focus, text)
        if then is not None:
            self.press(then)

    def paste(self, text: str) -> None:
        """Copy a text elsewhere, and press Ctrl V here."""
        QGuiApplication.clipboard().setText(text)
        self.press(KEY.Key_V, CONTROL)

    @property
    def focus(self) -> QWidget:
        """What hears the keys."""
        focus = QApplication.focusWidget()
        assert focus is not None, "something has the focus"
        return focus


Begin = Callable[..., PrepareRoom]


def begin_room(qtbot: QtBot, folder: Path, *, size: tuple[int, int], new: bool) -> PrepareRoom:
    """A draft of the small framework, shown."""
    load_fonts()
    words, theme = Words(), DesktopTheme(reduce_motion=True)
    library = Library.open(folder / "flipchart.sqlite", clock=HandClock(NINE))
    framework = small_framework()
    made = create_draft(library, framework, words, held_on=TODAY, starts_at=9 * 60)
    window = ConsoleWindow(theme, words, Settings(folder))
    window.resize(*size)
    qtbot.addWidget(window)
    live = LiveWorkshop(library, made, words)
    preparation = Preparation(live, window, theme, Collection(folder / "frameworks"))
    room = PrepareRoom(window, live, preparation)
    preparation.opened.connect(room.asked.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    preparation.show(new=new)
    return room
