"""Repeats: a day that is over, and the workshop that measures it again, for tests of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from frameworks.model import Framework
from tests.days import Day, begin_day
from workshop.creation import NewItem, NewTeam
from workshop.kinds import Ballot
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.repeating import repeat
from workshop.steps import State

LATER = date(2026, 9, 1)


def finished_day(
    folder: Path,
    *,
    actions: int = 7,
    framework: Framework | None = None,
    items: Sequence[NewItem] = (),
    teams: Sequence[NewTeam] = (NewTeam("Front desk", 3), NewTeam("Nursing", 4)),
    ballot: Ballot = Ballot.OPEN,
) -> Day:
    """A workshop that was led to its end, with actions proposed at its first question."""
    day = begin_day(folder, framework=framework, items=items, teams=teams, ballot=ballot)
    day.reach(State.ACT)
    question = day.live.facts().question
    assert question is not None
    for n in range(actions):
        day.live.planning.propose(ActionDraft(f"Do {n}", owner=f"Owner {n}"), question.id)
    day.reach(State.FINISHED)
    return day


def repeated(day: Day, held_on: date = LATER) -> Day:
    """The workshop that measures this one again, in the same library."""
    again = repeat(day.library, day.live.id, day.live.words, held_on=held_on)
    return replace(day, live=LiveWorkshop(day.library, again, day.live.words))
