"""Priorities: from dots and rankings to points, and how far rankings agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

MOST_DOTS = 20


def dots_a_seat(items: int) -> int:
    """How many dots a seat has to spend: a third of the items, at least 1 and at most 20."""
    return min(max(items // 3, 1), MOST_DOTS)


def rank_sums(points: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Nominal group technique: the points of each item over all seats, the most points first.

    Each seat gives 5 to its first item, 4 to its second and so on; equals keep their order.
    """
    sums: Counter[str] = Counter()
    for given in points:
        sums.update(given)
    return dict(sums.most_common())


def borda(rankings: Iterable[tuple[int, Sequence[str]]]) -> dict[str, int]:
    """Borda's points, the most first, from (seats, their ranking with the best item first).

    An item has one point from each seat for every item ranked below it.
    """
    points: Counter[str] = Counter()
    for seats, ranking in rankings:
        for place, item in enumerate(ranking, 1):
            points[item] += seats * (len(ranking) - place)
    return dict(points.most_common())


def kendalls_w(ratings: Sequence[Sequence[float]]) -> float:
    """Kendall's coefficient of concordance, corrected for ties: 1 all rank alike, 0 no relation.

    `ratings` has a row an item and a column a rater; only the order within a column counts
    (Kendall & Babington Smith 1939). Raises ValueError under 2 items or raters, or where every
    rater ties all items.
    """
    raters = list(zip(*ratings, strict=True))
    items, judges = len(ratings), len(raters)
    if items < 2 or judges < 2:
        raise ValueError("concordance needs at least 2 items and 2 raters")
    ranks = [_midranks(rater) for rater in raters]
    sums: list[float] = [sum(column) for column in zip(*ranks, strict=True)]
    middle = sum(sums) / items
    spread = sum((sum_ - middle) ** 2 for sum_ in sums)
    ties = sum(n**3 - n for rater in raters for n in Counter(rater).values())
    most = judges**2 * (items**3 - items) - judges * ties
    if not most:
        raise ValueError("every rater ties all items")
    return 12 * spread / most


def _midranks(values: Sequence[float]) -> list[float]:
    """The rank of each value from 1 up; equals share the mean of their places."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]
