"""Paints a small profile: the sessions' shapes on one line from the lowest step to the highest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPen

from exports.look import tokens
from exports.look.tokens import ThemeColours
from frameworks.theme import Theme
from ui.painters.shapes import Mark, outline, paint_shape
from ui.painters.surfaces import paint_line

if TYPE_CHECKING:
    from workshop.readings.profiles import MiniProfile

SIZE: Final = QSize(190, 34)
RADIUS: Final = 4.4
_INSET: Final = 8
_TICK: Final = 4
_NEAR: Final = 12
"""Marks nearer than this to the one before move up or down, which means nothing."""
_LEVELS: Final = (0.0, -9.0, 9.0)
_HALO: Final = 5.6
_HALO_STROKE: Final = 2
_KEYLINE: Final = 1


def levels(places: Sequence[float]) -> tuple[float, ...]:
    """How far up (less than 0) or down each mark moves, given their places from left to right."""
    moved: list[float] = []
    level, before = 0, None
    for place in places:
        near = before is not None and place - before < _NEAR
        level = (level + 1) % len(_LEVELS) if near else 0
        moved.append(_LEVELS[level])
        before = place
    return tuple(moved)


def paint_mini_profile(
    painter: QPainter,
    profile: MiniProfile,
    corner: QPointF,
    of: Callable[[Theme], ThemeColours],
    *,
    axis: str,
    ground: str,
) -> None:
    """Paint into a box of SIZE with its top left at `corner`.

    `of` knows a theme's colours, `ground` is the colour that it stands on.
    """
    middle = corner.y() + SIZE.height() / 2
    left, length = corner.x() + _INSET, SIZE.width() - 2 * _INSET
    _paint_axis(painter, left, middle, length, profile.steps, axis)
    marks = sorted(profile.marks, key=lambda mark: mark.score)
    most = max(1, profile.steps - 1)
    places = [left + length * (mark.score - 1) / most for mark in marks]
    centres = [QPointF(x, middle + moved) for x, moved in zip(places, levels(places), strict=True)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(ground), _HALO_STROKE))
    for mark, centre in zip(marks, centres, strict=True):
        painter.drawPath(outline(tokens.SHAPES[mark.theme], _HALO).translated(centre))
    painter.restore()
    for mark, centre in zip(marks, centres, strict=True):
        how = Mark.HOLLOW if mark.second else Mark.FILLED
        colours = of(mark.theme)
        paint_shape(painter, mark.theme, centre, RADIUS, colours, how, stroke=_KEYLINE)


def _paint_axis(
    painter: QPainter, left: float, middle: float, length: float, steps: int, colour: str
) -> None:
    paint_line(painter, QLineF(left, middle, left + length, middle), colour)
    for step in range(steps):
        x = left + length * step / max(1, steps - 1)
        paint_line(painter, QLineF(x, middle - _TICK, x, middle + _TICK), colour)
