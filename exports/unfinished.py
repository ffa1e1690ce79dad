"""Unfinished: the hidden folder that an export is filled in, and what a killed one has left.

A lock file beside the folder is held for as long as the process lives that fills it, so that
another Flipchart can tell what is still being written from what nobody will finish.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import time
from pathlib import Path
from typing import Final

from filelock import FileLock

PREFIX: Final = ".flipchart-"
PART: Final = ".part"
LOCK: Final = ".lock"
ABANDONED_S: Final = 24 * 3600
"""How old something without a lock file must be: no export takes a day."""
LOCK_S: Final = 5.0
"""How long a lock of our own is waited for, which a sweep may try at the same moment."""


def unfinished_name() -> str:
    """A name that is hidden on most systems, and that nothing else has."""
    return f"{PREFIX}{secrets.token_hex(6)}{PART}"


class UnfinishedFolder:
    """A hidden folder in `parent`, which nobody else takes away while this process lives."""

    def __init__(self, parent: Path) -> None:
        self.path = parent.absolute() / unfinished_name()
        self._lock_path = self.path.with_suffix(LOCK)
        self._lock = FileLock(self._lock_path, timeout=LOCK_S, thread_local=False)

    def make(self) -> None:
        """Hold the lock and make the folder. Raises OSError where that cannot be."""
        try:
            self._lock.acquire()
        except OSError:
            # Some network folders know no locks: what is left there goes once it is old.
            self._unlink()
        try:
            self.path.mkdir()
        except BaseException:
            self.let_go()
            raise

    def let_go(self) -> None:
        """Take away the folder, if it still has this name, and the lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()  # Windows takes no file away that is open
        self._unlink()

    def _unlink(self) -> None:
        with contextlib.suppress(OSError):
            self._lock_path.unlink()


def sweep(parent: Path) -> None:
    """Take away what killed exports left in `parent`; what cannot be is left to the next sweep."""
    for left in parent.glob(f"{PREFIX}*{PART}"):
        if not left.with_suffix(LOCK).exists():
            with contextlib.suppress(OSError):
                if time.time() - left.stat().st_mtime > ABANDONED_S:
                    _remove(left)
    for lock_path in parent.glob(f"{PREFIX}*{LOCK}"):
        lock = FileLock(lock_path, timeout=0, thread_local=False)
        with contextlib.suppress(OSError), lock:  # a lock that is held is a TimeoutError
            _remove(lock_path.with_suffix(PART))
            lock.release()
            lock_path.unlink()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
