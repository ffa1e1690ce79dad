"""Paints the votes of one round as bars or bricks, with the round before as a ghost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from exports.look import distribution_parts as parts
from exports.look.tokens import DistributionSizes, Palette, ThemeColours, Type
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align, Block
from workshop.charts import DistributionChart, DistributionColumn

# Distances in parts of a type role's size, measured from the drawings.
_FOOT = 0.65  # below the last line
_LEAST_BAR = 2.0  # of a small bar that stands for a vote
_SOFT_HYPHEN = "\u00ad"

_RISE = QEasingCurve(QEasingCurve.Type.OutCubic)


@dataclass(frozen=True, slots=True)
class Marks:
    """How far the chart has appeared: bars risen, ghost faded in, both 0 to 1."""

    risen: float = 1.0
    ghost: float = 1.0


ALL_SHOWN = Marks()


def paint_distribution(
    painter: QPainter,
    box: QRectF,
    chart: DistributionChart,
    sizes: DistributionSizes,
    *,
    colours: ThemeColours,
    palette: Palette,
    unit_max: int | None = None,
    marks: Marks = ALL_SHOWN,
) -> None:
    """Paint the chart into `box`.

    `unit_max` is the number of votes as high as the plot, for charts that stand side by side with
    one unit; else the chart's own.
    """
    plot = Plot(box, chart, sizes, colours=colours, palette=palette, unit_max=unit_max)
    plot.paint_scale(painter)
    plot.paint_votes(painter, marks)


def paint_small_bars(
    painter: QPainter,
    box: QRectF,
    chart: DistributionChart,
    *,
    colours: ThemeColours,
    palette: Palette,
    unit_max: int | None = None,
) -> None:
    """Paint the bars alone, without a number, for rows of a table or of the wall."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    axis = 2.0
    pitch = box.width() / len(chart.columns)
    unit = (box.height() - axis - 1) / (unit_max or chart.unit_max)
    for number, column in enumerate(chart.columns):
        if column.count:
            # One vote of two hundred is still to be seen.
            width, height = 0.72 * pitch, max(_LEAST_BAR, column.count * unit)
            left = box.x() + (number + 0.5) * pitch - width / 2
            bar = QRectF(left, box.bottom() - axis - height, width, height)
            paint_box(painter, bar, 0, colours.fill, colours.key, stroke=1.0)
    painter.fillRect(QRectF(box.x(), box.bottom() - axis, box.width(), axis), QColor(palette.ink))
    painter.restore()


def lay_out_labels(
    labels: Sequence[str], width: float, sizes: DistributionSizes
) -> list[tuple[int, Block, Align]]:
    """The labels of the steps of a chart that wide, each with its column's number; what stands
    below the axis is known before any vote.
    """
    label, long = sizes.label, sizes.label_long
    if label is None or long is None:
        return []
    blocks = _labels_in(labels, width, label)
    # Rather a smaller label than a tall or hyphenated one.
    if any(block.lines > 2 or _SOFT_HYPHEN in block.text for _, block, _ in blocks):
        return _labels_in(labels, width, long)
    return blocks


def _labels_in(labels: Sequence[str], width: float, role: Type) -> list[tuple[int, Block, Align]]:
    if len(labels) < parts.MANY_STEPS:
        room = width / len(labels) - 0.25 * role.size
        return [
            (number, painted.lay_out(label, role, room), Align.CENTRE)
            for number, label in enumerate(labels)
        ]
    places = {0: Align.START, len(labels) // 2: Align.CENTRE, len(labels) - 1: Align.END}
    room = width / 3 - role.size
    return [
        (number, painted.lay_out(labels[number], role, room), align)
        for number, align in places.items()
    ]


class Plot:
    """One chart's place in its box. Its scale stays still while its votes rise above it.

    `unit_max` as for `paint_distribution`.
    """

    def __init__(
        self,
        box: QRectF,
        chart: DistributionChart,
        sizes: DistributionSizes,
        *,
        colours: ThemeColours,
        palette: Palette,
        unit_max: int | None = None,
    ) -> None:
        self.box = box
        self.chart = chart
        self.sizes = sizes
        self.colours = colours
        self.palette = palette
        self.pitch = box.width() / len(chart.columns)
        self.circle = min(
            parts.STEP_CIRCLE * sizes.step.size,
            max(parts.STEP_CIRCLE_MOST * self.pitch, parts.STEP_CIRCLE_LEAST * sizes.step.size),
        )
        self.labels = lay_out_labels([c.label for c in chart.columns], box.width(), sizes)
        self.ghost_counts = self._ghost_count_blocks()
        self.base = round(box.bottom() - self._below())
        top = box.y() + parts.PLOT_TOP * sizes.bar_count.size
        self.unit = max(0.0, self.base - top) / (unit_max or chart.unit_max)
        self.bricks = chart.bricks and self.unit >= sizes.brick_unit_least
        self.ghost_stroke = max(1.0, sizes.bar_count.size / 30)
        self.ghost_margin = 1.87 * self.ghost_stroke

    def paint_scale(self, painter: QPainter) -> None:
        """All below the axis: steps, labels, and the counts of the round before."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_steps(painter)
        self._paint_labels(painter)
        self._paint_ghost_counts(painter)
        painter.restore()

    def paint_votes(self, painter: QPainter, marks: Marks = ALL_SHOWN) -> None:
        """All from the axis up: the round before, the votes with their counts, and the axis."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, column in enumerate(self.chart.columns):
            self._paint_ghost(painter, number, column, marks.ghost)
        for number, column in enumerate(self.chart.columns):
            self._paint_bar(painter, number, column, _RISE.valueForProgress(marks.risen))
        self._paint_axis(painter)
        painter.restore()

    def _paint_ghost(
        self, painter: QPainter, number: int, column: DistributionColumn, shown: float
    ) -> None:
        """The round before, behind the bar, which keeps a margin of paper from it."""
        if not column.ghost:
            return
        painter.save()
        painter.setOpacity(painter.opacity() * shown)
        width = self.sizes.ghost * self.pitch
        height = column.ghost * self.unit
        ghost = QRectF(self._centre(number) - width / 2, self.base - height, width, height)
        painter.setClipRect(ghost.adjusted(-4, -4, 4, 0))
        half = self.ghost_stroke / 2
        paint_box(
            painter,
            ghost.adjusted(-half, -half, half, half + self.ghost_stroke),
            0,
            self.palette.ghostfill,
            self.palette.ghost,
            stroke=self.ghost_stroke,
        )
        painter.restore()

    def _paint_bar(
        self, painter: QPainter, number: int, column: DistributionColumn, risen: float
    ) -> None:
        """Bricks or a bar, risen that far, with the count above."""
        height = column.count * self.unit
        shown = height * risen
        if column.count:
            self._paint_stack(painter, number, column, height, shown)
        size = self.sizes.bar_count.size
        baseline = self.base - shown - parts.COUNT_LIFT * size
        if column.ghost and column.count:
            edge = self.base - column.ghost * self.unit
            low, high = baseline + 0.1 * size, baseline - (parts.COUNT_HEIGHT + 0.1) * size
            if high < edge < low:
                baseline = edge - parts.COUNT_LIFT * size
        ink = self.palette.ink if column.count else self.palette.ink2
        block = painted.line(column.count_text, self.sizes.bar_count)
        block.paint_at(painter, self._centre(number), baseline, ink, Align.CENTRE)

    def _paint_stack(
        self,
        painter: QPainter,
        number: int,
        column: DistributionColumn,
        height: float,
        shown: float,
    ) -> None:
        width = self.sizes.bar * self.pitch
        left = self._centre(number) - width / 2
        painter.save()
        margin = self.ghost_margin
        if column.ghost:
            side = margin - self.ghost_stroke / 2
            top = min(shown + margin - self.ghost_stroke, column.ghost * self.unit + margin)
            gap = QRectF(left - margin, self.base - top, width + 2 * margin, top)
            painter.fillRect(gap.adjusted(margin - side, 0, side - margin, 0), self._paper())
        painter.setClipRect(QRectF(left - 2, self.base - shown - 1, width + 4, shown + 1))
        painter.translate(0, height - shown)  # the stack comes up from below the axis
        if self.bricks:
            gap_height = max(self.sizes.brick_gap * self.unit, self.sizes.brick_gap_least)
            radius = min(self.sizes.brick_radius * self.unit, self.sizes.brick_radius_most)
            outset = 0.5 if gap_height > 3 else 0.0  # the keyline lies across a large brick's edge
            for level in range(column.count):
                top = self.base - (level + 1) * self.unit + gap_height / 2
                brick = QRectF(left, top, width, self.unit - gap_height)
                brick = brick.adjusted(-outset, -outset, outset, outset)
                paint_box(painter, brick, radius, self.colours.fill, self.colours.key, stroke=1.0)
        else:
            bar = QRectF(left, self.base - height, width, height)
            paint_box(painter, bar, 0, self.colours.fill, self.colours.key, stroke=1.0)
        painter.restore()

    def _paint_axis(self, painter: QPainter) -> None:
        """The base line, over the feet of the bars."""
        y = self.base - self.sizes.axis / 2
        line = QLineF(self.box.left(), y, self.box.right(), y)
        paint_line(painter, line, self.palette.ink, self.sizes.axis)

    def _paint_steps(self, painter: QPainter) -> None:
        """The numbers of the steps; the median's stands in a circle, a half one gets a bar."""
        middle = self.base + parts.STEP_GAP * self.sizes.bar_count.size + self.circle
        baseline = middle + parts.STEP_DROP * self.sizes.step.size
        painter.setPen(Qt.PenStyle.NoPen)
        for number, column in enumerate(self.chart.columns):
            centre = self._centre(number)
            if column.is_median:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self.palette.ink))
                painter.drawPath(self._mark(column, centre, middle))
            ink = self.palette.paper if column.is_median else self.palette.ink
            block = painted.line(column.step_text, self.sizes.step)
            block.paint_at(painter, centre, baseline, ink, Align.CENTRE)
        if self.chart.median_between is not None:
            low, high = self.chart.median_between
            steps = [column.step for column in self.chart.columns]
            between = (self._centre(steps.index(low)) + self._centre(steps.index(high))) / 2
            width, height = 0.3 * self.pitch, max(2.0, 0.2 * self.sizes.step.size)
            bar = QRectF(between - width / 2, middle - height / 2, width, height)
            paint_box(painter, bar, height / 2, self.palette.ink)

    def _mark(self, column: DistributionColumn, centre: float, middle: float) -> QPainterPath:
        """The circle behind the median's number, longer where the number is wider."""
        text = painted.advance(column.step_text, self.sizes.step)
        half = max(self.circle, text / 2 + parts.STEP_MARK_AIR * self.sizes.step.size)
        mark = QPainterPath()
        box = QRectF(centre - half, middle - self.circle, 2 * half, 2 * self.circle)
        mark.addRoundedRect(box, self.circle, self.circle)
        return mark

    def _paint_labels(self, painter: QPainter) -> None:
        """What the steps mean, below their numbers."""
        top = self._label_top()
        for number, block, align in self.labels:
            left = self._centre(number) - block.box / 2
            if align is Align.START:
                left = self.box.x()
            elif align is Align.END:
                left = self.box.right() - block.box
            block.paint(painter, left, top, self.palette.ink, align)

    def _paint_ghost_counts(self, painter: QPainter) -> None:
        """How many chose each step in the round before, the first one spelled out."""
        top = self._label_top() + self._labels_height()
        for number, block in self.ghost_counts:
            left = self._centre(number) - block.box / 2
            block.paint(painter, left, top, self.palette.ink2, Align.CENTRE)

    def _centre(self, number: int) -> float:
        return self.box.x() + (number + 0.5) * self.pitch

    def _paper(self) -> QColor:
        return QColor(self.palette.paper)

    def _ghost_count_blocks(self) -> list[tuple[int, Block]]:
        role = self.sizes.ghost_count
        if role is None:
            return []
        return [
            (number, painted.lay_out(column.ghost_text, role, self._ghost_room(number)))
            for number, column in enumerate(self.chart.columns)
            if column.ghost_text is not None
        ]

    def _ghost_room(self, number: int) -> float:
        """The first count is spelled out: where columns are narrow it reaches into the margin."""
        if number == 0 and self.sizes.ghost_count is not None:
            return max(self.pitch, parts.FIRST_GHOST * self.sizes.ghost_count.size)
        return self.pitch

    def _label_top(self) -> float:
        below = parts.STEP_GAP * self.sizes.bar_count.size + 2 * self.circle
        if self.sizes.label is None:
            return self.base + below
        return self.base + below + parts.LABEL_GAP * self.sizes.label.size

    def _labels_height(self) -> float:
        tallest = max((block.height for _, block, _ in self.labels), default=0.0)
        return tallest + parts.GHOST_GAP * (self.sizes.ghost_count or self.sizes.step).size

    def _below(self) -> float:
        """What stands under the axis, so that the axis can be placed."""
        height = parts.STEP_GAP * self.sizes.bar_count.size + 2 * self.circle
        if self.labels and self.sizes.label is not None:
            height += parts.LABEL_GAP * self.sizes.label.size + self._labels_height()
        height += max((block.height for _, block in self.ghost_counts), default=0.0)
        return height + _FOOT * self.sizes.step.size
