"""Undo and redo are exact, whatever the acts did and in whatever order (hypothesis)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.acts import (
    Act,
    Held,
    action,
    journaled_in,
    note,
)
from tests.workshop.conftest import NOON, HandClock
from tests.workshop.rows import day_rows
from workshop.journal import act, redo, undo
from workshop.library import Library, Transaction
from workshop.records import (
    ActionChangeRecord,
    ActionRecord,
    LiveRecord,
    NoteRecord,
    OutcomeRecord,
    RoundRecord,
    TimerRecord,
)

IDS = st.sampled_from(["x1", "x2", "x3", "x4"])
QUESTIONS = st.sampled_from(["q1", "q2", "q3"])
TEXTS = st.text(alphabet="añ—'\"\n\x00☕", max_size=4)


def put_note(note_id: str, question_id: str | None, text: str) -> Act:
    def change(transaction: Transaction) -> None:
        row = transaction.get(NoteRecord, note_id)
        if row is None:
            transaction.add(note(note_id, question_id))
        else:
            row.text, row.question_id = text, question_id

    return change


def put_action(action_id: str, question_id: str | None, text: str, due: date | None) -> Act:
    def change(transaction: Transaction) -> None:
        row = transaction.get(ActionRecord, action_id)
        if row is None:
            row = action(action_id, question_id)
            transaction.add(row)
        row.what, row.due = text, due

    return change


def change_history(action_id: str, change_id: str) -> Act:
    def change(transaction: Transaction) -> None:
        missing = transaction.get(ActionChangeRecord, change_id) is None
        if missing and transaction.get(ActionRecord, action_id) is not None:
            transaction.add(
                ActionChangeRecord(
                    id=change_id, action_id=action_id, changed_at=1, field="f", before="b",
                    after="a",
                )
            )  # fmt: skip

    return change


def record_outcome(question_id: str, halves: int | None) -> Act:
    def change(transaction: Transaction) -> None:
        row = transaction.get(OutcomeRecord, question_id)
        if row is None:
            row = OutcomeRecord(question_id=question_id, changed_at=1)
            transaction.add(row)
        row.kind, row.score_halves = ("undecided" if halves is None else "agreed"), halves

    return change


def move(question_id: str | None, page: int) -> Act:
    def change(transaction: Transaction) -> None:
        live = transaction.get_one(LiveRecord, "w")
        live.question_id, live.page, live.item_id = question_id, page, "session"

    return change


def open_or_close(question_id: str, state: str, number: int) -> Act:
    def change(transaction: Transaction) -> None:
        row_id = f"{question_id}-{number}"
        row = transaction.get(RoundRecord, row_id)
        if row is None:
            row = RoundRecord(id=row_id, question_id=question_id, number=number + 1)
            transaction.add(row)
        row.state, row.opened_at = state, NOON
        row.closed_at = None if state == "open" else NOON + number

    return change


def time(planned: int | None) -> Act:
    def change(transaction: Transaction) -> None:
        row = transaction.get(TimerRecord, "w")
        if planned is None and row is not None:
            transaction.delete(row)
        elif planned is not None and row is None:
            transaction.add(TimerRecord(workshop_id="w", started_at=NOON, planned_s=planned))
        elif planned is not None and row is not None:
            row.planned_s = planned

    return change


def drop(kind: type[NoteRecord | ActionRecord | OutcomeRecord], row_id: str) -> Act:
    def change(transaction: Transaction) -> None:
        row = transaction.get(kind, row_id)
        if row is not None:
            transaction.delete(row)
            transaction.flush()

    return change


CHANGES = st.one_of(
    st.builds(put_note, IDS, st.none() | QUESTIONS, TEXTS),
    st.builds(put_action, IDS, st.none() | QUESTIONS, TEXTS, st.none() | st.dates()),
    st.builds(change_history, IDS, IDS),
    st.builds(record_outcome, QUESTIONS, st.none() | st.integers(2, 10)),
    st.builds(move, st.none() | QUESTIONS, st.integers(0, 3)),
    st.builds(
        open_or_close,
        QUESTIONS,
        st.sampled_from(["open", "closed", "revealed"]),
        st.integers(1, 2),
    ),
    st.builds(time, st.none() | st.integers(30, 300)),
    st.builds(drop, st.sampled_from([NoteRecord, ActionRecord]), IDS),
    st.builds(drop, st.just(OutcomeRecord), QUESTIONS),
)


MOVES = st.one_of(
    st.lists(CHANGES, min_size=1, max_size=4), st.just("undo"), st.just("undo"), st.just("redo")
)


@pytest.fixture(scope="module")
def lasting_day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A day that every example starts from: each rolls back what it did."""
    path = tmp_path_factory.mktemp("journal") / "flipchart.sqlite"
    with Library.open(path, clock=HandClock()) as library:
        with library.transaction() as transaction:
            transaction.add_all(day_rows("w", NOON))
        yield library


@given(moves=st.lists(MOVES, max_size=12))
def test_undo_and_redo_are_exact_whatever_the_acts_did(
    lasting_day: Library, moves: list[list[Act] | str]
) -> None:
    with contextlib.suppress(_Enough), lasting_day.transaction() as transaction:
        _play(transaction, moves)
        broken = transaction.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
        assert broken == []
        raise _Enough


class _Enough(Exception):
    """Ends an example and rolls it back."""


def _play(transaction: Transaction, moves: list[list[Act] | str]) -> None:
    """Make the moves beside a plain list of the states there should be, then go all the way."""

    def rows() -> Held:
        return journaled_in(transaction.connection())

    states, place = [rows()], 0

    def step(by: int) -> None:
        nonlocal place
        entry = undo(transaction, "w") if by < 0 else redo(transaction, "w")
        possible = 0 <= place + by < len(states)
        assert (entry is not None) == possible
        place += by * possible
        assert rows() == states[place]

    for number, move_made in enumerate(moves):
        if isinstance(move_made, str):
            step(-1 if move_made == "undo" else 1)
            continue
        with act(transaction, "w", f"act {number}"):
            for change in move_made:
                change(transaction)
        transaction.expire_all()
        if (now := rows()) != states[place]:
            states[place + 1 :] = [now]
            place += 1
    for by in (-1, 1):
        for _ in range(len(states) + 1):
            step(by)
