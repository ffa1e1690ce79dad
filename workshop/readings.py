"""Readings: one consistent read of the library -> facts. Here alone votes become counts.

Before a round is revealed only who voted and how many is asked for; the one query that reads
answers, `_results`, names revealed rounds only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, literal, select, union_all

from frameworks.model import Theme
from workshop import journal
from workshop.facts import (
    ActionFacts,
    Facts,
    ItemKind,
    NoteFacts,
    OutcomeFacts,
    OutcomeKind,
    OutlineItem,
    OutlineQuestion,
    ParkedFacts,
    Practice,
    QuestionFacts,
    RoundFacts,
    RoundState,
    SeatFacts,
    Step,
    TeamFacts,
    TimerFace,
    Turn,
    Way,
    WorkshopFacts,
)
from workshop.records import (
    ActionRecord,
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    QuestionRecord,
    RoundRecord,
    RoundSeatRecord,
    SeatRecord,
    TallyRecord,
    TeamRecord,
    TimerRecord,
    VoteRecord,
    WallRecord,
    WorkshopRecord,
)
from workshop.tally import Distribution

AnyRow = Any
"""A row of a query: its columns are named where it is asked for."""


def read_day(
    connection: Connection, workshop_id: str, practice: Practice | None, *, whole: bool
) -> Facts:
    """Where the day of a workshop is.

    `whole` False reads only the session in work, which is all a scene needs; True adds every
    session's questions with their scores, for the rail and for turning the wall back.
    Raises LookupError when there is no such workshop.
    """
    workshop = read_workshop(connection, workshop_id)
    live = connection.execute(
        select(LiveRecord.__table__).where(LiveRecord.workshop_id == workshop_id)
    ).one()
    wall = connection.execute(
        select(WallRecord.__table__).where(WallRecord.workshop_id == workshop_id)
    ).one()
    items = read_outline(connection, workshop_id, None if whole else live.item_id)
    teams = _teams(connection, workshop_id, live.round_id)
    whole_room = tuple(_tallied(connection, live.round_id).get("", {}).items())
    if practice is not None and practice.open:
        teams = tuple(_in_practice(team, practice) for team in teams)
        whole_room = ((Way.HANDS, practice.hands.get("", 0)),)
    expected = sum(team.expected for team in teams)
    question = _question(connection, items, live.question_id, expected)
    rounds = question.rounds if question else ()
    undo, redo = journal.newest(connection, workshop_id), journal.next_redo(connection, workshop_id)
    return Facts(
        workshop=workshop,
        items=items,
        teams=teams,
        whole_room=whole_room,
        item_id=live.item_id,
        step=Step(live.step),
        page=live.page,
        question=question,
        round=next((r for r in rounds if r.id == live.round_id), None),
        practice=practice,
        turn=_turn(connection, wall),
        timer=_timer(connection, workshop_id),
        blank=wall.blank,
        back=wall.back,
        shown=None,
        reveal_taken_back=wall.reveal_taken_back,
        actions=read_actions(connection, workshop_id, items),
        parked=_parked(connection, workshop_id),
        undo=(undo.act, dict(undo.values)) if undo else None,
        redo=(redo.act, dict(redo.values)) if redo else None,
        started_at=live.started_at,
        ended_at=live.ended_at,
    )


def read_workshop(connection: Connection, workshop_id: str) -> WorkshopFacts:
    """The workshop itself. Raises LookupError when there is none of this id."""
    row = connection.execute(
        select(WorkshopRecord.__table__).where(WorkshopRecord.id == workshop_id)
    ).one_or_none()
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
    )


def read_outline(
    connection: Connection, workshop_id: str, only_item: str | None
) -> tuple[OutlineItem, ...]:
    """The agenda in order; questions of `only_item`, or of every session where that is None."""
    rows = connection.execute(
        select(AgendaItemRecord.__table__)
        .where(AgendaItemRecord.workshop_id == workshop_id)
        .order_by(AgendaItemRecord.position)
    ).all()
    wanted = [row.id for row in rows if only_item is None or row.id == only_item]
    questions = _outline_questions(connection, wanted)
    seen: set[str] = set()
    items = []
    for row in rows:
        second = row.theme is not None and row.theme in seen
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
            )
        )
    return tuple(items)


def _outline_questions(
    connection: Connection, item_ids: Sequence[str]
) -> defaultdict[str, list[OutlineQuestion]]:
    found: defaultdict[str, list[OutlineQuestion]] = defaultdict(list)
    if not item_ids:
        return found
    rows = connection.execute(
        select(
            AgendaItemRecord.id.label("item_id"),
            ActivityRecord.steps_off,
            ActivityRecord.kind.label("activity_kind"),
            WorkshopRecord.scale_labels.label("default_labels"),
            QuestionRecord.id,
            QuestionRecord.short,
            QuestionRecord.skipped,
            QuestionRecord.scale_labels,
            OutcomeRecord.kind,
            OutcomeRecord.score_halves,
        )
        .join(WorkshopRecord, WorkshopRecord.id == AgendaItemRecord.workshop_id)
        .join(ActivityRecord, ActivityRecord.item_id == AgendaItemRecord.id)
        .join(QuestionRecord, QuestionRecord.activity_id == ActivityRecord.id)
        .outerjoin(OutcomeRecord, OutcomeRecord.question_id == QuestionRecord.id)
        .where(AgendaItemRecord.id.in_(item_ids))
        .order_by(AgendaItemRecord.position, ActivityRecord.position, QuestionRecord.position)
    ).all()
    medians = _last_medians(connection, {row.id: len(row.scale_labels) for row in rows})
    for row in rows:
        agreed = row.score_halves / 2 if row.score_halves is not None else None
        found[row.item_id].append(
            OutlineQuestion(
                id=row.id,
                short=row.short,
                skipped=row.skipped,
                revealed=row.id in medians,
                outcome=OutcomeKind(row.kind) if row.kind else None,
                score=agreed if agreed is not None else medians.get(row.id),
                counts=row.activity_kind == "rate" and row.scale_labels == row.default_labels,
                steps_off=tuple(Step(step) for step in row.steps_off),
            )
        )
    return found


def _last_medians(connection: Connection, steps: dict[str, int]) -> dict[str, float | None]:
    """The median of each question's newest revealed round, by question."""
    rounds = connection.execute(
        select(RoundRecord.question_id, RoundRecord.id)
        .where(
            RoundRecord.question_id.in_(steps),
            RoundRecord.state == RoundState.REVEALED.value,
            RoundRecord.asks == "performance",
        )
        .order_by(RoundRecord.number)
    ).all()
    newest = {row.question_id: row.id for row in rounds}
    results = _results(connection, {newest[q]: steps[q] for q in newest})
    return {question: results[round_id].median for question, round_id in newest.items()}


def _results(connection: Connection, steps: dict[str, int]) -> dict[str, Distribution]:
    """The distributions of rounds, by round id; a round that is not revealed gives nothing."""
    revealed = select(RoundRecord.id).where(
        RoundRecord.id.in_(steps), RoundRecord.state == RoundState.REVEALED.value
    )
    counted = union_all(
        select(VoteRecord.round_id, VoteRecord.answer, func.count().label("count"))
        .where(VoteRecord.round_id.in_(revealed))
        .group_by(VoteRecord.round_id, VoteRecord.answer),
        select(TallyRecord.round_id, TallyRecord.answer, TallyRecord.count).where(
            TallyRecord.round_id.in_(revealed)
        ),
    )
    rows: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in connection.execute(counted):
        rows[row[0]].append((row[1], row[2]))
    ids = connection.execute(revealed).scalars().all()
    return {round_id: Distribution.of(steps[round_id], rows[round_id]) for round_id in ids}


def _teams(connection: Connection, workshop_id: str, round_id: str | None) -> tuple[TeamFacts, ...]:
    teams = connection.execute(
        select(TeamRecord.id, TeamRecord.name)
        .where(TeamRecord.workshop_id == workshop_id)
        .order_by(TeamRecord.position)
    ).all()
    seats = connection.execute(
        select(
            SeatRecord.id,
            SeatRecord.team_id,
            SeatRecord.name,
            SeatRecord.presence,
            SeatRecord.role,
            VoteRecord.way,
        )
        .outerjoin(
            VoteRecord, (VoteRecord.seat_id == SeatRecord.id) & (VoteRecord.round_id == round_id)
        )
        .where(SeatRecord.team_id.in_([team.id for team in teams]))
        .order_by(SeatRecord.position)
    ).all()
    by_team: defaultdict[str, list[AnyRow]] = defaultdict(list)
    for seat in seats:
        by_team[seat.team_id].append(seat)
    tallied = _tallied(connection, round_id)
    return tuple(_team(team, by_team[team.id], tallied.get(team.id, {})) for team in teams)


def _team(team: AnyRow, seats: Iterable[AnyRow], tallied: dict[Way, int]) -> TeamFacts:
    ways: dict[Way, int] = defaultdict(int)
    present = []
    seats = list(seats)
    for seat in seats:
        counts_today = seat.presence == "present" and seat.role == "voting"
        if counts_today:
            present.append(SeatFacts(seat.id, seat.name, seat.way is not None))
        if seat.way is not None:
            ways[Way(seat.way)] += 1
    for way, count in tallied.items():
        ways[way] += count
    return TeamFacts(
        id=team.id,
        name=team.name,
        seats_all=len(seats),
        seats=tuple(present),
        by_way=tuple((way, ways[way]) for way in Way if ways[way]),
        tallied=sum(tallied.values()),
    )


def _in_practice(team: TeamFacts, practice: Practice) -> TeamFacts:
    hands = practice.hands.get(team.id, 0)
    seats = tuple(replace(seat, voted=seat.id in practice.seats) for seat in team.seats)
    by_way = ((Way.HANDS, hands), (Way.WALL, sum(seat.voted for seat in seats)))
    return replace(
        team, seats=seats, tallied=hands, by_way=tuple((way, n) for way, n in by_way if n)
    )


def _tallied(connection: Connection, round_id: str | None) -> dict[str, dict[Way, int]]:
    rows = connection.execute(
        select(TallyRecord.group, TallyRecord.way, func.sum(TallyRecord.count))
        .where(TallyRecord.round_id == round_id)
        .group_by(TallyRecord.group, TallyRecord.way)
    ).all()
    found: defaultdict[str, dict[Way, int]] = defaultdict(dict)
    for group, way, count in rows:
        found[group][Way(way)] = count
    return found


def _question(
    connection: Connection,
    items: tuple[OutlineItem, ...],
    question_id: str | None,
    expected: int,
) -> QuestionFacts | None:
    if question_id is None:
        return None
    row = connection.execute(
        select(QuestionRecord.__table__).where(QuestionRecord.id == question_id)
    ).one()
    item = next(i for i in items if any(q.id == question_id for q in i.questions))
    ids = [question.id for question in item.questions]
    return QuestionFacts(
        id=row.id,
        item_id=item.id,
        short=row.short,
        text=row.text,
        number=ids.index(question_id) + 1,
        of=len(ids),
        scale_labels=tuple(row.scale_labels),
        dont_know=row.dont_know,
        look_for=tuple(row.look_for),
        prompts=tuple(row.prompts),
        rounds=read_rounds(connection, question_id, len(row.scale_labels), expected),
        outcome=read_outcome(connection, question_id),
        notes=read_notes(connection, question_id),
        actions=connection.execute(
            select(func.count())
            .select_from(ActionRecord)
            .where(ActionRecord.question_id == question_id, ActionRecord.state != "dropped")
        ).scalar_one(),
    )


def read_shown(
    connection: Connection, items: tuple[OutlineItem, ...], question_id: str
) -> QuestionFacts | None:
    """An earlier question, for the wall that is turned back; its rounds are over."""
    return _question(connection, items, question_id, 0)


def read_rounds(
    connection: Connection, question_id: str, steps: int, expected: int
) -> tuple[RoundFacts, ...]:
    """The performance rounds of a question that were begun, oldest first."""
    rows = connection.execute(
        select(RoundRecord.id, RoundRecord.number, RoundRecord.state)
        .where(RoundRecord.question_id == question_id, RoundRecord.asks == "performance")
        .order_by(RoundRecord.number)
    ).all()
    ids = [row.id for row in rows]
    voted, present = _votes_in(connection, ids), _present(connection, ids)
    results = _results(connection, dict.fromkeys(ids, steps)) if ids else {}
    return tuple(
        RoundFacts(
            id=row.id,
            number=row.number,
            state=RoundState(row.state),
            votes_in=voted.get(row.id, 0),
            expected=present.get(row.id, 0) if row.state in ("closed", "revealed") else expected,
            result=results.get(row.id),
        )
        for row in rows
    )


def _votes_in(connection: Connection, round_ids: Sequence[str]) -> dict[str, int]:
    own = (
        select(VoteRecord.round_id, func.count().label("count"))
        .where(VoteRecord.round_id.in_(round_ids))
        .group_by(VoteRecord.round_id)
    )
    tallied = (
        select(TallyRecord.round_id, func.sum(TallyRecord.count).label("count"))
        .where(TallyRecord.round_id.in_(round_ids))
        .group_by(TallyRecord.round_id)
    )
    found: defaultdict[str, int] = defaultdict(int)
    for round_id, count in connection.execute(union_all(own, tallied)):
        found[round_id] += count
    return found


def _present(connection: Connection, round_ids: Sequence[str]) -> dict[str, int]:
    rows = connection.execute(
        select(RoundSeatRecord.round_id, func.count())
        .where(RoundSeatRecord.round_id.in_(round_ids))
        .group_by(RoundSeatRecord.round_id)
    ).all()
    return dict(rows)


def read_outcome(connection: Connection, question_id: str) -> OutcomeFacts | None:
    """What was recorded for a question."""
    row = connection.execute(
        select(OutcomeRecord.__table__).where(OutcomeRecord.question_id == question_id)
    ).one_or_none()
    if row is None:
        return None
    return OutcomeFacts(
        kind=OutcomeKind(row.kind),
        score=_points(row.score_halves),
        evidence=row.evidence,
        low=_points(row.low_halves),
        low_position=row.low_position,
        high=_points(row.high_halves),
        high_position=row.high_position,
        finds_out=row.finds_out,
        finds_out_how=row.finds_out_how,
        finds_out_by=row.finds_out_by,
        off_wall=row.off_wall,
        off_report=row.off_report,
        changed_at=row.changed_at,
    )


def _points(halves: int | None) -> float | None:
    return None if halves is None else halves / 2


def read_notes(connection: Connection, question_id: str) -> tuple[NoteFacts, ...]:
    """The lines written at a question, oldest first."""
    rows = connection.execute(
        select(NoteRecord.__table__)
        .where(NoteRecord.question_id == question_id)
        .order_by(NoteRecord.written_at, NoteRecord.id)
    ).all()
    return tuple(
        NoteFacts(row.id, row.kind == "private", row.text, row.off_wall, row.off_report)
        for row in rows
    )


def read_actions(
    connection: Connection, workshop_id: str, items: tuple[OutlineItem, ...]
) -> tuple[ActionFacts, ...]:
    """The actions that were not dropped, in order, each with where it came from."""
    rows = connection.execute(
        select(
            ActionRecord.__table__,
            QuestionRecord.short,
            ActivityRecord.item_id.label("item_id"),
        )
        .outerjoin(QuestionRecord, QuestionRecord.id == ActionRecord.question_id)
        .outerjoin(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
        .where(ActionRecord.workshop_id == workshop_id, ActionRecord.state != "dropped")
        .order_by(ActionRecord.position)
    ).all()
    sessions = {item.id: item for item in items}
    return tuple(_action(row, sessions.get(row.item_id)) for row in rows)


def _action(row: AnyRow, session: OutlineItem | None) -> ActionFacts:
    return ActionFacts(
        id=row.id,
        question_id=row.question_id,
        what=row.what,
        first_step=row.first_step,
        owner=row.owner,
        owner_absent=row.owner_absent,
        due=row.due,
        measure=row.measure,
        state=row.state,
        off_wall=row.off_wall,
        off_report=row.off_report,
        theme=session.theme if session else None,
        second=session.second if session else False,
        session=session.title if session else "",
        short=row.short or "",
    )


def _parked(connection: Connection, workshop_id: str) -> tuple[ParkedFacts, ...]:
    rows = connection.execute(
        select(ParkedRecord.id, ParkedRecord.text)
        .where(ParkedRecord.workshop_id == workshop_id)
        .order_by(ParkedRecord.parked_at, ParkedRecord.id)
    ).all()
    return tuple(ParkedFacts(row.id, row.text) for row in rows)


def _timer(connection: Connection, workshop_id: str) -> TimerFace | None:
    row = connection.execute(
        select(TimerRecord.__table__).where(TimerRecord.workshop_id == workshop_id)
    ).one_or_none()
    if row is None:
        return None
    return TimerFace(row.started_at, row.planned_s, row.added_s, row.paused_at, row.paused_ms)


def _turn(connection: Connection, wall: AnyRow) -> Turn | None:
    if wall.turn_seat_id is None:
        return None
    team = connection.execute(
        select(SeatRecord.team_id).where(SeatRecord.id == wall.turn_seat_id)
    ).scalar_one()
    return Turn(team, wall.turn_seat_id, wall.turn_open)


def tally_of(connection: Connection, round_id: str, group: str, way: Way) -> dict[int, int]:
    """The counts by answer of one row of the tally, for the row that is being typed in."""
    rows = connection.execute(
        select(TallyRecord.answer, TallyRecord.count).where(
            TallyRecord.round_id == round_id,
            TallyRecord.group == group,
            TallyRecord.way == literal(way.value),
        )
    ).all()
    return dict(rows)
