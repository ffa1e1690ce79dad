"""Last time: the earlier workshop's results beside today's, and never before the reveal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.days import Day, begin_day, small_framework
from tests.repeats import finished_day, repeated
from workshop.charts import LAST_TIME, distribution_chart
from workshop.creation import NewItem
from workshop.kinds import ItemKind
from workshop.last_time import change_in_words, compares, label_beside
from workshop.planning import Positions
from workshop.question_facts import EarlierFacts
from workshop.scenes import AgreedScene, ProfileScene, RevealScene, SessionScene
from workshop.staging import room_sees
from workshop.steps import State
from workshop.tally import Distribution
from workshop.words import Words

WORDS = Words()
PROFILE = (NewItem(ItemKind.PROFILE, "Where we stand", 10, 2),)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A repeat; last time all seven answered 3, and agreed on it."""
    earlier = finished_day(tmp_path, actions=0, items=PROFILE)
    yield repeated(earlier)
    earlier.library.close()


def vote(day: Day, answer: int) -> None:
    day.reach(State.OPEN)
    day.vote_all(answer)
    day.live.facilitation.next()
    day.live.facilitation.next()
    assert day.state() is State.REVEAL


def revealed(day: Day) -> RevealScene:
    scene = day.live.scene().scene
    assert isinstance(scene, RevealScene)
    return scene


def test_the_first_reveal_has_last_time_as_its_ghost_and_the_second_round_one(day: Day) -> None:
    vote(day, 4)
    chart = revealed(day).chart
    assert [column.ghost for column in chart.columns] == [0, 0, 7, 0, 0]
    assert chart.columns[0].ghost_text == "0 last time"
    assert chart.earlier_median_text == "3 last time"
    assert chart.earlier_text == "Last time: in agreement, 100."
    assert chart.description.endswith("; last time it was in agreement")

    day.live.facilitation.vote_again()
    day.vote_all(5)
    day.live.facilitation.next()
    day.live.facilitation.next()
    chart = revealed(day).chart
    assert [column.ghost for column in chart.columns] == [0, 0, 0, 7, 0]
    assert chart.columns[0].ghost_text == "0 in round 1"


def test_the_console_shows_the_same_ghost_and_names_last_time_only_after_the_reveal(
    day: Day,
) -> None:
    day.reach(State.CLOSED)
    card = day.live.console().question
    assert card is not None
    assert (card.so_far, card.chart) == ((), None)
    day.live.facilitation.next()
    card = day.live.console().question
    assert card is not None
    assert card.chart == revealed(day).chart
    assert [(line.name, line.result) for line in card.so_far] == [
        ("Last time", "In agreement, median 3"),
        ("Round 1", "In agreement, median 3"),
    ]


def test_nothing_on_the_wall_tells_last_times_answers_before_the_reveal(day: Day) -> None:
    """With any other result of last time the room sees the same scenes up to the reveal."""
    for state in (State.POSE, State.DISCUSS, State.OPEN, State.CLOSED):
        day.reach(state)
        facts = day.live.facts()
        assert facts.question is not None
        assert facts.question.earlier is not None
        other = replace(facts.question.earlier, result=Distribution((9, 0, 0, 0, 9)), score=1.0)
        otherwise = replace(facts, question=replace(facts.question, earlier=other))
        assert room_sees(otherwise, WORDS) == room_sees(facts, WORDS)
        if state is State.OPEN:
            day.live.turns.call()
            facts = day.live.facts()
            assert facts.question is not None
            otherwise = replace(facts, question=replace(facts.question, earlier=other))
            assert room_sees(otherwise, WORDS) == room_sees(facts, WORDS)
    day.live.facilitation.next()
    day.live.facilitation.back()  # taken back: as before the reveal
    facts = day.live.facts()
    assert facts.question is not None
    otherwise = replace(facts, question=replace(facts.question, earlier=None))
    assert room_sees(otherwise, WORDS) == room_sees(facts, WORDS)


def test_another_scale_is_never_compared(day: Day) -> None:
    day.reach(State.POSE)
    question = day.live.facts().question
    assert question is not None
    assert compares(question)
    thumbs = EarlierFacts(Distribution((3, 4)), 2.0, differed=False, reworded=False)
    assert not compares(replace(question, earlier=thumbs))
    assert label_beside("Mostly", replace(question, earlier=thumbs), WORDS) == "Mostly"


def test_the_agreed_score_says_what_was_agreed_last_time(day: Day) -> None:
    vote(day, 4)
    day.reach(State.RECORD)
    day.live.facilitation.next()
    scene = day.live.scene().scene
    assert isinstance(scene, AgreedScene)
    assert scene.label == "Mostly. We said 3 last time."


def test_an_agreed_half_has_no_label_and_still_says_last_time(day: Day) -> None:
    vote(day, 4)
    question = day.live.facts().question
    assert question is not None
    day.live.planning.agree(question.id, 3.5)
    day.reach(State.RECORD)
    scene = day.live.scene().scene
    assert isinstance(scene, AgreedScene)
    assert scene.label == "We said 3 last time."


def test_a_difference_of_last_time_is_named_and_an_open_end_is_not(tmp_path: Path) -> None:
    earlier = begin_day(tmp_path)
    earlier.reach(State.RECORD)
    question = earlier.live.facts().question
    assert question is not None
    earlier.live.planning.differ(question.id, Positions(low=2, high=4))
    earlier.reach(State.FINISHED)
    again = repeated(earlier)
    again.reach(State.POSE)
    asked = again.live.facts().question
    assert asked is not None
    assert label_beside("Mostly", asked, WORDS) == "Mostly. We agreed to differ last time."
    assert asked.earlier is not None
    undecided = replace(asked, earlier=replace(asked.earlier, differed=False, score=None))
    assert label_beside("Mostly", undecided, WORDS) == "Mostly"
    earlier.library.close()


def test_a_session_begins_with_its_score_and_its_place_of_last_time(tmp_path: Path) -> None:
    earlier = begin_day(tmp_path, framework=small_framework(3, 1))
    for answer in (2, 3, 4):
        vote(earlier, answer)
        earlier.reach(State.ACT)
        earlier.live.facilitation.next()
    earlier.reach(State.FINISHED)
    again = repeated(earlier)
    found = []
    for _ in range(3):
        again.reach(State.SESSION)
        scene = again.live.scene().scene
        assert isinstance(scene, SessionScene)
        found.append((scene.earlier_heading, scene.earlier_score, scene.earlier_rank))
        again.reach(State.ACT)
        again.live.facilitation.next()
    assert found == [
        ("Last time", "2.0", "the lowest of 3"),
        ("Last time", "3.0", ""),
        ("Last time", "4.0", "the highest of 3"),
    ]
    earlier.library.close()


def test_a_session_without_a_score_of_last_time_says_nothing_of_it(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.SESSION)
    scene = day.live.scene().scene
    assert isinstance(scene, SessionScene)
    assert (scene.earlier_heading, scene.earlier_score, scene.earlier_rank) == ("", "", "")
    day.library.close()


def at_profile(day: Day, *answers: int) -> ProfileScene:
    """The profile after the sessions got these answers to all their questions."""
    for answer in answers:
        for _ in range(2):
            vote(day, answer)
            day.reach(State.ACT)
            day.live.facilitation.next()
    day.reach(State.PROFILE)
    scene = day.live.scene().scene
    assert isinstance(scene, ProfileScene)
    return scene


def test_the_profile_shows_both_times_and_the_change(day: Day) -> None:
    scene = at_profile(day, 4, 2)
    assert scene.heading == "Vision rose. Strategy slipped."
    assert [(row.score, row.earlier, row.change) for row in scene.rows] == [
        (4.0, 3.0, "+1.0"),
        (2.0, 3.0, "−1.0"),
    ]
    assert [[dot.score for dot in row.dots] for row in scene.rows] == [[4.0, 4.0], [2.0, 2.0]]
    assert (scene.title, scene.topic, scene.ends) == (
        "Where we stand",
        "Service review",
        "1 low, 5 high",
    )
    assert scene.outline == "Outline: last time, 1 January 2026"
    assert scene.foot == "Bar: lowest to highest question. Small dots: each question."


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        ((3, 3), "All stand where they stood last time."),
        ((4, 4), "Vision and Strategy rose."),
        ((5, 4), "Vision rose most."),
        ((2, 1), "Strategy slipped most."),
    ],
)
def test_the_profiles_sentence_follows_from_what_moved(
    answers: tuple[int, int], heading: str, day: Day
) -> None:
    assert at_profile(day, *answers).heading == heading


def test_a_profile_that_was_not_reached_shows_where_it_stood(day: Day) -> None:
    day.reach(State.SESSION)
    item = next(i for i in day.live.facts().items if i.kind is ItemKind.PROFILE)
    day.live.facilitation.jump(item.id)
    scene = day.live.scene().scene
    assert isinstance(scene, ProfileScene)
    assert scene.heading == "Nothing is scored yet"
    assert [(row.score, row.earlier, row.change) for row in scene.rows] == [(None, 3.0, "")] * 2
    assert scene.foot.startswith("0 of 2 sessions. Bar:")


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [(3.4, 2.9, "+0.5"), (2.5, 2.7, "−0.2"), (3.0, 3.0, "same"), (3.04, 3.0, "same")],
)
def test_a_change_has_a_true_minus_and_is_the_same_where_it_rounds_to_nothing(
    now: float, before: float, said: str
) -> None:
    assert change_in_words(now, before, WORDS) == said


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ((0, 0, 0, 0, 0), "Last time: no answers."),
        ((0, 2, 0, 0, 0), "Last time: all at 2."),
        ((1, 0, 1, 0, 0), "Last time: from 1 to 3."),
        ((6, 6, 0, 6, 6), "Last time it was split: 12 at 1–2, 12 at 4–5."),
        ((0, 3, 4, 12, 3), "Last time: close to agreement, 70."),
    ],
)
def test_what_last_time_was_like_is_said_in_words(before: tuple[int, ...], said: str) -> None:
    chart = distribution_chart(
        Distribution((0, 0, 5, 0, 0)),
        ("a", "b", "c", "d", "e"),
        Distribution(before),
        LAST_TIME,
        WORDS,
    )
    assert chart.earlier_text is not None
    assert chart.earlier_text.startswith(said)
    assert "ound" not in chart.earlier_text
    assert "round" not in chart.description
