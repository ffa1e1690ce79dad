"""A new team: its name and its seats, as typed, pasted or read from a file (pure)."""

from __future__ import annotations

from dataclasses import dataclass

MOST_SEATS = 500
MOST_TEAMS = 100
LONGEST_NAME = 60
"""Characters of a team's name, or of a person's."""


@dataclass(frozen=True, slots=True)
class NewTeam:
    """A team as typed: its name, and its seats as a number or by name."""

    name: str
    seats: int = 0
    names: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many seats the team gets."""
        return max(self.seats, len(self.names))
