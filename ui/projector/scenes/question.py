"""Paints a question while it is posed, discussed and voted on; the practice question in ink."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look, ThemeColours
from ui.painters.bricks import bricks_width, paint_bricks
from ui.painters.text import Block, fit, lay_out, line
from ui.painters.timer import paint_timer, timer_width
from ui.projector.frame import Frame
from ui.projector.scenes import parts, steps
from workshop.facts import TimerFace
from workshop.scenes import QuestionScene, VotesIn

TOP = 156
HEIGHT = 430
HINT_GAP = 28
STATUS_TOP = 606
UNIT_GAP = 22
BRICKS_GAP = 52
BRICKS_TOP = 637
STATUS_GAP = 64
SCALE_TOP = 778
NUMERAL_TOP = SCALE_TOP + 34
LABEL_TOP = NUMERAL_TOP + 96
LABELS_LOWEST = 984
DONT_KNOW_TOP = 992
DONT_KNOW_LOWEST = 1018


def still(painter: QPainter, scene: QuestionScene, look: Look) -> None:
    """Header, question, hint and scale."""
    parts.paint_header(painter, scene.header, look)
    hint = fit(
        scene.hint,
        tokens.PROJECTOR.running,
        steps.QUESTION_WIDTH,
        2 * tokens.PROJECTOR.running[0].leading,
    )
    room = HEIGHT - (HINT_GAP + hint.height if scene.hint else 0)
    question = fit(scene.text, tokens.PROJECTOR.question, steps.QUESTION_WIDTH, room)
    parts.paragraph(painter, question, TOP, look.palette.ink)
    if scene.hint:
        y = TOP + question.height + HINT_GAP
        parts.paragraph(painter, hint, y, look.palette.ink2)
    bottom = _paint_scale(painter, scene, look)
    if scene.dont_know:
        y = min(max(DONT_KNOW_TOP, bottom + 4), DONT_KNOW_LOWEST)
        text = lay_out(scene.dont_know, tokens.PROJECTOR.header, parts.SPAN, max_lines=1)
        text.paint(painter, parts.LEFT, y, look.palette.ink)


def moving(painter: QPainter, scene: QuestionScene, frame: Frame) -> None:
    """Votes in, timer and fuse, and what is said beside the votes."""
    right: float = parts.RIGHT
    if scene.timer is not None:
        right -= _paint_timer(painter, scene.timer, frame) + STATUS_GAP
    elif scene.notice:
        right -= _paint_notice(painter, scene.notice, frame.look) + STATUS_GAP
    if scene.votes is not None:
        _paint_votes(painter, scene, scene.votes, right, frame)


def _paint_timer(painter: QPainter, timer: TimerFace, frame: Frame) -> float:
    """The timer at the right and the fuse below; gives the width it takes."""
    seconds, role = parts.seconds_left(timer, frame), tokens.PROJECTOR.timer
    paint_timer(painter, parts.RIGHT, STATUS_TOP, seconds, role, frame.look.palette)
    parts.paint_time_left(painter, timer, frame)
    return timer_width(seconds, role)


def _paint_notice(painter: QPainter, text: str, look: Look) -> float:
    block = lay_out(text, tokens.PROJECTOR.body_large_strong, parts.SPAN / 2, max_lines=1)
    parts.on_baseline(painter, block, parts.RIGHT - block.width, _baseline(), look.palette.ink)
    return block.width


def _paint_votes(
    painter: QPainter, scene: QuestionScene, votes: VotesIn, right: float, frame: Frame
) -> None:
    palette = frame.look.palette
    number = line(str(votes.voted), tokens.PROJECTOR.votes_in)
    parts.start_line(painter, number, parts.LEFT, STATUS_TOP, palette.ink)
    x = parts.LEFT + number.width + UNIT_GAP
    unit = line(votes.unit, tokens.PROJECTOR.votes_unit)
    parts.on_baseline(painter, unit, x, _baseline(), palette.ink2)
    x += unit.width + BRICKS_GAP
    sizes = tokens.BRICKS_WALL
    width = bricks_width(votes.expected, sizes, max(0.0, right - x))
    if width < sizes.height:
        return
    paint_bricks(
        painter,
        QRectF(x, BRICKS_TOP, width, sizes.height),
        votes.voted,
        votes.expected,
        sizes,
        colours=_colours(scene, frame.look),
        palette=palette,
        newest=frame.newest,
    )


def _baseline() -> float:
    return STATUS_TOP + line("0", tokens.PROJECTOR.votes_in).baseline


def _paint_scale(painter: QPainter, scene: QuestionScene, look: Look) -> float:
    """The columns of the scale; gives the y below their labels."""
    palette, count = look.palette, len(scene.labels)
    columns = steps.columns(count)
    for step, column in enumerate(columns, 1):
        head = QRectF(column.x(), SCALE_TOP, column.width(), tokens.PROJECTOR_COLUMN_HEAD)
        parts.keyed(painter, head, _colours(scene, look))
        numeral = line(str(step), tokens.PROJECTOR.scale_numeral)
        parts.start_line(painter, numeral, column.x(), NUMERAL_TOP, palette.ink)
    if steps.labels_spread(count):
        steps.paint_spread_labels(
            painter, scene.labels, LABEL_TOP, tokens.PROJECTOR.scale_label, palette.ink
        )
        return LABEL_TOP + tokens.PROJECTOR.scale_label.leading
    blocks = _labels(scene)
    for column, block in zip(columns, blocks, strict=True):
        parts.start_line(painter, block, column.x(), LABEL_TOP, palette.ink)
    return LABEL_TOP + max((block.height for block in blocks), default=0.0)


def _labels(scene: QuestionScene) -> list[Block]:
    width = steps.columns(len(scene.labels))[0].width()
    long = tokens.PROJECTOR.scale_label_long
    room = LABELS_LOWEST - LABEL_TOP
    return steps.lay_out_labels(scene.labels, width, room, tokens.PROJECTOR.scale_label, long)


def _colours(scene: QuestionScene, look: Look) -> ThemeColours:
    """The session's colours; a question without a session, and the practice one, is ink."""
    if scene.practice or scene.header.theme is None:
        return parts.ink_colours(look)
    return look.themes[scene.header.theme]
