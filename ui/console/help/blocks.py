"""Blocks: each part of a chapter as a widget, with a bar beside what was found."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.help.picture import PictureView
from ui.console.run.building import column, row
from ui.console.run.keys_list import keys_line, review_lines
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.help.chapter import (
    AllKeys,
    AllStates,
    Block,
    Heading,
    Paragraph,
    Picture,
    Points,
    say,
)
from ui.help.room_table import LINES, RoomLine
from ui.keys import DOES
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words, mark

_INSET = 16
_BAR = 3
_BULLET = 24
_HEAD = 92
_ABOVE: dict[type[Block], int] = {Heading: 24, Picture: 8}
_BELOW: dict[type[Block], int] = {Heading: 6}
_SEEN = (
    (mark("The room sees"), "wall"),
    (mark("You see"), "console"),
    (mark("Never on it"), "never"),
)


class BlockView(QWidget):
    """One block; `found` draws a bar in ink at its left."""

    def __init__(self, theme: DesktopTheme, words: Words, block: Block) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.found = False
        above, below = _ABOVE.get(type(block), 0), _BELOW.get(type(block), 12)
        self._whole = column(self, (_INSET, above, 0, below))
        self._fill(block)

    def set_found(self, found: bool) -> None:
        """Whether the words that are looked for are in it."""
        self.found = found
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.found:
            inner = self._whole.contentsRect()
            box = QRectF(0, inner.top(), _BAR, inner.height())
            paint_box(QPainter(self), box, 0, self._theme.colours.ink)

    def _fill(self, block: Block) -> None:
        theme, words = self._theme, self._words
        match block:
            case Heading(text):
                said = say(words, text)
                self._whole.addWidget(TextLabel(theme, said, DESKTOP.group_title, wrap=True))
            case Paragraph(text):
                self._whole.addWidget(TextLabel(theme, say(words, text), DESKTOP.note, wrap=True))
            case Points(texts, ordered):
                self._whole.setSpacing(6)
                for place, each in enumerate(texts, 1):
                    sign = words.say("{n}", n=place) if ordered else "•"
                    self._add_point(sign, say(words, each))
            case Picture():
                said = say(words, block.alternative)
                self._whole.setSpacing(6)
                self._whole.addWidget(PictureView(theme, block, said))
                caption = TextLabel(theme, said, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
                self._whole.addWidget(caption)
            case AllKeys():
                self._add_keys()
            case AllStates():
                for line in LINES:
                    self._whole.addWidget(Hairline(theme))
                    self._whole.addLayout(self._state(line))

    def _add_point(self, sign: str, said: str) -> None:
        line = row(spacing=0)
        number = TextLabel(self._theme, sign, DESKTOP.note, tone=Tone.INK2)
        bullet = QWidget()
        bullet.setFixedWidth(_BULLET)
        inside = column(bullet)
        inside.addWidget(number)
        inside.addStretch()
        line.addWidget(bullet)
        line.addWidget(TextLabel(self._theme, said, DESKTOP.note, wrap=True), 1)
        self._whole.addLayout(line)

    def _add_keys(self) -> None:
        theme, words = self._theme, self._words
        lines = [keys_line(theme, words, intent) for intent in DOES]
        for line in (*lines, *review_lines(theme, words)):
            self._whole.addWidget(Hairline(theme))
            self._whole.addWidget(line)

    def _state(self, line: RoomLine) -> QVBoxLayout:
        theme, words = self._theme, self._words
        whole = column(None, (0, 12, 0, 14), 4)
        whole.addWidget(TextLabel(theme, say(words, line.when), DESKTOP.strong, wrap=True))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, _HEAD)
        for place, (head, name) in enumerate(_SEEN):
            told = TextLabel(theme, words.say(head), DESKTOP.body, tone=Tone.INK2, wrap=True)
            grid.addWidget(told, place, 0)
            said = say(words, getattr(line, name))
            grid.addWidget(TextLabel(theme, said, DESKTOP.body, wrap=True), place, 1)
        whole.addLayout(grid)
        return whole
