"""Reading rounds: how many voted, and what they voted where a round is revealed.

`read_results` is the one query that reads answers for the faces, and it names revealed rounds
only: before the reveal nothing above this module can know a value.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, literal, select, union_all

from workshop.kinds import RoundState, Way
from workshop.question_facts import RoundFacts
from workshop.readings.revealed import Revealed
from workshop.records import (
    RoundRecord,
    RoundSeatRecord,
    SealedCountRecord,
    SealedRecord,
    SealedWayRecord,
    TallyRecord,
    VoteRecord,
)
from workshop.tally import Distribution

_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_OVER = (RoundState.CLOSED, RoundState.REVEALED)

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
        RoundRecord.question_id,
        RoundRecord.id,
        RoundRecord.number,
        RoundRecord.state,
        RoundRecord.secret,
        RoundRecord.sealed_at.is_not(None).label("sealed"),
    )
    .where(RoundRecord.question_id.in_(_IDS), RoundRecord.asks == "performance")
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

# How many, never what. Of secret rounds also those still sealed one by one, and those whose counts
# were kept.
_COUNTED = union_all(
    *(
        select(literal("votes").label("what"), kept.round_id, many.label("many"))
        .where(kept.round_id.in_(_IDS))
        .group_by(kept.round_id)
        for kept, many in (
            (VoteRecord, func.count()),
            (TallyRecord, func.sum(TallyRecord.count)),
            (SealedRecord, func.count()),
            (SealedCountRecord, func.sum(SealedCountRecord.count)),
        )
    ),
    select(literal("seats"), RoundSeatRecord.round_id, func.count())
    .where(RoundSeatRecord.round_id.in_(_IDS))
    .group_by(RoundSeatRecord.round_id),
)

_WAYS = union_all(
    select(VoteRecord.round_id, VoteRecord.way, func.count())
    .where(VoteRecord.round_id.in_(_REVEALED))
    .group_by(VoteRecord.round_id, VoteRecord.way),
    select(TallyRecord.round_id, TallyRecord.way, func.sum(TallyRecord.count))
    .where(TallyRecord.round_id.in_(_REVEALED))
    .group_by(TallyRecord.round_id, TallyRecord.way),
    select(SealedWayRecord.round_id, SealedWayRecord.way, SealedWayRecord.count).where(
        SealedWayRecord.round_id.in_(_REVEALED)
    ),
)

_TALLY_ROW = select(TallyRecord.answer, TallyRecord.count).where(
    TallyRecord.round_id == bindparam("round_id"),
    TallyRecord.group == bindparam("group_id"),
    TallyRecord.way == bindparam("by_way"),
)


def read_rounds(
    connection: Connection,
    question_id: str,
    steps: int,
    expected: int,
    known: Revealed | None = None,
) -> tuple[RoundFacts, ...]:
    """The performance rounds of a question that were begun, oldest first; see `read_rounds_of`."""
    return read_rounds_of(connection, {question_id: steps}, expected, known)[question_id]


def read_rounds_of(
    connection: Connection,
    steps: Mapping[str, int],
    expected: int,
    known: Revealed | None = None,
) -> dict[str, tuple[RoundFacts, ...]]:
    """The performance rounds that were begun of each question, oldest first, by its id.

    It takes as many statements for many questions as for one. `steps` are those of each
    question's scale; `expected` present voting seats count for a round that is still open;
    `known` remembers what is revealed.
    """
    known = Revealed() if known is None else known
    rows = connection.execute(_ROUNDS, {"ids": list(steps)}).all()
    voted, present = _counted(connection, rows, known)
    revealed = [row for row in rows if row.state == RoundState.REVEALED]
    results = read_results(connection, {row.id: steps[row.question_id] for row in revealed}, known)
    found: dict[str, list[RoundFacts]] = {question_id: [] for question_id in steps}
    for row in rows:
        over = row.state in _OVER
        votes_in = voted.get(row.id, 0)
        found[row.question_id].append(
            RoundFacts(
                id=row.id,
                number=row.number,
                state=RoundState(row.state),
                votes_in=votes_in,
                # Who came after the close, voted, and had the reopening undone is not among them.
                expected=max(present.get(row.id, 0), votes_in) if over else expected,
                result=results.get(row.id),
                secret=row.secret,
                sealed=row.sealed,
            )
        )
    return {question_id: tuple(rounds) for question_id, rounds in found.items()}


def _counted(
    connection: Connection, rows: Sequence[Any], known: Revealed
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many votes are in each round, and how many seats were present where it is over."""
    new = [row for row in rows if row.state != RoundState.REVEALED or row.id not in known.present]
    voted: Counter[str] = Counter()
    present: Counter[str] = Counter()
    counts = {"votes": voted, "seats": present}
    if new:
        for what, round_id, many in connection.execute(_COUNTED, {"ids": [row.id for row in new]}):
            counts[what][round_id] += many
    for row in rows:
        if row.state == RoundState.REVEALED:
            # Present last: it tells that both are there, also to a reading in another thread.
            voted[row.id] = known.votes_in.setdefault(row.id, voted[row.id])
            present[row.id] = known.present.setdefault(row.id, present[row.id])
    return voted, present


def read_results(
    connection: Connection, steps: Mapping[str, int], known: Revealed | None = None
) -> dict[str, Distribution]:
    """The distributions of revealed rounds by id, given the steps of each one's scale.

    Of a round that is not revealed no answer is read, whoever asks. Where something is `known`,
    only rounds may be asked for that this reading saw revealed; they are remembered there.
    """
    results = {} if known is None else known.results
    new = [round_id for round_id, of_scale in steps.items() if (round_id, of_scale) not in results]
    rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    if new:
        for round_id, answer, count in connection.execute(_RESULTS, {"ids": new}):
            rows[round_id].append((answer, count))
    for round_id in new:
        of_scale = steps[round_id]
        results[round_id, of_scale] = Distribution.of(of_scale, rows[round_id])
    return {round_id: results[round_id, of_scale] for round_id, of_scale in steps.items()}


def read_last_results(
    connection: Connection, steps: Mapping[str, int], known: Revealed | None = None
) -> dict[str, Distribution]:
    """The distribution of each question's newest revealed round, by question id.

    `steps` are those of each question's scale.
    """
    rows = connection.execute(_NEWEST_REVEALED, {"ids": list(steps)}).all()
    newest: dict[str, str] = dict(rows)  # a later round takes the place of an earlier one
    if not newest:
        return {}
    results = read_results(connection, {newest[q]: steps[q] for q in newest}, known)
    return {question: results[round_id] for question, round_id in newest.items()}


def read_last_medians(
    connection: Connection, steps: Mapping[str, int], known: Revealed | None = None
) -> dict[str, float | None]:
    """The median of each question's newest revealed round, by question id."""
    results = read_last_results(connection, steps, known)
    return {question: result.median for question, result in results.items()}


def read_tally(connection: Connection, round_id: str, group: str, way: Way) -> dict[int, int]:
    """The counts by answer of one row of the tally, for the row that is being typed in."""
    row = {"round_id": round_id, "group_id": group, "by_way": way.value}
    return dict(connection.execute(_TALLY_ROW, row).all())


def read_ways_of(
    connection: Connection, round_ids: Sequence[str]
) -> dict[str, tuple[tuple[Way, int], ...]]:
    """By which ways the votes of each of these revealed rounds came, and how many, by round id.

    Of a secret round only the ways are there that were kept at its close.
    """
    if not round_ids:
        return {}
    found: defaultdict[str, Counter[Way]] = defaultdict(Counter)
    for round_id, way, count in connection.execute(_WAYS, {"ids": round_ids}):
        found[round_id][Way(way)] += count
    return {
        round_id: tuple((way, ways[way]) for way in Way if ways[way])
        for round_id, ways in found.items()
    }
