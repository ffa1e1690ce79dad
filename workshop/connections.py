"""Connections to a library file, with the pragmas that make what is acknowledged durable."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, Pool, QueuePool, StaticPool

WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA fullfsync = ON",  # macOS: through the disk's own cache too
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",  # sealed votes leave no readable page behind
    "PRAGMA busy_timeout = 1000",  # ours wait at the process lock; this is for a stranger's tool
)
READING = ("PRAGMA query_only = ON", "PRAGMA busy_timeout = 1000")
READERS_KEPT = 8


def connect_to_write(path: Path) -> sqlite3.Connection:
    """The one connection that writes; transactions are begun explicitly, by whoever uses it."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in WRITING:
        connection.execute(pragma)
    return connection


def connect_to_read(path: Path, *, beside_others: bool) -> sqlite3.Connection:
    """A connection that cannot change anything.

    `beside_others` is True where the library is not held by this process: the file itself is
    then opened for reading only.
    """
    connection = _open_read_only(path) if beside_others else _open(path, "mode=rw")
    for pragma in READING:
        connection.execute(pragma)
    return connection


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )


def _open_read_only(path: Path) -> sqlite3.Connection:
    connection = _open(path, "mode=ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError as fault:
        connection.close()
        # In a folder that cannot be written (a locked USB stick) SQLite may not make the log's
        # index; nobody else can be writing there either, so the file can be read as it lies.
        code = fault.sqlite_errorcode & 0xFF
        no_log = not path.with_name(path.name + "-wal").exists()
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) and no_log:
            return _open(path, "immutable=1")
        raise
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def writing_connection(raw: sqlite3.Connection) -> Connection:
    """`raw` as SQLAlchemy's connection, kept open for the life of the library."""
    engine = _engine(StaticPool, lambda: raw)
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine.connect()


def reading_engine(path: Path, *, beside_others: bool) -> Engine:
    """Connections for readers of any thread; there is always one more, so that nobody waits."""
    engine = _engine(
        QueuePool,
        lambda: connect_to_read(path, beside_others=beside_others),
        pool_size=READERS_KEPT,
        max_overflow=-1,
    )
    _begin_with(engine, "BEGIN")
    return engine


# The SQL of a statement is written for one dialect, and writing it takes longer than SQLite does
# over it: with one for all, what a reader had written serves the writer and the next library too.
_WRITTEN: dict[Any, Any] = {}


@functools.cache
def _sqlite() -> Engine:
    engine = create_engine("sqlite://", poolclass=NullPool)
    engine.connect().close()  # a dialect gets ready at its first connection
    return engine


def _engine(pool: type[Pool], connect: Callable[[], Any], **sizes: Any) -> Engine:
    common = _sqlite()
    connections = pool(connect, dialect=common.dialect, **sizes)
    shared = {"compiled_cache": _WRITTEN}
    return Engine(connections, common.dialect, common.url, execution_options=shared)


def _begin_with(engine: Engine, statement: str) -> None:
    # By itself sqlite3 begins at the first row that changes: too late for "is the round open?",
    # and never for a CREATE TABLE.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)
