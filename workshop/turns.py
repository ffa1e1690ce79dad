"""Turns: whose turn it is at the wall, and the votes that come by tapping there."""

from __future__ import annotations

from sqlalchemy import update

from workshop.errors import NotPossibleNow
from workshop.events import WallChanged
from workshop.facts import Facts, SeatFacts, TeamFacts, Turn
from workshop.kinds import Way
from workshop.library import Library, Writing
from workshop.practice import PRACTICE_ROUND, PracticeBallot
from workshop.readings.day import read_scene_day
from workshop.receipts import Receipts
from workshop.records import WallRecord
from workshop.steps import State, day_state
from workshop.voting import CastVote, Vote, cast_in
from workshop.words import mark

NOT_OPEN = mark("Teams vote at the screen while a vote is open. Open the vote first.")
IS_CLOSED = mark("This vote is closed. V opens it again.")
NO_PAD = mark(
    "A number pad has no key above {most}. Let them vote at the screen, by phone or on paper."
)
PAD_KEYS = 9
NOBODY = mark("Nobody is here to vote. Ctrl P says who is present.")
ALL_IN = mark("Every seat has voted. There is nobody left to come to the screen.")


class Turns:
    """Voting at the wall: a team is called, its seats vote one by one, then the next team's."""

    def __init__(
        self, library: Library, workshop_id: str, practice: PracticeBallot, receipts: Receipts
    ) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._practice = practice
        self._receipts = receipts

    def call(self, team_id: str | None = None, *, pad: bool = False) -> None:
        """Show the hand-over for `team_id`, or for the first team with seats still out.

        With `pad` they vote on a number pad, where nobody sees what is pressed; all the turns that
        follow are taken there too.

        Raises NotPossibleNow where no vote is open, every vote is in or nobody is here.
        """
        with self._library.writing() as writing:
            facts = self._facts(writing)
            here = day_state(facts)
            if here not in (State.OPEN, State.PRACTICE_OPEN):
                raise NotPossibleNow(IS_CLOSED if here is State.CLOSED else NOT_OPEN)
            if pad and facts.question and len(facts.question.scale_labels) > PAD_KEYS:
                raise NotPossibleNow(NO_PAD, most=PAD_KEYS)
            seat = _first_out(facts, team_id)
            if seat is None:
                raise NotPossibleNow(ALL_IN if facts.expected else NOBODY)
            self._set(writing, seat.id, opened=False)
            self._take_to_pad(writing, pad=pad)

    def open(self) -> None:
        """The seat is at the screen: show the targets."""
        with self._library.writing() as writing:
            facts = self._facts(writing)
            if facts.turn is not None:
                self._set(writing, facts.turn.seat_id, opened=True)

    def answer(self, answer: int) -> CastVote | None:
        """The tap at the wall: keep the vote and go on to the next seat, in one transaction.

        None where it is nobody's turn. Raises LibraryError where the disk refuses: nothing was
        kept and the same seat can tap again.
        """
        with self._library.writing() as writing:
            facts = self._facts(writing)
            if facts.turn is None or not facts.turn.open:
                return None
            round_id = facts.round.id if facts.round else PRACTICE_ROUND
            vote = Vote(round_id, facts.turn.seat_id, answer, Way.WALL)
            (cast,) = cast_in(writing, self._workshop_id, [vote], self._practice, self._receipts)
            if cast.kept:
                self._go_on(writing, self._facts(writing), facts.turn)
            return cast

    def skip(self) -> None:
        """Call the next seat: the one whose turn it is is not here.

        Where a team is called and none of its seats has a name, the next team is called.
        """
        with self._library.writing() as writing:
            facts = self._facts(writing)
            if facts.turn is not None:
                self._go_on(writing, facts, facts.turn)

    def end(self) -> None:
        """Show the question again."""
        with self._library.writing() as writing:
            self._set(writing, None, opened=False)

    def _go_on(self, writing: Writing, facts: Facts, turn: Turn) -> None:
        following = next_out(facts, turn)
        if following is None:
            self._set(writing, None, opened=False)
            return
        team, seat = following
        # Nameless seats of one team come one after the other; a name or a new team is called.
        stays = turn.open and team.id == turn.team_id and seat.name is None
        self._set(writing, seat.id, opened=stays and not _name(facts, turn))

    def _facts(self, writing: Writing) -> Facts:
        return read_scene_day(writing.connection, self._workshop_id, self._practice)

    def _set(self, writing: Writing, seat_id: str | None, *, opened: bool) -> None:
        writing.connection.execute(
            update(WallRecord)
            .where(WallRecord.workshop_id == self._workshop_id)
            .values(turn_seat_id=seat_id, turn_open=opened, back=0)
        )
        writing.publish(WallChanged(self._workshop_id))

    def _take_to_pad(self, writing: Writing, *, pad: bool) -> None:
        writing.connection.execute(
            update(WallRecord)
            .where(WallRecord.workshop_id == self._workshop_id)
            .values(turn_pad=pad, held=None, held_since=None)  # it must be seen whose turn it is
        )


def _first_out(facts: Facts, team_id: str | None) -> SeatFacts | None:
    for team in facts.teams:
        if team_id in (None, team.id) and (out := _out(facts, team)):
            return out[0]
    return None


def _out(facts: Facts, team: TeamFacts) -> list[SeatFacts]:
    """Seats without a vote of their own; none once tallied hands are all that was still out."""
    whole_room = sum(count for _, count in facts.whole_room)
    voted = sum(each.voted for each in facts.teams) + whole_room
    # Of a secret round that was opened again some votes are known in number only.
    free = facts.expected - (facts.round.votes_in if facts.round else voted)
    if free <= 0 or team.voted >= team.expected:
        return []
    return [seat for seat in team.seats if not seat.voted]


def next_out(facts: Facts, turn: Turn) -> tuple[TeamFacts, SeatFacts] | None:
    """Who comes to the screen after this turn; None where nobody is still out."""
    at, team = next((n, team) for n, team in enumerate(facts.teams) if team.id == turn.team_id)
    ids = [seat.id for seat in team.seats]
    after = set(ids[ids.index(turn.seat_id) + 1 :] if turn.seat_id in ids else ids)
    # Nobody of the team came when it was called: its other nameless seats are not here either.
    absent = not turn.open and not _name(facts, turn)
    for seat in _out(facts, team):
        if seat.id in after and not (absent and seat.name is None):
            return team, seat
    for other in facts.teams[at + 1 :] + facts.teams[:at]:
        if out := _out(facts, other):
            return other, out[0]
    return None


def _name(facts: Facts, turn: Turn) -> str | None:
    seats = (seat for team in facts.teams for seat in team.seats)
    return next((seat.name for seat in seats if seat.id == turn.seat_id), None)
