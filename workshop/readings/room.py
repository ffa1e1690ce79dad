"""Reading the room: teams, present seats, and how many of them have voted, never what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from workshop.creation import MOST_SEATS
from workshop.facts import Practice, SeatFacts, TeamFacts
from workshop.kinds import Presence, Role, Way
from workshop.readings.same_rows import SameRows
from workshop.records import SeatRecord, TallyRecord, TeamRecord, VotedRecord, VoteRecord


class _Seat(NamedTuple):
    """A row of a seat, as `_SEATS` reads it after its team."""

    id: str
    name: str | None
    presence: str
    role: str
    way: str | None
    voted_secretly: bool


_SEATS = (
    select(
        TeamRecord.id.label("team"),
        TeamRecord.name.label("team_name"),
        SeatRecord.id,
        SeatRecord.name,
        SeatRecord.presence,
        SeatRecord.role,
        VoteRecord.way,
        VotedRecord.seat_id.is_not(None).label("voted_secretly"),
    )
    .select_from(TeamRecord)
    .outerjoin(SeatRecord, SeatRecord.team_id == TeamRecord.id)
    .outerjoin(
        VoteRecord,
        (VoteRecord.seat_id == SeatRecord.id) & (VoteRecord.round_id == bindparam("round_id")),
    )
    .outerjoin(
        VotedRecord,
        (VotedRecord.seat_id == SeatRecord.id) & (VotedRecord.round_id == bindparam("round_id")),
    )
    .where(TeamRecord.workshop_id == bindparam("workshop_id"))
    .order_by(TeamRecord.position, TeamRecord.id, SeatRecord.position)
)

_TALLIED = (
    select(TallyRecord.group, TallyRecord.way, func.sum(TallyRecord.count))
    .where(TallyRecord.round_id == bindparam("round_id"))
    .group_by(TallyRecord.group, TallyRecord.way)
)

_WAYS = {way.value: way for way in Way}

ByWay = tuple[tuple[Way, int], ...]


def read_room(
    connection: Connection,
    workshop_id: str,
    round_id: str | None,
    practice: Practice | None,
    same: SameRows | None = None,
) -> tuple[tuple[TeamFacts, ...], ByWay]:
    """The teams with who has voted in this round, and what was tallied for the whole room.

    While the practice vote is open its votes are the ones that count here. `same` remembers the
    teams of the reading before.
    """
    same = SameRows() if same is None else same
    seats_of: dict[tuple[str, str], list[_Seat]] = {}
    of_round = {"workshop_id": workshop_id, "round_id": round_id}
    for team_id, name, *row in connection.execute(_SEATS, of_round):
        seats = seats_of.setdefault((team_id, name), [])
        if row[0] is not None:  # else a team without a seat
            seats.append(_Seat._make(row))
    tallied: defaultdict[str, dict[Way, int]] = defaultdict(dict)
    if round_id is not None:
        for group, way, count in connection.execute(_TALLIED, {"round_id": round_id}):
            tallied[group][Way(way)] = count
    room = []
    for (team_id, name), seats in seats_of.items():
        of = (team_id, name, seats, tallied[team_id])
        room.append(same.of(("team", team_id), of, partial(_team, *of)))
    whole = tuple(tallied[""].items())
    if practice is None or not practice.open:
        return tuple(room), whole
    hands = practice.hands.get("", 0)
    return tuple(_in_practice(team, practice) for team in room), ((Way.HANDS, hands),)


def _team(team_id: str, name: str, seats: Sequence[_Seat], tallied: Mapping[Way, int]) -> TeamFacts:
    ways: dict[Way, int] = defaultdict(int, tallied)
    everyone = []
    for seat in seats:
        voted = seat.way is not None or seat.voted_secretly
        everyone.append(_seat(seat.id, seat.name, voted, seat.presence, seat.role))
        if seat.way is not None:
            ways[_WAYS[seat.way]] += 1
    return TeamFacts(
        id=team_id,
        name=name,
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
