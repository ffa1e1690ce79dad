"""Reading the profiles of several workshops at once: each session's score, as the day ended."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sqlalchemy import Connection

from frameworks.theme import Theme
from workshop.readings.rounds import read_last_medians
from workshop.scores import QuestionScore, session_score


class SessionMark(NamedTuple):
    """A session's score in steps of the default scale; `second` of its theme."""

    theme: Theme
    second: bool
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class MiniProfile:
    """The sessions that have a score, in the agenda's order, on a scale of `steps` steps."""

    steps: int
    marks: tuple[SessionMark, ...]


SESSIONS: Final = """
    SELECT agenda_item.workshop_id, agenda_item.id, agenda_item.theme, agenda_item.title,
        workshop.scale_labels
    FROM agenda_item JOIN workshop ON workshop.id = agenda_item.workshop_id
    WHERE agenda_item.workshop_id IN (SELECT value FROM json_each(:ids))
    AND agenda_item.kind = 'session'
    ORDER BY agenda_item.workshop_id, agenda_item.position
"""
QUESTIONS: Final = """
    SELECT activity.item_id, question.id, outcome.score_halves
    FROM agenda_item
    JOIN workshop ON workshop.id = agenda_item.workshop_id
    JOIN activity ON activity.item_id = agenda_item.id AND activity.kind = 'rate'
    JOIN question ON question.activity_id = activity.id
        AND question.scale_labels = workshop.scale_labels
    LEFT JOIN outcome ON outcome.question_id = question.id
    WHERE agenda_item.workshop_id IN (SELECT value FROM json_each(:ids))
"""


def read_profiles(connection: Connection, ids: Sequence[str]) -> dict[str, MiniProfile]:
    """The profile of each of these workshops, by id.

    A question counts with its agreed score, else with the median of its last revealed round; a
    session with the mean of its questions (`scores.session_score`).
    """
    of = {"ids": json.dumps(list(ids))}
    sessions = connection.exec_driver_sql(SESSIONS, of).all()
    scores = _scores(connection, of, {row.id: _steps(row.scale_labels) for row in sessions})
    found: defaultdict[str, list[SessionMark]] = defaultdict(list)
    steps: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for row in sessions:
        steps[row.workshop_id] = _steps(row.scale_labels)
        second = (row.workshop_id, row.theme) in seen
        seen.add((row.workshop_id, row.theme))
        score = session_score(scores[row.id])
        if score is not None:
            mark = SessionMark(Theme(row.theme), second, row.title, float(score.value))
            found[row.workshop_id].append(mark)
    return {each: MiniProfile(steps.get(each, 0), tuple(found[each])) for each in ids}


def _scores(
    connection: Connection, of: dict[str, str], steps: dict[str, int]
) -> defaultdict[str, list[QuestionScore]]:
    """What each session's questions were agreed on or voted, by the session's id."""
    rows = connection.exec_driver_sql(QUESTIONS, of).all()
    open_ones = {row.id: steps[row.item_id] for row in rows if row.score_halves is None}
    medians = read_last_medians(connection, open_ones) if open_ones else {}
    found: defaultdict[str, list[QuestionScore]] = defaultdict(list)
    for row in rows:
        agreed = None if row.score_halves is None else row.score_halves / 2
        found[row.item_id].append(QuestionScore(agreed, medians.get(row.id)))
    return found


@lru_cache(maxsize=256)
def _steps(labels: str) -> int:
    """How many steps a scale has, of its labels as they lie in the file."""
    return len(json.loads(labels))
