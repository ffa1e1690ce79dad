"""A writer of random TOML documents that notes the line of each key as it writes it."""

from __future__ import annotations

from random import Random

Path = tuple[str | int, ...]

TEXTS = [
    '""',
    "''",
    '"plain"',
    '"a = 1 # no comment"',
    '"[table] {x} ] }"',
    r'"quote \" and slash \\"',
    r'"\u00e9\n\t"',
    "'literal \\'",
    '\'"""\'',
    '""""""',
    '"""one line"""',
    '"""\nkey = 1\n[table]\n"""',
    '"""two "" inside"""',
    '"""ends with two"""""',
    '"""\\\n   folded # no\\\\\n"""',
    r'"""escaped \""" goes on"""',
    "''''''",
    "'''\n# no comment\n[[x]]\n'''",
    "'''ends with one''''",
    "'''two '' inside\nand \"\"\" too'''",
]
SCALARS = [
    "1", "-17", "0xff", "1_000", "3.5", "6e-2", "inf", "true", "false",
    "1979-05-27", "07:32:00", "1979-05-27 07:32:00", "1979-05-27T00:32:00.5-07:00",
]  # fmt: skip
COMMENTS = ["", "", " # a comment", "# key = 1", " # [table]", ' # """ \'', " #"]
ODD_NAMES = ["a.b", "# no", "[x]", "", "=", "é ü", "tab\there", "'"]


class TomlWriter:
    """Writes one document; `lines` is what a reader of positions has to find in it."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._pieces: list[str] = []
        self._line = 1
        self._names = 0
        self._entries: dict[Path, int] = {}
        self._implicit: list[tuple[str, Path]] = []
        self.lines: dict[Path, int] = {}

    def document(self) -> str:
        self._statements((), 4)
        for _ in range(self._random.randrange(8)):
            self._table()
        if self._random.random() < 0.3:
            self._write("# the end without a line end")
        return "".join(self._pieces)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._line += text.count("\n")

    def _note(self, path: Path) -> None:
        self.lines.setdefault(path, self._line)

    def _blank(self) -> str:
        return self._random.choice(["", "", " ", "\t", "  "])

    def _line_end(self) -> None:
        self._write(self._random.choice(COMMENTS) + "\n")
        while self._random.random() < 0.2:
            self._write(self._blank() + self._random.choice(COMMENTS) + "\n")

    def _name(self) -> tuple[str, str]:
        """A name that no other key has: as written and as read."""
        self._names += 1
        read = f"k{self._names}"
        style = self._random.randrange(5)
        if style == 0:
            odd = self._random.choice(ODD_NAMES)
            read += odd
            return '"' + read.replace("\t", "\\t") + '"', read
        if style == 1:
            return f"'{read}'", read
        if style == 2:
            return f'"\\u006b{self._names}"', read
        return read, read

    def _key(self, path: Path, most: int) -> Path:
        """Write a key of 1 to `most` parts and note each."""
        self._write(self._blank())
        for number in range(self._random.randint(1, most)):
            if number:
                self._write(self._blank() + "." + self._blank())
            written, read = self._name()
            path = (*path, read)
            self._note(path)
            self._write(written)
        return path

    def _statements(self, path: Path, most: int) -> None:
        for _ in range(self._random.randrange(most + 1)):
            below = self._key(path, 3)
            self._write(self._blank() + "=" + self._blank())
            self._value(below, 0)
            self._line_end()

    def _value(self, path: Path, depth: int) -> None:
        kind = self._random.random()
        if depth < 3 and kind < 0.2:
            self._list(path, depth)
        elif depth < 3 and kind < 0.4:
            self._inline_table(path, depth)
        else:
            self._write(self._random.choice(TEXTS if kind < 0.8 else SCALARS))

    def _list(self, path: Path, depth: int) -> None:
        self._write("[")
        for number in range(self._random.randrange(4)):
            self._gap()
            self._note((*path, number))
            self._value((*path, number), depth + 1)
            self._gap()
            self._write(",")
        self._gap()
        self._write("]")

    def _gap(self) -> None:
        while self._random.random() < 0.4:
            self._write(self._blank() + self._random.choice(COMMENTS) + "\n" + self._blank())

    def _inline_table(self, path: Path, depth: int) -> None:
        self._write("{" + self._blank())
        for number in range(self._random.randrange(4)):
            self._write("," if number else "")
            below = self._key(path, 2)
            self._write(self._blank() + "=" + self._blank())
            self._value(below, depth + 1)
            self._write(self._blank())
        self._write("}")

    def _table(self) -> None:
        kind = self._random.randrange(4)
        if kind == 0 and self._implicit:
            self._named_after_its_child()
        elif kind == 1 and self._entries:
            self._below_a_list()
        elif kind == 2:
            self._list_entry()
        else:
            self._plain()
        self._statements(self._path, 3)

    def _plain(self) -> None:
        self._write("[")
        first_written, first = self._name()
        self._note((first,))
        self._write(first_written)
        if self._random.random() < 0.5:
            self._implicit.append((first_written, (first,)))
            self._write(self._blank() + "." + self._blank())
            self._path = self._key((first,), 2)
        else:
            self._path = (first,)
        self._write(self._blank() + "]")
        self._line_end()

    def _named_after_its_child(self) -> None:
        written, self._path = self._implicit.pop()
        self._write(f"[ {written} ]")
        self._line_end()

    def _list_entry(self) -> None:
        """A first or further `[[entry]]` of a list at the top."""
        again = [path for path in self._entries if len(path) == 1]
        if again and self._random.random() < 0.6:
            path = self._random.choice(again)
            written = '"' + str(path[0]).replace("\t", "\\t") + '"'
        else:
            written, read = self._name()
            path = (read,)
        self._note(path)
        self._entry(written, path)

    def _below_a_list(self) -> None:
        """`[list.new]` or `[[list.new]]`, which belong to the list's last entry."""
        tops = [path for path in self._entries if len(path) == 1]
        top = self._random.choice(tops)
        written = '"' + str(top[0]).replace("\t", "\\t") + '"'
        new_written, new = self._name()
        path = (*top, self._entries[top] - 1, new)
        self._note(path)
        header = f"{written}{self._blank()}.{self._blank()}{new_written}"
        if self._random.random() < 0.5:
            self._path = path
            self._write(f"[{header}]")
            self._line_end()
        else:
            self._entry(header, path)

    def _entry(self, header: str, path: Path) -> None:
        number = self._entries.get(path, 0)
        self._entries[path] = number + 1
        self._path = (*path, number)
        self._note(self._path)
        self._write(f"[[{header}{self._blank()}]]")
        self._line_end()
