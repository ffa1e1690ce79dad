"""Backups of secret ballots: no copy holds who voted, nor the votes of a round that is open."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.days import Day, HandClock
from tests.workshop.secret import MIXED, WORDS, now, secret_day, vote
from workshop import backup
from workshop.kinds import RoundState
from workshop.library import Library, restore_newest_backup
from workshop.live import LiveWorkshop
from workshop.steps import State

VERSION_1 = Path(__file__).parents[1] / "old_libraries" / "version_1.sqlite"


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """An open secret vote in which all fourteen seats have voted."""
    opened = secret_day(tmp_path / "library")
    vote(opened, *MIXED)
    yield opened
    opened.library.close()


def traces(day: Day, path: Path) -> list[str]:
    """What of the open round's votes can be found in a copy's bytes."""
    content = path.read_bytes()
    receipts = [day.live.receipts.receipt(now(day).id, seat) for seat in day.seats()]
    round_id = now(day).id.encode()
    found = [receipt for receipt in receipts if receipt.encode()[:16] in content]
    return found + [seat for seat in day.seats() if round_id + seat.encode() in content]


def rows(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    return found


def test_a_backup_of_an_open_secret_vote_holds_no_byte_of_it(day: Day, tmp_path: Path) -> None:
    copies = [day.library.backup(), day.library.backup(tmp_path / "stick")]
    day.library.truncate_log()
    assert len(traces(day, day.library.path)) == 28
    for copy in copies:
        assert traces(day, copy) == []
        assert backup.is_whole(copy)
    assert now(day).votes_in == 14


def test_a_restored_library_begins_the_open_secret_vote_anew(day: Day) -> None:
    day.library.backup()
    day.library.close()
    restore_newest_backup(day.library.path, clock=day.clock)
    with Library.open(day.library.path, clock=HandClock()) as library:
        again = Day(library, LiveWorkshop(library, day.live.id, WORDS))
        assert (now(again).state, now(again).votes_in) == (RoundState.OPEN, 0)
        assert all(cast.kept for cast in vote(again, *MIXED))
        assert now(again).votes_in == 14
        # What is set aside is not gone through: it is the whole file that was there.
    (aside,) = day.library.path.parent.glob("*-damaged-*.sqlite")
    assert rows(aside, "voted") == 14


def test_a_restored_library_has_the_counts_of_a_sealed_vote_and_room_for_no_more(
    day: Day,
) -> None:
    day.reach(State.CLOSED, votes=0)
    copy = day.library.backup()
    assert rows(copy, "voted") == 0
    day.library.close()
    restore_newest_backup(day.library.path, clock=day.clock)
    with Library.open(day.library.path, clock=HandClock()) as library:
        again = Day(library, LiveWorkshop(library, day.live.id, WORDS))
        assert now(again).votes_in == 14
        again.live.facilitation.vote_again()
        assert not any(cast.kept for cast in vote(again, *MIXED))
        again.reach(State.REVEAL, votes=0)
        result = now(again).result
        assert result is not None
        assert result.votes == 14


def test_a_copy_made_by_others_can_be_stripped(day: Day, tmp_path: Path) -> None:
    day.library.truncate_log()
    copy = tmp_path / "copy.sqlite"
    shutil.copy(day.library.path, copy)
    backup.strip(copy)
    assert traces(day, copy) == []
    assert backup.is_whole(copy)
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.sqlite"]


def test_a_backup_of_a_library_of_version_1_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    shutil.copy(VERSION_1, path)
    copy = backup.write_backup(path, 0)
    with closing(sqlite3.connect(path)) as first, closing(sqlite3.connect(copy)) as second:
        assert list(first.iterdump()) == list(second.iterdump())
        (version,) = second.execute("PRAGMA user_version").fetchone()
    assert version == 1


def test_a_backup_without_an_open_secret_vote_is_a_copy_page_by_page(day: Day) -> None:
    day.reach(State.REVEAL, votes=0)
    copy = day.library.backup()
    day.library.truncate_log()
    size = day.library.path.stat().st_size
    assert copy.stat().st_size == size
    assert copy.read_bytes()[100:] == day.library.path.read_bytes()[100:]
