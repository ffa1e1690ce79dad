"""Moving the library: copied whole and compared, or nothing is moved and the old place works."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.days import Day, HandClock, begin_day
from tests.workshop.secret import MIXED, secret_day, vote
from workshop import moving, place
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.steps import State

ROOT = Path(__file__).parents[2]
BESIDE = ("frameworks", "settings.ini")
# Forks a child for each count of steps that it may do before it is killed, until one gets through.
WARD = """
import json, os, shutil, signal, sys
from pathlib import Path
from workshop import backup, moving, place

source, target = Path(sys.argv[1]), Path(sys.argv[2])

def dying(step, left):
    def call(*args, **named):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*args, **named)
    return call

for lives in range(100):
    child = os.fork()
    if child == 0:
        left = [lives]
        for name in ("fsync", "rename", "replace", "mkdir"):
            setattr(os, name, dying(getattr(os, name), left))
        moving.move(moving.Plan(source, target, 0), ("frameworks", "settings.ini"))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    moved = place.moved_to()
    files = [source, *([target] if target.exists() else [])]
    whole = all(map(backup.is_whole, files))
    print(json.dumps([status, None if moved is None else str(moved), whole]), flush=True)
    if status == 0:
        break
    place._file().unlink(missing_ok=True)
    shutil.rmtree(target.parent, ignore_errors=True)
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for settings of this test's own; nothing was moved yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "library"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """A library with a workshop, a photo, a backup, a pack and settings."""
    home.mkdir()
    day = begin_day(home)
    day.library.backup()
    day.library.close()
    for name in ("photos/abc/photo.jpg", "frameworks/own.toml", "settings.ini"):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode() * 1000)
    (home / "rehearsal").mkdir()
    (home / "rehearsal" / "rehearsal.sqlite").write_bytes(b"not to be moved")
    (path,) = home.glob("*.sqlite")
    with Library.open(path, clock=HandClock()) as opened:
        yield opened


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "other disk"
    folder.mkdir()
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """All files of a library's folder but those of a library that is open."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    passing = ("-wal", "-shm", ".lock")
    return {name: path.read_bytes() for name, path in found.items() if not name.endswith(passing)}


def titles(path: Path) -> list[str]:
    with Library.open(path) as opened:
        return [line.title for line in opened.workshops()]


def begin_move(library: Library, disk: Path) -> moving.Plan:
    planned = moving.plan(library, disk, BESIDE)
    library.close()
    return planned


def test_everything_of_the_library_is_in_the_new_folder_and_still_in_the_old(
    library: Library, disk: Path, home: Path
) -> None:
    said = [line.title for line in library.workshops()]
    planned = begin_move(library, disk)
    before = content(home)
    assert planned.size == sum(len(each) for name, each in before.items() if "rehears" not in name)
    moved = moving.move(planned, BESIDE)
    before.pop("rehearsal/rehearsal.sqlite")
    assert moved.parent == disk / "Flipchart"
    assert content(disk / "Flipchart") == before
    assert content(home).items() >= before.items()
    assert place.default_path() == moved
    assert titles(moved) == said
    assert [path.name for path in disk.iterdir()] == ["Flipchart"]


def test_what_is_still_in_the_log_comes_along(library: Library, disk: Path) -> None:
    with library.transaction() as transaction:
        transaction.connection().exec_driver_sql("UPDATE workshop SET title = 'Written last'")
    planned = begin_move(library, disk)
    assert titles(moving.move(planned, BESIDE)) == ["Written last"]


def test_a_folder_inside_the_library_or_its_own_is_refused(library: Library, home: Path) -> None:
    with pytest.raises(LibraryError, match="already"):
        moving.plan(library, home)
    with pytest.raises(LibraryError, match="inside the library's own folder"):
        moving.plan(library, home / "photos")


def test_a_folder_that_is_not_there_is_refused(library: Library, disk: Path) -> None:
    with pytest.raises(LibraryError, match="could not be reached"):
        moving.plan(library, disk / "gone")


def test_other_files_under_the_folders_name_are_never_touched(library: Library, disk: Path) -> None:
    (disk / "Flipchart").mkdir()
    (disk / "Flipchart" / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError, match="other files in it"):
        moving.plan(library, disk)
    planned = moving.Plan(library.path, disk / "Flipchart" / library.path.name, 0)
    library.close()
    with pytest.raises(LibraryError):
        moving.move(planned)
    assert content(disk) == {"Flipchart/diary.txt": b"mine"}


@pytest.mark.parametrize("inside", ["", "Flipchart"])
def test_a_library_that_is_there_is_offered_and_never_written_over(
    library: Library, disk: Path, home: Path, inside: str
) -> None:
    there = disk / inside / library.path.name
    Library.open(there).close()
    before = content(disk)
    planned = moving.plan(library, disk, BESIDE)
    assert (planned.existing, planned.target, planned.workshops) == (True, there, 0)
    library.close()
    assert moving.use(there) == place.default_path() == there
    assert content(disk) == before
    assert len(titles(home / library.path.name)) == 1


def test_a_file_of_that_name_that_is_no_library_is_refused(library: Library, disk: Path) -> None:
    (disk / library.path.name).write_bytes(b"a letter to nobody" * 100)
    with pytest.raises(LibraryError, match="no library that can be read"):
        moving.plan(library, disk)
    with pytest.raises(LibraryError):
        moving.use(disk / library.path.name)
    assert place.moved_to() is None


def test_while_a_workshop_goes_on_nothing_is_moved(home: Path, disk: Path) -> None:
    home.mkdir()
    day: Day = begin_day(home)
    day.reach(State.OPENING)
    with day.library, pytest.raises(LibraryError, match="going on"):
        moving.plan(day.library, disk)


def test_an_unrevealed_secret_vote_is_not_copied(
    home: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = secret_day(home)
    vote(day, *MIXED)
    monkeypatch.setattr(day.library, "live_workshop", lambda: None)  # left two days ago
    with day.library, pytest.raises(LibraryError, match="secret vote"):
        moving.plan(day.library, disk)


def test_too_little_room_is_said_before_anything_is_written(
    library: Library, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("", (), {"free": 1000}))
    with pytest.raises(LibraryError, match="not enough room"):
        moving.plan(library, disk)
    assert not list(disk.iterdir())


def test_a_disk_that_gets_full_on_the_way_leaves_nothing_behind(
    library: Library, disk: Path, home: Path
) -> None:
    planned = begin_move(library, disk)
    before = content(home)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handled = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, old[1]))
    try:
        with pytest.raises(LibraryError, match="is full"):
            moving.move(planned, BESIDE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handled)
    assert not list(disk.iterdir())
    assert content(home) == before
    assert place.moved_to() is None
    assert len(titles(library.path)) == 1


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.EROFS, "Nothing can be written"),
        (errno.EACCES, "Nothing can be written"),
        (errno.EIO, "could not be reached"),
    ],
)
def test_a_disk_that_fails_on_the_way_is_told_in_one_sentence(
    library: Library, disk: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    planned = begin_move(library, disk)

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", fail)  # what a pulled cable and a locked disk answer
    with pytest.raises(LibraryError, match=said):
        moving.move(planned, BESIDE)
    monkeypatch.undo()
    assert not list(disk.iterdir())
    assert len(titles(library.path)) == 1


def test_a_folder_that_vanishes_before_the_copy_is_told(library: Library, disk: Path) -> None:
    planned = begin_move(library, disk)
    disk.rmdir()
    with pytest.raises(LibraryError, match="could not be reached"):
        moving.move(planned, BESIDE)
    assert len(titles(library.path)) == 1


def test_where_the_new_place_cannot_be_written_down_the_copy_goes_again(
    library: Library, disk: Path, tmp_path: Path
) -> None:
    (tmp_path / "config").write_bytes(b"a file where the folder of settings would be")
    planned = begin_move(library, disk)
    with pytest.raises(LibraryError, match="could not be written down"):
        moving.move(planned, BESIDE)
    assert not list(disk.iterdir())
    assert len(titles(library.path)) == 1


def test_a_damaged_library_is_not_moved(library: Library, disk: Path) -> None:
    planned = begin_move(library, disk)
    whole = bytearray(library.path.read_bytes())
    whole[8192:12288] = b"\xff" * 4096
    library.path.write_bytes(whole)
    with pytest.raises(LibraryError, match="is damaged"):
        moving.move(planned, BESIDE)
    assert not list(disk.iterdir())
    assert library.path.read_bytes() == whole


def test_a_library_that_another_flipchart_holds_is_not_moved(library: Library, disk: Path) -> None:
    planned = moving.plan(library, disk, BESIDE)
    with pytest.raises(LibraryError, match="Another Flipchart"):
        moving.move(planned, BESIDE)
    assert not list(disk.iterdir())


def test_killed_anywhere_on_the_way_one_whole_library_is_in_force(
    library: Library, disk: Path, home: Path
) -> None:
    planned = begin_move(library, disk)
    before = content(home)
    ward = subprocess.run(
        [sys.executable, "-c", WARD, str(planned.source), str(planned.target)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    *killed, last = [json.loads(line) for line in ward.stdout.splitlines()]
    assert len(killed) > 10
    assert {status for status, _, _ in killed} == {signal.SIGKILL}
    assert {place for _, place, _ in killed} <= {None, str(planned.target)}
    assert all(whole for _, _, whole in killed)
    assert last == [0, str(planned.target), True]
    assert content(home) == before
    assert len(titles(planned.target)) == 1


def test_what_a_killed_move_left_is_gone_with_the_next_one(library: Library, disk: Path) -> None:
    (disk / ".Flipchart.unfinished").mkdir()
    (disk / ".Flipchart.unfinished" / "half").write_bytes(b"half")
    moving.move(begin_move(library, disk), BESIDE)
    assert [path.name for path in disk.iterdir()] == ["Flipchart"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"library": 3}', '{"library": "here"}', "\xff"])
def test_a_place_that_cannot_be_read_counts_as_never_moved(
    home: Path, tmp_path: Path, text: str
) -> None:
    place.remember(tmp_path / "x.sqlite")
    (file,) = (tmp_path / "config").rglob(place.FILE_NAME)
    file.write_bytes(text.encode("latin-1"))
    assert place.default_path() == place.first_path()


def test_the_place_is_kept_outside_of_the_library(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "Büro مكتب" / "flipchart.sqlite"
    place.remember(path)
    (file,) = (tmp_path / "config").rglob("*.json")
    assert json.loads(file.read_text(encoding="utf-8")) == {"library": str(path)}
    assert place.default_path() == path


def test_a_moved_library_that_is_not_there_is_not_begun_anew(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "stick" / "flipchart.sqlite"
    place.remember(path)
    with pytest.raises(LibraryError, match="is not there now"):
        place.refuse_missing(path)
    place.refuse_missing(tmp_path / "another.sqlite")


def test_the_moved_library_has_no_open_log(library: Library, disk: Path) -> None:
    moved = moving.move(begin_move(library, disk), BESIDE)
    with closing(sqlite3.connect(moved)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
