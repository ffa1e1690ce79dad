"""Heat plot: the medians of the questions by team, with as many teams as have room on a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, groupby

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.diverging import PALE, fill_at, ink_on
from exports.look.tokens import DESKTOP, PROFILE_CONSOLE, Look
from ui.console.charts.plot import At, Plot, Spot
from ui.console.charts.said_texts import cell_said
from ui.painters.hatch import paint_hatch
from ui.painters.shapes import Mark, paint_shape
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, advance, lay_out, line
from workshop.day_charts import HeatCell, HeatMapChart, HeatRow
from workshop.words import Words

_ROW = 34.0
_SESSION = 30.0
_NAME = (116.0, 0.3, 230.0)  # least, part of the width, most
_COLUMN = (56.0, 120.0)  # least and most
_WHOLE_GAP = 12.0
_GAP = 2.0
_HEAD_LINES = 3
_LEGEND = 30.0
_SWATCH = (26.0, 12.0)
_INDENT = 26.0
_BESIDE = _INDENT + 10.0  # of a name, left and right of it
_ROOMY = 64.0  # a column that is wide enough


class HeatPlot(Plot):
    """A line of marks is a question: its teams, then the whole room.

    Cells are painted as they are seen, and marks made when they are asked for.
    """

    def __init__(self, chart: HeatMapChart, words: Words) -> None:
        self._chart = chart
        self._words = words
        self._page = 0
        self._shown = max(1, len(chart.teams))
        self._width = self._head = 0.0
        self._tops: list[float] = []
        self._begun: list[bool] = []
        for _, rows in groupby(chart.rows, key=lambda row: (row.session, row.theme)):
            self._begun += [number == 0 for number, _ in enumerate(rows)]

    @cached_property
    def _widest(self) -> float:
        """What the longest name of a question needs."""
        return max(advance(row.name, DESKTOP.body) for row in self._chart.rows) + _BESIDE

    @property
    def lines(self) -> int:
        return len(self._chart.rows)

    @property
    def pages(self) -> int:
        return -(-len(self._chart.teams) // self._shown)

    @property
    def page(self) -> int:
        return self._page

    @property
    def teams(self) -> int:
        """How many teams there are on all pages."""
        return len(self._chart.teams)

    @property
    def first(self) -> int:
        """The first team of the page."""
        return self._page * self._shown

    @property
    def last(self) -> int:
        """Behind the last team of the page."""
        return min(len(self._chart.teams), self.first + self._shown)

    def turn(self, page: int) -> None:
        self._page = max(0, min(page, self.pages - 1))

    def page_of(self, at: At) -> int:
        place = at[1]
        return self._page if place >= len(self._chart.teams) else place // self._shown

    def place(self, width: float, room: float) -> float:
        self._width = width
        least, most = max(_NAME[0], _NAME[1] * width), _NAME[2]
        # Few teams leave room for names that would be cut.
        spare = width - _WHOLE_GAP - (len(self._chart.teams) + 1) * _ROOMY
        self._name = min(most, max(least, min(spare, self._widest) if spare > least else 0))
        free = width - self._name - _WHOLE_GAP
        teams = len(self._chart.teams)
        fit = max(1, int(free // _COLUMN[0]) - 1)
        pages = -(-teams // fit)
        self._shown = -(-teams // pages)  # as even as can be
        self._page = min(self._page, self.pages - 1)
        self._column = min(_COLUMN[1], free / (self._shown + 1))
        heads = [*self._chart.teams, self._chart.whole]
        blocks = (
            lay_out(head, DESKTOP.label, self._column - 6, max_lines=_HEAD_LINES) for head in heads
        )
        self._head = max(block.height for block in blocks) + 8
        heights = (_ROW + (_SESSION if first else 0.0) for first in self._begun)
        self._tops = list(accumulate(heights, initial=self._head))
        return self._tops[-1] + _LEGEND

    def lines_at(self, y: float) -> Sequence[int]:
        line_at = bisect_right(self._tops, y) - 1
        return (line_at,) if 0 <= line_at < self.lines else ()

    def places(self, line: int) -> int:
        return len(self._chart.teams) + 1

    def spots(self, line: int) -> Sequence[Spot]:
        return tuple(self._spot(line, place) for place in range(self.places(line)))

    def spot(self, at: At) -> Spot | None:
        line, place = at
        inside = 0 <= line < self.lines and 0 <= place < self.places(line)
        return self._spot(line, place) if inside else None

    def name_at(self, point: QPointF) -> tuple[str, QRectF] | None:
        if point.y() < self._head:
            names = [*self._chart.teams, self._chart.whole]
            for place in self._places():
                box = QRectF(self._x(place), 0, self._column - _GAP, self._head)
                if box.contains(point):
                    return names[place], box
            return None
        for number in self.lines_at(point.y()):
            row, bottom = self._chart.rows[number], self._tops[number + 1]
            if point.y() >= bottom - _ROW and point.x() < self._name:
                return row.name, QRectF(0, bottom - _ROW, self._name, _ROW)
        return None

    def _spot(self, number: int, place: int) -> Spot:
        row = self._chart.rows[number]
        whole = place == len(self._chart.teams)
        name = self._chart.whole if whole else self._chart.teams[place]
        cell = row.whole if whole else row.cells[place]
        said = cell_said(row, name, cell, self._words)
        return Spot(self._cell_box(number, place), said, question_id=row.question_id)

    def _cell_box(self, number: int, place: int) -> QRectF:
        """A cell's box; nothing for a team of another page."""
        teams = len(self._chart.teams)
        if place < teams and not self.first <= place < self.last:
            return QRectF()
        top = self._tops[number + 1] - _ROW
        return QRectF(self._x(place), top, self._column - _GAP, _ROW - _GAP)

    def _x(self, place: int) -> float:
        if place >= len(self._chart.teams):
            return self._name + (self.last - self.first) * self._column + _WHOLE_GAP
        return self._name + (place - self.first) * self._column

    # --- Painting ---------------------------------------------------------------------------

    def paint(self, painter: QPainter, look: Look, clip: QRectF) -> None:
        if clip.top() < self._head:
            self._paint_heads(painter, look)
        start = max(0, bisect_right(self._tops, clip.top()) - 1)
        for number in range(start, self.lines):
            if self._tops[number] > clip.bottom():
                return
            self._paint_row(painter, number, look)
        self._paint_legend(painter, look)

    def _places(self) -> list[int]:
        return [*range(self.first, self.last), len(self._chart.teams)]

    def _paint_heads(self, painter: QPainter, look: Look) -> None:
        names = [*self._chart.teams, self._chart.whole]
        for place in self._places():
            room = self._column - 6
            head = lay_out(names[place], DESKTOP.label, room, max_lines=_HEAD_LINES)
            x, y = self._x(place) + 2, self._head - 6 - head.height
            head.paint(painter, x, y, look.palette.ink2, Align.CENTRE)

    def _paint_row(self, painter: QPainter, number: int, look: Look) -> None:
        row, palette = self._chart.rows[number], look.palette
        bottom = self._tops[number + 1]
        if self._begun[number]:
            self._paint_session(painter, row, bottom - _ROW - _SESSION, look)
        name = lay_out(row.name, DESKTOP.body, self._name - _BESIDE + 2, max_lines=1)
        y = bottom - _ROW + (_ROW - _GAP - name.height) / 2
        align = Align.END if name.right_to_left else Align.START
        name.paint(painter, _INDENT, y, palette.ink, align)
        cells = [*row.cells, row.whole]
        for place in self._places():
            self._paint_cell(painter, cells[place], self._cell_box(number, place), look)

    def _paint_session(self, painter: QPainter, row: HeatRow, top: float, look: Look) -> None:
        mark = Mark.HOLLOW if row.second else Mark.FILLED
        middle = top + _SESSION / 2 + 2
        at = QPointF(_INDENT / 2 - 3, middle)
        colours = look.themes[row.theme]
        paint_shape(painter, row.theme, at, PROFILE_CONSOLE.name_mark, colours, mark)
        name = lay_out(row.session, DESKTOP.strong, self._width - _INDENT, max_lines=1)
        align = Align.END if name.right_to_left else Align.START
        name.paint(painter, _INDENT, middle - name.height / 2, look.palette.ink, align)

    def _paint_cell(self, painter: QPainter, cell: HeatCell, box: QRectF, look: Look) -> None:
        palette, ink = look.palette, look.palette.ink2
        if cell.place is not None:
            fill = fill_at(cell.place, PALE)
            paint_box(painter, box, tokens.RADIUS_CHIP, fill)
            ink = ink_on(fill)
        else:
            paint_box(painter, box, tokens.RADIUS_CHIP, palette.paper, palette.hairline)
        if cell.hidden:
            inner = box.adjusted(1, 1, -1, -1)
            paint_hatch(painter, inner, palette.edge, pitch=6, width=1)
        if cell.text:
            number = line(cell.text, DESKTOP.figures_strong)
            x = box.center().x() - number.box / 2
            y = box.center().y() - number.height / 2
            number.paint(painter, x, y, ink, Align.CENTRE)

    def _paint_legend(self, painter: QPainter, look: Look) -> None:
        """The palette's colours from the lowest step to the highest, between their words."""
        if not any(self._chart.ends):
            return
        top = self._tops[-1] + 10
        room = (self._width - len(tokens.DIVERGING) * _SWATCH[0] - 24) / 2
        low, high = (
            lay_out(end, DESKTOP.secondary, max(1.0, room), max_lines=1) for end in self._chart.ends
        )
        low.paint(painter, 0, top, look.palette.ink2, _start_align(low.right_to_left))
        x = low.width + 10
        last = len(tokens.DIVERGING) - 1
        for step in range(last + 1):
            paint_box(painter, QRectF(x, top + 3, *_SWATCH), 0, fill_at(step / last, PALE))
            x += _SWATCH[0]
        high.paint(painter, x + 10, top, look.palette.ink2, _start_align(high.right_to_left))


def _start_align(right_to_left: bool) -> Align:
    """At the left in every script."""
    return Align.END if right_to_left else Align.START
