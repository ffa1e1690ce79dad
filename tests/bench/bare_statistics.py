"""Bare statistics: what is said of the votes on one question, by NumPy alone.

As one would write it with NumPy and no thought for Flipchart: whole arrays, no loop over votes, and
everything that one voter might change in a single array. It knows nothing that another question
left behind. Its rounding is that of floats, where Flipchart compares whole numbers.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]
HAIR = 1e-9


class Said(NamedTuple):
    """All that wall, console, report and spreadsheet say of the votes on one question."""

    counts: tuple[int, ...]
    dont_know: int
    median: float
    quartiles: tuple[float, float]
    mean: float
    deviation: float
    normalised: float
    leik: float
    tastle_wierman: float
    van_der_eijk: float
    points: int
    word: str
    borderline: bool
    camps: tuple[tuple[int, int, int], ...]
    lone_voices: tuple[tuple[int, int], ...]


def said(answers: Counts, steps: int) -> Said:
    """Everything of the answers, 0 for "don't know", on a scale of at least three steps."""
    chosen = answers[answers > 0]
    counts = np.bincount(chosen, minlength=steps + 1)[1:]
    scale = np.arange(1, steps + 1)
    votes, width, mean = chosen.size, steps - 1, chosen.mean()
    below = counts.cumsum()
    median, low, high = np.percentile(chosen, (50, 25, 75))
    deviation = chosen.std(ddof=1)
    half = votes // 2
    most = width * np.sqrt(half * (votes - half) / votes / (votes - 1))
    leik = 1 - 2 * np.minimum(below, votes - below).sum() / (votes * width)
    used = counts > 0
    shares = counts[used] / votes
    consensus = 1 + (shares * np.log2(1 - np.abs(scale[used] - mean) / width)).sum()
    words, ratios, sizes = _words(np.vstack((below, _one_step_away(below, counts))))
    return Said(
        tuple(counts.tolist()),
        int(answers.size - votes),
        float(median),
        (float(low), float(high)),
        float(mean),
        float(deviation),
        float(deviation / most),
        float(leik),
        float(consensus),
        _van_der_eijk(counts),
        int(np.floor(leik * 100 + 0.5 + HAIR)),
        str(words[0]),
        bool((words != words[0]).any()),
        _camps(counts, ratios[0], sizes[0]) if words[0] == "split" else (),
        _lone_voices(counts, scale, float(median)),
    )


def _one_step_away(below: Counts, counts: Counts) -> Counts:
    """A row of votes up to each step for every move of one voter by one step."""
    moves = np.eye(below.size - 1, below.size, dtype=np.int64)
    up, down = below - moves[counts[:-1] > 0], below + moves[counts[1:] > 0]
    return np.vstack((up, down))


def _words(rows: Counts) -> tuple[NDArray[np.str_], Floats, Counts]:
    """The word of every row, the ratio of each of its cuts, and the votes below each cut.

    Of rows x cuts x steps; the ratio is infinite where a cut makes no two camps.
    """
    votes, width = rows[0, -1], rows.shape[1] - 1
    lower = rows[:, :-1, None]
    low, high = np.minimum(rows[:, None], lower), np.maximum(rows[:, None] - lower, 0)
    sizes = rows[:, :-1]
    inner = _distances(low) + _distances(high)
    whole = np.minimum(rows, votes - rows).sum(axis=1)
    apart = (_middles(high) - _middles(low)) / 2
    camps = (3 * sizes >= votes) & (3 * (votes - sizes) >= votes)
    camps &= apart >= min(width, max(2, width / 3))
    ratios = np.where(camps, inner / np.maximum(whole, 1)[:, None], np.inf)
    leik = 1 - 2 * whole / (votes * width)
    one_mind = np.where(leik >= 0.6 - HAIR, "close", "spread")
    one_mind = np.where(leik >= 0.75 - HAIR, "agreed", one_mind)
    split = ratios.min(axis=1) <= 1 / 3 + HAIR
    return np.where(split, "split", one_mind), ratios, sizes


def _distances(parts: Counts) -> Counts:
    """All votes' distances from the median, added up."""
    distances: Counts = np.minimum(parts, parts[..., -1:] - parts).sum(axis=-1)
    return distances


def _middles(parts: Counts) -> Counts:
    """The two middle votes, added up."""
    total = parts[..., -1:]
    middles: Counts = (2 * parts < total).sum(axis=-1) + (2 * parts <= total).sum(axis=-1)
    return middles


def _camps(counts: Counts, ratios: Floats, sizes: Counts) -> tuple[tuple[int, int, int], ...]:
    """The two camps of the best cut: lowest and highest step in use, and votes."""
    at = int(np.lexsort((np.abs(counts.sum() - 2 * sizes), ratios))[0]) + 1
    used = np.flatnonzero(counts) + 1
    low, high = used[used <= at], used[used > at]
    first, second = int(sizes[at - 1]), int(counts.sum() - sizes[at - 1])
    return (int(low[0]), int(low[-1]), first), (int(high[0]), int(high[-1]), second)


def _lone_voices(counts: Counts, scale: Counts, median: float) -> tuple[tuple[int, int], ...]:
    far = (np.abs(scale - median) >= max(2, np.ceil((scale.size - 1) / 2))) & (counts > 0)
    if counts[far].sum() > max(1, counts.sum() // 6):
        return ()
    return tuple(zip(scale[far].tolist(), counts[far].tolist(), strict=True))


def _van_der_eijk(counts: Counts) -> float:
    """The layers' agreements, weighted by their votes; triples of steps come from one array."""
    steps, votes = counts.size, counts.sum()
    triples = np.array(list(combinations(range(steps), 3)))
    left, out = counts.copy(), 0.0
    while left.any():
        layer = left > 0
        height = left[layer].min()
        first, middle, last = layer[triples].T
        one_peak = int((middle & (first != last)).sum())
        two_peaks = int((first & ~middle & last).sum())
        unimodality = 1.0
        if one_peak + two_peaks:
            unimodality = (steps - 2) * one_peak - (steps - 1) * two_peaks
            unimodality /= (steps - 2) * (one_peak + two_peaks)
        used = layer.sum()
        out += height * used / votes * unimodality * (1 - (used - 1) / (steps - 1))
        left[layer] -= height
    return float(out)
