"""Bare charts: the same figures as a plain matplotlib script would make them.

One axes over the whole figure, in points from the top; every shape an ordinary patch or line of it,
every text an ordinary text in the same cut and size at a place that is known before. Saved as PNG
of the same size and as SVG with its text as paths. Not as PDF, which Flipchart writes too: there
matplotlib reads every font anew for each file, and takes so long that all else would not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Circle as CirclePatch
from matplotlib.patches import FancyBboxPatch, Patch, Rectangle
from matplotlib.patches import Polygon as PolygonPatch

from exports.drawing import Circle, Drawing, Line, Polygon, Rect, Shape, Text
from exports.look import fonts, tokens

DPI = 144
SUFFIXES = (".png", ".svg")
AT = {"start": "left", "middle": "center", "end": "right"}


def write(drawings: Sequence[Drawing], folder: Path) -> None:
    """Make the figures and save each in every format."""
    for number, drawing in enumerate(drawings):
        _write(drawing, folder / str(number))


def _write(drawing: Drawing, stem: Path) -> None:
    with mpl.rc_context({"svg.fonttype": "path"}):
        figure = Figure(figsize=(drawing.width / 72, drawing.height / 72), dpi=DPI)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, drawing.width)
        axes.set_ylim(drawing.height, 0)
        for shape in drawing.shapes:
            _add(axes, shape)
        for suffix in SUFFIXES:
            figure.savefig(stem.with_name(stem.name + suffix), dpi=DPI)


def _add(axes: Axes, shape: Shape) -> None:
    match shape:
        case Text():
            axes.text(
                shape.x,
                shape.baseline,
                shape.text,
                fontproperties=_font(shape.type),
                fontsize=shape.type.size,
                color=shape.colour,
                horizontalalignment=AT[shape.align],
                verticalalignment="baseline",
            )
        case Line():
            line = Line2D(
                (shape.x1, shape.x2), (shape.y1, shape.y2), color=shape.colour, lw=shape.stroke
            )
            if shape.dash is not None:
                line.set_linestyle((0, shape.dash))
            axes.add_line(line)
        case Rect() | Circle() | Polygon():
            patch = _patch(shape)
            patch.set_facecolor(shape.fill or "none")
            patch.set_edgecolor(shape.edge or "none")
            patch.set_linewidth(shape.stroke)
            axes.add_patch(patch)


def _patch(shape: Rect | Circle | Polygon) -> Patch:
    match shape:
        case Circle():
            return CirclePatch((shape.x, shape.y), shape.radius)
        case Polygon():
            return PolygonPatch(shape.points, closed=shape.closed)
        case Rect():
            corner = (shape.x, shape.y)
            if not shape.radius:
                return Rectangle(corner, shape.width, shape.height)
            style = f"round,pad=0,rounding_size={shape.radius}"
            return FancyBboxPatch(corner, shape.width, shape.height, boxstyle=style)


@lru_cache
def _font(kind: tokens.Type) -> FontProperties:
    return FontProperties(fname=fonts.path(kind.family, kind.weight))
