"""Revealed: what revealed rounds said, remembered from one reading to the next.

The votes of a round cannot change while it is revealed, so that each is counted once. What a round
holds can differ only after its reveal was undone; everything is forgotten then.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from workshop.asked_facts import TeamResult
from workshop.events import ActUndone, Event
from workshop.readings.same_rows import SameRows
from workshop.tally import Distribution


@dataclass(slots=True)
class Revealed:
    """One memory: results by round and steps of its scale; votes in, seats present and what each
    team said by round.

    A reading takes hold of one at its beginning and fills it with what it saw revealed.
    """

    results: dict[tuple[str, int], Distribution] = field(default_factory=dict)
    votes_in: dict[str, int] = field(default_factory=dict)
    present: dict[str, int] = field(default_factory=dict)
    teams: dict[str, tuple[TeamResult, ...]] = field(default_factory=dict)
    rows: SameRows = field(default_factory=SameRows)
    """What is not of a reveal: teams and agenda items as they were made of the same rows."""


class Memory:
    """The memory of one workshop; `hear` makes it a new one where a reveal may have been undone.

    A reading that is still under way then fills the old one, which nobody reads any more.
    """

    def __init__(self, workshop_id: str) -> None:
        self._workshop_id = workshop_id
        self.now = Revealed()

    def hear(self, event: Event) -> None:
        """An event of the library; to be told of it before the next act."""
        if event.workshop_id == self._workshop_id and isinstance(event, ActUndone):
            self.now = Revealed()
