"""The page of a session: a row for each question with its bars, its score and its agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final

from exports.charts.bars import small_bars
from exports.charts.page import HAIRLINE, LEFT, RIGHT, ChartPage, Head, Imprint
from exports.charts.sketch import Setting, Sketch
from exports.drawing import Drawing
from exports.look.tokens import CHART, Type
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Typesetter
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.words import Words

TEXT_ROOM: Final = 540.0
BARS_LEFT: Final = LEFT + 580.0
BARS: Final = 250.0
BARS_HEIGHT: Final = 84.0
SCORE_LEFT: Final = BARS_LEFT + BARS + 20.0
SCORE_ROOM: Final = 150.0
WORD_LEFT: Final = SCORE_LEFT + SCORE_ROOM + 20.0
POINTS_ROOM: Final = 90.0
WORD_ROOM: Final = RIGHT - POINTS_ROOM - 16.0 - WORD_LEFT
TEXT_HEIGHT: Final = 116.0  # of a question's text, and more where its page has room
NAME_HEIGHT: Final = 72.0
WORD_HEIGHT: Final = 80.0
DETAIL_HEIGHT: Final = 88.0
BETWEEN: Final = " · "  # the parts of a row's detail
ROW_AIR: Final = 8.0
ROW_LEAST: Final = 88.0
SCALES: Final = (1.0, 0.9, 0.8)  # of a row: rather smaller than over two pages
STRETCH: Final = 26.0  # the most a row grows where there is room
HEAD_GAP: Final = 6.0
NAME: Final[tuple[Type, ...]] = CHART.name[1:]
TEXT: Final[tuple[Type, ...]] = (CHART.caption[0], CHART.caption[-1])


@dataclass(frozen=True, slots=True)
class _Row:
    """A question as it is set; `height` with the air above and below."""

    row: SessionChartRow
    name: Setting
    text: Setting
    score: str
    outcome: Setting
    word: Setting
    detail: Setting
    scale: float

    @property
    def number(self) -> Type:
        """What score and agreement are set in."""
        return CHART.number.scaled(self.scale)

    @property
    def height(self) -> float:
        """What the row needs at least."""
        left = self.name.height + self.text.height
        score = self.number.leading + self.outcome.height if self.score else 0.0
        right = self.word.height + self.detail.height
        return max(left, score, right, ROW_LEAST * self.scale) + 2 * ROW_AIR * self.scale


def draw(
    chart: SessionChart, imprint: Imprint, words: Words, setter: Typesetter
) -> tuple[Drawing, ...]:
    """All pages of a session; one where its questions have room on it. None has no question."""
    first = _page(chart, "", imprint, setter)
    room = first.bottom - first.top - CHART.caption[-1].leading - HEAD_GAP
    share = room / max(1, len(chart.rows))
    sizes = [[_row(first.sketch, each, scale, share) for each in chart.rows] for scale in SCALES]
    together = (rows for rows in sizes if sum(row.height for row in rows) <= room)
    parts = [_filling(first.sketch, part, room) for part in _parts(next(together, sizes[0]), room)]
    drawings = []
    for number, part in enumerate(parts, 1):
        place = words.say("Page {n} of {m}", n=number, m=len(parts)) if len(parts) > 1 else ""
        page = _page(chart, place, imprint, setter)
        top = _heads(page, chart, words)
        extra = page.bottom - top - sum(row.height for row in part)
        stretch = min(STRETCH, extra / max(1, len(part)))
        for row in part:
            page.rule(top)
            _draw_row(page.sketch, row, chart, top, row.height + stretch)
            top += row.height + stretch
        drawings.append(page.drawing(chart.description))
    return tuple(drawings)


def _page(chart: SessionChart, place: str, imprint: Imprint, setter: Typesetter) -> ChartPage:
    head = Head(
        heading=chart.heading,
        name=chart.name,
        topic=place,
        aside=chart.change,
        figure=chart.score_text,
        theme=chart.theme,
        second=chart.second,
    )
    return ChartPage(setter, imprint, head)


def _parts(rows: Sequence[_Row], room: float) -> list[list[_Row]]:
    """The rows of each page: over as few pages as hold them, as evenly as can be."""
    for pages in range(1, len(rows) + 1):
        ends = [ceil(len(rows) * number / pages) for number in range(pages + 1)]
        parts = [list(rows[first:last]) for first, last in pairwise(ends)]
        if all(sum(row.height for row in part) <= room for part in parts):
            return parts
    return [[row] for row in rows]


def _filling(sketch: Sketch, rows: list[_Row], room: float) -> list[_Row]:
    """The rows of a page with their texts as large as the room on it lets them be."""
    larger = [_row(sketch, each.row, each.scale, room / len(rows)) for each in rows]
    return larger if sum(row.height for row in larger) <= room else rows


def _heads(page: ChartPage, chart: SessionChart, words: Words) -> float:
    """What the columns hold; gives the y of the first row."""
    sketch, role, ink2 = page.sketch, CHART.caption[-1], page.sketch.palette.ink2
    base = page.top + baseline(role)
    sketch.text(words.say("Question"), LEFT, base, role, ink2)
    columns = chart.rows[0].chart.columns if chart.rows else ()
    if len({tuple(c.step_text for c in row.chart.columns) for row in chart.rows}) == 1:
        pitch = BARS / len(columns)
        ends = ((columns[0], BARS_LEFT + pitch / 2), (columns[-1], BARS_LEFT + BARS - pitch / 2))
        for column, x in ends:
            sketch.text(column.step_text, x, base, role, ink2, "middle")
    sketch.text(words.say("Score"), SCORE_LEFT + SCORE_ROOM / 2, base, role, ink2, "middle")
    sketch.text(words.say("How close we are"), WORD_LEFT, base, role, ink2)
    sketch.text(words.say("of 100"), RIGHT, base, role, ink2, "end")
    return page.top + role.leading + HEAD_GAP


def _row(sketch: Sketch, row: SessionChartRow, scale: float, share: float) -> _Row:
    """A question as it is set, where each has a `share` of a page's height."""
    text = row.text if row.text != row.name else ""
    name = sketch.set(
        f"{row.number} {row.name}",
        _scaled(NAME, scale),
        TEXT_ROOM,
        NAME_HEIGHT * scale,
        sentence=True,
    )
    most = max(TEXT_HEIGHT * scale, share - name.height - 2 * ROW_AIR * scale)
    word = row.word
    if row.chart.borderline_text:
        word = f"{word}, {row.chart.borderline_text}"
    small = CHART.caption[-1].scaled(scale)
    detail = _packed(sketch, (*row.detail, row.rounds), small)
    return _Row(
        row=row,
        name=name,
        text=sketch.set(text, _scaled(TEXT, scale), TEXT_ROOM, most),
        score=row.score_text or row.chart.median_text or "",
        outcome=sketch.set(row.outcome, (small,), SCORE_ROOM, 2 * small.leading),
        word=sketch.set(word, _scaled(CHART.word[1:], scale), WORD_ROOM, WORD_HEIGHT * scale),
        detail=sketch.set(detail, (small,), WORD_ROOM, DETAIL_HEIGHT * scale),
        scale=scale,
    )


def _scaled(roles: Sequence[Type], scale: float) -> tuple[Type, ...]:
    return tuple(role.scaled(scale) for role in roles)


def _packed(sketch: Sketch, parts: Sequence[str], role: Type) -> str:
    """The parts in as few lines as hold them, none torn apart where it need not be."""
    lines: list[str] = []
    for part in filter(None, parts):
        longer = BETWEEN.join((lines[-1], part)) if lines else ""
        if longer and sketch.measure(longer, role) <= WORD_ROOM:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(lines)


def _draw_row(sketch: Sketch, row: _Row, chart: SessionChart, top: float, height: float) -> None:
    palette = sketch.palette
    middle = top + HAIRLINE + height / 2
    y = middle - (row.name.height + row.text.height) / 2
    y = sketch.put(row.name, LEFT, y, palette.ink)
    sketch.put(row.text, LEFT, y, palette.ink2)
    bars = BARS_HEIGHT * row.scale
    box = (BARS_LEFT, middle - bars / 2, BARS, bars)
    small_bars(sketch, box, row.row.chart, chart.theme, chart.unit_max)
    centre = SCORE_LEFT + SCORE_ROOM / 2
    role = row.number
    if row.score:
        y = middle - (role.leading + row.outcome.height) / 2
        sketch.text(row.score, centre, y + baseline(role), role, palette.ink, "middle")
        sketch.put(row.outcome, centre, y + role.leading, palette.ink2, "middle")
    y = middle - (row.word.height + row.detail.height) / 2
    y = sketch.put(row.word, WORD_LEFT, y, palette.ink)
    sketch.put(row.detail, WORD_LEFT, y, palette.ink2)
    base = middle - role.leading / 2 + baseline(role)
    sketch.text(row.row.agreement, RIGHT, base, role, palette.ink, "end")
