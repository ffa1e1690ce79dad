"""Version 3: ways and target chosen in Prepare, repeats of an earlier workshop, a wider shelf."""

from __future__ import annotations

import sqlite3

from workshop.searching import folded

SENTENCE = "Ways of voting and targets, workshops that repeat an earlier one, search and deletion."

DDL = """
ALTER TABLE workshop ADD COLUMN deleted_at INTEGER;
ALTER TABLE workshop ADD COLUMN ways JSON NOT NULL DEFAULT '["wall", "hands", "paper"]';
ALTER TABLE workshop ADD COLUMN target_halves INTEGER;
ALTER TABLE workshop ADD COLUMN earlier_id VARCHAR;
ALTER TABLE workshop ADD COLUMN earlier_title VARCHAR NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN earlier_on DATE;
ALTER TABLE workshop ADD COLUMN room_tested_at INTEGER;
ALTER TABLE workshop ADD COLUMN search_text VARCHAR NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN earlier_score DOUBLE;
ALTER TABLE team ADD COLUMN people INTEGER NOT NULL DEFAULT 0;

CREATE INDEX ix_workshop_day ON workshop (held_on, starts_at, id);

CREATE INDEX ix_action_due ON action (state, status, due);

CREATE INDEX ix_live_item_id ON live (item_id) WHERE item_id IS NOT NULL;

CREATE INDEX ix_live_question_id ON live (question_id) WHERE question_id IS NOT NULL;

CREATE INDEX ix_live_round_id ON live (round_id) WHERE round_id IS NOT NULL;

CREATE INDEX ix_live_activity_id ON live (activity_id) WHERE activity_id IS NOT NULL;

CREATE INDEX ix_wall_turn_seat_id ON wall (turn_seat_id) WHERE turn_seat_id IS NOT NULL;

CREATE INDEX ix_parked_question_id ON parked (question_id) WHERE question_id IS NOT NULL;

CREATE INDEX ix_photo_question_id ON photo (question_id) WHERE question_id IS NOT NULL;

CREATE INDEX ix_round_seat_seat ON round_seat (seat_id);

CREATE INDEX ix_note_workshop ON note (workshop_id);

CREATE TABLE earlier_result (
    question_id VARCHAR NOT NULL,
    counts JSON NOT NULL,
    dont_know INTEGER NOT NULL,
    score_halves INTEGER,
    differed BOOLEAN NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (question_id),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE
);

CREATE TABLE review_action (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    action_id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    first_step VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    due DATE,
    measure VARCHAR NOT NULL,
    theme VARCHAR,
    second BOOLEAN NOT NULL,
    session VARCHAR NOT NULL,
    short VARCHAR NOT NULL,
    off_report BOOLEAN NOT NULL,
    status VARCHAR NOT NULL,
    reviewed_at INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_review_action_status CHECK (status IN ('not_started', 'under_way', 'done')),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE INDEX ix_review_action_place ON review_action (workshop_id, position);
"""


def up(connection: sqlite3.Connection) -> None:
    """Add the columns and tables of version 3, and let the workshops that are there be found."""
    for statement in DDL.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    rows = connection.execute("SELECT id, title, organisation, place FROM workshop").fetchall()
    connection.executemany(
        "UPDATE workshop SET search_text = ? WHERE id = ?",
        [(folded(*texts), workshop_id) for workshop_id, *texts in rows],
    )
