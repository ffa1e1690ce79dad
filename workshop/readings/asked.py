"""Reading what was said to every question, by team and last time, in few statements."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import BindParameter, Connection, bindparam, select

from workshop.asked_facts import AskedFacts
from workshop.chart_inputs import score_last_time
from workshop.facts import OutlineItem
from workshop.readings.earlier import EARLIER_COLUMNS, read_earlier
from workshop.readings.revealed import Revealed
from workshop.readings.rounds import read_rounds_of
from workshop.readings.teams import read_team_results_of
from workshop.records import EarlierResultRecord, QuestionRecord

_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_QUESTIONS = (
    select(
        QuestionRecord.id,
        QuestionRecord.text,
        QuestionRecord.scale_labels,
        *EARLIER_COLUMNS,
    )
    .outerjoin(EarlierResultRecord, EarlierResultRecord.question_id == QuestionRecord.id)
    .where(QuestionRecord.id.in_(_IDS))
)


def read_asked(
    connection: Connection,
    workshop_id: str,
    items: Iterable[OutlineItem],
    known: Revealed | None = None,
) -> tuple[AskedFacts, ...]:
    """The last revealed round of every question of these items; `known` as in `read_rounds`."""
    known = Revealed() if known is None else known
    ids = [question.id for item in items for question in item.questions]
    rows = {row.id: row for row in connection.execute(_QUESTIONS, {"ids": ids})}
    steps = {row.id: len(row.scale_labels) for row in rows.values()}
    last = {}
    for question_id, rounds in read_rounds_of(connection, steps, 0, known).items():
        for each in rounds:
            if each.result is not None:
                last[question_id] = each
    new = {each.id: steps[q] for q, each in last.items() if each.id not in known.teams}
    found = read_team_results_of(connection, workshop_id, new)
    known.teams.update({round_id: found.get(round_id, ()) for round_id in new})
    asked = []
    for question_id in ids:
        row, revealed = rows[question_id], last.get(question_id)
        asked.append(
            AskedFacts(
                question_id=question_id,
                result=revealed.result if revealed else None,
                teams=known.teams[revealed.id] if revealed else (),
                secret=revealed is not None and revealed.secret,
                earlier=score_last_time(read_earlier(row), row.scale_labels),
            )
        )
    return tuple(asked)
