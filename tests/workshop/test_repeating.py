"""Repeating: what a new workshop takes along from an earlier one, and what it leaves there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from frameworks.model import Activity, ActivityKind, Question, Scale
from tests.days import Day, begin_day, room_framework, room_items, small_framework
from tests.repeats import LATER, finished_day, repeated
from tests.workshop.prepared_days import broken_references
from workshop import deletion
from workshop.copies import write_copy
from workshop.creation import NewTeam
from workshop.differences import differences
from workshop.errors import WorkshopError
from workshop.kinds import ActionStatus, Ballot, ItemKind, Presence, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.prepared import PreparedActivity, PreparedQuestion
from workshop.repeating import GONE, duplicate, repeat
from workshop.steps import State
from workshop.taking_over import take_over

NAMED = (NewTeam("Front desk", 3), NewTeam("Nursing", 0, ("Ann", "Ben", "Cho", "Dan")))


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = finished_day(tmp_path, teams=NAMED)
    yield day
    day.library.close()


def questions(day: Day) -> list[PreparedQuestion]:
    prepared = day.live.prepared()
    return [
        question
        for item in prepared.items
        for activity in day.live.prepared_session(item.id)
        for question in activity.questions
    ]


def rows_of(day: Day, table: str) -> int:
    with day.library.reading() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_the_agenda_comes_along_with_its_minutes_and_nothing_of_the_day(tmp_path: Path) -> None:
    day = finished_day(tmp_path, framework=room_framework(), items=room_items())
    again = repeated(day)
    before, after = day.live.prepared(), again.live.prepared()
    told = [(i.kind, i.title, i.minutes, i.purpose, i.theme, i.session_key) for i in after.items]
    expected = [
        (i.kind, i.title, i.minutes, i.purpose, i.theme, i.session_key) for i in before.items
    ]
    assert told.pop(1)[:3] == (ItemKind.REVIEW, "What became of it", 15)
    assert told == expected
    assert not after.begun
    assert not any(item.begun for item in after.items)
    assert again.state() is State.LOBBY
    assert broken_references(day.library) == []
    day.library.close()


def test_questions_are_the_same_by_their_keys(day: Day) -> None:
    again = repeated(day)
    assert [(q.key, q.text, q.short, q.edited) for q in questions(again)] == [
        (q.key, q.text, q.short, q.edited) for q in questions(day)
    ]
    assert not {q.id for q in questions(again)} & {q.id for q in questions(day)}


def test_what_was_edited_added_and_left_out_comes_along_so(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    first, second, *_ = questions(day)
    day.live.preparing.edit_question(first.id, text="Do we answer at once?")
    item = next(i for i in day.live.facts().items if i.kind is ItemKind.SESSION)
    day.live.improvising.leave_out({second.id: True}, {})
    day.reach(State.REVEAL)
    added = day.live.improvising.add_question(item.id, "And on Sundays?")
    day.reach(State.FINISHED)

    found = {q.text: q for q in questions(repeated(day))}

    assert found["Do we answer at once?"].edited
    assert found["Do we answer at once?"].key == first.key
    assert found[second.text].left_out
    key = next(q.key for q in questions(day) if q.id == added)
    assert key.startswith("added-")
    assert found["And on Sundays?"].key == key
    day.library.close()


def test_teams_and_names_come_as_a_proposal_with_everyone_here(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=NAMED)
    desk, nursing = day.live.facts().teams
    day.live.attendance.mark(nursing.seats[1].id, presence=Presence.GONE)
    day.reach(State.FINISHED)

    teams = repeated(day).live.facts().teams

    assert [team.name for team in teams] == ["Front desk", "Nursing"]
    assert [seat.name for seat in teams[1].seats] == ["Ann", "Ben", "Cho", "Dan"]
    assert all(s.presence is Presence.PRESENT for team in teams for s in team.everyone)
    assert {team.id for team in teams}.isdisjoint({desk.id, nursing.id})
    day.library.close()


def test_how_the_room_votes_comes_along(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    preparing = day.live.preparing
    preparing.set_ballot(Ballot.SECRET)
    preparing.set_ways(frozenset({Way.PAPER, Way.WALL}))
    preparing.set_minimum_group(4)
    preparing.set_target(4.5)
    preparing.describe(
        purpose="Look again.", promise="An answer by 31 January.", ends_at=13 * 60, place="Hall"
    )
    day.reach(State.FINISHED)

    told = repeated(day).live.facts().workshop

    assert (told.ballot, told.minimum_group, told.target) == (Ballot.SECRET, 4, 4.5)
    assert told.ways == frozenset({Way.PAPER, Way.WALL})
    assert (told.purpose, told.place, told.ends_at) == ("Look again.", "Hall", 13 * 60)
    assert told.promise == ""  # it named a day that is over
    assert (told.held_on, told.title) == (LATER, "Service review")
    assert (told.earlier_id, told.earlier_title) == (day.live.id, "Service review")
    assert told.earlier_on == date(2026, 1, 1)
    day.library.close()


@pytest.mark.parametrize("ballot", Ballot)
def test_each_question_keeps_the_total_of_its_last_revealed_round(
    ballot: Ballot, tmp_path: Path
) -> None:
    day = begin_day(tmp_path, ballot=ballot)
    day.reach(State.OPEN)
    day.vote_all(2)
    day.reach(State.REVEAL)
    day.live.facilitation.vote_again()
    day.vote_all(4)
    day.live.facilitation.next()
    day.live.facilitation.next()
    day.reach(State.RECORD)
    day.live.facilitation.next()
    day.reach(State.FINISHED)

    again = repeated(day)
    again.reach(State.POSE)
    question = again.live.facts().question

    assert question is not None
    assert question.earlier is not None
    assert question.earlier.result.counts == (0, 0, 0, 7, 0)
    assert (question.earlier.score, question.earlier.differed) == (4.0, False)
    assert not question.earlier.reworded
    day.library.close()


def test_a_round_that_was_never_revealed_gives_no_earlier_result(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.OPEN)
    day.vote_all(5)
    day.live.facilitation.next()  # closed, and left so
    again = repeated(day)
    again.reach(State.POSE)
    question = again.live.facts().question
    assert question is not None
    assert question.earlier is None
    day.library.close()


def test_sessions_keep_their_score(day: Day) -> None:
    again = repeated(day)
    scores = [i.earlier_score for i in again.live.facts().items if i.kind is ItemKind.SESSION]
    before = [i.score for i in day.live.facts().items if i.kind is ItemKind.SESSION]
    assert scores == [float(score.value) for score in before if score is not None] == [3.0, 3.0]


def test_open_actions_are_reviewed_right_after_the_opening(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.ACT)
    planning = day.live.planning
    question = day.live.facts().question
    assert question is not None
    kept = planning.propose(
        ActionDraft("Call back", "Ask Ann", "Ben", due=date(2026, 2, 1), measure="9 in 10"),
        question.id,
    )
    planning.agree_action(kept)
    done = planning.propose(ActionDraft("Paint the door"))
    dropped = planning.propose(ActionDraft("Buy a boat"))
    planning.propose(ActionDraft("Speak with the neighbour", off_wall=True))
    planning.drop_action(dropped, "too dear")
    with day.library.transaction() as transaction:
        transaction.connection().exec_driver_sql(
            "UPDATE action SET status = 'done' WHERE id = ?", (done,)
        )
    day.reach(State.FINISHED)

    again = repeated(day)

    assert [i.kind for i in again.live.prepared().items][:2] == [ItemKind.OPENING, ItemKind.REVIEW]
    assert again.live.prepared().open_actions == 1
    again.reach(State.REVIEW)
    (review,) = again.live.facts().review
    assert (review.what, review.owner, review.due) == ("Call back", "Ben", date(2026, 2, 1))
    assert (review.measure, review.session, review.short) == ("9 in 10", "Vision", "Short 0.0")
    assert (review.status, review.reviewed) == (ActionStatus.NOT_STARTED, False)
    day.library.close()


def test_without_open_actions_there_is_no_review(tmp_path: Path) -> None:
    day = finished_day(tmp_path, actions=0)
    assert ItemKind.REVIEW not in {i.kind for i in repeated(day).live.prepared().items}
    day.library.close()


def test_a_repeat_of_a_repeat_compares_with_the_last_and_forgets_no_open_action(day: Day) -> None:
    again = repeated(day)
    again.reach(State.REVIEW)
    first, *_ = again.live.facts().review
    again.live.reviewing.set_status(first.id, ActionStatus.DONE)
    again.reach(State.OPEN)
    again.vote_all(5)
    again.live.facilitation.next()
    again.reach(State.ACT)
    again.live.planning.propose(ActionDraft("A new one"))
    again.reach(State.FINISHED)

    third = repeated(again, date(2027, 1, 1))

    assert third.live.facts().workshop.earlier_id == again.live.id
    items = [item.kind for item in third.live.prepared().items]
    assert items.count(ItemKind.REVIEW) == 1
    third.reach(State.REVIEW)
    told = [review.what for review in third.live.facts().review]
    assert told == ["A new one", "Do 1", "Do 2", "Do 3", "Do 4", "Do 5", "Do 6"]
    assert not any(review.reviewed for review in third.live.facts().review)
    third.reach(State.POSE)
    question = third.live.facts().question
    assert question is not None
    assert question.earlier is not None
    assert question.earlier.result.counts == (0, 0, 0, 0, 7)
    assert broken_references(day.library) == []


def test_a_deleted_workshop_is_refused_in_words(day: Day) -> None:
    deletion.delete(day.library, day.live.id)
    with pytest.raises(WorkshopError, match="was deleted"):
        repeated(day)
    with pytest.raises(WorkshopError) as refused:
        repeat(day.library, "none of this id", day.live.words, held_on=LATER)
    assert refused.value.text == GONE
    with pytest.raises(WorkshopError, match="was deleted"):
        duplicate(day.library, day.live.id, day.live.words, held_on=LATER)


def test_where_nothing_was_asked_there_is_nothing_to_repeat(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    before = rows_of(day, "workshop")
    with pytest.raises(WorkshopError, match="Nothing was asked in “Service review” yet"):
        repeated(day)
    assert rows_of(day, "workshop") == before
    day.library.close()


def test_a_duplicate_has_the_agenda_and_the_teams_and_no_result_or_action(day: Day) -> None:
    again = repeated(day)
    copy = duplicate(day.library, again.live.id, day.live.words, held_on=LATER)
    live = LiveWorkshop(day.library, copy, day.live.words)
    told = live.prepared()
    assert told.workshop.title == "Service review (copy)"
    assert told.workshop.held_on == LATER
    assert told.workshop.earlier_id is None
    assert (told.open_actions, told.begun) == (0, False)
    assert [i.title for i in told.items] == [i.title for i in day.live.prepared().items]
    assert all(item.earlier_score is None for item in live.facts().items)
    assert [team.names for team in told.teams] == [t.names for t in day.live.prepared().teams]
    copied = Day(day.library, live, day.clock)
    copied.reach(State.POSE)
    question = live.facts().question
    assert question is not None
    assert question.earlier is None
    with day.library.reading() as connection:
        text = connection.exec_driver_sql(
            "SELECT search_text FROM workshop WHERE id = ?", (copy,)
        ).scalar_one()
    assert "(copy)" in text


def title_of(day: Day, workshop_id: str) -> str:
    line = day.library.workshop(workshop_id)
    assert line is not None
    return line.title


def test_a_second_repeat_of_a_workshop_is_told_from_the_first_by_a_number(day: Day) -> None:
    first, second, third = (repeated(day) for _ in range(3))
    told = [title_of(day, each.live.id) for each in (first, second, third)]
    assert told == ["Service review", "Service review (2)", "Service review (3)"]
    with day.library.reading() as connection:
        text = connection.exec_driver_sql(
            "SELECT search_text FROM workshop WHERE id = ?", (second.live.id,)
        ).scalar_one()
    assert "(2)" in text


def test_a_series_keeps_its_title_from_repeat_to_repeat(day: Day) -> None:
    again = repeated(day)
    again.reach(State.FINISHED)
    assert title_of(day, repeated(again).live.id) == "Service review"


def test_the_number_of_a_deleted_repeat_is_free_again(day: Day) -> None:
    deletion.delete(day.library, repeated(day).live.id)
    assert title_of(day, repeated(day).live.id) == "Service review"


def test_two_duplicates_have_two_titles(day: Day) -> None:
    made = [duplicate(day.library, day.live.id, day.live.words, held_on=LATER) for _ in range(2)]
    told = [title_of(day, each) for each in made]
    assert told == ["Service review (copy)", "Service review (copy) (2)"]


def test_a_repeat_goes_on_when_the_earlier_workshop_is_deleted_for_good(day: Day) -> None:
    again = repeated(day)
    again.reach(State.REVIEW)
    first, second, *_ = again.live.facts().review
    again.live.reviewing.set_status(first.id, ActionStatus.DONE)
    deletion.delete(day.library, day.live.id)
    again.live.reviewing.set_status(second.id, ActionStatus.UNDER_WAY)
    assert [r.status for r in again.live.facts().review][:2] == [
        ActionStatus.DONE,
        ActionStatus.UNDER_WAY,
    ]
    day.clock.moment += 31 * 24 * 60 * 60 * 1000
    assert deletion.purge(day.library) == (day.live.id,)
    again.live.facilitation.undo()
    again.live.facilitation.undo()  # what was said of it where it was agreed is gone with it
    assert [r.status for r in again.live.facts().review][:2] == [ActionStatus.NOT_STARTED] * 2
    again.live.facilitation.redo()
    assert again.live.facts().review[0].status is ActionStatus.DONE
    again.reach(State.FINISHED)


def test_on_another_laptop_the_review_is_led_and_undone_without_the_earlier_one(
    day: Day, tmp_path: Path
) -> None:
    again = repeated(day)
    again.reach(State.REVIEW)
    first, second, *_ = again.live.facts().review
    again.live.reviewing.set_status(first.id, ActionStatus.DONE)
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = write_copy(day.library.path, again.live.id, stick, "Service review")
    with Library.open(tmp_path / "other" / "flipchart.sqlite", clock=day.clock) as other:
        taken = take_over(other, copy)
        there = Day(other, LiveWorkshop(other, taken, day.live.words), day.clock)
        assert there.state() is State.REVIEW
        assert there.live.facts().review[0].status is ActionStatus.DONE
        there.live.reviewing.set_status(second.id, ActionStatus.UNDER_WAY)
        there.live.facilitation.undo()
        there.live.facilitation.undo()
        assert {r.status for r in there.live.facts().review} == {ActionStatus.NOT_STARTED}
        there.reach(State.REVEAL)
        question = there.live.facts().question
        assert question is not None
        assert question.earlier is not None
        assert broken_references(other) == []
    assert again.live.facts().review[0].status is ActionStatus.DONE


def test_a_question_reworded_since_says_so_and_one_that_came_edited_does_not(
    tmp_path: Path,
) -> None:
    day = begin_day(tmp_path)
    first, second, *_ = questions(day)
    day.live.preparing.edit_question(first.id, text="Do we answer at once?")
    day.reach(State.FINISHED)
    again = repeated(day)
    same, other, *_ = questions(again)
    again.live.preparing.edit_question(other.id, text="Put otherwise?")
    again.reach(State.POSE)
    card = again.live.console().question
    assert card is not None
    assert (card.id, card.reworded) == (same.id, "")
    again.reach(State.ACT)
    again.live.facilitation.next()
    card = again.live.console().question
    assert card is not None
    assert card.id == other.id
    assert card.reworded == f"Asked in other words last time: “{other.text}”"
    assert second.key == other.key
    day.library.close()


def test_on_another_laptop_a_reworded_question_still_says_what_was_asked(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    asked = questions(day)[0]
    day.live.preparing.edit_question(asked.id, text="Do we answer at once?")
    day.reach(State.FINISHED)
    again = repeated(day)
    again.live.preparing.edit_question(questions(again)[0].id, text="Do we answer today?")
    again.reach(State.POSE)
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = write_copy(day.library.path, again.live.id, stick, "Service review")
    with Library.open(tmp_path / "other" / "flipchart.sqlite", clock=day.clock) as other:
        there = LiveWorkshop(other, take_over(other, copy), day.live.words)
        card = there.console().question
        assert card is not None
        assert card.reworded == "Asked in other words last time: “Do we answer at once?”"
    day.library.close()


# --- What the framework says otherwise by now


def sessions_of(day: Day) -> dict[str, tuple[PreparedActivity, ...]]:
    return {
        item.session_key: day.live.prepared_session(item.id)
        for item in day.live.prepared().items
        if item.kind is ItemKind.SESSION
    }


def test_the_same_framework_says_nothing_otherwise(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    found = differences(sessions_of(day), small_framework())
    assert not found
    assert found.sentence(day.live.words) == ""
    day.library.close()


def test_a_framework_that_changed_tells_what_is_reworded_more_gone_and_rescaled(
    tmp_path: Path,
) -> None:
    day = begin_day(tmp_path)
    edited = questions(day)[1]
    day.live.preparing.edit_question(edited.id, text="Our own words?")
    plain = small_framework()
    first, second = plain.sessions
    rated = first.activities[0]
    now = replace(
        rated,
        questions=(
            replace(rated.questions[0], text="In other words?"),
            replace(rated.questions[1], text="Edited here, so not compared?"),
            Question("new", "Something new", "New?", ("own",)),
        ),
    )
    thumbs = Activity(
        id="rate",
        kind=ActivityKind.RATE,
        questions=(second.activities[0].questions[0],),
        scale=Scale(("No", "Yes")),
    )
    changed = replace(
        plain,
        sessions=(replace(first, activities=(now,)), replace(second, activities=(thumbs,))),
    )

    found = differences(sessions_of(day), changed)

    assert found.reworded == ("Short 0.0",)
    assert found.new == ("Something new",)
    assert found.rescaled == ("Short 1.0",)
    assert found.gone == ("Short 1.1",)
    assert found.sentence(day.live.words) == (
        "The framework has changed since: 1 question reworded, 1 more, 1 gone, 1 on another scale."
    )
    day.library.close()
