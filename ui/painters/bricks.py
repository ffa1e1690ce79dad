"""Paints votes in: one brick for each vote expected, or one bar where there are too many."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import BrickSizes, Palette, ThemeColours
from ui.painters.surfaces import paint_box

_LEAST_SQUEEZE = 0.27  # of a brick's width: narrower ones would only be a grey bar


def bricks_width(expected: int, sizes: BrickSizes, most: float | None = None) -> float:
    """How wide the row is; `most` is the room there is, into which bricks are squeezed."""
    if expected > tokens.BRICKS_UP_TO:
        width = sizes.bar_width
    else:
        width = max(0.0, expected * (sizes.width + sizes.gap) - sizes.gap)
    return width if most is None else min(width, most)


def paint_bricks(
    painter: QPainter,
    box: QRectF,
    voted: int,
    expected: int,
    sizes: BrickSizes,
    *,
    colours: ThemeColours,
    palette: Palette,
    newest: float = 1.0,
) -> None:
    """Paint the row at the left of `box`, squeezed into its width where it must be, and as a bar
    where bricks could not be told apart.

    Bricks fill in order of arrival and stand for no person. `newest` is how far the last one has
    filled, 0 to 1.
    """
    voted = min(voted, expected)
    width = bricks_width(expected, sizes, box.width())
    if not expected:
        return
    gap_part = sizes.gap / (sizes.width + sizes.gap)
    pitch = width / (expected - gap_part)
    squeeze = pitch / (sizes.width + sizes.gap)
    if expected > tokens.BRICKS_UP_TO or squeeze < _LEAST_SQUEEZE:
        bar = QRectF(
            box.x(), box.y() + (box.height() - sizes.bar_height) / 2, width, sizes.bar_height
        )
        _paint_bar(painter, bar, voted / expected, sizes, colours, palette)
        return
    top = box.y() + (box.height() - sizes.height) / 2
    for number in range(expected):
        brick = QRectF(box.x() + number * pitch, top, sizes.width * squeeze, sizes.height)
        if number >= voted:
            paint_box(painter, brick, sizes.radius, None, palette.edge, stroke=sizes.stroke)
        elif number == voted - 1 and newest < 1.0:
            paint_box(painter, brick, sizes.radius, None, palette.edge, stroke=sizes.stroke)
            painter.save()
            painter.setOpacity(painter.opacity() * newest)
            _paint_full(painter, brick, sizes, colours)
            painter.restore()
        else:
            _paint_full(painter, brick, sizes, colours)


def _paint_full(painter: QPainter, brick: QRectF, sizes: BrickSizes, colours: ThemeColours) -> None:
    paint_box(painter, brick, sizes.radius, colours.fill, colours.key, stroke=sizes.stroke)


def _paint_bar(
    painter: QPainter,
    bar: QRectF,
    part: float,
    sizes: BrickSizes,
    colours: ThemeColours,
    palette: Palette,
) -> None:
    stroke = min(sizes.stroke, tokens.STROKE_EDGE if sizes.bar_height < 10 else sizes.stroke)
    paint_box(painter, bar, sizes.bar_radius, None, palette.edge, stroke=stroke)
    if part > 0:
        painter.save()
        painter.setClipRect(QRectF(bar.x(), bar.y(), bar.width() * part, bar.height()))
        full = bar.adjusted(0, 0, -bar.width() * (1 - part), 0)
        radius = min(sizes.bar_radius, full.width() / 2)
        paint_box(painter, full, radius, colours.fill, colours.key, stroke=1.0)
        painter.restore()
