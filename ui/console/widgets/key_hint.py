"""The small framed name of a key, inside a button or in a line of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.painters import text as painted
from ui.painters.surfaces import frame_box
from ui.painters.text import Align
from ui.theme import DesktopTheme

_PADDING = 6


def key_hint_width(key: str) -> int:
    """How wide the frame around the name of this key is."""
    return max(CONSOLE.key_hint_min, round(painted.advance(key, DESKTOP.label)) + 2 * _PADDING + 2)


def paint_key_hint(
    painter: QPainter, x: float, y: float, key: str, theme: DesktopTheme, colour: str
) -> None:
    """Paint the hint with its top left corner at (x, y), its name in `colour`."""
    box = QRectF(x, y, key_hint_width(key), CONSOLE.key_hint)
    frame_box(painter, box, tokens.RADIUS_CHIP, theme.colours.edge)
    block = painted.line(key, DESKTOP.label)
    top = y + (CONSOLE.key_hint - block.height) / 2
    block.paint(painter, x + (box.width() - block.box) / 2, top, colour, Align.CENTRE)


class KeyHint(QWidget):
    """A key hint of its own, as in "Tab next answer"."""

    def __init__(self, theme: DesktopTheme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Name another key."""
        self._key = key
        self.setAccessibleName(key)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(key_hint_width(self._key), CONSOLE.key_hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_key_hint(painter, 0, 0, self._key, self._theme, self._theme.colours.ink2)
