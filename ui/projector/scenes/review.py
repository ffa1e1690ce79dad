"""Paints the review: what became of the earlier workshop's actions, five a page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.status import paint_status
from ui.painters.text import lay_out
from ui.projector.scenes import parts
from ui.projector.scenes.read_back import (
    DUE_LEFT,
    DUE_WIDTH,
    HEADS_TOP,
    MARK,
    MARK_GAP,
    MEASURE_LEFT,
    MEASURE_WIDTH,
    ORIGIN_GAP,
    PADDING,
    ROWS_TOP,
    WHAT_LEFT,
    WHAT_WIDTH,
    within,
)
from workshop.kinds import ActionStatus
from workshop.scene_header import Header
from workshop.scenes import ReviewRow, ReviewScene

ROW = 154
GLYPH = 52
NOW_BAR = 8
NOW_OUTSET = 28  # how far the row in work stands out of the margins
FOOT_TOP = 984


def still(painter: QPainter, scene: ReviewScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, Header(None, False, scene.heading, "", scene.range), look)
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
    if scene.foot:
        foot = lay_out(scene.foot, tokens.PROJECTOR.small, parts.SPAN, max_lines=1)
        parts.paragraph(painter, foot, FOOT_TOP, look.palette.ink2)


def _paint_row(painter: QPainter, row: ReviewRow, top: float, look: Look) -> None:
    palette = look.palette
    if row.now:
        _paint_now(painter, top, look)
    parts.rule(painter, parts.LEFT, top, parts.SPAN, palette.hairline)
    y = top + PADDING
    over = row.status is ActionStatus.DONE
    ink = palette.ink2 if over else palette.ink
    glyph_y = y + (tokens.PROJECTOR.action[0].leading - GLYPH) / 2
    paint_status(painter, row.status, QPointF(parts.LEFT, glyph_y), GLYPH, palette)
    _paint_what(painter, row, y, ink, look)
    due = lay_out(row.due, tokens.PROJECTOR.action_due, DUE_WIDTH, max_lines=1)
    due.paint(painter, DUE_LEFT, y, ink)
    y_owner = y + tokens.PROJECTOR.action_due.leading
    owner = within(row.owner, tokens.PROJECTOR.action_measure, DUE_WIDTH, top + ROW - 4 - y_owner)
    owner.paint(painter, DUE_LEFT, y_owner, ink)
    said = within(row.said, tokens.PROJECTOR.action_measure, MEASURE_WIDTH, ROW - PADDING - 4)
    said.paint(painter, MEASURE_LEFT, y, palette.ink)


def _paint_now(painter: QPainter, top: float, look: Look) -> None:
    """The row in work lies on a ground of its own, with a bar before it."""
    box = QRectF(parts.LEFT - NOW_OUTSET, top, parts.SPAN + 2 * NOW_OUTSET, ROW)
    painter.fillRect(box, QColor(look.palette.sunken))
    bar = QRectF(box.left(), top, NOW_BAR, ROW)
    painter.fillRect(bar, QColor(look.palette.ink))


def _paint_what(painter: QPainter, row: ReviewRow, y: float, ink: str, look: Look) -> None:
    room = ROW - PADDING - (ORIGIN_GAP + tokens.PROJECTOR.small.leading if row.origin else 0)
    what = within(row.what, tokens.PROJECTOR.action, WHAT_WIDTH, room)
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
