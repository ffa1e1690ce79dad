"""Snapshot: everything an export may print, and nothing that was never revealed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.days import NINE, Day, begin_day
from workshop import snapshot
from workshop.facts import RoundState
from workshop.planning import ActionDraft
from workshop.records import SeatRecord
from workshop.steps import State


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def test_a_day_not_begun_has_sessions_without_scores(day: Day) -> None:
    taken = day.live.snapshot()
    assert [(session.title, session.score) for session in taken.sessions] == [
        ("Vision", None), ("Strategy", None),
    ]  # fmt: skip
    assert [question.rounds for session in taken.sessions for question in session.questions] == [
        (), (), (), (),
    ]  # fmt: skip
    assert (taken.people, taken.taken_at) == (7, NINE)


@pytest.mark.parametrize("state", [State.OPEN, State.CLOSED])
def test_a_round_that_was_not_revealed_is_not_in_it(state: State, day: Day) -> None:
    day.reach(State.OPEN)
    before = day.live.snapshot()
    day.vote_all(5)
    day.reach(state)
    assert day.live.snapshot() == before


def test_a_revealed_round_taken_back_by_undo_is_gone_from_it(day: Day) -> None:
    day.reach(State.REVEAL)
    (first, _), _ = (session.questions for session in day.live.snapshot().sessions)
    assert [(each.state, each.votes_in, each.expected) for each in first.rounds] == [
        (RoundState.REVEALED, 7, 7)
    ]
    day.live.facilitation.undo()
    assert day.live.snapshot().sessions[0].questions[0].rounds == ()
    assert day.live.snapshot().sessions[0].questions[0].score is None


def test_scores_are_the_agreed_ones_else_the_last_median(day: Day) -> None:
    day.reach(State.RECORD)
    question = day.live.facts().question
    assert question is not None
    day.live.planning.agree(question.id, 4.5)
    day.live.facilitation.next()
    day.reach(State.POSE)
    day.reach(State.TALK)
    session = day.live.snapshot().sessions[0]
    assert [each.score for each in session.questions] == [4.5, 3]
    assert session.score is not None
    assert (session.score.value, session.score.questions) == (Decimal("3.8"), 2)


def test_actions_notes_and_parked_thoughts_come_with_their_marks(day: Day) -> None:
    day.reach(State.POSE)
    question = day.live.facts().question
    assert question is not None
    planning = day.live.planning
    planning.propose(ActionDraft("Keep", off_report=True), question.id)
    planning.add_note(question.id, "Private", private=True)
    planning.park("Parking")
    taken = day.live.snapshot()
    assert [(action.what, action.off_report, action.session) for action in taken.actions] == [
        ("Keep", True, "Vision")
    ]
    (note,) = taken.sessions[0].questions[0].notes
    assert (note.private, note.off_report) == (True, True)
    assert taken.parked == ("Parking",)


def test_observers_are_not_counted_among_the_people(day: Day) -> None:
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, day.seats()[0]).role = "observer"
    taken = day.live.snapshot()
    assert [(team.name, team.seats) for team in taken.teams] == [("Front desk", 2), ("Nursing", 4)]


def test_a_workshop_that_is_not_there_is_a_lookup_error(day: Day) -> None:
    with day.library.reading() as connection, pytest.raises(LookupError):
        snapshot.take(connection, "nobody", NINE)
