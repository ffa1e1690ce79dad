"""Collecting: acts of the pace `together`: vote through all, reveal at once, talk on the picked."""

from __future__ import annotations

from sqlalchemy import select

from workshop.errors import NotPossibleNow
from workshop.events import RoundRevealed, StepTaken
from workshop.facts import Facts
from workshop.kinds import RoundState, Sorting, Step
from workshop.library import Transaction
from workshop.moves import Moves
from workshop.question_facts import TogetherFacts
from workshop.records import ActivityRecord, QuestionRecord, RoundRecord
from workshop.sealing import unseat
from workshop.steps import Act, State, collected_rounds, day_state, next_picked
from workshop.together_order import result_of, suggested
from workshop.words import mark

NOT_TOGETHER = mark("There is nothing to pick here: picks belong to a page of several questions.")
NO_VOTES = mark("Nobody voted on {question}. Jump there to vote on it.")

PICK = "pick"
UNPICK = "unpick"
SORT = "sort"


class Collecting(Moves):
    """The acts on an activity whose questions are revealed at once."""

    def collect(self, transaction: Transaction, facts: Facts) -> None:
        """Every question was voted on: the activity as a whole is in work, nothing revealed."""
        with self._act(transaction, Act.COLLECT):
            self._collect(transaction, facts)
        self._told_step(transaction)

    def reveal(self, transaction: Transaction, facts: Facts) -> None:
        """Reveal every round that has votes, and pick what the talk should be about.

        Where some were revealed before, as after a jump back to one that nobody had voted on, the
        talk is about those that are new.
        """
        together = facts.together
        assert together is not None, "only what was collected is revealed together"
        ids = [each.id for each in collected_rounds(facts)]
        rounds = transaction.scalars(select(RoundRecord).where(RoundRecord.id.in_(ids))).all()
        with self._act(transaction, Act.REVEAL_ALL):
            for record in rounds:
                record.state = RoundState.REVEALED.value
                record.revealed_at = transaction.now()
            self._move(transaction, Step.REVEAL)
            self._live(transaction).page = 0
            transaction.flush()
            self._suggest(transaction, together)
        for record in rounds:
            unseat(transaction, record.id)
            transaction.publish(RoundRevealed(self._workshop_id, record.id))
        self._told_step(transaction)

    def talk_about(self, transaction: Transaction, facts: Facts) -> None:
        """Go on to the next picked question: its own reveal, for the talk."""
        following = next_picked(facts)
        assert following is not None, "the table talks only about what is picked"
        with self._act(transaction, Act.TALK_ABOUT, question=following.short):
            self._talk_about(transaction, following)
        self._told_step(transaction)

    def pick(self, question_id: str, *, picked: bool) -> None:
        """Talk about this question after the page, or do not.

        Raises NotPossibleNow away from such a page, and for a question that nobody voted on.
        """
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            self._check(facts)
            question = transaction.get_one(QuestionRecord, question_id)
            if picked and not _has_votes(facts, question_id):
                raise NotPossibleNow(NO_VOTES, question=question.short)
            with self._act(transaction, PICK if picked else UNPICK, question=question.short):
                question.picked = picked
            transaction.publish(StepTaken(self._workshop_id))

    def sort(self, sorting: Sorting) -> None:
        """Sort the page anew; the wall begins at its first page."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            self._check(facts)
            assert facts.together is not None, "checked before"
            with self._act(transaction, SORT):
                activity = transaction.get_one(ActivityRecord, facts.together.activity_id)
                activity.sorting = sorting.value
                self._live(transaction).page = 0
            transaction.publish(StepTaken(self._workshop_id))

    def _check(self, facts: Facts) -> None:
        if day_state(facts) is not State.TOGETHER:
            raise NotPossibleNow(NOT_TOGETHER)

    def _suggest(self, transaction: Transaction, before: TogetherFacts) -> None:
        together = self._reader.facts_inside(transaction.connection()).together
        assert together is not None, "it was revealed in this transaction"
        known = {question.id for question in before.questions if result_of(question)}
        new = {question.id for question in together.questions if result_of(question)} - known
        picks = new if known else set(suggested(together))
        for question in together.questions:
            if (question.id in picks) is not question.picked:
                transaction.get_one(QuestionRecord, question.id).picked = question.id in picks


def _has_votes(facts: Facts, question_id: str) -> bool:
    questions = facts.together.questions if facts.together else ()
    return any(question.id == question_id and result_of(question) for question in questions)
