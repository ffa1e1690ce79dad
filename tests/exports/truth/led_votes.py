"""A room that votes through the door, by chance: alone, by hand, on paper, twice, and leaving."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Final

from workshop.errors import NotPossibleNow, RefusedVote
from workshop.facts import Facts, TeamFacts
from workshop.kinds import Presence, Role, Voter, Way
from workshop.live import LiveWorkshop
from workshop.question_facts import QuestionFacts
from workshop.voting import Vote

ALIKE, SPLIT, SPREAD, UNSURE, SILENT = range(5)
OWN: Final = (Way.WALL, Way.PHONE, Way.PAPER, Way.FOR_SOMEONE)
COUNTED: Final = (Way.HANDS, Way.PAPER)


class LedVotes:
    """Casts votes and keeps what was acknowledged: by round each seat's last answer, and the
    tally of each group and way.
    """

    def __init__(self, live: LiveWorkshop, rng: random.Random) -> None:
        self.live = live
        self.rng = rng
        self._own: dict[str, dict[str, int]] = {}
        self._tallied: dict[str, dict[tuple[str, Way, int], Counter[int]]] = {}
        self._sealings = 0

    def counted(self, round_id: str) -> Counter[int]:
        """How often each answer was acknowledged in a round; 0 is don't know."""
        found = Counter(self._own.get(round_id, {}).values())
        for counts in self._tallied.get(round_id, {}).values():
            found += counts
        return found

    def vote(self, facts: Facts) -> None:
        """Some of the seats vote in the open round, in one manner the whole room shares."""
        assert facts.question is not None, "a round is open"
        assert facts.round is not None, "a round is open"
        # What a close has sealed is not replaced by what is counted after it.
        self._sealings += facts.round.secret
        shape = self.rng.choice((ALIKE, ALIKE, SPLIT, SPREAD, SPREAD, UNSURE, SILENT))
        if shape == SILENT:
            return
        whole_room: Counter[int] = Counter()
        by_seat = facts.workshop.voter is Voter.TEAM
        for team in facts.teams:
            still = [s.id for s in team.seats if not s.voted and self.rng.random() < 0.9]
            answers = [self._answer(facts.question, shape) for _ in still]
            chance = 1.0 if by_seat else self.rng.random()
            if chance < 0.2:
                self._tally(facts.round.id, team.id, Counter(answers))
            elif chance < 0.28:
                whole_room += Counter(answers)
            else:
                self._cast(facts.round.id, still, answers)
        if whole_room:
            self._tally(facts.round.id, "", whole_room)
        self._afterwards(facts.question, facts.round.id, facts.teams)

    def _afterwards(
        self, question: QuestionFacts, round_id: str, teams: Sequence[TeamFacts]
    ) -> None:
        """Some change their mind, one comes to the wall, and one leaves with its vote left in."""
        own = sorted(self._own.get(round_id, {}))
        if own and self.rng.random() < 0.3:
            again = self.rng.sample(own, min(2, len(own)))
            self._cast(round_id, again, [self._answer(question, SPREAD) for _ in again])
        if self.rng.random() < 0.1:
            self._at_the_wall(question, round_id)
        if self.rng.random() < 0.1:
            team = self.rng.choice(teams)
            if team.seats:
                self._refusable(team.seats[0].id, self.rng.choice(list(Presence)))

    def _refusable(self, seat_id: str, presence: Presence) -> None:
        try:
            self.live.attendance.mark(seat_id, presence, Role.VOTING)
        except NotPossibleNow:  # hands were counted that include it
            return

    def _at_the_wall(self, question: QuestionFacts, round_id: str) -> None:
        """The first seat that is still out taps at the wall."""
        facts = self.live.facts(whole=False)
        if facts.round is None or facts.round.votes_in >= facts.expected:
            return
        self.live.turns.call()
        self.live.turns.open()
        answer = self._answer(question, SPREAD)
        cast = self.live.turns.answer(answer)
        if cast is not None and cast.kept:
            self._own.setdefault(round_id, {})[cast.vote.seat_id] = answer
        self.live.turns.end()

    def _cast(self, round_id: str, seats: Sequence[str], answers: Sequence[int]) -> None:
        votes = [
            Vote(round_id, seat, answer, self.rng.choice(OWN))
            for seat, answer in zip(seats, answers, strict=True)
        ]
        for cast in self.live.voting.cast(votes):
            if cast.kept:
                self._own.setdefault(round_id, {})[cast.vote.seat_id] = cast.vote.answer

    def _tally(self, round_id: str, group: str, counts: Counter[int]) -> None:
        way = self.rng.choice(COUNTED)
        try:
            self.live.voting.put_tally(round_id, group, counts, way)
        except RefusedVote:  # more than are still out, where others were counted before
            return
        self._tallied.setdefault(round_id, {})[group, way, self._sealings] = Counter(counts)

    def _answer(self, question: QuestionFacts, shape: int) -> int:
        steps = len(question.scale_labels)
        unsure = 1.0 if shape == UNSURE else 0.1
        if question.dont_know and self.rng.random() < unsure:
            return 0
        if shape == ALIKE:
            return min(steps, max(1, round(self.rng.gauss(steps / 2 + 1, 0.6))))
        return self.rng.choice((1, steps)) if shape == SPLIT else self.rng.randint(1, steps)
