"""Holds every file of an export against what its library says; raises AssertionError."""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path
from typing import Final

from pypdf import PdfReader

from tests.exports.truth import expected_outline, expected_report
from tests.exports.truth.calendar_file import (
    description,
    events,
    expected_description,
    expected_events,
)
from tests.exports.truth.chart_files import alone, charts, flat_lines
from tests.exports.truth.expected_charts import expected_charts
from tests.exports.truth.expected_heat import expected_heat
from tests.exports.truth.expected_tables import Cell, expected
from tests.exports.truth.known import Known
from tests.exports.truth.paper_files import Paper, at_ends, before, flat
from tests.exports.truth.photo_files import MARK, printed, seen_in
from tests.exports.truth.table_files import files, in_csv, sheets

RADARS: Final = {4, 5}
STATISTICS: Final = re.compile(
    r"(\d+) (\d+) (–|\d+(?:\.\d+)?) (–|[\d.]+ to [\d.]+) (–|\d+) (–|\d\.\d\d) (–|−?\d\.\d\d)"
    r" (–|\d+\.\d\d) (–|\d\.\d\d)$"
)
PRESENT: Final = re.compile(r"(?:^| )(\d+) (\d+) (\d+)$")
SCORE: Final = re.compile(r"(?<! at)(?:^| )(\d+\.\d)(?: (?:[+−]\d+\.\d|same))?$")
PLAN_SCORE: Final = re.compile(r"^(\d+\.\d)(?:\d+\.\d last time)?$")
DUE: Final = re.compile(
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\b"
    r"(?! 20\d\d (?:Page|Made))(?: 20\d\d)?|No date yet"
)
TEAMS_SIDE_BY_SIDE: Final = 8
FOOT: Final = re.compile(r"Page \d+ of \d+$")
AFTER_ACTIONS: Final = r"From last time|Agreed to differ|Parking lot|\d+ actions? from "
AFTER_SESSIONS: Final = (
    "Earlier rounds",
    "Teams side by side",
    "What else was said",
    "How these numbers were made",
)


def check_tables(known: Known, folder: Path) -> None:
    """The spreadsheet and the CSV files, cell by cell."""
    wanted = expected(known)
    found = sheets(folder / "All numbers.xlsx")
    assert found.pop("About")
    assert list(found) == list(wanted)
    for name, rows in wanted.items():
        assert len(found[name]) == len(rows), name
        for got, row in zip(found[name], rows, strict=True):
            assert [_near(*pair) for pair in zip(got, row, strict=True)] == row, name
    read = files(folder / "All numbers (CSV)")
    assert read.pop("About")
    assert read == {
        name: [[in_csv(cell) for cell in row] for row in rows] for name, rows in wanted.items()
    }


def _near(got: Cell, wanted: Cell) -> Cell:
    """The cell as wanted where it is the same to the last digit that is kept."""
    numbers = isinstance(got, (int, float)) and isinstance(wanted, float)
    if numbers and math.isclose(got, wanted, abs_tol=1.5e-6):  # type: ignore[arg-type] # both are
        return wanted
    return got


def check_calendar(known: Known, folder: Path) -> None:
    """Every date, and how many there are."""
    path = folder / "Due dates.ics"
    assert events(path) == expected_events(known)
    assert description(path) == expected_description(known)


def check_charts(known: Known, folder: Path) -> None:
    """Every chart is there, and every number on it."""
    found, pages = charts(folder)
    wanted = expected_charts(known)
    assert sorted(set(found) - RADARS) == [chart.number for chart in wanted]
    for chart in wanted:
        lines = found[chart.number]
        heads = chart.on_each_page * pages[chart.number]
        found_alone, wanted_alone = Counter(alone(lines)), Counter([*chart.alone, *heads])
        # A question's own number, where its name is one long word and begins a line below it.
        may_be = Counter(chart.names)
        assert wanted_alone <= found_alone <= wanted_alone + may_be, chart.number
        said = flat_lines(lines)
        for phrase in chart.phrases:
            assert flat_lines([phrase]) in said, (chart.number, phrase)


def check_report(known: Known, paper: Paper) -> None:
    """The numbers of the report, chapter by chapter."""
    method = paper.chapter("How these numbers were made", "All statistics", "Action plan")
    appendix = paper.chapter("All statistics", "Action plan")
    assert at_ends(STATISTICS, appendix) == expected_report.statistics(known)
    cover = before(paper.pages[0], "Who took part")
    assert _first(at_ends(SCORE, cover)) == expected_report.scores(known)
    there = method[_place(method, "Observers") :]
    assert at_ends(PRESENT, there) == expected_report.present(known)
    _check_sessions(known, paper)
    _check_heat(known, paper)
    said = paper.text
    for sentence in expected_report.sentences(known):
        assert sentence in said
    check_plan(known, paper)
    assert paper.numbered() == [(n, len(paper.pages)) for n in range(2, len(paper.pages) + 1)]


def _check_sessions(known: Known, paper: Paper) -> None:
    pages: list[str] = []
    for page in paper.pages[2:]:
        if any(line.startswith(AFTER_SESSIONS) for line in page):
            break
        # As the head of a column it has no number of its own.
        pages += [line.removesuffix("Agreement") for line in page]
    said = flat(pages)
    assert re.findall(r"Agreement (\d+)", said) == expected_report.agreements(known)
    medians = re.findall(r"Median ([\d.]+), (\d+) votes?", said)
    assert medians == expected_report.medians(known)
    place = 0
    for _, question in known.told:
        bars = " ".join(expected_report.bars(question))
        if question.kind != "checklist":
            place = said.find(bars, place) + 1
            assert place, bars


def _check_heat(known: Known, paper: Paper) -> None:
    heat = expected_heat(known)
    pages = paper.chapter("Teams side by side", "What else was said", "How these numbers")
    assert bool(pages) == (heat is not None)
    if heat is None:
        return
    tables = [line for line in pages[_place(pages, "All") + 1 :] if not FOOT.search(line)]
    said = flat(before(tables, "Numbers: medians."))
    found = re.findall(r"(?<![^ ])(?:\d+(?:\.5)?|–)(?![^ ])", said)
    assert found == heat.printed(TEAMS_SIDE_BY_SIDE)


def check_outlines(known: Known, report: PdfReader, plan: PdfReader) -> None:
    """The bookmarks lead to everything that is there, and to nothing else."""
    assert expected_outline.read(report) == expected_outline.of_report(known)
    assert expected_outline.read(plan) == expected_outline.of_plan(known)


def check_photos(known: Known, report: PdfReader) -> None:
    """Just the photos that are for the report, once each, the right way up, with their captions."""
    wanted = [each for each in known.photos if not each.off]
    seen, lines = printed(report)
    assert len(seen) == len(wanted)
    for got, photo in zip(seen, wanted, strict=True):
        assert got.alike(seen_in(photo.path)), photo
    captions = [line for line in lines if line.startswith(MARK)]
    assert captions == [photo.caption for photo in wanted if photo.caption]


def check_plan(known: Known, paper: Paper) -> None:
    """Scores, how many actions, and when each is due."""
    lines = paper.chapter("Action plan", "\0")
    head = before(lines, "Action Owner", "No action", "No new action")
    assert _first(at_ends(PLAN_SCORE, head)) == expected_report.every_score(known)
    opening, *tables = flat(lines).split("How we will know")
    for sentence in expected_report.lead(known):
        assert sentence in opening
    assert expected_report.who(known) in opening
    table = re.split(AFTER_ACTIONS, " ".join(tables))[0]
    assert DUE.findall(table) == expected_report.dues(known)


def _first(groups: list[tuple[str, ...]]) -> list[str]:
    return [group[0] for group in groups]


def _place(lines: list[str], word: str) -> int:
    return next(number for number, line in enumerate(lines) if word in line.split())
