"""Paints the opening: why we are here, how we work today, and the day as a strip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import Block, fit, lay_out, line
from ui.projector.scenes import parts
from workshop.scene_header import Header
from workshop.scenes import OpeningScene, StripPart

TOP = 170
HEADING_HEIGHT = 52
PURPOSE_TOP = 234
PURPOSE_WIDTH = 880
PROMISE_WIDTH = 820
PROMISE_GAP = 32
RULES_LEFT = 1080
RULES_TOP = 238
RULE_INDENT = 72
RULE_ABOVE = 20
RULE_BELOW = 20
STRIP_HEIGHT = 16
STRIP_GAP = 6
NAME_GAP = 14
MARK = 24
MARK_GAP = 9
BREAK_LINE = 3
FOOT_GAP = 40


def still(painter: QPainter, scene: OpeningScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_strip(painter, look)
    parts.paint_header(painter, Header(None, False, scene.title, "", scene.until), look)
    bottom = _paint_day(painter, scene.strip, look) - FOOT_GAP
    _paint_purpose(painter, scene, look, bottom)
    _paint_rules(painter, scene, look, bottom)


def _paint_purpose(painter: QPainter, scene: OpeningScene, look: Look, bottom: float) -> None:
    palette = look.palette
    heading = lay_out(scene.purpose_heading, tokens.PROJECTOR.section, PURPOSE_WIDTH, max_lines=1)
    heading.paint(painter, parts.LEFT, TOP, palette.ink2)
    height = bottom - PURPOSE_TOP
    promise = parts.unbalanced(scene.promise, tokens.PROJECTOR.promise, PROMISE_WIDTH, height / 3)
    room = height - (promise.height + PROMISE_GAP if scene.promise else 0)
    purpose = fit(scene.purpose, tokens.PROJECTOR.purpose, PURPOSE_WIDTH, room, cut=True)
    purpose.paint(painter, parts.LEFT, PURPOSE_TOP, palette.ink)
    if scene.promise:
        y = PURPOSE_TOP + purpose.height + PROMISE_GAP
        promise.paint(painter, parts.LEFT, y, palette.ink2)


def _paint_rules(painter: QPainter, scene: OpeningScene, look: Look, bottom: float) -> None:
    if not scene.rules:
        return
    palette, width = look.palette, parts.RIGHT - RULES_LEFT
    heading = lay_out(scene.rules_heading, tokens.PROJECTOR.section, width, max_lines=1)
    heading.paint(painter, RULES_LEFT, TOP, palette.ink2)
    y: float = RULES_TOP
    for number, rule in enumerate(_rules(scene.rules, width - RULE_INDENT, bottom - y), 1):
        parts.rule(painter, RULES_LEFT, y, width, palette.hairline)
        numeral = line(str(number), tokens.PROJECTOR.session_number)
        baseline = y + RULE_ABOVE + rule.baseline
        parts.on_baseline(painter, numeral, RULES_LEFT, baseline, palette.ink)
        rule.paint(painter, RULES_LEFT + RULE_INDENT, y + RULE_ABOVE, palette.ink)
        y += RULE_ABOVE + rule.height + RULE_BELOW
    parts.rule(painter, RULES_LEFT, y, width, palette.hairline)


def _rules(texts: tuple[str, ...], width: float, height: float) -> list[Block]:
    """All rules in the first size in which all of them fit together."""
    blocks: list[Block] = []
    for role in tokens.PROJECTOR.rules:
        blocks = [lay_out(text, role, width) for text in texts]
        if sum(block.height + RULE_ABOVE + RULE_BELOW for block in blocks) <= height:
            return blocks
    return blocks


def _paint_day(painter: QPainter, strip: tuple[StripPart, ...], look: Look) -> float:
    """The agenda strip at the foot, its widths by minutes; gives its y."""
    minutes = sum(part.minutes for part in strip)
    if not minutes:
        return parts.BOTTOM
    room = parts.SPAN - STRIP_GAP * (len(strip) - 1)
    widths = [room * part.minutes / minutes for part in strip]
    names = [_name(part, width) for part, width in zip(strip, widths, strict=True)]
    lines = max((name.lines for name in names if name), default=1)
    top = parts.BOTTOM - STRIP_HEIGHT - NAME_GAP - tokens.PROJECTOR.caption.leading
    top -= (lines - 1) * tokens.PROJECTOR.small.leading
    x: float = parts.LEFT
    for part, width, name in zip(strip, widths, names, strict=True):
        _paint_part(painter, part, QRectF(x, top, width, STRIP_HEIGHT), name, look)
        x += width + STRIP_GAP
    return top


def _name(part: StripPart, width: float) -> Block | None:
    """The part's name in at most two lines; None where its part is too narrow for it."""
    room = width - (MARK + MARK_GAP if part.theme else 0)
    if room < MARK:
        return None
    block = lay_out(part.name, tokens.PROJECTOR.small, room, max_lines=2)
    hyphenated = "\u00ad" in block.text
    return None if block.elided or hyphenated or block.width > room else block


def _paint_part(
    painter: QPainter, part: StripPart, rect: QRectF, name: Block | None, look: Look
) -> None:
    palette = look.palette
    y = (
        rect.bottom()
        + NAME_GAP
        + (tokens.PROJECTOR.caption.leading - tokens.PROJECTOR.small.leading) / 2
    )
    if part.theme is None:
        line_top = rect.bottom() - BREAK_LINE
        parts.rule(painter, rect.left(), line_top, rect.width(), palette.edge, BREAK_LINE)
        if name:
            name.paint(painter, rect.left(), y, palette.ink2)
        return
    parts.keyed(painter, rect, look.themes[part.theme])
    mark_y = y + (tokens.PROJECTOR.small.leading - MARK) / 2
    if rect.width() >= MARK:
        mark_at = QPointF(rect.left(), mark_y)
        parts.paint_mark(painter, part.theme, part.second, mark_at, MARK, look)
    if name:
        name.paint(painter, rect.left() + MARK + MARK_GAP, y, palette.ink)
