"""The CSV tables read back equal, through the rule that their About file gives."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exports.csv_tables import GUARDED, guarded, text, unguarded, write
from exports.tables.table import Cell, Column, Kind, Table, clean
from exports.tables.whole import REHEARSAL, tables
from exports.writing import Cancelled
from tests.exports.played import in_a_rehearsal, played_again
from workshop.snapshot import Snapshot
from workshop.words import Words

WORDS = Words()


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return played_again(tmp_path_factory.mktemp("again"))


def written(snapshot: Snapshot, folder: Path) -> list[Path]:
    return [each.path for each in write(snapshot, WORDS, folder, lambda: None)]


def read(content: str, columns: tuple[Column, ...]) -> list[tuple[Cell, ...]]:
    """The rows of a file, each cell as its column says."""
    head, *rows = csv.reader(StringIO(content, newline=""))
    assert [unguarded(title) for title in head] == [column.title for column in columns]
    return [
        tuple(typed(column.kind, cell) for column, cell in zip(columns, row, strict=True))
        for row in rows
    ]


def typed(kind: Kind, cell: str) -> Cell:
    if not cell:
        return None
    match kind:
        case Kind.TEXT:
            return unguarded(cell)
        case Kind.INTEGER:
            return int(cell)
        case Kind.NUMBER:
            return float(cell)
        case Kind.DATE:
            return date.fromisoformat(cell)


def test_every_file_reads_back_as_its_table(day: Snapshot, tmp_path: Path) -> None:
    paths = written(day, tmp_path)
    made = tables(day, WORDS)
    assert [path.name for path in paths] == [*(f"{each.name}.csv" for each in made), "About.csv"]
    for path, each in zip(paths, made, strict=False):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in content
        assert read(content.decode("utf-8-sig"), each.columns) == list(each.rows)
    assert GUARDED in paths[-1].read_text("utf-8-sig").replace('""', '"')


def test_the_same_snapshot_gives_the_same_bytes(day: Snapshot, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    first, second = (written(day, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_every_file_of_a_rehearsal_says_so(day: Snapshot, tmp_path: Path) -> None:
    for path in written(in_a_rehearsal(day), tmp_path):
        assert REHEARSAL in path.read_text("utf-8-sig")


def test_what_is_told_before_each_file_can_end_the_writing(day: Snapshot, tmp_path: Path) -> None:
    def tick() -> None:
        if list(tmp_path.iterdir()):
            raise Cancelled

    with pytest.raises(Cancelled):
        write(day, WORDS, tmp_path, tick)
    assert [path.name for path in tmp_path.iterdir()] == ["Workshop.csv"]


@given(st.text(max_size=60))
@example("=1+1")
@example("'=1+1")
@example("''@x")
@example("'plain")
@example("\ttab")
def test_no_text_is_taken_for_a_formula_and_every_one_comes_back(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(cell)) == cell


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=5))
@example(['"', ",", "a\nb", '"",""', "ﷺ\u202e🎉"])
def test_any_text_reads_back(texts: list[str]) -> None:
    columns = (Column("Text", Kind.TEXT, ""), Column("n", Kind.INTEGER, ""))
    rows = tuple((clean(each) or None, number) for number, each in enumerate(texts))
    assert read(text(Table("Texts", columns, rows)), columns) == list(rows)
