"""The test card: each size is what it says it is, and colours, greys and frame are all there."""

from __future__ import annotations

import pytest

from exports.look import tokens
from frameworks.theme import Theme
from tests.ui.projector import room_samples
from tests.ui.projector.seeing import Seen, colour_at, painted
from ui.projector.scenes import check_card, parts

SCENE = room_samples.CHECK_CARD
LOOKS = [tokens.LIGHT, tokens.DARK]


def test_every_line_has_the_size_that_it_names(seen: Seen) -> None:
    seen.paint(SCENE)
    sizes = {
        said: block.role.size for said, (block, _) in zip(seen.said(), seen.texts, strict=True)
    }
    for size, text in SCENE.sizes:
        assert sizes[text] == size
        assert text.endswith(str(size))
    assert SCENE.heading in sizes
    assert SCENE.foot in sizes


@pytest.mark.parametrize("look", LOOKS)
def test_the_frame_touches_all_four_edges(look: tokens.Look) -> None:
    image = painted(SCENE, look)
    right, bottom = tokens.PROJECTOR_WIDTH - 1, tokens.PROJECTOR_HEIGHT - 1
    for x in range(0, right + 1, 24):
        assert {colour_at(image, x, 0), colour_at(image, x, bottom)} == {look.palette.ink}
    for y in range(0, bottom + 1, 24):
        assert {colour_at(image, 0, y), colour_at(image, right, y)} == {look.palette.ink}
    assert colour_at(image, 6, 6) == look.palette.paper


@pytest.mark.parametrize("look", LOOKS)
def test_the_five_shapes_stand_in_their_colours(look: tokens.Look) -> None:
    image = painted(SCENE, look)
    row = [
        [colour_at(image, x, y) for x in range(parts.LEFT, parts.RIGHT)] for y in range(560, 800, 8)
    ]
    for theme in Theme:
        assert any(look.themes[theme].fill in line for line in row)


@pytest.mark.parametrize("look", LOOKS)
def test_eight_greys_go_from_dark_to_light(look: tokens.Look) -> None:
    image = painted(SCENE, look)
    y = next(
        y
        for y in range(700, tokens.PROJECTOR_HEIGHT)
        if colour_at(image, parts.LEFT + 4, y) == tokens.CHECK_GREYS[0]
    )
    found = [colour_at(image, rect.center().x(), y + 20) for rect in check_card.greys(y)]
    assert tuple(found) == tokens.CHECK_GREYS
    assert found == sorted(found)
    assert len(set(found)) == 8
