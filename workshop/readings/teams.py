"""Reading what each team said in a revealed round, as far as it may be shown."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, bindparam, func, select, union_all

from workshop.facts import RoundState, TeamResult
from workshop.records import (
    RoundRecord,
    SealedCountRecord,
    SeatRecord,
    TallyRecord,
    TeamRecord,
    VoteRecord,
)
from workshop.tally import Distribution

_REVEALED = select(RoundRecord.id).where(
    RoundRecord.id == bindparam("of_round"), RoundRecord.state == RoundState.REVEALED.value
)
_COUNTS = union_all(
    select(SeatRecord.team_id.label("group"), VoteRecord.answer, func.count().label("count"))
    .join(SeatRecord, SeatRecord.id == VoteRecord.seat_id)
    .where(VoteRecord.round_id.in_(_REVEALED))
    .group_by(SeatRecord.team_id, VoteRecord.answer),
    select(TallyRecord.group, TallyRecord.answer, TallyRecord.count).where(
        TallyRecord.round_id.in_(_REVEALED)
    ),
    select(SealedCountRecord.group, SealedCountRecord.answer, SealedCountRecord.count).where(
        SealedCountRecord.round_id.in_(_REVEALED)
    ),
)
_TEAMS = (
    select(TeamRecord.id, TeamRecord.name)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
    .order_by(TeamRecord.position)
)


def read_team_results(
    connection: Connection, workshop_id: str, round_id: str, steps: int
) -> tuple[TeamResult, ...]:
    """Every team that may be shown apart, in order, then the rest ('') where there is one.

    Of a round that is not revealed nothing is read. Of a secret round only the groups are there
    that were kept at its close.
    """
    rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for group, answer, count in connection.execute(_COUNTS, {"of_round": round_id}):
        rows[group].append((answer, count))
    teams = connection.execute(_TEAMS, {"of_workshop": workshop_id}).all()
    named = [(team.id, team.name) for team in teams] + [("", "")]
    return tuple(
        TeamResult(group, name, Distribution.of(steps, rows[group]))
        for group, name in named
        if group in rows
    )
