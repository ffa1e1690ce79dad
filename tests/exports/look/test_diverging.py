"""The diverging palette: its own colours at its places, and an ink that reads on all between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.look.diverging import PALE, fill_at, ink_on
from exports.look.tokens import DIVERGING, LIGHT
from tests.exports.look.test_contrast import contrast

AA = 4.5


def test_the_palette_stands_at_its_own_places() -> None:
    assert [fill_at(n / 4) for n in range(5)] == list(DIVERGING)


@given(st.floats(0, 1))
def test_an_ink_reads_on_every_place(place: float) -> None:
    fill = fill_at(place)
    assert contrast(fill, ink_on(fill)) >= AA - 0.4  # numerals of 44 px are large text, from 3 up


@pytest.mark.parametrize("place", [-0.01, 1.01])
def test_a_place_beyond_the_scale_has_no_colour(place: float) -> None:
    with pytest.raises(ValueError, match="beyond the scale"):
        fill_at(place)


@given(st.floats(0, 1))
def test_dark_text_reads_on_a_colour_that_is_half_paper(place: float) -> None:
    assert contrast(fill_at(place, PALE), LIGHT.palette.ink) >= AA
