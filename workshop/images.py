"""Images: rows of the file as they were before and after an act, and putting one side back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypedDict

from sqlalchemy import Connection, Table, inspect

from workshop.errors import NotPossibleNow
from workshop.records import (
    JOURNALED,
    LiveRecord,
    Record,
    RoundRecord,
    WallRecord,
    WorkshopRecord,
)
from workshop.words import mark

DEPENDED_ON = mark(
    "This can no longer be undone or done again: votes or later entries depend on it."
)

Values = dict[str, Any]
"""Column names with values as SQLite keeps them."""
Side = Literal["before", "after"]


class StillNeeded(NotPossibleNow):
    """Votes or rows from outside the journal depend on what would go, or a row is gone."""


class Change(TypedDict):
    """One row's two images.

    Both sides hold the changed columns only; a row that was made or deleted has None on one side
    and all of its columns on the other.
    """

    table: str
    key: Values
    before: Values | None
    after: Values | None


class _Key(NamedTuple):
    table: str
    values: tuple[Any, ...]


class _Reference(NamedTuple):
    child: Table
    column: str
    ondelete: str | None


_ROUND = RoundRecord.__tablename__
_WORKSHOP = WorkshopRecord.__tablename__
_LIVE = LiveRecord.__tablename__
_WALL = WallRecord.__tablename__
_TABLES: dict[str, Table] = {table.name: table for table in Record.metadata.sorted_tables}
_PLACE = {name: place for place, name in enumerate(_TABLES)}
_AT_ONCE = 200
"""Rows that are read in one statement: SQLite takes a limited number of values."""
_JOURNALED = frozenset(row_type.__tablename__ for row_type in JOURNALED)
_NEVER_OPENED: Values = {
    "state": "not_opened",
    "opened_at": None,
    "closed_at": None,
    "revealed_at": None,
}


def _references() -> dict[str, list[_Reference]]:
    found: dict[str, list[_Reference]] = defaultdict(list)
    for table in _TABLES.values():
        if table.name == _WALL:
            continue  # how the wall is held keeps no seat: the file lets go of one that goes
        for key in table.foreign_keys:
            found[key.column.table.name].append(_Reference(table, key.parent.name, key.ondelete))
    return found


_REFERENCES = _references()


class Images:
    """The rows an act touches, as they were when it first touched them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._before: dict[_Key, Values | None] = {}

    def touch(
        self, new: Iterable[object], dirty: Iterable[object], deleted: Iterable[object]
    ) -> None:
        """Take the images of rows that are about to be written.

        Raises RuntimeError for what no act may do because it could not be put back: make or
        delete a workshop, delete a round or anything that votes hang on.
        """
        touched = []
        for row in new:
            if isinstance(row, WorkshopRecord):
                raise RuntimeError("a workshop is not made by an act of the journal")
            touched.append(row)
        touched += dirty
        self._touch_keys([_key_of(row) for row in touched if isinstance(row, JOURNALED)])
        for row in deleted:
            if isinstance(row, JOURNALED):
                self._touch_deleted(_key_of(row))

    def touch_rows(self, kind: type[Record], rows: Iterable[Mapping[str, object]]) -> None:
        """Know of rows that are about to be added by a statement of their own: none is there."""
        if not issubclass(kind, JOURNALED):
            raise RuntimeError(f"a {kind.__tablename__} is not in the journal")
        names = [column.name for column in _TABLES[kind.__tablename__].primary_key]
        for row in rows:
            self._before.setdefault(_Key(kind.__tablename__, tuple(row[n] for n in names)), None)

    def changes(self) -> list[Change]:
        """What differs now, once everything is flushed; empty where nothing does."""
        after = _read_all(self._connection, self._before)
        found = (
            _difference(key, before, after.get(key))
            for key, before in sorted(self._before.items(), key=_place_of_item)
        )
        return [change for change in found if change is not None]

    def _touch_keys(self, keys: Iterable[_Key]) -> None:
        new = [key for key in dict.fromkeys(keys) if key not in self._before]
        found = _read_all(self._connection, new)
        self._before.update({key: found.get(key) for key in new})

    def _touch_deleted(self, key: _Key) -> None:
        if key.table in (_ROUND, _WORKSHOP):
            raise RuntimeError(f"a {key.table} is not deleted by an act of the journal")
        self._touch_keys([key])
        for reference, child in _children(self._connection, key):
            if child.table not in _JOURNALED:
                raise RuntimeError(f"an act would delete {child}, which is not in the journal")
            if reference.ondelete == "CASCADE":
                self._touch_deleted(child)
            else:
                self._touch_keys([child])


def put_back(connection: Connection, changes: Sequence[Change], side: Side) -> None:
    """Make the rows what they were on one side of an act.

    The file's references must be checked at the commit only (`defer_foreign_keys`). Raises
    StillNeeded where rows outside the act have come to depend on one that would go, or one
    is gone; what was written until then is the caller's to roll back.
    """
    other: Side = "after" if side == "before" else "before"
    gone = {_change_key(change) for change in changes if change[side] is None}
    for change in changes:
        values = change[side]
        if values is None:
            continue
        if change[other] is None:
            _insert(connection, change["table"], values)
        else:
            _update(connection, change, values)
    # Children first, so that no cascade of a parent takes one before its turn.
    for change in reversed(changes):
        if change[side] is None:
            key = _change_key(change)
            if any(child not in gone for _, child in _children(connection, key)):
                raise StillNeeded(DEPENDED_ON)
            _delete(connection, key)


def _difference(key: _Key, before: Values | None, after: Values | None) -> Change | None:
    if key.table == _ROUND and after is not None:
        before = _NEVER_OPENED if before is None else {name: before[name] for name in _NEVER_OPENED}
        after = {name: after[name] for name in _NEVER_OPENED}
    if before is not None and after is not None:
        never = "last_act_at" if key.table == _LIVE else None
        changed = [n for n in after if after[n] != before[n] and n != never]
        before = {name: before[name] for name in changed}
        after = {name: after[name] for name in changed}
    if not before and not after:
        return None
    names = [column.name for column in _TABLES[key.table].primary_key]
    return Change(
        table=key.table,
        key=dict(zip(names, key.values, strict=True)),
        before=before,
        after=after,
    )


def _key_of(row: Record) -> _Key:
    mapper = inspect(type(row))
    return _Key(row.__tablename__, tuple(mapper.primary_key_from_instance(row)))


def _change_key(change: Change) -> _Key:
    return _Key(change["table"], tuple(change["key"].values()))


def _place_of_item(item: tuple[_Key, Values | None]) -> tuple[int, tuple[Any, ...]]:
    return _PLACE[item[0].table], item[0].values


def _children(connection: Connection, key: _Key) -> Iterator[tuple[_Reference, _Key]]:
    for reference in _REFERENCES[key.table]:
        names = ", ".join(f'"{column.name}"' for column in reference.child.primary_key)
        rows = connection.exec_driver_sql(
            f'SELECT {names} FROM "{reference.child.name}" WHERE "{reference.column}" = ?',
            key.values,
        )
        for row in rows.all():
            yield reference, _Key(reference.child.name, tuple(row))


def _where(table: str) -> str:
    return " AND ".join(f'"{column.name}" = ?' for column in _TABLES[table].primary_key)


def _read_all(connection: Connection, keys: Iterable[_Key]) -> dict[_Key, Values]:
    """The rows of these keys that are there: a full room's in a few statements."""
    by_table: defaultdict[str, list[_Key]] = defaultdict(list)
    for key in keys:
        by_table[key.table].append(key)
    found: dict[_Key, Values] = {}
    for table, wanted in by_table.items():
        names = [column.name for column in _TABLES[table].primary_key]
        columns = ", ".join(f'"{name}"' for name in names)
        row_of_places = f"({', '.join('?' * len(names))})"
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            places = ", ".join([row_of_places] * len(some))
            rows = connection.exec_driver_sql(
                f'SELECT * FROM "{table}" WHERE ({columns}) IN (VALUES {places})',
                tuple(value for key in some for value in key.values),
            )
            for row in rows.mappings():
                key = _Key(table, tuple(row[name] for name in names))
                found[key] = dict(row)
    return found


def _insert(connection: Connection, table: str, values: Values) -> None:
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" * len(values))
    connection.exec_driver_sql(
        f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(values.values())
    )


def _update(connection: Connection, change: Change, values: Values) -> None:
    names = ", ".join(f'"{name}" = ?' for name in values)
    done = connection.exec_driver_sql(
        f'UPDATE "{change["table"]}" SET {names} WHERE {_where(change["table"])}',
        (*values.values(), *change["key"].values()),
    )
    if done.rowcount != 1:
        raise StillNeeded(DEPENDED_ON)


def _delete(connection: Connection, key: _Key) -> None:
    done = connection.exec_driver_sql(
        f'DELETE FROM "{key.table}" WHERE {_where(key.table)}', key.values
    )
    if done.rowcount != 1:
        raise StillNeeded(DEPENDED_ON)
