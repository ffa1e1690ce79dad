"""Snapshot: one consistent reading of a whole workshop as frozen values, for exports.

Rounds that were never revealed are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, select

from frameworks.theme import Theme
from workshop.facts import (
    ActionFacts,
    ItemKind,
    NoteFacts,
    OutcomeFacts,
    OutlineItem,
    OutlineQuestion,
    ReviewFacts,
    RoundFacts,
    WorkshopFacts,
)
from workshop.readings.outline import read_outline, read_workshop
from workshop.readings.plans import read_actions
from workshop.readings.question import read_notes, read_outcome
from workshop.readings.review import read_review
from workshop.readings.rounds import read_rounds
from workshop.records import ParkedRecord, QuestionRecord, SeatRecord, TeamRecord
from workshop.scores import Score


@dataclass(frozen=True, slots=True)
class SnapshotQuestion:
    """A question with its revealed rounds (oldest first) and what became of it.

    `score` is the agreed score, or the last revealed median where none was agreed; None without.
    """

    id: str
    key: str
    short: str
    text: str
    scale_labels: tuple[str, ...]
    rounds: tuple[RoundFacts, ...]
    outcome: OutcomeFacts | None
    score: float | None
    notes: tuple[NoteFacts, ...]
    sources: tuple[str, ...]
    dont_know: bool = True
    skipped: bool = False
    must: bool = True
    look_for: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SnapshotSession:
    """A session with its questions and its score (None where nothing was revealed)."""

    id: str
    title: str
    theme: Theme
    second: bool
    minutes: int
    purpose: str
    questions: tuple[SnapshotQuestion, ...]
    score: Score | None
    left_out: bool = False
    earlier_score: float | None = None


@dataclass(frozen=True, slots=True)
class SnapshotItem:
    """An agenda item as it is planned; the `id` of a session is that of its SnapshotSession."""

    id: str
    kind: ItemKind
    title: str
    minutes: int
    purpose: str = ""
    tasks: tuple[str, ...] = ()
    remark: str = ""
    theme: Theme | None = None
    second: bool = False


@dataclass(frozen=True, slots=True)
class SnapshotTeam:
    """A team and how many voting seats it has; the names of those that have one."""

    name: str
    seats: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything an export may print. `taken_at` in ms since 1970; parked thoughts as texts."""

    workshop: WorkshopFacts
    teams: tuple[SnapshotTeam, ...]
    sessions: tuple[SnapshotSession, ...]
    actions: tuple[ActionFacts, ...]
    parked: tuple[str, ...]
    taken_at: int
    items: tuple[SnapshotItem, ...] = ()
    """What is planned, without what is left out."""
    review: tuple[ReviewFacts, ...] = ()
    """What became of the actions that the earlier workshop left open; none where there was none."""

    @property
    def people(self) -> int:
        """Voting seats of all teams."""
        return sum(team.seats for team in self.teams)


def take(connection: Connection, workshop_id: str, now: int) -> Snapshot:
    """Read a whole workshop. Raises LookupError when there is none of this id."""
    workshop = read_workshop(connection, workshop_id)
    items = read_outline(connection, workshop_id, None)
    sessions = [item for item in items if item.theme is not None]
    return Snapshot(
        workshop=workshop,
        teams=_teams(connection, workshop_id),
        sessions=tuple(_session(connection, item) for item in sessions),
        actions=read_actions(connection, workshop_id, items),
        parked=tuple(
            connection.scalars(
                select(ParkedRecord.text)
                .where(ParkedRecord.workshop_id == workshop_id)
                .order_by(ParkedRecord.parked_at, ParkedRecord.id)
            )
        ),
        taken_at=now,
        items=tuple(_item(item) for item in items if not item.left_out),
        review=read_review(connection, workshop_id),
    )


def _item(item: OutlineItem) -> SnapshotItem:
    return SnapshotItem(
        id=item.id,
        kind=item.kind,
        title=item.title,
        minutes=item.minutes,
        purpose=item.purpose,
        tasks=item.tasks,
        remark=item.remark,
        theme=item.theme,
        second=item.second,
    )


def _teams(connection: Connection, workshop_id: str) -> tuple[SnapshotTeam, ...]:
    rows = connection.execute(
        select(TeamRecord.id, TeamRecord.name, SeatRecord.id, SeatRecord.name)
        .outerjoin(
            SeatRecord, (SeatRecord.team_id == TeamRecord.id) & (SeatRecord.role == "voting")
        )
        .where(TeamRecord.workshop_id == workshop_id)
        .order_by(TeamRecord.position, SeatRecord.position)
    ).all()
    teams = []
    for (_, name), seats in groupby(rows, key=lambda row: (row[0], row[1])):
        found = [seat for _, _, seat_id, seat in seats if seat_id]
        teams.append(SnapshotTeam(name, len(found), tuple(filter(None, found))))
    return tuple(teams)


def _session(connection: Connection, item: OutlineItem) -> SnapshotSession:
    assert item.theme is not None, "a session has a theme"
    return SnapshotSession(
        id=item.id,
        title=item.title,
        theme=item.theme,
        second=item.second,
        minutes=item.minutes,
        purpose=item.purpose,
        questions=tuple(_question(connection, line) for line in item.questions),
        score=item.score,
        left_out=item.left_out,
        earlier_score=item.earlier_score,
    )


def _question(connection: Connection, line: OutlineQuestion) -> SnapshotQuestion:
    row = connection.execute(
        select(QuestionRecord.__table__).where(QuestionRecord.id == line.id)
    ).one()
    rounds = read_rounds(connection, line.id, len(row.scale_labels), 0)
    return SnapshotQuestion(
        id=row.id,
        key=row.key,
        short=row.short,
        text=row.text,
        scale_labels=tuple(row.scale_labels),
        rounds=tuple(each for each in rounds if each.result is not None),
        outcome=read_outcome(connection, line.id),
        score=line.score,
        notes=read_notes(connection, line.id),
        sources=tuple(row.sources),
        dont_know=row.dont_know,
        skipped=line.skipped,
        must=row.must,
        look_for=tuple(row.look_for),
        prompts=tuple(row.prompts),
    )
