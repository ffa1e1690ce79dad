"""Paper: a CSV file of ballots into votes, with every fault by its line; nothing is stored here.

The first line names the columns `question`, `team`, `seat` (may be left out) and `answer`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workshop.kinds import Role, Way
from workshop.paper_names import Names, shortened
from workshop.paper_texts import (
    ANSWER_OFF,
    BROKEN_QUOTES,
    COLUMN_MISSING,
    COLUMN_TWICE,
    COLUMN_UNKNOWN,
    EMPTY_FILE,
    LINE_TOO_LONG,
    MORE_FAULTS,
    NO_DONT_KNOW,
    NO_QUESTION,
    NO_QUESTION_KNOWN,
    NO_SEAT,
    NO_TEAM,
    NO_VOTES,
    NOT_A_NUMBER,
    NOT_PRESENT,
    NOT_TEXT,
    NOT_UTF8,
    OBSERVES,
    QUESTION_EMPTY,
    ROOM_FULL,
    SEAT_TWICE,
    SEAT_WITHOUT_TEAM,
    TEAM_FULL,
    TOO_LARGE,
    TWO_SEATS,
    VOTE_CLOSED,
    VOTE_NOT_OPEN,
    VOTED,
    VOTED_BY,
    Fault,
)

MOST_BYTES: Final = 1024 * 1024
"""How large a file may be: 200 seats and 60 questions take half of it."""
MOST_FAULTS: Final = 200
"""How many faults are told at once; a file with more was not meant to be one of ballots."""

QUESTION, TEAM, SEAT, ANSWER = "question", "team", "seat", "answer"
COLUMNS: Final = (QUESTION, TEAM, SEAT, ANSWER)
NEEDED: Final = (QUESTION, TEAM, ANSWER)
_MOST_DIGITS = 3
NO_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class PaperSeat:
    """A seat as a ballot may name it: by its name, or by its number within the team, from 1."""

    id: str
    name: str | None
    number: int
    present: bool = True
    role: Role = Role.VOTING


@dataclass(frozen=True, slots=True)
class PaperTeam:
    """A team with all its seats."""

    id: str
    name: str
    seats: tuple[PaperSeat, ...]


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question as a ballot may name it.

    `number` counts from 1 in its session, `here` says that the session is the one in work.
    `round_id` is its open round, or None; `over` that a round of it was closed. In that round
    `voted` holds the seats with a vote of their own and the way it came by (None in a secret
    round), `spare` the seats still out by team ('' the whole room), hands and paper taken off.
    """

    id: str
    key: str
    short: str
    number: int
    here: bool
    steps: int
    dont_know: bool
    round_id: str | None = None
    over: bool = False
    secret: bool = False
    voted: Mapping[str, Way | None] = field(default_factory=dict)
    spare: Mapping[str, int] = field(default_factory=dict)
    on_paper: int = 0


@dataclass(frozen=True, slots=True)
class PaperRoom:
    """What ballots can speak of now: the questions in order, the teams with their seats."""

    questions: tuple[PaperQuestion, ...]
    teams: tuple[PaperTeam, ...]

    @property
    def open(self) -> tuple[PaperQuestion, ...]:
        """The questions whose round takes votes now."""
        return tuple(each for each in self.questions if each.round_id is not None)


@dataclass(frozen=True, slots=True)
class PaperVote:
    """One answer on a ballot; `group` is a team's id or '', `seat_id` None where none is named."""

    line: int
    round_id: str
    group: str
    seat_id: str | None
    answer: int


@dataclass(frozen=True, slots=True)
class PaperFile:
    """What a file of ballots says: its votes, or, where it has any, its faults alone."""

    votes: tuple[PaperVote, ...] = ()
    faults: tuple[Fault, ...] = ()

    def tallies(self) -> dict[tuple[str, str], Counter[int]]:
        """The votes without a seat: counts by answer for each (round, group)."""
        counts: dict[tuple[str, str], Counter[int]] = {}
        for vote in self.votes:
            if vote.seat_id is None:
                counts.setdefault((vote.round_id, vote.group), Counter())[vote.answer] += 1
        return counts


def read_ballots(content: bytes, room: PaperRoom) -> PaperFile:
    """The votes in a CSV file, or all that is wrong with it.

    An empty answer is no vote. A fault at line 0 is one of the file as a whole.
    """
    faults: list[Fault] = []
    votes: list[PaperVote] = []
    reading = _Reading(room)
    for row in _rows(content, faults):
        found, wrong = reading.read(row)
        faults += wrong
        if found is not None:
            votes.append(found)
        if len(faults) >= MOST_FAULTS:
            faults[MOST_FAULTS:] = [Fault(row.line, *MORE_FAULTS)]
            break
    if not votes and not faults:
        faults.append(Fault(0, *NO_VOTES))
    return PaperFile(faults=tuple(faults)) if faults else PaperFile(tuple(votes))


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one line by column, without the space around them."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def _rows(content: bytes, faults: list[Fault]) -> Iterator[_Row]:
    """The lines below the head; what cannot be read as a table goes to `faults`."""
    text = _text(content, faults)
    if text is None:
        return
    lines = text.splitlines(keepends=True)
    first = next(each for each in lines if each.strip())
    semicolons = first.count(";") > first.count(",")
    table = csv.reader(lines, delimiter=";" if semicolons else ",", strict=True)
    head: tuple[str, ...] | None = None
    line = 1
    try:
        for cells in table:
            at, line = line, table.line_num + 1
            row = [cell.strip() for cell in cells]
            if not any(row):
                continue
            if head is None:
                head = _head(at, row, faults)
                if faults:
                    return
            elif any(row[len(head) :]):
                faults.append(Fault(at, *LINE_TOO_LONG, {"n": len(row), "m": len(head)}))
            else:
                yield _Row(at, dict(zip(head, row, strict=False)))
    except csv.Error:
        faults.append(Fault(line, *BROKEN_QUOTES))


def _text(content: bytes, faults: list[Fault]) -> str | None:
    if len(content) > MOST_BYTES:
        # Whoever reads the file need not read more of it than shows that it is too large.
        faults.append(Fault(0, *TOO_LARGE))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        faults.append(Fault(_line_of(content, error.start), *NOT_UTF8))
        return None
    if (strange := NO_TEXT.search(text)) is not None:
        faults.append(Fault(text.count("\n", 0, strange.start()) + 1, *NOT_TEXT))
        return None
    if not text.strip():
        faults.append(Fault(0, *EMPTY_FILE))
        return None
    # The lines of a file end where an editor says so, not at every separator Unicode knows.
    return text.replace("\u2028", " ").replace("\u2029", " ")


def _line_of(content: bytes, place: int) -> int:
    return len(content[:place].split(b"\n"))


def _head(line: int, row: Sequence[str], faults: list[Fault]) -> tuple[str, ...]:
    """The columns in their order; what is wrong with them goes to `faults`."""
    names = [cell.casefold() for cell in row]
    while names and not names[-1]:
        names.pop()  # a spreadsheet writes empty columns at the end
    known = Names(COLUMNS)
    for name, cell in zip(names, row, strict=False):
        if name not in COLUMNS:
            values = {"name": shortened(cell), "names": known.nearest(cell)}
            faults.append(Fault(line, *COLUMN_UNKNOWN, values))
    faults += [
        Fault(line, *COLUMN_TWICE, {"name": name})
        for name, times in Counter(names).items()
        if times > 1 and name in COLUMNS
    ]
    faults += [Fault(line, *COLUMN_MISSING, {"name": name}) for name in NEEDED if name not in names]
    return tuple(names)


class _Reading:
    """Reads row after row, and knows which seats have a ballot in the file already."""

    def __init__(self, room: PaperRoom) -> None:
        here = [each for each in room.questions if each.here]
        self._by_number = {str(each.number): each for each in here}
        # What stands later takes precedence: the session in work, and a short name over a key.
        self._questions: dict[str, PaperQuestion] = {}
        for group in ([each for each in room.questions if not each.here], here):
            for name in ("key", "short"):
                self._questions |= {_plain(getattr(each, name)): each for each in reversed(group)}
        self._question_names = Names([each.short for each in here])
        self._teams = {_plain(team.name): team for team in room.teams}
        self._team_names = Names([team.name for team in room.teams])
        self._seats = {team.id: _seats(team) for team in room.teams}
        self._spare = {each.id: dict(each.spare) for each in room.questions}
        self._lines: dict[tuple[str, str], int] = {}

    def read(self, row: _Row) -> tuple[PaperVote | None, list[Fault]]:
        """The vote of a row, None where its answer is left empty; and what is wrong with it."""
        faults: list[Fault] = []
        question = self._question(row, faults)
        team = self._team(row, faults)
        seat = self._seat(row, team, faults)
        if question is None or not row[ANSWER]:
            return None, faults
        answer = _answer(row, question, faults)
        if question.round_id is None:
            text = VOTE_CLOSED if question.over else VOTE_NOT_OPEN
            faults.append(Fault(row.line, *text, {"question": question.short}))
        if faults or answer is None or question.round_id is None:
            return None, faults
        group = team.id if team is not None else ""
        wrong = self._take_place(row.line, question, team, seat)
        if wrong is not None:
            return None, [wrong]
        seat_id = seat.id if seat is not None else None
        return PaperVote(row.line, question.round_id, group, seat_id, answer), []

    def _question(self, row: _Row, faults: list[Fault]) -> PaperQuestion | None:
        cell = row[QUESTION]
        found = self._questions.get(_plain(cell)) or self._by_number.get(cell.lstrip("0"))
        if found is None:
            names = self._question_names.nearest(cell)
            values = {"name": shortened(cell), "names": names}
            text = NO_QUESTION if names else NO_QUESTION_KNOWN
            faults.append(Fault(row.line, *(text if cell else QUESTION_EMPTY), values))
        return found

    def _team(self, row: _Row, faults: list[Fault]) -> PaperTeam | None:
        cell = row[TEAM]
        found = self._teams.get(_plain(cell))
        if found is None and cell:
            values = {"name": shortened(cell), "names": self._team_names.nearest(cell)}
            faults.append(Fault(row.line, *NO_TEAM, values))
        return found

    def _seat(self, row: _Row, team: PaperTeam | None, faults: list[Fault]) -> PaperSeat | None:
        cell = row[SEAT]
        if not cell:
            return None
        if team is None:
            if not row[TEAM]:
                faults.append(Fault(row.line, *SEAT_WITHOUT_TEAM, {"seat": shortened(cell)}))
            return None
        found = self._seats[team.id].get(_plain(cell), [])
        values: dict[str, object] = {"seat": shortened(cell), "team": team.name}
        if not found:
            names = [each.name for each in team.seats if each.name]
            values |= {"n": len(team.seats), "names": Names(names).nearest(cell) or ("1",)}
            faults.append(Fault(row.line, *NO_SEAT, values))
        elif len(found) > 1:
            faults.append(Fault(row.line, *TWO_SEATS, values))
        elif found[0].role is not Role.VOTING:
            faults.append(Fault(row.line, *OBSERVES, values))
        elif not found[0].present:
            faults.append(Fault(row.line, *NOT_PRESENT, values))
        return found[0] if len(found) == 1 else None

    def _take_place(
        self, line: int, question: PaperQuestion, team: PaperTeam | None, seat: PaperSeat | None
    ) -> Fault | None:
        """Count a ballot against the seats still out; a fault where there is no place for it."""
        name = team.name if team is not None else ""
        values: dict[str, object] = {"question": question.short, "team": name}
        if seat is not None:
            values["seat"] = seat.name or seat.number
            first = self._lines.setdefault((question.id, seat.id), line)
            if first != line:
                return Fault(line, *SEAT_TWICE, values | {"n": first})
            if seat.id in question.voted:
                by = question.voted[seat.id]
                if by is Way.PAPER and not question.secret:
                    return None  # the same ballot again, or a corrected one
                return Fault(line, *(VOTED if by is None else VOTED_BY[by]), values)
        spare = self._spare[question.id]
        if team is not None and spare.get(team.id, 0) <= 0:
            return Fault(line, *TEAM_FULL, values)
        if spare.get("", 0) <= 0:
            return Fault(line, *ROOM_FULL, values)
        spare[""] -= 1
        if team is not None:
            spare[team.id] -= 1
        return None


def _seats(team: PaperTeam) -> dict[str, list[PaperSeat]]:
    """The seats by name and by number; a name that is a number stands before the number."""
    by: dict[str, list[PaperSeat]] = {}
    for seat in team.seats:
        if seat.name:
            by.setdefault(_plain(seat.name), []).append(seat)
    for seat in team.seats:
        for written in (str(seat.number), f"seat {seat.number}"):
            by.setdefault(written, [seat])
    return by


def _answer(row: _Row, question: PaperQuestion, faults: list[Fault]) -> int | None:
    cell = row[ANSWER]
    values: dict[str, object] = {"answer": shortened(cell), "steps": question.steps}
    if not (cell.isascii() and cell.isdigit() and len(cell) <= _MOST_DIGITS):
        faults.append(Fault(row.line, *NOT_A_NUMBER, values))
        return None
    answer = int(cell)
    if answer == 0 and not question.dont_know:
        faults.append(Fault(row.line, *NO_DONT_KNOW, values | {"question": question.short}))
    elif answer > question.steps:
        faults.append(Fault(row.line, *ANSWER_OFF[question.dont_know], values))
    return answer


def _plain(name: str) -> str:
    """A name as it is compared: capitals and the kind of spaces do not count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
