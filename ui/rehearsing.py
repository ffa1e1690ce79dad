"""Rehearsing: a day in a library of its own, beside the facilitator's own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from frameworks.model import Framework
from workshop.copies import copy_to_rehearse
from workshop.creation import create_workshop, whole_day
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.rehearsal import sample_workshop
from workshop.words import Words

FOLDER_NAME = "rehearsal"
FILE_NAME = "rehearsal.sqlite"
SEATS = 24


class RehearsalLibrary:
    """The library of one rehearsal beside the facilitator's own; nothing of it is kept.

    `invented` says what the workshop lacked and the rehearsal brought; empty where it lacked none.
    """

    def __init__(self, library: Library, workshop_id: str, words: Words) -> None:
        self.library = library
        self.invented = ""
        self.live = LiveWorkshop(library, workshop_id, words)

    @classmethod
    def of_sample(cls, beside: Path, framework: Framework, words: Words) -> RehearsalLibrary:
        """A sample day of a framework, made anew.

        Raises LibraryError where the folder beside the library at `beside` cannot be written.
        """
        remove_rehearsal(beside)
        library = Library.open(_path(beside))
        try:
            sample = sample_workshop(date.today(), SEATS, words)
            sample = replace(sample, items=whole_day(framework, words))
            workshop_id = create_workshop(library, framework, sample, words, rehearsal=True)
        except BaseException:
            library.close()
            raise
        return cls(library, workshop_id, words)

    @classmethod
    def of_workshop(cls, prepared: LiveWorkshop) -> RehearsalLibrary:
        """A workshop that is prepared, in a copy; where nobody is in a team, the sample's come.

        Raises LibraryError where the copy cannot be made.
        """
        beside, words = prepared.library.path, prepared.words
        remove_rehearsal(beside)
        path = _path(beside)
        copy_to_rehearse(beside, prepared.id, path)
        library = Library.open(path, clock=prepared.library.clock)
        try:
            rehearsal = cls(library, prepared.id, words)
            rehearsal._seat_somebody()
        except BaseException:
            library.close()
            raise
        return rehearsal

    def _seat_somebody(self) -> None:
        """Let the sample's teams come where no seat could vote."""
        words, live = self.live.words, self.live
        prepared = live.prepared()
        if prepared.seats:
            return
        for team in prepared.teams:
            live.preparing.remove_team(team.id)
        live.preparing.add_teams(sample_workshop(date.today(), SEATS, words).teams)
        self.invented = words.say(
            "Nobody is in a team yet, so {n} invented people rehearse with you.", n=SEATS
        )

    def close(self) -> None:
        """End the rehearsal and take its files away."""
        self.library.close()
        shutil.rmtree(self.library.path.parent)


def remove_rehearsal(beside: Path) -> None:
    """Take away what a rehearsal beside that library left when it was cut short."""
    folder = _path(beside).parent
    if folder.is_dir():
        shutil.rmtree(folder)


def _path(beside: Path) -> Path:
    return beside.parent / FOLDER_NAME / FILE_NAME
