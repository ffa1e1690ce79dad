"""Sealing: a secret vote is counted once, and parted from its seat when the round closes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bad_disk import disk_ends_at
from tests.days import Day, another_day, begin_day
from tests.workshop.secret import (
    MIXED,
    TEAMS,
    WORDS,
    counts,
    make_secret,
    now,
    presence,
    refusals,
    rows,
    secret_day,
    vote,
)
from workshop.creation import NewTeam
from workshop.errors import LibraryError, NotPossibleNow, RefusedVote
from workshop.journal import act
from workshop.kinds import RoundState, Way
from workshop.library import Library, Transaction
from workshop.live import LiveWorkshop
from workshop.receipts import TOKEN_BYTES
from workshop.records import RoundRecord
from workshop.sealing import erase, seal, seal_closed, unseat
from workshop.steps import State, day_state
from workshop.voting import CastVote, Vote

HAS_VOTED = "This seat has voted. It can vote anew in the next round."
IS_SEALED = "This seat has voted, and its vote is sealed: it cannot change any more."


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day whose first vote is open and secret: three, five and six seats, minimum three."""
    opened = secret_day(tmp_path)
    yield opened
    opened.library.close()


# Voting


def test_a_secret_vote_is_kept_without_its_seat_and_without_a_time(day: Day) -> None:
    vote(day, 4)
    (team,) = {team.id for team in day.live.facts(whole=False).teams if team.name == "Front desk"}
    receipt = day.live.receipts.receipt(now(day).id, day.seats()[0])
    assert rows(day, "SELECT * FROM vote") == []
    assert rows(day, "SELECT * FROM voted") == [(now(day).id, day.seats()[0])]
    assert rows(day, "SELECT * FROM sealed") == [(receipt, now(day).id, team, 4, "wall")]
    assert (now(day).votes_in, now(day).secret, now(day).sealed) == (1, True, False)


def test_a_changed_vote_takes_the_place_of_the_first(day: Day) -> None:
    vote(day, 4)
    day.live.voting.cast([Vote(now(day).id, day.seats()[0], 2, Way.PAPER)])
    assert [row[3:] for row in rows(day, "SELECT * FROM sealed")] == [(2, "paper")]
    assert now(day).votes_in == 1


def test_the_last_of_two_secret_votes_in_one_batch_stands(day: Day) -> None:
    seat = day.seats()[0]
    cast = day.cast((now(day).id, seat, 2), (now(day).id, seat, 4))
    assert refusals(cast) == ["", ""]
    assert [row[3] for row in rows(day, "SELECT * FROM sealed")] == [4]


@pytest.mark.parametrize("lost", ["handed over", "phone", "crash"])
def test_a_vote_whose_token_is_gone_stands_and_cannot_change(day: Day, lost: str) -> None:
    vote(day, 4)
    if lost == "handed over":
        day.live.receipts.renew(day.seats()[0])
    elif lost == "phone":
        day.live.receipts.use(day.seats()[0], bytes(TOKEN_BYTES))
    else:
        day.live = LiveWorkshop(day.library, day.live.id, WORDS)
    assert refusals(vote(day, 1, 2)) == [HAS_VOTED, ""]
    assert rows(day, "SELECT answer FROM sealed") == [(2,), (4,)]


def test_the_new_token_votes_in_the_next_round(day: Day) -> None:
    vote(day, *MIXED)
    day.live.receipts.renew(day.seats()[0])
    day.reach(State.REVEAL, votes=0)
    day.live.facilitation.vote_again()
    assert refusals(vote(day, 5)) == [""]


def test_who_does_not_vote_today_is_refused_in_a_secret_round_too(day: Day) -> None:
    presence(day, day.seats()[0], "gone")
    (cast,) = vote_of(day, "nobody", 3)
    assert not cast.kept
    with day.library.reading() as connection:
        gone = connection.exec_driver_sql("SELECT id FROM seat WHERE presence = 'gone'").scalar()
    assert not vote_of(day, str(gone), 3)[0].kept
    assert rows(day, "SELECT * FROM voted") == rows(day, "SELECT * FROM sealed") == []


def vote_of(day: Day, seat_id: str, answer: int) -> tuple[CastVote, ...]:
    return day.cast((now(day).id, seat_id, answer))


def test_hands_never_exceed_the_seats_still_out_in_a_secret_round(day: Day) -> None:
    vote(day, 1, 2)
    desk = day.live.facts(whole=False).teams[0].id
    with pytest.raises(RefusedVote, match="2 hands are more than the 1 seats"):
        day.live.voting.put_tally(now(day).id, desk, {3: 2})
    day.live.voting.put_tally(now(day).id, desk, {3: 1})
    assert not vote_of(day, day.seats()[2], 3)[0].kept
    assert now(day).votes_in == 3


# Opening


def test_a_round_is_secret_as_the_workshop_is_when_it_opens(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=TEAMS)
    day.reach(State.OPEN)
    make_secret(day)
    assert not now(day).secret
    vote(day, *MIXED)
    assert len(rows(day, "SELECT * FROM vote")) == 14
    day.reach(State.REVEAL)
    day.live.facilitation.vote_again()
    assert now(day).secret
    day.library.close()


def test_a_parked_round_with_votes_stays_as_secret_as_it_was(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=TEAMS)
    day.reach(State.OPEN)
    vote(day, *MIXED)
    day.live.facilitation.undo()
    make_secret(day)
    day.reach(State.OPEN)
    assert not now(day).secret
    day.live.facilitation.undo()
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM vote")
    day.reach(State.OPEN)
    assert now(day).secret
    day.library.close()


def test_fewer_than_five_present_seats_cannot_vote_secretly(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=[NewTeam("Front desk", 5)])
    make_secret(day)
    presence(day, day.seats()[0], "late")
    with pytest.raises(NotPossibleNow) as refusal:
        day.reach(State.OPEN)
    assert refusal.value.sentence(WORDS) == (
        "A secret vote needs at least 5 present voting seats; there are 4. "
        "Wait for the others, or choose an open ballot."
    )
    assert day_state(day.live.facts()) in (State.POSE, State.DISCUSS)
    assert rows(day, "SELECT * FROM round") == []
    day.library.close()


def test_a_team_that_votes_as_one_cannot_vote_secretly(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=TEAMS)
    make_secret(day, voter="team")
    with pytest.raises(NotPossibleNow, match="A team that votes as one cannot vote secretly"):
        day.reach(State.OPEN)
    day.library.close()


# Closing


def test_the_close_keeps_the_counts_and_parts_them_from_the_seats(day: Day) -> None:
    vote(day, *MIXED)
    day.reach(State.CLOSED, votes=0)
    assert rows(day, "SELECT * FROM sealed") == []
    assert len(rows(day, "SELECT * FROM voted")) == 14
    assert counts(day) == {
        "Front desk": {1: 1, 2: 1, 3: 1},
        "Nursing": {2: 1, 3: 2, 4: 1, 5: 1},
        "Doctors": {0: 1, 1: 1, 2: 2, 3: 1, 4: 1},
    }
    assert rows(day, "SELECT way, count FROM sealed_way") == [("wall", 14)]
    assert rows(day, "SELECT * FROM journal") == []
    assert (now(day).votes_in, now(day).sealed, now(day).result) == (14, True, None)


def test_hands_are_kept_with_their_team_and_those_of_the_room_with_the_rest(day: Day) -> None:
    desk = day.live.facts(whole=False).teams[0].id
    day.live.voting.put_tally(now(day).id, desk, {3: 2, 1: 1})
    day.live.voting.put_tally(now(day).id, "", {5: 2, 4: 1})
    vote(day, 1, 2, 3, 3, 4, 5, first=8)
    day.reach(State.CLOSED, votes=0)
    assert rows(day, "SELECT * FROM tally") == []
    assert counts(day) == {
        "Front desk": {1: 1, 3: 2},
        "Doctors": {1: 1, 2: 1, 3: 2, 4: 1, 5: 1},
        "": {4: 1, 5: 2},
    }
    assert rows(day, "SELECT way, count FROM sealed_way") == [("hands", 6), ("wall", 6)]


def test_a_way_that_few_took_is_not_kept(day: Day) -> None:
    vote(day, *MIXED[:10])
    seats, round_id = day.seats(), now(day).id
    day.live.voting.cast([Vote(round_id, seat, 2, Way.PHONE) for seat in seats[10:12]])
    day.reach(State.CLOSED, votes=0)
    assert rows(day, "SELECT way, count FROM sealed_way") == [("wall", 10)]


def test_small_teams_are_kept_together_with_the_rest(tmp_path: Path) -> None:
    day = secret_day(tmp_path, (NewTeam("Nursing", 6), NewTeam("Desk", 2), NewTeam("Doctors", 2)))
    vote(day, 1, 2, 3, 4, 5, 3, 2, 3, 4, 1)
    day.reach(State.CLOSED, votes=0)
    assert counts(day) == {"Nursing": {1: 1, 2: 1, 3: 2, 4: 1, 5: 1}, "": {1: 1, 2: 1, 3: 1, 4: 1}}
    day.library.close()


def test_a_revealed_secret_round_shows_what_was_counted_and_forgets_who_voted(day: Day) -> None:
    vote(day, *MIXED)
    day.reach(State.REVEAL, votes=0)
    result = now(day).result
    assert result is not None
    assert (result.counts, result.dont_know) == ((2, 4, 4, 2, 1), 1)
    assert rows(day, "SELECT * FROM voted") == []
    assert (now(day).votes_in, now(day).expected) == (14, 14)
    assert day.live.facilitation.undo() is None


def test_who_voted_and_left_counts_in_the_round(day: Day) -> None:
    vote(day, *MIXED)
    presence(day, day.seats()[3], "gone")
    day.reach(State.CLOSED, votes=0)
    assert (now(day).votes_in, now(day).expected) == (14, 14)


def test_who_left_without_a_vote_does_not_count(day: Day) -> None:
    vote(day, *MIXED[:10])
    presence(day, day.seats()[13], "gone")
    day.reach(State.CLOSED, votes=0)
    assert (now(day).votes_in, now(day).expected) == (10, 13)


def test_a_round_without_votes_is_sealed_too(day: Day) -> None:
    day.live.facilitation.next()
    assert (now(day).state, now(day).votes_in, now(day).sealed) == (RoundState.CLOSED, 0, True)


def test_an_open_ballot_counts_who_voted_and_left_and_is_not_sealed(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=TEAMS)
    day.reach(State.OPEN)
    vote(day, *MIXED)
    presence(day, day.seats()[3], "gone")
    day.reach(State.REVEAL, votes=0)
    assert (now(day).votes_in, now(day).expected, now(day).sealed) == (14, 14, False)
    assert len(rows(day, "SELECT * FROM vote")) == 14
    day.library.close()


def test_neither_an_open_round_nor_an_open_ballot_can_be_sealed(day: Day, tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="is open, secret: True"),
        day.library.transaction() as transaction,
    ):
        seal(transaction, day.live.id, now(day).id)
    other = begin_day(tmp_path / "other")
    other.reach(State.CLOSED)
    with (
        pytest.raises(RuntimeError, match="is closed, secret: False"),
        other.library.transaction() as transaction,
    ):
        seal(transaction, other.live.id, now(other).id)
    other.library.close()


def test_a_close_that_the_disk_refuses_leaves_the_round_open_with_its_votes(day: Day) -> None:
    vote(day, *MIXED)
    log = day.library.path.with_name("flipchart.sqlite-wal")
    with disk_ends_at(log.stat().st_size + 100), pytest.raises(LibraryError):
        day.live.facilitation.next()
    assert (now(day).state, now(day).votes_in, now(day).sealed) == (RoundState.OPEN, 14, False)
    assert refusals(vote(day, 5)) == [""]
    day.reach(State.CLOSED, votes=0)
    assert rows(day, "SELECT sum(count) FROM sealed_count") == [(14,)]


def test_sealing_inside_an_act_is_a_fault_of_the_program(day: Day) -> None:
    vote(day, *MIXED)
    round_id = now(day).id

    def close_and_seal(transaction: Transaction) -> None:
        with act(transaction, day.live.id, "close"):
            transaction.get_one(RoundRecord, round_id).state = "closed"
            seal(transaction, day.live.id, round_id)

    with (
        pytest.raises(RuntimeError, match="still being recorded"),
        day.library.transaction() as transaction,
    ):
        close_and_seal(transaction)
    assert (now(day).state, now(day).votes_in) == (RoundState.OPEN, 14)


def test_sealing_one_round_leaves_the_open_one_of_another_workshop_as_it_is(day: Day) -> None:
    other = another_day(day.library, day.clock, teams=TEAMS)
    make_secret(other)
    other.reach(State.OPEN)
    vote(other, *MIXED)
    vote(day, *MIXED)
    day.reach(State.REVEAL, votes=0)
    assert refusals(vote(other, 5, 5)) == ["", ""]
    assert now(other).votes_in == 14
    other.reach(State.REVEAL, votes=0)
    result = now(other).result
    assert result is not None
    assert (result.counts, result.dont_know) == ((1, 3, 4, 2, 3), 1)


# Opened again


def test_a_round_opened_again_takes_only_those_still_missing(day: Day) -> None:
    vote(day, *MIXED[:12])
    day.reach(State.CLOSED, votes=0)
    day.live.facilitation.vote_again()
    assert (now(day).state, now(day).votes_in) == (RoundState.OPEN, 12)
    assert refusals(vote(day, 5, first=11)) == [IS_SEALED]
    assert refusals(vote(day, 4, 0, first=12)) == ["", ""]
    assert refusals(vote(day, 5, first=12)) == [""]
    day.reach(State.REVEAL, votes=0)
    result = now(day).result
    assert result is not None
    assert (result.counts, result.dont_know, now(day).votes_in) == ((2, 4, 4, 1, 2), 1, 14)


def test_late_votes_leave_the_total_and_no_breakdown(day: Day) -> None:
    vote(day, *MIXED[:13])
    day.reach(State.CLOSED, votes=0)
    assert set(counts(day)) == {"Front desk", "Nursing", "Doctors"}
    day.live.facilitation.vote_again()
    vote(day, 0, first=13)
    day.live.facilitation.next()
    assert counts(day) == {"": {0: 1, 1: 2, 2: 4, 3: 4, 4: 2, 5: 1}}
    assert rows(day, "SELECT * FROM sealed_way") == []


def test_a_round_opened_again_to_which_nobody_came_keeps_its_breakdown(day: Day) -> None:
    vote(day, *MIXED[:13])
    day.reach(State.CLOSED, votes=0)
    before = counts(day)
    day.live.facilitation.vote_again()
    day.live.facilitation.next()
    assert counts(day) == before
    assert now(day).votes_in == 13


def test_sealed_hands_keep_their_seats_when_the_round_is_opened_again(day: Day) -> None:
    day.live.voting.put_tally(now(day).id, "", {2: 4, 3: 8})
    day.reach(State.CLOSED, votes=0)
    day.live.facilitation.vote_again()
    with pytest.raises(RefusedVote, match="3 hands are more than the 2 seats"):
        day.live.voting.put_tally(now(day).id, "", {2: 3})
    assert [cast.kept for cast in vote(day, 1, 1, 1)] == [True, True, False]
    assert now(day).votes_in == 14


def test_a_vote_that_an_undo_took_out_of_an_open_round_is_sealed(day: Day) -> None:
    vote(day, *MIXED[:12])
    day.reach(State.CLOSED, votes=0)
    day.live.facilitation.vote_again()
    vote(day, 4, first=12)
    round_id = now(day).id
    with day.library.transaction() as transaction:
        transaction.get_one(RoundRecord, round_id).state = RoundState.CLOSED.value
        seal_closed(transaction, day.live.id)
        assert transaction.get_one(RoundRecord, round_id).sealed_at is not None
    assert rows(day, "SELECT * FROM sealed") == []
    assert now(day).votes_in == 13


def test_late_votes_of_a_reopening_that_was_undone_are_revealed_with_the_others(day: Day) -> None:
    vote(day, *MIXED[:12])
    day.reach(State.CLOSED, votes=0)
    day.live.facilitation.vote_again()
    vote(day, 4, first=12)
    assert day.live.facilitation.undo() is not None
    assert (now(day).state, now(day).votes_in) == (RoundState.CLOSED, 13)
    day.reach(State.REVEAL, votes=0)
    result = now(day).result
    assert result is not None
    assert (result.votes, rows(day, "SELECT * FROM sealed")) == (13, [])


def test_nothing_is_sealed_where_nothing_is_left_and_the_journal_stays(day: Day) -> None:
    vote(day, *MIXED)
    journal = rows(day, "SELECT * FROM journal")
    with day.library.transaction() as transaction:
        seal_closed(transaction, day.live.id)
    assert rows(day, "SELECT * FROM journal") == journal != []
    assert len(rows(day, "SELECT * FROM sealed")) == 14


def test_an_open_ballots_reveal_can_be_undone(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.REVEAL)
    with day.library.transaction() as transaction:
        unseat(transaction, now(day).id)
    assert rows(day, "SELECT * FROM journal") != []
    day.library.close()


# The log


def test_erasing_waits_for_a_reader_and_is_done_at_the_next_start(day: Day, tmp_path: Path) -> None:
    vote(day, *MIXED)
    receipt = day.live.receipts.receipt(now(day).id, day.seats()[0]).encode()
    log = day.library.path.with_name("flipchart.sqlite-wal")
    with day.library.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM seat").one()
        day.reach(State.CLOSED, votes=0)
        assert receipt in log.read_bytes()
        # As a crash at this moment leaves the two files.
        crashed = tmp_path / "crashed" / "flipchart.sqlite"
        crashed.parent.mkdir()
        for path in (day.library.path, log):
            shutil.copy(path, crashed.with_name(path.name))
    assert erase(day.library)
    assert log.stat().st_size == 0
    with Library.open(crashed) as library:
        for path in crashed.parent.iterdir():
            assert receipt not in path.read_bytes(), path
        live = LiveWorkshop(library, day.live.id, WORDS)
        now_there = live.facts().round
        assert now_there is not None
        assert (now_there.votes_in, now_there.sealed) == (14, True)


def test_the_log_is_not_emptied_inside_a_transaction_or_by_a_reader(day: Day) -> None:
    with day.library.writing(), pytest.raises(RuntimeError, match="not to be emptied now"):
        erase(day.library)
    with (
        Library.open(day.library.path, read_only=True) as beside,
        pytest.raises(RuntimeError, match="not to be emptied now"),
    ):
        erase(beside)
