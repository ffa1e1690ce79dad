"""Reader: the facts of one workshop, read anew only after something was committed.

There is one writer, so that what was read since the library's last commit is still so. What was
revealed stays so over commits, and is counted once (see `revealed`).
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass

from sqlalchemy import Connection

from workshop.facts import Facts
from workshop.library import Library
from workshop.practice import PracticeBallot
from workshop.readings.day import read_scene_day, read_shown, read_whole_day
from workshop.readings.revealed import Memory


@dataclass(frozen=True, slots=True)
class _Kept:
    """Facts as they were after a commit: for a scene, and (once asked for) all of them."""

    commits: int
    scene: Facts
    whole: Facts | None = None

    def of(self, *, whole: bool) -> Facts | None:
        return self.whole if whole else self.scene


class Reader:
    """Reads one workshop, from any thread; `ballot` knows who voted in the practice vote."""

    def __init__(self, library: Library, workshop_id: str, ballot: PracticeBallot) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._ballot = ballot
        self._kept: _Kept | None = None
        self._memory = Memory(workshop_id)
        # The library outlives its readers, and is not to keep them.
        weakref.finalize(self, library.events.subscribe(self._memory.hear))

    def facts(self, *, whole: bool) -> Facts:
        """What is known just now; `whole` False reads and gives only what a scene needs."""
        commits = self._library.commits
        kept = self._kept_after(commits)
        known = kept.of(whole=whole) if kept else None
        if known is not None:
            return known
        with self._library.reading() as connection:
            read = self._read(connection, commits, kept, whole=whole)
        if self._library.commits == commits:
            self._kept = read
        elif kept is not None:
            # What was known and what was read may be of two states: all of it in one reading.
            with self._library.reading() as connection:
                read = self._read(connection, commits, None, whole=whole)
        return read.whole if whole and read.whole else read.scene

    def facts_before(self, connection: Connection, *, whole: bool) -> Facts:
        """What is known inside a writing transaction that has not written anything yet."""
        commits = self._library.commits
        kept = self._kept_after(commits)
        known = kept.of(whole=whole) if kept else None
        if known is not None:
            return known
        self._kept = read = self._read(connection, commits, kept, whole=whole)
        return read.whole if whole and read.whole else read.scene

    def facts_inside(self, connection: Connection, *, whole: bool = False) -> Facts:
        """What is known inside a writing transaction that has written something."""
        day = read_scene_day(connection, self._workshop_id, self._ballot)
        return read_whole_day(connection, day) if whole else day

    def _kept_after(self, commits: int) -> _Kept | None:
        return self._kept if self._kept is not None and self._kept.commits == commits else None

    def _read(
        self, connection: Connection, commits: int, kept: _Kept | None, *, whole: bool
    ) -> _Kept:
        known = self._memory.now
        scene = kept.scene if kept else None
        if scene is None:
            scene = read_scene_day(connection, self._workshop_id, self._ballot, known)
        if not whole and not scene.back:
            return _Kept(commits, scene)
        everything = read_shown(connection, read_whole_day(connection, scene, known), known)
        # A wall that is turned back may show any earlier question: its scene needs the whole day.
        return _Kept(commits, everything if scene.back else scene, everything)
