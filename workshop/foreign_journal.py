"""Foreign journal: the acts in a file that came from anywhere, looked over before any is undone.

An undo writes the rows that its act keeps, past everything that watches over them otherwise. So
each act must name rows of the file's own workshop alone, and columns and values as Flipchart
writes them; and all of them are undone and done again once, in a copy that nothing is kept of.
"""

from __future__ import annotations

import json
import math
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, Integer, Table, select

from workshop import journal
from workshop.console_staging import console_sees
from workshop.errors import NotPossibleNow
from workshop.images import Change, Side
from workshop.library import Library, Transaction
from workshop.practice import PracticeBallot
from workshop.readings.day import read_scene_day, read_whole_day
from workshop.readings.prepared import read_prepared
from workshop.records import (
    JOURNALED,
    ActionChangeRecord,
    ActionRecord,
    ClosingWordRecord,
    JournalRecord,
    LiveRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    PhotoRecord,
    RoundRecord,
    RoundSeatRecord,
    TimerRecord,
    WorkshopRecord,
)
from workshop.reviewing import STATUS_ACT
from workshop.staging import room_sees
from workshop.words import Words

_TABLES: Final = {kind.__tablename__: cast(Table, kind.__table__) for kind in JOURNALED}
_NEVER_MADE: Final = frozenset({WorkshopRecord.__tablename__, RoundRecord.__tablename__})
"""Tables whose rows no act makes or deletes."""
_OF_A_ROUND: Final = frozenset({"state", "opened_at", "closed_at", "revealed_at"})
"""What an act keeps of a round."""
_ACTION: Final = ActionRecord.__tablename__
_HISTORY: Final = ActionChangeRecord.__tablename__
_OF_THE_DAY: Final = frozenset(
    kind.__tablename__
    for kind in (
        ActionRecord, ActionChangeRecord, ClosingWordRecord, LiveRecord, NoteRecord, OutcomeRecord,
        ParkedRecord, PhotoRecord, RoundRecord, RoundSeatRecord, TimerRecord,
    )
)  # fmt: skip
"""Tables that say nothing of how a day was prepared."""
_SIDES: Final[tuple[Side, Side]] = ("before", "after")
_LARGEST: Final = 2**63 - 1

_Row = tuple[str, tuple[object, ...]]
"""A table's name and a key in it."""


@dataclass(frozen=True, slots=True)
class _Act:
    number: int
    name: str
    changes: list[Change]
    undone: bool


def look_over_journal(copy: Path, workshop_id: str, words: Words) -> None:
    """Look over the journal of the unpacked library at `copy`, which nobody else uses.

    What a review did to the actions of an earlier workshop is taken out: it is not this file's
    to undo. Raises ValueError, or what reading spoilt rows raises, where an act is none that
    Flipchart writes.
    """
    with Library.open(copy) as library, library.transaction() as transaction:
        connection = transaction.connection()
        acts = [_own(connection, act) for act in _acts(connection)]
        _walk(acts, _rows(connection))
    tried = copy.with_name("tried.sqlite")
    shutil.copy(copy, tried)
    with Library.open(tried) as library, library.transaction() as transaction:
        _try_all(transaction, workshop_id, words, library.clock())


def _acts(connection: Connection) -> Iterator[_Act]:
    """All acts, oldest first; each with changes of the form that the journal writes."""
    rows = connection.execute(
        select(
            JournalRecord.number, JournalRecord.act, JournalRecord.changes, JournalRecord.undone
        ).order_by(JournalRecord.number)
    ).all()
    for number, name, changes, undone in rows:
        _must(isinstance(changes, list))
        for change in changes:
            _check_form(change)
        yield _Act(number, name, changes, undone)


def _check_form(change: object) -> None:
    """Whether this is one row's two images, of a table and of columns that an act can change."""
    _must(isinstance(change, dict) and set(change) == {"table", "key", *_SIDES})
    said: dict[str, Any] = cast(dict[str, Any], change)
    table = _TABLES[said["table"]]
    keys = [column.name for column in table.primary_key]
    _must(isinstance(said["key"], dict) and list(said["key"]) == keys)
    sides = [said[side] for side in _SIDES]
    _must(all(side is None or isinstance(side, dict) for side in sides))
    there = [side for side in sides if side is not None]
    whole = len(there) == 1
    _must(whole or (len(there) == 2 and set(there[0]) == set(there[1]) != set()))
    _must(not (whole and table.name in _NEVER_MADE))
    for values in (said["key"], *there):
        _check_values(table, values)
    for side in there:
        _must(not whole or set(keys) <= set(side))
        _must(all(side[name] == said["key"][name] for name in keys if name in side))
        _must(table.name != RoundRecord.__tablename__ or set(side) <= _OF_A_ROUND)


def _check_values(table: Table, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        _must(_fits(table.columns[name], value))


def _fits(column: Column[Any], value: object) -> bool:
    """Whether SQLite keeps such a value for what this column means; raises ValueError too."""
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(kind, Boolean):
        return type(value) is int and value in (0, 1)
    if isinstance(kind, Integer):
        return type(value) is int and abs(value) <= _LARGEST
    if isinstance(kind, Float):
        return type(value) in (int, float) and math.isfinite(cast(float, value))
    if not isinstance(value, str):
        return False
    value.encode()  # a half of a letter raises ValueError
    if isinstance(kind, Date):
        date.fromisoformat(value)
    elif isinstance(kind, JSON):
        json.loads(value)
    return True


def _own(connection: Connection, act: _Act) -> _Act:
    """The act without what a review changed in an earlier workshop; so it stands in the file."""
    if act.name != STATUS_ACT:
        return act
    here = {row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {_ACTION}")}
    own = [change for change in act.changes if _action_of(change) in {None, *here}]
    if len(own) == len(act.changes):
        return act
    of_this = JournalRecord.__table__.c.number == act.number
    table = cast(Table, JournalRecord.__table__)
    statement = table.update().values(changes=own) if own else table.delete()
    connection.execute(statement.where(of_this))
    return _Act(act.number, act.name, own, act.undone)


def _action_of(change: Change) -> object:
    """The action whose status or history this is; None for all other rows."""
    if change["table"] == _ACTION:
        return change["key"]["id"]
    if change["table"] == _HISTORY:
        return (change["before"] or change["after"] or {}).get("action_id")
    return None


def _rows(connection: Connection) -> set[_Row]:
    """The keys of all rows that are there."""
    found: set[_Row] = set()
    for name, table in _TABLES.items():
        keys = connection.execute(select(*table.primary_key))
        found.update((name, tuple(key)) for key in keys)
    return found


def _walk(acts: Sequence[_Act], there: set[_Row]) -> None:
    """Follow which rows are there, from now on to the last act and back before the first.

    What an act changes or takes away must be there, and what it brings must not: else it would be
    a row of another workshop, once both are in one library.
    """
    for act in acts:
        if act.undone:
            _follow(act.changes, "after", there)
    for act in reversed(acts):
        _follow(act.changes, "before", there)


def _follow(changes: Sequence[Change], side: Side, there: set[_Row]) -> None:
    other: Side = "before" if side == "after" else "after"
    for change in changes:
        row = (change["table"], tuple(change["key"].values()))
        _must((row in there) == (change[other] is not None))
        if change[side] is None:
            there.remove(row)
        else:
            there.add(row)


def _try_all(transaction: Transaction, workshop_id: str, words: Words, now: int) -> None:
    """Do all again, undo all and do all again, and look at the day after each.

    On the last way up only where the rows are not what they were on the way down.
    """
    connection = transaction.connection()
    known: dict[int, list[object]] = {}
    for turn in (journal.redo, journal.undo_or_let_stand, journal.redo):
        up = turn is journal.redo
        ends = journal.next_redo if up else journal.newest
        while (entry := ends(connection, workshop_id)) is not None:
            if not up:
                known[entry.number] = _rows_of(connection, entry.number)
            try:
                done = turn(transaction, workshop_id)
            except NotPossibleNow:
                break  # votes depend on it, as they may: what is below is out of reach there too
            rows = _rows_of(connection, entry.number) if up else []
            if done is not None and (not up or rows != known.get(entry.number)):
                _look(connection, workshop_id, words, now, done.tables)


def _rows_of(connection: Connection, number: int) -> list[object]:
    """What an act changes, as it is."""
    changes = connection.scalars(
        select(JournalRecord.changes).where(JournalRecord.number == number)
    ).one()
    found: list[object] = []
    for change in changes:
        table = _TABLES[change["table"]]
        if len(table.primary_key) == len(table.columns):
            continue  # what is not there has been noticed
        changed = [table.columns[name] for name in change["before"] or change["after"]]
        same = [table.columns[name] == value for name, value in change["key"].items()]
        found.append(connection.execute(select(*changed).where(*same)).one_or_none())
    return found


def _look(
    connection: Connection, workshop_id: str, words: Words, now: int, tables: frozenset[str]
) -> None:
    """Read the wall, and where an act can change more than the day's course, all else too."""
    _must(connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None)
    facts = read_scene_day(connection, workshop_id, PracticeBallot())
    room_sees(facts, words)
    if tables - _OF_THE_DAY:
        console_sees(read_whole_day(connection, facts), words, now)
        read_prepared(connection, workshop_id)


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError("an act that no Flipchart writes down")
