"""Later rounds: two secret rounds on one question tell no more, beside each other, than one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import Day
from tests.workshop.secret import MIXED, counts, now, secret_day, vote
from workshop.creation import NewTeam
from workshop.steps import State


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day whose first vote is open and secret: three, five and six seats, minimum three."""
    opened = secret_day(tmp_path)
    yield opened
    opened.library.close()


def another_round(day: Day) -> None:
    """Reveal the round at hand and open the next one on the same question."""
    day.reach(State.REVEAL, votes=0)
    day.live.facilitation.vote_again()
    assert now(day).number == 2


def groups_of_two_rounds(day: Day) -> tuple[set[str], set[str]]:
    """Who is kept apart in two rounds of the same seats."""
    vote(day, *MIXED)
    day.live.facilitation.next()
    first = set(counts(day))
    another_round(day)
    vote(day, *MIXED)
    day.live.facilitation.next()
    return first, set(counts(day))


def test_a_later_round_of_the_same_seats_is_kept_by_team_again(day: Day) -> None:
    first, second = groups_of_two_rounds(day)
    assert first == second == {"Front desk", "Nursing", "Doctors"}


def test_a_later_round_hides_the_team_that_a_few_have_joined(day: Day) -> None:
    vote(day, *MIXED)
    day.live.facilitation.next()
    another_round(day)
    doctors = day.live.facts().teams[2]
    day.live.attendance.add_seat(doctors.id, "Ada")
    vote(day, *MIXED, 5)
    day.live.facilitation.next()
    # The front desk too, the smallest: what is left of the total would be the doctors again.
    assert set(counts(day)) == {"", "Nursing"}


def test_a_later_round_hides_the_team_of_which_one_had_not_voted(day: Day) -> None:
    vote(day, *MIXED[:-1])
    day.live.facilitation.next()
    assert set(counts(day)) == {"Front desk", "Nursing", "Doctors"}
    another_round(day)
    vote(day, *MIXED)
    day.live.facilitation.next()
    assert "Doctors" not in counts(day)


def test_a_later_round_shows_no_team_that_an_earlier_one_hid(tmp_path: Path) -> None:
    day = secret_day(tmp_path, (NewTeam("A", 6), NewTeam("B", 4), NewTeam("C", 2)))
    vote(day, *(3,) * 12)
    day.live.facilitation.next()
    assert set(counts(day)) == {""}, "C would be told by what is left"
    another_round(day)
    vote(day, *MIXED[:12])
    day.live.facilitation.next()
    assert set(counts(day)) == {""}, "and so it would by the round before"
    day.library.close()
