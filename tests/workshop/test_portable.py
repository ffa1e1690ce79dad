"""A workshop goes to another computer in one file, or nothing of it comes there."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports import portable
from tests.days import Day, HandClock, another_day, begin_day, room_items
from workshop import deletion
from workshop.errors import LibraryError
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.photos import photo_folder
from workshop.portable import KIND, KIND_NAME, LIBRARY_NAME, TEXT_NAME
from workshop.portable_opening import open_workshop_file
from workshop.schema import VERSION
from workshop.steps import State
from workshop.words import Words

OLD_LIBRARIES = Path(__file__).parents[1] / "old_libraries"
WORDS = Words()
JPEG = b"\xff\xd8\xff" + bytes(2000)
OTHER_JPEG = b"\xff\xd8\xff" + bytes(3000)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day in the midst of a vote, with a photo, a note, an action and something to undo."""
    day = begin_day(tmp_path / "first laptop", items=room_items())
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    item = day.live.facts().item_id
    assert item is not None
    day.live.photos.add(item, JPEG)
    day.live.planning.park("A thought", None)
    yield day
    day.library.close()


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Library]:
    """The library of another laptop, which has led days of its own."""
    clock = HandClock()
    with Library.open(tmp_path / "second laptop" / "flipchart.sqlite", clock=clock) as library:
        another_day(library, clock).reach(State.REVEAL)
        yield library


@pytest.fixture
def file(day: Day, tmp_path: Path) -> Path:
    path = tmp_path / "Day.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, path)
    return path


def held(library: Library) -> tuple[list[str], list[str]]:
    """What a library holds: its rows as text, and the files beside it."""
    with closing(sqlite3.connect(library.path)) as connection:
        rows = list(connection.iterdump())
    beside = library.path.parent / "photos"
    return rows, sorted(str(each) for each in beside.rglob("*"))


def refusal(library: Library, path: Path) -> str:
    """Why a file is not opened; the library is what it was."""
    before = held(library)
    with pytest.raises(LibraryError) as raised:
        open_workshop_file(library, path, WORDS)
    assert held(library) == before
    return raised.value.sentence(WORDS)


def changed(file: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    """The same file with other rows in its library."""
    target = file.with_name("changed.flipchart")
    inside = file.with_name("inside.sqlite")
    with ZipFile(file) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == LIBRARY_NAME:
                inside.write_bytes(content)
                with closing(sqlite3.connect(inside)) as connection:
                    change(connection)
                    connection.commit()
                content = inside.read_bytes()
            new.writestr(member.filename, content)
    return target


def with_members(file: Path, *added: tuple[str, bytes]) -> Path:
    """The same file with more inside."""
    target = shutil.copy(file, file.with_name("more.flipchart"))
    with ZipFile(target, "a") as container:
        for name, content in added:
            container.writestr(ZipInfo(name), content)
    return Path(target)


def test_the_file_opens_elsewhere_to_the_same_scene_console_and_snapshot(
    day: Day, file: Path, second: Library
) -> None:
    assert open_workshop_file(second, file, WORDS) == day.live.id
    there = LiveWorkshop(second, day.live.id, WORDS)
    assert there.both() == day.live.both()
    here, came = day.live.snapshot(), there.snapshot()
    assert [photo.path.read_bytes() for photo in came.photos] == [JPEG]
    assert all(photo.path.is_relative_to(second.path.parent) for photo in came.photos)
    assert [photo.path.name for photo in came.photos] == [photo.path.name for photo in here.photos]
    assert [photo.caption for photo in came.photos] == [photo.caption for photo in here.photos]
    for name in ("workshop", "teams", "sessions", "actions", "parked", "items", "closing"):
        assert getattr(came, name) == getattr(here, name)
    there.facilitation.undo()
    assert there.facts().parked == ()


def test_the_same_library_gives_the_same_bytes(day: Day, file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, again)
    assert again.read_bytes() == file.read_bytes()


def test_what_another_workshop_or_a_secret_vote_holds_is_not_in_the_file(tmp_path: Path) -> None:
    day = begin_day(tmp_path, ballot=Ballot.SECRET)
    other = another_day(day.library, day.clock)
    other.live.planning.park("Of the other workshop", None)
    day.reach(State.OPEN)
    day.vote_all(4)
    path = tmp_path / "secret.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, path)
    with ZipFile(path) as container:
        assert container.namelist()[0] == KIND_NAME
        inside = tmp_path / "inside.sqlite"
        inside.write_bytes(container.read(LIBRARY_NAME))
    assert b"Of the other workshop" not in inside.read_bytes()
    with closing(sqlite3.connect(inside)) as connection:
        for table in ("voted", "sealed"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert connection.execute("SELECT id FROM workshop").fetchall() == [(day.live.id,)]
    day.library.close()


def test_a_photo_that_was_taken_off_and_forgotten_stays_at_home(day: Day, tmp_path: Path) -> None:
    folder = photo_folder(day.library.path, day.live.id)
    (folder / f"{hashlib.sha256(OTHER_JPEG).hexdigest()}.jpg").write_bytes(OTHER_JPEG)
    path = tmp_path / "one.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, path)
    with ZipFile(path) as container:
        names = [name for name in container.namelist() if name.startswith("photos/")]
        assert names == [f"photos/{hashlib.sha256(JPEG).hexdigest()}.jpg"]
        assert b"Open a workshop file" in container.read(TEXT_NAME)


@pytest.mark.parametrize("spoilt", [b"", JPEG[:-1], bytes(len(JPEG)), OTHER_JPEG])
def test_a_photo_that_was_spoilt_stays_at_home_and_all_else_opens_elsewhere(
    day: Day, second: Library, tmp_path: Path, spoilt: bytes
) -> None:
    item = day.live.facts().item_id
    assert item is not None
    day.live.photos.add(item, OTHER_JPEG)
    bad, good = (photo.path for photo in day.live.photos.of(item))
    bad.write_bytes(spoilt)
    path = tmp_path / "spoilt.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, path)
    open_workshop_file(second, path, WORDS)
    came = LiveWorkshop(second, day.live.id, WORDS).snapshot().photos
    assert [photo.path.name for photo in came] == [bad.name, good.name]
    assert [photo.path.exists() for photo in came] == [False, True]
    assert came[1].path.read_bytes() == OTHER_JPEG


def test_a_workshop_that_is_not_there_is_not_written(day: Day, tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        portable.write(day.library.path, "none", WORDS, tmp_path / "none.flipchart")
    assert not (tmp_path / "none.flipchart").exists()


def test_a_workshop_that_is_here_already_is_not_taken_again(
    day: Day, file: Path, second: Library
) -> None:
    open_workshop_file(second, file, WORDS)
    assert "“Service review” is in this library already" in refusal(second, file)
    assert "“Service review” is in this library already" in refusal(day.library, file)


def test_a_workshop_that_was_archived_comes_out_of_the_archive_and_is_here_where_it_is_deleted(
    second: Library, tmp_path: Path
) -> None:
    day = begin_day(tmp_path / "before the day")
    deletion.archive(day.library, day.live.id)
    path = tmp_path / "archived.flipchart"
    portable.write(day.library.path, day.live.id, WORDS, path)
    day.library.close()
    open_workshop_file(second, path, WORDS)
    with second.reading() as connection:
        asked = "SELECT archived_at, deleted_at FROM workshop WHERE id = ?"
        assert connection.exec_driver_sql(asked, (day.live.id,)).all() == [(None, None)]
    deletion.delete(second, day.live.id)
    assert "take it back from what was archived" in refusal(second, path)


@pytest.mark.parametrize("content", [b"", b"Dear all", b"PK\x03\x04 and nothing more"])
def test_a_file_that_is_none_is_said(second: Library, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.flipchart"
    path.write_bytes(content)
    assert "is no workshop file" in refusal(second, path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_part_of_a_workshop_file_is_damage(file: Path, second: Library, share: float) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert "is damaged. Copy it anew" in refusal(second, file)


def test_a_file_that_is_gone_or_a_folder_is_said(second: Library, tmp_path: Path) -> None:
    assert "cannot be read (No such file" in refusal(second, tmp_path / "gone.flipchart")
    (tmp_path / "folder.flipchart").mkdir()
    assert "cannot be read (Is a directory" in refusal(second, tmp_path / "folder.flipchart")


def test_another_programs_zip_is_no_workshop_file(second: Library, tmp_path: Path) -> None:
    path = tmp_path / "letter.flipchart"
    with ZipFile(path, "w") as container:
        container.writestr("word/document.xml", "<w/>")
    assert "is no workshop file" in refusal(second, path)


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/etc/evil", "photos/../../evil.jpg", "photos/evil.jpg", "C:\\evil.txt", "x/"],
)
def test_no_name_in_a_file_leads_out_of_it(file: Path, second: Library, name: str) -> None:
    assert "is no workshop file" in refusal(second, with_members(file, (name, b"evil")))


def test_a_name_that_is_in_it_twice_is_refused(file: Path, second: Library) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = with_members(file, (LIBRARY_NAME, b"SQLite format 3\0"))
    assert "is no workshop file" in refusal(second, path)


def test_a_photo_that_is_not_what_its_name_says_is_damage(file: Path, second: Library) -> None:
    path = with_members(file, (f"photos/{'0' * 64}.jpg", JPEG))
    assert "is damaged" in refusal(second, path)


def test_a_bomb_is_not_unpacked(second: Library, tmp_path: Path) -> None:
    path = tmp_path / "bomb.flipchart"
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as container:
        container.writestr(KIND_NAME, KIND)
        container.writestr(LIBRARY_NAME, b"")
        container.writestr(f"photos/{'0' * 64}.jpg", bytes(26 * 1024 * 1024))
    assert path.stat().st_size < 1_000_000
    assert "would take more than" in refusal(second, path)


def test_a_member_that_lies_about_its_size_is_damage(file: Path, second: Library) -> None:
    content = file.read_bytes()
    with ZipFile(file) as container:
        size = container.getinfo(LIBRARY_NAME).file_size
    lie = size.to_bytes(4, "little")
    path = file.with_name("lie.flipchart")
    path.write_bytes(content.replace(lie, (4096).to_bytes(4, "little")))
    assert "is damaged" in refusal(second, path)


def test_a_file_of_a_newer_flipchart_is_said(file: Path, second: Library) -> None:
    newer = changed(file, lambda connection: connection.execute("PRAGMA user_version = 999"))
    assert "was made by a newer Flipchart" in refusal(second, newer)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_an_older_flipchart_opens(file: Path, tmp_path: Path, version: int) -> None:
    old = file.with_name("old.flipchart")
    with ZipFile(old, "w", ZIP_DEFLATED) as container:
        container.writestr(KIND_NAME, KIND)
        container.write(OLD_LIBRARIES / f"version_{version}.sqlite", LIBRARY_NAME)
    with Library.open(tmp_path / "new.sqlite") as library:
        workshop_id = open_workshop_file(library, old, WORDS)
        assert [line.id for line in library.workshops()] == [workshop_id]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM workshop",
        "UPDATE workshop SET id = '../../elsewhere'",
        "UPDATE photo SET file_name = '../../../secret.jpg'",
        "UPDATE journal SET changes = '{'",
        """UPDATE journal SET changes = '[{"after": {"file_name": "../x.jpg"}}]'""",
        "UPDATE live SET step = 'nowhere'",
        "UPDATE question SET scale_labels = 'no json'",
        "UPDATE vote SET answer = 9",
        "UPDATE agenda_item SET theme = 'weather' WHERE kind = 'session'",
        "CREATE TRIGGER evil AFTER UPDATE ON workshop BEGIN DELETE FROM vote; END",
        "CREATE VIEW evil AS SELECT * FROM workshop",
        "DROP TABLE vote",
        "ALTER TABLE question DROP COLUMN text",
        "UPDATE round SET question_id = 'none'",
        "PRAGMA application_id = 7",
    ],
)
def test_rows_that_flipchart_does_not_write_are_damage(
    file: Path, second: Library, statement: str
) -> None:
    def change(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)

    said = refusal(second, changed(file, change))
    assert "is damaged" in said or "is no workshop file" in said


def test_two_workshops_in_a_file_are_refused(day: Day, file: Path, second: Library) -> None:
    def change(connection: sqlite3.Connection) -> None:
        names = [row[1] for row in connection.execute("PRAGMA table_info(workshop)")]
        values = ", ".join("'other'" if name == "id" else f'"{name}"' for name in names)
        connection.execute(f"INSERT INTO workshop SELECT {values} FROM workshop")

    assert "is no workshop file" in refusal(second, changed(file, change))


def test_rows_that_are_here_already_leave_everything_as_it_was(
    day: Day, file: Path, second: Library
) -> None:
    with second.reading() as connection:
        (mine,) = connection.exec_driver_sql("SELECT id FROM team LIMIT 1").one()

    def change(connection: sqlite3.Connection) -> None:
        (theirs,) = connection.execute("SELECT id FROM team LIMIT 1").fetchone()
        connection.execute("UPDATE seat SET team_id = ? WHERE team_id = ?", (mine, theirs))
        connection.execute("UPDATE team SET id = ? WHERE id = ?", (mine, theirs))
        connection.execute('UPDATE tally SET "group" = ? WHERE "group" = ?', (mine, theirs))

    assert "is damaged" in refusal(second, changed(file, change))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.data())
def test_a_file_with_any_byte_changed_opens_whole_or_not_at_all(
    file: Path, day: Day, seed: st.DataObject
) -> None:
    content = bytearray(file.read_bytes())
    # Most of a file is a photo and packed rows; what steers the reader is at the members' heads.
    heads = [i for i in range(len(content) - 3) if content[i : i + 2] == b"PK"]
    near = seed.draw(st.sampled_from(heads))
    at = seed.draw(
        st.integers(near, min(near + 60, len(content) - 1)) | st.integers(0, len(content) - 1)
    )
    content[at] = seed.draw(st.integers(0, 255))
    cut = seed.draw(st.none() | st.integers(0, len(content)))
    broken = file.with_name("broken.flipchart")
    broken.write_bytes(bytes(content[:cut]))
    target = file.parent / "third" / "flipchart.sqlite"
    shutil.rmtree(target.parent, ignore_errors=True)
    with Library.open(target, clock=day.clock) as library:
        try:
            open_workshop_file(library, broken, WORDS)
        except LibraryError:
            assert not library.has_workshops()
            assert not list(target.parent.glob("photos/*"))
        else:
            assert LiveWorkshop(library, day.live.id, WORDS).both() == day.live.both()


def test_nothing_is_left_of_what_was_unpacked(
    file: Path, second: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "room"
    room.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(room))
    open_workshop_file(second, file, WORDS)
    refusal(second, file)
    assert list(room.iterdir()) == []


def test_a_file_that_cannot_be_a_zip_is_read_no_further(second: Library, tmp_path: Path) -> None:
    path = tmp_path / "comment.flipchart"
    made = BytesIO()
    with ZipFile(made, "w") as container:
        container.writestr(KIND_NAME, b"application/epub+zip")
        container.writestr(LIBRARY_NAME, b"")
    path.write_bytes(made.getvalue())
    assert "is no workshop file" in refusal(second, path)


def test_a_rehearsal_is_never_kept_among_workshops(file: Path, second: Library) -> None:
    rehearsed = changed(file, lambda inside: inside.execute("UPDATE workshop SET rehearsal = 1"))
    assert "is of a rehearsal" in refusal(second, rehearsed)
