"""Words: every sentence a person reads, in one language, from one gettext catalogue.

Text is written in English where it is used, `words.say("Close the vote")`, and that English is
the key of the catalogue. A `Words` object is handed to whoever speaks (scenes, windows, exports,
errors); there is none to be found globally, so two languages can be on screen at once.
"""

from __future__ import annotations

import gettext
from datetime import date, datetime
from pathlib import Path

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "flipchart"


def mark(text: str) -> str:
    """Mark a text that is kept now and said later, so that the catalogue's extraction finds it."""
    return text


class Words:
    """The texts, dates and numbers of one language.

    `language` is a BCP 47 tag; where no catalogue is shipped for it the English texts stand.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._locale = language.replace("-", "_")
        self._catalogue = gettext.translation(
            DOMAIN, LOCALE_FOLDER, languages=[self._locale], fallback=True
        )

    def say(self, text: str, /, **values: object) -> str:
        """`text` in this language, its `{name}` places filled with `values`."""
        said = self._catalogue.gettext(text) if text else ""
        return said.format(**values) if values else said

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of a text that fits the number `n`, which fills its place `{n}`."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number as this language writes it; `decimals` None drops a trailing `.0`."""
        from babel.numbers import format_decimal

        pattern = "0.##" if decimals is None else "0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=self._babel_locale())

    def day(self, when: date, style: str = "long") -> str:
        """A date: `full` (Thursday 9 October 2025), `long` (9 October 2025), `short` (9 Oct)."""
        from babel.dates import format_date, format_skeleton

        locale = self._babel_locale()
        if style == "short":
            moment = datetime(when.year, when.month, when.day)
            return format_skeleton("MMMd", moment, locale=locale)
        return format_date(when, format=style, locale=locale).replace(",", "", 1)

    def _babel_locale(self) -> str:
        # Babel's plain "en" writes American dates; the papers write "9 October 2025".
        return "en_GB" if self._locale == "en" else self._locale
