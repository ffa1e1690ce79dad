"""Reading the workshop itself and its agenda."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from sqlalchemy import Connection, String, bindparam, select, type_coerce

from frameworks.model import Pace
from frameworks.theme import Theme
from workshop.facts import OutlineItem, OutlineQuestion, WorkshopFacts
from workshop.kinds import Ballot, ItemKind, OutcomeKind, Step, Voter, Way
from workshop.readings.revealed import Revealed
from workshop.readings.rounds import read_results
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    OutcomeRecord,
    QuestionRecord,
    RoundRecord,
    WorkshopRecord,
)

_WORKSHOP = select(WorkshopRecord.__table__).where(WorkshopRecord.id == bindparam("workshop_id"))


class _Item(NamedTuple):
    """A row of the agenda, as `_ITEMS` reads it."""

    id: str
    kind: str
    title: str
    purpose: str
    minutes: int
    theme: str | None
    started_at: int | None
    ended_at: int | None
    tasks: str
    remark: str
    must: bool
    left_out: bool
    earlier_score: float | None


class _Question(NamedTuple):
    """A row of a question with its activity, as `_QUESTIONS` reads it."""

    item_id: str
    steps_off: str
    activity_id: str
    activity_kind: str
    pace: str
    default_labels: str
    id: str
    short: str
    skipped: bool
    must: bool
    picked: bool
    scale_labels: str
    outcome: str | None
    score_halves: int | None
    voted: bool
    newest: str | None
    """Its newest revealed round."""


_ITEMS = (
    select(
        AgendaItemRecord.id,
        AgendaItemRecord.kind,
        AgendaItemRecord.title,
        AgendaItemRecord.purpose,
        AgendaItemRecord.minutes,
        AgendaItemRecord.theme,
        AgendaItemRecord.started_at,
        AgendaItemRecord.ended_at,
        type_coerce(AgendaItemRecord.tasks, String),
        AgendaItemRecord.remark,
        AgendaItemRecord.must,
        AgendaItemRecord.left_out,
        AgendaItemRecord.earlier_score,
    )
    .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    .order_by(AgendaItemRecord.position)
)

_QUESTIONS = (
    select(
        ActivityRecord.item_id,
        type_coerce(ActivityRecord.steps_off, String).label("steps_off"),
        ActivityRecord.id.label("activity_id"),
        ActivityRecord.kind.label("activity_kind"),
        ActivityRecord.pace,
        type_coerce(WorkshopRecord.scale_labels, String).label("default_labels"),
        QuestionRecord.id,
        QuestionRecord.short,
        QuestionRecord.skipped,
        QuestionRecord.must,
        QuestionRecord.picked,
        type_coerce(QuestionRecord.scale_labels, String).label("scale_labels"),
        OutcomeRecord.kind,
        OutcomeRecord.score_halves,
        select(RoundRecord.id)
        .where(
            RoundRecord.question_id == QuestionRecord.id,
            RoundRecord.asks == "performance",
            RoundRecord.state.in_(("closed", "revealed")),
        )
        .exists()
        .label("voted"),
        select(RoundRecord.id)
        .where(
            RoundRecord.question_id == QuestionRecord.id,
            RoundRecord.asks == "performance",
            RoundRecord.state == "revealed",
        )
        .order_by(RoundRecord.number.desc())
        .limit(1)
        .scalar_subquery()
        .label("newest"),
    )
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .join(WorkshopRecord, WorkshopRecord.id == AgendaItemRecord.workshop_id)
    .join(QuestionRecord, QuestionRecord.activity_id == ActivityRecord.id)
    .outerjoin(OutcomeRecord, OutcomeRecord.question_id == QuestionRecord.id)
    .where(ActivityRecord.item_id.in_(bindparam("items", expanding=True)))
    .order_by(AgendaItemRecord.position, ActivityRecord.position, QuestionRecord.position)
)


def read_workshop(connection: Connection, workshop_id: str) -> WorkshopFacts:
    """The workshop itself. Raises LookupError when there is none of this id."""
    row = connection.execute(_WORKSHOP, {"workshop_id": workshop_id}).one_or_none()
    if row is None:
        raise LookupError(workshop_id)
    return WorkshopFacts(
        id=row.id,
        title=row.title,
        organisation=row.organisation,
        held_on=row.held_on,
        starts_at=row.starts_at,
        language=row.language,
        purpose=row.purpose,
        promise=row.promise,
        ground_rules=tuple(row.ground_rules),
        minimum_group=row.minimum_group,
        framework=row.framework_title,
        rehearsal=row.rehearsal,
        ballot=Ballot(row.ballot),
        voter=Voter(row.voter),
        ends_at=row.ends_at,
        review_on=row.review_on,
        plan_goes_to=row.plan_goes_to,
        who_answers=row.who_answers,
        scale_labels=tuple(row.scale_labels),
        place=row.place,
        ways=frozenset(map(Way, row.ways)),
        target=None if row.target_halves is None else row.target_halves / 2,
        framework_id=row.framework_id,
        framework_version=row.framework_version,
        earlier_id=row.earlier_id,
        earlier_title=row.earlier_title,
        earlier_on=row.earlier_on,
        room_tested_at=row.room_tested_at,
    )


def read_outline(
    connection: Connection,
    workshop_id: str,
    only_item: str | None,
    known: Revealed | None = None,
) -> tuple[OutlineItem, ...]:
    """The agenda in order; questions of `only_item`, or of every session where that is None.

    `known` remembers what is revealed.
    """
    known = Revealed() if known is None else known
    rows = [_Item._make(row) for row in connection.execute(_ITEMS, {"of_workshop": workshop_id})]
    items = known.rows.of("agenda", rows, partial(_items, rows))
    wanted = [item.id for item in items if only_item is None or item.id == only_item]
    return _with_questions(connection, items, wanted, known)


def read_rest(
    connection: Connection, items: Sequence[OutlineItem], known: Revealed | None = None
) -> tuple[OutlineItem, ...]:
    """An agenda of `read_outline` with the questions of every session: those it left out too."""
    wanted = [item.id for item in items if not item.questions]
    return _with_questions(connection, items, wanted, Revealed() if known is None else known)


def seconds(themes: Iterable[str | None]) -> Iterator[bool]:
    """Whether each takes its theme's second shape, of the items of an agenda in order."""
    seen: set[str] = set()
    for theme in themes:
        yield theme in seen
        if theme is not None:
            seen.add(theme)


def _items(rows: Sequence[_Item]) -> tuple[OutlineItem, ...]:
    return tuple(
        OutlineItem(
            id=row.id,
            kind=ItemKind(row.kind),
            title=row.title,
            purpose=row.purpose,
            minutes=row.minutes,
            theme=Theme(row.theme) if row.theme else None,
            second=second,
            started_at=row.started_at,
            ended_at=row.ended_at,
            questions=(),
            tasks=_texts(row.tasks),
            remark=row.remark,
            must=row.must,
            left_out=row.left_out,
            earlier_score=row.earlier_score,
        )
        for row, second in zip(rows, seconds(row.theme for row in rows), strict=True)
    )


def _with_questions(
    connection: Connection, items: Sequence[OutlineItem], wanted: Sequence[str], known: Revealed
) -> tuple[OutlineItem, ...]:
    """`items`, those `wanted` with the questions that the file has for them."""
    read = connection.execute(_QUESTIONS, {"items": wanted})
    rows = [_Question._make(row) for row in read]
    steps = {row.newest: len(_texts(row.scale_labels)) for row in rows if row.newest is not None}
    results = read_results(connection, steps, known)
    medians = {row.id: results[row.newest].median for row in rows if row.newest is not None}
    by_item: defaultdict[str, list[tuple[_Question, bool, float | None]]] = defaultdict(list)
    for row in rows:
        by_item[row.item_id].append((row, row.id in medians, medians.get(row.id)))
    asked = []
    for item in items:
        of = item, by_item.get(item.id, [])
        asked.append(known.rows.of(("item", item.id), of, partial(_asked, *of)) if of[1] else item)
    return tuple(asked)


def _asked(item: OutlineItem, rows: Sequence[tuple[_Question, bool, float | None]]) -> OutlineItem:
    """`item` with its questions; each is a row, whether it is revealed, and its median then."""
    return replace(item, questions=tuple(_question(*row) for row in rows))


def _question(row: _Question, revealed: bool, median: float | None) -> OutlineQuestion:
    default_scale = _texts(row.scale_labels) == _texts(row.default_labels)
    agreed = row.score_halves / 2 if row.score_halves is not None else None
    return OutlineQuestion(
        id=row.id,
        short=row.short,
        skipped=row.skipped,
        revealed=revealed,
        outcome=OutcomeKind(row.outcome) if row.outcome else None,
        score=agreed if agreed is not None else median,
        counts=row.activity_kind == "rate" and default_scale,
        steps_off=tuple(Step(step) for step in _texts(row.steps_off)),
        activity_id=row.activity_id,
        kind=row.activity_kind,
        pace=Pace(row.pace),
        must=row.must,
        picked=row.picked,
        voted=row.voted,
    )


@lru_cache(maxsize=256)
def _texts(column: str) -> tuple[str, ...]:
    """The texts of a JSON column as it lies in the file; most questions share their scale."""
    return tuple(json.loads(column))
