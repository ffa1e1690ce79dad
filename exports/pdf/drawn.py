"""Drawn: a drawing as elements of a page, so that a chart is vectors and its text is text."""

from __future__ import annotations

from exports.drawing import Circle, Drawing, Line, Polygon, Rect, Shape, Text
from exports.pdf.layout import Atom, Block, Box, Element, Outline
from exports.pdf.layout import Words as WordsElement
from exports.pdf.typesetter import Style, Typesetter


def block(
    drawing: Drawing,
    typesetter: Typesetter,
    x: float = 0.0,
    *,
    above: float = 0.0,
    below: float = 0.0,
) -> Block:
    """A drawing as a block that is never torn apart, its left edge at `x`."""
    return Block((atoms(drawing, typesetter, x),), above, below)


def atoms(drawing: Drawing, typesetter: Typesetter, x: float = 0.0) -> tuple[Atom, ...]:
    """A drawing as a column of one atom, for a block that has others beside it."""
    return (Atom(drawing.height, tuple(elements(drawing, typesetter, x))),)


def elements(
    drawing: Drawing, typesetter: Typesetter, x: float = 0.0, y: float = 0.0
) -> list[Element]:
    """The elements of a drawing whose top left corner stands at (x, y)."""
    return [_element(shape, typesetter, x, y) for shape in drawing.shapes]


def _element(shape: Shape, typesetter: Typesetter, x: float, y: float) -> Element:
    match shape:
        case Text():
            line = typesetter.line(shape.text, Style(shape.type, shape.colour), rtl=shape.rtl)
            return WordsElement(x + shape.left, y + shape.baseline, line)
        case Rect():
            return Box(
                x + shape.x,
                y + shape.y,
                shape.width,
                shape.height,
                shape.fill,
                shape.edge,
                # Nothing is rounder than a half circle; a larger radius would turn it inside out.
                min(shape.radius, shape.width / 2, shape.height / 2),
                shape.stroke,
            )
        case Circle():
            r = shape.radius
            left, top = x + shape.x - r, y + shape.y - r
            return Box(left, top, 2 * r, 2 * r, shape.fill, shape.edge, r, shape.stroke)
        case Line():
            corners = ((0.0, 0.0), (shape.x2 - shape.x1, shape.y2 - shape.y1))
            return Outline(
                x + shape.x1,
                y + shape.y1,
                corners,
                edge=shape.colour,
                stroke=shape.stroke,
                closed=False,
                dash=shape.dash,
            )
        case Polygon():
            return Outline(
                x,
                y,
                shape.points,
                shape.fill,
                shape.edge,
                shape.stroke,
                shape.closed,
                shape.dash,
            )
