"""Improvising: left out, put back, added and changed on the spot, each one act to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from frameworks import reader
from frameworks.model import ActivityKind, Framework, Pace, Scale
from tests.days import LABELS, Day, begin_day, small_framework
from workshop import improvising
from workshop.errors import NotPossibleNow
from workshop.facts import OutlineItem, OutlineQuestion
from workshop.kinds import ItemKind, Step
from workshop.steps import State

LETTERS = "ä" * 401


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Two sessions of two questions, in the talk about the first."""
    day = begin_day(tmp_path)
    day.reach(State.TALK)
    yield day
    day.library.close()


def session(day: Day, n: int = 0) -> OutlineItem:
    return [item for item in day.live.facts().items if item.kind is ItemKind.SESSION][n]


def item(day: Day, kind: ItemKind) -> OutlineItem:
    return next(item for item in day.live.facts().items if item.kind is kind)


def shorts(day: Day, n: int = 0) -> list[str]:
    return [question.short for question in session(day, n).questions]


def titles(day: Day) -> list[str]:
    return [item.title for item in day.live.facts().items]


def row(day: Day, question_id: str) -> dict[str, object]:
    with day.library.reading() as connection:
        found = connection.exec_driver_sql("SELECT * FROM question WHERE id = ?", (question_id,))
        return dict(found.one()._mapping)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(NotPossibleNow) as caught:
        act()
    return str(caught.value)


# --- Leaving out ----------------------------------------------------------------------------


def test_questions_and_agenda_items_are_left_out_and_come_back_in_one_act(day: Day) -> None:
    before = day.live.facts().items
    second = session(day, 1)
    asked = session(day).questions[1]
    day.live.improvising.leave_out({asked.id: True}, {second.id: True})
    assert session(day).questions[1].skipped
    assert session(day, 1).left_out
    assert day.live.console().undo == "what is left out"
    day.live.facilitation.undo()
    assert day.live.facts().items == before
    day.live.facilitation.redo()
    day.live.improvising.leave_out({asked.id: False}, {second.id: False})
    assert day.live.facts().items == before


def test_the_next_key_goes_past_what_is_left_out(day: Day) -> None:
    day.live.improvising.leave_out({session(day).questions[1].id: True}, {session(day, 1).id: True})
    day.reach(State.READ_BACK)
    assert session(day, 1).started_at is None
    assert not session(day).questions[1].voted


def test_what_is_in_work_or_was_asked_stays(day: Day) -> None:
    act = day.live.improvising.leave_out
    first = session(day).questions[0]
    said = "“Short 0.0” was already asked. What was asked stays in the workshop."
    assert refusal(lambda: act({first.id: True}, {})) == said
    here = session(day)
    in_work = refusal(lambda: act({}, {here.id: True}))
    assert in_work == "“Vision” is in work. S skips what is left of it."
    day.live.facilitation.next()
    day.reach(State.POSE)
    assert refusal(lambda: act({first.id: True}, {})) == said
    posed = session(day).questions[1]
    assert "was already asked" in refusal(lambda: act({posed.id: True}, {}))


def test_the_end_of_the_day_stays_and_a_refused_choice_changes_nothing(day: Day) -> None:
    before = day.live.facts().items
    end, ahead = item(day, ItemKind.READ_BACK), session(day).questions[1]
    act = day.live.improvising.leave_out
    said = refusal(lambda: act({ahead.id: True}, {end.id: True}))
    assert said == "“What we will do” stays: the day needs its end. Leave out something else."
    assert day.live.facts().items == before


def test_a_choice_that_changes_nothing_is_no_act(day: Day) -> None:
    before = day.live.console().undo
    day.live.improvising.leave_out({session(day).questions[1].id: False}, {})
    assert day.live.console().undo == before


# --- A question here ------------------------------------------------------------------------


def test_an_added_question_follows_the_one_in_work_on_its_scale(day: Day) -> None:
    here = session(day)
    question_id = day.live.improvising.add_question(here.id, " Who picks up the phone? ", "Phone")
    assert shorts(day) == ["Short 0.0", "Phone", "Short 0.1"]
    added = row(day, question_id)
    assert added["text"] == "Who picks up the phone?"
    assert (added["edited"], added["must"], added["skipped"]) == (1, 1, 0)
    assert day.live.facts().items[1].questions[1].counts
    day.live.facilitation.next()
    day.reach(State.POSE)
    facts = day.live.facts()
    assert facts.question is not None
    assert (facts.question.id, facts.question.scale_labels) == (question_id, LABELS)


def test_a_question_without_a_short_name_gets_one_of_its_first_words(day: Day) -> None:
    text = "Do we tell people by when they will hear from us again?"
    day.live.improvising.add_question(session(day).id, text)
    assert shorts(day)[1] == "Do we tell people by when…"
    assert len(shorts(day)[1]) <= improvising.LONGEST_SHORT


def test_keys_of_added_questions_are_unlike_any_other(day: Day) -> None:
    act = day.live.improvising.add_question
    keys = [row(day, act(session(day).id, "Once more?"))["key"] for _ in range(3)]
    assert len(set(keys)) == 3
    assert all(str(key).startswith("added-") for key in keys)


def test_a_question_for_a_session_ahead_ends_it(day: Day) -> None:
    day.live.improvising.add_question(session(day, 1).id, "And then?", "Then")
    assert shorts(day, 1) == ["Short 1.0", "Short 1.1", "Then"]


def test_undo_takes_an_added_question_away_and_the_others_to_their_places(day: Day) -> None:
    before = day.live.facts().items
    day.live.improvising.add_question(session(day).id, "Who?", "Who")
    assert day.live.console().undo == "question added"
    day.live.facilitation.undo()
    assert day.live.facts().items == before
    day.live.facilitation.redo()
    assert shorts(day) == ["Short 0.0", "Who", "Short 0.1"]


def test_an_added_question_that_was_voted_on_can_no_longer_be_undone(day: Day) -> None:
    day.live.improvising.add_question(session(day).id, "Who?", "Who")
    day.live.facilitation.next()
    day.reach(State.REVEAL)
    while day.live.console().undo != "question added":
        day.live.facilitation.undo()
    said = refusal(day.live.facilitation.undo)
    assert said.startswith("This can no longer be undone or done again: votes")
    assert "Who" in shorts(day)


@pytest.mark.parametrize(
    ("text", "short", "said"),
    [
        ("  ", "", "The question has no words yet. Write what the room is to answer."),
        (LETTERS, "", "The question has 401 characters; the wall can show 400. Make it shorter."),
        ("Who?", "ä" * 29, "The short name has 29 characters; the wall can show 28. Make it "
                           "shorter."),
    ],
)  # fmt: skip
def test_a_question_the_wall_cannot_show_is_refused_in_a_sentence(
    day: Day, text: str, short: str, said: str
) -> None:
    before = shorts(day)
    assert refusal(lambda: day.live.improvising.add_question(session(day).id, text, short)) == said
    assert shorts(day) == before


def test_the_limits_are_those_of_a_pack() -> None:
    assert improvising.LONGEST_QUESTION == reader.LONGEST_TEXT
    assert improvising.LONGEST_SHORT == reader.LONGEST_SHORT
    assert improvising.MOST_MINUTES == reader.MOST_MINUTES


def test_questions_are_added_to_sessions_with_a_scale_alone(tmp_path: Path, day: Day) -> None:
    opening = item(day, ItemKind.OPENING)
    said = refusal(lambda: day.live.improvising.add_question(opening.id, "Who?"))
    assert said.startswith("Questions are added to a session.")
    ideas = with_activity(small_framework(1, 2), kind=ActivityKind.IDEAS)
    other = begin_day(tmp_path / "ideas", framework=ideas)
    said = refusal(lambda: other.live.improvising.add_question(session(other).id, "Who?"))
    assert said.startswith("This session has no question on a scale")
    other.library.close()


def with_activity(framework: Framework, **values: object) -> Framework:
    """The framework with its first activity changed."""
    first, *others = framework.sessions
    activity = replace(first.activities[0], **values)  # type: ignore[arg-type]  # by name
    return replace(framework, sessions=(replace(first, activities=(activity,)), *others))


def test_a_scale_of_the_activitys_own_is_kept(tmp_path: Path) -> None:
    scale = Scale(("No", "Partly", "Yes"), dont_know=False)
    other = begin_day(tmp_path / "own", framework=with_activity(small_framework(1, 2), scale=scale))
    added = row(other, other.live.improvising.add_question(session(other).id, "Who?"))
    assert (added["scale_labels"], added["dont_know"]) == ('["No", "Partly", "Yes"]', 0)
    assert not session(other).questions[2].counts
    other.library.close()


@pytest.mark.parametrize("at", [State.COLLECTED, State.TOGETHER])
def test_after_a_vote_together_an_added_question_is_asked_all_the_same(
    tmp_path: Path, at: State
) -> None:
    framework = with_activity(small_framework(1, 3), pace=Pace.TOGETHER)
    other = begin_day(tmp_path / "together", framework=framework)
    other.reach(at)
    before = other.live.facts().items
    question_id = other.live.improvising.add_question(session(other).id, "And now?", "Now")
    other.live.facilitation.undo()
    assert other.live.facts().items == before
    other.live.facilitation.redo()
    other.live.facilitation.next()
    found = asked(other, question_id)
    assert found.voted
    other.library.close()


def asked(day: Day, question_id: str) -> OutlineQuestion:
    """Lead on to the end of the session: the question as it is then."""
    day.reach(State.READ_BACK)
    return next(each for each in session(day).questions if each.id == question_id)


def test_while_votes_are_collected_an_added_question_is_collected_too(tmp_path: Path) -> None:
    framework = with_activity(small_framework(1, 3), pace=Pace.TOGETHER)
    other = begin_day(tmp_path / "collecting", framework=framework)
    other.reach(State.OPEN)
    other.live.improvising.add_question(session(other).id, "And now?", "Now")
    other.reach(State.TOGETHER)
    together = other.live.facts().together
    assert together is not None
    names = [each.short for each in together.questions]
    assert names == ["Short 0.0", "Now", "Short 0.1", "Short 0.2"]
    other.library.close()


# --- An agenda item next --------------------------------------------------------------------


def test_a_break_is_added_after_the_item_in_work_and_is_led(day: Day) -> None:
    rest = day.live.improvising.add_item(ItemKind.BREAK, "Fresh air", 12, remark="Coffee below")
    assert titles(day) == ["Opening", "Vision", "Fresh air", "Strategy", "What we will do"]
    added = item(day, ItemKind.BREAK)
    assert (added.id, added.minutes, added.remark) == (rest, 12, "Coffee below")
    assert day.live.console().undo == "Fresh air added"
    day.reach(State.BREAK)
    timer = day.live.facts().timer
    assert timer is not None
    assert timer.planned_s == 12 * 60


def test_group_work_brings_its_task_and_steps(day: Day) -> None:
    day.live.improvising.add_item(
        ItemKind.GROUP_WORK, "Groups", 20, purpose="Find the cause", tasks=("Ask", " ", "Tell")
    )
    added = item(day, ItemKind.GROUP_WORK)
    assert (added.purpose, added.tasks) == ("Find the cause", ("Ask", "Tell"))
    day.reach(State.GROUP_WORK)


def test_undo_takes_an_added_item_away_and_the_others_to_their_places(day: Day) -> None:
    before = day.live.facts().items
    day.live.improvising.add_item(ItemKind.PROFILE, "Where we stand", 10)
    day.live.improvising.add_item(ItemKind.ACTION_PLANNING, "Action planning", 20)
    assert titles(day)[2:4] == ["Action planning", "Where we stand"]
    day.live.facilitation.undo()
    day.live.facilitation.undo()
    assert day.live.facts().items == before


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda i: i.add_item(ItemKind.BREAK, " ", 5),
         "The agenda item has no name. Write what it is."),
        (lambda i: i.add_item(ItemKind.BREAK, "Break", 0),
         "Minutes go from 1 to 480. Write how long it takes."),
        (lambda i: i.add_item(ItemKind.BREAK, "Break", 481),
         "Minutes go from 1 to 480. Write how long it takes."),
        (lambda i: i.add_item(ItemKind.BREAK, "ä" * 61, 5),
         "The name has 61 characters; the wall can show 60. Make it shorter."),
        (lambda i: i.add_item(ItemKind.BREAK, "Break", 5, remark="ä" * 91),
         "The line has 91 characters; the wall can show 90. Make it shorter."),
        (lambda i: i.add_item(ItemKind.GROUP_WORK, "Groups", 5),
         "The group work has no task. Write what the groups are to do."),
        (lambda i: i.add_item(ItemKind.GROUP_WORK, "Groups", 5, purpose="ä" * 161),
         "The task has 161 characters; the wall can show 160. Make it shorter."),
        (lambda i: i.add_item(ItemKind.GROUP_WORK, "Groups", 5, purpose="Do", tasks=("a",) * 4),
         "The wall shows at most 3 steps. Take one away."),
        (lambda i: i.add_item(ItemKind.GROUP_WORK, "Groups", 5, purpose="Do", tasks=("ä" * 91,)),
         "A step has 91 characters; the wall can show 90. Make it shorter."),
        (lambda i: i.add_item(ItemKind.SESSION, "Session", 5),
         "This kind of agenda item is planned before the day, not added on the spot."),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_refused_in_a_sentence(
    day: Day, act: Callable[[improvising.Improvising], object], said: str
) -> None:
    before = day.live.facts().items
    assert refusal(lambda: act(day.live.improvising)) == said
    assert day.live.facts().items == before


def test_items_are_added_while_the_day_is_led(tmp_path: Path, day: Day) -> None:
    other = begin_day(tmp_path / "lobby")
    said = "Agenda items are added while the day is led. Start the workshop first."
    assert refusal(lambda: other.live.improvising.add_item(ItemKind.BREAK, "Break", 5)) == said
    other.library.close()
    day.reach(State.FINISHED)
    assert refusal(lambda: day.live.improvising.add_item(ItemKind.BREAK, "Break", 5)) == said


def test_an_item_is_changed_in_one_act_and_what_is_not_named_stays(day: Day) -> None:
    rest = day.live.improvising.add_item(ItemKind.BREAK, "Break", 15, remark="Below")
    before = day.live.facts().items
    day.live.improvising.change_item(rest, minutes=10)
    changed = item(day, ItemKind.BREAK)
    assert (changed.title, changed.minutes, changed.remark) == ("Break", 10, "Below")
    assert day.live.console().undo == "Break changed"
    day.live.facilitation.undo()
    assert day.live.facts().items == before
    day.live.improvising.change_item(rest, title=" Tea ", remark="", tasks=())
    changed = item(day, ItemKind.BREAK)
    assert (changed.title, changed.minutes, changed.remark) == ("Tea", 15, "")
    said = refusal(lambda: day.live.improvising.change_item(rest, minutes=0))
    assert said == "Minutes go from 1 to 480. Write how long it takes."


def test_a_break_that_runs_ends_when_its_changed_minutes_say(day: Day) -> None:
    rest = day.live.improvising.add_item(ItemKind.BREAK, "Break", 15)
    day.reach(State.BREAK)
    day.live.facilitation.add_time(1)
    day.live.improvising.change_item(rest, minutes=10)
    timer = day.live.facts().timer
    assert timer is not None
    assert timer.length_s == 11 * 60
    day.live.facilitation.undo()
    timer = day.live.facts().timer
    assert timer is not None
    assert timer.length_s == 16 * 60


def test_the_wall_stays_what_it_is_while_the_agenda_changes(day: Day) -> None:
    before = day.live.scene()
    day.live.improvising.add_item(ItemKind.BREAK, "Break", 15)
    day.live.improvising.leave_out({}, {session(day, 1).id: True})
    assert day.live.scene() == before
    assert day.live.facts().step is Step.TALK
