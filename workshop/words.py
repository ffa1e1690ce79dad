"""Words: every sentence a person reads, in one language, from one gettext catalogue.

Text is written in English where it is used, `words.say("Close the vote")`, and that English is
the key of the catalogue. A `Words` object is handed to whoever speaks (scenes, windows, exports,
errors); there is none to be found globally, so two languages can be on screen at once.
"""

from __future__ import annotations

import gettext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

LOCALE_FOLDER = Path(__file__).parent / "locale"
DOMAIN = "flipchart"
PLAIN_ENGLISH = "en_GB"
REGIONS = {"en": ("en-US", "en-ZA")}
"""Regions that write dates or numbers otherwise than their language's own entry."""


def mark(text: str) -> str:
    """Mark a text that is kept now and said later, so that the catalogue's extraction finds it."""
    return text


class Words:
    """The texts, dates and numbers of one language.

    `language` is a BCP 47 tag; where no catalogue is shipped for it the English texts stand, and
    where nothing is known of it English dates and numbers too. `region` is a tag of the same
    language (en-US) whose dates and numbers are written instead.
    """

    def __init__(self, language: str = "en", region: str = "") -> None:
        self.language = language
        self.region = region
        # Babel takes its time, and a reveal writes the same few scores again and again.
        self._numbers: dict[tuple[float, int | None], str] = {}
        # The texts are English already; a search for their catalogue would load Python's locales.
        self._catalogue = gettext.NullTranslations()
        if language != "en":
            self._catalogue = gettext.translation(
                DOMAIN, LOCALE_FOLDER, languages=[language.replace("-", "_")], fallback=True
            )

    @staticmethod
    def languages() -> tuple[str, ...]:
        """The languages that Flipchart speaks, as tags; English first."""
        shipped = sorted(folder.name for folder in LOCALE_FOLDER.iterdir() if folder.is_dir())
        return ("en", *(name.replace("_", "-") for name in shipped))

    @staticmethod
    def regions(language: str) -> tuple[str, ...]:
        """The regions whose dates and numbers can be written in a language; its own first ("")."""
        return ("", *REGIONS.get(language, ()))

    def name_of(self, language: str) -> str:
        """A language's name for itself."""
        from babel import Locale

        return Locale.parse(language.replace("-", "_")).get_display_name() or language

    def say(self, text: str, /, **values: object) -> str:
        """`text` in this language, its `{name}` places filled with `values`."""
        said = self._catalogue.gettext(text) if text else ""
        return said.format(**values) if values else said

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of a text that fits the number `n`, which fills its place `{n}`."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number as this language writes it, halves rounded up.

        `decimals` None shows up to two, and none where they are zeros.
        """
        key = (value, decimals)
        if key not in self._numbers:
            self._numbers[key] = self._write_number(value, decimals)
        return self._numbers[key]

    def _write_number(self, value: float, decimals: int | None) -> str:
        from decimal import ROUND_HALF_UP, localcontext

        from babel.numbers import format_decimal

        pattern = "0.##" if decimals is None else "0" + ("." + "0" * decimals if decimals else "")
        with localcontext(rounding=ROUND_HALF_UP):
            return format_decimal(value, format=pattern, locale=self._locale)

    def day(self, when: date, style: str = "long") -> str:
        """A date: `full` (Thursday 9 October 2025), `long` (9 October 2025), `short` (9 Oct)."""
        from datetime import datetime

        from babel.dates import format_date, format_skeleton

        if style == "short":
            moment = datetime(when.year, when.month, when.day)
            return format_skeleton("MMMd", moment, locale=self._locale)
        british = self._locale == PLAIN_ENGLISH and style == "full"
        pattern = "EEEE d MMMM y" if british else style
        return format_date(when, format=pattern, locale=self._locale)

    @cached_property
    def _locale(self) -> str:
        """The locale as Babel names it; Babel is slow to import, so it is asked when needed."""
        from babel import Locale, UnknownLocaleError

        try:
            found = str(Locale.parse((self.region or self.language).replace("-", "_")))
        except (UnknownLocaleError, ValueError):
            return PLAIN_ENGLISH
        # Babel's plain "en" writes American dates; the papers write "9 October 2025".
        return PLAIN_ENGLISH if found == "en" else found
