"""Readiness: what is missing stops, what is advice does not, and facts say what there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workshop.prepared_days import DAY
from workshop.facts import WorkshopFacts
from workshop.kinds import Ballot, ItemKind, Voter
from workshop.prepared import Prepared, PreparedItem, PreparedTeam
from workshop.readiness import Point, readiness, spare_minutes
from workshop.words import Words

WORDS = Words()
WORKSHOP = WorkshopFacts(
    id="w",
    title="Service review",
    organisation="",
    held_on=DAY,
    starts_at=540,
    language="en",
    purpose="",
    promise="",
    ground_rules=(),
    minimum_group=5,
    framework="Great service",
    rehearsal=False,
    room_tested_at=1,
)


def item(kind: ItemKind, minutes: int, title: str = "", questions: int = 0) -> PreparedItem:
    return PreparedItem(
        kind.value, kind, title or kind.value, minutes, questions=questions, all_questions=9
    )


def team(name: str, people: int) -> PreparedTeam:
    return PreparedTeam(name, name, ("",) * people, people)


READY = Prepared(
    workshop=WORKSHOP,
    items=(
        item(ItemKind.OPENING, 10),
        item(ItemKind.SESSION, 35, "Vision", 4),
        item(ItemKind.BREAK, 15),
        item(ItemKind.SESSION, 45, "Strategy", 5),
        item(ItemKind.READ_BACK, 10),
    ),
    teams=(team("Nursing", 10), team("Front desk", 8)),
    begun=False,
    undo=None,
    redo=None,
)


def with_workshop(prepared: Prepared = READY, **changes: object) -> Prepared:
    return replace(prepared, workshop=replace(prepared.workshop, **changes))  # type: ignore[arg-type]  # fields by name


def missing(prepared: Prepared) -> list[Point]:
    return list(readiness(prepared, DAY, WORDS).missing)


def advice(prepared: Prepared, today: date = DAY) -> list[Point]:
    return list(readiness(prepared, today, WORDS).advice)


def test_a_prepared_workshop_is_ready_and_says_what_it_is() -> None:
    found = readiness(READY, DAY, WORDS)
    assert found.ready
    assert (found.missing, found.advice) == ((), ())
    assert found.facts == (
        Point("agenda", "Ends 10:55", "1 h 55 min"),
        Point("agenda", "2 sessions", "9 questions"),
        Point("teams", "18 people", "2 teams"),
    )


def test_what_is_missing_is_said_in_the_order_of_the_screen() -> None:
    bare = replace(with_workshop(title=" "), items=READY.items[:1], teams=())
    assert missing(bare) == [
        Point(
            "day", "The workshop has no title.", "Write one, so that you find it again.", "title"
        ),
        Point(
            "agenda",
            "There is no question on the agenda.",
            "Choose a framework, or put a session back.",
        ),
        Point("teams", "There are no teams yet.", "Add one with at least one person."),
    ]
    assert not readiness(bare, DAY, WORDS).ready


def test_sessions_that_are_left_out_ask_nothing() -> None:
    out = replace(
        READY, items=tuple(replace(each, left_out=bool(each.questions)) for each in READY.items)
    )
    assert [point.title for point in missing(out)] == ["There is no question on the agenda."]


def test_a_team_of_nobody_is_missing_its_people() -> None:
    empty = replace(READY, teams=(*READY.teams, team("Office", 0)))
    said = Point(
        "teams", "Nobody is in Office yet.", "Say how many people it has, or take it away."
    )
    assert missing(empty) == [said]


@pytest.mark.parametrize(
    ("people", "voter", "title"),
    [
        (4, Voter.PERSON, "A secret ballot needs at least 5 people."),
        (5, Voter.PERSON, ""),
        (9, Voter.TEAM, "Teams that vote as one vote openly."),
    ],
)
def test_a_secret_ballot_needs_people_enough_that_vote_themselves(
    people: int, voter: Voter, title: str
) -> None:
    secret = with_workshop(
        replace(READY, teams=(team("Nursing", people),)), ballot=Ballot.SECRET, voter=voter
    )
    assert [point.title for point in missing(secret)] == ([title] if title else [])
    assert all(point.where == "votes" for point in missing(secret))


def test_a_date_that_has_passed_and_a_room_that_was_not_tested_are_advice() -> None:
    late = with_workshop(room_tested_at=None)
    assert advice(late, DAY + timedelta(days=1)) == [
        Point(
            "day",
            "The date has passed: Thursday 5 March 2026.",
            "Choose the day of the workshop.",
            "held_on",
        ),
        Point("room", "Projector not tested.", "Takes about a minute."),
    ]
    assert advice(READY, DAY - timedelta(days=1)) == []
    assert advice(replace(READY, begun=True), DAY + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("ends_at", "spare"), [(None, None), (655, 0), (660, 5), (640, -15), (0, 785), (539, 1324)]
)
def test_the_booking_is_compared_with_the_agenda_also_past_midnight(
    ends_at: int | None, spare: int | None
) -> None:
    booked = with_workshop(ends_at=ends_at)
    assert spare_minutes(booked) == spare
    long = [point for point in advice(booked) if "longer than the booking" in point.title]
    assert bool(long) == (spare is not None and spare < 0)
    detail = readiness(booked, DAY, WORDS).facts[0].detail
    assert ("to spare" in detail) == bool(spare and spare > 0)


def test_an_agenda_longer_than_its_booking_says_by_how_much() -> None:
    said = Point(
        "agenda",
        "The agenda is 15 minutes longer than the booking.",
        "The room is booked until 10:40. Make something shorter.",
    )
    assert advice(with_workshop(ends_at=640)) == [said]


def test_what_has_no_time_no_question_or_no_break_is_advised() -> None:
    hurried = replace(
        READY,
        items=(
            *READY.items,
            item(ItemKind.SESSION, 11, "Structure", 4),
            item(ItemKind.SESSION, 90, "People", 0),
            item(ItemKind.GROUP_WORK, 20, "Work"),
        ),
    )
    assert [(point.where, point.title, point.detail) for point in advice(hurried)] == [
        ("agenda", "There are more than two hours without a break.", "Add one."),
        (
            "agenda",
            "Structure is short of time.",
            "4 questions in 11 minutes. Give it more, or leave some out.",
        ),
        ("agenda", "People has no question left.", "Put one back, or leave the session out."),
        ("agenda", "Work has no task yet.", "Write what the groups are to do."),
    ]


def test_small_teams_of_a_secret_ballot_are_named_before_it() -> None:
    small = replace(READY, teams=(*READY.teams, team("Office", 4)))
    assert advice(small) == []
    secret = with_workshop(small, ballot=Ballot.SECRET)
    assert advice(secret) == [
        Point("votes", "1 team is too small to be shown apart.", "Only the total has it: Office.")
    ]


def test_actions_of_the_earlier_workshop_are_a_fact() -> None:
    repeat = replace(with_workshop(earlier_title="Spring"), open_actions=3)
    assert (
        Point("agenda", "3 actions are still open", "from Spring")
        in readiness(repeat, DAY, WORDS).facts
    )


def test_a_title_that_another_workshop_has_is_advice_that_names_the_other_by_its_day() -> None:
    (point,) = readiness(READY, DAY, WORDS, [date(2025, 3, 6)]).advice
    assert point == Point(
        "day",
        "Same title as on 6 March 2025.",
        "Commands then tell them apart by id alone. Try “Service review, 2026”.",
        "title",
    )
    assert readiness(READY, DAY, WORDS, [date(2025, 3, 6)]).ready


def test_of_several_namesakes_the_latest_is_named_and_the_same_year_helps_nobody() -> None:
    days = [date(2026, 2, 1), date(2025, 3, 6)]
    (point,) = readiness(READY, DAY, WORDS, days).advice
    assert point.title == "Same title as 2 others, the latest on 1 February 2026."
    assert point.detail.endswith("Try “Service review, 5 March 2026”.")
