"""Scene header: the line at the top that most scenes share."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.theme import Theme


@dataclass(frozen=True, slots=True)
class Header:
    """The line at the top: shape and session left, the topic beside it, the place right.

    `theme` None (practice vote, read-back) draws no shape and speaks in ink.
    """

    theme: Theme | None
    second: bool
    session: str
    topic: str
    place: str
