"""Profile chart: scores and ranges of sessions and themes, and the sentence above them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.theme import Theme
from tests.workshop.chart_samples import asking, question, session
from workshop.chart_inputs import AskedSession, theme_sessions
from workshop.profile_chart import profile_chart, theme_chart
from workshop.scores import half_up
from workshop.words import Words

WORDS = Words()
HALVES = st.integers(2, 10).map(lambda n: n / 2)
QUESTIONS = st.lists(st.tuples(st.none() | HALVES, st.booleans(), st.none() | HALVES), max_size=8)
DAYS = st.lists(st.tuples(st.sampled_from(Theme), QUESTIONS), max_size=8)


def sessions_of(
    day: list[tuple[Theme, list[tuple[float | None, bool, float | None]]]],
) -> tuple[AskedSession, ...]:
    return tuple(
        session(
            f"Session {n}",
            *(
                question(f"{n}.{m}", score, counts=counts, earlier=earlier)
                for m, (score, counts, earlier) in enumerate(asked)
            ),
            theme=theme,
        )
        for n, (theme, asked) in enumerate(day)
    )


@given(DAYS)
def test_a_score_is_the_mean_of_what_counts_half_up_and_lies_in_its_range(
    day: list[tuple[Theme, list[tuple[float | None, bool, float | None]]]],
) -> None:
    chart = profile_chart(asking(*sessions_of(day)), WORDS)
    assert len(chart.rows) == len(day)
    for row, (_, asked) in zip(chart.rows, day, strict=True):
        counted = [Fraction(score) for score, counts, _ in asked if counts and score is not None]
        assert [dot.score for dot in row.dots] == [float(score) for score in counted]
        if not counted:
            assert (row.score, row.score_text, row.lowest, row.highest) == (None, "", None, None)
            continue
        assert row.score == float(half_up(sum(counted, Fraction(0)) / len(counted)))
        assert (row.lowest, row.highest) == (float(min(counted)), float(max(counted)))
        assert row.score_text == f"{row.score:.1f}"


@given(DAYS)
def test_a_theme_is_the_mean_over_all_questions_of_its_sessions(
    day: list[tuple[Theme, list[tuple[float | None, bool, float | None]]]],
) -> None:
    asked = asking(*sessions_of(day))
    chart = theme_chart(asked, WORDS)
    themes = [theme for theme, _ in day]
    if len(set(themes)) == len(themes):
        assert chart is None
        return
    assert chart is not None
    assert [row.theme for row in chart.rows] == list(dict.fromkeys(themes))
    for row in chart.rows:
        counted = [
            Fraction(score)
            for theme, questions in day
            for score, counts, _ in questions
            if theme is row.theme and counts and score is not None
        ]
        wanted = float(half_up(sum(counted, Fraction(0)) / len(counted))) if counted else None
        assert row.score == wanted


@given(DAYS)
def test_last_time_of_a_theme_of_several_sessions_rests_on_its_questions(
    day: list[tuple[Theme, list[tuple[float | None, bool, float | None]]]],
) -> None:
    made = sessions_of(day)
    for theme in theme_sessions(made):
        of = [each for each in made if each.theme is theme.theme]
        before = [
            Fraction(q.earlier)
            for each in of
            for q in each.questions
            if q.counts and q.earlier is not None
        ]
        if len(of) == 1:
            assert theme.earlier == of[0].earlier
        elif before:
            assert theme.earlier == float(half_up(sum(before, Fraction(0)) / len(before)))
        else:
            assert theme.earlier is None


def test_the_heading_names_the_highest_and_the_lowest() -> None:
    chart = profile_chart(
        asking(
            session("Vision", question("a", 3.5)),
            session("Strategy", question("b", 2.0)),
            session("People", question("c", None)),
        ),
        WORDS,
    )
    assert chart.heading == "Vision stands highest, Strategy lowest"
    marks = "Bar: lowest to highest question. Small dots: each question."
    assert (chart.foot, chart.then, chart.outline) == (f"2 of 3 sessions. {marks}", "", "")
    assert chart.description == (
        "Vision stands highest, Strategy lowest: Vision 3.5; Strategy 2.0; People not scored"
    )


def test_a_repeat_says_what_rose_and_what_slipped() -> None:
    asked = replace(
        asking(
            session("Structure", question("a", 2.8), earlier=2.1),
            session("People", question("b", 2.9), earlier=2.3),
            session("Strategy", question("d", 3.0), earlier=3.0),
            session("Vision", question("e", 3.4), earlier=2.9),
            session("Technology", question("c", 2.5), earlier=2.7),
        ),
        earlier_on=date(2025, 3, 13),
    )
    chart = profile_chart(asked, WORDS)
    assert chart.heading == "Structure and People rose most. Technology slipped."
    assert [row.change for row in chart.rows] == ["+0.7", "+0.6", "same", "+0.5", "−0.2"]
    assert (chart.then, chart.now, chart.ends) == ("Last time", "Today", "1 low, 5 high")
    assert chart.outline == "Outline: last time, 13 March 2025"
    assert chart.foot == "Bar: lowest to highest question. Small dots: each question."


def test_a_theme_of_two_sessions_is_named_by_the_theme() -> None:
    chart = theme_chart(
        asking(
            session("Hiring", question("a", 4.0), theme=Theme.PEOPLE),
            session("Training", question("b", 3.0), question("c", 2.5), theme=Theme.PEOPLE),
            session("Vision", question("d", 2.0)),
        ),
        WORDS,
    )
    assert chart is not None
    assert [(row.name, row.score_text, row.basis) for row in chart.rows] == [
        ("People", "3.2", "3 questions"),
        ("Vision", "2.0", "1 question"),
    ]
    assert chart.heading == "People stands highest, Vision lowest"


@pytest.mark.parametrize(
    ("scores", "heading"),
    [
        ((3.0, 2.0, 3.0), "B stands lowest"),
        ((3.0, 2.0, 2.0), "A stands highest"),
        ((3.0, 2.0, 2.0, 3.0), "Between 2.0 and 3.0"),
        ((3.0, 3.0), "All sessions stand at 3.0"),
        ((3.0, None, 3.0), "So far at 3.0"),
        ((3.0, None), "So far at 3.0"),
        ((3.0,), "A stands at 3.0"),
        ((None, None), "Nothing is scored yet"),
    ],
)
def test_the_heading_names_nobody_by_chance(scores: tuple[float | None, ...], heading: str) -> None:
    sessions = (
        session(name, question(name, score)) for name, score in zip("ABCD", scores, strict=False)
    )
    assert profile_chart(asking(*sessions), WORDS).heading == heading


def test_themes_that_all_stand_at_the_same_are_called_themes() -> None:
    sessions = [
        session(name, question(name, 3.0), theme=theme)
        for name, theme in (("A", Theme.VISION), ("B", Theme.VISION), ("C", Theme.PEOPLE))
    ]
    chart = theme_chart(asking(*sessions), WORDS)
    assert chart is not None
    assert chart.heading == "All themes stand at 3.0"
