"""Asked facts: what was said to a question, by team and last time, for charts of the whole day."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.tally import Distribution


@dataclass(frozen=True, slots=True)
class TeamResult:
    """What one team said in a revealed round; `id` '' is the hidden rest, together."""

    id: str
    name: str
    result: Distribution


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """A question's last revealed round, in total and by team, and what it came to last time.

    `result` None where nothing is revealed; `earlier` is the score or median of last time on the
    same scale. Of a `secret` round the groups are there that were kept at its close.
    """

    question_id: str
    result: Distribution | None
    teams: tuple[TeamResult, ...]
    secret: bool
    earlier: float | None
