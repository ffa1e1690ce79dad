"""Charts of any size and in any script: nothing is cut, nothing stands on anything, all is said."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.charts import distribution, distribution_page, heat_map, profile, radar, session_page
from exports.charts.page import RIGHT, Imprint
from exports.charts.sketch import Sketch
from exports.drawing import Drawing
from exports.look import tokens
from exports.pdf.typesetter import Typesetter
from frameworks.theme import Theme
from tests.exports.charts.models import (
    WORDS,
    distributions,
    heat_maps,
    names,
    profiles,
    session_rows,
    sessions,
)
from tests.exports.charts.sight import joined, outside, overlapping, words_of
from tests.workshop.chart_samples import asking, question, session
from workshop.charts import DistributionChart, distribution_chart
from workshop.day_charts import HeatMapChart, ProfileChart, SessionChart, SessionChartRow
from workshop.heat_map import heat_map as made_heat_map
from workshop.tally import Distribution

SETTER = Typesetter("en")
SOURCE = "Harbour Street Clinic, Service review, 9 October 2025, 24 votes"
IMPRINTS = st.builds(
    Imprint,
    st.just(SOURCE) | names(180),
    st.sampled_from(("", "Rehearsal: nothing here is real")),
)
few = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def assert_sound(drawing: Drawing) -> None:
    assert outside(drawing) == []
    assert overlapping(drawing) == []


@few
@given(distributions())
def test_a_distribution_says_each_count_step_label_and_ghost(chart: DistributionChart) -> None:
    sizes = tokens.DISTRIBUTION_FILE
    drawing = distribution.draw(chart, Theme.PEOPLE, 980, 480, sizes=sizes, setter=SETTER)
    assert_sound(drawing)
    said = [text.text for text in drawing.texts]
    for column in chart.columns:
        assert column.count_text in said
        assert column.step_text in said
        if column.ghost_text is not None:
            assert joined(column.ghost_text) in words_of(drawing)
    shown = chart.columns if len(chart.columns) < 8 else (chart.columns[0], chart.columns[-1])
    assert all(joined(column.label) in words_of(drawing) for column in shown)


@few
@given(distributions())
def test_a_distribution_in_the_report_says_each_count_and_step(chart: DistributionChart) -> None:
    drawing = distribution.draw(chart, Theme.STRATEGY, 168, 104, setter=SETTER)
    assert_sound(drawing)
    said = [text.text for text in drawing.texts]
    assert [c.count_text for c in chart.columns] == said[: len(chart.columns)]
    assert [c.step_text for c in chart.columns] == said[len(chart.columns) :]


@few
@given(session_rows(), sessions(), st.lists(distributions(), max_size=5), IMPRINTS)
def test_a_question_s_page_says_all_that_came_of_it(
    row: SessionChartRow, session: SessionChart, older: list[DistributionChart], imprint: Imprint
) -> None:
    rounds = [distribution_page.OlderRound(f"Round {n}", each) for n, each in enumerate(older, 1)]
    drawing = distribution_page.page(session, row, rounds, imprint, WORDS, SETTER)
    assert_sound(drawing)
    said = words_of(drawing)
    parts = (
        session.name, row.name, row.text, row.word, row.score_text, row.agreement, *row.detail,
        row.rounds, row.chart.earlier_text or "",
        row.chart.earlier_median_text or "", imprint.source, imprint.rehearsal,
        *(each.votes_text for each in older if each.median_text is not None),
    )  # fmt: skip
    assert [part for part in parts if joined(part) not in said] == []
    assert joined(row.evidence) in said or any(t.text.endswith("…") for t in drawing.texts)


@pytest.mark.parametrize("length", [1, 40, 1_000, 10_000])
def test_evidence_of_any_length_stays_readable_and_a_cut_is_marked(length: int) -> None:
    evidence = ("Forms come back twice a week. " * 400)[:length].strip()
    result = Distribution((1, 2, 6, 8, 3), 2)
    chart = distribution_chart(result, ("A", "B", "C", "D", "E"), None, None, WORDS)
    row = SessionChartRow(
        question_id="q", number=1, name="Forms", text="We have the forms we need.", chart=chart,
        score_text="3.5", outcome="Agreed score", word="Spread", agreement="62",
        detail=("Median 4, 20 votes",), rounds="One round", evidence=evidence,
    )  # fmt: skip
    session = SessionChart("s", Theme.PEOPLE, False, "Work", "", "", "It is so.", (row,), 1, "")
    drawing = distribution_page.page(session, row, (), Imprint(SOURCE), WORDS, SETTER)
    assert_sound(drawing)
    left = RIGHT - distribution_page.COLUMN
    column = [text for text in drawing.texts if text.left >= left - 1]
    assert min(text.type.size for text in column) >= tokens.CHART.body[-1].size
    whole = joined(evidence) in words_of(drawing)
    assert whole is (length < 1_000)
    assert any(text.text.endswith("…") for text in column) is not whole


@few
@given(sessions(), IMPRINTS)
def test_a_session_s_pages_say_every_question_once(session: SessionChart, imprint: Imprint) -> None:
    drawings = session_page.draw(session, imprint, WORDS, SETTER)
    for drawing in drawings:
        assert_sound(drawing)
        assert joined(session.heading) in words_of(drawing)
        assert joined(imprint.source) in words_of(drawing)
    said = "".join(words_of(drawing) for drawing in drawings)
    for row in session.rows:
        for part in (f"{row.number} {row.name}", row.text, row.score_text, row.word, row.agreement):
            assert joined(part) in said


@few
@given(profiles(), IMPRINTS)
def test_a_profile_says_every_row_s_name_score_and_change(
    chart: ProfileChart, imprint: Imprint
) -> None:
    drawing = profile.draw(chart, "Where we stand", imprint, SETTER)
    assert_sound(drawing)
    said = words_of(drawing)
    for row in chart.rows:
        for part in (row.name, row.score_text, row.change, row.basis):
            assert joined(part) in said
    parts = (chart.heading, chart.foot, chart.outline, chart.ends)
    assert [part for part in parts if joined(part) not in said] == []


@few
@given(profiles(least=3, most=8), IMPRINTS)
def test_a_radar_says_every_axis_with_its_score(chart: ProfileChart, imprint: Imprint) -> None:
    if not radar.fits(chart):
        return
    drawing = radar.draw(chart, "Where we stand", imprint, SETTER)
    assert_sound(drawing)
    for row in chart.rows:
        assert joined(f"{row.name} {row.score_text}") in words_of(drawing)


@few
@given(heat_maps(), IMPRINTS)
def test_a_heat_map_says_every_median_that_may_be_seen(
    chart: HeatMapChart, imprint: Imprint
) -> None:
    drawings = heat_map.draw(chart, "Heat map", imprint, WORDS, SETTER)
    for drawing in drawings:
        assert_sound(drawing)
    said = "".join(words_of(drawing) for drawing in drawings)
    names_said = [*chart.teams, *(row.name for row in chart.rows), *chart.ends]
    if len(drawings) == 1:  # else each page is headed by what is true of its own rows
        names_said.append(chart.heading)
    assert [name for name in names_said if joined(name) not in said] == []
    texts = [text.text for drawing in drawings for text in drawing.texts]
    shown = [cell.text for row in chart.rows for cell in row.cells if cell.text]
    for value in set(shown):
        assert texts.count(value) >= shown.count(value)


def test_a_page_of_the_heat_map_is_headed_by_a_question_only_where_that_question_is() -> None:
    alike, apart = (0, 0, 5, 0, 0), (5, 0, 0, 0, 0)
    asked = [
        question(f"Q{n:02}", 3.0, teams={"A": alike, "B": apart if n == 7 else alike})
        for n in range(60)
    ]
    chart = made_heat_map(asking(session("Vision", *asked)), WORDS)
    assert chart is not None
    drawings = heat_map.draw(chart, "Heat map", Imprint(SOURCE, ""), WORDS, SETTER)
    assert len(drawings) > 2
    first, *others = (words_of(drawing) for drawing in drawings)
    assert joined("The teams differ most on Q07") in first
    assert all(joined("What the teams said") in said for said in others)


def test_a_sentence_of_ours_reads_on_where_it_begins_with_a_hebrew_name() -> None:
    sketch = Sketch(SETTER)
    heading = "קבלת פנים holds the session back."
    role = (tokens.CHART.heading[0],)
    assert [rtl for *_, rtl in sketch.set(heading, role, 1400, sentence=True).lines] == [False]
    assert [rtl for *_, rtl in sketch.set(heading, role, 1400).lines] == [True]
