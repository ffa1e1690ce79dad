"""Records: the rows of the library file with their constraints, and nothing else.

Moments are whole milliseconds since 1970 (UTC), so that a change to summer time moves no timer.
Answers are typed whole numbers: 0 is "don't know", 1 to k is the step of the question's scale.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from workshop.ballot_records import (
    RoundRecord,
    RoundSeatRecord,
    SealedCountRecord,
    SealedRecord,
    SealedWayRecord,
    TallyRecord,
    VotedRecord,
    VoteRecord,
)
from workshop.closing_records import ClosingCountRecord, ClosingWordRecord, PhotoRecord
from workshop.earlier_records import EarlierResultRecord, ReviewActionRecord
from workshop.row_base import Record, where_set, within

__all__ = [
    "JOURNALED",
    "ActionChangeRecord",
    "ActionRecord",
    "ActivityRecord",
    "AgendaItemRecord",
    "ClosingCountRecord",
    "ClosingWordRecord",
    "EarlierResultRecord",
    "JournalRecord",
    "LiveRecord",
    "NoteRecord",
    "OutcomeRecord",
    "ParkedRecord",
    "PhotoRecord",
    "QuestionRecord",
    "Record",
    "ReviewActionRecord",
    "RoundRecord",
    "RoundSeatRecord",
    "SealedCountRecord",
    "SealedRecord",
    "SealedWayRecord",
    "SeatRecord",
    "SourceRecord",
    "TallyRecord",
    "TeamRecord",
    "TimerRecord",
    "VoteRecord",
    "VotedRecord",
    "WallRecord",
    "WorkshopRecord",
]


class WorkshopRecord(Record):
    """One event with one group."""

    __tablename__ = "workshop"
    __table_args__ = (
        within("ballot", "open", "secret"),
        within("voter", "person", "team"),
        CheckConstraint("minimum_group >= 3", name="minimum_group"),
        Index("ix_workshop_day", "held_on", "starts_at", "id"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    organisation: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date]
    starts_at: Mapped[int] = mapped_column(doc="minutes after midnight, the room's clock")
    ends_at: Mapped[int | None] = mapped_column(doc="end of the booking; the plan's own where None")
    language: Mapped[str]
    framework_id: Mapped[str]
    framework_version: Mapped[str]
    framework_title: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    promise: Mapped[str] = mapped_column(default="", doc="what the sponsor promises the room")
    ground_rules: Mapped[list[str]] = mapped_column(default=list)
    ballot: Mapped[str] = mapped_column(default="open")
    voter: Mapped[str] = mapped_column(default="person")
    minimum_group: Mapped[int] = mapped_column(default=5)
    scale_labels: Mapped[list[str]] = mapped_column(default=list, doc="the pack's default scale")
    rehearsal: Mapped[bool] = mapped_column(default=False)
    review_on: Mapped[date | None] = mapped_column(doc="when the group looks at its actions again")
    plan_goes_to: Mapped[str] = mapped_column(default="", doc="who gets the action plan")
    who_answers: Mapped[str] = mapped_column(default="", doc="who answers the open points, by when")
    created_at: Mapped[int]
    archived_at: Mapped[int | None]
    deleted_at: Mapped[int | None] = mapped_column(doc="put away for good 30 days later")
    ways: Mapped[list[str]] = mapped_column(
        default=lambda: ["wall", "hands", "paper"], doc="the ways of voting that are offered"
    )
    target_halves: Mapped[int | None] = mapped_column(
        doc="from where a score counts as high, times two; the scale's own line where None"
    )
    earlier_id: Mapped[str | None] = mapped_column(
        doc="the workshop that this one repeats; it may be in another library"
    )
    earlier_title: Mapped[str] = mapped_column(default="")
    earlier_on: Mapped[date | None]
    room_tested_at: Mapped[int | None] = mapped_column(
        doc="when the check of the room was last seen"
    )
    search_text: Mapped[str] = mapped_column(default="", doc="what a search looks in, folded")


class SourceRecord(Record):
    """The workshop's copy of a source that its questions name."""

    __tablename__ = "source"
    workshop_id: Mapped[str] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    author: Mapped[str]
    year: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class AgendaItemRecord(Record):
    """Anything with minutes on the agenda; a session has a theme and a key in its framework."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        within(
            "kind", "opening", "review", "session", "group_work", "break", "profile",
            "priorities", "action_planning", "read_back", "close",
        ),
        CheckConstraint("(kind = 'session') = (theme IS NOT NULL)", name="theme_of_session"),
        Index("ix_agenda_item_place", "workshop_id", "position"),
    )  # fmt: skip
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    position: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    minutes: Mapped[int]
    purpose: Mapped[str] = mapped_column(default="")
    theme: Mapped[str | None]
    session_key: Mapped[str | None]
    tasks: Mapped[list[str]] = mapped_column(default=list, doc="the steps of group work, at most 3")
    remark: Mapped[str] = mapped_column(default="", doc="one line for a break: where the coffee is")
    must: Mapped[bool] = mapped_column(default=True)
    left_out: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[int | None]
    ended_at: Mapped[int | None]
    earlier_score: Mapped[float | None] = mapped_column(doc="of this session in the one repeated")


class ActivityRecord(Record):
    """What a session does with its questions, and which of its steps are off."""

    __tablename__ = "activity"
    __table_args__ = (
        within("kind", "rate", "checklist", "ideas", "statement"),
        within("pace", "each", "together"),
        within("sorting", "divided", "lowest", "pack"),
        Index("ix_activity_place", "item_id", "position"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))
    position: Mapped[int]
    key: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    pace: Mapped[str]
    asks: Mapped[list[str]] = mapped_column(default=lambda: ["performance"])
    sorting: Mapped[str] = mapped_column(default="divided", doc="of the reveal page of `together`")
    steps_off: Mapped[list[str]] = mapped_column(default=list)


class QuestionRecord(Record):
    """One question as it is asked in this workshop, with the key it has in its framework."""

    __tablename__ = "question"
    __table_args__ = (Index("ix_question_place", "activity_id", "position"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    activity_id: Mapped[str] = mapped_column(ForeignKey("activity.id", ondelete="CASCADE"))
    position: Mapped[int]
    key: Mapped[str]
    short: Mapped[str]
    text: Mapped[str]
    edited: Mapped[bool] = mapped_column(default=False)
    must: Mapped[bool] = mapped_column(default=True)
    skipped: Mapped[bool] = mapped_column(default=False)
    picked: Mapped[bool] = mapped_column(default=False, doc="to be talked about, of `together`")
    scale_labels: Mapped[list[str]]
    dont_know: Mapped[bool] = mapped_column(default=True)
    look_for: Mapped[list[str]] = mapped_column(default=list)
    prompts: Mapped[list[str]] = mapped_column(default=list)
    sources: Mapped[list[str]] = mapped_column(default=list)


class TeamRecord(Record):
    """A team of the room."""

    __tablename__ = "team"
    __table_args__ = (Index("ix_team_place", "workshop_id", "position"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str]
    people: Mapped[int] = mapped_column(default=0, doc="how many sit there, where it votes as one")


class SeatRecord(Record):
    """One voter: a person, or a team that votes as one; a name only where one was given."""

    __tablename__ = "seat"
    __table_args__ = (
        within("presence", "present", "late", "gone"),
        within("role", "voting", "observer"),
        Index("ix_seat_place", "team_id", "position"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str | None]
    presence: Mapped[str] = mapped_column(default="present")
    role: Mapped[str] = mapped_column(default="voting")


class OutcomeRecord(Record):
    """What the group agreed on: one score in half steps, or two positions kept side by side."""

    __tablename__ = "outcome"
    __table_args__ = (
        within("kind", "undecided", "agreed", "differ"),
        CheckConstraint("(kind = 'agreed') = (score_halves IS NOT NULL)", name="score"),
    )
    question_id: Mapped[str] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(default="undecided")
    score_halves: Mapped[int | None] = mapped_column(doc="the agreed score times two")
    evidence: Mapped[str] = mapped_column(default="")
    low_halves: Mapped[int | None]
    low_position: Mapped[str] = mapped_column(default="")
    high_halves: Mapped[int | None]
    high_position: Mapped[str] = mapped_column(default="")
    finds_out: Mapped[str] = mapped_column(default="")
    finds_out_how: Mapped[str] = mapped_column(default="")
    finds_out_by: Mapped[date | None]
    off_wall: Mapped[bool] = mapped_column(default=False)
    off_report: Mapped[bool] = mapped_column(default=False)
    changed_at: Mapped[int]


class NoteRecord(Record):
    """A line written at a question: private to the facilitator, or said in the talk."""

    __tablename__ = "note"
    __table_args__ = (
        within("kind", "private", "said"),
        Index("ix_note_question", "question_id"),
        Index("ix_note_workshop", "workshop_id"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    question_id: Mapped[str | None] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"))
    kind: Mapped[str]
    text: Mapped[str]
    off_wall: Mapped[bool] = mapped_column(default=True)
    off_report: Mapped[bool] = mapped_column(default=False)
    written_at: Mapped[int]


class ParkedRecord(Record):
    """What was raised and put aside: one entry of the parking lot."""

    __tablename__ = "parked"
    __table_args__ = (
        Index("ix_parked_workshop", "workshop_id", "parked_at"),
        where_set("parked", "question_id"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    question_id: Mapped[str | None] = mapped_column(ForeignKey("question.id", ondelete="SET NULL"))
    text: Mapped[str]
    parked_at: Mapped[int]


class ActionRecord(Record):
    """What, owner, due, measure and first step, linked to the question it came from."""

    __tablename__ = "action"
    __table_args__ = (
        within("state", "proposed", "agreed", "dropped"),
        within("status", "not_started", "under_way", "done"),
        Index("ix_action_workshop", "workshop_id", "position"),
        Index("ix_action_question", "question_id"),
        Index("ix_action_due", "state", "status", "due"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    question_id: Mapped[str | None] = mapped_column(ForeignKey("question.id", ondelete="SET NULL"))
    position: Mapped[int]
    what: Mapped[str]
    first_step: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    owner_absent: Mapped[bool] = mapped_column(default=False)
    due: Mapped[date | None]
    measure: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="proposed")
    status: Mapped[str] = mapped_column(default="not_started")
    drop_reason: Mapped[str] = mapped_column(default="")
    off_wall: Mapped[bool] = mapped_column(default=False)
    off_report: Mapped[bool] = mapped_column(default=False)
    proposed_at: Mapped[int]


class ActionChangeRecord(Record):
    """One line of an action's history."""

    __tablename__ = "action_change"
    __table_args__ = (Index("ix_action_change_action", "action_id", "changed_at"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    action_id: Mapped[str] = mapped_column(ForeignKey("action.id", ondelete="CASCADE"))
    changed_at: Mapped[int]
    field: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]


class TimerRecord(Record):
    """The running timer: the clock minus this is shown, so sleep and crash tell the truth."""

    __tablename__ = "timer"
    workshop_id: Mapped[str] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    started_at: Mapped[int]
    planned_s: Mapped[int]
    added_s: Mapped[int] = mapped_column(default=0)
    paused_at: Mapped[int | None]
    paused_ms: Mapped[int] = mapped_column(default=0)


class LiveRecord(Record):
    """Where the day is: agenda item, question, step and round; the row a crash comes back to."""

    __tablename__ = "live"
    __table_args__ = (
        within(
            "step", "lobby", "purpose", "pose", "discuss", "vote", "reveal",
            "talk", "record", "act", "finished",
        ),
        where_set("live", "item_id"),
        where_set("live", "question_id"),
        where_set("live", "round_id"),
        where_set("live", "activity_id"),
    )  # fmt: skip
    workshop_id: Mapped[str] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[str | None] = mapped_column(ForeignKey("agenda_item.id"))
    question_id: Mapped[str | None] = mapped_column(ForeignKey("question.id"))
    round_id: Mapped[str | None] = mapped_column(ForeignKey("round.id"))
    activity_id: Mapped[str | None] = mapped_column(
        ForeignKey("activity.id"), doc="whose votes of `together` are collected or revealed"
    )
    step: Mapped[str] = mapped_column(default="lobby")
    page: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[int | None]
    ended_at: Mapped[int | None]
    last_act_at: Mapped[int]


class WallRecord(Record):
    """How the wall is held just now; its own inverse, so no act of the journal changes it."""

    __tablename__ = "wall"
    __table_args__ = (where_set("wall", "turn_seat_id"),)
    workshop_id: Mapped[str] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    blank: Mapped[bool] = mapped_column(default=False)
    back: Mapped[int] = mapped_column(default=0, doc="how many scenes the wall is turned back")
    reveal_taken_back: Mapped[bool] = mapped_column(default=False)
    turn_seat_id: Mapped[str | None] = mapped_column(ForeignKey("seat.id", ondelete="SET NULL"))
    turn_open: Mapped[bool] = mapped_column(default=False, doc="False: hand-over, True: targets")
    turn_pad: Mapped[bool] = mapped_column(default=False, doc="the number pad votes, not the wall")
    apart: Mapped[int] = mapped_column(default=0, doc="page of the teams apart, from 1; 0 is off")
    held_since: Mapped[int | None]
    held: Mapped[dict[str, Any] | None] = mapped_column(JSON, doc="the scene that is held")


class JournalRecord(Record):
    """One act of the facilitator, with the rows it changed as they were before and after."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_workshop", "workshop_id", "number"),)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    act: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    changes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    acted_at: Mapped[int]
    undone: Mapped[bool] = mapped_column(default=False)


JOURNALED: tuple[type[Record], ...] = (
    WorkshopRecord,
    SourceRecord,
    AgendaItemRecord,
    ActivityRecord,
    QuestionRecord,
    EarlierResultRecord,
    ReviewActionRecord,
    RoundRecord,
    RoundSeatRecord,
    TeamRecord,
    SeatRecord,
    ClosingWordRecord,
    PhotoRecord,
    OutcomeRecord,
    NoteRecord,
    ParkedRecord,
    ActionRecord,
    ActionChangeRecord,
    TimerRecord,
    LiveRecord,
)
"""Rows that an undo puts back. Votes and tallies are never among them, nor is the wall; of a
round only its state is put back: a round once begun stays, parked, with its votes."""
