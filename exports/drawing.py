"""Drawing: a chart as shapes and texts at their places, before any kind of file is made of it.

Lengths are points, measured from the top left corner, y downwards. Colours are `#RRGGBB`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exports.look.tokens import Type

Align = Literal["start", "middle", "end"]
Point = tuple[float, float]

ASCENT, DESCENT = 0.73, 0.2  # of a size: Inter's capitals above the baseline, tails below it


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled and outlined where a colour is given; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    stroke: float = 0.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` is the length of a dash and of the gap after it."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    stroke: float
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """Corners joined by lines with round joins, from the last back to the first if `closed`."""

    points: tuple[Point, ...]
    fill: str | None = None
    edge: str | None = None
    stroke: float = 0.0
    closed: bool = True
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    edge: str | None = None
    stroke: float = 0.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. `x` is its start, middle or end, as `align` says; `width` is what it takes.

    Start is the left end in every script. `rtl`: the paragraph it is of reads from the right.
    """

    x: float
    baseline: float
    text: str
    type: Type
    colour: str
    width: float
    align: Align = "start"
    rtl: bool = False

    @property
    def left(self) -> float:
        """Where its left end lies."""
        return self.x - self.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[self.align]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of its letters."""
        size = self.type.size
        top, bottom = self.baseline - ASCENT * size, self.baseline + DESCENT * size
        return self.left, top, self.left + self.width, bottom


Shape = Rect | Line | Polygon | Circle | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order in which they are drawn.

    `title` and `description` are the chart in a sentence each, for whoever cannot see it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str = ""
    description: str = ""

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts alone, in the order in which they are drawn."""
        return tuple(each for each in self.shapes if isinstance(each, Text))
