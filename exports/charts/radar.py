"""The profile as a radar: an axis for each row, today's line beside last time's, unfilled."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, cos, pi, sin
from typing import Final

from exports.charts.page import GAP, HAIRLINE, LEFT, RIGHT, WIDTH, ChartPage, Head, Imprint
from exports.charts.sketch import Sketch
from exports.drawing import Align, Drawing, Point
from exports.look import tokens
from exports.look.tokens import CHART
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Typesetter
from workshop.day_charts import ProfileChart, ProfileRow

FEWEST_AXES: Final = 3
MOST_AXES: Final = 8
LEAST_STEPS: Final = 2
LABEL_GAP: Final = 24.0  # from the outermost ring to an axis' name
LABEL_SIDE: Final = 76.0  # the most height of a name beside the rings,
LABEL_OVER: Final = 48.0  # and over or under them
NEARLY_UPRIGHT: Final = 0.15  # an axis' sine, below which its name is centred
MARK: Final = tokens.PROFILE_FILE.mark * 0.85
LINE: Final = 3.4
DASH: Final = (12.0, 8.0)
NUMBER_GAP: Final = 22.0  # from the upright axis to the rings' numbers, beyond any mark
SAMPLE: Final = 54.0  # of a line, in the legend
MIDDLE: Final = WIDTH / 2


def fits(chart: ProfileChart) -> bool:
    """Whether a radar says it well: at most eight axes, three of them with a score, as the wall."""
    scored = sum(row.score is not None for row in chart.rows)
    return scored >= FEWEST_AXES and len(chart.rows) <= MOST_AXES


def draw(chart: ProfileChart, name: str, imprint: Imprint, setter: Typesetter) -> Drawing:
    """The whole page; `name` says what the axes are. Raises ValueError where `fits` is False."""
    if not fits(chart):
        raise ValueError(f"a radar of {len(chart.rows)} axes says little")
    page = ChartPage(setter, imprint, Head(chart.heading, name, aside=chart.ends))
    if any(row.earlier is not None for row in chart.rows):
        _legend(page, chart)
    _Radar(page, chart).draw()
    return page.drawing(chart.description)


def _legend(page: ChartPage, chart: ProfileChart) -> None:
    """Today's line and last time's, with what they are called."""
    role, palette = CHART.caption[0], page.sketch.palette
    page.bottom -= role.leading
    x, middle = LEFT, page.bottom + role.leading / 2
    base = page.bottom + baseline(role)
    for text, colour, dash in ((chart.now, palette.ink, None), (chart.then, palette.ghost, DASH)):
        page.sketch.line((x, middle), (x + SAMPLE, middle), colour, LINE, dash)
        width = page.sketch.text(text, x + SAMPLE + 14.0, base, role, palette.ink2)
        x += SAMPLE + 14.0 + width + 2 * GAP
    page.bottom -= GAP / 2


class _Radar:
    """The rings, the two lines and the names around them."""

    def __init__(self, page: ChartPage, chart: ProfileChart) -> None:
        self.sketch: Sketch = page.sketch
        self.rows = chart.rows
        known = [
            value for row in chart.rows for value in (row.score, row.earlier) if value is not None
        ]
        self.steps = max(len(chart.labels), *map(ceil, known), LEAST_STEPS)
        lowest = min(self._direction(number)[1] for number in range(len(self.rows)))
        deepest = max(self._direction(number)[1] for number in range(len(self.rows)))
        over = LABEL_OVER + LABEL_GAP / 2
        under = over if deepest > 1 - NEARLY_UPRIGHT else LABEL_OVER
        room = page.bottom - page.top - over - under
        self.radius = room / (deepest - lowest)
        self.middle = page.top + over - lowest * self.radius

    def draw(self) -> None:
        """Everything, back to front."""
        palette = self.sketch.palette
        axes = range(len(self.rows))
        for step in range(1, self.steps + 1):
            ring = tuple(self._point(number, step) for number in axes)
            self.sketch.polygon(ring, edge=palette.hairline, stroke=HAIRLINE)
        for number in axes:
            end = self._point(number, self.steps)
            self.sketch.line((MIDDLE, self.middle), end, palette.hairline, HAIRLINE)
        self._line([row.earlier for row in self.rows], palette.ghost, DASH)
        self._line([row.score for row in self.rows], palette.ink)
        self._numbers()
        for number, row in enumerate(self.rows):
            if row.score is not None:
                x, y = self._point(number, row.score)
                self.sketch.outline(row.theme, x, y, MARK, fill=self.sketch.paper)
                self.sketch.mark(row.theme, x, y, MARK, second=row.second)
            self._name(number, row)

    def _direction(self, number: int) -> Point:
        """Where an axis points, the first one up."""
        turn = 2 * pi * number / len(self.rows)
        return sin(turn), -cos(turn)

    def _point(self, number: int, value: float) -> Point:
        across, down = self._direction(number)
        reach = self.radius * value / self.steps
        return MIDDLE + across * reach, self.middle + down * reach

    def _line(
        self, values: list[float | None], colour: str, dash: tuple[float, float] | None = None
    ) -> None:
        """From axis to axis, all around where every axis has a value."""
        if None not in values:
            points = [self._point(n, v) for n, v in enumerate(values) if v is not None]
            self.sketch.polygon(tuple(points), edge=colour, stroke=LINE, dash=dash)
            return
        for (number, one), (after, other) in pairwise([*enumerate(values), (0, values[0])]):
            if one is not None and other is not None:
                ends = self._point(number, one), self._point(after, other)
                self.sketch.line(*ends, colour, LINE, dash)

    def _numbers(self) -> None:
        """The rings' numbers beside the upright axis, on paper where a line passes."""
        role, ink2 = CHART.caption[-1], self.sketch.palette.ink2
        for step in range(1, self.steps + 1):
            y = self.middle - self.radius * step / self.steps
            x = MIDDLE + NUMBER_GAP
            width = self.sketch.measure(str(step), role)
            height = min(role.size, 0.9 * self.radius / self.steps)
            paper = (x - 4.0, y - height / 2, width + 8.0, height)
            self.sketch.rect(paper, self.sketch.paper)
            small = role if height >= role.size else role.scaled(height / role.size)
            self.sketch.text(str(step), x, y + 0.35 * small.size, small, ink2)

    def _name(self, number: int, row: ProfileRow) -> None:
        across, down = self._direction(number)
        reach = self.radius + LABEL_GAP
        x, y = MIDDLE + across * reach, self.middle + down * reach
        upright = abs(across) < NEARLY_UPRIGHT
        align: Align = "middle" if upright else "start" if across > 0 else "end"
        room = {"middle": 2 * (RIGHT - MIDDLE), "start": RIGHT - x, "end": x - LEFT}[align]
        text = " ".join(filter(None, (row.name, row.score_text)))
        roles = CHART.name[1:]
        name = self.sketch.set(
            text, roles, room, LABEL_OVER if upright else LABEL_SIDE, sentence=True
        )
        if upright:
            edge = self.middle + down * (self.radius + LABEL_GAP / 2)
            top = edge - name.height if down < 0 else edge
        else:
            top = y - name.height / 2
        ink = self.sketch.palette.ink if row.score is not None else self.sketch.palette.ink2
        self.sketch.put(name, x, top, ink, align)
