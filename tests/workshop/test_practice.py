"""The practice vote: it knows who voted and how many hands, never what, and forgets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import Day, begin_day
from workshop.facts import Practice
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND, PracticeBallot
from workshop.steps import State
from workshop.words import Words


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    day.reach(State.PRACTICE_OPEN)
    yield day
    day.library.close()


def practice(day: Day) -> Practice:
    found = day.live.facts().practice
    assert found is not None, "the opening has a practice vote"
    return found


def test_a_ballot_keeps_who_and_how_many_hands_until_it_is_cleared() -> None:
    ballot = PracticeBallot()
    ballot.cast("s1")
    ballot.cast("s1")
    ballot.tally("t1", 3)
    ballot.tally("t1", 2)
    ballot.tally("", 1)
    assert (ballot.seats, ballot.hands) == (frozenset({"s1"}), {"t1": 2, "": 1})
    seats, hands = ballot.seats, ballot.hands
    ballot.clear()
    assert (ballot.seats, ballot.hands) == (frozenset(), {})
    assert (seats, hands) == (frozenset({"s1"}), {"t1": 2, "": 1})


def test_no_answer_is_found_in_a_ballot() -> None:
    assert {name for name in vars(PracticeBallot()) if "answer" in name} == set()


def test_the_console_counts_the_practice_vote_by_team_and_way(day: Day) -> None:
    teams = day.live.facts().teams
    day.cast((PRACTICE_ROUND, day.seats()[0], 5))
    day.live.voting.put_tally(PRACTICE_ROUND, teams[1].id, {1: 2, 5: 1})
    day.live.voting.put_tally(PRACTICE_ROUND, "", {1: 1})
    facts = day.live.facts()
    assert [team.by_way for team in facts.teams] == [((Way.WALL, 1),), ((Way.HANDS, 3),)]
    assert (practice(day).voted, facts.whole_room) == (5, ((Way.HANDS, 1),))
    assert day.live.voting.tally(PRACTICE_ROUND, teams[1].id) == {}


def test_opened_anew_it_begins_with_nothing(day: Day) -> None:
    day.cast((PRACTICE_ROUND, day.seats()[0], 5))
    day.live.facilitation.undo()
    day.live.facilitation.next()
    assert practice(day).voted == 0


def test_a_restart_forgets_it(day: Day) -> None:
    day.cast((PRACTICE_ROUND, day.seats()[0], 5))
    day.library.close()
    with Library.open(day.library.path, clock=day.clock) as library:
        again = LiveWorkshop(library, day.live.id, Words())
        found = again.facts().practice
        assert found is not None
        assert (found.open, found.voted) == (True, 0)


def test_once_the_opening_is_over_there_is_none(day: Day) -> None:
    day.reach(State.SESSION)
    assert day.live.facts().practice is None


def test_its_scale_has_five_steps() -> None:
    assert len(PRACTICE_LABELS) == 5
