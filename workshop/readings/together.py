"""Reading an activity whose votes are collected, or revealed at once."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from workshop.facts import WorkshopFacts
from workshop.kinds import Sorting
from workshop.question_facts import TogetherFacts, TogetherQuestion
from workshop.readings.earlier import EARLIER_COLUMNS, read_earlier
from workshop.readings.revealed import Revealed
from workshop.readings.rounds import read_rounds_of
from workshop.records import ActivityRecord, EarlierResultRecord, QuestionRecord

_ACTIVITY = select(ActivityRecord.kind, ActivityRecord.sorting).where(
    ActivityRecord.id == bindparam("of_activity")
)
_QUESTIONS = (
    select(
        QuestionRecord.id,
        QuestionRecord.short,
        QuestionRecord.text,
        QuestionRecord.scale_labels,
        QuestionRecord.picked,
        *EARLIER_COLUMNS,
    )
    .outerjoin(EarlierResultRecord, EarlierResultRecord.question_id == QuestionRecord.id)
    .where(
        QuestionRecord.activity_id == bindparam("of_activity"), QuestionRecord.skipped.is_(False)
    )
    .order_by(QuestionRecord.position)
)


def read_together(
    connection: Connection,
    activity_id: str | None,
    expected: int,
    workshop: WorkshopFacts,
    known: Revealed | None = None,
) -> TogetherFacts | None:
    """The activity with its questions, each with its first revealed round, else its newest one.

    Another round on a question that is talked about does not change the page that was shown, nor
    the order of the talk. None where there is no such activity.

    `expected` present voting seats count for a round that is still open; `known` remembers what
    is revealed.
    """
    if activity_id is None:
        return None
    of_activity = {"of_activity": activity_id}
    activity = connection.execute(_ACTIVITY, of_activity).one()
    rows = connection.execute(_QUESTIONS, of_activity).all()
    by_question = read_rounds_of(
        connection, {row.id: len(row.scale_labels) for row in rows}, expected, known
    )
    questions = []
    for row in rows:
        labels = tuple(row.scale_labels)
        rounds = by_question[row.id]
        newest = rounds[-1] if rounds else None
        shown = next((each for each in rounds if each.result is not None), newest)
        revealed = shown is not None and shown.result is not None
        questions.append(
            TogetherQuestion(
                id=row.id,
                short=row.short,
                text=row.text,
                labels=labels,
                round=shown,
                picked=row.picked,
                target=workshop.target_on(labels),
                earlier=read_earlier(row) if revealed else None,
            )
        )
    return TogetherFacts(activity_id, activity.kind, Sorting(activity.sorting), tuple(questions))
