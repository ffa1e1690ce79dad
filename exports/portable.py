"""The portable workshop file: the workshop itself, to go on with on another computer."""

from __future__ import annotations

from pathlib import Path

from exports.writing import Written, write_whole
from workshop.portable import VOTES_STAY, pack, votes_that_stay
from workshop.words import Words


def write(library_path: Path, workshop_id: str, words: Words, path: Path) -> Written:
    """Write a workshop of the library at `library_path`, photos too, to `path`, whole or not.

    Everything of it goes along, private notes too, but nothing of any other workshop, nor the votes
    of a secret round that is open, which is said. Raises
    LookupError where there is no such workshop, LibraryError where the library cannot be read,
    WorkshopError where the file cannot be written.
    """
    staying = votes_that_stay(library_path, workshop_id)
    write_whole(path, lambda file: pack(library_path, workshop_id, words, file))
    left_out = tuple(words.say(VOTES_STAY, question=question) for question in staying)
    return Written(path, left_out=left_out)
