"""Sealing: parting seats and answers of a secret round for good, at its close."""

from __future__ import annotations

from sqlalchemy import delete

from workshop.library import Transaction
from workshop.records import VotedRecord


def seal(transaction: Transaction, workshop_id: str, round_id: str) -> None:
    """Keep the counts of a closed secret round, and nothing that ties a seat to an answer."""
    raise NotImplementedError(workshop_id, round_id)


def unseat(transaction: Transaction, round_id: str) -> None:
    """Forget who voted in a round that is now revealed."""
    transaction.execute(delete(VotedRecord).where(VotedRecord.round_id == round_id))
