"""The distribution shows one brick a vote, the round before behind it, and the median."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from exports.look.tokens import (
    DISTRIBUTION_CONSOLE,
    DISTRIBUTION_TABLE,
    DISTRIBUTION_WALL,
    LIGHT,
    DistributionSizes,
)
from frameworks.theme import Theme
from tests.ui.painters.conftest import Canvas
from ui.painters.distribution import Marks, Plot, paint_distribution, paint_small_bars
from workshop.charts import DistributionChart, distribution_chart
from workshop.tally import Distribution
from workshop.words import Words

COLOURS = LIGHT.themes[Theme.STRATEGY]
LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
BOX = QRectF(0, 0, 400, 200)


def chart(
    now: tuple[int, ...], before: tuple[int, ...] | None = None, steps: int = 5
) -> DistributionChart:
    labels = tuple(f"Step {number}" for number in range(1, steps + 1)) if steps != 5 else LABELS
    earlier = None if before is None else Distribution(before)
    number = None if before is None else 1
    return distribution_chart(Distribution(now), labels, earlier, number, Words())


def paint(
    canvas: Canvas,
    shown: DistributionChart,
    sizes: DistributionSizes = DISTRIBUTION_CONSOLE,
    marks: Marks | None = None,
    unit_max: int | None = None,
) -> None:
    paint_distribution(
        canvas.painter,
        BOX,
        shown,
        sizes,
        colours=COLOURS,
        palette=LIGHT.palette,
        unit_max=unit_max,
        marks=marks or Marks(),
    )


def filled(canvas: Canvas, column: int, colour: str = COLOURS.fill) -> int:
    """How many pixels of a column's middle line have the colour."""
    x = 400 / 5 * (column + 0.5) - 8  # beside the count, which may stand on a ghost
    return sum(canvas.at(x, y) == colour for y in range(200))


def test_bars_are_as_high_as_their_votes(canvas: Canvas) -> None:
    paint(canvas, chart((0, 3, 6, 12, 3)))
    heights = [filled(canvas, column) for column in range(5)]
    assert heights[0] == 0
    assert heights[2] == pytest.approx(2 * heights[1], abs=3)
    assert heights[3] == pytest.approx(4 * heights[1], abs=5)


def test_three_votes_do_not_look_like_a_landslide(canvas: Canvas) -> None:
    paint(canvas, chart((0, 1, 1, 1, 0)))
    assert filled(canvas, 2) < 30


def test_a_vote_is_a_brick_until_there_are_too_many(canvas: Canvas) -> None:
    def runs() -> int:
        x = 400 / 5 * 3.5 - 8
        column = [canvas.at(x, y) == COLOURS.fill for y in range(200)]
        return sum(now and not last for last, now in zip([False, *column], column, strict=False))

    paint(canvas, chart((0, 0, 0, 6, 0)))
    assert runs() == 6
    canvas.image.fill(canvas.image.pixelColor(0, 199))
    paint(canvas, chart((20, 20, 20, 100, 20)))
    assert runs() == 1


def test_the_round_before_stands_behind_the_bars(canvas: Canvas) -> None:
    paint(canvas, chart((0, 2, 2, 2, 0), (6, 0, 0, 0, 0)))
    assert filled(canvas, 0, LIGHT.palette.ghostfill) > 50
    assert filled(canvas, 1, LIGHT.palette.ghostfill) == 0


def test_before_the_rise_no_bar_is_there_and_half_way_half(canvas: Canvas) -> None:
    shown = chart((0, 0, 6, 0, 0))
    paint(canvas, shown, marks=Marks(risen=0.0))
    assert filled(canvas, 2) == 0
    paint(canvas, shown, marks=Marks(risen=0.3))
    part = filled(canvas, 2)
    paint(canvas, shown)
    assert 0 < part < filled(canvas, 2)


def test_a_ghost_can_be_faded_away(canvas: Canvas) -> None:
    paint(canvas, chart((0, 2, 2, 2, 0), (6, 0, 0, 0, 0)), marks=Marks(ghost=0.0))
    assert filled(canvas, 0, LIGHT.palette.ghostfill) == 0


def test_a_common_unit_makes_charts_comparable(canvas: Canvas) -> None:
    paint(canvas, chart((0, 0, 6, 0, 0)))
    alone = filled(canvas, 2)
    canvas.image.fill(canvas.image.pixelColor(0, 199))
    paint(canvas, chart((0, 0, 6, 0, 0)), unit_max=12)
    assert filled(canvas, 2) == pytest.approx(alone / 2, abs=4)


@pytest.mark.parametrize("sizes", [DISTRIBUTION_CONSOLE, DISTRIBUTION_TABLE])
@pytest.mark.parametrize(
    ("now", "before"),
    [
        ((0, 0, 0, 0, 0), None),
        ((24, 0, 0, 0, 0), (0, 0, 0, 0, 24)),
        ((2, 0, 0, 0, 2), None),
        ((40, 40, 40, 40, 40), (1, 1, 1, 1, 1)),
    ],
)
def test_whatever_the_votes_the_chart_stays_in_its_box(
    canvas: Canvas,
    sizes: DistributionSizes,
    now: tuple[int, ...],
    before: tuple[int, ...] | None,
) -> None:
    canvas.painter.translate(0, 0)
    inner = QRectF(40, 20, 320, 150)
    paint_distribution(
        canvas.painter,
        inner,
        chart(now, before),
        sizes,
        colours=COLOURS,
        palette=LIGHT.palette,
    )
    left, top, right, bottom = canvas.ink_box()
    assert left >= 40
    assert top >= 20
    assert right <= 360
    assert bottom <= 170


@pytest.mark.parametrize("steps", [2, 7, 8, 10])
def test_scales_of_two_to_ten_steps_are_drawn_whole(canvas: Canvas, steps: int) -> None:
    paint(canvas, chart((1,) * steps, None, steps))
    for step in range(steps):
        x = 400 / steps * (step + 0.5) - 3
        assert any(canvas.at(x, y) == COLOURS.fill for y in range(200))


def test_long_labels_are_set_smaller_before_they_break(canvas: Canvas) -> None:
    labels = ("Some of us do it sometimes",) * 7
    shown = distribution_chart(Distribution((1,) * 7), labels, None, None, Words())
    plot = Plot(
        QRectF(0, 0, 1176, 728),
        shown,
        DISTRIBUTION_WALL,
        colours=COLOURS,
        palette=LIGHT.palette,
        unit_max=6,
    )
    assert {block.role for _, block, _ in plot.labels} == {DISTRIBUTION_WALL.label_long}
    assert not any("\u00ad" in block.text for _, block, _ in plot.labels)


def test_small_bars_have_no_number(canvas: Canvas) -> None:
    paint_small_bars(
        canvas.painter,
        QRectF(10, 10, 96, 34),
        chart((0, 3, 4, 12, 3)),
        colours=COLOURS,
        palette=LIGHT.palette,
    )
    assert canvas.ink_box()[0] >= 10
    assert canvas.ink_box()[3] <= 44
