"""Importance: how performance measures up to it, as gaps and as quadrants."""

from __future__ import annotations

from enum import StrEnum


class Quadrant(StrEnum):
    """The four fields of importance × performance (Martilla & James 1977)."""

    FIX_FIRST = "fix_first"
    KEEP_STRONG = "keep_strong"
    LEAVE_FOR_NOW = "leave_for_now"
    EASE_OFF = "ease_off"


def gap(importance: float, performance: float) -> float:
    """Importance − performance, in steps: above 0 where performance falls short."""
    return importance - performance


def quadrant(
    importance: float, performance: float, importance_cut: float, performance_cut: float
) -> Quadrant:
    """The field in which a point lies; a point on a cut line counts as high."""
    high = performance >= performance_cut
    if importance >= importance_cut:
        return Quadrant.KEEP_STRONG if high else Quadrant.FIX_FIRST
    return Quadrant.EASE_OFF if high else Quadrant.LEAVE_FOR_NOW
