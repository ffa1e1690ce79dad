"""Restoring: the backups of a library, what each would bring and take, and putting one in place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop import backup, schema
from workshop.clock import Clock, now_ms
from workshop.errors import LibraryError
from workshop.faults import BUSY, NO_BACKUP, sentences
from workshop.health import moment_of
from workshop.library import Library
from workshop.lock import take_lock
from workshop.words import mark

DAMAGED: Final = mark("The backup {name} is damaged and was not restored. Choose another one.")
NOT_OURS: Final = mark("The backup {name} is no library of this Flipchart and was not restored.")
LIVE: Final = mark("A workshop is going on. End its day, then restore a backup.")
GONE: Final = mark("The backup {name} is not there any more. Choose another one.")


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup as it is listed: when it was made (ms since 1970), its bytes, how many workshops.

    `workshops` is None where the file cannot be read.
    """

    path: Path
    made_at: int | None
    size: int
    workshops: int | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What restoring comes to: titles that come and go, and how many go back to what they were."""

    comes: tuple[str, ...]
    goes: tuple[str, ...]
    back: int


def lines(path: Path) -> tuple[BackupLine, ...]:
    """The backups of the library at `path`, the newest first; one that vanishes is left out."""
    found = []
    for file in reversed(backup.backups(path)):
        try:
            size = file.stat().st_size
        except FileNotFoundError:
            continue
        kept = titles(file)
        count = None if kept is None else len(kept)
        found.append(BackupLine(file, moment_of(file), size, count))
    return tuple(found)


def exchange(library: Library, chosen: Path) -> Exchange:
    """What would come and go if `chosen` were put in the place of the library.

    Raises LibraryError where the backup is damaged, not ours or gone, or a workshop goes on.
    """
    if library.live_workshop() is not None:
        raise LibraryError(LIVE)
    _check(chosen)
    then, now = titles(chosen), titles(library.path)
    if then is None:
        raise LibraryError(DAMAGED, name=chosen.name)
    now = now or {}
    return Exchange(
        comes=tuple(title for each, title in then.items() if each not in now),
        goes=tuple(title for each, title in now.items() if each not in then),
        back=len(then.keys() & now.keys()),
    )


def restore(path: Path, chosen: Path, *, clock: Clock = now_ms) -> Path:
    """Put a copy of `chosen` in the place of the closed library at `path`.

    What is there is backed up first, whose file is answered. Whatever happens on the way, one of
    the two whole libraries is in the place. Raises LibraryError where the backup is damaged, the
    disk full, or somebody still uses the library; then it is as it was.
    """
    lock = take_lock(path)
    try:
        with sentences(path):
            _check(chosen)
            log = path.with_name(path.name + "-wal")
            if log.exists() and log.stat().st_size:
                raise LibraryError(BUSY, path=path)
            try:
                return backup.exchange(chosen, path, clock())
            except OSError as fault:
                folder, reason = backup.backup_folder(path), fault.strerror
                raise LibraryError(NO_BACKUP, folder=folder, reason=reason) from fault
    finally:
        lock.release()


def _check(chosen: Path) -> None:
    if not chosen.is_file():
        raise LibraryError(GONE, name=chosen.name)
    if not backup.is_whole(chosen):
        raise LibraryError(DAMAGED, name=chosen.name)
    with _reading(chosen) as connection:
        if not (
            schema.is_ours(connection) and 1 <= schema.version_of(connection) <= schema.VERSION
        ):
            raise LibraryError(NOT_OURS, name=chosen.name)


def titles(path: Path) -> dict[str, str] | None:
    """The titles of the workshops that are not deleted, by id; None where it cannot be read."""
    try:
        with _reading(path) as connection:
            columns = {row[1] for row in connection.execute("PRAGMA table_info(workshop)")}
            kept = "WHERE deleted_at IS NULL" if "deleted_at" in columns else ""
            return dict(connection.execute(f"SELECT id, title FROM workshop {kept} ORDER BY id"))
    except sqlite3.Error:
        return None


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)) as connection:
        yield connection
