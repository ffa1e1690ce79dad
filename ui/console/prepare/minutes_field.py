"""Minutes field: an agenda item's minutes, with a minus and a plus, or typed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.digits import Digits
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.words import Words

LEAST, MOST = 1, 480
STEP = 5
WIDTH = 86
_SIGN = CONSOLE.control_small
_MINUS, _PLUS = "\N{MINUS SIGN}", "+"


class MinutesField(QWidget):
    """`wanted` carries the minutes to be kept; `left` asks for the row's focus back.

    A step goes to the next multiple of five. Enter or leaving takes what was typed, Esc does not;
    `typing` comes once the digits have the focus.
    """

    wanted = Signal(int)
    left = Signal()
    typing = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._minutes = 0
        self._name = ""
        self._hovered = 0
        self.setFixedSize(WIDTH, _SIGN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._editor: _Typed | None = None

    @property
    def editor(self) -> QLineEdit:
        """The digits to type in; made where they are wanted first, since an agenda has many."""
        if self._editor is None:
            self._editor = made = _Typed(self)
            made.setGeometry(_SIGN, -1, WIDTH - 2 * _SIGN, _SIGN)
            made.setAccessibleName(self._words.say("Minutes of {item}", item=self._name))
            made.setText(str(self._minutes))
            made.stepped.connect(self.step)
            made.entered.connect(self._enter)
            made.given_up.connect(self._give_up)
            made.editingFinished.connect(self._take)
            made.came.connect(self.typing)
            made.show()
        return self._editor

    @property
    def minutes(self) -> int:
        """The minutes that are kept."""
        return self._minutes

    def show_minutes(self, minutes: int, name: str) -> None:
        """Show an item's minutes, unless others are being typed."""
        editor = self._editor
        typing = editor is not None and editor.hasFocus() and editor.text() != str(self._minutes)
        self._minutes, self._name = minutes, name
        if editor is not None:
            editor.setAccessibleName(self._words.say("Minutes of {item}", item=name))
        if not typing:
            self._put(minutes)
        self.update()

    def step(self, by: int) -> None:
        """One step up or down, from what is typed."""
        typed = self._editor.text() if self._editor is not None else ""
        now = int(typed) if typed else self._minutes
        wanted = (now // STEP + 1) * STEP if by > 0 else (now - 1) // STEP * STEP
        self._want(wanted)

    def begin(self, text: str = "") -> None:
        """Let minutes be typed, beginning with `text`."""
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)
        if text:
            self.editor.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, _SIGN)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # whoever scrolls over it means the agenda

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = self._side(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if side:
            self.step(side)
        else:
            self.begin()

    mouseDoubleClickEvent = mousePressEvent  # two quick steps are two steps

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._side(event.position())
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        for side, left in ((-1, 0), (1, WIDTH - _SIGN)):
            box = QRectF(left, 0, _SIGN, _SIGN)
            if self._hovered == side:
                paint_box(painter, box, tokens.RADIUS_CONTROL, colours.sunken)
            at_end = self._minutes == (LEAST if side < 0 else MOST)
            block = painted.line(_MINUS if side < 0 else _PLUS, DESKTOP.body)
            baseline = box.center().y() - block.height / 2 + block.baseline
            ink = colours.ink3 if at_end else colours.ink2
            block.paint_at(painter, box.center().x(), baseline, ink, Align.CENTRE)
        if self._editor is None:
            block = painted.line(str(self._minutes), DESKTOP.figures)
            begin = WIDTH - _SIGN - 2 - block.width
            block.paint(painter, begin, (_SIGN - block.height) / 2 - 1, colours.ink)
        elif self._editor.hasFocus():
            box = QRectF(self._editor.geometry()).adjusted(0, 2, 0, -2)
            paint_box(painter, box, tokens.RADIUS_CHIP, colours.surface, colours.edge)

    def _side(self, at: QPointF) -> int:
        if at.x() < _SIGN:
            return -1
        return 1 if at.x() >= WIDTH - _SIGN else 0

    def _want(self, minutes: int) -> None:
        minutes = min(MOST, max(LEAST, minutes))
        self._put(minutes)
        if minutes != self._minutes:
            self._minutes = minutes
            self.wanted.emit(minutes)
        self.update()

    def _take(self) -> None:
        typed = self.editor.text()
        if typed:
            self._want(int(typed))
        else:
            self._put(self._minutes)

    def _enter(self) -> None:
        self._take()
        self.left.emit()

    def _give_up(self) -> None:
        self._put(self._minutes)
        self.left.emit()

    def _put(self, minutes: int) -> None:
        if self._editor is not None and self._editor.text() != str(minutes):
            self._editor.setText(str(minutes))


class _Typed(QLineEdit):
    """The digits themselves; arrows step, Enter and Esc go back to the row."""

    stepped = Signal(int)
    entered = Signal()
    given_up = Signal()
    came = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setFont(painted.font(DESKTOP.figures))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextMargins(-2, 0, 0, 0)
        self.setValidator(Digits(len(str(MOST)), self))
        # The list is the stop for Tab, and leads on to the selected row's minutes.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        clear = QPalette(self.palette())
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
        if key in step and plain:
            self.stepped.emit(step[key])
        elif key in step:
            event.ignore()  # Alt and an arrow move the row
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self._around()
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._around()

    def _around(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            parent.update()
