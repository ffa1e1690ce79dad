"""Paints the end of the day."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit, lay_out
from ui.projector.scenes import parts, steps
from workshop.scenes import FinishedScene

TOP = 104
HEADING_TOP = 300
TEXT_GAP = 36
FOOT_TOP = 940
FOOT_GAP = 26


def still(painter: QPainter, scene: FinishedScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    parts.paint_strip(painter, look)
    small = tokens.PROJECTOR.body_large
    organisation = lay_out(scene.organisation, small, parts.SPAN, max_lines=1)
    organisation.paint(painter, parts.LEFT, TOP, palette.ink2)
    heading = fit(
        scene.heading, tokens.PROJECTOR.lobby_title, steps.QUESTION_WIDTH, FOOT_TOP - HEADING_TOP
    )
    heading.paint(painter, parts.LEFT, HEADING_TOP, palette.ink)
    y = HEADING_TOP + heading.height + TEXT_GAP
    text = fit(
        scene.text, tokens.PROJECTOR.session_purpose, steps.QUESTION_WIDTH, FOOT_TOP - TEXT_GAP - y
    )
    text.paint(painter, parts.LEFT, y, palette.ink)
    parts.rule(painter, parts.LEFT, FOOT_TOP, parts.SPAN, palette.ink, tokens.PROJECTOR_RULE)
    sizes = (tokens.PROJECTOR.row_title, tokens.PROJECTOR.small_strong)
    title = parts.on_one_line(scene.title, sizes, parts.SPAN, parts.BOTTOM - FOOT_TOP)
    title.paint(painter, parts.LEFT, FOOT_TOP + FOOT_GAP, palette.ink)
