"""A simulated room votes as people do: quick, slow, wavering; one or another leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.days import DAY, small_framework
from workshop.creation import create_workshop
from workshop.facts import Facts
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.rehearsal import sample_workshop
from workshop.simulated_room import Leaver, SimulatedRoom, _one_by_one
from workshop.steps import State, day_state
from workshop.voting import Vote
from workshop.words import Words

WORDS = Words()
SEATS = 60


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveWorkshop]:
    with Library.open(tmp_path / "rehearsal.sqlite") as library:
        new = sample_workshop(DAY, SEATS, WORDS)
        made = create_workshop(library, small_framework(3, 5), new, WORDS, rehearsal=True)
        yield LiveWorkshop(library, made, WORDS)


def open_next(live: LiveWorkshop) -> tuple[str, Facts]:
    """Lead on until a vote is open."""
    while True:
        live.facilitation.next()
        facts = live.facts()
        if day_state(facts) is State.OPEN and facts.round is not None:
            return facts.round.id, facts


def voted(live: LiveWorkshop) -> set[str]:
    return {seat.id for seat in live.facts().seats if seat.voted}


def test_votes_come_one_after_the_other_and_the_slow_ones_late(live: LiveWorkshop) -> None:
    room = SimulatedRoom(live, 1)
    room.begin(*open_next(live))
    counts = []
    for seconds in (0, 2, 15, 30, 90):
        room.come(seconds)
        counts.append(len(voted(live)))
    assert counts == sorted(counts)
    assert counts[0] == 0 < counts[1] < counts[2] < counts[3] < counts[4]
    out = {seat.id for seat in live.facts().seats} - voted(live)
    assert {seat.id for seat in live.facts().teams[-1].seats} <= out


def test_some_change_their_mind_and_still_count_once(live: LiveWorkshop) -> None:
    room = SimulatedRoom(live, 1)
    round_id, facts = open_next(live)
    room.begin(round_id, facts)
    came = room.come(90)
    assert came > len(voted(live))


def test_someone_leaves_in_the_course_of_the_day_and_votes_no_more(live: LiveWorkshop) -> None:
    room = SimulatedRoom(live, 1)
    left: list[Leaver] = []
    for _ in range(15):
        round_id, facts = open_next(live)
        left += room.begin(round_id, facts)
        room.come(90)
        assert not voted(live) & {leaver.seat_id for leaver in left}
        while day_state(live.facts()) is not State.ACT:
            live.facilitation.next()
    teams = {team.name: {seat.id for seat in team.seats} for team in live.facts().teams}
    assert left
    assert all(leaver.seat_id in teams[leaver.team] for leaver in left)


def test_a_team_raises_a_hand_for_each_seat_that_has_not_voted(live: LiveWorkshop) -> None:
    room = SimulatedRoom(live, 1)
    room.begin(*open_next(live))
    room.come(90)
    team = live.facts().teams[-1]
    assert sum(room.hands(team).values()) == len(team.seats)


def test_a_late_vote_is_refused_and_changes_nothing(live: LiveWorkshop) -> None:
    room = SimulatedRoom(live, 1)
    room.begin(*open_next(live))
    room.come(10)
    before = voted(live)
    live.facilitation.next()
    assert room.come(90) > 0
    assert live.facts().round is not None
    assert voted(live) == before


@given(st.lists(st.integers(0, 5), max_size=40))
def test_thoughts_of_a_seat_stay_in_their_order(seats: list[int]) -> None:
    votes = [Vote("r", str(seat), n % 5, Way.WALL) for n, seat in enumerate(seats)]
    batches = _one_by_one(votes)
    for batch in batches:
        assert len({vote.seat_id for vote in batch}) == len(batch)
    for seat in set(seats):
        own = [vote for batch in batches for vote in batch if vote.seat_id == str(seat)]
        assert own == [vote for vote in votes if vote.seat_id == str(seat)]
