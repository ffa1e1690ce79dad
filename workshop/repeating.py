"""Repeating: a new workshop out of an earlier one, to measure again or to begin from its agenda.

What is asked is the earlier workshop's own copy: questions are the same by their keys, edited ones
stay edited, those added on the spot come along, and skipped ones come along left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, bindparam, exists, select, text

from workshop import journal
from workshop.differences import Differences, differences
from workshop.earlier_copy import results_of
from workshop.errors import WorkshopError
from workshop.events import WorkshopChanged
from workshop.facts import ActionFacts, OutlineItem
from workshop.identity import new_id
from workshop.kinds import ActionStatus, ItemKind, Presence, RoundState
from workshop.library import Library, Transaction
from workshop.readings.outline import read_outline
from workshop.readings.plans import read_actions
from workshop.readings.review import read_review
from workshop.records import (
    ActionRecord,
    ActivityRecord,
    AgendaItemRecord,
    EarlierResultRecord,
    LiveRecord,
    QuestionRecord,
    ReviewActionRecord,
    RoundRecord,
    SeatRecord,
    SourceRecord,
    TeamRecord,
    WallRecord,
    WorkshopRecord,
)
from workshop.row_base import Record
from workshop.searching import folded
from workshop.words import Words, mark

__all__ = ["Differences", "differences", "duplicate", "repeat"]

REVIEW_MINUTES: Final = 15

GONE = mark("This workshop was deleted. Bring it back first, then start from it.")
NOTHING_ASKED = mark(
    "Nothing was asked in “{title}” yet, so there is nothing to measure again. "
    "Duplicate it instead."
)

Row = dict[str, Any]

_OWN_DAY: Row = {
    "review_on": None,
    "plan_goes_to": "",
    "who_answers": "",
    "archived_at": None,
    "deleted_at": None,
    "room_tested_at": None,
    "earlier_id": None,
    "earlier_title": "",
    "earlier_on": None,
}
"""What belongs to a workshop's own day, as it is before any of it was."""

_ASKED = select(
    exists(
        select(RoundRecord.id)
        .join(QuestionRecord, QuestionRecord.id == RoundRecord.question_id)
        .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
        .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
        .where(
            AgendaItemRecord.workshop_id == bindparam("of_workshop"),
            RoundRecord.state.in_((RoundState.CLOSED.value, RoundState.REVEALED.value)),
        )
    )
)
_OF_WORKSHOP: BindParameter[str] = bindparam("of_workshop")
_SOURCES = select(SourceRecord.__table__).where(SourceRecord.workshop_id == _OF_WORKSHOP)
_ITEMS = (
    select(AgendaItemRecord.__table__)
    .where(AgendaItemRecord.workshop_id == _OF_WORKSHOP)
    .order_by(AgendaItemRecord.position, AgendaItemRecord.id)
)
_ACTIVITIES = (
    select(ActivityRecord.__table__)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(AgendaItemRecord.workshop_id == _OF_WORKSHOP)
)
_QUESTIONS = (
    select(QuestionRecord.__table__)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(AgendaItemRecord.workshop_id == _OF_WORKSHOP)
)
_TEAMS = select(TeamRecord.__table__).where(TeamRecord.workshop_id == _OF_WORKSHOP)
_SEATS = (
    select(SeatRecord.__table__)
    .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
    .where(TeamRecord.workshop_id == _OF_WORKSHOP)
)
_TITLES = text("""
    WITH RECURSIVE series(id) AS (
        SELECT :earlier_id
        UNION
        SELECT workshop.earlier_id FROM workshop JOIN series ON series.id = workshop.id
        WHERE workshop.earlier_id IS NOT NULL
    )
    SELECT title FROM workshop WHERE deleted_at IS NULL AND id NOT IN (SELECT id FROM series)
""")
"""Titles of all workshops but the one with this id, and those that it measured again in turn."""
_STATUSES = select(ActionRecord.id, ActionRecord.status).where(
    ActionRecord.workshop_id == _OF_WORKSHOP
)
_REVIEWED = select(ReviewActionRecord.__table__).where(
    ReviewActionRecord.workshop_id == _OF_WORKSHOP
)


@dataclass(slots=True)
class _Copy:
    """The rows of a new workshop, and the new ids by those of the earlier one."""

    workshop: Row
    items: list[Row]
    activities: list[Row]
    questions: list[Row]
    teams: list[Row]
    seats: list[Row]
    sources: list[Row]
    ids: dict[str, str]


def repeat(library: Library, earlier_id: str, words: Words, *, held_on: date) -> str:
    """Write a workshop that measures again what an earlier one did; answers its id.

    It keeps its own copy of what that one came to: the last revealed result of each question, the
    score of each session, and the actions that are still open, with which it begins. Teams, names
    and agenda are a proposal. It is called as the earlier one, with a number where another repeat
    is so already. Raises WorkshopError where the earlier one is deleted or nothing was
    asked in it, LibraryError where the disk refuses.
    """
    with library.transaction() as transaction:
        connection = transaction.connection()
        earlier = _there(transaction, earlier_id)
        if not connection.execute(_ASKED, {"of_workshop": earlier_id}).scalar_one():
            raise WorkshopError(NOTHING_ASKED, title=earlier.title)
        title = _free_title(connection, earlier.title, words, earlier_id)
        items = read_outline(connection, earlier_id, None)
        copy = _copied(connection, earlier_id)
        copy.workshop |= {
            "title": title,
            "search_text": folded(title, earlier.organisation, earlier.place),
            "held_on": held_on,
            "promise": "",  # what was promised then was promised for that day
            "earlier_id": earlier_id,
            "earlier_title": earlier.title,
            "earlier_on": earlier.held_on,
        }
        reviewed = [row for row in copy.items if row["kind"] == ItemKind.REVIEW]
        copy.items = [row for row in copy.items if row["kind"] != ItemKind.REVIEW]
        scores = {copy.ids[item.id]: item.score for item in items}
        for row in copy.items:
            score = scores.get(row["id"])
            row["earlier_score"] = float(score.value) if score is not None else None
        actions = _open_actions(connection, earlier_id, items, copy.workshop["id"])
        if actions:
            review = _review_item(copy, reviewed, words)
            after_opening = sum(row["kind"] == ItemKind.OPENING for row in copy.items)
            copy.items.insert(after_opening, review)
        _write(transaction, copy)
        here = {new: old for old, new in copy.ids.items()}
        steps = {here[row["id"]]: len(row["scale_labels"]) for row in copy.questions}
        results = results_of(connection, earlier_id, steps, copy.ids)
        journal.add_rows(transaction, EarlierResultRecord, results)
        journal.add_rows(transaction, ReviewActionRecord, actions)
        transaction.publish(WorkshopChanged(copy.workshop["id"]))
        return str(copy.workshop["id"])


def duplicate(library: Library, workshop_id: str, words: Words, *, held_on: date) -> str:
    """Write a workshop with the same agenda and teams, without results or actions; answers its id.

    Its title is one that no other has. Raises WorkshopError where it is deleted, LibraryError where
    the disk refuses.
    """
    with library.transaction() as transaction:
        connection = transaction.connection()
        of = _there(transaction, workshop_id)
        copy = _copied(connection, workshop_id)
        title = words.say("{title} (copy)", title=of.title) if of.title else ""
        title = _free_title(connection, title, words)
        copy.workshop |= {
            "title": title,
            "held_on": held_on,
            "search_text": folded(title, of.organisation, of.place),
        }
        copy.items = [
            {**row, "earlier_score": None} for row in copy.items if row["kind"] != ItemKind.REVIEW
        ]
        _write(transaction, copy)
        transaction.publish(WorkshopChanged(copy.workshop["id"]))
        return str(copy.workshop["id"])


def _there(transaction: Transaction, workshop_id: str) -> WorkshopRecord:
    workshop = transaction.get(WorkshopRecord, workshop_id)
    if workshop is None or workshop.deleted_at is not None:
        raise WorkshopError(GONE)
    return workshop


def _free_title(connection: Connection, title: str, words: Words, earlier_id: str = "") -> str:
    """The title, with the first number from 2 on where others are called so.

    Those of the series that is continued, which ends with `earlier_id`, may be.
    """
    taken = set(connection.execute(_TITLES, {"earlier_id": earlier_id}).scalars())
    if not title or title not in taken:
        return title
    numbered = (words.say("{title} ({n})", title=title, n=n) for n in count(2))
    return next(each for each in numbered if each not in taken)


def _copied(connection: Connection, workshop_id: str) -> _Copy:
    """The rows of a workshop with new ids, as they are before its day."""
    of = {"of_workshop": workshop_id}
    own = select(WorkshopRecord.__table__).where(WorkshopRecord.id == _OF_WORKSHOP)
    workshop = dict(connection.execute(own, of).mappings().one())
    ids = {workshop_id: new_id()}

    def rows(statement: Any, parent: str, **fresh: object) -> list[Row]:
        found = [dict(row) for row in connection.execute(statement, of).mappings()]
        if found and "id" in found[0]:
            ids.update({row["id"]: new_id() for row in found})
            fresh_ids = [{"id": ids[row["id"]]} for row in found]
        else:
            fresh_ids = [{} for _ in found]
        return [
            {**row, **own_id, parent: ids[row[parent]], **fresh}
            for row, own_id in zip(found, fresh_ids, strict=True)
        ]

    return _Copy(
        workshop={**workshop, **_OWN_DAY, "id": ids[workshop_id]},
        items=rows(_ITEMS, "workshop_id", started_at=None, ended_at=None),
        activities=rows(_ACTIVITIES, "item_id"),
        questions=rows(_QUESTIONS, "activity_id", picked=False),
        teams=rows(_TEAMS, "workshop_id"),
        seats=rows(_SEATS, "team_id", presence=Presence.PRESENT.value),
        sources=rows(_SOURCES, "workshop_id"),
        ids=ids,
    )


def _write(transaction: Transaction, copy: _Copy) -> None:
    for position, row in enumerate(copy.items):
        row["position"] = position
    workshop_id = copy.workshop["id"]
    now = transaction.now()
    written: tuple[tuple[type[Record], list[Row]], ...] = (
        (WorkshopRecord, [{**copy.workshop, "created_at": now}]),
        (SourceRecord, copy.sources),
        (AgendaItemRecord, copy.items),
        (ActivityRecord, copy.activities),
        (QuestionRecord, copy.questions),
        (TeamRecord, copy.teams),
        (SeatRecord, copy.seats),
    )
    for kind, rows in written:
        journal.add_rows(transaction, kind, rows)
    transaction.add(LiveRecord(workshop_id=workshop_id, last_act_at=now))
    transaction.add(WallRecord(workshop_id=workshop_id))
    transaction.flush()


def _review_item(copy: _Copy, reviewed: Sequence[Row], words: Words) -> Row:
    """The agenda item of the review; as the earlier workshop had it, where it had one."""
    like = copy.items[0]
    row = dict.fromkeys(like) | {
        "title": words.say("What became of it"),
        "minutes": REVIEW_MINUTES,
        "purpose": "",
        "tasks": [],
        "remark": "",
    }
    if reviewed:
        row |= {name: reviewed[0][name] for name in ("title", "minutes", "purpose")}
    return row | {
        "id": new_id(),
        "workshop_id": copy.workshop["id"],
        "kind": ItemKind.REVIEW.value,
        "must": True,
        "left_out": False,
    }


def _open_actions(
    connection: Connection, earlier_id: str, items: Sequence[OutlineItem], workshop_id: str
) -> list[Row]:
    """The actions still to be done: the earlier workshop's own, then those it had reviewed itself.

    What is not for the wall is not reviewed there.
    """
    of = {"of_workshop": earlier_id}
    statuses = dict(connection.execute(_STATUSES, of).all())
    rows = [
        _review_row(action, statuses[action.id])
        for action in read_actions(connection, earlier_id, items)
        if statuses[action.id] != ActionStatus.DONE and not action.off_wall
    ]
    reviewed = {row["id"]: row for row in connection.execute(_REVIEWED, of).mappings()}
    for each in read_review(connection, earlier_id):
        if each.status is not ActionStatus.DONE:
            now = {"status": each.status.value, "off_report": each.off_report}
            rows.append({**reviewed[each.id], **now})
    fresh = {"workshop_id": workshop_id, "reviewed_at": None}
    return [
        {**row, **fresh, "id": new_id(), "position": position} for position, row in enumerate(rows)
    ]


def _review_row(action: ActionFacts, status: str) -> Row:
    return {
        "action_id": action.id,
        "what": action.what,
        "first_step": action.first_step,
        "owner": action.owner,
        "due": action.due,
        "measure": action.measure,
        "theme": action.theme.value if action.theme else None,
        "second": action.second,
        "session": action.session,
        "short": action.short,
        "off_report": action.off_report,
        "status": status,
    }
