"""Agenda strip: the sessions of a day side by side, as wide as they are long."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from frameworks.theme import Theme
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.shelf import SessionLine

_BAR = 10
_GAP = 3
_BREAK = 2  # a break is only this high, at the foot of the bars
_BELOW = 8
_EDGE_OF_TEXT = 6
_NAME = DESKTOP.label
_MINUTES = tokens.Type(tokens.SANS, 12, 16, tokens.REGULAR)
_LEAST = 44  # narrower than this a name says nothing


class AgendaStrip(QWidget):
    """Paints a bar for each session in its theme's colour, its name and minutes below.

    A break between them is a thin line.
    """

    def __init__(self, theme: DesktopTheme, words: Words, sessions: Sequence[SessionLine]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._sessions = tuple(sessions)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = (f"{each.title}, {self._minutes(each)}" for each in self._sessions)
        self.setAccessibleName(", ".join(said))
        self.setToolTip("\n".join(f"{each.title}, {self._minutes(each)}" for each in sessions))

    def sizeHint(self) -> QSize:
        return QSize(240, _BAR + _BELOW + round(_NAME.leading + _MINUTES.leading))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for session, left, width in self._places():
            self._paint(painter, session, left, width)

    def _places(self) -> list[tuple[SessionLine, float, float]]:
        """Each session with its left edge and width; in a mirrored window from the right."""
        minutes = [max(1, each.minutes) for each in self._sessions]
        room = self.width() - _GAP * (len(minutes) - 1)
        widths = [room * each / sum(minutes) for each in minutes]
        lefts = [0.0, *accumulate(width + _GAP for width in widths)]
        return list(zip(self._sessions, lefts, widths, strict=False))

    def _paint(self, painter: QPainter, session: SessionLine, left: float, width: float) -> None:
        colours = self._theme.colours
        bar = QRectF(round(left), 0, round(left + width) - round(left), _BAR)
        if session.theme:
            of = self._theme.of(Theme(session.theme))
            paint_box(painter, bar, 0, of.fill, of.key)
        else:
            bar.setTop(bar.bottom() - _BREAK)
            paint_box(painter, bar, 0, colours.edge)
            return
        room = width - _EDGE_OF_TEXT
        if room < _LEAST:
            return
        top = _BAR + _BELOW
        name = painted.lay_out(session.title, _NAME, room, max_lines=1)
        name.paint(painter, left, top, colours.ink)
        minutes = painted.lay_out(self._minutes(session), _MINUTES, room, max_lines=1)
        minutes.paint(painter, left, top + _NAME.leading, colours.ink3)

    def _minutes(self, session: SessionLine) -> str:
        return self._words.say("{n} min", n=session.minutes)
