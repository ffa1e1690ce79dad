"""Framework copy: the rows that a workshop keeps of what it takes from a framework."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from frameworks.model import Activity, Framework, Question, Session
from workshop import journal
from workshop.framework_scale import scale_of
from workshop.identity import new_id
from workshop.kinds import LED_KINDS, ItemKind
from workshop.library import Transaction
from workshop.records import ActivityRecord, AgendaItemRecord, QuestionRecord, SourceRecord

Row = dict[str, object]


@dataclass(slots=True)
class CopiedRows:
    """Rows of sessions with all that belongs to them, to be added at once."""

    items: list[Row] = field(default_factory=list)
    activities: list[Row] = field(default_factory=list)
    questions: list[Row] = field(default_factory=list)

    def add_session(
        self, workshop_id: str, position: int, session: Session, framework: Framework, home: str
    ) -> str:
        """Copy a session of `framework` into a workshop whose own framework is `home`."""
        item_id = new_id()
        self.items.append(
            {
                "id": item_id,
                "workshop_id": workshop_id,
                "position": position,
                "kind": ItemKind.SESSION.value,
                "title": session.title,
                "minutes": session.minutes,
                "purpose": session.purpose,
                "theme": session.theme.value,
                "session_key": key_of(session.id, framework, home),
            }
        )
        for place, activity in enumerate(session.activities):
            self.add_activity(item_id, place, activity, framework, home, activity.questions)
        return item_id

    def add_activity(
        self,
        item_id: str,
        position: int,
        activity: Activity,
        framework: Framework,
        home: str,
        questions: Sequence[Question],
    ) -> str:
        """Copy an activity with these of its questions."""
        activity_id = new_id()
        self.activities.append(
            {
                "id": activity_id,
                "item_id": item_id,
                "position": position,
                "key": activity.id,
                "kind": activity.kind.value,
                "title": activity.title,
                "pace": activity.pace.value,
                "asks": [ask.value for ask in activity.ask],
            }
        )
        for place, question in enumerate(questions):
            self.add_question(activity_id, place, question, activity, framework, home)
        return activity_id

    def add_question(
        self,
        activity_id: str,
        position: int,
        question: Question,
        activity: Activity,
        framework: Framework,
        home: str,
    ) -> None:
        """Copy a question of `activity`; left out where this version cannot lead its kind."""
        scale = scale_of(activity, framework)
        self.questions.append(
            {
                "id": new_id(),
                "activity_id": activity_id,
                "position": position,
                "key": question.id,
                "short": question.short,
                "text": question.text,
                "must": question.must,
                "skipped": activity.kind.value not in LED_KINDS,
                "scale_labels": list(scale.labels),
                "dont_know": scale.dont_know,
                "look_for": list(question.look_for),
                "prompts": list(question.prompts),
                "sources": [key_of(source, framework, home) for source in question.sources],
            }
        )

    def write(self, transaction: Transaction) -> None:
        """Add all rows, seen by the act that is recorded, if any."""
        journal.add_rows(transaction, AgendaItemRecord, self.items)
        journal.add_rows(transaction, ActivityRecord, self.activities)
        journal.add_rows(transaction, QuestionRecord, self.questions)


def key_of(key: str, framework: Framework, home: str) -> str:
    """The id of a session or source of `framework` in a workshop whose framework is `home`.

    What comes from another framework keeps that one's id before its own, so that two workshops
    mean the same by the same key.
    """
    return key if framework.id == home else f"{framework.id}/{key}"


def source_rows(
    workshop_id: str, framework: Framework, home: str, keys: Iterable[str] | None = None
) -> list[Mapping[str, object]]:
    """The rows of a framework's sources, or of those with these ids in it."""
    wanted = None if keys is None else frozenset(keys)
    return [
        {
            "workshop_id": workshop_id,
            "key": key_of(source.id, framework, home),
            "title": source.title,
            "author": source.author,
            "year": source.year,
            "note": source.note,
        }
        for source in framework.sources
        if wanted is None or source.id in wanted
    ]


def add_sources(transaction: Transaction, rows: Sequence[Mapping[str, object]]) -> None:
    """Add rows of sources, seen by the act that is recorded, if any."""
    journal.add_rows(transaction, SourceRecord, rows)
