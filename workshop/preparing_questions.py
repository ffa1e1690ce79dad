"""Preparing the questions of a session: their words, their order, what must be asked, the pace."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, exists, select

from frameworks.model import Pace
from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.improvising import LONGEST_QUESTION, LONGEST_SHORT
from workshop.library import Transaction
from workshop.preparing_acts import ITEM_BEGUN, PreparingActs, check_length, placed
from workshop.preparing_agenda import WAS_ASKED
from workshop.records import ActivityRecord, AgendaItemRecord, QuestionRecord, RoundRecord
from workshop.words import mark

EDIT_QUESTION = "edit question"
MOVE_QUESTION = "move question"
REMOVE_QUESTION = "remove question"
PACE = "pace"

LONGEST_HINT = 400
MOST_HINTS = 20

NO_QUESTION = mark("The question has no words yet. Write what the room is to answer.")
NO_SHORT = mark("The question has no short name yet. Write one for the charts.")
ASKED_STANDS = mark("“{name}” was voted on already, so its words stay. Add another question.")
MANY_HINTS = mark("{n} lines are more than a question has room for ({most}). Take some away.")
NO_SUCH_ACTIVITY = mark("This part of the session is no longer there. Look at the session again.")


class PreparingQuestions(PreparingActs):
    """The acts on the questions of a session; adding one is `live.improvising.add_question`."""

    def edit_question(
        self,
        question_id: str,
        *,
        text: str | None = None,
        short: str | None = None,
        must: bool | None = None,
        look_for: Sequence[str] | None = None,
        prompts: Sequence[str] | None = None,
    ) -> None:
        """Change a question; what is None stays. Another text marks it as edited.

        Raises NotPossibleNow for no words, too many of them, and other words of what was asked.
        """
        wanted: dict[str, object] = {}
        if must is not None:
            wanted["must"] = must
        if look_for is not None:
            wanted["look_for"] = _hints(look_for)
        if prompts is not None:
            wanted["prompts"] = _hints(prompts)
        with self._library.transaction() as transaction:
            question, _, _ = self._question(transaction, question_id)
            if short is not None and short.strip() != question.short:
                wanted["short"] = _words(short, LONGEST_SHORT, NO_SHORT)
            if text is not None and text.strip() != question.text:
                if transaction.scalar(_ASKED, {"question": question_id}):
                    raise NotPossibleNow(ASKED_STANDS, name=question.short)
                wanted |= {"text": _words(text, LONGEST_QUESTION, NO_QUESTION), "edited": True}
            with self._act(transaction, EDIT_QUESTION, question=question.short):
                for name, value in wanted.items():
                    setattr(question, name, value)

    def move_question(self, question_id: str, place: int) -> None:
        """Put a question at another place of its activity, the nearest that there is.

        Raises NotPossibleNow where its session has begun.
        """
        with self._library.transaction() as transaction:
            question, activity, item = self._question(transaction, question_id)
            _refuse_begun(item)
            rows = self._questions(transaction, activity.id)
            rows.remove(question)
            rows.insert(min(max(place, 0), len(rows)), question)
            with self._act(transaction, MOVE_QUESTION, question=question.short):
                placed(rows)

    def remove_question(self, question_id: str) -> None:
        """Take a question away. Raises NotPossibleNow where it was asked or its session begun."""
        with self._library.transaction() as transaction:
            question, activity, item = self._question(transaction, question_id)
            _refuse_begun(item)
            if transaction.scalar(_ASKED, {"question": question_id}):
                raise NotPossibleNow(WAS_ASKED, name=question.short)
            rows = self._questions(transaction, activity.id)
            rows.remove(question)
            with self._act(transaction, REMOVE_QUESTION, question=question.short):
                journal.remove_rows(transaction, QuestionRecord, [question_id])
                placed(rows)

    def set_pace(self, activity_id: str, pace: Pace) -> None:
        """Ask the questions of an activity one by one, or reveal them together.

        Raises NotPossibleNow where its session has begun.
        """
        with self._library.transaction() as transaction:
            activity = transaction.get(ActivityRecord, activity_id)
            if activity is None:
                raise NotPossibleNow(NO_SUCH_ACTIVITY)
            item = self._item(transaction, activity.item_id)
            _refuse_begun(item)
            with self._act(transaction, PACE, item=activity.title or item.title):
                activity.pace = pace.value

    def _questions(self, transaction: Transaction, activity_id: str) -> list[QuestionRecord]:
        return list(transaction.scalars(QUESTIONS_OF, {"of_activity": activity_id}))


QUESTIONS_OF = (
    select(QuestionRecord)
    .where(QuestionRecord.activity_id == bindparam("of_activity"))
    .order_by(QuestionRecord.position, QuestionRecord.id)
)
_ASKED = select(exists().where(RoundRecord.question_id == bindparam("question")))


def _refuse_begun(item: AgendaItemRecord) -> None:
    if item.started_at is not None:
        raise NotPossibleNow(ITEM_BEGUN, name=item.title)


def _words(text: str, longest: int, missing: str) -> str:
    if not text.strip():
        raise NotPossibleNow(missing)
    return check_length(text, longest)


def _hints(lines: Sequence[str]) -> list[str]:
    kept = [check_length(line, LONGEST_HINT) for line in lines if line.strip()]
    if len(kept) > MOST_HINTS:
        raise NotPossibleNow(MANY_HINTS, n=len(kept), most=MOST_HINTS)
    return kept
