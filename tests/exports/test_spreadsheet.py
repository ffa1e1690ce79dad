"""The spreadsheet opens in the programs people have, with numbers that can be added up."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from exports.spreadsheet import CUT_MARK, LONGEST_CELL, sheet_names, write
from exports.tables.table import Cell, clean
from exports.tables.whole import REHEARSAL, about, tables
from tests.exports.pdf import sample
from tests.exports.played import in_a_rehearsal, played_again
from workshop.snapshot import Snapshot
from workshop.words import Words

WORDS = Words()
A_DAY = 24 * 60 * 60 * 1000


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return played_again(tmp_path_factory.mktemp("again"))


def opened(path: Path) -> Workbook:
    return load_workbook(BytesIO(path.read_bytes()))


def written(snapshot: Snapshot, folder: Path) -> Workbook:
    path = folder / "numbers.xlsx"
    assert write(snapshot, WORDS, path).path == path
    return opened(path)


def values(book: Workbook, name: str) -> list[tuple[Cell, ...]]:
    """The cells of a sheet below its head, dates as dates."""
    found = []
    for row in book[name].iter_rows(min_row=2, values_only=True):
        found.append(tuple(each.date() if isinstance(each, datetime) else each for each in row))
    return found  # type: ignore[return-value] # openpyxl knows more kinds of cell than are written


def same(read: Cell, meant: Cell) -> bool:
    if isinstance(meant, float):
        return read == pytest.approx(meant, rel=1e-12)
    return read == meant


def test_every_sheet_reads_back_as_its_table(day: Snapshot, tmp_path: Path) -> None:
    book = written(day, tmp_path)
    made = tables(day, WORDS)
    assert book.sheetnames == [*(each.name for each in made), "About"]
    for each in made:
        head = [cell.value for cell in book[each.name][1]]
        assert head == [column.title for column in each.columns]
        read = values(book, each.name)
        assert len(read) == len(each.rows)
        for row, meant in zip(read, each.rows, strict=True):
            assert all(map(same, row, meant)), (each.name, row, meant)


def test_numbers_and_dates_are_such_and_the_head_stays(day: Snapshot, tmp_path: Path) -> None:
    book = written(day, tmp_path)
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
    due = next(cell for cell in book["Actions"][1] if cell.value == "Due").column
    cells = [row[due - 1] for row in book["Actions"].iter_rows(min_row=2)]
    assert any(isinstance(cell.value, datetime) for cell in cells)
    assert {cell.number_format for cell in cells if cell.value} == {"yyyy-mm-dd"}
    median = next(cell for cell in book["Statistics"][1] if cell.value == "Median").column
    for row in book["Statistics"].iter_rows(min_row=2):
        assert row[median - 1].data_type == "n"
        assert row[median - 1].number_format == "0.0"


def test_a_second_export_of_the_same_workshop_is_the_same_bytes(
    day: Snapshot, tmp_path: Path
) -> None:
    later = replace(day, taken_at=day.taken_at + A_DAY)
    for name, each in (("first.xlsx", day), ("second.xlsx", later)):
        write(each, WORDS, tmp_path / name)
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()


def test_columns_fit_and_long_texts_are_wrapped(day: Snapshot, tmp_path: Path) -> None:
    book = written(day, tmp_path)
    widths = {
        sheet.title: [column.width for column in sheet.column_dimensions.values()] for sheet in book
    }
    assert all(8 <= width <= 62 for each in widths.values() for width in each)
    assert all(cell.alignment.wrap_text for cell in book["Questions"][2] if cell.data_type == "s")


def test_the_file_says_what_it_is_and_when(day: Snapshot, tmp_path: Path) -> None:
    properties = written(day, tmp_path).properties
    assert properties.title == day.workshop.title
    assert properties.creator == day.workshop.organisation
    begun = datetime.combine(day.workshop.held_on, time.min)
    assert properties.created == begun + timedelta(minutes=day.workshop.starts_at)
    assert properties.modified == properties.created


def test_the_same_snapshot_gives_the_same_bytes(day: Snapshot, tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write(day, WORDS, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    with ZipFile(tmp_path / "one.xlsx") as container:
        assert {member.date_time for member in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_sheet_of_a_rehearsal_says_so(day: Snapshot, tmp_path: Path) -> None:
    book = written(in_a_rehearsal(day), tmp_path)
    for sheet in book:
        assert REHEARSAL in {cell.value for row in sheet.iter_rows() for cell in row}
        assert sheet.oddHeader is not None
        assert REHEARSAL in (sheet.oddHeader.left.text or "")


def test_the_about_sheet_explains_every_column(day: Snapshot, tmp_path: Path) -> None:
    told = values(written(day, tmp_path), "About")
    meant = about(tables(day, WORDS), day, WORDS).rows
    assert set(meant) <= set(told)
    assert any("A cell holds" in str(row[3]) for row in told)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(0)", "http://a.b/c"])
def test_no_text_becomes_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    made = sample.snapshot(1, actions=(sample.action(0, what=text),), parked=(text,))
    sheet = written(made, tmp_path)["Parking lot"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].hyperlink) == (text, "s", None)


def test_a_text_that_no_cell_holds_is_cut_with_a_sign(tmp_path: Path) -> None:
    made = sample.snapshot(1, parked=("🎉" * 20_000, "a" * LONGEST_CELL))
    first, second = values(written(made, tmp_path), "Parking lot")
    assert str(first[1]).endswith("🎉" + CUT_MARK)
    assert len(str(first[1]).encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert second[1] == "a" * LONGEST_CELL


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
@example(["History", "history", "a/b:c", "'", "x" * 40, "x" * 35, ""])
def test_sheet_names_are_ones_that_every_program_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted)
    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.casefold() != "history"


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=5))
@example(["_x0041_", " spaces ", "\ttab", "line\nbreak", "<&>\"'", "ﷺ\u202e"])
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    made = sample.snapshot(1, parked=tuple(texts))
    read = [row[1] for row in values(written(made, tmp_path_factory.mktemp("x")), "Parking lot")]
    assert read == [clean(text) or None for text in texts]


def test_libreoffice_opens_it(day: Snapshot, tmp_path: Path) -> None:
    made = replace(day, parked=("=1+1", "naïve 🎉", "two\nlines"))
    book = tmp_path / "numbers.xlsx"
    write(made, WORDS, book)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    asked = ["soffice", profile, "--headless", "--convert-to", every_sheet, "--outdir"]
    done = subprocess.run(
        [*asked, str(tmp_path / "out"), str(book)], capture_output=True, text=True, check=True
    )
    assert "Error" not in done.stderr
    for each in tables(made, WORDS):
        content = (tmp_path / "out" / f"numbers-{each.name}.csv").read_text("utf-8")
        head, *rows = csv.reader(content.splitlines(keepends=True))
        assert head == [column.title for column in each.columns]
        assert len(rows) == len(each.rows)
        for row, meant in zip(rows, each.rows, strict=True):
            for shown, cell in zip(row, meant, strict=True):
                if isinstance(cell, str | date | int) or cell is None:
                    assert shown == ("" if cell is None else str(cell))
                else:
                    assert float(shown) == pytest.approx(cell, abs=0.0501)
