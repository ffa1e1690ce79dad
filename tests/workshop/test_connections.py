"""Libraries share the SQL that SQLAlchemy has written, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Select, select
from sqlalchemy.engine.interfaces import CacheStats

from tests.workshop.rows import workshop_row
from workshop.library import Library
from workshop.records import NoteRecord, WorkshopRecord

ASKED = select(WorkshopRecord.title, NoteRecord.text, NoteRecord.kind).outerjoin(
    NoteRecord, NoteRecord.workshop_id == WorkshopRecord.id
)


def was_written(connection: Connection, statement: Select[*tuple[Any, ...]]) -> bool:
    """Whether the SQL of this statement was there when it was asked for."""
    hit: CacheStats = connection.execute(statement).context.cache_hit
    assert hit in (CacheStats.CACHE_HIT, CacheStats.CACHE_MISS)
    return hit is CacheStats.CACHE_HIT


def test_a_statement_is_written_once_for_readers_and_writers_of_all_libraries(
    tmp_path: Path,
) -> None:
    # One that nobody in this process has asked before.
    new = select(WorkshopRecord.title.label(f"asked_{uuid4().hex}"))
    there = []
    for name in ("one", "other"):
        with Library.open(tmp_path / f"{name}.sqlite") as library:
            with library.reading() as connection:
                there.append(was_written(connection, new))
            with library.writing() as writing:
                there.append(was_written(writing.connection, new))
    assert there == [False, True, True, True]


def test_each_library_answers_a_shared_statement_with_its_own_rows(tmp_path: Path) -> None:
    with (
        Library.open(tmp_path / "one.sqlite") as one,
        Library.open(tmp_path / "other.sqlite") as other,
    ):
        titles = {one: "Monday", other: "Tuesday"}
        for library, title in titles.items():
            with library.transaction() as transaction:
                transaction.add(workshop_row("the same", title=title))
        for library, title in titles.items():
            with library.reading() as connection:
                (row,) = connection.execute(ASKED)
                assert (row.title, row.text) == (title, None)
