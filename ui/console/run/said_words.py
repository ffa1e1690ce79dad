"""Said words: what was said at the close, word by word, each to be taken off again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

_HEIGHT = 32
_GAP = 8
_PADDING = 10
_ICON = 14


class SaidWords(QWidget):
    """The words in order of arrival, line by line; `taken_off` carries the id of one."""

    taken_off = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._said: tuple[tuple[str, str], ...] = ()
        self.lines: list[SaidWord] = []
        self.setAccessibleName(words.say("Words that were said"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, said: tuple[tuple[str, str], ...]) -> None:
        """Show these words as (id, text)."""
        if said == self._said:
            return
        self._said = said
        while len(self.lines) < len(said):
            word = SaidWord(self._theme, self)
            word.clicked.connect(lambda _=False, word=word: self.taken_off.emit(word.id))
            self.lines.append(word)
        for widget, (word_id, text) in zip(self.lines, said, strict=False):
            widget.id = word_id
            widget.setText(text)
            widget.setToolTip(text)
            widget.setAccessibleName(self._words.say("Take off: {word}", word=text))
            widget.show()
        for widget in self.lines[len(said) :]:
            widget.hide()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        left, top, room = 0, 0, max(1, self.width())
        shown = self.lines[: len(self._said)]
        for widget in shown:
            width = min(widget.sizeHint().width(), room)
            if left and left + width > room:
                left, top = 0, top + _HEIGHT + _GAP
            widget.setGeometry(left, top, width, _HEIGHT)
            widget.update()
            left += width + _GAP
        self.setFixedHeight(top + _HEIGHT if shown else 0)


class SaidWord(QAbstractButton):
    """A word and a cross: a click takes it off."""

    def __init__(self, theme: DesktopTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.id = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        text = round(painted.advance(self.text(), DESKTOP.body)) + 1
        return QSize(text + _GAP + _ICON + 2 * _PADDING, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        box = QRectF(self.rect())
        fill = colours.sunken if self.underMouse() else None
        paint_box(painter, box, tokens.RADIUS_CHIP, fill, colours.edge)
        room = box.width() - 2 * _PADDING - _GAP - _ICON + 0.99
        block = painted.lay_out(self.text(), DESKTOP.body, max(1.0, room), max_lines=1)
        block.paint(painter, _PADDING, (box.height() - block.height) / 2, colours.ink)
        left, top = box.right() - _PADDING - _ICON, (box.height() - _ICON) / 2
        paint_icon(painter, "x", left, top, colours.ink2, _ICON)
