"""Reading rounds: how many voted, and what they voted where a round is revealed.

`read_results` is the one query that reads answers for the faces, and it names revealed rounds
only: before the reveal nothing above this module can know a value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import BindParameter, Connection, bindparam, func, select, union_all

from workshop.facts import RoundFacts, RoundState, Way
from workshop.records import (
    RoundRecord,
    RoundSeatRecord,
    SealedCountRecord,
    SealedRecord,
    TallyRecord,
    VoteRecord,
)
from workshop.tally import Distribution

_IDS: BindParameter[str] = bindparam("ids", expanding=True)

_REVEALED = select(RoundRecord.id).where(
    RoundRecord.id.in_(_IDS), RoundRecord.state == RoundState.REVEALED.value
)

_RESULTS = union_all(
    select(VoteRecord.round_id, VoteRecord.answer, func.count())
    .where(VoteRecord.round_id.in_(_REVEALED))
    .group_by(VoteRecord.round_id, VoteRecord.answer),
    select(TallyRecord.round_id, TallyRecord.answer, TallyRecord.count).where(
        TallyRecord.round_id.in_(_REVEALED)
    ),
    select(SealedCountRecord.round_id, SealedCountRecord.answer, SealedCountRecord.count).where(
        SealedCountRecord.round_id.in_(_REVEALED)
    ),
)

_ROUNDS = (
    select(
        RoundRecord.id,
        RoundRecord.number,
        RoundRecord.state,
        RoundRecord.secret,
        RoundRecord.sealed_at.is_not(None).label("sealed"),
    )
    .where(RoundRecord.question_id == bindparam("question_id"), RoundRecord.asks == "performance")
    .order_by(RoundRecord.number)
)

_NEWEST_REVEALED = (
    select(RoundRecord.question_id, RoundRecord.id)
    .where(
        RoundRecord.question_id.in_(_IDS),
        RoundRecord.state == RoundState.REVEALED.value,
        RoundRecord.asks == "performance",
    )
    .order_by(RoundRecord.number)
)

_VOTES_IN = union_all(
    select(VoteRecord.round_id, func.count())
    .where(VoteRecord.round_id.in_(_IDS))
    .group_by(VoteRecord.round_id),
    select(TallyRecord.round_id, func.sum(TallyRecord.count))
    .where(TallyRecord.round_id.in_(_IDS))
    .group_by(TallyRecord.round_id),
)

# How many, never what: those still sealed one by one, and those whose counts were kept.
_SECRET_IN = union_all(
    select(SealedRecord.round_id, func.count())
    .where(SealedRecord.round_id.in_(_IDS))
    .group_by(SealedRecord.round_id),
    select(SealedCountRecord.round_id, func.sum(SealedCountRecord.count))
    .where(SealedCountRecord.round_id.in_(_IDS))
    .group_by(SealedCountRecord.round_id),
)

_PRESENT = (
    select(RoundSeatRecord.round_id, func.count())
    .where(RoundSeatRecord.round_id.in_(_IDS))
    .group_by(RoundSeatRecord.round_id)
)

_TALLY_ROW = select(TallyRecord.answer, TallyRecord.count).where(
    TallyRecord.round_id == bindparam("round_id"),
    TallyRecord.group == bindparam("group_id"),
    TallyRecord.way == bindparam("by_way"),
)


def read_rounds(
    connection: Connection, question_id: str, steps: int, expected: int
) -> tuple[RoundFacts, ...]:
    """The performance rounds of a question that were begun, oldest first.

    `steps` of its scale; `expected` present voting seats count for a round that is still open.
    """
    rows = connection.execute(_ROUNDS, {"question_id": question_id}).all()
    if not rows:
        return ()
    ids = {"ids": [row.id for row in rows]}
    voted: defaultdict[str, int] = defaultdict(int)
    for round_id, count in connection.execute(_VOTES_IN, ids):
        voted[round_id] += count
    secret = [row.id for row in rows if row.secret]
    if secret:
        for round_id, count in connection.execute(_SECRET_IN, {"ids": secret}):
            voted[round_id] += count
    over = any(row.state in ("closed", "revealed") for row in rows)
    present = dict(connection.execute(_PRESENT, ids).all()) if over else {}
    revealed = [row.id for row in rows if row.state == RoundState.REVEALED]
    results = read_results(connection, dict.fromkeys(revealed, steps))
    return tuple(
        RoundFacts(
            id=row.id,
            number=row.number,
            state=RoundState(row.state),
            votes_in=voted[row.id],
            expected=present.get(row.id, 0) if row.state in ("closed", "revealed") else expected,
            result=results.get(row.id),
            secret=row.secret,
            sealed=row.sealed,
        )
        for row in rows
    )


def read_results(connection: Connection, steps: Mapping[str, int]) -> dict[str, Distribution]:
    """The distributions of revealed rounds by id, given the steps of each one's scale.

    Of a round that is not revealed no answer is read, whoever asks.
    """
    if not steps:
        return {}
    rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for round_id, answer, count in connection.execute(_RESULTS, {"ids": list(steps)}):
        rows[round_id].append((answer, count))
    return {each: Distribution.of(steps[each], rows[each]) for each in steps}


def read_last_medians(connection: Connection, steps: Mapping[str, int]) -> dict[str, float | None]:
    """The median of each question's newest revealed round, by question id."""
    rows = connection.execute(_NEWEST_REVEALED, {"ids": list(steps)}).all()
    newest: dict[str, str] = dict(rows)  # a later round takes the place of an earlier one
    if not newest:
        return {}
    results = read_results(connection, {newest[q]: steps[q] for q in newest})
    return {question: results[round_id].median for question, round_id in newest.items()}


def read_tally(connection: Connection, round_id: str, group: str, way: Way) -> dict[int, int]:
    """The counts by answer of one row of the tally, for the row that is being typed in."""
    row = {"round_id": round_id, "group_id": group, "by_way": way.value}
    return dict(connection.execute(_TALLY_ROW, row).all())
