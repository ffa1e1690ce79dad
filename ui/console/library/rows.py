"""Rows: a line of the list for each workshop, with its date, title and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.library.dates import Dates
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.shelf import WorkshopLine

_HEIGHT = 60
_TITLE_AT = 104
_GAP = 24
_WORD = 5


class _Text:
    """Date, title, place and the words at the right of one row, and how they are painted."""

    def __init__(
        self, theme: DesktopTheme, line: WorkshopLine, day: str, weekday: str, aside: str
    ) -> None:
        self._theme = theme
        self._line = line
        self._day = day
        self._weekday = weekday
        self._aside = aside

    @property
    def said(self) -> str:
        """The row as it is read aloud."""
        parts = (self._line.title, self._day, self._line.organisation, self._aside)
        return ", ".join(part for part in parts if part)

    def paint(self, painter: QPainter, width: float) -> None:
        """Paint into a row of that width."""
        colours = self._theme.colours
        middle = _HEIGHT / 2
        day = painted.line(self._day, DESKTOP.strong)
        top = middle - day.height / 2
        day.paint(painter, 0, top, colours.ink)
        room = _TITLE_AT - day.width - 2 * _WORD
        weekday = painted.lay_out(self._weekday, DESKTOP.body, max(1.0, room), max_lines=1)
        weekday.paint(painter, day.width + _WORD, top, colours.ink3)
        if self._aside:
            aside = painted.line(self._aside, DESKTOP.secondary)
            width -= aside.width
            aside.paint(painter, width, middle - aside.height / 2, colours.ink2)
            width -= _GAP
        room = max(1.0, width - _TITLE_AT)
        title = painted.lay_out(self._line.title, DESKTOP.name, room, max_lines=1)
        place = painted.lay_out(self._line.organisation, DESKTOP.secondary, room, max_lines=1)
        high = title.height + (place.height if self._line.organisation else 0)
        top = middle - high / 2
        title.paint(painter, _TITLE_AT, top, colours.ink, _start(title))
        if self._line.organisation:
            place.paint(painter, _TITLE_AT, top + title.height, colours.ink3, _start(place))


class UpcomingRow(QAbstractButton):
    """A workshop that is still to come; pressing the row opens it. `opened` carries its id."""

    opened = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates) -> None:
        super().__init__()
        self._theme = theme
        seats = sum(team.seats for team in line.teams)
        aside = words.count("{n} seat", "{n} seats", seats) if seats else words.say("No teams yet")
        if line.state == "live":
            aside = words.say("Go on")
        day = line.held_on
        self._text = _Text(theme, line, dates.short(day), dates.weekday_short(day), aside)
        self.setText(line.title)
        self.setAccessibleName(self._text.said)
        self.setToolTip(line.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.opened.emit(line.id))

    def sizeHint(self) -> QSize:
        return QSize(2 * _TITLE_AT, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), 0, colours.sunken)
        paint_line(painter, QLineF(0, 0, self.width(), 0), colours.hairline)
        self._text.paint(painter, self.width())


class PastRow(QWidget):
    """A workshop that has ended; `export_wanted` carries its id."""

    export_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates) -> None:
        super().__init__()
        self._theme = theme
        self._text = _Text(theme, line, dates.short(line.held_on), "", "")
        self.setAccessibleName(self._text.said)
        self.setToolTip(line.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.export = Button(theme, words.say("Export the action plan"), Kind.QUIET)
        self.export.setAccessibleDescription(line.title)
        self.export.clicked.connect(lambda: self.export_wanted.emit(line.id))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch()
        across.addWidget(self.export)

    def sizeHint(self) -> QSize:
        return QSize(2 * _TITLE_AT, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_line(painter, QLineF(0, 0, self.width(), 0), self._theme.colours.hairline)
        self._text.paint(painter, self.export.x() - _GAP)


def _start(block: painted.Block) -> Align:
    """Left in every script: the titles of a list stand in one column."""
    return Align.END if block.right_to_left else Align.START
