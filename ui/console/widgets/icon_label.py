"""An icon that stands by itself, in a tone of the look in force."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from ui.console.widgets.text_label import Tone
from ui.icons import paint_icon
from ui.theme import DesktopTheme


class IconLabel(QWidget):
    """An icon beside words that say the same, so it has no name of its own unless given one."""

    def __init__(
        self,
        theme: DesktopTheme,
        icon: str,
        *,
        tone: Tone = Tone.INK,
        size: int = tokens.ICON_SIZE,
        name: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._tone = tone
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: Tone | None = None) -> None:
        """Show another icon, in another tone where one is given."""
        self._icon = icon
        self._tone = self._tone if tone is None else tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = str(getattr(self._theme.colours, self._tone.value))
        left = (self.width() - self._size) / 2
        top = (self.height() - self._size) / 2
        paint_icon(QPainter(self), self._icon, left, top, colour, self._size)
