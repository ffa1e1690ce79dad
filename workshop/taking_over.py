"""Taking over: the workshop of a copy goes on in this library, on another laptop."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from workshop.copies import copy_photos
from workshop.errors import LibraryError
from workshop.events import WorkshopChanged
from workshop.library import Library
from workshop.words import mark

NO_COPY = mark(
    "{path} is no copy of one workshop. Choose a file whose name ends in “(Flipchart copy)”."
)
ALREADY = mark(
    "The workshop “{title}” is in this library already. Open it from the list; to look at the copy "
    'alone, start Flipchart with --library "{path}".'
)
NOT_TAKEN = mark(
    "The copy {path} could not be taken over ({reason}). Check that the USB stick is in and that "
    "this computer's disk has room, then open it again."
)

_NUMBERED = {"journal": "number"}
"""Tables whose rows the library numbers itself, in the order of this column."""


def take_over(library: Library, copy: Path) -> str:
    """Take the workshop of `copy`, with its photos, into `library`; answers its id.

    The copy may lie where nothing can be written, and is left as it is. Raises LibraryError where
    it cannot be read, is no copy of one workshop, or its workshop is here already: then the
    library holds what it held.
    """
    with Library.open(copy, read_only=True) as source, source.reading() as reading:
        found = reading.exec_driver_sql("SELECT id, title FROM workshop").all()
        if len(found) != 1:
            raise LibraryError(NO_COPY, path=copy)
        workshop_id, title = found[0]
        if is_here(library, workshop_id):
            raise LibraryError(ALREADY, title=title, path=copy)
        try:
            copy_photos(copy, workshop_id, library.path.parent)
        except OSError as fault:
            raise LibraryError(NOT_TAKEN, path=copy, reason=fault.strerror) from fault
        with library.writing() as writing:
            writing.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for table in _tables(writing.connection):
                _take_rows(reading, writing.connection, table)
            writing.publish(WorkshopChanged(workshop_id))
    return str(workshop_id)


def is_here(library: Library, workshop_id: str) -> bool:
    """Whether the library has it, be it archived or deleted and not yet gone for good."""
    with library.reading() as connection:
        found = connection.exec_driver_sql("SELECT 1 FROM workshop WHERE id = ?", (workshop_id,))
        return found.scalar() is not None


def _tables(library: Connection) -> list[str]:
    found = library.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for name in found.scalars() if not name.startswith("sqlite_")]


def _take_rows(reading: Connection, writing: Connection, table: str) -> None:
    numbered = _NUMBERED.get(table)
    known = writing.exec_driver_sql(f"SELECT name FROM pragma_table_info('{table}')")
    columns = [name for name in known.scalars() if name != numbered]
    names = ", ".join(f'"{name}"' for name in columns)
    order = f' ORDER BY "{numbered}"' if numbered else ""
    rows = reading.exec_driver_sql(f'SELECT {names} FROM "{table}"{order}').all()
    if rows:
        places = ", ".join("?" * len(columns))
        writing.exec_driver_sql(
            f'INSERT INTO "{table}" ({names}) VALUES ({places})', [tuple(row) for row in rows]
        )
