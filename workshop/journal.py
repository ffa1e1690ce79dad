"""The journal: the facilitator's acts with the rows they changed, and undoing them exactly.

An act changes rows through the ORM, inside `with act(...)`, and adds or removes many at once by
`add_rows` and `remove_rows`. The rows it touches are read from the file before and after, so the
images are the file's own values (a date is its ISO text). Another statement through Core is not
seen; acts do not use them.
Votes are never in here, and of a round only its state is: a round that an undone act made stays,
parked, with its votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, delete, event, insert, select, update
from sqlalchemy.orm import Session

from workshop.images import Change, Images, Side, StillNeeded, put_back
from workshop.library import Transaction
from workshop.records import JournalRecord, LiveRecord
from workshop.row_base import Record

_AT_ONCE = 200
"""Rows that are deleted by one statement: SQLite takes a limited number of values."""
_RECORDING = "recording an act"
_IMAGES = "what the act has touched"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act of the journal, with the values its sentence needs."""

    number: int
    act: str
    values: dict[str, Any]
    tables: frozenset[str] = frozenset()
    """Whose rows were put back; known once the act is undone or done again."""
    stands: bool = False
    """Whether it could not be undone any more and has left the journal."""


@contextmanager
def act(transaction: Transaction, workshop_id: str, name: str, **values: object) -> Iterator[None]:
    """Record what the block changes as one act of the workshop's facilitator.

    `values` are what the act's sentence needs: texts, numbers, dates. An act that changed nothing
    leaves no trace; any other ends what could have been redone. Acts do not nest (RuntimeError).
    """
    _refuse_inside_an_act(transaction)
    transaction.flush()
    images = Images(transaction.connection())
    transaction.info[_RECORDING] = name
    transaction.info[_IMAGES] = images
    try:
        yield
        transaction.flush()
    finally:
        del transaction.info[_RECORDING], transaction.info[_IMAGES]
    changes = images.changes()
    if changes:
        _keep(transaction, workshop_id, name, values, changes)


@event.listens_for(Transaction, "before_flush")
def _before_flush(session: Session, *_: object) -> None:
    # One for all transactions: listening to each of them anew costs more than an act's images.
    images = session.info.get(_IMAGES)
    if isinstance(images, Images):
        images.touch(session.new, session.dirty, session.deleted)


@contextmanager
def unkept_act(transaction: Transaction, workshop_id: str, name: str) -> Iterator[None]:
    """An act that `forget` follows before the commit: what it changes is not even written down."""
    _refuse_inside_an_act(transaction)
    transaction.info[_RECORDING] = name
    try:
        yield
        transaction.flush()
    finally:
        del transaction.info[_RECORDING]
    _touch_live(transaction, workshop_id)


def add_rows(
    transaction: Transaction, kind: type[Record], rows: Sequence[Mapping[str, object]]
) -> None:
    """Insert many rows of one kind in one statement, seen by the act that is recorded, if any.

    Every row names all its columns. Of a full room's rows each would cost the ORM more than its
    writing does.
    """
    if not rows:
        return
    transaction.flush()
    images = transaction.info.get(_IMAGES)
    if isinstance(images, Images):
        images.touch_rows(kind, rows)
    transaction.connection().execute(insert(kind), list(rows))


def remove_rows(transaction: Transaction, kind: type[Record], ids: Sequence[str]) -> None:
    """Delete many rows of one kind by their ids, seen by the act that is recorded, if any.

    What the file deletes or lets go of with them is seen too. Raises RuntimeError inside an act
    where that is nothing of the journal's. A row that the ORM holds is not to be used any more.
    """
    if not ids:
        return
    transaction.flush()
    images = transaction.info.get(_IMAGES)
    if isinstance(images, Images):
        images.touch_removed(kind, ids)
    (key,) = cast(Table, kind.__table__).primary_key
    connection = transaction.connection()
    for at in range(0, len(ids), _AT_ONCE):
        some = list(ids[at : at + _AT_ONCE])
        connection.execute(delete(cast(Table, kind.__table__)).where(key.in_(some)))


def undo(transaction: Transaction, workshop_id: str) -> Entry | None:
    """Put back what the newest act changed; None when there is none.

    Raises NotPossibleNow where votes or rows from outside the journal depend on it.
    """
    entry = newest(transaction.connection(), workshop_id)
    return None if entry is None else _put_back(transaction, workshop_id, entry, "before")


def undo_or_let_stand(transaction: Transaction, workshop_id: str) -> Entry | None:
    """As `undo`, but an act that can be undone no more leaves the journal where it only added rows.

    Votes are never taken away, so that it would bar the way to the acts before it for ever. None of
    them knows its rows: they are undone and done again as exactly without it. Raises NotPossibleNow
    where it changed rows too.
    """
    entry = newest(transaction.connection(), workshop_id)
    if entry is None:
        return None
    try:
        return _put_back(transaction, workshop_id, entry, "before")
    except StillNeeded:
        this = JournalRecord.number == entry.number
        changes = transaction.connection().scalars(select(JournalRecord.changes).where(this)).one()
        if any(change["before"] is not None for change in changes):
            raise
        transaction.connection().execute(delete(_JOURNAL).where(this))
        return replace(entry, stands=True)


def redo(transaction: Transaction, workshop_id: str) -> Entry | None:
    """Do again what was undone last; None when there is none, or an act came after it."""
    entry = next_redo(transaction.connection(), workshop_id)
    return None if entry is None else _put_back(transaction, workshop_id, entry, "after")


def newest(connection: Connection, workshop_id: str) -> Entry | None:
    """The act that `undo` would put back."""
    return _entry(connection, workshop_id, undone=False)


def next_redo(connection: Connection, workshop_id: str) -> Entry | None:
    """The act that `redo` would do again."""
    return _entry(connection, workshop_id, undone=True)


def rows_removed_by(
    connection: Connection, workshop_id: str, name: str, kind: type[Record]
) -> list[dict[str, Any]]:
    """The rows of one kind that the newest act of this name deleted, as they were."""
    changes = connection.scalars(_CHANGES_OF, {"of_workshop": workshop_id, "name": name}).first()
    return [
        change["before"]
        for change in changes or ()
        if change["table"] == kind.__tablename__ and change["after"] is None
    ]


def ends(connection: Connection, workshop_id: str) -> tuple[Entry | None, Entry | None]:
    """What `undo` would put back, and what `redo` would do again."""
    return newest(connection, workshop_id), next_redo(connection, workshop_id)


def forget(transaction: Transaction, workshop_id: str) -> None:
    """Let no undo reach back beyond this moment: votes were sealed, or a round was discarded."""
    _refuse_inside_an_act(transaction)
    transaction.flush()
    transaction.connection().execute(_FORGET, {"of_workshop": workshop_id})


def _refuse_inside_an_act(transaction: Transaction) -> None:
    if _RECORDING in transaction.info:
        raise RuntimeError(f"the act {transaction.info[_RECORDING]} is still being recorded")


def _keep(
    transaction: Transaction,
    workshop_id: str,
    name: str,
    values: dict[str, object],
    changes: list[Change],
) -> None:
    connection = transaction.connection()
    connection.execute(_DROP_REDO, {"of_workshop": workshop_id})
    connection.execute(
        _ADD,
        {
            "workshop_id": workshop_id,
            "act": name,
            "values": {key: _plain(value) for key, value in values.items()},
            "changes": changes,
            "acted_at": transaction.now(),
            "undone": False,
        },
    )
    _touch_live(transaction, workshop_id)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _put_back(transaction: Transaction, workshop_id: str, entry: Entry, side: Side) -> Entry:
    _refuse_inside_an_act(transaction)
    transaction.flush()
    connection = transaction.connection()
    changes = connection.scalars(
        select(JournalRecord.changes).where(JournalRecord.number == entry.number)
    ).one()
    with connection.begin_nested():
        put_back(connection, changes, side)
        connection.execute(
            update(JournalRecord)
            .where(JournalRecord.number == entry.number)
            .values(undone=side == "before")
        )
        _touch_live(transaction, workshop_id)
    # What was written past the ORM has made every row it holds old.
    transaction.expire_all()
    return replace(entry, tables=frozenset(change["table"] for change in changes))


def _touch_live(transaction: Transaction, workshop_id: str) -> None:
    now = {"of_workshop": workshop_id, "moment": transaction.now()}
    transaction.connection().execute(_TOUCH, now)
    # What was written past the ORM has made the value it holds old.
    held = transaction.identity_map.get(transaction.identity_key(LiveRecord, workshop_id))
    if held is not None:
        transaction.expire(held, ["last_act_at"])


_JOURNAL = cast(Table, JournalRecord.__table__)
_DROP_REDO = delete(_JOURNAL).where(
    JournalRecord.workshop_id == bindparam("of_workshop"), JournalRecord.undone.is_(True)
)
_FORGET = delete(_JOURNAL).where(JournalRecord.workshop_id == bindparam("of_workshop"))
_ADD = insert(_JOURNAL)
_TOUCH = (
    update(cast(Table, LiveRecord.__table__))
    .where(LiveRecord.workshop_id == bindparam("of_workshop"))
    .values(last_act_at=bindparam("moment"))
)

_CHANGES_OF = (
    select(JournalRecord.changes)
    .where(
        JournalRecord.workshop_id == bindparam("of_workshop"),
        JournalRecord.act == bindparam("name"),
        JournalRecord.undone.is_(False),
    )
    .order_by(JournalRecord.number.desc())
    .limit(1)
)
_NEWEST, _NEXT_REDO = (
    select(JournalRecord.number, JournalRecord.act, JournalRecord.values)
    .where(JournalRecord.workshop_id == bindparam("of_workshop"), JournalRecord.undone.is_(undone))
    .order_by(JournalRecord.number if undone else JournalRecord.number.desc())
    .limit(1)
    for undone in (False, True)
)


def _entry(connection: Connection, workshop_id: str, *, undone: bool) -> Entry | None:
    statement = _NEXT_REDO if undone else _NEWEST
    row = connection.execute(statement, {"of_workshop": workshop_id}).one_or_none()
    return None if row is None else Entry(row[0], row[1], row[2])
