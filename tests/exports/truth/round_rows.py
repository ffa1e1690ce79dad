"""The rows of rounds: votes of seats, hands, counts kept of secret ballots, rounds unrevealed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from tests.exports.truth.texts import SENTINEL
from workshop.anonymity import shown_apart
from workshop.identity import new_id
from workshop.records import (
    Record,
    RoundRecord,
    RoundSeatRecord,
    SealedCountRecord,
    SealedWayRecord,
    TallyRecord,
    VoteRecord,
)

Rows = dict[type[Record], list[dict[str, Any]]]
Seats = dict[str, list[str]]
"""The seats that vote, by team."""
OWN_WAYS: Final = ("wall", "phone", "paper", "for_someone")
CLOSED_AT: Final = 1_767_260_000_000
ALIKE, SPLIT, SPREAD, UNSURE, SILENT = range(5)


class RoundRows:
    """Adds rounds to `rows`, each with the votes of some of the seats."""

    def __init__(self, rng: random.Random, rows: Rows, seats: Seats, workshop: Any) -> None:
        self.rng = rng
        self.rows = rows
        self.seats = seats
        self.secret = workshop.ballot == "secret"
        self.minimum = workshop.minimum_group

    def add(self, question: Any) -> bool:
        """Up to three rounds, perhaps one more that is not revealed; whether any was revealed."""
        revealed = self.rng.choice((0, 1, 1, 1, 2, 2, 3))
        for number in range(1, revealed + 1):
            self._round(question, number, "revealed")
        if self.rng.random() < 0.3:
            state = self.rng.choice(("open", "closed", "not_opened"))
            self._hidden(question, revealed + 1, state)
        return revealed > 0

    def _add(self, record: type[Record], **values: Any) -> None:
        self.rows.setdefault(record, []).append(values)

    def _begin(self, question: Any, number: int, state: str) -> str:
        round_id = new_id()
        self._add(
            RoundRecord,
            id=round_id,
            question_id=question.id,
            asks="performance",
            number=number,
            state=state,
            opened_at=CLOSED_AT,
            closed_at=CLOSED_AT,
            revealed_at=CLOSED_AT if state == "revealed" else None,
            secret=self.secret,
            sealed_at=CLOSED_AT if self.secret and state != "open" else None,
        )
        return round_id

    def _hidden(self, question: Any, number: int, state: str) -> None:
        """A round that nobody may know anything of: its count would be seen anywhere."""
        round_id = self._begin(question, number, state)
        answer = self.rng.randint(1, len(question.scale_labels))
        row = {"round_id": round_id, "group": "", "answer": answer, "count": SENTINEL}
        if self.secret and state != "open":
            self._add(SealedCountRecord, **row)
        else:
            self._add(TallyRecord, way="hands", **row)

    def _round(self, question: Any, number: int, state: str) -> None:
        round_id = self._begin(question, number, state)
        shape = self.rng.choice((ALIKE, ALIKE, SPLIT, SPREAD, SPREAD, UNSURE, SILENT))
        cast: dict[str, list[tuple[str, int]]] = {}
        for team, seats in self.seats.items():
            for seat in seats:
                if self.rng.random() < 0.95:
                    self._add(RoundSeatRecord, round_id=round_id, seat_id=seat)
                if self.rng.random() < 0.85 and shape != SILENT:
                    cast.setdefault(team, []).append((seat, self._answer(question, shape)))
        if self.secret:
            self._keep_secret(round_id, cast)
        else:
            self._keep_open(round_id, cast)

    def _answer(self, question: Any, shape: int) -> int:
        steps = len(question.scale_labels)
        unsure = 1.0 if shape == UNSURE else 0.1
        if question.dont_know and self.rng.random() < unsure:
            return 0
        if shape == ALIKE:
            return min(steps, max(1, round(self.rng.gauss(steps / 2 + 1, 0.6))))
        return self.rng.choice((1, steps)) if shape == SPLIT else self.rng.randint(1, steps)

    def _keep_open(self, round_id: str, cast: dict[str, list[tuple[str, int]]]) -> None:
        whole: list[int] = []
        for team, votes in cast.items():
            chance = self.rng.random()
            if chance < 0.2:
                self._tally(round_id, team, [answer for _, answer in votes])
            elif chance < 0.3:
                whole += [answer for _, answer in votes]
            else:
                for seat, answer in votes:
                    self._add(
                        VoteRecord,
                        round_id=round_id,
                        seat_id=seat,
                        answer=answer,
                        way=self.rng.choice(OWN_WAYS),
                        cast_at=CLOSED_AT,
                    )
        self._tally(round_id, "", whole)

    def _tally(self, round_id: str, group: str, answers: Sequence[int]) -> None:
        way = self.rng.choice(("hands", "paper"))
        for answer, count in Counter(answers).items():
            row = {"round_id": round_id, "group": group, "way": way}
            self._add(TallyRecord, **row, answer=answer, count=count)

    def _keep_secret(self, round_id: str, cast: dict[str, list[tuple[str, int]]]) -> None:
        """What a close keeps: counts of teams that may be shown, and of all others together."""
        counts = {team: Counter(answer for _, answer in votes) for team, votes in cast.items()}
        shown = set(shown_apart(counts, self.minimum)) if counts else set()
        groups: dict[str, Counter[int]] = {}
        for team, of_team in counts.items():
            group = team if team in shown else ""
            groups[group] = groups.get(group, Counter()) + of_team
        for group, of_group in groups.items():
            for answer, count in of_group.items():
                row = {"round_id": round_id, "group": group}
                self._add(SealedCountRecord, **row, answer=answer, count=count)
        voted = sum(each.total() for each in counts.values())
        if voted >= self.minimum:
            self._add(SealedWayRecord, round_id=round_id, way="wall", count=voted)
