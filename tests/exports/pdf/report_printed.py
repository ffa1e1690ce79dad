"""Reports as they were printed, and what a reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from exports.pdf import report
from exports.writing import Written
from tests.exports.pdf.ink import Ink, ink_of, outside, overlapping
from tests.exports.pdf.report_days import (
    DAY,
    VOTES,
    agreed,
    checked,
    day,
    held,
    note,
    part,
    question,
    said_by,
)
from workshop.facts import ClosingFacts
from workshop.kinds import OutcomeKind
from workshop.snapshot import Snapshot
from workshop.words import Words

WORDS = Words("en")
A4 = (595.28, 841.89)
FORTY_WORDS = " ".join(f"word{n}" for n in range(39)) + " really?"
ARABIC = "مراجعة الخدمة"
UNREVEALED = (71, 72, 73, 74, 75)


def printed(made: Snapshot, folder: Path, words: Words = WORDS) -> tuple[Written, PdfReader]:
    written = report.write(made, words, folder / "report.pdf")
    return written, PdfReader(written.path)


def pages_of(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def page_with(reader: PdfReader, text: str) -> str:
    return next(page for page in pages_of(reader) if text in page)


def unclean(path: Path) -> tuple[list[Ink], list[tuple[Ink, Ink]]]:
    inks = ink_of(path)
    return outside(inks, *A4), overlapping(inks)


def outline_of(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Every entry with its level and page, from 1."""
    found: list[tuple[int, str, int]] = []

    def walk(entries: list[Any], level: int) -> None:
        for each in entries:
            if isinstance(each, list):
                walk(each, level + 1)
            else:
                number = reader.get_destination_page_number(each)
                assert number is not None
                found.append((level, each["/Title"], number + 1))

    walk(reader.outline, 0)
    return found


def full_day() -> Snapshot:
    """A day with something of everything that a report can hold."""
    differs = agreed(
        None,
        "Counted for a week.",
        kind=OutcomeKind.DIFFER,
        low=2.0,
        low_position="Nobody is there after 16:00.",
        high=4.5,
        high_position="The desk treats all alike.",
        finds_out="Senior nurse",
        finds_out_by=date(2025, 11, 3),
    )
    vision = part(
        0,
        (
            question("s0", 0, notes=(note("Said aloud"), note("SEALED LIPS", private=True))),
            question("s0", 1, outcome=differs, teams=said_by(("Front desk", "Nursing"), VOTES[1])),
            question("s0", 2, rounds=tuple(held(n, VOTES[n % 5]) for n in range(1, 5))),
            question("s0", 3, rounds=(), score=None, outcome=None, unrevealed=1),
            question("s0", 4, rounds=(), score=None, outcome=None, skipped=True),
        ),
    )
    return day(
        (vision, part(1, (checked("s1", 0), checked("s1", 1, (22, 0, 0))))),
        workshop=replace(DAY, review_on=date(2026, 1, 15), plan_goes_to="everyone here"),
        parked=("Parking charges annoy visitors",),
        closing=ClosingFacts((0, 1, 2, 8, 12), (("w", "hopeful"),)),
    )


@dataclass(frozen=True)
class Printed:
    """The full day as it was written, and its pages as text."""

    snapshot: Snapshot
    path: Path
    reader: PdfReader
    pages: list[str]

    def page(self, text: str) -> str:
        return next(page for page in self.pages if text in page)
