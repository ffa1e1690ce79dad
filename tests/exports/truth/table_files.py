"""Reads tables back: the spreadsheet with openpyxl, the CSV files with Python's own reader."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from tests.exports.truth.expected_tables import Cell, Cells

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def sheets(path: Path) -> dict[str, list[Cells]]:
    """The rows of every sheet under its head, by the sheet's name."""
    book = load_workbook(path)
    return {
        sheet.title: [[_cell(each) for each in row] for row in list(sheet.values)[1:]]
        for sheet in book.worksheets
    }


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    assert value is None or isinstance(value, (str, int, float, date)), value
    return value


def files(folder: Path) -> dict[str, list[list[str]]]:
    """The rows of every CSV file under its head, by the file's name."""
    found = {}
    for path in folder.iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.reader(file, strict=True))[1:]
    return found


def in_csv(cell: Cell) -> str:
    """A cell as a CSV file must have it: guarded where it looks like a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell
    return cell.isoformat() if isinstance(cell, date) else repr(cell)
