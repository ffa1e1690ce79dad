"""Rows of a small workshop, and what a library file holds, for the storage's tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    Record,
    RoundRecord,
    SeatRecord,
    TeamRecord,
    WorkshopRecord,
)


def workshop_row(workshop_id: str, **values: Any) -> WorkshopRecord:
    """A workshop on 9 October 2025 at nine."""
    given: dict[str, Any] = {
        "title": "Strategy day",
        "organisation": "Northwind",
        "held_on": date(2025, 10, 9),
        "starts_at": 540,
        "language": "en",
        "framework_id": "great-service",
        "framework_version": "1",
        "framework_title": "Great service",
        "created_at": 1,
    }
    return WorkshopRecord(id=workshop_id, **(given | values))


def day_rows(workshop_id: str, now: int) -> list[Record]:
    """A started workshop: one session of three questions, two teams of two seats, one round."""
    questions = [
        QuestionRecord(
            id=f"q{n}",
            activity_id="activity",
            position=n,
            key=f"key-{n}",
            short=f"Question {n}",
            text=f"How good is number {n}?",
            scale_labels=["bad", "fair", "good"],
        )
        for n in (1, 2, 3)
    ]
    seats = [
        SeatRecord(id=f"s{n}", team_id="t1" if n < 3 else "t2", position=n, name=None)
        for n in (1, 2, 3, 4)
    ]
    return [
        workshop_row(workshop_id),
        AgendaItemRecord(
            id="opening", workshop_id=workshop_id, position=1, kind="opening", title="Hello",
            minutes=10,
        ),
        AgendaItemRecord(
            id="session", workshop_id=workshop_id, position=2, kind="session", title="People",
            minutes=45, theme="people", session_key="people",
        ),
        ActivityRecord(
            id="activity", item_id="session", position=1, key="rate", kind="rate", pace="each"
        ),
        *questions,
        TeamRecord(id="t1", workshop_id=workshop_id, position=1, name="Kitchen"),
        TeamRecord(id="t2", workshop_id=workshop_id, position=2, name="Counter"),
        *seats,
        RoundRecord(id="r1", question_id="q1", number=1, state="open", opened_at=now),
        LiveRecord(workshop_id=workshop_id, started_at=now, last_act_at=now),
    ]  # fmt: skip


def held(connection: Connection, tables: Iterable[type[Record]]) -> dict[str, list[Any]]:
    """Every row of these tables as SQLite keeps it, in a settled order."""
    return {
        row_type.__tablename__: sorted(
            (
                tuple(row._mapping.items())
                for row in connection.exec_driver_sql(f'SELECT * FROM "{row_type.__tablename__}"')
            ),
            key=repr,
        )
        for row_type in tables
    }
