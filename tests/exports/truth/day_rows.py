"""The rows of a day that was held: what was voted, agreed, written and left out, by chance."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import insert, select, update

from tests.exports.truth.round_rows import RoundRows, Rows, Seats
from tests.exports.truth.texts import SHORTS, TEXTS, hidden, one_line, some
from workshop.identity import new_id
from workshop.library import Transaction
from workshop.records import (
    ActionRecord,
    ActivityRecord,
    AgendaItemRecord,
    ClosingCountRecord,
    ClosingWordRecord,
    EarlierResultRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    QuestionRecord,
    Record,
    ReviewActionRecord,
    SeatRecord,
    TeamRecord,
    WorkshopRecord,
)

STATUSES: Final = ("not_started", "under_way", "done")
NOW: Final = 1_767_258_000_000


class DayRows:
    """Writes the rows of one workshop's day; every text is one of `long`, where there are any."""

    def __init__(
        self,
        transaction: Transaction,
        workshop_id: str,
        rng: random.Random,
        actions: int,
        long: tuple[str, ...] = (),
    ) -> None:
        transaction.flush()
        self.connection = transaction.connection()
        self.id = workshop_id
        self.rng = rng
        self.actions = actions
        self.long = long
        self.rows: Rows = {}
        self.workshop = self.connection.execute(
            select(WorkshopRecord.__table__).where(WorkshopRecord.id == workshop_id)
        ).one()
        self.repeats = rng.random() < 0.3

    def write(self) -> None:
        """Everything, table by table."""
        self._workshop()
        rounds = RoundRows(self.rng, self.rows, self._seats(), self.workshop)
        asked = []
        for item, questions in self._agenda():
            if self.rng.random() < 0.1:
                self._set(AgendaItemRecord, item, left_out=True)
                continue
            if self.repeats and self.rng.random() < 0.7:
                self._set(AgendaItemRecord, item, earlier_score=self._score())
            for question in questions:
                self._earlier(question)
                if self.rng.random() < 0.1:
                    self._set(QuestionRecord, question.id, skipped=True)
                    continue
                if rounds.add(question):
                    asked.append(question)
        for question in asked:
            self._outcome(question)
            self._notes(question)
        self._plan([question.id for question in asked])
        self._close()
        for record, rows in self.rows.items():
            self.connection.execute(insert(record), rows)

    def _add(self, record: type[Record], **values: Any) -> None:
        self.rows.setdefault(record, []).append(values)

    def _some(self, plain: tuple[str, ...]) -> str:
        return self.rng.choice(self.long) if self.long else some(self.rng, plain)

    def _set(self, record: Any, row_id: str, **values: Any) -> None:
        self.connection.execute(update(record).where(record.id == row_id).values(**values))

    def _day(self) -> date:
        held_on: date = self.workshop.held_on
        return held_on + timedelta(days=self.rng.randint(-400, 400))

    def _score(self) -> float:
        return self.rng.randint(10, 10 * len(self.workshop.scale_labels)) / 10

    def _workshop(self) -> None:
        rng = self.rng
        values: dict[str, Any] = {
            "plan_goes_to": one_line(rng, ("everyone here", "")),
            "who_answers": one_line(rng, ("the director", "")),
            "place": one_line(rng, ("Room one", "")),
            "target_halves": rng.choice((None, 6, 7, 8)),
            "review_on": self._day() if rng.random() < 0.5 else None,
        }
        if self.repeats:
            values |= {
                "earlier_id": new_id(),
                "earlier_title": one_line(rng, ("Spring",)),
                "earlier_on": self._day(),
            }
        self._set(WorkshopRecord, self.id, **values)

    def _seats(self) -> Seats:
        """Every seat that votes, by team; some are gone, late or only look on."""
        found = self.connection.execute(
            select(SeatRecord.id, SeatRecord.team_id)
            .join(TeamRecord, TeamRecord.id == SeatRecord.team_id)
            .where(TeamRecord.workshop_id == self.id)
            .order_by(TeamRecord.position, SeatRecord.position)
        ).all()
        seats: Seats = {}
        for seat, team in found:
            chance = self.rng.random()
            if chance < 0.05:
                self._set(SeatRecord, seat, role="observer")
                continue
            if chance < 0.15:
                self._set(SeatRecord, seat, presence=self.rng.choice(("gone", "late")))
            seats.setdefault(team, []).append(seat)
        return seats

    def _agenda(self) -> list[tuple[str, Sequence[Any]]]:
        found = self.connection.execute(
            select(QuestionRecord.__table__, ActivityRecord.item_id, ActivityRecord.kind)
            .join(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
            .join(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
            .where(AgendaItemRecord.workshop_id == self.id)
            .order_by(AgendaItemRecord.position, ActivityRecord.position, QuestionRecord.position)
        ).all()
        items = dict.fromkeys(row.item_id for row in found)
        return [(item, [row for row in found if row.item_id == item]) for item in items]

    def _earlier(self, question: Any) -> None:
        if not self.repeats or self.rng.random() < 0.3:
            return
        steps = len(question.scale_labels)
        self._add(
            EarlierResultRecord,
            question_id=question.id,
            counts=[self.rng.randint(0, 9) for _ in range(steps)],
            dont_know=self.rng.randint(0, 3),
            score_halves=self.rng.choice((None, self.rng.randint(2, 2 * steps))),
            differed=False,
            text=self.rng.choice((question.text, "It was asked in other words.")),
        )

    def _outcome(self, question: Any) -> None:
        rng, top = self.rng, 2 * len(question.scale_labels)
        if question.kind == "checklist" or rng.random() < 0.2:
            return
        kind = rng.choice(("agreed", "agreed", "agreed", "differ", "undecided"))
        off = rng.random() < 0.2

        def written() -> str:
            return hidden(rng) if off else self._some(("", *TEXTS))

        differ = kind == "differ"
        low, high = sorted((rng.randint(2, top), rng.randint(2, top)))
        self._add(
            OutcomeRecord,
            question_id=question.id,
            kind=kind,
            score_halves=rng.randint(2, top) if kind == "agreed" else None,
            evidence=written(),
            low_halves=low if differ and rng.random() < 0.9 else None,
            low_position=written() if differ else "",
            high_halves=high if differ and rng.random() < 0.9 else None,
            high_position=written() if differ else "",
            finds_out=written() if differ else "",
            finds_out_how=written() if differ else "",
            finds_out_by=self._day() if differ and rng.random() < 0.5 else None,
            off_wall=False,
            off_report=off,
            changed_at=NOW,
        )

    def _notes(self, question: Any) -> None:
        for number in range(self.rng.choice((0, 0, 1, 2))):
            private, off = self.rng.random() < 0.4, self.rng.random() < 0.3
            self._add(
                NoteRecord,
                id=new_id(),
                workshop_id=self.id,
                question_id=question.id,
                kind="private" if private else "said",
                text=hidden(self.rng) if private or off else self._some(TEXTS),
                off_wall=True,
                off_report=off,
                written_at=NOW + number,
            )

    def _plan(self, questions: Sequence[str]) -> None:
        rng = self.rng
        for number in range(rng.choice((0, 1, 2))):
            self._add(
                ParkedRecord,
                id=new_id(),
                workshop_id=self.id,
                question_id=None,
                text=self._some(("Parking charges annoy visitors", "Night line at weekends")),
                parked_at=NOW + number,
            )
        for number in range(rng.randint(0, self.actions)):
            self._action(number, rng.choice((None, *questions)))
        for number in range(rng.randint(1, 3) if self.repeats else 0):
            self._reviewed(number)

    def _action(self, position: int, question: str | None) -> None:
        rng, off = self.rng, self.rng.random() < 0.2
        self._add(
            ActionRecord,
            id=new_id(),
            workshop_id=self.id,
            question_id=question,
            position=position,
            what=hidden(rng) if off else self._some(("Ring back the same day", "Write the rule")),
            first_step=hidden(rng) if off else self._some(("", "ask two colleagues")),
            owner=one_line(rng, ("", "Senior nurse", "Practice manager")),
            owner_absent=rng.random() < 0.2,
            due=self._day() if rng.random() < 0.6 else None,
            measure=self._some(("", "half of today")),
            state=rng.choice(("proposed", "agreed", "agreed", "dropped")),
            status=rng.choice(STATUSES),
            off_wall=False,
            off_report=off,
            proposed_at=NOW,
        )

    def _reviewed(self, position: int) -> None:
        rng, off = self.rng, self.rng.random() < 0.2
        self._add(
            ReviewActionRecord,
            id=new_id(),
            workshop_id=self.id,
            position=position,
            action_id=new_id(),
            what=hidden(rng) if off else self._some(("Name a champion", "Show the wait")),
            first_step="",
            owner=one_line(rng, ("", "Senior nurse")),
            due=self._day() if rng.random() < 0.6 else None,
            measure=self._some(("", "half of then")),
            theme="people",
            second=False,
            session="People",
            short=one_line(rng, SHORTS),
            off_report=off,
            status=rng.choice(STATUSES),
            reviewed_at=rng.choice((None, NOW)),
        )

    def _close(self) -> None:
        for answer in range(1, 6):
            hands = self.rng.choice((0, 0, 3, 8))
            if hands:
                self._add(ClosingCountRecord, workshop_id=self.id, answer=answer, count=hands)
        for position in range(self.rng.choice((0, 2))):
            self._add(
                ClosingWordRecord,
                id=new_id(),
                workshop_id=self.id,
                position=position,
                text=one_line(self.rng, ("clear", "long")),
            )
