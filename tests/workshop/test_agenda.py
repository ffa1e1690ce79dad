"""The agenda: planned minutes against the clock, whatever the hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.agenda import (
    clock_text,
    counted_minutes,
    day_plan,
    length_text_parts,
    minutes_of_day,
)
from workshop.facts import OutlineItem, OutlineQuestion
from workshop.kinds import ItemKind

MINUTE = 60_000


def at(clock: str, days: int = 0, seconds: float = 0) -> int:
    """A moment of 1 January 2026 by the room's clock, in ms since 1970."""
    hours, minutes = clock.split(":")
    moment = datetime(2026, 1, 1, int(hours), int(minutes)) + timedelta(days=days, seconds=seconds)
    return round(moment.timestamp() * 1000)


def item(
    name: str, minutes: int, started: int | None = None, ended: int | None = None
) -> OutlineItem:
    return OutlineItem(
        name, ItemKind.BREAK, name, "", minutes, None, False, started_at=started, ended_at=ended
    )


def items(started: int | None = None) -> list[OutlineItem]:
    """Opening 15, session 60 (begun at `started`), close 15: 90 minutes."""
    return [item("opening", 15), item("session", 60, started), item("close", 15)]


def finish(plan_finish: float) -> str:
    return clock_text(plan_finish)


def test_before_it_begins_the_day_ends_as_planned() -> None:
    plan = day_plan(items(), None, 540, None, at("08:00"))
    assert (plan.spent, plan.total, finish(plan.finish), plan.behind) == (0, 90, "10:30", 0)
    assert plan.starts == (540, 555, 615)


def test_a_day_on_time_is_neither_ahead_nor_behind() -> None:
    plan = day_plan(items(at("09:15")), "session", 540, at("09:00"), at("09:45"))
    assert (plan.spent, finish(plan.finish), plan.behind) == (45, "10:30", 0)


def test_a_session_over_its_time_puts_the_day_behind() -> None:
    plan = day_plan(items(at("09:15")), "session", 540, at("09:00"), at("10:25"))
    assert (finish(plan.finish), plan.behind) == ("10:40", 10)


def test_a_session_begun_early_puts_the_day_ahead() -> None:
    plan = day_plan(items(at("09:05")), "session", 540, at("09:00"), at("09:10"))
    assert (finish(plan.finish), plan.behind) == ("10:20", -10)


def test_a_late_beginning_is_behind_the_plan() -> None:
    plan = day_plan([item("opening", 15, at("09:20"))], "opening", 540, at("09:20"), at("09:20"))
    assert (finish(plan.finish), plan.behind) == ("09:35", 20)


def test_a_day_begun_at_another_time_is_held_to_its_own_beginning() -> None:
    begun = [item("opening", 15, at("18:00")), item("session", 60)]
    plan = day_plan(begun, "opening", 540, at("18:00"), at("18:05"))
    assert (finish(plan.finish), plan.behind) == ("19:15", 0)
    assert [clock_text(start) for start in plan.starts] == ["18:00", "18:15"]


@pytest.mark.parametrize(
    ("begun", "begins", "now", "days", "ends", "behind"),
    [
        ("23:30", 23 * 60 + 30, "00:10", 1, "01:00", 0),
        ("23:30", 23 * 60 + 30, "01:10", 1, "01:25", 25),
        ("23:00", 23 * 60, "00:05", 1, "00:55", 25),
    ],
)
def test_a_day_across_midnight_goes_on(
    begun: str, begins: int, now: str, days: int, ends: str, behind: int
) -> None:
    session = at(begun, seconds=15 * 60) if behind != 25 or begun == "23:30" else at("23:40")
    plan = day_plan(items(session), "session", begins, at(begun), at(now, days))
    assert (finish(plan.finish), plan.behind) == (ends, behind)


def test_the_day_is_over_when_it_was_ended() -> None:
    ended = at("10:20")
    parts = [item("session", 60, at("09:00"), at("10:15")), item("close", 15, at("10:15"), ended)]
    plan = day_plan(parts, "close", 540, at("09:00"), ended)
    assert (plan.spent, finish(plan.finish)) == (80, "10:20")


def test_a_clock_set_back_spends_no_time_and_promises_none() -> None:
    plan = day_plan(items(at("09:15")), "session", 540, at("09:00"), at("08:30"))
    assert plan.spent == 0
    assert finish(plan.finish) == "09:45"


@given(milliseconds=st.integers(0, 60 * MINUTE))
def test_the_finish_stands_still_while_a_session_is_within_its_time(milliseconds: int) -> None:
    plan = day_plan(items(at("09:15")), "session", 540, at("09:00"), at("09:15") + milliseconds)
    assert (finish(plan.finish), plan.behind) == ("10:30", 0)


@given(now=st.integers(at("09:00"), at("09:00", 1)), minutes=st.lists(st.integers(0, 300)))
def test_no_day_ends_before_now(now: int, minutes: list[int]) -> None:
    parts = [item(str(n), length) for n, length in enumerate(minutes)]
    plan = day_plan(parts, "0" if parts else None, 540, at("09:00"), now)
    assert plan.finish >= 540 + plan.spent - 0.01


def test_a_time_of_day_is_written_with_two_figures_and_starts_anew_at_midnight() -> None:
    assert [clock_text(minutes) for minutes in (0, 65, 599.6, 1439, 1440, 1500)] == [
        "00:00", "01:05", "10:00", "23:59", "00:00", "01:00",
    ]  # fmt: skip
    assert minutes_of_day(at("09:30", seconds=30)) == 570.5


def test_a_length_is_whole_hours_and_minutes() -> None:
    assert [length_text_parts(m) for m in (-3, 0, 59.9, 61)] == [(0, 0), (0, 0), (0, 59), (1, 1)]


def question(name: str, *, skipped: bool = False, voted: bool = False) -> OutlineQuestion:
    return OutlineQuestion(name, name, skipped, False, None, None, True, voted=voted)


def session(
    *questions: OutlineQuestion, minutes: int = 40, started: int | None = None
) -> OutlineItem:
    return replace(item("session", minutes, started), questions=questions)


def test_what_is_left_out_counts_nothing_unless_it_was_begun() -> None:
    rest = replace(item("break", 15), left_out=True)
    assert counted_minutes(rest) == 0
    assert counted_minutes(replace(rest, started_at=at("10:00"))) == 15


def test_a_skipped_question_gives_back_its_share_and_one_that_was_asked_keeps_it() -> None:
    four = [question("a"), question("b"), question("c"), question("d", skipped=True)]
    assert counted_minutes(session(*four)) == 30
    four[3] = question("d", skipped=True, voted=True)
    assert counted_minutes(session(*four)) == 40


def test_leaving_out_brings_the_finish_nearer_and_the_plan_stays_what_it_was() -> None:
    day = [item("opening", 10, at("09:00")), item("break", 20), item("close", 10)]
    late = day_plan(day, "opening", 540, at("09:00"), at("09:30"))
    assert (finish(late.finish), late.behind, late.over) == ("10:00", 20, 20)
    day[1] = replace(day[1], left_out=True)
    plan = day_plan(day, "opening", 540, at("09:00"), at("09:30"))
    assert (finish(plan.finish), plan.behind, plan.over, plan.total) == ("09:40", 0, 0, 20)
    assert plan.starts == late.starts


def test_the_booking_and_not_the_plan_says_when_a_day_is_over_its_time() -> None:
    day = [item("opening", 10, at("09:00")), item("close", 10)]
    plan = day_plan(day, "opening", 540, at("09:00"), at("09:15"), ends_at=9 * 60 + 30)
    assert (plan.behind, plan.over, clock_text(plan.booked)) == (5, -5, "09:30")


def test_a_booking_ends_after_midnight_and_moves_with_a_day_begun_at_another_time() -> None:
    night = day_plan([item("opening", 10)], None, 23 * 60, None, at("22:00"), ends_at=30)
    assert night.booked == 24 * 60 + 30
    begun = [item("opening", 10, at("18:00"))]
    plan = day_plan(begun, "opening", 540, at("18:00"), at("18:00"), ends_at=12 * 60)
    assert clock_text(plan.booked) == "21:00"


def test_questions_still_ahead_take_their_time_however_late_the_session_is() -> None:
    asked = question("a", voted=True)
    late = session(asked, question("b"), question("c"), question("d"), started=at("09:00"))
    plan = day_plan([late], "session", 540, at("09:00"), at("09:40"), question_id="b")
    assert finish(plan.finish) == "10:00"
    late = replace(late, questions=(*late.questions[:3], question("d", skipped=True)))
    plan = day_plan([late], "session", 540, at("09:00"), at("09:40"), question_id="b")
    assert finish(plan.finish) == "09:50"
