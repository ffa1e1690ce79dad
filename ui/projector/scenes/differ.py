"""Paints the agreement to differ: both positions side by side, and who finds out."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit, lay_out, line
from ui.projector.scenes import parts
from workshop.scenes import DifferScene, Position

HEADING_GAP = 40
POSITIONS_TOP = 420
POSITIONS_GAP = 96
WIDTH = (parts.SPAN - POSITIONS_GAP) / 2
SCORE_TOP = 25
CAMP_GAP = 22
TEXT_GAP = 20
FOOT_PADDING = 28
FOOT_HEADING = 48
FOOT_MOST = 120


def still(painter: QPainter, scene: DifferScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, scene.header, look)
    below = parts.paint_question_above(painter, scene.question, look)
    heading = parts.on_one_line(scene.heading, tokens.PROJECTOR.question, parts.SPAN, POSITIONS_TOP)
    heading_top = below + HEADING_GAP
    heading.paint(painter, parts.LEFT, heading_top, look.palette.ink)
    top = max(POSITIONS_TOP, heading_top + heading.height + CAMP_GAP)
    bottom = _paint_foot(painter, scene, look) - TEXT_GAP
    _paint_position(painter, scene.low, look, parts.LEFT, top, bottom)
    right = parts.LEFT + WIDTH + POSITIONS_GAP
    _paint_position(painter, scene.high, look, right, top, bottom)


def _paint_position(
    painter: QPainter, position: Position, look: Look, left: float, top: float, bottom: float
) -> None:
    palette = look.palette
    parts.rule(painter, left, top, WIDTH, palette.ink, tokens.PROJECTOR_RULE)
    score = line(position.score, tokens.PROJECTOR.position_score)
    y = top + SCORE_TOP
    parts.start_line(painter, score, left, y, palette.ink)
    x = left + score.width + CAMP_GAP
    camp = lay_out(position.camp, tokens.PROJECTOR.hand_over_votes, left + WIDTH - x, max_lines=1)
    parts.on_baseline(painter, camp, x, y + score.baseline, palette.ink2)
    y += score.height + TEXT_GAP
    text = fit(position.text, tokens.PROJECTOR.position, WIDTH, bottom - y, cut=True)
    text.paint(painter, left, y, palette.ink)


def _paint_foot(painter: QPainter, scene: DifferScene, look: Look) -> float:
    """Who finds out, from the foot upwards; gives the y where it begins."""
    if not scene.finds_out:
        return parts.BOTTOM
    palette = look.palette
    text = fit(scene.finds_out, tokens.PROJECTOR.finds_out, parts.SPAN, FOOT_MOST, cut=True)
    text_top = parts.BOTTOM - text.height
    top = text_top - FOOT_HEADING - FOOT_PADDING
    parts.rule(painter, parts.LEFT, top, parts.SPAN, palette.hairline)
    heading = lay_out(
        scene.finds_out_heading, tokens.PROJECTOR.header_plain, parts.SPAN, max_lines=1
    )
    heading.paint(painter, parts.LEFT, top + FOOT_PADDING, palette.ink2)
    text.paint(painter, parts.LEFT, text_top, palette.ink)
    return top
