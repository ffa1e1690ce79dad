"""Days for the report's tests: snapshots with votes, as small or as large as a test needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from frameworks.theme import Theme
from tests.exports.pdf.sample import WORKSHOP, action
from workshop.asked_facts import TeamResult
from workshop.facts import ActionFacts, WorkshopFacts
from workshop.kinds import OutcomeKind, RoundState
from workshop.question_facts import EarlierFacts, NoteFacts, OutcomeFacts, RoundFacts
from workshop.scores import QuestionScore, session_score
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession, SnapshotTeam
from workshop.tally import Distribution

LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Always")
CHECKLIST = ("No", "Partly", "Yes")
DAY = replace(WORKSHOP, scale_labels=LABELS)
VOTES = ((1, 2, 8, 10, 3), (8, 11, 4, 1, 0), (0, 3, 4, 12, 3), (2, 8, 3, 8, 3), (3, 10, 8, 3, 0))
BEFORE = ((2, 4, 9, 7, 2), (3, 8, 2, 8, 3))
ASKED = (
    ("Reliability", "Do we keep the promises we make, the first time?",
     "Lab results promised by noon came by noon on 17 of 20 days."),
    ("Surprise", "How often does a patient get something better than expected?",
     "No team could name a pleasant surprise from the last month."),
    ("Recovery", "When we let a patient down, do we own it, put it right and follow up?",
     "Wrong-bill calls are now returned the same day; spring took three."),
    ("Fairness", "Is our care the same for everyone, however they reach us?",
     "Callers without English wait longer: no interpreter after 16:00."),
    ("Waiting", "Do we respect people’s time?",
     "Median wait 34 minutes in September; the board says 15."),
)  # fmt: skip


def held(
    number: int, counts: Sequence[int], dont_know: int = 0, *, secret: bool = False
) -> RoundFacts:
    """A revealed round."""
    result = Distribution(tuple(counts), dont_know)
    return RoundFacts(
        f"r{number}", number, RoundState.REVEALED, result.votes, result.votes, result, secret
    )


def agreed(score: float | None, evidence: str = "", **fields: object) -> OutcomeFacts:
    """What became of a question; undecided without a score."""
    kind = OutcomeKind.UNDECIDED if score is None else OutcomeKind.AGREED
    made = OutcomeFacts(kind, score, evidence, None, "", None, "", "", "", None, False, False, 0)
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields


def question(session: str, number: int, **fields: object) -> SnapshotQuestion:
    """Question `number` of a session, from 0, round and round through the sample."""
    short, text, evidence = ASKED[number % len(ASKED)]
    counts = VOTES[number % len(VOTES)]
    rounds: tuple[RoundFacts, ...] = (held(1, counts),)
    if number % len(VOTES) in {0, 3}:
        rounds = (held(1, BEFORE[number % 2]), held(2, counts))
    score = (3.5, 2.0, 4.0, 3.0, 2.5)[number % len(VOTES)]
    made = SnapshotQuestion(
        id=f"{session}-q{number}",
        key=f"{session}:{number}",
        short=short,
        text=text,
        scale_labels=LABELS,
        rounds=rounds,
        outcome=agreed(score, evidence),
        score=score,
        notes=(),
        sources=(),
    )
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields


def checked(session: str, number: int, counts: Sequence[int] = (4, 6, 12)) -> SnapshotQuestion:
    """A question of a checklist."""
    return question(
        session,
        number,
        scale_labels=CHECKLIST,
        rounds=(held(1, counts, 2),),
        outcome=None,
        score=None,
        kind="checklist",
        counts=False,
    )


def part(
    number: int, questions: Sequence[SnapshotQuestion] | int = 5, **fields: object
) -> SnapshotSession:
    """Session `number`, from 0; its theme comes round after five."""
    theme = tuple(Theme)[number % 5]
    key = f"s{number}"
    asked = (
        tuple(question(key, place) for place in range(questions))
        if isinstance(questions, int)
        else tuple(questions)
    )
    score = session_score(
        QuestionScore(each.score if each.counts else None, None) for each in asked
    )
    title = theme.value.capitalize()
    made = SnapshotSession(key, title, theme, number >= 5, 60, "", asked, score)
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields


def teams(count: int = 3, seats: int = 8) -> tuple[SnapshotTeam, ...]:
    """Teams with everyone here."""
    names = ("Front desk", "Nursing", "Back office")
    return tuple(
        SnapshotTeam(names[n] if n < 3 else f"Team {n + 1}", seats, present=seats)
        for n in range(count)
    )


def said_by(team_names: Sequence[str], counts: Sequence[int]) -> tuple[TeamResult, ...]:
    """What each team said: all the same."""
    return tuple(
        TeamResult(f"t{n}", name, Distribution(tuple(counts))) for n, name in enumerate(team_names)
    )


def earlier(counts: Sequence[int], score: float | None = None) -> EarlierFacts:
    """What last time came to."""
    return EarlierFacts(Distribution(tuple(counts)), score, differed=False, reworded=False)


def note(text: str, *, private: bool = False, off_report: bool = False) -> NoteFacts:
    """A note at a question."""
    return NoteFacts(text[:20], private, text, off_wall=False, off_report=off_report)


def day(
    sessions: Sequence[SnapshotSession] | int = 5,
    actions: int | Sequence[ActionFacts] = 9,
    workshop: WorkshopFacts = DAY,
    **fields: object,
) -> Snapshot:
    """A day with so many sessions and actions."""
    parts = (
        tuple(part(number) for number in range(sessions))
        if isinstance(sessions, int)
        else tuple(sessions)
    )
    if isinstance(actions, int):
        actions = [action(number) for number in range(actions)]
    made = Snapshot(
        workshop=workshop,
        teams=teams(),
        sessions=parts,
        actions=tuple(actions),
        parked=(),
        taken_at=0,
    )
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields
