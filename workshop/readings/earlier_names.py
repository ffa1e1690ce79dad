"""Reading what earlier workshops were called by: their organisations and places, to complete."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from workshop.records import WorkshopRecord

MOST = 200
"""How many are offered; a completion is looked for among the latest."""


class EarlierNames(NamedTuple):
    """Organisations and places of earlier workshops, those of the latest day first."""

    organisations: tuple[str, ...]
    places: tuple[str, ...]


def read_earlier_names(connection: Connection) -> EarlierNames:
    """What can be completed from, over all workshops of the library."""
    table = WorkshopRecord.__table__.c
    return EarlierNames(_latest(connection, table.organisation), _latest(connection, table.place))


def _latest(connection: Connection, name: ColumnElement[str]) -> tuple[str, ...]:
    table = WorkshopRecord.__table__.c
    asked = (
        select(name)
        .where(name != "", table.rehearsal.is_(False), table.deleted_at.is_(None))
        .group_by(name)
        .order_by(func.max(table.held_on).desc(), name)
        .limit(MOST)
    )
    return tuple(connection.scalars(asked))
