"""The schema's steps: they make what the records declare, whole or not at all."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import CheckConstraint, create_engine

from tests.old_libraries.make import fill
from tests.workshop.conftest import HandClock
from workshop import schema
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.records import Record
from workshop.words import Words

OLD_LIBRARIES = Path(__file__).parents[1] / "old_libraries"


@dataclass
class Step:
    """A step of a later version, for the tests."""

    run: Callable[[sqlite3.Connection], object]
    SENTENCE: str = "A step."

    def up(self, connection: sqlite3.Connection) -> None:
        """Take the step."""
        self.run(connection)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "file.sqlite", isolation_level=None)) as opened:
        yield opened


def declared(connection: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    """What a file's tables are, whatever the texts and the order of columns that made them.

    Defaults are left out: a column that is added to rows that are there must have one.
    """
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {name: structure(connection, name) for (name,) in connection.execute(names).fetchall()}


def structure(connection: sqlite3.Connection, table: str) -> dict[str, Any]:
    """Columns, references, indexes and constraints of a table."""

    def rows(pragma: str, name: str = table) -> list[tuple[Any, ...]]:
        return connection.execute(f'PRAGMA {pragma}("{name}")').fetchall()

    columns = {
        name: (kind, notnull, place_in_key, hidden)
        for _, name, kind, notnull, _, place_in_key, hidden in rows("table_xinfo")
    }
    # Indexes that SQLite makes by itself are numbered by place; what they hold is what counts.
    indexes = {
        (name if origin == "c" else origin, unique, partial): [
            column for _, _, column in rows("index_info", name)
        ]
        for _, name, unique, origin, partial in rows("index_list")
    }
    references = {tuple(row[2:7]) for row in rows("foreign_key_list")}
    without_rowid = [row[4] for row in connection.execute("PRAGMA table_list") if row[1] == table]
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return {
        "columns": columns,
        "indexes": indexes,
        "references": references,
        "without rowid": without_rowid,
        "checks": checks(sql),
    }


def checks(sql: str) -> dict[str, str]:
    """The constraints of a table by name, spaces levelled."""
    found = {}
    for match in re.finditer(r"CONSTRAINT (\w+)\s+CHECK \(", sql):
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(sql[end], 0)
            end += 1
        found[match[1]] = re.sub(r"\s+", " ", sql[match.end() : end - 1])
    return found


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def add_table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE added (x)")


def fail_half_way(connection: sqlite3.Connection) -> None:
    add_table(connection)
    connection.execute("ALTER TABLE workshop ADD COLUMN extra TEXT")
    connection.execute("CREATE TABLE added (x)")


def test_what_refers_to_a_row_is_found_without_going_through_a_whole_table(
    connection: sqlite3.Connection,
) -> None:
    schema.migrate(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    for table in ("workshop", "agenda_item", "activity", "question", "team", "seat", "action"):
        plan = connection.execute(f"EXPLAIN QUERY PLAN DELETE FROM {table} WHERE id = 'x'")
        scanned = {row[3] for row in plan if row[3].startswith("SCAN")}
        # The two tables of an open secret round are empty but while one is.
        assert scanned <= {"SCAN voted", "SCAN sealed"}, table


def test_the_steps_make_what_the_records_declare(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    schema.migrate(connection)
    path = tmp_path / "records.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    Record.metadata.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(path)) as of_records:
        assert declared(connection) == declared(of_records)


NONSENSE = {
    "answer": "answer = 11",
    "count": "count = 0",
    "minimum_group": "minimum_group = 2",
    "theme_of_session": "theme = NULL",
    "score": "score_halves = NULL",
}
"""What breaks a constraint, by its name; one without an entry is of a column of that name."""
CHECKS = sorted(
    (table.name, str(constraint.name))
    for table in Record.metadata.sorted_tables
    for constraint in table.constraints
    if isinstance(constraint, CheckConstraint)
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a row in every table."""
    path = tmp_path_factory.mktemp("filled") / "flipchart.sqlite"
    with Library.open(path) as library, library.transaction() as transaction:
        fill(transaction)
    return path


@pytest.mark.parametrize(("table", "name"), CHECKS)
def test_every_constraint_of_the_records_holds_in_a_file(
    filled: Path, table: str, name: str
) -> None:
    what = name.removeprefix(f"ck_{table}_")
    broken = NONSENSE.get(what, f"\"{what}\" = 'nonsense'")
    with (
        closing(sqlite3.connect(filled)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=f"CHECK constraint failed: {name}$"),
    ):
        connection.execute(f'UPDATE "{table}" SET {broken}')


def test_the_comparison_finds_a_column_a_reference_an_index_and_a_constraint(
    connection: sqlite3.Connection,
) -> None:
    schema.migrate(connection)
    before = declared(connection)
    changes = (
        "ALTER TABLE wall ADD COLUMN extra TEXT",
        "ALTER TABLE wall ADD COLUMN seat VARCHAR REFERENCES seat (id)",
        "DROP INDEX ix_vote_seat",
        "ALTER TABLE wall ADD COLUMN more INTEGER CONSTRAINT ck_wall_more CHECK (more > 0)",
    )
    for change in changes:
        connection.execute(change)
        after = declared(connection)
        assert after != before, change
        before = after


def test_every_step_says_what_it_does() -> None:
    assert all(step.SENTENCE.endswith(".") for step in schema.STEPS)
    assert len(schema.STEPS) == schema.VERSION


def test_a_new_file_is_marked_as_ours_and_with_its_version(connection: sqlite3.Connection) -> None:
    assert schema.migrate(connection) == tuple(step.SENTENCE for step in schema.STEPS)
    assert schema.version_of(connection) == schema.VERSION
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert schema.migrate(connection) == ()


def test_a_step_that_fails_half_way_leaves_nothing(connection: sqlite3.Connection) -> None:
    schema.migrate(connection)
    before = declared(connection)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        schema.migrate(connection, steps=(*schema.STEPS, Step(fail_half_way)))
    assert declared(connection) == before
    assert schema.version_of(connection) == schema.VERSION
    schema.migrate(connection, steps=(*schema.STEPS, Step(add_table)))
    assert "added" in tables(connection)


def test_the_steps_before_one_that_fails_are_kept(connection: sqlite3.Connection) -> None:
    steps = (*schema.STEPS, Step(add_table), Step(fail_half_way))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection, steps=steps)
    assert schema.version_of(connection) == schema.VERSION + 1
    assert "added" in tables(connection)


def test_a_step_taken_by_another_program_meanwhile_is_not_taken_again(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    steps = (*schema.STEPS, Step(add_table))
    schema.migrate(connection)

    def other_program() -> None:
        with closing(sqlite3.connect(tmp_path / "file.sqlite", isolation_level=None)) as other:
            schema.migrate(other, steps=steps)

    assert schema.migrate(connection, other_program, steps) == ()
    assert "added" in tables(connection)


def test_a_copy_is_made_before_the_first_step_on_a_filled_file_only(
    connection: sqlite3.Connection,
) -> None:
    copies: list[int] = []

    def copy() -> None:
        copies.append(schema.version_of(connection))

    schema.migrate(connection, copy)
    assert copies == []
    schema.migrate(connection, copy, (*schema.STEPS, Step(add_table)))
    schema.migrate(connection, copy, (*schema.STEPS, Step(add_table)))
    assert copies == [schema.VERSION]


def test_opening_an_older_library_brings_it_up_and_keeps_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    path = tmp_path / "flipchart.sqlite"
    Library.open(path).close()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, Step(add_table)))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(LibraryError, match="older Flipchart"):
        Library.open(path, read_only=True)
    Library.open(path, clock=clock).close()
    with closing(sqlite3.connect(path)) as now:
        assert "added" in tables(now)
    (backup,) = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(backup)) as before:
        assert "added" not in tables(before)
        assert schema.version_of(before) == schema.VERSION - 1


def test_a_newer_library_is_refused_in_words_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    Library.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 7")
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(LibraryError) as refusal:
            Library.open(path, read_only=read_only)
        assert refusal.value.sentence(Words()) == (
            "This library was made by a newer Flipchart (version 7, this one knows "
            f"{schema.VERSION}). Update Flipchart, or name another library with --library."
        )
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_filled_library_of_every_version_opens_and_reads(version: int, tmp_path: Path) -> None:
    path = tmp_path / "flipchart.sqlite"
    shutil.copy(OLD_LIBRARIES / f"version_{version}.sqlite", path)
    with closing(sqlite3.connect(path)) as before:
        assert schema.version_of(before) == version
        of_version = tables(before)
    with Library.open(path) as library:
        (line,) = library.workshops()
        assert (line.title, line.state, line.minutes) == ("Strategy day", "live", 55)
        assert line.teams == (("Kitchen", 2), ("Counter", 2))
        with library.reading() as connection:
            filled = {
                name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar()
                for name in Record.metadata.tables
                if name in of_version
            }
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert [name for name, count in filled.items() if not count] == []
