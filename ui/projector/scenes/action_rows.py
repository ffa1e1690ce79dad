"""Action rows: what read-back and review share, their columns and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import Block, fit, lay_out
from ui.projector.scenes import parts
from workshop.scenes import ReadBackRow, ReviewRow

HEADS_TOP = 138
ROWS_TOP = 188
PADDING = 16
WHAT_LEFT = parts.LEFT + 88
WHAT_WIDTH = 832
DUE_LEFT = parts.LEFT + 968
DUE_WIDTH = 316
MEASURE_LEFT = parts.LEFT + 1308
MEASURE_WIDTH = parts.RIGHT - MEASURE_LEFT
COLUMNS = ((WHAT_LEFT, WHAT_WIDTH), (DUE_LEFT, DUE_WIDTH), (MEASURE_LEFT, MEASURE_WIDTH))
ORIGIN_GAP = 6
MARK = 26
MARK_GAP = 14
_FOOT = 4  # what stays free below a text in its row


def paint_heads(painter: QPainter, heads: Sequence[str], look: Look) -> None:
    """What stands above each column."""
    for head, (left, width) in zip(heads, COLUMNS, strict=True):
        text = lay_out(head, tokens.PROJECTOR.caption, width, max_lines=1)
        text.paint(painter, left, HEADS_TOP, look.palette.ink2)


def paint_what(
    painter: QPainter, row: ReadBackRow | ReviewRow, top: float, height: int, ink: str, look: Look
) -> None:
    """What is to be done, in `ink`, and below it where it came from; the row is `height` high."""
    y = top + PADDING
    room = height - PADDING - (ORIGIN_GAP + tokens.PROJECTOR.small.leading if row.origin else 0)
    what = _within(row.what, tokens.PROJECTOR.action, WHAT_WIDTH, room)
    what.paint(painter, WHAT_LEFT, y, ink)
    if not row.origin:
        return
    y += what.height + ORIGIN_GAP
    x: float = WHAT_LEFT
    if row.theme is not None:
        mark_y = y + (tokens.PROJECTOR.small.leading - MARK) / 2
        parts.paint_mark(painter, row.theme, row.second, QPointF(x, mark_y), MARK, look)
        x += MARK + MARK_GAP
    origin = lay_out(row.origin, tokens.PROJECTOR.small, WHAT_LEFT + WHAT_WIDTH - x, max_lines=1)
    origin.paint(painter, x, y, look.palette.ink2)


def paint_when_and_who(
    painter: QPainter, row: ReadBackRow | ReviewRow, top: float, height: int, ink: str
) -> None:
    """When it is due, and below it who does it."""
    y = top + PADDING
    due = lay_out(row.due, tokens.PROJECTOR.action_due, DUE_WIDTH, max_lines=1)
    due.paint(painter, DUE_LEFT, y, ink)
    y += tokens.PROJECTOR.action_due.leading
    room = top + height - _FOOT - y
    owner = _within(row.owner, tokens.PROJECTOR.action_measure, DUE_WIDTH, room)
    owner.paint(painter, DUE_LEFT, y, ink)


def paint_measure(painter: QPainter, text: str, top: float, height: int, ink: str) -> None:
    """What stands in the last column."""
    room = height - PADDING - _FOOT
    block = _within(text, tokens.PROJECTOR.action_measure, MEASURE_WIDTH, room)
    block.paint(painter, MEASURE_LEFT, top + PADDING, ink)


def _within(text: str, sizes: tuple[tokens.Type, ...], width: float, height: float) -> Block:
    """`text` in the first size that fits the row; what no size can hold is elided."""
    block = fit(text, sizes, width, height)
    if block.height <= height:
        return block
    smallest = sizes[-1]
    return lay_out(text, smallest, width, max_lines=max(1, int(height // smallest.leading)))
