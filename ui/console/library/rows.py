"""Rows: a line of the list for each workshop, with its date, title and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.library.row_menu import Act, make_menu
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import mini_profile
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ui.console.library.dates import Dates
    from workshop.readings.profiles import MiniProfile
    from workshop.shelf import WorkshopLine

TITLE_AT: Final = 96
PROFILE_WIDTH: Final = 230
ACTIONS_WIDTH: Final = 104
_HEIGHT, _HEIGHT_PAST = 60, 48
_GAP = 16
_WORD = 4
_DOTS = CONSOLE.control_small


class WorkshopRow(QAbstractButton):
    """A workshop of the list. `asked` carries an act and the workshop's id.

    Pressed it is opened, or where there is nothing to open its menu is; the menu opens by its
    own key, by the right button, and by the dots that stand in the row under the mouse.
    `came` says that the focus is here.
    """

    asked = Signal(str, str)
    came = Signal(object)

    def __init__(
        self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates, aside: str
    ) -> None:
        super().__init__()
        self.line = line
        self._theme = theme
        self._words = words
        self._aside = aside
        self._day = dates.short(line.held_on)
        self._weekday = dates.weekday_short(line.held_on)
        self._title = line.title or words.say("Untitled workshop")
        self._below = ""
        self.setText(line.title)
        self.setToolTip(line.title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._press)
        self._say()

    @property
    def opens(self) -> bool:
        """Whether pressing it opens the workshop, and not its menu."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(2 * TITLE_AT, _HEIGHT_PAST)

    def menu(self) -> QMenu:
        """The menu of this row; what is chosen in it is asked for."""
        menu = make_menu(self, self._words, self.line)
        menu.triggered.connect(lambda chosen: self.asked.emit(chosen.data(), self.line.id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a point of this row."""
        self.menu().popup(self.mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()  # these are for the list
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.open_menu(event.pos() if by_mouse else self._dots().bottomLeft())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._dots().contains(event.position().toPoint()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.open_menu(self._dots().bottomLeft())
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        lit = self.underMouse() or self.isDown()
        if lit:
            paint_box(painter, QRectF(self.rect()), 0, colours.sunken)
        paint_line(painter, QLineF(0, 0, self.width(), 0), colours.hairline)
        self._paint_day(painter)
        self._paint_title(painter, self._dots().x() - _GAP / 2)
        self._paint_end(painter)
        if lit or self.hasFocus():
            place = self._dots()
            inset = (_DOTS - tokens.ICON_SIZE) / 2
            paint_icon(painter, "ellipsis", place.x() + inset, place.y() + inset, colours.ink2)

    def _paint_day(self, painter: QPainter) -> None:
        colours = self._theme.colours
        day = painted.line(self._day, DESKTOP.strong)
        top = (self.height() - day.height) / 2
        day.paint(painter, 0, top, colours.ink)
        weekday = painted.line(self._weekday, DESKTOP.body)
        if self.opens and day.width + _WORD + weekday.width <= TITLE_AT - _WORD:
            weekday.paint(painter, day.width + _WORD, top, colours.ink3)

    def _paint_title(self, painter: QPainter, right: float) -> None:
        colours = self._theme.colours
        room = max(1.0, right - TITLE_AT)
        title = painted.lay_out(self._title, DESKTOP.name, room, max_lines=1)
        below = painted.lay_out(self._below, DESKTOP.secondary, room, max_lines=1)
        top = (self.height() - title.height - (below.height if self._below else 0)) / 2
        title.paint(painter, TITLE_AT, top, colours.ink, _start(title))
        if self._below:
            below.paint(painter, TITLE_AT, top + title.height, colours.ink3, _start(below))

    def _paint_end(self, painter: QPainter) -> None:
        """Paint what stands at the right: the words beside."""
        aside = painted.line(self._aside, DESKTOP.secondary)
        top = (self.height() - aside.height) / 2
        aside.paint(painter, self.width() - aside.width, top, self._theme.colours.ink2)

    def _dots(self) -> QRect:
        """Where the menu opens."""
        right = self.width() - self._end_width() - _GAP
        return QRect(round(right) - _DOTS, (self.height() - _DOTS) // 2, _DOTS, _DOTS)

    def _end_width(self) -> float:
        return painted.advance(self._aside, DESKTOP.secondary)

    def _press(self) -> None:
        if self.opens:
            self.asked.emit(Act.OPEN.value, self.line.id)
        else:
            self.open_menu(self._dots().bottomLeft())

    def _say(self) -> None:
        parts = (self._title, self._day, self._below, self._aside)
        self.setAccessibleName(", ".join(part for part in parts if part))


class UpcomingRow(WorkshopRow):
    """A workshop that is still to come, or goes on."""

    def __init__(
        self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates, aside: str
    ) -> None:
        super().__init__(theme, words, line, dates, aside)
        asked = words.count("{n} question", "{n} questions", line.questions)
        self._below = f"{line.organisation}, {asked}" if line.organisation else asked
        self._say()

    @property
    def opens(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(2 * TITLE_AT, _HEIGHT)


class PastRow(WorkshopRow):
    """A workshop that has ended, with its profile once `profile` is there.

    `seen` comes the first time it is painted: only then is its profile worth reading.
    """

    seen = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, line: WorkshopLine, dates: Dates) -> None:
        done = words.say("{n} of {m} done", n=line.done, m=line.actions) if line.actions else ""
        super().__init__(theme, words, line, dates, done)
        self.profile: MiniProfile | None = None
        self.was_seen = False

    def set_profile(self, profile: MiniProfile) -> None:
        """Show what the day came to."""
        self.profile = profile
        scores = (f"{mark.title} {self._words.number(mark.score, 1)}" for mark in profile.marks)
        self.setAccessibleDescription(", ".join(scores))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.was_seen:
            self.was_seen = True
            self.seen.emit()

    def _paint_end(self, painter: QPainter) -> None:
        super()._paint_end(painter)
        if self.profile is None or not self.profile.marks:
            return
        left = self.width() - ACTIONS_WIDTH - PROFILE_WIDTH
        corner = QPointF(left, (self.height() - mini_profile.SIZE.height()) / 2)
        colours = self._theme.colours
        ground = colours.sunken if self.underMouse() or self.isDown() else colours.paper
        mini_profile.paint_mini_profile(
            painter, self.profile, corner, self._theme.of, axis=colours.edge, ground=ground
        )

    def _end_width(self) -> float:
        return ACTIONS_WIDTH + PROFILE_WIDTH


def _start(block: painted.Block) -> Align:
    """Left in every script: the titles of a list stand in one column."""
    return Align.END if block.right_to_left else Align.START
