"""Moving: the whole library into another folder, copied, compared and only then used there.

Until the last step, which is one renaming and one small file, the library is where it was; after
it the old folder is left as it is.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop import backup, place, restoring
from workshop.errors import LibraryError
from workshop.faults import BUSY, DamagedLibrary
from workshop.library import Library
from workshop.lock import take_lock
from workshop.photos import FOLDER_NAME as PHOTOS
from workshop.words import mark

FOLDER_NAME: Final = "Flipchart"
"""The folder that is made inside the chosen one."""
_UNFINISHED: Final = ".Flipchart.unfinished"
_CHUNK: Final = 1024 * 1024
_SPARE: Final = 4 * _CHUNK  # folders and the file system's own rows take some room too
_MEGABYTE: Final = 1_000_000

INSIDE: Final = mark("{folder} lies inside the library's own folder. Choose one outside of it.")
SAME: Final = mark("The library lies in {folder} already.")
TAKEN: Final = mark("There is a folder {folder} with other files in it. Choose another folder.")
NO_ROOM: Final = mark(
    "{folder} has not enough room: {needed} MB are needed, {free} MB are free. "
    "Free some space there, or choose another folder."
)
FULL: Final = mark(
    "The disk of {folder} is full. The library stays where it was, and is whole. "
    "Free some space there, or choose another folder."
)
NOT_WRITABLE: Final = mark(
    "Nothing can be written in {folder} ({reason}). The library stays where it was, and is whole. "
    "Make the folder writable, or choose another one."
)
VANISHED: Final = mark(
    "{folder} could not be reached any more ({reason}). The library stays where it was, and is "
    "whole. Connect the disk again, or choose another folder."
)
NOT_THE_SAME: Final = mark(
    "The copy in {folder} did not come out as the library is, so it was thrown away. The library "
    "stays where it was, and is whole. Try another disk."
)
SECRET: Final = mark(
    "A secret vote of this library is not revealed yet, and a second copy may not hold it. Reveal "
    "it first, or vote on it again."
)
LIVE: Final = mark("A workshop is going on. End its day, then move the library.")
NOT_REMEMBERED: Final = mark(
    "Where the library lies now could not be written down ({reason}). The library stays where it "
    "was, and is whole."
)
NOT_A_LIBRARY: Final = mark(
    "The file {path} is no library that can be read. Choose another folder."
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a move into a folder comes to; `size` in bytes.

    Where `existing` is set there is a library already, which can be used but is never touched;
    `workshops` tells how many it holds.
    """

    source: Path
    target: Path
    size: int
    existing: bool = False
    workshops: int = 0


def plan(library: Library, folder: Path, beside: Sequence[str] = ()) -> Plan:
    """Look whether the library can move into `folder`, changing nothing.

    `beside` names further files and folders of the library's folder that belong to it. Raises
    LibraryError with the reason why not.
    """
    source, folder = library.path, folder.expanduser().absolute()
    _refuse_while_voting(library)
    home, really = source.parent, folder.resolve()
    if home.resolve() in (really, really / FOLDER_NAME):
        raise LibraryError(SAME, folder=home)
    if home.resolve() in really.parents:
        raise LibraryError(INSIDE, folder=folder)
    with _sentences(folder):
        if not folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        for there in (folder / source.name, folder / FOLDER_NAME / source.name):
            if there.exists():
                return Plan(source, there, 0, existing=True, workshops=_workshops(there))
        target = folder / FOLDER_NAME
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise LibraryError(TAKEN, folder=target)
        size = sum(path.stat().st_size for path, _ in _belonging(source, beside))
        free = shutil.disk_usage(folder).free
        if free < size + _SPARE:
            raise LibraryError(NO_ROOM, folder=folder, needed=_mb(size + _SPARE), free=_mb(free))
        _try_to_write(folder)
    return Plan(source, target / source.name, size)


def move(planned: Plan, beside: Sequence[str] = ()) -> Path:
    """Copy the closed library, compare, and let it be the facilitator's own; answers its path.

    Raises LibraryError where it cannot be done; then nothing is in the new place, and the old one
    is as it was.
    """
    source, target = planned.source, planned.target.parent
    folder, staged = target.parent, target.parent / _UNFINISHED
    lock = take_lock(source)
    try:
        with _sentences(folder):
            _refuse_log(source)
            _drop(staged)
            renamed = False
            try:
                staged.mkdir()
                for path, name in _belonging(source, beside):
                    _copy(path, staged / name, folder)
                if not backup.is_whole(staged / source.name):
                    raise DamagedLibrary(source)
                if target.exists():
                    target.rmdir()  # an empty one, else the renaming fails on Windows
                staged.rename(target)
                renamed = True
                backup.sync_folder(folder)
                _remember(target / source.name)
            except BaseException:
                _drop(staged)
                if renamed and place.moved_to() != target / source.name:
                    _drop(target)
                raise
    finally:
        lock.release()
    return target / source.name


def use(path: Path) -> Path:
    """Let the library that lies at `path` be the facilitator's own.

    It is opened once, which brings an older one up to date after a backup. Raises LibraryError
    where it cannot be used; then nothing has changed.
    """
    Library.open(path).close()
    _remember(path)
    return path


def _remember(path: Path) -> None:
    try:
        place.remember(path)
    except OSError as fault:
        raise LibraryError(NOT_REMEMBERED, reason=fault.strerror) from fault


def _refuse_while_voting(library: Library) -> None:
    if library.live_workshop() is not None:
        raise LibraryError(LIVE)
    never = [f'FROM "{table}"' for table in backup.NEVER_COPIED] + [backup.NEVER_COPIED_HANDS]
    with library.reading() as connection:
        for votes in never:
            if connection.exec_driver_sql(f"SELECT 1 {votes} LIMIT 1").first() is not None:
                raise LibraryError(SECRET)


def _refuse_log(source: Path) -> None:
    """A log that could not be folded in belongs to somebody who reads: the file alone is old."""
    log = source.with_name(source.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise LibraryError(BUSY, path=source)


def _workshops(path: Path) -> int:
    found = restoring.titles(path)
    if found is None:
        raise LibraryError(NOT_A_LIBRARY, path=path)
    return len(found)


def _belonging(source: Path, beside: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    """Every file of the library with its name inside the folder; the library itself comes last."""
    home = source.parent
    for name in (PHOTOS, backup.backup_folder(source).name, *beside):
        whole = home / name
        found = sorted(whole.rglob("*")) if whole.is_dir() else [whole]
        yield from ((path, path.relative_to(home)) for path in found if path.is_file())
    aside = sorted(home.glob(f"{source.stem}-*{source.suffix}"))
    yield from ((path, path.relative_to(home)) for path in (*aside, source))


def _copy(source: Path, target: Path, folder: Path) -> None:
    """Copy a file onto the disk, and read it again from there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    wanted = hashlib.sha256()
    with source.open("rb") as reading, target.open("xb") as writing:
        while chunk := reading.read(_CHUNK):
            wanted.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    with target.open("rb") as reading:
        if hashlib.file_digest(reading, "sha256").digest() != wanted.digest():
            raise LibraryError(NOT_THE_SAME, folder=folder)


def _drop(folder: Path) -> None:
    """Take away what was begun; where the disk is gone, so is what was begun."""
    shutil.rmtree(folder, ignore_errors=True)


def _try_to_write(folder: Path) -> None:
    tried = folder / _UNFINISHED
    _drop(tried)
    tried.mkdir()
    tried.rmdir()


@contextmanager
def _sentences(folder: Path) -> Iterator[None]:
    """Raise what the system reports about the chosen folder as a LibraryError."""
    try:
        yield
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise LibraryError(FULL, folder=folder) from fault
        refused = fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        text = NOT_WRITABLE if refused else VANISHED
        raise LibraryError(text, folder=folder, reason=fault.strerror or fault) from fault


def _mb(size: int) -> str:
    return f"{size / _MEGABYTE:.1f}"
