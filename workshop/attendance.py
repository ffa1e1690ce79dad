"""Attendance: who is here, who comes later, who has left and who only watches."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, bindparam, func, select

from workshop import journal
from workshop.ballot import Room
from workshop.creation import MOST_SEATS, TOO_MANY_SEATS
from workshop.errors import NotPossibleNow, RefusedVote
from workshop.events import WallChanged, WorkshopChanged
from workshop.facts import Facts, Turn
from workshop.identity import new_id
from workshop.kinds import Presence, Role, RoundState, Voter
from workshop.library import Library, Transaction
from workshop.practice import PracticeBallot
from workshop.readings.reader import Reader
from workshop.records import LiveRecord, RoundRecord, SeatRecord, TeamRecord, WallRecord
from workshop.turns import next_out
from workshop.words import mark

HANDS_FIRST = mark(
    "All seats still out were counted by hand, or on paper without a seat. Lower the tally or take "
    "a ballot back, then this can be changed."
)
HANDS_OF_MORE = mark(
    "More hands were counted in this vote than seats are here now. Mark those who were counted "
    "as present, open the vote, and lower the tally first."
)
NO_SUCH_SEAT = mark("This seat is not in the room any more. Choose another one.")
NO_SUCH_TEAM = mark("This team is not in the room any more. Choose another one.")
ONE_SEAT = mark("{team} votes as one, so it has one seat. Add a team instead.")

PRESENCE = "presence"
OF_NAMED = {
    Presence.PRESENT: "seat present",
    Presence.LATE: "seat late",
    Presence.GONE: "seat gone",
}
OBSERVES = "seat observes"
ADD_SEAT = "add seat"
NAME_SEAT = "name seat"

_OPEN_ROUND = (
    select(RoundRecord.id, RoundRecord.secret)
    .join(LiveRecord, LiveRecord.round_id == RoundRecord.id)
    .where(
        LiveRecord.workshop_id == bindparam("of_workshop"),
        RoundRecord.state == RoundState.OPEN.value,
    )
)
_SEATS = (
    select(func.count(SeatRecord.id))
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
)


def check_hands(connection: Connection, workshop_id: str, sentence: str = HANDS_FIRST) -> None:
    """Raise NotPossibleNow(`sentence`) where the open round has more hands than seats for them.

    To be asked inside the transaction that changed who is here, or opened the round anew.
    """
    row = connection.execute(_OPEN_ROUND, {"of_workshop": workshop_id}).one_or_none()
    if row is not None:
        _check_room(Room.read(connection, workshop_id, row.id, secret=row.secret), sentence)


def _check_room(room: Room, sentence: str) -> None:
    try:
        for group in ("", *room.tallied):
            room.check_tally(group)
    except RefusedVote as refused:
        raise NotPossibleNow(sentence) from refused


class Attendance:
    """The acts on who is present; each is one line of the journal, and none touches a vote."""

    def __init__(
        self, library: Library, workshop_id: str, practice: PracticeBallot, reader: Reader
    ) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._practice = practice
        self._reader = reader

    def mark(
        self, seat_id: str, presence: Presence | None = None, role: Role | None = None
    ) -> None:
        """Say whether a seat is here, and whether it votes; None leaves that as it is.

        A seat that has voted and leaves keeps its vote and counts in that round. Where it is its
        turn at the wall, the next one is called. Raises NotPossibleNow where hands were counted
        for all seats still out, this one among them.
        """
        with self._library.transaction() as transaction:
            seat = self._seat(transaction, seat_id)
            presence = presence or Presence(seat.presence)
            role = role or Role(seat.role)
            name, values = PRESENCE, {}
            if seat.name:
                name = OBSERVES if role is Role.OBSERVER else OF_NAMED[presence]
                values = {"seat": seat.name}
            before = self._facts(transaction)
            with journal.act(transaction, self._workshop_id, name, **values):
                seat.presence, seat.role = presence.value, role.value
            self._settle(transaction, before)

    def mark_team(self, team_id: str, presence: Presence) -> None:
        """Say of a whole team that it is here, late or gone; who votes stays as it is.

        Raises NotPossibleNow as `mark` does, and then no seat of the team is changed.
        """
        with self._library.transaction() as transaction:
            self._team(transaction, team_id)
            seats = transaction.scalars(
                select(SeatRecord).where(SeatRecord.team_id == team_id).order_by(SeatRecord.id)
            ).all()
            before = self._facts(transaction)
            with journal.act(transaction, self._workshop_id, PRESENCE):
                for seat in seats:
                    seat.presence = presence.value
            self._settle(transaction, before)

    def add_seat(self, team_id: str, name: str = "") -> str:
        """Add a present, voting seat at the end of a team; answers its id.

        Raises NotPossibleNow where the team votes as one, or Flipchart can take no more seats.
        """
        with self._library.transaction() as transaction:
            team = self._team(transaction, team_id)
            if self._facts(transaction).workshop.voter is Voter.TEAM:
                raise NotPossibleNow(ONE_SEAT, team=team.name)
            seats = transaction.scalar(_SEATS, {"of_workshop": self._workshop_id}) or 0
            if seats >= MOST_SEATS:
                raise NotPossibleNow(TOO_MANY_SEATS, seats=seats + 1, most=MOST_SEATS)
            last = transaction.scalar(
                select(func.max(SeatRecord.position)).where(SeatRecord.team_id == team_id)
            )
            seat = SeatRecord(
                id=new_id(),
                team_id=team_id,
                position=0 if last is None else last + 1,
                name=_clean(name) or None,
            )
            with journal.act(transaction, self._workshop_id, ADD_SEAT, team=team.name):
                transaction.add(seat)
            transaction.publish(WorkshopChanged(self._workshop_id))
            return seat.id

    def name_seat(self, seat_id: str, name: str) -> None:
        """Give a seat a name, or take it away with an empty one."""
        with self._library.transaction() as transaction:
            seat = self._seat(transaction, seat_id)
            with journal.act(transaction, self._workshop_id, NAME_SEAT):
                seat.name = _clean(name) or None
            transaction.publish(WorkshopChanged(self._workshop_id))

    def _settle(self, transaction: Transaction, before: Facts) -> None:
        """After a change of who is here: hands must still fit, and the wall calls who is here."""
        connection = transaction.connection()
        check_hands(connection, self._workshop_id)
        if before.practice is not None and before.practice.open:
            room = Room.practising(connection, self._workshop_id, self._practice)
            _check_room(room, HANDS_FIRST)
        turn = before.turn
        if turn is not None:
            self._leave_turn(transaction, before, turn)
        transaction.publish(WorkshopChanged(self._workshop_id))

    def _leave_turn(self, transaction: Transaction, before: Facts, turn: Turn) -> None:
        """Call the next seat where the one whose turn it is at the wall votes no longer."""
        transaction.flush()
        facts = self._reader.facts_inside(transaction.connection())
        if not _here(facts, turn.seat_id):
            wall = transaction.get_one(WallRecord, self._workshop_id)
            # One seat left: the others of a team that was called are not taken for absent with it.
            following = next_out(facts, replace(turn, open=True))
            nameless = not _name(before, turn.seat_id)
            # As when a vote was cast: nameless seats of one team come one after the other.
            stays = (
                following is not None
                and turn.open
                and nameless
                and following[0].id == turn.team_id
                and not following[1].name
            )
            wall.turn_seat_id = following[1].id if following else None
            wall.turn_open = stays
            transaction.publish(WallChanged(self._workshop_id))

    def _seat(self, transaction: Transaction, seat_id: str) -> SeatRecord:
        seat = transaction.scalars(
            select(SeatRecord)
            .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
            .where(SeatRecord.id == seat_id, TeamRecord.workshop_id == self._workshop_id)
        ).one_or_none()
        if seat is None:
            raise NotPossibleNow(NO_SUCH_SEAT)
        return seat

    def _team(self, transaction: Transaction, team_id: str) -> TeamRecord:
        team = transaction.scalars(
            select(TeamRecord).where(
                TeamRecord.id == team_id, TeamRecord.workshop_id == self._workshop_id
            )
        ).one_or_none()
        if team is None:
            raise NotPossibleNow(NO_SUCH_TEAM)
        return team

    def _facts(self, transaction: Transaction) -> Facts:
        """What is known before this transaction writes anything."""
        return self._reader.facts_before(transaction.connection(), whole=False)


def _here(facts: Facts, seat_id: str) -> bool:
    seats = (seat for team in facts.teams for seat in team.everyone)
    return any(
        seat.id == seat_id and seat.presence is Presence.PRESENT and seat.role is Role.VOTING
        for seat in seats
    )


def _name(facts: Facts, seat_id: str) -> str | None:
    seats = (seat for team in facts.teams for seat in team.everyone)
    return next((seat.name for seat in seats if seat.id == seat_id), None)


def _clean(name: str) -> str:
    return " ".join(name.split())
