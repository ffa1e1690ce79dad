"""Rehearsing: a day in a library of its own, with simulated seats that vote."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from frameworks.model import Framework
from ui.leading import Leading
from workshop.copies import copy_to_rehearse
from workshop.creation import create_workshop, whole_day
from workshop.facts import Facts, RoundState, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND
from workshop.rehearsal import sample_workshop
from workshop.voting import Vote
from workshop.words import Words

FOLDER_NAME = "rehearsal"
FILE_NAME = "rehearsal.sqlite"
SEATS = 24
VOTE_EVERY_MS = 450
AT_ONCE = 2
DONT_KNOW = 0


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


class SimulatedSeats(QObject):
    """Votes for the seats that are out while a round is open, a few at a time.

    Of several teams the last is left alone, so that its hands are there to be counted.
    """

    def __init__(self, leading: Leading, seed: int) -> None:
        super().__init__(leading)
        self._leading = leading
        self._random = random.Random(seed)
        self._round = ""
        self._middle, self._spread = 3, 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(VOTE_EVERY_MS)
        self._timer.timeout.connect(self.vote)
        self._timer.start()

    def stop(self) -> None:
        """Vote no more."""
        self._timer.stop()

    def vote(self) -> None:
        """Cast the next few votes, if there is a round to vote in."""
        facts = self._leading.live.facts(whole=False)
        votes_in = _open_round(facts)
        if votes_in is None:
            return
        round_id, steps = votes_in
        if round_id != self._round:
            self._round = round_id
            self._middle = self._random.choice((2, 3, 3, 4, 4))
            self._spread = self._random.choice((0.6, 0.9, 1.4, 1.8))
        voting = facts.teams[:-1] or facts.teams
        out = [seat.id for team in voting for seat in team.seats if not seat.voted]
        chosen = self._random.sample(out, min(AT_ONCE, len(out)))
        votes = [Vote(round_id, seat, self._answer(steps), Way.WALL) for seat in chosen]
        if votes:
            self._leading.act(lambda: self._leading.live.voting.cast(votes))

    def _answer(self, steps: int) -> int:
        if self._random.random() < 0.04:
            return DONT_KNOW
        return min(steps, max(1, round(self._random.gauss(self._middle, self._spread))))


def _open_round(facts: Facts) -> tuple[str, int] | None:
    """The round that takes votes now and the number of its answers."""
    if facts.practice is not None and facts.practice.open:
        return PRACTICE_ROUND, len(PRACTICE_LABELS)
    now = facts.round
    if facts.question is None or now is None or now.state is not RoundState.OPEN:
        return None
    return now.id, len(facts.question.scale_labels)
