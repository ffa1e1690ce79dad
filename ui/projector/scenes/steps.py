"""Steps of a scale: equal columns across the wall, the same while voting and at the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Type
from ui.painters.text import Align, Block, advance, fit, lay_out
from ui.projector.scenes import parts

GAP = 24.5
QUESTION_WIDTH = 1640
SPREAD_FROM = 8  # from so many steps on only the ends and the middle have labels
SPREAD_COLUMNS = 3  # as wide as so many columns


def columns(count: int) -> list[QRectF]:
    """The columns of a scale of `count` steps; only x and width mean something."""
    width = (parts.SPAN - (count - 1) * GAP) / count
    return [QRectF(parts.LEFT + i * (width + GAP), 0, width, 0) for i in range(count)]


def labels_spread(count: int) -> bool:
    """Whether labels stand below several columns, at the ends and the middle only."""
    return count >= SPREAD_FROM


def label_sizes(labels: Sequence[str], width: float, first: Type, long: Type) -> tuple[Type, ...]:
    """The sizes for all labels of a scale alike: `first` only if each fits its column's line."""
    if all(advance(text, first) <= width for text in labels):
        return (first,)
    small = Type(long.family, tokens.PROJECTOR_SMALLEST, 36, long.weight)
    return (long, small)


def lay_out_labels(
    labels: Sequence[str], width: float, height: float, first: Type, long: Type
) -> list[Block]:
    """Every label in a column of `width`, all in one size, in lines as many as it takes."""
    sizes = label_sizes(labels, width, first, long)
    blocks = [fit(text, sizes, width, height) for text in labels]
    smallest = min(blocks, key=lambda block: block.role.size).role
    return [lay_out(text, smallest, width) for text in labels]


def paint_spread_labels(
    painter: QPainter, labels: Sequence[str], y: float, role: Type, colour: str
) -> None:
    """The first, middle and last label of a long scale, each over several columns' width."""
    places = columns(len(labels))
    small = Type(role.family, tokens.PROJECTOR_SMALLEST, 36, role.weight)
    first, middle, last = _spread(labels, places, role)
    if max(first.lines, middle.lines, last.lines) > 1:
        first, middle, last = _spread(labels, places, small)
    parts.start_line(painter, first, places[0].left(), y, colour)
    parts.end_line(painter, last, places[-1].right(), y, colour)
    left = places[len(labels) // 2].center().x() - middle.box / 2
    middle.paint(painter, left, y, colour, Align.CENTRE)


def _spread(labels: Sequence[str], places: list[QRectF], role: Type) -> tuple[Block, Block, Block]:
    """First, middle and last label in one size; the middle one has the room the ends leave."""
    width = places[0].width() * SPREAD_COLUMNS
    first, last = (lay_out(labels[i], role, width) for i in (0, -1))
    middle = len(labels) // 2
    centre = places[middle].center().x()
    left = places[0].left() + first.width + GAP
    right = places[-1].right() - last.width - GAP
    return first, lay_out(labels[middle], role, 2 * min(centre - left, right - centre)), last
