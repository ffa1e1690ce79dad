"""The health of a library's file, as it is looked at before a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.days import NINE, begin_day
from workshop.errors import LibraryError
from workshop.health import look_at


def test_a_sound_library_says_its_size_its_room_and_when_it_was_looked_at(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    health = look_at(day.library.path, day.clock)
    assert health.sound
    assert health.size > 0
    assert health.free > 0
    assert health.newest_backup is None
    assert health.looked_at == NINE
    day.library.close()


def test_the_newest_backup_is_known_by_its_name(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.library.backup()
    day.clock.moment += 90_000
    day.library.backup()
    day.clock.moment += 60_000
    assert look_at(day.library.path, day.clock).newest_backup == NINE + 90_000
    day.library.close()


def test_a_backup_with_a_strange_name_counts_as_none(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "flipchart-99999999-999999.sqlite").touch()
    assert look_at(day.library.path, day.clock).newest_backup is None
    day.library.close()


def test_broken_pages_are_found(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.library.close()
    path = day.library.path
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes([0xA5]) * 4096
    path.write_bytes(content)
    assert not look_at(path, day.clock).sound


def test_a_library_that_is_gone_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        look_at(tmp_path / "gone.sqlite", lambda: NINE)
