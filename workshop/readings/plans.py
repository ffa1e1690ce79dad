"""Reading what is planned and put aside: actions and the parking lot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select

from workshop.facts import ActionFacts, OutlineItem, ParkedFacts
from workshop.kinds import ActionStatus
from workshop.records import ActionRecord, ActivityRecord, ParkedRecord, QuestionRecord

_EVERY_ACTION = (
    select(
        ActionRecord.__table__,
        QuestionRecord.short,
        ActivityRecord.item_id.label("item_id"),
    )
    .outerjoin(QuestionRecord, QuestionRecord.id == ActionRecord.question_id)
    .outerjoin(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .where(ActionRecord.workshop_id == bindparam("of_workshop"))
    .order_by(ActionRecord.position)
)
_ACTIONS = _EVERY_ACTION.where(ActionRecord.state != "dropped")
_DROPPED = _EVERY_ACTION.where(ActionRecord.state == "dropped")

_PARKED = (
    select(ParkedRecord.id, ParkedRecord.text)
    .where(ParkedRecord.workshop_id == bindparam("of_workshop"))
    .order_by(ParkedRecord.parked_at, ParkedRecord.id)
)


def read_actions(
    connection: Connection, workshop_id: str, items: Sequence[OutlineItem]
) -> tuple[ActionFacts, ...]:
    """The actions that were not dropped, in order, each with where it came from."""
    sessions = {item.id: item for item in items}
    rows = connection.execute(_ACTIONS, {"of_workshop": workshop_id})
    return tuple(_action(row, sessions.get(row.item_id)) for row in rows)


def read_dropped(
    connection: Connection, workshop_id: str, items: Sequence[OutlineItem]
) -> tuple[ActionFacts, ...]:
    """The actions that were dropped, in order: what took them in before must let them go."""
    sessions = {item.id: item for item in items}
    rows = connection.execute(_DROPPED, {"of_workshop": workshop_id})
    return tuple(_action(row, sessions.get(row.item_id)) for row in rows)


def _action(row: Any, session: OutlineItem | None) -> ActionFacts:
    return ActionFacts(
        id=row.id,
        question_id=row.question_id,
        what=row.what,
        first_step=row.first_step,
        owner=row.owner,
        owner_absent=row.owner_absent,
        due=row.due,
        measure=row.measure,
        state=row.state,
        off_wall=row.off_wall,
        off_report=row.off_report,
        theme=session.theme if session else None,
        second=session.second if session else False,
        session=session.title if session else "",
        short=row.short or "",
        status=ActionStatus(row.status),
    )


def read_parked(connection: Connection, workshop_id: str) -> tuple[ParkedFacts, ...]:
    """The parking lot, oldest first."""
    rows = connection.execute(_PARKED, {"of_workshop": workshop_id})
    return tuple(ParkedFacts(row.id, row.text) for row in rows)
