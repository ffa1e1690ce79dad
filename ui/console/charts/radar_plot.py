"""Radar plot: an axis for each session that has a score, today's line and that of last time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from exports.look.tokens import DESKTOP, PROFILE_CONSOLE, Look
from ui.console.charts.plot import ListedPlot, Spot
from ui.console.charts.reading import axes
from ui.painters.shapes import Mark, paint_shape
from ui.painters.text import Align, Block, lay_out, line
from workshop.day_charts import ProfileChart, ProfileRow
from workshop.words import Words

_NAME = (84.0, 0.22, 150.0)  # least, part of the width, most
_OVER = 44.0  # above and below the wheel, for names
_HEIGHT = (300.0, 560.0)
_LEAST_STEPS = 2
_SIDE = 34.0  # what a mark is met in
_UPRIGHT = 0.15
_AWAY = 14.0
_LINE = 2.0
_DASH = (5.0, 4.0)
_SAMPLE = 32.0
_LEGEND = 28.0
_PARTS = 40  # of a line that is looked at for what it meets


class RadarPlot(ListedPlot):
    """Nothing is filled, so that no area can be read."""

    def __init__(self, chart: ProfileChart, words: Words) -> None:
        super().__init__()
        self._chart = chart
        self._words = words
        self._axes = axes(chart)
        scores = [value for row in self._axes for value in (row.score, row.earlier) if value]
        self._steps = max(len(chart.labels), *(ceil(score) for score in scores), _LEAST_STEPS)
        self._again = any(row.earlier is not None for row in self._axes)
        self._centre, self._radius, self._bottom = QPointF(), 0.0, 0.0

    def place(self, width: float, room: float) -> float:
        least, part, most = _NAME
        self._name = min(most, max(least, part * width))
        low, high = _HEIGHT
        legend = _LEGEND if self._again else 0.0
        height = min(high, max(low, room - legend))
        beside = width / 2 - self._name - _AWAY
        self._radius = max(60.0, min(height / 2 - _OVER, beside))
        height = 2 * (self._radius + _OVER)
        self._centre = QPointF(width / 2, height / 2)
        self._bottom = height
        self._marks = [(self._spot(n, row),) for n, row in enumerate(self._axes)]
        # One line, so that Left and Right go around.
        self._marks = [tuple(spot for marks in self._marks for spot in marks)]
        return height + legend

    def paint(self, painter: QPainter, look: Look, clip: QRectF) -> None:
        palette = look.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.hairline), 1))
        for step in range(1, self._steps + 1):
            painter.drawPolygon(QPolygonF([self._at(n, step) for n in range(len(self._axes))]))
        for n in range(len(self._axes)):
            painter.drawLine(self._centre, self._at(n, self._steps))
        painter.setPen(_dashed(palette.edge))
        ring = [(n, self._axes[n].earlier) for n in (*range(len(self._axes)), 0)]
        for (one, before), (other, after) in pairwise(ring):
            if before is not None and after is not None:
                painter.drawLine(self._at(one, before), self._at(other, after))
        painter.setPen(QPen(QColor(palette.ink), _LINE))
        now = [self._at(n, row.score or 0.0) for n, row in enumerate(self._axes)]
        painter.drawPolygon(QPolygonF(now))
        painter.restore()
        self._paint_steps(painter, now, look)
        for row, at in zip(self._axes, now, strict=True):
            self._paint_mark(painter, row, at, look)
        for n, row in enumerate(self._axes):
            self._paint_name(painter, n, row, look)
        if self._again:
            self._paint_legend(painter, look)

    def _paint_steps(self, painter: QPainter, now: Sequence[QPointF], look: Look) -> None:
        """The steps' numbers beside the first axis, each under its ring; a number is left out
        where today's mark or line would run through it, since the rings can be counted.
        """
        mark = QRectF(0, 0, _SIDE, _SIDE)
        mark.moveCenter(now[0])
        along = [now[0] + (now[1] - now[0]) * (n / _PARTS) for n in range(_PARTS + 1)]
        for step in range(1, self._steps + 1):
            number = line(str(step), DESKTOP.label)
            at = self._at(0, step) + QPointF(6, 1)
            box = QRectF(at.x(), at.y(), number.width, number.height)
            if not mark.intersects(box) and not any(map(box.contains, along)):
                number.paint(painter, at.x(), at.y(), look.palette.ink2)

    def _way(self, axis: int) -> QPointF:
        angle = 2 * pi * axis / len(self._axes) - pi / 2
        return QPointF(cos(angle), sin(angle))

    def _at(self, axis: int, score: float) -> QPointF:
        return self._centre + self._way(axis) * (self._radius * score / self._steps)

    def _spot(self, n: int, row: ProfileRow) -> Spot:
        at = self._at(n, row.score or 0.0)
        box = QRectF(at.x() - _SIDE / 2, at.y() - _SIDE / 2, _SIDE, _SIDE)
        said = self._words.say("{name}: {score}", name=row.name, score=row.score_text)
        if row.change:
            said = self._words.say("{said}; {rest}", said=said, rest=row.change)
        return Spot(box, said, session_id=row.id, radius=_SIDE / 2)

    def _paint_mark(self, painter: QPainter, row: ProfileRow, at: QPointF, look: Look) -> None:
        sizes, colours = PROFILE_CONSOLE, look.themes[row.theme]
        paper = colours._replace(fill=look.palette.paper, key=look.palette.paper)
        paint_shape(painter, row.theme, at, sizes.mark, paper, stroke=sizes.margin)
        mark = Mark.HOLLOW if row.second else Mark.FILLED
        paint_shape(painter, row.theme, at, sizes.mark, colours, mark)

    def _paint_name(self, painter: QPainter, n: int, row: ProfileRow, look: Look) -> None:
        """The name, and its score below it, outside of its axis."""
        way, end = self._way(n), self._at(n, self._steps)
        upright = abs(way.x()) < _UPRIGHT
        room = 2 * self._name if upright else self._name
        name = lay_out(row.name, DESKTOP.name, room, max_lines=1 if upright else 2)
        score = line(row.score_text, DESKTOP.strong)
        height = name.height + score.height
        x, y = end.x() - room / 2, end.y() - height / 2
        align = Align.CENTRE
        if not upright:
            x = end.x() + _AWAY if way.x() > 0 else end.x() - _AWAY - room
            align = Align.START if way.x() > 0 else Align.END
        else:
            y = end.y() - 4 - height if way.y() < 0 else end.y() + 4
        _put(painter, name, x, y, look.palette.ink, align)
        x = {
            Align.CENTRE: x + (room - score.box) / 2,
            Align.START: x,
            Align.END: x + room - score.box,
        }[align]
        score.paint(painter, x, y + name.height, look.palette.ink2, Align.CENTRE)

    def _paint_legend(self, painter: QPainter, look: Look) -> None:
        """Which line is which."""
        palette, x, y = look.palette, 0.0, self._bottom + 8
        pens = ((self._chart.now, QPen(QColor(palette.ink), _LINE)),)
        for text, pen in (*pens, (self._chart.then, _dashed(palette.edge))):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, y + 9), QPointF(x + _SAMPLE, y + 9))
            word = line(text, DESKTOP.secondary)
            word.paint(painter, x + _SAMPLE + 8, y, palette.ink2)
            x += _SAMPLE + 8 + word.width + 24


def _dashed(colour: str) -> QPen:
    pen = QPen(QColor(colour), _LINE)
    pen.setDashPattern([part / _LINE for part in _DASH])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _put(painter: QPainter, block: Block, x: float, y: float, colour: str, align: Align) -> None:
    """`align` says the side, whichever way the text reads."""
    if block.right_to_left and align is not Align.CENTRE:
        align = Align.END if align is Align.START else Align.START
    block.paint(painter, x, y, colour, align)
