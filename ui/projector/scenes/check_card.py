"""Paints the test card: sizes that name themselves, the five shapes, eight greys, a frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look, Type
from frameworks.theme import Theme
from ui.painters.surfaces import paint_box
from ui.painters.text import lay_out
from ui.projector.scenes import parts
from workshop.scene_header import Header
from workshop.scenes import CheckCardScene

FRAME = QRectF(0, 0, tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT)
SIZES_TOP = 148
DISPLAY_FROM = 64  # from this size on, text on the wall is in the display cut
LEADING = 1.25
SIZE_GAP = 10
MARK = 104
MARK_GAP = 40
GREYS_HEIGHT = 96
GREY_GAP = 8
FOOT_HEIGHT = 104


def still(painter: QPainter, scene: CheckCardScene, look: Look) -> None:
    """The whole card."""
    palette = look.palette
    paint_box(painter, FRAME, 0, palette.paper, palette.ink, stroke=tokens.PROJECTOR_EDGE)
    parts.paint_header(painter, Header(None, False, scene.heading, "", ""), look)
    y: float = SIZES_TOP
    for size, text in scene.sizes:
        block = lay_out(text, role(size), parts.SPAN, max_lines=1)
        ink = palette.ink if size >= tokens.PROJECTOR_BACK_ROW else palette.ink2
        parts.paragraph(painter, block, y, ink)
        y += block.height + SIZE_GAP
    foot = parts.unbalanced(scene.foot, tokens.PROJECTOR.running, parts.SPAN, FOOT_HEIGHT)
    foot_top = parts.BOTTOM - foot.height
    parts.paragraph(painter, foot, foot_top, palette.ink2)
    below = foot_top - MARK_GAP - GREYS_HEIGHT
    _paint_greys(painter, below, look)
    marks_top = (y + below - MARK) / 2
    step = (parts.SPAN - MARK) / (len(Theme) - 1)
    for place, theme in enumerate(Theme):
        at = QPointF(parts.LEFT + place * step, marks_top)
        parts.paint_mark(painter, theme, False, at, MARK, look)


def role(size: int) -> Type:
    """The type role of a line that says its own size, in pixels of a picture 1080 high."""
    if size >= DISPLAY_FROM:
        return Type(tokens.DISPLAY, size, round(LEADING * size), tokens.SEMIBOLD)
    return Type(tokens.SANS, size, round(LEADING * size), tokens.REGULAR)


def greys(top: float) -> list[QRectF]:
    """Where the eight greys stand, dark to light."""
    count = len(tokens.CHECK_GREYS)
    width = (parts.SPAN - (count - 1) * GREY_GAP) / count
    return [
        QRectF(parts.LEFT + place * (width + GREY_GAP), top, width, GREYS_HEIGHT)
        for place in range(count)
    ]


def _paint_greys(painter: QPainter, top: float, look: Look) -> None:
    for rect, grey in zip(greys(top), tokens.CHECK_GREYS, strict=True):
        painter.fillRect(rect, QColor(grey))
