"""What a file from elsewhere would undo is looked over before anything of it is taken in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports import portable
from tests.days import Day, HandClock, another_day, begin_day, room_items
from tests.repeats import finished_day, repeated
from tests.workshop.test_portable import WORDS, changed, refusal
from workshop.errors import LibraryError, NotPossibleNow
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.portable_opening import open_workshop_file
from workshop.reviewing import STATUS_ACT
from workshop.steps import State

Changes = list[dict[str, Any]]


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day in its talk, with notes and actions, one of them undone again."""
    day = begin_day(tmp_path / "first laptop", items=room_items())
    day.reach(State.TALK)
    asked = day.live.facts().question
    assert asked is not None
    question = asked.id
    day.live.planning.park("A thought", question)
    day.live.planning.propose(ActionDraft("Answer the telephone"), question)
    day.live.planning.park("Another thought", None)
    day.live.facilitation.undo()
    yield day
    day.library.close()


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Library]:
    """The library of another laptop, with a day whose rows are its own."""
    clock = HandClock()
    with Library.open(tmp_path / "second laptop" / "flipchart.sqlite", clock=clock) as library:
        other = another_day(library, clock)
        other.reach(State.TALK)
        other.live.planning.park("Nobody else's", None)
        yield library


@pytest.fixture
def file(day: Day, tmp_path: Path) -> Path:
    path = tmp_path / "Day.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, path)
    return path


def with_journal(
    file: Path, of_table: str, change: Callable[[dict[str, Any]], object], *, made: bool = False
) -> Path:
    """The same file whose newest change of this table, made by its act or not, is another."""

    def spoil(connection: sqlite3.Connection) -> None:
        rows = connection.execute(
            "SELECT number, changes FROM journal ORDER BY number DESC"
        ).fetchall()
        for number, text in rows:
            changes: Changes = json.loads(text)
            for each in changes:
                if each["table"] == of_table and (each["before"] is None) == made:
                    change(each)
                    put = "UPDATE journal SET changes = ? WHERE number = ?"
                    connection.execute(put, (json.dumps(changes), number))
                    return
        raise AssertionError(of_table)

    return changed(file, spoil)


def row_elsewhere(library: Library, table: str) -> dict[str, Any]:
    """A row of the workshop that is in this library."""
    with closing(sqlite3.connect(library.path)) as connection:
        connection.row_factory = sqlite3.Row
        return dict(connection.execute(f"SELECT * FROM {table}").fetchone())


def test_all_that_can_be_undone_here_can_be_undone_elsewhere_and_done_again(
    day: Day, file: Path, second: Library
) -> None:
    open_workshop_file(second, file, WORDS)
    there = LiveWorkshop(second, day.live.id, WORDS)
    for way in ("redo", "undo", "redo"):
        while True:
            try:
                here, came = (getattr(each.facilitation, way)() for each in (day.live, there))
            except NotPossibleNow:
                break
            assert (here and here.act) == (came and came.act)
            assert there.scene().scene == day.live.scene().scene
            if here is None:
                break


def test_an_undo_that_would_change_another_workshops_row_is_damage(
    file: Path, second: Library
) -> None:
    other = row_elsewhere(second, "live")

    def change(each: dict[str, Any]) -> None:
        each["key"] = {"workshop_id": other["workshop_id"]}

    assert "is damaged" in refusal(second, with_journal(file, "live", change))


def test_an_undo_that_would_take_another_workshops_row_away_is_damage(
    file: Path, second: Library
) -> None:
    other = row_elsewhere(second, "parked")

    def change(each: dict[str, Any]) -> None:
        each["key"], each["after"] = {"id": other["id"]}, other

    assert "is damaged" in refusal(second, with_journal(file, "parked", change, made=True))


def test_an_undo_that_would_bring_a_row_into_another_workshop_is_damage(
    file: Path, second: Library
) -> None:
    other = row_elsewhere(second, "parked")

    def change(each: dict[str, Any]) -> None:
        each["after"]["workshop_id"] = other["workshop_id"]

    assert "is damaged" in refusal(second, with_journal(file, "parked", change, made=True))


def test_what_no_act_can_change_is_damage(file: Path, second: Library) -> None:
    with closing(sqlite3.connect(second.path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    for table in {*tables, "nothing", "live; DROP TABLE vote"} - {"live"}:
        spoilt = with_journal(file, "live", partial(dict.update, table=table))
        assert "is damaged" in refusal(second, spoilt)


@pytest.mark.parametrize(
    "values",
    [
        {"step": "nowhere"},
        {"step": None},
        {"step": 3},
        {"page": "two"},
        {"page": True},
        {"page": 2**70},
        {"no_column": 1},
        {'page" = 1, "step': 1},
        {"workshop_id": "another"},
        {"item_id": "none"},
        {"started_at": [1]},
        {},
    ],
)
def test_values_that_a_row_cannot_have_are_damage(
    file: Path, second: Library, values: dict[str, object]
) -> None:
    def change(each: dict[str, Any]) -> None:
        for side in ("before", "after"):
            each[side] = values

    assert "is damaged" in refusal(second, with_journal(file, "live", change))


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_day_that_an_undo_would_lead_to_is_read_before_it_is_believed(
    day: Day, file: Path, second: Library, side: str
) -> None:
    item = day.live.facts().item_id

    def change(each: dict[str, Any]) -> None:
        each.update(table="agenda_item", key={"id": item})
        each["before"] = each["after"] = {"theme": "strategy"}
        each[side] = {"theme": "weather"}

    assert "is damaged" in refusal(second, with_journal(file, "live", change))


@pytest.mark.parametrize(
    ("table", "key"),
    [("workshop", "id"), ("round", "id")],
)
def test_an_act_that_would_delete_a_workshop_or_a_round_is_damage(
    day: Day, file: Path, second: Library, table: str, key: str
) -> None:
    row = row_elsewhere(day.library, table)

    def change(each: dict[str, Any]) -> None:
        each.update(table=table, key={key: row[key]}, before=None, after=row)

    assert "is damaged" in refusal(second, with_journal(file, "live", change))


def test_what_a_round_said_is_nothing_that_an_act_keeps(file: Path, second: Library) -> None:
    def change(each: dict[str, Any]) -> None:
        each["before"] = {**each["before"], "secret": 1}
        each["after"] = {**each["after"], "secret": 0}

    assert "is damaged" in refusal(second, with_journal(file, "round", change))


def test_what_a_review_said_of_an_earlier_workshops_action_is_not_this_files_to_undo(
    tmp_path: Path,
) -> None:
    earlier = finished_day(tmp_path / "here")
    day = repeated(earlier)
    day.reach(State.REVIEW)
    first = day.live.facts().review[0]
    day.live.reviewing.set_status(first.id, ActionStatus.DONE)
    files = [tmp_path / "earlier.flipchart", tmp_path / "again.flipchart"]
    with Library.open(tmp_path / "there" / "flipchart.sqlite", clock=day.clock) as library:
        for each, file in zip((earlier, day), files, strict=True):
            portable.write(day.library.path, each.live.id, WORDS, file)
            open_workshop_file(library, file, WORDS)
        asked = "SELECT status FROM action WHERE workshop_id = ? ORDER BY position"
        with library.reading() as connection:
            before = connection.exec_driver_sql(asked, (earlier.live.id,)).all()
        assert before[0] == ("done",)
        there = LiveWorkshop(library, day.live.id, WORDS)
        undone = there.facilitation.undo()
        assert undone is not None
        assert undone.act == STATUS_ACT
        with library.reading() as connection:
            assert connection.exec_driver_sql(asked, (earlier.live.id,)).all() == before
    day.library.close()


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(data=st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_stands_in_a_journal_is_taken_whole_or_said_and_changes_no_other_workshop(
    day: Day, file: Path, tmp_path: Path, data: st.DataObject
) -> None:
    def spoil(connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT number, changes FROM journal").fetchall()
        number, text = data.draw(st.sampled_from(rows))
        changes: Changes = json.loads(text)
        at = data.draw(st.sampled_from(changes))
        part = data.draw(st.sampled_from(["table", "key", "before", "after"]))
        inside = at[part]
        if isinstance(inside, dict) and inside and data.draw(st.booleans()):
            inside[data.draw(st.sampled_from(sorted(inside)))] = data.draw(_PLAIN)
        else:
            at[part] = data.draw(_PLAIN)
        put = "UPDATE journal SET changes = ? WHERE number = ?"
        connection.execute(put, (json.dumps(changes), number))

    clock = HandClock()
    with Library.open(tmp_path / "third" / "flipchart.sqlite", clock=clock) as library:
        if not library.has_workshops():
            another_day(library, clock).reach(State.REVEAL)
        try:
            open_workshop_file(library, changed(file, spoil), WORDS)
        except LibraryError as fault:
            said = fault.sentence(WORDS)
        else:
            said = ""
        if said:
            assert "is damaged" in said
            return
        taken = day.live.id
        live = LiveWorkshop(library, taken, WORDS)
        _undo_all_and_look(live)
        with library.writing() as writing:
            writing.connection.exec_driver_sql("DELETE FROM workshop WHERE id = ?", (taken,))


def _undo_all_and_look(live: LiveWorkshop) -> None:
    for way in (live.facilitation.redo, live.facilitation.undo, live.facilitation.redo):
        try:
            while way() is not None:
                live.both()
                live.prepared()
        except NotPossibleNow:
            continue
