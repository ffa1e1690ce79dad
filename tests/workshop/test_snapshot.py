"""Snapshot: everything an export may print, and nothing that was never revealed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.days import NINE, Day, begin_day, small_framework
from workshop import snapshot
from workshop.creation import NewTeam
from workshop.kinds import Ballot, RoundState, Way
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


def test_each_team_and_each_way_of_the_last_revealed_round_is_in_it(day: Day) -> None:
    day.reach(State.OPEN)
    facts = day.live.facts()
    assert facts.round is not None
    seats = day.seats()
    day.cast(*((facts.round.id, seat, n % 5 + 1) for n, seat in enumerate(seats[:4])))
    day.live.voting.put_tally(facts.round.id, facts.teams[1].id, {5: 2})
    for _ in range(2):
        day.live.facilitation.next()
    question = day.live.snapshot().sessions[0].questions[0]
    assert [(team.name, team.result.counts) for team in question.teams] == [
        ("Front desk", (1, 1, 1, 0, 0)),
        ("Nursing", (0, 0, 0, 1, 2)),
    ]
    assert (question.ways, question.hidden_teams) == (((Way.HANDS, 2), (Way.WALL, 4)), False)
    assert (question.kind, question.counts, question.unrevealed) == ("rate", True, 0)


def test_a_vote_that_is_under_way_is_counted_and_nothing_else_of_it(day: Day) -> None:
    day.reach(State.OPEN)
    day.vote_all(5)
    question = day.live.snapshot().sessions[0].questions[0]
    assert (question.unrevealed, question.rounds, question.teams, question.ways) == (1, (), (), ())
    day.live.facilitation.undo()
    assert day.live.snapshot().sessions[0].questions[0].unrevealed == 0


def test_a_secret_round_has_only_the_teams_and_ways_that_its_close_kept(tmp_path: Path) -> None:
    teams = (NewTeam("Front desk", 2), NewTeam("Nursing", 5), NewTeam("Doctors", 6))
    day = begin_day(tmp_path, teams=teams, ballot=Ballot.SECRET)
    with closing(day.library):
        day.reach(State.OPEN)
        facts = day.live.facts(whole=False)
        assert facts.round is not None
        votes = [n % 5 + 1 for n in range(13)]
        day.cast(*((facts.round.id, seat, v) for seat, v in zip(day.seats(), votes, strict=True)))
        for _ in range(2):
            day.live.facilitation.next()
        question = day.live.snapshot().sessions[0].questions[0]
        assert question.hidden_teams
        named = {team.name for team in question.teams}
        assert "" in named
        assert "Front desk" not in named
        assert sum(team.result.votes for team in question.teams) == 13
        assert question.ways == ((Way.WALL, 13),)


def test_teams_say_who_is_here_and_who_observes(day: Day) -> None:
    with day.library.transaction() as transaction:
        first, second = day.seats()[:2]
        transaction.get_one(SeatRecord, first).role = "observer"
        transaction.get_one(SeatRecord, second).presence = "late"
    team = day.live.snapshot().teams[0]
    assert (team.seats, team.present, team.observers) == (2, 1, 1)


def test_photos_and_the_close_come_where_there_are_any(day: Day) -> None:
    assert (day.live.snapshot().photos, day.live.snapshot().closing) == ((), None)
    item = day.live.facts().items[0]
    day.live.photos.add(item.id, b"\xff\xd8\xff picture")
    day.live.closing.add_word("Useful")
    taken = day.live.snapshot()
    assert [(photo.item_id, photo.path.is_file()) for photo in taken.photos] == [(item.id, True)]
    assert taken.closing is not None
    assert [text for _, text in taken.closing.words] == ["Useful"]
    with day.library.reading() as connection:
        assert snapshot.take(connection, day.live.id, NINE).photos == ()


def test_it_takes_as_many_statements_for_many_questions_as_for_few(tmp_path: Path) -> None:
    asked = []
    for sessions, questions in ((1, 1), (3, 4)):
        framework = small_framework(sessions, questions)
        day = begin_day(tmp_path / f"{sessions}", framework=framework)
        with closing(day.library):
            day.reach(State.REVEAL)
            statements: list[str] = []
            with day.library.reading() as connection:
                event.listen(
                    connection,
                    "before_cursor_execute",
                    lambda *said, into=statements: into.append(said[2]),
                )
                snapshot.take(connection, day.live.id, NINE)
            asked.append(len(statements))
    assert asked[0] == asked[1]
