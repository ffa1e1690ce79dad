"""Pasted tables: the cells of a spreadsheet's clipboard or of a CSV file, by line (pure)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

TAB, SEMICOLON, COMMA = "\t", ";", ","
NOTHING = "\0"
"""A delimiter that no text has: a line is one cell."""
QUOTE: Final = '"'
NO_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_OVERRIDES: Final = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\ufeff"))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, without the space around them; `line` is where it begins, from 1."""

    line: int
    cells: tuple[str, ...]


class BrokenQuotes(Exception):
    """A quotation mark at the start of a cell is not closed; `line` is where it stands."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def delimiter_of(text: str) -> str:
    """What parts the cells: tabs where there are any, else what the first line has most of."""
    if TAB in text:
        return TAB
    first = next((line for line in _LINE_END.split(text) if line.strip()), "")
    return SEMICOLON if first.count(SEMICOLON) > first.count(COMMA) else COMMA


def rows_of(text: str, delimiter: str) -> list[Row]:
    """The rows that have anything in them, in order; empty cells at their ends are gone.

    A cell between quotation marks may hold line ends, delimiters and doubled quotation marks; what
    only begins with a marked word is left as it is. Raises BrokenQuotes.
    """
    rows = []
    for line, cells in _records(text, delimiter):
        clean = [plain(cell) for cell in cells]
        while clean and not clean[-1]:
            clean.pop()
        if clean:
            rows.append(Row(line, tuple(clean)))
    return rows


def plain(cell: str) -> str:
    """A cell as one line of text, without the marks that only tell a screen how to turn it."""
    text = " ".join(unicodedata.normalize("NFC", cell).translate(_OVERRIDES).split())
    while text and unicodedata.category(text[0]) == "Cf":
        text = text[1:].lstrip()
    while text and unicodedata.category(text[-1]) == "Cf":
        text = text[:-1].rstrip()
    return text


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row's line and cells. Quoted cells make a row longer than a line."""
    line, at, cells = 1, 0, list[str]()
    begun = line
    while at <= len(text):
        cell, end = _cell(text, at, delimiter, line)
        cells.append(cell)
        line += len(_LINE_END.findall(text[at:end]))
        if text[end : end + 1] == delimiter:
            at = end + 1
            continue
        yield begun, cells
        ending = _LINE_END.match(text, end)
        if ending is None:
            return
        line, at, cells = line + 1, ending.end(), []
        begun = line


def _cell(text: str, at: int, delimiter: str, line: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends."""
    if text[at : at + 1] == QUOTE:
        end = _closing(text, at + 1, delimiter)
        if end is not None:
            return text[at + 1 : end].replace(QUOTE * 2, QUOTE), end + 1
    end = at
    while end < len(text) and text[end] != delimiter and text[end] not in "\r\n":
        end += 1
    if text[at : at + 1] == QUOTE and text.count(QUOTE, at, end) % 2:
        raise BrokenQuotes(line)
    return text[at:end], end


def _closing(text: str, at: int, delimiter: str) -> int | None:
    """Where the quotation mark is that closes a cell; None where none does."""
    while (at := text.find(QUOTE, at)) >= 0:
        following = text[at + 1 : at + 2]
        if following == QUOTE:
            at += 2
            continue
        return at if following in ("", delimiter, "\r", "\n") else None
    return None
