"""Paints the read-back: the actions, five a page, with what, when, who and how we will know."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit, line
from ui.projector.scenes import action_rows, parts, steps
from workshop.scene_header import Header
from workshop.scenes import ReadBackRow, ReadBackScene

ROW = 166
LONG_NUMBER = 100
EMPTY_TOP = 300
EMPTY_HEIGHT = 500


def still(painter: QPainter, scene: ReadBackScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, Header(None, False, scene.heading, "", scene.range), look)
    if not scene.rows:
        empty = fit(scene.empty, tokens.PROJECTOR.question, steps.QUESTION_WIDTH, EMPTY_HEIGHT)
        empty.paint(painter, parts.LEFT, EMPTY_TOP, look.palette.ink2)
        return
    action_rows.paint_heads(painter, scene.heads, look)
    for i, row in enumerate(scene.rows):
        _paint_row(painter, row, action_rows.ROWS_TOP + i * ROW, look)


def _paint_row(painter: QPainter, row: ReadBackRow, top: float, look: Look) -> None:
    ink = look.palette.ink
    parts.rule(painter, parts.LEFT, top, parts.SPAN, look.palette.hairline)
    long = row.number >= LONG_NUMBER
    number = line(
        str(row.number),
        tokens.PROJECTOR.action_number_long if long else tokens.PROJECTOR.action_number,
    )
    parts.start_line(painter, number, parts.LEFT, top + action_rows.PADDING, ink)
    action_rows.paint_what(painter, row, top, ROW, ink, look)
    action_rows.paint_when_and_who(painter, row, top, ROW, ink)
    action_rows.paint_measure(painter, row.measure, top, ROW, ink)
