"""Paints a session's beginning: its shape and colour, its purpose, its questions by name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit, lay_out, line
from ui.projector.scenes import parts
from workshop.scenes import SessionScene

STRIP_HEIGHT = 28
MARK = 150
MARK_TOP = 150
OPTICAL_INDENT = 19  # the shape fills its box only in part
NAME_TOP = 330
WIDTH = 940
NAME_SHARE = 300
PURPOSE_GAP = 28
LIST_LEFT = 1150
LIST_TOP = 150
ROWS_TOP = 220
ROW = 92
INDENT = 72
FOOT_TOP = 968


def still(painter: QPainter, scene: SessionScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    strip = QRectF(0, 0, tokens.PROJECTOR_WIDTH, STRIP_HEIGHT)
    parts.keyed(painter, strip, look.themes[scene.theme])
    mark_at = QPointF(parts.LEFT - OPTICAL_INDENT, MARK_TOP)
    parts.paint_mark(painter, scene.theme, scene.second, mark_at, MARK, look)
    name = parts.on_one_line(scene.title, tokens.PROJECTOR.session_name, WIDTH, NAME_SHARE)
    parts.start_line(painter, name, parts.LEFT, NAME_TOP, palette.ink)
    y = NAME_TOP + name.height + PURPOSE_GAP
    purpose = fit(
        scene.purpose, tokens.PROJECTOR.session_purpose, WIDTH, FOOT_TOP - PURPOSE_GAP - y
    )
    purpose.paint(painter, parts.LEFT, y, palette.ink)
    foot = lay_out(scene.foot, tokens.PROJECTOR.header_plain, parts.SPAN, max_lines=1)
    foot.paint(painter, parts.LEFT, FOOT_TOP, palette.ink2)
    _paint_questions(painter, scene, look)


def _paint_questions(painter: QPainter, scene: SessionScene, look: Look) -> None:
    palette, width = look.palette, parts.RIGHT - LIST_LEFT
    minutes = line(scene.minutes, tokens.PROJECTOR.header_plain)
    parts.end_line(painter, minutes, parts.RIGHT, LIST_TOP, palette.ink2)
    count = lay_out(
        scene.count, tokens.PROJECTOR.header_plain, width - minutes.width - 24, max_lines=1
    )
    count.paint(painter, LIST_LEFT, LIST_TOP, palette.ink2)
    y: float = ROWS_TOP
    for number, short in enumerate(scene.shorts, 1):
        parts.rule(painter, LIST_LEFT, y, width, palette.hairline)
        middle = y + (ROW + tokens.PROJECTOR_HAIRLINE) / 2
        numeral = line(str(number), tokens.PROJECTOR.session_number)
        parts.start_line(painter, numeral, LIST_LEFT, middle - numeral.height / 2, palette.ink)
        sizes = (
            tokens.PROJECTOR.session_row,
            tokens.PROJECTOR.body_strong,
            tokens.PROJECTOR.small_strong,
        )
        name = parts.on_one_line(short, sizes, width - INDENT, ROW - 8)
        left, top = LIST_LEFT + INDENT, middle - name.height / 2
        parts.start_line(painter, name, left, top, palette.ink)
        y += ROW
    parts.rule(painter, LIST_LEFT, y, width, palette.ink, tokens.PROJECTOR_RULE)
