"""Next card: the workshop that comes next, or the one that is going on; the only card there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.library.agenda_strip import AgendaStrip
from ui.console.library.dates import Dates, time_of
from ui.console.run.building import column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.shelf import WorkshopLine

_DATE_WIDTH = 96
_TO_TITLE = 5  # down to the baseline of the title


class NextCard(QWidget):
    """Date, title, place, teams and agenda of one workshop; `opened` carries its id.

    `check_wanted` carries it too, where the room can be tested before the day.
    """

    opened = Signal(str)
    check_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(line.title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        live = line.state == "live"
        label = words.say("Go on") if live else words.say("Open workshop")
        self.open = Button(theme, label, Kind.PRIMARY)
        self.open.clicked.connect(lambda: self.opened.emit(line.id))
        whole = column(self, (28, 24, 28, 24))
        parts = row(spacing=28)
        parts.addWidget(_date(theme, line, dates), 0, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(self._about(words, line, dates), 1)
        whole.addLayout(parts)
        whole.addSpacing(22)
        whole.addWidget(Hairline(theme))
        whole.addSpacing(18)
        foot = row(spacing=12)
        foot.addWidget(self.open)
        self.check = Button(theme, words.say("Test the room"))
        self.check.clicked.connect(lambda: self.check_wanted.emit(line.id))
        self.check.setVisible(not live)
        foot.addWidget(self.check)
        foot.addStretch()
        whole.addLayout(foot)

    def _about(self, words: Words, line: WorkshopLine, dates: Dates) -> QVBoxLayout:
        theme = self._theme
        about = column()
        head = row(spacing=16)
        title = TextLabel(theme, line.title, DESKTOP.section_title, wrap=True)
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignTop)
        when = words.say("Going on") if line.state == "live" else dates.ahead(line.held_on)
        beside = column(None, (0, _TO_TITLE, 0, 0))
        beside.addWidget(TextLabel(theme, when, tone=Tone.INK2))
        beside.addStretch()
        head.addLayout(beside)
        about.addLayout(head)
        about.addSpacing(2)
        about.addWidget(TextLabel(theme, details(words, line), tone=Tone.INK2, wrap=True))
        if line.sessions:
            about.addSpacing(20)
            about.addWidget(AgendaStrip(theme, words, line.sessions))
        about.addStretch()
        return about

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        box = QRectF(self.rect())
        paint_box(QPainter(self), box, tokens.RADIUS_CARD, colours.surface, colours.hairline)


def details(words: Words, line: WorkshopLine) -> str:
    """Where, from when to when, and who comes, in one sentence each."""
    times = words.say(
        "{start} to {end}",
        start=time_of(line.starts_at),
        end=time_of(line.starts_at + line.minutes),
    )
    where = f"{line.organisation}, {times}." if line.organisation else f"{times}."
    teams = ", ".join(f"{team.name} {team.seats}" for team in line.teams)
    return f"{where} {teams}." if teams else where


def _date(theme: DesktopTheme, line: WorkshopLine, dates: Dates) -> QWidget:
    date = QWidget()
    date.setFixedWidth(_DATE_WIDTH)
    down = column(date)
    down.addWidget(TextLabel(theme, dates.numeral(line.held_on), DESKTOP.date_numeral))
    down.addSpacing(4)
    for name in (dates.weekday(line.held_on), dates.month(line.held_on)):
        down.addWidget(TextLabel(theme, name, tone=Tone.INK2, wrap=True))
    return date
