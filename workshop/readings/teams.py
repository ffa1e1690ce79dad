"""Reading what each team said in a revealed round, as far as it may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, func, select, union_all

from workshop.asked_facts import TeamResult
from workshop.kinds import RoundState
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
    RoundRecord.id.in_(bindparam("of_rounds", expanding=True)),
    RoundRecord.state == RoundState.REVEALED.value,
)
_COUNTS = union_all(
    select(
        VoteRecord.round_id,
        SeatRecord.team_id.label("group"),
        VoteRecord.answer,
        func.count().label("count"),
    )
    .join(SeatRecord, SeatRecord.id == VoteRecord.seat_id)
    .where(VoteRecord.round_id.in_(_REVEALED))
    .group_by(VoteRecord.round_id, SeatRecord.team_id, VoteRecord.answer),
    select(TallyRecord.round_id, TallyRecord.group, TallyRecord.answer, TallyRecord.count).where(
        TallyRecord.round_id.in_(_REVEALED)
    ),
    select(
        SealedCountRecord.round_id,
        SealedCountRecord.group,
        SealedCountRecord.answer,
        SealedCountRecord.count,
    ).where(SealedCountRecord.round_id.in_(_REVEALED)),
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
    return read_team_results_of(connection, workshop_id, {round_id: steps}).get(round_id, ())


def read_team_results_of(
    connection: Connection, workshop_id: str, steps: Mapping[str, int]
) -> dict[str, tuple[TeamResult, ...]]:
    """`read_team_results` of many rounds, given the steps of each one's scale, by round id."""
    rows: defaultdict[str, defaultdict[str, list[tuple[int, int]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    if not steps:
        return {}
    for round_id, group, answer, count in connection.execute(_COUNTS, {"of_rounds": list(steps)}):
        rows[round_id][group].append((answer, count))
    teams = connection.execute(_TEAMS, {"of_workshop": workshop_id}).all()
    named = [(team.id, team.name) for team in teams] + [("", "")]
    return {
        round_id: tuple(
            TeamResult(group, name, Distribution.of(steps[round_id], of_round[group]))
            for group, name in named
            if group in of_round
        )
        for round_id, of_round in rows.items()
    }
