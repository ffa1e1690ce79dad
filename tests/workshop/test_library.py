"""The library keeps what it has acknowledged, lets many read, and tells events afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import DetachedInstanceError

from tests.workshop.conftest import NOON, HandClock
from tests.workshop.rows import day_rows, workshop_row
from workshop.errors import LibraryError
from workshop.events import Event, NotesChanged, WorkshopChanged
from workshop.library import Library
from workshop.place import default_path
from workshop.records import LiveRecord, NoteRecord, Record, VoteRecord, WorkshopRecord
from workshop.shelf import SessionLine

ROOT = Path(__file__).parents[2]


def attempt(
    library: Library,
    rows: Sequence[Record] = (),
    events: Sequence[Event] = (),
    fault: Exception | None = None,
) -> None:
    """One transaction that writes rows, announces events and then may raise."""
    with library.transaction() as transaction:
        transaction.add_all(rows)
        for event in events:
            transaction.publish(event)
        transaction.flush()
        if fault is not None:
            raise fault


def test_the_library_lies_in_the_user_s_own_data() -> None:
    assert default_path().parts[-2:] == ("library", "flipchart.sqlite")
    assert "Flipchart" in default_path().parts


def test_a_missing_library_is_made_with_its_folder(tmp_path: Path) -> None:
    with Library.open(tmp_path / "some" / "where" / "flipchart.sqlite") as library:
        assert library.path.exists()
        assert library.workshops() == ()


def test_what_a_transaction_wrote_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    with Library.open(path) as library, library.transaction() as transaction:
        transaction.add(workshop_row("w"))
    with Library.open(path) as library:
        assert [line.id for line in library.workshops()] == ["w"]


def test_an_exception_leaves_nothing_of_its_transaction(library: Library) -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(library, [workshop_row("w")], fault=ZeroDivisionError())
    assert library.workshops() == ()


def test_a_row_that_points_nowhere_is_refused_with_all_that_came_with_it(library: Library) -> None:
    nowhere = LiveRecord(workshop_id="nobody", last_act_at=1)
    with pytest.raises(IntegrityError):
        attempt(library, [workshop_row("w"), nowhere])
    assert library.workshops() == ()
    attempt(library, [workshop_row("w")])
    assert len(library.workshops()) == 1


def test_rows_are_useless_outside_their_transaction(day: Library) -> None:
    with day.transaction() as transaction:
        row = transaction.get_one(WorkshopRecord, "w")
    with pytest.raises(DetachedInstanceError):
        print(row.title)


def test_a_transaction_inside_a_transaction_is_a_fault(library: Library) -> None:
    with (
        library.transaction(),
        pytest.raises(RuntimeError, match="inside a transaction"),
        library.writing(),
    ):
        pass
    with library.transaction() as transaction:
        transaction.add(workshop_row("w"))
    assert len(library.workshops()) == 1


def test_a_reader_of_the_writing_thread_sees_what_was_before(library: Library) -> None:
    with library.transaction() as transaction:
        transaction.add(workshop_row("w"))
        transaction.flush()
        assert library.workshops() == ()


def test_a_reading_stays_what_it_was_while_others_write(day: Library) -> None:
    titles = select(WorkshopRecord.title)
    with day.reading() as connection:
        before = connection.scalar(titles)
        with day.transaction() as transaction:
            transaction.get_one(WorkshopRecord, "w").title = "Another day"
        assert connection.scalar(titles) == before
    with day.reading() as connection:
        assert connection.scalar(titles) == "Another day"


def test_a_reader_cannot_write(day: Library) -> None:
    with pytest.raises(Exception, match="written"), day.reading() as connection:
        connection.exec_driver_sql("DELETE FROM workshop")
    assert len(day.workshops()) == 1


def test_twenty_four_readers_see_only_whole_transactions_while_one_writes(day: Library) -> None:
    readers, batches, size = 24, 30, 5
    start = Barrier(readers + 1)

    def read() -> set[int]:
        start.wait()
        seen = set()
        for _ in range(20):
            with day.reading() as connection:
                seen.add(connection.scalar(select(func.count()).select_from(NoteRecord)) or 0)
        return seen

    with ThreadPoolExecutor(readers) as pool:
        counts = [pool.submit(read) for _ in range(readers)]
        start.wait()
        for batch in range(batches):
            with day.writing() as writing:
                writing.connection.execute(
                    insert(NoteRecord),
                    [
                        {
                            "id": f"{batch}-{n}", "workshop_id": "w", "kind": "said",
                            "text": "so", "written_at": 1,
                        }
                        for n in range(size)
                    ],
                )  # fmt: skip
        seen = set[int]().union(*(count.result() for count in counts))
    assert {count % size for count in seen} == {0}
    assert max(seen) <= batches * size


def test_writers_of_many_threads_take_turns(day: Library) -> None:
    def add(worker: int) -> None:
        for n in range(10):
            with day.transaction() as transaction:
                row = transaction.get_one(LiveRecord, "w")
                row.page += 1
                transaction.add(
                    NoteRecord(
                        id=f"{worker}-{n}", workshop_id="w", kind="said", text="x", written_at=1
                    )
                )

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(8)))
    with day.reading() as connection:
        assert connection.scalar(select(LiveRecord.page)) == 80
        assert connection.scalar(select(func.count()).select_from(NoteRecord)) == 80


def test_events_are_told_after_the_commit_and_outside_the_lock(library: Library) -> None:
    seen: list[tuple[Event, int]] = []

    def receive(event: Event) -> None:
        with library.transaction() as transaction:
            seen.append((event, len(transaction.scalars(select(WorkshopRecord)).all())))

    library.events.subscribe(receive)
    with library.transaction() as transaction:
        transaction.publish(WorkshopChanged("w"))
        transaction.add(workshop_row("w"))
        assert seen == []
    with library.writing() as writing:
        writing.publish(NotesChanged("w"))
    assert seen == [(WorkshopChanged("w"), 1), (NotesChanged("w"), 1)]


def test_a_transaction_that_fails_tells_nothing(library: Library) -> None:
    seen: list[Event] = []
    library.events.subscribe(seen.append)
    told = [WorkshopChanged("w")]
    with pytest.raises(ZeroDivisionError):
        attempt(library, events=told, fault=ZeroDivisionError())
    with pytest.raises(IntegrityError):
        attempt(library, [LiveRecord(workshop_id="nobody", last_act_at=1)], told)
    assert seen == []


def test_a_receiver_s_fault_comes_out_after_everything_is_kept_and_told(library: Library) -> None:
    seen: list[Event] = []

    def fail(event: Event) -> None:
        raise ValueError(event)

    library.events.subscribe(fail)
    library.events.subscribe(seen.append)
    with pytest.raises(ExceptionGroup):
        attempt(library, [workshop_row("w")], [WorkshopChanged("w"), NotesChanged("w")])
    assert len(library.workshops()) == 1
    assert seen == [WorkshopChanged("w"), NotesChanged("w")]


def test_a_library_reads_beside_the_flipchart_that_writes_it(day: Library) -> None:
    with Library.open(day.path, read_only=True) as beside:
        assert beside.live_workshop(10**15) == "w"
        with day.transaction() as transaction:
            transaction.get_one(WorkshopRecord, "w").title = "Another day"
        assert [line.title for line in beside.workshops()] == ["Another day"]
        with pytest.raises(RuntimeError, match="reading only"), beside.transaction():
            pass


def test_the_list_says_what_each_workshop_is(library: Library, clock: HandClock) -> None:
    with library.transaction() as transaction:
        transaction.add_all(day_rows("w", NOON))
        transaction.add(workshop_row("plan", title="Next year", starts_at=600))
        transaction.add(workshop_row("old", archived_at=5, rehearsal=True))
        transaction.add(LiveRecord(workshop_id="old", started_at=1, ended_at=2, last_act_at=2))
    plan, old, live = library.workshops()
    assert (plan.id, plan.state, plan.teams, plan.minutes, plan.last_act_at) == (
        "plan", "upcoming", (), 0, None,
    )  # fmt: skip
    assert (old.state, old.archived, old.rehearsal) == ("past", True, True)
    assert (live.state, live.minutes, live.last_act_at) == ("live", 55, NOON)
    assert live.teams == (("Kitchen", 2), ("Counter", 2))
    assert live.sessions == (SessionLine("people", "People", 45),)


def test_a_crash_comes_back_to_the_newest_workshop_acted_on_within_twelve_hours(
    day: Library, clock: HandClock
) -> None:
    assert day.live_workshop() == "w"
    with day.transaction() as transaction:
        transaction.add(workshop_row("later"))
        transaction.add(LiveRecord(workshop_id="later", started_at=NOON + 1, last_act_at=NOON))
    assert day.live_workshop() == "later"
    with day.transaction() as transaction:
        transaction.get_one(LiveRecord, "later").ended_at = NOON + 2
    assert day.live_workshop() == "w"
    clock.moment += 12 * 60 * 60 * 1000
    assert day.live_workshop() is None


def test_a_backup_is_a_whole_library_and_the_newest_ten_are_kept(
    day: Library, clock: HandClock
) -> None:
    made = []
    for _ in range(6):
        made.append(day.backup())
        made.append(day.backup())
        clock.moment += 1000
    folder = day.path.parent / "backups"
    assert made[0].name == "flipchart-20260101-120000.sqlite"
    assert sorted(folder.iterdir()) == sorted(made[2:])
    with Library.open(made[-1], read_only=True) as copy:
        assert [line.id for line in copy.workshops()] == ["w"]


def test_a_backup_can_go_to_a_stick(day: Library, tmp_path: Path) -> None:
    assert day.backup(tmp_path / "stick").parent == tmp_path / "stick"
    assert not (day.path.parent / "backups").exists()


def test_closing_folds_the_log_into_the_file(day: Library) -> None:
    day.close()
    assert {file.name for file in day.path.parent.iterdir()} <= {
        "flipchart.sqlite", "flipchart.sqlite.lock",
    }  # fmt: skip


def test_the_writing_connection_is_as_durable_as_sqlite_can_be(library: Library) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "secure_delete": 1,
    }
    with library.writing() as writing:
        found = {
            name: writing.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted
        }
    assert found == wanted


SYNCED_WRITER = """
import os, sys
from pathlib import Path
from sqlalchemy import insert
from tests.workshop.rows import day_rows
from workshop.library import Library
from workshop.records import VoteRecord

library = Library.open(Path(sys.argv[1]))
with library.transaction() as transaction:
    transaction.add_all(day_rows("w", 1))
for batch in range(20):
    with library.writing() as writing:
        writing.connection.execute(
            insert(VoteRecord).prefix_with("OR REPLACE"),
            [
                {"round_id": "r1", "seat_id": f"s{n}", "answer": batch % 4, "way": "phone",
                 "cast_at": batch}
                for n in (1, 2, 3, 4)
            ],
        )
    os.write(1, b"acknowledged")
os._exit(0)
"""


def test_every_acknowledged_batch_was_synced_to_the_disk_first(on_disk: Path) -> None:
    trace = on_disk / "trace"
    subprocess.run(
        [
            "strace", "-f", "-y", "-e", "trace=fdatasync,fsync,write", "-o", trace,
            sys.executable, "-c", SYNCED_WRITER, on_disk / "flipchart.sqlite",
        ],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    calls = trace.read_text().split('"acknowledged"')[:-1]
    syncs = [Counter("sync(" in line for line in part.splitlines())[True] for part in calls]
    logged = ["flipchart.sqlite-wal" in part for part in calls]
    assert len(syncs) == 20
    assert all(logged)
    # One sync for a batch of four votes: not none, and not one for each.
    assert syncs[1:] == [1] * 19


def test_a_vote_through_the_bare_connection_is_kept(day: Library) -> None:
    with day.writing() as writing:
        vote = {"round_id": "r1", "seat_id": "s1", "answer": 3, "way": "phone"}
        writing.connection.execute(insert(VoteRecord), [{**vote, "cast_at": writing.now()}])
    with day.reading() as connection:
        assert connection.execute(select(VoteRecord.answer, VoteRecord.cast_at)).all() == [
            (3, NOON)
        ]


@pytest.mark.parametrize("replaced", [False, True])
def test_a_library_that_is_taken_away_is_written_no_more(library: Library, replaced: bool) -> None:
    aside = library.path.with_name("aside.sqlite")
    library.path.rename(aside)
    if replaced:
        library.path.write_bytes(b"")
    with pytest.raises(LibraryError, match="was moved, deleted or replaced"), library.transaction():
        raise AssertionError("nothing may be written into a file that nobody finds")
    library.path.unlink(missing_ok=True)
    aside.rename(library.path)
    with library.transaction():
        pass
