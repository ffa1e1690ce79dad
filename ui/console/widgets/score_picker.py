"""The score picker: the half steps of a scale, to say what the group agreed on."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.focus_shape import FOCUS_HEIGHT, FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.words import Words

_SMALLEST_WHOLE = 40  # width of a whole step where a long scale is squeezed
_SMALLEST_HALF = 34


class ScorePicker(QWidget):
    """Scores from 1 to `steps` in halves; the arrow keys move by a half, digits to a whole.

    `score` None: nothing is chosen yet. `low` and `high` are the words at the ends of the scale.
    """

    chosen = Signal(float)

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        name: str,
        steps: int,
        *,
        score: float | None = None,
        low: str = "",
        high: str = "",
    ) -> None:
        super().__init__()
        if not 2 <= steps <= 10:
            raise ValueError("a scale has 2 to 10 steps")
        self._theme = theme
        self._words = words
        self._steps = steps
        self._score = score
        self._ends = (low, high)
        self.setAccessibleName(name)
        self._describe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setProperty(FOCUS_HEIGHT, CONSOLE.score_height)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def score(self) -> float | None:
        """The chosen score, or None."""
        return self._score

    def choose(self, score: float) -> None:
        """Choose a score; `chosen` is emitted where it is another one.

        Raises ValueError for one that is no half step of the scale.
        """
        if score not in self._scores():
            raise ValueError(f"{score} is no half step from 1 to {self._steps}")
        if score == self._score:
            return
        self._score = score
        self._describe()
        self.update()
        self.chosen.emit(score)

    def sizeHint(self) -> QSize:
        halves = self._steps - 1
        width = self._steps * CONSOLE.score_whole + halves * CONSOLE.score_half
        return QSize(width, self._height())

    def minimumSizeHint(self) -> QSize:
        width = self._steps * _SMALLEST_WHOLE + (self._steps - 1) * _SMALLEST_HALF
        return QSize(width, self._height())

    def shift(self, key: Qt.Key) -> None:
        """Choose what an arrow key leads to, wherever the focus is."""
        target = self._target(key)
        if target is not None:
            self.choose(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(Qt.Key(event.key()))
        if target is None and event.text().isdecimal():
            digit = int(event.text()) or 10
            target = float(digit) if digit <= self._steps else None
        if target is None:
            super().keyPressEvent(event)
        else:
            self.choose(target)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for score, box in zip(self._scores(), self._boxes(), strict=True):
            if box.contains(event.position()):
                self.choose(score)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        boxes = self._boxes()
        left = min(box.left() for box in boxes)
        right = max(box.right() for box in boxes)
        outer = QRectF(left, 0, right - left, CONSOLE.score_height)
        paint_box(painter, outer, tokens.RADIUS_CONTROL, colours.surface, colours.edge)
        inside = QPainterPath()
        radius = tokens.RADIUS_CONTROL - 1
        inside.addRoundedRect(outer.adjusted(1, 1, -1, -1), radius, radius)
        painter.save()
        painter.setClipPath(inside)
        for score, box in zip(self._scores(), boxes, strict=True):
            self._paint_step(painter, score, box)
        painter.restore()
        self._paint_ends(painter, left, right)

    def _paint_step(self, painter: QPainter, score: float, box: QRectF) -> None:
        colours = self._theme.colours
        whole = score == int(score)
        on = score == self._score
        if on:
            paint_box(painter, box, 0, colours.ink)
        elif box.right() < self.width() - 1:
            edge = QLineF(box.right() - 1, 1, box.right() - 1, box.height() - 1)
            paint_line(painter, edge, colours.hairline)
        role = DESKTOP.score_whole if whole else DESKTOP.score_half
        block = painted.line(self._words.number(score), role)
        baseline = (box.height() - block.height) / 2 + block.baseline
        ink = colours.paper if on else colours.ink2
        block.paint_at(painter, box.center().x(), baseline, ink, Align.CENTRE)

    def _paint_ends(self, painter: QPainter, left: float, right: float) -> None:
        low, high = self._ends
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            low, high = high, low
        top = CONSOLE.score_height + 6
        ink = self._theme.colours.ink3
        painted.line(low, DESKTOP.label).paint(painter, left, top, ink)
        block = painted.line(high, DESKTOP.label)
        block.paint(painter, right - block.width, top, ink)

    def _scores(self) -> list[float]:
        return [1 + half / 2 for half in range(2 * self._steps - 1)]

    def _boxes(self) -> list[QRectF]:
        """One box a score, in the order of the scores; they run from the right in Arabic."""
        squeeze = min(1.0, self.width() / self.sizeHint().width())
        boxes, left = [], 0.0
        for score in self._scores():
            full = CONSOLE.score_whole if score == int(score) else CONSOLE.score_half
            width = full * squeeze
            boxes.append(QRectF(left, 0, width, CONSOLE.score_height))
            left += width
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return [QRectF(left - box.right(), 0, box.width(), box.height()) for box in boxes]
        return boxes

    def _target(self, key: Qt.Key) -> float | None:
        """Where a key leads, or None where it leads nowhere."""
        if key == Qt.Key.Key_Home:
            return 1.0
        if key == Qt.Key.Key_End:
            return float(self._steps)
        step = {Qt.Key.Key_Left: -0.5, Qt.Key.Key_Right: 0.5}.get(key)
        if step is None:
            return None
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        if self._score is None:
            return 1.0
        return min(float(self._steps), max(1.0, self._score + step))

    def _height(self) -> int:
        words = round(DESKTOP.label.leading) + 6 if any(self._ends) else 0
        return CONSOLE.score_height + words

    def _describe(self) -> None:
        said = "" if self._score is None else self._words.number(self._score)
        self.setAccessibleDescription(said)
