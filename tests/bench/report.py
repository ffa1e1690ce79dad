"""Report: a large day's report and charts, beside bare ReportLab and matplotlib."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from exports.charts import folder as charts
from exports.charts.glyphs import text_path
from exports.drawing import Drawing
from exports.pdf import painter, report
from exports.pdf.layout import Page
from exports.pdf.typesetter import Line, Style, Typesetter
from tests.bench import bare_charts, bare_pages
from tests.bench.bare_charts import SUFFIXES
from tests.bench.bare_pages import Wrapped
from tests.bench.figures import RUNS, Figure, best
from tests.exports.pdf.report_days import day, part
from workshop.snapshot import Snapshot
from workshop.words import Words

GOAL = 1.5
SESSIONS, EACH, ACTIONS = 5, 12, 300
CHARTS = 25
CHARTED = (4, 4, 4, 3, 3)
"""Questions of each session with a chart of their own; five sessions, profile and radar more."""


def figures(folder: Path) -> Iterator[Figure]:
    """From the snapshot to the files, after all is imported and every font has been read."""
    words = Words()
    whole = day([part(number, EACH) for number in range(SESSIONS)], ACTIONS)
    few = replace(
        whole,
        sessions=tuple(
            replace(session, questions=session.questions[:count])
            for session, count in zip(whole.sessions, CHARTED, strict=True)
        ),
    )
    place = folder / "report"
    place.mkdir()
    pages, wrapped = _pages(whole, words, place / "first.pdf")
    drawings = _drawings(few, words, place)
    if len(drawings) != CHARTS:
        raise RuntimeError(f"{len(drawings)} charts")
    ours: list[float] = []
    theirs: list[float] = []
    for run in range(RUNS):
        text_path.cache_clear()  # a day is exported once: nothing helps that the last run set
        made, bare = place / f"{run}", place / f"{run}-bare"
        made.mkdir()
        bare.mkdir()
        began = perf_counter()
        report.write(whole, words, made / "report.pdf")
        charts.write_formats(few, words, made, lambda: None, SUFFIXES)
        ours.append((perf_counter() - began) * 1000)
        began = perf_counter()
        bare_pages.write(pages, wrapped, bare / "report.pdf")
        bare_charts.write(drawings, bare)
        theirs.append((perf_counter() - began) * 1000)
    name = f"report of {SESSIONS * EACH} questions, {ACTIONS} actions; {CHARTS} charts"
    yield Figure(name, best(ours), GOAL, best(theirs))


def _pages(
    snapshot: Snapshot, words: Words, path: Path
) -> tuple[Sequence[Page], Sequence[Wrapped]]:
    """The report's pages as they are laid out, and each text that is broken into lines for them."""
    laid: list[Page] = []
    wrapped: dict[Wrapped, None] = {}
    paint, wrap, balance = painter.pdf, Typesetter.wrap, Typesetter.balance

    def painted(pages: Sequence[Page], *others: Any) -> bytes:
        laid.extend(pages)
        return paint(pages, *others)

    def heard(how: Any) -> Any:
        def broken(setter: Typesetter, text: str, style: Style, width: float) -> list[Line]:
            wrapped[text, style, width] = None
            lines: list[Line] = how(setter, text, style, width)
            return lines

        return broken

    with (
        _replaced(report, "pdf", painted),
        _replaced(Typesetter, "wrap", heard(wrap)),
        _replaced(Typesetter, "balance", heard(balance)),
    ):
        report.write(snapshot, words, path)
    return laid, tuple(wrapped)


def _drawings(snapshot: Snapshot, words: Words, place: Path) -> Sequence[Drawing]:
    """The charts as they are drawn, before they become files."""
    drawn: list[Drawing] = []

    def draw(drawing: Drawing, _setter: Typesetter) -> bytes:
        drawn.append(drawing)
        return b""

    with _replaced(charts, "FORMATS", ((".svg", draw),)):
        charts.write(snapshot, words, place, lambda: None)
    return drawn


@contextmanager
def _replaced(owner: object, name: str, stand_in: object) -> Iterator[None]:
    """Look on: a name stands for something else for a while."""
    kept = getattr(owner, name)
    setattr(owner, name, stand_in)
    try:
        yield
    finally:
        setattr(owner, name, kept)
