"""Rehearsal exit: a rehearsal is left only once that was asked, since nothing of it is kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.console.widgets.dialog import LossDialog
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.steps import State
from workshop.words import Words, mark

TITLE = mark("Leave the rehearsal?")
GOES = mark(
    "Its votes, scores, notes and actions go: nothing of a rehearsal is kept. Files that you wrote "
    "stay where they are."
)
STAY = mark("Go on rehearsing")
GO = mark("Leave the rehearsal")


class RehearsalExit(QObject):
    """Stands at both ways out of the run screen: back, and closing the window.

    `left` comes once it may be left: at once on a real day, of which everything is kept, and
    before the first step of a rehearsal.
    """

    left = Signal()

    def __init__(
        self, screen: QWidget, theme: DesktopTheme, words: Words, leading: Leading
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._theme = theme
        self._words = words
        self._leading = leading
        self._guarded: QWidget | None = None
        self._asked: LossDialog | None = None

    def guard(self, window: QWidget) -> None:
        """Ask also before this window is closed."""
        if window is not self._guarded:
            self.close()
            self._guarded = window
            window.installEventFilter(self)

    def close(self) -> None:
        """Let the window be closed without being asked."""
        if self._guarded is not None:
            self._guarded.removeEventFilter(self)
            self._guarded = None

    def leave(self) -> None:
        """Go back, or ask first."""
        if self._loses:
            self._ask().accepted.connect(self.left)
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Close or watched is not self._guarded:
            return False
        if not self._loses:
            return False
        event.ignore()
        self._ask().accepted.connect(self._close_window)
        return True

    @property
    def _loses(self) -> bool:
        scene = self._leading.scene
        return scene is not None and bool(scene.rehearsal) and scene.state is not State.LOBBY

    def _ask(self) -> LossDialog:
        if self._asked is not None:
            self._asked.reject()
        say = self._words.say
        dialog = LossDialog(
            self._theme, say(TITLE), say(GOES), safe=say(STAY), loss=say(GO), parent=self._screen
        )
        self._asked = dialog
        dialog.finished.connect(self._put_away)
        dialog.open()
        return dialog

    def _put_away(self) -> None:
        if self._asked is not None:
            self._asked.deleteLater()
            self._asked = None

    def _close_window(self) -> None:
        window = self._guarded
        self.close()
        if window is not None:
            window.close()
