"""Make the filled library file of the present schema version; run it before the next step.

    python -m tests.old_libraries.make

A file, once released, is never made anew: it is what that version wrote.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from tests.workshop.conftest import NOON, HandClock
from tests.workshop.rows import day_rows
from workshop.journal import act
from workshop.library import Library, Transaction
from workshop.records import (
    ActionChangeRecord,
    ActionRecord,
    NoteRecord,
    OutcomeRecord,
    ParkedRecord,
    RoundSeatRecord,
    SourceRecord,
    TallyRecord,
    TimerRecord,
    VoteRecord,
    WallRecord,
)
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
            WallRecord(workshop_id="w"),
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


def main() -> None:
    """Write the file beside this one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "flipchart.sqlite"
        with Library.open(path, clock=HandClock()) as library:
            with library.transaction() as transaction:
                fill(transaction)
            backup = library.backup()
        backup.replace(Path(__file__).with_name(f"version_{VERSION}.sqlite"))


if __name__ == "__main__":
    main()
