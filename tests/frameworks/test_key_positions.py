"""Key positions: each key's line, held against tomllib on random documents."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.key_positions import DEEPEST, KeyPath, NotToml, positions
from tests.frameworks.toml_writer import TomlWriter

# Drawing a seed, not each choice, keeps a hundred documents under a second.
documents = st.integers(0, 2**32).map(lambda seed: TomlWriter(Random(seed)))


def paths_in(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    below: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        below = list(value.items())
    elif isinstance(value, list):
        below = list(enumerate(value))
    for part, entry in below:
        yield (*path, part)
        yield from paths_in(entry, (*path, part))


def paths_of_beginnings(text: str) -> dict[int, set[KeyPath]]:
    """For each number of first lines that are TOML by themselves: the paths tomllib finds there."""
    lines = text.splitlines(keepends=True)
    found: dict[int, set[KeyPath]] = {}
    for count in range(len(lines) + 1):
        try:
            found[count] = set(paths_in(tomllib.loads("".join(lines[:count]))))
        except tomllib.TOMLDecodeError:
            continue
    return found


@given(documents)
def test_every_key_and_entry_of_a_document_is_found_on_the_line_it_was_written_on(
    writer: TomlWriter,
) -> None:
    text = writer.document()
    assert set(writer.lines) == set(paths_in(tomllib.loads(text)))
    assert positions(text).lines == writer.lines


@given(documents)
def test_tomllib_knows_a_key_from_its_line_on_and_not_before(writer: TomlWriter) -> None:
    text = writer.document()
    beginnings = paths_of_beginnings(text)
    for path, line in positions(text).lines.items():
        assert path not in beginnings[max(count for count in beginnings if count < line)]
        assert path in beginnings[min(count for count in beginnings if count >= line)]


@given(documents)
def test_line_ends_of_windows_change_no_line(writer: TomlWriter) -> None:
    text = writer.document()
    assert positions(text.replace("\n", "\r\n")).lines == positions(text).lines


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("a = 1 # one\n\n# two\n", {1: "# one", 3: "# two"}),
        ('a = "# no" # yes', {1: "# yes"}),
        ("a = [ # one\n 1, # two\n] # three", {1: "# one", 2: "# two", 3: "# three"}),
        ('a = """\n# no\n"""', {}),
    ],
)
def test_comments_are_told_from_text(text: str, comments: dict[int, str]) -> None:
    assert positions(text).comments == comments


def test_a_key_deeper_than_any_pack_is_noted_only_as_deep_as_the_limit() -> None:
    text = ".".join("a" * 40) + " = {b = 1}\nc = 1"
    deepest = max(positions(text).lines, key=len)
    assert len(deepest) == DEEPEST
    assert positions(text).lines["c",] == 2


@pytest.mark.parametrize("end", ['"""', "'''", '"', "[1, 2", "{a = 1"])
def test_a_statement_cut_off_by_the_end_is_named_by_the_line_it_begins_on(end: str) -> None:
    with pytest.raises(NotToml) as caught:
        positions(f"a = 1\n\nb = {end}\n\n")
    assert caught.value.line == 3
