"""The stat: a large numeral with its unit, quieter, on the same baseline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP, Type
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_GAP = 14
_BOX_PADDING = 10
_BOX_RADIUS = 6


class Stat(QWidget):
    """A numeral and its unit: "17 of 24 votes in", or with the unit first, "left to vote 1:24".

    The numeral is inverse while it alarms, as a timer in its last seconds is.
    """

    def __init__(
        self,
        theme: DesktopTheme,
        numeral: str,
        unit: str,
        role: Type = DESKTOP.numeral,
        *,
        unit_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numeral = numeral
        self._unit = unit
        self._role = role
        self._unit_first = unit_first
        self._alarm = False
        self._quiet = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def say(
        self, numeral: str, unit: str | None = None, *, alarm: bool = False, quiet: bool = False
    ) -> None:
        """Show another value; `alarm` inverts the numeral, `quiet` steps it back."""
        unit = self._unit if unit is None else unit
        if (numeral, unit, alarm, quiet) == (self._numeral, self._unit, self._alarm, self._quiet):
            return
        self._numeral, self._unit, self._alarm, self._quiet = numeral, unit, alarm, quiet
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        numeral = painted.advance(self._numeral, self._role) + 2 * self._padding()
        unit = painted.advance(self._unit, DESKTOP.note) + _GAP if self._unit else 0
        return QSize(round(numeral + unit) + 1, round(self._role.leading))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        numeral = painted.line(self._numeral, self._role)
        unit = painted.line(self._unit, DESKTOP.note)
        padding = self._padding()
        left = unit.width + _GAP if self._unit_first and self._unit else 0.0
        colour = colours.ink2 if self._quiet else colours.ink
        if self._alarm:
            box = QRectF(left, 0, numeral.width + 2 * padding, self._role.leading)
            paint_box(painter, box, _BOX_RADIUS, colours.ink)
            colour = colours.paper
        numeral.paint(painter, left + padding, 0, colour)
        unit_left = 0.0 if self._unit_first else numeral.width + 2 * padding + _GAP
        unit.paint_at(painter, unit_left, numeral.baseline, colours.ink2)

    def _padding(self) -> int:
        return _BOX_PADDING if self._alarm else 0

    def _name(self) -> None:
        parts = (self._unit, self._numeral) if self._unit_first else (self._numeral, self._unit)
        self.setAccessibleName(" ".join(part for part in parts if part))


class Progress(QWidget):
    """A thin bar: ink for what is done or left, hairline for the rest."""

    def __init__(
        self,
        theme: DesktopTheme,
        name: str,
        height: int = tokens.CONSOLE.progress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = 0.0
        self._height = height
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float) -> None:
        """Fill `part` of the bar, 0 to 1."""
        self._part = min(1.0, max(0.0, part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        paint_box(painter, QRectF(self.rect()), 0, colours.hairline)
        width = self.width() * self._part
        if width:
            paint_box(painter, QRectF(0, 0, width, self.height()), 0, colours.ink)
