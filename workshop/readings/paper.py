"""Reading what ballots on paper can speak of: questions, seats, and where places are left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from workshop.ballot import Room
from workshop.kinds import Presence, Role, RoundState, Way
from workshop.paper import PaperQuestion, PaperRoom, PaperSeat, PaperTeam
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
    SeatRecord,
    TallyRecord,
    TeamRecord,
    VotedRecord,
    VoteRecord,
)

_QUESTIONS = (
    select(
        AgendaItemRecord.id.label("item_id"),
        QuestionRecord.id,
        QuestionRecord.key,
        QuestionRecord.short,
        QuestionRecord.scale_labels,
        QuestionRecord.dont_know,
    )
    .join(ActivityRecord, ActivityRecord.item_id == AgendaItemRecord.id)
    .join(QuestionRecord, QuestionRecord.activity_id == ActivityRecord.id)
    .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    .order_by(AgendaItemRecord.position, ActivityRecord.position, QuestionRecord.position)
)
_HERE = select(LiveRecord.item_id).where(LiveRecord.workshop_id == bindparam("of_workshop"))
_ROUNDS = (
    select(RoundRecord.question_id, RoundRecord.id, RoundRecord.state, RoundRecord.secret)
    .join(QuestionRecord, QuestionRecord.id == RoundRecord.question_id)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(
        AgendaItemRecord.workshop_id == bindparam("of_workshop"),
        RoundRecord.asks == "performance",
    )
    .order_by(RoundRecord.number)
)
_SEATS = (
    select(
        TeamRecord.id.label("team_id"),
        TeamRecord.name.label("team"),
        SeatRecord.id,
        SeatRecord.name,
        SeatRecord.presence,
        SeatRecord.role,
    )
    .outerjoin(SeatRecord, SeatRecord.team_id == TeamRecord.id)
    .where(TeamRecord.workshop_id == bindparam("of_workshop"))
    .order_by(TeamRecord.position, SeatRecord.position)
)
_VOTED = select(VoteRecord.seat_id, VoteRecord.way).where(
    VoteRecord.round_id == bindparam("of_round")
)
_VOTED_SECRETLY = select(VotedRecord.seat_id).where(VotedRecord.round_id == bindparam("of_round"))
_ON_PAPER = select(func.coalesce(func.sum(TallyRecord.count), 0)).where(
    TallyRecord.round_id == bindparam("of_round"), TallyRecord.way == Way.PAPER.value
)


def read_paper_room(connection: Connection, workshop_id: str) -> PaperRoom:
    """The questions of the workshop with their open rounds, and its teams with all seats."""
    of_workshop = {"of_workshop": workshop_id}
    here = connection.execute(_HERE, of_workshop).scalar_one_or_none()
    rounds: defaultdict[str, list[Any]] = defaultdict(list)
    for each in connection.execute(_ROUNDS, of_workshop):
        rounds[each.question_id].append(each)
    numbers: defaultdict[str, int] = defaultdict(int)
    questions = []
    for row in connection.execute(_QUESTIONS, of_workshop).all():
        numbers[row.item_id] += 1
        questions.append(
            _question(
                connection,
                workshop_id,
                row,
                rounds[row.id],
                number=numbers[row.item_id],
                here=row.item_id == here,
            )
        )
    return PaperRoom(tuple(questions), _teams(connection, workshop_id))


def _question(
    connection: Connection,
    workshop_id: str,
    row: Any,
    rounds: Sequence[Any],
    *,
    number: int,
    here: bool,
) -> PaperQuestion:
    closed = PaperQuestion(
        id=row.id,
        key=row.key,
        short=row.short,
        number=number,
        here=here,
        steps=len(row.scale_labels),
        dont_know=row.dont_know,
        over=any(each.state in ("closed", "revealed") for each in rounds),
    )
    taking = next((each for each in rounds if each.state == RoundState.OPEN), None)
    return closed if taking is None else _opened(connection, workshop_id, closed, taking)


def _opened(
    connection: Connection, workshop_id: str, question: PaperQuestion, taking: Any
) -> PaperQuestion:
    of_round = {"of_round": taking.id}
    voted: dict[str, Way | None] = {}
    if taking.secret:
        voted = dict.fromkeys(connection.scalars(_VOTED_SECRETLY, of_round))
    else:
        voted = {seat: Way(way) for seat, way in connection.execute(_VOTED, of_round)}
    room = Room.read(connection, workshop_id, taking.id, secret=taking.secret)
    spare = {team: free - room.tallied.get(team, 0) for team, free in room.free.items()}
    spare[""] = sum(room.free.values()) - sum(room.tallied.values()) - room.seatless
    return replace(
        question,
        round_id=taking.id,
        secret=taking.secret,
        voted=voted,
        spare=spare,
        on_paper=connection.execute(_ON_PAPER, of_round).scalar_one(),
    )


def _teams(connection: Connection, workshop_id: str) -> tuple[PaperTeam, ...]:
    names: dict[str, str] = {}
    seats: defaultdict[str, list[PaperSeat]] = defaultdict(list)
    for row in connection.execute(_SEATS, {"of_workshop": workshop_id}):
        names[row.team_id] = row.team
        if row.id is not None:
            seats[row.team_id].append(
                PaperSeat(
                    id=row.id,
                    name=row.name,
                    number=len(seats[row.team_id]) + 1,
                    present=row.presence == Presence.PRESENT,
                    role=Role(row.role),
                )
            )
    return tuple(PaperTeam(each, name, tuple(seats[each])) for each, name in names.items())
