"""Agenda lines: what each row of the agenda says, and how the day stands against the booking."""

from __future__ import annotations

from dataclasses import dataclass

from ui.console.clock_times import write_time
from workshop.agenda_order import FIXED_KINDS, KEPT_KINDS
from workshop.kinds import ItemKind
from workshop.prepared import Prepared, PreparedItem
from workshop.readiness import spare_minutes
from workshop.words import Words

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A row: its agenda item, when it starts ('' where it is left out) and what stands beside.

    `movable` and `removable` say what the facilitator may do with it; `said` is for screen readers.
    """

    item: PreparedItem
    starts: str
    note: str
    movable: bool
    removable: bool
    said: str


@dataclass(frozen=True, slots=True)
class DayEnd:
    """When the day ends and how long it is; `spare` says what is left of the booking.

    `over`: the day is longer than the room is booked. Without a booking `spare` is empty.
    """

    ends: str
    length: str
    spare: str
    over: bool


def agenda_lines(prepared: Prepared, words: Words) -> tuple[AgendaLine, ...]:
    """Every agenda item as a row, in order."""
    lines = []
    now = prepared.workshop.starts_at
    for item in prepared.items:
        starts = "" if item.left_out else write_time(now % _DAY)
        note = _note(prepared, item, words)
        minutes = words.count("{n} minute", "{n} minutes", item.minutes)
        lines.append(
            AgendaLine(
                item=item,
                starts=starts,
                note=note,
                movable=item.kind not in FIXED_KINDS and not item.begun,
                removable=item.kind not in KEPT_KINDS and not item.begun,
                said=", ".join(part for part in (item.title, starts, note, minutes) if part),
            )
        )
        if not item.left_out:
            now += item.minutes
    return tuple(lines)


def day_end(prepared: Prepared, words: Words) -> DayEnd:
    """How the day stands against the booking of the room."""
    total = prepared.minutes
    ends = prepared.workshop.starts_at + total
    spare, over = "", False
    left = spare_minutes(prepared)
    if left is not None:
        over = left < 0
        if over:
            spare = words.say("{length} over the booking", length=written_length(-left, words))
        elif left:
            spare = words.say("{length} to spare", length=written_length(left, words))
        else:
            spare = words.say("no minute to spare")
    ends_text = words.say("Ends {time}", time=write_time(ends % _DAY))
    return DayEnd(ends_text, written_length(total, words), spare, over)


def written_length(minutes: int, words: Words) -> str:
    """As in "3 h 50 min", "50 min" or "3 h"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.say("{minutes} min", minutes=rest)
    if not rest:
        return words.say("{hours} h", hours=hours)
    return words.say("{hours} h {minutes} min", hours=hours, minutes=rest)


def _note(prepared: Prepared, item: PreparedItem, words: Words) -> str:
    if item.left_out:
        return words.say("Left out")
    said = _about(prepared, item, words)
    if item.must:
        return said
    return words.say("{note}, if time", note=said) if said else words.say("If time")


def _about(prepared: Prepared, item: PreparedItem, words: Words) -> str:
    if item.kind is ItemKind.SESSION:
        if item.questions == item.all_questions:
            return words.count("{n} question", "{n} questions", item.questions)
        return words.count(
            "{m} of {n} question", "{m} of {n} questions", item.all_questions, m=item.questions
        )
    if item.kind is ItemKind.OPENING:
        return words.say("And a practice vote")
    if item.kind is ItemKind.REVIEW:
        return words.count("{n} open action", "{n} open actions", prepared.open_actions)
    if item.kind is ItemKind.GROUP_WORK:
        return words.count("{n} step", "{n} steps", len(item.tasks)) if item.tasks else ""
    return item.remark if item.kind is ItemKind.BREAK else ""
