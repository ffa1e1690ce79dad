"""Stepper: a value between a minus and a plus; one stop for Tab, arrows or digits change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Align
from ui.theme import DesktopTheme

_BUTTON = 28
_GAP = 2
_BOX = 44
_HEIGHT = 32
_MINUS, _PLUS = "\N{MINUS SIGN}", "+"
_STEPS = {
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class Stepper(QWidget):
    """One of a few `values`, in their order; `chosen` carries it once it is another one.

    `write` says a value in words; a digit that begins one chooses it.
    """

    chosen = Signal(float)

    def __init__(
        self,
        theme: DesktopTheme,
        name: str,
        values: Sequence[float],
        write: Callable[[float], str],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._write = write
        self._values = tuple(values)
        self._place = 0
        self._hovered = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    @property
    def value(self) -> float:
        """The value on show."""
        return self._values[self._place]

    def offer(self, values: Sequence[float], value: float) -> None:
        """Show a value of these, the nearest one where it is none; this emits nothing."""
        self._values = tuple(values)
        self._put(min(range(len(values)), key=lambda place: abs(values[place] - value)))

    def step(self, by: int) -> None:
        """Go that many values on, no further than to the last."""
        place = min(len(self._values) - 1, max(0, self._place + by))
        if place != self._place:
            self._put(place)
            self.chosen.emit(self.value)

    def set_off(self, why: str) -> None:
        """Let it stand as it is, and say why."""
        self.setEnabled(False)
        self.setToolTip(why)

    def set_on(self) -> None:
        """Let it be changed again."""
        self.setEnabled(True)
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        return QSize(2 * (_BUTTON + _GAP) + _BOX, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        found = [n for n, value in enumerate(self._values) if self._write(value) == typed]
        if found and typed.isdigit():
            self.step(found[0] - self._place)
            return
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if not by or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        self.step(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # whoever scrolls over it means the column

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.step(self._side(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._side(event.position())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        edge = colours.edge if self.isEnabled() else colours.hairline
        box = QRectF(_BUTTON + _GAP, 0, _BOX, _HEIGHT)
        paint_box(painter, box, tokens.RADIUS_CONTROL, colours.surface, edge)
        ink = colours.ink if self.isEnabled() else colours.ink3
        self._say(painter, box, self._write(self.value), ink)
        top = (_HEIGHT - _BUTTON) / 2
        ends = {-1: self._place == 0, 1: self._place == len(self._values) - 1}
        for side, left in ((-1, 0), (1, _BUTTON + _BOX + 2 * _GAP)):
            at = QRectF(left, top, _BUTTON, _BUTTON)
            if self._hovered == side and self.isEnabled():
                paint_box(painter, at, tokens.RADIUS_CONTROL, colours.sunken)
            quiet = ends[side] or not self.isEnabled()
            sign = _MINUS if side < 0 else _PLUS
            self._say(painter, at, sign, colours.ink3 if quiet else colours.ink2)

    def _say(self, painter: QPainter, box: QRectF, text: str, ink: str) -> None:
        block = painted.line(text, DESKTOP.figures)
        baseline = box.center().y() - block.height / 2 + block.baseline
        block.paint_at(painter, box.center().x(), baseline, ink, Align.CENTRE)

    def _side(self, at: QPointF) -> int:
        if at.x() < _BUTTON + _GAP:
            return -1
        return 1 if at.x() >= _BUTTON + _GAP + _BOX else 0

    def _put(self, place: int) -> None:
        self._place = place
        self.setAccessibleDescription(self._write(self.value))
        self.update()
