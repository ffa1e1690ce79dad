"""Step lengths: how long the steps with a timer are planned to take."""

from __future__ import annotations

from dataclasses import dataclass

DISCUSS_S = 180
VOTE_S = 90


@dataclass(frozen=True, slots=True)
class StepLengths:
    """In seconds; a timer that is running keeps its own."""

    discuss_s: int = DISCUSS_S
    vote_s: int = VOTE_S
