"""The commands `export` and `list`: read a library beside a running app, and write files of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from exports.catalogue import KINDS, RESULTS, UNKNOWN_KIND
from exports.catalogue import export as write_files
from exports.writing import export_folder
from ui.commandline.answers import DONE, WRONG_USE, say_fault, say_written
from ui.commandline.progress import ProgressLine
from workshop import snapshot
from workshop.library import Library
from workshop.place import default_path
from workshop.shelf import WorkshopLine
from workshop.words import Words


def list_workshops(arguments: argparse.Namespace, words: Words) -> int:
    """Print a line for each workshop: id, day, organisation and title."""
    with _library(arguments) as library:
        for line in library.workshops():
            print(_line(line))
    return DONE


def export(arguments: argparse.Namespace, words: Words) -> int:
    """Write the files of one workshop into a new folder of `--out`."""
    kinds = _kinds(arguments.only, words)
    if kinds is None:
        return WRONG_USE
    with _library(arguments) as library:
        found = _matches(library.workshops(), arguments.workshop)
        if len(found) != 1:
            _say_not_one(found, arguments.workshop, words)
            return WRONG_USE
        with library.reading() as connection:
            taken = snapshot.take(connection, found[0].id, library.clock())
    folder = export_folder(arguments.out, found[0].title)
    with ProgressLine(words) as line:
        written = write_files(taken, words, folder, only=kinds, progress=line.show)
    say_written([file.path for file in written])
    missing = [letter for file in written for letter in file.missing_letters]
    if missing:
        say_fault(
            words.say(
                "No font has these letters, so boxes stand for them: {letters}",
                letters=" ".join(missing),
            )
        )
    return DONE


def _library(arguments: argparse.Namespace) -> Library:
    path: Path = arguments.library or default_path()
    return Library.open(path, read_only=True)


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
        say_fault(_line(line))


def _line(line: WorkshopLine) -> str:
    return "\t".join((line.id, line.held_on.isoformat(), line.organisation, line.title))
