"""No file depends on what was voted before it is revealed: not one byte.

Sequences of `tests/test_no_early_reveal.py` are played twice with other answers, in copies of one
library, so that even the ids are the same.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from exports.catalogue import RESULTS, Source, export
from tests.days import Day, HandClock
from tests.test_no_early_reveal import (
    REVEALING,
    SEQUENCE,
    Kind,
    Move,
    check_equal,
    day_of,
    is_revealed,
    play,
)
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words

WORDS = Words()
FILES = tuple(kind for kind in RESULTS if kind != "workshop")
"""The workshop file is the workshop itself; what its faces show is compared instead."""


def files_of(day: Day, folder: Path) -> dict[str, bytes]:
    """Every file of an export, by its name."""
    folder.mkdir()
    export(Source(day.live.snapshot(), day.library.path), WORDS, folder, FILES)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("kind", list(Kind))
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(sequence=SEQUENCE)
def test_no_file_depends_on_a_value_before_its_reveal(
    kind: Kind, tmp_path_factory: pytest.TempPathFactory, sequence: list[Move]
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    with contextlib.ExitStack() as stack:
        days = twins(kind, folder, stack)
        for move in sequence:
            if move[0] in REVEALING and is_revealed(days[0], whole=False):
                break
            for side, day in enumerate(days):
                play(day, move, side)
                day.clock.moment += 1000
        if is_revealed(days[0]):
            return
        first, second = (files_of(day, folder / f"out {n}") for n, day in enumerate(days))
        assert first == second
        check_equal(*days)


def twins(kind: Kind, folder: Path, stack: contextlib.ExitStack) -> list[Day]:
    """The same day twice, down to its ids."""
    clock = HandClock()
    path = folder / "one" / "flipchart.sqlite"
    with Library.open(path, clock=clock) as library:
        workshop_id = day_of(kind, library, clock).live.id
    copied = folder / "other" / "flipchart.sqlite"
    copied.parent.mkdir()
    shutil.copyfile(path, copied)
    days = []
    for each in (path, copied):
        own = HandClock()
        library = stack.enter_context(Library.open(each, clock=own))
        days.append(Day(library, LiveWorkshop(library, workshop_id, WORDS), own))
    return days


@pytest.mark.parametrize("kind", list(Kind))
def test_after_the_reveal_the_files_differ(kind: Kind, tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        days = twins(kind, tmp_path, stack)
        for day, answer in zip(days, (1, 5), strict=True):
            while not is_revealed(day):
                facts = day.live.facts(whole=False)
                if facts.round is not None and facts.round.state.value == "open":
                    day.vote_all(answer)
                day.live.facilitation.next()
        first, second = (files_of(day, tmp_path / f"out {n}") for n, day in enumerate(days))
        differ = {name for name in first if first[name] != second.get(name)}
        assert {"Report.pdf", "All numbers.xlsx"} <= differ
