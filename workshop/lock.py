"""The lock that lets one Flipchart at a time write a library."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from workshop.errors import LibraryError
from workshop.faults import IN_USE, NOTHING_WRITTEN_THERE, UNREADABLE


def take_lock(path: Path) -> FileLock:
    """Hold the lock file beside the library at `path`, until it is released or the process ends.

    Raises LibraryError where another Flipchart holds it, or where the file cannot be made.
    """
    # Not bound to a thread: a library may be closed by another thread than the one that opened it.
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as fault:
        raise LibraryError(IN_USE, path=path) from fault
    except OSError as fault:
        text = NOTHING_WRITTEN_THERE if path.exists() else UNREADABLE
        raise LibraryError(text, path=path, reason=fault.strerror) from fault
    return lock
