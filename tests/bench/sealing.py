"""Sealing: what closing a secret vote of a full room costs, beside the same writes in bare sqlite3.

Bare are the rows that the close writes, deletes and counts, in one synced transaction with the
library's own pragmas, and the log folded in and emptied after it. Not bare is what the app asks
to know where the day is, and what its journal reads to undo: that is part of what is measured.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

from tests.bench import sample
from tests.bench.big_day import LARGE, create
from tests.bench.figures import RUNS, Figure, best
from workshop.connections import connect_to_write
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State
from workshop.words import Words

GOAL = 3.0
CLOSES = 4
"""Closes in a run, each of another question."""
# The sealing's own reads: what it counts, and who voted, written anew in another order.
COUNTED = ("sealed", "sealed_count", "tally", "voted")

Statement = tuple[str, Any, bool]


def figures(folder: Path) -> Iterator[Figure]:
    """The median close of a run, in the best run."""
    path = folder / "sealing" / "flipchart.sqlite"
    copy = path.with_name("bare.sqlite")
    ours: list[float] = []
    theirs: list[float] = []
    with Library.open(path) as library:
        live = LiveWorkshop(library, create(LARGE, Ballot.SECRET)(library), Words())
        _close(live, copy)  # statements are built once
        for _ in range(RUNS):
            pairs = [_close(live, copy) for _ in range(CLOSES)]
            ours.append(median(pair[0] for pair in pairs))
            theirs.append(median(pair[1] for pair in pairs))
    seats = LARGE.teams * LARGE.seats
    yield Figure(f"a secret vote of {seats} seats → sealed", best(ours), GOAL, best(theirs))


def _close(live: LiveWorkshop, copy: Path) -> tuple[float, float]:
    """Ms of the next close through the app, and of its writes on a copy of the same file."""
    sample.reach(live, State.OPEN)
    sample.vote_all(live)
    live.both()
    if not live.library.truncate_log():
        raise RuntimeError("a reader still needs the log: the copy would not be whole")
    shutil.copyfile(live.library.path, copy)
    heard: list[Statement] = []

    def hear(_c: Any, _k: Any, statement: str, parameters: Any, _x: Any, many: bool) -> None:
        heard.append((statement, parameters, many))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        began = perf_counter()
        live.facilitation.next()
        ours = (perf_counter() - began) * 1000
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    with closing(connect_to_write(copy)) as bare:
        return ours, _bare(bare, [each for each in heard if _writes_or_counts(each[0])])


def _writes_or_counts(statement: str) -> bool:
    words = statement.split()
    if words[0] in ("BEGIN", "PRAGMA"):
        return False
    return words[0] != "SELECT" or words[words.index("FROM") + 1] in COUNTED


def _bare(bare: sqlite3.Connection, statements: Sequence[Statement]) -> float:
    began = perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("PRAGMA defer_foreign_keys = ON")
    for statement, parameters, many in statements:
        if many:
            bare.executemany(statement, parameters)
        else:
            bare.execute(statement, parameters).fetchall()
    bare.execute("COMMIT")
    bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return (perf_counter() - began) * 1000
