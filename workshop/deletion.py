"""Deletion: putting workshops away, archived or deleted, and what goes for good later.

A deleted workshop stays in the file, in no list, for as many days as the facilitator chose; at a
later start it goes for good with its photos, and out of every backup, since each of those is a
whole library. Archived ones only leave the list.
"""

from __future__ import annotations

import json
import logging
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop import backup
from workshop.errors import NotPossibleNow
from workshop.events import WorkshopChanged
from workshop.library import Library
from workshop.photos import photo_folder
from workshop.records import LiveRecord, WorkshopRecord
from workshop.words import mark

KEPT_DAYS: Final = 30
"""How long a deleted workshop can be put back, unless the facilitator chose otherwise."""
_DAY_MS: Final = 24 * 60 * 60 * 1000
_AT_ONCE: Final = 25
"""How many go in one transaction: a vote that is cast meanwhile waits for no more than these."""

GONE = mark("This workshop is no longer in the library.")
IS_LIVE = mark("This workshop is going on. End its day before you put it away.")

_LOSSES: Final = """
    SELECT
        (SELECT count(*) FROM {asked} JOIN vote ON vote.round_id = round.id)
        + (SELECT coalesce(sum(tally.count), 0)
            FROM {asked} JOIN tally ON tally.round_id = round.id)
        + (SELECT coalesce(sum(sealed_count.count), 0)
            FROM {asked} JOIN sealed_count ON sealed_count.round_id = round.id),
        (SELECT count(*) FROM {questions}
            JOIN outcome ON outcome.question_id = question.id WHERE outcome.kind = 'agreed'),
        (SELECT count(*) FROM "action" WHERE workshop_id = :id AND state <> 'dropped'),
        (SELECT count(*) FROM (SELECT id FROM agenda_item WHERE workshop_id = :id) AS item
            JOIN photo ON photo.item_id = item.id)
"""
_QUESTIONS: Final = """
    (SELECT id FROM agenda_item WHERE workshop_id = :id) AS item
    JOIN activity ON activity.item_id = item.id
    JOIN question ON question.activity_id = activity.id
"""
_ASKED: Final = f"{_QUESTIONS} JOIN round ON round.question_id = question.id"

_DUE: Final = "SELECT id FROM workshop WHERE deleted_at <= :before"
_AMONG: Final = "id IN (SELECT value FROM json_each(:ids))"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Losses:
    """What goes with a workshop: its votes by any way, agreed scores, actions and photos."""

    votes: int
    agreed: int
    actions: int
    photos: int


def losses(library: Library, workshop_id: str) -> Losses:
    """What a deletion of this workshop takes away."""
    statement = _LOSSES.format(asked=_ASKED, questions=_QUESTIONS)
    with library.reading() as connection:
        votes, agreed, actions, photos = connection.exec_driver_sql(
            statement, {"id": workshop_id}
        ).one()
    return Losses(votes, agreed, actions, photos)


def delete(library: Library, workshop_id: str) -> None:
    """Take a workshop out of the library's lists; `put_back` brings it back.

    Raises NotPossibleNow where it goes on, or is not there.
    """
    _put(library, workshop_id, "deleted_at", library.clock())


def put_back(library: Library, workshop_id: str) -> None:
    """Undo a deletion. Raises NotPossibleNow where the workshop has gone for good."""
    _put(library, workshop_id, "deleted_at", None)


def archive(library: Library, workshop_id: str) -> None:
    """Put a workshop away. Raises NotPossibleNow where it goes on, or is not there."""
    _put(library, workshop_id, "archived_at", library.clock())


def unarchive(library: Library, workshop_id: str) -> None:
    """Take a workshop out of the archive. Raises NotPossibleNow where it is not there."""
    _put(library, workshop_id, "archived_at", None)


def purge(library: Library, kept_days: int = KEPT_DAYS) -> tuple[str, ...]:
    """Let what was deleted more than `kept_days` days ago go for good; answers its ids.

    The workshop leaves the backups first, then its photos go, and its rows of the library last:
    whatever fails or is killed, the next start finds it again and goes on. Raises LibraryError,
    and OSError where a file cannot be taken away.
    """
    before = library.clock() - kept_days * _DAY_MS
    with library.reading() as connection:
        ids = tuple(connection.exec_driver_sql(_DUE, {"before": before}).scalars())
    if not ids:
        return ()
    for path in backup.backups(library.path):
        _take_out(path, ids)
    gone: list[str] = []
    for first in range(0, len(ids), _AT_ONCE):
        gone += _remove(library, ids[first : first + _AT_ONCE], before)
    return tuple(gone)


def _remove(library: Library, ids: Sequence[str], before: int) -> list[str]:
    """Take some workshops away but those put back meanwhile; others may write before the next."""
    with library.transaction() as transaction:
        connection = transaction.connection()
        asked = {"before": before, "ids": json.dumps(list(ids))}
        found = connection.exec_driver_sql(f"{_DUE} AND {_AMONG}", asked).scalars().all()
        # In here, so that nobody puts one back without its photos.
        for each in found:
            folder = photo_folder(library.path, each)
            if folder.is_dir():
                shutil.rmtree(folder)
            transaction.publish(WorkshopChanged(each))
        going = {"ids": json.dumps(found)}
        connection.exec_driver_sql(f"DELETE FROM workshop WHERE {_AMONG}", going)
        transaction.empty_log()
    return list(found)


def _take_out(path: Path, ids: Sequence[str]) -> None:
    try:
        backup.take_out(path, ids)
    except sqlite3.DatabaseError as fault:
        # Nothing can be restored from it, and it goes when newer backups take its place.
        _log.warning("a backup could not be read: %s", fault)


def _put(library: Library, workshop_id: str, column: str, moment: int | None) -> None:
    with library.transaction() as transaction:
        row = transaction.get(WorkshopRecord, workshop_id)
        if row is None:
            raise NotPossibleNow(GONE)
        live = transaction.get(LiveRecord, workshop_id)
        going_on = live is not None and live.started_at is not None and live.ended_at is None
        if going_on and moment is not None:
            raise NotPossibleNow(IS_LIVE)
        setattr(row, column, moment)
        transaction.publish(WorkshopChanged(workshop_id))
