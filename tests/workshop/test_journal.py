"""Undo and redo are exact: the rows of the file are what they were, whatever the acts did."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, func, insert, select

from tests.workshop.conftest import NOON, HandClock
from tests.workshop.rows import day_rows, held
from workshop.errors import NotPossibleNow
from workshop.journal import Entry, act, forget, newest, next_redo, redo, undo
from workshop.library import Library, Transaction
from workshop.records import (
    JOURNALED,
    ActionChangeRecord,
    ActionRecord,
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    QuestionRecord,
    RoundRecord,
    RoundSeatRecord,
    TimerRecord,
    VoteRecord,
    WallRecord,
    WorkshopRecord,
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


def test_an_act_keeps_its_name_and_what_its_sentence_needs(day: Library) -> None:
    with day.transaction() as transaction, act(transaction, "w", "note", n=3, on=date(2026, 1, 2)):
        transaction.add(note("n1"))
    with day.reading() as connection:
        assert newest(connection, "w") == Entry(1, "note", {"n": 3, "on": "2026-01-02"})
        assert next_redo(connection, "w") is None


def test_an_act_that_changed_nothing_leaves_no_trace(day: Library, clock: HandClock) -> None:
    do(day, "note", lambda t: t.add(note("n1")))
    undo_once(day)
    clock.moment += 5
    do(day, "nothing", lambda t: setattr(t.get_one(LiveRecord, "w"), "page", 0))
    with day.reading() as connection:
        assert newest(connection, "w") is None
        assert next_redo(connection, "w") is not None
        assert connection.scalar(select(LiveRecord.last_act_at)) == NOON


def test_what_is_made_and_taken_back_within_an_act_is_no_change(day: Library) -> None:
    def make_and_delete(transaction: Transaction) -> None:
        row = note("n1")
        transaction.add(row)
        transaction.flush()
        transaction.delete(row)

    do(day, "note", make_and_delete)
    assert undo_once(day) is None


def test_an_act_that_raises_is_not_in_the_journal(day: Library) -> None:
    with pytest.raises(ZeroDivisionError):
        do(day, "note", lambda t: t.add(note("n1")), lambda _: print(1 // 0))
    with day.reading() as connection:
        assert newest(connection, "w") is None


def test_what_was_changed_before_the_act_is_not_undone_with_it(day: Library) -> None:
    with day.transaction() as transaction:
        transaction.get_one(LiveRecord, "w").page = 4
        with act(transaction, "w", "note"):
            transaction.add(note("n1"))
    undo_once(day)
    with day.reading() as connection:
        assert connection.scalar(select(LiveRecord.page)) == 4


def test_an_act_inside_an_act_is_a_fault(day: Library) -> None:
    def undo_inside(transaction: Transaction) -> None:
        undo(transaction, "w")

    def act_inside(transaction: Transaction) -> None:
        with act(transaction, "w", "inner"):
            pass

    do(day, "note", lambda t: t.add(note("n1")))
    for inside in (undo_inside, act_inside):
        with pytest.raises(RuntimeError, match="outer"):
            do(day, "outer", inside)


def test_every_act_undo_and_redo_is_the_live_row_s_last_act(day: Library, clock: HandClock) -> None:
    def last_act() -> int | None:
        with day.reading() as connection:
            return connection.scalar(select(LiveRecord.last_act_at))

    steps: tuple[Callable[[Library], object], ...] = (
        lambda library: do(library, "note", lambda t: t.add(note("n1"))),
        undo_once,
        redo_once,
    )
    for step in steps:
        clock.moment += 1000
        step(day)
        assert last_act() == clock.moment


def test_the_orm_sees_what_undo_put_back(day: Library) -> None:
    with day.transaction() as transaction:
        live = transaction.get_one(LiveRecord, "w")
        with act(transaction, "w", "page"):
            live.page = 7
        undo(transaction, "w")
        assert live.page == 0
        redo(transaction, "w")
        assert live.page == 7


def test_a_new_act_ends_what_could_be_redone(day: Library) -> None:
    do(day, "one", lambda t: t.add(note("n1")))
    do(day, "two", lambda t: t.add(note("n2")))
    undo_once(day)
    do(day, "three", lambda t: t.add(note("n3")))
    assert redo_once(day) is None
    assert [entry.act for entry in (undo_once(day), undo_once(day)) if entry] == ["three", "one"]
    assert undo_once(day) is None


def test_undo_goes_back_in_order_and_redo_forward(day: Library) -> None:
    for name in ("one", "two", "three"):
        do(day, name, partial(add_note, name))
    undone = [undo_once(day) for _ in range(3)]
    done_again = [redo_once(day) for _ in range(3)]
    assert [entry and entry.act for entry in undone] == ["three", "two", "one"]
    assert done_again == undone[::-1]


def test_each_workshop_has_a_journal_of_its_own(day: Library) -> None:
    do(day, "note", lambda t: t.add(note("n1")))
    with day.transaction() as transaction:
        assert undo(transaction, "another") is None


def test_undoing_the_opening_parks_the_round_with_its_votes(day: Library) -> None:
    def open_round(transaction: Transaction) -> None:
        transaction.add(
            RoundRecord(id="r2", question_id="q2", number=1, state="open", opened_at=NOON)
        )
        transaction.get_one(LiveRecord, "w").round_id = "r2"

    do(day, "open", open_round)
    with day.writing() as writing:
        vote = {"round_id": "r2", "seat_id": "s1", "answer": 2, "way": "wall", "cast_at": 1}
        writing.connection.execute(insert(VoteRecord), vote)
    state = select(RoundRecord.state, RoundRecord.opened_at).where(RoundRecord.id == "r2")
    votes = select(func.count()).select_from(VoteRecord)
    undo_once(day)
    with day.reading() as connection:
        assert connection.execute(state).one() == ("not_opened", None)
        assert connection.scalar(select(LiveRecord.round_id)) is None
        assert connection.scalar(votes) == 1
    redo_once(day)
    with day.reading() as connection:
        assert connection.execute(state).one() == ("open", NOON)
        assert connection.scalar(select(LiveRecord.round_id)) == "r2"
        assert connection.scalar(votes) == 1


def test_undoing_the_close_opens_the_round_again_and_keeps_the_votes(day: Library) -> None:
    def close_round(transaction: Transaction) -> None:
        row = transaction.get_one(RoundRecord, "r1")
        row.state, row.closed_at = "closed", NOON
        transaction.add(RoundSeatRecord(round_id="r1", seat_id="s1"))

    before = journaled(day)
    do(day, "close", close_round)
    undo_once(day)
    assert journaled(day) == before


def test_a_session_added_on_the_day_comes_and_goes_with_its_questions(day: Library) -> None:
    def add_session(transaction: Transaction) -> None:
        transaction.add_all(
            [
                QuestionRecord(
                    id="q9", activity_id="a9", position=1, key="k", short="s", text="t",
                    scale_labels=["no", "yes"],
                ),
                ActivityRecord(
                    id="a9", item_id="i9", position=1, key="k", kind="rate", pace="each"
                ),
                AgendaItemRecord(
                    id="i9", workshop_id="w", position=9, kind="session", title="More",
                    minutes=5, theme="vision",
                ),
            ]
        )  # fmt: skip

    before = journaled(day)
    do(day, "add", add_session)
    after = journaled(day)
    undo_once(day)
    assert journaled(day) == before
    redo_once(day)
    assert journaled(day) == after


def test_what_the_file_deletes_along_comes_back_too(day: Library) -> None:
    with day.transaction() as transaction:
        transaction.add_all([note("n1", "q2"), action("a1", "q2")])
        transaction.add(ActionChangeRecord(
            id="c1", action_id="a1", changed_at=1, field="what", before="", after="x"
        ))  # fmt: skip
        transaction.add(OutcomeRecord(question_id="q2", changed_at=1))
        transaction.add(ParkedRecord(
            id="p1", workshop_id="w", question_id="q2", text="later", parked_at=1
        ))  # fmt: skip
    before = journaled(day)
    do(day, "drop", lambda t: t.delete(t.get_one(QuestionRecord, "q2")))
    after = journaled(day)
    assert after["note"] == after["outcome"] == []
    undo_once(day)
    assert journaled(day) == before
    redo_once(day)
    assert journaled(day) == after


def test_an_undo_that_would_take_votes_with_it_is_refused_in_words(day: Library) -> None:
    def add_question(transaction: Transaction) -> None:
        transaction.add(QuestionRecord(
            id="q9", activity_id="activity", position=9, key="k", short="s", text="t",
            scale_labels=["no", "yes"],
        ))  # fmt: skip

    do(day, "add", add_question)
    do(day, "open", lambda t: t.add(RoundRecord(id="r9", question_id="q9", number=1, state="open")))
    undo_once(day)
    kept = journaled(day)
    with day.transaction() as transaction:
        with pytest.raises(NotPossibleNow, match="votes"):
            undo(transaction, "w")
        transaction.add(WallRecord(workshop_id="w", blank=True))
    assert journaled(day) == kept
    with day.reading() as connection:
        assert connection.scalar(select(WallRecord.blank)) is True


def test_an_undo_of_what_is_gone_is_refused_in_words(day: Library) -> None:
    do(day, "note", lambda t: t.add(note("n1")))
    with day.transaction() as transaction:
        transaction.execute(delete(NoteRecord))
    with pytest.raises(NotPossibleNow):
        undo_once(day)
    with day.transaction() as transaction:
        transaction.add(note("n1"))
    do(day, "page", lambda t: setattr(t.get_one(NoteRecord, "n1"), "text", "other"))
    with day.transaction() as transaction:
        transaction.execute(delete(NoteRecord))
    with pytest.raises(NotPossibleNow):
        undo_once(day)


@pytest.mark.parametrize(
    "beyond",
    [
        lambda t: t.delete(t.get_one(RoundRecord, "r1")),
        lambda t: t.delete(t.get_one(QuestionRecord, "q1")),
        lambda t: t.delete(t.get_one(WorkshopRecord, "w")),
        lambda t: t.add(WorkshopRecord(id="new")),
    ],
    ids=["deletes a round", "deletes what votes hang on", "deletes a day", "makes a day"],
)
def test_an_act_that_could_not_be_put_back_is_a_fault(day: Library, beyond: Act) -> None:
    before = journaled(day)
    with pytest.raises(RuntimeError, match="act"):
        do(day, "beyond", beyond)
    assert journaled(day) == before


def test_a_session_without_votes_is_dropped_and_comes_back_whole(day: Library) -> None:
    with day.transaction() as transaction:
        transaction.execute(delete(RoundRecord))
    before = journaled(day)
    do(day, "drop", lambda t: t.delete(t.get_one(AgendaItemRecord, "session")))
    undo_once(day)
    assert journaled(day) == before


def test_nothing_is_undone_across_a_sealing(day: Library) -> None:
    do(day, "one", lambda t: t.add(note("n1")))
    with day.transaction() as transaction:
        forget(transaction, "w")
    assert undo_once(day) is None
    do(day, "two", lambda t: t.add(note("n2")))
    assert undo_once(day) is not None
    assert undo_once(day) is None


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
