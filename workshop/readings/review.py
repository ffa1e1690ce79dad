"""Reading the review: the earlier workshop's actions that were open, as they stand now."""

from __future__ import annotations

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select

from frameworks.theme import Theme
from workshop.facts import ReviewFacts
from workshop.kinds import ActionStatus
from workshop.records import ActionRecord, ReviewActionRecord, WorkshopRecord

# Where the action itself is in this library, what was said of it there since is what holds.
_THERE = case((WorkshopRecord.id.is_not(None), ActionRecord.status))
_REVIEW = (
    select(
        ReviewActionRecord.__table__,
        _THERE.label("status_there"),
        func.coalesce(ActionRecord.off_report, ReviewActionRecord.off_report).label("kept_out"),
    )
    .outerjoin(ActionRecord, ActionRecord.id == ReviewActionRecord.action_id)
    .outerjoin(
        WorkshopRecord,
        and_(WorkshopRecord.id == ActionRecord.workshop_id, WorkshopRecord.deleted_at.is_(None)),
    )
    .where(
        ReviewActionRecord.workshop_id == bindparam("of_workshop"),
        or_(WorkshopRecord.id.is_(None), ActionRecord.state != "dropped"),
    )
    .order_by(ReviewActionRecord.position, ReviewActionRecord.id)
)


def read_review(connection: Connection, workshop_id: str) -> tuple[ReviewFacts, ...]:
    """The actions to be reviewed in order, without those that were dropped meanwhile."""
    rows = connection.execute(_REVIEW, {"of_workshop": workshop_id})
    return tuple(
        ReviewFacts(
            id=row.id,
            what=row.what,
            owner=row.owner,
            due=row.due,
            measure=row.measure,
            theme=Theme(row.theme) if row.theme else None,
            second=row.second,
            session=row.session,
            short=row.short,
            status=ActionStatus(row.status_there or row.status),
            reviewed=row.reviewed_at is not None,
            off_report=row.kept_out,
        )
        for row in rows
    )
