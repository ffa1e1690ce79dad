"""The library: one SQLite file with one writer, many readers, and backups beside it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import BaseFileLock
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workshop import backup, schema, shelf
from workshop.clock import Clock, now_ms
from workshop.connections import (
    connect_to_read,
    connect_to_write,
    reading_engine,
    writing_connection,
)
from workshop.errors import LibraryError
from workshop.events import Event, Events
from workshop.faults import (
    FOLDER,
    GONE,
    MISSING,
    NEWER,
    NO_BACKUP,
    OLDER,
    OTHER_PROGRAM,
    UNREADABLE,
    DamagedLibrary,
    checking,
    library_error,
    sentences,
)
from workshop.lock import take_lock
from workshop.shelf import WorkshopLine

TWELVE_HOURS_MS = 12 * 60 * 60 * 1000
CHECKED_AT_ONCE = 8 * 1024 * 1024
"""Bytes up to which every page is looked at before a library is open; larger ones open first,
since reading the whole file is what takes long, and `check` looks at them then."""


class Transaction(Session):
    """One writing transaction of the library; its rows are useless once it has ended."""

    def __init__(
        self, connection: Connection, publish: Callable[[Event], None], clock: Clock
    ) -> None:
        super().__init__(bind=connection)
        self._publish = publish
        self._clock = clock
        self.log_must_go = False

    def publish(self, event: Event) -> None:
        """Tell `event` once this transaction is committed, and not at all if it is not."""
        self._publish(event)

    def now(self) -> int:
        """The library's clock, in milliseconds since 1970."""
        return self._clock()

    def empty_log(self) -> None:
        """Empty the library's log once this is committed: it holds what must not be found.

        Where a reader is in the way it is tried again at the next such commit, when the library is
        closed, and at the next start.
        """
        self.log_must_go = True


@dataclass(frozen=True, slots=True)
class Writing:
    """A writing transaction without the ORM, for what must be fast: the votes."""

    connection: Connection
    publish: Callable[[Event], None]
    """Tell an event once this transaction is committed, and not at all if it is not."""
    now: Clock


class Library:
    """The workshops of one facilitator in one file.

    Made by `Library.open`. Any thread may read and write. Every method that touches the file
    raises LibraryError for what its user can mend: a full disk, a damaged file, a folder that
    cannot be written.
    """

    def __init__(
        self, path: Path, clock: Clock, raw: sqlite3.Connection | None, lock: BaseFileLock | None
    ) -> None:
        self.path = path
        self.clock = clock
        self.events = Events()
        self.writer_lock = threading.Lock()
        self._file = _file_at(path)
        self.commits = 0
        """How often this library has written since it was opened; it tells new from known."""
        self._writing_thread: int | None = None
        self._raw = raw
        self._writer = None if raw is None else writing_connection(raw)
        self._readers = reading_engine(path, beside_others=raw is None)
        self._file_lock = lock

    @classmethod
    def open(cls, path: Path, *, clock: Clock = now_ms, read_only: bool = False) -> Library:
        """Open the library file at `path`; for writing it is made where it is missing.

        A read-only library takes no lock and can be read beside a running app. Raises
        LibraryError where the file or folder cannot be used, DamagedLibrary where a backup has
        to be restored.
        """
        path = path.expanduser().absolute()
        if read_only:
            _check_readable(path)
            return cls(path, clock, None, None)
        _make_folder(path.parent)
        lock = take_lock(path)
        try:
            raw = _open_to_write(path, clock)
        except BaseException:
            lock.release()
            raise
        return cls(path, clock, raw, lock)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write: all of it is kept at the end, or nothing where anything was raised.

        Events are told after the commit, when the next writer may already be at work; what a
        receiver raises comes out of here although everything is kept. A transaction inside a
        transaction of the same thread is a fault of the program (RuntimeError).
        """
        told: list[Event] = []
        with (
            self._exclusive() as connection,
            Transaction(connection, told.append, self.clock) as transaction,
        ):
            # The ORM orders its inserts by relationships, of which the rows have none: the
            # references are checked at the commit.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            yield transaction
            transaction.commit()
        self._publish(told)
        if transaction.log_must_go:
            self.truncate_log()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Write like `transaction()`, through the bare connection."""
        told: list[Event] = []
        with self._exclusive() as connection:
            yield Writing(connection, told.append, self.clock)
        self._publish(told)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one consistent state of the library; the writer goes on meanwhile."""
        with sentences(self.path), self._readers.connect() as connection:
            yield connection

    def workshops(self) -> tuple[WorkshopLine, ...]:
        """A line for every workshop of the file that is not deleted, the latest day first."""
        with self.reading() as connection:
            return shelf.workshops(connection)

    def workshop(self, workshop_id: str) -> WorkshopLine | None:
        """The line of one workshop; None where there is none, or it is deleted."""
        with self.reading() as connection:
            return shelf.workshop(connection, workshop_id)

    def has_workshops(self) -> bool:
        """Whether there is a workshop at all, be it archived or deleted."""
        with self.reading() as connection:
            return shelf.any_workshop(connection)

    def live_workshop(self, within_ms: int = TWELVE_HOURS_MS) -> str | None:
        """The id of the newest workshop that was started, not ended and acted on lately."""
        with self.reading() as connection:
            return shelf.live_workshop(connection, self.clock() - within_ms)

    def backup(self, folder: Path | None = None) -> Path:
        """Copy the library into `folder`, or into `backups` beside it; the newest 10 are kept."""
        folder = folder or backup.backup_folder(self.path)
        return _backup(self.path, self.clock, folder)

    def check(self) -> None:
        """Look at every page, where that was put off because the file is large.

        Raises DamagedLibrary where one cannot be read; writers and readers go on meanwhile.
        """
        if self.path.stat().st_size > CHECKED_AT_ONCE:
            connecting = connect_to_read(self.path, beside_others=True)
            with checking(self.path), closing(connecting) as connection:
                _check_pages(connection, self.path)

    def truncate_log(self) -> bool:
        """Fold the log into the file and empty it; False where a reader still needs it.

        Inside a transaction of the same thread it is a fault of the program (RuntimeError).
        """
        if self._raw is None or self._writing_thread == threading.get_ident():
            raise RuntimeError(f"the log of {self.path} is not to be emptied now")
        with self.writer_lock, sentences(self.path):
            return _truncate_log(self._raw)

    def close(self) -> None:
        """Fold the log into the file and let another Flipchart write it; once is enough."""
        self._readers.dispose()
        if self._raw is None or self._writer is None or self._writer.closed:
            return
        with self.writer_lock, sentences(self.path):
            try:
                self._raw.execute("PRAGMA optimize")
                _truncate_log(self._raw)
            finally:
                self._writer.close()
                self._raw.close()
                if self._file_lock is not None:
                    self._file_lock.release()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _exclusive(self) -> Iterator[Connection]:
        if self._writer is None or self._raw is None:
            raise RuntimeError(f"{self.path} was opened for reading only")
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a transaction inside a transaction")
        with self.writer_lock, sentences(self.path):
            if _file_at(self.path) != self._file:
                # SQLite would go on writing into a file that nobody finds again.
                raise LibraryError(GONE, path=self.path)
            self._writing_thread = threading.get_ident()
            try:
                with self._writer.begin():
                    yield self._writer
                self.commits += 1
            finally:
                # A COMMIT that failed (a full disk, a row that points nowhere) is not rolled
                # back by SQLAlchemy, and would keep every later transaction from beginning.
                self._raw.rollback()
                self._writing_thread = None

    def _publish(self, told: list[Event]) -> None:
        faults: list[Exception] = []
        for event in told:
            try:
                self.events.publish(event)
            except ExceptionGroup as fault:
                faults.append(fault)
        if faults:
            raise ExceptionGroup("telling what was committed", faults)


def restore_newest_backup(path: Path, *, clock: Clock = now_ms) -> Path:
    """Put a copy of the newest whole backup in the place of the damaged library at `path`.

    The damaged file is renamed beside it, never deleted. Answers the backup that was taken.
    Raises LibraryError where another Flipchart holds the library or no backup is whole; then
    nothing was moved.
    """
    path = path.expanduser().absolute()
    with take_lock(path), sentences(path):
        for candidate in reversed(backup.backups(path)):
            if backup.is_whole(candidate):
                backup.put_in_place(candidate, path, clock())
                return candidate
        raise DamagedLibrary(path)


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file lies at `path`; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LibraryError(FOLDER, folder=folder, reason=fault.strerror) from fault


def _backup(path: Path, clock: Clock, folder: Path) -> Path:
    try:
        return backup.write_backup(path, clock(), folder)
    except (OSError, sqlite3.Error) as fault:
        error = library_error(fault, path)
        if isinstance(error, DamagedLibrary):
            raise error from fault
        raise LibraryError(NO_BACKUP, folder=folder, reason=fault) from fault


def _open_to_write(path: Path, clock: Clock) -> sqlite3.Connection:
    with sentences(path):
        _touch(path)
        # Asked before the pragmas: WAL would change another program's file.
        _check_ours(path)
        raw = connect_to_write(path)
        try:
            # After a crash, or where a reader was in the way, sealed votes are still in the log.
            _truncate_log(raw)
            schema.migrate(raw, lambda: _backup(path, clock, backup.backup_folder(path)))
        except BaseException:
            raw.close()
            raise
        return raw


def _truncate_log(raw: sqlite3.Connection) -> bool:
    blocked: int = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not blocked


def _touch(path: Path) -> None:
    try:
        with path.open("ab"):
            pass
    except OSError as fault:
        raise LibraryError(UNREADABLE, path=path, reason=fault.strerror) from fault


def _check_ours(path: Path) -> None:
    with checking(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _check(connection, path)


def _check_readable(path: Path) -> None:
    if not path.exists():
        raise LibraryError(MISSING, path=path)
    with checking(path), closing(connect_to_read(path, beside_others=True)) as connection:
        _check(connection, path)
        if schema.version_of(connection) < schema.VERSION:
            raise LibraryError(OLDER, path=path)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if not schema.is_ours(connection):
        raise LibraryError(OTHER_PROGRAM, path=path)
    found = schema.version_of(connection)
    if found > schema.VERSION:
        raise LibraryError(NEWER, found=found, known=schema.VERSION)
    if found < 1 and not schema.is_empty(connection):
        raise DamagedLibrary(path)
    if path.stat().st_size <= CHECKED_AT_ONCE:
        _check_pages(connection, path)


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    answer: tuple[str] = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer[0] != "ok":
        raise DamagedLibrary(path)
