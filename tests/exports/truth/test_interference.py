"""No file depends on what was voted before it is revealed: not one byte.

Sequences of `tests/test_no_early_reveal.py` are played twice with other answers, in copies of one
library, so that even the ids are the same. So are days that have revealed something already, where
every kind of file has charts and numbers that a hidden vote could creep into.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from exports.catalogue import Source, export
from exports.kinds import KINDS
from tests.days import Day, HandClock
from tests.test_no_early_reveal import (
    ID,
    REVEALING,
    SEQUENCE,
    Kind,
    Move,
    check_equal,
    day_of,
    is_revealed,
    play,
)
from ui.console.charts.picture import Copied, copied
from ui.console.charts.reading import read
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.portable import LIBRARY_NAME
from workshop.reportable import reportable
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
FILES = tuple(kind for kind in KINDS if kind != "workshop")
"""The workshop file is the workshop itself; of that all but the votes' own tables is compared."""
OF_VOTES = frozenset({"vote", "tally", "sealed_count"})
SEALED = frozenset({"sealed", "voted"})
INSERTED = re.compile('INSERT INTO "([a-z_]+)" ')


def files_of(day: Day, folder: Path, kinds: Sequence[str] = FILES) -> dict[str, bytes]:
    """Every file of an export, by its name."""
    folder.mkdir()
    export(Source(day.live.snapshot(), day.library.path), WORDS, folder, kinds)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("kind", list(Kind))
@settings(max_examples=3, suppress_health_check=list(HealthCheck))
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


def twins(
    kind: Kind,
    folder: Path,
    stack: contextlib.ExitStack,
    before: Callable[[Day], object] = lambda _: None,
) -> list[Day]:
    """The same day twice, down to its ids; `before` is what was done with it until then."""
    clock = HandClock()
    path = folder / "one" / "flipchart.sqlite"
    with Library.open(path, clock=clock) as library:
        day = day_of(kind, library, clock)
        before(day)
        workshop_id = day.live.id
    copied = folder / "other" / "flipchart.sqlite"
    copied.parent.mkdir()
    shutil.copyfile(path, copied)
    days = []
    for each in (path, copied):
        own = HandClock(clock.moment)
        library = stack.enter_context(Library.open(each, clock=own))
        days.append(Day(library, LiveWorkshop(library, workshop_id, WORDS), own))
    return days


@pytest.mark.parametrize("kind", [Kind.SMALL, Kind.SECRET])
def test_no_file_and_no_copied_chart_depends_on_what_is_hidden_beside_what_is_revealed(
    kind: Kind, tmp_path: Path
) -> None:
    with contextlib.ExitStack() as stack:
        days = twins(kind, tmp_path, stack, lambda day: day.reach(State.REVEAL))
        for day, answer in zip(days, (1, 5), strict=True):
            day.live.facilitation.vote_again()
            day.vote_all(answer)
            day.live.facilitation.next()
            day.live.facilitation.jump(*following_question(day))
            day.reach(State.OPEN)
            day.vote_all(6 - answer, 5)
        for moment in ("open", "closed"):
            out = [tmp_path / f"{moment} {n}" for n in range(2)]
            first, second = map(files_of, days, out)
            assert first == second
            assert {Path(name).suffix for name in first} >= {".pdf", ".svg", ".png", ".xlsx"}
            copies, others = map(copied_charts, days)
            assert copies == others
            assert len(copies) >= 3, "a profile, a session and a question"
            kept, left = map(portable_rows, days, out)
            assert kept == left
            for day in days:
                day.live.facilitation.next()


def following_question(day: Day) -> tuple[str, str]:
    """The second question of the session in work, and its session."""
    item = day.live.facts().item
    assert item is not None, "a session is in work"
    return item.id, item.questions[1].id


def copied_charts(day: Day) -> list[Copied | None]:
    """Every chart as it goes to the clipboard: its drawing, its text and its table."""
    snapshot = day.live.snapshot()
    keys = read(reportable(snapshot), WORDS).keys
    return [copied(snapshot, lambda _, key=key: (key, 0), WORDS) for key in keys]  # type: ignore[misc] # a default is what binds it


def portable_rows(day: Day, folder: Path) -> list[str]:
    """The rows of a workshop file in an order of their own and without ids and receipts: all but
    those in which votes are kept until their end.
    """
    path = folder / "Workshop.flipchart"
    export(Source(day.live.snapshot(), day.library.path), WORDS, folder, ("workshop",))
    with ZipFile(path) as container:
        library = container.extract(LIBRARY_NAME, folder / "unpacked")
    with contextlib.closing(sqlite3.connect(library)) as connection:
        rows = list(connection.iterdump())
    tables = [found[1] for found in map(INSERTED.match, rows) if found]
    assert not SEALED & set(tables), "a copy has votes of a secret round"
    return sorted(
        ID.sub("an id", row)
        for row in rows
        if (found := INSERTED.match(row)) is None or found[1] not in OF_VOTES
    )


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
        first, second = (
            files_of(day, tmp_path / f"out {n}", ("report", "xlsx")) for n, day in enumerate(days)
        )
        differ = {name for name in first if first[name] != second.get(name)}
        assert {"Report.pdf", "All numbers.xlsx"} <= differ
