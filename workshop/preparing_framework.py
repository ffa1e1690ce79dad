"""Preparing the framework: choosing it, and taking sessions and questions out of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from frameworks.model import Activity, Framework, Question, Session
from workshop.agenda_order import MIDDLE, break_places, carried_over, rank
from workshop.creation import BREAK, BREAK_MINUTES
from workshop.earlier_copy import compare_again
from workshop.errors import NotPossibleNow
from workshop.framework_copy import CopiedRows, add_sources, key_of, source_rows
from workshop.identity import new_id
from workshop.kinds import ItemKind
from workshop.library import Transaction
from workshop.preparing_acts import ITEM_BEGUN, PreparingActs, placed
from workshop.preparing_agenda import MANY_ITEMS, MOST_ITEMS, place_of, remove_items
from workshop.preparing_questions import QUESTIONS_OF
from workshop.records import (
    ActivityRecord,
    AgendaItemRecord,
    QuestionRecord,
    SourceRecord,
)
from workshop.words import mark

USE_FRAMEWORK = "use framework"
ADD_SESSION = "add session"
ADD_QUESTIONS = "add questions"

FRAMEWORK_STANDS = mark(
    "The day has begun, so its framework stands. Start a new workshop for another framework."
)
NO_SUCH_SESSION = mark("“{framework}” has no such session. Choose one of its sessions.")
SESSION_THERE = mark("“{name}” is on the agenda already.")
NOT_OF_FRAMEWORK = mark("“{name}” is not a session of “{framework}”. Choose another framework.")
NOTHING_TO_ADD = mark("“{name}” has these questions already, or its framework does not have them.")


class PreparingFramework(PreparingActs):
    """The acts that copy from a framework."""

    def use_framework(self, framework: Framework) -> None:
        """Take all sessions, sources, the scale and the smallest group from another framework.

        Sessions that were there go with their questions; everything else on the agenda stays, and
        breaks that nobody changed are laid out anew. Raises NotPossibleNow once the day has begun.
        """
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, FRAMEWORK_STANDS)
            with self._act(transaction, USE_FRAMEWORK, framework=framework.title):
                self._take_head(transaction, framework)
                items = self._items(transaction)
                sessions = [item.id for item in items if item.kind == ItemKind.SESSION]
                laid = self._lay_out(transaction, items, framework)
                remove_items(transaction, sessions)
                copied = CopiedRows()
                for place, each in enumerate(laid):
                    if isinstance(each, Session):
                        copied.add_session(self._workshop_id, place, each, framework, framework.id)
                    elif each.position != place:
                        each.position = place
                copied.write(transaction)
                compare_again(transaction, self._workshop_id, copied)

    def add_session(self, framework: Framework, session_id: str, place: int) -> str:
        """Put a session of a framework on the agenda, with all its questions; answers its id.

        It may be one that was taken away, or one of another framework. Raises NotPossibleNow where
        it is there, or the framework has none of this id.
        """
        session = next((each for each in framework.sessions if each.id == session_id), None)
        if session is None:
            raise NotPossibleNow(NO_SUCH_SESSION, framework=framework.title)
        with self._library.transaction() as transaction:
            home = self._workshop(transaction).framework_id
            items = self._items(transaction)
            key = key_of(session_id, framework, home)
            there = next((item for item in items if item.session_key == key), None)
            if there is not None:
                raise NotPossibleNow(SESSION_THERE, name=there.title)
            if len(items) >= MOST_ITEMS:
                raise NotPossibleNow(MANY_ITEMS, most=MOST_ITEMS)
            at = place_of(transaction, self._workshop_id, items, ItemKind.SESSION, place)
            with self._act(transaction, ADD_SESSION, item=session.title):
                for after in items[at:]:
                    after.position += 1
                placed(items[:at])
                copied = CopiedRows()
                item_id = copied.add_session(self._workshop_id, at, session, framework, home)
                copied.write(transaction)
                compare_again(transaction, self._workshop_id, copied)
                self._add_sources(transaction, framework, home, _questions_of(session))
            return item_id

    def add_questions(self, framework: Framework, item_id: str, keys: Sequence[str]) -> None:
        """Put questions of its framework back into a session, each where the framework has it.

        `keys` are the questions' ids there. Raises NotPossibleNow where the session has begun or
        is none of this framework, and where nothing is to be added.
        """
        with self._library.transaction() as transaction:
            item = self._item(transaction, item_id)
            if item.started_at is not None:
                raise NotPossibleNow(ITEM_BEGUN, name=item.title)
            home = self._workshop(transaction).framework_id
            session = next(
                (
                    s
                    for s in framework.sessions
                    if key_of(s.id, framework, home) == item.session_key
                ),
                None,
            )
            if session is None:
                raise NotPossibleNow(NOT_OF_FRAMEWORK, name=item.title, framework=framework.title)
            wanted = frozenset(keys)
            restoring = _Restoring(transaction, item_id, framework, home)
            with self._act(transaction, ADD_QUESTIONS, item=item.title):
                added = [
                    question
                    for activity in session.activities
                    for question in restoring.add(activity, wanted)
                ]
                restoring.rows.write(transaction)
                compare_again(transaction, self._workshop_id, restoring.rows)
                if not added:
                    raise NotPossibleNow(NOTHING_TO_ADD, name=item.title)
                self._add_sources(transaction, framework, home, added)

    def _take_head(self, transaction: Transaction, framework: Framework) -> None:
        """What the workshop itself takes from the framework, and its sources."""
        workshop = self._workshop(transaction)
        if len(workshop.scale_labels) != len(framework.scale.labels):
            workshop.target_halves = None
        workshop.framework_id = framework.id
        workshop.framework_version = framework.version
        workshop.framework_title = framework.title
        workshop.language = framework.language
        workshop.minimum_group = framework.minimum_group
        workshop.scale_labels = list(framework.scale.labels)
        for source in transaction.scalars(_SOURCES, {"of_workshop": self._workshop_id}):
            transaction.delete(source)
        transaction.flush()
        add_sources(transaction, source_rows(self._workshop_id, framework, framework.id))

    def _add_sources(
        self,
        transaction: Transaction,
        framework: Framework,
        home: str,
        questions: Sequence[Question],
    ) -> None:
        """Add those sources that the questions name and the workshop lacks."""
        named = {key for question in questions for key in question.sources}
        there = transaction.scalars(_SOURCES, {"of_workshop": self._workshop_id})
        known = {source.key for source in there}
        rows = source_rows(self._workshop_id, framework, home, named)
        add_sources(transaction, [row for row in rows if row["key"] not in known])

    def _lay_out(
        self, transaction: Transaction, items: Sequence[AgendaItemRecord], framework: Framework
    ) -> list[AgendaItemRecord | Session]:
        """The new agenda in order: the items that stay, with the framework's sessions."""
        old, new = sum(i.kind == ItemKind.SESSION for i in items), len(framework.sessions)
        beginning = [item for item in items if rank(ItemKind(item.kind)) < MIDDLE]
        end = [item for item in items if rank(ItemKind(item.kind)) > MIDDLE]
        done, after = 0, list[tuple[int, AgendaItemRecord]]()
        for item in items[len(beginning) : len(items) - len(end)]:
            if item.kind == ItemKind.SESSION:
                done += 1
            else:
                after.append((done, item))
        breaks = [(n, item) for n, item in after if self._is_plain_break(item)]
        laid: list[tuple[int, AgendaItemRecord]] = []
        if tuple(n for n, _ in breaks) == break_places(old):
            after = [each for each in after if each not in breaks]
            laid = self._new_breaks(transaction, [item for _, item in breaks], break_places(new))
        places = carried_over([n for n, _ in after], old, new)
        laid = [*((n, item) for n, (_, item) in zip(places, after, strict=True)), *laid]
        middle: list[AgendaItemRecord | Session] = []
        for n in range(new + 1):
            middle += [item for at, item in laid if at == n]
            middle += framework.sessions[n : n + 1]
        return [*beginning, *middle, *end]

    def _is_plain_break(self, item: AgendaItemRecord) -> bool:
        """Whether nobody has changed a break since the agenda was laid out."""
        as_laid = (self._words.say(BREAK), BREAK_MINUTES, "", False)
        is_now = (item.title, item.minutes, item.remark, item.left_out)
        return item.kind == ItemKind.BREAK and is_now == as_laid

    def _new_breaks(
        self, transaction: Transaction, there: Sequence[AgendaItemRecord], places: Sequence[int]
    ) -> list[tuple[int, AgendaItemRecord]]:
        """Breaks after so many sessions: those that are there, made more or fewer."""
        made = [
            AgendaItemRecord(
                id=new_id(),
                workshop_id=self._workshop_id,
                position=0,
                kind=ItemKind.BREAK.value,
                title=self._words.say(BREAK),
                minutes=BREAK_MINUTES,
            )
            for _ in places[len(there) :]
        ]
        transaction.add_all(made)
        remove_items(transaction, [item.id for item in there[len(places) :]])
        return list(zip(places, [*there, *made], strict=False))


@dataclass(slots=True)
class _Restoring:
    """Questions of a framework that are put back into one session."""

    transaction: Transaction
    item_id: str
    framework: Framework
    home: str
    rows: CopiedRows = field(default_factory=CopiedRows)

    def add(self, activity: Activity, wanted: frozenset[str]) -> list[Question]:
        """Put those wanted that the activity lacks in their places; answers which they were."""
        record = self._activity(activity.id)
        if record is None:
            missing = [question for question in activity.questions if question.id in wanted]
            if missing:
                self._add_activity(activity, missing)
            return missing
        there = list(self.transaction.scalars(QUESTIONS_OF, {"of_activity": record.id}))
        missing = [
            question
            for question in activity.questions
            if question.id in wanted and all(question.id != each.key for each in there)
        ]
        order = [question.id for question in activity.questions]
        line: list[QuestionRecord | Question] = list(there)
        for question in missing:
            line.insert(_place_among(line, order, question.id), question)
        for place, each in enumerate(line):
            if isinstance(each, Question):
                self.rows.add_question(record.id, place, each, activity, self.framework, self.home)
            elif each.position != place:
                each.position = place
        return missing

    def _activity(self, key: str) -> ActivityRecord | None:
        activities = self.transaction.scalars(_ACTIVITIES, {"of_item": self.item_id}).all()
        return next((each for each in activities if each.key == key), None)

    def _add_activity(self, activity: Activity, questions: Sequence[Question]) -> None:
        activities = self.transaction.scalars(_ACTIVITIES, {"of_item": self.item_id}).all()
        position = len(activities) + len(self.rows.activities)
        self.rows.add_activity(
            self.item_id, position, activity, self.framework, self.home, questions
        )


def _place_among(line: Sequence[QuestionRecord | Question], order: list[str], key: str) -> int:
    """Behind the nearest question that comes before it in the framework, else before all."""
    earlier = frozenset(order[: order.index(key)])
    keys = [each.id if isinstance(each, Question) else each.key for each in line]
    return max((place + 1 for place, each in enumerate(keys) if each in earlier), default=0)


def _questions_of(session: Session) -> list[Question]:
    return [question for activity in session.activities for question in activity.questions]


_SOURCES = select(SourceRecord).where(SourceRecord.workshop_id == bindparam("of_workshop"))
_ACTIVITIES = (
    select(ActivityRecord)
    .where(ActivityRecord.item_id == bindparam("of_item"))
    .order_by(ActivityRecord.position, ActivityRecord.id)
)
