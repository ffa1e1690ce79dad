"""Clock times as they are typed: 9, 9:30, 09.30, 0930, 9h30, 2 pm."""

from __future__ import annotations

import re

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s*h)?\s*([ap])?\.?(?:m\.?)?")
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")


def read_time(text: str) -> int | None:
    """Minutes after midnight, or None for what is no time of day."""
    typed = text.strip().casefold()
    match = _DIGITS.fullmatch(typed) or _TIME.fullmatch(typed)
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    half = match[3] if match.re is _TIME else None
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def write_time(minutes: int) -> str:
    """Minutes after midnight as 09:05."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
