"""Voting: the one entrance for votes, and the opening and closing of rounds.

`cast` answers a batch. When the writer is idle it commits at once; what arrives during a commit
goes into the next one together, so a full room costs a handful of disk syncs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from workshop.errors import RefusedVote
from workshop.events import VotesCast
from workshop.facts import RoundState, Way
from workshop.identity import new_id
from workshop.library import Library, Transaction, Writing
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND, PracticeBallot
from workshop.readings.rounds import read_tally
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
    RoundSeatRecord,
    SeatRecord,
    TallyRecord,
    TeamRecord,
    VoteRecord,
)
from workshop.words import mark

CLOSED = mark("This vote is closed. Ask the facilitator to open it again.")
NOT_ON_SCALE = mark("{answer} is not an answer to this question. Choose one from 1 to {steps}.")
NO_DONT_KNOW = mark("This question has no “don’t know”. Choose one from 1 to {steps}.")
NO_SEAT = mark("This seat is not in the room. Ask the facilitator for another one.")
NOT_VOTING = mark("This seat does not vote today. The facilitator can change that.")
TALLIED = mark(
    "All seats still out were counted by hand. Lower the tally first, then this seat can vote."
)
TOO_MANY_HANDS = mark(
    "{name}: {hands} hands are more than the {most} seats still out. Lower one of the numbers."
)
TOO_MANY_IN_ROOM = mark(
    "{hands} hands are more than the {most} seats still out. Lower one of the numbers."
)


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

    def __init__(self, library: Library, workshop_id: str, practice: PracticeBallot) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._practice = practice
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
            ballot = _ballot(writing.connection, self._workshop_id, round_id)
            if ballot is None or ballot.state != RoundState.OPEN:
                raise RefusedVote(CLOSED)
            for answer in counts:
                _check_answer(answer, ballot)
            _replace_tally(writing.connection, round_id, group, counts, way)
            room = _Room.read(writing.connection, self._workshop_id, round_id)
            room.check_tally(group)
            writing.publish(VotesCast(self._workshop_id, round_id))

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
                    batch.answers = cast_in(writing, self._workshop_id, batch.votes, self._practice)
        except BaseException as fault:  # noqa: BLE001 - every batch raises it to its own caller
            for batch in batches:
                batch.fault = fault
        finally:
            for batch in batches:
                batch.done = True

    def _tally_practice(self, group: str, counts: Mapping[int, int]) -> None:
        with self._library.writing() as writing:
            if not _practice_is_open(writing.connection, self._workshop_id):
                raise RefusedVote(CLOSED)
            for answer in counts:
                _check_answer(answer, _PRACTICE)
            room = _Room.practising(writing.connection, self._workshop_id, self._practice)
            room.tallied[group] = sum(counts.values())
            room.check_tally(group)
            self._practice.tally(group, room.tallied[group])
            writing.publish(VotesCast(self._workshop_id, PRACTICE_ROUND))


def cast_in(
    writing: Writing, workshop_id: str, votes: Sequence[Vote], practice: PracticeBallot
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
            refused = _cast_round(writing, workshop_id, round_id, of_round)
        refusals.update({id(vote): why for vote, why in zip(of_round, refused, strict=True)})
        writing.publish(VotesCast(workshop_id, round_id))
    return [CastVote(vote, refusals[id(vote)]) for vote in votes]


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


def _cast_round(
    writing: Writing, workshop_id: str, round_id: str, votes: Sequence[Vote]
) -> list[RefusedVote | None]:
    connection = writing.connection
    ballot = _ballot(connection, workshop_id, round_id)
    if ballot is None or ballot.state != RoundState.OPEN:
        return [RefusedVote(CLOSED) for _ in votes]
    seats = _seats(connection, workshop_id, round_id, [vote.seat_id for vote in votes])
    room = _Room.read(connection, workshop_id, round_id) if ballot.tallied else None
    refusals: list[RefusedVote | None] = []
    rows: dict[str, dict[str, object]] = {}
    for vote in votes:
        try:
            _check_vote(vote, ballot, seats.get(vote.seat_id))
            if room is not None and not seats[vote.seat_id].voted and vote.seat_id not in rows:
                room.take_seat(seats[vote.seat_id].team_id)
        except RefusedVote as refusal:
            refusals.append(refusal)
            continue
        refusals.append(None)
        rows[vote.seat_id] = {
            "round_id": round_id,
            "seat_id": vote.seat_id,
            "answer": vote.answer,
            "way": vote.way.value,
            "cast_at": writing.now(),
        }
    if rows:
        connection.execute(_UPSERT, list(rows.values()))
    return refusals


def _cast_practice(
    writing: Writing, workshop_id: str, votes: Sequence[Vote], practice: PracticeBallot
) -> list[RefusedVote | None]:
    if not _practice_is_open(writing.connection, workshop_id):
        return [RefusedVote(CLOSED) for _ in votes]
    seats = _seats(writing.connection, workshop_id, "", [vote.seat_id for vote in votes])
    room = _Room.practising(writing.connection, workshop_id, practice)
    refusals: list[RefusedVote | None] = []
    for vote in votes:
        try:
            _check_vote(vote, _PRACTICE, seats.get(vote.seat_id))
            if vote.seat_id not in practice.seats:
                room.take_seat(seats[vote.seat_id].team_id)
        except RefusedVote as refusal:
            refusals.append(refusal)
            continue
        practice.cast(vote.seat_id)
        refusals.append(None)
    return refusals


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a round takes: its state, the steps of its scale, and whether it has a tally."""

    state: RoundState
    steps: int
    dont_know: bool
    tallied: bool


_PRACTICE = Ballot(RoundState.OPEN, len(PRACTICE_LABELS), dont_know=True, tallied=True)

_BALLOT = (
    select(
        RoundRecord.state,
        QuestionRecord.scale_labels,
        QuestionRecord.dont_know,
        select(TallyRecord.round_id)
        .where(TallyRecord.round_id == RoundRecord.id)
        .exists()
        .label("tallied"),
    )
    .join(QuestionRecord, QuestionRecord.id == RoundRecord.question_id)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(
        RoundRecord.id == bindparam("round_id"),
        AgendaItemRecord.workshop_id == bindparam("workshop_id"),
    )
)


def _ballot(connection: Connection, workshop_id: str, round_id: str) -> Ballot | None:
    row = connection.execute(
        _BALLOT, {"round_id": round_id, "workshop_id": workshop_id}
    ).one_or_none()
    if row is None:
        return None
    return Ballot(RoundState(row.state), len(row.scale_labels), row.dont_know, row.tallied)


_SEATS = (
    select(
        SeatRecord.id,
        SeatRecord.team_id,
        SeatRecord.presence,
        SeatRecord.role,
        VoteRecord.seat_id.is_not(None).label("voted"),
    )
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .outerjoin(
        VoteRecord,
        (VoteRecord.seat_id == SeatRecord.id) & (VoteRecord.round_id == bindparam("round_id")),
    )
    .where(
        TeamRecord.workshop_id == bindparam("workshop_id"),
        SeatRecord.id.in_(bindparam("seats", expanding=True)),
    )
)


def _seats(
    connection: Connection, workshop_id: str, round_id: str, seat_ids: Sequence[str]
) -> dict[str, Any]:
    rows = connection.execute(
        _SEATS, {"round_id": round_id, "workshop_id": workshop_id, "seats": list(set(seat_ids))}
    )
    return {row.id: row for row in rows}


def _check_vote(vote: Vote, ballot: Ballot, seat: Any | None) -> None:
    _check_answer(vote.answer, ballot)
    if seat is None:
        raise RefusedVote(NO_SEAT)
    if seat.presence != "present" or seat.role != "voting":
        raise RefusedVote(NOT_VOTING)


def _check_answer(answer: int, ballot: Ballot) -> None:
    if answer == 0 and not ballot.dont_know:
        raise RefusedVote(NO_DONT_KNOW, steps=ballot.steps)
    if not 0 <= answer <= ballot.steps:
        raise RefusedVote(NOT_ON_SCALE, answer=answer, steps=ballot.steps)


_PRACTISING = (
    select(LiveRecord.workshop_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == LiveRecord.item_id)
    .where(
        LiveRecord.workshop_id == bindparam("of_workshop"),
        LiveRecord.step == "vote",
        AgendaItemRecord.kind == "opening",
    )
)


def _practice_is_open(connection: Connection, workshop_id: str) -> bool:
    found = connection.execute(_PRACTISING, {"of_workshop": workshop_id})
    return found.one_or_none() is not None


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


@dataclass(slots=True)
class _Room:
    """Seats still without a vote of their own, and hands tallied, by team."""

    names: dict[str, str]
    free: dict[str, int]
    tallied: dict[str, int]

    @classmethod
    def read(cls, connection: Connection, workshop_id: str, round_id: str) -> _Room:
        rows = connection.execute(
            select(
                TeamRecord.id,
                TeamRecord.name,
                func.count(SeatRecord.id).filter(
                    SeatRecord.presence == "present",
                    SeatRecord.role == "voting",
                    VoteRecord.seat_id.is_(None),
                ),
            )
            .outerjoin(SeatRecord, SeatRecord.team_id == TeamRecord.id)
            .outerjoin(
                VoteRecord,
                (VoteRecord.seat_id == SeatRecord.id) & (VoteRecord.round_id == round_id),
            )
            .where(TeamRecord.workshop_id == workshop_id)
            .group_by(TeamRecord.id)
        ).all()
        tallied = connection.execute(
            select(TallyRecord.group, func.sum(TallyRecord.count))
            .where(TallyRecord.round_id == round_id)
            .group_by(TallyRecord.group)
        ).all()
        return cls(
            {row[0]: row[1] for row in rows},
            {row[0]: row[2] for row in rows},
            dict(tallied),
        )

    @classmethod
    def practising(
        cls, connection: Connection, workshop_id: str, practice: PracticeBallot
    ) -> _Room:
        room = cls.read(connection, workshop_id, PRACTICE_ROUND)
        for seat in _seats(connection, workshop_id, "", list(practice.seats)).values():
            room.free[seat.team_id] -= 1
        room.tallied = practice.hands
        return room

    def take_seat(self, team_id: str) -> None:
        """A seat of this team votes itself; raises RefusedVote when only hands are left."""
        team_full = self.free[team_id] <= self.tallied.get(team_id, 0)
        if team_full or self._free_in_all() <= sum(self.tallied.values()):
            raise RefusedVote(TALLIED)
        self.free[team_id] -= 1

    def check_tally(self, group: str) -> None:
        """Raise RefusedVote when more hands are tallied than there are seats for them."""
        hands = self.tallied.get(group, 0)
        others = sum(self.tallied.values()) - hands
        most = self._free_in_all() - others
        if not group:
            if hands > most:
                raise RefusedVote(TOO_MANY_IN_ROOM, hands=hands, most=max(0, most))
            return
        if group not in self.free:
            raise RefusedVote(NO_SEAT)
        most = min(most, self.free[group])
        if hands > most:
            name = self.names[group]
            raise RefusedVote(TOO_MANY_HANDS, name=name, hands=hands, most=max(0, most))

    def _free_in_all(self) -> int:
        return sum(self.free.values())


def open_round(transaction: Transaction, question_id: str) -> RoundRecord:
    """Open the question's newest round, or the one after it where that was revealed.

    A round that an undo parked comes back with its votes.
    """
    newest = transaction.scalars(
        select(RoundRecord)
        .where(RoundRecord.question_id == question_id, RoundRecord.asks == "performance")
        .order_by(RoundRecord.number.desc())
        .limit(1)
    ).one_or_none()
    if newest is None or newest.state == RoundState.REVEALED:
        number = newest.number + 1 if newest else 1
        newest = RoundRecord(
            id=new_id(), question_id=question_id, asks="performance", number=number
        )
        transaction.add(newest)
    newest.state = RoundState.OPEN.value
    newest.opened_at = transaction.now()
    return newest


def close_round(transaction: Transaction, workshop_id: str, round_id: str) -> None:
    """Close a round and keep with it which seats were present and voting."""
    record = transaction.get_one(RoundRecord, round_id)
    record.state = RoundState.CLOSED.value
    record.closed_at = transaction.now()
    present = transaction.scalars(
        select(SeatRecord.id)
        .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
        .where(
            TeamRecord.workshop_id == workshop_id,
            SeatRecord.presence == "present",
            SeatRecord.role == "voting",
        )
    ).all()
    kept = set(
        transaction.scalars(
            select(RoundSeatRecord.seat_id).where(RoundSeatRecord.round_id == round_id)
        )
    )
    for seat_id in present:
        if seat_id not in kept:
            transaction.add(RoundSeatRecord(round_id=round_id, seat_id=seat_id))
    for seat_id in kept - set(present):
        transaction.delete(transaction.get_one(RoundSeatRecord, (round_id, seat_id)))
