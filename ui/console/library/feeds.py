"""Feeds: the groups of the list as they are read from the library, found or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING

from ui.console.library.dates import Dates
from ui.console.library.listing import FIRST, Feed
from ui.console.library.rows import PastRow, UpcomingRow, WorkshopRow
from ui.console.library.standing import standing
from ui.theme import DesktopTheme
from workshop import shelf
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.finding import Finding, Shelf
    from workshop.library import Library
    from workshop.readings.profiles import MiniProfile
    from workshop.shelf import WorkshopLine


class Filter(IntEnum):
    """Which groups are shown."""

    ALL = 0
    UPCOMING = 1
    PAST = 2
    ARCHIVED = 3


class Feeds:
    """Makes the groups of one library; `finding` searches in it."""

    def __init__(
        self, theme: DesktopTheme, words: Words, library: Library, finding: Finding, today: date
    ) -> None:
        self._theme = theme
        self._words = words
        self._library = library
        self._finding = finding
        self._today = today
        self.dates = Dates(words, today)

    def coming(self, skipped: int = 0) -> tuple[WorkshopLine, ...]:
        """The next page of what has not ended. Raises LibraryError."""
        with self._library.reading() as connection:
            return shelf.coming(connection, self._today, skipped)

    def has_others(self, workshop_id: str) -> bool:
        """Whether the list has a workshop besides this one. Raises LibraryError."""
        with self._library.reading() as connection:
            lines = (*shelf.coming(connection, self._today), *shelf.past(connection, None, 2))
        return any(line.id != workshop_id for line in lines)

    def alone(self, workshop_id: str) -> tuple[Feed, ...]:
        """The group of one workshop that is over, by itself; none where it is not over."""

        def past(last: WorkshopLine | None, _: int) -> Sequence[WorkshopLine]:
            with self._library.reading() as connection:
                found = () if last else shelf.these(connection, [workshop_id])
            return [line for line in found if line.state == "past"]

        return (self._past(past),)

    def profiles(self, ids: Sequence[str]) -> dict[str, MiniProfile]:
        """What these workshops came to. Raises LibraryError."""
        from workshop.readings.profiles import read_profiles

        with self._library.reading() as connection:
            return read_profiles(connection, ids)

    def listed(self, shown: Filter, first: Sequence[WorkshopLine]) -> tuple[Feed, ...]:
        """The groups without a search; `first` is the first page of what is to come.

        The first of those stands on the card, and in no group.
        """
        if shown is Filter.ARCHIVED:
            return self.found(shown, "")

        def coming(last: WorkshopLine | None, known: int) -> Sequence[WorkshopLine]:
            if last is None:
                return first[1:]
            return self.coming(known + 1) if len(first) == shelf.PAGE else ()

        def past(last: WorkshopLine | None, known: int) -> Sequence[WorkshopLine]:
            after = None if last is None else shelf.mark_of(last)
            with self._library.reading() as connection:
                return shelf.past(connection, after, shelf.PAGE if known else FIRST)

        groups = {Filter.UPCOMING: self._upcoming(coming), Filter.PAST: self._past(past)}
        return tuple(groups.values()) if shown is Filter.ALL else (groups[shown],)

    def found(self, shown: Filter, text: str) -> tuple[Feed, ...]:
        """The groups of what has all words of `text`."""
        words = self._words
        if shown is Filter.ARCHIVED:
            return (
                Feed(words.say("Archived"), self._pages("archived", text), self._put_away),
                Feed(words.say("Deleted"), self._pages("deleted", text), self._put_away),
            )
        groups = {
            Filter.UPCOMING: self._upcoming(self._pages("coming", text)),
            Filter.PAST: self._past(self._pages("past", text)),
        }
        return tuple(groups.values()) if shown is Filter.ALL else (groups[shown],)

    def _pages(
        self, of: Shelf, text: str
    ) -> Callable[[WorkshopLine | None, int], Sequence[WorkshopLine]]:
        found: list[Iterator[str]] = []

        def read(last: WorkshopLine | None, known: int) -> Sequence[WorkshopLine]:
            if not found:
                found.append(self._finding.find(text, of))
            page = tuple(islice(found[0], shelf.PAGE if known else FIRST))
            with self._library.reading() as connection:
                return shelf.these(connection, page)

        return read

    def _upcoming(self, read: Callable[[WorkshopLine | None, int], Sequence[WorkshopLine]]) -> Feed:
        return Feed(self._words.say("Upcoming"), read, self._upcoming_row)

    def _past(self, read: Callable[[WorkshopLine | None, int], Sequence[WorkshopLine]]) -> Feed:
        return Feed(self._words.say("Past"), read, self._past_row, profiles=True)

    def _upcoming_row(self, line: WorkshopLine) -> WorkshopRow:
        said = standing(line, self._today, self._words)
        return UpcomingRow(self._theme, self._words, line, self.dates, said)

    def _past_row(self, line: WorkshopLine) -> WorkshopRow:
        return PastRow(self._theme, self._words, line, self.dates)

    def _put_away(self, line: WorkshopLine) -> WorkshopRow:
        said = self._words.say("Archived")
        if line.deleted_at is not None:
            day = date.fromtimestamp(line.deleted_at / 1000)
            said = self._words.say("Deleted on {day}", day=self.dates.short(day))
        return WorkshopRow(self._theme, self._words, line, self.dates, said)
