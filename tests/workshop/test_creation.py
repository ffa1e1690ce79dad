"""Creation: a workshop is checked in words, and copies everything its framework has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from frameworks.model import Activity, ActivityKind, Ask, Framework, Pace, Question, Scale, Source
from frameworks.reader import read
from frameworks.shipped import shipped
from tests.days import DAY, another_day, begin_day, small_framework
from tests.workshop.conftest import HandClock
from workshop.creation import MOST_SEATS, NewTeam, NewWorkshop, create_workshop
from workshop.errors import NotPossibleNow, WorkshopError
from workshop.kinds import ItemKind
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.readiness import readiness
from workshop.words import Words

WORDS = Words()
DESK = NewTeam("Front desk", 3)


def new(title: str = "Service review", *teams: NewTeam) -> NewWorkshop:
    return NewWorkshop(title, "Harbour Street Clinic", DAY, 9 * 60, teams)


def rows(library: Library, statement: str) -> list[tuple[Any, ...]]:
    with library.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (new("  ", DESK), "The workshop has no title. Write one, so that you find it again."),
        (new("Day"), "There are no teams yet. Add one with at least one seat."),
        (new("Day", DESK, NewTeam(" ", 2)), "Team 2 has no name. Write one, or take the team "
                                             "away."),
        (new("Day", DESK, NewTeam("front DESK ", 2)), "Two teams are called “front DESK”. Give "
                                                      "one of them another name."),
        (new("Day", NewTeam("Nursing")), "Nursing has no seats. Give it at least one, or take "
                                         "the team away."),
        (new("Day", DESK, NewTeam("All", MOST_SEATS)), "503 seats are more than Flipchart can "
                                                       "take (500)."),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_one_sentence_and_nothing_is_made(
    typed: NewWorkshop, sentence: str, library: Library
) -> None:
    with pytest.raises(WorkshopError) as fault:
        create_workshop(library, small_framework(), typed, WORDS)
    assert fault.value.sentence(WORDS) == sentence
    assert library.workshops() == ()


def test_as_many_seats_as_there_may_be_are_taken(library: Library) -> None:
    create_workshop(library, small_framework(), new("Day", NewTeam("All", MOST_SEATS)), WORDS)
    assert rows(library, "SELECT count(*) FROM seat") == [(MOST_SEATS,)]


def full_framework() -> Framework:
    """A framework that uses every field a pack can fill."""
    first, second = small_framework(2, 1).sessions
    question = Question(
        "held", "Held", "Do we hold it?", ("own", "berry"), ("a list",), ("Who holds it?",), False
    )
    own_scale = Activity(
        id="policy",
        kind=ActivityKind.RATE,
        questions=(question,),
        title="The policy basics",
        ask=(Ask.PERFORMANCE, Ask.IMPORTANCE),
        pace=Pace.TOGETHER,
        scale=Scale(("no", "partly", "yes"), dont_know=False),
    )
    whole = replace(first, activities=(*first.activities, own_scale))
    sources = (Source("own", "Our own", "Us"), Source("berry", "On service", "Berry", 1995, "ch 3"))
    return replace(
        small_framework(), sessions=(whole, second), sources=sources, minimum_group=4, language="de"
    )


def test_the_workshop_copies_everything_of_the_pack(library: Library) -> None:
    framework = full_framework()
    workshop = create_workshop(library, framework, new("Day", DESK), WORDS, rehearsal=True)
    assert rows(library, "SELECT key, title, author, year, note FROM source ORDER BY key") == [
        ("berry", "On service", "Berry", 1995, "ch 3"),
        ("own", "Our own", "Us", None, ""),
    ]
    assert (
        rows(
            library,
            "SELECT key, kind, title, pace, asks FROM activity ORDER BY item_id, position",
        ).count(
            (
                "policy",
                "rate",
                "The policy basics",
                "together",
                '["performance", "importance"]',
            )
        )
        == 1
    )
    assert rows(
        library,
        "SELECT short, text, must, scale_labels, dont_know, look_for, prompts, sources, edited"
        " FROM question WHERE key = 'held'",
    ) == [
        (
            "Held", "Do we hold it?", 0, '["no", "partly", "yes"]', 0, '["a list"]',
            '["Who holds it?"]', '["own", "berry"]', 0,
        )
    ]  # fmt: skip
    facts = LiveWorkshop(library, workshop, WORDS).facts().workshop
    assert (facts.minimum_group, facts.language, facts.framework, facts.rehearsal) == (
        4, "de", framework.title, True,
    )  # fmt: skip
    assert rows(library, "SELECT framework_id, framework_version, scale_labels FROM workshop") == [
        (framework.id, framework.version, '["' + '", "'.join(framework.scale.labels) + '"]')
    ]


def test_a_checklist_is_answered_with_no_partly_and_yes_whatever_the_pack_s_scale(
    library: Library,
) -> None:
    first, second = small_framework(2, 1).sessions
    listed = replace(first.activities[0], kind=ActivityKind.CHECKLIST)
    framework = replace(small_framework(), sessions=(replace(first, activities=(listed,)), second))
    create_workshop(library, framework, new("Day", DESK), WORDS)
    scales = "SELECT DISTINCT scale_labels FROM question JOIN activity ON activity.id = activity_id"
    assert rows(library, f"{scales} WHERE kind = 'checklist'") == [('["No", "Partly", "Yes"]',)]
    assert len(framework.scale.labels) != 3


def test_only_questions_on_the_packs_own_scale_count_for_the_score(library: Library) -> None:
    workshop = create_workshop(library, full_framework(), new("Day", DESK), WORDS)
    items = LiveWorkshop(library, workshop, WORDS).facts().items
    assert [question.counts for question in items[1].questions] == [True, False]


def test_every_shipped_framework_can_be_made_into_a_workshop(library: Library) -> None:
    for path in shipped():
        framework = read(path)
        made = create_workshop(library, framework, new(framework.title, DESK), WORDS)
        items = LiveWorkshop(library, made, WORDS).facts().items
        assert [item.title for item in items[1:-1]] == [each.title for each in framework.sessions]
        assert [len(item.questions) for item in items[1:-1]] == [
            sum(len(activity.questions) for activity in each.activities)
            for each in framework.sessions
        ]


def test_the_day_begins_with_the_opening_and_ends_with_the_read_back(library: Library) -> None:
    workshop = create_workshop(library, small_framework(3), new("Day", DESK), WORDS)
    facts = LiveWorkshop(library, workshop, WORDS).facts()
    assert [item.kind for item in facts.items] == [
        ItemKind.OPENING, *[ItemKind.SESSION] * 3, ItemKind.READ_BACK,
    ]  # fmt: skip
    assert facts.workshop.purpose == "See where we stand, and choose what we do about it."
    assert len(facts.workshop.ground_rules) == 4


def test_a_second_session_of_a_theme_has_the_hollow_shape(tmp_path: Path) -> None:
    day = begin_day(tmp_path, framework=small_framework(7))
    seconds = [item.second for item in day.live.facts().items]
    assert seconds == [False] * 6 + [True] * 2 + [False]
    other = another_day(day.library, day.clock)
    assert not any(item.second for item in other.live.facts().items)
    day.library.close()


def test_named_seats_keep_their_names_and_the_rest_have_none(
    library: Library, clock: HandClock
) -> None:
    teams = (NewTeam("Front desk", 3, (" Ann ", "")), NewTeam(" Nursing ", 1, ("Bob", "Cy")))
    workshop = create_workshop(library, small_framework(), new("Day", *teams), WORDS)
    facts = LiveWorkshop(library, workshop, WORDS).facts()
    assert [(team.name, [seat.name for seat in team.seats]) for team in facts.teams] == [
        ("Front desk", ["Ann", None, None]),
        ("Nursing", ["Bob", "Cy"]),
    ]
    assert clock() > 0


def test_what_is_typed_is_kept_without_its_edges(library: Library) -> None:
    typed = NewWorkshop(" Day ", " Clinic ", date(2026, 3, 1), 600, (DESK,), " Why ", " We act ")
    workshop = create_workshop(library, small_framework(), typed, WORDS)
    facts = LiveWorkshop(library, workshop, WORDS).facts().workshop
    assert (facts.title, facts.organisation, facts.purpose, facts.promise) == (
        "Day", "Clinic", "Why", "We act",
    )  # fmt: skip
    assert (facts.held_on, facts.starts_at) == (date(2026, 3, 1), 600)


def test_what_no_vote_answers_is_copied_left_out_and_stays_so(library: Library) -> None:
    first, second = small_framework(2, 1).sessions
    ideas = replace(first.activities[0], id="ideas", kind=ActivityKind.IDEAS)
    framework = replace(
        small_framework(),
        sessions=(replace(first, activities=(*first.activities, ideas)), second),
    )
    workshop = create_workshop(library, framework, new("Day", DESK), WORDS)
    live = LiveWorkshop(library, workshop, WORDS)
    prepared = live.prepared()
    assert prepared.not_led == len(ideas.questions)
    advised = readiness(prepared, date(2026, 1, 1), WORDS).advice
    assert any("not answered by a vote" in point.title for point in advised)
    (item,) = (each for each in prepared.items if each.session_key == first.id)
    (left_out,) = (each for each in live.prepared_session(item.id) if each.kind == "ideas")
    assert all(question.left_out for question in left_out.questions)
    with pytest.raises(NotPossibleNow, match="leads only what is voted on"):
        live.improvising.leave_out({left_out.questions[0].id: False}, {})
