"""Statistics worked out anew from single votes, as a text book has them, to compare with."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Counted:
    """How often each step was chosen, lowest first, and the don't-knows."""

    counts: tuple[int, ...]
    dont_know: int

    @property
    def single(self) -> list[int]:
        """Each answer by itself, lowest first."""
        return [step for step, count in enumerate(self.counts, 1) for _ in range(count)]

    @property
    def answers(self) -> int:
        return len(self.single)

    @property
    def votes(self) -> int:
        return self.answers + self.dont_know

    @property
    def median(self) -> float | None:
        return float(statistics.median(self.single)) if self.single else None

    @property
    def points(self) -> int | None:
        """100 times one minus twice the mean distance from the median, over the scale's width."""
        if not self.single:
            return None
        middle = Fraction(statistics.median(self.single))
        distance = sum((abs(step - middle) for step in self.single), Fraction(0))
        agreement = 1 - 2 * distance / (self.answers * (len(self.counts) - 1))
        return math.floor(agreement * 100 + Fraction(1, 2))

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """Type 7."""
        if not self.single:
            return None
        if len(self.single) == 1:
            return float(self.single[0]), float(self.single[0])
        first, _, third = statistics.quantiles(self.single, method="inclusive")
        return float(first), float(third)

    @property
    def deviation(self) -> float | None:
        return statistics.stdev(self.single) if self.answers > 1 else None

    @property
    def deviation_share(self) -> float | None:
        """Of the largest one: half of the answers at each end."""
        if self.answers < 2:
            return None
        low = self.answers // 2
        ends = [1] * low + [len(self.counts)] * (self.answers - low)
        return statistics.stdev(self.single) / statistics.stdev(ends)

    @property
    def tastle_wierman(self) -> float | None:
        if not self.single:
            return None
        mean, width = statistics.fmean(self.single), len(self.counts) - 1
        return 1 + statistics.fmean(math.log2(1 - abs(x - mean) / width) for x in self.single)

    @property
    def van_der_eijk(self) -> float | None:
        """Layer by layer, each a pattern of empty and filled steps with its weight."""
        if not self.single:
            return None
        left, found = list(self.counts), 0.0
        while any(left):
            layer = min(count for count in left if count)
            pattern = [int(count > 0) for count in left]
            found += layer * sum(pattern) / self.answers * _of_pattern(pattern)
            left = [count - layer * filled for count, filled in zip(left, pattern, strict=True)]
        return found


def _of_pattern(pattern: Sequence[int]) -> float:
    steps, filled = len(pattern), sum(pattern)
    if filled == 1:
        return 1.0
    unimodal = bimodal = 0
    for i in range(steps):
        for j in range(i + 1, steps):
            for k in range(j + 1, steps):
                three = (pattern[i], pattern[j], pattern[k])
                unimodal += three in {(1, 1, 0), (0, 1, 1)}
                bimodal += three == (1, 0, 1)
    if unimodal + bimodal == 0:
        u = 1.0
    else:
        u = ((steps - 2) * unimodal - (steps - 1) * bimodal) / ((steps - 2) * (unimodal + bimodal))
    return u * (1 - (filled - 1) / (steps - 1))


def mean_score(scores: Sequence[float]) -> Decimal | None:
    """The mean to one decimal, halves up; None of nothing."""
    if not scores:
        return None
    exact = sum((Fraction(score) for score in scores), Fraction(0)) / len(scores)
    tenths = math.floor(exact * 10 + Fraction(1, 2))
    return Decimal(tenths) / 10


def said(value: float | Decimal | None, decimals: int | None = None) -> str:
    """A number as English has it: halves up, and without zeros where no decimals are asked for."""
    if value is None:
        return "–"
    exact = Decimal(repr(float(value)))
    rounded = exact.quantize(
        Decimal(1).scaleb(-(2 if decimals is None else decimals)), ROUND_HALF_UP
    )
    text = f"{rounded:f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text
