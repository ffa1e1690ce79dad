"""A copy is whole or not there, holds one workshop alone, and comes to the same scene."""

from __future__ import annotations

import os
import random
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bad_disk import as_ordinary_user, disk_ends_at
from tests.days import Day, another_day, begin_day, small_framework
from tests.test_kills import ROOT
from tests.workshop import secret
from tests.workshop.secret import now, secret_day
from workshop.backup import is_whole
from workshop.copies import KEPT, SIGN, CopyError, copies, write_copy
from workshop.creation import NewTeam
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.photos import photo_folder
from workshop.portable import votes_that_stay
from workshop.steps import State
from workshop.words import Words

JPEG = b"\xff\xd8\xff" + bytes(2000)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return begin_day(tmp_path / "laptop")


def copy(day: Day, stick: Path, name: str = "Service day 2026-01-01") -> Path:
    return write_copy(day.library.path, day.live.id, stick, name)


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as reading:
        return reading.execute(f'SELECT * FROM "{table}"').fetchall()


def refusal(day: Day, stick: Path) -> str:
    with pytest.raises(CopyError) as raised:
        copy(day, stick)
    return raised.value.sentence(Words())


@pytest.mark.parametrize("state", [State.OPEN, State.REVEAL, State.RECORD, State.FINISHED])
def test_a_copy_opened_on_another_laptop_comes_to_the_same_scene(
    day: Day, stick: Path, tmp_path: Path, state: State
) -> None:
    day.reach(state)
    if state is State.OPEN:
        day.vote_all(4, 3)
    item = day.live.facts().item_id
    if item is not None:
        day.live.photos.add(item, JPEG)
    wall, console = day.live.both()
    copied = copy(day, stick)
    moved = tmp_path / "other laptop"
    shutil.copytree(stick, moved)

    with Library.open(moved / copied.name, clock=day.clock) as library:
        assert library.live_workshop() == (None if state is State.FINISHED else day.live.id)
        live = LiveWorkshop(library, day.live.id, Words())
        assert live.both() == (wall, console)
        if item is not None:
            (photo,) = live.photos.of(item)
            assert photo.path.read_bytes() == JPEG
        live.facilitation.next()
        assert live.console() != console or state is State.FINISHED


def test_a_copy_is_named_so_that_every_system_takes_it_and_lies_alone(
    day: Day, stick: Path
) -> None:
    assert copy(day, stick).name == "Service day 2026-01-01 (Flipchart copy).sqlite"
    assert len(list(stick.iterdir())) == 1


def test_other_workshops_are_not_on_the_stick(day: Day, stick: Path) -> None:
    secret = another_day(
        day.library,
        day.clock,
        teams=(NewTeam("Cardiology night shift", 5),),
        framework=small_framework(3, 3),
    )
    secret.reach(State.REVEAL)
    secret.live.planning.park("The other client's worry", None)
    assert b"Cardiology night shift" in copy(secret, stick).read_bytes()
    day.reach(State.REVEAL)
    copied = copy(day, stick, "Mine")
    assert rows(copied, "workshop")[0][0] == day.live.id
    assert len(rows(copied, "workshop")) == 1
    assert b"Cardiology night shift" not in copied.read_bytes()
    assert b"other client" not in copied.read_bytes()
    assert secret.live.id.encode() not in copied.read_bytes()


def test_a_copy_holds_no_vote_of_an_open_secret_ballot(day: Day, stick: Path) -> None:
    day.reach(State.OPEN)
    facts = day.live.facts()
    assert facts.round is not None
    with day.library.writing() as writing:
        run = writing.connection.exec_driver_sql
        run("INSERT INTO voted VALUES (?, ?)", (facts.round.id, day.seats()[0]))
        run(
            "INSERT INTO sealed (receipt, round_id, team_id, answer, way) VALUES (?, ?, ?, 4, ?)",
            ("the-receipt-of-a-seat", facts.round.id, facts.teams[0].id, "phone"),
        )
    copied = copy(day, stick)
    assert rows(copied, "voted") == rows(copied, "sealed") == []
    assert b"the-receipt-of-a-seat" not in copied.read_bytes()


def test_a_copy_holds_no_hands_of_an_open_secret_ballot(tmp_path: Path, stick: Path) -> None:
    day = secret_day(tmp_path / "secret")
    small = day.live.facts().teams[0]
    day.live.voting.put_tally(now(day).id, small.id, {1: 1})
    assert secret.rows(day, "SELECT answer, count FROM tally") == [(1, 1)]
    copied = copy(day, stick)
    assert rows(copied, "tally") == []
    assert is_whole(copied)
    asked = day.live.facts().question
    assert asked is not None
    assert votes_that_stay(day.library.path, day.live.id) == (asked.short,)
    day.library.close()


def test_the_newest_three_copies_of_a_workshop_stay(day: Day, stick: Path) -> None:
    other = another_day(day.library, day.clock)
    others = copy(other, stick, "Other")
    foreign = stick / f"A letter {SIGN}.sqlite"
    foreign.write_text("no library")
    made = [copy(day, stick, f"Copy {n}") for n in range(KEPT + 2)]
    assert copies(stick, day.live.id) == tuple(made[-KEPT:])
    assert others.exists()
    assert foreign.read_text() == "no library"


def test_the_new_copy_stays_although_the_clock_went_back(day: Day, stick: Path) -> None:
    for n in range(KEPT):
        future = copy(day, stick, f"Copy {n}")
        os.utime(future, (4_000_000_000 + n, 4_000_000_000 + n))
    newest = copy(day, stick, "Now")
    assert newest in copies(stick, day.live.id)
    assert len(copies(stick, day.live.id)) == KEPT


def test_a_copy_that_another_laptop_went_on_with_is_never_removed(day: Day, stick: Path) -> None:
    taken_over = copy(day, stick, "Taken over")
    Library.open(taken_over, clock=day.clock).close()
    for n in range(KEPT + 1):
        copy(day, stick, f"Copy {n}")
    assert taken_over.exists()
    assert len(copies(stick, day.live.id)) == KEPT


def test_two_copies_of_the_same_name_lie_beside_each_other(day: Day, stick: Path) -> None:
    assert copy(day, stick) != copy(day, stick)
    assert len(copies(stick, day.live.id)) == 2


def test_a_full_stick_keeps_the_copy_before(day: Day, stick: Path) -> None:
    before = copy(day, stick, "Before")
    content = before.read_bytes()
    with disk_ends_at(8192):
        assert refusal(day, stick) == (
            f"{stick} is full. Free some space there or choose another folder."
        )
    assert [path.name for path in stick.iterdir()] == [before.name]
    assert before.read_bytes() == content
    assert copy(day, stick).exists()


def test_photos_that_do_not_fit_cost_no_vote(day: Day, stick: Path) -> None:
    day.reach(State.SESSION)
    item = day.live.facts().item_id
    assert item is not None
    day.live.photos.add(item, JPEG + bytes(4_000_000))
    with disk_ends_at(2_000_000):
        assert "is full" in refusal(day, stick)
    (made,) = copies(stick, day.live.id)
    assert is_whole(made)
    assert [path for path in stick.rglob("*") if path.is_file()] == [made]


def test_a_stick_that_is_gone_is_said_and_not_made_anew(day: Day, stick: Path) -> None:
    day.reach(State.SESSION)
    item = day.live.facts().item_id
    assert item is not None
    day.live.photos.add(item, JPEG)
    stick.rmdir()
    assert refusal(day, stick) == (
        f"The folder {stick} cannot be reached. "
        "Plug the USB stick in again or choose another folder."
    )
    assert not stick.exists()


def test_a_stick_with_write_protection_is_said() -> None:
    with as_ordinary_user(), tempfile.TemporaryDirectory() as folder:
        day = begin_day(Path(folder) / "laptop")
        stick = Path(folder) / "stick"
        stick.mkdir(mode=0o555)
        assert "Take the write protection off" in refusal(day, stick)
        day.library.close()


def test_a_copy_on_a_stick_with_write_protection_is_to_be_copied_first() -> None:
    with as_ordinary_user(), tempfile.TemporaryDirectory() as folder:
        day = begin_day(Path(folder) / "laptop")
        stick = Path(folder) / "stick"
        stick.mkdir()
        copied = copy(day, stick)
        day.library.close()
        stick.chmod(0o555)
        with pytest.raises(LibraryError) as raised:
            Library.open(copied)
        stick.chmod(0o755)
        assert raised.value.sentence(Words()) == (
            f"The library {copied} lies where nothing can be written (Permission denied). Copy it "
            "to this computer, with the folder photos beside it, and open that; or make its "
            "folder writable."
        )


def test_photos_are_copied_once_and_whole(day: Day, stick: Path) -> None:
    day.reach(State.SESSION)
    item = day.live.facts().item_id
    assert item is not None
    day.live.photos.add(item, JPEG)
    copy(day, stick)
    (photo,) = photo_folder(stick / "x", day.live.id).iterdir()
    first = photo.stat()
    left = photo.with_name(f".{photo.stem}.unfinished")
    left.write_bytes(b"half")
    copy(day, stick)
    assert photo.stat().st_mtime_ns == first.st_mtime_ns
    assert photo.read_bytes() == JPEG


@settings(max_examples=10)
@given(cut=st.integers(0, 200_000), seed=st.integers(0, 2**32))
def test_a_broken_file_on_the_stick_is_no_copy_and_hurts_none(
    tmp_path_factory: pytest.TempPathFactory, cut: int, seed: int
) -> None:
    day = begin_day(tmp_path_factory.mktemp("laptop"))
    stick = tmp_path_factory.mktemp("stick")
    broken = copy(day, stick, "Broken")
    content = bytearray(broken.read_bytes())
    content[cut % len(content) :] = random.Random(seed).randbytes(100)
    broken.write_bytes(content)
    made = copy(day, stick, "Whole")
    assert made in copies(stick, day.live.id)
    assert broken.exists()
    day.library.close()


def test_a_killed_copy_leaves_no_file_that_would_be_taken_for_one(
    day: Day, stick: Path, thorough: bool
) -> None:
    day.reach(State.OPEN)
    item = day.live.facts().items[1].id
    for n in range(3):
        day.live.photos.add(item, JPEG + bytes([n]) * 300_000)
    arguments = [str(day.library.path), day.live.id, str(stick)]
    luck = random.Random(7)
    for _ in range(60 if thorough else 6):
        shutil.rmtree(photo_folder(stick / "x", day.live.id), ignore_errors=True)
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.copy_ward", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        with child:
            assert child.stdout is not None
            for _ in range(luck.choice((1, 3, 5))):
                child.stdout.readline()
            # "copying" was said: somewhere within it the plug is pulled.
            select.select([child.stdout], [], [], luck.uniform(0, 0.015))
            child.kill()
        for path in stick.rglob("*.sqlite"):
            assert is_whole(path)
            assert rows(path, "workshop")[0][0] == day.live.id
    made = copy(day, stick, "After")
    assert [path for path in stick.rglob("*") if path.suffix == ".unfinished"] == []
    assert len(copies(stick, day.live.id)) == KEPT
    with Library.open(made, clock=day.clock) as library:
        live = LiveWorkshop(library, day.live.id, Words())
        assert len(live.photos.of(item)) == 3
        assert all(photo.path.stat().st_size > 300_000 for photo in live.photos.of(item))
