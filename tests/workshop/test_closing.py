"""The close: hands, words, and what follows the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.days import DAY, Day, begin_day, room_framework, room_items
from workshop.errors import NotPossibleNow, WorkshopError
from workshop.facts import ClosingFacts
from workshop.kinds import ItemKind
from workshop.live import LiveWorkshop
from workshop.scenes import ClosingScene
from workshop.steps import State


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """Seven people, at the close."""
    day = begin_day(tmp_path, framework=room_framework(2), items=room_items())
    close = next(item for item in day.live.facts().items if item.kind is ItemKind.CLOSE)
    day.live.facilitation.jump(close.id)
    assert day.state() is State.CLOSING
    yield day
    day.library.close()


def closing(day: Day) -> ClosingFacts:
    found = day.live.facts().closing
    assert found is not None
    return found


def scene(day: Day) -> ClosingScene:
    shown = day.live.scene().scene
    assert isinstance(shown, ClosingScene)
    return shown


def test_hands_replace_those_before(day: Day) -> None:
    day.live.closing.put_hands({1: 1, 4: 3})
    day.live.closing.put_hands({4: 2, 5: 5, 3: 0})
    assert closing(day).counts == (0, 0, 0, 2, 5)


def test_the_room_sees_the_hands_only_after_next(day: Day) -> None:
    day.live.closing.put_hands({4: 3})
    assert (scene(day).counts, scene(day).question) == (None, "Was today worth your time?")
    day.live.facilitation.next()
    assert (day.state(), scene(day).counts) == (State.CLOSE_SHOWN, (0, 0, 0, 3, 0))
    assert scene(day).question == "Was today worth your time? 4 of 5"
    day.live.facilitation.undo()
    assert (scene(day).counts, scene(day).question) == (None, "Was today worth your time?")


@pytest.mark.parametrize("counts", [{4: 8}, {1: 4, 5: 4}])
def test_more_hands_than_people_are_refused_and_nothing_is_kept(
    counts: dict[int, int], day: Day
) -> None:
    day.live.closing.put_hands({4: 3})
    with pytest.raises(WorkshopError, match="8 hands are more than the 7 people present"):
        day.live.closing.put_hands(counts)
    assert closing(day).counts == (0, 0, 0, 3, 0)


@pytest.mark.parametrize("answer", [0, 6])
def test_an_answer_beyond_the_scale_is_refused(answer: int, day: Day) -> None:
    with pytest.raises(WorkshopError, match="is not an answer here"):
        day.live.closing.put_hands({answer: 1})


def test_words_stand_in_order_of_arrival_and_can_be_taken_off(day: Day) -> None:
    for word in ("clear", "  at   last ", "", "   ", "proud"):
        day.live.closing.add_word(word)
    assert [text for _, text in closing(day).words] == ["clear", "at last", "proud"]
    day.live.closing.remove_word(closing(day).words[1][0])
    assert scene(day).words == ("clear", "proud")
    day.live.closing.add_word("ready")
    assert scene(day).words == ("clear", "proud", "ready")


def test_undo_takes_back_a_word_and_brings_back_one_taken_off(day: Day) -> None:
    day.live.closing.add_word("clear")
    day.live.closing.add_word("tired")
    day.live.closing.remove_word(closing(day).words[0][0])
    day.live.facilitation.undo()
    assert scene(day).words == ("clear", "tired")
    day.live.facilitation.undo()
    assert scene(day).words == ("clear",)


@pytest.mark.parametrize("word", ["W" * 41, "a sentence that goes on and on and on and on"])
def test_a_sentence_is_refused(word: str, day: Day) -> None:
    with pytest.raises(WorkshopError, match="at most 40 letters"):
        day.live.closing.add_word(word)
    assert closing(day).words == ()


def test_what_follows_is_written_field_by_field(day: Day) -> None:
    write = day.live.closing.write
    write(review_on=date(2026, 3, 1))
    write(plan_goes_to=" everyone, by mail ")
    write(who_answers="the director, by 31 March")
    assert [text for _, text in scene(day).facts] == [
        "1 March 2026",
        "everyone, by mail",
        "the director, by 31 March",
    ]
    day.live.facilitation.undo()
    assert len(scene(day).facts) == 2


def test_the_date_can_be_taken_off_again(day: Day) -> None:
    day.live.closing.write(review_on=date(2026, 3, 1))
    day.live.closing.write(plan_goes_to="all")
    assert day.live.facts().workshop.review_on == date(2026, 3, 1)
    day.live.closing.write(review_on=None)
    assert day.live.facts().workshop.review_on is None
    assert day.live.facts().workshop.plan_goes_to == "all"


def test_the_review_is_not_before_the_day(day: Day) -> None:
    day.live.closing.write(review_on=DAY)
    with pytest.raises(NotPossibleNow, match="lies before the workshop"):
        day.live.closing.write(review_on=DAY - timedelta(days=1))
    assert day.live.facts().workshop.review_on == DAY


def test_a_crash_at_the_close_comes_back_to_the_same_wall_and_console(day: Day) -> None:
    for act in (
        lambda: day.live.closing.put_hands({4: 3, 5: 2}),
        lambda: day.live.closing.add_word("clear"),
        lambda: day.live.closing.write(review_on=date(2026, 3, 1)),
        day.live.facilitation.next,
    ):
        act()
        again = LiveWorkshop(day.library, day.live.id, day.live.words)
        assert again.both() == day.live.both()
