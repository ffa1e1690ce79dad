"""Ballot: what a round takes, who may vote in it, and how many hands there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from workshop.errors import RefusedVote
from workshop.facts import RoundState
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND, PracticeBallot
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
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
class Ballot:
    """What a round takes: its state, the steps of its scale, and whether it has a tally."""

    state: RoundState
    steps: int
    dont_know: bool
    tallied: bool


PRACTICE = Ballot(RoundState.OPEN, len(PRACTICE_LABELS), dont_know=True, tallied=True)

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


def read_ballot(connection: Connection, workshop_id: str, round_id: str) -> Ballot | None:
    """What this round of the workshop takes; None where the workshop has no such round."""
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


def read_seats(
    connection: Connection, workshop_id: str, round_id: str, seat_ids: Sequence[str]
) -> dict[str, Any]:
    """The seats among these that are in the workshop, by id, and whether each has voted."""
    rows = connection.execute(
        _SEATS, {"round_id": round_id, "workshop_id": workshop_id, "seats": list(set(seat_ids))}
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


@dataclass(slots=True)
class Room:
    """Seats still without a vote of their own, and hands tallied, by team."""

    names: dict[str, str]
    free: dict[str, int]
    tallied: dict[str, int]

    @classmethod
    def read(cls, connection: Connection, workshop_id: str, round_id: str) -> Room:
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
    def practising(cls, connection: Connection, workshop_id: str, practice: PracticeBallot) -> Room:
        room = cls.read(connection, workshop_id, PRACTICE_ROUND)
        for seat in read_seats(connection, workshop_id, "", list(practice.seats)).values():
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
