"""Improvising: what a facilitator changes on the spot: left out, put back, added, made shorter.

Each is one act of the journal. What the room has already voted on is never left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from frameworks.model import Pace
from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.events import WorkshopChanged
from workshop.identity import new_id
from workshop.kinds import LED_KINDS, ItemKind, RoundState, Step
from workshop.library import Library, Transaction
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    LiveRecord,
    QuestionRecord,
    RoundRecord,
    TimerRecord,
    WorkshopRecord,
)
from workshop.words import mark

LEAVE_OUT = "leave out"
ADD_QUESTION = "add question"
ADD_ITEM = "add item"
CHANGE_ITEM = "change item"

ADDED_KINDS = (ItemKind.BREAK, ItemKind.GROUP_WORK, ItemKind.PROFILE, ItemKind.ACTION_PLANNING)
"""The kinds of agenda item that can be added on the spot."""
KEPT_KINDS = frozenset({ItemKind.READ_BACK, ItemKind.CLOSE})
"""The kinds that are never left out: without them the day has no end."""

LONGEST_QUESTION = 400
LONGEST_SHORT = 28
LONGEST_TITLE = 60
LONGEST_TASK = 160
LONGEST_STEP = 90
LONGEST_REMARK = 90
MOST_STEPS = 3
MOST_MINUTES = 480

NO_QUESTION = mark("The question has no words yet. Write what the room is to answer.")
LONG_QUESTION = mark("The question has {n} characters; the wall can show {most}. Make it shorter.")
LONG_SHORT = mark("The short name has {n} characters; the wall can show {most}. Make it shorter.")
NOT_A_SESSION = mark("Questions are added to a session. Go to one first, or add an agenda item.")
NO_RATING = mark("This session has no question on a scale to add one to. Go to another session.")
NO_TITLE = mark("The agenda item has no name. Write what it is.")
LONG_TITLE = mark("The name has {n} characters; the wall can show {most}. Make it shorter.")
NO_TASK = mark("The group work has no task. Write what the groups are to do.")
LONG_TASK = mark("The task has {n} characters; the wall can show {most}. Make it shorter.")
LONG_STEP = mark("A step has {n} characters; the wall can show {most}. Make it shorter.")
MANY_STEPS = mark("The wall shows at most {most} steps. Take one away.")
LONG_REMARK = mark("The line has {n} characters; the wall can show {most}. Make it shorter.")
WRONG_MINUTES = mark("Minutes go from 1 to {most}. Write how long it takes.")
WRONG_KIND = mark("This kind of agenda item is planned before the day, not added on the spot.")
NOT_UNDER_WAY = mark("Agenda items are added while the day is led. Start the workshop first.")
QUESTION_ASKED = mark("“{name}” was already asked. What was asked stays in the workshop.")
NOT_LED = mark("“{name}” is not answered by a vote. This version leads only what is voted on.")
ITEM_IN_WORK = mark("“{name}” is in work. S skips what is left of it.")
ITEM_KEPT = mark("“{name}” stays: the day needs its end. Leave out something else.")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a question is added: its activity, and the question it follows there, if any."""

    activity: ActivityRecord
    after: QuestionRecord | None


class Improvising:
    """The acts that change the agenda of a day that is being led."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        self._library = library
        self._workshop_id = workshop_id

    def leave_out(self, questions: Mapping[str, bool], items: Mapping[str, bool]) -> None:
        """Leave out (True) or put back (False) questions and agenda items, all in one act.

        Raises NotPossibleNow where one was asked already, is in work, or ends the day; then
        nothing is changed.
        """
        with self._library.transaction() as transaction:
            live = transaction.get_one(LiveRecord, self._workshop_id)
            turned = [
                (record, out)
                for record, out in _rows(transaction, questions)
                if record.skipped is not out
            ]
            asked = _asked(transaction, [record.id for record, _ in turned])
            for record, out in turned:
                if out and (record.id in asked or record.id == live.question_id):
                    raise NotPossibleNow(QUESTION_ASKED, name=record.short)
                if not out:
                    _check_led(transaction, record)
            with self._act(transaction, LEAVE_OUT):
                for record, out in turned:
                    record.skipped = out
                for item_id, out in items.items():
                    self._leave_item(transaction, live, item_id, out)
            transaction.publish(WorkshopChanged(self._workshop_id))

    def add_question(self, item_id: str, text: str, short: str = "") -> str:
        """Add a question to a session, on the scale of its neighbours; answers its id.

        It follows the question in work, else it ends the session's last activity that rates. Where
        that activity was already voted on together, it gets one of its own behind it, so that it
        is asked all the same. Raises NotPossibleNow for no text, too much of it, or no scale.
        """
        text, short = text.strip(), short.strip()
        if not text:
            raise NotPossibleNow(NO_QUESTION)
        _check_length(text, LONGEST_QUESTION, LONG_QUESTION)
        _check_length(short, LONGEST_SHORT, LONG_SHORT)
        with self._library.transaction() as transaction:
            live = transaction.get_one(LiveRecord, self._workshop_id)
            place = _place(transaction, live, item_id)
            like = place.after or _last_question(transaction, place.activity.id)
            workshop = transaction.get_one(WorkshopRecord, self._workshop_id)
            with self._act(transaction, ADD_QUESTION):
                activity = place.activity
                if activity.id == live.activity_id:
                    activity = _activity_behind(transaction, activity)
                    place = _Place(activity, None)
                question = QuestionRecord(
                    id=new_id(),
                    activity_id=activity.id,
                    position=_make_room(transaction, place),
                    # Two workshops never mean the same question by what was added on the spot.
                    key=f"added-{new_id()}",
                    short=short or _short_of(text),
                    text=text,
                    edited=True,
                    must=True,
                    scale_labels=list(like.scale_labels if like else workshop.scale_labels),
                    dont_know=like.dont_know if like else True,
                )
                transaction.add(question)
            transaction.publish(WorkshopChanged(self._workshop_id))
            return question.id

    def add_item(
        self,
        kind: ItemKind,
        title: str,
        minutes: int,
        *,
        purpose: str = "",
        tasks: Sequence[str] = (),
        remark: str = "",
    ) -> str:
        """Add an agenda item after the one in work; answers its id.

        `purpose` is the task of group work and `tasks` its steps, `remark` the line of a break.
        Raises NotPossibleNow for a kind that belongs to Prepare, for no name, no task or no
        minutes, for what the wall cannot show, and before or after the day.
        """
        steps = _steps(tasks)
        if kind not in ADDED_KINDS:
            raise NotPossibleNow(WRONG_KIND)
        _check_item(title, minutes, steps, remark)
        if kind is ItemKind.GROUP_WORK and not purpose.strip():
            raise NotPossibleNow(NO_TASK)
        _check_length(purpose.strip(), LONGEST_TASK, LONG_TASK)
        with self._library.transaction() as transaction:
            live = transaction.get_one(LiveRecord, self._workshop_id)
            if live.item_id is None or live.step == Step.FINISHED:
                raise NotPossibleNow(NOT_UNDER_WAY)
            here = transaction.get_one(AgendaItemRecord, live.item_id)
            with self._act(transaction, ADD_ITEM, item=title.strip()):
                after = {"of_workshop": self._workshop_id, "place": here.position}
                _shift(transaction.scalars(_ITEMS_AFTER, after))
                item = AgendaItemRecord(
                    id=new_id(),
                    workshop_id=self._workshop_id,
                    position=here.position + 1,
                    kind=kind.value,
                    title=title.strip(),
                    minutes=minutes,
                    purpose=purpose.strip(),
                    tasks=steps,
                    remark=remark.strip(),
                )
                transaction.add(item)
            transaction.publish(WorkshopChanged(self._workshop_id))
            return item.id

    def change_item(
        self,
        item_id: str,
        *,
        minutes: int | None = None,
        title: str | None = None,
        remark: str | None = None,
        tasks: Sequence[str] | None = None,
    ) -> None:
        """Change an agenda item; what is None stays. A timer that runs for it gets its minutes.

        Raises NotPossibleNow as `add_item` does.
        """
        with self._library.transaction() as transaction:
            item = transaction.get_one(AgendaItemRecord, item_id)
            live = transaction.get_one(LiveRecord, self._workshop_id)
            wanted_title = item.title if title is None else title.strip()
            wanted_minutes = item.minutes if minutes is None else minutes
            wanted_tasks = item.tasks if tasks is None else _steps(tasks)
            wanted_remark = item.remark if remark is None else remark.strip()
            _check_item(wanted_title, wanted_minutes, wanted_tasks, wanted_remark)
            with self._act(transaction, CHANGE_ITEM, item=wanted_title):
                timer = transaction.get(TimerRecord, self._workshop_id)
                timed = item.kind in (ItemKind.BREAK, ItemKind.GROUP_WORK)
                if timer is not None and timed and live.item_id == item_id:
                    timer.planned_s += (wanted_minutes - item.minutes) * 60
                item.title, item.minutes = wanted_title, wanted_minutes
                item.tasks, item.remark = wanted_tasks, wanted_remark
            transaction.publish(WorkshopChanged(self._workshop_id))

    def _leave_item(
        self, transaction: Transaction, live: LiveRecord, item_id: str, out: bool
    ) -> None:
        record = transaction.get_one(AgendaItemRecord, item_id)
        if record.left_out is out:
            return
        if out and item_id == live.item_id and live.step != Step.FINISHED:
            raise NotPossibleNow(ITEM_IN_WORK, name=record.title)
        if out and record.kind in KEPT_KINDS:
            raise NotPossibleNow(ITEM_KEPT, name=record.title)
        record.left_out = out

    def _act(
        self, transaction: Transaction, name: str, **values: float | str
    ) -> AbstractContextManager[None]:
        return journal.act(transaction, self._workshop_id, name, **values)


_ITEMS_AFTER = select(AgendaItemRecord).where(
    AgendaItemRecord.workshop_id == bindparam("of_workshop"),
    AgendaItemRecord.position > bindparam("place"),
)
_ACTIVITIES = (
    select(ActivityRecord)
    .where(ActivityRecord.item_id == bindparam("of_item"))
    .order_by(ActivityRecord.position)
)
_QUESTIONS = (
    select(QuestionRecord)
    .where(QuestionRecord.activity_id == bindparam("of_activity"))
    .order_by(QuestionRecord.position)
)
_ASKED = select(RoundRecord.question_id).where(
    RoundRecord.question_id.in_(bindparam("questions", expanding=True)),
    RoundRecord.state != RoundState.NOT_OPENED.value,
)


def _rows(
    transaction: Transaction, questions: Mapping[str, bool]
) -> Iterable[tuple[QuestionRecord, bool]]:
    for question_id, out in questions.items():
        yield transaction.get_one(QuestionRecord, question_id), out


def _check_led(transaction: Transaction, question: QuestionRecord) -> None:
    """Raise NotPossibleNow for a question of a kind that cannot be led."""
    if transaction.get_one(ActivityRecord, question.activity_id).kind not in LED_KINDS:
        raise NotPossibleNow(NOT_LED, name=question.short)


def _asked(transaction: Transaction, questions: Sequence[str]) -> frozenset[str]:
    """Those of the questions that have a round which was opened."""
    return frozenset(transaction.scalars(_ASKED, {"questions": questions}))


def _place(transaction: Transaction, live: LiveRecord, item_id: str) -> _Place:
    """Where a question is added to a session; NotPossibleNow where it has no scale."""
    item = transaction.get_one(AgendaItemRecord, item_id)
    if item.kind != ItemKind.SESSION:
        raise NotPossibleNow(NOT_A_SESSION)
    activities = transaction.scalars(_ACTIVITIES, {"of_item": item_id}).all()
    if item_id == live.item_id:
        question = transaction.get(QuestionRecord, live.question_id) if live.question_id else None
        here = question.activity_id if question else live.activity_id
        for activity in activities:
            if activity.id == here and activity.kind in ("rate", "checklist"):
                return _Place(activity, question)
    rating = [activity for activity in activities if activity.kind == "rate"]
    if not rating:
        raise NotPossibleNow(NO_RATING)
    return _Place(rating[-1], None)


def _last_question(transaction: Transaction, activity_id: str) -> QuestionRecord | None:
    questions = transaction.scalars(_QUESTIONS, {"of_activity": activity_id}).all()
    return questions[-1] if questions else None


def _activity_behind(transaction: Transaction, before: ActivityRecord) -> ActivityRecord:
    """An activity of its own right after one that was voted on together."""
    activities = transaction.scalars(_ACTIVITIES, {"of_item": before.item_id}).all()
    _shift(each for each in activities if each.position > before.position)
    added = ActivityRecord(
        id=new_id(),
        item_id=before.item_id,
        position=before.position + 1,
        key=f"added-{new_id()}",
        kind=before.kind,
        title=before.title,
        pace=Pace.EACH.value,
        asks=list(before.asks),
        steps_off=list(before.steps_off),
    )
    transaction.add(added)
    transaction.flush()
    return added


def _make_room(transaction: Transaction, place: _Place) -> int:
    """The position of a question added there, with those behind it moved on."""
    questions = transaction.scalars(_QUESTIONS, {"of_activity": place.activity.id}).all()
    if place.after is None:
        return questions[-1].position + 1 if questions else 0
    position = place.after.position + 1
    _shift(each for each in questions if each.position >= position)
    return position


def _shift(rows: Iterable[AgendaItemRecord | ActivityRecord | QuestionRecord]) -> None:
    for row in rows:
        row.position += 1


def _short_of(text: str) -> str:
    """A short name made of the question's first words."""
    # The reader of packs is not loaded before a day needs it.
    from frameworks.reader import cut_at_word

    return cut_at_word(text, LONGEST_SHORT)


def _steps(tasks: Sequence[str]) -> list[str]:
    """The steps of group work that have words."""
    return [task.strip() for task in tasks if task.strip()]


def _check_item(title: str, minutes: int, steps: Sequence[str], remark: str) -> None:
    if not title.strip():
        raise NotPossibleNow(NO_TITLE)
    _check_length(title.strip(), LONGEST_TITLE, LONG_TITLE)
    if not 1 <= minutes <= MOST_MINUTES:
        raise NotPossibleNow(WRONG_MINUTES, most=MOST_MINUTES)
    if len(steps) > MOST_STEPS:
        raise NotPossibleNow(MANY_STEPS, most=MOST_STEPS)
    for step in steps:
        _check_length(step, LONGEST_STEP, LONG_STEP)
    _check_length(remark.strip(), LONGEST_REMARK, LONG_REMARK)


def _check_length(text: str, most: int, sentence: str) -> None:
    if len(text) > most:
        raise NotPossibleNow(sentence, n=len(text), most=most)
