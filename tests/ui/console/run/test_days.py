"""Dates as they are typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.console.run.day_field import DayField
from ui.console.run.days import FarYear, read_day
from ui.theme import DesktopTheme
from workshop.words import Words

TODAY = date(2025, 10, 9)
WORDS = Words()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31 Oct", date(2025, 10, 31)),
        ("31 october", date(2025, 10, 31)),
        ("Oct 31", date(2025, 10, 31)),
        ("1 Sep", date(2026, 9, 1)),
        ("31.10.", date(2025, 10, 31)),
        ("31/10", date(2025, 10, 31)),
        ("31.10.2027", date(2027, 10, 31)),
        ("1.2.26", date(2026, 2, 1)),
        ("2026-01-05", date(2026, 1, 5)),
        ("+2w", date(2025, 10, 23)),
        ("+ 10d", date(2025, 10, 19)),
        ("+3", date(2025, 10, 12)),
        ("+4m", date(2026, 2, 9)),
        ("friday", date(2025, 10, 10)),
        ("thu", date(2025, 10, 16)),
        ("today", TODAY),
        ("tomorrow", date(2025, 10, 10)),
        ("29 Feb", date(2028, 2, 29)),
        ("9 Oct 2030", date(2030, 10, 9)),
    ],
)
def test_a_date_is_read_as_it_is_meant(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY, WORDS) == meant


@pytest.mark.parametrize("typed", ["soon", "31 Foo", "32.10.", "31.4.", "2025-13-01", "+2x", "12"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        read_day(typed, TODAY, WORDS)


def test_nothing_is_no_date() -> None:
    assert read_day("  ", TODAY, WORDS) is None


def test_the_months_of_another_language_are_read_in_it() -> None:
    assert read_day("3. März", TODAY, Words("de")) == date(2026, 3, 3)


@given(st.dates(min_value=TODAY, max_value=TODAY + timedelta(days=360)))
def test_a_date_that_was_written_is_read_back(day: date) -> None:
    assert read_day(WORDS.day(day, "short"), TODAY, WORDS) == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        found = read_day(text, TODAY, WORDS)
    except (ValueError, OverflowError):
        return
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    "typed",
    ["1.1.0001", "1 Jan 0001", "Jan 1, 1999", "1999-12-31", "1.1.2101", "1.1.202", "+999y"],
)
def test_a_year_before_2000_or_after_2100_is_refused(typed: str) -> None:
    with pytest.raises(FarYear):
        read_day(typed, TODAY, WORDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.1.00", date(2000, 1, 1)), ("1.1.99", date(2099, 1, 1)), ("31.12.2100",
        date(2100, 12, 31)), ("5 Jan 26", date(2026, 1, 5)),
    ],
)  # fmt: skip
def test_two_digits_are_a_year_of_this_century(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY, WORDS) == meant


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    day=st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31)),
    today=st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)),
    language=st.sampled_from(["en", "de", "es", "ja", "fr"]),
)
def test_what_the_field_writes_reads_back(
    qtbot: QtBot, day: date, today: date, language: str
) -> None:
    words = Words(language)
    field = DayField(DesktopTheme(), words, "Date", lambda: today)
    field.set_day(day)
    assert read_day(field.field.text, today, words) == day
    field.deleteLater()


def test_what_stands_in_the_field_means_the_same_day_after_midnight(qtbot: QtBot) -> None:
    today = [TODAY]
    field = DayField(DesktopTheme(), WORDS, "Date", lambda: today[0])
    qtbot.addWidget(field)
    field.set_day(TODAY)
    today[0] += timedelta(days=1)
    assert field.read()
    assert field.day == TODAY


def test_a_far_day_that_was_kept_once_is_no_trap(qtbot: QtBot) -> None:
    field = DayField(DesktopTheme(), WORDS, "Date", lambda: TODAY)
    qtbot.addWidget(field)
    field.set_day(date(1, 1, 1))
    assert field.read()
    field.field.set_text("1.1.0001")
    assert not field.read()
    assert field.field.error == "Write a year from 2000 to 2100."
