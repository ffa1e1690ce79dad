"""Following: what became of actions once the days are over, with undo over all workshops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.days import Day, another_day, begin_day
from tests.workshop.acts import journaled
from workshop import action_shelf
from workshop.action_shelf import ActionLine
from workshop.errors import NotPossibleNow
from workshop.events import ActionsChanged, ActUndone, Event
from workshop.following import Following
from workshop.kinds import ActionStatus
from workshop.planning import ActionDraft
from workshop.readings.action import ActionDetails, read_details
from workshop.records import LiveRecord, WorkshopRecord
from workshop.steps import State

TODAY = date(2026, 1, 20)
DONE, UNDER_WAY = ActionStatus.DONE, ActionStatus.UNDER_WAY
CALL = ActionDraft("Call back", "Ask for a line", "Ada", due=date(2026, 1, 10), measure="9 in 10")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    begun = begin_day(tmp_path)
    with begun.library:
        yield begun


@pytest.fixture
def following(day: Day) -> Following:
    return Following(day.library)


def listed(day: Day) -> list[ActionLine]:
    with day.library.reading() as connection:
        return list(action_shelf.page(connection, TODAY))


def only(day: Day) -> ActionLine:
    (line,) = listed(day)
    return line


def details(day: Day, action_id: str) -> ActionDetails:
    with day.library.reading() as connection:
        return read_details(connection, action_id)


def history(day: Day, action_id: str) -> list[tuple[str, str, str]]:
    return [(each.field, each.before, each.after) for each in details(day, action_id).history]


def delete_workshop(day: Day, deleted_at: int | None = 5) -> None:
    with day.library.transaction() as transaction:
        transaction.execute(
            update(WorkshopRecord)
            .where(WorkshopRecord.id == day.live.id)
            .values(deleted_at=deleted_at)
        )


def test_a_status_is_kept_with_a_line_of_history_and_is_an_act_of_its_workshop(
    day: Day, following: Following
) -> None:
    action = day.live.planning.propose(CALL)
    told: list[Event] = []
    day.library.events.subscribe(told.append)
    following.set_status(action, UNDER_WAY)
    assert only(day).status is UNDER_WAY
    assert history(day, action) == [("status", "not_started", "under_way")]
    assert told == [ActionsChanged(day.live.id)]
    undone = day.live.facilitation.undo()
    assert undone is not None
    assert undone.act == "action status"
    assert only(day).status is ActionStatus.NOT_STARTED


def test_the_same_status_again_leaves_no_trace(day: Day, following: Following) -> None:
    action = day.live.planning.propose(CALL)
    before = journaled(day.library)
    following.set_status(action, ActionStatus.NOT_STARTED)
    assert journaled(day.library) == before
    assert following.to_undo() is None


def test_each_field_is_changed_alone_and_the_others_stay(day: Day, following: Following) -> None:
    action = day.live.planning.propose(CALL)
    following.change(action, owner="  Grace ")
    following.change(action, due=date(2026, 2, 1), measure="")
    line = only(day)
    assert (line.what, line.owner, line.due, line.measure) == (
        "Call back", "Grace", date(2026, 2, 1), ""
    )  # fmt: skip
    assert sorted(history(day, action)) == [
        ("due", "2026-01-10", "2026-02-01"),
        ("measure", "9 in 10", ""),
        ("owner", "Ada", "Grace"),
    ]


def test_of_two_edits_that_collide_the_later_stands_and_the_history_tells_both(
    day: Day, following: Following
) -> None:
    action = day.live.planning.propose(CALL)
    other = Following(day.library)
    other.change(action, owner="Grace", first_step="Write to the board")
    following.change(action, owner="Alan")
    line = only(day)
    assert (line.owner, line.first_step) == ("Alan", "Write to the board")
    owners = {each for each in history(day, action) if each[0] == "owner"}
    assert owners == {("owner", "Ada", "Grace"), ("owner", "Grace", "Alan")}


def test_an_edit_over_the_act_of_another_is_not_undone_in_its_place(
    day: Day, following: Following
) -> None:
    action = day.live.planning.propose(CALL)
    following.set_status(action, DONE)
    Following(day.library).change(action, owner="Grace")
    assert following.to_undo() is None
    assert following.undo() is None
    assert (only(day).owner, only(day).status) == ("Grace", DONE)


def test_an_action_needs_words(day: Day, following: Following) -> None:
    action = day.live.planning.propose(CALL)
    with pytest.raises(NotPossibleNow, match="needs words"):
        following.change(action, what="  \n")
    with pytest.raises(NotPossibleNow, match="needs words"):
        following.add(day.live.id, ActionDraft(""))
    assert only(day).what == "Call back"


def test_an_agreed_action_that_loses_its_owner_is_proposed_again(
    day: Day, following: Following
) -> None:
    action = day.live.planning.propose(CALL)
    day.live.planning.agree_action(action)
    following.change(action, owner="")
    assert only(day).state == "proposed"


def test_an_action_can_be_added_to_a_workshop_that_is_over(day: Day, following: Following) -> None:
    day.live.planning.propose(CALL)
    day.reach(State.FINISHED)
    added = following.add(day.live.id, ActionDraft("Answer the letters"))
    assert {line.what for line in listed(day)} == {"Call back", "Answer the letters"}
    undone = following.undo()
    assert undone is not None
    assert (undone.act, undone.what) == ("propose", "Answer the letters")
    assert only(day).id != added


def test_a_dropped_action_keeps_why_and_comes_back_by_undo(day: Day, following: Following) -> None:
    action = day.live.planning.propose(CALL)
    following.drop(action, " The line is gone ")
    assert listed(day) == []
    with pytest.raises(NotPossibleNow, match="no longer there"):
        following.set_status(action, DONE)
    following.undo()
    assert only(day).id == action


def test_a_deleted_action_comes_back_whole_with_its_history(day: Day, following: Following) -> None:
    action = day.live.planning.propose(CALL)
    following.set_status(action, DONE)
    before = journaled(day.library)
    following.delete(action)
    assert listed(day) == []
    assert history(day, action) == []
    following.undo()
    assert journaled(day.library) == before
    following.redo()
    assert listed(day) == []
    with pytest.raises(NotPossibleNow, match="no longer there"):
        following.change(action, what="Other")


def test_undo_goes_back_over_the_workshops_in_the_order_of_the_acts(
    day: Day, following: Following
) -> None:
    other = another_day(day.library, day.clock)
    first, second = day.live.planning.propose(CALL), other.live.planning.propose(CALL)
    following.set_status(first, DONE)
    following.set_status(second, UNDER_WAY)
    told: list[Event] = []
    day.library.events.subscribe(told.append)
    undone = [following.undo(), following.undo(), following.undo()]
    workshops = [each and each.workshop_id for each in undone]
    assert workshops == [other.live.id, day.live.id, None]
    assert told == [ActUndone(other.live.id), ActUndone(day.live.id)]
    assert {line.status for line in listed(day)} == {ActionStatus.NOT_STARTED}
    redone = [following.redo(), following.redo(), following.redo()]
    assert [each and each.workshop_id for each in redone] == [day.live.id, other.live.id, None]
    assert {line.status for line in listed(day)} == {DONE, UNDER_WAY}


def test_a_new_act_ends_what_could_be_done_again(day: Day, following: Following) -> None:
    action = day.live.planning.propose(CALL)
    following.set_status(action, DONE)
    following.undo()
    following.change(action, owner="Grace")
    assert following.to_redo() is None


def test_an_action_whose_workshop_was_deleted_meanwhile_is_refused_in_words(
    day: Day, following: Following
) -> None:
    action = day.live.planning.propose(CALL)
    delete_workshop(day)
    acts: tuple[Callable[[], None], ...] = (
        lambda: following.set_status(action, DONE),
        lambda: following.change(action, owner="Grace"),
        lambda: following.drop(action, "why"),
        lambda: following.delete(action),
    )
    for act in acts:
        with pytest.raises(NotPossibleNow, match="was deleted"):
            act()
    with pytest.raises(NotPossibleNow, match="deleted meanwhile"):
        following.add(day.live.id, CALL)
    with pytest.raises(NotPossibleNow, match="deleted meanwhile"):
        following.add("none of this id", CALL)
    delete_workshop(day, None)
    following.set_status(action, DONE)
    assert only(day).status is DONE


def test_following_an_action_up_does_not_make_a_day_left_open_look_alive(
    day: Day, following: Following
) -> None:
    day.reach(State.POSE)
    action = day.live.planning.propose(CALL)
    last = day.clock.moment
    day.clock.moment += 30 * 24 * 60 * 60 * 1000
    following.set_status(action, DONE)
    following.undo()
    assert day.library.live_workshop() is None
    with day.library.transaction() as transaction:
        assert transaction.get_one(LiveRecord, day.live.id).last_act_at == last


def test_an_action_knows_its_question_the_agreed_score_and_the_last_revealed_votes(
    day: Day,
) -> None:
    day.reach(State.REVEAL)
    question = day.live.facts().question
    assert question is not None
    day.live.planning.agree(question.id, 3.5)
    day.live.planning.write_evidence(question.id, "6 of 20 asked twice")
    action = day.live.planning.propose(CALL, question.id)
    origin = details(day, action).origin
    assert origin is not None
    assert origin.question == question.text
    assert origin.votes is not None
    assert origin.votes.counts == (0, 0, 7, 0, 0)
    assert origin.outcome is not None
    assert (origin.outcome.score, origin.outcome.evidence) == (3.5, "6 of 20 asked twice")


def test_votes_that_are_not_revealed_are_not_shown_with_an_action(day: Day) -> None:
    day.reach(State.CLOSED)
    question = day.live.facts().question
    assert question is not None
    origin = details(day, day.live.planning.propose(CALL, question.id)).origin
    assert origin is not None
    assert origin.votes is None


def test_an_action_from_no_question_has_no_origin(day: Day) -> None:
    assert details(day, day.live.planning.propose(CALL)).origin is None
    assert details(day, "none of this id") == ActionDetails(None, ())
