"""Shelves: a real library whose workshops are made by name, and the screen that shows it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.days import DAY, HandClock, another_day, small_framework
from ui.console.library.contents import Contents
from ui.console.library.screen import LibraryScreen
from workshop.library import Library
from workshop.shelf import State


class Shelves:
    """A real library whose workshops are made by name, and the screen that shows it."""

    def __init__(self, folder: Path, screen: LibraryScreen) -> None:
        self.clock = HandClock()
        self.library = Library.open(folder / "flipchart.sqlite", clock=self.clock)
        self.screen = screen

    def add(self, title: str, days: int, state: State = "upcoming") -> str:
        """Make one so many days from DAY; answers its id."""
        made = another_day(self.library, self.clock, framework=small_framework(2, 1)).live.id
        began = None if state == "upcoming" else 1
        with self.library.writing() as writing:
            writing.connection.exec_driver_sql(
                "UPDATE workshop SET title = ?, held_on = ?, search_text = lower(?) WHERE id = ?",
                (title, (DAY + timedelta(days=days)).isoformat(), title, made),
            )
            writing.connection.exec_driver_sql(
                "UPDATE live SET started_at = ?, ended_at = ? WHERE workshop_id = ?",
                (began, 2 if state == "past" else None, made),
            )
        return made

    def show(self, only: str | None = None) -> Contents:
        """Show the library as it is now."""
        self.screen.show_library(self.library, DAY, only=only)
        assert self.screen.contents is not None
        return self.screen.contents


def rows(contents: Contents) -> list[str]:
    """The titles of the rows, from above."""
    return [row.text() for row in contents.listing.rows]
