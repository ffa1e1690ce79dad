"""Paper votes: ballots taken in, one typed or a whole file, each in one writing transaction.

A ballot that names a seat is that seat's vote and comes through the one entrance; one that names
none is counted into its team's tally of paper, or into that of the whole room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from workshop.ballot import CLOSED
from workshop.errors import RefusedVote
from workshop.kinds import Way
from workshop.library import Library, Writing
from workshop.paper import PaperFile, PaperQuestion, PaperRoom, read_ballots
from workshop.paper_texts import Fault
from workshop.practice import PracticeBallot
from workshop.readings.paper import read_paper_room
from workshop.readings.rounds import read_tally
from workshop.receipts import Receipts
from workshop.voting import Vote, cast_in, tally_in
from workshop.words import mark

NO_ANSWER = mark("This ballot has no answer yet. Type at least one.")
NOT_THERE = mark("These ballots are not in the vote any more, so they cannot be taken back.")
READ_BEFORE = mark("This file was taken in already.")
NOT_TWICE = mark("Choose another file, or take its ballots back first.")
READ_AGAIN = mark("Mend this, then read the file again.")
TYPED_TEAM_FULL = mark(
    "{team} has no seat still out for this ballot on “{question}”. "
    "Choose another team, or lower the tally of hands."
)
TYPED_ROOM_FULL = mark(
    "No seat is still out for this ballot on “{question}”. Lower the tally of hands first."
)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """Ballots that are kept: `tallied` those without a seat, as (round, group, answer, count)."""

    tallied: tuple[tuple[str, str, int, int], ...]
    seats: int = 0
    digest: str = ""

    @property
    def votes(self) -> int:
        """How many votes they are."""
        return self.seats + sum(count for *_, count in self.tallied)

    @property
    def can_go_back(self) -> bool:
        """Whether they can be taken back: a seat's own vote cannot, it can only change."""
        return not self.seats


class _Faulty(Exception):
    """Gives up a transaction: the file has these faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__()
        self.faults = faults


class PaperVotes:
    """The ballots on paper of one workshop; any thread may call it."""

    def __init__(
        self, library: Library, workshop_id: str, practice: PracticeBallot, receipts: Receipts
    ) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._practice = practice
        self._receipts = receipts
        self._files: dict[str, frozenset[str]] = {}  # files taken in, and the rounds they went into

    def room(self) -> PaperRoom:
        """What ballots can speak of now."""
        with self._library.reading() as connection:
            return read_paper_room(connection, self._workshop_id)

    def take_ballot(self, group: str, answers: Mapping[str, int]) -> TakenIn:
        """Keep one typed ballot: an answer for each round's id, of a team or '' (none is ticked).

        Raises RefusedVote where a round is closed, an answer is not on its scale, or all seats
        of the team have voted; then nothing of the ballot was kept.
        """
        if not answers:
            raise RefusedVote(NO_ANSWER)
        with self._library.writing() as writing:
            room = read_paper_room(writing.connection, self._workshop_id)
            of_round = {each.round_id: each for each in room.open}
            for round_id, answer in answers.items():
                if round_id not in of_round:
                    raise RefusedVote(CLOSED)
                _check_place(room, of_round[round_id], group)
                self._add(writing, round_id, group, {answer: 1})
        return TakenIn(tuple((round_id, group, each, 1) for round_id, each in answers.items()))

    def take_file(self, content: bytes) -> TakenIn | tuple[Fault, ...]:
        """Keep every ballot of a CSV file, or none of them: then all that is wrong with it."""
        digest = sha256(content).hexdigest()
        try:
            with self._library.writing() as writing:
                room = read_paper_room(writing.connection, self._workshop_id)
                rounds = {each.round_id for each in room.open}
                if rounds & self._files.get(digest, frozenset()):
                    raise _Faulty((Fault(0, READ_BEFORE, NOT_TWICE),))
                read = read_ballots(content, room)
                if read.faults:
                    raise _Faulty(read.faults)
                self._keep(writing, read)
        except _Faulty as faulty:
            return faulty.faults
        self._files[digest] = frozenset(vote.round_id for vote in read.votes)
        tallied = tuple(
            (round_id, group, answer, count)
            for (round_id, group), counts in read.tallies().items()
            for answer, count in counts.items()
        )
        seats = sum(vote.seat_id is not None for vote in read.votes)
        return TakenIn(tallied, seats, digest)

    def take_back(self, taken: TakenIn) -> None:
        """Take ballots without a seat out of the tally again, as long as their rounds are open.

        Raises RefusedVote where a round is closed or the ballots are not in the tally any more.
        """
        if not taken.can_go_back:
            raise RefusedVote(NOT_THERE)
        less: dict[tuple[str, str], Counter[int]] = {}
        for round_id, group, answer, count in taken.tallied:
            less.setdefault((round_id, group), Counter())[answer] -= count
        with self._library.writing() as writing:
            for (round_id, group), counts in less.items():
                self._add(writing, round_id, group, counts)
        self._files.pop(taken.digest, None)

    def _keep(self, writing: Writing, read: PaperFile) -> None:
        named = {
            vote.line: Vote(vote.round_id, vote.seat_id, vote.answer, Way.PAPER)
            for vote in read.votes
            if vote.seat_id is not None
        }
        cast = cast_in(
            writing, self._workshop_id, list(named.values()), self._practice, self._receipts
        )
        refused = tuple(
            _fault(line, each.refusal)
            for line, each in zip(named, cast, strict=True)
            if each.refusal is not None
        )
        if refused:
            raise _Faulty(refused)
        for (round_id, group), counts in read.tallies().items():
            try:
                self._add(writing, round_id, group, counts)
            except RefusedVote as refusal:
                raise _Faulty((_fault(0, refusal),)) from refusal

    def _add(self, writing: Writing, round_id: str, group: str, counts: Mapping[int, int]) -> None:
        """Add to a row of the paper tally; a count below zero takes off it."""
        row = Counter(read_tally(writing.connection, round_id, group, Way.PAPER))
        for answer, count in counts.items():
            row[answer] += count
            if row[answer] < 0:
                raise RefusedVote(NOT_THERE)
        tally_in(writing, self._workshop_id, round_id, group, row, Way.PAPER)


def _fault(line: int, refusal: RefusedVote) -> Fault:
    return Fault(line, refusal.text, READ_AGAIN, refusal.values)


def _check_place(room: PaperRoom, question: PaperQuestion, group: str) -> None:
    names = {team.id: team.name for team in room.teams}
    if group and question.spare.get(group, 0) <= 0:
        raise RefusedVote(TYPED_TEAM_FULL, team=names.get(group, ""), question=question.short)
    if question.spare[""] <= 0:
        raise RefusedVote(TYPED_ROOM_FULL, question=question.short)
