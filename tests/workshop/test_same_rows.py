"""Same rows: made once, and anew as soon as one row is another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.days import Day, begin_day
from workshop.kinds import Presence
from workshop.readings.same_rows import SameRows
from workshop.steps import State

ROWS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 2)), max_size=3)


@given(st.lists(st.tuples(st.sampled_from("xy"), ROWS)))
def test_what_is_given_is_what_would_be_made_of_the_rows_now(
    asked: list[tuple[str, list[tuple[str, int]]]],
) -> None:
    same = SameRows()
    for thing, rows in asked:
        assert same.of(thing, rows, partial(repr, rows)) == repr(rows)


def test_the_same_rows_are_made_once_and_other_rows_anew() -> None:
    same = SameRows()
    made: list[list[int]] = []
    for rows in ([1], [1], [2], [1]):
        same.of("thing", rows, partial(made.append, rows))
    assert made == [[1], [2], [1]]


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def test_an_act_that_moves_no_seat_leaves_every_team_what_it_was(day: Day) -> None:
    day.reach(State.POSE)
    before = day.live.facts().teams
    day.live.facilitation.next()
    after = day.live.facts().teams
    assert all(new is old for new, old in zip(after, before, strict=True))


def test_one_seat_that_leaves_makes_its_own_team_anew_and_no_other(day: Day) -> None:
    day.reach(State.OPEN)
    first, *others = day.live.facts().teams
    day.live.attendance.mark(first.seats[0].id, Presence.GONE)
    first_now, *others_now = day.live.facts().teams
    assert first_now.expected == first.expected - 1
    assert all(new is old for new, old in zip(others_now, others, strict=True))


def test_an_answer_that_is_agreed_on_makes_its_session_anew_and_no_other(day: Day) -> None:
    day.reach(State.RECORD)
    before = day.live.facts()
    day.live.facilitation.next()
    after = day.live.facts()
    changed = [new.id for new, old in zip(after.items, before.items, strict=True) if new != old]
    assert changed == [before.item_id]
    assert sum(new is old for new, old in zip(after.items, before.items, strict=True)) == (
        len(before.items) - 1
    )
