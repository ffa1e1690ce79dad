"""The command `rehearse`: a whole day without a screen, through the real door, with its files."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

from exports.catalogue import Source, export
from exports.writing import NewFolder, Written
from frameworks.reader import read
from frameworks.shipped import shipped
from ui.commandline.answers import DONE, WRONG_USE, say_fault, say_written
from ui.commandline.progress import ProgressLine
from workshop.creation import create_workshop, whole_day
from workshop.library import Library
from workshop.live import LiveWorkshop
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
    path = next((path for path in shipped() if path.stem == arguments.framework), None)
    if path is None:
        say_fault(
            words.say(
                "There is no framework “{id}”. Leave --framework out for the default one.",
                id=arguments.framework,
            )
        )
        return WRONG_USE
    with NewFolder(arguments.out, words.say("Rehearsal")) as folder:
        written = _play(path, folder.beside, arguments.seats, arguments.seed, words)
    say_written([file.path for file in folder.settled(written)])
    return DONE


def _play(path: Path, folder: Path, seats: int, seed: int, words: Words) -> tuple[Written, ...]:
    day = date.today()
    clock = RehearsalClock(day)
    library_path = folder / LIBRARY_NAME
    with Library.open(library_path, clock=clock) as library, ProgressLine(words) as line:
        framework = read(path)
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
    return (Written(library_path), *written)
