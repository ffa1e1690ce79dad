"""Uncertainty: bounds and intervals enclose what they speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.agreement import mean
from workshop.uncertainty import mean_bounds, median_interval, wilson_interval


@given(
    st.lists(st.integers(0, 20), min_size=2, max_size=10).filter(any),
    st.integers(0, 20),
)
def test_the_bounds_enclose_the_mean_of_those_who_voted(counts: list[int], missing: int) -> None:
    low, high = mean_bounds(counts, missing)
    assert 1 <= low <= mean(counts) + 1e-9
    assert mean(counts) <= high + 1e-9 <= len(counts) + 1e-6


@given(st.integers(1, 200), st.data())
def test_wilsons_interval_encloses_the_share(votes: int, data: st.DataObject) -> None:
    chosen = data.draw(st.integers(0, votes))
    low, high = wilson_interval(chosen, votes)
    assert 0 <= low <= chosen / votes + 1e-9
    assert chosen / votes <= high + 1e-9 <= 1 + 1e-9


@given(st.integers(0, 300))
def test_the_medians_ranks_lie_evenly_around_the_middle(votes: int) -> None:
    found = median_interval(votes)
    assert (found is None) == (votes < 6)
    if found is not None:
        assert found.lower_rank + found.upper_rank == votes + 1
        assert 0.95 <= found.coverage < 1


def test_without_voters_there_is_nothing_to_bound() -> None:
    with pytest.raises(ValueError, match="no voters"):
        mean_bounds([0, 0], 0)
    with pytest.raises(ValueError, match="no votes"):
        wilson_interval(0, 0)
