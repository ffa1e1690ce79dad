"""Reading one action in full: where it came from, what was said there, and its history."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, text

from workshop.kinds import RoundState
from workshop.question_facts import OutcomeFacts
from workshop.readings.question import read_outcome
from workshop.readings.rounds import read_results
from workshop.records import ActionChangeRecord, ActionRecord, QuestionRecord, RoundRecord
from workshop.tally import Distribution

_QUESTION = (
    select(QuestionRecord.id, QuestionRecord.text, QuestionRecord.scale_labels)
    .join(ActionRecord, ActionRecord.question_id == QuestionRecord.id)
    .where(ActionRecord.id == bindparam("action_id"))
)
_LAST_ROUND = (
    select(RoundRecord.id)
    .where(
        RoundRecord.question_id == bindparam("of_question"),
        RoundRecord.state == RoundState.REVEALED.value,
        RoundRecord.asks == "performance",
    )
    .order_by(RoundRecord.number.desc())
    .limit(1)
)
_HISTORY = (
    select(
        ActionChangeRecord.field,
        ActionChangeRecord.before,
        ActionChangeRecord.after,
        ActionChangeRecord.changed_at,
    )
    .where(ActionChangeRecord.action_id == bindparam("of_action"))
    .order_by(ActionChangeRecord.changed_at.desc(), text("action_change.rowid DESC"))
)


@dataclass(frozen=True, slots=True)
class ActionChange:
    """One line of an action's history; `changed_at` is in milliseconds since 1970.

    `field` is a column of the action: what, first_step, owner, due (ISO text), status, state...
    """

    field: str
    before: str
    after: str
    changed_at: int


@dataclass(frozen=True, slots=True)
class ActionOrigin:
    """The question an action came from, what was agreed on there, and its last revealed round."""

    question: str
    scale_labels: tuple[str, ...]
    outcome: OutcomeFacts | None
    votes: Distribution | None


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """What is known of an action beside its own fields; `history` has the newest first.

    `origin` is None where it came from no question.
    """

    origin: ActionOrigin | None
    history: tuple[ActionChange, ...]


def read_details(connection: Connection, action_id: str) -> ActionDetails:
    """What is known of an action; of one that is no longer there nothing is."""
    rows = connection.execute(_HISTORY, {"of_action": action_id})
    history = tuple(ActionChange(*row) for row in rows)
    return ActionDetails(_origin(connection, action_id), history)


def _origin(connection: Connection, action_id: str) -> ActionOrigin | None:
    question = connection.execute(_QUESTION, {"action_id": action_id}).one_or_none()
    if question is None:
        return None
    labels = tuple(question.scale_labels)
    round_id = connection.scalar(_LAST_ROUND, {"of_question": question.id})
    votes = None
    if round_id is not None:
        votes = read_results(connection, {round_id: len(labels)})[round_id]
    return ActionOrigin(question.text, labels, read_outcome(connection, question.id), votes)
