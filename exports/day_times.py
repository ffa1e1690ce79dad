"""Day times: when each agenda item is planned to begin, and how a length is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.agenda import clock_text
from workshop.snapshot import Snapshot, SnapshotItem
from workshop.words import Words


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An agenda item and its plan, in minutes after midnight."""

    item: SnapshotItem
    begins: int

    @property
    def starts(self) -> str:
        """The clock time at which it begins."""
        return clock_text(self.begins)

    @property
    def ends(self) -> str:
        """The clock time at which it ends."""
        return clock_text(self.begins + self.item.minutes)


def timed(snapshot: Snapshot) -> Iterator[TimedItem]:
    """The agenda with its times, from the planned beginning on."""
    at = snapshot.workshop.starts_at
    for item in snapshot.items:
        yield TimedItem(item, at)
        at += item.minutes


def whole_minutes(snapshot: Snapshot) -> int:
    """Minutes of the whole plan."""
    return sum(item.minutes for item in snapshot.items)


def from_to(snapshot: Snapshot, words: Words) -> str:
    """From when to when the day is planned, as 09:00 to 12:50."""
    begins = snapshot.workshop.starts_at
    ends = begins + whole_minutes(snapshot)
    return words.say("{start} to {end}", start=clock_text(begins), end=clock_text(ends))
