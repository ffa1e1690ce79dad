"""What can go: the rows still ahead, the finish for every choice, and the ready-made choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.model import Framework
from tests.days import DAY, NINE, Day, HandClock, small_framework
from workshop.agenda import clock_text, plan_of
from workshop.console_staging import console_sees
from workshop.creation import NewTeam, NewWorkshop, create_workshop, whole_day
from workshop.facts import Facts
from workshop.kinds import ItemKind
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State
from workshop.what_can_go import (
    Choice,
    GoCard,
    GoRow,
    WhatCanGo,
    changes,
    left_out_now,
    what_can_go,
)
from workshop.words import Words

MINUTE = 60_000
WORDS = Words()
TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 4))


def half_if_time() -> Framework:
    """Three sessions of four questions, every other one if time; 30 minutes each."""
    whole = small_framework(3, 4)
    sessions = []
    for each in whole.sessions:
        (activity,) = each.activities
        questions = tuple(
            replace(question, must=place % 2 == 0)
            for place, question in enumerate(activity.questions)
        )
        sessions.append(replace(each, activities=(replace(activity, questions=questions),)))
    return replace(whole, sessions=tuple(sessions))


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """A day of 150 minutes, 15 minutes into its first session and its first question."""
    clock = HandClock()
    path = Path(tmp_path_factory.mktemp("day")) / "flipchart.sqlite"
    with Library.open(path, clock=clock) as library:
        framework = half_if_time()
        items = whole_day(framework, WORDS)
        starts = datetime.fromtimestamp(NINE // 1000)
        new = NewWorkshop(
            "Service review", "Clinic", DAY, starts.hour * 60 + starts.minute, TEAMS, items=items
        )
        workshop_id = create_workshop(library, framework, new, WORDS)
        led = Day(library, LiveWorkshop(library, workshop_id, WORDS), clock)
        led.reach(State.SESSION)
        clock.moment += 15 * MINUTE
        led.reach(State.TALK)
        yield led


@pytest.fixture(scope="module")
def facts(day: Day) -> Facts:
    return day.live.facts()


def rows(shown: WhatCanGo) -> dict[str, GoRow]:
    return {row.id: row for group in shown.groups for row in group.rows}


def seen(facts: Facts, choice: Choice | None = None, late: int = 0) -> WhatCanGo:
    """What can go, so many minutes after the question in work was talked about."""
    return what_can_go(facts, WORDS, NINE + (15 + late) * MINUTE, choice)


def card(shown: WhatCanGo, start: str) -> GoCard:
    return next(each for each in shown.cards if each.title.startswith(start))


def test_rows_are_what_is_ahead_but_not_the_question_in_work_and_not_the_end(facts: Facts) -> None:
    shown = seen(facts)
    assert [group.title for group in shown.groups] == [
        "Vision", "Strategy", "Structure", "Beside the sessions",
    ]  # fmt: skip
    assert [len(group.rows) for group in shown.groups] == [3, 4, 4, 2]
    assert facts.question is not None
    assert facts.question.id not in rows(shown)
    kinds = {item.id: item.kind for item in facts.items}
    beside = [kinds[row.id] for row in shown.groups[-1].rows]
    assert beside == [ItemKind.BREAK, ItemKind.PROFILE]


def test_a_row_says_must_or_if_time_its_minutes_and_the_finish_without_it(facts: Facts) -> None:
    first, second, *_ = seen(facts).groups[1].rows
    assert (first.must, second.must, second.minutes) == (True, False, 8)
    plan = plan_of(facts, NINE + 15 * MINUTE)
    assert second.finish == clock_text(plan.finish - 7.5)
    turned = rows(seen(facts, frozenset({second.id})))[second.id]
    assert (turned.left_out, turned.finish) == (True, clock_text(plan.finish))


def test_the_finish_of_a_choice_is_that_of_the_day_led_with_it(day: Day, facts: Facts) -> None:
    choice = frozenset(list(rows(seen(facts)))[2:9])
    tried = what_can_go(facts, WORDS, day.clock.moment, choice)
    day.live.improvising.leave_out(*changes(facts, choice))
    led = day.live.facts()
    assert clock_text(plan_of(led, day.clock.moment).finish) == tried.finish
    assert left_out_now(led) == choice
    day.live.facilitation.undo()
    assert day.live.facts().items == facts.items


@given(data=st.data())
def test_leaving_out_and_putting_back_gives_the_same_and_more_out_never_ends_later(
    facts: Facts, data: st.DataObject
) -> None:
    ids = sorted(rows(seen(facts)))
    late = data.draw(st.integers(0, 200))
    less = frozenset(data.draw(st.sets(st.sampled_from(ids))))
    more = less | data.draw(st.sets(st.sampled_from(ids)))
    few, many = seen(facts, less, late), seen(facts, more, late)
    assert many.over <= few.over
    for row in rows(few).values():
        again = rows(seen(facts, less ^ {row.id}, late))[row.id]
        assert again.finish == few.finish, "turned twice, the day ends as before"


@given(data=st.data())
def test_what_is_tried_out_is_what_the_changes_make(facts: Facts, data: st.DataObject) -> None:
    ids = sorted(rows(seen(facts)))
    choice = frozenset(data.draw(st.sets(st.sampled_from(ids))))
    questions, items = changes(facts, choice)
    turned = replace(
        facts,
        items=tuple(
            replace(
                item,
                left_out=items.get(item.id, item.left_out),
                questions=tuple(
                    replace(each, skipped=questions.get(each.id, each.skipped))
                    for each in item.questions
                ),
            )
            for item in facts.items
        ),
    )
    assert left_out_now(turned) == choice
    assert seen(turned).finish == seen(facts, choice).finish
    assert changes(turned, choice) == ({}, {})


def test_a_session_of_which_nothing_is_left_goes_as_a_whole_and_comes_back(facts: Facts) -> None:
    session = facts.items[2]
    whole = frozenset(question.id for question in session.questions)
    questions, items = changes(facts, whole)
    assert items == {session.id: True}
    assert set(questions) == whole
    begun = frozenset(question.id for question in facts.items[1].questions[1:])
    assert changes(facts, begun)[1] == {}, "a session in work stays"


def test_a_late_day_is_first_offered_the_fewest_questions_that_end_it_as_booked(
    facts: Facts,
) -> None:
    late = 12
    shown = seen(facts, late=late)
    as_is = card(shown, "Leave things")
    assert as_is.choice == frozenset()
    back = shown.cards[1]
    assert seen(facts, back.choice, late).over <= 0
    known = rows(shown)
    assert not any(known[each].must for each in back.choice)
    for each in back.choice:
        assert seen(facts, back.choice - {each}, late).over > 0, "none of them is to spare"


def test_what_is_must_goes_only_where_what_is_if_time_is_not_enough(facts: Facts) -> None:
    shown = seen(facts, late=60)
    back = shown.cards[1]
    known = rows(shown)
    assert any(known[each].must for each in back.choice)
    assert seen(facts, back.choice, 60).over <= 0


def test_no_choice_pretends_to_bring_back_a_day_that_is_lost(facts: Facts) -> None:
    shown = seen(facts, late=600)
    titles = [each.title for each in shown.cards]
    assert titles[0] == "Leave things as they are"
    assert not any(seen(facts, each.choice, 600).over <= 0 for each in shown.cards)


def test_cards_say_what_they_mean_and_none_comes_twice(facts: Facts) -> None:
    shown = seen(facts)
    assert [each.title for each in shown.cards] == [
        "Leave things as they are",
        "Leave out all 6 “if time” questions",
        "Leave out: Break, Where we stand",
    ]
    assert len({each.choice for each in shown.cards}) == len(shown.cards)


def test_what_is_out_already_can_all_be_put_back(facts: Facts) -> None:
    choice = frozenset(list(rows(seen(facts)))[:2])
    questions, _ = changes(facts, choice)
    items = tuple(
        replace(
            item,
            questions=tuple(replace(each, skipped=each.id in questions) for each in item.questions),
        )
        for item in facts.items
    )
    shown = seen(replace(facts, items=items))
    assert shown.choice == choice
    assert card(shown, "Put everything back").choice == frozenset()
    assert card(shown, "Leave things").choice == choice


def test_a_known_booking_is_what_the_finish_is_held_to(facts: Facts) -> None:
    booked = replace(facts, workshop=replace(facts.workshop, ends_at=facts.workshop.starts_at + 30))
    shown = seen(booked)
    assert shown.over > 0
    assert card(shown, "Leave things").beside.endswith("over the booking")


def test_the_console_says_by_how_much_a_day_within_its_plan_passes_the_booking(
    facts: Facts,
) -> None:
    now = NINE + 15 * MINUTE
    starts = facts.workshop.starts_at
    booked = replace(facts, workshop=replace(facts.workshop, ends_at=starts + 132))
    clock = console_sees(booked, WORDS, now).clock
    assert (clock.behind, clock.late) == ("10 min over the booking", True)
    booked = replace(facts, workshop=replace(facts.workshop, ends_at=starts + 170))
    clock = console_sees(booked, WORDS, now + 10 * MINUTE).clock
    assert (clock.behind, clock.late) == ("2 min behind", False)
