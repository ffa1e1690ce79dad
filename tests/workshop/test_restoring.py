"""Backups: what they hold, what one would bring and take, and putting one in place."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.days import DAY, HandClock, begin_day, small_framework
from workshop import backup, restoring
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.steps import State
from workshop.words import Words


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "flipchart.sqlite", clock=HandClock()) as opened:
        yield opened


def add(library: Library, title: str) -> str:
    new = NewWorkshop(title, "Clinic", DAY, 540, (NewTeam("A", 3),))
    return create_workshop(library, small_framework(), new, Words())


def titles(path: Path) -> set[str]:
    with Library.open(path, clock=HandClock()) as opened:
        return {line.title for line in opened.workshops()}


def delete(library: Library, workshop_id: str) -> None:
    with library.transaction() as transaction:
        statement = "UPDATE workshop SET deleted_at = 1 WHERE id = ?"
        transaction.connection().exec_driver_sql(statement, (workshop_id,))


def test_the_newest_backup_comes_first_with_when_size_and_workshops(library: Library) -> None:
    add(library, "One")
    first = library.backup()
    gone = add(library, "Two")
    add(library, "Three")
    delete(library, gone)
    second = library.backup()
    lines = restoring.lines(library.path)
    assert [(line.path, line.workshops) for line in lines] == [(second, 2), (first, 1)]
    assert [line.size for line in lines] == [second.stat().st_size, first.stat().st_size]
    assert all(line.made_at == library.clock() // 1000 * 1000 for line in lines)


def test_a_backup_that_cannot_be_read_says_so(library: Library) -> None:
    library.backup().write_bytes(b"nothing of a database" * 500)
    (line,) = restoring.lines(library.path)
    assert line.workshops is None


def test_what_comes_and_goes_is_told_before(library: Library) -> None:
    add(library, "Stays")
    gone = add(library, "Comes back")
    kept = library.backup()
    delete(library, gone)
    add(library, "Made since")
    assert restoring.exchange(library, kept) == restoring.Exchange(
        comes=("Comes back",), goes=("Made since",), back=1
    )


def test_a_restored_library_is_as_the_backup_and_the_one_before_is_the_newest_backup(
    library: Library,
) -> None:
    add(library, "One")
    kept = library.backup()
    add(library, "Two")
    library.close()
    before = restoring.restore(library.path, kept, clock=HandClock())
    assert titles(library.path) == {"One"}
    assert backup.newest_backup(library.path) == before
    restoring.restore(library.path, before, clock=HandClock())
    assert titles(library.path) == {"One", "Two"}


def test_the_oldest_of_ten_backups_can_be_restored_although_it_gives_way(library: Library) -> None:
    add(library, "One")
    oldest = library.backup()
    add(library, "Two")
    for _ in range(backup.KEPT - 1):
        library.backup()
    library.close()
    restoring.restore(library.path, oldest, clock=HandClock())
    assert titles(library.path) == {"One"}
    assert not oldest.exists()


def test_a_damaged_backup_is_refused_and_nothing_has_changed(library: Library) -> None:
    add(library, "One")
    kept = library.backup()
    whole = bytearray(kept.read_bytes())
    whole[8192:12288] = b"\xff" * 4096
    kept.write_bytes(whole)
    with pytest.raises(LibraryError, match="is damaged"):
        restoring.exchange(library, kept)
    library.close()
    before = library.path.read_bytes()
    with pytest.raises(LibraryError, match="is damaged"):
        restoring.restore(library.path, kept)
    assert library.path.read_bytes() == before
    assert len(backup.backups(library.path)) == 1


def test_a_backup_of_another_program_or_a_newer_flipchart_is_refused(library: Library) -> None:
    kept = library.backup()
    for change in ("PRAGMA user_version = 99", "PRAGMA application_id = 7"):
        with closing(sqlite3.connect(kept)) as connection:
            connection.execute(change)
        with pytest.raises(LibraryError, match="no library of this Flipchart"):
            restoring.exchange(library, kept)


def test_a_backup_that_went_meanwhile_is_refused(library: Library) -> None:
    kept = library.backup()
    kept.unlink()
    with pytest.raises(LibraryError, match="not there any more"):
        restoring.exchange(library, kept)


def test_while_a_workshop_goes_on_nothing_is_restored(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.OPENING)
    with day.library, pytest.raises(LibraryError, match="going on"):
        restoring.exchange(day.library, day.library.backup())


def test_a_library_that_another_flipchart_holds_is_not_replaced(library: Library) -> None:
    add(library, "One")
    kept = library.backup()
    with pytest.raises(LibraryError, match="Another Flipchart"):
        restoring.restore(library.path, kept)
    assert {line.title for line in library.workshops()} == {"One"}


@pytest.mark.parametrize("step", ["write_backup", "replace", "sync_folder"])
def test_what_breaks_off_the_exchange_leaves_one_of_both_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    add(library, "One")
    kept = library.backup()
    add(library, "Two")
    library.close()

    class Killed(BaseException):
        """As a signal would, at this step."""

    def die(*_: object) -> None:
        raise Killed(signal.SIGKILL)

    real = Path.replace
    if step == "replace":
        monkeypatch.setattr(
            Path, "replace",
            lambda path, to: die() if to == library.path else real(path, to),
        )  # fmt: skip
    else:
        monkeypatch.setattr(backup, step, die)
    with pytest.raises(Killed):
        restoring.restore(library.path, kept, clock=HandClock())
    monkeypatch.undo()
    assert titles(library.path) == {"One", "Two"}
    assert not list(library.path.parent.glob("*.unfinished"))
