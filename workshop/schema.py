"""The schema's version: bringing a library file, step by step, to what this program knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Protocol

from workshop.errors import LibraryError
from workshop.faults import NEWER
from workshop.migrations import step_0001, step_0002, step_0003

APPLICATION_ID = 0x464C4950
"""SQLite's mark of whose file it is: "FLIP"."""


class Step(Protocol):
    """One small change of the schema: a module with a sentence and `up`."""

    SENTENCE: str

    def up(self, connection: sqlite3.Connection) -> None: ...


STEPS: tuple[Step, ...] = (step_0001, step_0002, step_0003)
VERSION = len(STEPS)
"""The version of the schema this program writes; step n makes version n."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the file's schema; 0 for an empty file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the file holds no table at all."""
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the file is a Flipchart library, or empty and free to become one."""
    found: int = connection.execute("PRAGMA application_id").fetchone()[0]
    return found == APPLICATION_ID or (found == 0 and is_empty(connection))


def migrate(
    connection: sqlite3.Connection,
    before_first_step: Callable[[], object] = lambda: None,
    steps: Sequence[Step] | None = None,
) -> tuple[str, ...]:
    """Take every step the file still lacks, each in a transaction of its own.

    `connection` must be in SQLite's autocommit mode (`isolation_level=None`), so that a step's
    tables and its version are kept or lost together. `before_first_step` is called once, before
    a file that already has a schema is changed. `steps` are this program's unless others are
    given. Answers the sentences of those taken. Raises LibraryError for a file newer than them.
    """
    steps = STEPS if steps is None else steps
    found = version_of(connection)
    if found > len(steps):
        raise LibraryError(NEWER, found=found, known=len(steps))
    if 0 < found < len(steps):
        before_first_step()
    taken = [
        step.SENTENCE
        for number, step in enumerate(steps, start=1)
        if number > found and _take(connection, number, step)
    ]
    return tuple(taken)


def _take(connection: sqlite3.Connection, number: int, step: Step) -> bool:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: another program may have taken the step meanwhile.
        missing = version_of(connection) < number
        if missing:
            step.up(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return missing
