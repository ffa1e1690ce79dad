"""The report as a file: nothing over anything, fonts in it, the same bytes, for hard days too."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from exports.pdf import report
from tests.exports.pdf.report_days import (
    DAY,
    agreed,
    day,
    held,
    part,
    question,
    teams,
)
from tests.exports.pdf.report_printed import (
    ARABIC,
    FORTY_WORDS,
    WORDS,
    Printed,
    full_day,
    pages_of,
    printed,
    unclean,
)
from workshop.snapshot import Snapshot


def test_no_text_of_the_full_day_stands_on_another(full: Printed) -> None:
    assert unclean(full.path) == ([], [])


def test_every_page_but_the_cover_says_which_of_how_many_it_is(full: Printed) -> None:
    pages = full.pages
    for number, page in enumerate(pages[1:], 2):
        assert f"Page {number} of {len(pages)}" in page
    assert all(len(page.split()) > 20 for page in pages)


def test_a_rehearsal_says_so_on_every_page(tmp_path: Path) -> None:
    made = replace(full_day(), workshop=replace(DAY, rehearsal=True))
    written, reader = printed(made, tmp_path)
    assert all("Rehearsal: nothing here is real" in page for page in pages_of(reader))
    assert unclean(written.path) == ([], [])


def test_every_font_is_embedded_and_the_file_names_itself(full: Printed) -> None:
    for page in full.reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            face = font.get_object()
            assert "/FontFile2" in face["/FontDescriptor"]
            assert "/ToUnicode" in face
    assert full.reader.metadata is not None
    assert full.reader.metadata.title == "Report: Service review, autumn"
    assert full.reader.metadata.author == "Harbour Street Clinic"
    assert full.reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]


def test_the_same_day_makes_the_same_bytes_whatever_was_written_before(tmp_path: Path) -> None:
    made = full_day()
    first = report.write(made, WORDS, tmp_path / "a.pdf").path.read_bytes()
    report.write(day(3, workshop=replace(DAY, title=ARABIC)), WORDS, tmp_path / "b.pdf")
    assert report.write(made, WORDS, tmp_path / "c.pdf").path.read_bytes() == first


def test_no_fault_is_found_in_the_file(full: Printed) -> None:
    found = subprocess.run(
        ["qpdf", "--check", full.path], check=False, capture_output=True, text=True
    )
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    "made",
    [
        day((part(0, 21),), 0),
        day([part(n, 2) for n in range(20)], 20, teams=teams(60, 4)),
        day([part(n, 1) for n in range(30)], 0),
        day(
            (
                part(
                    0, (question("s0", 0, text=FORTY_WORDS, outcome=agreed(3.0, "Words. " * 1500)),)
                ),
            )
        ),
        day(
            (part(0, 2, title="Donaudampfschifffahrtsgesellschaft " * 3),),
            workshop=replace(DAY, title="Everything we ever promised to anyone, " * 6),
        ),
        day(
            (part(0, 2, title=ARABIC), part(1, 1, title="בית החולים")),
            workshop=replace(DAY, title=ARABIC, organisation=ARABIC, rehearsal=True),
            teams=tuple(replace(team, name=f"{ARABIC} {team.seats}") for team in teams()),
        ),
        day((part(0, (question("s0", 0, rounds=(held(1, (0, 0, 0, 0, 0), 5),), score=None),)),), 1),
        day((part(0, (question("s0", 0, rounds=(held(1, (40, 60, 50, 30, 20)),)),)),), 1),
        day((), 0, teams=()),
    ],
    ids=["21", "20 sessions", "30 sessions", "long", "title", "rtl", "dont-know", "200", "nothing"],
)
def test_no_text_leaves_its_page_or_stands_on_another(made: Snapshot, tmp_path: Path) -> None:
    written, reader = printed(made, tmp_path)
    assert unclean(written.path) == ([], [])
    assert written.missing_letters == ()
    assert all(len(page.split()) > 12 for page in pages_of(reader))


def test_letters_that_no_font_has_are_named(tmp_path: Path) -> None:
    made = day((part(0, (question("s0", 0, text="漢字?"),)),), 0)
    written, _ = printed(made, tmp_path)
    assert written.missing_letters == ("漢", "字")
