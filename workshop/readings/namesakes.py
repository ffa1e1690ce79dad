"""Reading which other workshops have the same title, as commands that name one by its title see it.

No index has titles: the reading looks through all workshops, and is for when a title has changed.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, text

_ESCAPED: Final = {"%": "|%", "_": "|_", "|": "||"}
# Title comes first: only the beginning of each row is read, and the rest of it for few.
_LIKELY = text(
    "SELECT title, held_on FROM workshop WHERE title LIKE :pattern ESCAPE '|'"
    " AND id <> :workshop_id AND deleted_at IS NULL AND NOT rehearsal"
)


def read_namesakes(connection: Connection, workshop_id: str, title: str) -> tuple[date, ...]:
    """The days of the other workshops with this title, whatever its case, the latest first.

    Those that are deleted or were rehearsed do not count; a workshop without a title has none.
    """
    wanted = title.casefold()
    if not wanted.strip():
        return ()
    # SQLite knows upper and lower case of A to Z alone, so any other letter may be any.
    pattern = "".join(_ESCAPED.get(each, each) if each.isascii() else "%" for each in title)
    likely = connection.execute(_LIKELY, {"pattern": pattern, "workshop_id": workshop_id})
    days = (date.fromisoformat(day) for other, day in likely if other.casefold() == wanted)
    return tuple(sorted(days, reverse=True))
