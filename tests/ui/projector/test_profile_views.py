"""Radar and heat map on the wall: marks at their scores, colours at their medians."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.look import tokens
from exports.look.diverging import PALE, fill_at
from tests.ui.projector import profile_samples
from tests.ui.projector.seeing import Seen, colour_at, painted
from ui.projector.scenes import heat_map, parts, radar
from workshop.profile_scenes import HeatMapScene

RADAR, HEAT_MAP = profile_samples.RADAR, profile_samples.HEAT_MAP
LOOKS = [tokens.LIGHT, tokens.DARK]


@pytest.mark.parametrize("look", LOOKS)
def test_each_session_has_its_mark_at_its_score(look: tokens.Look) -> None:
    image = painted(RADAR, look)
    wheel = radar.Wheel(len(RADAR.axes), 5)
    for n, axis in enumerate(RADAR.axes):
        at = wheel.at(n, axis.score or 0)
        assert colour_at(image, at.x(), at.y()) == look.themes[axis.theme].fill


@pytest.mark.parametrize("count", range(3, 9))
def test_the_ends_of_the_axes_lie_on_the_wall_below_the_header(count: int) -> None:
    wheel = radar.Wheel(count, 5)
    for n in range(count):
        end = wheel.at(n, 5)
        assert parts.LEFT < end.x() < parts.RIGHT
        assert parts.TOP + parts.HEADER_HEIGHT < end.y() < radar.LEGEND_TOP


def test_nothing_of_the_radar_is_filled() -> None:
    image = painted(RADAR)
    wheel = radar.Wheel(len(RADAR.axes), 5)
    inside = wheel.at(2, 0.7)
    assert colour_at(image, inside.x() + 9, inside.y()) == tokens.LIGHT.palette.paper


def test_last_time_is_named_only_where_there_is_one(seen: Seen) -> None:
    seen.paint(RADAR)
    assert {"Today", "Last time"} <= {block.text for block, _ in seen.texts}
    seen.paint(replace(RADAR, then=""))
    assert not {"Today", "Last time"} & {block.text for block, _ in seen.texts}


def medians_where_they_stand(scene: HeatMapScene, seen: Seen, look: tokens.Look) -> None:
    image = painted(scene, look)
    seen.texts.clear()
    painted(scene, look)
    numbers = [each for each in seen.texts if each[0].role == tokens.PROJECTOR.heat_number]
    cells = [cell for row in scene.rows for cell in (*row.cells, row.whole) if cell.text]
    assert [block.text for block, _ in numbers] == [cell.text for cell in cells]
    for cell, (_, letters) in zip(cells, numbers, strict=True):
        beside = colour_at(image, letters.left() - 14, letters.center().y())
        wanted = look.palette.paper if cell.place is None else fill_at(cell.place, PALE)
        assert beside == wanted


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["heat map", "heat map of two teams"])
def test_each_median_stands_on_the_colour_of_its_place(
    name: str, look: tokens.Look, seen: Seen
) -> None:
    scene = profile_samples.ORDINARY[name]
    assert isinstance(scene, HeatMapScene)
    medians_where_they_stand(scene, seen, look)


@pytest.mark.parametrize("look", LOOKS)
def test_a_hidden_cell_has_no_number_and_no_colour(look: tokens.Look, seen: Seen) -> None:
    hidden = replace(HEAT_MAP.rows[0], cells=(profile_samples.HIDDEN,))
    scene = replace(HEAT_MAP, teams=("A",), rows=(hidden,))
    seen.paint(scene)
    numbers = [block for block, _ in seen.texts if block.role == tokens.PROJECTOR.heat_number]
    assert [block.text for block in numbers] == ["3.5"]
    image = painted(scene, look)
    cell = {
        colour_at(image, heat_map.CELLS_LEFT + x, y) for x in range(20, 60) for y in range(310, 330)
    }
    assert look.palette.paper in cell
    assert not cell & {fill_at(n / 8, PALE) for n in range(9)}
