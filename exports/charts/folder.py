"""The folder of charts: every chart of a day as PNG, SVG and PDF, under names that sort."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from exports.charts import (
    checklist_page,
    distribution_page,
    heat_map,
    profile,
    radar,
    session_page,
)
from exports.charts.distribution_page import OlderRound
from exports.charts.figure import pdf_bytes, png_bytes, svg_bytes
from exports.charts.page import Imprint
from exports.drawing import Drawing
from exports.pdf.typesetter import Typesetter
from exports.writing import Written, safe_name, write_whole
from workshop.charting import day_charts
from workshop.charts import distribution_chart
from workshop.checklist_staging import checklist_scene
from workshop.day_charts import DayCharts, ProfileChart, SessionChart, SessionChartRow
from workshop.question_facts import TogetherQuestion
from workshop.scene_header import Header
from workshop.snapshot import Snapshot, SnapshotQuestion
from workshop.words import Words, mark

PROFILE = mark("Where we stand")
THEMES = mark("Themes")
HEAT_MAP = mark("Heat map")
CHECKLIST = mark("Checklist")
CHECKLIST_KIND: Final = "checklist"
FORMATS: Final[tuple[tuple[str, Callable[[Drawing, Typesetter], bytes]], ...]] = (
    (".png", png_bytes),
    (".svg", svg_bytes),
    (".pdf", pdf_bytes),
)
SUFFIXES: Final = tuple(suffix for suffix, _ in FORMATS)
TENS: Final = 10  # charts of the whole day come before it, and a session begins at each


@dataclass(frozen=True, slots=True)
class _Chart:
    """A chart's place in the folder, its name, and what draws its pages."""

    number: int
    name: str
    draw: Callable[[Typesetter], Sequence[Drawing]]


def write(
    snapshot: Snapshot, words: Words, folder: Path, tick: Callable[[], None]
) -> tuple[Written, ...]:
    """Write every chart of the day into `folder`, which exists; none where nothing is revealed.

    `tick` is called before each file; what it raises (Cancelled) passes through. Letters that no
    font has are drawn as boxes and returned with their file. Raises WorkshopError where a file
    cannot be written.
    """
    return write_formats(snapshot, words, folder, tick, SUFFIXES)


def write_formats(
    snapshot: Snapshot,
    words: Words,
    folder: Path,
    tick: Callable[[], None],
    formats: Collection[str],
) -> tuple[Written, ...]:
    """`write`, each chart in those of `formats` only, which are some of SUFFIXES."""
    charts = tuple(_charts(snapshot, day_charts(snapshot, words), words))
    digits = len(str(max((TENS, *(chart.number for chart in charts)))))
    setter = Typesetter(words.language)
    written: list[Written] = []
    for chart in charts:
        tick()
        drawings = chart.draw(setter)
        for number, drawing in enumerate(drawings, 1):
            name = f"{chart.number:0{digits}} {chart.name}"
            if len(drawings) > 1:
                name = words.say("{name}, page {n}", name=name, n=number)
            written += _write(drawing, folder / safe_name(name), setter, tick, formats)
    return tuple(written)


def _write(
    drawing: Drawing,
    stem: Path,
    setter: Typesetter,
    tick: Callable[[], None],
    formats: Collection[str],
) -> list[Written]:
    """A drawing in the formats wanted; each tells the letters that it lacks."""
    written = []
    for suffix, make in FORMATS:
        if suffix not in formats:
            continue
        tick()
        setter.missing.clear()
        content = make(drawing, setter)
        path = stem.with_name(stem.name + suffix)
        write_whole(path, partial(_put, content))
        written.append(Written(path, tuple(setter.missing)))
    return written


def _put(content: bytes, file: BinaryIO) -> None:
    file.write(content)


def _charts(snapshot: Snapshot, charts: DayCharts, words: Words) -> Iterator[_Chart]:
    """All charts in the order of the folder; the same chart has the same number every day."""
    rehearsal = snapshot.workshop.rehearsal
    said = words.say("Rehearsal: nothing here is real") if rehearsal else ""
    imprint = Imprint(charts.source, said)
    yield from _of_the_day(charts, imprint, words)
    questions = {
        question.id: question for session in snapshot.sessions for question in session.questions
    }
    first = step = max((TENS, *(_power_of_ten(session) for session in charts.sessions)))
    for session in charts.sessions:
        parts = _of_session(session, questions, imprint, words)
        for number, (name, draw) in enumerate(parts, first):
            yield _Chart(number, name, draw)
        first += step


def _power_of_ten(session: SessionChart) -> int:
    """The smallest power of ten that is more than the session's charts."""
    charts = len(session.rows) + 2
    return int(TENS ** len(str(charts)))


def _of_the_day(charts: DayCharts, imprint: Imprint, words: Words) -> Iterator[_Chart]:
    named: tuple[tuple[ProfileChart | None, str, str, int], ...] = (
        (charts.profile, mark("Profile"), PROFILE, 1),
        (charts.themes, THEMES, THEMES, 2),
    )
    for chart, name, title, number in named:
        if chart is not None:
            drawn = _ProfilePage(chart, words.say(title), imprint)
            yield _Chart(number, words.say(name), drawn.range_plot)
    if charts.heat_map is not None:
        title = words.say(HEAT_MAP)
        draw = partial(heat_map.draw, charts.heat_map, title, imprint, words)
        yield _Chart(3, title, draw)
    for chart, name, title, number in named:
        if chart is not None and radar.fits(chart):
            drawn = _ProfilePage(chart, words.say(title), imprint)
            stem = words.say("{name} as a radar", name=words.say(name))
            yield _Chart(number + 3, stem, drawn.radar)


@dataclass(frozen=True, slots=True)
class _ProfilePage:
    """A profile and what it takes to draw it."""

    chart: ProfileChart
    title: str
    imprint: Imprint

    def range_plot(self, setter: Typesetter) -> Sequence[Drawing]:
        return (profile.draw(self.chart, self.title, self.imprint, setter),)

    def radar(self, setter: Typesetter) -> Sequence[Drawing]:
        return (radar.draw(self.chart, self.title, self.imprint, setter),)


Named = tuple[str, Callable[[Typesetter], Sequence[Drawing]]]


def _of_session(
    session: SessionChart,
    questions: dict[str, SnapshotQuestion],
    imprint: Imprint,
    words: Words,
) -> Iterator[Named]:
    """The session's own page, its checklist, and a chart for each other question."""
    ticked = [
        questions[row.question_id]
        for row in session.rows
        if questions[row.question_id].kind == CHECKLIST_KIND
    ]
    rated = tuple(row for row in session.rows if questions[row.question_id].kind != CHECKLIST_KIND)
    if rated:
        page = replace(session, rows=rated)
        yield session.name, partial(session_page.draw, page, imprint, words)
    if ticked:
        model = checklist_scene(
            [_together(each) for each in ticked],
            [_together(each) for each in ticked],
            Header(session.theme, session.second, session.name, words.say(CHECKLIST), ""),
            "",
            words,
        )
        name = f"{session.name} {words.say(CHECKLIST)}"
        yield name, partial(checklist_page.draw, model, session, imprint, words)
    for row in rated:
        drawn = _QuestionPage(session, row, questions[row.question_id], imprint, words)
        yield f"{session.name} {row.number} {row.name}", drawn.draw


@dataclass(frozen=True, slots=True)
class _QuestionPage:
    """A question and what it takes to draw it."""

    session: SessionChart
    row: SessionChartRow
    question: SnapshotQuestion
    imprint: Imprint
    words: Words

    def draw(self, setter: Typesetter) -> Sequence[Drawing]:
        older = tuple(self._older())
        return (
            distribution_page.page(self.session, self.row, older, self.imprint, self.words, setter),
        )

    def _older(self) -> Iterator[OlderRound]:
        """The rounds before the one that is the ghost."""
        labels = self.question.scale_labels
        for each in self.question.rounds[:-2]:
            if each.result is not None:
                chart = distribution_chart(each.result, labels, None, None, self.words)
                yield OlderRound(self.words.say("Round {round}", round=each.number), chart)


def _together(question: SnapshotQuestion) -> TogetherQuestion:
    return TogetherQuestion(
        id=question.id,
        short=question.short,
        text=question.text,
        labels=question.scale_labels,
        round=question.rounds[-1] if question.rounds else None,
        picked=False,
    )
