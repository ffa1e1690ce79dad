"""Figures: one measured promise each, and the table of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RUNS = 3
"""How often everything is measured, turn by turn with what it is compared to; the best counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One promise: `measured` is at most `goal` times `baseline`, and `beside` more; all in `unit`.

    Without a baseline `goal` is itself in that unit.
    """

    name: str
    measured: float
    goal: float
    baseline: float | None = None
    beside: float = 0.0
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the baseline was measured, after what is granted beside it."""
        return None if self.baseline is None else (self.measured - self.beside) / self.baseline

    @property
    def held(self) -> bool:
        """Whether the promise is kept."""
        return (self.measured if self.ratio is None else self.ratio) <= self.goal


def best(runs: Sequence[float]) -> float:
    """The least of several runs: whatever else the machine did only ever added to it."""
    return min(runs)


def table(figures: Sequence[Figure]) -> str:
    """All figures, one a line."""
    rows = [("figure", "measured", "baseline", "beside", "ratio", "goal", "")]
    rows += [_row(figure) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(figure: Figure) -> tuple[str, str, str, str, str, str, str]:
    ratio = figure.ratio
    return (
        figure.name,
        _amount(figure.measured, figure.unit),
        "" if figure.baseline is None else _amount(figure.baseline, figure.unit),
        _amount(figure.beside, figure.unit) if figure.beside else "",
        "" if ratio is None else f"{ratio:.3g} ×",
        _amount(figure.goal, figure.unit) if ratio is None else f"{figure.goal:g} ×",
        "ok" if figure.held else "MISSED",
    )


def _amount(value: float, unit: str) -> str:
    return f"{value:.2f} {unit}" if value < 10 else f"{value:.1f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *others = row
    cells = [name.ljust(widths[0])]
    cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
    return "  ".join(cells).rstrip()
