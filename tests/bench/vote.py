"""Vote: what one vote costs through the real entrance, beside bare sqlite3."""

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
from tests.bench.figures import RUNS, Figure, best
from workshop.connections import connect_to_write
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State
from workshop.voting import Vote
from workshop.words import Words

GOAL = 3.0
ANSWERS = range(1, 6)
"""Each seat gives each of them in a run: the first is new, the others replace."""

Statement = tuple[str, Any]


def figures(folder: Path) -> Iterator[Figure]:
    """The median of single votes."""
    path = folder / "vote" / "flipchart.sqlite"
    with Library.open(path) as library:
        live = LiveWorkshop(library, sample.create(library), Words())
        sample.reach(live, State.OPEN)
        votes = _votes(live)
    copy = path.with_name("bare.sqlite")
    shutil.copyfile(path, copy)
    with Library.open(path) as library, closing(connect_to_write(copy)) as bare:
        live = LiveWorkshop(library, live.id, Words())
        statements = [_statements(live, vote) for vote in votes]
        runs = [_run(live, bare, votes, statements) for _ in range(RUNS)]
    ours, theirs = zip(*runs, strict=True)
    yield Figure("a vote → on disk (median)", best(ours), GOAL, best(theirs))


def _votes(live: LiveWorkshop) -> list[Vote]:
    now = live.facts(whole=False).round
    if now is None:
        raise RuntimeError("no round is open")
    return [
        Vote(now.id, seat, answer, Way.PHONE) for answer in ANSWERS for seat in sample.seats(live)
    ]


def _statements(live: LiveWorkshop, vote: Vote) -> list[Statement]:
    """What the library is asked and told for this vote, as it reaches sqlite3."""
    heard: list[Statement] = []

    def hear(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        heard.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        live.voting.cast([vote])
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    return heard


def _run(
    live: LiveWorkshop,
    bare: sqlite3.Connection,
    votes: Sequence[Vote],
    statements: Sequence[Sequence[Statement]],
) -> tuple[float, float]:
    ours: list[float] = []
    theirs: list[float] = []
    for vote, same in zip(votes, statements, strict=True):
        began = perf_counter()
        (cast,) = live.voting.cast([vote])
        ours.append((perf_counter() - began) * 1000)
        if not cast.kept:
            raise RuntimeError(f"not kept: {cast.refusal}")
        began = perf_counter()
        for statement, parameters in same:
            bare.execute(statement, parameters).fetchall()
        bare.execute("COMMIT")
        theirs.append((perf_counter() - began) * 1000)
    return median(ours), median(theirs)
