"""Prepared days: a workshop before its day, and the file as it is to be put back exactly."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from frameworks.model import Framework
from tests.days import HandClock, small_framework
from tests.workshop.rows import held
from workshop.creation import NewTeam, create_draft
from workshop.kinds import ItemKind
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.prepared import Prepared, PreparedItem, PreparedQuestion, PreparedTeam
from workshop.records import Record
from workshop.words import Words

DAY = date(2026, 3, 5)
NOT_PUT_BACK = {"journal", "wall"}


@dataclass
class Preparation:
    """A workshop that is being prepared in a test, and what a test asks of it often."""

    library: Library
    live: LiveWorkshop
    clock: HandClock = field(default_factory=HandClock)

    @property
    def now(self) -> Prepared:
        return self.live.prepared()

    def items(self, kind: ItemKind = ItemKind.SESSION) -> list[PreparedItem]:
        return [item for item in self.now.items if item.kind is kind]

    def titles(self) -> list[str]:
        return [item.title for item in self.now.items]

    def questions(self, session: int = 0) -> tuple[PreparedQuestion, ...]:
        activities = self.live.prepared_session(self.items()[session].id)
        return tuple(question for each in activities for question in each.questions)

    def keys(self, session: int = 0) -> list[str]:
        return [question.key for question in self.questions(session)]

    def team(self, name: str) -> PreparedTeam:
        return next(team for team in self.now.teams if team.name == name)

    def teams(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(team.name, team.names) for team in self.now.teams]


def prepare(folder: Path, framework: Framework | None = None) -> Preparation:
    """A draft of two sessions with two teams: Nursing of three people, Front desk of two named."""
    clock = HandClock()
    library = Library.open(folder / "flipchart.sqlite", clock=clock)
    words = Words()
    chosen = framework or small_framework(2, 3)
    workshop_id = create_draft(library, chosen, words, held_on=DAY, starts_at=9 * 60)
    live = LiveWorkshop(library, workshop_id, words)
    live.preparing.add_teams([NewTeam("Nursing", 3), NewTeam("Front desk", 0, ("Ann", "Ben"))])
    return Preparation(library, live, clock)


def whole_file(library: Library) -> dict[str, list[Any]]:
    """Every row of the library but what no undo puts back: the journal itself, the last act."""
    tables = [
        mapper.class_
        for mapper in Record.registry.mappers
        if mapper.class_.__tablename__ not in NOT_PUT_BACK
    ]
    with library.reading() as connection:
        rows = held(connection, tables)
    rows["live"] = [[pair for pair in row if pair[0] != "last_act_at"] for row in rows["live"]]
    return rows


def broken_references(library: Library) -> list[Any]:
    with library.reading() as connection:
        return list(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def positions(library: Library) -> dict[str, list[list[int]]]:
    """The places of agenda items, activities, questions, teams and seats, by what they are in."""
    parents = {
        "agenda_item": "workshop_id",
        "activity": "item_id",
        "question": "activity_id",
        "team": "workshop_id",
        "seat": "team_id",
    }
    found = {}
    with library.reading() as connection:
        for table, parent in parents.items():
            rows = connection.exec_driver_sql(
                f'SELECT {parent}, position FROM "{table}" ORDER BY {parent}, position'
            ).all()
            by_parent: dict[str, list[int]] = {}
            for key, place in rows:
                by_parent.setdefault(key, []).append(place)
            found[table] = list(by_parent.values())
    return found
