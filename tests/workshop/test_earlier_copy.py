"""A repeat whose framework changed in between: what can still be compared, and what never is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from frameworks.model import Framework, Question, Scale
from tests.days import Day, small_framework
from tests.repeats import finished_day, repeated
from tests.workshop.prepared_days import broken_references, whole_file
from workshop import deletion
from workshop.kinds import ItemKind
from workshop.question_facts import EarlierFacts


@pytest.fixture
def earlier(tmp_path: Path) -> Iterator[Day]:
    day = finished_day(tmp_path)
    yield day
    day.library.close()


def newer() -> Framework:
    """The same framework a year later: one question reworded, one new, one on another scale."""
    plain = small_framework()
    first, second = plain.sessions
    rated = replace(
        first.activities[0],
        questions=(
            first.activities[0].questions[0],
            replace(first.activities[0].questions[1], text="In other words?"),
            Question("new", "Something new", "New?", ("own",)),
        ),
    )
    thumbs = replace(second.activities[0], scale=Scale(("No", "Yes")))
    sessions = (replace(first, activities=(rated,)), replace(second, activities=(thumbs,)))
    return replace(plain, version="2.0", sessions=sessions)


def compared(day: Day) -> dict[str, EarlierFacts | None]:
    """What each question is compared with, by its text."""
    found = {}
    for item in day.live.facts().items:
        for question in item.questions:
            day.live.facilitation.jump(item.id, question.id)
            asked = day.live.facts().question
            assert asked is not None
            found[asked.text] = asked.earlier
    return found


def scores(day: Day) -> list[float | None]:
    return [i.earlier_score for i in day.live.facts().items if i.kind is ItemKind.SESSION]


def test_the_newer_version_compares_what_is_the_same_question_on_the_same_scale(
    earlier: Day,
) -> None:
    again = repeated(earlier)
    again.live.preparing.use_framework(newer())
    assert scores(again) == [3.0, 3.0]
    found = compared(again)
    same, other = found["Question 0.0?"], found["In other words?"]
    assert same is not None
    assert other is not None
    assert (same.result.counts, same.reworded) == ((0, 0, 7, 0, 0), False)
    assert (other.result.counts, other.reworded) == ((0, 0, 7, 0, 0), True)
    assert found["New?"] is None
    assert found["Question 1.0?"] is None  # another scale
    assert broken_references(again.library) == []


def test_undo_brings_the_copy_and_its_comparisons_back(earlier: Day) -> None:
    again = repeated(earlier)
    before = whole_file(again.library)
    again.live.preparing.use_framework(newer())
    after = whole_file(again.library)
    again.live.facilitation.undo()
    assert whole_file(again.library) == before
    again.live.facilitation.redo()
    assert whole_file(again.library) == after


def test_another_framework_is_never_compared_whatever_its_keys(earlier: Day) -> None:
    again = repeated(earlier)
    again.live.preparing.use_framework(replace(small_framework(), id="another"))
    assert scores(again) == [None, None]
    assert set(compared(again).values()) == {None}


def test_a_session_that_is_taken_back_is_compared_again(earlier: Day) -> None:
    again = repeated(earlier)
    session = next(i for i in again.live.prepared().items if i.kind is ItemKind.SESSION)
    again.live.preparing.remove_item(session.id)
    again.live.preparing.add_session(small_framework(), session.session_key, 2)
    assert scores(again) == [3.0, 3.0]
    assert None not in compared(again).values()


def test_questions_that_are_put_back_are_compared_again(earlier: Day) -> None:
    again = repeated(earlier)
    session = next(i for i in again.live.prepared().items if i.kind is ItemKind.SESSION)
    [activity] = again.live.prepared_session(session.id)
    again.live.preparing.remove_question(activity.questions[0].id)
    again.live.preparing.add_questions(small_framework(), session.id, [activity.questions[0].key])
    assert None not in compared(again).values()


def test_where_the_earlier_workshop_is_gone_nothing_can_be_compared_anew(earlier: Day) -> None:
    again = repeated(earlier)
    deletion.delete(again.library, earlier.live.id)
    earlier.clock.moment += 31 * 24 * 60 * 60 * 1000
    assert deletion.purge(again.library) == (earlier.live.id,)
    again.live.preparing.edit_question(_first_question(again), text="Put otherwise?")
    again.live.preparing.add_session(small_framework(3), "s2", 9)
    found = compared(again)
    kept = found.pop("Put otherwise?")  # its own copy is still there
    assert kept is not None
    assert kept.reworded
    assert found["Question 0.1?"] is not None
    assert not found["Question 0.1?"].reworded
    assert found["Question 2.0?"] is None


def _first_question(day: Day) -> str:
    session = next(i for i in day.live.prepared().items if i.kind is ItemKind.SESSION)
    return day.live.prepared_session(session.id)[0].questions[0].id
