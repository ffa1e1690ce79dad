"""Tally: adding up answers loses none and mixes no don't-know into the statistics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.agreement import describe
from workshop.tally import DONT_KNOW, Distribution

rows_of_five = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 20)))


def test_rows_become_counts_per_step_with_the_dont_knows_apart() -> None:
    found = Distribution.of(5, [(4, 12), (2, 3), (3, 4), (DONT_KNOW, 2), (5, 3)])
    assert found == Distribution((0, 3, 4, 12, 3), 2)
    assert (found.votes, found.answers, found.median) == (24, 22, 4)
    assert (found.steps, found.lowest, found.highest) == (5, 2, 5)


def test_rows_of_one_answer_from_several_ways_add_up() -> None:
    assert Distribution.of(3, [(2, 1), (2, 4), (0, 1), (0, 1)]) == Distribution((0, 5, 0), 2)


@given(rows_of_five, st.data())
def test_the_order_of_rows_does_not_matter_and_no_vote_is_lost(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))
    assert Distribution.of(5, shuffled) == Distribution.of(5, rows)
    assert Distribution.of(5, rows).votes == sum(count for _, count in rows)


@given(rows_of_five, st.integers(1, 50))
def test_dont_knows_change_no_statistic(rows: list[tuple[int, int]], dont_know: int) -> None:
    found = Distribution.of(5, rows)
    more = Distribution.of(5, [*rows, (DONT_KNOW, dont_know)])
    assert more.votes == found.votes + dont_know
    assert (more.median, more.agreement) == (found.median, found.agreement)
    assert found.agreement == describe(found.counts)


def test_a_median_between_two_steps_is_the_half_step() -> None:
    assert Distribution((0, 2, 2, 0)).median == 2.5


def test_without_answers_there_is_no_median() -> None:
    nothing = Distribution.of(4, [(DONT_KNOW, 3)])
    assert (nothing.votes, nothing.answers) == (3, 0)
    assert (nothing.median, nothing.lowest, nothing.highest) == (None, None, None)


@pytest.mark.parametrize("answer", [-1, 6])
def test_an_answer_beyond_the_scale_is_refused(answer: int) -> None:
    with pytest.raises(ValueError, match="not on a scale of 5 steps"):
        Distribution.of(5, [(answer, 1)])
