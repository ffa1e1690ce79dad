"""Big day: days of any size, of one plan, with every kind of state in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from frameworks.model import Framework, Pace
from tests.days import room_items, small_framework
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.words import Words


@dataclass(frozen=True, slots=True)
class Size:
    """How many are in the room and what they are asked."""

    teams: int
    seats: int
    together: int
    """Questions that are revealed at once."""
    sessions: int
    each: int
    """Questions of each further session, revealed one by one."""

    @property
    def questions(self) -> int:
        """All questions of the day."""
        return self.together + self.sessions * self.each


LARGE = Size(teams=10, seats=20, together=10, sessions=5, each=10)
SMALL = Size(teams=2, seats=6, together=3, sessions=1, each=2)


def create(size: Size, ballot: Ballot = Ballot.OPEN) -> Callable[[Library], str]:
    """What makes such a workshop in a library and answers its id."""

    def make(library: Library) -> str:
        new = NewWorkshop(
            title="Service review",
            organisation="Harbour Street Clinic",
            held_on=date.today(),
            starts_at=9 * 60,
            teams=tuple(NewTeam(f"Team {n + 1}", size.seats) for n in range(size.teams)),
            items=room_items(),
            ballot=ballot,
        )
        return create_workshop(library, _framework(size), new, Words())

    return make


def _framework(size: Size) -> Framework:
    plain = small_framework(size.sessions + 1, max(size.together, size.each))
    first, *others = plain.sessions
    (rated,) = first.activities
    together = replace(rated, pace=Pace.TOGETHER, questions=rated.questions[: size.together])
    sessions = [replace(first, activities=(together,))]
    for session in others:
        (rated,) = session.activities
        asked = replace(rated, questions=rated.questions[: size.each])
        sessions.append(replace(session, activities=(asked,)))
    return replace(plain, sessions=tuple(sessions))
