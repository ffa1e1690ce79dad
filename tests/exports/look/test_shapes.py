"""The five shapes weigh the same to the eye."""

from __future__ import annotations

import math

import pytest

from exports.look.shapes import polygon
from exports.look.tokens import Shape


def area(corners: tuple[tuple[float, float], ...]) -> float:
    turned = (*corners[1:], corners[0])
    return abs(sum(x * b - a * y for (x, y), (a, b) in zip(corners, turned, strict=True))) / 2


@pytest.mark.parametrize("shape", [each for each in Shape if each is not Shape.CIRCLE])
def test_a_shape_covers_about_as_much_as_the_circle(shape: Shape) -> None:
    assert area(polygon(shape, 10)) == pytest.approx(math.pi * 100, rel=0.05)


def test_a_circle_has_no_corners() -> None:
    assert polygon(Shape.CIRCLE, 10) == ()


def test_shapes_grow_with_their_radius() -> None:
    assert polygon(Shape.DIAMOND, 2) == tuple((2 * x, 2 * y) for x, y in polygon(Shape.DIAMOND, 1))
