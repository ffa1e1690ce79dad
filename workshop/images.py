"""Images: rows of the file as they were before and after an act, and putting one side back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal, NamedTuple, TypedDict

from sqlalchemy import Connection, Table, inspect

from workshop.errors import NotPossibleNow
from workshop.records import (
    JOURNALED,
    ActionChangeRecord,
    ActionRecord,
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
_ACTION = ActionRecord.__tablename__
_ACTION_CHANGE = ActionChangeRecord.__tablename__
_WALL = WallRecord.__tablename__
_TABLES: dict[str, Table] = {table.name: table for table in Record.metadata.sorted_tables}
_PLACE = {name: place for place, name in enumerate(_TABLES)}
_PAGE = "page"
_WHERE = frozenset({"item_id", "activity_id", "question_id", "step"})
"""What the page is a page of: choosing it is no act, so that it is not among what an act changed,
and that of a profile's view must not be left to the questions that an undo leads back to."""
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
        by_table: defaultdict[str, list[_Key]] = defaultdict(list)
        for row in deleted:
            if isinstance(row, JOURNALED):
                by_table[row.__tablename__].append(_key_of(row))
        for keys in by_table.values():
            self._touch_deleted(keys)

    def touch_rows(self, kind: type[Record], rows: Iterable[Mapping[str, object]]) -> None:
        """Know of rows that are about to be added by a statement of their own: none is there."""
        if not issubclass(kind, JOURNALED):
            raise RuntimeError(f"a {kind.__tablename__} is not in the journal")
        names = [column.name for column in _TABLES[kind.__tablename__].primary_key]
        for row in rows:
            self._before.setdefault(_Key(kind.__tablename__, tuple(row[n] for n in names)), None)

    def touch_removed(self, kind: type[Record], ids: Iterable[str]) -> None:
        """Take the images of rows that are about to be deleted by a statement of their own.

        Raises RuntimeError as `touch` does.
        """
        if not issubclass(kind, JOURNALED):
            raise RuntimeError(f"a {kind.__tablename__} is not in the journal")
        self._touch_deleted([_Key(kind.__tablename__, (row_id,)) for row_id in ids])

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

    def _touch_deleted(self, keys: Sequence[_Key]) -> None:
        """Take the images of rows of one table that go, and of all that goes with them."""
        if keys[0].table in (_ROUND, _WORKSHOP):
            raise RuntimeError(f"a {keys[0].table} is not deleted by an act of the journal")
        self._touch_keys(keys)
        for reference, children in _children(self._connection, keys):
            if reference.child.name not in _JOURNALED:
                raise RuntimeError(
                    f"an act would delete {children[0]}, which is not in the journal"
                )
            if reference.ondelete == "CASCADE":
                self._touch_deleted(children)
            else:
                self._touch_keys(children)


def put_back(connection: Connection, changes: Sequence[Change], side: Side) -> None:
    """Make the rows what they were on one side of an act.

    The file's references must be checked at the commit only (`defer_foreign_keys`). Raises
    StillNeeded where rows outside the act have come to depend on one that would go, or one
    is gone; what was written until then is the caller's to roll back.
    """
    other: Side = "after" if side == "before" else "before"
    changes = _without_those_elsewhere(connection, changes)
    for table, of_table in groupby(changes, key=_table_of):
        rows = list(of_table)
        _insert(connection, table, [new for row in rows if (new := _made(row, side)) is not None])
        _update(connection, table, [row for row in rows if row[side] and row[other]], side)
    gone = [_change_key(change) for change in changes if change[side] is None]
    going = frozenset(gone)
    # Children first, so that no cascade of a parent takes one before its turn.
    for table, of_keys in groupby(reversed(gone), key=_table_of_key):
        keys = list(of_keys)
        children = (child for _, found in _children(connection, keys) for child in found)
        if any(child not in going for child in children):
            raise StillNeeded(DEPENDED_ON)
        _delete(connection, table, keys)


def _without_those_elsewhere(connection: Connection, changes: Sequence[Change]) -> list[Change]:
    """The changes without those of an action that is not in this file any more.

    A review sets the status of an action in the workshop that is repeated, and that one may have
    been deleted for good, or have stayed on another laptop: what is here can still be put back.
    """
    changed = [
        _change_key(change)
        for change in changes
        if change["table"] == _ACTION and change["before"] and change["after"]
    ]
    elsewhere = {key.values[0] for key in set(changed) - _read_all(connection, changed).keys()}
    if not elsewhere:
        return list(changes)
    return [change for change in changes if _action_of(change) not in elsewhere]


def _action_of(change: Change) -> object:
    """The action that a row is, or is a line of the history of; None for all other rows."""
    if change["table"] == _ACTION:
        return change["key"]["id"]
    if change["table"] == _ACTION_CHANGE:
        return (change["before"] or change["after"] or {}).get("action_id")
    return None


def _difference(key: _Key, before: Values | None, after: Values | None) -> Change | None:
    if key.table == _ROUND and after is not None:
        before = _NEVER_OPENED if before is None else {name: before[name] for name in _NEVER_OPENED}
        after = {name: after[name] for name in _NEVER_OPENED}
    if before is not None and after is not None:
        never = "last_act_at" if key.table == _LIVE else None
        changed = [n for n in after if after[n] != before[n] and n != never]
        if key.table == _LIVE and _WHERE.intersection(changed):
            changed += [_PAGE] if _PAGE not in changed else []
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


def _children(
    connection: Connection, keys: Sequence[_Key]
) -> Iterator[tuple[_Reference, list[_Key]]]:
    """The rows that refer to rows of one table, by reference; none is empty."""
    for reference in _REFERENCES[keys[0].table]:
        names = ", ".join(f'"{column.name}"' for column in reference.child.primary_key)
        found: list[_Key] = []
        for some in _some_at_once(keys):
            places = ", ".join("?" * len(some))
            rows = connection.exec_driver_sql(
                f'SELECT {names} FROM "{reference.child.name}" '
                f'WHERE "{reference.column}" IN ({places})',
                tuple(value for key in some for value in key.values),
            )
            found += [_Key(reference.child.name, tuple(row)) for row in rows.all()]
        if found:
            yield reference, found


def _some_at_once(keys: Sequence[_Key]) -> Iterator[Sequence[_Key]]:
    for at in range(0, len(keys), _AT_ONCE):
        yield keys[at : at + _AT_ONCE]


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
        for some in _some_at_once(wanted):
            values = tuple(value for key in some for value in key.values)
            rows = connection.exec_driver_sql(_read_some(table, len(some)), values)
            columns = list(rows.keys())
            for row in rows:
                read = dict(zip(columns, row, strict=True))
                found[_Key(table, tuple(read[name] for name in names))] = read
    return found


@lru_cache(maxsize=128)
def _read_some(table: str, many: int) -> str:
    """The statement that reads so many rows of a table by their keys, each through its index.

    `(a, b) IN (VALUES ...)` would go through the whole table, which grows all day.
    """
    names = [column.name for column in _TABLES[table].primary_key]
    places = ", ".join([f"({', '.join('?' * len(names))})"] * many)
    named = ", ".join(f'"{name}"' for name in names)
    same = " AND ".join(f'"{table}"."{name}" = "wanted"."{name}"' for name in names)
    return (
        f'WITH "wanted" ({named}) AS (VALUES {places}) '
        f'SELECT "{table}".* FROM "wanted" CROSS JOIN "{table}" ON {same}'
    )


def _made(change: Change, side: Side) -> Values | None:
    """The whole row, where it is there on this side of the act alone."""
    return change[side] if None in (change["before"], change["after"]) else None


def _insert(connection: Connection, table: str, rows: Sequence[Values]) -> None:
    for names, alike in groupby(rows, key=tuple):
        columns = ", ".join(f'"{name}"' for name in names)
        places = ", ".join("?" * len(names))
        connection.exec_driver_sql(
            f'INSERT INTO "{table}" ({columns}) VALUES ({places})',
            [tuple(values.values()) for values in alike],
        )


def _update(connection: Connection, table: str, changes: Sequence[Change], side: Side) -> None:
    for names, alike in groupby(changes, key=lambda change: tuple(change[side] or ())):
        columns = ", ".join(f'"{name}" = ?' for name in names)
        rows = [(*(change[side] or {}).values(), *change["key"].values()) for change in alike]
        done = connection.exec_driver_sql(
            f'UPDATE "{table}" SET {columns} WHERE {_where(table)}', rows
        )
        if done.rowcount != len(rows):
            raise StillNeeded(DEPENDED_ON)


def _delete(connection: Connection, table: str, keys: Sequence[_Key]) -> None:
    done = connection.exec_driver_sql(
        f'DELETE FROM "{table}" WHERE {_where(table)}', [key.values for key in keys]
    )
    if done.rowcount != len(keys):
        raise StillNeeded(DEPENDED_ON)


def _table_of(change: Change) -> str:
    return change["table"]


def _table_of_key(key: _Key) -> str:
    return key.table
