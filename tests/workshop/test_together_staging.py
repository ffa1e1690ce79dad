"""Together: the order of the page, its pages and sentences, and nothing before the reveal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.days import room_framework, room_items
from tests.repeats import finished_day, repeated
from tests.workshop.together_facts import (
    BASICS,
    PEOPLE,
    asked,
    closed,
    facts,
    item,
    of_votes,
    revealed,
)
from workshop.agreement import AgreementWord
from workshop.kinds import RoundState, Sorting
from workshop.prompts import Shape, shape
from workshop.question_facts import EarlierFacts, TogetherFacts, TogetherQuestion
from workshop.steps import State, day_state
from workshop.tally import Distribution
from workshop.together_scenes import ChecklistScene, TogetherScene
from workshop.together_staging import (
    collected_scene,
    in_order,
    pages,
    suggested,
    talk_order,
    together_scene,
)
from workshop.words import Words

WORDS = Words()
Row = tuple[str, str, tuple[int, ...], int]


def page_of(together: TogetherFacts, page: int = 0) -> TogetherScene:
    scene = together_scene(facts(together=together), item(), page, WORDS)
    assert isinstance(scene, TogetherScene)
    return scene


def checked(together: TogetherFacts, page: int = 0) -> ChecklistScene:
    scene = together_scene(facts(together=together), item(), page, WORDS)
    assert isinstance(scene, ChecklistScene)
    return scene


def names(together: TogetherFacts) -> list[str]:
    return [question.short for question in in_order(together)]


def result_of(question: TogetherQuestion) -> Distribution:
    assert question.round is not None
    assert question.round.result is not None
    return question.round.result


@st.composite
def rows(draw: st.DrawFn, most: int = 12) -> list[Row]:
    """Questions with votes of every kind: none, few, many, all don't know."""
    steps = draw(st.integers(2, 10))
    counts = st.lists(st.integers(0, 12), min_size=steps, max_size=steps).map(tuple)
    votes = draw(st.lists(st.tuples(counts, st.integers(0, 9)), min_size=1, max_size=most))
    return [(f"Topic {n}x", "Text", given, unsure) for n, (given, unsure) in enumerate(votes)]


def scale_of(given_rows: list[Row]) -> tuple[str, ...]:
    return tuple(f"Step {n}" for n in range(len(given_rows[0][2])))


# --- Order ----------------------------------------------------------------------------------


def test_the_most_divided_come_first_as_the_room_would_say_it() -> None:
    assert names(of_votes(PEOPLE)) == [
        "Workload",
        "Recognition",
        "Speaking up",
        "Induction",
        "Hiring",
        "Feedback",
        "Room to act",
        "Training",
        "Teamwork",
    ]


@given(rows())
def test_divided_is_ordered_by_the_rule_and_loses_nothing(given_rows: list[Row]) -> None:
    together = of_votes(given_rows, labels=scale_of(given_rows))
    ordered = in_order(together)
    assert sorted(q.id for q in ordered) == sorted(q.id for q in together.questions)
    for one, other in pairwise(ordered):
        assert place(one) <= place(other)


def place(question: TogetherQuestion) -> tuple[object, ...]:
    """The rule once more, in other words."""
    result = result_of(question)
    unsure, word = result.dont_know, result.agreement.word
    if unsure >= 3 and 4 * unsure >= result.votes:
        return ("a many don't know", -unsure / result.votes)
    if not result.votes:
        return ("f no votes",)
    if not result.answers:
        return ("e a few don't know",)
    assert result.median is not None
    assert result.agreement.agreement is not None
    if word in (AgreementWord.SPLIT, AgreementWord.SPREAD):
        first = "b split" if word is AgreementWord.SPLIT else "c spread"
        return (first, result.agreement.agreement)
    return ("d the rest", result.median, result.agreement.agreement)


@given(rows())
def test_lowest_is_ordered_by_the_median_and_what_has_none_is_last(given_rows: list[Row]) -> None:
    together = of_votes(given_rows, labels=scale_of(given_rows), sorting=Sorting.LOWEST)
    medians = [result_of(question).median for question in in_order(together)]
    known = [median for median in medians if median is not None]
    assert known == sorted(known)
    assert medians[: len(known)] == known


@given(rows(), st.sampled_from(Sorting))
def test_the_packs_order_stays_and_a_checklist_has_no_other(
    given_rows: list[Row], sorting: Sorting
) -> None:
    scale = scale_of(given_rows)
    asked_in_order = of_votes(given_rows, labels=scale, sorting=Sorting.PACK)
    assert in_order(asked_in_order) == asked_in_order.questions
    checklist = of_votes(given_rows, labels=scale, sorting=sorting, kind="checklist")
    assert in_order(checklist) == checklist.questions


def test_equals_keep_the_packs_order() -> None:
    same = [(name, "", (1, 2, 3, 8, 1), 0) for name in ("B", "A", "C")]
    for sorting in Sorting:
        assert names(of_votes(same, sorting=sorting)) == ["B", "A", "C"]


@pytest.mark.parametrize("sorting", [Sorting.DIVIDED, Sorting.LOWEST])
def test_a_question_without_a_revealed_result_is_last_and_says_so(sorting: Sorting) -> None:
    questions = (
        asked(1, "Never opened", "", None),
        asked(2, "Voted again", "", closed(2, 20, 24)),
        asked(3, "Known", "", revealed(3, (0, 0, 2, 8, 9))),
    )
    together = TogetherFacts("activity", "rate", sorting, questions)
    assert names(together) == ["Known", "Never opened", "Voted again"]
    said = [(row.word, row.median, row.agreement) for row in page_of(together).rows]
    assert said[1:] == [("No votes yet", "", ""), ("Not revealed yet", "", "")]


def test_many_dont_knows_come_before_a_split() -> None:
    rows_ = [("Split", "", (10, 0, 0, 0, 10), 2), ("Unknown", "", (0, 0, 0, 8, 8), 8)]
    together = of_votes(rows_)
    assert names(together) == ["Unknown", "Split"]
    assert page_of(together).heading == "We know least about unknown"


# --- Pages ----------------------------------------------------------------------------------


@given(st.integers(1, 60), st.sampled_from(["rate", "checklist"]))
def test_pages_are_balanced_and_hold_every_question_once(count: int, kind: str) -> None:
    votes = (1, 2, 3) if kind == "checklist" else (1, 2, 3, 4, 5)
    together = of_votes([(f"Q{n}", f"Text {n}", votes, 0) for n in range(count)], kind=kind)
    scenes = [
        together_scene(facts(together=together), item(), page, WORDS)
        for page in range(pages(together))
    ]
    sizes = [len(scene.rows) for scene in scenes]
    assert sum(sizes) == count
    assert max(sizes) - min(sizes) <= 1
    assert sizes == sorted(sizes, reverse=True)
    shown = [row.name for scene in scenes for row in scene.rows]
    assert len(set(shown)) == count
    for scene in scenes:
        if isinstance(scene, ChecklistScene):
            assert len(scene.rows) <= 6
        else:
            assert len(scene.rows) <= (5 if scene.rows[0].text else 8)


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(1, [1]), (5, [5]), (6, [6]), (8, [8]), (9, [5, 4]), (11, [4, 4, 3]), (16, [4, 4, 4, 4])],
)
def test_nine_are_five_and_four(count: int, sizes: list[int]) -> None:
    together = of_votes([(f"Q{n}", "Text", (1, 2, 3, 4, 5), 0) for n in range(count)])
    assert [len(page_of(together, page).rows) for page in range(pages(together))] == sizes


def test_a_page_that_is_no_more_shows_the_last() -> None:
    together = of_votes(PEOPLE)
    assert page_of(together, 7) == page_of(together, 1)
    assert page_of(together, 1).header.place == page_of(together, 1).place == "Page 2 of 2"


def test_one_page_needs_no_place() -> None:
    assert page_of(of_votes(PEOPLE[:5])).place == page_of(of_votes(PEOPLE[:5])).header.place == ""


@given(rows())
def test_every_page_has_the_largest_count_of_all_as_its_unit(given_rows: list[Row]) -> None:
    together = of_votes(given_rows, labels=scale_of(given_rows))
    largest = max(max(counts) for _, _, counts, _ in given_rows)
    units = {page_of(together, page).unit_max for page in range(pages(together))}
    assert units == {max(largest, 6)}


# --- Words ----------------------------------------------------------------------------------


def test_a_row_says_what_the_votes_say() -> None:
    first, second, *_ = page_of(of_votes(PEOPLE, picked=("Workload", "Feedback"))).rows
    assert (first.name, first.median, first.word, first.agreement) == (
        "Workload",
        "2.5",
        "Split",
        "23",
    )
    assert first.detail == "12 at 1–2, 12 at 3–5"
    assert second.chart.borderline_text == "borderline"
    assert first.text == "We have the people and the hours the work needs."


def test_six_rows_leave_no_room_for_the_full_text() -> None:
    assert {row.text for row in page_of(of_votes(PEOPLE[:6])).rows} == {""}
    assert {bool(row.text) for row in page_of(of_votes(PEOPLE)).rows} == {True}


def test_below_the_word_stand_the_dont_knows_or_the_votes() -> None:
    rows_ = [("A", "", (0, 0, 4, 9, 4), 2), ("B", "", (0, 0, 4, 9, 4), 0), ("C", "", (0,) * 5, 2)]
    said = {row.name: (row.word, row.detail) for row in page_of(of_votes(rows_)).rows}
    assert said["A"] == ("In agreement", "2 don’t know")
    assert said["B"][1] == "17 votes"
    assert said["C"] == ("All don’t know", "2 don’t know")


def test_under_five_answers_there_is_no_word_and_no_number() -> None:
    (row,) = page_of(of_votes([("A", "", (1, 0, 2, 0, 0), 0)])).rows
    assert (row.word, row.agreement, row.detail) == ("From 1 to 3", "", "3 votes")
    assert page_of(of_votes([("Room", "", (1, 0, 2, 0, 0), 0)])).heading == "Room: from 1 to 3"


def test_picks_are_numbered_in_the_order_of_the_page() -> None:
    together = of_votes(PEOPLE, picked=("Teamwork", "Workload", "Speaking up"))
    picked = {
        row.name: row.picked
        for page in range(2)
        for row in page_of(together, page).rows
        if row.picked
    }
    assert picked == {"Workload": "1", "Speaking up": "2", "Teamwork": "3"}
    assert [q.short for q in talk_order(together)] == ["Workload", "Speaking up", "Teamwork"]


@given(rows(), st.sampled_from(Sorting))
def test_a_heading_names_the_pages_first_question_or_none(
    given_rows: list[Row], sorting: Sorting
) -> None:
    together = of_votes(given_rows, labels=scale_of(given_rows), sorting=sorting)
    for page in range(pages(together)):
        scene = page_of(together, page)
        assert scene.heading
        for other in in_order(together):
            if other.short != scene.rows[0].name:
                assert other.short.lower() not in scene.heading.lower()


@pytest.mark.parametrize(
    ("votes", "sorting", "heading"),
    [
        ((10, 2, 0, 2, 10), Sorting.DIVIDED, "We differ most on room to act"),
        ((0, 0, 2, 12, 10), Sorting.DIVIDED, "We stand close, and lowest on room to act"),
        ((0, 0, 2, 12, 10), Sorting.LOWEST, "We are lowest on room to act"),
        ((0, 0, 2, 12, 10), Sorting.PACK, "We are close on the one question"),
        ((10, 2, 0, 2, 10), Sorting.PACK, "We differ on 1 of 1"),
        ((0, 0, 0, 0, 0), Sorting.DIVIDED, "Nothing was voted on yet"),
    ],
)
def test_a_heading_is_a_sentence_of_the_votes(
    votes: tuple[int, ...], sorting: Sorting, heading: str
) -> None:
    scene = page_of(of_votes([("Room to act", "", votes, 0)], sorting=sorting))
    assert scene.heading == heading


def test_the_second_page_goes_on_where_the_first_ended() -> None:
    assert page_of(of_votes(PEOPLE), 1).heading == "We also differ on feedback"
    lowest = of_votes(PEOPLE, sorting=Sorting.LOWEST)
    assert page_of(lowest, 1).heading.startswith("From a median of ")


def test_heads_and_foot_say_how_to_read_the_page() -> None:
    scene = page_of(of_votes(PEOPLE))
    assert scene.heads == ("Most divided first", "Median", "How close we are", "of 100", "Talk")
    assert scene.foot == "1 is “Hardly ever”, 5 is “Every time”"
    assert scene.header.topic == "Nine questions"


def test_another_round_is_another_reveal() -> None:
    before = of_votes(PEOPLE)
    again = replace(before.questions[0], round=revealed(77, (1, 2, 3, 4, 5)))
    after = replace(before, questions=(again, *before.questions[1:]))
    assert page_of(before).key != page_of(after).key
    assert page_of(before).key == page_of(before, 1).key


# --- What the talk should be about ----------------------------------------------------------

WORTH_IT = {
    Shape.MANY_DONT_KNOW,
    Shape.SPLIT,
    Shape.LONE_VOICE,
    Shape.LONE_VOTES,
    Shape.SPREAD,
}


@given(rows(), st.sampled_from(Sorting))
def test_at_most_three_are_suggested_and_only_those_worth_it(
    given_rows: list[Row], sorting: Sorting
) -> None:
    together = of_votes(given_rows, labels=scale_of(given_rows), sorting=sorting)
    shapes = {question.id: shape(result_of(question)) for question in together.questions}
    worth = {question_id for question_id, found in shapes.items() if found in WORTH_IT}
    ids = suggested(together)
    assert len(ids) == len(set(ids)) <= 3
    if worth:
        assert set(ids) <= worth
        assert len(ids) == min(3, len(worth))
    else:
        medians = {q.id: result_of(q).median for q in together.questions}
        known = {i: median for i, median in medians.items() if median is not None}
        assert len(ids) == min(1, len(known))
        assert all(known[i] == min(known.values()) for i in ids)


def test_the_most_divided_are_suggested_first() -> None:
    together = of_votes(PEOPLE)
    shorts = {question.id: question.short for question in together.questions}
    assert [shorts[i] for i in suggested(together)] == ["Workload", "Recognition", "Speaking up"]


def test_nothing_revealed_suggests_nothing() -> None:
    questions = tuple(asked(n, "A", "", closed(n, 20, 24)) for n in range(3))
    assert suggested(TogetherFacts("activity", "rate", Sorting.DIVIDED, questions)) == ()


# --- Before the reveal ----------------------------------------------------------------------


def collected(*votes: int) -> tuple[str, str]:
    questions = tuple(asked(n, "A", "Text", closed(n, given, 24)) for n, given in enumerate(votes))
    together = TogetherFacts("activity", "rate", Sorting.DIVIDED, questions)
    scene = collected_scene(facts(together=together), item(), WORDS)
    return scene.heading, scene.text


def test_before_the_reveal_only_the_votes_are_counted() -> None:
    assert collected(*[24] * 9) == (
        "All nine questions are voted on",
        "Each has 24 of 24 votes.",
    )
    assert collected(22, 24, 23)[1] == "Each has 22 to 24 of 24 votes."
    assert collected(24)[0] == "The question is voted on"
    assert collected(*[24] * 12)[0] == "All 12 questions are voted on"


def test_no_value_reaches_the_scene_before_the_reveal() -> None:
    questions = tuple(asked(n, f"Short {n}", "Text", closed(n, 24, 24)) for n in range(4))
    together = TogetherFacts("activity", "rate", Sorting.DIVIDED, questions)
    low = tuple(replace(q, round=revealed(n, (24, 0, 0, 0, 0))) for n, q in enumerate(questions))
    high = tuple(replace(q, round=revealed(n, (0, 0, 0, 0, 24))) for n, q in enumerate(questions))
    scenes = {
        collected_scene(facts(together=replace(together, questions=each)), item(), WORDS)
        for each in (questions, low, high)
    }
    assert len(scenes) == 1


# --- Checklists -----------------------------------------------------------------------------


def test_a_checklist_counts_yes_partly_and_no() -> None:
    scene = checked(of_votes(BASICS, kind="checklist"))
    first, _, third, *_ = scene.rows
    assert (first.yes, first.partly, first.no, first.dont_know) == (18, 5, 1, 0)
    assert (third.counts, third.aside) == ("3 yes, 8 partly, 12 no", "1 don’t know")
    assert scene.legend == ("Yes", "Partly", "No")
    assert (scene.seats, scene.header.place, scene.place) == (24, "24 votes", "")
    assert scene.heading == "Mostly no: who may decide and the numbers"
    assert scene.foot == ""


@pytest.mark.parametrize(
    ("votes", "heading"),
    [
        ([(12, 0, 0)] * 3, "Mostly no to 3 of 3"),
        ([(12, 0, 0), (0, 0, 12)], "Mostly no: item 0"),
        ([(0, 0, 12)] * 4, "Mostly yes to all 4"),
        ([(0, 0, 12), (0, 12, 0)], "Mostly yes to 1 of 2"),
        ([(6, 6, 6)], "Nothing here has a clear yes"),
        ([(0, 0, 0)], "Nothing was voted on yet"),
    ],
)
def test_a_checklists_heading_follows_from_its_answers(
    votes: list[tuple[int, ...]], heading: str
) -> None:
    rows_ = [(f"Item {n}", f"Item {n} as a sentence", each, 0) for n, each in enumerate(votes)]
    assert checked(of_votes(rows_, kind="checklist")).heading == heading


def test_a_bar_is_as_wide_as_all_seats_and_its_open_end_is_explained() -> None:
    questions = (
        asked(1, "A", "A", revealed(1, (1, 2, 3), 0, expected=24), ("No", "Partly", "Yes")),
    )
    scene = checked(TogetherFacts("activity", "checklist", Sorting.DIVIDED, questions))
    assert scene.seats == 24
    assert scene.foot == "Where a bar ends early: no vote."


def test_a_long_statement_gives_way_to_its_short_name() -> None:
    rows_ = [("Short", "word " * 30, (1, 1, 1), 0), ("Other", "A sentence", (1, 1, 1), 0)]
    assert [row.name for row in checked(of_votes(rows_, kind="checklist")).rows] == [
        "Short",
        "A sentence",
    ]


def test_an_item_that_nobody_answered_is_empty_and_says_so() -> None:
    labels = ("No", "Partly", "Yes")
    questions = (
        asked(1, "A", "A", None, labels),
        asked(2, "B", "B", revealed(2, (0, 0, 0), 0, expected=9), labels),
    )
    scene = checked(TogetherFacts("activity", "checklist", Sorting.PACK, questions))
    assert [row.aside for row in scene.rows] == ["Not revealed yet", "No votes yet"]


def test_a_repeat_names_the_earlier_median_and_only_once_it_is_revealed(tmp_path: Path) -> None:
    earlier = finished_day(tmp_path, framework=room_framework(3), items=room_items())
    again = repeated(earlier)
    again.reach(State.POSE)
    while day_state(again.live.facts()) is not State.TOGETHER:
        facts = again.live.facts()
        if facts.together is not None:
            assert all(each.earlier is None for each in facts.together.questions)
        if facts.round is not None and facts.round.state is RoundState.OPEN:
            again.cast(*((facts.round.id, seat, 5) for seat in again.seats()))
        again.live.facilitation.next()
    together = again.live.facts().together
    assert together is not None
    assert all(each.earlier is not None for each in together.questions)
    wall = again.live.scene()
    assert isinstance(wall.scene, TogetherScene)
    assert {row.before for row in wall.scene.rows} == {"was 3"}


def test_an_earlier_result_on_another_scale_is_none_of_the_row() -> None:
    asked_again = replace(
        asked(1, "Hiring", "We hire.", revealed(1, (2, 3, 7, 9, 3))),
        earlier=EarlierFacts(Distribution((1, 2, 3)), None, differed=False, reworded=False),
    )
    together = TogetherFacts("activity", "rate", Sorting.DIVIDED, (asked_again,))
    scene = together_scene(facts(together=together), item(), 0, Words())
    assert isinstance(scene, TogetherScene)
    assert scene.rows[0].before == ""
