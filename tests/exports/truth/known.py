"""What a library says of a workshop, read from its file by plain SQL and worked out anew."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.exports.truth.statistics import Counted, mean_score

Row = sqlite3.Row


@dataclass
class Round:
    """A revealed round."""

    id: str
    number: int
    secret: bool
    expected: int
    whole: Counted
    groups: dict[str, Counted]
    """By team, '' for those without one or hidden."""
    ways: dict[str, int]


@dataclass
class Asked:
    """A question; `earlier` are the counts of last time and what was agreed then."""

    row: Row
    kind: str
    labels: tuple[str, ...]
    on_default: bool
    rounds: list[Round]
    unrevealed: int
    outcome: Row | None
    earlier: Row | None
    notes: list[Row] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether its score is one of the session's."""
        return self.kind == "rate" and self.on_default

    @property
    def score(self) -> float | None:
        if self.outcome is not None and self.outcome["score_halves"] is not None:
            return float(self.outcome["score_halves"] / 2)
        return self.rounds[-1].whole.median if self.rounds else None

    @property
    def last(self) -> Counted:
        return self.rounds[-1].whole


@dataclass
class Part:
    """A session."""

    row: Row
    questions: list[Asked]
    second: bool

    @property
    def scores(self) -> list[float]:
        return [q.score for q in self.questions if q.counts and q.score is not None]

    @property
    def score(self) -> Decimal | None:
        return mean_score(self.scores)


@dataclass
class Team:
    """A team and its voting seats, those of them that are here, and who looks on."""

    id: str
    name: str
    seats: int
    present: int
    observers: int


@dataclass(frozen=True)
class Photo:
    """A photo of the day; one that is `off` is not for the report."""

    path: Path
    caption: str
    off: bool


@dataclass
class Known:
    """Everything that files may hold numbers of."""

    row: Row
    labels: tuple[str, ...]
    teams: list[Team]
    parts: list[Part]
    actions: list[Row]
    dropped: list[Row]
    review: list[Row]
    parked: list[str]
    hands: list[int]
    closing_words: list[str]
    photos: list[Photo]

    @property
    def asked(self) -> list[tuple[Part, Asked]]:
        return [(part, question) for part in self.parts for question in part.questions]

    @property
    def told(self) -> list[tuple[Part, Asked]]:
        """Those with a revealed round, of sessions that were not left out."""
        return [
            (part, question)
            for part, question in self.asked
            if question.rounds and not part.row["left_out"]
        ]

    def origin(self, action: Row) -> tuple[Part | None, Asked | None]:
        """The session and the question that an action came from."""
        for part, question in self.asked:
            if question.row["id"] == action["question_id"]:
                return part, question
        return None, None


def day_of(text: str | None) -> date | None:
    """A date as the file has it."""
    return date.fromisoformat(text) if text else None


def know(path: Path, workshop_id: str) -> Known:
    """Read the file at `path`, without any code of the app."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return _Reading(connection, workshop_id, path.parent / "photos" / workshop_id).known()


class _Reading:
    def __init__(self, connection: sqlite3.Connection, workshop_id: str, photos: Path) -> None:
        self.connection = connection
        self.id = workshop_id
        self.photos = photos

    def all(self, statement: str, *values: Any) -> list[Row]:
        return self.connection.execute(statement, values or (self.id,)).fetchall()

    def known(self) -> Known:
        (workshop,) = self.all("SELECT * FROM workshop WHERE id = ?")
        actions = self.all("SELECT * FROM action WHERE workshop_id = ? ORDER BY position")
        hands = dict(
            tuple(row)
            for row in self.all("SELECT answer, count FROM closing_count WHERE workshop_id = ?")
        )
        return Known(
            row=workshop,
            labels=tuple(json.loads(workshop["scale_labels"])),
            teams=[self._team(row) for row in self._teams()],
            parts=self._parts(json.loads(workshop["scale_labels"])),
            actions=[a for a in actions if a["state"] != "dropped" and not a["off_report"]],
            dropped=[a for a in actions if a["state"] == "dropped" and not a["off_report"]],
            review=self.all(
                "SELECT * FROM review_action WHERE workshop_id = ? AND NOT off_report"
                " ORDER BY position"
            ),
            parked=[
                row["text"]
                for row in self.all(
                    "SELECT text FROM parked WHERE workshop_id = ? ORDER BY parked_at, id"
                )
            ],
            hands=[hands.get(answer, 0) for answer in range(1, 6)],
            closing_words=[
                row["text"]
                for row in self.all(
                    "SELECT text FROM closing_word WHERE workshop_id = ? ORDER BY position"
                )
            ],
            photos=[
                Photo(self.photos / row["file_name"], row["caption"], bool(row["off_report"]))
                for row in self.all(
                    "SELECT photo.* FROM photo JOIN agenda_item ON agenda_item.id = item_id"
                    " WHERE workshop_id = ? ORDER BY agenda_item.position, photo.position"
                )
            ],
        )

    def _teams(self) -> list[Row]:
        return self.all("SELECT * FROM team WHERE workshop_id = ? ORDER BY position")

    def _team(self, team: Row) -> Team:
        seats = self.all("SELECT role, presence FROM seat WHERE team_id = ?", team["id"])
        voting = [seat for seat in seats if seat["role"] == "voting"]
        here = sum(seat["presence"] == "present" for seat in voting)
        return Team(team["id"], team["name"], len(voting), here, len(seats) - len(voting))

    def _parts(self, default: list[str]) -> list[Part]:
        parts: list[Part] = []
        themes: set[str] = set()
        for item in self.all(
            "SELECT * FROM agenda_item WHERE workshop_id = ? AND kind = 'session' ORDER BY position"
        ):
            rows = self.all(
                "SELECT question.*, activity.kind FROM question"
                " JOIN activity ON activity.id = question.activity_id WHERE item_id = ?"
                " ORDER BY activity.position, question.position",
                item["id"],
            )
            asked = [self._asked(row, default) for row in rows]
            parts.append(Part(item, asked, item["theme"] in themes))
            themes.add(item["theme"])
        return parts

    def _asked(self, row: Row, default: list[str]) -> Asked:
        labels = json.loads(row["scale_labels"])
        rounds = self.all(
            "SELECT * FROM round WHERE question_id = ? AND asks = 'performance' ORDER BY number",
            row["id"],
        )
        return Asked(
            row=row,
            kind=row["kind"],
            labels=tuple(labels),
            on_default=labels == default,
            rounds=[self._round(r, len(labels)) for r in rounds if r["state"] == "revealed"],
            unrevealed=sum(r["state"] in {"open", "closed"} for r in rounds),
            outcome=self._one("SELECT * FROM outcome WHERE question_id = ?", row["id"]),
            earlier=self._one("SELECT * FROM earlier_result WHERE question_id = ?", row["id"]),
            notes=self.all(
                "SELECT * FROM note WHERE question_id = ? AND kind = 'said' AND NOT off_report"
                " ORDER BY written_at, id",
                row["id"],
            ),
        )

    def _one(self, statement: str, *values: Any) -> Row | None:
        return next(iter(self.all(statement, *values)), None)

    def _round(self, row: Row, steps: int) -> Round:
        counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (steps + 1))
        ways: defaultdict[str, int] = defaultdict(int)
        for vote in self.all(
            "SELECT answer, way, team_id FROM vote JOIN seat ON seat.id = seat_id"
            " WHERE round_id = ?",
            row["id"],
        ):
            counts[vote["team_id"]][vote["answer"]] += 1
            ways[vote["way"]] += 1
        for tally in self.all("SELECT * FROM tally WHERE round_id = ?", row["id"]):
            counts[tally["group"]][tally["answer"]] += tally["count"]
            ways[tally["way"]] += tally["count"]
        for kept in self.all("SELECT * FROM sealed_count WHERE round_id = ?", row["id"]):
            counts[kept["group"]][kept["answer"]] += kept["count"]
        for kept in self.all("SELECT * FROM sealed_way WHERE round_id = ?", row["id"]):
            ways[kept["way"]] += kept["count"]
        whole = [sum(each) for each in zip(*counts.values(), strict=True)] or [0] * (steps + 1)
        (present,) = self.all("SELECT count(*) AS n FROM round_seat WHERE round_id = ?", row["id"])
        return Round(
            id=row["id"],
            number=row["number"],
            secret=bool(row["secret"]),
            expected=max(present["n"], sum(whole)),
            whole=Counted(tuple(whole[1:]), whole[0]),
            groups={key: Counted(tuple(each[1:]), each[0]) for key, each in counts.items()},
            ways=dict(ways),
        )
