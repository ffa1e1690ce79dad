"""The timer ticks in place, turns inverse at the end, and never counts in secret."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from exports.look.tokens import DESKTOP, LIGHT
from tests.ui.painters.conftest import Canvas
from ui.painters.timer import paint_fuse, paint_timer, timer_text, timer_width


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(84, "1:24"), (9, "0:09"), (0, "0:00"), (-35, "+0:35"), (-60, "+1:00"), (4500, "75:00")],
)
def test_a_timer_says_minutes_and_seconds(seconds: int, said: str) -> None:
    assert timer_text(seconds) == said


def test_the_width_stays_while_the_digits_tick(canvas: Canvas) -> None:
    widths = {timer_width(seconds, DESKTOP.timer) for seconds in range(10, 60, 7)}
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("seconds", "inverse"), [(10, False), (9, True), (0, True), (-1, False), (90, False)]
)
def test_the_last_ten_seconds_are_inverse(canvas: Canvas, seconds: int, inverse: bool) -> None:
    paint_timer(canvas.painter, 300, 20, seconds, DESKTOP.timer, LIGHT.palette)
    corner = canvas.at(300 + 8, 20 + 28)  # in the padding beside the digits
    assert (corner == LIGHT.palette.ink) is inverse


def test_the_fuse_shrinks_towards_the_left(canvas: Canvas) -> None:
    paint_fuse(canvas.painter, QRectF(0, 0, 400, 200), 0.25, LIGHT.palette)
    assert canvas.at(99, 195) == LIGHT.palette.ink
    assert canvas.at(101, 195) == LIGHT.palette.hairline
    assert canvas.at(50, 180) == LIGHT.palette.paper


def test_a_mirrored_fuse_shrinks_towards_the_right(canvas: Canvas) -> None:
    paint_fuse(canvas.painter, QRectF(0, 0, 400, 200), 0.25, LIGHT.palette, mirrored=True)
    assert canvas.at(399, 195) == LIGHT.palette.ink
    assert canvas.at(1, 195) == LIGHT.palette.hairline


@pytest.mark.parametrize("part", [-1.0, 2.0])
def test_a_fuse_never_leaves_the_wall(canvas: Canvas, part: float) -> None:
    paint_fuse(canvas.painter, QRectF(0, 0, 400, 200), part, LIGHT.palette)
    expected = LIGHT.palette.ink if part > 0 else LIGHT.palette.hairline
    assert canvas.at(200, 195) == expected
