"""The profile on the report's cover: a row for each session, today's score beside last time's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exports.charts.sketch import Sketch
from exports.drawing import Drawing
from exports.look import tokens
from exports.pdf.drawn import elements
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Element, Link, Mark, Rule
from exports.pdf.paper_blocks import HAIR, INK, INK2, INK3
from exports.pdf.report_blocks import at, flush_right, stacked
from exports.pdf.typesetter import Line, Style, Typesetter
from workshop.day_charts import ProfileChart, ProfileRow

ROW: Final = 36.5  # as high as a row is where there is room
LEAST_ROW: Final = 15.0
MARK: Final = 15.4
PLOT: Final = 142.0  # from the left margin to the scale's first step
CHANGE: Final = 44.2  # the column of changes at the right
SCORE: Final = 33.0  # the column of scores left of it
GAP: Final = 16.0  # between the scale's last step and the scores
TICK: Final = 2.9
BAND, BEYOND = 9.6, 5.8  # the band's height, and how far it reaches beyond its ends
TODAY, EARLIER, AROUND = 5.3, 4.8, 7.7  # radii of the marks
NEAR: Final = 0.15  # of a step: closer than this the earlier mark lies around today's
STROKE, EARLIER_STROKE = 0.72, 0.96
NARROW: Final = 24.0  # rows lower than this are set smaller

HEAD: Final = Style(tokens.PDF.caption, INK3)
NAME: Final = Style(tokens.PDF.lead._replace(size=13.0, leading=16.0, weight=tokens.MEDIUM), INK)
NAME_SMALL: Final = Style(
    tokens.PDF.body._replace(size=9.0, leading=11.0, weight=tokens.MEDIUM), INK
)
NUMBER: Final = Style(
    tokens.PDF.score._replace(family=tokens.DISPLAY_FIGURES, size=19.2, leading=19.2), INK
)
NUMBER_SMALL: Final = Style(
    tokens.PDF.score._replace(family=tokens.DISPLAY_FIGURES, size=12.0, leading=12.0), INK
)
MOVED: Final = Style(tokens.PDF.body._replace(family=tokens.FIGURES), INK2)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where the steps lie on the page."""

    left: float
    right: float
    steps: int

    def x(self, score: float) -> float:
        return self.left + (score - 1) * (self.right - self.left) / max(1, self.steps - 1)


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """Sets the rows of a profile, each `height` points high."""

    typesetter: Typesetter
    chart: ProfileChart
    height: float

    @property
    def compares(self) -> bool:
        """Whether there is a last time to compare with."""
        return bool(self.chart.then)

    def head(self) -> Block:
        """The steps above their ticks, and the names of the columns of numbers."""
        scale = self._scale()
        out: list[Element] = []
        for step in range(1, scale.steps + 1):
            line = self.typesetter.line(str(step), HEAD)
            out.append(at(scale.x(step) - line.width / 2, 0.0, line))
        today, change = self.chart.heads
        if self.compares:
            right = LEFT + ACROSS
            out.append(flush_right(self.typesetter.line(today, HEAD), right - CHANGE, 0.0))
            out.append(flush_right(self.typesetter.line(change, HEAD), right, 0.0))
        return Block(((Atom(HEAD.type.leading, tuple(out)),),), below=2.9)

    def rows(self, linked: Sequence[str]) -> list[Block]:
        """The rows; a session named in `linked` leads to its own page."""
        return [self._row(each, linked) for each in self.chart.rows]

    def end(self) -> Block:
        """The line below the last row."""
        return Block(((),), fixed=(Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, HAIR),))

    def _row(self, row: ProfileRow, linked: Sequence[str]) -> Block:
        middle = self.height / 2
        small = self.height < NARROW
        mark = min(MARK, self.height - 3.0)
        out: list[Element] = [
            Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, HAIR),
            Mark(LEFT, middle - mark / 2, mark, row.theme, row.second),
        ]
        if row.id in linked:
            out.append(Link(LEFT, 0.0, ACROSS, self.height, f"session-{row.id}"))
        indent = MARK + 8.6
        name = self._name(row.name, PLOT - indent - 10.0, small)
        high = sum(line.style.type.leading for line in name)
        out += stacked(name, LEFT + indent, middle - high / 2)
        out += elements(self._plot(row), self.typesetter, LEFT)
        number = NUMBER_SMALL if small else NUMBER
        right = LEFT + ACROSS
        if row.score_text:
            score = self.typesetter.line(row.score_text, number)
            edge = right - CHANGE if self.compares else right
            out.append(flush_right(score, edge, middle - number.type.leading / 2))
        if row.change:
            change = self.typesetter.line(row.change, MOVED)
            out.append(flush_right(change, right, middle - MOVED.type.leading / 2))
        return Block(((Atom(self.height, tuple(out)),),))

    def _name(self, name: str, width: float, small: bool) -> list[Line]:
        """The name in one line, or smaller in as many as the row holds."""
        if not small:
            lines = self.typesetter.balance(name, NAME, width)
            if len(lines) == 1:
                return lines
        lines = self.typesetter.balance(name, NAME_SMALL, width)
        fitting = max(1, int((self.height - 2.0) / NAME_SMALL.type.leading))
        if len(lines) > fitting:
            rest = " ".join(line.text for line in lines[fitting - 1 :])
            lines[fitting - 1 :] = [self.typesetter.shorten(rest, NAME_SMALL, width)]
        return lines

    def _scale(self) -> _Scale:
        right = ACROSS - SCORE - GAP - (CHANGE if self.compares else 0.0)
        return _Scale(LEFT + PLOT, LEFT + right, len(self.chart.labels))

    def _plot(self, row: ProfileRow) -> Drawing:
        """The scale with the band and the marks, measured from the row's top left corner."""
        page = self._scale()
        scale = _Scale(page.left - LEFT, page.right - LEFT, page.steps)
        y, palette = self.height / 2, tokens.LIGHT.palette
        shrunk = min(1.0, self.height / NARROW)
        sketch = Sketch(self.typesetter, tokens.PDF_PAPER)
        sketch.line((scale.left, y), (scale.right, y), palette.edge, STROKE)
        for step in range(1, scale.steps + 1):
            x, tick = scale.x(step), TICK * shrunk
            sketch.line((x, y - tick), (x, y + tick), palette.edge, STROKE)
        colours = sketch.colours(row.theme)
        if row.lowest is not None and row.highest is not None:
            left, right = scale.x(row.lowest) - BEYOND, scale.x(row.highest) + BEYOND
            band = BAND * shrunk
            sketch.rect(
                (left, y - band / 2, right - left, band),
                colours.tint,
                colours.key,
                stroke=STROKE,
                radius=band / 2,
            )
        self._marks(sketch, row, scale, y, shrunk)
        return sketch.drawing(ACROSS, self.height)

    def _marks(
        self, sketch: Sketch, row: ProfileRow, scale: _Scale, y: float, shrunk: float
    ) -> None:
        if row.earlier is not None:
            near = row.score is not None and abs(row.score - row.earlier) < NEAR
            centre = row.score if near and row.score is not None else row.earlier
            sketch.outline(
                row.theme,
                scale.x(centre),
                y,
                (AROUND if near else EARLIER) * shrunk,
                fill=tokens.PDF_PAPER,
                edge=INK2,
                stroke=EARLIER_STROKE,
            )
        if row.score is not None:
            sketch.mark(row.theme, scale.x(row.score), y, TODAY * shrunk, second=row.second)
