"""Reading a question in full: its text, rounds, outcome and notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from workshop.facts import OutlineItem
from workshop.kinds import OutcomeKind
from workshop.question_facts import NoteFacts, OutcomeFacts, QuestionFacts
from workshop.readings.earlier import EARLIER_COLUMNS, read_earlier
from workshop.readings.revealed import Revealed
from workshop.readings.rounds import read_rounds
from workshop.records import EarlierResultRecord, NoteRecord, OutcomeRecord, QuestionRecord

_QUESTION = (
    select(QuestionRecord.__table__, *EARLIER_COLUMNS)
    .outerjoin(EarlierResultRecord, EarlierResultRecord.question_id == QuestionRecord.id)
    .where(QuestionRecord.id == bindparam("question_id"))
)
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_OUTCOMES = select(OutcomeRecord.__table__).where(OutcomeRecord.question_id.in_(_IDS))
_NOTES = (
    select(NoteRecord.__table__)
    .where(NoteRecord.question_id.in_(_IDS))
    .order_by(NoteRecord.written_at, NoteRecord.id)
)


def read_question(
    connection: Connection,
    items: Sequence[OutlineItem],
    question_id: str,
    expected: int,
    known: Revealed | None = None,
) -> QuestionFacts:
    """One question without its notes, which no scene shows.

    `items` must hold its session's questions, read of the same state; `expected` are the seats
    present; `known` remembers what is revealed.
    """
    row = connection.execute(_QUESTION, {"question_id": question_id}).one()
    item = next(i for i in items if any(q.id == question_id for q in i.questions))
    ids = [question.id for question in item.questions]
    recorded = item.questions[ids.index(question_id)].outcome is not None
    return QuestionFacts(
        id=row.id,
        item_id=item.id,
        short=row.short,
        text=row.text,
        number=ids.index(question_id) + 1,
        of=len(ids),
        scale_labels=tuple(row.scale_labels),
        dont_know=row.dont_know,
        look_for=tuple(row.look_for),
        prompts=tuple(row.prompts),
        rounds=read_rounds(connection, question_id, len(row.scale_labels), expected, known),
        outcome=read_outcome(connection, question_id) if recorded else None,
        notes=(),
        earlier=read_earlier(row),
    )


def read_outcome(connection: Connection, question_id: str) -> OutcomeFacts | None:
    """What was recorded for a question."""
    return read_outcomes_of(connection, [question_id]).get(question_id)


def read_outcomes_of(
    connection: Connection, question_ids: Sequence[str]
) -> dict[str, OutcomeFacts]:
    """What was recorded for each of these questions that something was recorded for, by its id."""
    rows = connection.execute(_OUTCOMES, {"ids": question_ids})
    return {row.question_id: _outcome(row) for row in rows}


def _outcome(row: Any) -> OutcomeFacts:
    return OutcomeFacts(
        kind=OutcomeKind(row.kind),
        score=_points(row.score_halves),
        evidence=row.evidence,
        low=_points(row.low_halves),
        low_position=row.low_position,
        high=_points(row.high_halves),
        high_position=row.high_position,
        finds_out=row.finds_out,
        finds_out_how=row.finds_out_how,
        finds_out_by=row.finds_out_by,
        off_wall=row.off_wall,
        off_report=row.off_report,
        changed_at=row.changed_at,
    )


def _points(halves: int | None) -> float | None:
    return None if halves is None else halves / 2


def read_notes(connection: Connection, question_id: str) -> tuple[NoteFacts, ...]:
    """The lines written at a question, oldest first."""
    return read_notes_of(connection, [question_id]).get(question_id, ())


def read_notes_of(
    connection: Connection, question_ids: Sequence[str]
) -> dict[str, tuple[NoteFacts, ...]]:
    """The lines written at each of these questions that has any, oldest first, by its id."""
    found: defaultdict[str, list[NoteFacts]] = defaultdict(list)
    for row in connection.execute(_NOTES, {"ids": question_ids}):
        found[row.question_id].append(
            NoteFacts(row.id, row.kind == "private", row.text, row.off_wall, row.off_report)
        )
    return {question_id: tuple(notes) for question_id, notes in found.items()}
