"""What can be wrong with a library's file, folder or disk is said in one clear sentence."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bad_disk import as_ordinary_user, disk_ends_at
from tests.days import begin_day
from tests.workshop.conftest import HandClock
from tests.workshop.rows import day_rows, held, workshop_row
from workshop.errors import LibraryError
from workshop.faults import DamagedLibrary
from workshop.library import Library, restore_newest_backup
from workshop.records import NoteRecord, Record
from workshop.words import Words

PAGE = 4096


def refusal(path: Path, *, read_only: bool = False) -> str:
    """The sentence with which the library at `path` is not opened."""
    with pytest.raises(LibraryError) as raised:
        Library.open(path, read_only=read_only)
    return raised.value.sentence(Words())


def write_notes(library: Library, prefix: str, count: int = 1) -> None:
    with library.transaction() as transaction:
        transaction.add_all(
            NoteRecord(
                id=f"{prefix}-{n}", workshop_id="w", kind="said", text="x" * 1000, written_at=1
            )
            for n in range(count)
        )


def notes(library: Library) -> list[str]:
    with library.reading() as connection:
        return list(connection.exec_driver_sql("SELECT id FROM note ORDER BY id").scalars())


def break_pages(path: Path) -> None:
    """Overwrite everything but the first page, as a dying disk might."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(os.urandom(size - PAGE))


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder of a user whom permissions bind, as they do not bind an administrator."""
    with as_ordinary_user():
        folder = Path(tempfile.mkdtemp())
        yield folder
        for directory in (folder, *folder.rglob("*/")):
            directory.chmod(0o755)
        shutil.rmtree(folder)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert refusal(tmp_path / "file" / "flipchart.sqlite") == (
        f"The library's folder {tmp_path / 'file'} cannot be written (File exists). "
        "Make it writable, or name another library with --library."
    )


def test_a_folder_that_cannot_be_written_is_said(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o555)
    assert "(Permission denied). Make the file and its folder writable" in refusal(
        ordinary_folder / "flipchart.sqlite"
    )


def test_a_file_that_cannot_be_written_is_said_and_can_still_be_read(ordinary_folder: Path) -> None:
    path = ordinary_folder / "flipchart.sqlite"
    with Library.open(path) as library, library.transaction() as transaction:
        transaction.add(workshop_row("w"))
    path.chmod(0o444)
    assert "cannot be opened (Permission denied)" in refusal(path)
    ordinary_folder.chmod(0o555)
    with Library.open(path, read_only=True) as library:
        assert [line.id for line in library.workshops()] == ["w"]


def test_a_folder_in_the_file_s_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "flipchart.sqlite").mkdir()
    assert "(Is a directory)" in refusal(tmp_path / "flipchart.sqlite")


def test_a_library_in_use_is_refused_until_the_other_lets_go(library: Library) -> None:
    assert refusal(library.path) == (
        f"Another Flipchart is using the library {library.path}. "
        "Close it, or name another library with --library."
    )
    with pytest.raises(LibraryError, match="Another Flipchart"):
        restore_newest_backup(library.path)
    library.close()
    Library.open(library.path).close()


def test_a_refused_library_is_not_kept_locked(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    path.write_text("Dear diary")
    refusal(path)
    path.unlink()
    Library.open(path).close()


def test_reading_a_library_that_is_not_there_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    assert refusal(path, read_only=True).startswith(f"There is no library at {path}.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "flipchart.sqlite"
    path.write_text("Dear diary, " * 1000)
    assert refusal(path, read_only=read_only) == (
        f"The file {path} is not a Flipchart library. Name another library with --library."
    )
    assert path.read_text() == "Dear diary, " * 1000


@pytest.mark.parametrize("read_only", [False, True])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "bookmarks.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url)")
        connection.commit()
    before = path.read_bytes()
    assert "a database of another program" in refusal(path, read_only=read_only)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_library(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    path.touch()
    with Library.open(path) as library:
        assert library.workshops() == ()


def test_a_damaged_library_names_its_newest_backup_and_is_restored_from_it(
    day: Library, clock: HandClock
) -> None:
    write_notes(day, "first")
    day.backup()
    clock.moment += 1000
    write_notes(day, "second")
    backup = day.backup()
    write_notes(day, "third")
    day.close()
    break_pages(day.path)
    damaged = day.path.read_bytes()
    with pytest.raises(DamagedLibrary) as fault:
        Library.open(day.path)
    assert fault.value.backup == backup
    assert str(backup) in fault.value.sentence(Words())
    assert restore_newest_backup(day.path, clock=clock) == backup
    with Library.open(day.path) as library:
        assert notes(library) == ["first-0", "second-0"]
    aside = day.path.with_name("flipchart-damaged-20260101-120001.sqlite")
    assert aside.read_bytes() == damaged
    assert backup.exists()


def test_a_damaged_backup_is_passed_over(day: Library, clock: HandClock) -> None:
    whole = day.backup()
    clock.moment += 1000
    break_pages(day.backup())
    day.close()
    break_pages(day.path)
    assert restore_newest_backup(day.path, clock=clock) == whole


def test_a_damaged_library_without_a_backup_stays_where_it_is(day: Library) -> None:
    day.close()
    break_pages(day.path)
    before = sorted(day.path.parent.iterdir())
    assert "has no backup beside it" in refusal(day.path)
    with pytest.raises(DamagedLibrary):
        restore_newest_backup(day.path)
    assert sorted(day.path.parent.iterdir()) == before


def test_a_log_left_by_a_crash_is_set_aside_with_its_file(day: Library, clock: HandClock) -> None:
    day.backup()
    day.close()
    break_pages(day.path)
    log = day.path.with_name("flipchart.sqlite-wal")
    log.write_bytes(b"an old log")
    restore_newest_backup(day.path, clock=clock)
    assert not log.exists()
    aside = day.path.with_name("flipchart-damaged-20260101-120000.sqlite-wal")
    assert aside.read_bytes() == b"an old log"


def test_a_restore_on_a_full_disk_moves_nothing(day: Library) -> None:
    day.backup()
    day.close()
    break_pages(day.path)
    before = sorted(day.path.parent.iterdir())
    with disk_ends_at(3 * PAGE), pytest.raises(LibraryError):
        restore_newest_backup(day.path)
    assert sorted(day.path.parent.iterdir()) == before


def test_damage_found_while_the_library_is_open_is_said(day: Library) -> None:
    backup = day.backup()
    with day.writing() as writing:
        writing.connection.exec_driver_sql("PRAGMA cache_size = 1")
    with closing(sqlite3.connect(day.path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    break_pages(day.path)
    with pytest.raises(DamagedLibrary) as fault:
        day.workshops()
    assert fault.value.backup == backup
    with pytest.raises(DamagedLibrary):
        write_notes(day, "late", 50)
    with pytest.raises(DamagedLibrary):
        day.backup()
    with pytest.raises(DamagedLibrary):
        day.close()
    assert restore_newest_backup(day.path) == backup


def test_a_text_that_is_none_any_more_is_called_damage(day: Library) -> None:
    with day.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE workshop SET title = CAST(x'ff80' AS TEXT)")
    with pytest.raises(DamagedLibrary):
        day.workshops()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a filled library."""
    path = tmp_path_factory.mktemp("filled") / "flipchart.sqlite"
    with Library.open(path) as library, library.transaction() as transaction:
        transaction.add_all(day_rows("w", 1))
    return path


@given(
    start=st.integers(0, 200) | st.integers(0, 60 * PAGE),
    junk=st.binary(min_size=1, max_size=64),
    end=st.none() | st.integers(0, 60 * PAGE),
    read_only=st.booleans(),
)
def test_whatever_is_broken_the_library_opens_or_says_so(
    filled: Path, start: int, junk: bytes, end: int | None, read_only: bool
) -> None:
    whole = filled.read_bytes()
    broken = (whole[:start] + junk + whole[start + len(junk) :])[:end]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "flipchart.sqlite"
        path.write_bytes(broken)
        said = "Nothing."
        try:
            with (
                Library.open(path, read_only=read_only) as library,
                library.reading() as connection,
            ):
                held(connection, [mapper.class_ for mapper in Record.registry.mappers])
        except LibraryError as fault:
            said = fault.sentence(Words())
    assert said.endswith(".")


def test_a_full_disk_loses_only_what_was_not_acknowledged(day: Library) -> None:
    write_notes(day, "before")
    log = day.path.with_name("flipchart.sqlite-wal")
    with disk_ends_at(log.stat().st_size + 100), pytest.raises(LibraryError) as fault:
        write_notes(day, "during", 20)
    assert "the last change was not saved, everything before it was" in fault.value.sentence(
        Words()
    )
    assert notes(day) == ["before-0"]
    write_notes(day, "after")
    assert notes(day) == ["after-0", "before-0"]


def test_a_disk_that_fills_while_rows_are_written_is_called_full(day: Library) -> None:
    with day.writing() as writing:
        pages = writing.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        writing.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(LibraryError) as fault:
        write_notes(day, "during", 50)
    assert fault.value.sentence(Words()).startswith(f"The disk of {day.path} is full:")
    with day.writing() as writing:
        writing.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1000}")
    write_notes(day, "after")
    assert notes(day) == ["after-0"]


def test_another_program_that_holds_the_file_is_said(day: Library) -> None:
    with day.writing() as writing:
        writing.connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(day.path, isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="Another program holds the library"):
            write_notes(day, "during")
    write_notes(day, "after")
    assert notes(day) == ["after-0"]


def test_a_backup_that_fails_leaves_no_half_file_and_the_old_ones(day: Library) -> None:
    whole = day.backup()
    with disk_ends_at(3 * PAGE), pytest.raises(LibraryError) as fault:
        day.backup()
    assert fault.value.sentence(Words()).startswith(
        f"No backup could be written into {whole.parent} ("
    )
    assert list(whole.parent.iterdir()) == [whole]
    with pytest.raises(LibraryError, match="No backup could be written"):
        day.backup(whole / "below a file")


def test_a_large_library_opens_at_once_and_is_looked_at_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.library.CHECKED_AT_ONCE", 0)
    day = begin_day(tmp_path)
    day.library.close()
    path = day.library.path
    with Library.open(path, read_only=True) as sound:
        sound.check()
    with closing(sqlite3.connect(path)) as connection:
        [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'parked'")
        [(size,)] = connection.execute("PRAGMA page_size")
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(content)
    with Library.open(damaged, read_only=True) as library, pytest.raises(DamagedLibrary):
        library.check()
