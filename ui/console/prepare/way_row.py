"""Way row: a way of voting that is offered or not, with its icon and what it takes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Align
from ui.theme import DesktopTheme

_HEIGHT = 36
_GAP = 10
_ICON = 18
_TICK = 16


class WayRow(QCheckBox):
    """A check box as wide as its column; it keeps Qt's `toggled`."""

    def __init__(self, theme: DesktopTheme, icon: str, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self._aside = ""
        self.setAccessibleName(text)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, aside: str) -> None:
        """Say at the right end what this way takes."""
        self._aside = aside
        self.setAccessibleDescription(aside)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._words_left() + 80, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(CONSOLE.check_box, _HEIGHT)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        side = CONSOLE.check_box
        top = (self.height() - side) / 2
        box = QRectF(0, top, side, side)
        if self.isChecked():
            paint_box(painter, box, tokens.RADIUS_CHIP, colours.ink)
            inset = (side - _TICK) / 2
            paint_icon(painter, "check", inset, top + inset, colours.paper, _TICK)
        else:
            fill = colours.sunken if self.underMouse() else colours.surface
            paint_box(painter, box, tokens.RADIUS_CHIP, fill, colours.edge, stroke=1.5)
        at = (self.height() - _ICON) / 2
        paint_icon(painter, self._icon, side + _GAP, at, colours.ink2, _ICON)
        block = painted.line(self.text(), DESKTOP.name)
        left = self._words_left()
        block.paint(painter, left, (self.height() - block.height) / 2, colours.ink)
        room = self.width() - left - block.width - _GAP
        if room > 0:
            aside = painted.lay_out(self._aside, DESKTOP.secondary, room, max_lines=1)
            top = (self.height() - aside.height) / 2
            aside.paint(painter, self.width() - room, top, colours.ink3, Align.END)

    def _words_left(self) -> int:
        return CONSOLE.check_box + _GAP + _ICON + _GAP
