"""Secret ballots for tests: a day that votes secretly, and what its file holds."""

from __future__ import annotations

from pathlib import Path

from tests.days import Day, begin_day
from workshop.creation import NewTeam
from workshop.kinds import Ballot
from workshop.question_facts import RoundFacts
from workshop.records import SeatRecord, WorkshopRecord
from workshop.steps import State
from workshop.voting import CastVote
from workshop.words import Words

WORDS = Words()
TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 5), NewTeam("Doctors", 6))


def make_secret(day: Day, **values: object) -> None:
    """Let the workshop vote secretly from its next opening on."""
    with day.library.transaction() as transaction:
        workshop = transaction.get_one(WorkshopRecord, day.live.id)
        workshop.ballot = Ballot.SECRET.value
        for name, value in values.items():
            setattr(workshop, name, value)


def secret_day(folder: Path, teams: tuple[NewTeam, ...] = TEAMS) -> Day:
    day = begin_day(folder, teams=teams)
    make_secret(day)
    day.reach(State.OPEN)
    return day


def now(day: Day) -> RoundFacts:
    found = day.live.facts(whole=False).round
    assert found is not None, "a round is at hand"
    return found


def vote(day: Day, *answers: int, first: int = 0) -> tuple[CastVote, ...]:
    """The seats from `first` on answer in turn."""
    seats = day.seats()[first:]
    return day.cast(*((now(day).id, seats[n], answer) for n, answer in enumerate(answers)))


def refusals(cast: tuple[CastVote, ...]) -> list[str]:
    return [each.refusal.sentence(WORDS) if each.refusal else "" for each in cast]


def rows(day: Day, sql: str) -> list[tuple[object, ...]]:
    with day.library.reading() as connection:
        return sorted((tuple(row) for row in connection.exec_driver_sql(sql)), key=repr)


def presence(day: Day, seat_id: str, value: str) -> None:
    with day.library.transaction() as transaction:
        transaction.get_one(SeatRecord, seat_id).presence = value


def counts(day: Day) -> dict[str, dict[int, int]]:
    """What is kept of the round: team's name or '' -> answer -> count."""
    names = {team.id: team.name for team in day.live.facts(whole=False).teams}
    kept: dict[str, dict[int, int]] = {}
    with day.library.reading() as connection:
        for group, answer, count in connection.exec_driver_sql(
            'SELECT "group", answer, count FROM sealed_count WHERE round_id = ?', (now(day).id,)
        ):
            kept.setdefault(names.get(group, group), {})[answer] = count
    return kept


MIXED = (1, 2, 3, 2, 3, 3, 4, 5, 1, 2, 2, 3, 4, 0)
"""An answer for each of the fourteen seats."""
