"""The portable workshop file: the workshop itself, to go on with on another computer."""

from __future__ import annotations

from pathlib import Path

from exports.writing import Written, write_whole
from workshop.portable import pack
from workshop.words import Words


def write(library_path: Path, workshop_id: str, words: Words, path: Path) -> Written:
    """Write a workshop of the library at `library_path`, photos too, to `path`, whole or not.

    Everything of it goes along, private notes too, but nothing of any other workshop. Raises
    LookupError where there is no such workshop, LibraryError where the library cannot be read,
    WorkshopError where the file cannot be written.
    """
    write_whole(path, lambda file: pack(library_path, workshop_id, words, file))
    return Written(path, ())
