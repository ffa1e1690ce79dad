"""Reader: the facts of one workshop, read anew only after something was committed.

There is one writer, so that what was read since the library's last commit is still so.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from workshop.facts import Facts
from workshop.library import Library
from workshop.practice import PracticeBallot
from workshop.readings.day import read_scene_day, read_shown, read_whole_day


@dataclass(frozen=True, slots=True)
class _Kept:
    """Facts as they were after a commit."""

    commits: int
    whole: bool
    facts: Facts


class Reader:
    """Reads one workshop, from any thread; `ballot` knows who voted in the practice vote."""

    def __init__(self, library: Library, workshop_id: str, ballot: PracticeBallot) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._ballot = ballot
        self._kept: _Kept | None = None

    def facts(self, *, whole: bool) -> Facts:
        """What is known just now; `whole` False reads and gives only what a scene needs."""
        commits = self._library.commits
        kept = self._kept_after(commits, whole=whole)
        if kept is not None:
            return kept
        known = self._kept_after(commits, whole=False)
        with self._library.reading() as connection:
            facts = self._read(connection, known, whole=whole)
        if self._library.commits == commits:
            self._kept = _Kept(commits, whole, facts)
        elif known is not None:
            # What was known and what was read may be of two states: all of it in one reading.
            with self._library.reading() as connection:
                facts = self._read(connection, None, whole=whole)
        return facts

    def facts_before(self, connection: Connection, *, whole: bool) -> Facts:
        """What is known inside a writing transaction that has not written anything yet."""
        commits = self._library.commits
        kept = self._kept_after(commits, whole=whole)
        if kept is not None:
            return kept
        facts = self._read(connection, self._kept_after(commits, whole=False), whole=whole)
        self._kept = _Kept(commits, whole, facts)
        return facts

    def _kept_after(self, commits: int, *, whole: bool) -> Facts | None:
        kept = self._kept
        if kept is None or kept.commits != commits or (whole and not kept.whole):
            return None
        return kept.facts

    def _read(self, connection: Connection, known: Facts | None, *, whole: bool) -> Facts:
        if known is None:
            known = read_scene_day(connection, self._workshop_id, self._ballot)
        if whole or known.back:
            known = read_shown(connection, read_whole_day(connection, known))
        return known
