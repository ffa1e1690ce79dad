"""Writes all that a workshop leaves behind, and holds it against its library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.catalogue import Source, export
from exports.charts import folder as charts
from exports.kinds import NAMES, RESULTS
from tests.exports.truth.chart_files import pdf_says, png_says, svg_lines
from tests.exports.truth.checks import (
    check_calendar,
    check_charts,
    check_outlines,
    check_photos,
    check_plan,
    check_report,
    check_tables,
)
from tests.exports.truth.expected_tables import expected
from tests.exports.truth.known import know
from tests.exports.truth.paper_files import Paper
from tests.exports.truth.secrecy import check_nothing_hidden
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.portable_opening import open_workshop_file
from workshop.reportable import reportable
from workshop.snapshot import Snapshot
from workshop.words import Words

WORDS = Words()
CHARTS = NAMES["charts"][0]


def write(library: Library, workshop_id: str, folder: Path, *, every_format: bool = False) -> None:
    """Every result into `folder`; charts as SVG, and all the others where asked for."""
    snapshot = LiveWorkshop(library, workshop_id, WORDS).snapshot()
    folder.mkdir()
    source = Source(snapshot, library.path)
    export(source, WORDS, folder, [kind for kind in RESULTS if kind != "charts"])
    (folder / CHARTS).mkdir()
    formats = charts.SUFFIXES if every_format else (".svg",)
    charts.write_formats(reportable(snapshot), WORDS, folder / CHARTS, lambda: None, formats)


def check(library: Library, workshop_id: str, folder: Path, *, quick: bool = True) -> None:
    """Every number of every file in `folder` is what the library says."""
    known = know(library.path, workshop_id)
    check_tables(known, folder)
    check_calendar(known, folder)
    check_charts(known, folder / CHARTS)
    check_formats(folder / CHARTS)
    report, plan = folder / "Report.pdf", folder / "Action plan.pdf"
    papers = {path: Paper(path, quick=quick) for path in (report, plan)}
    check_report(known, papers[report])
    check_plan(known, papers[plan])
    readers = PdfReader(report), PdfReader(plan)
    check_photos(known, readers[0])
    check_outlines(known, *readers)
    check_nothing_hidden(folder, papers)


def check_formats(folder: Path) -> None:
    """A chart's PNG and PDF say what its SVG says, letter for letter as far as Latin goes."""
    for path in sorted(folder.glob("*.svg")):
        lines = svg_lines(path)
        if path.with_suffix(".png").exists():
            assert png_says(path.with_suffix(".png")) == "\n".join(lines)
        if path.with_suffix(".pdf").exists():
            said = pdf_says(path.with_suffix(".pdf"))
            plain = ("".join(line.split()) for line in lines[1:] if line.isascii())
            assert [line for line in plain if line not in said] == []


def check_portable(library: Library, workshop_id: str, folder: Path, elsewhere: Library) -> None:
    """The workshop file opens elsewhere as the same workshop, at the same scene; a rehearsal is
    refused, and in the file all the same.
    """
    path = folder / "Workshop.flipchart"
    first = LiveWorkshop(library, workshop_id, WORDS)
    if first.snapshot().workshop.rehearsal:
        with pytest.raises(LibraryError, match="is of a rehearsal"):
            open_workshop_file(elsewhere, path, WORDS)
        return
    assert open_workshop_file(elsewhere, path, WORDS) == workshop_id
    second = LiveWorkshop(elsewhere, workshop_id, WORDS)
    here, there = (_wherever(each.snapshot()) for each in (first, second))
    assert here == there
    assert first.scene() == second.scene()
    assert expected(know(library.path, workshop_id)) == expected(know(elsewhere.path, workshop_id))


def _wherever(snapshot: Snapshot) -> Snapshot:
    """The same at any time and in any library: of a photo's place its content stays."""
    photos = tuple(replace(each, path=Path(each.path.name)) for each in snapshot.photos)
    assert all(each.path.read_bytes() for each in snapshot.photos)
    return replace(snapshot, taken_at=0, photos=photos)
