"""Paints the profile: for each session its score as a mark, on the range of its questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look, Type
from ui.painters.shapes import Mark, paint_shape
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, Block, fit, lay_out, line
from ui.projector.scenes import parts
from workshop.day_charts import ProfileRow
from workshop.scene_header import Header
from workshop.scenes import ProfileScene

HEADING_TOP = 136
HEADING_HEIGHT = 168
HEADING_GAP = 18
FOOT = 1028
FOOT_HEIGHT = 80
FOOT_GAP = 20
MARK_PLACE = 24  # of its middle, from the margin
NAME_INDENT = 66
NAME_WIDTH = 340
PLOT_LEFT = 560
PLOT_RIGHT = 1380
BASIS_RIGHT = 1660
BASIS_GAP = 36  # from the highest step's column
ROW_MOST = 150
STEP_GAP = 10
LABEL_GAP = 20
END_LABEL = 400  # width of a label that stands at an end alone
LEAST_STEPS = 2
UNKNOWN = "–"  # stands where nothing is known and nobody says why
SCORE_DROP = 22  # from a row's middle to its score's baseline


@dataclass(frozen=True, slots=True)
class Axis:
    """Where the steps of a scale lie across the plot."""

    steps: int

    @property
    def pitch(self) -> float:
        """From one step to the next."""
        return (PLOT_RIGHT - PLOT_LEFT) / (self.steps - 1)

    def x(self, score: float) -> float:
        """Where a score lies; the scale is always whole."""
        return PLOT_LEFT + (score - 1) * self.pitch


def still(painter: QPainter, scene: ProfileScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    parts.paint_header(painter, Header(None, False, scene.title, scene.topic, scene.ends), look)
    heading = fit(scene.heading, tokens.PROJECTOR.sentence, parts.SPAN, HEADING_HEIGHT, cut=True)
    parts.paragraph(painter, heading, HEADING_TOP, palette.ink)
    foot = fit(scene.foot, (tokens.PROJECTOR.small,), parts.SPAN, FOOT_HEIGHT, cut=True)
    parts.paragraph(painter, foot, FOOT - foot.height, palette.ink2)
    if not scene.rows:
        return
    axis = Axis(_steps(scene))
    top = HEADING_TOP + heading.height + HEADING_GAP
    bottom = FOOT - foot.height - FOOT_GAP
    top = _paint_steps(painter, axis, scene.labels, look, top)
    row = min(ROW_MOST, (bottom - top) / len(scene.rows))
    for step in range(1, axis.steps + 1):
        grid = QRectF(axis.x(step) - 1, top, tokens.PROJECTOR_HAIRLINE, row * len(scene.rows))
        painter.fillRect(grid, QColor(palette.hairline))
    name = name_role(scene.rows, row)
    for place, each in enumerate(scene.rows):
        box = QRectF(parts.LEFT, top + place * row, parts.SPAN, row)
        _paint_row(painter, axis, each, box, name, look)


def _steps(scene: ProfileScene) -> int:
    """How many steps the scale has; without labels as many as the rows need."""
    known = [value for row in scene.rows for value in (row.score, row.highest) if value is not None]
    return max(len(scene.labels), *(ceil(value) for value in known), LEAST_STEPS)


def _paint_steps(
    painter: QPainter, axis: Axis, labels: tuple[str, ...], look: Look, top: float
) -> float:
    """Numbers and labels of the steps above the plot; gives the y below them."""
    palette, number = look.palette, tokens.PROJECTOR.profile_step
    for step in range(1, axis.steps + 1):
        block = line(str(step), number)
        block.paint(painter, axis.x(step) - block.box / 2, top, palette.ink2, Align.CENTRE)
    top += number.leading
    blocks = _labels(axis, labels)
    for step, block in blocks:
        block.paint(painter, axis.x(step) - block.box / 2, top, palette.ink2, Align.CENTRE)
    return top + max((block.height for _, block in blocks), default=0.0) + STEP_GAP


def _labels(axis: Axis, labels: tuple[str, ...]) -> list[tuple[int, Block]]:
    """The labels by their step: each if all have a line of their own, else those of the ends."""
    role = tokens.PROJECTOR.small
    if not labels or all(label == str(step) for step, label in enumerate(labels, 1)):
        return []
    width = axis.pitch - LABEL_GAP
    blocks = [lay_out(label, role, width) for label in labels]
    if all(block.lines <= 1 and block.width <= width for block in blocks):
        return list(enumerate(blocks, 1))
    ends = ((1, labels[0]), (axis.steps, labels[-1]))
    return [(step, lay_out(label, role, END_LABEL)) for step, label in ends]


def name_role(rows: tuple[ProfileRow, ...], height: float) -> Type:
    """The first size in which every name fits its row."""
    roles = tokens.PROJECTOR.name_row
    for role in roles:
        blocks = [lay_out(row.name, role, NAME_WIDTH) for row in rows]
        if all(b.height <= height and b.width <= NAME_WIDTH and b.lines <= 2 for b in blocks):
            return role
    return roles[-1]


def _paint_row(
    painter: QPainter, axis: Axis, row: ProfileRow, box: QRectF, name_role: Type, look: Look
) -> None:
    palette, sizes, colours = look.palette, tokens.PROFILE_WALL, look.themes[row.theme]
    middle, known = box.center().y(), row.score is not None
    mark = Mark.HOLLOW if row.second else Mark.FILLED if known else Mark.AHEAD
    at = QPointF(box.left() + MARK_PLACE, middle)
    paint_shape(painter, row.theme, at, sizes.name_mark, colours, mark)
    lines = max(1, int(box.height() // name_role.leading))
    name = lay_out(row.name, name_role, NAME_WIDTH, max_lines=lines)
    ink = palette.ink if known else palette.ink2
    parts.start_line(painter, name, box.left() + NAME_INDENT, middle - name.height / 2, ink)
    silent = not row.score_text and not row.basis
    score = line(UNKNOWN if silent else row.score_text, tokens.PROJECTOR.profile_score)
    baseline = middle + SCORE_DROP
    said = palette.ink2 if silent else palette.ink
    parts.on_baseline(painter, score, box.right() - score.width, baseline, said)
    right = BASIS_RIGHT if row.score_text else box.right()
    width = right - PLOT_RIGHT - BASIS_GAP
    basis = fit(
        row.basis,
        (tokens.PROJECTOR.small,),
        width,
        box.height(),
        cut=True,
    )
    basis.paint(painter, right - basis.box, middle - basis.height / 2, palette.ink2, Align.END)
    _paint_range(painter, axis, row, middle, look)


def _paint_range(painter: QPainter, axis: Axis, row: ProfileRow, middle: float, look: Look) -> None:
    """The band from lowest to highest question with their dots, and the score's mark on paper."""
    palette, sizes, colours = look.palette, tokens.PROFILE_WALL, look.themes[row.theme]
    if row.lowest is not None and row.highest is not None:
        half = sizes.band / 2
        left, right = axis.x(row.lowest) - half, axis.x(row.highest) + half
        band = QRectF(left, middle - half, right - left, sizes.band)
        paint_box(painter, band, half, colours.tint, colours.key, stroke=sizes.stroke)
    paint_dots(painter, row, middle, axis.x, colours.key)
    if row.score is None:
        return
    at = QPointF(axis.x(row.score), middle)
    paper = colours._replace(fill=palette.paper, key=palette.paper)
    paint_shape(painter, row.theme, at, sizes.mark, paper, stroke=2 * sizes.margin)
    mark = Mark.HOLLOW if row.second else Mark.FILLED
    paint_shape(painter, row.theme, at, sizes.mark, colours, mark)


def paint_dots(
    painter: QPainter,
    row: ProfileRow,
    middle: float,
    x_of: Callable[[float], float],
    colour: str,
) -> None:
    """The score of each question; those that are alike stand side by side."""
    sizes = tokens.PROFILE_WALL
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for score, n in sorted(Counter(dot.score for dot in row.dots).items()):
        first = x_of(score) - (n - 1) * sizes.dot_pitch / 2
        for place in range(n):
            dot = QPointF(first + place * sizes.dot_pitch, middle)
            painter.drawEllipse(dot, sizes.dot, sizes.dot)
    painter.restore()
