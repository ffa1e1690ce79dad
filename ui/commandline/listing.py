"""The command `list`: the workshops of a library, read beside a running app, one a line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from ui.commandline.answers import DONE
from workshop.library import Library
from workshop.place import default_path
from workshop.shelf import WorkshopLine
from workshop.words import Words

ARCHIVED: Final = "archived"


def list_workshops(arguments: argparse.Namespace, words: Words) -> int:
    """Print a line for each workshop, the latest day first; archived ones only with `--all`.

    The columns are state, day, title, id, questions, teams and actions, parted by tabs, so that
    other programs can read them in every language.
    """
    with library_to_read(arguments) as library:
        for line in library.workshops():
            if arguments.all or not line.archived:
                print(said_line(line))
    return DONE


def library_to_read(arguments: argparse.Namespace) -> Library:
    """The library that was named, or the facilitator's own. Raises LibraryError."""
    path: Path = arguments.library or default_path()
    return Library.open(path, read_only=True)


def said_line(line: WorkshopLine) -> str:
    """One workshop as a line of `list`; tabs and line ends in its title are spaces."""
    state = ARCHIVED if line.archived else line.state
    title = " ".join(line.title.split())
    counts = (line.questions, len(line.teams), line.actions)
    return "\t".join((state, line.held_on.isoformat(), title, line.id, *map(str, counts)))
