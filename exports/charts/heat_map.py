"""The heat map: the medians of the questions by team, as many pages as its rows need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from exports.charts.bars import hatch
from exports.charts.page import ACROSS, GAP, LEFT, RIGHT, ChartPage, Head, Imprint
from exports.charts.sketch import Sketch
from exports.drawing import Drawing
from exports.look import diverging, tokens
from exports.look.tokens import CHART
from exports.pdf.typesetter import Typesetter
from workshop.day_charts import HeatCell, HeatMapChart, HeatRow
from workshop.heat_map import part_of
from workshop.words import Words

NAME_ROOM: Final = 400.0  # of a question's name
SESSION: Final = 36.0  # the line that names a session,
SESSION_AIR: Final = 8.0  # with what it keeps from the row before
ROW_MOST: Final = 62.0
ROW_LEAST: Final = 33.0
CELL_GAP: Final = 3.0
COLUMN_MOST: Final = 210.0
MOST_TEAMS: Final = 14  # on one page
WHOLE_GAP: Final = 16.0  # between the teams and the whole room
HEAD_HEIGHT: Final = 104.0
HEAD_GAP: Final = 8.0
HATCH_PITCH: Final = 9.0
HATCH_LINE: Final = 1.4
SWATCH: Final = (44.0, 20.0)
MARK: Final = 11.0
MARK_ROOM: Final = 36.0
NUMERAL_DROP: Final = 0.36


def draw(
    chart: HeatMapChart, name: str, imprint: Imprint, words: Words, setter: Typesetter
) -> tuple[Drawing, ...]:
    """All pages, each with its heads; `name` says over the heading what the cells hold."""
    if not chart.rows:
        return ()
    columns = _shared(len(chart.teams), max(1, ceil(len(chart.teams) / MOST_TEAMS)))
    empty = _page(chart, name, "", imprint, setter)
    legend = CHART.caption[-1].leading + GAP / 2
    rows = _parts(chart.rows, empty.bottom - empty.top - HEAD_HEIGHT - HEAD_GAP - legend)
    pages = [(group, part) for part in rows for group in columns]
    drawings = []
    for number, (group, part) in enumerate(pages, 1):
        aside = words.say("Page {n} of {m}", n=number, m=len(pages)) if len(pages) > 1 else ""
        seen = part_of(chart, part, words)
        page = _page(seen, name, aside, imprint, setter)
        _Table(page, seen, group).draw()
        drawings.append(page.drawing(seen.description))
    return tuple(drawings)


def _page(
    chart: HeatMapChart, name: str, aside: str, imprint: Imprint, setter: Typesetter
) -> ChartPage:
    page = ChartPage(setter, imprint, Head(chart.heading, name, aside=aside))
    page.foot(chart.foot)
    return page


def _parts(rows: Sequence[HeatRow], room: float) -> list[range]:
    """The rows of each page, as evenly shared as their sessions' names allow."""
    for pages in range(1, len(rows) + 1):
        parts = _shared(len(rows), pages)
        heights = (
            len(part) * ROW_LEAST + SESSION * sum(_begun([rows[number] for number in part]))
            for part in parts
        )
        if max(heights) <= room:
            return parts
    return _shared(len(rows), len(rows))


def _begun(rows: Sequence[HeatRow]) -> list[bool]:
    """For each row whether a session begins with it; one that goes on is named again."""
    before = [None, *rows]
    return [
        one is None or (one.session, one.theme) != (row.session, row.theme)
        for one, row in zip(before, rows, strict=False)
    ]


def _shared(count: int, pages: int) -> list[range]:
    """`count` things over so many pages, as evenly as can be."""
    ends = [round(count * number / pages) for number in range(pages + 1)]
    return [range(first, last) for first, last in pairwise(ends)]


class _Table:
    """The rows and columns of one page."""

    def __init__(self, page: ChartPage, chart: HeatMapChart, teams: range) -> None:
        self.page = page
        self.sketch: Sketch = page.sketch
        self.chart = chart
        self.teams = teams
        self.rows = chart.rows
        self.left = LEFT + NAME_ROOM + GAP
        width = RIGHT - self.left - WHOLE_GAP
        self.column = min(COLUMN_MOST, width / (len(teams) + 1))

    def draw(self) -> None:
        """Heads, rows under the names of their sessions, and the legend of the colours."""
        self._legend()
        top = self._heads(self.page.top)
        begun = _begun(self.rows)
        room = self.page.bottom - top - SESSION * sum(begun)
        height = min(ROW_MOST, room / len(self.rows))
        for row, first in zip(self.rows, begun, strict=True):
            if first:
                self._session(row, top)
                top += SESSION
            self._row(row, top, height)
            top += height

    def _session(self, row: HeatRow, top: float) -> None:
        """The session that the rows below are of."""
        height = SESSION - SESSION_AIR
        middle = top + SESSION_AIR + height / 2
        self.sketch.mark(row.theme, LEFT + MARK + 4.0, middle, MARK, second=row.second)
        role = CHART.caption[-1]._replace(weight=tokens.SEMIBOLD)
        name = self.sketch.set(row.session, (role,), NAME_ROOM - MARK_ROOM, height)
        ink = self.sketch.palette.ink
        self.sketch.put(name, LEFT + MARK_ROOM, middle - name.height / 2, ink)

    def _x(self, place: int) -> float:
        """The left edge of a team's column, or of the whole room's behind the last."""
        return self.left + place * self.column + (WHOLE_GAP if place == len(self.teams) else 0.0)

    def _legend(self) -> None:
        """What the colours' ends stand for, on a line over the foot."""
        role, ink2 = CHART.caption[-1], self.sketch.palette.ink2
        top = self.page.bottom - role.leading
        middle = top + role.leading / 2
        room = ACROSS / 3
        low, high = (
            self.sketch.set(end, (role,), room, role.leading, sentence=True)
            for end in self.chart.ends
        )
        if low.lines or high.lines:
            x = LEFT + low.width + 10.0
            self.sketch.put(low, LEFT, top + (role.leading - low.height) / 2, ink2)
            last = len(tokens.DIVERGING) - 1
            for step in range(last + 1):
                box = (x, middle - SWATCH[1] / 2, SWATCH[0], SWATCH[1])
                self.sketch.rect(box, diverging.fill_at(step / last, diverging.PALE))
                x += SWATCH[0] + 2.0
            self.sketch.put(high, x + 8.0, top + (role.leading - high.height) / 2, ink2)
        self.page.bottom = top - GAP / 2

    def _heads(self, top: float) -> float:
        """The names over their columns, ending on one line; gives the y below them."""
        texts = [*(self.chart.teams[number] for number in self.teams), self.chart.whole]
        roles = tuple(role._replace(weight=tokens.MEDIUM) for role in CHART.caption)
        room = self.column - 2 * CELL_GAP
        heads = [self.sketch.set(text, roles, room, HEAD_HEIGHT) for text in texts]
        smallest = min((head.type for head in heads), key=lambda role: role.size)
        heads = [self.sketch.set(text, (smallest,), room, HEAD_HEIGHT) for text in texts]
        tallest = max(head.height for head in heads)
        for place, head in enumerate(heads):
            x = self._x(place) + self.column / 2
            y = top + tallest - head.height
            self.sketch.put(head, x, y, self.sketch.palette.ink2, "middle")
        return top + tallest + HEAD_GAP

    def _row(self, row: HeatRow, top: float, height: float) -> None:
        roles = (CHART.caption[0], CHART.caption[-1], CHART.caption[-1].scaled(0.8))
        name = self.sketch.set(row.name, roles, NAME_ROOM - MARK_ROOM, height - CELL_GAP)
        y = top + (height - name.height) / 2
        self.sketch.put(name, LEFT + MARK_ROOM, y, self.sketch.palette.ink)
        cells = [*(row.cells[number] for number in self.teams), row.whole]
        for place, cell in enumerate(cells):
            box = (
                self._x(place) + CELL_GAP / 2,
                top + CELL_GAP / 2,
                self.column - CELL_GAP,
                height - CELL_GAP,
            )
            self._cell(cell, box)

    def _cell(self, cell: HeatCell, box: tuple[float, float, float, float]) -> None:
        palette = self.sketch.palette
        left, top, width, height = box
        if cell.hidden:
            self.sketch.rect(box, palette.sunken)
            hatch(self.sketch, box, palette.edge, HATCH_LINE, HATCH_PITCH)
            return
        ink = palette.ink2
        if cell.place is not None:
            fill = diverging.fill_at(cell.place, diverging.PALE)
            ink = diverging.ink_on(fill)
            self.sketch.rect(box, fill)
        role = CHART.cell.scaled(min(1.0, height / CHART.cell.leading, width / 56.0))
        base = top + height / 2 + NUMERAL_DROP * role.size
        self.sketch.text(cell.text, left + width / 2, base, role, ink, "middle")
