"""The spreadsheet: a sheet for each table, as XLSX, with real numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.look import tokens
from exports.tables.table import Cell, Column, Kind, Table, clean
from exports.tables.whole import REHEARSAL, about, tables
from exports.writing import Written, write_whole
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

LONGEST_CELL: Final = 32_767
"""What a cell holds at most, counted as Excel does: in UTF-16."""
CUT_MARK: Final = " […]"
CUT: Final = mark(
    "A cell holds {most} characters. A longer text ends in “{sign}”; it is whole in the CSV tables."
)
LONGEST_SHEET_NAME: Final = 31
NARROWEST: Final = 8
WIDEST: Final = 60
"""Column widths, in digits of the sheet's font; longer texts are wrapped."""
_WIDE_ROOM: Final = 3  # for the filter's button and the cell's own edges
_SIZE: Final = 11
_LINE: Final = 15.0  # points, as Excel sets this size
_HIGHEST: Final = 409.0  # points; Excel takes no more
_FITS_A_PAGE: Final = 220  # digits that are still read when they share the width of a page

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_DATE_FORMAT: Final = "yyyy-mm-dd"


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write all tables to `path`, whole or not at all: the same bytes for the same snapshot.

    No text becomes a formula, a link or a number. Raises WorkshopError where the file cannot be
    written.
    """
    content = _content(snapshot, words)
    write_whole(path, lambda file: file.write(content))
    return Written(path, ())


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that every spreadsheet program takes, no two alike, in the order of those wanted."""
    names: list[str] = []
    for each in wanted:
        plain = " ".join(_FORBIDDEN.sub(" ", clean(each)).split()).strip("' ") or "-"
        if plain.casefold() == "history":  # Excel keeps this name to itself
            plain += "_"
        name, number = _cut(plain, LONGEST_SHEET_NAME), 1
        while name.casefold() in {taken.casefold() for taken in names}:
            number += 1
            ending = f" {number}"
            name = _cut(plain, LONGEST_SHEET_NAME - len(ending)).rstrip() + ending
        names.append(name)
    return names


def _content(snapshot: Snapshot, words: Words) -> bytes:
    made = tables(snapshot, words)
    remark = words.say(CUT, most=words.number(LONGEST_CELL), sign=CUT_MARK.strip())
    sheets = (*made, about(made, snapshot, words, remark))
    buffer = BytesIO()
    options = {
        "in_memory": True,  # else the files inside have the time zone's own hour
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "remove_timezone": False,
    }
    with Workbook(buffer, options) as workbook:
        workbook.set_properties(_properties(snapshot))
        book = _Book(workbook, snapshot.workshop.rehearsal, words)
        for name, each in zip(sheet_names(each.name for each in sheets), sheets, strict=True):
            book.add(name, each)
    return buffer.getvalue()


def _properties(snapshot: Snapshot) -> dict[str, object]:
    workshop = snapshot.workshop
    return {
        "title": clean(workshop.title),
        "subject": clean(workshop.purpose),
        "author": clean(workshop.organisation),
        "company": clean(workshop.organisation),
        # the workshop's own moment: the file changes only where the workshop did
        "created": datetime.combine(workshop.held_on, time.min)
        + timedelta(minutes=workshop.starts_at),
    }


class _Book:
    """The sheets of one workbook, with the formats that they share."""

    def __init__(self, workbook: Workbook, rehearsal: bool, words: Words) -> None:
        self._workbook = workbook
        self._words = words
        self._rehearsal = rehearsal
        palette = tokens.LIGHT.palette
        plain = {"font_size": _SIZE, "valign": "top"}
        self._head = workbook.add_format(
            {
                "font_size": _SIZE,
                "bold": True,
                "text_wrap": True,
                "indent": 1,
                "valign": "top",
                "bottom": 1,
                "bottom_color": palette.ink,
                "bg_color": palette.sunken,
            }
        )
        self._text = workbook.add_format({**plain, "text_wrap": True, "indent": 1})
        self._whole = workbook.add_format({**plain, "num_format": "0"})
        self._date = workbook.add_format(
            {**plain, "num_format": _DATE_FORMAT, "align": "left", "indent": 1}
        )
        self._numbers: Mapping[int, Format] = {
            decimals: workbook.add_format({**plain, "num_format": "0." + "0" * decimals})
            for decimals in (1, 2, 3)
        }

    def add(self, name: str, made: Table) -> None:
        """Add a sheet with a table: its head frozen, a filter on each column."""
        sheet = self._workbook.add_worksheet(name)
        widths = [_width(place, column, made) for place, column in enumerate(made.columns)]
        for place, (column, width) in enumerate(zip(made.columns, widths, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, _fitting(column.title), self._head)
        sheet.set_row(0, _height([column.title for column in made.columns], widths))
        for number, row in enumerate(made.rows, 1):
            sheet.set_row(number, _height(row, widths))
            for place, (column, cell) in enumerate(zip(made.columns, row, strict=True)):
                self._write(sheet, number, place, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(made.rows), len(made.columns) - 1)
        self._set_up_print(sheet, name, sum(widths))

    def _write(self, sheet: Worksheet, number: int, place: int, column: Column, cell: Cell) -> None:
        if cell is None:
            return
        if isinstance(cell, str):
            sheet.write_string(number, place, _fitting(cell), self._text)
        elif isinstance(cell, date):
            sheet.write_datetime(number, place, cell, self._date)
        elif column.kind is Kind.INTEGER:
            sheet.write_number(number, place, cell, self._whole)
        else:
            sheet.write_number(number, place, cell, self._numbers[column.decimals])

    def _set_up_print(self, sheet: Worksheet, name: str, width: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        if width <= _FITS_A_PAGE:
            sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        said = [self._words.say(REHEARSAL)] if self._rehearsal else []
        # In a header "&" begins a command.
        sheet.set_header("&L" + " · ".join([*said, name]).replace("&", "&&") + "&R&P / &N")


def _width(place: int, column: Column, made: Table) -> int:
    """As wide as the longest line of a column; the head may take two lines."""
    longest = max((len(word) for word in column.title.split()), default=0)
    longest = max(longest, (len(column.title) + 1) // 2)
    for row in made.rows:
        longest = max(longest, _length(column, row[place]))
    return min(WIDEST, max(NARROWEST, longest + _WIDE_ROOM))


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """As high as the lines of the longest cell; other programs than Excel find it not alone."""
    most = 1
    for cell, width in zip(row, widths, strict=True):
        if isinstance(cell, str):
            most = max(most, sum(_lines(line, width) for line in cell.split("\n")))
    return min(_HIGHEST, most * _LINE)


def _lines(line: str, width: int) -> int:
    """How many lines a text takes, with room for words that go to the next one whole."""
    room = width - _WIDE_ROOM
    return 1 if len(line) <= room else -(-len(line) * 9 // (room * 8))


def _length(column: Column, cell: Cell) -> int:
    if cell is None:
        return 0
    if isinstance(cell, str):
        return max(len(line) for line in cell.split("\n"))
    if isinstance(cell, date):
        return len(_DATE_FORMAT)
    return len(f"{cell:.{column.decimals}f}")


def _fitting(text: str) -> str:
    """`text` as far as a cell holds it, with a sign where it was cut."""
    if _units(text) <= LONGEST_CELL:
        return text
    return _cut(text, LONGEST_CELL - len(CUT_MARK)) + CUT_MARK


def _cut(text: str, units: int) -> str:
    """The beginning of `text` that fits into so many units of UTF-16, no letter halved."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * units:
        return text
    return encoded[: 2 * units].decode("utf-16-le", "ignore")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
