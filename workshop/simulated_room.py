"""Simulated room: seats with manners of their own, who vote in a rehearsal as people do.

Most vote after a moment; some are quick, some slow, some change their mind, and one or another
leaves. What they answer follows the mood of the room, which is another for every question.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from workshop.facts import Facts, SeatFacts, TeamFacts
from workshop.kinds import Way
from workshop.live import LiveWorkshop
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND
from workshop.question_facts import QuestionFacts
from workshop.voting import Vote

DONT_KNOW = 0
ROUND_LEFT_IN = (4, 12)
"""In which of the day's rounds those who leave do so: from, to."""
SPLIT_ROOMS = 0.2
"""The share of questions that split a simulated room, so that agreeing to differ is practised."""


class Manner(StrEnum):
    """How a seat votes."""

    STEADY = auto()
    QUICK = auto()
    SLOW = auto()
    WAVERING = auto()
    LEAVING = auto()


# How many of twelve seats have a manner; the others are steady.
_OF_TWELVE = {Manner.QUICK: 1, Manner.SLOW: 2, Manner.WAVERING: 2, Manner.LEAVING: 0.6}
# When a vote comes, in seconds after the opening: from, to.
_AFTER_S = {
    Manner.STEADY: (2.0, 14.0),
    Manner.QUICK: (0.2, 1.5),
    Manner.SLOW: (18.0, 70.0),
    Manner.WAVERING: (2.0, 10.0),
    Manner.LEAVING: (3.0, 14.0),
}
_SECOND_THOUGHT_S = (4.0, 12.0)
_MISSES = 0.02
"""How often a seat does not vote at all."""


@dataclass(frozen=True, slots=True)
class Mood:
    """How simulated seats see one question: around which steps, and how far from them."""

    steps: int
    dont_know: bool
    middles: tuple[float, ...]
    spread: float

    @classmethod
    def of(cls, question: QuestionFacts | None, chance: random.Random, *, calmer: bool) -> Mood:
        """A mood for a question, or for the practice vote (None), on a scale of any length.

        Now and then a room is in two camps, unless it is `calmer` after a talk.
        """
        steps = len(question.scale_labels if question else PRACTICE_LABELS)
        of_five = (steps - 1) / 4
        dont_know = question.dont_know if question else True
        camps: tuple[float, ...] = (chance.choice((2, 3, 3, 4, 4)),)
        spread = 0.5 if calmer else chance.choice((0.6, 0.9, 1.4, 1.8))
        if not calmer and chance.random() < SPLIT_ROOMS:
            camps, spread = (1.5, 4.5), 0.5
        middles = tuple(1 + (camp - 1) * of_five for camp in camps)
        return cls(steps, dont_know, middles, spread * of_five)

    def answer(self, chance: random.Random) -> int:
        """What one seat says; 0 is don't know."""
        if self.dont_know and chance.random() < 0.04:
            return DONT_KNOW
        return min(
            self.steps, max(1, round(chance.gauss(chance.choice(self.middles), self.spread)))
        )


@dataclass(frozen=True, slots=True)
class Leaver:
    """A seat whose colleague has just left the room, and the team it was of."""

    seat_id: str
    team: str


class SimulatedRoom:
    """The seats of a rehearsal, in front of one workshop; a seed is a room.

    The last team does not vote by itself where there are two or more: its hands are there to be
    counted. Seats are known by their place, so that the same seed is the same room on any day.
    """

    def __init__(self, live: LiveWorkshop, seed: int) -> None:
        self._live = live
        self._random = random.Random(seed)
        self._manners: dict[str, Manner] = {}
        self._leaves_in: dict[str, int] = {}
        self._gone: set[str] = set()
        self._rounds = 0
        self._round = ""
        self._coming: list[tuple[float, Vote]] = []
        self.mood: Mood | None = None

    def begin(self, round_id: str, facts: Facts, *, calmer: bool = False) -> tuple[Leaver, ...]:
        """A round was opened: each seat makes up its mind. Answers who has left the room by now."""
        if not self._manners:
            self._meet(facts)
        self._round = round_id
        question = None if round_id == PRACTICE_ROUND else facts.question
        self.mood = Mood.of(question, self._random, calmer=calmer)
        self._rounds += 1
        left = self._leave(facts)
        self._coming = []
        for seat in self._voters(facts):
            if not seat.voted:
                self._make_up_mind(seat.id, self.mood)
        self._coming.sort(key=lambda each: each[0])
        return left

    def waits(self, seconds: float) -> bool:
        """Whether a vote comes within `seconds` after the opening that has not come yet."""
        return any(after <= seconds for after, _ in self._coming)

    def come(self, seconds: float) -> int:
        """Cast what comes within `seconds` after the opening; answers how many votes that were."""
        due = [vote for after, vote in self._coming if after <= seconds]
        self._coming = [each for each in self._coming if each[0] > seconds]
        for each in _one_by_one(due):
            self._live.voting.cast(each)
        return len(due)

    def hands(self, team: TeamFacts) -> dict[int, int]:
        """The hands that a team raises, by answer: those of its seats that have not voted."""
        counts: dict[int, int] = {}
        if self.mood is not None:
            for seat in team.seats:
                if not seat.voted and seat.id not in self._gone:
                    answer = self.mood.answer(self._random)
                    counts[answer] = counts.get(answer, 0) + 1
        return counts

    def _meet(self, facts: Facts) -> None:
        seats = [seat.id for seat in self._voters(facts)]
        self._manners = dict.fromkeys(seats, Manner.STEADY)
        strangers = self._random.sample(seats, len(seats))
        for manner, of_twelve in _OF_TWELVE.items():
            for _ in range(round(of_twelve * len(seats) / 12)):
                self._manners[strangers.pop()] = manner
        for seat, manner in self._manners.items():
            if manner is Manner.LEAVING:
                self._leaves_in[seat] = self._random.randint(*ROUND_LEFT_IN)

    def _voters(self, facts: Facts) -> list[SeatFacts]:
        """The seats that vote by themselves, in their order, without those that left."""
        teams = facts.teams[:-1] if len(facts.teams) > 1 else facts.teams
        return [seat for team in teams for seat in team.seats if seat.id not in self._gone]

    def _leave(self, facts: Facts) -> tuple[Leaver, ...]:
        left = []
        for team in facts.teams:
            for seat in team.seats:
                goes = self._leaves_in.get(seat.id, self._rounds + 1) <= self._rounds
                if goes and seat.id not in self._gone:
                    self._gone.add(seat.id)
                    left.append(Leaver(seat.id, team.name))
        return tuple(left)

    def _make_up_mind(self, seat_id: str, mood: Mood) -> None:
        chance = self._random
        if chance.random() < _MISSES:
            return
        # Whoever was not there at the beginning is steady.
        manner = self._manners.get(seat_id, Manner.STEADY)
        after = chance.uniform(*_AFTER_S[manner])
        self._add(after, seat_id, mood)
        if manner is Manner.WAVERING:
            self._add(after + chance.uniform(*_SECOND_THOUGHT_S), seat_id, mood)

    def _add(self, after: float, seat_id: str, mood: Mood) -> None:
        vote = Vote(self._round, seat_id, mood.answer(self._random), Way.WALL)
        self._coming.append((after, vote))


def _one_by_one(votes: Sequence[Vote]) -> list[list[Vote]]:
    """The votes in batches, in each of which a seat votes once: second thoughts come after."""
    batches: list[list[Vote]] = []
    thoughts: Counter[str] = Counter()
    for vote in votes:
        if thoughts[vote.seat_id] == len(batches):
            batches.append([])
        batches[thoughts[vote.seat_id]].append(vote)
        thoughts[vote.seat_id] += 1
    return batches
