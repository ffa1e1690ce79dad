"""Faults of storage: what SQLite and the folder report, as sentences a facilitator can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.backup import newest_backup
from workshop.errors import LibraryError
from workshop.words import mark

FOLDER = mark(
    "The library's folder {folder} cannot be written ({reason}). "
    "Make it writable, or name another library with --library."
)
MISSING = mark("There is no library at {path}. Name an existing one with --library.")
UNREADABLE = mark(
    "The library {path} cannot be opened ({reason}). "
    "Make the file and its folder writable, or name another library with --library."
)
NOTHING_WRITTEN_THERE = mark(
    "The library {path} lies where nothing can be written ({reason}). Copy it to this computer, "
    "with the folder photos beside it, and open that; or make its folder writable."
)
IN_USE = mark(
    "Another Flipchart is using the library {path}. "
    "Close it, or name another library with --library."
)
BUSY = mark(
    "Another program holds the library {path} and nothing could be written. "
    "Close that program and do this again."
)
NEWER = mark(
    "This library was made by a newer Flipchart (version {found}, this one knows {known}). "
    "Update Flipchart, or name another library with --library."
)
OLDER = mark(
    "The library {path} was made by an older Flipchart. "
    "Start the app once with it, so that it is brought up to date; then do this again."
)
NOT_A_DATABASE = mark(
    "The file {path} is not a Flipchart library. Name another library with --library."
)
OTHER_PROGRAM = mark(
    "The file {path} is a database of another program, not a Flipchart library. "
    "Nothing in it was changed. Name another library with --library."
)
DAMAGED = mark(
    "The library {path} is damaged. Its newest backup is {backup}: "
    "restore it, and the damaged file is set aside, not deleted."
)
DAMAGED_NO_BACKUP = mark(
    "The library {path} is damaged and has no backup beside it. Set the file aside under "
    "another name, and put a copy of your own in its place if you have one."
)
NO_BACKUP = mark(
    "No backup could be written into {folder} ({reason}). "
    "Free some space there, make the folder writable, or choose another one."
)
GONE = mark(
    "The library {path} was moved, deleted or replaced while Flipchart had it open: the last "
    "change was not saved. Put the file back in its place and do it again."
)
DISK_FULL = mark(
    "The disk of {path} is full: the last change was not saved, everything before it was. "
    "Free some space and do it again."
)
DISK_FAULT = mark(
    "The disk of {path} reported a fault: the last change was not saved, everything before it "
    "was. Check that the disk is connected and has space, and do it again."
)
READ_ONLY = mark(
    "The library {path} cannot be written: the last change was not saved, everything before it "
    "was. Make the file and its folder writable and do it again."
)


class DamagedLibrary(LibraryError):
    """The file's pages are broken; `backup` is the newest backup beside it, if there is one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.backup = newest_backup(path)
        if self.backup is None:
            super().__init__(DAMAGED_NO_BACKUP, path=path)
        else:
            super().__init__(DAMAGED, path=path, backup=self.backup)


_TEXT_OF_CODE = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: DISK_FAULT,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_NOTADB: NOT_A_DATABASE,
}


def library_error(fault: BaseException, path: Path) -> LibraryError | None:
    """The user's sentence for what SQLite reported, or None where it is a fault of the program.

    `fault` is SQLite's own exception, or one that carries it as `orig` (SQLAlchemy's do).
    """
    reported = getattr(fault, "orig", None) or fault
    if not isinstance(reported, sqlite3.Error):
        return None
    code = getattr(reported, "sqlite_errorcode", None)
    if code is None:
        # Raised by Python's module, of a text whose bytes are no text any more.
        return DamagedLibrary(path) if "decode to UTF-8" in str(reported) else None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_CORRUPT:
        return DamagedLibrary(path)
    if primary == sqlite3.SQLITE_CANTOPEN:
        return LibraryError(UNREADABLE, path=path, reason=reported)
    text = _TEXT_OF_CODE.get(primary)
    return None if text is None else LibraryError(text, path=path)


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Raise what SQLite reports about the user's disk or file as a LibraryError."""
    try:
        yield
    except Exception as fault:
        error = library_error(fault, path)
        if error is None:
            raise
        raise error from fault


@contextmanager
def checking(path: Path) -> Iterator[None]:
    """Raise all that SQLite reports while a file is looked at, as `sentences` or as damage.

    Some damage, such as an "unsupported file format", has no code of its own in SQLite, and
    SQLite's own message can quote bytes that are no text.
    """
    try:
        with sentences(path):
            yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise DamagedLibrary(path) from fault
