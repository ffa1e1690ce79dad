"""Marks: an icon, or the shape of a session, that stands before words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frameworks.theme import Theme
from ui.console.widgets.text_label import Tone
from ui.icons import paint_icon
from ui.painters.shapes import Mark, paint_shape_in
from ui.theme import DesktopTheme

SHAPE = 16


class IconMark(QWidget):
    """An icon that says nothing of its own: the words beside it do."""

    def __init__(
        self, theme: DesktopTheme, icon: str, size: int = 18, tone: Tone = Tone.INK
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._size = size
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = str(getattr(self._theme.colours, self._tone.value))
        paint_icon(QPainter(self), self._icon, 0, 0, colour, self._size)


class ThemeMark(QWidget):
    """The shape of the session in work; nothing where there is none."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._session: Theme | None = None
        self._mark = Mark.FILLED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_session(self, session: Theme | None, second: bool) -> None:
        """Show the shape of a session, hollow for the second one of its theme."""
        self._session = session
        self._mark = Mark.HOLLOW if second else Mark.FILLED
        if self.parentWidget() is not None:  # or it would be shown as a window of its own
            self.setVisible(session is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SHAPE, SHAPE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._session is not None:
            colours = self._theme.of(self._session)
            paint_shape_in(QPainter(self), self._session, QPointF(0, 0), SHAPE, colours, self._mark)
