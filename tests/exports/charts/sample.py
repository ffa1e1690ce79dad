"""The sample day of the charts' tests: five sessions with questions, rounds, teams and ghosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from frameworks.theme import Theme
from tests.exports.pdf.sample import TEAMS, WORKSHOP
from workshop.asked_facts import TeamResult
from workshop.kinds import OutcomeKind, RoundState
from workshop.question_facts import EarlierFacts, OutcomeFacts, RoundFacts
from workshop.scores import Score
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.tally import Distribution

LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
DAY = replace(WORKSHOP, scale_labels=LABELS, earlier_on=date(2025, 3, 13))

QUESTIONS = {
    Theme.STRATEGY: (
        ("Reliability", "Do we keep the promises we make, the first time?", 3.5),
        ("Surprise", "How often does a patient get something better than expected?", 2.0),
        (
            "Recovery",
            "When we let a patient down, do we own it, put it right and follow up the same day?",
            4.0,
        ),
        ("Fairness", "Is our care the same for everyone, however they reach us?", None),
        ("Waiting", "Do we respect people’s time?", 2.5),
    ),
    Theme.VISION: (("Direction", "Do we know where we are going?", 3.5),),
    Theme.PEOPLE: (("Room to act", "May colleagues decide what a patient needs?", 3.0),),
}
ROUNDS: dict[str, Sequence[Distribution]] = {
    "Reliability": (Distribution((2, 4, 9, 7, 2)), Distribution((1, 2, 8, 10, 3))),
    "Surprise": (Distribution((8, 11, 4, 1, 0)),),
    "Recovery": (
        Distribution((6, 8, 2, 6, 2)),
        Distribution((3, 8, 2, 8, 3)),
        Distribution((0, 3, 4, 12, 3), 2),
    ),
    "Fairness": (Distribution((5, 5, 4, 5, 5)), Distribution((2, 8, 3, 8, 3))),
    "Waiting": (Distribution((3, 10, 8, 3, 0)),),
    "Direction": (Distribution((0, 2, 10, 8, 4)),),
    "Room to act": (Distribution((1, 7, 8, 6, 2)),),
}


def revealed(number: int, result: Distribution) -> RoundFacts:
    """A revealed round in which all 24 were expected."""
    return RoundFacts(
        f"r{number}", number, RoundState.REVEALED, result.votes, max(24, result.votes), result
    )


def outcome(score: float | None, evidence: str = "") -> OutcomeFacts:
    """An agreed score, or that the group agreed to differ."""
    return OutcomeFacts(
        kind=OutcomeKind.DIFFER if score is None else OutcomeKind.AGREED,
        score=score,
        evidence=evidence,
        low=None,
        low_position="",
        high=None,
        high_position="",
        finds_out="",
        finds_out_how="",
        finds_out_by=None,
        off_wall=False,
        off_report=False,
        changed_at=0,
    )


def question(
    short: str, text: str, rounds: Sequence[Distribution], score: float | None = None
) -> SnapshotQuestion:
    """A question with its revealed rounds; teams said the same as all, in three parts."""
    teams = tuple(
        TeamResult(f"t{n}", team.name, Distribution(part))
        for n, (team, part) in enumerate(
            zip(TEAMS, ((1, 3, 2, 1, 1), (0, 1, 4, 4, 1), (0, 0, 1, 3, 2)), strict=True)
        )
    )
    made = SnapshotQuestion(
        id=short,
        key=short,
        short=short,
        text=text,
        scale_labels=LABELS,
        rounds=tuple(revealed(n, each) for n, each in enumerate(rounds, 1)),
        outcome=outcome(score, "Seen on 17 of 20 days."),
        score=score if score is not None else (rounds[-1].median if rounds else None),
        notes=(),
        sources=(),
    )
    return replace(made, teams=teams, counts=True, earlier=earlier())


def earlier() -> EarlierFacts:
    """What the earlier workshop said."""
    return EarlierFacts(Distribution((2, 6, 8, 6, 2)), 3.0, differed=False, reworded=False)


def checklist(short: str, text: str, result: Distribution) -> SnapshotQuestion:
    """An item of a checklist."""
    made = replace(question(short, text, (result,)), scale_labels=("No", "Partly", "Yes"))
    return replace(made, kind="checklist", counts=False, earlier=None, outcome=None, teams=())


def session(title: str, theme: Theme, questions: Sequence[SnapshotQuestion]) -> SnapshotSession:
    """A session whose score is the mean of its questions'."""
    known = [q.score for q in questions if q.counts and q.score is not None]
    mean = Decimal(str(round(sum(known) / len(known), 1))) if known else None
    made = SnapshotSession(
        id=title,
        title=title,
        theme=theme,
        second=False,
        minutes=60,
        purpose="",
        questions=tuple(questions),
        score=None if mean is None else Score(mean, len(known)),
    )
    return replace(made, earlier_score=3.0 if known else None)


CHECKS = (
    checklist(
        "Patients", "We know who our patients are and what they need", Distribution((1, 5, 18))
    ),
    checklist("Promise", "We have said which service we promise", Distribution((4, 11, 9))),
    checklist("Decide", "Everyone knows what they may decide alone", Distribution((12, 8, 3), 1)),
)


def day() -> Snapshot:
    """The whole sample day: four sessions, the last one a checklist with a question."""
    sessions = [
        session(
            theme.value.capitalize(),
            theme,
            [question(short, text, ROUNDS[short], score) for short, text, score in asked],
        )
        for theme, asked in QUESTIONS.items()
    ]
    structure = (*CHECKS, question("Handovers", "Does it reach the next?", ROUNDS["Waiting"], 2.5))
    sessions.append(session("Structure", Theme.STRUCTURE, structure))
    return Snapshot(
        workshop=DAY,
        teams=TEAMS,
        sessions=tuple(sessions),
        actions=(),
        parked=(),
        taken_at=0,
    )


def rehearsal(made: Snapshot) -> Snapshot:
    """The same as a rehearsal."""
    return replace(made, workshop=replace(made.workshop, rehearsal=True))
