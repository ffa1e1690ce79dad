"""Following: what became of the actions of all workshops, once the days are over.

Every change is saved at once, is an act in the journal of the action's workshop, and a line of the
action's history. Undo goes back over the acts of one `Following`, whichever workshops they were in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final, Literal, TypeVar

from sqlalchemy import bindparam, select, update

from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.events import ActionsChanged, ActUndone
from workshop.identity import new_id
from workshop.kinds import ActionStatus
from workshop.library import Library, Transaction
from workshop.planning import (
    EMPTY_ACTION,
    ActionDraft,
    draft_of,
    note_change,
    rewrite,
    write_down,
)
from workshop.records import ActionChangeRecord, ActionRecord, LiveRecord, WorkshopRecord
from workshop.words import mark

GONE = mark("This action is no longer there. It was dropped or deleted meanwhile.")
WORKSHOP_GONE = mark("The workshop of this action was deleted. Bring it back first.")
NO_WORKSHOP = mark("This workshop was deleted meanwhile. Choose another one for the action.")

_STATE_BEFORE: Final = (
    select(ActionChangeRecord.before)
    .where(
        ActionChangeRecord.action_id == bindparam("of_action"),
        ActionChangeRecord.field == "state",
        ActionChangeRecord.after == "dropped",
    )
    .order_by(ActionChangeRecord.changed_at.desc())
    .limit(1)
)
STATUS_ACT: Final = "action status"
_NAMED = 60  # letters of the action that name its act


class Kept(Enum):
    """Stands for a field that is not to be changed."""

    KEPT = "kept"


KEPT: Final = Kept.KEPT
_Text = str | Literal[Kept.KEPT]
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Followed:
    """One act that can be undone or done again: its name in the journal, and which action."""

    workshop_id: str
    number: int
    act: str
    action_id: str
    what: str


class Following:
    """The acts by which one facilitator follows actions up, with undo over all of them.

    They raise NotPossibleNow where the action or its workshop is no longer there.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._done: list[Followed] = []
        self._undone: list[Followed] = []
        self._written: list[Followed] = []  # not committed yet

    def set_status(self, action_id: str, status: ActionStatus) -> None:
        """Say how far an action has come; what says nothing new leaves no trace."""
        with self._changing(action_id, STATUS_ACT) as (transaction, action):
            write_status(transaction, action, status)

    def change(
        self,
        action_id: str,
        *,
        what: _Text = KEPT,
        first_step: _Text = KEPT,
        owner: _Text = KEPT,
        due: date | Literal[Kept.KEPT] | None = KEPT,
        measure: _Text = KEPT,
    ) -> None:
        """Write the given fields anew and leave the others as they are now.

        Of two who change the same field the later stands, and the history tells both. An agreed
        action that loses its owner or its date is proposed again. An action needs words.
        """
        if isinstance(what, str) and not what.strip():
            raise NotPossibleNow(EMPTY_ACTION)
        with self._changing(action_id, "change action") as (transaction, action):
            now = draft_of(action)
            draft = replace(
                now,
                what=_new(what, now.what),
                first_step=_new(first_step, now.first_step),
                owner=_new(owner, now.owner),
                due=_new(due, now.due),
                measure=_new(measure, now.measure),
            )
            rewrite(transaction, action, draft)

    def add(self, workshop_id: str, draft: ActionDraft, question_id: str | None = None) -> str:
        """Add an action to a workshop that is over, behind the others, and answer its id."""
        if not draft.what.strip():
            raise NotPossibleNow(EMPTY_ACTION)
        action_id = new_id()
        with self._writing() as transaction:
            workshop = transaction.get(WorkshopRecord, workshop_id)
            if workshop is None or workshop.deleted_at is not None:
                raise NotPossibleNow(NO_WORKSHOP)
            with self._act(transaction, workshop_id, "propose", action_id, draft.what.strip()):
                write_down(transaction, workshop_id, action_id, draft, question_id)
        return action_id

    def drop(self, action_id: str, reason: str) -> None:
        """Drop an action and keep why; it stands in the list of dropped ones from then on."""
        with self._changing(action_id, "drop action") as (transaction, action):
            note_change(transaction, action, "state", action.state, "dropped")
            action.state, action.drop_reason = "dropped", reason.strip()

    def take_back(self, action_id: str) -> None:
        """Let an action that was dropped be one again, as it was before."""
        with self._changing(action_id, "take action back", dropped=True) as (transaction, action):
            before = transaction.scalar(_STATE_BEFORE, {"of_action": action_id})
            state = before if before in ("proposed", "agreed") else "proposed"
            note_change(transaction, action, "state", action.state, state)
            action.state, action.drop_reason = state, ""

    def delete(self, action_id: str) -> None:
        """Take an action and its history away, as if it had never been written down."""
        with self._changing(action_id, "delete action") as (transaction, action):
            transaction.delete(action)

    def to_undo(self) -> Followed | None:
        """The act that `undo` would take back, for its name; None where there is none."""
        return self._next(self._done, journal.newest)

    def to_redo(self) -> Followed | None:
        """The act that `redo` would do again."""
        return self._next(self._undone, journal.next_redo)

    def undo(self) -> Followed | None:
        """Take the newest of these acts back; None where there is none.

        An act that something else has been written over since, in its workshop, is passed over.
        Raises NotPossibleNow where the file cannot be put back.
        """
        return self._turn(self.to_undo(), self._done, self._undone, journal.undo)

    def redo(self) -> Followed | None:
        """Do the act again that was undone last."""
        return self._turn(self.to_redo(), self._undone, self._done, journal.redo)

    def _next(
        self, acts: list[Followed], find: Callable[..., journal.Entry | None]
    ) -> Followed | None:
        with self._library.reading() as connection:
            while acts:
                entry = find(connection, acts[-1].workshop_id)
                if entry is not None and entry.number == acts[-1].number:
                    return acts[-1]
                acts.pop()
        return None

    def _turn(
        self,
        followed: Followed | None,
        source: list[Followed],
        goal: list[Followed],
        turn: Callable[[Transaction, str], journal.Entry | None],
    ) -> Followed | None:
        if followed is None:
            return None
        with self._library.transaction() as transaction:
            with _last_act_stays(transaction, followed.workshop_id):
                turn(transaction, followed.workshop_id)
            transaction.publish(ActUndone(followed.workshop_id))
        source.pop()
        goal.append(followed)
        return followed

    @contextmanager
    def _writing(self) -> Iterator[Transaction]:
        """A transaction; what was done in it can be undone once it is committed."""
        self._written.clear()
        with self._library.transaction() as transaction:
            yield transaction
        if self._written:
            self._done += self._written
            self._undone.clear()

    @contextmanager
    def _changing(
        self, action_id: str, act: str, *, dropped: bool = False
    ) -> Iterator[tuple[Transaction, ActionRecord]]:
        with self._writing() as transaction:
            action = _there(transaction, action_id, dropped=dropped)
            with self._act(transaction, action.workshop_id, act, action_id, action.what):
                yield transaction, action

    @contextmanager
    def _act(
        self, transaction: Transaction, workshop_id: str, name: str, action_id: str, what: str
    ) -> Iterator[None]:
        before = journal.newest(transaction.connection(), workshop_id)
        with (
            _last_act_stays(transaction, workshop_id),
            journal.act(transaction, workshop_id, name, what=what[:_NAMED]),
        ):
            yield
        entry = journal.newest(transaction.connection(), workshop_id)
        if entry is not None and entry != before:
            self._written.append(Followed(workshop_id, entry.number, name, action_id, what))
            transaction.publish(ActionsChanged(workshop_id))


def write_status(transaction: Transaction, action: ActionRecord, status: ActionStatus) -> None:
    """Set an action's status with a line of its history; to be called inside an act."""
    note_change(transaction, action, "status", action.status, status.value)
    action.status = status.value


def _new(given: _Value | Literal[Kept.KEPT], now: _Value) -> _Value:
    return now if given is Kept.KEPT else given


def _there(transaction: Transaction, action_id: str, *, dropped: bool) -> ActionRecord:
    action = transaction.get(ActionRecord, action_id)
    if action is None or (action.state == "dropped") is not dropped:
        raise NotPossibleNow(GONE)
    if transaction.get_one(WorkshopRecord, action.workshop_id).deleted_at is not None:
        raise NotPossibleNow(WORKSHOP_GONE)
    return action


@contextmanager
def _last_act_stays(transaction: Transaction, workshop_id: str) -> Iterator[None]:
    """An action followed up is no act of the day: a day left open weeks ago must not look alive."""
    connection = transaction.connection()
    this = LiveRecord.workshop_id == workshop_id
    before = connection.scalar(select(LiveRecord.last_act_at).where(this))
    yield
    if before is not None:
        connection.execute(update(LiveRecord).where(this).values(last_act_at=before))
