"""Every scene paints in both looks, whatever it holds: no text cut or over another, no warning."""

from __future__ import annotations

from itertools import combinations

import pytest

from exports.look import tokens
from tests.ui.projector import samples
from tests.ui.projector.seeing import Seen, painted

LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}
MAY_BE_ELIDED = {
    "Recovery when it goes wrong!",  # the topic, beside a long session and place
    samples.LONG_NAME,  # at one of twelve tables
}
# The scenes that may shorten a text, of an action.
ACTIONS = ("extreme: read-back", "extreme: review")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", samples.ALL)
def test_every_scene_paints_without_a_warning(name: str, look: str) -> None:
    assert not painted(samples.ALL[name], LOOKS[look]).isNull()


@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_is_cut_or_leaves_the_wall(name: str, seen: Seen) -> None:
    seen.paint(samples.ALL[name])
    for block, letters in seen.texts:
        assert (
            name in ACTIONS
            or not block.elided
            or block.text.rstrip("…") in MAY_BE_ELIDED
            or any(whole.startswith(block.text.rstrip("…")) for whole in MAY_BE_ELIDED)
        ), block.text
        assert letters.left() >= tokens.SPACE[7], (block.text, letters)
        assert letters.right() <= tokens.PROJECTOR_WIDTH - tokens.SPACE[7], (block.text, letters)
        assert letters.top() >= 0, (block.text, letters)
        assert letters.bottom() <= tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT, (
            block.text,
            letters,
        )


@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_stands_on_another(name: str, seen: Seen) -> None:
    seen.paint(samples.ALL[name])
    for (one, a), (other, b) in combinations(seen.texts, 2):
        shared = a.intersected(b)
        assert shared.width() <= 1 or shared.height() <= 1, (one.text, other.text, a, b)


@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_is_smaller_than_the_back_rows_can_bear(name: str, seen: Seen) -> None:
    seen.paint(samples.ALL[name])
    assert all(block.role.size >= tokens.PROJECTOR_SMALLEST for block, _ in seen.texts)
