"""Paints the touch scene: one target a step, and a quieter one for don't know.

Where the number pad votes it hands over to `pad`, and nothing on the wall can be tapped.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, Block, advance, fit, lay_out, line
from ui.projector.frame import Frame
from ui.projector.scenes import pad, parts, steps, turn_lines
from ui.projector.scenes.notice import paint_notice
from workshop.scenes import TouchScene

NAME_TOP = 148
NAME_GAP = 32
NAME_SHARE = 208  # of the height above the targets, for a name of two lines
QUESTION_GAP = 16
TARGETS_TOP = 436
TARGETS_HEIGHT = 372
DONT_KNOW = QRectF(parts.LEFT, 832, parts.SPAN, 84)
PADDING = 35
PADDING_NARROW = 20
NUMERAL_TOP = 50
LABEL_BOTTOM = 39
SPREAD_LABELS_HEIGHT = 64
SPREAD_LABELS_GAP = 10
WIDE_CARDS = 5  # up to so many cards the padding is the wide one
KEYLINE = 1
NOTICE_TOP = 934
FOOT_TOP = 976
PRESSED_EDGE = 6
DONT_KNOW_ANSWER = 0


def targets(scene: TouchScene) -> dict[int, QRectF]:
    """The live rectangle of every answer; 0 is don't know, where it is offered.

    There is none where the number pad votes.
    """
    if scene.pad:
        return {}
    count = len(scene.labels)
    height = TARGETS_HEIGHT - (SPREAD_LABELS_HEIGHT if steps.labels_spread(count) else 0)
    rects = {
        step: QRectF(column.x(), TARGETS_TOP, column.width(), height)
        for step, column in enumerate(steps.columns(count), 1)
    }
    if scene.dont_know:
        rects[DONT_KNOW_ANSWER] = DONT_KNOW
    return rects


def answer_at(scene: TouchScene, point: QPointF) -> int | None:
    """The answer whose target holds `point`; the whole card is live."""
    return next((a for a, rect in targets(scene).items() if rect.contains(point)), None)


def still(painter: QPainter, scene: TouchScene, look: Look) -> None:
    """All but the targets."""
    if scene.pad:
        pad.still(painter, scene, look)
        return
    palette = look.palette
    parts.paint_header(painter, scene.header, look)
    below = _paint_name(painter, scene, look)
    room = TARGETS_TOP - QUESTION_GAP - below - 4
    question = fit(scene.question, tokens.PROJECTOR.running, steps.QUESTION_WIDTH, room)
    parts.paragraph(painter, question, below, palette.ink)
    turn_lines.paint_foot(painter, scene, FOOT_TOP, look)


def moving(painter: QPainter, scene: TouchScene, frame: Frame) -> None:
    """The targets, and the sentence after a tap that could not be kept."""
    if scene.pad:
        pad.moving(painter, scene, frame)
        paint_notice(painter, frame, NOTICE_TOP)
        return
    for answer, rect in targets(scene).items():
        if frame.sealed:
            _paint_sealed(painter, rect, frame.look)
        elif answer == DONT_KNOW_ANSWER:
            _paint_dont_know(painter, scene, frame)
        else:
            _paint_target(painter, scene, answer, rect, frame)
    if not frame.sealed:
        _paint_labels(painter, scene, frame.look)
    paint_notice(painter, frame, NOTICE_TOP)


def _paint_name(painter: QPainter, scene: TouchScene, look: Look) -> float:
    """Whose turn it is; gives the y where the question begins."""
    name, turn = turn_lines.name_and_turn(
        scene, tokens.PROJECTOR.team_at_touch, NAME_SHARE, NAME_GAP
    )
    parts.start_line(painter, name, parts.LEFT, NAME_TOP, look.palette.ink)
    baseline = NAME_TOP + name.baseline
    x = parts.LEFT + name.width + NAME_GAP
    parts.on_baseline(painter, turn, x, baseline, look.palette.ink2)
    return NAME_TOP + name.height + QUESTION_GAP


def _paint_sealed(painter: QPainter, rect: QRectF, look: Look) -> None:
    palette = look.palette
    paint_box(painter, rect, tokens.RADIUS_TARGET, palette.sunken)


def _paint_dont_know(painter: QPainter, scene: TouchScene, frame: Frame) -> None:
    palette = frame.look.palette
    pressed = frame.pressed == DONT_KNOW_ANSWER
    body = palette.sunken if pressed else palette.paper
    edge = palette.ink if pressed else palette.edge
    stroke = PRESSED_EDGE if pressed else tokens.PROJECTOR_EDGE
    paint_box(painter, DONT_KNOW, tokens.RADIUS_TARGET, body, edge, stroke=stroke)
    text = lay_out(scene.dont_know, tokens.PROJECTOR.header, DONT_KNOW.width() - 64, max_lines=1)
    y = DONT_KNOW.center().y() - text.height / 2
    text.paint(painter, DONT_KNOW.left() + 32, y, palette.ink, Align.CENTRE)


def _paint_target(
    painter: QPainter, scene: TouchScene, step: int, rect: QRectF, frame: Frame
) -> None:
    palette = frame.look.palette
    pressed = frame.pressed == step
    body = _tint(scene, frame.look) if pressed else palette.surface
    radius, stroke = tokens.RADIUS_TARGET, tokens.PROJECTOR_EDGE
    paint_box(painter, rect, radius, body, palette.edge, stroke=stroke)
    _paint_fill(painter, rect, scene, frame.look)
    if pressed:
        paint_box(painter, rect, radius, None, palette.ink, stroke=PRESSED_EDGE)
    padding, width = _inner(rect, len(scene.labels))
    numeral = _numeral(step, len(scene.labels), width)
    numeral.paint(painter, rect.left() + padding, rect.top() + NUMERAL_TOP, palette.ink)


def _paint_labels(painter: QPainter, scene: TouchScene, look: Look) -> None:
    count = len(scene.labels)
    columns = steps.columns(count)
    if steps.labels_spread(count):
        y = TARGETS_TOP + TARGETS_HEIGHT - SPREAD_LABELS_HEIGHT + SPREAD_LABELS_GAP
        steps.paint_spread_labels(
            painter, scene.labels, y, tokens.PROJECTOR.touch_label, look.palette.ink
        )
        return
    padding, width = _inner(columns[0], count)
    room = TARGETS_HEIGHT - NUMERAL_TOP - _numeral(count, count, width).height - LABEL_BOTTOM
    blocks = steps.lay_out_labels(
        scene.labels, width, room, tokens.PROJECTOR.touch_label, tokens.PROJECTOR.touch_label_long
    )
    bottom = TARGETS_TOP + TARGETS_HEIGHT - LABEL_BOTTOM
    for column, block in zip(columns, blocks, strict=True):
        top = bottom - block.height
        parts.start_line(painter, block, column.left() + padding, top, look.palette.ink)


def _inner(rect: QRectF, count: int) -> tuple[float, float]:
    """A card's padding and the width left for text."""
    padding = PADDING if count <= WIDE_CARDS else PADDING_NARROW
    return padding, rect.width() - 2 * padding


def _numeral(step: int, count: int, width: float) -> Block:
    """The step's number, in the size that all of them have."""
    large, small = tokens.PROJECTOR.touch_numeral, tokens.PROJECTOR.scale_numeral
    widest = max(advance(str(number), large) for number in range(1, count + 1))
    return line(str(step), large if widest <= width else small)


def _paint_fill(painter: QPainter, rect: QRectF, scene: TouchScene, look: Look) -> None:
    """The fill along a card's top, inside its rounded corners, with the keyline around it."""
    theme = scene.header.theme
    ink = look.palette.ink
    fill, key = (look.themes[theme].fill, look.themes[theme].key) if theme else (ink, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, inset in ((key, 0.0), (fill, KEYLINE)):
        painter.setBrush(QColor(colour))
        painter.drawPath(_top_of(rect.adjusted(inset, inset, -inset, 0), inset))


def _top_of(rect: QRectF, inset: float) -> QPainterPath:
    card, strip = QPainterPath(), QPainterPath()
    radius = tokens.RADIUS_TARGET - inset
    card.addRoundedRect(rect, radius, radius)
    strip.addRect(QRectF(rect.left(), rect.top(), rect.width(), tokens.TARGET_FILL - 2 * inset))
    return card.intersected(strip)


def _tint(scene: TouchScene, look: Look) -> str:
    theme = scene.header.theme
    return look.palette.sunken if theme is None else look.themes[theme].tint
