"""A vote is a brick, up to forty; beyond, a bar filled in proportion."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from exports.look.tokens import BRICKS_CONSOLE, BRICKS_WALL, LIGHT
from frameworks.theme import Theme
from tests.ui.painters.conftest import Canvas
from ui.painters.bricks import bricks_width, paint_bricks

COLOURS = LIGHT.themes[Theme.STRATEGY]
PITCH = BRICKS_WALL.width + BRICKS_WALL.gap


def paint(canvas: Canvas, voted: int, expected: int, width: float = 390) -> None:
    paint_bricks(
        canvas.painter,
        QRectF(0, 50, width, 56),
        voted,
        expected,
        BRICKS_WALL,
        colours=COLOURS,
        palette=LIGHT.palette,
    )


def test_votes_in_are_full_and_votes_out_are_empty(canvas: Canvas) -> None:
    paint(canvas, 3, 5)
    middles = [canvas.at(number * PITCH + 12, 78) for number in range(5)]
    assert middles == [COLOURS.fill] * 3 + [LIGHT.palette.paper] * 2


def test_an_empty_brick_keeps_an_edge(canvas: Canvas) -> None:
    paint(canvas, 0, 2)
    assert LIGHT.palette.edge in canvas.colours()


def test_people_s_bricks_have_their_keyline(canvas: Canvas) -> None:
    colours = LIGHT.themes[Theme.PEOPLE]
    box = QRectF(0, 50, 390, 56)
    paint_bricks(canvas.painter, box, 1, 1, BRICKS_WALL, colours=colours, palette=LIGHT.palette)
    assert {colours.fill, colours.key} <= canvas.colours()


def test_forty_bricks_are_squeezed_into_the_room_there_is(canvas: Canvas) -> None:
    paint(canvas, 40, 40)
    left, _, right, _ = canvas.ink_box()
    assert left == 0
    assert 380 <= right <= 390


def test_bricks_too_narrow_to_be_told_apart_are_a_bar(canvas: Canvas) -> None:
    paint(canvas, 40, 40, width=300)
    assert {canvas.at(x, 78) for x in range(4, 296)} == {COLOURS.fill}


def test_above_forty_votes_a_bar_fills_in_proportion(canvas: Canvas) -> None:
    paint(canvas, 100, 200)
    assert canvas.at(100, 78) == COLOURS.fill
    assert canvas.at(300, 78) == LIGHT.palette.paper


def test_more_votes_than_expected_fill_the_row_and_no_more(canvas: Canvas) -> None:
    paint(canvas, 9, 3)
    assert canvas.ink_box()[2] < 3 * PITCH


def test_nobody_expected_paints_nothing(canvas: Canvas) -> None:
    paint(canvas, 0, 0)
    assert canvas.colours() == {LIGHT.palette.paper}


def test_the_row_is_as_wide_as_its_bricks() -> None:
    assert bricks_width(8, BRICKS_CONSOLE) == 8 * 11 + 7 * 3
    assert bricks_width(200, BRICKS_CONSOLE) == BRICKS_CONSOLE.bar_width
    assert bricks_width(8, BRICKS_CONSOLE, most=50) == 50
