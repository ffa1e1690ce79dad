"""Preparing the teams: their names, their people, their order, and whether a team votes as one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, select

from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.identity import new_id
from workshop.kinds import Presence, Role, Voter
from workshop.library import Transaction
from workshop.new_team import LONGEST_NAME, MOST_SEATS, MOST_TEAMS, NewTeam
from workshop.preparing_acts import PreparingActs, check_length, placed
from workshop.records import SeatRecord, TeamRecord
from workshop.words import mark

Row = dict[str, Any]

ADD_TEAM = "add team"
ADD_TEAMS = "add teams"
RENAME_TEAM = "rename team"
PEOPLE = "people"
NAME_SEATS = "name seats"
MOVE_TEAM = "move team"
REMOVE_TEAM = "remove team"
VOTER = "voter"

NO_NAME = mark("A team needs a name. Write one.")
SAME_NAME = mark("There is a team called “{name}” already. Give this one another name.")
NO_SUCH_TEAM = mark("This team is no longer there. Look at the teams again.")
TEAMS_STAND = mark(
    "The day has begun, so the teams stand. Ctrl P adds a person or says who is not here."
)
VOTER_STANDS = mark("The day has begun, and the room was told who votes: that stands.")
WRONG_PEOPLE = mark("A team has from 0 to {most} people. Write a number between them.")
MANY_SEATS = mark("{seats} people are more than Flipchart can take ({most}).")
MANY_TEAMS = mark("{n} teams are more than Flipchart can take ({most}).")
ONE_SEAT = mark("Teams vote as one here, so nobody in them needs a name.")


class PreparingTeams(PreparingActs):
    """The acts on teams and seats. All but renaming and moving wait for no day that has begun."""

    def add_team(self, name: str, people: int = 0, names: Sequence[str] = ()) -> str:
        """Add a team of so many people, or of these names; answers its id.

        Raises NotPossibleNow for no name or one that is taken, and for too many people.
        """
        team = NewTeam(name, people, tuple(names))
        with self._library.transaction() as transaction:
            self._check_new(transaction, [team])
            with self._act(transaction, ADD_TEAM, team=_clean(name)):
                return self._add(transaction, [team])[0]

    def add_teams(self, teams: Sequence[NewTeam]) -> tuple[str, ...]:
        """Add several teams, all of them or (where NotPossibleNow is raised) none; their ids."""
        if not teams:
            return ()
        with self._library.transaction() as transaction:
            self._check_new(transaction, teams)
            with self._act(transaction, ADD_TEAMS, n=len(teams)):
                return tuple(self._add(transaction, teams))

    def rename_team(self, team_id: str, name: str) -> None:
        """Give a team another name. Raises NotPossibleNow for none and for one that is taken."""
        name = _clean(name)
        with self._library.transaction() as transaction:
            team = self._team(transaction, team_id)
            taken = (each.name for each in self._teams(transaction) if each.id != team_id)
            _check_names([name], taken)
            with self._act(transaction, RENAME_TEAM, team=name):
                team.name = name

    def set_people(self, team_id: str, n: int) -> None:
        """Say how many people sit in a team. Fewer take those at its end away, unnamed ones first.

        Raises NotPossibleNow for more than Flipchart can take.
        """
        if not 0 <= n <= MOST_SEATS:
            raise NotPossibleNow(WRONG_PEOPLE, most=MOST_SEATS)
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, TEAMS_STAND)
            team = self._team(transaction, team_id)
            with self._act(transaction, PEOPLE, team=team.name):
                if self._as_one(transaction):
                    team.people = n
                    return
                seats = self._seats(transaction, team_id)
                _trim(transaction, seats, n)
                _add_seats(transaction, team_id, len(seats), ("",) * (n - len(seats)))
                self._check_room(transaction)

    def name_seats(self, team_id: str, names: Sequence[str]) -> None:
        """Give the seats of a team these names in order; '' is none, and more names add seats.

        Raises NotPossibleNow where the team votes as one.
        """
        clean = [check_length(" ".join(name.split()), LONGEST_NAME) for name in names]
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, TEAMS_STAND)
            team = self._team(transaction, team_id)
            if self._as_one(transaction):
                raise NotPossibleNow(ONE_SEAT)
            with self._act(transaction, NAME_SEATS, team=team.name):
                seats = self._seats(transaction, team_id)
                for place, seat in enumerate(seats):
                    seat.name = (clean[place] if place < len(clean) else "") or None
                _add_seats(transaction, team_id, len(seats), clean[len(seats) :])
                self._check_room(transaction)

    def move_team(self, team_id: str, place: int) -> None:
        """Put a team at another place, the nearest that there is."""
        with self._library.transaction() as transaction:
            team = self._team(transaction, team_id)
            teams = [each for each in self._teams(transaction) if each.id != team_id]
            teams.insert(min(max(place, 0), len(teams)), team)
            with self._act(transaction, MOVE_TEAM, team=team.name):
                placed(teams)

    def remove_team(self, team_id: str) -> None:
        """Take a team away with its people."""
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, TEAMS_STAND)
            team = self._team(transaction, team_id)
            others = [each for each in self._teams(transaction) if each.id != team_id]
            with self._act(transaction, REMOVE_TEAM, team=team.name):
                seats = [seat.id for seat in self._seats(transaction, team_id)]
                journal.remove_rows(transaction, SeatRecord, seats)
                journal.remove_rows(transaction, TeamRecord, [team_id])
                placed(others)

    def set_voter(self, voter: Voter) -> None:
        """Let each person vote, or each team as one; how many sit in a team is kept.

        Back again, people have the names that they had. Raises NotPossibleNow once the day has
        begun.
        """
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, VOTER_STANDS)
            workshop = self._workshop(transaction)
            if workshop.voter == voter.value:
                return
            with self._act(transaction, VOTER):
                before = self._seats_before(transaction)
                workshop.voter = voter.value
                teams = self._teams(transaction)
                of_workshop = {"of_workshop": self._workshop_id}
                there = transaction.connection().execute(_ALL_SEATS, of_workshop).all()
                people = Counter(seat.team_id for seat in there)
                rows: list[Row] = []
                for team in teams:
                    if voter is Voter.TEAM:
                        team.people = people[team.id]
                        rows += _seat_rows(team.id, 0, ("",))
                    else:
                        back = before[team.id][: team.people]
                        rows += [row | {"position": n} for n, row in enumerate(back)]
                        rows += _seat_rows(team.id, len(back), ("",) * (team.people - len(back)))
                        team.people = 0
                journal.remove_rows(transaction, SeatRecord, [seat.id for seat in there])
                journal.add_rows(transaction, SeatRecord, rows)
                self._check_room(transaction)

    def _seats_before(self, transaction: Transaction) -> defaultdict[str, list[Row]]:
        """The seats that went when teams began to vote as one, in order, by team."""
        found: defaultdict[str, list[Row]] = defaultdict(list)
        connection = transaction.connection()
        gone = journal.rows_removed_by(connection, self._workshop_id, VOTER, SeatRecord)
        for row in sorted(gone, key=lambda row: (row["position"], row["id"])):
            found[row["team_id"]].append(row)
        return found

    def _check_new(self, transaction: Transaction, teams: Sequence[NewTeam]) -> None:
        self._refuse_once_begun(transaction, TEAMS_STAND)
        there = self._teams(transaction)
        if len(there) + len(teams) > MOST_TEAMS:
            raise NotPossibleNow(MANY_TEAMS, n=len(there) + len(teams), most=MOST_TEAMS)
        _check_names([_clean(team.name) for team in teams], (each.name for each in there))
        for team in teams:
            if not 0 <= team.seats <= MOST_SEATS:
                raise NotPossibleNow(WRONG_PEOPLE, most=MOST_SEATS)

    def _add(self, transaction: Transaction, teams: Sequence[NewTeam]) -> list[str]:
        """Add teams at the end, with their seats."""
        first = len(self._teams(transaction))
        as_one = self._as_one(transaction)
        ids = [new_id() for _ in teams]
        rows = [
            {
                "id": team_id,
                "workshop_id": self._workshop_id,
                "position": first + place,
                "name": _clean(team.name),
                "people": team.count if as_one else 0,
            }
            for place, (team_id, team) in enumerate(zip(ids, teams, strict=True))
        ]
        journal.add_rows(transaction, TeamRecord, rows)
        seats: list[Row] = []
        for team_id, team in zip(ids, teams, strict=True):
            names = [check_length(" ".join(name.split()), LONGEST_NAME) for name in team.names]
            padded = [*names, *[""] * (team.count - len(names))]
            seats += _seat_rows(team_id, 0, [""] if as_one else padded)
        journal.add_rows(transaction, SeatRecord, seats)
        self._check_room(transaction)
        return ids

    def _check_room(self, transaction: Transaction) -> None:
        transaction.flush()
        of_workshop = {"of_workshop": self._workshop_id}
        rows = transaction.connection().execute(_PEOPLE, of_workshop).all()
        seats = sum(row.people for row in rows) if self._as_one(transaction) else len(rows)
        if seats > MOST_SEATS:
            raise NotPossibleNow(MANY_SEATS, seats=seats, most=MOST_SEATS)

    def _as_one(self, transaction: Transaction) -> bool:
        return self._workshop(transaction).voter == Voter.TEAM.value

    def _team(self, transaction: Transaction, team_id: str) -> TeamRecord:
        team = transaction.get(TeamRecord, team_id)
        if team is None or team.workshop_id != self._workshop_id:
            raise NotPossibleNow(NO_SUCH_TEAM)
        return team

    def _teams(self, transaction: Transaction) -> list[TeamRecord]:
        return list(transaction.scalars(_TEAMS, {"of_workshop": self._workshop_id}))

    def _seats(self, transaction: Transaction, team_id: str) -> list[SeatRecord]:
        return list(transaction.scalars(_SEATS, {"of_team": team_id}))


_TEAMS = (
    select(TeamRecord)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
    .order_by(TeamRecord.position, TeamRecord.id)
)
_SEATS = (
    select(SeatRecord)
    .where(SeatRecord.team_id == bindparam("of_team"))
    .order_by(SeatRecord.position, SeatRecord.id)
)
_ALL_SEATS = (
    select(SeatRecord.id, SeatRecord.team_id)
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
)
_PEOPLE = (
    select(SeatRecord.id, TeamRecord.people)
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
)


def _clean(name: str) -> str:
    return " ".join(name.split())


def _check_names(names: Iterable[str], taken: Iterable[str]) -> None:
    seen = {name.casefold() for name in taken}
    for name in names:
        if not name:
            raise NotPossibleNow(NO_NAME)
        check_length(name, LONGEST_NAME)
        if name.casefold() in seen:
            raise NotPossibleNow(SAME_NAME, name=name)
        seen.add(name.casefold())


def _trim(transaction: Transaction, seats: list[SeatRecord], n: int) -> None:
    """Take seats away until there are `n`: from the end, those without a name first."""
    named = sorted(seats, key=lambda seat: (seat.name is not None, -seat.position))
    gone = named[: max(0, len(seats) - n)]
    journal.remove_rows(transaction, SeatRecord, [seat.id for seat in gone])
    for seat in gone:
        seats.remove(seat)
    placed(seats)


def _add_seats(transaction: Transaction, team_id: str, first: int, names: Sequence[str]) -> None:
    journal.add_rows(transaction, SeatRecord, _seat_rows(team_id, first, names))


def _seat_rows(team_id: str, first: int, names: Sequence[str]) -> list[Row]:
    """Present, voting seats of a team from this place on, with these names; '' is none."""
    return [
        {
            "id": new_id(),
            "team_id": team_id,
            "position": first + place,
            "name": name or None,
            "presence": Presence.PRESENT.value,
            "role": Role.VOTING.value,
        }
        for place, name in enumerate(names)
    ]
