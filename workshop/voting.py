"""Voting: the one entrance for votes.

`cast` answers a batch. When the writer is idle it commits at once; what arrives during a commit
goes into the next one together, so a full room costs a handful of disk syncs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from workshop.ballot import (
    CLOSED,
    HAS_VOTED,
    PRACTICE,
    SEALED_VOTE,
    Room,
    check_answer,
    check_vote,
    practice_is_open,
    read_ballot,
    read_seats,
)
from workshop.errors import RefusedVote
from workshop.events import VotesCast
from workshop.kinds import RoundState, Way
from workshop.library import Library, Writing
from workshop.practice import PRACTICE_ROUND, PracticeBallot
from workshop.readings.rounds import read_tally
from workshop.receipts import Receipts
from workshop.records import SealedRecord, TallyRecord, VotedRecord, VoteRecord


@dataclass(frozen=True, slots=True)
class Vote:
    """One seat's answer: 0 is don't know, 1 to k the step; `way` is how it came."""

    round_id: str
    seat_id: str
    answer: int
    way: Way


@dataclass(frozen=True, slots=True)
class CastVote:
    """What became of a vote: kept, or refused with the sentence why."""

    vote: Vote
    refusal: RefusedVote | None = None

    @property
    def kept(self) -> bool:
        """True once the vote is on disk."""
        return self.refusal is None


@dataclass(slots=True)
class _Waiting:
    """A batch that waits for its commit."""

    votes: Sequence[Vote]
    answers: list[CastVote] = field(default_factory=list)
    done: bool = False
    fault: BaseException | None = None


class Voting:
    """The entrance for votes of one workshop; any thread may call it."""

    def __init__(
        self, library: Library, workshop_id: str, practice: PracticeBallot, receipts: Receipts
    ) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._practice = practice
        self._receipts = receipts
        self._waiting: list[_Waiting] = []
        self._queue_lock = Lock()
        self._commit_lock = Lock()

    def cast(self, votes: Sequence[Vote]) -> tuple[CastVote, ...]:
        """Keep these votes and answer each; an answer means that it is on disk.

        Raises LibraryError where the disk refuses: then none of the batch was kept, and trying
        again is harmless.
        """
        batch = _Waiting(votes)
        with self._queue_lock:
            self._waiting.append(batch)
        with self._commit_lock:
            if not batch.done:
                self._commit_waiting()
        if batch.fault is not None:
            raise batch.fault
        return tuple(batch.answers)

    def put_tally(
        self, round_id: str, group: str, counts: Mapping[int, int], way: Way = Way.HANDS
    ) -> None:
        """Replace a row of the tally: `counts` by answer for a team's id, or '' for everyone.

        Raises RefusedVote when the hands are more than the seats without a vote of their own.
        """
        if round_id == PRACTICE_ROUND:
            self._tally_practice(group, counts)
            return
        with self._library.writing() as writing:
            tally_in(writing, self._workshop_id, round_id, group, counts, way)

    def tally(self, round_id: str, group: str, way: Way = Way.HANDS) -> dict[int, int]:
        """The counts by answer of one row, for the row that is being typed in."""
        if round_id == PRACTICE_ROUND:
            return {}
        with self._library.reading() as connection:
            return read_tally(connection, round_id, group, way)

    def _commit_waiting(self) -> None:
        with self._queue_lock:
            batches, self._waiting = self._waiting, []
        try:
            with self._library.writing() as writing:
                for batch in batches:
                    batch.answers = cast_in(
                        writing, self._workshop_id, batch.votes, self._practice, self._receipts
                    )
        except BaseException as fault:  # noqa: BLE001 - every batch raises it to its own caller
            for batch in batches:
                batch.fault = fault
        finally:
            for batch in batches:
                batch.done = True

    def _tally_practice(self, group: str, counts: Mapping[int, int]) -> None:
        with self._library.writing() as writing:
            if not practice_is_open(writing.connection, self._workshop_id):
                raise RefusedVote(CLOSED)
            for answer in counts:
                check_answer(answer, PRACTICE)
            room = Room.practising(writing.connection, self._workshop_id, self._practice)
            room.tallied[group] = sum(counts.values())
            room.check_tally(group)
            self._practice.tally(group, room.tallied[group])
            writing.publish(VotesCast(self._workshop_id, PRACTICE_ROUND))


def cast_in(
    writing: Writing,
    workshop_id: str,
    votes: Sequence[Vote],
    practice: PracticeBallot,
    receipts: Receipts,
) -> list[CastVote]:
    """Keep votes inside a writing transaction that the caller holds, and answer each."""
    by_round: defaultdict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        by_round[vote.round_id].append(vote)
    refusals: dict[int, RefusedVote | None] = {}
    for round_id, of_round in by_round.items():
        if round_id == PRACTICE_ROUND:
            refused = _cast_practice(writing, workshop_id, of_round, practice)
        else:
            refused = _cast_round(writing, workshop_id, round_id, of_round, receipts)
        refusals.update({id(vote): why for vote, why in zip(of_round, refused, strict=True)})
        writing.publish(VotesCast(workshop_id, round_id))
    return [CastVote(vote, refusals[id(vote)]) for vote in votes]


def tally_in(
    writing: Writing,
    workshop_id: str,
    round_id: str,
    group: str,
    counts: Mapping[int, int],
    way: Way,
) -> None:
    """Replace a row of the tally inside a writing transaction that the caller holds.

    Raises RefusedVote as `Voting.put_tally` does; the caller's transaction is then to be given up.
    """
    ballot = read_ballot(writing.connection, workshop_id, round_id)
    if ballot is None or ballot.state != RoundState.OPEN:
        raise RefusedVote(CLOSED)
    for answer in counts:
        check_answer(answer, ballot)
    _replace_tally(writing.connection, round_id, group, counts, way)
    room = Room.read(writing.connection, workshop_id, round_id, secret=ballot.secret)
    room.check_tally(group)
    writing.publish(VotesCast(workshop_id, round_id))


_UPSERT = insert(VoteRecord).values(
    round_id=bindparam("round_id"),
    seat_id=bindparam("seat_id"),
    answer=bindparam("answer"),
    way=bindparam("way"),
    cast_at=bindparam("cast_at"),
)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=["round_id", "seat_id"],
    set_={
        "answer": _UPSERT.excluded.answer,
        "way": _UPSERT.excluded.way,
        "cast_at": _UPSERT.excluded.cast_at,
    },
)


_SEAL = insert(SealedRecord).values(
    receipt=bindparam("receipt"),
    round_id=bindparam("round_id"),
    team_id=bindparam("team_id"),
    answer=bindparam("answer"),
    way=bindparam("way"),
)
_SEAL = _SEAL.on_conflict_do_update(
    index_elements=["receipt"],
    set_={"answer": _SEAL.excluded.answer, "way": _SEAL.excluded.way},
)
_MARK_VOTED = (
    insert(VotedRecord)
    .values(round_id=bindparam("round_id"), seat_id=bindparam("seat_id"))
    .on_conflict_do_nothing()
)
_KNOWN = select(SealedRecord.receipt).where(
    SealedRecord.receipt.in_(bindparam("receipts", expanding=True))
)


def _cast_round(
    writing: Writing, workshop_id: str, round_id: str, votes: Sequence[Vote], receipts: Receipts
) -> list[RefusedVote | None]:
    connection = writing.connection
    ballot = read_ballot(connection, workshop_id, round_id)
    if ballot is None or ballot.state != RoundState.OPEN:
        return [RefusedVote(CLOSED) for _ in votes]
    secret = ballot.secret
    asking = [vote.seat_id for vote in votes]
    seats = read_seats(connection, workshop_id, round_id, asking, secret=secret)
    room = Room.read(connection, workshop_id, round_id, secret=secret) if ballot.counted else None
    own = {seat: receipts.receipt(round_id, seat) for seat in seats} if secret else {}
    known = _known(connection, own.values())
    refusals: list[RefusedVote | None] = []
    kept: dict[str, Vote] = {}
    for vote in votes:
        seat = seats.get(vote.seat_id)
        try:
            check_vote(vote.answer, ballot, seat)
            if secret and seats[vote.seat_id].voted and own[vote.seat_id] not in known:
                raise RefusedVote(SEALED_VOTE if ballot.sealed else HAS_VOTED)
            if room is not None and not seats[vote.seat_id].voted and vote.seat_id not in kept:
                room.take_seat(seats[vote.seat_id].team_id)
        except RefusedVote as refusal:
            refusals.append(refusal)
            continue
        refusals.append(None)
        kept[vote.seat_id] = vote
    if secret:
        teams = {seat_id: seats[seat_id].team_id for seat_id in kept}
        _keep_secret(connection, round_id, kept, own, teams)
    elif kept:
        _keep_open(connection, kept, writing.now())
    return refusals


def _keep_open(connection: Connection, kept: Mapping[str, Vote], moment: int) -> None:
    connection.execute(
        _UPSERT,
        [
            {
                "round_id": vote.round_id,
                "seat_id": vote.seat_id,
                "answer": vote.answer,
                "way": vote.way.value,
                "cast_at": moment,
            }
            for vote in kept.values()
        ],
    )


def _keep_secret(
    connection: Connection,
    round_id: str,
    kept: Mapping[str, Vote],
    own: Mapping[str, str],
    teams: Mapping[str, str],
) -> None:
    if not kept:
        return
    connection.execute(
        _MARK_VOTED, [{"round_id": round_id, "seat_id": seat_id} for seat_id in sorted(kept)]
    )
    rows = [
        {
            "receipt": own[seat_id],
            "round_id": round_id,
            "team_id": teams[seat_id],
            "answer": vote.answer,
            "way": vote.way.value,
        }
        for seat_id, vote in kept.items()
    ]
    # Sorted, each by its own key, so that a batch has no order that the two would share.
    connection.execute(_SEAL, sorted(rows, key=lambda row: row["receipt"]))


def _known(connection: Connection, receipts: Collection[str]) -> frozenset[str]:
    """Those of these receipts under which a vote is kept."""
    if not receipts:
        return frozenset()
    return frozenset(connection.scalars(_KNOWN, {"receipts": list(receipts)}))


def _cast_practice(
    writing: Writing, workshop_id: str, votes: Sequence[Vote], practice: PracticeBallot
) -> list[RefusedVote | None]:
    if not practice_is_open(writing.connection, workshop_id):
        return [RefusedVote(CLOSED) for _ in votes]
    seats = read_seats(writing.connection, workshop_id, "", [vote.seat_id for vote in votes])
    room = Room.practising(writing.connection, workshop_id, practice)
    refusals: list[RefusedVote | None] = []
    for vote in votes:
        try:
            check_vote(vote.answer, PRACTICE, seats.get(vote.seat_id))
            if vote.seat_id not in practice.seats:
                room.take_seat(seats[vote.seat_id].team_id)
        except RefusedVote as refusal:
            refusals.append(refusal)
            continue
        practice.cast(vote.seat_id)
        refusals.append(None)
    return refusals


def _replace_tally(
    connection: Connection, round_id: str, group: str, counts: Mapping[int, int], way: Way
) -> None:
    connection.execute(
        delete(TallyRecord).where(
            TallyRecord.round_id == round_id,
            TallyRecord.group == group,
            TallyRecord.way == way.value,
        )
    )
    rows = [
        {"round_id": round_id, "group": group, "way": way.value, "answer": answer, "count": count}
        for answer, count in counts.items()
        if count
    ]
    if rows:
        connection.execute(insert(TallyRecord), rows)
