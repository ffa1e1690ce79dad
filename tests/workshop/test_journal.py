"""Undo and redo: the rows of the file are what they were before each act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from sqlalchemy import delete, event, func, insert, select

from tests.workshop.acts import (
    Act,
    action,
    add_note,
    do,
    journaled,
    note,
    redo_once,
    undo_once,
)
from tests.workshop.conftest import NOON, HandClock
from workshop.errors import NotPossibleNow
from workshop.images import Images
from workshop.journal import Entry, act, forget, newest, next_redo, redo, undo, unkept_act
from workshop.library import Library, Transaction
from workshop.records import (
    ActionChangeRecord,
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    QuestionRecord,
    RoundRecord,
    RoundSeatRecord,
    VoteRecord,
    WallRecord,
    WorkshopRecord,
)


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


def test_an_act_that_is_forgotten_is_not_written_and_is_still_the_last_one(
    day: Library, clock: HandClock
) -> None:
    do(day, "note", lambda t: t.add(note("n1")))
    clock.moment += 5
    with day.transaction() as transaction:
        with unkept_act(transaction, "w", "close"):
            transaction.add(note("n2"))
            with pytest.raises(RuntimeError, match="close is still being recorded"):
                forget(transaction, "w")
        forget(transaction, "w")
    with day.reading() as connection:
        assert newest(connection, "w") is None
        assert connection.scalar(select(func.count()).select_from(NoteRecord)) == 2
        assert connection.scalar(select(LiveRecord.last_act_at)) == NOON + 5


def test_the_rows_of_an_act_are_found_by_their_keys_however_many_there_are(day: Library) -> None:
    with day.transaction() as transaction:
        connection = transaction.connection()
        heard: list[tuple[str, tuple[object, ...]]] = []

        def hear(_c: object, _k: object, said: str, values: tuple[object, ...], *_: object) -> None:
            heard.append((said, values))

        event.listen(connection, "before_cursor_execute", hear)
        images = Images(connection)
        images.touch([RoundSeatRecord(round_id="r", seat_id=f"s{n}") for n in range(250)], (), ())
        event.remove(connection, "before_cursor_execute", hear)
        assert len(heard) == 2
        for said, values in heard:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", values).all()
            assert not any("SCAN round_seat" in row[3] for row in plan), plan
