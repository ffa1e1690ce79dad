"""No page of a report or plan is blank, nothing stands over its edge or on something else."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from exports.catalogue import Source, export
from tests.days import HandClock
from tests.exports.pdf.ink import ink_of, outside, overlapping
from tests.exports.truth.made import make
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words

A4 = (595.28, 841.89)
WORDS = Words()
BATCHES, EACH = 6, 4
APART = 5
"""Every fifth of the seeds of the number truth, the large ones among them."""
FURNITURE = 2
"""Lines of the foot, which stand on blank pages too."""


@pytest.mark.parametrize("batch", range(BATCHES))
def test_pages_of_any_workshop_are_whole(batch: int, tmp_path: Path, thorough: bool) -> None:
    with Library.open(tmp_path / "flipchart.sqlite", clock=HandClock()) as library:
        for place in range(EACH * (10 if thorough else 1)):
            seed = (batch * EACH + place) * APART
            folder = tmp_path / str(seed)
            folder.mkdir()
            snapshot = LiveWorkshop(library, make(library, seed).id, WORDS).snapshot()
            export(Source(snapshot, library.path), WORDS, folder, ["report", "plan"])
            for path in (folder / "Report.pdf", folder / "Action plan.pdf"):
                try:
                    check_pages(path)
                except AssertionError as fault:
                    fault.add_note(f"{path.name} of seed {seed}")
                    raise


def check_pages(path: Path) -> None:
    """One PDF: ink, fonts, outline, and what qpdf says of it."""
    reader = PdfReader(path)
    inks = ink_of(path)
    assert outside(inks, *A4) == []
    assert overlapping(inks) == []
    for number, page in enumerate(reader.pages):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=1)
        assert sum(ink.page == number for ink in inks) > FURNITURE, f"page {number + 1} is blank"
        check_fonts(page)
    check_outline(reader)
    checked = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def check_fonts(page: Any) -> None:
    """Every font of a page lies in the file."""
    for font in page["/Resources"].get("/Font", {}).values():
        found = font.get_object()
        for each in found.get("/DescendantFonts", [found]):
            descriptor = each.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, found["/BaseFont"]


def check_outline(reader: PdfReader) -> None:
    """Every entry leads to a page, in the pages' order, and the last pages have one too."""
    pages = [number for _, number in entries(reader, reader.outline)]
    assert pages, "a way to find something"
    assert pages == sorted(pages)
    assert pages[0] == 0


def entries(reader: PdfReader, outline: list[Any]) -> list[tuple[str, int]]:
    """Every entry of the outline with its page, from 0."""
    found: list[tuple[str, int]] = []
    for each in outline:
        if isinstance(each, list):
            found += entries(reader, each)
        else:
            number = reader.get_destination_page_number(each)
            assert number is not None, each["/Title"]
            found.append((str(each["/Title"]), number))
    return found
