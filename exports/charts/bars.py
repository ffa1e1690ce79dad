"""Bars alone, without a number, for rows of a page; and hatching."""

from __future__ import annotations

from typing import Final

from exports.charts.sketch import Sketch
from frameworks.theme import Theme
from workshop.charts import DistributionChart

Box = tuple[float, float, float, float]

AXIS: Final = 2.0
KEYLINE: Final = 1.0
WIDE: Final = 0.72  # of the pitch
LEAST: Final = 2.0  # of a bar that stands for a vote
HATCH_PITCH: Final = 14.1  # along the box's edge, from one line to the next
HATCH_LINE: Final = 3.3


def small_bars(
    sketch: Sketch, box: Box, chart: DistributionChart, theme: Theme, unit_max: int | None = None
) -> None:
    """The votes as bars on an axis in a box of x, y, width and height.

    `unit_max` is the number of votes as high as the box, for charts of one unit.
    """
    left, top, width, height = box
    base = top + height - AXIS
    pitch = width / len(chart.columns)
    unit = (base - top - KEYLINE) / (unit_max or chart.unit_max)
    colours = sketch.colours(theme)
    for number, column in enumerate(chart.columns):
        if column.count:
            wide, high = WIDE * pitch, max(LEAST, column.count * unit)
            bar = (left + (number + 0.5) * pitch - wide / 2, base - high, wide, high)
            sketch.rect(bar, colours.fill, colours.key, stroke=KEYLINE)
    axis = ((left, base + AXIS / 2), (left + width, base + AXIS / 2))
    sketch.line(*axis, sketch.palette.ink, AXIS)


def hatch(
    sketch: Sketch, box: Box, colour: str, stroke: float = HATCH_LINE, pitch: float = HATCH_PITCH
) -> None:
    """Lines at 45 degrees in a box, rising to the right; they keep their pitch from box to box."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    total = pitch * (int((left + top) / pitch) + 1)  # a line is all points with x + y = total
    while total < right + bottom:
        start = (max(left, total - bottom), min(bottom, total - left))
        end = (min(right, total - top), max(top, total - right))
        sketch.line(start, end, colour, stroke)
        total += pitch
