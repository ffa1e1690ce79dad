"""Earlier copy: what a workshop keeps of the results of the one that it repeats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from workshop import journal
from workshop.framework_copy import CopiedRows
from workshop.kinds import OutcomeKind
from workshop.library import Transaction
from workshop.readings.outline import read_outline
from workshop.readings.rounds import read_last_results
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    EarlierResultRecord,
    OutcomeRecord,
    QuestionRecord,
    WorkshopRecord,
)

Row = dict[str, Any]

_OF_WORKSHOP: BindParameter[str] = bindparam("of_workshop")
_ASKED = (
    select(QuestionRecord.id, QuestionRecord.text, OutcomeRecord.kind, OutcomeRecord.score_halves)
    .outerjoin(OutcomeRecord, OutcomeRecord.question_id == QuestionRecord.id)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(AgendaItemRecord.workshop_id == _OF_WORKSHOP)
)
_QUESTIONS = (
    select(
        QuestionRecord.id,
        QuestionRecord.key,
        QuestionRecord.scale_labels,
        AgendaItemRecord.id.label("item_id"),
        AgendaItemRecord.session_key,
    )
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(AgendaItemRecord.workshop_id == _OF_WORKSHOP)
)


def results_of(
    connection: Connection, earlier_id: str, steps: Mapping[str, int], now: Mapping[str, str]
) -> list[Row]:
    """The rows of what an earlier workshop's questions came to.

    That is the votes of each one's last revealed round, what was agreed, and how it was asked.
    `steps` are those of the scale of each earlier question, `now` the id that it has in the
    workshop that repeats it.
    """
    asked = {row.id: row for row in connection.execute(_ASKED, {"of_workshop": earlier_id})}
    rows = []
    for question, result in read_last_results(connection, steps).items():
        then = asked[question]
        rows.append(
            {
                "question_id": now[question],
                "counts": list(result.counts),
                "dont_know": result.dont_know,
                "score_halves": then.score_halves,
                "differed": then.kind == OutcomeKind.DIFFER.value,
                "text": then.text,
            }
        )
    return rows


def compare_again(transaction: Transaction, workshop_id: str, copied: CopiedRows) -> None:
    """Give rows just copied out of a framework what the earlier workshop came to on them.

    To be called inside an act. A question is the same by framework, session and question key, and
    on the same scale only. Where the workshop repeats none, or that one is not in this library any
    more, nothing is done.
    """
    workshop = transaction.get_one(WorkshopRecord, workshop_id)
    earlier = transaction.get(WorkshopRecord, workshop.earlier_id) if workshop.earlier_id else None
    if earlier is None or earlier.framework_id != workshop.framework_id:
        return
    transaction.flush()
    connection = transaction.connection()
    before = {
        (row.session_key, row.key, tuple(row.scale_labels)): row.id
        for row in connection.execute(_QUESTIONS, {"of_workshop": earlier.id})
    }
    new = {row["id"] for row in copied.questions}
    now: dict[str, str] = {}
    steps: dict[str, int] = {}
    for row in connection.execute(_QUESTIONS, {"of_workshop": workshop_id}):
        same = before.get((row.session_key, row.key, tuple(row.scale_labels)))
        if row.id in new and same is not None:
            now[same], steps[same] = row.id, len(row.scale_labels)
    rows = results_of(connection, earlier.id, steps, now)
    journal.add_rows(transaction, EarlierResultRecord, rows)
    _score_sessions(transaction, earlier, workshop, copied)


def _score_sessions(
    transaction: Transaction, earlier: WorkshopRecord, workshop: WorkshopRecord, copied: CopiedRows
) -> None:
    """Give sessions just copied their score of last time, where it is one of the same scale."""
    if earlier.scale_labels != workshop.scale_labels or not copied.items:
        return
    connection = transaction.connection()
    keys = {
        row.item_id: row.session_key
        for row in connection.execute(_QUESTIONS, {"of_workshop": earlier.id})
    }
    scores = {
        keys[item.id]: float(item.score.value)
        for item in read_outline(connection, earlier.id, None)
        if item.id in keys and item.score is not None
    }
    for row in copied.items:
        record = transaction.get_one(AgendaItemRecord, row["id"])
        record.earlier_score = scores.get(record.session_key)
