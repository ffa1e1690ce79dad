"""Agenda: planned minutes against the clock, and the likely finish (pure).

Times of day are minutes after midnight of the room's own clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop.facts import OutlineItem

MINUTE_MS = 60_000
DAY = 24 * 60
ANOTHER_TIME = 120
"""Minutes between planned and real beginning from which the plan moves with the beginning."""


def minutes_of_day(moment: int) -> float:
    """A moment (ms since 1970) as minutes after the room's midnight."""
    local = datetime.fromtimestamp(moment // 1000)
    return local.hour * 60 + local.minute + (local.second + moment % 1000 / 1000) / 60


def clock_text(minutes: float) -> str:
    """Minutes after midnight as '09:05', to the nearest minute; past midnight starts anew."""
    whole = round(minutes) % DAY
    return f"{whole // 60:02d}:{whole % 60:02d}"


def length_text_parts(minutes: float) -> tuple[int, int]:
    """A length as whole hours and minutes."""
    whole = max(0, int(minutes))
    return whole // 60, whole % 60


@dataclass(frozen=True, slots=True)
class DayPlan:
    """Where the day stands: minutes spent and in all, likely finish, and minutes behind plan.

    `starts` and `finish` are minutes after the midnight before the beginning.
    """

    spent: float
    total: int
    finish: float
    behind: int
    starts: tuple[float, ...]


def day_plan(
    items: Sequence[OutlineItem],
    item_id: str | None,
    starts_at: int,
    started_at: int | None,
    now: int,
) -> DayPlan:
    """The plan of the day at `now` (ms): every item's planned start, and the likely finish.

    The item in work counts at least its planned minutes, later items as planned; once the day is
    over, `now` is the moment of its end and is the finish. A day that was
    begun at another time altogether (a rehearsal the evening before) is held to its own beginning.
    """
    total = sum(item.minutes for item in items)
    begins = float(starts_at)
    if started_at is not None and abs(minutes_of_day(started_at) - starts_at) > ANOTHER_TIME:
        begins = minutes_of_day(started_at)
    starts: list[float] = []
    at = begins
    for item in items:
        starts.append(at)
        at += item.minutes
    if started_at is None:
        return DayPlan(0, total, begins + total, 0, tuple(starts))
    spent = max(0.0, (now - started_at) / MINUTE_MS)
    left = 0.0
    reached = item_id is None
    for item in items:
        if item.id == item_id:
            reached = True
            left += _left(item, now)
        elif reached:
            left += item.minutes
    # Counted on from the beginning, so that a day past midnight does not end the morning before;
    # taken from the room's clock, so that it tells the time people read there.
    at_now = minutes_of_day(now)
    at_now += DAY * round((minutes_of_day(started_at) + spent - at_now) / DAY)
    finish = at_now + left
    return DayPlan(spent, total, finish, round(finish - (begins + total)), tuple(starts))


def _left(item: OutlineItem, now: int) -> float:
    """Minutes that the item in work still takes."""
    if item.ended_at is not None:
        return 0.0
    begun = item.started_at if item.started_at is not None else now
    return min(float(item.minutes), max(0.0, item.minutes - (now - begun) / MINUTE_MS))
