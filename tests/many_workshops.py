"""Many workshops: one real workshop written down as often as wanted, by bulk rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from workshop.library import Library

_NO_REFERENCE = ("framework_id", "earlier_id")
_NUMBERS = """
    WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)
"""


def multiply(library: Library, templates: Sequence[str], count: int) -> None:
    """Write `count` further workshops like each of `templates`, which must be all there are.

    The number of each stands before every id and behind its title; it is held that many days
    before its template, or as many days after it where that one has not begun.
    """
    with library.writing() as writing:
        connection = writing.connection
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        found = connection.exec_driver_sql("SELECT count(*) FROM workshop").scalar()
        if found != len(templates):
            raise ValueError("there are other workshops than the templates")
        tables = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        for table in [name for name in tables.scalars() if name != "journal"]:
            _multiply(connection, table, count)


def _multiply(connection: Connection, table: str, count: int) -> None:
    columns = list(
        connection.exec_driver_sql(f"SELECT name FROM pragma_table_info('{table}')").scalars()
    )
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(_value(table, name) for name in columns)
    connection.exec_driver_sql(
        f'INSERT INTO "{table}" ({names}) {_NUMBERS} '
        f'SELECT {values} FROM "{table}" AS row CROSS JOIN numbers',
        {"count": count},
    )


def _value(table: str, name: str) -> str:
    column = f'row."{name}"'
    if name == "id" or (name.endswith("_id") and name not in _NO_REFERENCE):
        return f"numbers.n || '-' || {column}"
    if name == "group":
        return f"CASE {column} WHEN '' THEN '' ELSE numbers.n || '-' || {column} END"
    if table == "workshop" and name in ("title", "search_text"):
        return f"{column} || ' ' || numbers.n"
    if table == "workshop" and name == "held_on":
        begun = "(SELECT started_at FROM live WHERE live.workshop_id = row.id)"
        return f"date({column}, CASE WHEN {begun} IS NULL THEN '' ELSE '-' END || n || ' days')"
    return column
