"""Uncertainty: how far a result could be off, for the missing voters or for a larger group.

The voters are usually the whole group: then only the bounds for the missing say something. The
intervals are for a facilitator who says that the voters stand for more people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, sqrt
from statistics import NormalDist


@dataclass(frozen=True, slots=True)
class MedianInterval:
    """The ranks, counted from the lowest vote, between which the median lies with `coverage`."""

    lower_rank: int
    upper_rank: int
    coverage: float


def mean_bounds(counts: Sequence[int], missing: int) -> tuple[float, float]:
    """The mean if all `missing` voters had chosen the lowest step, and the highest.

    Worst-case bounds (Manski 1989). Raises ValueError where nobody voted and nobody is missing.
    """
    votes = sum(counts) + missing
    if not votes:
        raise ValueError("there are no voters")
    total = sum(step * count for step, count in enumerate(counts, 1))
    return (total + missing) / votes, (total + missing * len(counts)) / votes


def wilson_interval(chosen: int, votes: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval for a share, from 0 to 1 (Newcombe 1998).

    Raises ValueError without votes.
    """
    if votes <= 0:
        raise ValueError("there are no votes")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, stretch = chosen / votes, 1 + z * z / votes
    middle = (share + z * z / (2 * votes)) / stretch
    half = z * sqrt(share * (1 - share) / votes + z * z / (4 * votes * votes)) / stretch
    return max(0.0, middle - half), min(1.0, middle + half)


def median_interval(votes: int, confidence: float = 0.95) -> MedianInterval | None:
    """The narrowest pair of equally deep ranks that holds the median with `confidence`.

    Exact, by the binomial distribution of order statistics; None where too few voted (5 at 95 %).
    """
    tail, rank = 0, 0
    # Whole numbers out of 2^n: `tail` are the cases in which fewer than `rank` lie below.
    while rank < votes // 2 and 2 * (tail + comb(votes, rank)) <= (1 - confidence) * 2**votes:
        tail += comb(votes, rank)
        rank += 1
    if not rank:
        return None
    return MedianInterval(rank, votes + 1 - rank, 1 - 2 * tail / 2**votes)
