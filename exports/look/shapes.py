"""The outlines of the themes' shapes, equal in visual weight, for whoever draws them."""

from __future__ import annotations

import math

from exports.look import tokens
from exports.look.tokens import Shape


def polygon(shape: Shape, radius: float) -> tuple[tuple[float, float], ...]:
    """The corners around (0, 0), y downwards, that weigh as much as a circle of `radius`.

    A circle has none: draw it with its radius.
    """
    if shape is Shape.DIAMOND:
        d = tokens.DIAMOND_HALF_DIAGONAL * radius
        return ((0, -d), (d, 0), (0, d), (-d, 0))
    if shape is Shape.SQUARE:
        s = tokens.SQUARE_HALF_SIDE * radius
        return ((-s, -s), (s, -s), (s, s), (-s, s))
    if shape is Shape.TRIANGLE:
        b = tokens.TRIANGLE_HALF_BASE * radius
        low = tokens.TRIANGLE_BOTTOM * radius
        return ((0, tokens.TRIANGLE_TOP * radius), (b, low), (-b, low))
    if shape is Shape.HEXAGON:
        h = tokens.HEXAGON_RADIUS * radius
        turns = [math.radians(60 * corner) for corner in range(6)]
        return tuple((h * math.cos(turn), h * math.sin(turn)) for turn in turns)
    return ()
