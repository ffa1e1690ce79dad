"""Agenda: planned minutes against the clock, and the likely finish (pure).

Times of day are minutes after midnight of the room's own clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workshop.facts import Facts, OutlineItem, OutlineQuestion

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


def share(item: OutlineItem) -> float:
    """Minutes that one question of a session takes: all of them alike."""
    return item.minutes / len(item.questions) if item.questions else float(item.minutes)


def counted_minutes(item: OutlineItem) -> float:
    """The minutes of an agenda item that still count.

    What is left out counts nothing, unless it was begun all the same. A question of a session that
    is skipped gives its share back; one that was asked before keeps it.
    """
    if item.left_out and item.started_at is None:
        return 0.0
    gone = sum(question.skipped and not asked(question) for question in item.questions)
    return item.minutes - gone * share(item) if gone else float(item.minutes)


def asked(question: OutlineQuestion) -> bool:
    """Whether the room has voted on a question: its minutes are spent."""
    return question.voted or question.revealed


@dataclass(frozen=True, slots=True)
class DayPlan:
    """Where the day stands: minutes spent, minutes that count in all, and the likely finish.

    `starts` are the planned ones of all items, also of those left out since: the day as it was
    announced. `behind` is the distance of the finish from that plan's end. `booked` is the end of
    the booking, or of the plan where none is known. Moments are minutes after the midnight before
    the beginning.
    """

    spent: float
    total: int
    finish: float
    behind: int
    starts: tuple[float, ...]
    booked: float

    @property
    def over(self) -> int:
        """Whole minutes by which the likely finish passes the booking; negative before it."""
        return round(self.finish) - round(self.booked)


def plan_begins(starts_at: int, started_at: int | None) -> float:
    """The minute from which the plan counts: as planned, or where it began at another time there.

    `started_at` is the moment (ms) of the real beginning, None before it.
    """
    if started_at is not None:
        began = minutes_of_day(started_at)
        if abs(began - starts_at) > ANOTHER_TIME:
            return began
    return float(starts_at)


def day_plan(
    items: Sequence[OutlineItem],
    item_id: str | None,
    starts_at: int,
    started_at: int | None,
    now: int,
    *,
    ends_at: int | None = None,
    question_id: str | None = None,
) -> DayPlan:
    """The plan of the day at `now` (ms): every item's planned start, and the likely finish.

    The item in work counts at least its planned minutes, and never less than the questions after
    `question_id` take; later items count as planned. Once the day is over, `now` is the moment of
    its end and is the finish. A day that was begun at another time altogether (a rehearsal the
    evening before) is held to its own beginning, and its booking moves along.
    """
    begins = plan_begins(starts_at, started_at)
    starts: list[float] = []
    at = begins
    for item in items:
        starts.append(at)
        at += item.minutes
    booked = at if ends_at is None else begins + (ends_at - starts_at) % DAY
    counted = sum(counted_minutes(item) for item in items)
    total = round(counted)
    if started_at is None:
        finish = begins + counted
        return DayPlan(0, total, finish, round(finish - at), tuple(starts), booked)
    spent = max(0.0, (now - started_at) / MINUTE_MS)
    # Counted on from the beginning, so that a day past midnight does not end the morning before;
    # taken from the room's clock, so that it tells the time people read there.
    at_now = minutes_of_day(now)
    at_now += DAY * round((minutes_of_day(started_at) + spent - at_now) / DAY)
    finish = at_now + _ahead(items, item_id, question_id, now)
    return DayPlan(spent, total, finish, round(finish - at), tuple(starts), booked)


def plan_of(facts: Facts, now: int) -> DayPlan:
    """The plan of a day at `now` (ms), or at its end where that is past."""
    return day_plan(
        facts.items,
        facts.item_id,
        facts.workshop.starts_at,
        facts.started_at,
        facts.ended_at or now,
        ends_at=facts.workshop.ends_at,
        question_id=facts.question.id if facts.question else None,
    )


def _ahead(
    items: Sequence[OutlineItem], item_id: str | None, question_id: str | None, now: int
) -> float:
    """Minutes that the item in work and those after it still take."""
    left = 0.0
    reached = item_id is None
    for item in items:
        if item.id == item_id:
            reached = True
            left += minutes_left(item, question_id, now)
        elif reached:
            left += counted_minutes(item)
    return left


def minutes_left(item: OutlineItem, question_id: str | None, now: int) -> float:
    """Minutes that the item in work still takes: what is left of it, or of its questions."""
    if item.ended_at is not None:
        return 0.0
    begun = item.started_at if item.started_at is not None else now
    counted = counted_minutes(item)
    of_clock = min(counted, max(0.0, counted - (now - begun) / MINUTE_MS))
    open_questions = sum(not question.skipped for question in ahead_in(item, question_id))
    return max(of_clock, open_questions * share(item) if item.questions else 0.0)


def ahead_in(item: OutlineItem, question_id: str | None) -> tuple[OutlineQuestion, ...]:
    """The questions of a session after one of them (or all) that the room has not voted on."""
    ids = [question.id for question in item.questions]
    at = ids.index(question_id) + 1 if question_id in ids else 0
    return tuple(question for question in item.questions[at:] if not asked(question))
