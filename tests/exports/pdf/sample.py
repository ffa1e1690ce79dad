"""The sample day of the tests: Harbour Street Clinic, with nine actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from frameworks.theme import Theme
from workshop.facts import ActionFacts, WorkshopFacts
from workshop.kinds import OutcomeKind
from workshop.question_facts import OutcomeFacts
from workshop.scores import Score
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession, SnapshotTeam

WORKSHOP = WorkshopFacts(
    id="w",
    title="Service review, autumn",
    organisation="Harbour Street Clinic",
    held_on=date(2025, 10, 9),
    starts_at=540,
    language="en",
    purpose="Where do we stand, and what do we do first?",
    promise="",
    ground_rules=(),
    minimum_group=5,
    framework="service-culture",
    rehearsal=False,
)

ROWS = (
    ("Front desk may waive a charge of up to £25 on the spot",
     "write the rule on one card, by 17 Oct", "Practice manager", date(2025, 11, 14),
     "Complaints closed the same day: 40% to 75%", Theme.PEOPLE, "Room to act"),
    ("One handover sheet shared by nursing and back office",
     "draft with two colleagues, by 17 Oct", "Senior nurse", date(2025, 11, 21),
     "Patients asked twice: half of today", Theme.STRUCTURE, "Handovers"),
    ("Call back everyone who waited more than 30 minutes",
     "list the waits from Monday’s log", "Front desk lead", date(2025, 10, 31),
     "9 in 10 called before 18:00", Theme.STRATEGY, "Waiting"),
    ("Trial one shared patient note with 20 patients",
     "ask the supplier for a trial login", "IT coordinator", date(2025, 12, 12),
     "No paper copy needed for 18 of 20", Theme.TECHNOLOGY, "Shared record"),
    ("Each director spends one hour a month at the desk",
     "put four dates in the diary this week", "Clinic director", date(2025, 11, 30),
     "4 of 4 directors, every month", Theme.VISION, "Leaders show it"),
    ("Name a service champion in each team",
     "each team asks for one volunteer", "Operations lead", date(2025, 10, 24),
     "3 named, met twice by December", Theme.STRUCTURE, "Champions"),
    ("Let colleagues choose a monthly thank-you",
     "ask three colleagues what they value", "HR adviser", date(2025, 11, 28),
     "One for each team, each month", Theme.PEOPLE, "Recognition"),
    ("Say how long the wait will be, every time",
     "try it on one Monday", "Front desk lead", date(2025, 11, 7),
     "8 in 10 patients knew", Theme.STRATEGY, "Waiting"),
    ("Learn from one complaint in each team meeting",
     "choose the first complaint", "Quality lead", date(2026, 1, 16),
     "Four complaints, four changes", Theme.STRUCTURE, "Learning"),
)  # fmt: skip


def action(number: int, **fields: object) -> ActionFacts:
    """Row `number` of the sample (from 0, round and round), with `fields` replaced."""
    what, first, owner, due, measure, theme, short = ROWS[number % len(ROWS)]
    made = ActionFacts(
        id=f"a{number}",
        question_id="q",
        what=what,
        first_step=first,
        owner=owner,
        owner_absent=False,
        due=due,
        measure=measure,
        state="agreed",
        off_wall=False,
        off_report=False,
        theme=theme,
        second=False,
        session=theme.value.capitalize(),
        short=short,
    )
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields


def session(
    title: str,
    theme: Theme,
    score: str | None,
    *,
    second: bool = False,
    questions: tuple[SnapshotQuestion, ...] = (),
) -> SnapshotSession:
    """A session with its score as printed, or none."""
    made = None if score is None else Score(Decimal(score), 4)
    return SnapshotSession(title, title, theme, second, 60, "", questions, made)


SESSIONS = (
    session("Vision", Theme.VISION, "3.4"),
    session("Strategy", Theme.STRATEGY, "3.0"),
    session("Structure", Theme.STRUCTURE, "2.8"),
    session("Technology", Theme.TECHNOLOGY, "2.5"),
    session("People", Theme.PEOPLE, "2.9"),
)
TEAMS = (
    SnapshotTeam("Front desk", 8),
    SnapshotTeam("Nursing", 10),
    SnapshotTeam("Back office", 6),
)


def differing(text: str = "Handovers between teams work without asking twice.") -> SnapshotQuestion:
    """A question on which the group agreed to differ."""
    outcome = OutcomeFacts(
        kind=OutcomeKind.DIFFER,
        score=None,
        evidence="",
        low=2.0,
        low_position="Half of the patients are asked twice.",
        high=4.0,
        high_position="Since the new sheet hardly anyone is.",
        finds_out="Senior nurse",
        finds_out_how="count for one week",
        finds_out_by=date(2025, 10, 24),
        off_wall=False,
        off_report=False,
        changed_at=0,
    )
    return SnapshotQuestion(
        "q", "service:structure:handovers", "Handovers", text, ("1", "5"), (), outcome, None, (), ()
    )


def snapshot(count: int = 9, /, **fields: object) -> Snapshot:
    """The sample day with so many actions, and `fields` replaced."""
    made = Snapshot(
        workshop=WORKSHOP,
        teams=TEAMS,
        sessions=SESSIONS,
        actions=tuple(action(number) for number in range(count)),
        parked=(),
        taken_at=0,
    )
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields
