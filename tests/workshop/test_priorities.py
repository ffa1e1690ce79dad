"""Priorities: dots, points and concordance beyond their reference cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.priorities import borda, dots_a_seat, kendalls_w


@given(st.integers(0, 500))
def test_a_seat_has_1_to_20_dots(items: int) -> None:
    assert 1 <= dots_a_seat(items) <= 20


@given(st.lists(st.permutations("ABCD"), min_size=2, max_size=8))
def test_bordas_points_are_all_the_comparisons_there_are(rankings: list[list[str]]) -> None:
    points = borda((1, ranking) for ranking in rankings)
    assert sum(points.values()) == 6 * len(rankings)
    assert list(points.values()) == sorted(points.values(), reverse=True)


@given(st.permutations(range(6)), st.integers(2, 6))
def test_raters_who_rank_alike_are_in_full_concordance(order: list[int], raters: int) -> None:
    assert kendalls_w([[place] * raters for place in order]) == pytest.approx(1)


@given(st.lists(st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=2, max_size=6))
def test_concordance_is_between_0_and_1(ratings: list[list[int]]) -> None:
    if all(len(set(column)) == 1 for column in zip(*ratings, strict=True)):
        with pytest.raises(ValueError, match="ties all items"):
            kendalls_w(ratings)
    else:
        assert -1e-9 <= kendalls_w(ratings) <= 1 + 1e-9


@pytest.mark.parametrize("ratings", [[[1, 2]], [[1], [2]]])
def test_concordance_needs_two_of_each(ratings: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        kendalls_w(ratings)
