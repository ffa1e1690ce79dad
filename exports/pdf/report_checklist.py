"""A checklist's votes on a report page: one bar of yes, partly and no, named below it."""

from __future__ import annotations

from typing import Final

from exports.charts.bars import Box, hatch
from exports.charts.sketch import Sketch
from exports.drawing import Drawing
from exports.look import tokens
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Style, Typesetter
from frameworks.theme import Theme
from workshop.charts import DistributionChart, DistributionColumn

TOP, BAR = 6.0, 20.0
LINE: Final = 15.0  # from one answer below the bar to the next
SWATCH: Final = (10.0, 8.0)
HATCH: Final = 4.0  # from one line of the hatching to the next
STROKE: Final = 0.72
NAME: Final = tokens.PDF.body
COUNT: Final = tokens.PDF.body_strong._replace(family=tokens.FIGURES)


def bars(
    chart: DistributionChart,
    theme: Theme,
    size: tuple[float, float],
    typesetter: Typesetter,
    votes: int,
) -> Drawing:
    """The bar is as long as all `votes`; where it ends early, the rest said don't know.

    The last step (yes) is filled, the first (no) is paper, those between are hatched.
    """
    sketch = Sketch(typesetter, tokens.PDF_PAPER)
    width, height = size
    answers = list(reversed(chart.columns))
    sketch.rect((0.0, TOP, width, BAR), edge=sketch.palette.hairline, stroke=STROKE)
    x = 0.0
    for column in answers:
        wide = width * column.count / max(1, votes)
        if column.count:
            _answer(sketch, (x, TOP, wide, BAR), column, len(answers), theme)
        x += wide
    y = TOP + BAR + 10.0
    for column in answers:
        _answer(sketch, (0.0, y + 3.0, *SWATCH), column, len(answers), theme)
        base = y + baseline(NAME)
        count = typesetter.width(column.count_text, Style(COUNT, sketch.palette.ink))
        room = width - SWATCH[0] - 6.0 - count - 8.0
        name = typesetter.shorten(column.label, Style(NAME, sketch.palette.ink), room).text
        sketch.text(name, SWATCH[0] + 6.0, base, NAME, sketch.palette.ink)
        sketch.text(column.count_text, width, base, COUNT, sketch.palette.ink, "end")
        y += LINE
    return sketch.drawing(width, max(height, y), chart.heading, chart.description)


def _answer(
    sketch: Sketch, place: Box, column: DistributionColumn, steps: int, theme: Theme
) -> None:
    """A piece of the bar: filled for the last step, paper for the first, hatched between."""
    colours = sketch.colours(theme)
    if column.step == steps:
        sketch.rect(place, colours.fill, colours.key, stroke=STROKE)
        return
    if column.step > 1:
        sketch.rect(place, colours.tint)
        hatch(sketch, place, colours.key, STROKE / 2, HATCH)
    sketch.rect(place, edge=colours.key, stroke=STROKE)
