"""The page of a checklist: a row for each item, its bar of yes, partly and no as wide as all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from exports.charts.bars import hatch
from exports.charts.page import LEFT, RIGHT, ChartPage, Head, Imprint
from exports.charts.sketch import Sketch
from exports.drawing import Drawing
from exports.look.tokens import CHART, ThemeColours, Type
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Typesetter
from workshop.day_charts import SessionChart
from workshop.together_scenes import ChecklistRow, ChecklistScene
from workshop.words import Words

NAME_ROOM: Final = 620.0
BAR_LEFT: Final = LEFT + 650.0
BAR: Final = 620.0
BAR_HEIGHT: Final = 44.0
BAR_AIR: Final = 6.0
COUNT_GAP: Final = 6.0
COUNTS_APART: Final = 12.0
ASIDE_LEFT: Final = BAR_LEFT + BAR + 16.0
EDGE: Final = 2.0
PART_GAP: Final = 2.5
SWATCH: Final = (36.0, 24.0)
SWATCH_GAP: Final = 12.0
LEGEND_GAP: Final = 36.0
LEGEND_ROOM: Final = 230.0  # the most for one word
ROW_MOST: Final = 116.0
ROW_LEAST: Final = 92.0
NAME: Final[tuple[Type, ...]] = (
    CHART.caption[0].scaled(1.25),
    CHART.caption[0],
    CHART.caption[-1],
)


def draw(
    model: ChecklistScene,
    session: SessionChart,
    imprint: Imprint,
    words: Words,
    setter: Typesetter,
) -> tuple[Drawing, ...]:
    """All pages of a checklist that is a part of `session`."""
    empty = _page(model, session, "", imprint, setter)
    room = empty.bottom - empty.top - CHART.note.leading - COUNT_GAP
    pages = ceil(len(model.rows) / max(1, int(room / ROW_LEAST)))
    ends = [ceil(len(model.rows) * number / max(1, pages)) for number in range(pages + 1)]
    drawings = []
    for number, (first, last) in enumerate(pairwise(ends), 1):
        aside = words.say("Page {n} of {m}", n=number, m=pages) if pages > 1 else ""
        page = _page(model, session, aside, imprint, setter)
        _Rows(page, model, session).draw(model.rows[first:last])
        said = [row.name + ": " + row.counts for row in model.rows[first:last]]
        drawings.append(page.drawing("; ".join([model.heading, *said])))
    return tuple(drawings)


def _page(
    model: ChecklistScene,
    session: SessionChart,
    aside: str,
    imprint: Imprint,
    setter: Typesetter,
) -> ChartPage:
    head = Head(
        heading=model.heading,
        name=session.name,
        topic=model.header.topic,
        aside=aside or model.header.place,
        theme=session.theme,
        second=session.second,
    )
    page = ChartPage(setter, imprint, head)
    page.foot(model.foot)
    return page


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a bar: how many, from where to where, and how it is filled."""

    votes: int
    left: float
    right: float
    body: str
    edge: str
    hatched: bool


class _Rows:
    """The rows of one page under their legend."""

    def __init__(self, page: ChartPage, model: ChecklistScene, session: SessionChart) -> None:
        self.page = page
        self.sketch: Sketch = page.sketch
        self.model = model
        self.colours: ThemeColours = self.sketch.colours(session.theme)

    def draw(self, rows: Sequence[ChecklistRow]) -> None:
        """The legend, then a row for each item."""
        top = self._legend(self.page.top)
        height = min(ROW_MOST, (self.page.bottom - top) / max(1, len(rows)))
        for row in rows:
            self.page.rule(top)
            self._row(row, top, height)
            top += height

    def _bodies(self) -> tuple[tuple[str, str, bool], ...]:
        """Body, edge and hatching of yes, partly and no."""
        palette = self.sketch.palette
        return (
            (self.colours.fill, self.colours.key, False),
            (self.colours.tint, self.colours.key, True),
            (self.sketch.paper, palette.edge, False),
        )

    def _legend(self, top: float) -> float:
        role, x = CHART.note, BAR_LEFT
        for text, (body, edge, hatched) in zip(self.model.legend, self._bodies(), strict=True):
            y = top + (role.leading - SWATCH[1]) / 2
            self._box(_Part(0, x, x + SWATCH[0], body, edge, hatched), y, SWATCH[1])
            x += SWATCH[0] + SWATCH_GAP
            word = self.sketch.set(text, (role,), LEGEND_ROOM, role.leading)
            self.sketch.put(word, x, top + (role.leading - word.height) / 2, self.page.ink2)
            x += word.width + LEGEND_GAP
        return top + role.leading + COUNT_GAP

    def _row(self, row: ChecklistRow, top: float, height: float) -> None:
        middle = top + height / 2
        name = self.sketch.set(row.name, NAME, NAME_ROOM, height - 2 * BAR_AIR)
        self.sketch.put(name, LEFT, middle - name.height / 2, self.page.ink)
        role = CHART.count
        y = middle - (BAR_HEIGHT + COUNT_GAP + role.leading) / 2
        parts = self._bar(row)
        for part in parts:
            self._box(part, y, BAR_HEIGHT)
        base = y + BAR_HEIGHT + COUNT_GAP + baseline(role)
        for part, x in zip(parts, self._apart(parts), strict=True):
            self.sketch.text(str(part.votes), x, base, role, self.page.ink, "middle")
        room = RIGHT - ASIDE_LEFT
        aside = self.sketch.set(row.aside, CHART.caption, room, height - 2 * BAR_AIR)
        self.sketch.put(aside, RIGHT, middle - aside.height / 2, self.page.ink2, "end")

    def _bar(self, row: ChecklistRow) -> list[_Part]:
        """Yes first; don't know and votes not given leave its end open."""
        unit = BAR / max(1, self.model.seats, row.yes + row.partly + row.no)
        at, found = 0, []
        for votes, body in zip((row.yes, row.partly, row.no), self._bodies(), strict=True):
            if votes:
                left, right = BAR_LEFT + at * unit, BAR_LEFT + (at + votes) * unit
                gap = min(PART_GAP, (right - left) / 4)
                found.append(_Part(votes, left, right - gap, *body))
            at += votes
        return found

    def _apart(self, parts: Sequence[_Part]) -> list[float]:
        """Where the counts stand below their parts, moved where they would touch each other."""
        widths = [self.sketch.measure(str(part.votes), CHART.count) for part in parts]
        places = [(part.left + part.right) / 2 for part in parts]
        needs = [(one + other) / 2 + COUNTS_APART for one, other in pairwise(widths)]
        for number, need in enumerate(needs):
            places[number + 1] = max(places[number + 1], places[number] + need)
        if places:
            places[-1] = min(places[-1], BAR_LEFT + BAR - widths[-1] / 2)
        for number in reversed(range(len(needs))):
            places[number] = min(places[number], places[number + 1] - needs[number])
        return places

    def _box(self, part: _Part, top: float, height: float) -> None:
        width = part.right - part.left
        stroke = min(EDGE, width / 3)
        half = stroke / 2
        box = (part.left + half, top + half, width - stroke, height - stroke)
        self.sketch.rect(box, part.body)
        if part.hatched:
            hatch(self.sketch, box, part.edge)
        self.sketch.rect(box, None, part.edge, stroke=stroke)
