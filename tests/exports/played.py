"""Played days: snapshots of whole days, for the tests of what is written of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.days import another_day, begin_day, room_framework, room_items
from tests.repeats import finished_day, repeated
from workshop.creation import NewTeam
from workshop.kinds import Ballot
from workshop.rehearsal import Rehearsal
from workshop.snapshot import Snapshot

TEAMS = (NewTeam("Front desk", 6), NewTeam("Nursing", 7), NewTeam("IT", 2))


def played(folder: Path, *, ballot: Ballot = Ballot.OPEN, seed: int = 3) -> Snapshot:
    """A day of two sessions, one of them voted on together, played to its end."""
    day = begin_day(
        folder, framework=room_framework(), teams=TEAMS, items=room_items(), ballot=ballot
    )
    Rehearsal(day.live, seed).play()
    taken = day.live.snapshot()
    day.library.close()
    return taken


def played_again(folder: Path) -> Snapshot:
    """A day that repeats an earlier one with open actions."""
    again = repeated(finished_day(folder, actions=3, teams=TEAMS, items=room_items()))
    Rehearsal(again.live, 4).play()
    taken = again.live.snapshot()
    again.library.close()
    return taken


def not_begun(folder: Path) -> Snapshot:
    """A workshop that is prepared and not begun."""
    day = begin_day(folder)
    taken = another_day(day.library, day.clock).live.snapshot()
    day.library.close()
    return taken


def in_a_rehearsal(snapshot: Snapshot) -> Snapshot:
    """The same day, as a rehearsal."""
    return replace(snapshot, workshop=replace(snapshot.workshop, rehearsal=True))
