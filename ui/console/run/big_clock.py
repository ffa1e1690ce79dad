"""Big clock: the time of day and the likely finish, to be read from two metres."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import DISPLAY_FIGURES, FIGURES, MEDIUM, SEMIBOLD, Type
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

_SMALL = Type(FIGURES, 15, 20, SEMIBOLD)
_TIME = Type(DISPLAY_FIGURES, 76, 76, SEMIBOLD)
_FINISH = Type(FIGURES, 28, 36, MEDIUM)
_PADDING = 6
_SIDE, _ABOVE = 16, 16


class ClockButton(QAbstractButton):
    """The time of day as it stands in the top bar; a click asks for the big clock."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(words.say("Show the time large, or no longer"))
        self.setAccessibleDescription(self.toolTip())

    def set_time(self, time: str) -> None:
        """Show this time of day."""
        self.setText(time)
        self.setAccessibleName(self._words.say("Time {time}", time=time))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(painted.advance(self.text(), _SMALL)) + 2 * _PADDING + 1, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self.underMouse():
            paint_box(painter, self.rect().toRectF(), tokens.RADIUS_CHIP, colours.sunken)
        block = painted.line(self.text(), _SMALL)
        block.paint(painter, _PADDING, (self.height() - block.height) / 2, colours.ink)


class BigClock(QAbstractButton):
    """Stands in the rail, above the plan, until it is clicked away."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._finish = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(words.say("Put the large time away"))
        self.setToolTip(self.accessibleDescription())
        self.clicked.connect(self.hide)
        self.hide()

    def toggle_shown(self) -> None:
        """Show it, or put it away."""
        self.setVisible(self.isHidden())

    def show_time(self, time: str, finish: str) -> None:
        """Show the time of day, and in words when the day will likely end."""
        self.setText(time)
        self._finish = finish
        said = self._words.say("Time {time}", time=time)
        self.setAccessibleName(f"{said}, {finish}" if finish else said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1, _ABOVE + round(_TIME.leading + _FINISH.leading))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        room = max(1.0, self.width() - 2 * _SIDE)
        time = painted.line(self.text(), _TIME)
        time.paint(painter, _SIDE, _ABOVE, colours.ink)
        finish = painted.lay_out(self._finish, _FINISH, room, max_lines=1)
        finish.paint(painter, _SIDE, _ABOVE + _TIME.leading, colours.ink2)
