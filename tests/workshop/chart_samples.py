"""Chart samples: what was asked on a day, for tests of the charts made of it."""

from __future__ import annotations

from collections.abc import Mapping

from frameworks.theme import Theme
from workshop.asked_facts import TeamResult
from workshop.chart_inputs import AskedQuestion, AskedSession, Asking
from workshop.kinds import OutcomeKind, RoundState
from workshop.question_facts import OutcomeFacts, RoundFacts
from workshop.session_chart import TalkedQuestion
from workshop.tally import Distribution

LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")


def question(
    name: str,
    score: float | None,
    *,
    counts: bool = True,
    teams: Mapping[str, tuple[int, ...]] | None = None,
    secret: bool = False,
    earlier: float | None = None,
) -> AskedQuestion:
    """A question with this score, and what each team ('' the rest) said, as counts by step."""
    said = tuple(
        TeamResult(team, team, Distribution(counted)) for team, counted in (teams or {}).items()
    )
    result = None
    if teams:
        result = Distribution(tuple(map(sum, zip(*teams.values(), strict=True))))
    return AskedQuestion(
        name, name, score, counts, earlier, result=result, teams=said, secret=secret
    )


def session(
    name: str,
    *questions: AskedQuestion,
    theme: Theme = Theme.VISION,
    second: bool = False,
    earlier: float | None = None,
) -> AskedSession:
    return AskedSession(name, theme, second, name, questions, earlier)


def asking(*sessions: AskedSession, minimum: int = 3, team_votes: bool = False) -> Asking:
    return Asking("Service review", LABELS, sessions, None, minimum, team_votes)


def talked(
    name: str,
    *rounds: tuple[int, ...],
    score: float | None = None,
    agreed: float | None = None,
    counts: bool = True,
    differ: bool = False,
    dont_know: int = 0,
) -> TalkedQuestion:
    """A question with its revealed rounds as counts by step; the last one's don't-knows too."""
    made = tuple(
        RoundFacts(
            f"{name} {n}", n, RoundState.REVEALED, sum(each), 24,
            Distribution(each, dont_know if n == len(rounds) else 0),
        )
        for n, each in enumerate(rounds, 1)
    )  # fmt: skip
    outcome = None
    if agreed is not None or differ:
        kind = OutcomeKind.DIFFER if differ else OutcomeKind.AGREED
        outcome = OutcomeFacts(
            kind, agreed, "Evidence", None, "", None, "", "", "", None, False, False, 0
        )
    value = score if score is not None else agreed
    if value is None and made and made[-1].result is not None:
        value = made[-1].result.median
    return TalkedQuestion(name, 1, name, f"{name}?", LABELS, made, outcome, value, counts)
