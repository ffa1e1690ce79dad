"""Paints the themes' shapes: filled, ahead (a thin outline), or hollow for a second session."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from exports.look import shapes, tokens
from exports.look.tokens import Shape, ThemeColours
from frameworks.theme import Theme

_LEAST_BETWEEN_LINES = 4.0
"""Pixels: with lines in `key` at both its sides a thinner outline closes, and looks like a nut."""


class Mark(Enum):
    """How a shape stands for its session."""

    FILLED = auto()
    AHEAD = auto()  # an outline: the session has not begun
    HOLLOW = auto()  # a thick outline: the second session of its theme


@lru_cache(maxsize=256)
def outline(shape: Shape, radius: float) -> QPainterPath:
    """The shape around (0, 0), equal in weight to a circle of `radius`; do not change it."""
    path = QPainterPath()
    corners = shapes.polygon(shape, radius)
    if corners:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        path.closeSubpath()
    else:
        path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def paint_shape(
    painter: QPainter,
    theme: Theme,
    centre: QPointF,
    radius: float,
    colours: ThemeColours,
    mark: Mark = Mark.FILLED,
    *,
    stroke: float | None = None,
) -> None:
    """Paint the shape of `theme`; `stroke` is the width of its keyline (else in proportion)."""
    if stroke is None:
        stroke = max(tokens.SHAPE_STROKE_LEAST, tokens.SHAPE_STROKE / tokens.SHAPE_RADIUS * radius)
    line, lined = colours.key, False
    if mark is Mark.HOLLOW:
        stroke = tokens.HOLLOW_STROKE * radius
        radius -= stroke / 2  # a thick line grows outwards too; keep the outer size
        lined = stroke >= _LEAST_BETWEEN_LINES
        line = colours.fill if lined else colours.key
    pen = QPen(QColor(line), stroke)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    if lined:
        _paint_keyline(painter, theme, radius, stroke, colours)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.fill) if mark is Mark.FILLED else Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(tokens.SHAPES[theme], radius))
    painter.restore()


def paint_shape_in(
    painter: QPainter,
    theme: Theme,
    top_left: QPointF,
    box: float,
    colours: ThemeColours,
    mark: Mark = Mark.FILLED,
) -> None:
    """Paint the shape of `theme` as an icon in a square box whose side is `box`."""
    centre = top_left + QPointF(box / 2, box / 2)
    stroke = max(tokens.SHAPE_STROKE_LEAST, tokens.SHAPE_STROKE * box)
    paint_shape(painter, theme, centre, tokens.SHAPE_RADIUS * box, colours, mark, stroke=stroke)


def _paint_keyline(
    painter: QPainter, theme: Theme, radius: float, stroke: float, colours: ThemeColours
) -> None:
    """A line in `key` around a thick outline, where the fill alone is too faint on paper."""
    if colours.key == colours.fill:
        return
    pen = QPen(QColor(colours.key), stroke + 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(tokens.SHAPES[theme], radius))
