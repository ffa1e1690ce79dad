"""Rounds: opening and closing them, with the votes they have and the seats that were there."""

from __future__ import annotations

from sqlalchemy import Select, bindparam, func, select

from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.identity import new_id
from workshop.kinds import Ballot, RoundState, Voter
from workshop.library import Transaction
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    QuestionRecord,
    RoundRecord,
    RoundSeatRecord,
    SeatRecord,
    TallyRecord,
    TeamRecord,
    VotedRecord,
    VoteRecord,
    WorkshopRecord,
)
from workshop.words import mark

FEWEST_SECRET = 5
"""Present voting seats that a secret ballot takes at least."""

TEAMS_VOTE_OPENLY = mark(
    "A team that votes as one cannot vote secretly. Choose an open ballot, or a seat for each."
)
TOO_FEW_FOR_SECRET = mark(
    "A secret vote needs at least {fewest} present voting seats; there are {present}. "
    "Wait for the others, or choose an open ballot."
)

_WORKSHOP = (
    select(WorkshopRecord.id, WorkshopRecord.ballot, WorkshopRecord.voter)
    .join(AgendaItemRecord, AgendaItemRecord.workshop_id == WorkshopRecord.id)
    .join(ActivityRecord, ActivityRecord.item_id == AgendaItemRecord.id)
    .join(QuestionRecord, QuestionRecord.activity_id == ActivityRecord.id)
    .where(QuestionRecord.id == bindparam("of_question"))
)


def _seats_of_round() -> Select[str]:
    """Seats that are present and voting, and those that voted in the round and left since."""
    voted = [
        select(kept.seat_id)
        .where(kept.seat_id == SeatRecord.id, kept.round_id == bindparam("of_round"))
        .exists()
        for kept in (VoteRecord, VotedRecord)
    ]
    here = (SeatRecord.presence == "present") & (SeatRecord.role == "voting")
    return (
        select(SeatRecord.id)
        .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
        .where(TeamRecord.workshop_id == bindparam("of_workshop"), here | voted[0] | voted[1])
        .order_by(SeatRecord.id)
    )


_SEATS = _seats_of_round()
_KEPT = select(RoundSeatRecord.seat_id).where(RoundSeatRecord.round_id == bindparam("of_round"))
_VOTES = [
    select(func.count()).where(kept.round_id == bindparam("of_round"))
    for kept in (VoteRecord, VotedRecord, TallyRecord)
]


def open_round(transaction: Transaction, question_id: str) -> RoundRecord:
    """Open the question's newest round, or the one after it where that was revealed.

    A round that an undo parked comes back with its votes. A round without any is secret where the
    workshop's ballot now is. Raises NotPossibleNow where a secret ballot cannot be held: teams
    vote as one, or fewer than FEWEST_SECRET seats count.
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
    _settle_secrecy(transaction, newest)
    newest.state = RoundState.OPEN.value
    newest.opened_at = transaction.now()
    return newest


def _settle_secrecy(transaction: Transaction, record: RoundRecord) -> None:
    workshop = transaction.execute(_WORKSHOP, {"of_question": record.question_id}).one()
    of_round = {"of_round": record.id}
    if not record.sealed_at and not any(transaction.scalar(count, of_round) for count in _VOTES):
        record.secret = workshop.ballot == Ballot.SECRET
    if not record.secret:
        return
    if workshop.voter == Voter.TEAM:
        raise NotPossibleNow(TEAMS_VOTE_OPENLY)
    present = len(transaction.scalars(_SEATS, of_round | {"of_workshop": workshop.id}).all())
    if present < FEWEST_SECRET:
        raise NotPossibleNow(TOO_FEW_FOR_SECRET, fewest=FEWEST_SECRET, present=present)


def close_round(transaction: Transaction, workshop_id: str, round_id: str) -> None:
    """Close a round and keep with it which seats count: those present, and those that voted."""
    record = transaction.get_one(RoundRecord, round_id)
    record.state = RoundState.CLOSED.value
    record.closed_at = transaction.now()
    seats = transaction.scalars(_SEATS, {"of_round": round_id, "of_workshop": workshop_id}).all()
    kept = set(transaction.scalars(_KEPT, {"of_round": round_id}))
    come = [{"round_id": round_id, "seat_id": seat} for seat in seats if seat not in kept]
    journal.add_rows(transaction, RoundSeatRecord, come)
    for seat_id in kept - set(seats):
        transaction.delete(transaction.get_one(RoundSeatRecord, (round_id, seat_id)))
