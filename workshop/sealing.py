"""Sealing: parting seats and answers of a secret round for good, once it is closed.

The counts are written and the rows that hold seats and answers go, in the transaction that closes
the round: there is no moment, and no crash, that leaves a round closed and not sealed.

A round that was opened again after its sealing and got further votes is shown in total only: what
came late is added to the total and every breakdown goes. Nothing else is safe. Late votes beside
an earlier breakdown would say by difference what a few people answered, and which team stayed
hidden at the first close says something about its votes once the totals have changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    Connection,
    Executable,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    union_all,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable, DropTable

from workshop import journal
from workshop.anonymity import RoundBefore, never_apart, shown_apart
from workshop.kinds import RoundState
from workshop.library import Library, Transaction
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    QuestionRecord,
    RoundRecord,
    RoundSeatRecord,
    SealedCountRecord,
    SealedRecord,
    SealedWayRecord,
    SeatRecord,
    TallyRecord,
    VotedRecord,
    WorkshopRecord,
)

REST = ""
"""The group of all who are not shown apart."""

Counts = Mapping[str, Mapping[int, int]]

_SEALED = cast(Table, SealedRecord.__table__)
_VOTED = cast(Table, VotedRecord.__table__)


class _Anew(NamedTuple):
    """What writes a table anew. All but the reading is text: built each time, it took longer than
    SQLite does, and rows past SQLAlchemy's naming of every value come as they went.
    """

    read: Select[Any]
    drop: str
    create: str
    insert: str

    @classmethod
    def of(cls, table: Table) -> _Anew:
        places = ", ".join("?" * len(table.columns))
        ordered = select(table).order_by(*table.primary_key)
        return cls(
            read=ordered.where(table.c.round_id != bindparam("without")),
            drop=str(DropTable(table).compile(dialect=sqlite.dialect())),
            create=str(CreateTable(table).compile(dialect=sqlite.dialect())),
            insert=f'INSERT INTO "{table.name}" VALUES ({places})',
        )


_ANEW = {table.name: _Anew.of(table) for table in (_SEALED, _VOTED)}

_COUNTS = union_all(
    select(SealedRecord.team_id.label("group"), SealedRecord.answer, func.count().label("count"))
    .where(SealedRecord.round_id == bindparam("of_round"))
    .group_by(SealedRecord.team_id, SealedRecord.answer),
    select(TallyRecord.group, TallyRecord.answer, TallyRecord.count).where(
        TallyRecord.round_id == bindparam("of_round")
    ),
)
_MINIMUM = select(WorkshopRecord.minimum_group).where(WorkshopRecord.id == bindparam("of_workshop"))
_WITHOUT_TALLY = delete(TallyRecord).where(TallyRecord.round_id == bindparam("of_round"))
_EARLIER = select(SealedCountRecord.group, SealedCountRecord.answer, SealedCountRecord.count).where(
    SealedCountRecord.round_id == bindparam("of_round")
)
_EARLIER_ROUNDS = (
    select(RoundRecord.id)
    .where(
        RoundRecord.id != bindparam("of_round"),
        RoundRecord.sealed_at.is_not(None),
        RoundRecord.question_id
        == select(RoundRecord.question_id)
        .where(RoundRecord.id == bindparam("of_round"))
        .scalar_subquery(),
    )
    .order_by(RoundRecord.number)
)
_SEATS_OF = (
    select(SeatRecord.team_id, SeatRecord.id)
    .join(RoundSeatRecord, RoundSeatRecord.seat_id == SeatRecord.id)
    .where(RoundSeatRecord.round_id == bindparam("of_round"))
)
_WAYS = union_all(
    select(SealedRecord.way, func.count().label("count"))
    .where(SealedRecord.round_id == bindparam("of_round"))
    .group_by(SealedRecord.way),
    select(TallyRecord.way, func.sum(TallyRecord.count).label("count"))
    .where(TallyRecord.round_id == bindparam("of_round"))
    .group_by(TallyRecord.way),
)
_LEFT = (
    select(RoundRecord.id)
    .join(QuestionRecord, QuestionRecord.id == RoundRecord.question_id)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(
        AgendaItemRecord.workshop_id == bindparam("of_workshop"),
        RoundRecord.secret.is_(True),
        RoundRecord.state != RoundState.OPEN.value,
        select(SealedRecord.round_id).where(SealedRecord.round_id == RoundRecord.id).exists()
        | select(TallyRecord.round_id).where(TallyRecord.round_id == RoundRecord.id).exists(),
    )
)
_WORKSHOP_OF = (
    select(AgendaItemRecord.workshop_id)
    .join(ActivityRecord, ActivityRecord.item_id == AgendaItemRecord.id)
    .join(QuestionRecord, QuestionRecord.activity_id == ActivityRecord.id)
    .join(RoundRecord, RoundRecord.question_id == QuestionRecord.id)
    .where(RoundRecord.id == bindparam("of_round"))
)


def seal(transaction: Transaction, workshop_id: str, round_id: str) -> None:
    """Keep the counts of a closed secret round, and nothing that ties a seat to an answer.

    Who voted stays known until the reveal, so that a round opened again admits only those still
    missing. No undo reaches back beyond this. Raises RuntimeError inside an act of the journal,
    and for a round that is open or not secret.
    """
    transaction.flush()
    record = transaction.get_one(RoundRecord, round_id)
    if not record.secret or record.state == RoundState.OPEN:
        raise RuntimeError(f"round {round_id} is {record.state}, secret: {record.secret}")
    connection = transaction.connection()
    counts = _read(connection, _COUNTS, round_id)
    if counts:
        minimum = connection.scalars(_MINIMUM, {"of_workshop": workshop_id}).one()
        _keep(connection, round_id, counts, minimum)
    connection.execute(_WITHOUT_TALLY, {"of_round": round_id})
    _write_anew(connection, _SEALED, without=round_id)
    # Its pages tell the order in which the seats voted.
    _write_anew(connection, _VOTED)
    record.sealed_at = transaction.now()
    journal.forget(transaction, workshop_id)
    transaction.empty_log()


def seal_closed(transaction: Transaction, workshop_id: str) -> None:
    """Seal what an undo has taken out of an open secret round; nothing where nothing is left."""
    transaction.flush()
    for round_id in transaction.scalars(_LEFT, {"of_workshop": workshop_id}).all():
        seal(transaction, workshop_id, round_id)


def unseat(transaction: Transaction, round_id: str) -> None:
    """Forget who voted in a secret round that is now revealed; an open ballot stays as it is.

    No undo reaches back beyond this: a secret round is never opened again after its reveal.
    Raises RuntimeError inside an act of the journal.
    """
    transaction.flush()
    if not transaction.get_one(RoundRecord, round_id).secret:
        return
    workshop_id = transaction.scalars(_WORKSHOP_OF, {"of_round": round_id}).one()
    seal_closed(transaction, workshop_id)
    _write_anew(transaction.connection(), _VOTED, without=round_id)
    journal.forget(transaction, workshop_id)
    transaction.empty_log()


def erase(library: Library) -> bool:
    """Take what was sealed out of the library's log; outside of any transaction.

    Sealing overwrites the pages the votes lay on, and does this once it is committed. Answers
    False where a reader still needs the log.
    """
    return library.truncate_log()


def _read(connection: Connection, statement: Executable, round_id: str) -> Counts:
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for group, answer, count in connection.execute(statement, {"of_round": round_id}):
        counts[group][answer] += count
    return counts


def kept_groups(
    earlier: Counts, counts: Counts, minimum: int, barred: Collection[str] = ()
) -> Counts:
    """What is kept of a round: how often each answer came, by team or together with the rest.

    `counts` came since the round was opened, by team or '' (no team); `earlier` is what was kept
    when it was closed before, if it was: then nothing is kept but the total. The teams `barred`
    are never kept apart.
    """
    open_to_all: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for team, answers in counts.items():
        open_to_all[REST if team in barred else team].update(answers)
    apart = [] if earlier else shown_apart(open_to_all, minimum)
    groups: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for each in (earlier, counts):
        for team, answers in each.items():
            groups[team if team in apart else REST].update(answers)
    return groups


def _keep(connection: Connection, round_id: str, counts: Counts, minimum: int) -> None:
    earlier = _read(connection, _EARLIER, round_id)
    barred = _never_apart(connection, round_id, counts, minimum)
    groups = kept_groups(earlier, counts, minimum, barred)
    ways: Counter[str] = Counter()
    for way, count in connection.execute(_WAYS, {"of_round": round_id}):
        ways[way] += count
    if earlier:
        for table in (SealedCountRecord, SealedWayRecord):
            connection.execute(delete(table).where(table.round_id == round_id))
        ways.clear()
    connection.execute(
        insert(SealedCountRecord),
        [
            {"round_id": round_id, "group": group, "answer": answer, "count": count}
            for group in sorted(groups)
            for answer, count in sorted(groups[group].items())
        ],
    )
    shown_ways = [
        {"round_id": round_id, "way": way, "count": count}
        for way, count in sorted(ways.items())
        if count >= minimum
    ]
    if shown_ways:
        connection.execute(insert(SealedWayRecord), shown_ways)


def _never_apart(connection: Connection, round_id: str, counts: Counts, minimum: int) -> set[str]:
    """The teams that beside an earlier round on the question would tell of a few by difference."""
    before = [
        RoundBefore(_seats(connection, earlier_id), _read(connection, _EARLIER, earlier_id))
        for earlier_id in connection.scalars(_EARLIER_ROUNDS, {"of_round": round_id}).all()
    ]
    answered = {team: sum(each.values()) for team, each in counts.items() if team != REST}
    return never_apart(before, _seats(connection, round_id), answered, minimum)


def _seats(connection: Connection, round_id: str) -> defaultdict[str, set[str]]:
    seats: defaultdict[str, set[str]] = defaultdict(set)
    for team_id, seat_id in connection.execute(_SEATS_OF, {"of_round": round_id}):
        seats[team_id].add(seat_id)
    return seats


def _write_anew(connection: Connection, table: Table, without: str = "") -> None:
    """Write a table again in the order of its keys, but for the rows of one round.

    Deleted rows are zeroed (secure_delete), but the places of those that stay tell in which order
    they came, and in the gaps of a page that SQLite once laid out anew bytes of others may be
    left. The pages of a table that is dropped are zeroed whole.
    """
    anew = _ANEW[table.name]
    rows = connection.execute(anew.read, {"without": without}).all()
    connection.exec_driver_sql(anew.drop)
    connection.exec_driver_sql(anew.create)
    if rows:
        connection.exec_driver_sql(anew.insert, [tuple(row) for row in rows])
