"""Paints the hand-over: who is next at the screen, one target, and nothing of the scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.surfaces import paint_box
from ui.painters.text import lay_out, line
from ui.projector.frame import Frame
from ui.projector.scenes import parts
from ui.projector.scenes.notice import paint_notice
from workshop.scenes import HandOverScene

TARGET = QRectF(parts.LEFT, 836, parts.SPAN, 148)
HEADING_TOP = 300
NAME_TOP = 396
OPTICAL_INDENT = 8  # so large a letter seems to stand further right than the line above it
PADDING = 51
NOTICE_TOP = 724


def still(painter: QPainter, scene: HandOverScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    painter.fillRect(
        QRectF(0, 0, tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT), QColor(palette.sunken)
    )
    parts.paint_header(painter, scene.header, look)
    for text, top in _lines_above(scene):
        heading = lay_out(text, tokens.PROJECTOR.hand_over_heading, parts.SPAN, max_lines=1)
        parts.start_line(painter, heading, parts.LEFT, top, palette.ink2)
    sizes = tokens.PROJECTOR.hand_over_name
    name = parts.on_one_line(scene.name, sizes, parts.SPAN, TARGET.top() - NAME_TOP)
    indent = OPTICAL_INDENT * name.role.size / sizes[0].size
    parts.start_line(painter, name, parts.LEFT - indent, NAME_TOP, palette.ink)
    _paint_target(painter, scene, look)


def moving(painter: QPainter, scene: HandOverScene, frame: Frame) -> None:
    """The sentence after a tap that could not be kept."""
    paint_notice(painter, frame, NOTICE_TOP)


def _lines_above(scene: HandOverScene) -> list[tuple[str, float]]:
    leading = tokens.PROJECTOR.hand_over_heading.leading
    texts = [text for text in (scene.heading, scene.above) if text]
    first = HEADING_TOP - (len(texts) - 1) * leading
    return [(text, first + i * leading) for i, text in enumerate(texts)]


def _paint_target(painter: QPainter, scene: HandOverScene, look: Look) -> None:
    palette = look.palette
    radius, stroke = tokens.RADIUS_TARGET, tokens.PROJECTOR_EDGE
    paint_box(painter, TARGET, radius, palette.surface, palette.ink, stroke=stroke)
    votes = line(scene.votes, tokens.PROJECTOR.hand_over_votes)
    end = TARGET.right() - PADDING
    middle = TARGET.center().y()
    parts.end_line(painter, votes, end, middle - votes.height / 2, palette.ink2)
    room = TARGET.width() - 2 * PADDING - votes.width - tokens.SPACE[5]
    text = parts.unbalanced(
        scene.target, tokens.PROJECTOR.hand_over_target, room, TARGET.height() - 24
    )
    text.paint(painter, TARGET.left() + PADDING, middle - text.height / 2, palette.ink)
