"""Preparing acts: what all acts of Prepare share: their transaction, rows and refusals."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from enum import Enum

from sqlalchemy import bindparam, exists, select

from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.events import WorkshopChanged
from workshop.library import Library, Transaction
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
    SeatRecord,
    TeamRecord,
    WorkshopRecord,
)
from workshop.words import Words, mark

NO_SUCH_ITEM = mark("This agenda item is no longer there. Look at the agenda again.")
NO_SUCH_QUESTION = mark("This question is no longer there. Look at its session again.")
TOO_LONG = mark("This has {n} characters; {most} fit. Make it shorter.")
ITEM_BEGUN = mark("“{name}” has begun. What the room has seen of it stays as it is.")


class Keep(Enum):
    """Says of a value that it stays as it is, where None means something else."""

    KEEP = "keep"


KEEP = Keep.KEEP


class PreparingActs:
    """What the acts of Prepare are made of. Each is one transaction and one line to undo."""

    def __init__(self, library: Library, workshop_id: str, words: Words) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._words = words

    def _act(
        self, transaction: Transaction, name: str, **values: float | str | date
    ) -> AbstractContextManager[None]:
        """An act of the journal; everyone is told once it is kept."""
        transaction.publish(WorkshopChanged(self._workshop_id))
        return journal.act(transaction, self._workshop_id, name, **values)

    def _workshop(self, transaction: Transaction) -> WorkshopRecord:
        return transaction.get_one(WorkshopRecord, self._workshop_id)

    def _refuse_once_begun(self, transaction: Transaction, sentence: str) -> None:
        """Raise NotPossibleNow(`sentence`) where the day has begun, or anything was asked."""
        of_workshop = {"of_workshop": self._workshop_id}
        if transaction.connection().execute(BEGUN, of_workshop).scalar_one():
            raise NotPossibleNow(sentence)

    def _items(self, transaction: Transaction) -> list[AgendaItemRecord]:
        """The agenda in order."""
        return list(transaction.scalars(_ITEMS, {"of_workshop": self._workshop_id}))

    def _item(self, transaction: Transaction, item_id: str) -> AgendaItemRecord:
        item = transaction.get(AgendaItemRecord, item_id)
        if item is None or item.workshop_id != self._workshop_id:
            raise NotPossibleNow(NO_SUCH_ITEM)
        return item

    def _question(
        self, transaction: Transaction, question_id: str
    ) -> tuple[QuestionRecord, ActivityRecord, AgendaItemRecord]:
        """A question with its activity and its session."""
        of = {"question": question_id, "of_workshop": self._workshop_id}
        row = transaction.execute(_QUESTION, of).one_or_none()
        if row is None:
            raise NotPossibleNow(NO_SUCH_QUESTION)
        return row[0], row[1], row[2]


BEGUN = select(
    exists(
        select(LiveRecord.workshop_id).where(
            LiveRecord.workshop_id == bindparam("of_workshop"), LiveRecord.started_at.is_not(None)
        )
    )
    | exists(
        select(RoundRecord.id)
        .join(QuestionRecord, QuestionRecord.id == RoundRecord.question_id)
        .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
        .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
        .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    )
)
"""Whether a workshop's day has begun, or has rounds: a parked one has votes."""

_ITEMS = (
    select(AgendaItemRecord)
    .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    .order_by(AgendaItemRecord.position, AgendaItemRecord.id)
)
_QUESTION = (
    select(QuestionRecord, ActivityRecord, AgendaItemRecord)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(
        QuestionRecord.id == bindparam("question"),
        AgendaItemRecord.workshop_id == bindparam("of_workshop"),
    )
)


def check_length(text: str, most: int) -> str:
    """`text` without space around it; NotPossibleNow where it has more than `most` characters."""
    text = text.strip()
    if len(text) > most:
        raise NotPossibleNow(TOO_LONG, n=len(text), most=most)
    return text


def placed(
    rows: Sequence[AgendaItemRecord | QuestionRecord | TeamRecord | SeatRecord],
) -> None:
    """Give rows their places from 0 in this order; those that have theirs are left alone."""
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place
