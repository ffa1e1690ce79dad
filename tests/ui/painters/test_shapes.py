"""Shapes stand for themes without colour, and keep the keyline that some fills need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from exports.look.tokens import LIGHT, SHAPES
from frameworks.theme import Theme
from tests.ui.painters.conftest import Canvas
from ui.painters.shapes import Mark, outline, paint_shape, paint_shape_in

THEMES = pytest.mark.parametrize("theme", list(Theme))


@THEMES
def test_a_filled_shape_has_its_fill_inside(canvas: Canvas, theme: Theme) -> None:
    colours = LIGHT.themes[theme]
    paint_shape(canvas.painter, theme, QPointF(100, 100), 40, colours)
    assert canvas.at(100, 100) == colours.fill


@THEMES
@pytest.mark.parametrize("mark", [Mark.AHEAD, Mark.HOLLOW])
def test_a_hollow_shape_shows_the_paper_inside(canvas: Canvas, theme: Theme, mark: Mark) -> None:
    paint_shape(canvas.painter, theme, QPointF(100, 100), 40, LIGHT.themes[theme], mark)
    assert canvas.at(100, 100) == LIGHT.palette.paper


@pytest.mark.parametrize("mark", list(Mark))
def test_the_faint_fill_of_people_has_its_keyline(canvas: Canvas, mark: Mark) -> None:
    colours = LIGHT.themes[Theme.PEOPLE]
    paint_shape(canvas.painter, Theme.PEOPLE, QPointF(100, 100), 40, colours, mark)
    assert colours.key in canvas.colours()


@THEMES
@pytest.mark.parametrize("mark", list(Mark))
def test_an_icon_sized_shape_stays_near_its_box(canvas: Canvas, theme: Theme, mark: Mark) -> None:
    paint_shape_in(canvas.painter, theme, QPointF(50, 50), 34, LIGHT.themes[theme], mark)
    left, top, right, bottom = canvas.ink_box()
    assert min(left, top) >= 48
    assert max(right, bottom) <= 86


def test_no_two_themes_have_the_same_outline(canvas: Canvas) -> None:
    areas = {round(outline(SHAPES[theme], 20).boundingRect().width(), 2) for theme in Theme}
    assert len(areas) == len(Theme)


def test_a_small_hollow_shape_with_a_keyline_stays_open_inside(canvas: Canvas) -> None:
    colours = LIGHT.themes[Theme.PEOPLE]
    paint_shape_in(canvas.painter, Theme.PEOPLE, QPointF(50, 50), 16, colours, Mark.HOLLOW)
    assert {canvas.at(58, y) for y in range(55, 61)} == {LIGHT.palette.paper}
