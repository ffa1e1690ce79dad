"""Go row: a question or an agenda item that can go, and when the day ends without or with it."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP, FIGURES, MEDIUM, Type
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.keys import OWNS_KEYS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.what_can_go import GoRow
from workshop.words import Words

HEIGHT = 34
INDENT = 12  # of the box inside its row
_BAR = 3
_TICK = 16
_GAP = 12
_NAME = INDENT + CONSOLE.check_box + _GAP
_NAME_MOST = 280
_MUST = 52
_MINUTES = 56
_CAPTION = 72
_FINISH = 52
_NARROW = 520  # below this width the finish stands without its caption
_FINISH_ROLE = Type(FIGURES, 14, 20, MEDIUM)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}


class GoRowBox(QCheckBox):
    """Checked is in, not checked is out. `moved` carries how many rows an arrow goes on."""

    moved = Signal(int)
    reached = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._current = False
        self.row = GoRow("", "", True, 0, False, "")
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setProperty(OWNS_KEYS, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_current(False)

    def show_row(self, row: GoRow) -> None:
        """Show a question or an agenda item as it is with the choices made."""
        self.row = row
        blocked = self.blockSignals(True)
        self.setChecked(not row.left_out)
        self.blockSignals(blocked)
        self.setToolTip(row.title)
        parts = (row.title, self._weight(), self._minutes(), f"{self._caption()} {row.finish}")
        self.setAccessibleName(", ".join(parts))
        self.update()

    def set_current(self, current: bool) -> None:
        """Let Tab come by here and no other row, and mark it as the one the arrows move."""
        self._current = current
        focus = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NAME + 3 * _CAPTION, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, HEIGHT)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        whole = QRectF(self.rect())
        if self._current or self.underMouse():
            paint_box(painter, whole, 0, colours.sunken)
        if self._current:
            paint_box(painter, QRectF(0, 0, _BAR, self.height()), 0, colours.ink)
        below = self.height() - 1
        paint_line(painter, QLineF(0, below, self.width(), below), colours.hairline)
        self._paint_box(painter)
        self._paint_texts(painter)

    def _paint_box(self, painter: QPainter) -> None:
        colours = self._theme.colours
        side = CONSOLE.check_box
        box = QRectF(INDENT, (self.height() - side) / 2, side, side)
        if not self.isChecked():
            edge = colours.edge
            paint_box(painter, box, tokens.RADIUS_CHIP, colours.surface, edge, stroke=1.5)
            return
        paint_box(painter, box, tokens.RADIUS_CHIP, colours.ink)
        inset = (side - _TICK) / 2
        paint_icon(painter, "check", box.x() + inset, box.y() + inset, colours.paper, _TICK)

    def _paint_texts(self, painter: QPainter) -> None:
        colours = self._theme.colours
        caption = 0 if self.width() < _NARROW else _CAPTION + _GAP
        right = self.width() - INDENT
        fixed = _GAP + _MUST + _GAP + _MINUTES + _GAP + caption + _FINISH
        room = min(_NAME_MOST, right - _NAME - fixed)
        out = not self.isChecked()
        role = DESKTOP.body if out else DESKTOP.name
        name = painted.lay_out(self.row.title, role, max(1, room), max_lines=1)
        self._paint(painter, name, _NAME, colours.ink3 if out else colours.ink)
        if out:
            middle = self.height() / 2 + 1
            paint_line(painter, QLineF(_NAME, middle, _NAME + name.width, middle), colours.ink3)
        must = painted.line(self._weight(), DESKTOP.secondary)
        left = _NAME + room + _GAP
        self._paint(painter, must, left, colours.ink2)
        minutes = painted.line(self._minutes(), DESKTOP.figures)
        self._paint(painter, minutes, left + _MUST + _GAP + _MINUTES - minutes.width, colours.ink2)
        finish = painted.line(self.row.finish, _FINISH_ROLE)
        self._paint(painter, finish, right - finish.width, colours.ink)
        if caption:
            said = painted.line(self._caption(), DESKTOP.secondary)
            self._paint(painter, said, right - _FINISH - _GAP - said.width, colours.ink2)

    def _paint(self, painter: QPainter, block: painted.Block, left: float, ink: str) -> None:
        block.paint(painter, left, (self.height() - block.height) / 2, ink)

    def _weight(self) -> str:
        return self._words.say("must") if self.row.must else self._words.say("if time")

    def _minutes(self) -> str:
        return self._words.say("{n} min", n=self.row.minutes)

    def _caption(self) -> str:
        return self._words.say("with it") if self.row.left_out else self._words.say("without it")
