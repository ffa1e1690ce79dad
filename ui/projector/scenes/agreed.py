"""Paints the agreed score, what makes it so, and what the vote had been."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import Block, fit, lay_out
from ui.projector.scenes import parts
from workshop.scenes import AgreedScene

TOP = 330
QUESTION_GAP = 24
SCORE_WIDTH = 560
SCORE_LINE = 270  # the numeral is set tighter than its own line height
LABEL_GAP = 36
EVIDENCE_LEFT = 700
EVIDENCE_INDENT = 67
HEADING_GAP = 12
FOOT_TOP = 968
FOOT_HEIGHT = 72


def still(painter: QPainter, scene: AgreedScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, scene.header, look)
    below = parts.paint_question_above(painter, scene.question, look)
    top = max(TOP, below + QUESTION_GAP)
    _paint_score(painter, scene, look, top)
    if scene.evidence:
        _paint_evidence(painter, scene, look, top)
    vote = fit(
        scene.vote, (tokens.PROJECTOR.header_plain, tokens.PROJECTOR.small), parts.SPAN, FOOT_HEIGHT
    )
    vote.paint(painter, parts.LEFT, FOOT_TOP, look.palette.ink2)


def _paint_score(painter: QPainter, scene: AgreedScene, look: Look, top: float) -> None:
    palette = look.palette
    score = parts.on_one_line(scene.score, tokens.PROJECTOR.agreed_score, SCORE_WIDTH, SCORE_WIDTH)
    line_height = SCORE_LINE * score.role.size / tokens.PROJECTOR.agreed_score[0].size
    score.paint(painter, parts.LEFT, top + (line_height - score.height) / 2, palette.ink)
    y = top + line_height + LABEL_GAP
    caption = lay_out(scene.caption, tokens.PROJECTOR.agreed_label, SCORE_WIDTH)
    caption.paint(painter, parts.LEFT, y, palette.ink)
    y += caption.height
    sizes = (tokens.PROJECTOR.section, tokens.PROJECTOR.body, tokens.PROJECTOR.small)
    label = fit(scene.label, sizes, SCORE_WIDTH, FOOT_TOP - y)
    label.paint(painter, parts.LEFT, y, palette.ink2)


def _paint_evidence(painter: QPainter, scene: AgreedScene, look: Look, top: float) -> None:
    palette = look.palette
    left = EVIDENCE_LEFT + EVIDENCE_INDENT
    width = parts.RIGHT - left
    heading = _heading(scene, width)
    text_top = top + heading.height + HEADING_GAP
    room = FOOT_TOP - QUESTION_GAP - text_top
    evidence = fit(scene.evidence, tokens.PROJECTOR.evidence, width, room, cut=True)
    heading.paint(painter, left, top, palette.ink2)
    evidence.paint(painter, left, text_top, palette.ink)
    height = heading.height + HEADING_GAP + evidence.height
    bar = QRectF(EVIDENCE_LEFT, top, tokens.PROJECTOR_RULE, height)
    painter.fillRect(bar, QColor(palette.ink))


def _heading(scene: AgreedScene, width: float) -> Block:
    return lay_out(scene.evidence_heading, tokens.PROJECTOR.header_plain, width, max_lines=1)
