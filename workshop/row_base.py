"""Row base: what all rows of the library file share."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Date, Index, MetaData, String, text
from sqlalchemy.orm import DeclarativeBase


class Record(DeclarativeBase):
    """The base of all rows."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: String,
        date: Date,
        list[str]: JSON,
        dict[str, Any]: JSON,
    }


def where_set(table: str, column: str) -> Index:
    """An index of the rows whose reference is set: what it refers to is deleted at once.

    Without one SQLite goes through the whole table for each row that goes.
    """
    return Index(f"ix_{table}_{column}", column, sqlite_where=text(f"{column} IS NOT NULL"))


def within(column: str, *values: str) -> CheckConstraint:
    """The constraint that a text column holds one of these values."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)
