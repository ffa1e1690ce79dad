"""Scores: the mean of what was agreed, rounded as people round."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.scores import QuestionScore, Score, half_up, session_score

half_steps = st.integers(2, 20).map(lambda halves: halves / 2)


def test_a_session_scores_the_mean_of_its_agreed_scores() -> None:
    questions = [QuestionScore(agreed, None) for agreed in (3.0, 3.5, 4.0, 2.5)]
    assert session_score(questions) == Score(Decimal("3.3"), 4)


def test_where_none_was_agreed_the_median_counts() -> None:
    questions = [QuestionScore(3.5, 2.0), QuestionScore(None, 2.0)]
    assert session_score(questions) == Score(Decimal("2.8"), 2)


def test_a_question_without_score_and_median_is_not_counted() -> None:
    questions = [QuestionScore(4.0, None), QuestionScore(None, None)]
    assert session_score(questions) == Score(Decimal("4.0"), 1)


@pytest.mark.parametrize("questions", [[], [QuestionScore(None, None)]])
def test_nothing_to_count_is_no_score(questions: list[QuestionScore]) -> None:
    assert session_score(questions) is None


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (2.25, 1, "2.3"),
        (0.15, 1, "0.2"),
        (2.5, 0, "3"),
        (3, 1, "3.0"),
        (-0.25, 1, "-0.3"),
        (-0.04, 1, "0.0"),
        (Fraction(13, 4), 1, "3.3"),
        (Fraction(10, 3), 2, "3.33"),
        (Decimal("69.5"), 0, "70"),
    ],
)
def test_halves_are_rounded_up(
    value: float | Fraction | Decimal, decimals: int, expected: str
) -> None:
    assert str(half_up(value, decimals)) == expected


@given(st.fractions(min_value=0, max_value=100, max_denominator=1000))
def test_rounding_is_exact(value: Fraction) -> None:
    tenths = Fraction(half_up(value)) * 10
    assert tenths.denominator == 1
    assert tenths - Fraction(1, 2) <= value * 10 < tenths + Fraction(1, 2)


@given(st.lists(half_steps, min_size=1))
def test_a_score_lies_between_the_lowest_and_the_highest_question(agreed: list[float]) -> None:
    score = session_score(QuestionScore(value, None) for value in agreed)
    assert score is not None
    assert min(agreed) <= score.value <= max(agreed)
    assert score.questions == len(agreed)
