"""Tally: from counted answers to the distribution of one round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workshop import agreement as statistics
from workshop.agreement import Agreement, describe

DONT_KNOW = 0


@dataclass(frozen=True, slots=True)
class Distribution:
    """How often each step was chosen, lowest first, and how many said "don't know"."""

    counts: tuple[int, ...]
    dont_know: int = 0

    @classmethod
    def of(cls, steps: int, rows: Iterable[tuple[int, int]]) -> Distribution:
        """Add up (answer, count) rows, several of an answer too, on a scale of `steps` steps.

        Answer 0 is "don't know". Raises ValueError for an answer beyond the scale.
        """
        counts = [0] * (steps + 1)
        for answer, count in rows:
            if not DONT_KNOW <= answer <= steps:
                raise ValueError(f"answer {answer} is not on a scale of {steps} steps")
            counts[answer] += count
        return cls(tuple(counts[1:]), counts[DONT_KNOW])

    @property
    def steps(self) -> int:
        """How many steps the scale has."""
        return len(self.counts)

    @property
    def votes(self) -> int:
        """All votes, the don't-knows among them."""
        return self.answers + self.dont_know

    @property
    def answers(self) -> int:
        """The votes that chose a step: what every statistic rests on."""
        return sum(self.counts)

    @property
    def median(self) -> float | None:
        """The middle answer, a half step where it lies between two; None without answers."""
        return statistics.median(self.counts) if self.answers else None

    @property
    def agreement(self) -> Agreement:
        """How near the answers are to each other."""
        return describe(self.counts)

    @property
    def lowest(self) -> int | None:
        """The lowest step in use; None without answers."""
        return next((step for step, count in enumerate(self.counts, 1) if count), None)

    @property
    def highest(self) -> int | None:
        """The highest step in use; None without answers."""
        used = [step for step, count in enumerate(self.counts, 1) if count]
        return used[-1] if used else None
