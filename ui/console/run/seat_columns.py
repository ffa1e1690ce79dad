"""Seat columns: teams side by side with a line for each seat, led by the arrows, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.tab_order import reveal
from ui.console.widgets.button import Kind
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.keys import OWNS_KEYS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.presence_panel import SeatLine, SeatState, TeamColumn
from workshop.words import Words

EDGE = 10  # that a line reaches beyond its text, on both sides
RING = 4  # room for the focus ring around a line
_MOST = 3
_LEAST_WIDE = 176
_GAP = 8
_DOT = 6
_MARK = 16
_TEXT = EDGE + _MARK + 8
_CHIP = 22
_BAR = 3
_K = Qt.Key
_ENTER = (_K.Key_Return, _K.Key_Enter, _K.Key_Space)


class StopKind(Enum):
    """What a line is about."""

    TEAM = auto()
    SEAT = auto()
    ADD = auto()


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the cursor stands: the id is a seat's, or a team's for its head and 'Add a seat'."""

    kind: StopKind
    id: str


class SeatColumns(QWidget):
    """`moved` carries the Stop the cursor came to, `picked` one that was clicked or entered and
    whether that was by key, `digit` a number typed on a line.

    `whole` lets the cursor stand on a team as a whole too, and offers to add a seat to it. Where it
    does not scroll by itself it stands in what scrolls.
    """

    moved = Signal(object)
    picked = Signal(object, bool)
    digit = Signal(str)

    def __init__(
        self, theme: DesktopTheme, words: Words, name: str, *, whole: bool, scrolls: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._whole = whole
        self._teams: tuple[TeamColumn, ...] = ()
        self._page = 0
        self._structure: tuple[object, ...] = ()
        self._lines: list[list[_Line]] = []
        self._building = False
        self.current: Stop | None = None
        self._pages = QWidget()
        pages = row(self._pages, (EDGE + RING, 0, EDGE + RING, 6))
        self._where = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2)
        self._before = self._turner("chevron-left", -1, words.say("Teams before"))
        self._after = self._turner("chevron-right", 1, words.say("Further teams"))
        for each in (self._where, self._before, self._after):
            pages.addWidget(each)
        pages.addStretch()
        sheet = Sheet()
        self._columns = row(sheet, (RING, RING, RING, 8), _GAP)
        outer = column(self)
        outer.addWidget(self._pages)
        outer.addWidget(scrolled(sheet, name) if scrolls else sheet, 1)
        self.setAccessibleName(name)

    def show_teams(self, teams: tuple[TeamColumn, ...]) -> None:
        """Show these teams; the cursor stays where it is, or goes to the first seat."""
        self._teams = teams
        stops = self._stops()
        if self.current not in stops:
            seats = [stop for stop in stops if stop.kind is StopKind.SEAT]
            self.current = next(iter(seats or stops), None)
            self._page = self._page_of(self.current)
        self._fill()

    def go(self, stop: Stop) -> None:
        """Put the cursor there, and turn to its page."""
        self.current = stop
        self._page = self._page_of(stop)
        self._fill()
        self.moved.emit(stop)

    def take_focus(self) -> None:
        """Let the arrows begin at the cursor."""
        line = self._line_at(self.current)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._building:
            return  # what is shown may change the room for it; the one who fills looks again
        self._page = self._page_of(self.current)
        self._fill()

    def take_key(self, line: _Line, event: QKeyEvent) -> bool:
        """What a key does on a line; False where it does nothing here."""
        key = _K(event.key())
        if key in _ENTER:
            if not event.isAutoRepeat():
                self.picked.emit(line.stop, True)
            return True
        if event.text().isdecimal():
            self.digit.emit(event.text())
            return True
        target = self._target(line, key)
        if target is None:
            return key in (_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down)
        self.go(target)
        self.take_focus()
        return True

    def _target(self, line: _Line, key: Qt.Key) -> Stop | None:
        across = next(n for n, each in enumerate(self._lines) if line in each)
        down = self._lines[across].index(line)
        ends = {_K.Key_Home: 0, _K.Key_End: -1}
        if key in ends:
            return self._lines[across][ends[key]].stop
        if key in (_K.Key_Up, _K.Key_Down):
            down += 1 if key == _K.Key_Down else -1
            inside = 0 <= down < len(self._lines[across])
            return self._lines[across][down].stop if inside else None
        step = {_K.Key_Left: -1, _K.Key_Right: 1}.get(key)
        if step is None:
            return None
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        beside = self._page * self._across() + across + step
        if not 0 <= beside < len(self._teams):
            return None
        stops = self._of_team(self._teams[beside])
        return stops[min(down, len(stops) - 1)]

    def _turner(self, icon: str, step: int, name: str) -> QWidget:
        return button(self._theme, "", lambda: self._turn(step), Kind.QUIET, icon=icon, name=name)

    def _turn(self, step: int) -> None:
        first = (self._page + step) * self._across()
        if 0 <= first < len(self._teams):
            stops = self._of_team(self._teams[first])
            seats = [stop for stop in stops if stop.kind is StopKind.SEAT]
            self.go((seats or stops)[0])

    def _of_team(self, team: TeamColumn) -> list[Stop]:
        seats = [Stop(StopKind.SEAT, seat.id) for seat in team.seats]
        if not self._whole:
            return seats
        return [Stop(StopKind.TEAM, team.id), *seats, Stop(StopKind.ADD, team.id)]

    def _stops(self) -> list[Stop]:
        return [stop for team in self._teams for stop in self._of_team(team)]

    def _across(self) -> int:
        room = self.width() + _GAP
        return max(1, min(_MOST, room // (_LEAST_WIDE + _GAP)))

    def _page_of(self, stop: Stop | None) -> int:
        at = (n for n, team in enumerate(self._teams) if stop in self._of_team(team))
        return next(at, 0) // self._across()

    def _line_at(self, stop: Stop | None) -> _Line | None:
        return next((line for lines in self._lines for line in lines if line.stop == stop), None)

    def _fill(self) -> None:
        across = self._across()
        first = self._page * across
        shown = self._teams[first : first + across]
        structure = (across, *((team.id, *(seat.id for seat in team.seats)) for team in shown))
        if structure != self._structure:
            self._structure = structure
            self._building = True
            self._build(shown, across)
            self._building = False
            if self._across() != across:
                self._page = self._page_of(self.current)
                self._fill()
                return
        for team, lines in zip(shown, self._lines, strict=True):
            seats = {seat.id: seat for seat in team.seats}
            for line in lines:
                line.show_line(team, seats.get(line.stop.id), here=line.stop == self.current)
        several = len(self._teams) > across
        self._pages.setVisible(several)
        if several:
            last = first + len(shown)
            self._where.setText(
                self._words.say(
                    "Teams {first} to {last} of {n}", first=first + 1, last=last, n=len(self._teams)
                )
            )
            self._where.updateGeometry()
            self._before.setEnabled(first > 0)
            self._after.setEnabled(last < len(self._teams))

    def _build(self, teams: tuple[TeamColumn, ...], across: int) -> None:
        focused = any(line.hasFocus() for lines in self._lines for line in lines)
        clear(self._columns)
        self._lines = []
        for team in teams:
            holder = QWidget()
            whole = column(holder)
            if not self._whole:
                self._add_line(whole, Stop(StopKind.TEAM, team.id), team)
            stops = self._of_team(team)
            self._lines.append([self._add_line(whole, stop, team) for stop in stops])
            whole.addStretch()
            self._columns.addWidget(holder, 1)
            holder.show()  # now, or its lines could not take the cursor
        for _ in range(across - len(teams)):
            self._columns.addWidget(QWidget(), 1)
        if focused:
            self.take_focus()

    def _add_line(self, whole: QVBoxLayout, stop: Stop, team: TeamColumn) -> _Line:
        line = _Line(self._theme, self._words, self, stop)
        line.clicked.connect(lambda: self._click(line))
        line.show_line(team, None, here=False)
        whole.addWidget(line)
        return line

    def _click(self, line: _Line) -> None:
        if self._line_at(line.stop) is not None:
            self.go(line.stop)
            self.picked.emit(line.stop, False)


class _Line(QAbstractButton):
    """The head of a team, a seat, or 'Add a seat'."""

    def __init__(self, theme: DesktopTheme, words: Words, owner: SeatColumns, stop: Stop) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._owner = owner
        self._team: TeamColumn | None = None
        self._seat: SeatLine | None = None
        self._here = False
        self.stop = stop
        self.setProperty(FOCUS_RADIUS, 0)
        self.setProperty(OWNS_KEYS, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_line(self, team: TeamColumn, seat: SeatLine | None, *, here: bool) -> None:
        """Say how it stands; Tab comes by at the cursor alone."""
        if (team.name, team.count, seat, here) == self._kept():
            return
        self._team, self._seat, self._here = team, seat, here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        if seat is not None:
            said = self._words.say("{seat}, {team}", seat=seat.said, team=team.name)
            self.setToolTip(seat.name)
        elif self.stop.kind is StopKind.ADD:
            said = self._words.say("Add a seat to {team}", team=team.name)
        else:
            said = self._words.say("{team}, {count}", team=team.name, count=team.count)
            self.setToolTip(team.name)
        self.setAccessibleName(said)
        self.update()

    def _kept(self) -> tuple[object, ...]:
        team = self._team
        return (team.name, team.count, self._seat, self._here) if team is not None else ()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDE, CONSOLE.list_row)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, CONSOLE.list_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.take_key(self, event):
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self._here or self.underMouse():
            paint_box(painter, QRectF(self.rect()), 0, colours.sunken)
        if self._here:
            paint_box(painter, QRectF(0, 0, _BAR, self.height()), 0, colours.ink)
        bottom = self.height() - 1
        if self._seat is not None:
            self._paint_seat(painter, self._seat)
        elif self.stop.kind is StopKind.ADD:
            self._paint_add(painter)
        elif self._team is not None:
            self._paint_team(painter, self._team)
            paint_line(painter, QLineF(EDGE, bottom, self.width() - EDGE, bottom), colours.ink)
            return
        paint_line(painter, QLineF(0, bottom, self.width(), bottom), colours.hairline)

    def _paint_team(self, painter: QPainter, team: TeamColumn) -> None:
        colours = self._theme.colours
        count = painted.line(team.count, DESKTOP.body)
        right = self.width() - EDGE - count.width
        count.paint(painter, right, (self.height() - count.height) / 2, colours.ink2)
        self._paint_text(painter, team.name, DESKTOP.group_title, EDGE, right - 8, colours.ink)

    def _paint_seat(self, painter: QPainter, seat: SeatLine) -> None:
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = colours.ink if seat.filled else colours.edge
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.setBrush(QColor(colours.ink) if seat.filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(EDGE + _MARK / 2, self.height() / 2), _DOT, _DOT)
        right = float(self.width() - EDGE)
        if seat.chip:
            wide = painted.advance(seat.chip, DESKTOP.label) + 16
            box = QRectF(right - wide, (self.height() - _CHIP) / 2, wide, _CHIP)
            paint_box(painter, box, tokens.RADIUS_CHIP, colours.surface, colours.edge)
            chip = painted.line(seat.chip, DESKTOP.label)
            chip.paint(painter, box.x() + 8, (self.height() - chip.height) / 2, colours.ink)
            right = box.x() - 8
        present = seat.state is SeatState.PRESENT
        role = DESKTOP.name if present else DESKTOP.body
        self._paint_text(
            painter, seat.name, role, _TEXT, right, colours.ink if present else colours.ink2
        )

    def _paint_add(self, painter: QPainter) -> None:
        ink = self._theme.colours.ink2
        paint_icon(painter, "plus", EDGE, (self.height() - _MARK) / 2, ink, _MARK)
        said = self._words.say("Add a seat")
        self._paint_text(painter, said, DESKTOP.body, _TEXT, self.width() - EDGE, ink)

    def _paint_text(
        self, painter: QPainter, text: str, role: tokens.Type, left: float, right: float, ink: str
    ) -> None:
        # As wide as its text, so that a right-to-left name stands beside its dot too.
        room = min(painted.advance(text, role), max(1.0, right - left)) + 0.99
        block = painted.lay_out(text, role, room, max_lines=1)
        block.paint(painter, left, (self.height() - block.height) / 2, ink)
