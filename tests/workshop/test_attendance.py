"""Attendance: who counts, in every place that says "of 24", while seats come and go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.days import Day, begin_day
from workshop.attendance import HANDS_FIRST, HANDS_OF_MORE
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow, RefusedVote
from workshop.facilitation import STANDS
from workshop.facts import Facts, SeatFacts
from workshop.kinds import Presence, Role, Way
from workshop.practice import PRACTICE_ROUND
from workshop.records import WorkshopRecord
from workshop.scenes import LobbyScene, QuestionScene
from workshop.steps import State
from workshop.voting import Vote

TEAMS = (NewTeam("Front desk", names=("Ann", "Bob", "Cy")), NewTeam("Nursing", 4))


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Ann, Bob and Cy, and four nameless seats, at the welcome."""
    day = begin_day(tmp_path, teams=TEAMS)
    yield day
    day.library.close()


def facts(day: Day) -> Facts:
    return day.live.facts()


def seat(day: Day, team: int, place: int) -> SeatFacts:
    return facts(day).teams[team].everyone[place]


def mark(
    day: Day, team: int, place: int, presence: Presence | None = None, role: Role | None = None
) -> None:
    day.live.attendance.mark(seat(day, team, place).id, presence, role)


def round_id(day: Day) -> str:
    now = facts(day).round
    assert now is not None, "a round is in work"
    return now.id


def vote(day: Day, team: int, place: int, answer: int = 3) -> None:
    (cast,) = day.cast((round_id(day), seat(day, team, place).id, answer))
    assert cast.kept, cast.refusal


def in_and_expected(day: Day) -> set[tuple[int, int]]:
    """What wall, console and facts say of the open vote: they must all say the same."""
    wall, console = day.live.both()
    assert isinstance(wall.scene, QuestionScene)
    assert wall.scene.votes is not None
    known = facts(day)
    assert known.round is not None
    teams = sum(team.voted for team in console.teams), sum(team.expected for team in console.teams)
    unit = f"of {known.round.expected} votes in"
    assert console.votes_unit == unit
    return {
        (wall.scene.votes.voted, wall.scene.votes.expected),
        (known.round.votes_in, known.round.expected),
        (int(console.votes), known.expected),
        teams,
    }


def test_late_then_present_then_gone_moves_every_denominator_of_the_open_vote(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    day.reach(State.OPEN)
    vote(day, 0, 1)
    assert in_and_expected(day) == {(1, 6)}
    mark(day, 0, 0, Presence.PRESENT)
    assert in_and_expected(day) == {(1, 7)}
    vote(day, 0, 0)
    assert in_and_expected(day) == {(2, 7)}
    mark(day, 0, 0, Presence.GONE)
    assert in_and_expected(day) == {(2, 7)}, "its vote is in, so it counts in this round"
    mark(day, 0, 2, Presence.GONE)
    assert in_and_expected(day) == {(2, 6)}, "without a vote it counts no longer"


def test_the_lobby_welcomes_only_who_is_here(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    mark(day, 1, 0, role=Role.OBSERVER)
    scene = day.live.scene().scene
    assert isinstance(scene, LobbyScene)
    assert [(name, n) for name, n, _ in scene.teams] == [("Front desk", 2), ("Nursing", 3)]


def test_the_tally_has_room_for_those_who_are_still_out(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    day.reach(State.OPEN)
    rows = day.live.console().tally
    assert [row.most for row in rows] == [2, 4]
    vote(day, 0, 1)
    mark(day, 0, 1, Presence.GONE)
    mark(day, 1, 0, Presence.GONE)
    console = day.live.console()
    assert [row.most for row in console.tally] == [1, 3]
    assert console.whole_room is not None
    assert console.whole_room.most == 4


def test_the_set_of_the_close_stands_whoever_comes_or_goes_after(day: Day) -> None:
    day.reach(State.OPEN)
    vote(day, 0, 0)
    vote(day, 0, 1)
    mark(day, 0, 0, Presence.GONE)
    day.live.facilitation.next()
    closed = facts(day).round
    assert closed is not None
    assert (closed.votes_in, closed.expected) == (2, 7)
    assert day.live.console().next.label == "Reveal 2 votes anyway"
    assert day.live.console().next.beside == "2 of 7 votes in"
    for place in range(4):
        mark(day, 1, place, Presence.GONE)
    closed = facts(day).round
    assert closed is not None
    assert (closed.votes_in, closed.expected) == (2, 7)
    assert day.live.console().next.label == "Reveal 2 votes anyway"


def test_with_a_smaller_room_fewer_votes_are_enough_for_a_reveal(day: Day) -> None:
    day.reach(State.OPEN)
    for place in range(3):
        vote(day, 0, place)
    for place in range(1, 4):
        mark(day, 1, place, Presence.LATE)
    day.live.facilitation.next()
    assert day.live.console().next.label == "Reveal the votes"


def test_the_next_round_expects_who_is_here_then(day: Day) -> None:
    day.reach(State.OPEN)
    vote(day, 0, 0)
    vote(day, 0, 1)
    vote(day, 0, 2)
    mark(day, 0, 0, Presence.GONE)
    day.live.facilitation.next()
    day.live.facilitation.next()
    day.live.facilitation.vote_again()
    assert in_and_expected(day) == {(0, 6)}


def test_the_snapshot_keeps_each_rounds_own_set(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    day.reach(State.OPEN)
    day.vote_all(3)
    mark(day, 0, 0, Presence.PRESENT)
    vote(day, 0, 0)
    mark(day, 0, 0, Presence.GONE)
    mark(day, 0, 1, role=Role.OBSERVER)
    day.live.facilitation.next()
    day.live.facilitation.next()
    snapshot = day.live.snapshot()
    first = snapshot.sessions[0].questions[0].rounds[0]
    assert (first.votes_in, first.expected) == (7, 7), "whoever voted counts, come what may"


def test_a_seat_that_is_late_gone_or_watches_cannot_vote(day: Day) -> None:
    day.reach(State.OPEN)
    mark(day, 0, 0, Presence.LATE)
    mark(day, 0, 1, Presence.GONE)
    mark(day, 0, 2, role=Role.OBSERVER)
    ids = [seat(day, 0, place).id for place in range(3)]
    cast = day.cast(*((round_id(day), each, 3) for each in ids))
    assert [each.kept for each in cast] == [False, False, False]


def test_a_whole_team_is_marked_in_one_act(day: Day) -> None:
    team = facts(day).teams[0].id
    day.live.attendance.mark_team(team, Presence.LATE)
    assert [each.expected for each in facts(day).teams] == [0, 4]
    day.live.facilitation.undo()
    assert [each.expected for each in facts(day).teams] == [3, 4]


def test_undo_and_redo_of_a_mark_say_whose_it_was(day: Day) -> None:
    mark(day, 0, 0, Presence.GONE)
    assert day.live.console().undo == "Ann gone"
    day.live.facilitation.undo()
    assert seat(day, 0, 0).presence is Presence.PRESENT
    assert day.live.console().redo == "Ann gone"
    day.live.facilitation.redo()
    assert seat(day, 0, 0).presence is Presence.GONE
    mark(day, 0, 0, role=Role.OBSERVER)
    assert day.live.console().undo == "Ann observer"
    mark(day, 1, 0, Presence.LATE)
    assert day.live.console().undo == "who is present"


def test_a_mark_that_changes_nothing_leaves_no_trace(day: Day) -> None:
    mark(day, 0, 0, Presence.PRESENT)
    assert facts(day).undo is None


def test_a_seat_does_not_leave_while_hands_fill_all_that_are_out(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.voting.put_tally(round_id(day), facts(day).teams[0].id, {3: 3})
    with pytest.raises(NotPossibleNow) as refused:
        mark(day, 0, 0, Presence.GONE)
    assert refused.value.text == HANDS_FIRST
    with pytest.raises(NotPossibleNow):
        mark(day, 0, 0, role=Role.OBSERVER)
    with pytest.raises(NotPossibleNow):
        day.live.attendance.mark_team(facts(day).teams[0].id, Presence.LATE)
    assert seat(day, 0, 0).presence is Presence.PRESENT
    mark(day, 1, 0, Presence.GONE)
    day.live.voting.put_tally(round_id(day), facts(day).teams[0].id, {3: 2})
    mark(day, 0, 0, Presence.GONE)
    assert in_and_expected(day) == {(2, 5)}


def test_hands_of_the_whole_room_hold_every_team(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.voting.put_tally(round_id(day), "", {2: 7})
    with pytest.raises(NotPossibleNow):
        mark(day, 1, 2, Presence.LATE)


def test_a_seat_that_has_voted_may_leave_although_hands_fill_the_rest(day: Day) -> None:
    day.reach(State.OPEN)
    vote(day, 0, 0)
    day.live.voting.put_tally(round_id(day), facts(day).teams[0].id, {3: 2})
    mark(day, 0, 0, Presence.GONE)
    assert in_and_expected(day) == {(3, 7)}


def test_an_undo_that_would_leave_more_hands_than_seats_is_refused(day: Day) -> None:
    mark(day, 0, 0, Presence.LATE)
    day.reach(State.OPEN)
    mark(day, 0, 0, Presence.PRESENT)
    day.live.voting.put_tally(round_id(day), facts(day).teams[0].id, {3: 3})
    with pytest.raises(NotPossibleNow) as refused:
        day.live.facilitation.undo()
    assert refused.value.text == HANDS_FIRST
    assert seat(day, 0, 0).presence is Presence.PRESENT


def test_a_vote_is_not_opened_again_with_more_hands_than_seats(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.voting.put_tally(round_id(day), facts(day).teams[0].id, {3: 3})
    day.live.facilitation.next()
    mark(day, 0, 0, Presence.GONE)
    with pytest.raises(NotPossibleNow) as refused:
        day.live.facilitation.vote_again()
    assert refused.value.text == HANDS_OF_MORE
    mark(day, 0, 0, Presence.PRESENT)
    day.live.facilitation.vote_again()
    assert in_and_expected(day) == {(3, 7)}


def test_the_turn_at_the_wall_goes_on_when_its_seat_leaves(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.turns.call()
    turn = facts(day).turn
    assert turn is not None
    assert turn.seat_id == seat(day, 0, 0).id
    mark(day, 0, 0, Presence.GONE)
    turn = facts(day).turn
    assert turn is not None
    assert turn.seat_id == seat(day, 0, 1).id
    day.live.attendance.mark_team(facts(day).teams[0].id, Presence.GONE)
    turn = facts(day).turn
    assert turn is not None
    assert turn.team_id == facts(day).teams[1].id
    day.live.turns.open()
    mark(day, 1, 0, Presence.LATE)
    turn = facts(day).turn
    assert turn is not None
    assert (turn.seat_id, turn.open) == (seat(day, 1, 1).id, True), "nameless: the next stays there"
    day.live.attendance.mark_team(facts(day).teams[1].id, Presence.LATE)
    assert facts(day).turn is None


def test_a_seat_is_added_at_the_end_of_its_team_and_votes_at_once(day: Day) -> None:
    day.reach(State.OPEN)
    new = day.live.attendance.add_seat(facts(day).teams[0].id, "  Dee   Dee ")
    assert seat(day, 0, 3).id == new
    assert seat(day, 0, 3).name == "Dee Dee"
    assert day.live.console().undo == "seat added to Front desk"
    vote(day, 0, 3)
    assert in_and_expected(day) == {(1, 8)}


def test_a_seat_that_was_added_is_not_undone_once_it_voted(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.attendance.add_seat(facts(day).teams[1].id)
    vote(day, 1, 4)
    with pytest.raises(NotPossibleNow) as refused:
        day.live.facilitation.undo()
    assert refused.value.text == STANDS
    assert in_and_expected(day) == {(1, 8)}


def test_a_seat_that_stays_does_not_bar_the_way_to_the_acts_before_it(day: Day) -> None:
    day.reach(State.OPEN)
    mark(day, 0, 0, Presence.GONE)
    day.live.attendance.add_seat(facts(day).teams[1].id, "Zoe")
    mark(day, 0, 1, Presence.GONE)
    vote(day, 1, 4)
    day.live.facilitation.undo()
    with pytest.raises(NotPossibleNow, match="votes depend on it"):
        day.live.facilitation.undo()
    assert day.live.console().undo == "Ann gone"
    day.live.facilitation.undo()
    assert seat(day, 0, 0).presence is Presence.PRESENT
    assert day.live.console().undo == "vote opened"
    assert in_and_expected(day) == {(1, 8)}
    for name in ("Ann gone", "Bob gone"):
        assert day.live.console().redo == name
        day.live.facilitation.redo()
    assert day.live.facilitation.redo() is None
    assert [each.presence for each in facts(day).teams[0].everyone][:2] == [Presence.GONE] * 2
    assert (seat(day, 1, 4).name, in_and_expected(day)) == ("Zoe", {(1, 6)})


def test_a_seat_that_was_added_by_mistake_is_undone(day: Day) -> None:
    day.live.attendance.add_seat(facts(day).teams[1].id)
    day.live.facilitation.undo()
    assert len(facts(day).teams[1].everyone) == 4
    day.live.facilitation.redo()
    assert len(facts(day).teams[1].everyone) == 5


def test_a_team_that_votes_as_one_has_one_seat(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=(NewTeam("Front desk", 1), NewTeam("Nursing", 1)))
    with day.library.transaction() as transaction:
        transaction.get_one(WorkshopRecord, day.live.id).voter = "team"
    with pytest.raises(NotPossibleNow, match="votes as one"):
        day.live.attendance.add_seat(facts(day).teams[0].id)
    day.library.close()


def test_a_name_is_given_changed_and_taken_away(day: Day) -> None:
    nameless = seat(day, 1, 0).id
    day.live.attendance.name_seat(nameless, " צוות  הקבלה ")
    assert seat(day, 1, 0).name == "צוות הקבלה"
    day.live.attendance.name_seat(nameless, "")
    assert seat(day, 1, 0).name is None
    day.live.facilitation.undo()
    assert seat(day, 1, 0).name == "צוות הקבלה"


def test_a_seat_of_another_workshop_is_refused(day: Day) -> None:
    with pytest.raises(NotPossibleNow):
        day.live.attendance.mark("nobody", Presence.GONE)
    with pytest.raises(NotPossibleNow):
        day.live.attendance.mark_team("nobody", Presence.GONE)


def test_in_the_practice_vote_who_voted_and_left_still_counts(day: Day) -> None:
    day.reach(State.PRACTICE_OPEN)
    for place in range(3):
        day.live.voting.cast([Vote(PRACTICE_ROUND, seat(day, 0, place).id, 2, Way.WALL)])
    day.live.attendance.mark_team(facts(day).teams[0].id, Presence.GONE)
    console = day.live.console()
    assert (console.votes, console.votes_unit) == ("3", "of 7 votes in")


MOVES = st.lists(
    st.tuples(
        st.sampled_from(("late", "gone", "present", "observer", "vote", "hands", "undo", "add")),
        st.integers(0, 1),
        st.integers(0, 3),
        st.integers(0, 4),
    ),
    max_size=20,
)


@settings(max_examples=15)
@given(MOVES)
def test_however_seats_come_and_go_no_more_votes_are_in_than_expected(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, int, int, int]]
) -> None:
    day = begin_day(tmp_path_factory.mktemp("day"), teams=(NewTeam("A", 2), NewTeam("B", 3)))
    day.reach(State.OPEN)
    opened = round_id(day)
    for kind, team_place, place, number in moves:
        team = facts(day).teams[team_place]
        seat_id = team.everyone[place % len(team.everyone)].id
        try:
            if kind in ("late", "gone", "present"):
                day.live.attendance.mark(seat_id, Presence(kind), Role.VOTING)
            elif kind == "observer":
                day.live.attendance.mark(seat_id, role=Role.OBSERVER)
            elif kind == "vote":
                day.cast((opened, seat_id, 1 + number))
            elif kind == "hands":
                day.live.voting.put_tally(opened, team.id if number else "", {3: number})
            elif kind == "add":
                day.live.attendance.add_seat(team.id)
            elif facts(day).undo != ("open", {}):
                day.live.facilitation.undo()
        except (NotPossibleNow, RefusedVote):
            pass  # refused in words, and then nothing may have changed
        now = facts(day)
        assert now.round is not None
        assert now.round.votes_in <= now.round.expected == now.expected
        for each in now.teams:
            assert each.voted <= each.expected
    day.library.close()
