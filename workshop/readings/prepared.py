"""Reading a workshop for Prepare: its agenda, its teams, and the questions of one session."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, bindparam, case, exists, func, select

from frameworks.model import Pace
from frameworks.theme import Theme
from workshop import journal
from workshop.kinds import LED_KINDS, ActionStatus, ItemKind, RoundState, Voter
from workshop.prepared import (
    Prepared,
    PreparedActivity,
    PreparedItem,
    PreparedQuestion,
    PreparedTeam,
)
from workshop.preparing_acts import BEGUN
from workshop.readings.outline import read_workshop, seconds
from workshop.readings.review import read_review
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    QuestionRecord,
    RoundRecord,
    SeatRecord,
    SourceRecord,
    TeamRecord,
)

_ITEMS = (
    select(AgendaItemRecord.__table__)
    .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    .order_by(AgendaItemRecord.position, AgendaItemRecord.id)
)
_COUNTS = (
    select(
        ActivityRecord.item_id,
        func.count(),
        func.sum(case((QuestionRecord.skipped, 0), else_=1)),
    )
    .join(QuestionRecord, QuestionRecord.activity_id == ActivityRecord.id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    .group_by(ActivityRecord.item_id)
)
_TEAMS = (
    select(TeamRecord.id, TeamRecord.name, TeamRecord.people)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
    .order_by(TeamRecord.position, TeamRecord.id)
)
_SEATS = (
    select(SeatRecord.team_id, SeatRecord.name)
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
    .order_by(SeatRecord.position, SeatRecord.id)
)
_NOT_LED = (
    select(func.count())
    .select_from(QuestionRecord)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(
        AgendaItemRecord.workshop_id == bindparam("of_workshop"),
        ActivityRecord.kind.not_in(sorted(LED_KINDS)),
    )
)
_ACTIVITIES = (
    select(ActivityRecord.__table__)
    .where(ActivityRecord.item_id == bindparam("of_item"))
    .order_by(ActivityRecord.position, ActivityRecord.id)
)
_QUESTIONS = (
    select(
        QuestionRecord.__table__,
        exists()
        .where(
            RoundRecord.question_id == QuestionRecord.id,
            RoundRecord.state != RoundState.NOT_OPENED.value,
        )
        .label("asked"),
    )
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .where(ActivityRecord.item_id == bindparam("of_item"))
    .order_by(QuestionRecord.position, QuestionRecord.id)
)
_SOURCES = (
    select(SourceRecord.key, SourceRecord.title)
    .join(AgendaItemRecord, AgendaItemRecord.workshop_id == SourceRecord.workshop_id)
    .where(AgendaItemRecord.id == bindparam("of_item"))
)


def read_prepared(connection: Connection, workshop_id: str) -> Prepared:
    """A workshop as Prepare shows it. Raises LookupError when there is none of this id."""
    workshop = read_workshop(connection, workshop_id)
    of = {"of_workshop": workshop_id}
    undo, redo = journal.ends(connection, workshop_id)
    return Prepared(
        workshop=workshop,
        items=_items(connection, of),
        teams=_teams(connection, of, as_one=workshop.voter is Voter.TEAM),
        begun=bool(connection.execute(BEGUN, of).scalar_one()),
        undo=None if undo is None else (undo.act, dict(undo.values)),
        redo=None if redo is None else (redo.act, dict(redo.values)),
        open_actions=sum(
            each.status is not ActionStatus.DONE for each in read_review(connection, workshop_id)
        ),
        not_led=connection.execute(_NOT_LED, of).scalar_one(),
    )


def read_prepared_session(connection: Connection, item_id: str) -> tuple[PreparedActivity, ...]:
    """The activities of a session with their questions, in order; of any other item none.

    A question's sources are the titles of what it draws on.
    """
    of = {"of_item": item_id}
    titles = dict(connection.execute(_SOURCES, of).all())
    questions: defaultdict[str, list[PreparedQuestion]] = defaultdict(list)
    for row in connection.execute(_QUESTIONS, of):
        questions[row.activity_id].append(
            PreparedQuestion(
                id=row.id,
                activity_id=row.activity_id,
                key=row.key,
                short=row.short,
                text=row.text,
                scale_labels=tuple(row.scale_labels),
                must=row.must,
                left_out=row.skipped,
                edited=row.edited,
                asked=bool(row.asked),
                look_for=tuple(row.look_for),
                prompts=tuple(row.prompts),
                sources=tuple(titles.get(key, key) for key in row.sources),
            )
        )
    return tuple(
        PreparedActivity(
            id=row.id,
            key=row.key,
            kind=row.kind,
            title=row.title,
            pace=Pace(row.pace),
            questions=tuple(questions[row.id]),
        )
        for row in connection.execute(_ACTIVITIES, of)
    )


def _items(connection: Connection, of: dict[str, str]) -> tuple[PreparedItem, ...]:
    counts = {item: (all_of, asked) for item, all_of, asked in connection.execute(_COUNTS, of)}
    rows = connection.execute(_ITEMS, of).all()
    items = []
    for row, second in zip(rows, seconds(row.theme for row in rows), strict=True):
        all_questions, questions = counts.get(row.id, (0, 0))
        items.append(
            PreparedItem(
                id=row.id,
                kind=ItemKind(row.kind),
                title=row.title,
                minutes=row.minutes,
                purpose=row.purpose,
                tasks=tuple(row.tasks),
                remark=row.remark,
                theme=Theme(row.theme) if row.theme else None,
                second=second,
                session_key=row.session_key or "",
                must=row.must,
                left_out=row.left_out,
                questions=questions,
                all_questions=all_questions,
                begun=row.started_at is not None,
            )
        )
    return tuple(items)


def _teams(connection: Connection, of: dict[str, str], *, as_one: bool) -> tuple[PreparedTeam, ...]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for team_id, name in connection.execute(_SEATS, of):
        names[team_id].append(name or "")
    return tuple(
        PreparedTeam(
            id=row.id,
            name=row.name,
            names=tuple(names[row.id]),
            people=row.people if as_one else len(names[row.id]),
        )
        for row in connection.execute(_TEAMS, of)
    )
