"""Chapter view: one chapter of the manual, to be scrolled."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.help.blocks import BlockView
from ui.console.run.building import Sheet, clear, column
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.text_label import TextLabel
from ui.help.chapter import Chapter, say
from ui.help.finding import texts
from ui.theme import DesktopTheme
from workshop.words import Words

_WIDEST = 720  # longer lines are lost by the eye
_INSET = 16
_MARGINS = (24, 8, 24, 32)
_NARROW_MARGINS = (4, 4, 16, 24)
_NARROW = 560
_STEP = 64
_ABOVE = 16


class ChapterView(QScrollArea):
    """The chapter at the right. The arrows scroll it, here or from whoever asks it to."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.chapter: Chapter | None = None
        self.blocks: list[BlockView] = []
        self._title = TextLabel(theme, "", DESKTOP.screen_title, wrap=True, balanced=True)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self._sheet = Sheet()
        self._whole = column(self._sheet, _MARGINS)
        title = QWidget()
        column(title, (_INSET, 8, 0, 16)).addWidget(self._title)
        self._lines = column()
        self._whole.addWidget(title)
        self._whole.addLayout(self._lines)
        self._whole.addStretch()
        self.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_chapter(self, chapter: Chapter, found: Collection[int] = ()) -> None:
        """Show a chapter from its beginning; `found` are the numbers of blocks to be marked."""
        if chapter is not self.chapter:
            self.chapter = chapter
            self._fill(chapter)
            self.verticalScrollBar().setValue(0)
        for place, block in enumerate(self.blocks):
            block.set_found(place in found)

    def go_to(self, block: int) -> None:
        """Scroll to a block; -1 is the title."""
        self._lay_out()
        bar = self.verticalScrollBar()
        top = 0 if block < 0 else self.blocks[block].y() - _ABOVE
        bar.setMaximum(max(0, self._sheet.height() - self.viewport().height()))
        bar.setValue(top)

    def scroll_by(self, steps: int) -> None:
        """Scroll by so many arrows, downwards."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + steps * _STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        left, top, right, bottom = _NARROW_MARGINS if narrow else _MARGINS
        spare = self.viewport().width() - left - right - _WIDEST
        self._whole.setContentsMargins(left, top, right + max(0, spare), bottom)
        self.verticalScrollBar().setSingleStep(_STEP)
        super().resizeEvent(event)

    def _fill(self, chapter: Chapter) -> None:
        words = self._words
        title = say(words, chapter.title)
        self._title.setText(title)
        self.setAccessibleName(title)
        said = chain.from_iterable(texts(block, words) for block in chapter.blocks)
        self.setAccessibleDescription(" ".join(said))
        clear(self._lines)
        self.blocks = [BlockView(self._theme, words, block) for block in chapter.blocks]
        for each in self.blocks:
            self._lines.addWidget(each)
            each.show()  # at once, so that it has its place before one goes there

    def _lay_out(self) -> None:
        """Put everything in its place now, and not with the next paint."""
        self._whole.activate()
        size = self._sheet.size()
        height = max(self.viewport().height(), self._whole.totalHeightForWidth(size.width()))
        self._sheet.resize(size.width(), height)
        self._whole.setGeometry(self._sheet.rect())
