"""Preparing the agenda: items added, changed, moved and taken away, in their settled order."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from workshop import journal
from workshop.agenda_order import FIXED_KINDS, KEPT_KINDS, fitting_place
from workshop.errors import NotPossibleNow
from workshop.identity import new_id
from workshop.improvising import (
    LONGEST_REMARK,
    LONGEST_STEP,
    LONGEST_TASK,
    LONGEST_TITLE,
    MOST_MINUTES,
    MOST_STEPS,
)
from workshop.kinds import ItemKind
from workshop.library import Transaction
from workshop.preparing_acts import ITEM_BEGUN, PreparingActs, check_length, placed
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
)
from workshop.words import mark

ADD_ITEM = "add item"
CHANGE_ITEM = "change item"
SET_MINUTES = "minutes"
MOVE_ITEM = "move item"
REMOVE_ITEM = "remove item"

ADDED_KINDS = (
    ItemKind.BREAK,
    ItemKind.GROUP_WORK,
    ItemKind.PROFILE,
    ItemKind.ACTION_PLANNING,
    ItemKind.REVIEW,
    ItemKind.CLOSE,
)
"""The kinds that can be added in Prepare; sessions come from a framework."""
ONLY_ONE = frozenset({ItemKind.REVIEW, ItemKind.CLOSE})
MOST_ITEMS = 60
LONGEST_SESSION_TITLE = 120

NO_TITLE = mark("The agenda item has no name. Write what it is.")
WRONG_MINUTES = mark("Minutes go from 1 to {most}. Write how long it takes.")
WRONG_KIND = mark("This kind of agenda item comes by itself or with a framework.")
ONE_IS_THERE = mark("“{name}” is on the agenda already, and a day has one of it.")
NOTHING_TO_REVIEW = mark("This workshop repeats no earlier one, so there is nothing to review.")
MANY_ITEMS = mark("An agenda has at most {most} items. Take one away first.")
MANY_STEPS = mark("The wall shows at most {most} steps. Take one away.")
ITEM_STAYS = mark("“{name}” keeps its place: a day begins and ends with it.")
ITEM_KEPT = mark("“{name}” stays: the day needs its beginning and its end.")
WAS_ASKED = mark("“{name}” was voted on already. Leave it out instead; its votes stay.")


class PreparingAgenda(PreparingActs):
    """The acts on agenda items. Places count from 0; the nearest that the order allows is taken."""

    def add_item(
        self,
        kind: ItemKind,
        title: str,
        minutes: int,
        place: int,
        *,
        purpose: str = "",
        tasks: Sequence[str] = (),
        remark: str = "",
    ) -> str:
        """Put an agenda item that is no session at a place; answers its id.

        `purpose` is the task of group work and `tasks` its steps, `remark` the line of a break.
        Raises NotPossibleNow for a kind that cannot be added, no name, and what the wall cannot
        show.
        """
        if kind not in ADDED_KINDS:
            raise NotPossibleNow(WRONG_KIND)
        with self._library.transaction() as transaction:
            items = self._items(transaction)
            self._check_addable(transaction, kind, items)
            item = AgendaItemRecord(
                id=new_id(),
                workshop_id=self._workshop_id,
                kind=kind.value,
                title=_title(title, LONGEST_TITLE),
                minutes=_minutes(minutes),
                purpose=check_length(purpose, LONGEST_TASK),
                tasks=_steps(tasks),
                remark=check_length(remark, LONGEST_REMARK),
            )
            with self._act(transaction, ADD_ITEM, item=item.title):
                self._put(transaction, items, item, place)
                transaction.add(item)
            return item.id

    def change_item(
        self,
        item_id: str,
        *,
        title: str | None = None,
        purpose: str | None = None,
        tasks: Sequence[str] | None = None,
        remark: str | None = None,
        must: bool | None = None,
    ) -> None:
        """Change what an agenda item says; what is None stays. Raises NotPossibleNow as above."""
        with self._library.transaction() as transaction:
            item = self._item(transaction, item_id)
            session = item.kind == ItemKind.SESSION
            longest = LONGEST_SESSION_TITLE if session else LONGEST_TITLE
            wanted: dict[str, object] = {}
            if title is not None and title.strip() != item.title:
                wanted["title"] = _title(title, longest)
            if purpose is not None and purpose.strip() != item.purpose:
                wanted["purpose"] = check_length(purpose, 400 if session else LONGEST_TASK)
            if tasks is not None:
                wanted["tasks"] = _steps(tasks)
            if remark is not None:
                wanted["remark"] = check_length(remark, LONGEST_REMARK)
            if must is not None:
                wanted["must"] = must
            with self._act(transaction, CHANGE_ITEM, item=str(wanted.get("title", item.title))):
                for name, value in wanted.items():
                    setattr(item, name, value)

    def set_minutes(self, item_id: str, minutes: int) -> None:
        """Plan so many minutes for an agenda item. Raises NotPossibleNow beyond 1 to 480."""
        planned = _minutes(minutes)
        with self._library.transaction() as transaction:
            item = self._item(transaction, item_id)
            with self._act(transaction, SET_MINUTES, item=item.title):
                item.minutes = planned

    def move_item(self, item_id: str, place: int) -> None:
        """Put an agenda item at another place, or at the nearest that the order allows.

        Raises NotPossibleNow for what keeps its place, and for what has begun.
        """
        with self._library.transaction() as transaction:
            item = self._item(transaction, item_id)
            if ItemKind(item.kind) in FIXED_KINDS:
                raise NotPossibleNow(ITEM_STAYS, name=item.title)
            if item.started_at is not None:
                raise NotPossibleNow(ITEM_BEGUN, name=item.title)
            others = [each for each in self._items(transaction) if each.id != item_id]
            with self._act(transaction, MOVE_ITEM, item=item.title):
                self._put(transaction, others, item, place)

    def remove_item(self, item_id: str) -> None:
        """Take an agenda item away with all its questions.

        Raises NotPossibleNow for the beginning and the end of a day, and for what was begun or
        asked.
        """
        with self._library.transaction() as transaction:
            item = self._item(transaction, item_id)
            if ItemKind(item.kind) in KEPT_KINDS:
                raise NotPossibleNow(ITEM_KEPT, name=item.title)
            live = transaction.get_one(LiveRecord, self._workshop_id)
            if item.started_at is not None or live.item_id == item_id:
                raise NotPossibleNow(ITEM_BEGUN, name=item.title)
            if transaction.scalars(ROUNDS_OF, {"items": [item_id]}).first() is not None:
                raise NotPossibleNow(WAS_ASKED, name=item.title)
            others = [each for each in self._items(transaction) if each.id != item_id]
            with self._act(transaction, REMOVE_ITEM, item=item.title):
                remove_items(transaction, [item_id])
                placed(others)

    def _check_addable(
        self, transaction: Transaction, kind: ItemKind, items: Sequence[AgendaItemRecord]
    ) -> None:
        there = next((each for each in items if each.kind == kind), None)
        if kind in ONLY_ONE and there is not None:
            raise NotPossibleNow(ONE_IS_THERE, name=there.title)
        if kind is ItemKind.REVIEW and self._workshop(transaction).earlier_id is None:
            raise NotPossibleNow(NOTHING_TO_REVIEW)
        if len(items) >= MOST_ITEMS:
            raise NotPossibleNow(MANY_ITEMS, most=MOST_ITEMS)

    def _put(
        self,
        transaction: Transaction,
        others: Sequence[AgendaItemRecord],
        item: AgendaItemRecord,
        place: int,
    ) -> None:
        """Give the item its place among the others, and all of them theirs."""
        at = place_of(transaction, self._workshop_id, others, ItemKind(item.kind), place)
        placed([*others[:at], item, *others[at:]])


ROUNDS_OF = (
    select(RoundRecord.id)
    .join(QuestionRecord, QuestionRecord.id == RoundRecord.question_id)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .where(ActivityRecord.item_id.in_(bindparam("items", expanding=True)))
)
_QUESTIONS_OF = (
    select(QuestionRecord.id)
    .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .where(ActivityRecord.item_id.in_(bindparam("items", expanding=True)))
)
_ACTIVITIES_OF = select(ActivityRecord.id).where(
    ActivityRecord.item_id.in_(bindparam("items", expanding=True))
)


def place_of(
    transaction: Transaction,
    workshop_id: str,
    others: Sequence[AgendaItemRecord],
    kind: ItemKind,
    place: int,
) -> int:
    """Where an item of this kind goes among the others: ahead of nothing the day has left."""
    live = transaction.get_one(LiveRecord, workshop_id)
    ids = [each.id for each in others]
    lowest = ids.index(live.item_id) + 1 if live.item_id in ids else 0
    return fitting_place([ItemKind(each.kind) for each in others], kind, place, lowest)


def remove_items(transaction: Transaction, item_ids: Sequence[str]) -> None:
    """Take agenda items away with their activities and questions, children first."""
    of = {"items": list(item_ids)}
    connection = transaction.connection()
    questions = connection.scalars(_QUESTIONS_OF, of).all()
    activities = connection.scalars(_ACTIVITIES_OF, of).all()
    journal.remove_rows(transaction, QuestionRecord, questions)
    journal.remove_rows(transaction, ActivityRecord, activities)
    journal.remove_rows(transaction, AgendaItemRecord, item_ids)


def _title(title: str, longest: int) -> str:
    title = " ".join(title.split())
    if not title:
        raise NotPossibleNow(NO_TITLE)
    return check_length(title, longest)


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= MOST_MINUTES:
        raise NotPossibleNow(WRONG_MINUTES, most=MOST_MINUTES)
    return minutes


def _steps(tasks: Sequence[str]) -> list[str]:
    steps = [check_length(task, LONGEST_STEP) for task in tasks if task.strip()]
    if len(steps) > MOST_STEPS:
        raise NotPossibleNow(MANY_STEPS, most=MOST_STEPS)
    return steps
