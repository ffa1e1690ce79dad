"""Turns: who is called to the screen, in which order, and what a tap there does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from tests.bad_disk import disk_ends_at
from tests.days import Day, begin_day
from tests.workshop.secret import secret_day
from workshop.creation import NewTeam
from workshop.errors import LibraryError, NotPossibleNow
from workshop.facts import Turn
from workshop.kinds import Presence, Way
from workshop.records import SeatRecord
from workshop.scenes import HandOverScene, QuestionScene, Scene, TouchScene
from workshop.steps import State
from workshop.voting import Vote

NAMELESS = (NewTeam("Front desk", 2), NewTeam("Nursing", 2))
NAMED = (NewTeam("Front desk", names=("Ann", "Bob", "Cy")), NewTeam("Nursing", 2))


def open_day(folder: Path, teams: tuple[NewTeam, ...]) -> Day:
    day = begin_day(folder, teams=teams)
    day.reach(State.OPEN)
    return day


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """An open vote of two teams with two nameless seats each."""
    day = open_day(tmp_path, NAMELESS)
    yield day
    day.library.close()


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Day]:
    """An open vote of Ann, Bob and Cy, and a team without names."""
    day = open_day(tmp_path, NAMED)
    yield day
    day.library.close()


def round_id(day: Day) -> str:
    now = day.live.facts(whole=False).round
    assert now is not None, "a vote is open"
    return now.id


def wall(day: Day) -> Scene:
    return day.live.scene().scene


def turn(day: Day) -> Turn | None:
    return day.live.facts(whole=False).turn


def team_id(day: Day, place: int) -> str:
    return day.live.facts(whole=False).teams[place].id


def called(day: Day) -> str:
    """Whose name the hand-over shows."""
    scene = wall(day)
    assert isinstance(scene, HandOverScene)
    return scene.name


def tap(day: Day, answer: int) -> None:
    day.live.turns.open()
    cast = day.live.turns.answer(answer)
    assert cast is not None, "it is somebody's turn"
    assert cast.kept


def answers(day: Day) -> list[int | None]:
    """Each seat's answer in the order of seats."""
    with day.library.reading() as connection:
        rows = connection.exec_driver_sql("SELECT seat_id, answer FROM vote").all()
    found = {row[0]: row[1] for row in rows}
    return [found.get(seat) for seat in day.seats()]


def test_nameless_seats_of_a_team_follow_each_other_and_the_next_team_is_called(day: Day) -> None:
    day.live.turns.call()
    assert called(day) == "Front desk"
    day.live.turns.open()
    for answer in (1, 2):
        scene = wall(day)
        assert isinstance(scene, TouchScene)
        assert (scene.name, scene.turn) == ("Front desk", f"vote {answer} of 2")
        assert scene.following == "Next team: Nursing"
        day.live.turns.answer(answer)
    assert called(day) == "Nursing"
    tap(day, 3)
    tap(day, 4)
    assert turn(day) is None
    assert isinstance(wall(day), QuestionScene)
    assert answers(day) == [1, 2, 3, 4]


def test_named_seats_are_called_one_by_one_by_name(named: Day) -> None:
    named.live.turns.call()
    for name in ("Ann", "Bob", "Cy"):
        scene = wall(named)
        assert isinstance(scene, HandOverScene)
        assert (scene.name, scene.above, scene.votes) == (name, "Front desk", "1 vote")
        named.live.turns.open()
        touch = wall(named)
        assert isinstance(touch, TouchScene)
        assert (touch.name, touch.turn) == (name, "Front desk")
        named.live.turns.answer(3)
    assert called(named) == "Nursing"


def test_a_nameless_seat_after_a_named_one_is_called(tmp_path: Path) -> None:
    day = open_day(tmp_path, (NewTeam("Front desk", 3, names=("Ann",)),))
    day.live.turns.call()
    tap(day, 3)
    assert called(day) == "Front desk"
    tap(day, 3)
    assert isinstance(wall(day), TouchScene)
    day.library.close()


def test_a_named_seat_that_is_not_here_is_passed_over_and_called_again_at_the_end(
    named: Day,
) -> None:
    named.live.turns.call()
    named.live.turns.skip()
    assert called(named) == "Bob"
    tap(named, 3)
    tap(named, 3)
    for _ in range(2):
        tap(named, 4)
    assert called(named) == "Ann"
    named.live.turns.skip()
    assert turn(named) is None


def test_a_team_that_does_not_come_shows_no_targets_and_the_next_is_called(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.skip()
    assert called(day) == "Nursing"
    day.live.turns.skip()
    assert called(day) == "Front desk"


def test_one_of_a_team_at_the_screen_can_be_passed_over(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    day.live.turns.skip()
    scene = wall(day)
    assert isinstance(scene, TouchScene)
    assert scene.name == "Front desk"
    day.live.turns.answer(5)
    assert answers(day) == [None, 5, None, None]


def test_a_team_is_called_by_its_id_and_others_follow(day: Day) -> None:
    day.live.turns.call(team_id(day, 1))
    assert called(day) == "Nursing"
    tap(day, 3)
    tap(day, 3)
    assert called(day) == "Front desk"


def test_ending_shows_the_question_again_and_keeps_what_was_tapped(day: Day) -> None:
    day.live.turns.call()
    tap(day, 4)
    day.live.turns.end()
    assert isinstance(wall(day), QuestionScene)
    assert answers(day) == [4, None, None, None]
    assert day.live.turns.answer(5) is None


def test_a_tap_at_the_hand_over_or_out_of_turn_is_no_vote(day: Day) -> None:
    assert day.live.turns.answer(3) is None
    day.live.turns.call()
    assert day.live.turns.answer(3) is None
    assert answers(day) == [None] * 4


def test_a_tap_beyond_the_scale_keeps_the_turn(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    before = turn(day)
    cast = day.live.turns.answer(9)
    assert cast is not None
    assert not cast.kept
    assert turn(day) == before


def test_closing_the_vote_ends_the_turn(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    day.live.facilitation.next()
    assert day.state() is State.CLOSED
    assert turn(day) is None
    with pytest.raises(NotPossibleNow, match="V opens it again"):
        day.live.turns.call()


def test_hands_of_a_team_are_not_called_to_the_screen_as_well(day: Day) -> None:
    put, desk = day.live.voting.put_tally, team_id(day, 0)
    put(round_id(day), desk, {3: 2})
    day.live.turns.call()
    assert called(day) == "Nursing"
    with pytest.raises(NotPossibleNow, match="Every seat has voted"):
        day.live.turns.call(desk)
    put(round_id(day), desk, {3: 1})
    day.live.turns.call(desk)
    tap(day, 3)
    assert called(day) == "Nursing"


def test_whoever_a_counted_hand_was_every_name_can_still_be_called(named: Day) -> None:
    named.live.voting.put_tally(round_id(named), team_id(named, 0), {3: 2})
    named.live.turns.call()
    named.live.turns.skip()
    named.live.turns.skip()
    assert called(named) == "Cy"
    tap(named, 3)
    assert called(named) == "Nursing"


def test_a_room_counted_whole_calls_nobody(day: Day) -> None:
    put = day.live.voting.put_tally
    put(round_id(day), "", {3: 4})
    with pytest.raises(NotPossibleNow, match="Every seat has voted"):
        day.live.turns.call()
    put(round_id(day), "", {3: 3})
    day.live.turns.call()
    tap(day, 5)
    assert turn(day) is None


def test_where_nobody_is_here_nobody_is_called_and_no_seat_is_said_to_have_voted(day: Day) -> None:
    for team in day.live.facts().teams:
        day.live.attendance.mark_team(team.id, Presence.GONE)
    with pytest.raises(NotPossibleNow, match="Nobody is here to vote"):
        day.live.turns.call()
    day.live.facilitation.next()
    with pytest.raises(NotPossibleNow, match="V opens it again"):
        day.live.turns.call()


def test_a_tap_is_kept_and_the_wall_moves_on_in_one_transaction(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    commits: list[object] = []
    count = commits.append
    event.listen(Engine, "commit", count)
    try:
        day.live.turns.answer(3)
    finally:
        event.remove(Engine, "commit", count)
    assert len(commits) == 1


def test_where_the_wall_cannot_move_on_the_tap_is_not_kept(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    before = turn(day)
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql(
            "CREATE TEMP TRIGGER fault BEFORE UPDATE ON wall BEGIN SELECT RAISE(ABORT, 'x'); END"
        )
    with pytest.raises(Exception, match="x"):
        day.live.turns.answer(3)
    assert answers(day) == [None] * 4
    assert turn(day) == before
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql("DROP TRIGGER fault")
    tap(day, 3)
    assert answers(day) == [3, None, None, None]


def test_a_tap_on_a_full_disk_leaves_the_turn_and_can_be_made_again(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    before = turn(day)
    log = day.library.path.with_name("flipchart.sqlite-wal")
    with disk_ends_at(log.stat().st_size + 100), pytest.raises(LibraryError):
        day.live.turns.answer(3)
    assert (answers(day), turn(day)) == ([None] * 4, before)


def test_a_seat_that_left_during_its_turn_is_passed_over(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, day.seats()[0]).presence = "gone"
    day.live.turns.skip()
    tap(day, 4)
    assert called(day) == "Nursing"


def test_what_has_nothing_to_do_with_the_vote_is_undone_without_ending_the_turn(day: Day) -> None:
    day.live.turns.call()
    day.live.turns.open()
    shown = wall(day)
    day.live.planning.park("Where do the forms go?")
    day.live.facilitation.add_time(1)
    for _ in range(2):
        day.live.facilitation.undo()
        assert wall(day) == shown
    for _ in range(2):
        day.live.facilitation.redo()
        assert wall(day) == shown
    tap(day, 4)
    assert answers(day) == [4, None, None, None]


def test_an_undone_opening_ends_the_turn(day: Day) -> None:
    day.live.turns.call()
    day.live.facilitation.undo()
    assert (day.state(), turn(day)) == (State.DISCUSS, None)
    day.live.facilitation.redo()
    assert (day.state(), turn(day)) == (State.OPEN, None)


def test_a_turn_ends_where_an_undo_takes_its_seat_out_of_the_room(day: Day) -> None:
    late = day.seats()[0]
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, late).presence = "late"
    day.live.attendance.mark(late, Presence.PRESENT)
    day.live.turns.call()
    assert turn(day) == Turn(team_id(day, 0), late, False, False)
    day.live.facilitation.undo()
    assert turn(day) is None
    assert isinstance(wall(day), QuestionScene)


def test_a_seat_that_was_added_can_be_taken_back_though_it_is_its_turn(day: Day) -> None:
    day.vote_all(3)
    added = day.live.attendance.add_seat(team_id(day, 1), "Zoe")
    day.live.turns.call()
    day.live.turns.open()
    assert turn(day) == Turn(team_id(day, 1), added, True, False)
    day.live.facilitation.undo()
    assert added not in day.seats()
    assert turn(day) is None
    assert isinstance(wall(day), QuestionScene)


def test_the_wall_is_not_held_while_a_team_votes_at_it(day: Day) -> None:
    day.live.turns.call()
    for _ in range(2):
        with pytest.raises(NotPossibleNow, match="A team is voting at the screen"):
            day.live.hold()
        assert day.live.facts().held is None
        day.live.turns.open()
    day.live.turns.end()
    day.live.hold()
    assert day.live.facts().held is not None
    day.live.turns.call()
    assert day.live.facts().held is None


def test_the_practice_vote_is_tapped_in_the_same_order(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=NAMELESS)
    day.reach(State.PRACTICE_OPEN)
    day.live.turns.call()
    tap(day, 1)
    tap(day, 2)
    assert called(day) == "Nursing"
    day.live.facilitation.next()
    assert (day.state(), turn(day)) == (State.PRACTICE_CLOSED, None)
    day.library.close()


# Secret


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Day]:
    """An open secret vote of two teams with three seats each."""
    day = secret_day(tmp_path, (NewTeam("Front desk", 3), NewTeam("Nursing", 3)))
    yield day
    day.library.close()


def on_the_pad(day: Day) -> bool:
    now = turn(day)
    assert now is not None, "it is somebody's turn"
    return now.pad


def test_a_secret_vote_at_the_wall_is_kept_without_its_seat(secret: Day) -> None:
    secret.live.turns.call()
    for answer in (1, 2, 3):
        tap(secret, answer)
    assert called(secret) == "Nursing"
    with secret.library.reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM vote").all() == []
        kept = connection.exec_driver_sql("SELECT answer FROM sealed ORDER BY answer").all()
        voted = connection.exec_driver_sql("SELECT seat_id FROM voted").scalars().all()
    assert [row[0] for row in kept] == [1, 2, 3]
    assert set(voted) == set(secret.seats()[:3])


def test_the_pad_stays_the_pad_from_turn_to_turn_until_a_team_is_called_without(
    secret: Day,
) -> None:
    secret.live.turns.call(pad=True)
    for _ in range(4):
        assert on_the_pad(secret)
        secret.live.turns.open()
        assert on_the_pad(secret)
        secret.live.turns.answer(2)
    secret.live.turns.skip()
    secret.live.turns.end()
    secret.live.turns.call()
    assert not on_the_pad(secret)


def test_a_seat_that_was_handed_over_keeps_its_turn_and_its_first_vote(secret: Day) -> None:
    secret.live.turns.call()
    seat = secret.seats()[0]
    round_now = round_id(secret)
    secret.live.voting.cast([Vote(round_now, seat, 5, Way.PHONE)])
    secret.live.receipts.renew(seat)
    secret.live.turns.open()
    cast = secret.live.turns.answer(1)
    assert cast is not None
    assert cast.refusal is not None
    assert "It can vote anew in the next round." in str(cast.refusal)
    now = turn(secret)
    assert now is not None
    assert now.seat_id == seat
