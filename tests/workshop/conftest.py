"""Fixtures of the workshop's tests: a clock that is set by hand, and a library in a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.days import new_library
from tests.workshop.rows import day_rows
from workshop.library import Library

NOON = 1_767_225_600_000 + 12 * 60 * 60 * 1000
"""1 January 2026, 12:00 UTC."""


@dataclass
class HandClock:
    """A clock that moves when it is told to; the only stand-in of these tests."""

    moment: int = NOON

    def __call__(self) -> int:
        return self.moment


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def library(tmp_path: Path, clock: HandClock) -> Iterator[Library]:
    """An empty library in a file of its own."""
    with new_library(tmp_path / "library" / "flipchart.sqlite", clock) as opened:
        yield opened


@pytest.fixture
def day(library: Library) -> Library:
    """A library with one started workshop `w`: questions `q1` to `q3`, seats `s1` to `s4`."""
    with library.transaction() as transaction:
        transaction.add_all(day_rows("w", transaction.now()))
    return library
