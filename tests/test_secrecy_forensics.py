"""Forensics: after the close nothing on the disk ties a secret vote to its seat, or to a moment.

Everything in the library's folder is searched as bytes and as rows. That the search finds what it
is for is shown with planted leaks.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, delete

from tests.days import Day, HandClock
from tests.workshop.secret import now, secret_day
from workshop import sealing
from workshop.creation import NewTeam
from workshop.journal import act
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.records import NoteRecord
from workshop.steps import State
from workshop.voting import Vote
from workshop.words import Words

TEAMS = tuple(NewTeam(name, 15) for name in ("Front desk", "Nursing", "Doctors", "Cleaning"))
WAYS = (Way.WALL, Way.PHONE, Way.PAPER, Way.FOR_SOMEONE)
HOLDS_SEATS: Mapping[str, set[str]] = {
    "seat": {"id", "team_id", "position", "name", "presence", "role"},
    "round_seat": {"round_id", "seat_id"},
    "voted": {"round_id", "seat_id"},
}
"""The only tables that may name a seat after the close, with all that their rows may hold."""
COUNTS: Mapping[str, set[str]] = {
    "sealed_count": {"round_id", "group", "answer", "count"},
    "sealed_way": {"round_id", "way", "count"},
}


@dataclass(frozen=True)
class Case:
    """What whoever searches knows: receipts of every vote, the seats and the round."""

    folder: Path
    receipts: tuple[str, ...]
    seats: tuple[str, ...]
    round_id: str

    def leaks(self) -> list[str]:
        """Every trace of a vote in the folder's files, in words."""
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        found = [each for path in files for each in self._bytes_of(path)]
        for path in files:
            if path.suffix == ".sqlite":
                found += self._rows_of(path) + _unclean_free_pages(path)
        return found

    def _bytes_of(self, path: Path) -> Iterator[str]:
        content = path.read_bytes()
        for receipt in self.receipts:
            # A piece is enough: SQLite may have overwritten the rest.
            pieces = [receipt[n : n + 12].encode() for n in range(0, 60, 6)]
            if any(piece in content for piece in pieces) or bytes.fromhex(receipt)[:8] in content:
                yield f"a receipt in {path.name}"
        ids = re.escape(self.round_id.encode()) + rb"([0-9a-f-]{36})(.{0,40})"
        places = [match.group(1).decode() for match in re.finditer(ids, content, re.DOTALL)]
        voted = [each for each in places if each in self.seats]
        if path.suffix == ".sqlite" and not _in_order_of_keys(voted):
            yield f"the order of votes in {path.name}"

    def _rows_of(self, path: Path) -> list[str]:
        found = []
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            names = "SELECT name FROM sqlite_master WHERE type = 'table'"
            for (table,) in connection.execute(names).fetchall():
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    found += self._trace(table, dict(row))
        return [f"{each} in {path.name}" for each in found]

    def _trace(self, table: str, row: dict[str, object]) -> list[str]:
        text = json.dumps(row, default=str)
        if table in ("sealed", "tally", "vote"):
            return [f"a row of {table}"]
        if any(seat in text for seat in self.seats) and set(row) != HOLDS_SEATS.get(table):
            return [f"a seat in a row of {table}"]
        if table in COUNTS and set(row) != COUNTS[table]:
            return [f"more than a count in a row of {table}"]
        return []


def _in_order_of_keys(seats: Sequence[str]) -> bool:
    """Whether rows lie as if all had been written at once, in the order of their keys.

    SQLite fills a page from its end. Rows of `round_seat` are written so too, on other pages.
    """
    runs = 1 + sum(before < after for before, after in pairwise(seats))
    # A run for every page: a page of 4096 bytes takes some fifty of these rows.
    return runs <= 4 + len(seats) // 40


def _unclean_free_pages(path: Path) -> list[str]:
    """The free pages of a library file that are not all zero."""
    content = path.read_bytes()
    size = int.from_bytes(content[16:18], "big")
    size = 65536 if size == 1 else size

    def page(number: int) -> bytes:
        return content[(number - 1) * size : number * size]

    found = []
    trunk = int.from_bytes(content[32:36], "big")
    while trunk:
        count = int.from_bytes(page(trunk)[4:8], "big")
        leaves = [int.from_bytes(page(trunk)[8 + 4 * n : 12 + 4 * n], "big") for n in range(count)]
        found += [leaf for leaf in leaves if page(leaf).strip(b"\0")]
        trunk = int.from_bytes(page(trunk)[:4], "big")
    return [f"free page {number} of {path.name} still holds something" for number in found]


def play(day: Day, seed: int) -> Case:
    """Sixty seats vote in a drawn order and many change their vote, each with a commit or two."""
    drawn, round_id, seats = random.Random(seed), now(day).id, day.seats()
    order = drawn.sample(seats, 60) + drawn.sample(seats, 40)
    for seat in order:
        vote = Vote(round_id, seat, drawn.randint(0, 5), drawn.choice(WAYS))
        assert all(cast.kept for cast in day.live.voting.cast([vote]))
        day.clock.moment += drawn.randint(1, 20_000)
    receipts = tuple(day.live.receipts.receipt(round_id, seat) for seat in seats)
    return Case(day.library.path.parent, receipts, tuple(seats), round_id)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A secret vote of sixty seats, open."""
    opened = secret_day(tmp_path / "library", TEAMS)
    yield opened
    opened.library.close()


@pytest.mark.parametrize("seed", range(4))
def test_after_the_close_no_byte_and_no_row_ties_a_vote_to_a_seat(day: Day, seed: int) -> None:
    case = play(day, seed)
    assert len(case.leaks()) > 60, "while it is open the votes are there"
    day.library.backup()
    day.reach(State.CLOSED, votes=0)
    day.library.backup()
    assert case.leaks() == []


def test_nothing_is_left_after_a_reopening_and_after_the_reveal(day: Day) -> None:
    seats, round_id = day.seats(), now(day).id
    day.cast(*((round_id, seat, 3) for seat in seats[:50]))
    day.reach(State.CLOSED, votes=0)
    day.live.facilitation.vote_again()
    assert sum(cast.kept for cast in day.cast(*((round_id, seat, 1) for seat in seats))) == 10
    receipts = tuple(day.live.receipts.receipt(round_id, seat) for seat in seats)
    case = Case(day.library.path.parent, receipts, tuple(seats), round_id)
    day.reach(State.CLOSED, votes=0)
    assert case.leaks() == []
    day.reach(State.REVEAL)
    assert case.leaks() == []
    with day.library.reading() as connection:
        assert connection.exec_driver_sql("SELECT * FROM voted").all() == []


def test_nothing_is_left_of_votes_at_the_wall(day: Day) -> None:
    day.live.turns.call(pad=True)
    for place in range(60):
        day.live.turns.open()
        cast = day.live.turns.answer(place % 6)
        assert cast is not None
        assert cast.kept
    seats, round_id = day.seats(), now(day).id
    receipts = tuple(day.live.receipts.receipt(round_id, seat) for seat in seats)
    case = Case(day.library.path.parent, receipts, tuple(seats), round_id)
    day.reach(State.CLOSED, votes=0)
    assert case.leaks() == []


def test_a_library_that_was_closed_while_the_vote_was_open_holds_it_and_then_nothing(
    day: Day,
) -> None:
    case = play(day, 7)
    day.library.close()
    assert case.leaks()
    with Library.open(day.library.path, clock=day.clock) as library:
        live = LiveWorkshop(library, day.live.id, Words())
        again = Day(library, live, day.clock)
        assert now(again).votes_in == 60
        again.reach(State.CLOSED, votes=0)
    assert case.leaks() == []


def test_what_is_kept_is_the_same_whoever_voted_first_and_whenever(tmp_path: Path) -> None:
    day = secret_day(tmp_path / "one", TEAMS)
    seats, round_id = day.seats(), now(day).id
    day.library.close()
    dumps = []
    for seed in range(3):
        folder = tmp_path / f"other-{seed}"
        shutil.copytree(tmp_path / "one", folder)
        clock, drawn = HandClock(), random.Random(seed)
        with Library.open(folder / "flipchart.sqlite", clock=clock) as library:
            live = LiveWorkshop(library, day.live.id, Words())
            for seat in drawn.sample(seats, 60):
                answers = [drawn.randint(0, 5) for _ in range(drawn.randint(0, 2))]
                for answer in [*answers, seats.index(seat) % 6]:
                    clock.moment += drawn.randint(1, 90_000)
                    live.voting.cast([Vote(round_id, seat, answer, Way.WALL)])
            clock.moment = 2_000_000_000_000
            live.facilitation.next()
        with closing(sqlite3.connect(folder / "flipchart.sqlite")) as connection:
            dumps.append("\n".join(connection.iterdump()))
    assert dumps[0] == dumps[1] == dumps[2]
    assert dumps[0].count('INSERT INTO "sealed_count"') == 24


# The search finds what it is for


def test_the_search_finds_votes_in_a_log_that_was_not_emptied(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = play(day, 1)
    day.library.truncate_log()
    for place, seat in enumerate(day.seats()):
        day.cast((case.round_id, seat, place % 6))
    with monkeypatch.context() as patched:
        patched.setattr(Library, "truncate_log", lambda _: False)
        day.reach(State.CLOSED, votes=0)
    assert "a receipt in flipchart.sqlite-wal" in case.leaks()


def test_the_search_finds_votes_on_pages_that_were_not_overwritten(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_delete(connection: Connection, table: Table, without: str = "") -> None:
        connection.execute(delete(table).where(table.c.round_id == without))

    case = play(day, 2)
    monkeypatch.setattr(sealing, "_write_anew", only_delete)
    day.library.close()
    pragmas = ("PRAGMA journal_mode = WAL", "PRAGMA secure_delete = OFF")
    monkeypatch.setattr("workshop.connections.WRITING", pragmas)
    with Library.open(day.library.path, clock=day.clock) as library:
        again = Day(library, LiveWorkshop(library, day.live.id, Words()), day.clock)
        again.reach(State.CLOSED, votes=0)
        found = case.leaks()
    assert "a receipt in flipchart.sqlite" in found
    assert any(each.startswith("free page") for each in found)


def test_the_search_finds_the_order_of_votes_in_the_places_of_rows(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_delete(connection: Connection, table: Table, without: str = "") -> None:
        connection.execute(delete(table).where(table.c.round_id == without))

    case = play(day, 3)
    monkeypatch.setattr(sealing, "_write_anew", only_delete)
    day.reach(State.CLOSED, votes=0)
    assert "the order of votes in flipchart.sqlite" in case.leaks()


def test_the_search_finds_a_planted_row_and_a_line_of_the_journal(day: Day) -> None:
    case = play(day, 4)
    day.reach(State.CLOSED, votes=0)
    with day.library.transaction() as transaction, act(transaction, day.live.id, "note"):
        text = f"{case.seats[0]} said 4"
        transaction.add(
            NoteRecord(
                id="n", workshop_id=day.live.id, question_id=None, kind="private", text=text,
                written_at=1,
            )
        )  # fmt: skip
    assert {"a seat in a row of note in flipchart.sqlite"} < set(case.leaks())
    assert "a seat in a row of journal in flipchart.sqlite" in case.leaks()


def test_the_search_finds_votes_in_a_copy_that_was_made_past_the_backup(day: Day) -> None:
    case = play(day, 5)
    day.library.truncate_log()
    shutil.copy(day.library.path, case.folder / "copy.sqlite")
    day.reach(State.CLOSED, votes=0)
    assert "a row of sealed in copy.sqlite" in case.leaks()
    assert "a receipt in copy.sqlite" in case.leaks()
