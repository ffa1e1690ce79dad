"""Finding: which workshops have the words that are searched for, out of any number of them.

What a search looks in is kept in memory: to look through the file's rows takes ten thousand
workshops as long as a hundred times a hundred, while these few letters of each are nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import Final, Literal

from workshop.library import Library
from workshop.searching import folded

_KNOWN: Final = """
    SELECT workshop.id, workshop.search_text, workshop.framework_title,
        workshop.deleted_at IS NOT NULL, workshop.archived_at IS NOT NULL,
        live.ended_at IS NOT NULL
    FROM workshop LEFT JOIN live ON live.workshop_id = workshop.id
    ORDER BY workshop.held_on DESC, workshop.starts_at DESC, workshop.id DESC
"""
_TEAMS: Final = "SELECT workshop_id, name FROM team"

Shelf = Literal["coming", "past", "archived", "deleted"]


class Finding:
    """Searches the workshops of a library: titles, clients, places, frameworks and teams.

    Any thread may ask; what was written meanwhile is read anew by the next who does.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = Lock()
        self._known: dict[Shelf, list[tuple[str, str]]] = {}  # id and text, the latest first
        self._read_at = -1

    def read(self) -> None:
        """Read what is searched in, where it is not known yet or something was written since."""
        with self._lock:
            self._read()

    def find(self, text: str, shelf: Shelf) -> Iterator[str]:
        """The ids on a shelf that have every word of `text`, the latest day first.

        What is to come is told the other way round, the next day first. Found one by one as they
        are asked for: a page is soon full where many have the words.
        """
        with self._lock:
            self._read()
            known = self._known.get(shelf, [])
        word, *others = folded(text).split() or [""]
        return (
            key
            for key, has in (reversed(known) if shelf == "coming" else known)
            if word in has and all(other in has for other in others)
        )

    def _read(self) -> None:
        commits = self._library.commits
        if commits == self._read_at:
            return
        with self._library.reading() as connection:
            teams: dict[str, str] = {}
            for workshop_id, name in connection.exec_driver_sql(_TEAMS):
                teams[workshop_id] = f"{teams.get(workshop_id, '')} {_folded(name)}"
            rows = connection.exec_driver_sql(_KNOWN).all()
        known: defaultdict[Shelf, list[tuple[str, str]]] = defaultdict(list)
        for key, text, framework, deleted, archived, over in rows:
            whole = f"{text} {_folded(framework)}{teams.get(key, '')}"
            known[_shelf(deleted, archived, over)].append((key, whole))
        self._known = known
        self._read_at = commits


def _shelf(deleted: int, archived: int, over: int) -> Shelf:
    if deleted:
        return "deleted"
    if archived:
        return "archived"
    return "past" if over else "coming"


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """Many workshops have the same teams and frameworks."""
    return folded(name)
