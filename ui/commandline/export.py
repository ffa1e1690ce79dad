"""The command `export`: read a library beside a running app, and write files of a workshop."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from exports.catalogue import UNKNOWN_KIND, Source
from exports.catalogue import export as write_files
from exports.kinds import KINDS, RESULTS
from exports.writing import NewFolder, lacking
from ui.commandline.answers import DONE, WRONG_USE, say_fault, say_written
from ui.commandline.listing import library_to_read, said_line
from ui.commandline.progress import ProgressLine
from workshop import snapshot
from workshop.photos import photo_folder
from workshop.shelf import WorkshopLine
from workshop.words import Words


def export(arguments: argparse.Namespace, words: Words) -> int:
    """Write the files of one workshop into a new folder of `--out`."""
    kinds = _kinds(arguments.only, words)
    if kinds is None:
        return WRONG_USE
    with library_to_read(arguments) as library:
        found = _matches(library.workshops(), arguments.workshop)
        if len(found) != 1:
            _say_not_one(found, arguments.workshop, words)
            return WRONG_USE
        with library.reading() as connection:
            photos = photo_folder(library.path, found[0].id)
            taken = snapshot.take(connection, found[0].id, library.clock(), photos)
        source = Source(taken, library.path)
    with ProgressLine(words) as line, NewFolder(arguments.out, found[0].title) as folder:
        written = write_files(source, words, folder.beside, only=kinds, progress=line.show)
    written = folder.settled(written)
    say_written([file.path for file in written])
    for sentence in lacking(written, words):
        say_fault(sentence)
    return DONE


def _kinds(only: str | None, words: Words) -> tuple[str, ...] | None:
    if only is None:
        return RESULTS
    wanted = tuple(kind.strip() for kind in only.split(",") if kind.strip())
    unknown = [kind for kind in wanted if kind not in KINDS]
    if not wanted:
        say_fault(words.say("Name what --only is to write: {kinds}.", kinds=", ".join(KINDS)))
        return None
    if unknown:
        say_fault(words.say(UNKNOWN_KIND, kind=", ".join(unknown), kinds=", ".join(KINDS)))
        return None
    return wanted


def _matches(lines: Sequence[WorkshopLine], wanted: str) -> list[WorkshopLine]:
    by_id = [line for line in lines if line.id == wanted]
    return by_id or [line for line in lines if line.title.casefold() == wanted.casefold()]


def _say_not_one(found: Sequence[WorkshopLine], wanted: str, words: Words) -> None:
    if not found:
        say_fault(
            words.say(
                "There is no workshop “{wanted}”. `main.py list` shows what there is.",
                wanted=wanted,
            )
        )
        return
    say_fault(
        words.say("Several workshops are called “{wanted}”. Name one by its id:", wanted=wanted)
    )
    for line in found:
        say_fault(said_line(line))
