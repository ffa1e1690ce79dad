"""Booked field: until when the room is booked, typed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.clock_times import read_time, write_time
from ui.console.run.building import row
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.words import Words

_PADDING = 4


class BookedField(QWidget):
    """`saved` carries minutes after midnight, or None where the field was emptied.

    `wrong` carries what is wrong with what was typed, or nothing.
    """

    saved = Signal(object)
    wrong = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._minutes: int | None = None
        self._is_wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = words.say("Room booked until")
        self.editor = _Time(theme, words.say("set a time"))
        self.editor.setAccessibleName(said)
        self.editor.left.connect(self._read)
        self.setFocusProxy(self.editor)
        line = row(self, spacing=0)
        line.addWidget(TextLabel(theme, said, DESKTOP.body, tone=Tone.INK2))
        line.addWidget(self.editor)

    def show_minutes(self, minutes: int | None) -> None:
        """Show the time that is kept, unless another is being typed."""
        typing = self.editor.hasFocus() and self.editor.text() != self._written()
        changed = minutes != self._minutes
        self._minutes = minutes
        if not typing and (changed or not self._is_wrong):
            self._put_right()

    def save(self) -> bool:
        """Keep what is typed; False, with the focus here, where it is no time of day."""
        self._read()
        if self._is_wrong:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self._is_wrong

    def give_up(self) -> None:
        """Show what is kept in place of what is no time of day, and say no more of it."""
        if self._is_wrong:
            self._put_right()

    def _put_right(self) -> None:
        self._tell("")
        self.editor.put(self._written())

    def _tell(self, sentence: str) -> None:
        if self._is_wrong or sentence:
            self._is_wrong = bool(sentence)
            self.wrong.emit(sentence)

    def _written(self) -> str:
        return "" if self._minutes is None else write_time(self._minutes)

    def _read(self) -> None:
        typed = self.editor.text().strip()
        minutes = read_time(typed) if typed else None
        if typed and minutes is None:
            self._tell(self._words.say("No time of day. Try 13:00."))
            return
        changed = minutes != self._minutes
        self._minutes = minutes
        self._put_right()
        if changed:
            self.saved.emit(minutes)


class _Time(QLineEdit):
    """A text until it is pointed at; as wide as what stands in it."""

    left = Signal()

    def __init__(self, theme: DesktopTheme, placeholder: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setFont(painted.font(DESKTOP.body))
        self.setTextMargins(_PADDING - 2, 0, _PADDING - 2, 0)
        self.setFixedHeight(CONSOLE.control_small)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        clear = QPalette(self.palette())
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self.textChanged.connect(self._fit)
        self.returnPressed.connect(self.left)
        self._fit()

    def put(self, text: str) -> None:
        """Put a time in."""
        if self.text() != text:
            self.setText(text)

    def sizeHint(self) -> QSize:
        shown = self.text() or self.placeholderText()
        typing = painted.advance("00:00 pm", DESKTOP.body) if self.hasFocus() else 0
        width = max(painted.advance(shown, DESKTOP.body), typing)
        return QSize(round(width) + 2 * _PADDING + 2, CONSOLE.control_small)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        if self.hasFocus() or self.underMouse():
            edge = colours.ink if self.hasFocus() else colours.edge
            box = QRectF(self.rect())
            paint_box(painter, box, tokens.RADIUS_CONTROL, colours.surface, edge)
        else:
            y = self.height() - 5
            line = QLineF(_PADDING, y, self.width() - _PADDING, y)
            paint_line(painter, line, colours.edge)
        painter.end()
        super().paintEvent(event)

    def _fit(self) -> None:
        self.setFixedWidth(self.sizeHint().width())
