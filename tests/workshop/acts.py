"""Acts for the tests of the journal: rows to make, and what the journaled rows hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from tests.workshop.rows import held
from workshop.journal import Entry, act, redo, undo
from workshop.library import Library, Transaction
from workshop.records import (
    JOURNALED,
    ActionRecord,
    NoteRecord,
)

Act = Callable[[Transaction], None]
Held = dict[str, list[Any]]


def note(note_id: str, question_id: str | None = None) -> NoteRecord:
    return NoteRecord(
        id=note_id,
        workshop_id="w",
        question_id=question_id,
        kind="said",
        text=f"note {note_id}",
        written_at=1,
    )


def add_note(note_id: str, transaction: Transaction) -> None:
    transaction.add(note(note_id))


def action(action_id: str, question_id: str | None = None) -> ActionRecord:
    return ActionRecord(
        id=action_id,
        workshop_id="w",
        question_id=question_id,
        position=1,
        what=f"action {action_id}",
        due=date(2026, 2, 1),
        proposed_at=1,
    )


def journaled(library: Library) -> Held:
    with library.reading() as connection:
        return journaled_in(connection)


def journaled_in(connection: Connection) -> Held:
    """The journaled rows, without what an undo leaves on purpose: parked rounds, the last act."""
    rows = held(connection, JOURNALED)
    rows["live"] = [[pair for pair in row if pair[0] != "last_act_at"] for row in rows["live"]]
    rows["round"] = [row for row in rows["round"] if ("state", "not_opened") not in row]
    return rows


def do(library: Library, name: str, *changes: Act) -> None:
    with library.transaction() as transaction, act(transaction, "w", name):
        for change in changes:
            change(transaction)


def undo_once(library: Library) -> Entry | None:
    with library.transaction() as transaction:
        return undo(transaction, "w")


def redo_once(library: Library) -> Entry | None:
    with library.transaction() as transaction:
        return redo(transaction, "w")
