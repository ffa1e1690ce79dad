"""Pages of a PDF read back: none is blank, all text stands on the page and nothing on another."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

from tests.exports.pdf.ink import ink_of, outside, overlapping

FURNITURE: Final = 2
"""Lines of the foot, which stand on blank pages too."""


def check_pages(path: Path, *, furniture: int = FURNITURE, outlined: bool = True) -> None:
    """One PDF: ink, fonts, outline, and what qpdf says of it."""
    reader = PdfReader(path)
    inks = ink_of(path)
    sizes = {(float(p.mediabox.width), float(p.mediabox.height)) for p in reader.pages}
    assert len(sizes) == 1, "pages of one size"
    assert outside(inks, *next(iter(sizes))) == []
    assert overlapping(inks) == []
    with_text = dict.fromkeys(range(len(reader.pages)), 0)
    for ink in inks:
        with_text[ink.page] += 1
    assert [number for number, lines in with_text.items() if lines <= furniture] == [], "blank"
    for page in reader.pages:
        _check_fonts(page)
    if outlined:
        _check_outline(reader)
    checked = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def _check_fonts(page: Any) -> None:
    """Every font of a page lies in the file."""
    for font in page["/Resources"].get("/Font", {}).values():
        found = font.get_object()
        for each in found.get("/DescendantFonts", [found]):
            descriptor = each.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, found["/BaseFont"]


def _check_outline(reader: PdfReader) -> None:
    """Every entry leads to a page, in the pages' order, beginning with the first."""
    pages = list(_entry_pages(reader, reader.outline))
    assert pages, "a way to find something"
    assert pages == sorted(pages)
    assert pages[0] == 0


def _entry_pages(reader: PdfReader, outline: list[Any]) -> list[int]:
    found: list[int] = []
    for each in outline:
        if isinstance(each, list):
            found += _entry_pages(reader, each)
        else:
            number = reader.get_destination_page_number(each)
            assert number is not None, each["/Title"]
            found.append(number)
    return found
