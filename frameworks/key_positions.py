"""Key positions: on which line of a TOML text each key stands, which tomllib does not tell."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]

# A pack's deepest key has 8 parts. The limit keeps a hostile key of a million parts from
# costing the square of its length.
DEEPEST = 16

_BLANK = re.compile(r"[ \t]*+")
_COMMENT = re.compile(r"#[^\n]*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_BASIC = re.compile(r'"(?>(?:[^"\\]++|\\.)*)"', re.DOTALL)
_LITERAL = re.compile(r"'[^']*+'")
_LONG_BASIC = re.compile(r'"""(?>(?:[^"\\]++|\\.|"(?!""))*)"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''(?>(?:[^']++|'(?!''))*)'{3,5}")
_SCALAR = re.compile(r"[^,\]}\n#]++")


@dataclass(frozen=True, slots=True)
class Positions:
    """Where things stand in a TOML text; lines count from 1.

    `lines` maps the path of each key, table and list entry, `("session", 2, "title")`, to the line
    it is first named on, down to paths of 16 parts. `comments` maps a line to its comment.
    """

    lines: dict[KeyPath, int] = field(default_factory=dict)
    comments: dict[int, str] = field(default_factory=dict)


class NotToml(ValueError):
    """A text that tomllib would refuse; `line` is where its unfinished statement begins."""

    def __init__(self, line: int) -> None:
        super().__init__(f"the statement on line {line} is not TOML")
        self.line = line


def positions(text: str) -> Positions:
    """Where each key of `text` stands.

    `text` is what tomllib has read without a fault; for any other text the answer means nothing.
    Raises NotToml where a text, list or table is not closed before the end, and RecursionError
    for lists nested as deep as Python's stack.
    """
    return _Scanner(text.replace("\r\n", "\n")).scan()


class _Scanner:
    """One walk through a valid TOML text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._statement = 1  # the line of the statement being read
        self._newlines = [match.start() for match in re.finditer("\n", text)]
        self._entries: dict[KeyPath, int] = {}  # how many [[tables]] each path has so far
        self._found = Positions()

    def scan(self) -> Positions:
        table: KeyPath | None = ()
        self._skip(newlines=True)
        while self._at < len(self._text):
            self._statement = self._line()
            if self._here("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip(newlines=True)
        return self._found

    def _header(self) -> KeyPath | None:
        """`[a.b]` or `[[a.b]]`: the path of the table whose keys follow."""
        is_list = self._text.startswith("[[", self._at)
        line = self._line()
        self._at += 2 if is_list else 1
        path: KeyPath | None = ()
        parts = self._key_parts()
        for part in parts[:-1]:
            path = self._last_entry(self._name(path, part, line))
        path = self._name(path, parts[-1], line)
        if is_list and path is not None:
            count = self._entries.get(path, 0)
            self._entries[path] = count + 1
            path = self._name(path, count, line)
        self._at += 2 if is_list else 1
        return path

    def _pair(self, table: KeyPath | None) -> None:
        """`a.b = value`."""
        line = self._line()
        path = table
        for part in self._key_parts():
            path = self._name(path, part, line)
        self._at += 1  # the equals sign
        self._skip()
        self._value(path)

    def _key_parts(self) -> list[str]:
        """The parts of a key up to the sign that ends it, which stays unread."""
        parts: list[str] = []
        while True:
            self._skip()
            if self._here('"', "'"):
                quoted = self._take(_BASIC if self._here('"') else _LITERAL)
                parts.append(tomllib.loads(f"key = {quoted}")["key"])
            else:
                parts.append(self._take(_BARE_KEY))
            self._skip()
            if not self._here("."):
                return parts
            self._at += 1

    def _value(self, path: KeyPath | None) -> None:
        if self._here("["):
            self._list(path)
        elif self._here("{"):
            self._inline_table(path)
        elif self._here('"""'):
            self._take(_LONG_BASIC)
        elif self._here("'''"):
            self._take(_LONG_LITERAL)
        elif self._here('"'):
            self._take(_BASIC)
        elif self._here("'"):
            self._take(_LITERAL)
        else:
            self._take(_SCALAR)

    def _list(self, path: KeyPath | None) -> None:
        self._at += 1
        self._skip(newlines=True)
        count = 0
        while not self._here("]"):
            self._value(self._name(path, count, self._line()))
            count += 1
            self._after_entry()
        self._at += 1

    def _inline_table(self, path: KeyPath | None) -> None:
        self._at += 1
        self._skip(newlines=True)
        while not self._here("}"):
            self._pair(path)
            self._after_entry()
        self._at += 1

    def _after_entry(self) -> None:
        self._skip(newlines=True)
        if self._here(","):
            self._at += 1
            self._skip(newlines=True)

    def _skip(self, *, newlines: bool = False) -> None:
        """Pass blanks, and with `newlines` also line ends and comments."""
        self._take(_BLANK)
        while newlines and self._here("\n", "#"):
            if self._here("#"):
                line = self._line()
                self._found.comments[line] = self._take(_COMMENT)
            else:
                self._at += 1
            self._take(_BLANK)

    def _here(self, *signs: str) -> bool:
        return self._text.startswith(signs, self._at)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise NotToml(self._statement)
        self._at = match.end()
        return match.group()

    def _line(self) -> int:
        return bisect_left(self._newlines, self._at) + 1

    def _name(self, path: KeyPath | None, part: str | int, line: int) -> KeyPath | None:
        """The path below `path`, noted with its line; None below the deepest noted."""
        if path is None or len(path) == DEEPEST:
            return None
        below = (*path, part)
        self._found.lines.setdefault(below, line)
        return below

    def _last_entry(self, path: KeyPath | None) -> KeyPath | None:
        """The path a header goes on from: for a list of tables, its last entry."""
        if path is None or path not in self._entries:
            return path
        return (*path, self._entries[path] - 1)
