"""The command `rehearse`: a whole day without a screen, through the real door, with its files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from exports.catalogue import Source, export
from exports.writing import DISK_FULL, NewFolder, Written
from frameworks.collection import SUFFIX, collection_beside
from frameworks.faults import FrameworkError
from frameworks.model import Framework
from frameworks.reader import read
from frameworks.shipped import shipped
from ui.commandline.answers import DONE, FAILED, WRONG_USE, say_fault, say_written
from ui.commandline.progress import ProgressLine
from workshop import faults
from workshop.creation import create_workshop, whole_day
from workshop.errors import LibraryError, WorkshopError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.place import default_path
from workshop.rehearsal import (
    FEWEST_SEATS,
    MOST_SEATS,
    Rehearsal,
    RehearsalClock,
    sample_workshop,
)
from workshop.words import Words

LIBRARY_NAME = "rehearsal.sqlite"


def rehearse(arguments: argparse.Namespace, words: Words) -> int:
    """Play the sample workshop into a new folder of `--out` and list what was written."""
    if not FEWEST_SEATS <= arguments.seats <= MOST_SEATS:
        say_fault(
            words.say(
                "A rehearsal takes {least} to {most} seats, not {seats}. Name another --seats.",
                least=FEWEST_SEATS,
                most=MOST_SEATS,
                seats=arguments.seats,
            )
        )
        return WRONG_USE
    try:
        framework = _framework(arguments.framework, arguments.library or default_path())
    except FrameworkError as refused:
        say_fault(refused.sentence(words))
        return FAILED
    except _Unknown as unknown:
        say_fault(
            words.say(
                "There is no framework “{id}”. Name one of these, or a pack file: {ids}.",
                id=arguments.framework,
                ids=", ".join(unknown.known),
            )
        )
        return WRONG_USE
    with NewFolder(arguments.out, words.say("Rehearsal")) as folder:
        try:
            written = _play(framework, folder.beside, arguments.seats, arguments.seed, words)
        except LibraryError as fault:
            if fault.text != faults.DISK_FULL:
                raise
            # Nothing of a rehearsal that breaks off is kept, whatever a library says of its own.
            raise WorkshopError(DISK_FULL, name=LIBRARY_NAME, folder=folder.path) from fault
    say_written([file.path for file in folder.settled(written)])
    return DONE


class _Unknown(Exception):
    """Nothing has the id that was asked for; `known` are those that something has."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(known)
        self.known = known


def _framework(wanted: str, library: Path) -> Framework:
    """The framework of this id, shipped or beside the library, or of this pack file.

    Raises FrameworkError with every fault of its file, _Unknown where there is none.
    """
    path = next((each for each in shipped() if each.stem == wanted), None)
    if path is None:
        collection = collection_beside(library)
        usable = [each.id for each in collection.entries() if each.refusal is None]
        if wanted in usable:
            return collection.read(wanted)
        path = Path(wanted)
        if path.suffix.casefold() != SUFFIX and not path.is_file():
            raise _Unknown(usable)
    return read(path)


def _play(
    framework: Framework, folder: Path, seats: int, seed: int, words: Words
) -> tuple[Written, ...]:
    day = date.today()
    clock = RehearsalClock(day)
    library_path = folder / LIBRARY_NAME
    with Library.open(library_path, clock=clock) as library, ProgressLine(words) as line:
        sample = sample_workshop(day, seats, words)
        sample = replace(sample, items=whole_day(framework, words))
        workshop_id = create_workshop(library, framework, sample, words, rehearsal=True)
        live = LiveWorkshop(library, workshop_id, words)
        Rehearsal(live, seed, clock).play(
            lambda progress: line.show(progress.done, progress.of, words.say("questions"))
        )
        written = export(
            Source(live.snapshot(), library_path),
            words,
            folder,
            progress=line.show,
        )
    library_path.with_name(f"{LIBRARY_NAME}.lock").unlink(missing_ok=True)
    return (Written(library_path), *written)
