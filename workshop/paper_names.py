"""Names on paper: what was written, fit to be shown, and the known names that come nearest."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

LONGEST_SHOWN: Final = 40
LONGEST_READ: Final = 400
OFFERED: Final = 3


def shortened(text: str) -> str:
    """A text of a strange file as a sentence may show it: one short line, no hidden marks."""
    shown = "".join(
        each for each in text[:LONGEST_READ] if unicodedata.category(each) not in ("Cc", "Cf", "Co")
    )
    shown = " ".join(shown.split())
    return shown if len(shown) <= LONGEST_SHOWN else shown[: LONGEST_SHOWN - 1].rstrip() + "…"


class Names:
    """Known names, and which of them were probably meant."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._known: dict[str, tuple[str, ...]] = {}

    def nearest(self, written: str) -> tuple[str, ...]:
        """At most three of the names, the one most like `written` first."""
        short = shortened(written).casefold()
        if short not in self._known:
            self._known[short] = tuple(
                sorted(self._names, key=lambda name: _distance(short, name))[:OFFERED]
            )
        return self._known[short]


def _distance(written: str, name: str) -> float:
    return -SequenceMatcher(None, written, name.casefold(), autojunk=False).ratio()
