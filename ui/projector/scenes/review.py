"""Paints the review: what became of the earlier workshop's actions, five a page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.status import paint_status
from ui.painters.text import lay_out
from ui.projector.scenes import action_rows, parts
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
    action_rows.paint_heads(painter, scene.heads, look)
    for i, row in enumerate(scene.rows):
        _paint_row(painter, row, action_rows.ROWS_TOP + i * ROW, look)
    if scene.foot:
        foot = lay_out(scene.foot, tokens.PROJECTOR.small, parts.SPAN, max_lines=1)
        parts.paragraph(painter, foot, FOOT_TOP, look.palette.ink2)


def _paint_row(painter: QPainter, row: ReviewRow, top: float, look: Look) -> None:
    palette = look.palette
    if row.now:
        _paint_now(painter, top, look)
    parts.rule(painter, parts.LEFT, top, parts.SPAN, palette.hairline)
    ink = palette.ink2 if row.status is ActionStatus.DONE else palette.ink
    glyph_y = top + action_rows.PADDING + (tokens.PROJECTOR.action[0].leading - GLYPH) / 2
    paint_status(painter, row.status, QPointF(parts.LEFT, glyph_y), GLYPH, palette)
    action_rows.paint_what(painter, row, top, ROW, ink, look)
    action_rows.paint_when_and_who(painter, row, top, ROW, ink)
    action_rows.paint_measure(painter, row.said, top, ROW, palette.ink)


def _paint_now(painter: QPainter, top: float, look: Look) -> None:
    """The row in work lies on a ground of its own, with a bar before it."""
    box = QRectF(parts.LEFT - NOW_OUTSET, top, parts.SPAN + 2 * NOW_OUTSET, ROW)
    painter.fillRect(box, QColor(look.palette.sunken))
    bar = QRectF(box.left(), top, NOW_BAR, ROW)
    painter.fillRect(bar, QColor(look.palette.ink))
