"""Anonymity: no team below the limit can be seen, nor worked out from what is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.anonymity import shown_teams

teams = st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 12))


@given(teams, st.integers(3, 6), st.integers(0, 6))
def test_whatever_is_shown_leaves_nobody_below_the_limit(
    answered: dict[str, int], minimum_group: int, others: int
) -> None:
    shown = shown_teams(answered, minimum_group, others)
    total = sum(answered.values()) + others
    assert all(answered[team] >= minimum_group for team in shown)
    assert all(total - answered[team] >= minimum_group for team in shown)
    hidden = total - sum(answered[team] for team in shown)
    assert not shown or hidden == 0 or hidden >= minimum_group


@pytest.mark.parametrize(
    ("answered", "shown"),
    [
        ({"Nursing": 8, "Reception": 6, "Doctors": 5}, ["Nursing", "Reception", "Doctors"]),
        ({"Nursing": 8, "Reception": 6, "Doctors": 2}, ["Nursing"]),
        ({"Nursing": 8, "Reception": 4, "Doctors": 2}, ["Nursing"]),
        ({"Nursing": 8, "Doctors": 2}, []),
        ({"Nursing": 8}, []),
        ({"Nursing": 6, "Reception": 6, "Doctors": 1}, ["Nursing"]),
        ({}, []),
    ],
)
def test_further_teams_go_with_the_hidden_ones_smallest_first(
    answered: dict[str, int], shown: list[str]
) -> None:
    assert shown_teams(answered, 5) == shown
