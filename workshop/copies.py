"""Copies: one workshop as a library of its own in another folder, such as a USB stick.

The copy is made in memory, so that neither another workshop nor a vote of an open secret ballot
ever lies on the stick, not even in a page that was freed later.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from workshop import backup
from workshop.connections import connect_to_read
from workshop.errors import LibraryError
from workshop.faults import sentences
from workshop.photos import PHOTO_NAME, photo_folder
from workshop.words import mark

KEPT: Final = 3
"""How many copies of a workshop a folder keeps; the oldest go first."""
SIGN: Final = "(Flipchart copy)"
"""In the name of every copy, in every language: by it a copy is known again."""
SUFFIX: Final = ".sqlite"
UNFINISHED: Final = ".unfinished"

GONE = mark(
    "The folder {folder} cannot be reached. Plug the USB stick in again or choose another folder."
)
FULL = mark("{folder} is full. Free some space there or choose another folder.")
LOCKED = mark(
    "{folder} cannot be written to. Take the write protection off or choose another folder."
)
FAILED = mark("Writing to {folder} failed ({reason}). Choose another folder.")

_FULL_CODES: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE_CODES: Final = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO}
_LOCKED_CODES: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_WRITE_VERSION: Final = 18
"""The byte of SQLite's header that is 2 from the first time on that a library writes the file."""
_WAL: Final = 2


class CopyError(LibraryError):
    """No copy could be made; the workshop and the copies before it are what they were."""


def write_copy(library: Path, workshop_id: str, folder: Path, name: str) -> Path:
    """Copy one workshop of the library at `library`, with its photos, into `folder`.

    `name` is a name without suffix that every file system takes; SIGN is added. Whatever fails or
    is killed, `folder` holds a whole copy or none under that name, and the copies before it. Only
    the newest KEPT of this workshop stay. Answers the copy. Raises CopyError where `folder` cannot
    be used, LibraryError where the library cannot be read; writers go on meanwhile.
    """
    content = one_workshop(library, workshop_id)
    try:
        path = _free_name(folder, f"{name} {SIGN}")
        # Photos first, so that no copy names one that is not there; but where they do not fit
        # the votes still shall.
        try:
            copy_photos(library, workshop_id, folder)
        finally:
            _write_whole(path, content, folder / f".flipchart-{workshop_id}{UNFINISHED}")
            _remove_old(workshop_id, path)
    except OSError as fault:
        raise _explained(fault, folder) from fault
    return path


def copy_to_rehearse(library: Path, workshop_id: str, target: Path) -> None:
    """Make `target` a library of its own that holds one workshop, marked as a rehearsal.

    Its folder is made where it is not there. Raises CopyError where it cannot be written,
    LibraryError where `library` cannot be read.
    """
    content = one_workshop(library, workshop_id)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        copy.deserialize(content)
        copy.execute("UPDATE workshop SET rehearsal = 1")
        content = copy.serialize()
    try:
        target.parent.mkdir(exist_ok=True)
        _write_whole(target, content, target.with_name(target.name + UNFINISHED))
    except OSError as fault:
        raise _explained(fault, target.parent) from fault


def copies(folder: Path, workshop_id: str) -> tuple[Path, ...]:
    """The copies of a workshop in `folder` that nobody went on with, oldest first.

    Raises OSError where the folder cannot be read.
    """
    found = [
        path
        for path in folder.iterdir()
        if path.suffix == SUFFIX and SIGN in path.name and _is_copy(path, workshop_id)
    ]
    return tuple(sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name)))


def one_workshop(library: Path, workshop_id: str, *, beside_others: bool = False) -> bytes:
    """A library file with this workshop alone, without what no copy may hold.

    `beside_others` as for `connect_to_read`. Raises LookupError where there is no such workshop,
    LibraryError where the library cannot be read.
    """
    with (
        sentences(library),
        closing(connect_to_read(library, beside_others=beside_others)) as reading,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        reading.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")
        copy.execute("DELETE FROM workshop WHERE id <> ?", (workshop_id,))
        if copy.execute("SELECT 1 FROM workshop").fetchone() is None:
            raise LookupError(workshop_id)
        backup.strip_copy(copy)
        copy.execute("VACUUM")  # what was deleted is in no page any more
        return copy.serialize()


def copy_photos(library: Path, workshop_id: str, folder: Path) -> None:
    """Copy the photos of a workshop beside the file `library` that `folder` lacks; each is whole.

    Raises OSError.
    """
    source = photo_folder(library, workshop_id)
    if not source.is_dir():
        return
    target = folder / source.relative_to(library.parent)
    photos = [path for path in sorted(source.iterdir()) if PHOTO_NAME.fullmatch(path.name)]
    for photo in photos:
        # A photo's name is its content's: what is there is the same.
        if not (target / photo.name).exists():
            _make_folders(folder, target)
            unfinished = target / f".{photo.stem}{UNFINISHED}"
            _write_whole(target / photo.name, photo.read_bytes(), unfinished)


def _make_folders(folder: Path, target: Path) -> None:
    """Make `target` below `folder`, but never `folder`: a stick that is gone is not made anew."""
    for made in (target.parent, target):
        made.mkdir(exist_ok=made.parent.exists() and folder.exists())


def _write_whole(path: Path, content: bytes, unfinished: Path) -> None:
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):  # of a stick that was pulled out; what it was is raised
            unfinished.unlink(missing_ok=True)
        raise
    try:
        backup.sync_folder(path.parent)
    except OSError as fault:
        # Some sticks' file systems cannot sync a folder; the file itself is on the disk.
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _remove_old(workshop_id: str, newest: Path) -> None:
    # The new one stays whatever the laptop's clock says.
    before = [path for path in copies(newest.parent, workshop_id) if path != newest]
    for old in before[: max(0, len(before) + 1 - KEPT)]:
        old.unlink()


def _is_copy(path: Path, workshop_id: str) -> bool:
    """Whether a file holds this workshop alone, and no Flipchart has gone on with it since."""
    try:
        with path.open("rb") as file:
            header = file.read(_WRITE_VERSION + 1)
        if len(header) <= _WRITE_VERSION or header[_WRITE_VERSION] == _WAL:
            return False
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as reading:
            return reading.execute("SELECT id FROM workshop").fetchall() == [(workshop_id,)]
    except (sqlite3.Error, FileNotFoundError):
        return False


def _free_name(folder: Path, stem: str) -> Path:
    path = folder / f"{stem}{SUFFIX}"
    number = 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem} {number}{SUFFIX}"
    return path


def _explained(fault: OSError, folder: Path) -> CopyError:
    if fault.errno in _FULL_CODES:
        return CopyError(FULL, folder=folder)
    if fault.errno in _GONE_CODES or not folder.is_dir():
        return CopyError(GONE, folder=folder)
    if fault.errno in _LOCKED_CODES:
        return CopyError(LOCKED, folder=folder)
    return CopyError(FAILED, folder=folder, reason=fault.strerror or type(fault).__name__)
