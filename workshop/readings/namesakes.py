"""Reading which other workshops have the same title, as commands that name one by its title see it.

No index has titles: the reading looks through all workshops, and is for when a title has changed.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, text

from workshop.searching import folded

_LIKELY = text(
    "SELECT title, held_on FROM workshop"
    " WHERE substr(search_text, 1, length(:folded)) = :folded AND id <> :workshop_id"
    " AND deleted_at IS NULL AND NOT rehearsal"
)


def read_namesakes(connection: Connection, workshop_id: str, title: str) -> tuple[date, ...]:
    """The days of the other workshops with this title, whatever its case, the latest first.

    Those that are deleted or were rehearsed do not count; a workshop without a title has none.
    """
    wanted = title.casefold()
    if not wanted.strip():
        return ()
    likely = connection.execute(_LIKELY, {"folded": folded(title), "workshop_id": workshop_id})
    days = (date.fromisoformat(day) for other, day in likely if other.casefold() == wanted)
    return tuple(sorted(days, reverse=True))
