"""Sample: the day that everything is measured with, a full room led through the default pack."""

from __future__ import annotations

from datetime import date

from frameworks.reader import read
from frameworks.shipped import default_pack
from workshop.creation import create_workshop
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.rehearsal import sample_workshop
from workshop.steps import State, state
from workshop.voting import Vote
from workshop.words import Words

SEATS = 24
ANSWERS = (4, 3, 5, 2, 4, 3, 1, 4)


def create(library: Library) -> str:
    """A workshop of the default pack with a full room; answers its id."""
    words = Words()
    new = sample_workshop(date.today(), SEATS, words)
    return create_workshop(library, read(default_pack()), new, words)


def seats(live: LiveWorkshop) -> list[str]:
    """The ids of all seats."""
    return [seat.id for team in live.facts(whole=False).teams for seat in team.seats]


def reach(live: LiveWorkshop, wanted: State) -> None:
    """Press next until the day is there, with all votes in; at least once."""
    live.facilitation.next()
    while state(live.facts()) is not wanted:
        if state(live.facts()) is State.OPEN:
            vote_all(live)
        live.facilitation.next()


def vote_all(live: LiveWorkshop) -> None:
    """Every seat votes in the open round."""
    votes_in = live.facts(whole=False).round
    if votes_in is None:
        raise RuntimeError("no round is open")
    live.voting.cast(
        [
            Vote(votes_in.id, seat, ANSWERS[number % len(ANSWERS)], Way.WALL)
            for number, seat in enumerate(seats(live))
        ]
    )
