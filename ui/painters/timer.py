"""Paints the timer's text and the fuse along the wall's bottom edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Palette, Type
from ui.painters import text as painted
from ui.painters.surfaces import paint_box

_BOX_PADDING = 0.23  # of the type's size, left and right of the last seconds
_BOX_RADIUS = 0.14


def timer_text(seconds_left: int) -> str:
    """Minutes and seconds, `1:24`; over time with a plus, `+0:35`."""
    minutes, seconds = divmod(abs(seconds_left), 60)
    sign = "+" if seconds_left < 0 else ""
    return f"{sign}{minutes}:{seconds:02d}"


def timer_width(seconds_left: int, role: Type) -> float:
    """The width of the digits, without the box of the last seconds."""
    return painted.advance(timer_text(seconds_left), role)


def paint_timer(
    painter: QPainter,
    right: float,
    top: float,
    seconds_left: int,
    role: Type,
    palette: Palette,
) -> None:
    """Paint the timer ending at `right`: ink, inverse in the last 10 s, quieter over time."""
    block = painted.line(timer_text(seconds_left), role)
    left = right - block.width
    colour = palette.ink if seconds_left >= 0 else palette.ink2
    if 0 <= seconds_left < tokens.TIMER_ALARM_S:
        padding = _BOX_PADDING * role.size
        box = QRectF(left - padding, top, block.width + 2 * padding, block.height)
        paint_box(painter, box, _BOX_RADIUS * role.size, palette.ink)
        colour = palette.paper
    block.paint(painter, left, top, colour)


def paint_fuse(
    painter: QPainter, wall: QRectF, part_left: float, palette: Palette, *, mirrored: bool = False
) -> None:
    """Paint the time left along the bottom of `wall`, shrinking towards the left.

    `mirrored` shrinks it towards the right, for languages written that way.
    """
    height = tokens.FUSE_HEIGHT
    groove = QRectF(wall.x(), wall.bottom() - height, wall.width(), height)
    painter.fillRect(groove, QColor(palette.hairline))
    width = groove.width() * min(1.0, max(0.0, part_left))
    left = groove.right() - width if mirrored else groove.x()
    painter.fillRect(QRectF(left, groove.y(), width, height), QColor(palette.ink))
