"""A copy's workshop goes on in another library, or nothing of it is there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bad_disk import disk_ends_at
from tests.days import Day, HandClock, another_day, begin_day
from tests.workshop.rows import held
from workshop.copies import write_copy
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.records import JOURNALED, JournalRecord, Record, VoteRecord
from workshop.steps import State
from workshop.taking_over import take_over
from workshop.words import Words

JPEG = b"\xff\xd8\xff" + bytes(2000)


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A day that stands in the midst of a vote, with a photo, a note and something to undo."""
    day = begin_day(tmp_path / "first laptop")
    day.reach(State.OPEN)
    day.vote_all(4, 3)
    item = day.live.facts().item_id
    assert item is not None
    day.live.photos.add(item, JPEG)
    day.live.planning.park("A thought", None)
    return day


@pytest.fixture
def copy(day: Day, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return write_copy(day.library.path, day.live.id, tmp_path / "stick", "Day")


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Library]:
    """The library of another laptop, which has led days of its own."""
    clock = HandClock()
    with Library.open(tmp_path / "second laptop" / "flipchart.sqlite", clock=clock) as library:
        another_day(library, clock).reach(State.REVEAL)
        yield library


def workshops(library: Library) -> list[str]:
    return [line.id for line in library.workshops()]


def refusal(library: Library, copy: Path) -> str:
    before = workshops(library)
    with pytest.raises(LibraryError) as raised:
        take_over(library, copy)
    assert workshops(library) == before
    return raised.value.sentence(Words())


def test_the_day_goes_on_at_the_same_scene_in_the_other_library(
    day: Day, copy: Path, second: Library
) -> None:
    assert take_over(second, copy) == day.live.id
    live = LiveWorkshop(second, day.live.id, Words())
    assert live.both() == day.live.both()
    (photo,) = live.photos.of(live.facts().items[1].id)
    assert photo.path.read_bytes() == JPEG
    assert photo.path.is_relative_to(second.path.parent)
    live.facilitation.undo()
    assert live.facts().parked == ()
    live.facilitation.redo()
    assert live.both() == day.live.both()


def test_every_row_comes_over_as_it_was(day: Day, copy: Path, tmp_path: Path) -> None:
    kinds: list[type[Record]] = [*JOURNALED, VoteRecord]
    with Library.open(tmp_path / "empty.sqlite") as empty:
        take_over(empty, copy)
        with day.library.reading() as here, empty.reading() as there:
            assert held(there, kinds) == held(here, kinds)
            number = JournalRecord.__tablename__
            acts = f"SELECT act, changes, acted_at, undone FROM {number} ORDER BY number"
            assert there.exec_driver_sql(acts).all() == here.exec_driver_sql(acts).all()


def test_what_the_other_library_held_is_as_it_was(copy: Path, second: Library) -> None:
    (before,) = workshops(second)
    scene = LiveWorkshop(second, before, Words()).both()
    take_over(second, copy)
    assert LiveWorkshop(second, before, Words()).both() == scene
    assert len(workshops(second)) == 2


def test_a_workshop_that_is_here_already_is_not_taken_again(
    day: Day, copy: Path, second: Library
) -> None:
    take_over(second, copy)
    assert "“Service review” is in this library already" in refusal(second, copy)
    assert "“Service review” is in this library already" in refusal(day.library, copy)


def test_a_library_of_several_workshops_is_no_copy(
    day: Day, second: Library, tmp_path: Path
) -> None:
    another_day(day.library, day.clock)
    day.library.close()
    assert "is no copy of one workshop" in refusal(second, day.library.path)


def test_a_file_that_is_none_is_said(second: Library, tmp_path: Path) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear all, this is no library at all." * 40)
    assert "is not a Flipchart library" in refusal(second, letter)
    assert "There is no library at" in refusal(second, tmp_path / "missing.sqlite")


def test_a_full_disk_takes_nothing_over(copy: Path, second: Library) -> None:
    with disk_ends_at(1000):
        assert "could not be taken over (File too large)" in refusal(second, copy)
    shutil.rmtree(copy.parent / "photos")
    with disk_ends_at(4096):
        assert "is full" in refusal(second, copy) or "reported a fault" in refusal(second, copy)
    take_over(second, copy)
