"""Team lists: teams out of a spreadsheet's clipboard or a CSV file, with every fault by its line.

A list says a team a line (`Nursing`, `Nursing 10`, or name and number in two columns), or a person
a line with the team in another column. A head that names the columns is read where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from workshop.list_columns import Columns, columns_of, name_and_people, people_in
from workshop.new_team import LONGEST_NAME, MOST_SEATS, MOST_TEAMS, NewTeam
from workshop.paper_names import shortened
from workshop.pasted_table import (
    COMMA,
    NO_TEXT,
    NOTHING,
    BrokenQuotes,
    Row,
    delimiter_of,
    rows_of,
)
from workshop.words import mark

if TYPE_CHECKING:
    from workshop.words import Words

MOST_CHARACTERS: Final = 1024 * 1024
MOST_FAULTS: Final = 200

NO_TEAM_IN_LIST = mark(
    "There is no team in this list. Write one in each line, with how many people it has."
)
TOO_LARGE = mark("This is far more than a list of teams. Copy only the lines with the teams.")
NOT_UTF8 = mark("This is no text in UTF-8. In the spreadsheet, save it as “CSV UTF-8”.")
NOT_TEXT = mark("There are signs here that no text has. Save the list as a CSV file first.")
BROKEN_QUOTES = mark("A quotation mark is not closed. Close it, or take it out.")
NO_TEAM_COLUMN = mark(
    "It is not clear which column holds the teams. Write “team” above it, and “people” or “name” "
    "above the other."
)
MANY_COLUMNS = mark(
    "There are {n} columns, and none is called “team”. Write “team” above the one with the teams."
)
HEAD_TWICE = mark(
    "“{name}” and “{other}” stand above columns of the same kind. Take one of them away."
)
NAMELESS = mark("There is a number of people, and no team. Write the team’s name before it.")
TEAMLESS = mark("“{name}” has no team. Write it in the column of the teams.")
NOT_A_NUMBER = mark("“{found}” is no number of people. Write it in digits, such as 8.")
TOO_MANY_PEOPLE = mark("{n} people are more than one team can have ({most}). Write a lower number.")
LONG_NAME = mark("“{name}” has {n} characters; {most} fit. Make it shorter.")
TEAM_TWICE = mark("“{name}” is there twice, first in line {line}. Give one of them another name.")
PERSON_TWICE = mark(
    "“{name}” is in {team} twice, first in line {line}. Take one away, or tell them apart."
)
MANY_SEATS = mark("The list has {n} people; Flipchart can take {most}. Make the teams smaller.")
MANY_TEAMS = mark("The list has {n} teams; Flipchart can take {most}. Put some together.")
TOTAL_LEFT_OUT = mark(
    "Line {line}, “{name}”, was left out: it is the sum of the lines above. If it is a team, add "
    "it below."
)
MAYBE_TOTAL = mark(
    "Line {line}, “{name}”, is the sum of the lines above. If it is no team, take it away."
)
MORE_FAULTS = mark("There are more faults from here on. Mend these first.")


TOTALS: Final = frozenset({"total", "sum", "sums", "summe", "gesamt", "totaal", "total general"})
"""How spreadsheets call the row below the others, folded."""


@dataclass(frozen=True, slots=True)
class ListFault:
    """What is to be said of a line of a list, counted from 1; line 0 is the list as a whole."""

    line: int
    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, words: Words) -> str:
        """What is wrong, and how to mend it; or what is good to know."""
        return words.say(self.text, **self.values)


@dataclass(frozen=True, slots=True)
class TeamList:
    """What a list says: its teams in order, or, where it has any, its faults alone.

    `notes` say what was read otherwise than it stands there, and are no faults.
    """

    teams: tuple[NewTeam, ...] = ()
    faults: tuple[ListFault, ...] = ()
    notes: tuple[ListFault, ...] = ()


def read_team_file(content: bytes) -> TeamList:
    """The teams of a CSV or text file in UTF-8, or in UTF-16 with its mark, or all its faults."""
    if len(content) > MOST_CHARACTERS * 2:
        return TeamList(faults=(ListFault(0, TOO_LARGE),))
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = 0 if wide else len(content[: fault.start].split(b"\n"))
        return TeamList(faults=(ListFault(line, NOT_UTF8),))
    return read_teams(text)


def read_teams(text: str) -> TeamList:
    """The teams in a text as it was copied or typed, or all that is wrong with it."""
    if len(text) > MOST_CHARACTERS:
        return TeamList(faults=(ListFault(0, TOO_LARGE),))
    # The lines of a list end where a spreadsheet says so, not at every separator Unicode knows.
    text = text.removeprefix("\ufeff").replace("\u2028", " ").replace("\u2029", " ")
    if (strange := NO_TEXT.search(text)) is not None:
        before = text[: strange.start()].replace("\r\n", "\n").replace("\r", "\n")
        return TeamList(faults=(ListFault(before.count("\n") + 1, NOT_TEXT),))
    try:
        return _read(text)
    except BrokenQuotes as fault:
        return TeamList(faults=(ListFault(fault.line, BROKEN_QUOTES),))


def _read(text: str) -> TeamList:
    delimiter = delimiter_of(text)
    rows = rows_of(text, delimiter)
    columns = columns_of(rows)
    alone = len(rows) == 1 or any(len(row.cells) == 1 for row in rows)
    by_text = columns.unclear or columns.many or columns.has_people_by_name
    if delimiter == COMMA and by_text and alone and not columns.head:
        # Such commas part no columns, they belong to the names: "Nursing, night shift".
        rows = rows_of(text, NOTHING)
        columns = columns_of(rows)
    if columns.twice:
        return _faulty(rows, HEAD_TWICE, name=columns.twice[0], other=columns.twice[1])
    if columns.unclear:
        return _faulty(rows, NO_TEAM_COLUMN)
    if columns.many:
        return _faulty(rows, MANY_COLUMNS, n=columns.many)
    reading = _Reading(columns)
    listed = rows[1:] if columns.head else rows
    for row in listed[:-1]:
        reading.read(row)
    for row in listed[-1:]:
        reading.read_last(row)
    return reading.whole()


def _faulty(rows: Sequence[Row], text: str, **values: object) -> TeamList:
    return TeamList(faults=(ListFault(rows[0].line, text, values),))


@dataclass(slots=True)
class _Listed:
    """A team as far as it was read."""

    name: str
    line: int
    people: int = 0
    names: list[str] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)


class _Reading:
    """Reads row after row, and knows which teams and people were there."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._teams: dict[str, _Listed] = {}
        self._faults: list[ListFault] = []
        self._notes: list[ListFault] = []

    def read(self, row: Row) -> None:
        """Take one row in, or note what is wrong with it."""
        if self._columns.has_people_by_name:
            self._read_person(row)
        else:
            self._read_team(row)

    def read_last(self, row: Row) -> None:
        """Take the last row in, or leave it out where it only sums up those above.

        A row with a name of its own is a team even so: 2, 3 and 5 people may sit at three tables.
        """
        sums = bool(self._teams) and self._is_sum(row)
        nameless = sums and not self._team_and_people(row)[0]
        if self._teams and (nameless or self._is_named_total(row)):
            self._say(row, TOTAL_LEFT_OUT)
            return
        self.read(row)
        if sums:
            self._say(row, MAYBE_TOTAL)

    def _say(self, row: Row, text: str) -> None:
        """Note what is no fault and yet to be known."""
        name = shortened(" ".join(cell for cell in row.cells if cell))
        self._notes.append(ListFault(row.line, text, {"line": row.line, "name": name}))

    def whole(self) -> TeamList:
        """All teams, or all faults."""
        teams = tuple(
            NewTeam(each.name, each.people, tuple(each.names)) for each in self._teams.values()
        )
        seats = sum(team.count for team in teams)
        if not self._faults:
            if not teams:
                self._note(0, NO_TEAM_IN_LIST)
            if len(teams) > MOST_TEAMS:
                self._note(0, MANY_TEAMS, n=len(teams), most=MOST_TEAMS)
            if seats > MOST_SEATS:
                self._note(0, MANY_SEATS, n=seats, most=MOST_SEATS)
        if not self._faults:
            return TeamList(teams, notes=tuple(self._notes))
        faults = self._faults[:MOST_FAULTS]
        if len(self._faults) > MOST_FAULTS:
            faults.append(ListFault(self._faults[MOST_FAULTS].line, MORE_FAULTS))
        return TeamList(faults=tuple(faults))

    def _team_and_people(self, row: Row) -> tuple[str, str]:
        """A row's team and how many people it has, as written."""
        columns = self._columns
        if columns.parts_numbers:
            return name_and_people(columns.team_of(row), columns.numbered)
        return columns.team_of(row), columns.people_of(row)

    def _is_named_total(self, row: Row) -> bool:
        name, _ = self._team_and_people(row)
        if self._columns.has_people_by_name and not name.strip("0123456789"):
            name = self._columns.person_of(row)  # "Total" below the people, their number beside it
        folded = _folded(name).rstrip(" :.")
        return folded in TOTALS and folded not in self._teams

    def _is_sum(self, row: Row) -> bool:
        """Whether the row's number is the sum of two others at least."""
        if self._columns.has_people_by_name:
            return False
        _, written = self._team_and_people(row)
        numbers = [team.people for team in self._teams.values() if team.people]
        return len(numbers) > 1 and people_in(written) == sum(numbers)

    def _read_team(self, row: Row) -> None:
        name, written = self._team_and_people(row)
        if not name:
            if written:
                self._note(row.line, NAMELESS)
            return
        people = self._people(row, written)
        self._check_length(row, name)
        known = self._teams.get(_folded(name))
        if known is not None:
            self._note(row.line, TEAM_TWICE, name=shortened(name), line=known.line)
            return
        self._teams[_folded(name)] = _Listed(name, row.line, people)

    def _read_person(self, row: Row) -> None:
        name, person = self._columns.team_of(row), self._columns.person_of(row)
        if not name:
            if person:
                self._note(row.line, TEAMLESS, name=shortened(person))
            return
        self._check_length(row, name)
        self._check_length(row, person)
        team = self._teams.setdefault(_folded(name), _Listed(name, row.line))
        if person:
            known = team.lines.setdefault(_folded(person), row.line)
            if known != row.line:
                values = {"name": shortened(person), "team": shortened(team.name), "line": known}
                self._note(row.line, PERSON_TWICE, **values)
                return
        team.names.append(person)

    def _people(self, row: Row, written: str) -> int:
        if not written:
            return 0
        people = people_in(written)
        if people is None:
            self._note(row.line, NOT_A_NUMBER, found=shortened(written))
            return 0
        if people > MOST_SEATS:
            self._note(row.line, TOO_MANY_PEOPLE, n=people, most=MOST_SEATS)
            return 0
        return people

    def _check_length(self, row: Row, name: str) -> None:
        if len(name) > LONGEST_NAME:
            values = {"name": shortened(name), "n": len(name), "most": LONGEST_NAME}
            self._note(row.line, LONG_NAME, **values)

    def _note(self, line: int, text: str, /, **values: object) -> None:
        self._faults.append(ListFault(line, text, values))


def _folded(name: str) -> str:
    return name.casefold()
