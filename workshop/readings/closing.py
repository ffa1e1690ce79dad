"""Reading the close: how worthwhile the day was, and the words that were said."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from workshop.facts import ClosingFacts
from workshop.records import ClosingCountRecord, ClosingWordRecord

ANSWERS = 5

_COUNTS = select(ClosingCountRecord.answer, ClosingCountRecord.count).where(
    ClosingCountRecord.workshop_id == bindparam("of_workshop")
)
_WORDS = (
    select(ClosingWordRecord.id, ClosingWordRecord.text)
    .where(ClosingWordRecord.workshop_id == bindparam("of_workshop"))
    .order_by(ClosingWordRecord.position)
)


def read_closing(connection: Connection, workshop_id: str) -> ClosingFacts:
    """The hands for each answer from 1 to 5, and the words (id, text) in order of arrival."""
    of_workshop = {"of_workshop": workshop_id}
    counts = dict(connection.execute(_COUNTS, of_workshop).all())
    words = connection.execute(_WORDS, of_workshop)
    return ClosingFacts(
        counts=tuple(counts.get(answer, 0) for answer in range(1, ANSWERS + 1)),
        words=tuple((row.id, row.text) for row in words),
    )
