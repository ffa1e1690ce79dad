"""Paints what is collected and not revealed yet: how many votes are in, and nothing of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit
from ui.projector.scenes import parts, steps
from workshop.together_scenes import CollectedScene

HEADING_TOP = 156
HEADING_HEIGHT = 430
TEXT_GAP = 44


def still(painter: QPainter, scene: CollectedScene, look: Look) -> None:
    """The whole scene: the sentence, the session's strip, and the votes."""
    palette, theme = look.palette, scene.header.theme
    parts.paint_header(painter, scene.header, look)
    heading = fit(scene.heading, tokens.PROJECTOR.question, steps.QUESTION_WIDTH, HEADING_HEIGHT)
    parts.paragraph(painter, heading, HEADING_TOP, palette.ink)
    y = HEADING_TOP + heading.height + TEXT_GAP
    colours = look.themes[theme] if theme else parts.ink_colours(look)
    strip = QRectF(parts.LEFT, y, parts.SPAN, tokens.PROJECTOR_COLUMN_HEAD)
    parts.keyed(painter, strip, colours)
    y += tokens.PROJECTOR_COLUMN_HEAD + TEXT_GAP
    text = fit(scene.text, tokens.PROJECTOR.session_purpose, steps.QUESTION_WIDTH, parts.BOTTOM - y)
    parts.paragraph(painter, text, y, palette.ink)
