"""The status of an action as a glyph, read aloud by its word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.painters.status import paint_status
from ui.theme import DesktopTheme
from workshop.kinds import ActionStatus
from workshop.phrases import STATUS_NAMES
from workshop.words import Words

__all__ = ["SIZE", "STATUS_NAMES", "StatusGlyph"]

SIZE: Final = 16


class StatusGlyph(QWidget):
    """An empty, half-filled or ticked circle; its accessible name is the status in words."""

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        status: ActionStatus = ActionStatus.NOT_STARTED,
        size: int = SIZE,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._size = size
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status)

    @property
    def status(self) -> ActionStatus:
        """What is shown."""
        return self._status

    def show_status(self, status: ActionStatus) -> None:
        """Show another status."""
        self._status = status
        self.setAccessibleName(self._words.say(STATUS_NAMES[status]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        corner = QPointF((self.width() - self._size) / 2, (self.height() - self._size) / 2)
        paint_status(QPainter(self), self._status, corner, self._size, self._theme.colours)
