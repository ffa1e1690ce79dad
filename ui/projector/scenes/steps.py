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
    width = places[0].width() * SPREAD_COLUMNS + GAP * (SPREAD_COLUMNS - 1)
    small = Type(role.family, tokens.PROJECTOR_SMALLEST, 36, role.weight)
    middle = len(labels) // 2
    for i, align in ((0, Align.START), (middle, Align.CENTRE), (len(labels) - 1, Align.END)):
        block = fit(labels[i], (role, small), width, role.leading)
        if align is Align.START:
            parts.start_line(painter, block, places[i].left(), y, colour)
        elif align is Align.END:
            parts.end_line(painter, block, places[i].right(), y, colour)
        else:
            centre = places[i].center().x()
            block.paint(painter, centre - width / 2, y, colour, align)
