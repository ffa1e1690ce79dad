"""Statistics: all that Flipchart says of the votes on a question, beside bare NumPy."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from tests.bench import bare_statistics
from tests.bench.bare_statistics import HAIR, Said
from tests.bench.figures import RUNS, Figure, best
from workshop import agreement
from workshop.tally import Distribution

GOAL = 2.0
QUESTIONS, SEATS, STEPS = 1200, 200, 5
DONT_KNOW_SHARE = 0.1


def figures(folder: Path) -> Iterator[Figure]:
    """From the votes of all questions to everything that is said of them, all in memory.

    Each run has votes of its own, so that nothing helps that the one before left behind.
    """
    ours: list[float] = []
    theirs: list[float] = []
    for run in range(RUNS):
        votes = _votes(random.Random(run))
        arrays = [np.array(each) for each in votes]
        began = perf_counter()
        said = [_said(each) for each in votes]
        ours.append((perf_counter() - began) * 1000)
        began = perf_counter()
        bare = [bare_statistics.said(each, STEPS) for each in arrays]
        theirs.append((perf_counter() - began) * 1000)
        for each, other in zip(said, bare, strict=True):
            _compare(each, other)
    name = f"{QUESTIONS} questions x {SEATS} seats: all their statistics"
    yield Figure(name, best(ours), GOAL, best(theirs))


def _votes(chance: random.Random) -> list[list[int]]:
    """Answers of every shape that a room can have: one hill, two camps, anything between."""
    return [_answers(chance) for _ in range(QUESTIONS)]


def _answers(chance: random.Random) -> list[int]:
    weights = [chance.random() ** 3 for _ in range(STEPS)]
    answers = chance.choices(range(1, STEPS + 1), weights, k=SEATS)
    return [0 if chance.random() < DONT_KNOW_SHARE else answer for answer in answers]


def _said(votes: Sequence[int]) -> Said:
    distribution = Distribution.of(STEPS, Counter(votes).items())
    counts, described = distribution.counts, distribution.agreement
    median = distribution.median
    assert median is not None
    assert described.word is not None
    assert described.points is not None
    return Said(
        counts,
        distribution.dont_know,
        median,
        agreement.quartiles(counts),
        agreement.mean(counts),
        agreement.standard_deviation(counts),
        agreement.standard_deviation(counts, normalised=True),
        agreement.leik_agreement(counts),
        agreement.tastle_wierman(counts),
        agreement.van_der_eijk(counts),
        described.points,
        described.word.value,
        described.borderline,
        tuple((camp.low, camp.high, camp.votes) for camp in described.camps or ()),
        described.lone_voices,
    )


def _compare(ours: Said, theirs: Said) -> None:
    """Raises RuntimeError unless both say the same: else it would be another work."""
    for name, one, other in zip(Said._fields, ours, theirs, strict=True):
        near = isinstance(one, float) and isinstance(other, float) and abs(one - other) < HAIR
        if not near and one != other:
            raise RuntimeError(f"{name}: {one} is not {other}, of {ours.counts}")
