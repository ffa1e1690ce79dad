"""Paints what is revealed at once: a row a question, with bars, median, agreement and pick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.distribution import paint_small_bars
from ui.painters.text import Align, Block, fit, lay_out, line
from ui.projector.scenes import parts, sentence
from workshop.together_scenes import TogetherRow, TogetherScene

HEADS_TOP = 232
ROWS_TOP = 280
ROWS_BOTTOM = 1016
ROW = 144
LOW_ROW = 100  # a lower row has smaller words
NAME_WIDTH = 612
BARS_LEFT = parts.LEFT + 640
BARS_WIDTH = 310
BARS_HEIGHT = 104
BARS_PADDING = 12  # above and below in a low row
MEDIAN_CENTRE = 1161
MEDIAN_WIDTH = 130
BEFORE_WIDTH = 170
BELOW_DIGITS = 10  # of a line's height, where digits leave it empty
WORD_LEFT = 1262
AGREEMENT_RIGHT = 1736
AGREEMENT_WIDTH = 84
WORD_WIDTH = AGREEMENT_RIGHT - AGREEMENT_WIDTH - WORD_LEFT
BORDERLINE_GAP = 12
PICK = 52
PICK_EDGE = 2.5
TEXT_LINES = 2


def still(painter: QPainter, scene: TogetherScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, scene.header, look)
    sentence.paint_heading(painter, scene.heading, look)
    _paint_heads(painter, scene, look)
    room = (ROWS_BOTTOM - ROWS_TOP) / max(1, len(scene.rows))
    height = ROW if any(row.text for row in scene.rows) else min(ROW, room)
    for number, row in enumerate(scene.rows):
        box = QRectF(parts.LEFT, round(ROWS_TOP + number * height), parts.SPAN, height)
        parts.rule(painter, box.left(), box.top(), box.width(), look.palette.hairline)
        _paint_row(painter, scene, row, box.adjusted(0, tokens.PROJECTOR_HAIRLINE, 0, 0), look)
    sentence.paint_foot(painter, scene.foot, look)


def _paint_heads(painter: QPainter, scene: TogetherScene, look: Look) -> None:
    """What the columns hold; over the bars the ends of the scale."""
    ink, role = look.palette.ink2, tokens.PROJECTOR.caption
    names, median, words, agreement, talk = scene.heads
    place = lay_out(names, role, BARS_LEFT - parts.LEFT - 2 * tokens.SPACE[2], max_lines=1)
    parts.start_line(painter, place, parts.LEFT, HEADS_TOP, ink)
    if scene.rows:
        columns = scene.rows[0].chart.columns
        pitch = BARS_WIDTH / len(columns)
        ends = (pitch / 2, columns[0].step_text), (BARS_WIDTH - pitch / 2, columns[-1].step_text)
        for at, text in ends:
            _centred(painter, line(text, role), BARS_LEFT + at, HEADS_TOP, ink)
    _centred(painter, line(median, role), MEDIAN_CENTRE, HEADS_TOP, ink)
    unit = line(agreement, role)
    room = AGREEMENT_RIGHT - unit.width - tokens.SPACE[3] - WORD_LEFT
    heading = lay_out(words, role, room, max_lines=1)
    parts.start_line(painter, heading, WORD_LEFT, HEADS_TOP, ink)
    parts.end_line(painter, unit, AGREEMENT_RIGHT, HEADS_TOP, ink)
    parts.end_line(painter, line(talk, role), parts.RIGHT, HEADS_TOP, ink)


def _paint_row(
    painter: QPainter, scene: TogetherScene, row: TogetherRow, box: QRectF, look: Look
) -> None:
    palette, sizes = look.palette, tokens.PROJECTOR
    _paint_name(painter, row, box, look)
    _paint_bars(painter, scene, row, box, look)
    median = parts.on_one_line(row.median, (sizes.together_median,), MEDIAN_WIDTH, box.height())
    _paint_median(painter, row, median, box, look)
    _paint_word(painter, row, box, look)
    agreement = line(row.agreement, sizes.together_agreement)
    parts.end_line(painter, agreement, AGREEMENT_RIGHT, _top(box, agreement), palette.ink)
    _paint_pick(painter, row, box, look)


def _paint_name(painter: QPainter, row: TogetherRow, box: QRectF, look: Look) -> None:
    palette, sizes = look.palette, tokens.PROJECTOR
    leading = sizes.together_name[0].leading
    name = parts.on_one_line(row.name, sizes.together_name, NAME_WIDTH, leading)
    if not row.text:
        parts.start_line(painter, name, box.left(), _top(box, name), palette.ink)
        return
    text = lay_out(row.text, sizes.together_text, NAME_WIDTH, max_lines=TEXT_LINES)
    y = box.center().y() - (name.height + text.height) / 2
    parts.start_line(painter, name, box.left(), y, palette.ink)
    parts.start_line(painter, text, box.left(), y + name.height, palette.ink2)


def _paint_bars(
    painter: QPainter, scene: TogetherScene, row: TogetherRow, box: QRectF, look: Look
) -> None:
    theme = scene.header.theme
    height = min(BARS_HEIGHT, box.height() - 2 * BARS_PADDING)
    bars = QRectF(BARS_LEFT, round(box.center().y() - height / 2), BARS_WIDTH, height)
    paint_small_bars(
        painter,
        bars,
        row.chart,
        colours=look.themes[theme] if theme else parts.ink_colours(look),
        palette=look.palette,
        unit_max=scene.unit_max,
    )


def _paint_median(
    painter: QPainter, row: TogetherRow, median: Block, box: QRectF, look: Look
) -> None:
    """The median, and below it the one of the earlier workshop in a repeat."""
    if not row.before or not row.median:
        _centred(painter, median, MEDIAN_CENTRE, _top(box, median), look.palette.ink)
        return
    role = tokens.PROJECTOR.small
    note = parts.on_one_line(row.before, (role,), BEFORE_WIDTH, role.leading)
    step = median.height - (BELOW_DIGITS if box.height() < LOW_ROW else 0)
    y = box.center().y() - (step + note.height) / 2
    _centred(painter, median, MEDIAN_CENTRE, y, look.palette.ink)
    _centred(painter, note, MEDIAN_CENTRE, y + step, look.palette.ink2)


def _paint_word(painter: QPainter, row: TogetherRow, box: QRectF, look: Look) -> None:
    """The agreement in words, and below where the votes stand; borderline where there is room."""
    palette, sizes = look.palette, tokens.PROJECTOR
    low = box.height() < LOW_ROW
    words, details = sizes.together_word[low:], sizes.together_detail[low:]
    room = WORD_WIDTH if row.agreement else AGREEMENT_RIGHT - WORD_LEFT
    word = fit(row.word, words, room, words[0].leading, cut=True)
    note = line(row.chart.borderline_text or "", details[0])
    beside = word.width + BORDERLINE_GAP + note.width <= room
    shift = 0.0 if beside or not row.chart.borderline_text else note.width + tokens.SPACE[4]
    detail = parts.on_one_line(row.detail, details, room - shift, details[-1].leading)
    below = detail.height if row.detail else note.height if shift else 0.0
    y = box.center().y() - (word.height + below) / 2
    parts.start_line(painter, word, WORD_LEFT, y, palette.ink)
    baseline = y + word.baseline
    if row.detail or shift:
        baseline = y + word.height + detail.baseline
        parts.on_baseline(painter, detail, WORD_LEFT + shift, baseline, palette.ink2)
    if row.chart.borderline_text:
        x = WORD_LEFT + (0 if shift else word.width + BORDERLINE_GAP)
        at = baseline if shift else y + word.baseline
        parts.on_baseline(painter, note, x, at, palette.ink2)


def _paint_pick(painter: QPainter, row: TogetherRow, box: QRectF, look: Look) -> None:
    """A ring, filled and with its place in the talk where the question was picked."""
    palette = look.palette
    centre = QPointF(parts.RIGHT - PICK / 2, box.center().y())
    if not row.picked:
        painter.setPen(QPen(QColor(palette.edge), PICK_EDGE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = (PICK - PICK_EDGE) / 2 - 1
        painter.drawEllipse(centre, radius, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.ink))
    painter.drawEllipse(centre, PICK / 2 - 1, PICK / 2 - 1)
    place = line(row.picked, tokens.PROJECTOR.together_pick)
    _centred(painter, place, centre.x(), _top(box, place), palette.paper)


def _top(box: QRectF, block: Block) -> float:
    return box.center().y() - block.height / 2


def _centred(painter: QPainter, block: Block, x: float, y: float, colour: str) -> None:
    block.paint(painter, x - block.box / 2, y, colour, Align.CENTRE)
