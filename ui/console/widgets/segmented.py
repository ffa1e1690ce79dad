"""The segmented control: one of at most four, side by side in one edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align
from ui.theme import DesktopTheme

MOST_SEGMENTS = 4
_PADDING = 14


class Segmented(QWidget):
    """Choose one of a few: by mouse, or with the arrow keys once it has the focus.

    `least` are widths that the segments have at least, so that they stand below others evenly;
    `padding` is the air left and right of each text.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: DesktopTheme,
        name: str,
        options: Sequence[str],
        current: int = 0,
        parent: QWidget | None = None,
        *,
        least: Sequence[int] = (),
        padding: int = _PADDING,
    ) -> None:
        super().__init__(parent)
        if not 1 <= len(options) <= MOST_SEGMENTS:
            raise ValueError(f"a segmented control has 1 to {MOST_SEGMENTS} segments")
        self._theme = theme
        self._options = tuple(options)
        self._current = current
        self._padding = padding
        self._least = tuple(least) or (0,) * len(self._options)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._options[current])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> int:
        """The index of the chosen segment."""
        return self._current

    def choose(self, index: int) -> None:
        """Choose a segment; `chosen` is emitted where it is another one."""
        if index == self._current:
            return
        self.show_choice(index)
        self.chosen.emit(index)

    def show_choice(self, index: int) -> None:
        """Show what is chosen; this emits nothing."""
        self.setAccessibleDescription(self._options[index])
        self._current = index
        self.update()

    def set_off(self, why: str) -> None:
        """Let nothing be chosen any more, and say why to eyes and to screen readers."""
        self.setEnabled(False)
        self.setToolTip(why)

    def set_on(self) -> None:
        """Let one be chosen again."""
        self.setEnabled(True)
        self.setToolTip("")

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), CONSOLE.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        self.choose(min(len(self._options) - 1, max(0, self._current + step)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self.choose(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        outer = QRectF(self.rect())
        edge = colours.edge if self.isEnabled() else colours.hairline
        paint_box(painter, outer, tokens.RADIUS_CONTROL, colours.surface, edge)
        inside = QPainterPath()
        inner = outer.adjusted(1, 1, -1, -1)
        inside.addRoundedRect(inner, tokens.RADIUS_CONTROL - 1, tokens.RADIUS_CONTROL - 1)
        painter.setClipPath(inside)
        for index, (box, option) in enumerate(zip(self._boxes(), self._options, strict=True)):
            on = index == self._current
            if on:
                paint_box(painter, box, 0, colours.ink if self.isEnabled() else colours.hairline)
            elif index + 1 not in (len(self._options), self._current):
                right = QLineF(box.right() - 1, 1, box.right() - 1, self.height() - 1)
                paint_line(painter, right, colours.hairline)
            block = painted.line(option, DESKTOP.button)
            at = QPointF(box.center().x(), (self.height() - block.height) / 2 + block.baseline)
            ink = colours.paper if on else colours.ink2
            ink = ink if self.isEnabled() else colours.ink3
            block.paint_at(painter, at.x(), at.y(), ink, Align.CENTRE)

    def _widths(self) -> list[int]:
        return [
            max(least, round(painted.advance(option, DESKTOP.button)) + 2 * self._padding + 1)
            for option, least in zip(self._options, self._least, strict=True)
        ]

    def _boxes(self) -> list[QRectF]:
        """The segments from left to right as they stand on screen."""
        boxes, left = [], 0.0
        for width in self._widths():
            boxes.append(QRectF(left, 0, width, self.height()))
            left += width
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return [QRectF(left - box.right(), 0, box.width(), box.height()) for box in boxes]
        return boxes
