"""Dates and times of the library's list.

Qt knows the names of days and months in every language without a further import; the list is
read before Babel is loaded.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from workshop.words import Words, mark

TODAY = mark("Today")
TOMORROW = mark("Tomorrow")
YESTERDAY = mark("Yesterday")


class Dates:
    """Writes dates as the list does, in the language of `words`."""

    def __init__(self, words: Words, today: date) -> None:
        self._words = words
        self._today = today
        # As the other papers do, plain "en" writes the day before the month.
        self._locale = QLocale("en_GB" if words.language == "en" else words.language)

    def numeral(self, day: date) -> str:
        """The day of the month."""
        return self._locale.toString(_qt(day), "d")

    def weekday(self, day: date) -> str:
        """Thursday."""
        return self._locale.standaloneDayName(day.isoweekday())

    def month(self, day: date) -> str:
        """October, with the year where that is another."""
        return self._locale.toString(_qt(day), "MMMM" if self._near(day) else "MMMM yyyy")

    def short(self, day: date) -> str:
        """9 Oct, with the year where that is another."""
        return self._locale.toString(_qt(day), "d MMM" if self._near(day) else "d MMM yy")

    def weekday_short(self, day: date) -> str:
        """Thu."""
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)

    def ahead(self, day: date) -> str:
        """Today, tomorrow, or how many days it is until then."""
        days = (day - self._today).days
        if -1 <= days <= 1:
            return self._words.say((TODAY, TOMORROW, YESTERDAY)[days])
        if days > 1:
            return self._words.count("In {n} day", "In {n} days", days)
        return self._words.count("{n} day ago", "{n} days ago", -days)

    def _near(self, day: date) -> bool:
        return day.year == self._today.year


def time_of(minutes: int) -> str:
    """Minutes after midnight as 09:05; past midnight the clock begins anew."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
