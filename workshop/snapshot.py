"""Snapshot: one consistent reading of a whole workshop as frozen values, for exports.

Rounds that were never revealed are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.model import Theme
from workshop.facts import ActionFacts, NoteFacts, OutcomeFacts, RoundFacts, WorkshopFacts
from workshop.scores import Score


@dataclass(frozen=True, slots=True)
class SnapshotQuestion:
    """A question with its revealed rounds (oldest first) and what became of it.

    `score` is the agreed score, or the last revealed median where none was agreed; None without.
    """

    id: str
    key: str
    short: str
    text: str
    scale_labels: tuple[str, ...]
    rounds: tuple[RoundFacts, ...]
    outcome: OutcomeFacts | None
    score: float | None
    notes: tuple[NoteFacts, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SnapshotSession:
    """A session with its questions and its score (None where nothing was revealed)."""

    id: str
    title: str
    theme: Theme
    second: bool
    minutes: int
    purpose: str
    questions: tuple[SnapshotQuestion, ...]
    score: Score | None


@dataclass(frozen=True, slots=True)
class SnapshotTeam:
    """A team and how many voting seats it has."""

    name: str
    seats: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything an export may print. `taken_at` in ms since 1970; parked thoughts as texts."""

    workshop: WorkshopFacts
    framework: str
    teams: tuple[SnapshotTeam, ...]
    sessions: tuple[SnapshotSession, ...]
    actions: tuple[ActionFacts, ...]
    parked: tuple[str, ...]
    taken_at: int
    rehearsal: bool

    @property
    def people(self) -> int:
        """Voting seats of all teams."""
        return sum(team.seats for team in self.teams)
