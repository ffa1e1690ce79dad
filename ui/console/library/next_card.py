"""Next card: the workshop that comes next, or the one that is going on; the only card there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.library.agenda_strip import AgendaStrip
from ui.console.library.dates import Dates, time_of
from ui.console.library.row_menu import Act, make_menu
from ui.console.library.standing import Point, missing, points, room_point
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.shelf import WorkshopLine

_DATE_WIDTH = 84
_SIGN = 16
_NOT_GOOD = tokens.Type(tokens.SANS, 13, 18, tokens.MEDIUM)
_TO_TITLE = 5  # down to the baseline of the title
_MOST_NAMED = 12  # teams; beyond only how many


class NextCard(QWidget):
    """Date, title, place, teams and agenda of one workshop, and how ready it is.

    `asked` carries an act and its id; `check_wanted` its id, where the room can be tested before
    the day.
    """

    asked = Signal(str, str)
    check_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._line = line
        self.setAccessibleName(line.title or words.say("Untitled workshop"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = column(self, (28, 24, 28, 24))
        parts = row(spacing=28)
        parts.addWidget(_date(theme, line, dates), 0, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(self._about(words, line, dates), 1)
        whole.addLayout(parts)
        whole.addSpacing(22)
        whole.addWidget(Hairline(theme))
        whole.addSpacing(18)
        whole.addLayout(self._foot())

    @property
    def workshop_id(self) -> str:
        """The workshop that it shows."""
        return self._line.id

    def take_focus(self) -> None:
        """Put the focus on what leads on from here."""
        goal = self.prepare if self.open.isHidden() else self.open
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _foot(self) -> QHBoxLayout:
        theme, words, line = self._theme, self._words, self._line
        live = line.state == "live"
        foot = row(spacing=12)
        self.open = Button(
            theme, words.say("Go on") if live else words.say("Open workshop"), Kind.PRIMARY
        )
        self.open.clicked.connect(lambda: self.asked.emit(Act.OPEN.value, line.id))
        foot.addWidget(self.open)
        lacking = not live and bool(missing(line, words))
        self.open.setVisible(not lacking)  # what is missing is mended before it can be led
        self.prepare = Button(
            theme, words.say("Prepare"), Kind.PRIMARY if lacking else Kind.SECONDARY
        )
        self.prepare.clicked.connect(lambda: self.asked.emit(Act.PREPARE.value, line.id))
        self.prepare.setVisible(not live)
        foot.addWidget(self.prepare)
        self.more = button(
            theme, "", self._open_menu, Kind.QUIET, icon="ellipsis", name=words.say("More")
        )
        foot.addWidget(self.more)
        foot.addStretch()
        said = () if live else points(line, words)
        for point in said:
            foot.addWidget(IconLabel(theme, _sign(point), tone=_tone(point), size=_SIGN))
            elide = Qt.TextElideMode.ElideRight
            role = DESKTOP.secondary if point.good else _NOT_GOOD
            foot.addWidget(TextLabel(theme, point.said, role, tone=_tone(point), elide=elide))
        room = room_point(line, words)
        self.check = Button(theme, room.said, Kind.QUIET, icon=_sign(room))
        self.check.setToolTip(words.say("Test the room"))
        self.check.setAccessibleDescription(words.say("Test the room"))
        self.check.clicked.connect(lambda: self.check_wanted.emit(line.id))
        self.check.setVisible(not live)
        foot.addWidget(self.check)
        return foot

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu()

    def _open_menu(self) -> None:
        menu = make_menu(self, self._words, self._line)
        menu.triggered.connect(lambda chosen: self.asked.emit(chosen.data(), self._line.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _about(self, words: Words, line: WorkshopLine, dates: Dates) -> QVBoxLayout:
        theme = self._theme
        about = column()
        head = row(spacing=16)
        called = line.title or words.say("Untitled workshop")
        title = TextLabel(theme, called, DESKTOP.section_title, wrap=True)
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
    at = ", ".join(part for part in (line.organisation, line.place, times) if part)
    where = f"{at}."
    if len(line.teams) > _MOST_NAMED:
        seats = sum(team.seats for team in line.teams)
        return (
            f"{where} {words.say('{n} people in {teams} teams', n=seats, teams=len(line.teams))}."
        )
    teams = ", ".join(f"{team.name} {team.seats}" for team in line.teams)
    return f"{where} {teams}." if teams else where


def _sign(point: Point) -> str:
    return "check" if point.good else "triangle-alert"


def _tone(point: Point) -> Tone:
    return Tone.INK2 if point.good else Tone.INK


def _date(theme: DesktopTheme, line: WorkshopLine, dates: Dates) -> QWidget:
    date = QWidget()
    date.setFixedWidth(_DATE_WIDTH)
    down = column(date)
    down.addWidget(TextLabel(theme, dates.numeral(line.held_on), DESKTOP.date_numeral))
    down.addSpacing(4)
    for name in (dates.weekday(line.held_on), dates.month(line.held_on)):
        down.addWidget(TextLabel(theme, name, tone=Tone.INK2, wrap=True))
    return date
