"""Agenda order: which agenda items stand where, whatever else is moved (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.kinds import ItemKind

RANKS = {
    ItemKind.OPENING: 0,
    ItemKind.REVIEW: 1,
    ItemKind.READ_BACK: 3,
    ItemKind.CLOSE: 4,
}
MIDDLE = 2
"""The rank of all that can be moved: between the review and the read-back."""
FIXED_KINDS = frozenset(RANKS)
"""The kinds that have one place in a day and are never moved."""
KEPT_KINDS = frozenset({ItemKind.OPENING, ItemKind.READ_BACK, ItemKind.CLOSE})
"""The kinds that are never taken away: without them the day has no beginning or no end."""


def rank(kind: ItemKind) -> int:
    """Where a kind stands: all of a lower rank come before it, all of a higher one after it."""
    return RANKS.get(kind, MIDDLE)


def fitting_place(others: Sequence[ItemKind], kind: ItemKind, place: int, lowest: int = 0) -> int:
    """The place nearest to `place` that an agenda item of this kind can have among the others.

    `others` are the kinds of the agenda without it, in order; `lowest` is the first place that is
    still ahead of a day that has begun.
    """
    first = sum(rank(other) < rank(kind) for other in others)
    last = sum(rank(other) <= rank(kind) for other in others)
    return min(max(place, first, lowest), max(last, lowest))


def break_places(sessions: int) -> tuple[int, ...]:
    """After how many sessions a day has its breaks: every second one, but not after the last."""
    return tuple(range(2, sessions, 2))


def carried_over(after: Sequence[int], sessions_before: int, sessions: int) -> tuple[int, ...]:
    """After how many of the new sessions each item comes that came after so many of the old ones.

    What came after all sessions still does.
    """
    return tuple(sessions if n == sessions_before else min(n, sessions) for n in after)
