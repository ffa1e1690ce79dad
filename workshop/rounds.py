"""Rounds: opening and closing them, with the votes they have and the seats that were there."""

from __future__ import annotations

from sqlalchemy import select

from workshop.facts import RoundState
from workshop.identity import new_id
from workshop.library import Transaction
from workshop.records import (
    RoundRecord,
    RoundSeatRecord,
    SeatRecord,
    TeamRecord,
)


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
