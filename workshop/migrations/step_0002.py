"""Version 2: secret ballots, teams apart, pace together, the close, photos, a held wall."""

from __future__ import annotations

import sqlite3

SENTENCE = "Secret ballots, answers collected together, the close, photos and a wall that is held."

DDL = """
ALTER TABLE workshop ADD COLUMN ends_at INTEGER;
ALTER TABLE workshop ADD COLUMN review_on DATE;
ALTER TABLE workshop ADD COLUMN plan_goes_to VARCHAR NOT NULL DEFAULT '';
ALTER TABLE workshop ADD COLUMN who_answers VARCHAR NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN tasks JSON NOT NULL DEFAULT '[]';
ALTER TABLE agenda_item ADD COLUMN remark VARCHAR NOT NULL DEFAULT '';
ALTER TABLE agenda_item ADD COLUMN must BOOLEAN NOT NULL DEFAULT 1;
ALTER TABLE agenda_item ADD COLUMN left_out BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN sorting VARCHAR NOT NULL DEFAULT 'divided'
    CONSTRAINT ck_activity_sorting CHECK (sorting IN ('divided', 'lowest', 'pack'));
ALTER TABLE question ADD COLUMN picked BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE round ADD COLUMN secret BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE round ADD COLUMN sealed_at INTEGER;
ALTER TABLE live ADD COLUMN activity_id VARCHAR REFERENCES activity (id);
ALTER TABLE wall ADD COLUMN turn_pad BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE wall ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wall ADD COLUMN held_since INTEGER;
ALTER TABLE wall ADD COLUMN held JSON;

CREATE TABLE closing_count (
    workshop_id VARCHAR NOT NULL,
    answer INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, answer),
    CONSTRAINT ck_closing_count_answer CHECK (answer BETWEEN 1 AND 5),
    CONSTRAINT ck_closing_count_count CHECK (count > 0),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE closing_word (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE INDEX ix_closing_word_place ON closing_word (workshop_id, position);

CREATE TABLE photo (
    id VARCHAR NOT NULL,
    item_id VARCHAR NOT NULL,
    question_id VARCHAR,
    position INTEGER NOT NULL,
    file_name VARCHAR NOT NULL,
    caption VARCHAR NOT NULL,
    off_report BOOLEAN NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE CASCADE,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL
);

CREATE INDEX ix_photo_item ON photo (item_id, position);

CREATE TABLE sealed (
    receipt VARCHAR NOT NULL,
    round_id VARCHAR NOT NULL,
    team_id VARCHAR NOT NULL,
    answer INTEGER NOT NULL,
    way VARCHAR NOT NULL,
    PRIMARY KEY (receipt),
    CONSTRAINT ck_sealed_answer CHECK (answer BETWEEN 0 AND 10),
    CONSTRAINT ck_sealed_way CHECK (way IN ('wall', 'phone', 'paper', 'for_someone')),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE sealed_count (
    round_id VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    answer INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (round_id, "group", answer),
    CONSTRAINT ck_sealed_count_answer CHECK (answer BETWEEN 0 AND 10),
    CONSTRAINT ck_sealed_count_count CHECK (count > 0),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE sealed_way (
    round_id VARCHAR NOT NULL,
    way VARCHAR NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (round_id, way),
    CONSTRAINT ck_sealed_way_way CHECK (way IN ('hands', 'wall', 'phone', 'paper', 'for_someone')),
    CONSTRAINT ck_sealed_way_count CHECK (count > 0),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE voted (
    round_id VARCHAR NOT NULL,
    seat_id VARCHAR NOT NULL,
    PRIMARY KEY (round_id, seat_id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE CASCADE
)
 WITHOUT ROWID;
"""


def up(connection: sqlite3.Connection) -> None:
    """Add the columns and tables of version 2."""
    for statement in DDL.split(";\n"):
        if statement.strip():
            connection.execute(statement)
