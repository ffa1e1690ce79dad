"""Large days: snapshots with as many sessions, questions and teams as there may be."""

from __future__ import annotations

from dataclasses import replace

from frameworks.theme import Theme
from workshop.asked_facts import TeamResult
from workshop.kinds import RoundState
from workshop.question_facts import RoundFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession, SnapshotTeam
from workshop.tally import Distribution

LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
PEOPLE = 5  # of each team


def grown(
    snapshot: Snapshot,
    *,
    sessions: int,
    questions: int,
    teams: int,
    name: str = "Team {n}",
    text: str = "How well does this work?",
) -> Snapshot:
    """The same workshop with so many sessions of so many questions, all revealed, and teams."""
    named = [name.format(n=n) for n in range(1, teams + 1)]
    return replace(
        snapshot,
        teams=tuple(SnapshotTeam(each, PEOPLE) for each in named),
        sessions=tuple(_session(n, questions, named, text) for n in range(sessions)),
        actions=(),
    )


def _session(number: int, questions: int, teams: list[str], text: str) -> SnapshotSession:
    theme = list(Theme)[number % len(Theme)]
    return SnapshotSession(
        id=f"session {number}",
        title=f"Session {number + 1}",
        theme=theme,
        second=number >= len(Theme),
        minutes=30,
        purpose="",
        questions=tuple(_question(number, n, teams, text) for n in range(questions)),
        score=None,
    )


def _question(session: int, number: int, teams: list[str], text: str) -> SnapshotQuestion:
    said = tuple(_team(n, name, session + number) for n, name in enumerate(teams))
    columns = zip(*(each.result.counts for each in said), strict=True)
    result = Distribution(tuple(sum(column) for column in columns))
    ident = f"question {session}.{number}"
    revealed = RoundFacts(
        f"round {session}.{number}", 1, RoundState.REVEALED, result.votes, result.votes, result
    )
    return SnapshotQuestion(
        id=ident,
        key=ident,
        short=f"Short {session + 1}.{number + 1}",
        text=text,
        scale_labels=LABELS,
        rounds=(revealed,),
        outcome=None,
        score=result.median,
        notes=(),
        sources=(),
        teams=said,
    )


def _team(number: int, name: str, seed: int) -> TeamResult:
    step = (number * 7 + seed * 3) % 5
    counts = [0] * 5
    counts[step] += 3
    counts[(step + 1 + seed) % 5] += PEOPLE - 3
    return TeamResult(f"team {number}", name, Distribution(tuple(counts)))
