"""Paints the one sentence the wall may say about itself: that a tap has to be made again."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, lay_out
from ui.projector.frame import Frame
from ui.projector.scenes import parts

HEIGHT = 96


def paint_notice(painter: QPainter, frame: Frame, top: float) -> None:
    """Paper on ink, as all that must be noticed; nothing while there is nothing to say."""
    if not frame.notice:
        return
    palette = frame.look.palette
    rect = QRectF(parts.LEFT, top, parts.SPAN, HEIGHT)
    paint_box(painter, rect, tokens.RADIUS_TARGET, palette.ink)
    width = parts.SPAN - 2 * tokens.RADIUS_TARGET
    text = lay_out(frame.notice, tokens.PROJECTOR.body_large_strong, width, max_lines=1)
    left = rect.left() + tokens.RADIUS_TARGET
    text.paint(painter, left, rect.center().y() - text.height / 2, palette.paper, Align.CENTRE)
