"""The review: what became of the earlier actions, on the wall and where they were agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.days import Day, begin_day
from tests.repeats import finished_day, repeated
from tests.workshop.prepared_days import whole_file
from workshop import deletion
from workshop.errors import NotPossibleNow
from workshop.events import ActionsChanged, Event
from workshop.following import Following
from workshop.kinds import ActionStatus, ItemKind
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.records import ActionChangeRecord, ActionRecord
from workshop.scenes import ReviewScene, SessionScene
from workshop.steps import State

NOT_STARTED, UNDER_WAY, DONE = ActionStatus


@pytest.fixture
def earlier(tmp_path: Path) -> Iterator[Day]:
    day = finished_day(tmp_path)
    yield day
    day.library.close()


@pytest.fixture
def day(earlier: Day) -> Day:
    """A repeat at its review, with seven actions."""
    again = repeated(earlier)
    again.reach(State.REVIEW)
    return again


def wall(day: Day) -> ReviewScene:
    scene = day.live.scene().scene
    assert isinstance(scene, ReviewScene)
    return scene


def ids(day: Day) -> list[str]:
    return [each.id for each in day.live.facts().review]


def statuses(day: Day) -> list[ActionStatus]:
    return [each.status for each in day.live.facts().review]


def of_actions(library: Library) -> list[str]:
    """The statuses of the actions themselves, where they were agreed."""
    with library.reading() as connection:
        return list(connection.scalars(select(ActionRecord.status).order_by(ActionRecord.position)))


def history(library: Library) -> list[tuple[str, str, str]]:
    with library.reading() as connection:
        table = ActionChangeRecord.__table__.c
        asked = select(table.field, table.before, table.after).order_by(table.changed_at)
        return [tuple(row) for row in connection.execute(asked)]


def test_the_wall_lists_five_a_page_and_marks_the_first(day: Day) -> None:
    scene = wall(day)
    assert scene.heading == "What became of it"
    assert scene.heads[0] == "What we agreed on, 1 January 2026"
    assert (scene.range, scene.foot) == ("1 to 5 of 7", "0 of 7 are done")
    assert [row.what for row in scene.rows] == [f"Do {n}" for n in range(5)]
    assert [row.now for row in scene.rows] == [True, False, False, False, False]
    row = scene.rows[0]
    assert (row.owner, row.due, row.origin) == ("Owner 0", "No date yet", "Vision, short 0.0")
    assert (row.status, row.said) == (NOT_STARTED, "Not started")


def test_a_status_is_said_here_and_where_it_was_agreed_with_a_line_of_its_history(
    day: Day,
) -> None:
    day.live.reviewing.set_status(ids(day)[1], UNDER_WAY)
    assert wall(day).rows[1].said == "Under way"
    assert of_actions(day.library)[:3] == ["not_started", "under_way", "not_started"]
    assert history(day.library) == [("status", "not_started", "under_way")]
    assert day.live.facts().review[1].reviewed


def test_undo_and_redo_put_both_back_to_the_letter(day: Day) -> None:
    day.live.reviewing.set_status(ids(day)[0], DONE)
    before = whole_file(day.library)
    day.clock.moment += 60_000
    day.live.reviewing.set_status(ids(day)[0], UNDER_WAY)
    after = whole_file(day.library)
    day.live.facilitation.undo()
    assert whole_file(day.library) == before
    day.live.facilitation.redo()
    assert whole_file(day.library) == after


def test_a_status_said_again_only_says_that_it_was_looked_at(day: Day) -> None:
    day.live.reviewing.set_status(ids(day)[0], NOT_STARTED)
    assert day.live.facts().review[0].reviewed
    assert history(day.library) == []


def test_both_workshops_are_told(earlier: Day, day: Day) -> None:
    heard: list[Event] = []
    day.library.events.subscribe(heard.append)
    day.live.reviewing.set_status(ids(day)[0], DONE)
    told = {event.workshop_id for event in heard if isinstance(event, ActionsChanged)}
    assert told == {earlier.live.id, day.live.id}


def test_what_is_said_elsewhere_before_the_day_is_what_the_review_shows(
    earlier: Day, day: Day
) -> None:
    actions = [action.id for action in earlier.live.facts().actions]
    Following(day.library).set_status(actions[0], DONE)
    Following(day.library).drop(actions[1], "overtaken")
    assert [row.what for row in wall(day).rows] == ["Do 0", "Do 2", "Do 3", "Do 4", "Do 5"]
    assert statuses(day)[0] is DONE
    assert wall(day).foot == "1 of 6 is done"


def test_an_action_dropped_meanwhile_is_refused_in_words(earlier: Day, day: Day) -> None:
    first = ids(day)[0]
    Following(day.library).drop(earlier.live.facts().actions[0].id, "overtaken")
    for act in (
        partial(day.live.reviewing.set_status, first, DONE),
        partial(day.live.reviewing.choose, first),
        partial(day.live.reviewing.choose, "no such action"),
    ):
        with pytest.raises(NotPossibleNow, match="not on the list any more"):
            act()


def test_an_action_of_another_workshops_review_is_not_on_this_list(day: Day) -> None:
    other = repeated(replace(day, live=LiveWorkshop(day.library, _earlier(day), day.live.words)))
    other.reach(State.REVIEW)
    with pytest.raises(NotPossibleNow):
        day.live.reviewing.set_status(ids(other)[0], DONE)


def _earlier(day: Day) -> str:
    earlier = day.live.facts().workshop.earlier_id
    assert earlier is not None
    return earlier


def test_choosing_belongs_to_the_review_and_is_no_act_of_the_journal(day: Day) -> None:
    undo = day.live.facts().undo
    day.live.reviewing.choose(ids(day)[5])
    assert wall(day).range == "6 to 7 of 7"
    assert day.live.facts().undo == undo
    day.live.facilitation.next()
    assert isinstance(day.live.scene().scene, SessionScene)
    with pytest.raises(NotPossibleNow, match="review of the actions is not on the wall"):
        day.live.reviewing.choose("any")


def test_a_crash_comes_back_to_the_action_in_work(day: Day) -> None:
    day.live.reviewing.choose(ids(day)[6])
    day.live.reviewing.set_status(ids(day)[6], DONE)
    seen = day.live.scene()
    assert LiveWorkshop(day.library, day.live.id, day.live.words).scene() == seen


def test_turning_the_page_is_undone_to_the_action_that_was_in_work(day: Day) -> None:
    day.live.reviewing.choose(ids(day)[3])
    day.live.facilitation.next()
    assert [row.now for row in wall(day).rows] == [True, False]
    day.live.facilitation.undo()
    assert [row.now for row in wall(day).rows] == [False, False, False, True, False]


def test_the_review_can_be_left_out_skipped_and_jumped_to(earlier: Day) -> None:
    again = repeated(earlier)
    review = next(i for i in again.live.facts().items if i.kind is ItemKind.REVIEW)
    again.live.improvising.leave_out({}, {review.id: True})
    again.reach(State.PRACTICE_CLOSED)
    again.live.facilitation.next()
    assert again.state() is State.SESSION
    again.live.facilitation.jump(review.id)
    assert again.state() is State.REVIEW
    again.live.facilitation.skip()
    assert again.state() is State.SESSION
    again.live.facilitation.back()
    assert again.state() is State.LOOKING_BACK


def test_a_review_of_nothing_says_so_and_goes_on(earlier: Day, day: Day) -> None:
    following = Following(day.library)
    for action in earlier.live.facts().actions:
        following.drop(action.id, "over")
    scene = wall(day)
    assert (scene.rows, scene.range, scene.foot) == ((), "", "No action was left open.")
    day.live.facilitation.next()
    assert day.state() is State.SESSION


def test_the_console_says_what_is_late_and_what_is_done_no_more(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.ACT)
    for due in (date(2025, 12, 31), date(2026, 1, 1), None):
        day.live.planning.propose(ActionDraft("Do it", due=due))
    day.reach(State.FINISHED)
    again = repeated(day)
    assert again.live.console().review == ()
    again.reach(State.REVIEW)
    lines = again.live.console().review
    assert [line.late for line in lines] == ["1 day late", "", ""]
    assert [line.due for line in lines] == ["31 Dec", "1 Jan", "No date yet"]
    again.live.reviewing.set_status(lines[0].id, DONE)
    assert again.live.console().review[0].late == ""
    day.library.close()


def test_where_the_earlier_workshop_is_deleted_the_status_is_kept_here_alone(
    earlier: Day, day: Day
) -> None:
    deletion.delete(day.library, earlier.live.id)
    day.live.reviewing.set_status(ids(day)[0], DONE)
    assert statuses(day)[0] is DONE
    assert of_actions(day.library)[0] == "not_started"
    deletion.put_back(day.library, earlier.live.id)
    assert statuses(day)[0] is NOT_STARTED  # it is there again, and says what it said
