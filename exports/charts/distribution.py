"""The votes of one round as bars or bricks on the round before: the painter of all files."""

from __future__ import annotations

from collections.abc import Sequence

from exports.charts.sketch import Setting, Sketch
from exports.drawing import Align, Drawing
from exports.look import distribution_parts as parts
from exports.look import tokens
from exports.look.tokens import DistributionSizes, Type
from exports.pdf.typesetter import Typesetter
from frameworks.theme import Theme
from workshop.charts import DistributionChart, DistributionColumn

# Distances in parts of a type role's size, as the wall's painter has them.
_COUNT_AIR = 0.1  # between a count and the ghost's edge
_COUNT_ROOM = 0.92  # of the pitch: a count that is wider is set smaller
_LABEL_AIR = 0.25  # between two labels
_FOOT = 0.35  # below the last line
_KEYLINE = 0.4  # of the axis: the line around a bar
_GHOST_STROKE = 0.67  # and around a ghost
_BAR_MARGIN = 1.87  # of the ghost's stroke: paper around a bar that crosses it
_BETWEEN = (0.3, 0.2)  # the bar of a half-step median: of the pitch, of a number's size
_LEAST_BAR = 1.2  # times the keyline: one vote of two hundred is still to be seen


def draw(
    chart: DistributionChart,
    theme: Theme,
    width: float,
    height: float,
    *,
    sizes: DistributionSizes = tokens.DISTRIBUTION_PDF,
    unit_max: int | None = None,
    paper: str = tokens.PDF_PAPER,
    setter: Typesetter | None = None,
) -> Drawing:
    """The chart alone, on a page of `width` x `height` points of `paper`.

    `unit_max` is the number of votes as high as the plot, for charts that stand side by side with
    one unit; else the chart's own. `setter` is that of the document it becomes a part of.
    """
    sketch = Sketch(setter or Typesetter("en"), paper)
    Plot(sketch, (0.0, 0.0, width, height), chart, theme, sizes, unit_max).draw()
    return sketch.drawing(width, height, chart.heading, chart.description)


class Plot:
    """One chart's place in its box (x, y, width, height); `unit_max` as for `draw`."""

    def __init__(
        self,
        sketch: Sketch,
        box: tuple[float, float, float, float],
        chart: DistributionChart,
        theme: Theme,
        sizes: DistributionSizes,
        unit_max: int | None = None,
    ) -> None:
        self.sketch = sketch
        self.left, self.top, self.width, height = box
        self.chart = chart
        self.sizes = sizes
        self.colours = sketch.colours(theme)
        self.pitch = self.width / len(chart.columns)
        self.step = self._fitting(sizes.step, [column.step_text for column in chart.columns])
        self.count = self._fitting(sizes.bar_count, [column.count_text for column in chart.columns])
        self.circle = min(
            parts.STEP_CIRCLE * self.step.size,
            max(parts.STEP_CIRCLE_MOST * self.pitch, parts.STEP_CIRCLE_LEAST * self.step.size),
        )
        self.labels = self._label_settings()
        self.ghosts = self._ghost_settings()
        self.base = self.top + height - self._below()
        plot = max(0.0, self.base - self.top - parts.PLOT_TOP * self.count.size)
        self.unit = plot / (unit_max or chart.unit_max)
        self.keyline = _KEYLINE * sizes.axis
        self.bricks = chart.bricks and self.unit >= sizes.brick_unit_least
        self.ghost_stroke = _GHOST_STROKE * sizes.axis

    def draw(self) -> None:
        """The whole chart: ghosts, bars with their counts, the axis and what stands below."""
        for number, column in enumerate(self.chart.columns):
            self._ghost(number, column)
        for number, column in enumerate(self.chart.columns):
            self._bar(number, column)
        y = self.base + self.sizes.axis / 2
        ink = self.sketch.palette.ink
        self.sketch.line((self.left, y), (self.left + self.width, y), ink, self.sizes.axis)
        self._steps()
        self._below_steps()

    def _fitting(self, role: Type, texts: Sequence[str]) -> Type:
        """The role, smaller where the widest of `texts` would leave its column."""
        widest = max(self.sketch.measure(text, role) for text in texts)
        room = _COUNT_ROOM * self.pitch
        return role if widest <= room else role.scaled(room / widest)

    def _centre(self, number: int) -> float:
        return self.left + (number + 0.5) * self.pitch

    def _ghost(self, number: int, column: DistributionColumn) -> None:
        """The round before, behind the bar; its foot stands on the axis and has no edge."""
        if not column.ghost:
            return
        half = self.sizes.ghost * self.pitch / 2
        left, right = self._centre(number) - half, self._centre(number) + half
        top = self.base - column.ghost * self.unit
        palette = self.sketch.palette
        self.sketch.rect((left, top, right - left, self.base - top), palette.ghostfill)
        corners = ((left, self.base), (left, top), (right, top), (right, self.base))
        self.sketch.polyline(corners, palette.ghost, self.ghost_stroke)

    def _bar(self, number: int, column: DistributionColumn) -> None:
        height = column.count * self.unit
        if column.count:
            self._stack(number, column, height)
        size = self.count.size
        baseline = self.base - height - parts.COUNT_LIFT * size
        if column.ghost and column.count:
            edge = self.base - column.ghost * self.unit
            low = baseline + _COUNT_AIR * size
            high = baseline - (parts.COUNT_HEIGHT + _COUNT_AIR) * size
            if high < edge < low:
                baseline = edge - parts.COUNT_LIFT * size
        palette = self.sketch.palette
        ink = palette.ink if column.count else palette.ink2
        self.sketch.text(
            column.count_text, self._centre(number), baseline, self.count, ink, "middle"
        )

    def _stack(self, number: int, column: DistributionColumn, height: float) -> None:
        width = self.sizes.bar * self.pitch
        left = self._centre(number) - width / 2
        fill, key = self.colours.fill, self.colours.key
        if column.ghost:
            margin = _BAR_MARGIN * self.ghost_stroke
            top = min(height, column.ghost * self.unit + self.ghost_stroke / 2) + margin
            top = min(top, height + margin)
            paper = (left - margin, self.base - top, width + 2 * margin, top)
            self.sketch.rect(paper, self.sketch.paper)
        if not self.bricks:
            shown = max(height, _LEAST_BAR * self.keyline)
            half = self.keyline / 2
            bar = (left + half, self.base - shown + half, width - 2 * half, shown - half)
            self.sketch.rect(bar, fill, key, stroke=self.keyline)
            return
        gap = max(self.sizes.brick_gap * self.unit, self.sizes.brick_gap_least)
        radius = min(self.sizes.brick_radius * self.unit, self.sizes.brick_radius_most)
        half = self.keyline / 2  # the line lies inside the brick
        for level in range(column.count):
            top = self.base - (level + 1) * self.unit + gap / 2
            brick = (left + half, top + half, width - 2 * half, self.unit - gap - 2 * half)
            self.sketch.rect(brick, fill, key, stroke=self.keyline, radius=radius)

    def _steps(self) -> None:
        """The numbers of the steps; the median's stands in a circle, a half one gets a bar."""
        middle = self._step_middle()
        baseline = middle + parts.STEP_DROP * self.step.size
        palette = self.sketch.palette
        for number, column in enumerate(self.chart.columns):
            centre = self._centre(number)
            if column.is_median:
                wide = self.sketch.measure(column.step_text, self.step) / 2
                half = max(self.circle, wide + parts.STEP_MARK_AIR * self.step.size)
                mark = (centre - half, middle - self.circle, 2 * half, 2 * self.circle)
                self.sketch.rect(mark, palette.ink, radius=self.circle)
            ink = self.sketch.paper if column.is_median else palette.ink
            self.sketch.text(column.step_text, centre, baseline, self.step, ink, "middle")
        if self.chart.median_between is not None:
            low, high = self.chart.median_between
            steps = [column.step for column in self.chart.columns]
            between = (self._centre(steps.index(low)) + self._centre(steps.index(high))) / 2
            wide = _BETWEEN[0] * self.pitch
            thick = _BETWEEN[1] * self.step.size
            bar = (between - wide / 2, middle - thick / 2, wide, thick)
            self.sketch.rect(bar, palette.ink, radius=thick / 2)

    def _below_steps(self) -> None:
        """What the steps mean, and how many chose each in the round before."""
        top = self._label_top()
        palette = self.sketch.palette
        for number, setting, align in self.labels:
            self.sketch.put(setting, self._at(number, align), top, palette.ink, align)
        top += self._labels_height()
        for number, setting in self.ghosts:
            x = self._centre(number)
            if number == 0:  # spelled out, it may be wider than its column
                x = max(x, self.left + setting.width / 2)
            self.sketch.put(setting, x, top, palette.ink2, "middle")

    def _at(self, number: int, align: Align) -> float:
        if align == "middle":
            return self._centre(number)
        return self.left if align == "start" else self.left + self.width

    def _label_settings(self) -> list[tuple[int, Setting, Align]]:
        label, long = self.sizes.label, self.sizes.label_long
        if label is None or long is None:
            return []
        names = [column.label for column in self.chart.columns]
        places: dict[int, Align] = dict.fromkeys(range(len(names)), "middle")
        rooms = dict.fromkeys(range(len(names)), self.pitch - _LABEL_AIR * label.size)
        if len(names) >= parts.MANY_STEPS:
            middle = len(names) // 2
            places = {0: "start", middle: "middle", len(names) - 1: "end"}
            rooms = dict.fromkeys(places, self.width / 3 - label.size)
            # The middle step of an even number stands beside the middle.
            rooms[middle] -= 2 * abs(self._centre(middle) - self.left - self.width / 2)
        height = 2 * max(label.leading, long.leading)
        set_ = {n: self.sketch.set(names[n], (label, long), rooms[n], height) for n in places}
        if len({setting.type for setting in set_.values()}) > 1:  # all of one size
            smallest = min((s.type for s in set_.values()), key=lambda role: role.size)
            set_ = {n: self.sketch.set(names[n], (smallest,), rooms[n], height) for n in places}
        return [(n, set_[n], align) for n, align in places.items()]

    def _ghost_settings(self) -> list[tuple[int, Setting]]:
        role = self.sizes.ghost_count
        if role is None:
            return []
        found = []
        for number, column in enumerate(self.chart.columns):
            if column.ghost_text is None:
                continue
            room = _COUNT_ROOM * self.pitch
            if number == 0:
                room = max(room, min(parts.FIRST_GHOST * role.size, self._room_of_first()))
            found.append((number, self.sketch.set(column.ghost_text, (role,), room)))
        return found

    def _room_of_first(self) -> float:
        """How far the first ghost's count may reach before it meets the second."""
        return 1.4 * self.pitch

    def _step_middle(self) -> float:
        return self.base + parts.STEP_GAP * self.count.size + self.circle

    def _label_top(self) -> float:
        below = self._step_middle() + self.circle
        return below + (parts.LABEL_GAP * self.sizes.label.size if self.sizes.label else 0.0)

    def _labels_height(self) -> float:
        tallest = max((setting.height for _, setting, _ in self.labels), default=0.0)
        return tallest + parts.GHOST_GAP * (self.sizes.ghost_count or self.sizes.step).size

    def _below(self) -> float:
        """What stands under the axis, so that the axis can be placed."""
        height = parts.STEP_GAP * self.count.size + 2 * self.circle
        if self.labels and self.sizes.label is not None:
            height += parts.LABEL_GAP * self.sizes.label.size + self._labels_height()
        elif self.ghosts:
            height += self._labels_height()
        height += max((setting.height for _, setting in self.ghosts), default=0.0)
        return height + _FOOT * self.sizes.step.size
