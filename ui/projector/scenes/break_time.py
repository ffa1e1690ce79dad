"""Paints a break: when it goes on and what comes then; the fuse burns, and no second is counted."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import fit, lay_out
from ui.projector.frame import Frame
from ui.projector.scenes import parts
from workshop.scenes import BreakScene

HEADING_TOP = 280
HEADING_HEIGHT = 160
TIME_GAP = 12
OPTICAL_INDENT = 0.035  # of the time's size: its first digit has a blank of its own at the left
FOOT = 984
FOOT_GAP = 28
FOOT_MOST = 168
MARK = 40
MARK_GAP = 24
BETWEEN = 64


def still(painter: QPainter, scene: BreakScene, look: Look) -> None:
    """All but the fuse."""
    palette = look.palette
    title = lay_out(scene.workshop, tokens.PROJECTOR.header_plain, parts.SPAN, max_lines=1)
    parts.start_line(painter, title, parts.LEFT, parts.TOP, palette.ink2)
    sizes = (tokens.PROJECTOR.hand_over_heading, *tokens.PROJECTOR.running)
    heading = fit(scene.heading, sizes, parts.SPAN, HEADING_HEIGHT, cut=True)
    top = HEADING_TOP + tokens.PROJECTOR.hand_over_heading.leading - heading.height
    parts.paragraph(painter, heading, top, palette.ink2)
    back = parts.on_one_line(scene.back, tokens.PROJECTOR.break_times, parts.SPAN, parts.SPAN)
    x = parts.LEFT - OPTICAL_INDENT * back.role.size
    parts.start_line(painter, back, x, top + heading.height + TIME_GAP, palette.ink)
    _paint_foot(painter, scene, look)


def moving(painter: QPainter, scene: BreakScene, frame: Frame) -> None:
    """The fuse."""
    if scene.timer is not None:
        parts.paint_time_left(painter, scene.timer, frame)


def _paint_foot(painter: QPainter, scene: BreakScene, look: Look) -> None:
    """What comes then at the left and the facilitator's line at the right, below a rule."""
    if not scene.following and not scene.remark:
        return
    palette = look.palette
    indent: float = MARK + MARK_GAP if scene.following_theme else 0
    width = parts.SPAN - indent
    if scene.remark:
        width = (width - BETWEEN) / 2
    following = parts.on_one_line(scene.following, tokens.PROJECTOR.break_foot, width, FOOT_MOST)
    used = indent + following.width + BETWEEN if scene.following else 0
    remark = fit(scene.remark, tokens.PROJECTOR.running, parts.SPAN - used, FOOT_MOST, cut=True)
    height = max(following.height, remark.height, tokens.PROJECTOR.break_foot[0].leading)
    top = FOOT - height
    rule = top - FOOT_GAP - tokens.PROJECTOR_RULE
    parts.rule(painter, parts.LEFT, rule, parts.SPAN, palette.ink, tokens.PROJECTOR_RULE)
    first = lay_out("0", following.role, parts.SPAN)
    if scene.following_theme is not None and scene.following:
        at = QPointF(parts.LEFT, top + (first.height - MARK) / 2)
        parts.paint_mark(painter, scene.following_theme, scene.following_second, at, MARK, look)
    parts.start_line(painter, following, parts.LEFT + indent, top, palette.ink)
    parts.end_line(painter, remark, parts.RIGHT, top, palette.ink2)
