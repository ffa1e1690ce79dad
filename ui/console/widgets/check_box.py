"""The check box: 20 px, ink when checked, its whole line to be clicked."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_GAP = 10
_TICK = 16
_HEIGHT = 28


class CheckBox(QCheckBox):
    """A box and what it says yes to; it keeps Qt's `toggled`."""

    def __init__(
        self,
        theme: DesktopTheme,
        text: str,
        *,
        checked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setChecked(checked)
        self.setAccessibleName(text)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = CONSOLE.check_box
        if self.text():
            width += _GAP + round(painted.advance(self.text(), DESKTOP.body)) + 1
        return QSize(width, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        side = CONSOLE.check_box
        top = (self.height() - side) / 2
        box = QRectF(0, top, side, side)
        edge = colours.edge if self.isEnabled() else colours.hairline
        if self.isChecked():
            fill = colours.ink if self.isEnabled() else colours.hairline
            tick = colours.paper if self.isEnabled() else colours.ink3
            paint_box(painter, box, tokens.RADIUS_CHIP, fill)
            inset = (side - _TICK) / 2
            paint_icon(painter, "check", inset, top + inset, tick, _TICK)
        else:
            fill = colours.sunken if self.underMouse() else colours.surface
            paint_box(painter, box, tokens.RADIUS_CHIP, fill, edge, stroke=1.5)
        ink = colours.ink if self.isEnabled() else colours.ink3
        block = painted.line(self.text(), DESKTOP.body)
        block.paint(painter, side + _GAP, (self.height() - block.height) / 2, ink)
