"""Row base: what all rows of the library file share."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Date, MetaData, String
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


def within(column: str, *values: str) -> CheckConstraint:
    """The constraint that a text column holds one of these values."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)
