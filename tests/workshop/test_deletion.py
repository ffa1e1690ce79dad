"""Deletion: what is put away, comes back, and goes for good with its photos and backups."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.days import Day, another_day, begin_day
from tests.many_workshops import multiply
from tests.workshop.prepared_days import broken_references
from workshop import backup, deletion, shelf
from workshop.errors import NotPossibleNow
from workshop.library import Library
from workshop.photos import photo_folder
from workshop.planning import ActionDraft
from workshop.steps import State

OLD_LIBRARIES = Path(__file__).parents[1] / "old_libraries"
DAY_MS = 24 * 60 * 60 * 1000
PNG = b"\x89PNG\r\n\x1a\n" + b"a photo" * 9


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A day under way with votes, an action and a photo."""
    day = begin_day(tmp_path)
    day.reach(State.REVEAL)
    facts = day.live.facts()
    assert facts.question is not None
    day.live.planning.propose(ActionDraft("Answer the phone"), facts.question.id)
    day.live.photos.add(day.live.facts().item_id or "", PNG, name="wall.png")
    day.reach(State.FINISHED)
    return day


def ids(library: Library) -> list[str]:
    """What is listed."""
    return [line.id for line in library.workshops()]


def titles_in(path: Path) -> list[str]:
    """The ids in a library file, whoever lists them."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM workshop")]


def test_what_is_lost_is_counted(day: Day) -> None:
    lost = deletion.losses(day.library, day.live.id)
    assert lost.votes == 28
    assert (lost.actions, lost.photos) == (1, 1)


def test_a_deleted_workshop_is_in_no_list_and_comes_back_whole(day: Day) -> None:
    before = day.library.workshops()
    deletion.delete(day.library, day.live.id)
    assert day.library.workshops() == ()
    assert day.library.workshop(day.live.id) is None
    assert day.library.has_workshops()
    deletion.put_back(day.library, day.live.id)
    assert day.library.workshops() == before


def test_archiving_leaves_the_list_of_all_and_the_shelf_of_what_has_been(day: Day) -> None:
    deletion.archive(day.library, day.live.id)
    with day.library.reading() as connection:
        assert shelf.past(connection) == ()
    assert [line.archived for line in day.library.workshops()] == [True]
    deletion.unarchive(day.library, day.live.id)
    with day.library.reading() as connection:
        assert [line.id for line in shelf.past(connection)] == [day.live.id]


def test_what_goes_on_is_not_put_away(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.OPEN)
    for act in (deletion.archive, deletion.delete):
        with pytest.raises(NotPossibleNow):
            act(day.library, day.live.id)
    assert ids(day.library) == [day.live.id]


def test_what_is_gone_cannot_be_put_back(day: Day) -> None:
    with pytest.raises(NotPossibleNow):
        deletion.put_back(day.library, "nobody")


def test_nothing_goes_before_its_days_are_over(day: Day) -> None:
    deletion.delete(day.library, day.live.id)
    day.clock.moment += 30 * DAY_MS - 1
    assert deletion.purge(day.library) == ()
    deletion.put_back(day.library, day.live.id)
    assert ids(day.library) == [day.live.id]


def test_after_its_days_it_goes_with_photos_and_out_of_every_backup(day: Day) -> None:
    other = another_day(day.library, day.clock)
    first = day.library.backup()
    deletion.delete(day.library, day.live.id)
    day.clock.moment += 1000
    second = day.library.backup()
    folder = photo_folder(day.library.path, day.live.id)
    assert list(folder.iterdir())
    day.clock.moment += 7 * DAY_MS
    assert deletion.purge(day.library, 7) == (day.live.id,)
    assert not folder.exists()
    for copy in (first, second):
        assert titles_in(copy) == [other.live.id]
        assert backup.is_whole(copy)
        assert day.live.id.encode() not in copy.read_bytes()
    assert ids(day.library) == [other.live.id]
    day.library.close()
    assert day.live.id.encode() not in day.library.path.read_bytes()


def test_a_backup_without_it_is_left_as_it_was(day: Day) -> None:
    path = day.library.backup()
    before = path.read_bytes()
    assert not backup.take_out(path, ["another"])
    assert path.read_bytes() == before


def test_many_go_in_few_transactions_with_all_that_was_in_them(day: Day) -> None:
    multiply(day.library, [day.live.id], 60)
    for each in ids(day.library)[1:]:
        deletion.delete(day.library, each)
    [kept] = ids(day.library)
    day.clock.moment += 31 * DAY_MS
    before = day.library.commits
    assert len(deletion.purge(day.library)) == 60
    assert day.library.commits - before <= 3
    assert titles_in(day.library.path) == [kept]
    assert broken_references(day.library) == []


@pytest.mark.parametrize("version", [1, 2])
def test_out_of_a_backup_of_an_older_version_they_go_as_fast_and_leave_it_as_it_was(
    version: int, tmp_path: Path
) -> None:
    path = tmp_path / "backup.sqlite"
    shutil.copy(OLD_LIBRARIES / f"version_{version}.sqlite", path)
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
        with closing(sqlite3.connect(":memory:")) as indexed:
            connection.backup(indexed)
            backup.index_references(indexed)
            indexed.execute("PRAGMA foreign_keys = ON")
            plan = indexed.execute("EXPLAIN QUERY PLAN DELETE FROM workshop WHERE id = 'x'")
            assert [row[3] for row in plan if row[3].startswith("SCAN")] == []
    assert backup.take_out(path, ["w"])
    with closing(sqlite3.connect(path)) as connection:
        after = connection.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
        assert connection.execute("SELECT count(*) FROM question").fetchone() == (0,)
    assert after == before


@pytest.mark.logs("a backup could not be read")
def test_a_backup_that_cannot_be_read_keeps_nothing_else_from_going(day: Day) -> None:
    path = day.library.backup()
    path.write_bytes(b"no library at all" * 100)
    deletion.delete(day.library, day.live.id)
    day.clock.moment += 31 * DAY_MS
    assert deletion.purge(day.library) == (day.live.id,)
    assert ids(day.library) == []
