"""Sentence: the heading over the rows of many questions, and the foot that explains them."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import lay_out
from ui.projector.scenes import parts

HEADING_TOP = 136
HEADING_HEIGHT = 80
FOOT_TOP = 1028


def paint_heading(painter: QPainter, text: str, look: Look) -> None:
    """The sentence that the votes make, on one line where it can be."""
    sizes = tokens.PROJECTOR.sentence
    block = parts.on_one_line(text, sizes, parts.SPAN, HEADING_HEIGHT + tokens.SPACE[1])
    top = HEADING_TOP + max(0.0, HEADING_HEIGHT - block.height)
    parts.paragraph(painter, block, top, look.palette.ink)


def paint_foot(painter: QPainter, text: str, look: Look) -> None:
    """What the marks of the scene mean, below them."""
    foot = lay_out(text, tokens.PROJECTOR.small, parts.SPAN, max_lines=1)
    parts.start_line(painter, foot, parts.LEFT, FOOT_TOP, look.palette.ink2)
