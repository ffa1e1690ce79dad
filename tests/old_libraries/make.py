"""Make the filled library file of the present schema version; run it before the next step.

    python -m tests.old_libraries.make

A file, once released, is never made anew: it is what that version wrote.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from tests.workshop.conftest import NOON, HandClock
from tests.workshop.rows import day_rows
from workshop.journal import act
from workshop.kept_scene import to_plain
from workshop.library import Library, Transaction
from workshop.records import (
    ActionChangeRecord,
    ActionRecord,
    ClosingCountRecord,
    ClosingWordRecord,
    EarlierResultRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    PhotoRecord,
    Record,
    ReviewActionRecord,
    RoundRecord,
    RoundSeatRecord,
    SealedCountRecord,
    SealedRecord,
    SealedWayRecord,
    SourceRecord,
    TallyRecord,
    TimerRecord,
    VotedRecord,
    VoteRecord,
    WallRecord,
)
from workshop.scenes import BlankScene
from workshop.schema import VERSION


def fill(transaction: Transaction) -> None:
    """Put at least one row into every table."""
    transaction.add_all(day_rows("w", NOON))
    transaction.flush()
    transaction.add_all(
        [
            SourceRecord(workshop_id="w", key="book", title="A book", author="A. Author"),
            RoundSeatRecord(round_id="r1", seat_id="s1"),
            TallyRecord(round_id="r1", group="", way="hands", answer=2, count=1),
            OutcomeRecord(question_id="q1", kind="agreed", score_halves=5, changed_at=NOON),
            ParkedRecord(id="p1", workshop_id="w", text="Parking — später", parked_at=NOON),
            ActionRecord(
                id="a1", workshop_id="w", question_id="q1", position=1, what="Call them",
                due=date(2026, 2, 1), proposed_at=NOON,
            ),
            ActionChangeRecord(
                id="c1", action_id="a1", changed_at=NOON, field="what", before="", after="Call"
            ),
            TimerRecord(workshop_id="w", started_at=NOON, planned_s=180),
            WallRecord(workshop_id="w", held_since=NOON, held=to_plain(BlankScene())),
            ClosingCountRecord(workshop_id="w", answer=4, count=3),
            ClosingWordRecord(id="cw1", workshop_id="w", position=1, text="Klar"),
            PhotoRecord(
                id="ph1", item_id="session", question_id="q1", position=1,
                file_name="e3b0c442.jpg", caption="The wall", added_at=NOON,
            ),
            EarlierResultRecord(
                question_id="q1", counts=[0, 2, 3, 1, 0], score_halves=6, text="Do they wait?"
            ),
            ReviewActionRecord(
                id="ra1", workshop_id="w", position=1, action_id="a0", what="Ring them",
                due=date(2025, 12, 1), status="under_way",
            ),
            *secret_rounds(),
        ]
    )  # fmt: skip
    with act(transaction, "w", "note"):
        transaction.add(
            NoteRecord(
                id="n1", workshop_id="w", question_id="q1", kind="said", text="So",
                written_at=NOON,
            )
        )  # fmt: skip
    vote = {"round_id": "r1", "seat_id": "s2", "answer": 3, "way": "phone", "cast_at": NOON}
    transaction.execute(insert(VoteRecord), [vote])


def secret_rounds() -> list[Record]:
    """A secret round that is open with one vote, and one that was sealed and revealed."""
    return [
        RoundRecord(
            id="r2", question_id="q2", number=1, state="open", opened_at=NOON, secret=True
        ),
        VotedRecord(round_id="r2", seat_id="s1"),
        SealedRecord(receipt="5eed" * 16, round_id="r2", team_id="t1", answer=3, way="wall"),
        RoundRecord(
            id="r3", question_id="q3", number=1, state="revealed", opened_at=NOON, closed_at=NOON,
            revealed_at=NOON, secret=True, sealed_at=NOON,
        ),
        SealedCountRecord(round_id="r3", group="", answer=2, count=4),
        SealedWayRecord(round_id="r3", way="hands", count=4),
    ]  # fmt: skip


def main() -> None:
    """Write the file beside this one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "flipchart.sqlite"
        with (
            Library.open(path, clock=HandClock()) as library,
            library.transaction() as transaction,
        ):
            fill(transaction)
        # Not a backup: that would be without the votes of the open secret round.
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        path.replace(Path(__file__).with_name(f"version_{VERSION}.sqlite"))


if __name__ == "__main__":
    main()
