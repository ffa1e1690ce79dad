"""Snapshot: one consistent reading of a whole workshop as frozen values, for exports.

Rounds that were never revealed are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

from frameworks.theme import Theme
from workshop.asked_facts import TeamResult
from workshop.facts import (
    ActionFacts,
    ClosingFacts,
    OutlineItem,
    OutlineQuestion,
    ReviewFacts,
    WorkshopFacts,
)
from workshop.kinds import ItemKind, Presence, Role, RoundState, Way
from workshop.photos import PhotoFacts, read_photos
from workshop.question_facts import EarlierFacts, NoteFacts, OutcomeFacts, RoundFacts
from workshop.readings.closing import read_closing
from workshop.readings.earlier import EARLIER_COLUMNS, read_earlier
from workshop.readings.outline import read_outline, read_workshop
from workshop.readings.plans import read_actions, read_dropped
from workshop.readings.question import read_notes_of, read_outcomes_of
from workshop.readings.review import read_review
from workshop.readings.rounds import read_rounds_of, read_ways_of
from workshop.readings.teams import read_team_results_of
from workshop.records import (
    EarlierResultRecord,
    ParkedRecord,
    QuestionRecord,
    SeatRecord,
    TeamRecord,
)
from workshop.scores import Score

_UNDER_WAY = (RoundState.OPEN, RoundState.CLOSED)

_QUESTIONS = (
    select(QuestionRecord.__table__, *EARLIER_COLUMNS)
    .outerjoin(EarlierResultRecord, EarlierResultRecord.question_id == QuestionRecord.id)
    .where(QuestionRecord.id.in_(bindparam("ids", expanding=True)))
)
_SEATS = (
    select(
        TeamRecord.id,
        TeamRecord.name,
        SeatRecord.id.label("seat_id"),
        SeatRecord.name.label("seat"),
        SeatRecord.role,
        SeatRecord.presence,
    )
    .outerjoin(SeatRecord, SeatRecord.team_id == TeamRecord.id)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
    .order_by(TeamRecord.position, SeatRecord.position)
)


@dataclass(frozen=True, slots=True)
class SnapshotQuestion:
    """A question with its revealed rounds (oldest first) and what became of it.

    `score` is the agreed score, or the last revealed median where none was agreed; None without.
    `kind` is its activity's (`rate` or `checklist`); `counts`: its score counts in the session's.
    `teams` is what each team said in the last revealed round as far as it may be shown, then ''
    for the rest: those tallied without a team, or in a secret round (`hidden_teams`) the teams
    that may not be shown. `ways` are how that round's votes came, of a secret one only what was
    kept at its close. `unrevealed` rounds were opened and are not revealed.
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
    kind: str = "rate"
    teams: tuple[TeamResult, ...] = ()
    hidden_teams: bool = False
    ways: tuple[tuple[Way, int], ...] = ()
    unrevealed: int = 0
    earlier: EarlierFacts | None = None
    counts: bool = True


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
    """A team and how many voting seats it has; the names of those that have one.

    `present` of its voting seats are here now; `observers` do not vote.
    """

    name: str
    seats: int
    names: tuple[str, ...] = ()
    present: int = 0
    observers: int = 0


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
    photos: tuple[PhotoFacts, ...] = ()
    """In the agenda's order; none where it was not said where they lie."""
    closing: ClosingFacts | None = None
    """What was said at the close; None where nothing was."""
    dropped: tuple[ActionFacts, ...] = ()
    """Actions that are no more; a calendar that has their dates must let them go."""

    @property
    def people(self) -> int:
        """Voting seats of all teams."""
        return sum(team.seats for team in self.teams)


def take(
    connection: Connection, workshop_id: str, now: int, photo_folder: Path | None = None
) -> Snapshot:
    """Read a whole workshop. Raises LookupError when there is none of this id.

    `photo_folder` is where its photos lie; they are left out where it is None.
    """
    workshop = read_workshop(connection, workshop_id)
    items = read_outline(connection, workshop_id, None)
    closing = read_closing(connection, workshop_id)
    return Snapshot(
        workshop=workshop,
        teams=_teams(connection, workshop_id),
        sessions=_sessions(connection, workshop_id, items),
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
        photos=read_photos(connection, workshop_id, photo_folder) if photo_folder else (),
        closing=closing if any(closing.counts) or closing.words else None,
        dropped=read_dropped(connection, workshop_id, items),
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
    rows = connection.execute(_SEATS, {"of_workshop": workshop_id}).all()
    teams = []
    for (_, name), seats in groupby(rows, key=lambda row: (row[0], row[1])):
        found = [row for row in seats if row.seat_id]
        voting = [row for row in found if row.role == Role.VOTING]
        teams.append(
            SnapshotTeam(
                name=name,
                seats=len(voting),
                names=tuple(row.seat for row in voting if row.seat),
                present=sum(row.presence == Presence.PRESENT for row in voting),
                observers=len(found) - len(voting),
            )
        )
    return tuple(teams)


class _Asked(NamedTuple):
    """What is known of all questions, each by the question's id; teams and ways by the round's."""

    rows: Mapping[str, Any]
    rounds: Mapping[str, tuple[RoundFacts, ...]]
    outcomes: Mapping[str, OutcomeFacts]
    notes: Mapping[str, tuple[NoteFacts, ...]]
    teams: Mapping[str, tuple[TeamResult, ...]]
    ways: Mapping[str, tuple[tuple[Way, int], ...]]


def _sessions(
    connection: Connection, workshop_id: str, items: Sequence[OutlineItem]
) -> tuple[SnapshotSession, ...]:
    asked = _asked(connection, workshop_id, items)
    return tuple(_session(item, asked) for item in items if item.theme is not None)


def _asked(connection: Connection, workshop_id: str, items: Sequence[OutlineItem]) -> _Asked:
    """All questions at once: as many statements for a thousand as for one."""
    ids = [question.id for item in items for question in item.questions]
    rows = {row.id: row for row in connection.execute(_QUESTIONS, {"ids": ids})}
    steps = {row.id: len(row.scale_labels) for row in rows.values()}
    rounds = read_rounds_of(connection, steps, 0)
    last = {}
    for question_id, of_question in rounds.items():
        for each in of_question:
            if each.result is not None:
                last[question_id] = each.id
    newest = {round_id: steps[question_id] for question_id, round_id in last.items()}
    return _Asked(
        rows=rows,
        rounds=rounds,
        outcomes=read_outcomes_of(connection, ids),
        notes=read_notes_of(connection, ids),
        teams=read_team_results_of(connection, workshop_id, newest),
        ways=read_ways_of(connection, list(newest)),
    )


def _session(item: OutlineItem, asked: _Asked) -> SnapshotSession:
    assert item.theme is not None, "a session has a theme"
    return SnapshotSession(
        id=item.id,
        title=item.title,
        theme=item.theme,
        second=item.second,
        minutes=item.minutes,
        purpose=item.purpose,
        questions=tuple(_question(line, asked) for line in item.questions),
        score=item.score,
        left_out=item.left_out,
        earlier_score=item.earlier_score,
    )


def _question(line: OutlineQuestion, asked: _Asked) -> SnapshotQuestion:
    row = asked.rows[line.id]
    rounds = tuple(each for each in asked.rounds[line.id] if each.result is not None)
    last = rounds[-1] if rounds else None
    teams = asked.teams.get(last.id, ()) if last else ()
    return SnapshotQuestion(
        id=row.id,
        key=row.key,
        short=row.short,
        text=row.text,
        scale_labels=tuple(row.scale_labels),
        rounds=rounds,
        outcome=asked.outcomes.get(line.id),
        score=line.score,
        notes=asked.notes.get(line.id, ()),
        sources=tuple(row.sources),
        dont_know=row.dont_know,
        skipped=line.skipped,
        must=row.must,
        look_for=tuple(row.look_for),
        prompts=tuple(row.prompts),
        kind=line.kind,
        teams=teams,
        hidden_teams=last is not None and last.secret and any(not team.id for team in teams),
        ways=asked.ways.get(last.id, ()) if last else (),
        unrevealed=sum(each.state in _UNDER_WAY for each in asked.rounds[line.id]),
        earlier=read_earlier(row),
        counts=line.counts,
    )
