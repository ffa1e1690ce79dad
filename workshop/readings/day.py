"""Reading the day: where it stands, whose turn it is, what the next undo would undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, select

from workshop import journal, looking_back
from workshop.asked_facts import TeamResult
from workshop.facts import Facts, HeldWall, OutlineItem, Practice, TimerFace, Turn
from workshop.kinds import ItemKind, Step
from workshop.practice import PracticeBallot
from workshop.question_facts import QuestionFacts
from workshop.readings.asked import read_asked
from workshop.readings.closing import read_closing
from workshop.readings.outline import read_outline, read_rest, read_workshop
from workshop.readings.plans import read_actions, read_parked
from workshop.readings.question import read_notes, read_question
from workshop.readings.revealed import Revealed
from workshop.readings.review import read_review
from workshop.readings.room import read_room
from workshop.readings.teams import read_team_results
from workshop.readings.together import read_together
from workshop.records import LiveRecord, SeatRecord, TimerRecord, WallRecord

_LIST_ACTIONS = (ItemKind.ACTION_PLANNING, ItemKind.READ_BACK)
_HERE = (
    select(
        LiveRecord.__table__,
        WallRecord.blank,
        WallRecord.back,
        WallRecord.reveal_taken_back,
        WallRecord.turn_seat_id,
        WallRecord.turn_open,
        WallRecord.turn_pad,
        WallRecord.apart,
        WallRecord.held_since,
        WallRecord.held,
        SeatRecord.team_id.label("turn_team_id"),
        TimerRecord.started_at.label("timer_started_at"),
        TimerRecord.planned_s,
        TimerRecord.added_s,
        TimerRecord.paused_at,
        TimerRecord.paused_ms,
    )
    .join(WallRecord, WallRecord.workshop_id == LiveRecord.workshop_id)
    .outerjoin(SeatRecord, SeatRecord.id == WallRecord.turn_seat_id)
    .outerjoin(TimerRecord, TimerRecord.workshop_id == LiveRecord.workshop_id)
    .where(LiveRecord.workshop_id == bindparam("of_workshop"))
)


def read_scene_day(
    connection: Connection,
    workshop_id: str,
    ballot: PracticeBallot,
    known: Revealed | None = None,
) -> Facts:
    """Where the day of a workshop is, with what a scene needs of it: the session in work.

    `ballot` knows who voted in the practice vote, `known` remembers what is revealed. Raises
    LookupError when there is no such workshop.
    """
    workshop = read_workshop(connection, workshop_id)
    live = connection.execute(_HERE, {"of_workshop": workshop_id}).one()
    # In the lobby no session is in work, and the welcome needs no questions.
    items = read_outline(connection, workshop_id, live.item_id or "", known)
    item = next((each for each in items if each.id == live.item_id), None)
    kind = item.kind if item is not None else None
    if kind is ItemKind.PROFILE:
        items = read_rest(connection, items, known)
    practice = _practice(ballot, live, item)
    same = known.rows if known else None
    teams, whole_room = read_room(connection, workshop_id, live.round_id, practice, same)
    expected = sum(team.expected for team in teams)
    question = None
    if live.question_id is not None:
        question = read_question(connection, items, live.question_id, expected, known)
    rounds = question.rounds if question else ()
    now = next((r for r in rounds if r.id == live.round_id), None)
    day = Facts(
        workshop=workshop,
        items=items,
        teams=teams,
        whole_room=whole_room,
        item_id=live.item_id,
        step=Step(live.step),
        page=live.page,
        question=question,
        round=now,
        practice=practice,
        turn=_turn(live),
        timer=_timer(live),
        blank=live.blank,
        back=live.back,
        shown=None,
        reveal_taken_back=live.reveal_taken_back,
        actions=(),
        parked=(),
        undo=None,
        redo=None,
        started_at=live.started_at,
        ended_at=live.ended_at,
        together=read_together(connection, live.activity_id, expected, workshop, known),
        apart=live.apart,
        team_results=_apart(connection, workshop_id, live.apart, question),
        held=None if live.held is None else HeldWall(live.held_since, live.held),
    )
    return _with_its_kind(connection, day, kind, known)


def _with_its_kind(
    connection: Connection, day: Facts, kind: ItemKind | None, known: Revealed | None
) -> Facts:
    """The day with what only its agenda item's kind shows, which most have not."""
    workshop_id = day.workshop.id
    if kind is ItemKind.CLOSE:
        day = replace(day, closing=read_closing(connection, workshop_id))
    if kind is ItemKind.REVIEW:
        day = replace(day, review=read_review(connection, workshop_id))
    if kind is ItemKind.PROFILE:
        day = replace(day, asked=read_asked(connection, workshop_id, day.items, known))
    if kind is None or kind in _LIST_ACTIONS or day.step is Step.FINISHED:
        day = replace(day, actions=read_actions(connection, workshop_id, day.items))
    return day


def _apart(
    connection: Connection, workshop_id: str, apart: int, question: QuestionFacts | None
) -> tuple[TeamResult, ...]:
    if not apart or question is None or question.revealed is None:
        return ()
    steps = len(question.scale_labels)
    return read_team_results(connection, workshop_id, question.revealed.id, steps)


def read_whole_day(connection: Connection, day: Facts, known: Revealed | None = None) -> Facts:
    """What `read_scene_day` tells of a day, with all that the console shows beside it.

    That is every session's questions with their scores, notes, the parking lot and the journal.
    """
    workshop_id = day.workshop.id
    items = read_rest(connection, day.items, known)
    question = day.question
    if question is not None:
        question = replace(question, notes=read_notes(connection, question.id))
    undo, redo = journal.ends(connection, workshop_id)
    return replace(
        day,
        items=items,
        question=question,
        actions=read_actions(connection, workshop_id, items),
        parked=read_parked(connection, workshop_id),
        undo=_entry(undo),
        redo=_entry(redo),
    )


def read_shown(connection: Connection, day: Facts, known: Revealed | None = None) -> Facts:
    """A whole day, with the earlier question in it where the wall is turned back to one."""
    if not day.back:
        return day
    station = looking_back.station(day)
    if station.question_id is None:
        return day
    shown = read_question(connection, day.items, station.question_id, 0, known)
    return replace(day, shown=shown)


def _entry(entry: journal.Entry | None) -> tuple[str, dict[str, object]] | None:
    return None if entry is None else (entry.act, dict(entry.values))


def _practice(ballot: PracticeBallot, live: Any, item: OutlineItem | None) -> Practice | None:
    if item is None or item.kind is not ItemKind.OPENING:
        return None
    return Practice(ballot.seats, ballot.hands, live.step == Step.VOTE)


def _turn(here: Any) -> Turn | None:
    if here.turn_seat_id is None:
        return None
    return Turn(here.turn_team_id, here.turn_seat_id, here.turn_open, here.turn_pad)


def _timer(here: Any) -> TimerFace | None:
    if here.timer_started_at is None:
        return None
    return TimerFace(
        here.timer_started_at, here.planned_s, here.added_s, here.paused_at, here.paused_ms
    )
