"""Entry: a chapter in the contents of the manual."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_HEIGHT = 34
_PADDING = 12
_BAR = 3
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChapterEntry(QAbstractButton):
    """One line; checked is the one that is shown. `moved` carries an arrow's step.

    Space goes to whoever listens behind it: in the run screen it steps.
    """

    moved = Signal(int)

    def __init__(self, theme: DesktopTheme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._found = ""
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_found(self, number: str, said: str) -> None:
        """Say in how many places of it the words were found; nothing where nobody searches."""
        self._found = number
        self.setAccessibleDescription(said)
        self._tell_whole()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_whole()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self.isChecked() or self.underMouse():
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CHIP, colours.sunken)
        if self.isChecked():
            paint_box(painter, QRectF(0, 0, _BAR, self.height()), 0, colours.ink)
        block = painted.lay_out(self.text(), self._role, self._room, max_lines=1)
        ink = colours.ink if self.isChecked() else colours.ink2
        block.paint(painter, _PADDING, (_HEIGHT - block.height) / 2, ink)
        if self._found:
            number = painted.line(self._found, DESKTOP.secondary)
            left = self.width() - _PADDING - number.width
            number.paint(painter, left, (_HEIGHT - number.height) / 2, colours.ink2)

    @property
    def _role(self) -> tokens.Type:
        return DESKTOP.strong if self.isChecked() else DESKTOP.name

    @property
    def _room(self) -> float:
        number = painted.advance(self._found, DESKTOP.secondary) + _PADDING if self._found else 0
        return max(1.0, self.width() - 2 * _PADDING - number)

    def _tell_whole(self) -> None:
        cut = painted.advance(self.text(), DESKTOP.strong) > self._room
        self.setToolTip(self.text() if cut else "")
