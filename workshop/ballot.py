"""Ballot: what a round takes, who may vote in it, and how many hands there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from workshop.errors import RefusedVote
from workshop.kinds import RoundState
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND, PracticeBallot
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
    SealedCountRecord,
    SealedRecord,
    SeatRecord,
    TallyRecord,
    TeamRecord,
    VotedRecord,
    VoteRecord,
)
from workshop.words import mark

CLOSED = mark("This vote is closed. Ask the facilitator to open it again.")
NOT_ON_SCALE = mark("{answer} is not an answer to this question. Choose one from 1 to {steps}.")
NO_DONT_KNOW = mark("This question has no “don’t know”. Choose one from 1 to {steps}.")
NO_SEAT = mark("This seat is not in the room. Ask the facilitator for another one.")
NOT_VOTING = mark("This seat does not vote today. The facilitator can change that.")
HAS_VOTED = mark("This seat has voted. It can vote anew in the next round.")
SEALED_VOTE = mark("This seat has voted, and its vote is sealed: it cannot change any more.")
TALLIED = mark(
    "All seats still out were counted by hand, or on paper without a seat. Lower the tally or take "
    "a ballot back, then this seat can vote."
)
TOO_MANY_HANDS = mark(
    "{name}: {hands} hands are more than the {most} seats still out. Lower one of the numbers."
)
TOO_MANY_IN_ROOM = mark(
    "{hands} hands are more than the {most} seats still out. Lower one of the numbers."
)


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a round takes: its state, the steps of its scale, and whether it is secret.

    `counted`: some of its votes have no seat (hands, or a secret round that was opened again), so
    that a further vote needs to be checked against the seats still out.
    """

    state: RoundState
    steps: int
    dont_know: bool
    counted: bool
    secret: bool = False
    sealed: bool = False


PRACTICE = Ballot(RoundState.OPEN, len(PRACTICE_LABELS), dont_know=True, counted=True)

_BALLOT = (
    select(
        RoundRecord.state,
        RoundRecord.secret,
        RoundRecord.sealed_at,
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


def read_ballot(connection: Connection, workshop_id: str, round_id: str) -> Ballot | None:
    """What this round of the workshop takes; None where the workshop has no such round."""
    row = connection.execute(
        _BALLOT, {"round_id": round_id, "workshop_id": workshop_id}
    ).one_or_none()
    if row is None:
        return None
    sealed = row.sealed_at is not None
    return Ballot(
        state=RoundState(row.state),
        steps=len(row.scale_labels),
        dont_know=row.dont_know,
        counted=row.tallied or sealed,
        secret=row.secret,
        sealed=sealed,
    )


_OF_SEAT: tuple[type[VoteRecord] | type[VotedRecord], ...] = (VoteRecord, VotedRecord)
"""The rows that say that a seat has voted: of an open ballot, of a secret one."""

_SEATS_OPEN, _SEATS_SECRET = (
    select(
        SeatRecord.id,
        SeatRecord.team_id,
        SeatRecord.presence,
        SeatRecord.role,
        has_voted.seat_id.is_not(None).label("voted"),
    )
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .outerjoin(
        has_voted,
        (has_voted.seat_id == SeatRecord.id) & (has_voted.round_id == bindparam("round_id")),
    )
    .where(
        TeamRecord.workshop_id == bindparam("workshop_id"),
        SeatRecord.id.in_(bindparam("seats", expanding=True)),
    )
    for has_voted in _OF_SEAT
)


def read_seats(
    connection: Connection,
    workshop_id: str,
    round_id: str,
    seat_ids: Sequence[str],
    *,
    secret: bool = False,
) -> dict[str, Any]:
    """The seats among these that are in the workshop, by id, and whether each has voted."""
    rows = connection.execute(
        _SEATS_SECRET if secret else _SEATS_OPEN,
        {"round_id": round_id, "workshop_id": workshop_id, "seats": list(set(seat_ids))},
    )
    return {row.id: row for row in rows}


def check_vote(answer: int, ballot: Ballot, seat: Any | None) -> None:
    """Raise RefusedVote where the answer is not on the ballot or the seat does not vote."""
    check_answer(answer, ballot)
    if seat is None:
        raise RefusedVote(NO_SEAT)
    if seat.presence != "present" or seat.role != "voting":
        raise RefusedVote(NOT_VOTING)


def check_answer(answer: int, ballot: Ballot) -> None:
    """Raise RefusedVote where the answer is not on the ballot."""
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


def practice_is_open(connection: Connection, workshop_id: str) -> bool:
    """Whether the practice vote takes votes now."""
    found = connection.execute(_PRACTISING, {"of_workshop": workshop_id})
    return found.one_or_none() is not None


_FREE_OPEN, _FREE_SECRET = (
    select(
        TeamRecord.id,
        TeamRecord.name,
        func.count(SeatRecord.id).filter(
            SeatRecord.presence == "present",
            SeatRecord.role == "voting",
            has_voted.seat_id.is_(None),
        ),
    )
    .outerjoin(SeatRecord, SeatRecord.team_id == TeamRecord.id)
    .outerjoin(
        has_voted,
        (has_voted.seat_id == SeatRecord.id) & (has_voted.round_id == bindparam("round_id")),
    )
    .where(TeamRecord.workshop_id == bindparam("workshop_id"))
    .group_by(TeamRecord.id)
    for has_voted in _OF_SEAT
)

_TALLIED = (
    select(TallyRecord.group, func.sum(TallyRecord.count))
    .where(TallyRecord.round_id == bindparam("round_id"))
    .group_by(TallyRecord.group)
)

# All votes of a secret round, hands that are still tallied apart, less the seats that gave them.
_SEATLESS = select(
    select(func.coalesce(func.sum(SealedCountRecord.count), 0))
    .where(SealedCountRecord.round_id == bindparam("round_id"))
    .scalar_subquery()
    + select(func.count()).where(SealedRecord.round_id == bindparam("round_id")).scalar_subquery()
    - select(func.count()).where(VotedRecord.round_id == bindparam("round_id")).scalar_subquery()
)


@dataclass(slots=True)
class Room:
    """Seats still without a vote of their own, and hands tallied, by team.

    `seatless` are votes that were sealed and of which no seat is known: hands, in a secret round
    that was opened again.
    """

    names: dict[str, str]
    free: dict[str, int]
    tallied: dict[str, int]
    seatless: int = 0

    @classmethod
    def read(
        cls, connection: Connection, workshop_id: str, round_id: str, *, secret: bool = False
    ) -> Room:
        """The room as it is for this round of the workshop."""
        of_round = {"round_id": round_id}
        rows = connection.execute(
            _FREE_SECRET if secret else _FREE_OPEN, of_round | {"workshop_id": workshop_id}
        ).all()
        return cls(
            {row[0]: row[1] for row in rows},
            {row[0]: row[2] for row in rows},
            dict(connection.execute(_TALLIED, of_round).all()),
            connection.execute(_SEATLESS, of_round).scalar_one() if secret else 0,
        )

    @classmethod
    def practising(cls, connection: Connection, workshop_id: str, practice: PracticeBallot) -> Room:
        room = cls.read(connection, workshop_id, PRACTICE_ROUND)
        for seat in read_seats(connection, workshop_id, "", list(practice.seats)).values():
            room.free[seat.team_id] -= 1
        room.tallied = practice.hands
        return room

    def take_seat(self, team_id: str) -> None:
        """A seat of this team votes itself; raises RefusedVote when only hands are left."""
        team_full = self.free[team_id] <= self.tallied.get(team_id, 0)
        if team_full or self._free_in_all() <= sum(self.tallied.values()) + self.seatless:
            raise RefusedVote(TALLIED)
        self.free[team_id] -= 1

    def check_tally(self, group: str) -> None:
        """Raise RefusedVote when more hands are tallied than there are seats for them."""
        hands = self.tallied.get(group, 0)
        others = sum(self.tallied.values()) - hands + self.seatless
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
