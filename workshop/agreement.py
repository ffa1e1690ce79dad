"""Agreement: what the votes on one question have in common, in numbers and in words.

Every function takes the counts per step, lowest first, and nothing else; "don't know" is no step.
Steps are numbered from 1. The statistics also take weights (percentages) in place of counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, combinations
from math import ceil, floor, log2, sqrt
from typing import TypeVar

Number = TypeVar("Number", int, float)
FEWEST_FOR_A_WORD = 5


class AgreementWord(StrEnum):
    """How near the votes are to each other, from nearest to furthest."""

    AGREED = "agreed"
    CLOSE = "close"
    SPREAD = "spread"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Camp:
    """Votes that stand together: their lowest and highest step in use, and how many they are."""

    low: int
    high: int
    votes: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Two camps and how much they explain.

    `ratio` is the sum of the distances to the own camp's median over that to the overall median:
    0 when each camp is of one mind, 1 when the cut explains nothing.
    """

    camps: tuple[Camp, Camp]
    ratio: Fraction


@dataclass(frozen=True, slots=True)
class Agreement:
    """What `describe` says about the votes on one question.

    `word` is None under 5 votes, `agreement` is Leik's 1 − D from 0 to 1 (None without votes),
    `points` the same from 0 to 100, rounded half up. `camps` stand only where the word is split.
    `lone_voices` are (step, votes). `borderline`: one voter moving one step changes the word.
    """

    word: AgreementWord | None
    agreement: float | None
    points: int | None
    camps: tuple[Camp, Camp] | None
    lone_voices: tuple[tuple[int, int], ...]
    borderline: bool


def mean(counts: Sequence[float]) -> float:
    """The arithmetic mean of the steps chosen. Raises ValueError without votes."""
    votes = _votes(counts)
    return sum([count * step for step, count in enumerate(counts, 1)]) / votes


def median(counts: Sequence[float]) -> float:
    """The middle vote; of an even number the half-way between the two middle ones (3.5).

    Raises ValueError without votes.
    """
    half = _votes(counts) / 2
    below = list(accumulate(counts))
    return (bisect_left(below, half) + bisect_right(below, half) + 2) / 2


def quartiles(counts: Sequence[int]) -> tuple[float, float]:
    """The first and third quartile; what lies between is the middle half of the votes.

    Type 7 of Hyndman & Fan 1996 (linear between order statistics, the default of R and NumPy).
    Raises ValueError without votes.
    """
    _votes(counts)
    below = list(accumulate(counts))
    last = below[-1] - 1
    return _order_statistic(below, last), _order_statistic(below, 3 * last)


def standard_deviation(counts: Sequence[float], *, normalised: bool = False) -> float:
    """The standard deviation with n − 1, in steps.

    `normalised` divides it by the largest one that n votes on this scale can have (half of them
    at each end), so that 0 is unanimous and 1 is torn. Raises ValueError under 2 votes.
    """
    votes = _votes(counts)
    if votes < 2:
        raise ValueError("a standard deviation needs at least 2 votes")
    middle = mean(counts)
    squares = [count * (step - middle) ** 2 for step, count in enumerate(counts, 1)]
    deviation = sqrt(sum(squares) / (votes - 1))
    if not normalised:
        return deviation
    lower = floor(votes / 2)
    return deviation / ((len(counts) - 1) * sqrt(lower * (votes - lower) / votes / (votes - 1)))


def leik_agreement(counts: Sequence[float]) -> float:
    """Leik's ordinal consensus 1 − D: 1 unanimous, 0 half of the votes at each end.

    D = 2·Σ min(F, 1 − F)/(k − 1) over the cumulative shares F, which is twice the mean distance
    from the median over the scale's width (Leik 1966, Pacific Sociological Review 9(2):85-90).
    Raises ValueError without votes.
    """
    votes = _votes(counts)
    cumulative = list(accumulate(counts))[:-1]
    return 1 - 2 * _distance(cumulative, votes) / (votes * len(cumulative))


def tastle_wierman(counts: Sequence[float]) -> float:
    """Tastle & Wierman's consensus from 0 to 1: 1 + Σ p·log2(1 − |step − mean|/(k − 1)).

    The width is that of the scale, not of the steps in use (Tastle & Wierman 2007, International
    Journal of Approximate Reasoning 45(3):531-545). Raises ValueError without votes.
    """
    votes = _votes(counts)
    middle, width = mean(counts), len(counts) - 1
    parts = [
        count / votes * log2(1 - abs(step - middle) / width)
        for step, count in enumerate(counts, 1)
        if count
    ]
    return 1 + sum(parts)


def van_der_eijk(counts: Sequence[float]) -> float:
    """Van der Eijk's agreement A: 1 unanimous, 0 evenly spread, −1 half at each end.

    The distribution is taken apart into layers of equal height; A is the mean of the layers'
    own agreements, weighted by their votes (van der Eijk 2001, Quality & Quantity 35(3):325-341).
    Raises ValueError without votes.
    """
    votes = _votes(counts)
    agreement, left = 0.0, list(counts)
    while any(left):
        height = min(filter(None, left))
        layer = tuple(map(bool, left))
        agreement += height * sum(layer) / votes * _layer_agreement(layer)
        left = [count - height if count else count for count in left]
    return agreement


def cuts(counts: Sequence[int]) -> list[Cut]:
    """Every cut between two steps that makes two camps, the lowest cut first.

    Each camp has at least a third of the votes, and their medians are at least
    min(k − 1, max(2, (k − 1)/3)) apart. Flipchart's own rule.
    """
    _votes(counts)
    below = list(accumulate(counts))
    return [_cut(counts, below, at, inner) for at, inner in _partings(below)]


def best_cut(counts: Sequence[int]) -> Cut | None:
    """The cut that parts the votes best, or None where none makes two camps.

    Best is the smallest ratio, then the most equal camps, then the lower cut.
    """
    return min(cuts(counts), key=lambda cut: (cut.ratio, _imbalance(cut)), default=None)


# A scene asks for the same votes several times, and every file of a day does.
@lru_cache(maxsize=1024)
def _described(counts: tuple[int, ...]) -> Agreement:
    below = list(accumulate(counts))
    votes, width = below[-1], len(counts) - 1
    if not votes:
        return Agreement(None, None, None, None, (), borderline=False)
    whole = votes * width
    near = whole - 2 * _distance(below, votes)  # the agreement is near / whole, exactly
    points = (200 * near + whole) // (2 * whole)
    if votes < FEWEST_FOR_A_WORD:
        return Agreement(None, near / whole, points, None, (), borderline=False)
    word = _word(below)
    best = best_cut(counts) if word is AgreementWord.SPLIT else None
    camps = None if best is None else best.camps
    borderline = any(_word(moved) is not word for moved in _one_step_away(below))
    return Agreement(word, near / whole, points, camps, _lone_voices(counts), borderline)


def describe(counts: Sequence[int]) -> Agreement:
    """The votes in words, by Flipchart's own rule.

    Split where the best cut has a ratio of at most 1/3; else agreed from .75, close from .60,
    spread below. Lone voices are votes at least max(2, ⌈(k − 1)/2⌉) from the median while they
    are at most a sixth of the votes (at least one). Under 5 votes there is no word and no voice
    is called lone. Raises ValueError unless there are 2 to 10 steps with no count below 0.
    """
    if not 2 <= len(counts) <= 10 or any(count < 0 for count in counts):
        raise ValueError("counts need 2 to 10 steps, none below 0")
    return _described(tuple(counts))


def _votes(counts: Sequence[float]) -> float:
    votes = sum(counts)
    if not votes > 0:
        raise ValueError("there are no votes")
    return votes


def _order_statistic(below: Sequence[int], quarters: int) -> float:
    """The vote at `quarters`/4 places after the lowest, in line between its neighbours.

    `below` counts the votes up to each step.
    """
    place, rest = divmod(quarters, 4)
    lower = bisect_right(below, place) + 1
    if not rest:
        return float(lower)
    upper = bisect_right(below, place + 1) + 1
    return lower + (upper - lower) * rest / 4


@lru_cache(maxsize=2048)  # every layer of up to ten steps
def _layer_agreement(layer: tuple[bool, ...]) -> float:
    """Unimodality by triples of steps, weakened by the number of steps in use."""
    steps = len(layer)
    triples = list(combinations(layer, 3))
    one_peak = triples.count((True, True, False)) + triples.count((False, True, True))
    two_peaks = triples.count((True, False, True))
    unimodality = 1.0
    if one_peak + two_peaks:
        unimodality = (steps - 2) * one_peak - (steps - 1) * two_peaks
        unimodality /= (steps - 2) * (one_peak + two_peaks)
    return unimodality * (1 - (sum(layer) - 1) / (steps - 1))


# From here on `below` counts the votes up to each step: in whole numbers, so that nothing is
# rounded before it is compared. Σ min(below, votes − below) is the sum of all votes' distances
# from their median, in steps.


def _distance(below: Sequence[Number], votes: Number) -> Number:
    return sum([sum_ if sum_ + sum_ < votes else votes - sum_ for sum_ in below])


def _partings(below: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The steps above which a cut makes two camps, with the votes' distances from the median of
    their own camp, added up.
    """
    votes, width = below[-1], len(below) - 1
    for at in range(1, len(below)):
        low = below[at - 1]
        high = votes - low
        if 3 * low < votes or 3 * high < votes:
            continue
        # The medians are halves of these sums; what they are apart is compared in sixths.
        middles = bisect_left(below, low / 2) + bisect_right(below, low / 2)
        half = low + high / 2
        apart = bisect_left(below, half) + bisect_right(below, half) - middles
        if 3 * apart >= min(6 * width, max(12, 2 * width)):
            yield at, _distance(below[:at], low) + _distance([c - low for c in below[at:]], high)


def _cut(counts: Sequence[int], below: Sequence[int], at: int, inner: int) -> Cut:
    camps = _camp(counts, range(at)), _camp(counts, range(at, len(counts)))
    return Cut(camps, Fraction(inner, _distance(below, below[-1])))


def _camp(counts: Sequence[int], steps: range) -> Camp:
    used = [step for step in steps if counts[step]]
    return Camp(used[0] + 1, used[-1] + 1, sum([counts[step] for step in used]))


def _imbalance(cut: Cut) -> int:
    low, high = cut.camps
    return abs(low.votes - high.votes)


def _word(below: Sequence[int]) -> AgreementWord:
    """Split from a ratio of 1/3 down, else agreed from .75 up, close from .60."""
    votes, width = below[-1], len(below) - 1
    distance = _distance(below, votes)
    if any(3 * inner <= distance for _, inner in _partings(below)):
        return AgreementWord.SPLIT
    if 8 * distance <= votes * width:
        return AgreementWord.AGREED
    return AgreementWord.CLOSE if 5 * distance <= votes * width else AgreementWord.SPREAD


def _one_step_away(below: list[int]) -> Iterator[list[int]]:
    """What one voter moving one step would make of them: one more, or one fewer, up to a step."""
    lower = 0
    for step, sum_ in enumerate(below[:-1]):
        for moved, possible in ((sum_ - 1, sum_ > lower), (sum_ + 1, below[step + 1] > sum_)):
            if possible:
                yield [*below[:step], moved, *below[step + 1 :]]
        lower = sum_


def _lone_voices(counts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    middle, far = median(counts), max(2, ceil((len(counts) - 1) / 2))
    voices = [(step, n) for step, n in enumerate(counts, 1) if n and abs(step - middle) >= far]
    allowed = max(1, sum(counts) // 6)
    return tuple(voices) if sum(n for _, n in voices) <= allowed else ()
