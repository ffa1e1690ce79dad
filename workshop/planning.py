"""Planning: what the talk leaves behind: agreed scores, evidence, notes, parked thoughts, actions.

Every change is saved at once and is one line of the journal.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import func, select

from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.events import ActionsChanged, NotesChanged, OutcomeRecorded
from workshop.identity import new_id
from workshop.kinds import OutcomeKind
from workshop.library import Library, Transaction
from workshop.records import (
    ActionChangeRecord,
    ActionRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    QuestionRecord,
)
from workshop.words import mark

EMPTY_ACTION = mark("An action needs words. Write what is to be done.")
HALF_STEPS = mark("{score} is not on this scale. Choose from 1 to {steps} in half steps.")
OWNER_AND_DATE = mark("An action is agreed once it has an owner and a date.")


@dataclass(frozen=True, slots=True)
class Positions:
    """Two positions kept side by side; scores in points of the scale."""

    low: float | None = None
    low_position: str = ""
    high: float | None = None
    high_position: str = ""
    finds_out: str = ""
    finds_out_how: str = ""
    finds_out_by: date | None = None


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """An action as it is written down; only `what` must be there."""

    what: str
    first_step: str = ""
    owner: str = ""
    owner_absent: bool = False
    due: date | None = None
    measure: str = ""
    off_wall: bool = False
    off_report: bool = False


class Planning:
    """The acts that write down what was said and agreed."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        self._library = library
        self._workshop_id = workshop_id

    def agree(self, question_id: str, score: float) -> None:
        """Record the agreed score, in half steps of the scale. Raises NotPossibleNow off it."""
        with self._library.transaction() as transaction:
            halves = self._halves(transaction, question_id, score)
            with self._act(transaction, "agree", score=score):
                kind = OutcomeKind.AGREED.value
                _record(transaction, question_id, kind=kind, score_halves=halves)
            transaction.publish(OutcomeRecorded(self._workshop_id, question_id))

    def differ(self, question_id: str, positions: Positions) -> None:
        """Record that the group agrees to differ: both positions, and who finds out."""
        with self._library.transaction() as transaction:
            low = self._optional_halves(transaction, question_id, positions.low)
            high = self._optional_halves(transaction, question_id, positions.high)
            with self._act(transaction, "differ"):
                _record(
                    transaction,
                    question_id,
                    kind=OutcomeKind.DIFFER.value,
                    score_halves=None,
                    low_halves=low,
                    low_position=positions.low_position.strip(),
                    high_halves=high,
                    high_position=positions.high_position.strip(),
                    finds_out=positions.finds_out.strip(),
                    finds_out_how=positions.finds_out_how.strip(),
                    finds_out_by=positions.finds_out_by,
                )
            transaction.publish(OutcomeRecorded(self._workshop_id, question_id))

    def back_to_one_score(self, question_id: str) -> None:
        """Differ no longer: the question is undecided again, the positions are kept unseen."""
        with self._library.transaction() as transaction:
            with self._act(transaction, "one score"):
                kind = OutcomeKind.UNDECIDED.value
                _record(transaction, question_id, kind=kind, score_halves=None)
            transaction.publish(OutcomeRecorded(self._workshop_id, question_id))

    def write_evidence(self, question_id: str, text: str) -> None:
        """Keep what makes it this score."""
        with self._library.transaction() as transaction:
            with self._act(transaction, "evidence"):
                _record(transaction, question_id, evidence=text.strip())
            transaction.publish(OutcomeRecorded(self._workshop_id, question_id))

    def mark_outcome(self, question_id: str, *, off_wall: bool, off_report: bool) -> None:
        """Say where the evidence or the positions may not be shown."""
        with self._library.transaction() as transaction:
            with self._act(transaction, "mark"):
                _record(transaction, question_id, off_wall=off_wall, off_report=off_report)
            transaction.publish(OutcomeRecorded(self._workshop_id, question_id))

    def add_note(
        self, question_id: str | None, text: str, *, private: bool, off_report: bool = False
    ) -> str | None:
        """Write a line: private to the facilitator, or said in the talk. Empty text is none."""
        if not text.strip():
            return None
        with self._library.transaction() as transaction:
            note = NoteRecord(
                id=new_id(),
                workshop_id=self._workshop_id,
                question_id=question_id,
                kind="private" if private else "said",
                text=text.strip(),
                off_wall=True,
                off_report=off_report or private,
                written_at=transaction.now(),
            )
            with self._act(transaction, "note"):
                transaction.add(note)
            transaction.publish(NotesChanged(self._workshop_id))
            return note.id

    def remove_note(self, note_id: str) -> None:
        """Take a line away."""
        with self._library.transaction() as transaction:
            with self._act(transaction, "remove note"):
                transaction.delete(transaction.get_one(NoteRecord, note_id))
            transaction.publish(NotesChanged(self._workshop_id))

    def park(self, text: str, question_id: str | None = None) -> str | None:
        """Put a thought on the parking lot. Empty text is none."""
        if not text.strip():
            return None
        with self._library.transaction() as transaction:
            parked = ParkedRecord(
                id=new_id(),
                workshop_id=self._workshop_id,
                question_id=question_id,
                text=text.strip(),
                parked_at=transaction.now(),
            )
            with self._act(transaction, "park"):
                transaction.add(parked)
            transaction.publish(NotesChanged(self._workshop_id))
            return parked.id

    def unpark(self, parked_id: str) -> None:
        """Take a thought off the parking lot."""
        with self._library.transaction() as transaction:
            with self._act(transaction, "unpark"):
                transaction.delete(transaction.get_one(ParkedRecord, parked_id))
            transaction.publish(NotesChanged(self._workshop_id))

    def propose(self, draft: ActionDraft, question_id: str | None = None) -> str:
        """Propose an action from a question. Raises NotPossibleNow when it has no words."""
        if not draft.what.strip():
            raise NotPossibleNow(EMPTY_ACTION)
        action_id = new_id()
        with self._library.transaction() as transaction:
            with self._act(transaction, "propose", what=draft.what.strip()[:60]):
                write_down(transaction, self._workshop_id, action_id, draft, question_id)
            transaction.publish(ActionsChanged(self._workshop_id))
        return action_id

    def change_action(self, action_id: str, draft: ActionDraft) -> None:
        """Write an action anew; each field that changed is a line of its history.

        An agreed action that loses its owner or its date is proposed again.
        """
        if not draft.what.strip():
            raise NotPossibleNow(EMPTY_ACTION)
        with self._library.transaction() as transaction:
            action = transaction.get_one(ActionRecord, action_id)
            with self._act(transaction, "change action", what=draft.what[:60]):
                rewrite(transaction, action, draft)
            transaction.publish(ActionsChanged(self._workshop_id))

    def agree_action(self, action_id: str) -> None:
        """The group agrees on an action. Raises NotPossibleNow without an owner and a date."""
        with self._library.transaction() as transaction:
            action = transaction.get_one(ActionRecord, action_id)
            if not _may_be_agreed(action):
                raise NotPossibleNow(OWNER_AND_DATE)
            self._set_state(transaction, action, "agreed", "agree action")

    def drop_action(self, action_id: str, reason: str) -> None:
        """Drop an action, keeping why."""
        with self._library.transaction() as transaction:
            action = transaction.get_one(ActionRecord, action_id)
            action_reason = reason.strip()
            self._set_state(transaction, action, "dropped", "drop action", action_reason)

    def _set_state(
        self,
        transaction: Transaction,
        action: ActionRecord,
        state: str,
        act: str,
        reason: str = "",
    ) -> None:
        with self._act(transaction, act, what=action.what[:60]):
            note_change(transaction, action, "state", action.state, state)
            action.state, action.drop_reason = state, reason
        transaction.publish(ActionsChanged(self._workshop_id))

    def _halves(self, transaction: Transaction, question_id: str, score: float) -> int:
        steps = len(transaction.get_one(QuestionRecord, question_id).scale_labels)
        if score * 2 not in range(2, steps * 2 + 1):
            raise NotPossibleNow(HALF_STEPS, score=score, steps=steps)
        return int(score * 2)

    def _optional_halves(
        self, transaction: Transaction, question_id: str, score: float | None
    ) -> int | None:
        return None if score is None else self._halves(transaction, question_id, score)

    def _act(
        self, transaction: Transaction, name: str, **values: float | str
    ) -> AbstractContextManager[None]:
        return journal.act(transaction, self._workshop_id, name, **values)


def _record(transaction: Transaction, question_id: str, **values: object) -> None:
    """Change what is recorded for a question; what says nothing new leaves its row as it was."""
    outcome = transaction.get(OutcomeRecord, question_id)
    if outcome is None:
        nothing = {None, "", False, OutcomeKind.UNDECIDED.value}
        if nothing.issuperset(values.values()):
            return
        outcome = OutcomeRecord(question_id=question_id, kind=OutcomeKind.UNDECIDED.value)
        transaction.add(outcome)
    elif all(getattr(outcome, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(outcome, name, value)
    outcome.changed_at = transaction.now()


def write_down(
    transaction: Transaction,
    workshop_id: str,
    action_id: str,
    draft: ActionDraft,
    question_id: str | None = None,
) -> None:
    """Make an action behind all others of its workshop; to be called inside an act."""
    last = transaction.scalar(
        select(func.max(ActionRecord.position)).where(ActionRecord.workshop_id == workshop_id)
    )
    action = ActionRecord(
        id=action_id,
        workshop_id=workshop_id,
        question_id=question_id,
        position=0 if last is None else last + 1,
        proposed_at=transaction.now(),
    )
    _write(action, draft)
    transaction.add(action)


def rewrite(transaction: Transaction, action: ActionRecord, draft: ActionDraft) -> None:
    """Write an action anew, as `Planning.change_action` does; to be called inside an act."""
    before = draft_of(action)
    _write(action, draft)
    for field in fields(draft):
        name = field.name
        note_change(transaction, action, name, getattr(before, name), getattr(action, name))
    if action.state == "agreed" and not _may_be_agreed(action):
        note_change(transaction, action, "state", action.state, "proposed")
        action.state = "proposed"


def draft_of(action: ActionRecord) -> ActionDraft:
    """An action as it is written down now."""
    return ActionDraft(**{field.name: getattr(action, field.name) for field in fields(ActionDraft)})


def note_change(
    transaction: Transaction, action: ActionRecord, field: str, before: object, after: object
) -> None:
    """Add a line to an action's history; what did not change is none."""
    if before == after:
        return
    transaction.add(
        ActionChangeRecord(
            id=new_id(),
            action_id=action.id,
            changed_at=transaction.now(),
            field=field,
            before="" if before is None else str(before),
            after="" if after is None else str(after),
        )
    )


def _may_be_agreed(action: ActionRecord) -> bool:
    return bool(action.owner) and action.due is not None


def _write(action: ActionRecord, draft: ActionDraft) -> None:
    for field in fields(draft):
        value = getattr(draft, field.name)
        setattr(action, field.name, value.strip() if isinstance(value, str) else value)
