"""Overdue: the actions of all workshops that are late, and those due in the week to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from frameworks.theme import Theme
from ui.console.library.dates import TODAY, TOMORROW, Dates
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.widgets.button import Button
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import LEFT_TO_RIGHT, TextLabel, Tone
from ui.painters.shapes import Mark, paint_shape_in
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.due import DueAction, DueActions

_PADDING_X, _PADDING_TOP = 28, 40
_SHAPE: Final = 13


class Overdue(QWidget):
    """What is late, what is due, and the way to all actions; `all_wanted` is that way."""

    all_wanted = Signal()

    def __init__(
        self, theme: DesktopTheme, words: Words, due: DueActions, today: date, dates: Dates
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._today = today
        self._dates = dates
        content = Sheet()
        self._down = column(content, (_PADDING_X, _PADDING_TOP, _PADDING_X, 24))
        self.all = Button(theme, words.say("See all actions"))
        self.all.clicked.connect(self.all_wanted)
        self._show_late(due)
        if due.soon:
            self._show_soon(due)
        self._down.addStretch()
        column(self).addWidget(scrolled(content, words.say("Actions overdue")))

    def _show_late(self, due: DueActions) -> None:
        words, down = self._words, self._down
        head = row(spacing=8)
        head.addWidget(TextLabel(self._theme, words.say("Actions overdue"), DESKTOP.group_title))
        head.addStretch()
        if due.open_count:
            said = words.say("{n} of {m} open", n=due.late_count, m=due.open_count)
            head.addWidget(TextLabel(self._theme, said, DESKTOP.secondary, tone=Tone.INK2))
        down.addLayout(head)
        down.addSpacing(12)
        for action in due.late:
            down.addWidget(Hairline(self._theme))
            late = (self._today - action.due).days
            chip = words.count("{n} day late", "{n} days late", late)
            down.addWidget(self._line(action, action.owner, chip))
        down.addWidget(Hairline(self._theme))
        down.addSpacing(16)
        if not due.late:
            nothing = words.say("Nothing is overdue.")
            down.addWidget(TextLabel(self._theme, nothing, tone=Tone.INK2, wrap=True))
            down.addSpacing(16)
        ways = row(spacing=0)
        ways.addWidget(self.all)
        ways.addStretch()
        down.addLayout(ways)

    def _show_soon(self, due: DueActions) -> None:
        down = self._down
        down.addSpacing(36)
        title = self._words.say("Due this week")
        down.addWidget(TextLabel(self._theme, title, DESKTOP.group_title))
        down.addSpacing(12)
        for action in due.soon:
            down.addWidget(Hairline(self._theme))
            parts = (action.owner, self._when(action.due))
            down.addWidget(self._line(action, ", ".join(part for part in parts if part), ""))
        down.addWidget(Hairline(self._theme))

    def _when(self, day: date) -> str:
        ahead = (day - self._today).days
        if ahead < 2:
            return self._words.say((TODAY, TOMORROW)[ahead])
        return self._dates.weekday(day)

    def _line(self, action: DueAction, below: str, chip: str) -> QWidget:
        line = QWidget()
        line.setAccessibleName(", ".join(part for part in (action.what, below, chip) if part))
        down: QVBoxLayout = column(line, (0, 14, 0, 14), 4)
        head = row(spacing=12)
        what = TextLabel(self._theme, action.what, DESKTOP.name, wrap=True)
        head.addWidget(what, 1, Qt.AlignmentFlag.AlignTop)
        if chip:
            late = Chip(self._theme, chip, ChipKind.INVERSE)
            head.addWidget(late, 0, Qt.AlignmentFlag.AlignTop)
        down.addLayout(head)
        about = row(spacing=8)
        if action.theme:
            mark = Mark.HOLLOW if action.second else Mark.FILLED
            about.addWidget(_Shape(self._theme, Theme(action.theme), mark))
        said = TextLabel(
            self._theme, LEFT_TO_RIGHT + below, DESKTOP.secondary, tone=Tone.INK3, wrap=True
        )
        about.addWidget(said, 1)
        if below or action.theme:
            down.addLayout(about)
        return line


class _Shape(QWidget):
    """The shape of the session that an action came from."""

    def __init__(self, theme: DesktopTheme, session: Theme, mark: Mark) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SHAPE, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        top = QPointF(0, (self.height() - _SHAPE) / 2)
        colours = self._theme.of(self._session)
        paint_shape_in(QPainter(self), self._session, top, _SHAPE, colours, self._mark)
