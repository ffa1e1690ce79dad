"""Question rows: a session's activities and questions as the lines of one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from frameworks.model import Pace
from workshop.prepared import PreparedActivity, PreparedQuestion
from workshop.words import Words

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question, or the head of its activity where `question` is None.

    `place` counts within the activity; `marks` are the few words at the row's right.
    """

    activity: PreparedActivity
    question: PreparedQuestion | None
    place: int
    marks: str
    said: str

    @property
    def id(self) -> str:
        """The question's id, or the activity's for a head."""
        return self.activity.id if self.question is None else self.question.id


def question_rows(activities: Sequence[PreparedActivity], words: Words) -> tuple[QuestionRow, ...]:
    """All rows; heads only where there is more than one activity."""
    rows: list[QuestionRow] = []
    for activity in activities:
        if len(activities) > 1:
            rows.append(_head(activity, words))
        for place, question in enumerate(activity.questions):
            marks = _marks(question, words)
            left_out = words.say("left out") if question.left_out else ""
            parts = (question.short, left_out, marks, question.text)
            said = ", ".join(part for part in parts if part)
            rows.append(QuestionRow(activity, question, place, marks, said))
    return tuple(rows)


def _head(activity: PreparedActivity, words: Words) -> QuestionRow:
    together = activity.pace is Pace.TOGETHER
    pace = words.say("together") if together else words.say("one by one")
    title = activity.title or words.say("Questions")
    return QuestionRow(
        activity, None, -1, pace, words.say("{title}, {pace}", title=title, pace=pace)
    )


def _marks(question: PreparedQuestion, words: Words) -> str:
    marks = []
    if not question.must:
        marks.append(words.say("if time"))
    if question.edited:
        marks.append(words.say("edited"))
    if question.asked:
        marks.append(words.say("asked"))
    return ", ".join(marks)


class QuestionRowsModel(QAbstractListModel):
    """The rows for a list view; showing others keeps what stayed, so that scroll and focus do."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._activities: tuple[PreparedActivity, ...] = ()
        self.rows: tuple[QuestionRow, ...] = ()

    def show_activities(self, activities: Sequence[PreparedActivity]) -> None:
        """Show these; rows with the same ids in the same order are changed where they are."""
        if tuple(activities) == self._activities:
            return
        self._activities = tuple(activities)
        rows = question_rows(activities, self._words)
        before, self.rows = self.rows, rows
        if [row.id for row in before] != [row.id for row in rows]:
            self.rows = before
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [n for n, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def place_of(self, row_id: str) -> int:
        """Where the row with that id stands; -1 where there is none."""
        return next((n for n, row in enumerate(self.rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.said
        if role == Qt.ItemDataRole.ToolTipRole and row.question is not None:
            return row.question.text
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None or row.question is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
