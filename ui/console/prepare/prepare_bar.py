"""Prepare bar: the way back, the title and day to be changed, undo, and when it was saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.library.dates import Dates
from ui.console.run.building import button, row
from ui.console.widgets.button import Kind
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.console_staging import act_said
from workshop.prepared import Prepared
from workshop.words import Words, mark

_GAP = 16
_PADDING = 14
_NARROW = 1280  # below this width the undo button drops the name of what it undoes
_TITLE_LEAST = 80
_UNDO_MOST = 240  # px of what it undoes; more than that is in its tooltip

NO_TITLE_YET = mark("Untitled workshop")


class PrepareBar(QWidget):
    """56 px along the top. `left` goes back, `day_wanted` opens the panel of the day."""

    left = Signal()
    day_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._words = words
        self._today = today
        self._undone = ""
        self.setAccessibleName(words.say("Title and day"))
        self.setFixedHeight(CONSOLE.top_bar - 1)  # and the line below it
        back = words.say("Workshops")
        self.back = button(theme, back, self.left.emit, Kind.QUIET, icon="chevron-left")
        self.day = DayButton(theme)
        self.day.clicked.connect(self.day_wanted)
        undo = words.say(key_of(Intent.UNDO))
        self.undo = button(theme, "", self.undo_wanted.emit, Kind.QUIET, icon="undo-2", key=undo)
        self._saved = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self._lay_out()

    def show_prepared(self, prepared: Prepared) -> None:
        """Say the title, the day, and what undo would undo."""
        words = self._words
        dates = Dates(words, self._today())
        held_on = prepared.workshop.held_on
        day = words.say(
            "{weekday} {day} {month}",
            weekday=dates.weekday(held_on),
            day=dates.numeral(held_on),
            month=dates.month(held_on),
        )
        title = prepared.workshop.title
        self.day.show_day(title or words.say(NO_TITLE_YET), day)
        self._undone = act_said(prepared.undo, words)
        self._say_undo()

    def show_saved(self, time: str) -> None:
        """Say when the last change was kept."""
        self._saved.setText(self._words.say("Saved {time}", time=time))
        self._saved.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._say_undo()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, CONSOLE.top_bar - 1)

    def _say_undo(self) -> None:
        words, act = self._words, self._undone
        named = words.say("Undo: {act}", act=act) if act else words.say("Undo")
        long = painted.advance(named, DESKTOP.button) > _UNDO_MOST
        self.undo.setText(words.say("Undo") if long or self.width() < _NARROW else named)
        self.undo.setAccessibleName(named)
        self.undo.setToolTip(named)
        self.undo.setVisible(bool(act))
        self._fit()

    def _fit(self) -> None:
        """Leave the sides what they need; the title is elided where it would take of it."""
        side = max(each.sizeHint().width() for each in self._sides)
        self.day.setMaximumWidth(max(1, self.width() - _PADDING - 24 - 2 * (side + _GAP)))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sides = (left, right)
        start = row(left)
        start.addWidget(self.back)
        start.addStretch()
        end = row(right, spacing=_GAP)
        end.addStretch()
        end.addWidget(self.undo)
        end.addWidget(self._saved)
        whole = row(self, (_PADDING, 0, 24, 0), _GAP)
        whole.addWidget(left, 1)
        whole.addWidget(self.day)
        whole.addWidget(right, 1)


class DayButton(QPushButton):
    """The title and the day, side by side, as one button."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._title = self._day = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_day(self, title: str, day: str) -> None:
        """Show another title or day."""
        self._title, self._day = title, day
        self.setAccessibleName(f"{title}, {day}")
        self.setToolTip(title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = painted.advance(self._title, DESKTOP.group_title) + self._day_width()
        return QSize(round(wide) + 2 * _PADDING + 1, CONSOLE.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._day_width()) + 2 * _PADDING + _TITLE_LEAST, CONSOLE.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        if self.underMouse() or self.isDown():
            fill = colours.hairline if self.isDown() else colours.sunken
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, fill)
        room = self.width() - 2 * _PADDING - self._day_width() + 0.99
        elide = Qt.TextElideMode.ElideRight
        title = painted.lay_out(
            self._title, DESKTOP.group_title, max(1.0, room), max_lines=1, elide=elide
        )
        title.paint(painter, _PADDING, (self.height() - title.height) / 2, colours.ink)
        day = painted.line(self._day, DESKTOP.body)
        left = _PADDING + min(title.width, room) + _GAP
        day.paint(painter, left, (self.height() - day.height) / 2, colours.ink3)

    def _day_width(self) -> float:
        return painted.advance(self._day, DESKTOP.body) + _GAP
