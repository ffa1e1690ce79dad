"""The shelf: the library's workshops, read by pages of those that are shown.

The statements are SQL as it stands: to build and compile them would cost a start more than
reading the list does. Each walks an index or the narrow rows of `live`, and looks up the rest for
the workshops of one page alone, so that ten thousand of them open as a hundred do. What is searched
for is found by `finding`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from sqlalchemy import Connection

PAGE: Final = 50
"""How many workshops are read at a time."""

State = Literal["upcoming", "live", "past"]


class TeamLine(NamedTuple):
    """A team's name and how many sit there."""

    name: str
    seats: int


class SessionLine(NamedTuple):
    """A session of the agenda, or a break, which has no theme; `second` of its theme."""

    theme: str
    title: str
    minutes: int
    second: bool = False


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """One workshop in the list.

    `starts_at` and `ends_at` are in minutes after midnight of the room's clock, `ends_at` is the
    end of the booking where there is one; `minutes` is the whole agenda's. `last_act_at`,
    `room_tested_at` and `deleted_at` are in milliseconds since 1970; no act, no test, not deleted
    is None. `sessions` has the breaks between them, `questions` counts what is to be asked, and
    `done` of `actions` are done. `voters` is how many seats vote.
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
    place: str = ""
    ends_at: int | None = None
    questions: int = 0
    actions: int = 0
    done: int = 0
    voters: int = 0
    secret: bool = False
    by_team: bool = False
    room_tested_at: int | None = None
    deleted_at: int | None = None

    @property
    def ends(self) -> int:
        """When the agenda ends, in minutes after the midnight before it began."""
        return self.starts_at + self.minutes


class Mark(NamedTuple):
    """A place in the order of days, behind which a further page begins."""

    held_on: date
    starts_at: int
    id: str


_COLUMNS: Final = """
    workshop.id, workshop.title, workshop.organisation, workshop.place, workshop.held_on,
    workshop.starts_at, workshop.ends_at, workshop.ballot, workshop.voter, workshop.rehearsal,
    workshop.archived_at, workshop.deleted_at, workshop.room_tested_at,
    live.started_at AS began_at, live.ended_at AS over_at, live.last_act_at
"""
COMING: Final = f"""
    SELECT {_COLUMNS}
    FROM live CROSS JOIN workshop ON workshop.id = live.workshop_id
    WHERE live.ended_at IS NULL
    AND workshop.deleted_at IS NULL AND workshop.archived_at IS NULL
    ORDER BY live.started_at IS NULL, workshop.held_on < :today,
        abs(julianday(workshop.held_on) - julianday(:today)), workshop.starts_at, workshop.id
    LIMIT :page OFFSET :skipped
"""
PAST: Final = f"""
    SELECT {_COLUMNS}
    FROM workshop CROSS JOIN live ON live.workshop_id = workshop.id
    WHERE (workshop.held_on, workshop.starts_at, workshop.id) < (:day, :minute, :id)
    AND live.ended_at IS NOT NULL
    AND workshop.deleted_at IS NULL AND workshop.archived_at IS NULL
    ORDER BY workshop.held_on DESC, workshop.starts_at DESC, workshop.id DESC
    LIMIT :page
"""
THESE: Final = f"""
    SELECT {_COLUMNS}
    FROM json_each(:ids) AS wanted CROSS JOIN workshop ON workshop.id = wanted.value
    LEFT JOIN live ON live.workshop_id = workshop.id
    ORDER BY wanted.key
"""
_ALL: Final = f"""
    SELECT {_COLUMNS}
    FROM workshop LEFT JOIN live ON live.workshop_id = workshop.id
    WHERE workshop.deleted_at IS NULL
    ORDER BY workshop.held_on DESC, workshop.starts_at DESC, workshop.id
"""
_ONE: Final = f"""
    SELECT {_COLUMNS}
    FROM workshop LEFT JOIN live ON live.workshop_id = workshop.id
    WHERE workshop.id = :id AND workshop.deleted_at IS NULL
"""
_ANY: Final = "SELECT EXISTS (SELECT 1 FROM workshop)"
LIVE: Final = """
    SELECT live.workshop_id FROM live CROSS JOIN workshop ON workshop.id = live.workshop_id
    WHERE live.started_at IS NOT NULL AND live.ended_at IS NULL AND live.last_act_at > :since
    AND workshop.deleted_at IS NULL
    ORDER BY live.started_at DESC LIMIT 1
"""
_THESE: Final = "(SELECT value FROM json_each(:ids))"
TEAMS: Final = f"""
    SELECT team.workshop_id, team.name, team.people,
        (SELECT count(*) FROM seat WHERE seat.team_id = team.id)
    FROM team WHERE team.workshop_id IN {_THESE} ORDER BY team.workshop_id, team.position
"""
ITEMS: Final = f"""
    SELECT workshop_id, kind, coalesce(theme, ''), title, minutes
    FROM agenda_item WHERE workshop_id IN {_THESE} AND NOT left_out
    ORDER BY workshop_id, position
"""
QUESTIONS: Final = f"""
    SELECT agenda_item.workshop_id, count(*)
    FROM agenda_item
    JOIN activity ON activity.item_id = agenda_item.id
    JOIN question ON question.activity_id = activity.id
    WHERE agenda_item.workshop_id IN {_THESE}
    AND NOT agenda_item.left_out AND NOT question.skipped
    GROUP BY agenda_item.workshop_id
"""
ACTIONS: Final = f"""
    SELECT workshop_id, count(*), count(*) FILTER (WHERE status = 'done')
    FROM "action" WHERE workshop_id IN {_THESE} AND state <> 'dropped' GROUP BY workshop_id
"""


def coming(connection: Connection, today: date, skipped: int = 0) -> tuple[WorkshopLine, ...]:
    """A page of what has not ended: what goes on, what is to come, then days that passed.

    `skipped` is how many of them are known already.
    """
    values = {"today": today.isoformat(), "skipped": skipped, "page": PAGE}
    return _lines(connection, COMING, values)


def past(
    connection: Connection, after: Mark | None = None, page: int = PAGE
) -> tuple[WorkshopLine, ...]:
    """A page of what has ended, the latest day first, behind `after`; without teams and agenda."""
    after = after or Mark(date.max, 0, "")  # no day comes after this one
    values = {"day": after.held_on.isoformat(), "minute": after.starts_at, "id": after.id}
    return _lines(connection, PAST, values | {"page": page}, whole=False)


def these(connection: Connection, ids: Sequence[str]) -> tuple[WorkshopLine, ...]:
    """The lines of these workshops, in this order; also of those that are put away."""
    return _lines(connection, THESE, {"ids": json.dumps(list(ids))})


def workshops(connection: Connection) -> tuple[WorkshopLine, ...]:
    """A line for every workshop of the file that is not deleted, the latest day first."""
    return _lines(connection, _ALL, {})


def workshop(connection: Connection, workshop_id: str) -> WorkshopLine | None:
    """The line of one workshop; None where there is none, or it is deleted."""
    found = _lines(connection, _ONE, {"id": workshop_id})
    return found[0] if found else None


def any_workshop(connection: Connection) -> bool:
    """Whether there is one at all, be it archived or deleted."""
    return bool(connection.exec_driver_sql(_ANY).scalar())


def live_workshop(connection: Connection, since: int) -> str | None:
    """The id of the newest workshop that was started, not ended, and acted on after `since`."""
    found = connection.exec_driver_sql(LIVE, {"since": since}).scalar()
    return None if found is None else str(found)


def mark_of(line: WorkshopLine) -> Mark:
    """The place of a line in the order of days."""
    return Mark(line.held_on, line.starts_at, line.id)


def _lines(
    connection: Connection, statement: str, values: dict[str, Any], *, whole: bool = True
) -> tuple[WorkshopLine, ...]:
    """The workshops of a statement; their teams, agenda and questions only where `whole`."""
    rows = connection.exec_driver_sql(statement, values).all()
    if not rows:
        return ()
    ids = {"ids": json.dumps([row.id for row in rows])}
    actions = {key: rest for key, *rest in connection.exec_driver_sql(ACTIONS, ids)}
    items = _grouped(connection, ITEMS, ids) if whole else {}
    teams = _grouped(connection, TEAMS, ids) if whole else {}
    questions = _grouped(connection, QUESTIONS, ids) if whole else {}
    return tuple(
        _line(
            row,
            items.get(row.id, ()),
            teams.get(row.id, ()),
            sum(count for (count,) in questions.get(row.id, ())),
            actions.get(row.id),
        )
        for row in rows
    )


def _line(
    row: Any,
    items: Sequence[Sequence[Any]],
    teams: Sequence[Sequence[Any]],
    questions: int,
    actions: Sequence[int] | None,
) -> WorkshopLine:
    whole, done = actions or (0, 0)
    by_team = row.voter == "team"
    return WorkshopLine(
        id=row.id,
        title=row.title,
        organisation=row.organisation,
        held_on=date.fromisoformat(row.held_on),
        starts_at=row.starts_at,
        state=_state(row.began_at, row.over_at),
        archived=row.archived_at is not None,
        rehearsal=bool(row.rehearsal),
        teams=tuple(
            TeamLine(name, max(people, seats) if by_team else seats)
            for name, people, seats in teams
        ),
        minutes=sum(minutes for _, _, _, minutes in items),
        sessions=_sessions(items),
        last_act_at=row.last_act_at,
        place=row.place,
        ends_at=row.ends_at,
        questions=questions,
        actions=whole,
        done=done,
        voters=sum(seats for _, _, seats in teams),
        secret=row.ballot == "secret",
        by_team=by_team,
        room_tested_at=row.room_tested_at,
        deleted_at=row.deleted_at,
    )


def _sessions(items: Sequence[Sequence[Any]]) -> tuple[SessionLine, ...]:
    """The sessions of an agenda, with the breaks that stand between two of them."""
    lines: list[SessionLine] = []
    breaks: list[SessionLine] = []
    seen: set[str] = set()
    for kind, theme, title, minutes in items:
        if kind == "session":
            lines += [*breaks, SessionLine(theme, title, minutes, theme in seen)]
            breaks = []
            seen.add(theme)
        elif kind == "break" and lines:
            breaks.append(SessionLine("", title, minutes))
    return tuple(lines)


def _state(started_at: int | None, ended_at: int | None) -> State:
    if ended_at is not None:
        return "past"
    return "upcoming" if started_at is None else "live"


def _grouped(
    connection: Connection, statement: str, ids: dict[str, str]
) -> defaultdict[str, list[tuple[Any, ...]]]:
    """The rows of a statement by the workshop that each begins with."""
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *rest in connection.exec_driver_sql(statement, ids):
        found[key].append(tuple(rest))
    return found
