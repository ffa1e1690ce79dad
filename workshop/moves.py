"""Moves: what the acts of the day are made of: entering an item, taking a step, a timer."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from workshop import journal
from workshop.events import RoundClosed, StepTaken
from workshop.facts import Facts, OutlineItem
from workshop.kinds import ItemKind, RoundState, Step
from workshop.library import Library, Transaction
from workshop.question_facts import RoundFacts, TogetherQuestion
from workshop.readings.reader import Reader
from workshop.records import (
    AgendaItemRecord,
    LiveRecord,
    RoundRecord,
    TimerRecord,
    WallRecord,
)
from workshop.rounds import close_round
from workshop.sealing import seal
from workshop.steps import Act, after_item, next_item, outline_question, revealed_together

_HELD_ROWS = "the rows of where the day is"
_ROWS = (
    select(LiveRecord, WallRecord, TimerRecord, RoundRecord)
    .join(WallRecord, WallRecord.workshop_id == LiveRecord.workshop_id)
    .outerjoin(TimerRecord, TimerRecord.workshop_id == LiveRecord.workshop_id)
    .outerjoin(RoundRecord, RoundRecord.id == LiveRecord.round_id)
    .where(LiveRecord.workshop_id == bindparam("of_workshop"))
)


@dataclass(slots=True)
class _Held:
    """Where the day is, as rows; held so that the transaction asks for none of them again."""

    live: LiveRecord
    wall: WallRecord
    timer: TimerRecord | None
    round: RoundRecord | None


class Moves:
    """What every act that moves the day shares: its library, its rows and its small moves."""

    def __init__(self, library: Library, workshop_id: str, reader: Reader) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._reader = reader

    def _leave(self, transaction: Transaction, facts: Facts) -> None:
        item = next_item(facts)
        if after_item(facts) is Act.NEXT_ITEM and item is not None:
            self._enter(transaction, facts, item)
        else:
            self._end_day(transaction, facts)

    def _end_day(self, transaction: Transaction, facts: Facts) -> None:
        self._end_item(transaction, facts)
        live = self._live(transaction)
        live.ended_at = transaction.now()
        live.question_id = live.round_id = live.activity_id = None
        self._move(transaction, Step.FINISHED)

    def _enter(self, transaction: Transaction, facts: Facts, item: OutlineItem) -> None:
        self._end_item(transaction, facts)
        live = self._live(transaction)
        live.item_id, live.question_id, live.round_id, live.page = item.id, None, None, 0
        live.activity_id = None
        live.ended_at = None
        record = transaction.get_one(AgendaItemRecord, item.id)
        record.started_at = record.started_at or transaction.now()
        record.ended_at = None
        self._move(transaction, Step.PURPOSE)
        if item.kind is ItemKind.BREAK:
            self._start_timer(transaction, item.minutes * 60)

    def _end_item(self, transaction: Transaction, facts: Facts) -> None:
        if facts.item_id is not None:
            transaction.get_one(AgendaItemRecord, facts.item_id).ended_at = transaction.now()

    def _pose_question(self, transaction: Transaction, item: OutlineItem, question_id: str) -> None:
        live = self._live(transaction)
        live.question_id, live.round_id = question_id, None
        live.activity_id = revealed_together(item, question_id)
        self._move(transaction, Step.POSE)

    def _collect(self, transaction: Transaction, facts: Facts) -> None:
        """The activity of the question in work is in work as a whole, with nothing revealed."""
        line = outline_question(facts)
        assert line is not None, "a question of the activity was in work"
        self._move(transaction, Step.VOTE)
        live = self._live(transaction)
        live.question_id, live.round_id, live.page = None, None, 0
        live.activity_id = line.activity_id

    def _talk_about(self, transaction: Transaction, question: TogetherQuestion) -> None:
        """The talk is about this question, which was revealed with others."""
        assert question.round is not None, "only what was revealed can be talked about"
        live = self._live(transaction)
        live.question_id, live.round_id = question.id, question.round.id
        self._move(transaction, Step.TALK)

    def _move(self, transaction: Transaction, step: Step) -> None:
        self._live(transaction).step = step.value
        self._stop_timer(transaction)
        wall = self._wall(transaction)
        wall.back, wall.reveal_taken_back = 0, False
        wall.turn_seat_id, wall.turn_open, wall.apart = None, False, 0

    def _close_open(self, transaction: Transaction, facts: Facts) -> None:
        if facts.round is not None and facts.round.state is RoundState.OPEN:
            wall = self._wall(transaction)  # its reading brings the round's row with it
            close_round(transaction, self._workshop_id, facts.round.id)
            wall.turn_seat_id, wall.turn_open = None, False
            transaction.publish(RoundClosed(self._workshop_id, facts.round.id))

    def _seal(self, transaction: Transaction, facts: Facts) -> None:
        """Part seats and answers of a secret round that the act before has closed."""
        if facts.round is not None and _secretly_open(facts.round):
            seal(transaction, self._workshop_id, facts.round.id)

    def _start_timer(self, transaction: Transaction, seconds: int) -> None:
        transaction.flush()
        timer = TimerRecord(
            workshop_id=self._workshop_id, started_at=transaction.now(), planned_s=seconds
        )
        transaction.add(timer)
        self._held(transaction).timer = timer

    def _stop_timer(self, transaction: Transaction) -> None:
        held = self._held(transaction)
        if held.timer is not None:
            transaction.delete(held.timer)
            held.timer = None

    def _act(
        self, transaction: Transaction, name: str, **values: float | str
    ) -> AbstractContextManager[None]:
        return journal.act(transaction, self._workshop_id, str(name), **values)

    def _closing_act(
        self, transaction: Transaction, facts: Facts, name: str, **values: float | str
    ) -> AbstractContextManager[None]:
        """An act that may close the open round; one that `_seal` follows can never be undone."""
        if facts.round is not None and _secretly_open(facts.round):
            return journal.unkept_act(transaction, self._workshop_id, str(name))
        return self._act(transaction, name, **values)

    def _told_step(self, transaction: Transaction) -> None:
        transaction.publish(StepTaken(self._workshop_id))

    def _live(self, transaction: Transaction) -> LiveRecord:
        return self._held(transaction).live

    def _wall(self, transaction: Transaction) -> WallRecord:
        return self._held(transaction).wall

    def _held(self, transaction: Transaction) -> _Held:
        """The rows that nearly every act moves, read together once a transaction."""
        held = transaction.info.get(_HELD_ROWS)
        if not isinstance(held, _Held):
            row = transaction.execute(_ROWS, {"of_workshop": self._workshop_id}).one()
            held = transaction.info[_HELD_ROWS] = _Held(*row)
        return held

    def _facts(self, transaction: Transaction, *, whole: bool = False) -> Facts:
        return self._reader.facts_before(transaction.connection(), whole=whole)


def _secretly_open(here: RoundFacts) -> bool:
    """Whether closing this round seals it."""
    return here.secret and here.state is RoundState.OPEN
