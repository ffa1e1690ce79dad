"""The profile: for each session or theme its score as a mark, on the range of its questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from exports.charts.page import GAP, HAIRLINE, LEFT, RIGHT, ChartPage, Head, Imprint
from exports.charts.sketch import Setting, Sketch
from exports.drawing import Align, Drawing
from exports.look import tokens
from exports.look.tokens import CHART, ProfileSizes, Type
from exports.pdf.typesetter import Typesetter
from workshop.day_charts import ProfileChart, ProfileRow

NAME_INDENT: Final = 48.0
NAME_ROOM: Final = 318.0
NAME_ROOM_LOW: Final = 500.0  # in low rows, where what it rests on stands behind a name
PLOT_GAP: Final = 34.0  # between the names and the scale
NAMES: Final = (*CHART.name, CHART.name[-1].scaled(0.86), CHART.name[-1].scaled(0.74))
PLOT_RIGHT: Final = 1350.0
PLOT_RIGHT_AGAIN: Final = 1215.0  # where the change has a column
SCORE_RIGHT_AGAIN: Final = 1390.0
LEAST_STEPS: Final = 2
ROW_MOST: Final = 132.0
ROW_FULL: Final = 66.0  # rows lower than this are drawn smaller
ROW_AIR: Final = 6.0
CHANGE_LEAST: Final = 0.5  # of its size: it is small already where rows are full
NAMES_HEIGHT: Final = 32.0  # over the row that names last time and today
LABEL_GAP: Final = 12.0
LABEL_HEIGHT: Final = 60.0
STEP_GAP: Final = 8.0
DOTS_ROOM: Final = 0.8  # of half a step: dots that are alike take no more
NUMERAL_DROP: Final = 0.35  # of a digit's size, from its middle to its baseline
APART: Final = 12.0  # between two texts side by side
UNKNOWN: Final = "–"  # stands where nothing is known


def draw(chart: ProfileChart, name: str, imprint: Imprint, setter: Typesetter) -> Drawing:
    """The whole page: every row, however many there are, each smaller where there are many.

    `name` says what the rows are, over the heading.
    """
    page = ChartPage(setter, imprint, Head(chart.heading, name, aside=chart.ends))
    page.foot(chart.foot, chart.outline)
    if chart.rows:
        _Plot(page, chart).draw()
    return page.drawing(chart.description)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands, and how large it is drawn."""

    middle: float
    height: float

    @property
    def scale(self) -> float:
        return min(1.0, self.height / ROW_FULL)


class _Plot:
    """The rows of a profile on their scale."""

    def __init__(self, page: ChartPage, chart: ProfileChart) -> None:
        self.page = page
        self.sketch: Sketch = page.sketch
        self.chart = chart
        self.again = any(row.earlier is not None for row in chart.rows)
        self.right = PLOT_RIGHT_AGAIN if self.again else PLOT_RIGHT
        known = [
            value
            for row in chart.rows
            for value in (row.score, row.highest, row.earlier)
            if value is not None
        ]
        self.steps = max(len(chart.labels), *map(ceil, known), LEAST_STEPS)
        low = (page.bottom - page.top) / len(chart.rows) < ROW_FULL
        self.room = NAME_ROOM_LOW if low else NAME_ROOM
        self.left = LEFT + NAME_INDENT + self.room + PLOT_GAP

    def draw(self) -> None:
        top = self._scale(self.page.top)
        named = self._named_row()
        names = NAMES_HEIGHT if named is not None else 0.0
        rows = self.chart.rows
        height = min(ROW_MOST, (self.page.bottom - top - names) / len(rows))
        foot = top + names + height * len(rows)
        for step in range(1, self.steps + 1):
            line = ((self._x(step), top), (self._x(step), foot))
            self.sketch.line(*line, self.sketch.palette.hairline, HAIRLINE)
        y, name = top, self._name_role(height)
        for number, row in enumerate(rows):
            if number == named:
                self._names(row, y)
                y += names
            self._row(row, _Place(y + height / 2, height), name)
            y += height

    def _x(self, score: float) -> float:
        return self.left + (score - 1) * (self.right - self.left) / (self.steps - 1)

    # --- Above the rows ----------------------------------------------------------------------

    def _scale(self, top: float) -> float:
        """Numbers and labels of the steps, and the heads of the columns; gives the y below."""
        ink2 = self.sketch.palette.ink2
        for step in range(1, self.steps + 1):
            number = self.sketch.set(str(step), (CHART.step,), self._x(2) - self._x(1))
            self.sketch.put(number, self._x(step), top, ink2, "middle")
        if self.again:
            columns = zip(self.chart.heads, self._columns(), strict=True)
            for text, (right, room) in columns:
                head = self.sketch.set(text, (CHART.step,), room, 2 * CHART.step.leading)
                self.sketch.put(head, right, top, ink2, "end")
        top += CHART.step.leading
        labels = self._labels()
        for x, setting, align in labels:
            self.sketch.put(setting, x, top, ink2, align)
        return top + max((each.height for _, each, _ in labels), default=0.0) + STEP_GAP

    def _columns(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Right end and room of the columns of scores and changes."""
        change = RIGHT - SCORE_RIGHT_AGAIN - APART
        return (SCORE_RIGHT_AGAIN, SCORE_RIGHT_AGAIN - self.right - GAP), (RIGHT, change)

    def _labels(self) -> list[tuple[float, Setting, Align]]:
        """Each step's label if all stand on one line, else those of the ends."""
        labels = self.chart.labels
        if not labels or all(label == str(step) for step, label in enumerate(labels, 1)):
            return []
        role = CHART.caption[-1]
        room = self._x(2) - self._x(1) - LABEL_GAP
        if max(self.sketch.measure(label, role) for label in labels) <= room:
            return [
                (self._x(step), self.sketch.set(label, (role,), room), "middle")
                for step, label in enumerate(labels, 1)
            ]
        wide = (self.right - self.left) / 2 - LABEL_GAP
        ends = ((self.left, labels[0], "start"), (self.right, labels[-1], "end"))
        found: list[tuple[float, Setting, Align]] = []
        for x, label, side in ends:
            align: Align = "start" if side == "start" else "end"
            found.append((x, self.sketch.set(label, (role,), wide, LABEL_HEIGHT), align))
        return found

    def _named_row(self) -> int | None:
        """The first row with both scores: its marks are named."""
        for number, row in enumerate(self.chart.rows):
            if row.score is not None and row.earlier is not None:
                return number
        return None

    def _names(self, row: ProfileRow, top: float) -> None:
        """What the marks of a row are called, side by side above it."""
        assert row.score is not None, "only a row with both scores is named"
        assert row.earlier is not None, "only a row with both scores is named"
        palette = self.sketch.palette
        role, light = CHART.caption_strong, CHART.caption[0]
        room = (self.right - self.left) / 3
        now = self.sketch.set(self.chart.now, (role,), room, NAMES_HEIGHT)
        then = self.sketch.set(self.chart.then, (light,), room, NAMES_HEIGHT)
        at, before = self._x(row.score), self._x(row.earlier)
        apart = (now.width + then.width) / 2 + APART
        after = row.earlier > row.score
        if abs(before - at) < apart:
            before = at + apart if after else at - apart
        left, right = (at, before) if after else (before, at)
        widths = (now, then) if after else (then, now)
        shift = max(0.0, self.left - APART - (left - widths[0].width / 2))
        shift -= max(0.0, right + widths[1].width / 2 - (self.right + APART))
        self.sketch.put(now, at + shift, top + STEP_GAP, palette.ink, "middle")
        self.sketch.put(then, before + shift, top + STEP_GAP, palette.ink2, "middle")

    # --- A row -------------------------------------------------------------------------------

    def _row(self, row: ProfileRow, place: _Place, name: Type) -> None:
        sizes = _scaled(tokens.PROFILE_FILE, place.scale)
        palette = self.sketch.palette
        known = row.score is not None
        at = LEFT + tokens.PROFILE_FILE.name_mark * tokens.TRIANGLE_HALF_BASE
        if known:
            self.sketch.mark(row.theme, at, place.middle, sizes.name_mark, second=row.second)
        else:
            key = self.sketch.colours(row.theme).key
            self.sketch.outline(
                row.theme, at, place.middle, sizes.name_mark, edge=key, stroke=sizes.stroke
            )
        self._name(row, place, name)
        self._range(row, place.middle, sizes)
        (score_right, room), (change_right, change_room) = self._columns()
        if not self.again:
            score_right, room = RIGHT, RIGHT - self.right - GAP
        score = CHART.score.scaled(place.scale)
        text = row.score_text or UNKNOWN
        ink = palette.ink if known else palette.ink2
        setting = self.sketch.set(text, (score,), room)
        base = place.middle + NUMERAL_DROP * score.size
        self.sketch.text(text, score_right, base, setting.type, ink, "end")
        if row.change:
            role = CHART.change.scaled(max(CHANGE_LEAST, place.scale))
            change = self.sketch.set(row.change, (role,), change_room, place.height)
            top = place.middle - change.height / 2
            self.sketch.put(change, change_right, top, palette.ink2, "end")

    def _name_role(self, height: float) -> Type:
        """The first size in which every name fits its row, without breaking a word."""
        for role in NAMES:
            if all(self._fits(row, role, height) for row in self.chart.rows):
                return role
        return NAMES[-1]

    def _fits(self, row: ProfileRow, role: Type, height: float) -> bool:
        room, free = self._name_room(row, height)
        name = self.sketch.set(row.name, (role,), room, free)
        widest = max((self.sketch.measure(word, role) for word in row.name.split()), default=0.0)
        return name.type == role and name.height <= free and widest <= room

    def _name_room(self, row: ProfileRow, height: float) -> tuple[float, float]:
        """The width and height that a name may take in a row of that height."""
        basis = self._basis(row, height)
        if height >= ROW_FULL:
            return self.room, height - ROW_AIR - basis.height
        beside = basis.width + APART if row.basis else 0.0
        return self.room - beside, height - ROW_AIR / 2

    def _basis(self, row: ProfileRow, height: float) -> Setting:
        """How many questions a score rests on."""
        role = CHART.caption[-1].scaled(min(1.0, height / 30))
        return self.sketch.set(row.basis, (role,), self.room)

    def _name(self, row: ProfileRow, place: _Place, role: Type) -> None:
        """The name, and below it or behind it what its score rests on."""
        palette = self.sketch.palette
        ink = palette.ink if row.score is not None else palette.ink2
        x = LEFT + NAME_INDENT
        basis = self._basis(row, place.height)
        name = self.sketch.set(row.name, (role,), *self._name_room(row, place.height))
        below = place.height >= ROW_FULL
        block = name.height + (basis.height if below else 0.0)
        top = place.middle - block / 2
        after = self.sketch.put(name, x, top, ink)
        if below:
            self.sketch.put(basis, x, after, palette.ink2)
        else:
            top = place.middle - basis.height / 2
            self.sketch.put(basis, x + self.room, top, palette.ink2, "end")

    def _range(self, row: ProfileRow, middle: float, sizes: ProfileSizes) -> None:
        """The band from lowest to highest question, the mark of last time, the questions' dots,
        and today's mark on a margin of paper.
        """
        colours = self.sketch.colours(row.theme)
        if row.lowest is not None and row.highest is not None:
            half = sizes.band / 2
            left, right = self._x(row.lowest) - half, self._x(row.highest) + half
            band = (left, middle - half, right - left, sizes.band)
            self.sketch.rect(band, colours.tint, colours.key, stroke=sizes.stroke, radius=half)
        paper, ink2 = self.sketch.paper, self.sketch.palette.ink2
        if row.earlier is not None:
            near = row.score is not None and abs(row.score - row.earlier) < sizes.near
            at = row.score if near and row.score is not None else row.earlier
            radius = sizes.around if near else sizes.earlier
            self.sketch.outline(
                row.theme,
                self._x(at),
                middle,
                radius,
                fill=paper,
                edge=ink2,
                stroke=sizes.earlier_stroke,
            )
        for x in self._dots(row, sizes):
            self.sketch.circle(x, middle, sizes.dot, colours.key)
        if row.score is None:
            return
        x, margin = self._x(row.score), 2 * sizes.margin
        self.sketch.outline(row.theme, x, middle, sizes.mark, fill=paper, edge=paper, stroke=margin)
        self.sketch.mark(row.theme, x, middle, sizes.mark, second=row.second)

    def _dots(self, row: ProfileRow, sizes: ProfileSizes) -> list[float]:
        """Where the questions' dots stand; those that are alike side by side."""
        alike = Counter(dot.score for dot in row.dots)
        found = []
        for score, count in sorted(alike.items()):
            room = DOTS_ROOM * (self._x(2) - self._x(1)) / 2
            pitch = min(sizes.dot_pitch, room / max(1, count - 1))
            first = self._x(score) - pitch * (count - 1) / 2
            found += [first + pitch * number for number in range(count)]
        return found


def _scaled(sizes: ProfileSizes, scale: float) -> ProfileSizes:
    """The sizes for a lower row; a step is as wide as ever."""
    if scale == 1.0:
        return sizes
    values: Sequence[float] = sizes
    scaled = ProfileSizes(*(value * scale for value in values))
    return scaled._replace(near=sizes.near)
