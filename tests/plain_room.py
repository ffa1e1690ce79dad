"""A plain model of a voting room: who is here, what was voted, and what an undo puts back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from workshop.kinds import Presence, Role, RoundState, Way

STEPS = 5
FEWEST_SECRET = 5
Given = tuple[int, Way]
HERE = (Presence.PRESENT, Role.VOTING)


@dataclass
class Ballots:
    """The votes of one round. Of a secret one `sealed` and `lost` seats can change no more.

    `loose` are hands that were sealed: nobody's votes, as far as the room knows.
    """

    own: dict[str, Given] = field(default_factory=dict)
    tally: dict[tuple[str, Way], Counter[int]] = field(default_factory=dict)
    sealed: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    loose: Counter[int] = field(default_factory=Counter)

    def hands(self, group: str | None = None) -> int:
        """Votes tallied for a group, or for all."""
        return sum(row.total() for (of, _), row in self.tally.items() if group in (None, of))

    def answers(self) -> Counter[int]:
        """How often each answer was given."""
        found = Counter(answer for answer, _ in self.own.values()) + self.loose
        for row in self.tally.values():
            found += row
        return found

    def put(self, group: str, way: Way, counts: Mapping[int, int]) -> None:
        self.tally[group, way] = +Counter(counts)
        if not self.tally[group, way]:
            del self.tally[group, way]


@dataclass
class Place:
    """What acts change and an undo puts back: the round at hand, and who is here."""

    round_id: str
    states: dict[str, RoundState]
    here: dict[str, tuple[Presence, Role]]
    at_close: dict[str, frozenset[str]] = field(default_factory=dict)


class PlainRoom:
    """One question's rounds in a room of teams, by the rules as they are written in the papers."""

    def __init__(self, round_id: str, teams: Mapping[str, Iterable[str]], *, secret: bool) -> None:
        self.secret = secret
        self.team_of = {seat: team for team, seats in teams.items() for seat in seats}
        here = dict.fromkeys(self.team_of, HERE)
        self.place = Place(round_id, {round_id: RoundState.OPEN}, here)
        self.ballots = {round_id: Ballots()}
        self.done: list[tuple[Place, Place]] = []
        self.undone: list[tuple[Place, Place]] = []

    @property
    def now(self) -> Ballots:
        return self.ballots[self.place.round_id]

    @property
    def state(self) -> RoundState:
        return self.place.states[self.place.round_id]

    @property
    def votes(self) -> int:
        return self.now.answers().total()

    def counting(self) -> frozenset[str]:
        """Seats that are present and voting, and those that voted and left since."""
        here = {seat for seat, what in self.place.here.items() if what == HERE}
        return frozenset(here | set(self.now.own))

    def expected(self) -> int:
        """What "of 24" says: frozen at the close, but never less than there are votes."""
        if self.state is RoundState.OPEN:
            return len(self.counting())
        return max(len(self.place.at_close[self.place.round_id]), self.votes)

    def free(self, team: str | None = None) -> int:
        """Seats here without a vote of their own."""
        return sum(
            what == HERE and seat not in self.now.own and team in (None, self.team_of[seat])
            for seat, what in self.place.here.items()
        )

    def room_for(self, group: str) -> int:
        """How many more votes without a seat there is room for."""
        left = self.free() - self.now.hands() - self.now.loose.total()
        return min(left, self.free(group) - self.now.hands(group)) if group else left

    def fits(self) -> bool:
        """Whether all tallied hands have seats; asked of an open round only."""
        groups = {group for group, _ in self.now.tally} | {""}
        return self.state is not RoundState.OPEN or all(self.room_for(g) >= 0 for g in groups)

    def may_cast(self, seat: str, answer: int, before: Ballots) -> bool:
        """Whether the entrance keeps this vote; `before` is what was there before its batch."""
        if self.state is not RoundState.OPEN or not 0 <= answer <= STEPS:
            return False
        if self.place.here.get(seat) != HERE:
            return False
        if seat in before.own:
            return seat not in before.sealed | before.lost
        return seat in self.now.own or self.room_for(self.team_of[seat]) > 0

    def cast(self, votes: Iterable[tuple[str, int, Way]]) -> list[bool]:
        """Cast a batch; which of it is kept."""
        before, kept = deepcopy(self.now), []
        for seat, answer, way in votes:
            kept.append(self.may_cast(seat, answer, before))
            if kept[-1]:
                self.now.own[seat] = (answer, way)
        return kept

    def put_tally(self, group: str, way: Way, counts: Mapping[int, int]) -> bool:
        """Replace a row of the tally; whether that was possible."""
        kept = deepcopy(self.now)
        self.now.put(group, way, counts)
        good = self.state is RoundState.OPEN and all(0 <= answer <= STEPS for answer in counts)
        if good and self.fits():
            return True
        self.ballots[self.place.round_id] = kept
        return False

    def begin(self) -> Place:
        """The place before an act."""
        return deepcopy(self.place)

    def end(self, before: Place) -> None:
        """Write an act down; one that changed nothing leaves no line."""
        if before != self.place:
            self.done.append((before, deepcopy(self.place)))
            self.undone.clear()

    def close(self) -> None:
        before = self.begin()
        self.place.states[self.place.round_id] = RoundState.CLOSED
        self.place.at_close[self.place.round_id] = self.counting()
        self.end(before)
        if self.secret:
            self._seal(self.now)

    def reveal(self) -> None:
        before = self.begin()
        self.place.states[self.place.round_id] = RoundState.REVEALED
        self.end(before)
        if self.secret:
            self._forget()

    def may_open(self, round_id: str) -> bool:
        """Whether this round can be opened: enough seats for a secret one, all hands with seats."""
        there = self.begin()
        self.place.round_id = round_id
        self.ballots.setdefault(round_id, Ballots())
        self.place.states[round_id] = RoundState.OPEN
        can = self.fits() and not (self.secret and len(self.counting()) < FEWEST_SECRET)
        self.place = there
        return can

    def open(self, round_id: str) -> None:
        before = self.begin()
        self.place.round_id = round_id
        self.place.states[round_id] = RoundState.OPEN
        self.ballots.setdefault(round_id, Ballots())
        self.end(before)

    def turn(self, *, forward: bool) -> bool:
        """Undo or redo; False where there is nothing to turn."""
        source, target = (self.undone, self.done) if forward else (self.done, self.undone)
        if not source:
            return False
        entry = source.pop()
        target.append(entry)
        begun = set(self.place.states)
        self.place = deepcopy(entry[1] if forward else entry[0])
        for parked in begun - set(self.place.states):
            self.place.states[parked] = RoundState.NOT_OPENED
        return True

    def let_stand(self, seats: Iterable[str]) -> None:
        """The newest act added these seats and stays for good: they are there in every place."""
        self.done.pop()
        for places in self.done + self.undone:
            for place in places:
                for seat in seats:
                    place.here.setdefault(seat, HERE)

    def seal_what_an_undo_closed(self) -> None:
        for round_id, ballots in self.ballots.items():
            left = set(ballots.own) - ballots.sealed or ballots.tally
            if self.secret and left and self.place.states.get(round_id) is not RoundState.OPEN:
                self._seal(ballots)

    def crash(self) -> None:
        """What was in memory is gone: the tokens of the seats."""
        if self.secret:
            for ballots in self.ballots.values():
                ballots.lost |= set(ballots.own)

    def _seal(self, ballots: Ballots) -> None:
        ballots.sealed |= set(ballots.own)
        for row in ballots.tally.values():
            ballots.loose += row
        ballots.tally.clear()
        self._forget()

    def _forget(self) -> None:
        self.done.clear()
        self.undone.clear()
