"""Reading what the earlier workshop came to on a question, of the copy that is kept of it."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import aliased

from workshop.facts import EarlierFacts
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    EarlierResultRecord,
    QuestionRecord,
    WorkshopRecord,
)
from workshop.tally import Distribution

EARLIER_COLUMNS: Final = (
    EarlierResultRecord.counts.label("earlier_counts"),
    EarlierResultRecord.dont_know.label("earlier_dont_know"),
    EarlierResultRecord.score_halves.label("earlier_halves"),
    EarlierResultRecord.differed.label("earlier_differed"),
)
"""What `read_earlier` needs beside a question's own row."""
_item, _activity, _question = (
    aliased(AgendaItemRecord),
    aliased(ActivityRecord),
    aliased(QuestionRecord),
)
_SAME_QUESTION = (
    select(_question.text, QuestionRecord.text.label("text_now"))
    .select_from(QuestionRecord)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .join(WorkshopRecord, WorkshopRecord.id == AgendaItemRecord.workshop_id)
    .join(_item, _item.workshop_id == WorkshopRecord.earlier_id)
    .join(_activity, _activity.item_id == _item.id)
    .join(_question, _question.activity_id == _activity.id)
    .where(
        QuestionRecord.id == bindparam("of_question"),
        _item.session_key.is_not_distinct_from(AgendaItemRecord.session_key),
        _question.key == QuestionRecord.key,
    )
)


def read_earlier(connection: Connection, question: Any) -> EarlierFacts | None:
    """What the earlier workshop said to the same question; None where nothing was revealed.

    `question` is its row with EARLIER_COLUMNS. Whether it was worded otherwise is seen where that
    workshop is in this library. Where it is not (it was deleted, or this is another laptop), a
    question that was edited counts as reworded: nobody can tell any more that it was not.
    """
    if question.earlier_counts is None:
        return None
    halves = question.earlier_halves
    return EarlierFacts(
        result=Distribution(tuple(question.earlier_counts), question.earlier_dont_know),
        score=None if halves is None else halves / 2,
        differed=question.earlier_differed,
        reworded=_reworded(connection, question.id, edited=question.edited),
    )


def _reworded(connection: Connection, question_id: str, *, edited: bool) -> bool:
    texts = connection.execute(_SAME_QUESTION, {"of_question": question_id}).all()
    return all(before != now for before, now in texts) if texts else edited
