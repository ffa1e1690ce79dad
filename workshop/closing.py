"""Closing: what the room says at the end, without names: worth the time, one word, what follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import EllipsisType

from sqlalchemy import delete, func, insert, select

from workshop import journal
from workshop.ballot import Room
from workshop.errors import NotPossibleNow, WorkshopError
from workshop.events import NotesChanged, WorkshopChanged
from workshop.identity import new_id
from workshop.library import Library
from workshop.practice import PRACTICE_ROUND
from workshop.readings.closing import ANSWERS
from workshop.records import ClosingCountRecord, ClosingWordRecord, WorkshopRecord
from workshop.words import mark

CLOSING = "closing"
LONGEST_WORD = 40

NOT_AN_ANSWER = mark("{answer} is not an answer here. Choose one from 1 to {most}.")
TOO_MANY = mark("{hands} hands are more than the {most} people present. Lower one of the numbers.")
REVIEW_BEFORE = mark("This day lies before the workshop. Choose the day on which you meet again.")
TOO_LONG = mark("Keep it to one word or two: at most {most} letters.")


class Closing:
    """The close of one workshop; any thread may call it."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        self._library = library
        self._workshop_id = workshop_id

    def put_hands(self, counts: Mapping[int, int]) -> None:
        """Replace the hands for each answer from 1 to 5.

        Raises WorkshopError where there are more of them than people present; nothing is kept.
        """
        for answer in counts:
            if not 1 <= answer <= ANSWERS:
                raise WorkshopError(NOT_AN_ANSWER, answer=answer, most=ANSWERS)
        with self._library.writing() as writing:
            room = Room.read(writing.connection, self._workshop_id, PRACTICE_ROUND)
            present, hands = sum(room.free.values()), sum(counts.values())
            if hands > present:
                raise WorkshopError(TOO_MANY, hands=hands, most=present)
            writing.connection.execute(
                delete(ClosingCountRecord).where(
                    ClosingCountRecord.workshop_id == self._workshop_id
                )
            )
            rows = [
                {"workshop_id": self._workshop_id, "answer": answer, "count": count}
                for answer, count in counts.items()
                if count
            ]
            if rows:
                writing.connection.execute(insert(ClosingCountRecord), rows)
            writing.publish(NotesChanged(self._workshop_id))

    def add_word(self, text: str) -> None:
        """Write down a word that was said; an empty one changes nothing."""
        text = " ".join(text.split())
        if not text:
            return
        if len(text) > LONGEST_WORD:
            raise WorkshopError(TOO_LONG, most=LONGEST_WORD)
        with self._library.transaction() as transaction:
            last = transaction.scalar(
                select(func.max(ClosingWordRecord.position)).where(
                    ClosingWordRecord.workshop_id == self._workshop_id
                )
            )
            with journal.act(transaction, self._workshop_id, CLOSING):
                transaction.add(
                    ClosingWordRecord(
                        id=new_id(),
                        workshop_id=self._workshop_id,
                        position=0 if last is None else last + 1,
                        text=text,
                    )
                )
            transaction.publish(NotesChanged(self._workshop_id))

    def remove_word(self, word_id: str) -> None:
        """Take a word off the wall."""
        with self._library.transaction() as transaction:
            with journal.act(transaction, self._workshop_id, CLOSING):
                transaction.delete(transaction.get_one(ClosingWordRecord, word_id))
            transaction.publish(NotesChanged(self._workshop_id))

    def write(
        self,
        *,
        review_on: date | EllipsisType | None = ...,
        plan_goes_to: str | None = None,
        who_answers: str | None = None,
    ) -> None:
        """Write what follows the day; what is not given stays as it is.

        `review_on` None takes the date off. Raises NotPossibleNow for one before the workshop.
        """
        with self._library.transaction() as transaction:
            record = transaction.get_one(WorkshopRecord, self._workshop_id)
            with journal.act(transaction, self._workshop_id, CLOSING):
                if not isinstance(review_on, EllipsisType):
                    if review_on is not None and review_on < record.held_on:
                        raise NotPossibleNow(REVIEW_BEFORE)
                    record.review_on = review_on
                if plan_goes_to is not None:
                    record.plan_goes_to = plan_goes_to.strip()
                if who_answers is not None:
                    record.who_answers = who_answers.strip()
            transaction.publish(WorkshopChanged(self._workshop_id))
