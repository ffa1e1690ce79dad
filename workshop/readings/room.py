"""Reading the room: teams, present seats, and how many of them have voted, never what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from workshop.creation import MOST_SEATS
from workshop.facts import Practice, Presence, Role, SeatFacts, TeamFacts, Way
from workshop.records import SeatRecord, TallyRecord, TeamRecord, VotedRecord, VoteRecord

_TEAMS = (
    select(TeamRecord.id, TeamRecord.name)
    .where(TeamRecord.workshop_id == bindparam("workshop_id"))
    .order_by(TeamRecord.position)
)

_SEATS = (
    select(
        SeatRecord.id,
        SeatRecord.team_id,
        SeatRecord.name,
        SeatRecord.presence,
        SeatRecord.role,
        VoteRecord.way,
        VotedRecord.seat_id.is_not(None).label("voted_secretly"),
    )
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .outerjoin(
        VoteRecord,
        (VoteRecord.seat_id == SeatRecord.id) & (VoteRecord.round_id == bindparam("round_id")),
    )
    .outerjoin(
        VotedRecord,
        (VotedRecord.seat_id == SeatRecord.id) & (VotedRecord.round_id == bindparam("round_id")),
    )
    .where(TeamRecord.workshop_id == bindparam("workshop_id"))
    .order_by(SeatRecord.position)
)

_TALLIED = (
    select(TallyRecord.group, TallyRecord.way, func.sum(TallyRecord.count))
    .where(TallyRecord.round_id == bindparam("round_id"))
    .group_by(TallyRecord.group, TallyRecord.way)
)

_WAYS = {way.value: way for way in Way}

ByWay = tuple[tuple[Way, int], ...]


def read_room(
    connection: Connection, workshop_id: str, round_id: str | None, practice: Practice | None
) -> tuple[tuple[TeamFacts, ...], ByWay]:
    """The teams with who has voted in this round, and what was tallied for the whole room.

    While the practice vote is open its votes are the ones that count here.
    """
    names = {"workshop_id": workshop_id}
    teams = connection.execute(_TEAMS, names).all()
    by_team: defaultdict[str, list[Any]] = defaultdict(list)
    for seat in connection.execute(_SEATS, names | {"round_id": round_id}):
        by_team[seat.team_id].append(seat)
    tallied: defaultdict[str, dict[Way, int]] = defaultdict(dict)
    if round_id is not None:
        for group, way, count in connection.execute(_TALLIED, {"round_id": round_id}):
            tallied[group][Way(way)] = count
    room = tuple(_team(team, by_team[team.id], tallied[team.id]) for team in teams)
    whole = tuple(tallied[""].items())
    if practice is None or not practice.open:
        return room, whole
    hands = practice.hands.get("", 0)
    return tuple(_in_practice(team, practice) for team in room), ((Way.HANDS, hands),)


def _team(team: Any, seats: Sequence[Any], tallied: dict[Way, int]) -> TeamFacts:
    ways: dict[Way, int] = defaultdict(int, tallied)
    everyone = []
    for seat in seats:
        way = seat.way
        voted = way is not None or bool(seat.voted_secretly)
        everyone.append(_seat(seat.id, seat.name, voted, seat.presence, seat.role))
        if way is not None:
            ways[_WAYS[way]] += 1
    return TeamFacts(
        id=team.id,
        name=team.name,
        seats=tuple(seat for seat in everyone if seat.counts),
        by_way=tuple((way, ways[way]) for way in Way if ways[way]),
        tallied=sum(tallied.values()),
        everyone=tuple(everyone),
    )


@lru_cache(maxsize=2 * MOST_SEATS)
def _seat(seat_id: str, name: str | None, voted: bool, presence: str, role: str) -> SeatFacts:
    """A seat; most of a full room are the same from one reading to the next."""
    return SeatFacts(seat_id, name, voted, Presence(presence), Role(role))


def _in_practice(team: TeamFacts, practice: Practice) -> TeamFacts:
    hands = practice.hands.get(team.id, 0)
    everyone = tuple(replace(seat, voted=seat.id in practice.seats) for seat in team.everyone)
    seats = tuple(seat for seat in everyone if seat.counts)
    by_way = ((Way.HANDS, hands), (Way.WALL, sum(seat.voted for seat in seats)))
    return replace(
        team,
        seats=seats,
        tallied=hands,
        by_way=tuple((way, n) for way, n in by_way if n),
        everyone=everyone,
    )
