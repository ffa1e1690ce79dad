"""Question facts: what is known about a question: its rounds, what came of it, what was before.

Before a round is revealed these values hold how many voted, never what: `RoundFacts.result` is None
until then, because the reading does not ask the library for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workshop.kinds import OutcomeKind, RoundState, Sorting
from workshop.tally import Distribution


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """What was agreed; scores in points of the scale (half steps)."""

    kind: OutcomeKind
    score: float | None
    evidence: str
    low: float | None
    low_position: str
    high: float | None
    high_position: str
    finds_out: str
    finds_out_how: str
    finds_out_by: date | None
    off_wall: bool
    off_report: bool
    changed_at: int


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """A line written at a question."""

    id: str
    private: bool
    text: str
    off_wall: bool
    off_report: bool


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """One round; `result` is None until it is revealed, `expected` frozen at its close.

    `sealed`: a secret round whose seats and answers are parted for good.
    """

    id: str
    number: int
    state: RoundState
    votes_in: int
    expected: int
    result: Distribution | None
    secret: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class EarlierFacts:
    """What the earlier workshop said to the same question; `reworded`: its text has changed.

    `score` is the agreed one, None where there was none; `text` is how it was asked then.
    """

    result: Distribution
    score: float | None
    differed: bool
    reworded: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """The question in work: text, rounds so far (oldest first) and what became of it.

    `number` of `of` within its session, counting from 1.
    """

    id: str
    item_id: str
    short: str
    text: str
    number: int
    of: int
    scale_labels: tuple[str, ...]
    dont_know: bool
    look_for: tuple[str, ...]
    prompts: tuple[str, ...]
    rounds: tuple[RoundFacts, ...]
    outcome: OutcomeFacts | None
    notes: tuple[NoteFacts, ...]
    earlier: EarlierFacts | None = None

    @property
    def revealed(self) -> RoundFacts | None:
        """The newest revealed round."""
        return next((r for r in reversed(self.rounds) if r.result is not None), None)


@dataclass(frozen=True, slots=True)
class TogetherQuestion:
    """A question whose votes are collected, or revealed; `earlier` only once it is revealed."""

    id: str
    short: str
    text: str
    labels: tuple[str, ...]
    round: RoundFacts | None
    picked: bool
    target: float | None = None
    earlier: EarlierFacts | None = None


@dataclass(frozen=True, slots=True)
class TogetherFacts:
    """An activity whose questions are revealed at once, in the pack's order."""

    activity_id: str
    kind: str
    sorting: Sorting
    questions: tuple[TogetherQuestion, ...]
