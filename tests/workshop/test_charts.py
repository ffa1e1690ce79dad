"""Charts: the distribution chart says what the wall's pictures say, to the word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.charts import DistributionChart, distribution_chart
from workshop.tally import Distribution
from workshop.words import Words

WORDS = Words()
LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
counts_of_five = st.tuples(*[st.integers(0, 60)] * 5)
distributions = st.builds(Distribution, counts_of_five, st.integers(0, 9))


def chart(
    *counts: int, dont_know: int = 0, before: tuple[int, ...] | None = None, number: int = 1
) -> DistributionChart:
    now = Distribution(counts, dont_know)
    labels = LABELS if len(counts) == 5 else tuple("abcdefghij"[: len(counts)])
    if before is None:
        return distribution_chart(now, labels, None, None, WORDS)
    return distribution_chart(now, labels, Distribution(before), number, WORDS)


def test_a_second_round_of_24() -> None:
    found = chart(0, 3, 4, 12, 3, dont_know=2, before=(3, 8, 2, 8, 3))
    assert [column.count_text for column in found.columns] == ["0", "3", "4", "12", "3"]
    assert [column.step_text for column in found.columns] == ["1", "2", "3", "4", "5"]
    assert tuple(column.label for column in found.columns) == LABELS
    assert [column.ghost for column in found.columns] == [3, 8, 2, 8, 3]
    ghosts = [column.ghost_text for column in found.columns]
    assert ghosts == ["3 in round 1", "8", "2", "8", "3"]
    assert [column.step for column in found.columns if column.is_median] == [4]
    assert (found.unit_max, found.bricks) == (12, True)
    assert (found.median, found.median_text, found.median_label) == (4, "4", "median")
    assert (found.median_between, found.borderline_text) == (None, None)
    assert (found.heading, found.agreement_text) == ("Close to agreement", "70")
    assert found.votes_text == "24 votes, 2 don’t know"
    assert found.earlier_text == "Round 1 was split: 11 at 1–2, 13 at 3–5."
    assert found.earlier_median_text == "3 in round 1"
    said = "12 of 24 chose 4; median 4; close to agreement; round 1 was split"
    assert found.description == said


def test_two_hundred_votes_are_solid_bars() -> None:
    found = chart(11, 30, 43, 84, 26, dont_know=6, before=(38, 52, 27, 61, 22))
    assert (found.heading, found.agreement_text) == ("Spread out", "58")
    assert found.votes_text == "200 votes, 6 don’t know"
    assert found.earlier_text == "Round 1: spread out, 42."
    assert found.columns[0].ghost_text == "38 in round 1"
    assert (found.bricks, found.unit_max) == (False, 84)


@pytest.mark.parametrize(("votes", "bricks"), [(40, True), (41, False)])
def test_a_brick_stands_for_a_vote_up_to_forty(votes: int, bricks: bool) -> None:
    assert chart(0, 10, votes - 12, 0, 0, dont_know=2).bricks == bricks


def test_three_votes_have_no_word_and_stay_low() -> None:
    found = chart(0, 1, 1, 1, 0)
    assert (found.heading, found.agreement_text) == ("from 2 to 4", None)
    assert (found.bricks, found.unit_max) == (True, 6)
    assert (found.earlier_text, found.earlier_median_text) == (None, None)
    assert all(column.ghost is None and column.ghost_text is None for column in found.columns)
    assert found.description == "1 of 3 chose each of 2, 3, 4; median 3; from 2 to 4"


def test_few_votes_on_one_step_are_said_to_be_all_there() -> None:
    assert chart(0, 0, 3, 0, 0).heading == "all at 3"


def test_no_votes_are_an_empty_chart() -> None:
    found = chart(0, 0, 0, 0, 0)
    assert [column.count_text for column in found.columns] == ["0"] * 5
    assert (found.heading, found.description) == ("No votes yet", "No votes yet")
    assert (found.median, found.median_text, found.agreement_text) == (None, None, None)
    assert found.votes_text == "0 votes"


def test_a_room_that_does_not_know_is_not_a_room_that_has_not_voted() -> None:
    found = chart(0, 0, 0, 0, 0, dont_know=4)
    assert (found.heading, found.votes_text) == ("All don’t know", "4 votes, 4 don’t know")


def test_a_median_between_two_steps_is_a_half_and_marks_no_column() -> None:
    found = chart(0, 3, 3, 0, before=(3, 3, 0, 0))
    assert (found.median, found.median_text, found.median_between) == (2.5, "2.5", (2, 3))
    assert not any(column.is_median for column in found.columns)
    assert found.earlier_median_text == "1.5 in round 1"


def test_a_borderline_word_says_so() -> None:
    found = chart(0, 0, 0, 5, 5)
    assert (found.heading, found.borderline_text) == ("In agreement", "borderline")
    said = "5 of 10 chose each of 4, 5; median 4.5; in agreement, borderline"
    assert found.description == said


def test_one_vote_is_counted_in_the_singular() -> None:
    assert chart(0, 0, 1, 0, 0).votes_text == "1 vote"
    assert chart(0, 0, 0, 0, 0, dont_know=1).votes_text == "1 vote, 1 don’t know"


@pytest.mark.parametrize(
    ("before", "said", "spoken"),
    [
        ((0, 0, 0, 9, 0), "Round 2: in agreement, 100.", "round 2 was in agreement"),
        ((0, 0, 10, 8, 6), "Round 2: close to agreement, 67.", "round 2 was close to agreement"),
        ((2, 2, 2, 2, 2), "Round 2: spread out, 40.", "round 2 was spread out"),
        ((6, 0, 0, 0, 6), "Round 2 was split: 6 at 1, 6 at 5.", "round 2 was split"),
        ((0, 1, 0, 1, 0), "Round 2: from 2 to 4.", "round 2 went from 2 to 4"),
        ((0, 0, 2, 0, 0), "Round 2: all at 3.", "round 2 was all at 3"),
        ((0, 0, 0, 0, 0), "Round 2: no answers.", "round 2 had no answers"),
    ],
)
def test_the_round_before_in_words(before: tuple[int, ...], said: str, spoken: str) -> None:
    found = chart(0, 0, 0, 9, 0, before=before, number=2)
    assert found.earlier_text == said
    assert found.description == f"9 of 9 chose 4; median 4; in agreement; {spoken}"


@given(distributions, st.none() | distributions)
def test_any_votes_make_a_chart_that_counts_them(
    now: Distribution, before: Distribution | None
) -> None:
    found = distribution_chart(now, LABELS, before, None if before is None else 1, WORDS)
    assert sum(column.count for column in found.columns) == now.answers
    assert found.unit_max >= max(6, *(c.count for c in found.columns))
    assert found.unit_max >= max(column.ghost or 0 for column in found.columns)
    assert found.bricks == (now.votes <= 40)
    marked = [column.step for column in found.columns if column.is_median]
    assert (found.median is None) == (not marked and found.median_between is None)
    assert not (marked and found.median_between)
    assert "{" not in found.description + found.heading + found.votes_text


def test_labels_and_rounds_have_the_scales_number_of_steps() -> None:
    now, other = Distribution((1, 2, 3)), Distribution((1, 2, 3, 4))
    with pytest.raises(ValueError, match="number of steps"):
        distribution_chart(now, LABELS, None, None, WORDS)
    with pytest.raises(ValueError, match="number of steps"):
        distribution_chart(now, ("a", "b", "c"), other, 1, WORDS)


def test_a_round_before_comes_with_its_number() -> None:
    with pytest.raises(ValueError, match="its number"):
        distribution_chart(Distribution((1, 2)), ("a", "b"), Distribution((1, 2)), None, WORDS)
