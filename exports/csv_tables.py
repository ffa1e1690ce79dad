"""The tables as CSV, one file each, for programs that read nothing else.

Comma, CRLF and quotes as RFC 4180 says, in every language: dates are ISO 8601 and numbers have a
decimal point, so that a file means the same wherever it is read; a semicolon, which spreadsheet
programs of some languages write, would hold for those alone. UTF-8 with its mark, without which
Excel takes the bytes for another alphabet.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from exports.tables.table import Cell, Table
from exports.tables.whole import about, tables
from exports.writing import Written, free_name, safe_name, write_whole
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

GUARD: Final = "'"
"""Stands before a text that a spreadsheet program would take for a formula."""
GUARDED: Final = mark(
    "In the CSV files a text that begins with = + - or @, which spreadsheet programs take for a "
    "formula, has a ' before it; so has one that begins with ' and one of these. Take one ' away "
    "to read the text."
)

_FORMULA = re.compile(f"{GUARD}*[=+\\-@\t\r]")
_GUARDED = re.compile(f"{GUARD}+[=+\\-@\t\r]")


def write(
    snapshot: Snapshot, words: Words, folder: Path, tick: Callable[[], None]
) -> tuple[Written, ...]:
    """Write a file for each table into `folder`, which is there and empty.

    `tick` is called before each file; what it raises passes through. Raises WorkshopError where a
    file cannot be written.
    """
    made = tables(snapshot, words)
    written = []
    for each in (*made, about(made, snapshot, words, words.say(GUARDED))):
        tick()
        path = free_name(folder, safe_name(each.name, "Table") + ".csv")
        _write(path, text(each).encode("utf-8-sig"))
        written.append(Written(path, ()))
    return tuple(written)


def text(made: Table) -> str:
    """A table as CSV, its titles in the first line."""
    lines = StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([guarded(column.title) for column in made.columns])
    writer.writerows([_said(cell) for cell in row] for row in made.rows)
    return lines.getvalue()


def guarded(cell: str) -> str:
    """`cell` as it is written, so that no program takes it for a formula."""
    return GUARD + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What was written as `cell`: the way back of `guarded`, for texts."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _write(path: Path, content: bytes) -> None:
    write_whole(path, lambda file: file.write(content))


def _said(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return repr(cell)
