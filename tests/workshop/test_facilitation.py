"""Facilitation: timers, jumps, skips, further rounds, undo, and what is kept along the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import NINE, Day, begin_day
from workshop.errors import NotPossibleNow
from workshop.facts import TimerFace
from workshop.kinds import RoundState, Step
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.question_facts import QuestionFacts
from workshop.records import ActivityRecord, LiveRecord, SeatRecord
from workshop.scenes import BlankScene, RevealScene
from workshop.steps import Act, State
from workshop.words import Words


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Two sessions of two questions, seven seats, still in the lobby."""
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def question(day: Day) -> QuestionFacts:
    found = day.live.facts().question
    assert found is not None, "a question is in work"
    return found


def timer(day: Day) -> TimerFace:
    found = day.live.facts(whole=False).timer
    assert found is not None, "a timer is running"
    return found


def left_s(day: Day) -> float:
    return timer(day).left_ms(day.clock()) / 1000


def states(day: Day) -> list[tuple[int, RoundState]]:
    return [(each.number, each.state) for each in question(day).rounds]


def skipped(day: Day) -> list[str]:
    return [q.short for item in day.live.facts().items for q in item.questions if q.skipped]


def switch_off(day: Day, *steps: Step) -> None:
    with day.library.transaction() as transaction:
        for item in transaction.query(ActivityRecord):
            item.steps_off = [step.value for step in steps]


# Timers


@pytest.mark.parametrize(("state", "seconds"), [(State.DISCUSS, 180), (State.OPEN, 90)])
def test_the_timers_of_discuss_and_vote(state: State, seconds: int, day: Day) -> None:
    day.reach(state)
    assert left_s(day) == seconds
    day.clock.moment += 30_000
    assert left_s(day) == seconds - 30


def test_time_is_added_and_taken_but_a_timer_is_never_below_nothing(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.facilitation.add_time(2)
    assert timer(day).length_s == 210
    day.live.facilitation.add_time(-9)
    assert timer(day).length_s == 0
    day.live.facilitation.add_time(1)
    assert timer(day).length_s == 60


def test_the_time_is_over_but_nothing_closes_by_itself(day: Day) -> None:
    day.reach(State.OPEN)
    day.clock.moment += 3_600_000
    assert left_s(day) == 90 - 3600
    assert day.state() is State.OPEN


def test_a_timer_survives_a_restart_and_a_clock_that_jumps(day: Day) -> None:
    day.reach(State.OPEN)
    before = timer(day)
    day.library.close()
    library = Library.open(day.library.path, clock=day.clock)
    again = Day(library, LiveWorkshop(library, day.live.id, Words()), day.clock)
    assert timer(again) == before
    again.clock.moment -= 7_200_000
    assert left_s(again) == 90  # a vote of 1:30 never says more
    again.live.facilitation.add_time(1)
    assert left_s(again) == 150
    again.live.facilitation.undo()
    assert again.live.console().clock.fraction == 0
    again.live.facilitation.next()
    assert again.state() is State.CLOSED
    library.close()


def test_the_close_takes_the_timer_away_and_an_undo_brings_it_back(day: Day) -> None:
    day.reach(State.OPEN)
    before = timer(day)
    day.live.facilitation.next()
    assert day.live.facts().timer is None
    with pytest.raises(NotPossibleNow, match="No timer is running"):
        day.live.facilitation.add_time(1)
    day.live.facilitation.undo()
    assert timer(day) == before


# Jumps


def test_a_jump_closes_an_open_vote_and_keeps_its_votes(day: Day) -> None:
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    asked, items = question(day), day.live.facts().items
    day.live.facilitation.jump(items[2].id)
    assert day.state() is State.SESSION
    day.live.facilitation.jump(items[1].id, asked.id)
    assert day.state() is State.POSE
    assert [(r.state, r.votes_in, r.result) for r in question(day).rounds] == [
        (RoundState.CLOSED, 3, None)
    ]


def test_a_question_come_back_to_is_opened_again_with_its_votes(day: Day) -> None:
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    asked, item = question(day), day.live.facts().items[1]
    day.live.facilitation.jump(item.id, asked.id)
    for _ in range(2):
        day.live.facilitation.next()
    assert (day.state(), states(day)) == (State.OPEN, [(1, RoundState.OPEN)])
    assert question(day).rounds[0].votes_in == 3


def test_a_jump_to_a_skipped_question_takes_the_skip_back(day: Day) -> None:
    day.reach(State.POSE)
    asked, item = question(day), day.live.facts().items[1]
    day.live.facilitation.skip()
    assert skipped(day) == [asked.short]
    day.live.facilitation.jump(item.id, asked.id)
    assert (question(day).id, skipped(day)) == (asked.id, [])


def test_a_jump_out_of_the_lobby_starts_the_day(day: Day) -> None:
    day.live.facilitation.jump(day.live.facts().items[2].id)
    assert day.live.facts().started_at == day.clock()
    assert day.library.live_workshop() == day.live.id
    day.live.facilitation.undo()
    assert day.live.facts().started_at is None


def test_a_jump_out_of_the_finished_day_takes_it_up_again(day: Day) -> None:
    day.reach(State.FINISHED)
    assert day.live.facts().ended_at == NINE
    day.live.facilitation.jump(day.live.facts().items[3].id)
    assert (day.state(), day.live.facts().ended_at) == (State.READ_BACK, None)


# Skips


@pytest.mark.parametrize("here", [State.POSE, State.DISCUSS, State.OPEN, State.CLOSED])
def test_a_question_without_a_result_is_skipped_and_comes_back_by_undo(
    here: State, day: Day
) -> None:
    day.reach(here, votes=2)
    asked = question(day).short
    day.live.facilitation.skip()
    assert (day.state(), skipped(day)) == (State.POSE, [asked])
    assert question(day).short != asked
    day.live.facilitation.undo()
    assert (day.state(), skipped(day), question(day).short) == (here, [], asked)


@pytest.mark.parametrize("here", [State.REVEAL, State.TALK, State.RECORD, State.ACT])
def test_a_question_with_a_result_is_left_and_counts(here: State, day: Day) -> None:
    day.reach(here)
    day.live.facilitation.skip()
    assert (day.state(), skipped(day)) == (State.POSE, [])
    assert day.live.console().rail[1].questions[0].value == "3.0"


@pytest.mark.parametrize("here", [State.OPENING, State.PRACTICE_OPEN, State.PRACTICE_CLOSED])
def test_a_skip_in_the_opening_goes_to_the_first_session(here: State, day: Day) -> None:
    day.reach(here)
    day.live.facilitation.skip()
    assert (day.state(), day.live.facts().item_id) == (
        State.SESSION,
        day.live.facts().items[1].id,
    )


def test_skipping_on_and_on_comes_to_the_end_and_not_beyond(day: Day) -> None:
    day.live.facilitation.next()
    places = []
    while day.state() is not State.FINISHED:
        day.live.facilitation.skip()
        places.append(day.state())
    assert places == [State.SESSION, State.SESSION, State.READ_BACK, State.FINISHED]
    with pytest.raises(NotPossibleNow, match="nothing to skip"):
        day.live.facilitation.skip()


def test_skipping_the_last_question_goes_to_the_next_item(day: Day) -> None:
    day.reach(State.POSE)
    for _ in range(2):
        day.live.facilitation.skip()
    assert (day.state(), day.live.facts().item_id) == (State.SESSION, day.live.facts().items[2].id)


def test_there_is_nothing_to_skip_in_the_lobby(day: Day) -> None:
    with pytest.raises(NotPossibleNow, match="nothing to skip"):
        day.live.facilitation.skip()


def test_a_skipped_question_is_passed_over_by_next(day: Day) -> None:
    day.reach(State.POSE)
    day.live.facilitation.skip()
    assert question(day).number == 2
    day.reach(State.ACT)
    assert day.live.facilitation.next() is Act.NEXT_ITEM


# Another round


def test_rounds_are_numbered_and_the_ones_before_are_kept(day: Day) -> None:
    day.reach(State.REVEAL)
    for _ in range(2):
        day.live.facilitation.vote_again()
        day.reach(State.REVEAL)
    assert states(day) == [(n, RoundState.REVEALED) for n in (1, 2, 3)]


def test_another_round_waits_for_the_reveal_of_this_one(day: Day) -> None:
    day.reach(State.OPEN)
    with pytest.raises(NotPossibleNow, match="once this one is revealed"):
        day.live.facilitation.vote_again()


def test_voting_again_before_the_reveal_opens_the_same_round_with_its_votes(day: Day) -> None:
    day.reach(State.OPEN)
    day.vote_all(4, 5)
    day.live.facilitation.next()
    closed = day.live.facts().round
    day.live.facilitation.vote_again()
    again = day.live.facts().round
    assert closed is not None
    assert again is not None
    assert (again.id, again.state, again.votes_in) == (closed.id, RoundState.OPEN, 5)


def test_undoing_another_round_parks_it_and_shows_the_one_before(day: Day) -> None:
    day.reach(State.TALK)
    shown = day.live.scene()
    assert isinstance(shown.scene, RevealScene)
    day.live.facilitation.vote_again()
    day.vote_all(5, 4)

    day.live.facilitation.undo()
    assert (day.state(), day.live.scene()) == (State.TALK, shown)
    assert states(day) == [(1, RoundState.REVEALED), (2, RoundState.NOT_OPENED)]

    day.live.facilitation.redo()
    now = day.live.facts().round
    assert now is not None
    assert (day.state(), now.number, now.votes_in) == (State.OPEN, 2, 4)


def test_a_parked_round_is_the_one_that_voting_again_opens(day: Day) -> None:
    day.reach(State.TALK)
    day.live.facilitation.vote_again()
    day.vote_all(5, 4)
    day.live.facilitation.undo()
    day.live.facilitation.next()
    assert day.state() is State.RECORD
    day.live.facilitation.vote_again()
    assert states(day) == [(1, RoundState.REVEALED), (2, RoundState.OPEN)]
    assert question(day).rounds[1].votes_in == 4


# What is kept at the close


def test_the_seats_present_at_the_close_are_kept_with_the_round(day: Day) -> None:
    day.reach(State.OPEN)
    first, second, *_ = day.seats()
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, first).presence = "late"
        transaction.get_one(SeatRecord, second).role = "observer"
    day.vote_all(3)
    day.live.facilitation.next()
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, first).presence = "present"
    assert question(day).rounds[0].expected == 5

    day.live.facilitation.undo()
    assert question(day).rounds[0].expected == 6
    day.live.facilitation.next()
    with day.library.reading() as connection:
        kept = connection.exec_driver_sql("SELECT seat_id FROM round_seat").scalars().all()
    assert first in kept
    assert second not in kept
    assert len(kept) == 6


# Steps that are off


@pytest.mark.parametrize(
    ("off", "way"),
    [
        ((Step.DISCUSS,), [Act.OPEN, Act.CLOSE, Act.REVEAL, Act.TALK, Act.RECORD]),
        ((Step.TALK,), [Act.DISCUSS, Act.OPEN, Act.CLOSE, Act.REVEAL, Act.RECORD]),
        ((Step.TALK, Step.RECORD), [Act.DISCUSS, Act.OPEN, Act.CLOSE, Act.REVEAL, Act.ACT]),
        (
            (Step.DISCUSS, Step.TALK, Step.RECORD, Step.ACT),
            [Act.OPEN, Act.CLOSE, Act.REVEAL, Act.POSE],
        ),
        (
            (Step.RECORD, Step.ACT),
            [Act.DISCUSS, Act.OPEN, Act.CLOSE, Act.REVEAL, Act.TALK, Act.POSE],
        ),
    ],
)
def test_steps_that_are_off_are_left_out(off: tuple[Step, ...], way: list[Act], day: Day) -> None:
    switch_off(day, *off)
    day.reach(State.POSE)
    done = []
    for _ in way:
        if day.state() is State.OPEN:
            day.vote_all(3)
        done.append(day.live.facilitation.next())
    assert done == way
    assert day.live.console().steps_off == off


def test_with_act_off_record_agrees_and_goes_on_to_the_next_question(day: Day) -> None:
    switch_off(day, Step.ACT)
    day.reach(State.RECORD)
    assert [day.live.facilitation.next() for _ in range(2)] == [Act.AGREE, Act.POSE]


# The end


def test_next_on_a_finished_day_does_nothing_however_often(day: Day) -> None:
    day.reach(State.FINISHED)
    before = day.live.facts()
    assert [day.live.facilitation.next() for _ in range(2)] == [Act.NOTHING] * 2
    assert day.live.facts() == before


def test_a_finished_day_is_neither_turned_back_nor_blanked(day: Day) -> None:
    day.reach(State.FINISHED)
    shown = day.live.scene()
    day.live.facilitation.back()
    day.live.facilitation.blank()
    assert day.live.scene() == shown


def test_a_blank_wall_can_be_shown_again_on_a_finished_day(day: Day) -> None:
    day.reach(State.FINISHED)
    day.live.facilitation.undo()
    day.live.facilitation.blank()
    day.live.facilitation.redo()
    assert isinstance(day.live.scene().scene, BlankScene)
    day.live.facilitation.blank()
    assert day.scene_name() == "FinishedScene"


def test_the_end_can_be_undone(day: Day) -> None:
    day.reach(State.READ_BACK)
    before = day.live.facts()
    day.live.facilitation.next()
    day.live.facilitation.undo()
    now = day.live.facts()
    assert (now.step, now.ended_at, now.items) == (before.step, None, before.items)


def test_every_act_moves_the_moment_a_crash_is_measured_from(day: Day) -> None:
    for minute in range(1, 4):
        day.clock.moment = NINE + minute * 60_000
        day.live.facilitation.next()
        with day.library.transaction() as transaction:
            acted = transaction.get_one(LiveRecord, day.live.id).last_act_at
        assert acted == day.clock.moment
