"""Hostile packs: whatever the bytes, a framework or a FrameworkError that can be shown."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.faults import FrameworkError
from frameworks.model import Framework
from frameworks.reader import parse, read
from frameworks.shipped import default_pack

SHIPPED = default_pack().read_bytes()
TOML_PIECES = st.lists(
    st.one_of(
        st.sampled_from(["[[", "]]", "[", "]", "{", "}", "=", ".", ",", '"', "'", '"""', "#"]),
        st.sampled_from(["\n", "format", "session", "activity", "question", "labels", "1", "\\u"]),
        st.text(max_size=3),
    ),
    max_size=30,
).map("".join)


def outcome(path: Path) -> Framework | FrameworkError:
    try:
        return read(path)
    except FrameworkError as error:
        return error


def can_be_shown(error: FrameworkError) -> bool:
    """Whether the message says something and hides no character in it."""
    said = str(error).replace("\n", "")
    return bool(error.faults) and not {"Cc", "Cs"} & {unicodedata.category(c) for c in said}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "pack.toml"


@given(content=st.binary())
def test_random_bytes_are_refused_in_words(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    answer = outcome(file)
    assert isinstance(answer, FrameworkError)
    assert can_be_shown(answer)


@given(text=TOML_PIECES)
def test_random_pieces_of_toml_are_refused_in_words(text: str) -> None:
    with pytest.raises(FrameworkError):
        parse(text, "pieces.toml")


@given(start=st.integers(0, len(SHIPPED)), length=st.integers(0, 40), instead=st.binary(max_size=8))
def test_a_damaged_pack_is_read_or_refused_in_words(
    file: Path, start: int, length: int, instead: bytes
) -> None:
    file.write_bytes(SHIPPED[:start] + instead + SHIPPED[start + length :])
    answer = outcome(file)
    assert can_be_shown(answer) if isinstance(answer, FrameworkError) else answer.sessions


@given(
    key=st.sampled_from(
        ["format", "id", "title", "minimum_group", "source", "scale", "session", "summary"]
    ),
    value=st.recursive(
        st.sampled_from(["1", "-1", "0.5", "nan", "true", '"x"', "2025-01-01", "07:00:00"]),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda entries: "[" + ", ".join(entries) + "]"),
            inner.map(lambda entry: f"{{id = {entry}, title = {entry}, activity = {entry}}}"),
            inner.map(lambda entry: f"[{{question = [{{sources = {entry}, text = {entry}}}]}}]"),
        ),
        max_leaves=4,
    ),
)
def test_values_of_any_type_are_refused_in_words(key: str, value: str) -> None:
    with pytest.raises(FrameworkError):
        parse(f"{key} = {value}", "types.toml")
