"""Opening a portable workshop file: its workshop goes on in this library, or nothing is changed.

The file may come from anywhere. It is unpacked beside nothing of the library's, brought up to
date, looked over and read whole, as wall, console and export would read it; only what has passed
all that is taken over, in one transaction.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from workshop.errors import LibraryError, WorkshopError
from workshop.faults import DISK_FAULT, DISK_FULL, NEWER
from workshop.foreign_journal import look_over_journal
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.photos import FOLDER_NAME, photo_folder
from workshop.portable import DAMAGED, NOT_ONE, unpack
from workshop.taking_over import NOT_TAKEN, is_here, take_over
from workshop.words import Words, mark

NEWER_FILE = mark(
    "The workshop file {path} was made by a newer Flipchart. Update Flipchart, then open it again."
)
HERE_ALREADY = mark(
    "The workshop “{title}” is in this library already, and nothing was changed. Open it from the "
    "list, or take it back from what was archived or deleted."
)
REHEARSED = mark(
    "The workshop file {path} is of a rehearsal, and a rehearsal is never kept among workshops. "
    "Rehearse again, or open a file of the day itself."
)
VOTES_STAYED = mark(
    "The secret vote on “{question}” was open when the file was written, so its votes are not in "
    "it. Let everyone vote on it again."
)
NO_ROOM = mark(
    "There is no room to unpack the workshop file {path}. Free some space on this computer's disk, "
    "then open it again."
)
NOT_OPENED = mark(
    "The workshop file {path} could not be opened ({reason}). Check that this computer's disk has "
    "room, then open it again."
)

_ID: Final = re.compile("[0-9A-Za-z-]{1,64}")
"""A workshop's id becomes the name of a folder."""
_PHOTO: Final = re.compile(r"[0-9A-Za-z]{1,64}\.(jpg|png|webp)")
"""A photo is looked for under its name, which must lead nowhere else."""
_BROKEN: Final = (
    sqlite3.Error, SQLAlchemyError, ValueError, TypeError, LookupError, AttributeError,
    ArithmeticError, AssertionError, RecursionError,
)  # fmt: skip
"""What reading a file raises whose rows are not what Flipchart writes."""


_OPEN_IN_SECRET: Final = (
    "SELECT question.short FROM round JOIN question ON question.id = round.question_id"
    " JOIN activity ON activity.id = question.activity_id"
    " JOIN agenda_item AS item ON item.id = activity.item_id"
    " WHERE item.workshop_id = ? AND round.secret AND round.state = 'open'"
)
_BEYOND_ITS_SCALE: Final = (
    "SELECT 1 FROM {votes} AS votes JOIN round ON round.id = votes.round_id"
    " JOIN question ON question.id = round.question_id"
    " WHERE votes.answer > json_array_length(question.scale_labels) LIMIT 1"
)


def open_workshop_file(library: Library, path: Path, words: Words) -> str:
    """Take the workshop of the file at `path`, with its photos, into `library`; answers its id.

    The file is left as it is. Raises LibraryError where it is none, is damaged, was made by a
    newer Flipchart, its workshop is here already, or the disk is full: then the library holds
    what it held.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="flipchart-") as name:
            copy = unpack(path, Path(name))
            workshop_id, title = _looked_over(copy, path, words)
            if is_here(library, workshop_id):
                raise LibraryError(HERE_ALREADY, title=title)
            _put_photos(copy, workshop_id)
            return _taken(library, copy, workshop_id, path)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise LibraryError(NOT_OPENED, path=path, reason=reason) from fault


def votes_that_stayed(library: Library, workshop_id: str) -> tuple[str, ...]:
    """The questions of a workshop that came in a file or a copy whose votes could not come along.

    They are those of a secret ballot that is open; to be asked before anybody votes here. Raises
    LibraryError where the library cannot be read.
    """
    with library.reading() as connection:
        found = connection.exec_driver_sql(_OPEN_IN_SECRET, (workshop_id,))
        return tuple(found.scalars())


def _looked_over(copy: Path, path: Path, words: Words) -> tuple[str, str]:
    """Bring the unpacked library up to date and read it whole; answers id and title."""
    with _as_damage(path):
        with Library.open(copy) as library:
            library.check()
            workshop_id, title = _only_workshop(library, path)
            _check_rows(library)
            live = LiveWorkshop(library, workshop_id, words)
            live.both()
            live.prepared()
            live.snapshot()
        look_over_journal(copy, workshop_id, words)
        return workshop_id, title


def _only_workshop(library: Library, path: Path) -> tuple[str, str]:
    """Id and title of the one workshop, which is neither archived nor deleted any more."""
    with library.writing() as writing:
        writing.connection.exec_driver_sql(
            "UPDATE workshop SET archived_at = NULL, deleted_at = NULL"
        )
        found = writing.connection.exec_driver_sql(
            "SELECT id, title, rehearsal FROM workshop"
        ).all()
    if len(found) != 1:
        raise LibraryError(NOT_ONE, path=path)
    workshop_id, title, rehearsal = found[0]
    if rehearsal:
        raise LibraryError(REHEARSED, path=path)
    if not _ID.fullmatch(workshop_id):
        raise ValueError(workshop_id)
    return workshop_id, title


def _check_rows(library: Library) -> None:
    """Raise ValueError for what no Flipchart writes although it can be read."""
    with closing(sqlite3.connect(library.path)) as connection:
        strange = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')"
        if connection.execute(strange).fetchone():
            raise ValueError("a trigger or a view")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise ValueError("a row that points nowhere")
        for votes in ("vote", "tally", "sealed_count"):
            if connection.execute(_BEYOND_ITS_SCALE.format(votes=votes)).fetchone():
                raise ValueError("an answer that is not on its scale")
        names = [name for (name,) in connection.execute("SELECT file_name FROM photo")]
        for (changes,) in connection.execute("SELECT changes FROM journal"):
            names += _file_names(json.loads(changes))
    if not all(_PHOTO.fullmatch(name) for name in names):
        raise ValueError("a photo's name that leads elsewhere")


def _file_names(value: object) -> Iterator[str]:
    """Every name of a photo's file in an act of the journal."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "file_name":
                yield str(each)
            yield from _file_names(each)
    elif isinstance(value, list):
        for each in value:
            yield from _file_names(each)


def _put_photos(copy: Path, workshop_id: str) -> None:
    """Put the unpacked photos where the unpacked library looks for them."""
    photos = copy.parent / FOLDER_NAME
    aside = photos.rename(copy.parent / "aside")
    target = photo_folder(copy, workshop_id)
    target.parent.mkdir()
    aside.rename(target)


def _taken(library: Library, copy: Path, workshop_id: str, path: Path) -> str:
    try:
        return take_over(library, copy)
    except BaseException as fault:
        if not is_here(library, workshop_id):
            # Photos go first, so that no row names one that is not there.
            shutil.rmtree(photo_folder(library.path, workshop_id), ignore_errors=True)
        if isinstance(fault, LibraryError) and fault.text == NOT_TAKEN:
            reason = fault.values["reason"]
            raise LibraryError(NOT_OPENED, path=path, reason=reason) from fault
        if isinstance(fault, SQLAlchemyError):
            raise LibraryError(DAMAGED, path=path) from fault
        raise


@contextmanager
def _as_damage(path: Path) -> Iterator[None]:
    """Say what is wrong with the unpacked library of the file its user has chosen."""
    try:
        yield
    except LibraryError as fault:
        if fault.text in (NOT_ONE, REHEARSED):
            raise
        if fault.text == NEWER:
            raise LibraryError(NEWER_FILE, path=path) from fault
        if fault.text in (DISK_FULL, DISK_FAULT):
            raise LibraryError(NO_ROOM, path=path) from fault
        raise LibraryError(DAMAGED, path=path) from fault
    except WorkshopError:
        raise
    except _BROKEN as fault:
        raise LibraryError(DAMAGED, path=path) from fault
