"""Helping: F1 wherever one is, and back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.console.window import ConsoleWindow
from ui.keys import Intent, key_of
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from ui.help.chapter import ChapterId
    from ui.opened import OpenedWorkshop


class Helping(QObject):
    """Lays the manual over the window, or opens it as a panel of the day that is led.

    `led` gives the workshop that is led, if one is.
    """

    def __init__(
        self,
        window: ConsoleWindow,
        theme: DesktopTheme,
        words: Words,
        led: Callable[[], OpenedWorkshop | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._words = words
        self._led = led
        self._came_from: QWidget | None = None
        key = QShortcut(QKeySequence(key_of(Intent.HELP)), window)
        key.activated.connect(self.toggle)

    def toggle(self) -> None:
        """Open the manual at the chapter for where one is, or put it away."""
        led = self._led()
        if led is not None:
            led.screen.ask(Intent.HELP)
        elif self._window.covered_by is not None:
            self.close()
        else:
            self.open()

    def open(self, chapter: ChapterId | None = None) -> None:
        """Lay the manual over the screen, at a chapter or that of the screen."""
        from ui.console.help.manual import ManualPage

        opened_at = chapter or chapter_of(self._window.screen_shown)
        self._came_from = QApplication.focusWidget()
        page = ManualPage(self._theme, self._words)
        page.closed.connect(self.close)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        leave.activated.connect(self._leave)
        self._window.cover(page)
        page.show_chapter(opened_at)
        page.take_focus()

    def close(self) -> None:
        """Put the manual away; the focus goes back to where it was."""
        self._window.uncover()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        from ui.console.help.manual import ManualPage

        page = self._window.covered_by
        if isinstance(page, ManualPage) and not page.end_search():
            self.close()


def chapter_of(screen: object) -> ChapterId:
    """The chapter that belongs to a screen of the console where no workshop is led."""
    from ui.help.chapter import ChapterId, HasChapter

    return screen.chapter if isinstance(screen, HasChapter) else ChapterId.BEFORE
