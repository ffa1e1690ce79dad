"""The console's page of what was revealed at once, as a value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.workshop.together_facts import BASICS, CHECK, FIVE, PEOPLE, closed, revealed
from workshop.kinds import Sorting
from workshop.prompts import prompt
from workshop.question_facts import EarlierFacts, TogetherFacts, TogetherQuestion
from workshop.tally import Distribution
from workshop.together_order import result_of, talk_order
from workshop.together_panel import TogetherPanel, together_panel
from workshop.words import Words

WORDS = Words()


def people(
    *picked: str, sorting: Sorting = Sorting.DIVIDED, count: int = 9, **silent: int
) -> TogetherFacts:
    """The nine statements of the People session; names in `silent` have no votes."""
    questions = tuple(
        TogetherQuestion(
            short,
            short,
            text,
            FIVE,
            closed(number, 0, 24) if short in silent else revealed(number, counts, dont_know),
            short in picked,
        )
        for number, (short, text, counts, dont_know) in enumerate(PEOPLE[:count])
    )
    return TogetherFacts("people", "rate", sorting, questions)


def basics(*picked: str) -> TogetherFacts:
    questions = tuple(
        TogetherQuestion(short, short, text, CHECK, revealed(n, counts, unsure), short in picked)
        for n, (short, text, counts, unsure) in enumerate(BASICS)
    )
    return TogetherFacts("basics", "checklist", Sorting.LOWEST, questions)


def panel_of(together: TogetherFacts) -> TogetherPanel:
    return together_panel(together, [q.id for q in together.questions], WORDS)


def test_rows_stand_most_divided_first_with_median_word_and_agreement() -> None:
    panel = panel_of(people())
    first, second = panel.rows[:2]
    assert (first.name, first.cells) == ("Workload", ("2.5", "Split", "23"))
    assert first.detail == "12 at 1–2, 12 at 3–5"
    assert (second.name, second.cells[1], second.borderline) == (
        "Recognition",
        "Split",
        "borderline",
    )
    training = next(row for row in panel.rows if row.name == "Training")
    assert training.detail == "1 don’t know"
    assert panel.heads == ("Median", "Agreement", "of 100")
    assert panel.ends == ("1", "5")


def test_all_bars_share_the_unit_of_the_largest_count() -> None:
    assert panel_of(people()).unit_max == 12


@pytest.mark.parametrize("sorting", list(Sorting))
def test_the_rows_follow_the_sorting(sorting: Sorting) -> None:
    first = {Sorting.DIVIDED: "Workload", Sorting.LOWEST: "Room to act", Sorting.PACK: "Hiring"}
    panel = panel_of(people(sorting=sorting))
    assert (panel.rows[0].name, panel.sorting) == (first[sorting], sorting)


def test_a_row_is_read_aloud_with_what_its_bars_show() -> None:
    row = panel_of(people()).rows[0]
    assert row.said == "Workload: 8 of 24 chose 1; median 2.5; split"


def test_the_talk_lists_the_picked_with_the_prompts_of_the_wall() -> None:
    together = people("Induction", "Workload")
    panel = panel_of(together)
    assert [(line.number, line.name) for line in panel.talk] == [
        ("1", "Workload"),
        ("2", "Induction"),
    ]
    ids = [question.id for question in together.questions]
    for line, question in zip(panel.talk, talk_order(together), strict=True):
        result = result_of(question)
        assert result is not None
        asked = prompt(result, None, ids.index(question.id) + 1 + 1)
        assert line.prompt == asked.say(WORDS)


@pytest.mark.parametrize(
    ("picked", "said", "rest"),
    [
        ((), "none picked", "The median of each vote counts"),
        (("Workload", "Induction", "Hiring"), "3 picked, about 12 min", "For the six others"),
        (tuple(row[0] for row in PEOPLE[:8]), "8 picked, about 32 min", "For the other one"),
        (tuple(row[0] for row in PEOPLE), "9 picked, about 36 min", ""),
    ],
)
def test_it_says_how_many_are_picked_and_what_becomes_of_the_rest(
    picked: tuple[str, ...], said: str, rest: str
) -> None:
    panel = panel_of(people(*picked))
    assert panel.picked == said
    assert panel.rest.startswith(rest)
    assert bool(panel.rest) is bool(rest)


def test_a_question_nobody_voted_on_stands_last_and_cannot_be_picked() -> None:
    panel = panel_of(people(Feedback=0))
    assert [row.can_pick for row in panel.rows] == [True] * 8 + [False]
    last = panel.rows[-1]
    assert (last.name, last.cells, last.detail) == ("Feedback", ("", "No votes yet", ""), "")
    assert panel.votes == "24 votes each"


def test_votes_are_said_as_a_range_where_they_differ() -> None:
    together = people(count=2)
    first, second = together.questions
    few = replace(first, round=revealed(0, (1, 2, 1, 0, 0)))
    panel = panel_of(replace(together, questions=(few, second)))
    assert panel.votes == "4 to 24 votes each"
    row = next(row for row in panel.rows if row.name == first.short)
    assert (row.cells[1], row.cells[2], row.detail) == ("From 1 to 3", "", "4 votes")


def test_a_checklist_shows_counts_in_the_order_of_the_pack() -> None:
    panel = panel_of(basics("Promise"))
    assert panel.checklist
    assert panel.sorting is None
    assert panel.heads == ("Yes", "Partly", "No", "Don’t know")
    assert [row.name for row in panel.rows] == [row[0] for row in BASICS]
    assert panel.rows[0].cells == ("18", "5", "1", "0")
    assert panel.rows[2].cells == ("3", "8", "12", "1")
    assert panel.rest == "What is not picked stays as it was voted."


def test_a_page_without_questions_is_empty() -> None:
    panel = panel_of(people(count=0))
    assert (panel.rows, panel.talk, panel.votes) == ((), (), "")


def test_a_repeat_says_the_earlier_median_beside_todays_and_aloud() -> None:
    given = people(count=1)
    (question,) = given.questions
    before = EarlierFacts(Distribution((0, 0, 3, 0, 0)), None, differed=False, reworded=False)
    again = replace(given, questions=(replace(question, earlier=before),))
    row, plain = (together_panel(each, (), WORDS).rows[0] for each in (again, given))
    assert (row.before, plain.before) == ("was 3", "")
    assert row.said.endswith("The median was 3 last time.")
    assert replace(row, before="", said=plain.said) == plain
