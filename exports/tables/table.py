"""Table: columns of one kind each, and rows of typed values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from workshop.words import Words

DECIMALS_KEPT: Final = 6
"""Statistics are kept to a millionth: beyond it two programs that add in another order differ."""

Cell = str | int | float | date | None

# What XML 1.0 and other programs' readers refuse; a line break and a tab are neither.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")


class Kind(StrEnum):
    """What the cells of a column are; any of them may be empty."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its kind and what its cells mean, as marked texts.

    `decimals` of a number are those that are shown; the value itself has more.
    """

    title: str
    kind: Kind
    meaning: str
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name; each row has a cell for every column, None where there is nothing.

    Titles and meanings are in the reader's language.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(
    name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], words: Words
) -> Table:
    """A table with its texts said and cleaned. `name` and the columns' texts are marked ones.

    Raises ValueError where a row has another number of cells than there are columns.
    """
    said = tuple(
        Column(words.say(each.title), each.kind, words.say(each.meaning), each.decimals)
        for each in columns
    )
    cells = tuple(
        tuple(_cell(column.kind, cell) for column, cell in zip(columns, row, strict=True))
        for row in rows
    )
    return Table(words.say(name), said, cells)


def clean(text: str) -> str:
    """`text` with one kind of line end and without control characters, which no format takes."""
    return _CONTROL.sub("", _LINE_ENDS.sub("\n", text))


def _cell(kind: Kind, cell: Cell) -> Cell:
    if isinstance(cell, str):
        return clean(cell) or None
    if kind is Kind.NUMBER and cell is not None and not isinstance(cell, date):
        return round(float(cell), DECIMALS_KEPT)
    return cell
