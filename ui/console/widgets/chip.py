"""The chip: inverse for an alarm, outline for a state, dashed for a gap, tint for a session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from frameworks.theme import Theme
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_PADDING = 8
_GAP = 6
_SHAPE = 14


class ChipKind(Enum):
    """What a chip says by its look."""

    INVERSE = auto()  # alarm: late, hidden, failed
    OUTLINE = auto()  # a state
    DASHED = auto()  # a missing value
    TINT = auto()  # a session, with its shape


@dataclass(frozen=True, slots=True)
class _Face:
    """How one chip looks; shared by the chip to read and the chip to press."""

    kind: ChipKind
    session: Theme | None
    mark: Mark
    height: int

    def width(self, text: str) -> int:
        shape = _SHAPE + _GAP if self.session is not None else 0
        return round(painted.advance(text, DESKTOP.label)) + 2 * _PADDING + shape

    def paint(self, painter: QPainter, box: QRectF, text: str, theme: DesktopTheme) -> None:
        colours = theme.colours
        radius = tokens.RADIUS_CHIP
        ink = colours.ink
        if self.kind is ChipKind.INVERSE:
            paint_box(painter, box, radius, colours.ink)
            ink = colours.paper
        elif self.kind is ChipKind.TINT and self.session is not None:
            paint_box(painter, box, radius, theme.of(self.session).tint)
            ink = theme.of(self.session).ink
        else:
            dashed = self.kind is ChipKind.DASHED
            paint_box(painter, box, radius, None, colours.edge, dashed=dashed)
        left = box.x() + _PADDING
        if self.session is not None:
            corner = QPointF(left, box.y() + (box.height() - _SHAPE) / 2)
            paint_shape_in(painter, self.session, corner, _SHAPE, theme.of(self.session), self.mark)
            left += _SHAPE + _GAP
        room = box.right() - _PADDING - left + 1
        block = painted.lay_out(text, DESKTOP.label, room, max_lines=1)
        block.paint(painter, left, box.y() + (box.height() - block.height) / 2, ink)


class Chip(QLabel):
    """A chip to read; `most` is a width beyond which its text is elided, whole in the tooltip."""

    def __init__(
        self,
        theme: DesktopTheme,
        text: str,
        kind: ChipKind = ChipKind.OUTLINE,
        *,
        session: Theme | None = None,
        mark: Mark = Mark.FILLED,
        height: int = CONSOLE.chip,
        most: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = _Face(kind, session, mark, height)
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text, kind)

    def set_text(self, text: str, kind: ChipKind | None = None) -> None:
        """Say something else, in another kind where one is given."""
        if kind is not None:
            face = self._face
            self._face = _Face(kind, face.session, face.mark, face.height)
        self.setText(text)
        self.setToolTip(text if self._most and self._face.width(text) > self._most else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._face.width(self.text())
        return QSize(min(width, self._most) if self._most else width, self._face.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._face.paint(painter, QRectF(self.rect()), self.text(), self._theme)


class ChipButton(QAbstractButton):
    """A chip to press: dashed, it opens the editor of the value that is missing."""

    def __init__(
        self,
        theme: DesktopTheme,
        text: str,
        kind: ChipKind = ChipKind.DASHED,
        *,
        height: int = CONSOLE.chip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = _Face(kind, None, Mark.FILLED, height)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self._face.width(self.text()), self._face.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            paint_box(painter, box, tokens.RADIUS_CHIP, self._theme.colours.sunken)
        self._face.paint(painter, box, self.text(), self._theme)
