"""Days: dates as they are typed, '31 Oct', '31.10.', '+2w', 'friday', in the user's language."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from workshop.words import Words

_ADDED = re.compile(r"\+\s*(\d{1,3})\s*([dwmy]?)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*(?:[./]\s*(\d{2,4})?)?")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]{3,})\.?(?:\s*,?\s*(\d{4}|\d{2}))?")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s*(\d{1,2})(?:\s*,?\s*(\d{4}))?")


FIRST_YEAR, LAST_YEAR = 2000, 2100
"""A workshop or a follow-up in any other year is a slip of the fingers."""


class FarYear(ValueError):
    """A date in a year that nobody plans in."""


class NoSuchDay(ValueError):
    """A day of the month that its month does not have; `last` is the last one it has."""

    def __init__(self, last: date) -> None:
        super().__init__(f"the month ends on {last}")
        self.last = last


def read_day(text: str, today: date, words: Words) -> date | None:
    """The date that `text` means, or None for empty text; without a year the next such day.

    Raises ValueError for what is no date, NoSuchDay for one beyond the end of its month, and
    FarYear for one before 2000 or after 2100.
    """
    typed = " ".join(text.casefold().split())
    if not typed:
        return None
    for read in (_added, _iso, _numbers, _named, _weekday):
        found = read(typed, today, words)
        if found is not None:
            return _near(found)
    raise ValueError(text)


def _added(typed: str, today: date, _words: Words) -> date | None:
    match = _ADDED.fullmatch(typed)
    if match is None:
        return None
    count, unit = int(match[1]), match[2] or "d"
    if unit in "dw":
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    months = today.month - 1 + count * (12 if unit == "y" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _iso(typed: str, _today: date, _words: Words) -> date | None:
    match = _ISO.fullmatch(typed)
    return _date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _numbers(typed: str, today: date, _words: Words) -> date | None:
    match = _NUMBERS.fullmatch(typed)
    return _day(int(match[1]), int(match[2]), match[3], today) if match else None


def _named(typed: str, today: date, words: Words) -> date | None:
    match = _NAMED.fullmatch(typed)
    if match is not None:
        day, name, year = int(match[1]), match[2], match[3]
    else:
        match = _NAMED_FIRST.fullmatch(typed)
        if match is None:
            return None
        day, name, year = int(match[2]), match[1], match[3]
    for month in range(1, 13):
        if _begins(name, words.day(date(2000, month, 1), "long"), words):
            return _day(day, month, year, today)
    return None


def _weekday(typed: str, today: date, words: Words) -> date | None:
    if typed in (words.say("today").casefold(), "today"):
        return today
    if typed in (words.say("tomorrow").casefold(), "tomorrow"):
        return today + timedelta(days=1)
    for ahead in range(1, 8):
        day = today + timedelta(days=ahead)
        if len(typed) >= 2 and _begins(typed, words.day(day, "full"), words):
            return day
    return None


def _begins(name: str, written: str, _words: Words) -> bool:
    """Whether a word of a written date begins as `name` does."""
    return any(part.casefold().startswith(name) for part in re.findall(r"[^\W\d_]+", written))


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        whole = int(year) + (2000 if len(year) == 2 else 0)
        return _date(whole, month, day)
    for ahead in range(9):  # as far as the next 29 February
        try:
            found = _date(today.year + ahead, month, day)
        except ValueError:
            if (day, month) != (29, 2):
                raise
            continue
        if found >= today:
            return found
    raise ValueError(day, month)


def _near(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise FarYear(day)
    return day


def _date(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31:
        raise FarYear(year, month, day)
    if 1 <= month <= 12 and 1 <= year <= 9999:
        last = date(year, month, calendar.monthrange(year, month)[1])
        if last.day < day <= 31:
            raise NoSuchDay(last)
    return date(year, month, day)
