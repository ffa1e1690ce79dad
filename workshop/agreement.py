"""Agreement: what the votes on one question have in common, in numbers and in words.

Every function takes the counts per step, lowest first, and nothing else; "don't know" is no step.
Steps are numbered from 1. The statistics also take weights (percentages) in place of counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, combinations
from math import ceil, floor, log2, sqrt

FEWEST_FOR_A_WORD = 5
AGREED_FROM = Fraction(3, 4)
CLOSE_FROM = Fraction(3, 5)
SPLIT_UP_TO = Fraction(1, 3)


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
    return _weighed(counts, lambda step: step) / _votes(counts)


def median(counts: Sequence[float]) -> float:
    """The middle vote; of an even number the half-way between the two middle ones (3.5).

    Raises ValueError without votes.
    """
    half = _votes(counts) / 2
    below = list(accumulate(counts))
    lower = next(step for step, sum_ in enumerate(below, 1) if sum_ >= half)
    upper = next(step for step, sum_ in enumerate(below, 1) if sum_ > half)
    return (lower + upper) / 2


def quartiles(counts: Sequence[int]) -> tuple[float, float]:
    """The first and third quartile; what lies between is the middle half of the votes.

    Type 7 of Hyndman & Fan 1996 (linear between order statistics, the default of R and NumPy).
    Raises ValueError without votes.
    """
    _votes(counts)
    last = sum(counts) - 1
    return _order_statistic(counts, last), _order_statistic(counts, 3 * last)


def standard_deviation(counts: Sequence[float], *, normalised: bool = False) -> float:
    """The standard deviation with n − 1, in steps.

    `normalised` divides it by the largest one that n votes on this scale can have (half of them
    at each end), so that 0 is unanimous and 1 is torn. Raises ValueError under 2 votes.
    """
    votes = _votes(counts)
    if votes < 2:
        raise ValueError("a standard deviation needs at least 2 votes")
    middle = mean(counts)
    deviation = sqrt(_weighed(counts, lambda step: (step - middle) ** 2) / (votes - 1))
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
    return 1 - 2 * sum(min(sum_, votes - sum_) for sum_ in cumulative) / (votes * len(cumulative))


def tastle_wierman(counts: Sequence[float]) -> float:
    """Tastle & Wierman's consensus from 0 to 1: 1 + Σ p·log2(1 − |step − mean|/(k − 1)).

    The width is that of the scale, not of the steps in use (Tastle & Wierman 2007, International
    Journal of Approximate Reasoning 45(3):531-545). Raises ValueError without votes.
    """
    votes = _votes(counts)
    middle, width = mean(counts), len(counts) - 1
    shares = ((step, count / votes) for step, count in enumerate(counts, 1) if count)
    return 1 + sum(share * log2(1 - abs(step - middle) / width) for step, share in shares)


def van_der_eijk(counts: Sequence[float]) -> float:
    """Van der Eijk's agreement A: 1 unanimous, 0 evenly spread, −1 half at each end.

    The distribution is taken apart into layers of equal height; A is the mean of the layers'
    own agreements, weighted by their votes (van der Eijk 2001, Quality & Quantity 35(3):325-341).
    Raises ValueError without votes.
    """
    votes = _votes(counts)
    agreement, left = 0.0, list(counts)
    while any(left):
        height = min(count for count in left if count)
        layer = tuple(bool(count) for count in left)
        agreement += height * sum(layer) / votes * _layer_agreement(layer)
        left = [count - height if count else count for count in left]
    return agreement


def cuts(counts: Sequence[int]) -> list[Cut]:
    """Every cut between two steps that makes two camps, the lowest cut first.

    Each camp has at least a third of the votes, and their medians are at least
    min(k − 1, max(2, (k − 1)/3)) apart. Flipchart's own rule.
    """
    return [cut for at in range(1, len(counts)) if (cut := _cut(counts, at)) is not None]


def best_cut(counts: Sequence[int]) -> Cut | None:
    """The cut that parts the votes best, or None where none makes two camps.

    Best is the smallest ratio, then the most equal camps, then the lower cut.
    """
    return min(cuts(counts), key=lambda cut: (cut.ratio, _imbalance(cut)), default=None)


# A scene asks for the same votes several times, and borderline tries every move: some 2 ms.
@lru_cache(maxsize=1024)
def _described(counts: tuple[int, ...]) -> Agreement:
    votes = sum(counts)
    if not votes:
        return Agreement(None, None, None, None, (), borderline=False)
    exact = _exact_agreement(counts)
    points = floor(exact * 100 + Fraction(1, 2))
    if votes < FEWEST_FOR_A_WORD:
        return Agreement(None, float(exact), points, None, (), borderline=False)
    camps, word = _judged(counts)
    borderline = any(_judged(moved)[1] is not word for moved in _one_step_away(counts))
    return Agreement(word, float(exact), points, camps, _lone_voices(counts), borderline)


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


def _weighed(counts: Sequence[float], value: Callable[[int], float]) -> float:
    return sum(count * value(step) for step, count in enumerate(counts, 1))


def _order_statistic(counts: Sequence[int], quarters: int) -> float:
    """The vote at `quarters`/4 places after the lowest, in line between its neighbours."""
    below = list(accumulate(counts))
    place, rest = divmod(quarters, 4)
    lower = next(step for step, sum_ in enumerate(below, 1) if sum_ > place)
    if not rest:
        return float(lower)
    upper = next(step for step, sum_ in enumerate(below, 1) if sum_ > place + 1)
    return lower + (upper - lower) * rest / 4


def _layer_agreement(layer: Sequence[bool]) -> float:
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


def _exact_agreement(counts: Sequence[int]) -> Fraction:
    votes = sum(counts)
    cumulative = list(accumulate(counts))[:-1]
    distance = sum(min(sum_, votes - sum_) for sum_ in cumulative)
    return 1 - Fraction(2 * distance, votes * len(cumulative))


def _distance(counts: Sequence[int]) -> Fraction:
    """The sum of the distances from the median, in steps."""
    middle = median(counts)
    return Fraction(_weighed(counts, lambda step: abs(step - middle)))


def _cut(counts: Sequence[int], at: int) -> Cut | None:
    """The two camps of a cut above step `at`, or None where they are too small or too near."""
    votes, low_votes = sum(counts), sum(counts[:at])
    if 3 * min(low_votes, votes - low_votes) < votes:
        return None
    low, high = [*counts[:at], *[0] * (len(counts) - at)], [*[0] * at, *counts[at:]]
    width = len(counts) - 1
    apart = min(width, max(2.0, width / 3))
    if median(high) - median(low) < apart:
        return None
    ratio = (_distance(low) + _distance(high)) / _distance(counts)
    return Cut((_camp(low), _camp(high)), ratio)


def _camp(counts: Sequence[int]) -> Camp:
    used = [step for step, count in enumerate(counts, 1) if count]
    return Camp(used[0], used[-1], sum(counts))


def _imbalance(cut: Cut) -> int:
    low, high = cut.camps
    return abs(low.votes - high.votes)


def _judged(counts: Sequence[int]) -> tuple[tuple[Camp, Camp] | None, AgreementWord]:
    cut = best_cut(counts)
    if cut is not None and cut.ratio <= SPLIT_UP_TO:
        return cut.camps, AgreementWord.SPLIT
    exact = _exact_agreement(counts)
    if exact >= AGREED_FROM:
        return None, AgreementWord.AGREED
    return None, AgreementWord.CLOSE if exact >= CLOSE_FROM else AgreementWord.SPREAD


def _one_step_away(counts: Sequence[int]) -> Iterator[list[int]]:
    """All distributions that one voter moving one step would make."""
    for step in range(len(counts) - 1):
        for source, target in ((step, step + 1), (step + 1, step)):
            if counts[source]:
                moved = list(counts)
                moved[source] -= 1
                moved[target] += 1
                yield moved


def _lone_voices(counts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    middle, far = median(counts), max(2, ceil((len(counts) - 1) / 2))
    voices = [(step, n) for step, n in enumerate(counts, 1) if n and abs(step - middle) >= far]
    allowed = max(1, sum(counts) // 6)
    return tuple(voices) if sum(n for _, n in voices) <= allowed else ()
