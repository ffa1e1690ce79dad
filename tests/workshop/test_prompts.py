"""Prompts: the talk follows the shape of the votes, and points at nobody."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.agreement import AgreementWord, Camp
from workshop.prompts import (
    HEADINGS,
    NUMBERS,
    WORDINGS,
    Shape,
    camps_in_words,
    default_target,
    in_words,
    prompt,
    range_in_words,
    shape,
)
from workshop.tally import Distribution
from workshop.words import Words

WORDS = Words()
distributions = st.builds(
    Distribution,
    st.lists(st.integers(0, 12), min_size=2, max_size=10).map(tuple),
    st.integers(0, 8),
)


def held(sentence: str) -> str:
    """The sentence with each number held on the line of the word before it."""
    return re.sub(r" (?=[0-9])", "\N{NO-BREAK SPACE}", sentence)


@pytest.mark.parametrize(
    ("counts", "dont_know", "expected"),
    [
        ((0, 0, 0, 0, 0), 0, Shape.NO_VOTES),
        ((0, 0, 0, 0, 0), 2, Shape.NO_VOTES),
        ((0, 0, 0, 0, 0), 3, Shape.MANY_DONT_KNOW),
        ((5, 0, 0, 0, 4), 3, Shape.MANY_DONT_KNOW),
        ((5, 0, 0, 0, 5), 3, Shape.SPLIT),
        ((0, 3, 3, 0, 0), 2, Shape.AGREED_LOW),
        ((0, 1, 1, 1, 0), 0, Shape.FEW),
        ((0, 0, 4, 0, 0), 0, Shape.FEW_ALIKE),
        ((3, 8, 2, 8, 3), 0, Shape.SPLIT),
        ((0, 3, 4, 12, 3), 2, Shape.LONE_VOTES),
        ((1, 0, 0, 1, 20), 0, Shape.LONE_VOICE),
        ((2, 1, 0, 1, 20), 0, Shape.LONE_VOICE),
        ((11, 30, 43, 84, 26), 6, Shape.SPREAD),
        ((0, 0, 10, 8, 6), 0, Shape.CLOSE),
        ((0, 0, 0, 12, 10), 0, Shape.AGREED_HIGH),
        ((0, 12, 10, 0, 0), 0, Shape.AGREED_LOW),
    ],
)
def test_the_shape_of_the_votes(counts: tuple[int, ...], dont_know: int, expected: Shape) -> None:
    assert shape(Distribution(counts, dont_know)) is expected


def test_every_shape_has_at_least_three_wordings_that_differ() -> None:
    assert set(WORDINGS) == set(Shape)
    assert all(len(set(wordings)) == len(wordings) >= 3 for wordings in WORDINGS.values())


@given(distributions, st.integers(0, 1000))
def test_neighbouring_turns_are_worded_differently(found: Distribution, turn: int) -> None:
    assert prompt(found, None, turn).text != prompt(found, None, turn + 1).text


@given(distributions, distributions, st.integers(0, 4))
def test_no_prompt_names_a_count_of_one_or_two(
    found: Distribution, before: Distribution, turn: int
) -> None:
    earlier = before if before.steps == found.steps else None
    said = prompt(found, None, turn, earlier)
    assert said.values.get("votes", 3) >= 3
    steps = [value for place, value in said.values.items() if place != "votes"]
    assert all(found.counts[step - 1] for step in steps)
    named = {int(number) for number in re.findall(r"\d+", said.say(WORDS))}
    assert named <= {*steps, said.values.get("votes", 0)}


@given(distributions, st.integers(0, 4))
def test_every_prompt_fits_three_lines_of_the_talk_column(found: Distribution, turn: int) -> None:
    assert len(prompt(found, None, turn).say(WORDS)) <= 66


@given(distributions, distributions)
def test_prompts_that_cannot_be_said_do_not_exist(
    found: Distribution, before: Distribution
) -> None:
    earlier = before if before.steps == found.steps else None
    for wording in WORDINGS[shape(found, None, earlier)]:
        places = set(re.findall(r"{(\w+)}", wording))
        assert places <= set(prompt(found, None, 0, earlier).values)


def test_three_votes_that_stay_behind_are_named() -> None:
    now, before = Distribution((0, 3, 4, 12, 3), 2), Distribution((3, 8, 2, 8, 3))
    said = held("Three votes stay at 2. What might those colleagues be seeing?")
    assert prompt(now, before=before).say(WORDS) == said
    said = held("Three votes stand at 2. What might those colleagues be seeing?")
    assert prompt(now).say(WORDS) == said


def test_more_than_ten_votes_are_named_in_figures() -> None:
    found = prompt(Distribution((0, 11, 0, 60, 0)))
    assert found.say(WORDS).startswith(held("11 votes stand at 2."))
    assert max(NUMBERS) == 10


def test_close_votes_are_asked_what_separates_the_two_steps_most_chosen() -> None:
    assert prompt(Distribution((0, 0, 10, 8, 6))).say(WORDS) == held(
        "What separates 3 from 4 here?"
    )


def test_under_five_votes_the_prompt_says_how_far_they_reach() -> None:
    assert prompt(Distribution((0, 1, 1, 1, 0))).say(WORDS) == held("From 2 to 4: lowest first.")
    assert prompt(Distribution((0, 0, 2, 0, 0))).say(WORDS).startswith(held("All at 3:"))


@pytest.mark.parametrize(
    ("target", "expected"),
    [(None, Shape.AGREED_LOW), (3.0, Shape.AGREED_HIGH), (3.1, Shape.AGREED_LOW)],
)
def test_high_is_a_median_at_or_above_the_target(target: float | None, expected: Shape) -> None:
    assert shape(Distribution((0, 0, 9, 0, 0)), target) is expected


def test_the_target_is_half_a_step_above_the_middle_unless_set() -> None:
    assert [default_target(steps) for steps in (2, 5, 10)] == [2.0, 3.5, 6.0]


@given(distributions)
def test_a_heading_stands_for_each_word_and_none_under_five_votes(found: Distribution) -> None:
    agreement, texts = found.agreement, in_words(found)
    if agreement.word is None:
        assert texts == ()
    else:
        assert texts[0] == HEADINGS[agreement.word]
        assert texts[1:] == (("borderline",) if agreement.borderline else ())


def test_the_headings_are_the_ones_of_the_wall() -> None:
    assert set(HEADINGS) == set(AgreementWord)
    assert list(HEADINGS.values()) == ["In agreement", "Close to agreement", "Spread out", "Split"]


def test_camps_and_ranges_are_said_with_their_steps() -> None:
    camps = (Camp(1, 2, 11), Camp(3, 5, 13))
    assert camps_in_words(camps, WORDS) == "11 at 1–2, 13 at 3–5"
    assert camps_in_words((Camp(1, 1, 6), Camp(5, 5, 6)), WORDS) == "6 at 1, 6 at 5"
    assert range_in_words(Distribution((0, 1, 1, 1, 0)), WORDS) == "from 2 to 4"
    assert range_in_words(Distribution((0, 0, 3, 0, 0)), WORDS) == "all at 3"
    assert range_in_words(Distribution((0, 0, 0)), WORDS) == ""
