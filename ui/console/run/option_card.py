"""Option card: one of a few ready-made choices, with what comes of it at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import DESKTOP, FIGURES, SEMIBOLD, Type
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.keys import OWNS_KEYS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Block
from ui.theme import DesktopTheme

_PADDING_X = 14
_PADDING_Y = 12
_CIRCLE = 8.0
_DOT = 4.5
_TEXT_LEFT = 46
_GAP = 12
_RESULT = Type(FIGURES, 16, 20, SEMIBOLD)


class OptionCard(QRadioButton):
    """`moved` carries the step to the card above (-1) or below (1) that an arrow asks for."""

    moved = Signal(int)

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._title = self._beside = self._result = ""
        # Which one is chosen follows from the choice itself, and may be none.
        self.setAutoExclusive(False)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_LARGE)
        self.setProperty(OWNS_KEYS, True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_option(self, title: str, beside: str, result: str) -> None:
        """Say what is chosen, what that means, and what comes of it."""
        self._title, self._beside, self._result = title, beside, result
        self.setAccessibleName(f"{title}, {result}")
        self.setAccessibleDescription(beside)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, beside = self._blocks(width)
        return round(title.height + beside.height) + 2 * _PADDING_Y

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * _PADDING_Y + 38)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        on = self.isChecked()
        fill = colours.sunken if self.underMouse() and not on else colours.surface
        edge = colours.ink if on else colours.edge
        stroke = tokens.STROKE_SELECTED if on else tokens.STROKE_EDGE
        box = QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_LARGE, fill, edge, stroke=stroke)
        self._paint_circle(painter, on=on)
        title, beside = self._blocks(self.width())
        title.paint(painter, _TEXT_LEFT, _PADDING_Y, colours.ink)
        beside.paint(painter, _TEXT_LEFT, _PADDING_Y + title.height, colours.ink2)
        result = painted.line(self._result, _RESULT)
        right = self.width() - _PADDING_X - result.width
        result.paint(painter, right, _PADDING_Y, colours.ink)

    def _paint_circle(self, painter: QPainter, *, on: bool) -> None:
        colours = self._theme.colours
        centre = QPointF(_PADDING_X + 10, _PADDING_Y + 10)
        painter.setPen(QPen(QColor(colours.ink if on else colours.edge), tokens.STROKE_ICON))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, _CIRCLE, _CIRCLE)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink))
            painter.drawEllipse(centre, _DOT, _DOT)

    def _blocks(self, width: int) -> tuple[Block, Block]:
        """The title beside the result, and what stands below over the whole width."""
        result = painted.advance(self._result, _RESULT)
        room = max(1.0, width - _TEXT_LEFT - _GAP - result - _PADDING_X)
        title = painted.lay_out(self._title, DESKTOP.name, room, max_lines=2)
        whole = max(1.0, float(width - _TEXT_LEFT - _PADDING_X))
        return title, painted.lay_out(self._beside, DESKTOP.secondary, whole, max_lines=2)
