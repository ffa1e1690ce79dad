"""Paints the read-back: the actions, five a page, with what, when, who and how we will know."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import Block, fit, lay_out, line
from ui.projector.scenes import parts, steps
from workshop.scene_header import Header
from workshop.scenes import ReadBackRow, ReadBackScene

HEADS_TOP = 138
ROWS_TOP = 188
ROW = 166
PADDING = 16
LONG_NUMBER = 100
WHAT_LEFT = parts.LEFT + 88
WHAT_WIDTH = 832
DUE_LEFT = parts.LEFT + 968
DUE_WIDTH = 316
MEASURE_LEFT = parts.LEFT + 1308
MEASURE_WIDTH = parts.RIGHT - MEASURE_LEFT
ORIGIN_GAP = 6
MARK = 26
MARK_GAP = 14
EMPTY_TOP = 300
EMPTY_HEIGHT = 500


def still(painter: QPainter, scene: ReadBackScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, Header(None, False, scene.heading, "", scene.range), look)
    if not scene.rows:
        empty = fit(scene.empty, tokens.PROJECTOR.question, steps.QUESTION_WIDTH, EMPTY_HEIGHT)
        empty.paint(painter, parts.LEFT, EMPTY_TOP, look.palette.ink2)
        return
    columns = (
        (WHAT_LEFT, WHAT_WIDTH),
        (DUE_LEFT, DUE_WIDTH),
        (MEASURE_LEFT, MEASURE_WIDTH),
    )
    for head, (left, width) in zip(scene.heads, columns, strict=True):
        text = lay_out(head, tokens.PROJECTOR.caption, width, max_lines=1)
        text.paint(painter, left, HEADS_TOP, look.palette.ink2)
    for i, row in enumerate(scene.rows):
        _paint_row(painter, row, ROWS_TOP + i * ROW, look)


def _paint_row(painter: QPainter, row: ReadBackRow, top: float, look: Look) -> None:
    palette = look.palette
    parts.rule(painter, parts.LEFT, top, parts.SPAN, palette.hairline)
    y = top + PADDING
    long = row.number >= LONG_NUMBER
    number = line(
        str(row.number),
        tokens.PROJECTOR.action_number_long if long else tokens.PROJECTOR.action_number,
    )
    parts.start_line(painter, number, parts.LEFT, y, palette.ink)
    _paint_what(painter, row, y, look)
    due = lay_out(row.due, tokens.PROJECTOR.action_due, DUE_WIDTH, max_lines=1)
    due.paint(painter, DUE_LEFT, y, palette.ink)
    y_owner = y + tokens.PROJECTOR.action_due.leading
    owner = within(row.owner, tokens.PROJECTOR.action_measure, DUE_WIDTH, top + ROW - 4 - y_owner)
    owner.paint(painter, DUE_LEFT, y_owner, palette.ink)
    measure = within(row.measure, tokens.PROJECTOR.action_measure, MEASURE_WIDTH, ROW - PADDING - 4)
    measure.paint(painter, MEASURE_LEFT, y, palette.ink)


def _paint_what(painter: QPainter, row: ReadBackRow, y: float, look: Look) -> None:
    room = ROW - PADDING - (ORIGIN_GAP + tokens.PROJECTOR.small.leading if row.origin else 0)
    what = within(row.what, tokens.PROJECTOR.action, WHAT_WIDTH, room)
    what.paint(painter, WHAT_LEFT, y, look.palette.ink)
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


def within(text: str, sizes: tuple[tokens.Type, ...], width: float, height: float) -> Block:
    """`text` in the first size that fits the row; what no size can hold is elided."""
    block = fit(text, sizes, width, height)
    if block.height <= height:
        return block
    smallest = sizes[-1]
    return lay_out(text, smallest, width, max_lines=max(1, int(height // smallest.leading)))
