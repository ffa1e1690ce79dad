"""Votes come in by one entrance: each is answered, kept once, and counted within the room."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from tests.bad_disk import disk_ends_at
from tests.days import Day, begin_day
from workshop.creation import NewTeam
from workshop.errors import LibraryError, RefusedVote
from workshop.kinds import Way
from workshop.practice import PRACTICE_ROUND
from workshop.records import SeatRecord
from workshop.steps import State
from workshop.voting import CastVote, Vote
from workshop.words import Words

ROOT = Path(__file__).parents[2]
WORDS = Words()


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day whose first vote is open; Front desk has three seats, Nursing four."""
    day = begin_day(tmp_path)
    day.reach(State.OPEN)
    yield day
    day.library.close()


def open_round(day: Day) -> str:
    now = day.live.facts(whole=False).round
    assert now is not None, "a vote is open"
    return now.id


def teams(day: Day) -> list[str]:
    return [team.id for team in day.live.facts(whole=False).teams]


def kept(day: Day) -> dict[str, tuple[int, str]]:
    """What the file holds of every vote: seat -> answer and way."""
    with day.library.reading() as connection:
        rows = connection.exec_driver_sql("SELECT seat_id, answer, way FROM vote").all()
    return {row[0]: (row[1], row[2]) for row in rows}


def sentences(cast: tuple[CastVote, ...]) -> list[str]:
    return [vote.refusal.sentence(WORDS) if vote.refusal else "" for vote in cast]


def votes_in(day: Day) -> int:
    now = day.live.facts(whole=False).round
    assert now is not None, "a round is at hand"
    return now.votes_in


def test_a_second_vote_of_a_seat_replaces_the_first_with_the_way_it_came(day: Day) -> None:
    seat = day.seats()[0]
    day.live.voting.cast([Vote(open_round(day), seat, 2, Way.PHONE)])
    day.live.voting.cast([Vote(open_round(day), seat, 5, Way.FOR_SOMEONE)])
    assert kept(day) == {seat: (5, "for_someone")}
    assert votes_in(day) == 1


def test_the_last_of_two_votes_in_one_batch_stands(day: Day) -> None:
    seat = day.seats()[0]
    cast = day.cast((open_round(day), seat, 2), (open_round(day), seat, 4))
    assert [vote.kept for vote in cast] == [True, True]
    assert kept(day)[seat][0] == 4


def test_dont_know_counts_as_a_vote_but_not_in_the_statistics(day: Day) -> None:
    round_id = open_round(day)
    day.cast(
        *((round_id, seat, answer) for seat, answer in zip(day.seats(), (0, 0, 5), strict=False))
    )
    assert votes_in(day) == 3
    day.reach(State.REVEAL, votes=0)
    question = day.live.facts().question
    assert question is not None
    result = question.rounds[0].result
    assert result is not None
    assert (result.votes, result.answers, result.dont_know, result.median) == (3, 1, 2, 5)


def test_each_vote_of_a_batch_is_answered_in_its_place(day: Day) -> None:
    round_id, (first, second, third, gone, observer, *_) = open_round(day), day.seats()
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, gone).presence = "gone"
        transaction.get_one(SeatRecord, observer).role = "observer"
    cast = day.cast(
        (round_id, first, 3),
        (round_id, second, 6),
        (round_id, "nobody", 3),
        (round_id, gone, 3),
        (round_id, observer, 3),
        ("another round", first, 3),
        (round_id, third, 0),
    )
    not_voting = "This seat does not vote today. The facilitator can change that."
    assert sentences(cast) == [
        "",
        "6 is not an answer to this question. Choose one from 1 to 5.",
        "This seat is not in the room. Ask the facilitator for another one.",
        not_voting,
        not_voting,
        "This vote is closed. Ask the facilitator to open it again.",
        "",
    ]
    assert set(kept(day)) == {first, third}


def test_an_answer_below_nothing_is_refused(day: Day) -> None:
    (cast,) = day.cast((open_round(day), day.seats()[0], -1))
    assert not cast.kept


def test_a_seat_of_another_workshop_has_no_vote_here(day: Day, tmp_path: Path) -> None:
    with day.library.transaction() as transaction:
        transaction.add(SeatRecord(id="stray", team_id=teams(day)[0], position=9, name=None))
    other = begin_day(tmp_path / "other")
    other.library.close()
    (cast,) = day.cast((open_round(day), other.live.id, 3))
    assert sentences((cast,)) == [
        "This seat is not in the room. Ask the facilitator for another one."
    ]


def test_a_question_without_dont_know_says_so(day: Day) -> None:
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE question SET dont_know = 0")
    cast = day.cast((open_round(day), day.seats()[0], 0))
    assert sentences(cast) == ["This question has no “don’t know”. Choose one from 1 to 5."]


def test_a_closed_round_takes_neither_votes_nor_hands(day: Day) -> None:
    round_id, seat = open_round(day), day.seats()[0]
    day.cast((round_id, seat, 2))
    day.live.facilitation.next()
    (cast,) = day.cast((round_id, seat, 5))
    assert not cast.kept
    with pytest.raises(RefusedVote, match="This vote is closed"):
        day.live.voting.put_tally(round_id, teams(day)[0], {3: 1})
    assert kept(day) == {seat: (2, "wall")}


# Many at once


def test_sixty_votes_at_once_are_all_answered_and_kept_in_a_few_commits(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=[NewTeam("All", 60)])
    day.reach(State.OPEN)
    round_id, seats, voting = open_round(day), day.seats(), day.live.voting
    commits: list[Connection] = []
    count = commits.append
    event.listen(Engine, "commit", count)
    try:
        with ThreadPoolExecutor(60) as pool:
            with day.library.writing():
                # The writer is busy: one batch waits for it, the others for that one.
                cast = [pool.submit(day.cast, (round_id, seat, 3)) for seat in seats]
                while len(voting._waiting) < 59:
                    wait(cast, timeout=0.001)
            answers = [answer for each in cast for answer in each.result()]
    finally:
        event.remove(Engine, "commit", count)
    assert len(answers) == 60
    assert all(answer.kept for answer in answers)
    assert set(kept(day)) == set(seats)
    # The busy writer's own, the first batch's, and one for the 59 that came meanwhile.
    assert len(commits) == 3
    day.library.close()


def test_a_fault_of_the_disk_is_raised_to_everyone_and_nothing_is_kept(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=[NewTeam("All", 12)])
    day.reach(State.OPEN)
    round_id, seats, voting = open_round(day), day.seats(), day.live.voting
    log = day.library.path.with_name("flipchart.sqlite-wal")
    with disk_ends_at(log.stat().st_size + 100), ThreadPoolExecutor(12) as pool:
        with day.library.writing():
            cast = [pool.submit(day.cast, (round_id, seat, 3)) for seat in seats]
            while len(voting._waiting) < 11:
                wait(cast, timeout=0.001)
        for each in cast:
            with pytest.raises(LibraryError, match="the last change was not saved, everything"):
                each.result()
    assert kept(day) == {}

    again = day.cast(*((round_id, seat, 4) for seat in seats))
    assert all(vote.kept for vote in again)
    assert {answer for answer, _ in kept(day).values()} == {4}
    day.library.close()


def test_trying_a_vote_again_changes_nothing(day: Day) -> None:
    vote = (open_round(day), day.seats()[0], 4)
    day.cast(vote)
    before = kept(day)
    day.cast(vote, vote)
    assert kept(day) == before
    assert votes_in(day) == 1


SYNCED_VOTES = """
import os, sys
from pathlib import Path
from tests.days import begin_day
from workshop.steps import State

day = begin_day(Path(sys.argv[1]))
day.reach(State.OPEN)
round_id = day.live.facts().round.id
os.write(1, b"acknowledged")
for batch in range(10):
    cast = day.cast(*((round_id, seat, batch % 6) for seat in day.seats()))
    assert all(vote.kept for vote in cast)
    os.write(1, b"acknowledged")
os._exit(0)
"""


def test_every_acknowledged_batch_of_votes_was_synced_first(on_disk: Path) -> None:
    trace = on_disk / "trace"
    subprocess.run(
        [
            "strace", "-f", "-y", "-e", "trace=fdatasync,fsync,write", "-o", trace,
            sys.executable, "-c", SYNCED_VOTES, on_disk / "library",
        ],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    batches = trace.read_text().split('"acknowledged"')[1:-1]
    assert [len(re.findall(r"sync\(.*sqlite", batch)) for batch in batches] == [1] * 10


# Tallies


def test_hands_and_own_votes_of_a_team_never_exceed_its_seats(day: Day) -> None:
    round_id, (desk, _), seats = open_round(day), teams(day), day.seats()
    day.cast((round_id, seats[0], 3))
    with pytest.raises(RefusedVote) as refusal:
        day.live.voting.put_tally(round_id, desk, {2: 1, 4: 2})
    assert refusal.value.sentence(WORDS) == (
        "Front desk: 3 hands are more than the 2 seats still out. Lower one of the numbers."
    )
    assert day.live.voting.tally(round_id, desk) == {}
    day.live.voting.put_tally(round_id, desk, {2: 1, 4: 1})
    assert votes_in(day) == 3


def test_hands_of_the_whole_room_share_the_seats_with_the_teams(day: Day) -> None:
    round_id, (desk, nursing) = open_round(day), teams(day)
    day.live.voting.put_tally(round_id, "", {3: 5})
    with pytest.raises(RefusedVote, match="Nursing: 3 hands are more than the 2 seats"):
        day.live.voting.put_tally(round_id, nursing, {3: 3})
    day.live.voting.put_tally(round_id, desk, {3: 2})
    with pytest.raises(RefusedVote, match="6 hands are more than the 5 seats still out"):
        day.live.voting.put_tally(round_id, "", {3: 6})
    assert votes_in(day) == 7


def test_an_own_vote_waits_until_the_tally_is_lowered(day: Day) -> None:
    round_id, (desk, _), seats = open_round(day), teams(day), day.seats()
    day.live.voting.put_tally(round_id, desk, {3: 3})
    (refused,) = day.cast((round_id, seats[0], 1))
    assert sentences((refused,)) == [
        "All seats still out were counted by hand, or on paper without a seat. Lower the tally or "
        "take a ballot back, then this seat can vote."
    ]
    day.live.voting.put_tally(round_id, desk, {3: 2})
    assert [vote.kept for vote in day.cast((round_id, seats[0], 1), (round_id, seats[1], 1))] == [
        True,
        False,
    ]
    assert [vote.kept for vote in day.cast((round_id, seats[0], 5))] == [True]
    assert votes_in(day) == 3


def test_a_room_that_was_counted_whole_takes_no_own_vote(day: Day) -> None:
    round_id = open_round(day)
    day.live.voting.put_tally(round_id, "", {1: 3, 5: 4})
    assert [vote.kept for vote in day.cast((round_id, day.seats()[0], 1))] == [False]
    day.live.voting.put_tally(round_id, "", {})
    assert [vote.kept for vote in day.cast((round_id, day.seats()[0], 1))] == [True]


def test_hands_and_paper_of_a_team_add_up(day: Day) -> None:
    round_id, (desk, _) = open_round(day), teams(day)
    day.live.voting.put_tally(round_id, desk, {3: 2}, Way.PAPER)
    with pytest.raises(RefusedVote):
        day.live.voting.put_tally(round_id, desk, {3: 2})
    day.live.voting.put_tally(round_id, desk, {4: 1})
    assert day.live.voting.tally(round_id, desk) == {4: 1}
    assert day.live.voting.tally(round_id, desk, Way.PAPER) == {3: 2}
    desk_now = day.live.facts(whole=False).teams[0]
    assert desk_now.by_way == ((Way.HANDS, 1), (Way.PAPER, 2))


def test_hands_for_an_answer_beyond_the_scale_or_an_unknown_team_are_refused(day: Day) -> None:
    with pytest.raises(RefusedVote, match="6 is not an answer"):
        day.live.voting.put_tally(open_round(day), teams(day)[0], {6: 1})
    with pytest.raises(RefusedVote):
        day.live.voting.put_tally(open_round(day), "nobody", {3: 1})
    assert votes_in(day) == 0


def test_hands_count_no_seat_that_left(day: Day) -> None:
    round_id, (desk, _) = open_round(day), teams(day)
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, day.seats()[0]).presence = "late"
    with pytest.raises(RefusedVote, match="more than the 2 seats"):
        day.live.voting.put_tally(round_id, desk, {3: 3})


# Practice


@pytest.fixture
def practising(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    day.reach(State.PRACTICE_OPEN)
    yield day
    day.library.close()


def rows_of_the_file(day: Day) -> dict[str, list[tuple[object, ...]]]:
    with day.library.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
            for name in names.scalars().all()
        }


def test_practice_votes_leave_no_row_anywhere(practising: Day) -> None:
    before = rows_of_the_file(practising)
    cast = practising.cast(*((PRACTICE_ROUND, seat, 4) for seat in practising.seats()[:3]))
    practising.live.voting.put_tally(PRACTICE_ROUND, teams(practising)[1], {2: 3, 0: 1})
    assert all(vote.kept for vote in cast)
    practice = practising.live.facts().practice
    assert practice is not None
    assert practice.voted == 7
    assert rows_of_the_file(practising) == before


def test_practice_refuses_what_a_vote_would_refuse(practising: Day) -> None:
    seats = practising.seats()
    cast = practising.cast((PRACTICE_ROUND, seats[0], 6), (PRACTICE_ROUND, "nobody", 3))
    assert [vote.kept for vote in cast] == [False, False]
    practising.reach(State.PRACTICE_CLOSED)
    assert [vote.kept for vote in practising.cast((PRACTICE_ROUND, seats[0], 3))] == [False]
    with pytest.raises(RefusedVote, match="This vote is closed"):
        practising.live.voting.put_tally(PRACTICE_ROUND, "", {3: 1})


def test_practice_hands_never_exceed_the_seats_either(practising: Day) -> None:
    (desk, _), seats, put = teams(practising), practising.seats(), practising.live.voting.put_tally
    practising.cast((PRACTICE_ROUND, seats[0], 3))
    with pytest.raises(RefusedVote, match="Front desk: 3 hands are more than the 2 seats"):
        put(PRACTICE_ROUND, desk, {3: 3})
    put(PRACTICE_ROUND, desk, {3: 2})
    cast = practising.cast((PRACTICE_ROUND, seats[1], 3), (PRACTICE_ROUND, seats[0], 1))
    assert [vote.kept for vote in cast] == [False, True]
    with pytest.raises(RefusedVote, match="5 hands are more than the 4 seats"):
        put(PRACTICE_ROUND, "", {3: 5})
    put(PRACTICE_ROUND, desk, {3: 1})
    assert [vote.kept for vote in practising.cast((PRACTICE_ROUND, seats[1], 3))] == [True]
    with pytest.raises(RefusedVote, match="6 is not an answer"):
        put(PRACTICE_ROUND, desk, {6: 1})
