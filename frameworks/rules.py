"""Rules: typed reading of a pack's tables, where every rule broken is noted and reading goes on."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from frameworks.faults import Fault, code_of, mark, shown
from frameworks.key_positions import KeyPath

MOST_FAULTS = 200
LONGEST_ID = 64

_ID = re.compile(r"[a-z0-9][a-z0-9-]*+")
_OVERRIDES = {"\u202d", "\u202e"}

MISSING_TEXT = mark("is missing. Write a text of up to {longest} characters in quotation marks.")
NOT_TEXT = mark("must be a text in quotation marks.")
EMPTY = mark("is empty. Write up to {longest} characters.")
TOO_LONG = mark("has {found} characters. Up to {longest} are allowed.")
ONE_LINE = mark("must stand on one line, without tabs.")
CONTROL = mark("holds the control character {character}. Delete it.")
OVERRIDE = mark("forces a writing direction with {character}. Delete it, or use isolates.")
BAD_ID = mark("may hold a-z, 0-9 and - only, and cannot begin with -. Found: {found}.")
MISSING_NUMBER = mark("is missing. Write a whole number from {lowest} to {highest}.")
NOT_NUMBER = mark("must be a whole number from {lowest} to {highest}.")
NOT_SWITCH = mark("must be true or false, without quotation marks.")
NOT_LIST = mark('must be a list of texts: ["one", "two"].')
MISSING_LIST = mark('is missing. Write a list of texts: ["one", "two"].')
LIST_SIZE = mark("The number of entries is {found}. From {lowest} to {highest} are allowed.")
MISSING_CHOICE = mark("is missing. Write one of {choices}.")
NOT_CHOICE = mark("must be one of {choices}.")
NOT_CHOICES = mark("must be a list of one or more of {choices}.")
NOT_TABLE = mark("must be a table, with its keys below [{header}].")
MISSING_TABLE = mark("is missing. Begin it with [{header}].")
NOT_TABLES = mark("must be a list of tables, each begun with [[{header}]] in double brackets.")
MISSING_TABLES = mark("is missing. Begin at least one with [[{header}]].")
UNKNOWN_NEAR = mark("is not a key known here. Did you mean {nearest}?")
UNKNOWN = mark("is not a key known here. Known are {known}.")
MORE = mark("There are more faults. Mend these first.")

Choice = TypeVar("Choice", bound=StrEnum)


class TooManyFaults(Exception):
    """Ends the reading of a pack whose faults nobody would read to the end."""


class Faults:
    """The faults found so far, each with the line of its key or of the nearest table around it."""

    def __init__(self, lines: Mapping[KeyPath, int]) -> None:
        self._lines = lines
        self._found: list[Fault] = []

    def add(self, path: KeyPath, where: Sequence[str], text: str, **values: object) -> None:
        """Note a fault; raises TooManyFaults when there are enough of them."""
        self._found.append(Fault(self._line(path), " › ".join(where), text, values))
        if len(self._found) >= MOST_FAULTS:
            raise TooManyFaults

    def add_on_line(self, line: int, text: str, **values: object) -> None:
        """Note a fault that no key is concerned in."""
        self._found.append(Fault(line, "", text, values))
        if len(self._found) >= MOST_FAULTS:
            raise TooManyFaults

    def by_line(self) -> tuple[Fault, ...]:
        """Every fault in the order of the file."""
        found = sorted(self._found, key=lambda fault: fault.line or 0)
        if len(found) >= MOST_FAULTS:
            found.append(Fault(None, "", MORE))
        return tuple(found)

    def _line(self, path: KeyPath) -> int:
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


class Table:
    """One table of a pack, read key by key; what is wrong is noted and a stand-in returned.

    Every key asked for is a known key; `close` notes the others.
    """

    def __init__(
        self, content: Mapping[str, object], path: KeyPath, where: tuple[str, ...], faults: Faults
    ) -> None:
        self._content = content
        self._path = path
        self._where = where
        self._faults = faults
        self._known: set[str] = set()

    def fault(self, key: str, text: str, **values: object) -> None:
        """Note a fault of this key."""
        self._faults.add((*self._path, key), (*self._where, key), text, **values)

    def has(self, key: str) -> bool:
        self._known.add(key)
        return key in self._content

    def holds(self, key: str, value: object) -> bool:
        """Whether the pack itself says `value`, rather than a stand-in for what is wrong."""
        return self._content.get(key) == value

    def text(
        self, key: str, longest: int, default: str | None = None, *, one_line: bool = True
    ) -> str:
        """A text without blanks around it; required where there is no default."""
        if not self.has(key):
            if default is None:
                self.fault(key, MISSING_TEXT, longest=longest)
            return default or ""
        value = self._content[key]
        if not isinstance(value, str):
            self.fault(key, NOT_TEXT)
            return ""
        value = value.strip()
        if not value:
            if default is None:
                self.fault(key, EMPTY, longest=longest)
            return default or ""
        self._check(value, longest, (*self._path, key), (*self._where, key), one_line)
        return value

    def id(self, key: str = "id") -> str:
        """A name for the machine: a-z, 0-9 and -."""
        value = self.text(key, LONGEST_ID)
        if value and not _ID.fullmatch(value):
            self.fault(key, BAD_ID, found=shown(value))
        return value

    def texts(
        self,
        key: str,
        longest: int,
        sizes: tuple[int, int],
        *,
        required: bool = False,
        one_line: bool = False,
    ) -> tuple[str, ...]:
        """A list of texts, as many as `sizes` allows (fewest, most)."""
        if not self.has(key):
            if required:
                self.fault(key, MISSING_LIST)
            return ()
        value = self._content[key]
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.fault(key, NOT_LIST)
            return ()
        lowest, highest = sizes
        if not lowest <= len(value) <= highest:
            self.fault(key, LIST_SIZE, found=len(value), lowest=lowest, highest=highest)
        entries = tuple(entry.strip() for entry in value[:highest])
        for number, entry in enumerate(entries):
            path, where = (*self._path, key, number), (*self._where, f"{key} {number + 1}")
            if not entry:
                self._faults.add(path, where, EMPTY, longest=longest)
            self._check(entry, longest, path, where, one_line)
        return entries

    def number(self, key: str, lowest: int, highest: int, default: int | None = None) -> int:
        """A whole number; required where there is no default."""
        if not self.has(key):
            if default is None:
                self.fault(key, MISSING_NUMBER, lowest=lowest, highest=highest)
            return lowest if default is None else default
        return self._number(key, lowest, highest)

    def optional_number(self, key: str, lowest: int, highest: int) -> int | None:
        """A whole number, or None where the key is not there."""
        return self._number(key, lowest, highest) if self.has(key) else None

    def _number(self, key: str, lowest: int, highest: int) -> int:
        value = self._content[key]
        # In Python true and false are numbers; in a pack they are not.
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            self.fault(key, NOT_NUMBER, lowest=lowest, highest=highest)
            return lowest
        return value

    def switch(self, key: str, *, default: bool) -> bool:
        """True or false."""
        if not self.has(key):
            return default
        value = self._content[key]
        if not isinstance(value, bool):
            self.fault(key, NOT_SWITCH)
            return default
        return value

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """One of the names of `choices`; required where there is no default."""
        stand_in = default or next(iter(choices))
        if not self.has(key):
            if default is None:
                self.fault(key, MISSING_CHOICE, choices=_names(choices))
            return stand_in
        value = self._content[key]
        if not isinstance(value, str) or value not in set(choices):
            self.fault(key, NOT_CHOICE, choices=_names(choices))
            return stand_in
        return choices(value)

    def choices(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """A list of one or more names of `choices`."""
        self._known.add(key)
        value = self._content[key]
        names = set(choices)
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(entry, str) and entry in names for entry in value)
        ):
            self.fault(key, NOT_CHOICES, choices=_names(choices))
            return ()
        return tuple(choices(entry) for entry in dict.fromkeys(value))

    def table(self, key: str, header: str, *, required: bool = False) -> Table | None:
        """The table below `key`, or None."""
        if not self.has(key):
            if required:
                self.fault(key, MISSING_TABLE, header=header)
            return None
        value = self._content[key]
        if not isinstance(value, dict):
            self.fault(key, NOT_TABLE, header=header)
            return None
        return Table(value, (*self._path, key), (*self._where, key), self._faults)

    def tables(self, key: str, header: str, highest: int, name: str = "") -> list[Table]:
        """The list of tables below `key`, 1 to `highest`; `name` is the key that names each."""
        if not self.has(key):
            self.fault(key, MISSING_TABLES, header=header)
            return []
        value = self._content[key]
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fault(key, NOT_TABLES, header=header)
            return []
        if not 1 <= len(value) <= highest:
            self.fault(key, LIST_SIZE, found=len(value), lowest=1, highest=highest)
        tables = []
        for number, entry in enumerate(value[:highest]):
            label = f"{key} {number + 1}"
            title = entry.get(name)
            if name and isinstance(title, str) and title.strip():
                label += f' "{shown(title.strip())}"'
            path = (*self._path, key, number)
            tables.append(Table(entry, path, (*self._where, label), self._faults))
        return tables

    def close(self) -> None:
        """Note every key that was not asked for."""
        for key in self._content:
            if key in self._known:
                continue
            path, where = (*self._path, key), (*self._where, shown(key) or '""')
            near = nearest(key, self._known)
            if near:
                self._faults.add(path, where, UNKNOWN_NEAR, nearest=near)
            else:
                self._faults.add(path, where, UNKNOWN, known=", ".join(sorted(self._known)))

    def _check(
        self, value: str, longest: int, path: KeyPath, where: tuple[str, ...], one_line: bool
    ) -> None:
        if len(value) > longest:
            self._faults.add(path, where, TOO_LONG, found=len(value), longest=longest)
        if one_line and ("\n" in value or "\t" in value):
            self._faults.add(path, where, ONE_LINE)
        wrong = forbidden(value)
        if wrong:
            self._faults.add(path, where, wrong[0], character=wrong[1])


def forbidden(text: str) -> tuple[str, str] | None:
    """What is wrong with the first character of `text` that no pack may hold, and its code."""
    for character in text:
        if character in _OVERRIDES:
            return OVERRIDE, code_of(character)
        if character not in "\n\t" and unicodedata.category(character) in {"Cc", "Cs"}:
            return CONTROL, code_of(character)
    return None


def nearest(name: str, known: Sequence[str] | set[str]) -> str:
    """The known name most like `name`; empty where none is like it."""
    found = difflib.get_close_matches(name[:LONGEST_ID].lower(), sorted(known), 1)
    return found[0] if found else ""


def _names(choices: type[StrEnum]) -> str:
    return ", ".join(choice.value for choice in choices)
