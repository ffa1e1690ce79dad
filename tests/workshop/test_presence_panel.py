"""The presence panel's words: counts, dots, what a secret ballot keeps, who may be voted for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import Day, begin_day
from workshop import rounds
from workshop.creation import NewTeam
from workshop.kinds import Presence, Role, Way
from workshop.practice import PRACTICE_ROUND
from workshop.presence_panel import (
    FEWEST_SECRET,
    PresencePanel,
    SeatState,
    SomeonePanel,
    presence_panel,
    someone_panel,
)
from workshop.records import WorkshopRecord
from workshop.steps import State
from workshop.voting import Vote
from workshop.words import Words

TEAMS = (NewTeam("Front desk", names=("Ann", "Bob", "Cy")), NewTeam("Nursing", 4))


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Ann, Bob and Cy, and four nameless seats, at the welcome."""
    day = begin_day(tmp_path, teams=TEAMS)
    yield day
    day.library.close()


def vote_secretly(day: Day) -> None:
    with day.library.transaction() as transaction:
        transaction.get_one(WorkshopRecord, day.live.id).ballot = "secret"


def panel(day: Day) -> PresencePanel:
    return presence_panel(day.live.facts(), Words())


def someone(day: Day) -> SomeonePanel:
    found = someone_panel(day.live.facts(), Words())
    assert found is not None, "a vote is open"
    return found


def seat_id(day: Day, team: int, place: int) -> str:
    return day.live.facts().teams[team].everyone[place].id


def mark(
    day: Day, team: int, place: int, presence: Presence | None = None, role: Role | None = None
) -> None:
    day.live.attendance.mark(seat_id(day, team, place), presence, role)


def cast(day: Day, team: int, place: int) -> None:
    now = day.live.facts().round
    assert now is not None
    (kept,) = day.cast((now.id, seat_id(day, team, place), 4))
    assert kept.kept


def dots(day: Day, team: int) -> list[bool]:
    return [seat.filled for seat in panel(day).teams[team].seats]


def test_the_sentence_counts_only_those_there_are(day: Day) -> None:
    assert (panel(day).present, panel(day).sentence) == ("7", "of 7 present and voting.")
    mark(day, 0, 0, Presence.LATE)
    mark(day, 0, 1, Presence.GONE)
    mark(day, 1, 0, role=Role.OBSERVER)
    assert panel(day).present == "4"
    assert panel(day).sentence == "of 7 present and voting. 1 late, 1 gone, 1 observer."
    assert [team.count for team in panel(day).teams] == ["1 voting", "3 voting"]


def test_a_seat_without_a_name_is_called_by_its_place(day: Day) -> None:
    names = [seat.name for team in panel(day).teams for seat in team.seats]
    assert names == ["Ann", "Bob", "Cy", "Seat 1", "Seat 2", "Seat 3", "Seat 4"]
    mark(day, 1, 0, Presence.GONE)
    assert panel(day).teams[1].seats[1].name == "Seat 2", "who leaves renames nobody"


def test_a_chip_says_who_is_not_there_to_vote(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    mark(day, 0, 1, Presence.GONE)
    mark(day, 0, 2, Presence.GONE, Role.OBSERVER)
    seats = panel(day).teams[0].seats
    assert [seat.chip for seat in seats] == ["Late", "Gone", "Observer"]
    assert [seat.said for seat in seats] == ["Ann, Late", "Bob, Gone", "Cy, Observer"]


def test_every_state_is_made_of_presence_and_role_and_read_from_them(day: Day) -> None:
    for state in SeatState:
        mark(day, 0, 0, state.presence, state.role)
        assert panel(day).teams[0].seats[0].state is state


def test_in_an_open_ballot_the_dot_says_whose_vote_is_in(day: Day) -> None:
    assert dots(day, 0) == [True, True, True]
    assert panel(day).legend == "A filled dot: present and voting."
    day.reach(State.OPEN)
    cast(day, 0, 1)
    mark(day, 0, 1, Presence.GONE)
    assert dots(day, 0) == [False, True, False]
    assert panel(day).legend == "A filled dot: the vote is in."
    assert panel(day).teams[0].seats[1].said == "Bob, Gone, The vote is in"
    assert panel(day).teams[0].seats[0].said == "Ann, Present, Still out"


def test_in_a_secret_ballot_no_seat_says_whether_it_voted(day: Day) -> None:
    vote_secretly(day)
    day.reach(State.OPEN)
    before = panel(day)
    cast(day, 0, 1)
    cast(day, 1, 1)
    assert panel(day) == before
    mark(day, 0, 1, Presence.GONE)
    mark(day, 0, 2, Presence.GONE)
    left = panel(day).teams[0].seats
    assert left[1].filled is left[2].filled is False
    assert left[1].vote == left[2].vote == ""
    assert panel(day).teams[0].count == "1 voting", "the one that voted is not told by the count"


def test_the_note_says_what_the_votes_expect(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    assert panel(day).note == "The next vote expects 6."
    day.reach(State.OPEN)
    cast(day, 0, 1)
    mark(day, 0, 1, Presence.GONE)
    assert panel(day).note.startswith("The vote that is open expects 6.")


def test_a_secret_vote_with_too_few_is_said_and_goes_on(day: Day) -> None:
    assert FEWEST_SECRET == rounds.FEWEST_SECRET
    vote_secretly(day)
    day.reach(State.OPEN)
    mark(day, 1, 0, Presence.GONE)
    mark(day, 1, 1, Presence.GONE)
    assert panel(day).warning == ""
    mark(day, 1, 2, Presence.GONE)
    assert panel(day).warning.startswith("Only 4 are present in this secret vote.")
    cast(day, 0, 0)


def test_teams_that_are_too_small_to_be_shown_apart_are_named(day: Day) -> None:
    assert panel(day).apart == "All teams are large enough to be shown apart (3)."
    mark(day, 0, 0, Presence.LATE)
    assert panel(day).apart == "Too small to be shown apart (3): Front desk."
    mark(day, 1, 0, Presence.LATE)
    mark(day, 1, 1, Presence.LATE)
    assert panel(day).apart == "No team is large enough to be shown apart (3)."


def test_seats_are_out_no_more_once_hands_or_paper_were_counted_for_them(day: Day) -> None:
    day.reach(State.OPEN)
    facts = day.live.facts()
    assert facts.round is not None
    day.live.voting.put_tally(facts.round.id, facts.teams[0].id, {4: 2})
    someone = someone_panel(day.live.facts(), Words())
    assert someone is not None
    assert [team.count for team in someone.teams] == ["1 still out", "4 still out"]


def test_nobody_is_voted_for_while_no_vote_is_open(day: Day) -> None:
    day.reach(State.POSE)
    assert someone_panel(day.live.facts(), Words()) is None
    day.reach(State.CLOSED)
    assert someone_panel(day.live.facts(), Words()) is None


def test_only_who_is_here_and_still_out_may_be_voted_for(day: Day) -> None:
    day.reach(State.OPEN)
    cast(day, 0, 0)
    mark(day, 0, 1, Presence.LATE)
    mark(day, 1, 0, role=Role.OBSERVER)
    teams = someone(day).teams
    assert [seat.name for seat in teams[0].seats] == ["Cy"]
    assert [seat.name for seat in teams[1].seats] == ["Seat 2", "Seat 3", "Seat 4"]
    assert teams[0].count == "1 still out"
    cast(day, 0, 2)
    assert [team.name for team in someone(day).teams] == ["Nursing"]


def test_the_answers_are_those_of_the_question_with_dont_know(day: Day) -> None:
    day.reach(State.OPEN)
    assert someone(day).answers[0] == "1 Hardly ever"
    assert someone(day).answers[-1] == "0 Don’t know"
    assert someone(day).warning == ""


def test_in_a_secret_ballot_the_list_does_not_say_who_is_still_out(day: Day) -> None:
    vote_secretly(day)
    day.reach(State.OPEN)
    before = someone(day)
    assert before.warning.startswith("This vote is secret, but you would know this one")
    cast(day, 0, 0)
    assert someone(day) == before


def test_in_the_practice_vote_who_is_still_out_may_be_voted_for(day: Day) -> None:
    vote_secretly(day)
    day.reach(State.PRACTICE_OPEN)
    day.live.voting.cast([Vote(PRACTICE_ROUND, seat_id(day, 0, 0), 2, Way.WALL)])
    assert someone(day).round_id == PRACTICE_ROUND
    assert [seat.name for seat in someone(day).teams[0].seats] == ["Bob", "Cy"]
    assert someone(day).warning == "", "a vote that is never kept has no secret"
    assert dots(day, 0) == [True, False, False]
