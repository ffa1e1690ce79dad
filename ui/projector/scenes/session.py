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
EARLIER_FROM = 818  # where the list ends at the latest, so that last time has its place below it
EARLIER_GAP = 26
RANK_GAP = 22


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
    room = EARLIER_FROM - ROWS_TOP if scene.earlier_score else ROW * len(scene.shorts)
    row = min(ROW, room / max(1, len(scene.shorts)))
    y: float = ROWS_TOP
    for number, short in enumerate(scene.shorts, 1):
        parts.rule(painter, LIST_LEFT, y, width, palette.hairline)
        middle = y + (row + tokens.PROJECTOR_HAIRLINE) / 2
        numeral = line(str(number), tokens.PROJECTOR.session_number)
        parts.start_line(painter, numeral, LIST_LEFT, middle - numeral.height / 2, palette.ink)
        sizes = (
            tokens.PROJECTOR.session_row,
            tokens.PROJECTOR.body_strong,
            tokens.PROJECTOR.small_strong,
        )
        name = parts.on_one_line(short, sizes, width - INDENT, row - 8)
        left, top = LIST_LEFT + INDENT, middle - name.height / 2
        parts.start_line(painter, name, left, top, palette.ink)
        y += row
    parts.rule(painter, LIST_LEFT, y, width, palette.ink, tokens.PROJECTOR_RULE)
    if scene.earlier_score:
        _paint_earlier(painter, scene, y + tokens.PROJECTOR_RULE + EARLIER_GAP, look)


def _paint_earlier(painter: QPainter, scene: SessionScene, y: float, look: Look) -> None:
    """The session's score of last time, and where it stood among the others."""
    palette, width = look.palette, parts.RIGHT - LIST_LEFT
    heading = lay_out(scene.earlier_heading, tokens.PROJECTOR.header_plain, width, max_lines=1)
    heading.paint(painter, LIST_LEFT, y, palette.ink2)
    y += heading.height
    score = line(scene.earlier_score, tokens.PROJECTOR.session_score)
    parts.start_line(painter, score, LIST_LEFT, y, palette.ink)
    left = LIST_LEFT + score.width + RANK_GAP
    rank = lay_out(scene.earlier_rank, tokens.PROJECTOR.section, parts.RIGHT - left, max_lines=1)
    parts.on_baseline(painter, rank, left, y + score.baseline, palette.ink2)
