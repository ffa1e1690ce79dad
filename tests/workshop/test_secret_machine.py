"""A state machine votes secretly in any order: no vote is lost, none counts twice."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.conftest import collect_garbage
from tests.days import Day, HandClock
from tests.machines import play
from tests.workshop.secret import WORDS, now, presence, rows, secret_day
from workshop.creation import NewTeam
from workshop.errors import RefusedVote
from workshop.kinds import RoundState
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.question_facts import RoundFacts


class SecretMachine(RuleBasedStateMachine):
    """One question's secret rounds in any order; `votes` is what was acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="flipchart-secret-"))
        self.votes: dict[str, int] = {}
        self.fixed: set[str] = set()
        self.hands: Counter[int] = Counter()
        self.sealed_hands: Counter[int] = Counter()

    @initialize()
    def begin(self) -> None:
        self.day = secret_day(self.folder, (NewTeam("Front desk", 3), NewTeam("Nursing", 4)))
        self.seats = self.day.seats()

    def round(self) -> RoundFacts:
        return now(self.day)

    def free(self) -> int:
        present = [seat for seat in self.day.seats() if seat not in self.votes]
        return len(present) - self.hands.total() - self.sealed_hands.total()

    @rule(place=st.integers(0, 6), answer=st.integers(0, 5))
    def cast(self, place: int, answer: int) -> None:
        seat = self.seats[place]
        new, present = seat not in self.votes, self.present(seat)
        possible = present and (self.free() > 0 if new else seat not in self.fixed)
        (cast,) = self.day.cast((self.round().id, seat, answer))
        assert cast.kept == (possible and self.round().state is RoundState.OPEN)
        if cast.kept:
            self.votes[seat] = answer

    def present(self, seat: str) -> bool:
        with self.day.library.reading() as connection:
            row = connection.exec_driver_sql("SELECT presence FROM seat WHERE id = ?", (seat,))
            return bool(row.scalar_one() == "present")

    @precondition(lambda self: self.round().state is RoundState.OPEN)
    @rule(answer=st.integers(0, 5), count=st.integers(0, 4))
    def raise_hands(self, answer: int, count: int) -> None:
        room = self.free() + self.hands.total()
        try:
            self.day.live.voting.put_tally(self.round().id, "", {answer: count})
        except RefusedVote:
            assert count > room
            return
        self.hands = Counter({answer: count})

    @rule(place=st.integers(0, 6))
    def hand_over(self, place: int) -> None:
        self.day.live.receipts.renew(self.seats[place])
        self.fixed |= {self.seats[place]} & set(self.votes)

    @rule()
    def crash(self) -> None:
        self.day.library.close()
        library = Library.open(self.day.library.path, clock=HandClock())
        self.day = Day(library, LiveWorkshop(library, self.day.live.id, WORDS))
        self.fixed |= set(self.votes)

    @rule(place=st.integers(0, 6))
    def leave(self, place: int) -> None:
        if len(self.day.seats()) > 5 and self.free() > 0:
            presence(self.day, self.seats[place], "gone")

    @rule(place=st.integers(0, 6))
    def come_back(self, place: int) -> None:
        presence(self.day, self.seats[place], "present")

    @precondition(lambda self: self.round().state is RoundState.OPEN)
    @rule()
    def close(self) -> None:
        self.day.live.facilitation.next()
        self.fixed |= set(self.votes)
        self.sealed_hands += self.hands
        self.hands.clear()
        assert rows(self.day, "SELECT * FROM sealed") == []

    @precondition(lambda self: self.round().state is RoundState.CLOSED)
    @rule()
    def open_again(self) -> None:
        self.day.live.facilitation.vote_again()

    @precondition(
        lambda self: self.round().state is RoundState.CLOSED and self.round().votes_in >= 5
    )
    @rule()
    def reveal_and_go_on(self) -> None:
        self.day.live.facilitation.next()
        result = self.round().result
        assert result is not None
        given = Counter(self.votes.values()) + self.sealed_hands
        assert result.dont_know == given[0]
        assert list(result.counts) == [given[step] for step in range(1, 6)]
        assert rows(self.day, "SELECT * FROM voted") == []
        self.votes, self.fixed, self.sealed_hands = {}, set(), Counter()
        for seat in self.seats:
            presence(self.day, seat, "present")
        self.day.live.facilitation.vote_again()

    @invariant()
    def every_vote_is_counted_once(self) -> None:
        all_in = len(self.votes) + self.hands.total() + self.sealed_hands.total()
        assert self.round().votes_in == all_in
        seats = {row[0] for row in rows(self.day, "SELECT seat_id FROM voted")}
        assert seats == set(self.votes)

    def teardown(self) -> None:
        self.day.library.close()
        shutil.rmtree(self.folder)
        collect_garbage()


TestSecretMachine = SecretMachine.TestCase
TestSecretMachine.settings = play(examples=15, steps=25)
