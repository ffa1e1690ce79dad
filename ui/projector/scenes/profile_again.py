"""Paints the profile of a workshop that repeats another: today's marks, and those of last time."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look, Type
from ui.painters.shapes import Mark, paint_shape
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, fit, lay_out, line
from ui.projector.scenes import parts
from ui.projector.scenes.profile import (
    MARK_PLACE,
    NAME_INDENT,
    SCORE_DROP,
    UNKNOWN,
    name_role,
    paint_dots,
)
from workshop.day_charts import ProfileRow
from workshop.scene_header import Header
from workshop.scenes import ProfileScene

HEADING_TOP = 136
HEADING_HEIGHT = 122
PLOT_LEFT = 526
PLOT_RIGHT = 1426
STEPS_TOP = 276
GRID_TOP = 324
ROWS_TOP = 334
ROWS_HEIGHT = 612
ROW_MOST = 150
SCORE_RIGHT = 1666
CHANGE_WIDTH = 150
NAMES_DROP = 33  # of what the marks are called, from the first row's middle to their baseline
NAMES_GAP = 12
NAMES_OUTSET = 8
FOOT = 1034
FOOT_HEIGHT = 80
OUTLINE_WIDTH = 640
LEAST_STEPS = 2


def still(painter: QPainter, scene: ProfileScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    parts.paint_header(painter, Header(None, False, scene.title, scene.topic, scene.ends), look)
    heading = fit(scene.heading, tokens.PROJECTOR.sentence, parts.SPAN, HEADING_HEIGHT, cut=True)
    parts.paragraph(painter, heading, HEADING_TOP, palette.ink)
    small = (tokens.PROJECTOR.small,)
    outline = fit(scene.outline, small, OUTLINE_WIDTH, FOOT_HEIGHT, cut=True)
    outline.paint(
        painter, parts.RIGHT - outline.box, FOOT - outline.height, palette.ink2, Align.END
    )
    room = parts.SPAN - outline.width - 2 * NAMES_GAP
    foot = fit(scene.foot, small, room, FOOT_HEIGHT, cut=True)
    foot.paint(painter, parts.LEFT, FOOT - foot.height, palette.ink2)
    steps = _steps(scene)
    height = min(ROW_MOST, ROWS_HEIGHT / len(scene.rows))
    _paint_grid(painter, steps, GRID_TOP, ROWS_TOP + height * len(scene.rows), look)
    for head, right in zip(scene.heads, (SCORE_RIGHT, parts.RIGHT), strict=True):
        block = line(head, tokens.PROJECTOR.profile_step)
        parts.end_line(painter, block, right, STEPS_TOP, palette.ink2)
    role = name_role(scene.rows, height)
    for place, row in enumerate(scene.rows):
        box = QRectF(parts.LEFT, ROWS_TOP + place * height, parts.SPAN, height)
        _paint_row(painter, row, box, steps, role, look)
    _paint_names(painter, scene, ROWS_TOP, height, look)


def x_of(score: float, steps: int) -> float:
    """Where a score lies on a scale of so many steps, which is always whole."""
    return PLOT_LEFT + (score - 1) * (PLOT_RIGHT - PLOT_LEFT) / (steps - 1)


def _steps(scene: ProfileScene) -> int:
    """How many steps the scale has; without labels as many as the rows need."""
    values = [
        value
        for row in scene.rows
        for value in (row.score, row.highest, row.earlier)
        if value is not None
    ]
    return max(len(scene.labels), *(ceil(value) for value in values), LEAST_STEPS)


def _paint_grid(painter: QPainter, steps: int, top: float, bottom: float, look: Look) -> None:
    for step in range(1, steps + 1):
        x = x_of(step, steps)
        number = line(str(step), tokens.PROJECTOR.profile_step)
        number.paint(painter, x - number.box / 2, STEPS_TOP, look.palette.ink2, Align.CENTRE)
        grid = QRectF(x - 1, top, tokens.PROJECTOR_HAIRLINE, bottom - top)
        painter.fillRect(grid, QColor(look.palette.hairline))


def _paint_row(
    painter: QPainter, row: ProfileRow, box: QRectF, steps: int, role: Type, look: Look
) -> None:
    palette, sizes, colours = look.palette, tokens.PROFILE_WALL, look.themes[row.theme]
    middle, known = box.center().y(), row.score is not None
    mark = Mark.HOLLOW if row.second else Mark.FILLED if known else Mark.AHEAD
    at = QPointF(box.left() + MARK_PLACE, middle)
    paint_shape(painter, row.theme, at, sizes.name_mark, colours, mark)
    lines = max(1, int(box.height() // role.leading))
    width = PLOT_LEFT - box.left() - NAME_INDENT - NAMES_GAP
    name = lay_out(row.name, role, width, max_lines=lines)
    ink = palette.ink if known else palette.ink2
    parts.start_line(painter, name, box.left() + NAME_INDENT, middle - name.height / 2, ink)
    baseline = middle + SCORE_DROP
    score = line(row.score_text or UNKNOWN, tokens.PROJECTOR.profile_score)
    parts.on_baseline(painter, score, SCORE_RIGHT - score.width, baseline, ink)
    change = lay_out(row.change, tokens.PROJECTOR.profile_change, CHANGE_WIDTH, max_lines=1)
    parts.on_baseline(painter, change, parts.RIGHT - change.width, baseline, palette.ink2)
    _paint_marks(painter, row, middle, steps, look)


def _paint_marks(painter: QPainter, row: ProfileRow, middle: float, steps: int, look: Look) -> None:
    """The band, the hollow mark of last time, the questions' dots, and today's mark on top."""
    palette, sizes, colours = look.palette, tokens.PROFILE_WALL, look.themes[row.theme]
    if row.lowest is not None and row.highest is not None:
        half = sizes.band / 2
        left, right = x_of(row.lowest, steps) - half, x_of(row.highest, steps) + half
        band = QRectF(left, middle - half, right - left, sizes.band)
        paint_box(painter, band, half, colours.tint, colours.key, stroke=sizes.stroke)
    if row.earlier is not None:
        near = row.score is not None and abs(row.score - row.earlier) < sizes.near
        around = x_of(row.score if near and row.score is not None else row.earlier, steps)
        radius = sizes.around if near else sizes.earlier
        hollow = colours._replace(fill=palette.paper, key=palette.ink2)
        at = QPointF(around, middle)
        paint_shape(painter, row.theme, at, radius, hollow, stroke=sizes.earlier_stroke)
    paint_dots(painter, row, middle, lambda score: x_of(score, steps), colours.key)
    if row.score is None:
        return
    at = QPointF(x_of(row.score, steps), middle)
    paper = colours._replace(fill=palette.paper, key=palette.paper)
    paint_shape(painter, row.theme, at, sizes.mark, paper, stroke=2 * sizes.margin)
    mark = Mark.HOLLOW if row.second else Mark.FILLED
    paint_shape(painter, row.theme, at, sizes.mark, colours, mark)


def _paint_names(
    painter: QPainter, scene: ProfileScene, top: float, height: float, look: Look
) -> None:
    """What the marks are called, above those of the first row that has both."""
    palette = look.palette
    found = ((n, row) for n, row in enumerate(scene.rows) if row.score and row.earlier)
    place, row = next(found, (0, None))
    if row is None or row.score is None or row.earlier is None:
        return
    steps = _steps(scene)
    baseline = top + (place + 0.5) * height - NAMES_DROP
    today, then = x_of(row.score, steps), x_of(row.earlier, steps)
    now = line(scene.now, tokens.PROJECTOR.small_strong)
    parts.on_baseline(painter, now, today - now.width / 2, baseline, palette.ink)
    before = line(scene.then, tokens.PROJECTOR.small)
    beside = now.width / 2 + NAMES_GAP
    if then <= today:
        end = min(then + NAMES_OUTSET, today - beside)
        parts.on_baseline(painter, before, end - before.width, baseline, palette.ink2)
    else:
        start = max(then - NAMES_OUTSET, today + beside)
        parts.on_baseline(painter, before, start, baseline, palette.ink2)
