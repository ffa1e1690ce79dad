"""Version 1: the first library."""

from __future__ import annotations

import sqlite3

SENTENCE = "The first library: workshops, their agenda, votes, outcomes, actions and journal."

DDL = """
CREATE TABLE workshop (
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    starts_at INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    framework_id VARCHAR NOT NULL,
    framework_version VARCHAR NOT NULL,
    framework_title VARCHAR NOT NULL,
    purpose VARCHAR NOT NULL,
    promise VARCHAR NOT NULL,
    ground_rules JSON NOT NULL,
    ballot VARCHAR NOT NULL,
    voter VARCHAR NOT NULL,
    minimum_group INTEGER NOT NULL,
    scale_labels JSON NOT NULL,
    rehearsal BOOLEAN NOT NULL,
    created_at INTEGER NOT NULL,
    archived_at INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_workshop_ballot CHECK (ballot IN ('open', 'secret')),
    CONSTRAINT ck_workshop_voter CHECK (voter IN ('person', 'team')),
    CONSTRAINT ck_workshop_minimum_group CHECK (minimum_group >= 3)
);

CREATE TABLE agenda_item (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    minutes INTEGER NOT NULL,
    purpose VARCHAR NOT NULL,
    theme VARCHAR,
    session_key VARCHAR,
    started_at INTEGER,
    ended_at INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_agenda_item_kind CHECK (kind IN ('opening', 'review', 'session', 'group_work',
        'break', 'profile', 'priorities', 'action_planning', 'read_back', 'close')),
    CONSTRAINT ck_agenda_item_theme_of_session CHECK ((kind = 'session') = (theme IS NOT NULL)),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE INDEX ix_agenda_item_place ON agenda_item (workshop_id, position);

CREATE TABLE journal (
    number INTEGER NOT NULL,
    workshop_id VARCHAR NOT NULL,
    act VARCHAR NOT NULL,
    "values" JSON NOT NULL,
    changes JSON NOT NULL,
    acted_at INTEGER NOT NULL,
    undone BOOLEAN NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE INDEX ix_journal_workshop ON journal (workshop_id, number);

CREATE TABLE source (
    workshop_id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    year INTEGER,
    note VARCHAR NOT NULL,
    PRIMARY KEY (workshop_id, "key"),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE TABLE team (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE INDEX ix_team_place ON team (workshop_id, position);

CREATE TABLE timer (
    workshop_id VARCHAR NOT NULL,
    started_at INTEGER NOT NULL,
    planned_s INTEGER NOT NULL,
    added_s INTEGER NOT NULL,
    paused_at INTEGER,
    paused_ms INTEGER NOT NULL,
    PRIMARY KEY (workshop_id),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

CREATE TABLE activity (
    id VARCHAR NOT NULL,
    item_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    pace VARCHAR NOT NULL,
    asks JSON NOT NULL,
    steps_off JSON NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_activity_kind CHECK (kind IN ('rate', 'checklist', 'ideas', 'statement')),
    CONSTRAINT ck_activity_pace CHECK (pace IN ('each', 'together')),
    FOREIGN KEY(item_id) REFERENCES agenda_item (id) ON DELETE CASCADE
);

CREATE INDEX ix_activity_place ON activity (item_id, position);

CREATE TABLE seat (
    id VARCHAR NOT NULL,
    team_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR,
    presence VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_seat_presence CHECK (presence IN ('present', 'late', 'gone')),
    CONSTRAINT ck_seat_role CHECK (role IN ('voting', 'observer')),
    FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE
);

CREATE INDEX ix_seat_place ON seat (team_id, position);

CREATE TABLE question (
    id VARCHAR NOT NULL,
    activity_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    short VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    edited BOOLEAN NOT NULL,
    must BOOLEAN NOT NULL,
    skipped BOOLEAN NOT NULL,
    scale_labels JSON NOT NULL,
    dont_know BOOLEAN NOT NULL,
    look_for JSON NOT NULL,
    prompts JSON NOT NULL,
    sources JSON NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(activity_id) REFERENCES activity (id) ON DELETE CASCADE
);

CREATE INDEX ix_question_place ON question (activity_id, position);

CREATE TABLE wall (
    workshop_id VARCHAR NOT NULL,
    blank BOOLEAN NOT NULL,
    back INTEGER NOT NULL,
    reveal_taken_back BOOLEAN NOT NULL,
    turn_seat_id VARCHAR,
    turn_open BOOLEAN NOT NULL,
    PRIMARY KEY (workshop_id),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
    FOREIGN KEY(turn_seat_id) REFERENCES seat (id) ON DELETE SET NULL
);

CREATE TABLE action (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    question_id VARCHAR,
    position INTEGER NOT NULL,
    what VARCHAR NOT NULL,
    first_step VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    owner_absent BOOLEAN NOT NULL,
    due DATE,
    measure VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    drop_reason VARCHAR NOT NULL,
    off_wall BOOLEAN NOT NULL,
    off_report BOOLEAN NOT NULL,
    proposed_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_action_state CHECK (state IN ('proposed', 'agreed', 'dropped')),
    CONSTRAINT ck_action_status CHECK (status IN ('not_started', 'under_way', 'done')),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL
);

CREATE INDEX ix_action_question ON action (question_id);

CREATE INDEX ix_action_workshop ON action (workshop_id, position);

CREATE TABLE note (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    question_id VARCHAR,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    off_wall BOOLEAN NOT NULL,
    off_report BOOLEAN NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ck_note_kind CHECK (kind IN ('private', 'said')),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE
);

CREATE INDEX ix_note_question ON note (question_id);

CREATE TABLE outcome (
    question_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    score_halves INTEGER,
    evidence VARCHAR NOT NULL,
    low_halves INTEGER,
    low_position VARCHAR NOT NULL,
    high_halves INTEGER,
    high_position VARCHAR NOT NULL,
    finds_out VARCHAR NOT NULL,
    finds_out_how VARCHAR NOT NULL,
    finds_out_by DATE,
    off_wall BOOLEAN NOT NULL,
    off_report BOOLEAN NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (question_id),
    CONSTRAINT ck_outcome_kind CHECK (kind IN ('undecided', 'agreed', 'differ')),
    CONSTRAINT ck_outcome_score CHECK ((kind = 'agreed') = (score_halves IS NOT NULL)),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE
);

CREATE TABLE parked (
    id VARCHAR NOT NULL,
    workshop_id VARCHAR NOT NULL,
    question_id VARCHAR,
    text VARCHAR NOT NULL,
    parked_at INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE SET NULL
);

CREATE INDEX ix_parked_workshop ON parked (workshop_id, parked_at);

CREATE TABLE round (
    id VARCHAR NOT NULL,
    question_id VARCHAR NOT NULL,
    asks VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    opened_at INTEGER,
    closed_at INTEGER,
    revealed_at INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT ck_round_asks CHECK (asks IN ('performance', 'importance')),
    CONSTRAINT ck_round_state CHECK (state IN ('not_opened', 'open', 'closed', 'revealed')),
    CONSTRAINT uq_round_number UNIQUE (question_id, asks, number),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE CASCADE
);

CREATE TABLE action_change (
    id VARCHAR NOT NULL,
    action_id VARCHAR NOT NULL,
    changed_at INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    "before" VARCHAR NOT NULL,
    "after" VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
);

CREATE INDEX ix_action_change_action ON action_change (action_id, changed_at);

CREATE TABLE live (
    workshop_id VARCHAR NOT NULL,
    item_id VARCHAR,
    question_id VARCHAR,
    round_id VARCHAR,
    step VARCHAR NOT NULL,
    page INTEGER NOT NULL,
    started_at INTEGER,
    ended_at INTEGER,
    last_act_at INTEGER NOT NULL,
    PRIMARY KEY (workshop_id),
    CONSTRAINT ck_live_step CHECK (step IN ('lobby', 'purpose', 'pose', 'discuss', 'vote',
        'reveal', 'talk', 'record', 'act', 'finished')),
    FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
    FOREIGN KEY(item_id) REFERENCES agenda_item (id),
    FOREIGN KEY(question_id) REFERENCES question (id),
    FOREIGN KEY(round_id) REFERENCES round (id)
);

CREATE TABLE round_seat (
    round_id VARCHAR NOT NULL,
    seat_id VARCHAR NOT NULL,
    PRIMARY KEY (round_id, seat_id),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE tally (
    round_id VARCHAR NOT NULL,
    "group" VARCHAR NOT NULL,
    way VARCHAR NOT NULL,
    answer INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (round_id, "group", way, answer),
    CONSTRAINT ck_tally_answer CHECK (answer BETWEEN 0 AND 10),
    CONSTRAINT ck_tally_count CHECK (count > 0),
    CONSTRAINT ck_tally_way CHECK (way IN ('hands', 'paper')),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE vote (
    round_id VARCHAR NOT NULL,
    seat_id VARCHAR NOT NULL,
    answer INTEGER NOT NULL,
    way VARCHAR NOT NULL,
    cast_at INTEGER NOT NULL,
    PRIMARY KEY (round_id, seat_id),
    CONSTRAINT ck_vote_answer CHECK (answer BETWEEN 0 AND 10),
    CONSTRAINT ck_vote_way CHECK (way IN ('wall', 'phone', 'paper', 'for_someone')),
    FOREIGN KEY(round_id) REFERENCES round (id) ON DELETE CASCADE,
    FOREIGN KEY(seat_id) REFERENCES seat (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX ix_vote_seat ON vote (seat_id);
"""


def up(connection: sqlite3.Connection) -> None:
    """Make the tables of version 1."""
    for statement in DDL.split(";\n"):
        if statement.strip():
            connection.execute(statement)
