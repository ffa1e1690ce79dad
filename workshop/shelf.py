"""The shelf: the list of workshops, as it is read from the library's rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from sqlalchemy import Boolean, Connection, Date, column, func, select, table

# The tables as this list needs them: the records' mapped classes would cost a start more than
# reading the list does.
_WORKSHOPS = table(
    "workshop",
    *map(column, ("id", "title", "organisation", "starts_at", "archived_at")),
    column("held_on", Date),
    column("rehearsal", Boolean),
)
_LIVES = table("live", *map(column, ("workshop_id", "started_at", "ended_at", "last_act_at")))
_TEAMS = table("team", *map(column, ("id", "workshop_id", "name", "position")))
_SEATS = table("seat", *map(column, ("id", "team_id")))
_ITEMS = table(
    "agenda_item", *map(column, ("workshop_id", "kind", "theme", "title", "minutes", "position"))
)
_WORKSHOP, _LIVE, _TEAM = _WORKSHOPS.c, _LIVES.c, _TEAMS.c
_SEAT, _ITEM = _SEATS.c, _ITEMS.c

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
            _WORKSHOP.id,
            _WORKSHOP.title,
            _WORKSHOP.organisation,
            _WORKSHOP.held_on,
            _WORKSHOP.starts_at,
            _WORKSHOP.archived_at,
            _WORKSHOP.rehearsal,
            _LIVE.started_at.label("began_at"),
            _LIVE.ended_at,
            _LIVE.last_act_at,
        )
        .select_from(_WORKSHOPS.outerjoin(_LIVES, _LIVE.workshop_id == _WORKSHOP.id))
        .order_by(_WORKSHOP.held_on.desc(), _WORKSHOP.starts_at.desc(), _WORKSHOP.id)
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
        select(_LIVE.workshop_id)
        .where(
            _LIVE.started_at.is_not(None),
            _LIVE.ended_at.is_(None),
            _LIVE.last_act_at > since,
        )
        .order_by(_LIVE.started_at.desc())
        .limit(1)
    )


def _state(started_at: int | None, ended_at: int | None) -> State:
    if started_at is None:
        return "upcoming"
    return "live" if ended_at is None else "past"


def _teams(connection: Connection) -> dict[str, list[TeamLine]]:
    found: dict[str, list[TeamLine]] = defaultdict(list)
    rows = connection.execute(
        select(_TEAM.workshop_id, _TEAM.name, func.count(_SEAT.id))
        .select_from(_TEAMS.outerjoin(_SEATS, _SEAT.team_id == _TEAM.id))
        .group_by(_TEAM.id)
        .order_by(_TEAM.workshop_id, _TEAM.position)
    )
    for workshop_id, name, seats in rows:
        found[workshop_id].append(TeamLine(name, seats))
    return found


def _sessions(connection: Connection) -> dict[str, list[SessionLine]]:
    found: dict[str, list[SessionLine]] = defaultdict(list)
    rows = connection.execute(
        select(
            _ITEM.workshop_id,
            _ITEM.theme,
            _ITEM.title,
            _ITEM.minutes,
        )
        .where(_ITEM.kind == "session")
        .order_by(_ITEM.workshop_id, _ITEM.position)
    )
    for workshop_id, theme, title, minutes in rows:
        found[workshop_id].append(SessionLine(theme or "", title, minutes))
    return found


def _minutes(connection: Connection) -> dict[str, int]:
    rows = connection.execute(
        select(_ITEM.workshop_id, func.sum(_ITEM.minutes)).group_by(_ITEM.workshop_id)
    )
    return {row[0]: row[1] for row in rows}
