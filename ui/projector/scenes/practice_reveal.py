"""Paints the end of the practice vote: how many were in, and nothing of what they chose."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit
from ui.projector.scenes import parts, steps
from workshop.scenes import PracticeRevealScene

HEADING_TOP = 156
HEADING_HEIGHT = 430
TEXT_GAP = 44


def still(painter: QPainter, scene: PracticeRevealScene, look: Look) -> None:
    """The whole scene, in ink."""
    palette = look.palette
    parts.paint_header(painter, scene.header, look)
    heading = fit(scene.heading, tokens.PROJECTOR.question, steps.QUESTION_WIDTH, HEADING_HEIGHT)
    heading.paint(painter, parts.LEFT, HEADING_TOP, palette.ink)
    y = HEADING_TOP + heading.height + TEXT_GAP
    parts.rule(painter, parts.LEFT, y, parts.SPAN, palette.ink, tokens.PROJECTOR_COLUMN_HEAD)
    y += tokens.PROJECTOR_COLUMN_HEAD + TEXT_GAP
    text = fit(scene.text, tokens.PROJECTOR.session_purpose, steps.QUESTION_WIDTH, parts.BOTTOM - y)
    text.paint(painter, parts.LEFT, y, palette.ink)
