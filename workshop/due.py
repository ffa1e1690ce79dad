"""Due: which actions of the whole library are late, and which are due soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection

LATE_SHOWN: Final = 6
"""How many late actions are read; the number of all is told."""
SOON_DAYS: Final = 7

_OPEN: Final = """
    FROM "action" JOIN workshop ON workshop.id = "action".workshop_id
    WHERE "action".state IN ('agreed', 'proposed')
    AND "action".status IN ('not_started', 'under_way')
    AND workshop.deleted_at IS NULL AND workshop.archived_at IS NULL
    AND "action".due < :until
"""
LISTED: Final = f"""
    WITH found AS (
        SELECT "action".id, "action".workshop_id, "action".question_id, "action".what,
            "action".owner, "action".due, "action".position
        {_OPEN} AND "action".due >= :since
        ORDER BY "action".due, "action".workshop_id, "action".position LIMIT :most
    )
    SELECT found.*, agenda_item.id AS item_id, agenda_item.theme,
        EXISTS (
            SELECT 1 FROM agenda_item AS earlier
            WHERE earlier.workshop_id = agenda_item.workshop_id
            AND earlier.theme = agenda_item.theme AND earlier.position < agenda_item.position
        ) AS second
    FROM found
    LEFT JOIN question ON question.id = found.question_id
    LEFT JOIN activity ON activity.id = question.activity_id
    LEFT JOIN agenda_item ON agenda_item.id = activity.item_id
    ORDER BY found.due, found.workshop_id, found.position
"""
LATE: Final = f"SELECT count(*) {_OPEN}"
OPEN: Final = """
    SELECT count(*) FROM "action" JOIN workshop ON workshop.id = "action".workshop_id
    WHERE "action".state IN ('agreed', 'proposed')
    AND "action".status IN ('not_started', 'under_way')
    AND workshop.deleted_at IS NULL AND workshop.archived_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class DueAction:
    """An open action with its date; `theme` is that of its session, '' where it has none."""

    id: str
    workshop_id: str
    what: str
    owner: str
    due: date
    theme: str
    second: bool


@dataclass(frozen=True, slots=True)
class DueActions:
    """The open actions of all workshops that are neither archived nor deleted.

    `late` are the first LATE_SHOWN, the longest overdue first, of `late_count`; `soon` are due
    within SOON_DAYS from today on; `open_count` are all that are neither done nor dropped.
    """

    late: tuple[DueAction, ...]
    soon: tuple[DueAction, ...]
    late_count: int
    open_count: int


def due_actions(connection: Connection, today: date) -> DueActions:
    """What is late and what is due soon, as of `today`."""
    end = today + timedelta(days=SOON_DAYS)
    return DueActions(
        late=_listed(connection, date.min, today),
        soon=_listed(connection, today, end),
        late_count=late_count(connection, today),
        open_count=_count(connection, OPEN, {}),
    )


def late_count(connection: Connection, today: date) -> int:
    """How many actions are late."""
    return _count(connection, LATE, {"until": today.isoformat()})


def _listed(connection: Connection, since: date, until: date) -> tuple[DueAction, ...]:
    values = {"since": since.isoformat(), "until": until.isoformat(), "most": LATE_SHOWN}
    rows = connection.exec_driver_sql(LISTED, values)
    return tuple(
        DueAction(
            id=row.id,
            workshop_id=row.workshop_id,
            what=row.what,
            owner=row.owner,
            due=date.fromisoformat(row.due),
            theme=row.theme or "",
            second=bool(row.second),
        )
        for row in rows
    )


def _count(connection: Connection, statement: str, values: dict[str, Any]) -> int:
    return int(connection.exec_driver_sql(statement, values).scalar() or 0)
