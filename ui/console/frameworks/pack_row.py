"""Pack row: a framework in the list, with its sessions' shapes at the right."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import DESKTOP
from frameworks.collection import Entry
from ui.console.prepare.pack_card import extent, source_line
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.words import Words

HEIGHT = 84
_PADDING = 16
_BAR = 3
_SHAPE, _SHAPE_GAP = 14, 5
_MOST_SHAPES = 10
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PackRow(QAbstractButton):
    """One of the list; checked is the one whose contents are shown. `moved`: an arrow's step."""

    moved = Signal(int)

    def __init__(self, theme: DesktopTheme, words: Words, entry: Entry) -> None:
        super().__init__()
        self._theme = theme
        self.entry = entry
        if entry.refusal is None:
            self._lines = (extent(entry, words), source_line(entry, words))
        else:
            mend = words.say("What is to be mended stands beside it.")
            self._lines = (words.say("Cannot be used"), mend)
        self.setCheckable(True)
        self.setAccessibleName(f"{entry.title}, {self._lines[0]}")
        self.setAccessibleDescription(self._lines[1])
        self.setToolTip("\n".join((entry.title, *self._lines)))
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self.isChecked() or self.underMouse():
            paint_box(painter, QRectF(self.rect()), 0, colours.sunken)
        if self.isChecked():
            paint_box(painter, QRectF(0, 0, _BAR, self.height()), 0, colours.ink)
        foot = self.height() - 1
        paint_line(painter, QLineF(0, foot, self.width(), foot), colours.hairline)
        right = self._paint_shapes(painter)
        room = max(1.0, right - 2 * _PADDING)
        top = 12.0
        roles = (DESKTOP.group_title, DESKTOP.body, DESKTOP.secondary)
        inks = (colours.ink, colours.ink2, colours.ink3)
        for text, role, ink in zip((self.entry.title, *self._lines), roles, inks, strict=True):
            block = painted.lay_out(text, role, room, max_lines=1)
            block.paint(painter, _PADDING, top, ink)
            top += block.height

    def _paint_shapes(self, painter: QPainter) -> float:
        """A shape for each session, at most ten; answers where they begin."""
        sessions = self.entry.sessions[:_MOST_SHAPES]
        if self.entry.refusal is not None:
            left = self.width() - _PADDING - tokens.ICON_SIZE
            ink = self._theme.colours.ink2
            paint_icon(painter, "triangle-alert", left, (HEIGHT - tokens.ICON_SIZE) / 2, ink)
            return float(left)
        left = self.width() - _PADDING - len(sessions) * (_SHAPE + _SHAPE_GAP) + _SHAPE_GAP
        for place, session in enumerate(sessions):
            corner = QPointF(left + place * (_SHAPE + _SHAPE_GAP), (HEIGHT - _SHAPE) / 2)
            mark = Mark.HOLLOW if session.second else Mark.FILLED
            of = self._theme.of(session.theme)
            paint_shape_in(painter, session.theme, corner, _SHAPE, of, mark)
        return float(left)
