"""The shelf: the list of workshops, as it is read from the library's rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from sqlalchemy import Connection, func, select

from workshop.records import (
    AgendaItemRecord,
    LiveRecord,
    SeatRecord,
    TeamRecord,
    WorkshopRecord,
)

State = Literal["upcoming", "live", "past"]


class TeamLine(NamedTuple):
    """A team's name and the number of its seats."""

    name: str
    seats: int


class SessionLine(NamedTuple):
    """A session of the agenda."""

    theme: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """One workshop in the list.

    `starts_at` is in minutes after midnight of the room's clock, `minutes` is the whole agenda's;
    `last_act_at` is in milliseconds since 1970, None before the first act of the day.
    """

    id: str
    title: str
    organisation: str
    held_on: date
    starts_at: int
    state: State
    archived: bool
    rehearsal: bool
    teams: tuple[TeamLine, ...]
    minutes: int
    sessions: tuple[SessionLine, ...]
    last_act_at: int | None


def workshops(connection: Connection) -> tuple[WorkshopLine, ...]:
    """A line for every workshop of the file, the latest day first."""
    teams = _teams(connection)
    sessions = _sessions(connection)
    minutes = _minutes(connection)
    rows = connection.execute(
        select(
            WorkshopRecord.id,
            WorkshopRecord.title,
            WorkshopRecord.organisation,
            WorkshopRecord.held_on,
            WorkshopRecord.starts_at,
            WorkshopRecord.archived_at,
            WorkshopRecord.rehearsal,
            LiveRecord.started_at.label("began_at"),
            LiveRecord.ended_at,
            LiveRecord.last_act_at,
        )
        .outerjoin(LiveRecord, LiveRecord.workshop_id == WorkshopRecord.id)
        .order_by(WorkshopRecord.held_on.desc(), WorkshopRecord.starts_at.desc(), WorkshopRecord.id)
    )
    return tuple(
        WorkshopLine(
            id=row.id,
            title=row.title,
            organisation=row.organisation,
            held_on=row.held_on,
            starts_at=row.starts_at,
            state=_state(row.began_at, row.ended_at),
            archived=row.archived_at is not None,
            rehearsal=row.rehearsal,
            teams=tuple(teams[row.id]),
            minutes=minutes.get(row.id, 0),
            sessions=tuple(sessions[row.id]),
            last_act_at=row.last_act_at,
        )
        for row in rows
    )


def live_workshop(connection: Connection, since: int) -> str | None:
    """The id of the newest workshop that was started, not ended, and acted on after `since`."""
    return connection.scalar(
        select(LiveRecord.workshop_id)
        .where(
            LiveRecord.started_at.is_not(None),
            LiveRecord.ended_at.is_(None),
            LiveRecord.last_act_at > since,
        )
        .order_by(LiveRecord.started_at.desc())
        .limit(1)
    )


def _state(started_at: int | None, ended_at: int | None) -> State:
    if started_at is None:
        return "upcoming"
    return "live" if ended_at is None else "past"


def _teams(connection: Connection) -> dict[str, list[TeamLine]]:
    found: dict[str, list[TeamLine]] = defaultdict(list)
    rows = connection.execute(
        select(TeamRecord.workshop_id, TeamRecord.name, func.count(SeatRecord.id))
        .outerjoin(SeatRecord, SeatRecord.team_id == TeamRecord.id)
        .group_by(TeamRecord.id)
        .order_by(TeamRecord.workshop_id, TeamRecord.position)
    )
    for workshop_id, name, seats in rows:
        found[workshop_id].append(TeamLine(name, seats))
    return found


def _sessions(connection: Connection) -> dict[str, list[SessionLine]]:
    found: dict[str, list[SessionLine]] = defaultdict(list)
    rows = connection.execute(
        select(
            AgendaItemRecord.workshop_id,
            AgendaItemRecord.theme,
            AgendaItemRecord.title,
            AgendaItemRecord.minutes,
        )
        .where(AgendaItemRecord.kind == "session")
        .order_by(AgendaItemRecord.workshop_id, AgendaItemRecord.position)
    )
    for workshop_id, theme, title, minutes in rows:
        found[workshop_id].append(SessionLine(theme or "", title, minutes))
    return found


def _minutes(connection: Connection) -> dict[str, int]:
    rows = connection.execute(
        select(AgendaItemRecord.workshop_id, func.sum(AgendaItemRecord.minutes)).group_by(
            AgendaItemRecord.workshop_id
        )
    )
    return {row[0]: row[1] for row in rows}
