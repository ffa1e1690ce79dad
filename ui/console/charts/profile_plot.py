"""Profile plot: each session or theme as a mark on the range of its questions, for the console."""

from __future__ import annotations

from collections import Counter
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look.tokens import DESKTOP, PROFILE_CONSOLE, Look
from ui.console.charts.plot import ListedPlot, Spot
from ui.painters.shapes import Mark, paint_shape
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, Block, lay_out, line
from workshop.day_charts import ProfileChart, ProfileRow
from workshop.words import Words

_ROW, _ROW_MOST = 52.0, 76.0
_NAME = (116.0, 0.3, 240.0)  # least, part of the width, most
_INDENT = 26.0
_SHAPE_AT = 10.0
_NAME_LINES = 3
_NAME_AIR = 8.0
_SCORE = 56.0
_CHANGE = 92.0
_STACK = 72.0  # of both, where the change stands below the score
_STACKED_BELOW = 480.0
_AIR = 26.0  # beside the plot, where a mark at an end of the scale has room
_HEAD = 22.0
_LABEL_OUT = 14.0  # how far the labels of the ends may reach beyond them
_LEAST_STEPS = 2
_DOT_SIDE = 22.0  # what a small dot is met in
_UNKNOWN = "–"


class ProfilePlot(ListedPlot):
    """The rows in the agenda's order; a line of marks is a row, then its questions by score."""

    def __init__(self, chart: ProfileChart, words: Words) -> None:
        super().__init__()
        self._chart = chart
        self._words = words
        self._again = any(row.earlier is not None for row in chart.rows)
        known = [
            value
            for row in chart.rows
            for value in (row.score, row.highest, row.earlier)
            if value is not None
        ]
        self._steps = max(len(chart.labels), *(ceil(value) for value in known), _LEAST_STEPS)
        self._dots: list[tuple[float, ...]] = []
        self._labels: list[tuple[float, Block, Align]] = []
        self._width = self._top = self._row = 0.0
        self._stacked = False

    def place(self, width: float, room: float) -> float:
        self._width = width
        least, part, most = _NAME
        self._name = min(most, max(least, part * width))
        self._stacked = self._again and width < _STACKED_BELOW
        right = width - (_STACK if self._stacked else _SCORE + _CHANGE if self._again else _SCORE)
        self._left, self._right = self._name + _AIR, right - _AIR
        self._labels = self._labels_in()
        tallest = max((label.height for _, label, _ in self._labels), default=0.0)
        self._top = _HEAD + tallest + 6.0
        count = max(1, len(self._chart.rows))
        names = (self._name_of(row).height for row in self._chart.rows)
        least = max(_ROW, max(names, default=0.0) + _NAME_AIR)
        self._row = max(least, min(_ROW_MOST, (room - self._top) / count))
        self._dots = [self._dots_of(row) for row in self._chart.rows]
        self._marks = [self._line(n, row) for n, row in enumerate(self._chart.rows)]
        return self._top + self._row * count

    def paint(self, painter: QPainter, look: Look, clip: QRectF) -> None:
        palette = look.palette
        self._paint_head(painter, look)
        bottom = self._top + self._row * len(self._chart.rows)
        for step in range(1, self._steps + 1):
            grid = QRectF(self._x(step) - 0.5, self._top, 1, bottom - self._top)
            painter.fillRect(grid, QColor(palette.hairline))
        for number, row in enumerate(self._chart.rows):
            top = self._top + number * self._row
            if top < clip.bottom() and top + self._row > clip.top():
                self._paint_row(painter, row, number, top, look)

    # --- Places -----------------------------------------------------------------------------

    def _x(self, score: float) -> float:
        return self._left + (score - 1) * (self._right - self._left) / (self._steps - 1)

    def _name_of(self, row: ProfileRow) -> Block:
        return lay_out(row.name, DESKTOP.name, self._name - _INDENT, max_lines=_NAME_LINES)

    def _dots_of(self, row: ProfileRow) -> tuple[float, ...]:
        """Where the dot of each question stands; those that are alike side by side."""
        alike = Counter(dot.score for dot in row.dots)
        half = 0.8 * (self._x(2) - self._x(1)) / 2
        met: Counter[float] = Counter()
        places = []
        for dot in row.dots:
            count = alike[dot.score]
            pitch = min(PROFILE_CONSOLE.dot_pitch, half / max(1, count - 1))
            places.append(self._x(dot.score) + pitch * (met[dot.score] - (count - 1) / 2))
            met[dot.score] += 1
        return tuple(places)

    def _line(self, number: int, row: ProfileRow) -> tuple[Spot, ...]:
        top = self._top + number * self._row
        whole = QRectF(0, top + 2, self._width, self._row - 4)
        spots = [Spot(whole, self._said(row), session_id=row.id)]
        middle, side = top + self._row / 2, _DOT_SIDE
        dots = sorted(zip(self._dots[number], row.dots, strict=True), key=lambda each: each[0])
        for x, dot in dots:
            box = QRectF(x - side / 2, middle - side / 2, side, side)
            score = self._words.number(dot.score)
            said = self._words.say("{name}: {score}", name=dot.name, score=score)
            spots.append(Spot(box, said, question_id=dot.question_id, radius=side / 2))
        return tuple(spots)

    def _said(self, row: ProfileRow) -> str:
        words = self._words
        parts = [row.basis]
        if row.lowest is not None and row.highest is not None:
            low, high = words.number(row.lowest), words.number(row.highest)
            alike = words.say("all at {score}", score=low)
            parts.append(
                alike if low == high else words.say("from {low} to {high}", low=low, high=high)
            )
        if row.earlier is not None:
            parts.append(words.say("{score} last time", score=words.number(row.earlier, 1)))
        rest = ", ".join(part for part in parts if part)
        score = row.score_text or words.say("no score yet")
        said = words.say("{name}: {score}", name=row.name, score=score)
        return words.say("{said}; {rest}", said=said, rest=rest) if rest else said

    # --- Painting ---------------------------------------------------------------------------

    def _paint_head(self, painter: QPainter, look: Look) -> None:
        """Numbers and labels of the steps, and what stands over score and change."""
        palette = look.palette
        for step in range(1, self._steps + 1):
            number = line(str(step), DESKTOP.figures_strong)
            number.paint(painter, self._x(step) - number.box / 2, 0, palette.ink2, Align.CENTRE)
        if self._again:
            today, change = self._chart.heads
            apart = [(today, _CHANGE, _SCORE), (change, 0.0, _CHANGE)]
            for text, inset, room in [(today, 0.0, _STACK)] if self._stacked else apart:
                head = lay_out(text, DESKTOP.label, room, max_lines=1)
                _end(painter, head, self._width - inset, 2, palette.ink2)
        for x, label, align in self._labels:
            label.paint(painter, x, _HEAD, palette.ink2, align)

    def _labels_in(self) -> list[tuple[float, Block, Align]]:
        """Each step's label if all stand on one line, else those of the ends; with its left."""
        labels = self._chart.labels
        if not labels or all(label == str(n) for n, label in enumerate(labels, 1)):
            return []
        pitch = self._x(2) - self._x(1)
        blocks = [line(label, DESKTOP.secondary) for label in labels]
        if all(block.width <= pitch - 8 for block in blocks):
            steps = enumerate(blocks, 1)
            return [(self._x(n) - block.box / 2, block, Align.CENTRE) for n, block in steps]
        middle = (self._left + self._right) / 2
        wide = middle - self._left + _LABEL_OUT - 4
        # Nothing stands over the names, nor below the heads of the scores.
        low = _whole(labels[0], wide, middle - 4)
        high = _whole(labels[-1], wide, self._width - middle - 4)
        left = Align.END if low.right_to_left else Align.START
        right = Align.START if high.right_to_left else Align.END
        return [
            (min(self._left - _LABEL_OUT, middle - 4 - low.box), low, left),
            (max(self._right + _LABEL_OUT - high.box, middle + 4), high, right),
        ]

    def _paint_row(
        self, painter: QPainter, row: ProfileRow, number: int, top: float, look: Look
    ) -> None:
        palette, colours = look.palette, look.themes[row.theme]
        middle, known = top + self._row / 2, row.score is not None
        mark = Mark.HOLLOW if row.second else Mark.FILLED if known else Mark.AHEAD
        at = QPointF(_SHAPE_AT, middle)
        paint_shape(painter, row.theme, at, PROFILE_CONSOLE.name_mark, colours, mark)
        name = self._name_of(row)
        _start(
            painter, name, _INDENT, middle - name.height / 2, palette.ink if known else palette.ink2
        )
        self._paint_figures(painter, row, middle, look)
        self._paint_range(painter, row, number, middle, look)

    def _paint_figures(self, painter: QPainter, row: ProfileRow, middle: float, look: Look) -> None:
        """The score, and beside or below it how it has changed."""
        palette = look.palette
        score = line(row.score_text or _UNKNOWN, DESKTOP.section_title)
        ink = palette.ink if row.score is not None else palette.ink2
        most = (_STACK, 1) if self._stacked else (_CHANGE - 10, 2)
        change = lay_out(row.change, DESKTOP.secondary, most[0], max_lines=most[1])
        if self._stacked and row.change:
            top = middle - (score.height + change.height) / 2
            _end(painter, score, self._width, top, ink)
            _end(painter, change, self._width, top + score.height, palette.ink2)
            return
        apart = _CHANGE if self._again and not self._stacked else 0.0
        _end(painter, score, self._width - apart, middle - score.height / 2, ink)
        if row.change:
            _end(painter, change, self._width, middle - change.height / 2, palette.ink2)

    def _paint_range(
        self, painter: QPainter, row: ProfileRow, number: int, middle: float, look: Look
    ) -> None:
        """The band, the mark of last time, the questions' dots, and today's mark on paper."""
        palette, sizes, colours = look.palette, PROFILE_CONSOLE, look.themes[row.theme]
        if row.lowest is not None and row.highest is not None:
            half = sizes.band / 2
            left, right = self._x(row.lowest) - half, self._x(row.highest) + half
            band = QRectF(left, middle - half, right - left, sizes.band)
            paint_box(painter, band, half, colours.tint, colours.key, stroke=sizes.stroke)
        if row.earlier is not None:
            near = row.score is not None and abs(row.score - row.earlier) < sizes.near
            at = row.score if near and row.score is not None else row.earlier
            grey = colours._replace(fill=palette.paper, key=palette.ink2)
            radius = sizes.around if near else sizes.earlier
            then = QPointF(self._x(at), middle)
            paint_shape(painter, row.theme, then, radius, grey, stroke=sizes.earlier_stroke)
        painter.setPen(QColor(colours.key))
        painter.setBrush(QColor(colours.key))
        for x in self._dots[number]:
            painter.drawEllipse(QPointF(x, middle), sizes.dot, sizes.dot)
        if row.score is None:
            return
        here = QPointF(self._x(row.score), middle)
        paper = colours._replace(fill=palette.paper, key=palette.paper)
        paint_shape(painter, row.theme, here, sizes.mark, paper, stroke=2 * sizes.margin)
        mark = Mark.HOLLOW if row.second else Mark.FILLED
        paint_shape(painter, row.theme, here, sizes.mark, colours, mark)


def _whole(label: str, wide: float, most: float) -> Block:
    """A label on two lines as wide as half the scale, or as much wider as it needs to be whole."""
    block = lay_out(label, DESKTOP.secondary, wide, max_lines=2)
    if not block.elided and "\u00ad" not in block.text:
        return block
    return lay_out(label, DESKTOP.secondary, min(most, line(label, DESKTOP.secondary).box))


def _start(painter: QPainter, block: Block, x: float, y: float, colour: str) -> None:
    """A text that stands at the left in every script."""
    align = Align.END if block.right_to_left else Align.START
    block.paint(painter, x, y, colour, align)


def _end(painter: QPainter, block: Block, right: float, y: float, colour: str) -> None:
    """A text that ends at `right` in every script."""
    align = Align.START if block.right_to_left else Align.END
    block.paint(painter, right - block.box, y, colour, align)
