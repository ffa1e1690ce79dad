"""Session chart: the page of a session, and what carries it, holds it back and divides it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.theme import Theme
from tests.workshop.chart_samples import talked
from workshop.session_chart import TalkedQuestion, TalkedSession, session_chart, session_heading
from workshop.words import Words

WORDS = Words()
SPLIT = (2, 8, 3, 8, 3)
CLOSE = (0, 3, 12, 3, 0)
STRATEGY = (
    talked("Reliability", (2, 4, 9, 7, 2), (1, 2, 8, 10, 3), agreed=3.5),
    talked("Surprise", (8, 11, 4, 1, 0), agreed=2.0),
    talked("Recovery", (3, 8, 2, 8, 3), (0, 3, 4, 12, 3), agreed=4.0, dont_know=2),
    talked("Fairness", (6, 6, 5, 6, 6), SPLIT, agreed=3.0),
    talked("Waiting", (3, 10, 8, 3, 0), agreed=2.5),
)


def of(
    *questions: TalkedQuestion, score: float | None = 3.0, earlier: float | None = None
) -> TalkedSession:
    return TalkedSession("s", Theme.STRATEGY, False, "Strategy", questions, score, earlier)


def test_the_page_says_what_each_question_came_to() -> None:
    chart = session_chart(of(*STRATEGY, earlier=3.0), WORDS)
    assert chart is not None
    assert chart.heading == (
        "Recovery is the strength. Surprise and waiting hold the session back, and fairness still "
        "divides the room."
    )
    assert (chart.score_text, chart.change) == ("3.0", "3.0 last time, same")
    assert [(row.score_text, row.word, row.agreement, row.rounds) for row in chart.rows] == [
        ("3.5", "Close to agreement", "63", "Two rounds"),
        ("2.0", "Close to agreement", "71", "One round"),
        ("4.0", "Close to agreement", "70", "Two rounds"),
        ("3.0", "Split", "46", "Two rounds"),
        ("2.5", "Close to agreement", "65", "One round"),
    ]
    assert chart.rows[2].detail == ("Median 4, 24 votes", "2 don’t know")
    assert chart.rows[3].detail == ("13 at 1–3, 11 at 4–5", "Median 3, 24 votes")
    assert chart.rows[0].chart.columns[0].ghost == 2
    assert chart.rows[1].chart.columns[0].ghost is None
    assert chart.unit_max == 12


def test_a_session_without_a_reveal_has_no_page() -> None:
    assert session_chart(of(score=None), WORDS) is None


@pytest.mark.parametrize(
    ("questions", "heading"),
    [
        ([talked("One", CLOSE, agreed=2.0)], "The session is held back by One."),
        ([talked("One", CLOSE, agreed=4.0)], "One stands at 4."),
        ([talked("One", CLOSE, agreed=3.0)], "One stands at 3."),
        ([talked(name, CLOSE, agreed=4.0) for name in "AB"], "All questions stand at 4."),
        (
            [talked("A", CLOSE, agreed=4.0), talked("B", CLOSE, agreed=3.5)],
            "A is the strength.",
        ),
        (
            [talked("A", CLOSE, agreed=4.0), talked("B", CLOSE, agreed=4.0),
             talked("C", CLOSE, agreed=3.0)],
            "A and B are the strengths.",
        ),
        ([talked("Handovers", CLOSE, agreed=2.0)], "The session is held back by Handovers."),
        (
            [talked("Handovers", CLOSE, agreed=2.0), talked("Fairness", SPLIT)],
            "The session is held back by Handovers, and fairness divides the room.",
        ),
        (
            [talked("Anna", CLOSE, agreed=4.0), talked("Berlin", CLOSE, agreed=4.0),
             talked("C", CLOSE, agreed=3.0)],
            "Anna and Berlin are the strengths.",
        ),
        ([talked("One", SPLIT)], "One divides the room."),
        ([talked("One", CLOSE, differ=True)], "One divides the room."),
        ([talked("One", SPLIT), talked("Two", SPLIT)], "One and two divide the room."),
        ([talked(name, SPLIT) for name in "ABC"], "Three questions divide the room."),
        (
            [talked(f"{name}", CLOSE, agreed=name / 2) for name in (2, 4, 5)],
            "2 and 4 hold the session back most.",
        ),
        ([talked("One", (0, 0, 0, 0, 0), dont_know=3)], "Nobody could answer."),
        ([talked("One", CLOSE, counts=False)], "1 question was answered."),
    ],
)  # fmt: skip
def test_the_heading_follows_what_stands_out(questions: list[TalkedQuestion], heading: str) -> None:
    assert session_heading(questions, WORDS) == heading


QUESTIONS = st.lists(
    st.builds(
        lambda n, counts, agreed, differ: talked(
            f"Question {n}", counts, agreed=None if differ else agreed, differ=differ
        ),
        st.integers(0, 9),
        st.tuples(*[st.integers(0, 9)] * 5),
        st.none() | st.integers(2, 10).map(lambda n: n / 2),
        st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


@given(QUESTIONS)
def test_every_session_has_a_sentence_and_one_unit_for_all_bars(
    questions: list[TalkedQuestion],
) -> None:
    chart = session_chart(of(*questions), WORDS)
    assert chart is not None
    assert chart.heading.endswith(".")
    assert chart.heading[0] == chart.heading[0].upper()
    assert len(chart.rows) == len(questions)
    assert chart.unit_max >= max(column.count for row in chart.rows for column in row.chart.columns)
