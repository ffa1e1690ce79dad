"""Models of charts of any kind and size, for tests that hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from frameworks.theme import Theme
from workshop.charts import DistributionChart, distribution_chart
from workshop.day_charts import (
    HeatCell,
    HeatMapChart,
    HeatRow,
    ProfileChart,
    ProfileDot,
    ProfileRow,
    SessionChart,
    SessionChartRow,
)
from workshop.tally import Distribution
from workshop.words import Words

WORDS = Words("en")
PARTS = (
    "Vision", "we", "patients", "Donaudampfschifffahrtsgesellschaft", "waiting times", "a",
    "מרפאה", "ברחוב הנמל", "مستشفى", "الميناء", "do we keep", "12", "(and)", "Ωμέγα",
)  # fmt: skip
# From one word to more than any field takes, each beginning with another word.
TEXTS = tuple(
    " ".join(PARTS[(start + place * stride) % len(PARTS)] for place in range(length))
    for start, (stride, length) in enumerate(((1, 1), (3, 2), (5, 4), (1, 9), (3, 30), (5, 90)) * 2)
)


def names(longest: int) -> st.SearchStrategy[str]:
    """Words of several scripts, up to so many letters; what the editor takes in."""
    return st.sampled_from([text[:longest].strip() for text in TEXTS])


def counts(steps: int) -> st.SearchStrategy[Distribution]:
    """Up to 200 votes on a scale of so many steps."""
    most = 200 // (steps + 1)
    few = st.lists(st.integers(0, 4), min_size=steps, max_size=steps)
    many = st.lists(st.integers(0, most), min_size=steps, max_size=steps)
    none = st.just([0] * steps)
    return st.builds(
        lambda found, unsure: Distribution(tuple(found), unsure),
        st.one_of(few, many, none),
        st.integers(0, most),
    )


@st.composite
def distributions(draw: st.DrawFn, steps: int | None = None) -> DistributionChart:
    """The chart of a round, with a ghost or without, on a scale of 2 to 10 steps."""
    steps = steps or draw(st.integers(2, 10))
    labels = tuple(draw(names(28)) for _ in range(steps))
    before = draw(st.none() | counts(steps))
    number = None if before is None else draw(st.integers(0, 12))
    return distribution_chart(draw(counts(steps)), labels, before, number, WORDS)


@st.composite
def session_rows(draw: st.DrawFn, number: int = 1) -> SessionChartRow:
    """A question of a session's page."""
    chart = draw(distributions())
    agreed = draw(st.sampled_from(("", "2.5", "10.0")))
    median = "Median" if chart.median_text else ""
    return SessionChartRow(
        question_id=f"q{number}",
        number=number,
        name=draw(names(28)),
        text=draw(st.just("") | names(400)),
        chart=chart,
        score_text=agreed,
        outcome="Agreed score" if agreed else draw(st.sampled_from(("Agreed to differ", median))),
        word=chart.heading,
        agreement=chart.agreement_text or "",
        detail=("113 at 1–2, 61 at 4–5", chart.votes_text),
        rounds=draw(st.sampled_from(("One round", "Eleven rounds"))),
        evidence=draw(st.just("") | names(600)),
    )


@st.composite
def sessions(draw: st.DrawFn) -> SessionChart:
    """A session's page of one to nine questions."""
    rows = tuple(draw(session_rows(number)) for number in range(1, draw(st.integers(1, 9)) + 1))
    return SessionChart(
        id="s",
        theme=draw(st.sampled_from(Theme)),
        second=draw(st.booleans()),
        name=draw(names(60)),
        score_text=draw(st.sampled_from(("", "3.4"))),
        change=draw(st.sampled_from(("", "3.0 last time, +0.4"))),
        heading=draw(names(160)),
        rows=rows,
        unit_max=max(row.chart.unit_max for row in rows),
        description="A session.",
    )


@st.composite
def profile_rows(draw: st.DrawFn, number: int, steps: int, again: bool) -> ProfileRow:
    """A row of a profile, scored or not."""
    known = draw(st.booleans())
    halves = st.integers(2, 2 * steps).map(lambda half: half / 2)
    scores = draw(st.lists(halves, min_size=1, max_size=12)) if known else []
    score = round(sum(scores) / len(scores), 1) if scores else None
    earlier = draw(st.none() | st.integers(10, 10 * steps).map(lambda n: n / 10)) if again else None
    return ProfileRow(
        id=f"s{number}",
        theme=draw(st.sampled_from(Theme)),
        second=draw(st.booleans()),
        name=draw(names(60)),
        score=score,
        score_text="" if score is None else WORDS.number(score, 1),
        lowest=min(scores, default=None),
        highest=max(scores, default=None),
        basis=WORDS.count("{n} question", "{n} questions", len(scores)) if scores else "",
        earlier=earlier,
        change="" if earlier is None or score is None else draw(st.sampled_from(("same", "+1.2"))),
        dots=tuple(ProfileDot(f"q{n}", "a name", each) for n, each in enumerate(scores)),
    )


@st.composite
def profiles(draw: st.DrawFn, least: int = 0, most: int = 20) -> ProfileChart:
    """A profile with last time's scores or without."""
    steps = draw(st.integers(2, 10))
    again = draw(st.booleans())
    count = draw(st.integers(least, most))
    rows = tuple(draw(profile_rows(number, steps, again)) for number in range(count))
    return ProfileChart(
        heading=draw(names(200)),
        rows=rows,
        labels=tuple(draw(names(28)) for _ in range(steps)),
        foot="Bar: lowest to highest question. Small dots: each question.",
        ends="1 low, 10 high" if again else "",
        then="Last time" if again else "",
        now="Today" if again else "",
        heads=("Today", "Change") if again else ("", ""),
        outline="Outline: last time, 13 September 2025" if again else "",
        description="A profile.",
    )


CELLS = st.one_of(
    st.integers(2, 20).map(lambda n: HeatCell(n / 2, (n / 2 - 1) / 9, WORDS.number(n / 2), 7)),
    st.just(HeatCell(None, None, "", 0, hidden=True)),
    st.just(HeatCell(None, None, "–", 0)),
)


@st.composite
def heat_maps(draw: st.DrawFn) -> HeatMapChart:
    """A heat map of up to 60 questions by 30 teams."""
    teams = tuple(draw(names(30)) for _ in range(draw(st.integers(1, 30))))
    sections = draw(st.lists(st.integers(1, 12), min_size=1, max_size=6))
    rows = []
    for number, length in enumerate(sections):
        session, theme = draw(names(60)), draw(st.sampled_from(Theme))
        second = draw(st.booleans())
        for place in range(length):
            cells = tuple(draw(st.lists(CELLS, min_size=len(teams), max_size=len(teams))))
            key = f"{number}-{place}"
            rows.append(HeatRow(key, theme, second, session, draw(names(28)), cells, draw(CELLS)))
    ends = ("1: " + draw(names(28)), "10: " + draw(names(28)))
    return HeatMapChart(
        draw(names(120)), teams, "All", tuple(rows), ends, "Numbers: medians.", "A heat map."
    )
