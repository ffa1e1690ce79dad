"""Reading: every chart of a workshop out of one snapshot, and the list that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from frameworks.theme import Theme
from workshop.charting import day_charts
from workshop.day_charts import (
    DayCharts,
    HeatRow,
    ProfileChart,
    ProfileRow,
    SessionChart,
    SessionChartRow,
)
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words, mark

PROFILE = mark("Where we stand")
RADAR = mark("Radar")
THEMES = mark("Themes")
HEAT_MAP = mark("Heat map")
FEWEST_AXES, MOST_AXES = 3, 8


class ChartKind(StrEnum):
    """What can be looked at."""

    PROFILE = "profile"
    RADAR = "radar"
    THEMES = "themes"
    HEAT_MAP = "heat map"
    SESSION = "session"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class ChartKey:
    """One chart; `id` is that of its session or question, empty for charts of the whole day."""

    kind: ChartKind
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: the chart's name, and the score beside it."""

    key: ChartKey
    title: str
    beside: str = ""
    theme: Theme | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A snapshot with its charts; nothing of a round that is not revealed is in it.

    `rows` are the questions that a chart shows, each with its session's page.
    """

    snapshot: Snapshot
    charts: DayCharts
    entries: tuple[Entry, ...]
    sessions: Mapping[str, SessionChart] = field(default_factory=dict)
    rows: Mapping[str, tuple[SessionChart, SessionChartRow]] = field(default_factory=dict)
    asked: Mapping[str, tuple[SnapshotSession, SnapshotQuestion]] = field(default_factory=dict)
    heat: Mapping[str, HeatRow] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[ChartKey, ...]:
        """The charts in the order of the list."""
        return tuple(entry.key for entry in self.entries)

    def profile(self, kind: ChartKind) -> ProfileChart:
        """The model of the profile, of its radar or of the themes. Raises LookupError without."""
        chart = self.charts.themes if kind is ChartKind.THEMES else self.charts.profile
        if chart is None:
            raise LookupError(f"there is no {kind}")
        return chart


def read(snapshot: Snapshot, words: Words) -> Reading:
    """All charts of this snapshot; takes its time, so it is called in another thread."""
    charts = day_charts(snapshot, words)
    return Reading(
        snapshot=snapshot,
        charts=charts,
        entries=tuple(_entries(charts, words)),
        sessions={session.id: session for session in charts.sessions},
        rows={
            row.question_id: (session, row) for session in charts.sessions for row in session.rows
        },
        asked={
            question.id: (session, question)
            for session in snapshot.sessions
            for question in session.questions
        },
        heat={row.question_id: row for row in charts.heat_map.rows} if charts.heat_map else {},
    )


def axes(chart: ProfileChart) -> tuple[ProfileRow, ...]:
    """The rows that have a score: the axes of a radar."""
    return tuple(row for row in chart.rows if row.score is not None)


def _entries(charts: DayCharts, words: Words) -> Iterator[Entry]:
    if charts.profile is not None:
        yield Entry(ChartKey(ChartKind.PROFILE), words.say(PROFILE))
        if FEWEST_AXES <= len(axes(charts.profile)) <= MOST_AXES:
            yield Entry(ChartKey(ChartKind.RADAR), words.say(RADAR))
    if charts.themes is not None:
        yield Entry(ChartKey(ChartKind.THEMES), words.say(THEMES))
    if charts.heat_map is not None:
        yield Entry(ChartKey(ChartKind.HEAT_MAP), words.say(HEAT_MAP))
    for session in charts.sessions:
        key = ChartKey(ChartKind.SESSION, session.id)
        yield Entry(key, session.name, session.score_text, session.theme, session.second)
        for row in session.rows:
            key = ChartKey(ChartKind.QUESTION, row.question_id)
            yield Entry(key, row.name, row.score_text or row.chart.median_text or "")
