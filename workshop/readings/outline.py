"""Reading the workshop itself and its agenda."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, String, bindparam, select, type_coerce

from frameworks.model import Pace
from frameworks.theme import Theme
from workshop.facts import (
    Ballot,
    ItemKind,
    OutcomeKind,
    OutlineItem,
    OutlineQuestion,
    Step,
    Voter,
    Way,
    WorkshopFacts,
)
from workshop.readings.revealed import Revealed
from workshop.readings.rounds import read_last_medians
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    OutcomeRecord,
    QuestionRecord,
    RoundRecord,
    WorkshopRecord,
)

_WORKSHOP = select(WorkshopRecord.__table__).where(WorkshopRecord.id == bindparam("workshop_id"))

_ITEMS = (
    select(AgendaItemRecord.__table__)
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
    rows = connection.execute(_ITEMS, {"of_workshop": workshop_id}).all()
    wanted = [row.id for row in rows if only_item is None or row.id == only_item]
    questions = _questions(connection, wanted, known)
    seen: set[str] = set()
    items = []
    for row in rows:
        second = row.theme in seen
        if row.theme is not None:
            seen.add(row.theme)
        items.append(
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
                questions=tuple(questions[row.id]),
                tasks=tuple(row.tasks),
                remark=row.remark,
                must=row.must,
                left_out=row.left_out,
            )
        )
    return tuple(items)


def _questions(
    connection: Connection, item_ids: Sequence[str], known: Revealed | None
) -> defaultdict[str, list[OutlineQuestion]]:
    found: defaultdict[str, list[OutlineQuestion]] = defaultdict(list)
    rows = connection.execute(_QUESTIONS, {"items": list(item_ids)}).all()
    if not rows:
        return found
    medians = read_last_medians(
        connection, {row.id: len(_texts(row.scale_labels)) for row in rows}, known
    )
    for row in rows:
        default_scale = _texts(row.scale_labels) == _texts(row.default_labels)
        agreed = row.score_halves / 2 if row.score_halves is not None else None
        found[row.item_id].append(
            OutlineQuestion(
                id=row.id,
                short=row.short,
                skipped=row.skipped,
                revealed=row.id in medians,
                outcome=OutcomeKind(row.kind) if row.kind else None,
                score=agreed if agreed is not None else medians.get(row.id),
                counts=row.activity_kind == "rate" and default_scale,
                steps_off=tuple(Step(step) for step in _texts(row.steps_off)),
                activity_id=row.activity_id,
                kind=row.activity_kind,
                pace=Pace(row.pace),
                must=row.must,
                picked=row.picked,
                voted=row.voted,
            )
        )
    return found


@lru_cache(maxsize=256)
def _texts(column: str) -> tuple[str, ...]:
    """The texts of a JSON column as it lies in the file; most questions share their scale."""
    return tuple(json.loads(column))
