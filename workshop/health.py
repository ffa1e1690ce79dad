"""Health: whether the library's file is sound, how much room its disk has, and its last backup."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workshop import backup
from workshop.clock import Clock
from workshop.errors import LibraryError
from workshop.faults import UNREADABLE

_STAMP = re.compile(r"-(\d{8}-\d{6})(?:-\d+)?$")  # as backups are named, in UTC


@dataclass(frozen=True, slots=True)
class LibraryHealth:
    """What a look at the library's file and its folder found.

    `size` and `free` are bytes, `newest_backup` and `looked_at` ms since 1970; `newest_backup` is
    None where there is no backup.
    """

    sound: bool
    size: int
    free: int
    newest_backup: int | None
    looked_at: int


def look_at(path: Path, clock: Clock) -> LibraryHealth:
    """Look at the library at `path`, page by page; others go on reading and writing it.

    Takes as long as reading the file does, so not for the thread of a window. Raises LibraryError
    where the file or its folder cannot be reached.
    """
    try:
        log = path.with_name(path.name + "-wal")
        size = path.stat().st_size + (log.stat().st_size if log.exists() else 0)
        free = shutil.disk_usage(path.parent).free
    except OSError as fault:
        raise LibraryError(UNREADABLE, path=path, reason=fault.strerror) from fault
    sound = backup.is_whole(path)
    newest = backup.newest_backup(path)
    moment = None if newest is None else moment_of(newest)
    return LibraryHealth(sound, size, free, moment, clock())


def moment_of(path: Path) -> int | None:
    """When a backup was made, by its name; None for a name that is not ours."""
    found = _STAMP.search(path.stem)
    if found is None:
        return None
    try:
        made = datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return int(made.timestamp() * 1000)
