"""List columns: which column of a pasted list holds the teams, their people or their names (pure).

A head is read where the first row names columns; without one the cells tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop.pasted_table import Row

TEAM_HEADS = frozenset({
    "team", "teams", "group", "groups", "department", "departments", "table", "gruppe",
    "abteilung", "équipe", "equipe", "groupe", "equipo", "grupo", "squadra", "gruppo", "zespół",
    "team name", "name of team", "name of the team", "teamname",
})  # fmt: skip
PEOPLE_HEADS = frozenset({
    "people", "seats", "seat", "persons", "number", "count", "size", "members", "headcount",
    "total", "personen", "anzahl", "plätze", "personnes", "personas", "persone", "osoby", "#",
    "number of people", "no. of people", "how many", "team size",
})  # fmt: skip
PERSON_HEADS = frozenset({
    "name", "names", "person", "participant", "participants", "member", "attendee", "employee",
    "teilnehmer", "nom", "nombre", "nome", "imię", "full name", "name of person",
    "participant name",
})  # fmt: skip
FIRST_HEADS = frozenset({"first name", "firstname", "given name", "vorname", "prénom"})
LAST_HEADS = frozenset({"last name", "lastname", "surname", "family name", "nachname"})

# "8", "8,0", "8 people", "1 000"; digits of any script.
_PEOPLE = re.compile(
    r"(\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+|\d+)(?:[.,]0{1,2})?(?: ?[^\W\d_]{3,}\.?)?"
)
# "Nursing 10", "Nursing: 10", "Nursing (10)", "Nursing - 10 people".
_NAME_AND_PEOPLE = re.compile(
    r"(?P<name>.*?[^\s:,;(–-])(?:\s*[:,;(]\s*|\s+[–-]\s+|\s+)"
    r"(?P<people>\d+(?:[.,]0{1,2})?)"
    r"(?: ?(?:people|persons?|seats?|members?|pers\.?|personen|personnes|personas|persone))?\)?"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a list holds what. `unclear`, `many` and `twice` say why that cannot be told.

    `parts_numbers`: a number at the end of a team's name is how many people it has, but in the
    `numbered` ones (folded, without number): "Ward 1", "Ward 2".
    """

    team: int = 0
    people: int | None = None
    person: tuple[int, ...] = ()
    head: bool = False
    parts_numbers: bool = False
    numbered: frozenset[str] = frozenset()
    unclear: bool = False
    many: int = 0
    twice: tuple[str, str] | None = None

    @property
    def has_people_by_name(self) -> bool:
        """Whether each row is a person."""
        return bool(self.person)

    def team_of(self, row: Row) -> str:
        """The team of a row, or ''."""
        return _cell(row, self.team)

    def people_of(self, row: Row) -> str:
        """How many people its team has, as written, or ''."""
        return "" if self.people is None else _cell(row, self.people)

    def person_of(self, row: Row) -> str:
        """The person of a row, or ''."""
        return " ".join(cell for place in self.person if (cell := _cell(row, place)))


def columns_of(rows: Sequence[Row]) -> Columns:
    """Where the rows hold what."""
    if not rows:
        return Columns()
    named = _named(rows[0])
    if named is not None:
        below = _column(rows[1:], named.team) if named.parts_numbers else []
        return replace(named, numbered=_numbered(below))
    used = [place for place in range(max(len(row.cells) for row in rows)) if _column(rows, place)]
    if len(used) > 1 and _is_numbering(rows, used[0]):
        used = used[1:]
    if len(used) == 1:
        numbered = _numbered(_column(rows, used[0]))
        return Columns(used[0], parts_numbers=True, numbered=numbered)
    if len(used) != 2:
        return Columns(many=len(used))
    return _of_two(rows, *used)


def people_in(written: str) -> int | None:
    """How many people a cell says; None where it says no whole number."""
    found = _PEOPLE.fullmatch(written)
    return int(re.sub(r"\D", "", found[1])) if found else None


def name_and_people(written: str, numbered: frozenset[str]) -> tuple[str, str]:
    """A team's name and, where a number follows it, how many people it has, as written.

    The names in `numbered` keep their numbers.
    """
    found = _NAME_AND_PEOPLE.fullmatch(written)
    if found is None or found["name"].casefold() in numbered:
        return written, ""
    return found["name"], found["people"]


def _named(head: Row) -> Columns | None:
    """The columns as the first row names them; None where it names none."""
    cells = [cell.casefold().rstrip(":") for cell in head.cells]
    places = {
        kind: [place for place, cell in enumerate(cells) if cell in heads]
        for kind, heads in (
            ("team", TEAM_HEADS),
            ("people", PEOPLE_HEADS),
            ("person", PERSON_HEADS),
            ("first", FIRST_HEADS),
            ("last", LAST_HEADS),
        )
    }
    if not any(places.values()) or any(people_in(cell) is not None for cell in cells):
        return None
    if len(cells) == 1 and not (places["team"] or places["person"]):
        return None
    for found in places.values():
        if len(found) > 1:
            return Columns(head=True, twice=(head.cells[found[0]], head.cells[found[1]]))
    team, people, person = (next(iter(places[k]), None) for k in ("team", "people", "person"))
    names = (person,) if person is not None else (*places["first"], *places["last"])
    if team is None and people is not None and person is not None:
        team, names = person, ()  # "Name" beside "People" is the team's
    if team is None and len(cells) == 1 and person is not None:
        team, names = person, ()
    if team is None:
        return Columns(head=True, unclear=True)
    if people is not None and names:
        people = None  # a person a line; how many there are is told by the lines
    return Columns(team, people, tuple(names), head=True, parts_numbers=len(cells) == 1)


def _of_two(rows: Sequence[Row], first: int, second: int) -> Columns:
    numbers = {place: _share_of_numbers(rows, place) for place in (first, second)}
    if numbers[second] >= 0.5 > numbers[first] or numbers[second] == 1.0:
        return Columns(first, second)
    if numbers[first] >= 0.5:
        return Columns(second, first)
    differing = {
        place: len({cell.casefold() for cell in _column(rows, place)}) for place in (first, second)
    }
    if differing[first] == differing[second]:
        return Columns(unclear=True)
    team = min(differing, key=lambda place: differing[place])
    return Columns(team, person=(second if team == first else first,))


def _numbered(cells: Sequence[str]) -> frozenset[str]:
    """The names that several cells have with numbers that count up: "Ward 1", "Ward 2"."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for cell in cells:
        name, people = name_and_people(cell, frozenset())
        if people:
            numbers[name.casefold()].append(people_in(people) or 0)
    return frozenset(
        name
        for name, found in numbers.items()
        if len(found) > 1 and found == list(range(found[0], found[0] + len(found)))
    )


def _is_numbering(rows: Sequence[Row], place: int) -> bool:
    """Whether a column only counts the rows: 1, 2, 3."""
    cells = [_cell(row, place).rstrip(".") for row in rows]
    return len(cells) > 1 and cells == [str(n) for n in range(1, len(cells) + 1)]


def _share_of_numbers(rows: Sequence[Row], place: int) -> float:
    cells = _column(rows, place)
    return sum(people_in(cell) is not None for cell in cells) / len(cells)


def _column(rows: Sequence[Row], place: int) -> list[str]:
    return [cell for row in rows if (cell := _cell(row, place))]


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
