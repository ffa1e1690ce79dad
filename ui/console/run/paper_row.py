"""Paper row: one ballot on the console: its number, its team, a field for each open question."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QWidget,
)

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import column, row
from ui.console.widgets.field_edge import FieldEdge
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.paper import PaperQuestion

FIELD_WIDTH, FIELD_HEIGHT = 56, 36
ROW = 48
_DOT = 2.5
_CHEVRON = 16
_CHEVRON_GAP = 8
_K = Qt.Key


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns are, in pixels; a field stands at the left of its pitch."""

    number: int
    team: int
    pitch: int


class AnswerField(QWidget):
    """One answer on a ballot, or None while it is empty.

    `done` comes once no further digit fits, `entered` with Enter, `left` with an arrow (-1 or 1)
    or where an empty field is deleted (-1), `up_down` with the other arrows. `off_scale` comes
    where a digit is typed that no answer has.
    """

    done = Signal()
    entered = Signal()
    left = Signal(int)
    up_down = Signal(int)
    changed = Signal()
    off_scale = Signal()

    def __init__(self, theme: DesktopTheme, question: PaperQuestion, name: str) -> None:
        super().__init__()
        self._question = question
        self.editor = _Digits(self)
        self.editor.setAccessibleName(name)
        edge = FieldEdge(theme, self.editor)
        edge.setParent(self)
        edge.setFixedSize(FIELD_WIDTH, FIELD_HEIGHT)
        self.setFixedSize(FIELD_WIDTH, FIELD_HEIGHT)
        self.setFocusProxy(self.editor)

    @property
    def answer(self) -> int | None:
        """What is typed."""
        return int(self.editor.text()) if self.editor.text() else None

    def clear(self) -> None:
        """Empty the field."""
        self.editor.clear()

    def take_digit(self, digit: int) -> None:
        """Add a digit to the answer, or begin it anew where it does not fit."""
        steps, before = self._question.steps, self.answer or 0
        answer = before * 10 + digit
        if self.editor.hasSelectedText() or not before or answer > steps:
            answer = digit
        lowest = 0 if self._question.dont_know else 1
        if not lowest <= answer <= steps:
            self.off_scale.emit()
            return
        self.editor.setText(str(answer))
        self.changed.emit()
        if not answer or answer * 10 > steps:
            self.done.emit()

    def delete(self) -> None:
        """Empty the field; the one before it where it is empty already."""
        if not self.editor.text():
            self.left.emit(-1)
            return
        self.clear()
        self.changed.emit()


class _Digits(QLineEdit):
    """Takes single digits and hands keys on; nothing is pasted into it or dragged out."""

    def __init__(self, field: AnswerField) -> None:
        super().__init__()
        self._field = field
        self.setFrame(False)
        self.setFont(painted.font(DESKTOP.figures))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, field = event.key(), self._field
        steps = {_K.Key_Left: -1, _K.Key_Right: 1}
        lines = {_K.Key_Up: -1, _K.Key_Down: 1}
        digit = _digit(event.text())
        if key == _K.Key_Escape:
            self.clearFocus()
            event.ignore()  # the panel around it closes
        elif key in (_K.Key_Return, _K.Key_Enter):
            if not event.isAutoRepeat():
                field.entered.emit()
        elif key in steps:
            field.left.emit(steps[_K(key)])
        elif key in lines:
            field.up_down.emit(lines[_K(key)])
        elif key in (_K.Key_Backspace, _K.Key_Delete):
            field.delete()
        elif digit is not None and not event.isAutoRepeat():
            field.take_digit(digit)
        else:
            event.ignore()


def _digit(text: str) -> int | None:
    """The digit typed, on whichever keyboard."""
    return unicodedata.decimal(text, None) if len(text) == 1 else None


class TeamChoice(QAbstractButton):
    """The team ticked on a ballot, to be chosen from a menu or with the arrows up and down.

    `chosen` carries its index among `names`.
    """

    chosen = Signal(int)

    def __init__(self, theme: DesktopTheme, name: str, names: Sequence[str], width: int) -> None:
        super().__init__()
        self._theme = theme
        self._said = name
        self._names = tuple(names)
        self.current = 0
        self.setFixedSize(width, FIELD_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.clicked.connect(self._open)
        self.choose(0)

    def choose(self, index: int) -> None:
        """Show another team."""
        self.current = max(0, min(index, len(self._names) - 1))
        self.setText(self._names[self.current])
        self.setAccessibleName(f"{self._said}: {self.text()}")
        self.setToolTip(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {_K.Key_Up: -1, _K.Key_Down: 1}.get(_K(event.key()), 0)
        if step:
            self.choose(self.current + step)
            self.chosen.emit(self.current)
        elif event.key() in (_K.Key_Return, _K.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._theme.colours.ink
        room = self.width() - _CHEVRON - _CHEVRON_GAP
        block = painted.lay_out(self.text(), DESKTOP.body, room, max_lines=1)
        block.paint(painter, 0, (self.height() - block.height) / 2, ink)
        at = min(room, painted.advance(self.text(), DESKTOP.body)) + _CHEVRON_GAP
        top = (self.height() - _CHEVRON) / 2
        paint_icon(painter, "chevron-down", at, top, self._theme.colours.ink2, _CHEVRON)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, name in enumerate(self._names):
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._take, index))
        menu.setActiveAction(menu.actions()[self.current])
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, index: int, _checked: bool = False) -> None:
        self.choose(index)
        self.chosen.emit(index)


class HiddenAnswer(QWidget):
    """An answer of a ballot that is saved: a dot says that it is filled, never with what."""

    def __init__(self, theme: DesktopTheme, name: str, *, filled: bool) -> None:
        super().__init__()
        self._theme = theme
        self._filled = filled
        self.setAccessibleName(name)
        self.setFixedSize(FIELD_WIDTH, FIELD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        box = QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_CONTROL, colours.surface, colours.edge)
        if self._filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink))
            painter.drawEllipse(QPointF(box.center()), _DOT, _DOT)


class BallotRow(QWidget):
    """A line of the table: what stands under the heads, at their distances, and what is beside."""

    def __init__(
        self,
        theme: DesktopTheme,
        columns: Columns,
        number: str,
        team: QWidget,
        cells: Sequence[QWidget],
        beside: Sequence[QWidget],
    ) -> None:
        super().__init__()
        across = QWidget()
        across.setFixedHeight(ROW)
        line = row(across, spacing=0)
        self.number = TextLabel(theme, number, DESKTOP.name)
        _put(line, self.number, columns.number)
        _put(line, team, columns.team)
        for cell in cells:
            _put(line, cell, columns.pitch)
        for widget in beside:
            line.addWidget(widget)
        line.addStretch(1)
        whole = column(self)
        whole.addWidget(across)
        whole.addWidget(Hairline(theme))


class Heads(QWidget):
    """The names of the columns, with the rule below them; a long short name is elided."""

    def __init__(
        self, theme: DesktopTheme, columns: Columns, ballot: str, team: str, shorts: Sequence[str]
    ) -> None:
        super().__init__()
        line = row(spacing=0)
        elide = Qt.TextElideMode.ElideRight
        named = [(ballot, columns.number), (team, columns.team)]
        named += [(short, columns.pitch) for short in shorts]
        for text, width in named:
            head = TextLabel(theme, text, DESKTOP.label, tone=Tone.INK3, elide=elide)
            head.setFixedWidth(width - (8 if text in shorts else 0))
            _put(line, head, width)
        line.addStretch(1)
        whole = column(self, spacing=8)
        whole.addLayout(line)
        whole.addWidget(Hairline(theme, strong=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def saved_team(theme: DesktopTheme, name: str, width: int) -> TextLabel:
    """The team of a ballot that is saved, to be read only."""
    label = TextLabel(theme, name, DESKTOP.body, elide=Qt.TextElideMode.ElideRight)
    label.setFixedWidth(width - 12)
    return label


def aside(theme: DesktopTheme, text: str) -> TextLabel:
    """What is said beside a row."""
    return TextLabel(theme, text, DESKTOP.secondary, tone=Tone.INK2, align=Align.START)


def _put(line: QHBoxLayout, widget: QWidget, width: int) -> None:
    """Place a widget at the left of a column of that width."""
    place = QWidget()
    place.setFixedWidth(width)
    inner = row(place, spacing=0)
    inner.addWidget(widget)
    inner.addStretch(1)
    line.addWidget(place)
