"""Listing: the actions that a filter finds, as a model whose rows are read when they are seen.

An action that changes keeps its place until the list is asked for anew: nothing jumps away from
under the hand that changes it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.console.actions.said import Said
from workshop import action_shelf
from workshop.action_shelf import EVERYTHING, ActionFilter, ActionLine
from workshop.library import Library

MIME = "application/x-flipchart-action"
_IDS = 400  # read at once: enough for any window
_LINES = 50

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ActionList(QAbstractListModel):
    """One row an action. `dropped_here` carries the id of one that was dragged into this list."""

    dropped_here = Signal(str)

    def __init__(
        self, library: Library, said: Said, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._said = said
        self._today = today
        self._wanted = EVERYTHING
        self._ids: list[str] = []
        self._lines: dict[str, ActionLine | None] = {}  # None: in no list any more
        self._whole = True
        self._moved = False  # rows stand elsewhere in the file's order than here

    # --- What the screen asks for -----------------------------------------------------------

    def ask(self, wanted: ActionFilter) -> None:
        """Read the list anew, in order."""
        self.beginResetModel()
        self._wanted = wanted
        self._lines.clear()
        self._moved = False
        self._ids = self._read(0, _IDS)
        self._whole = len(self._ids) < _IDS
        self.endResetModel()

    def line(self, row: int) -> ActionLine | None:
        """The action of a row; None where it is in no list any more."""
        if not 0 <= row < len(self._ids):
            return None
        wanted = self._ids[row]
        if wanted not in self._lines:
            start = row - row % _LINES
            self._read_lines(self._ids[start : start + _LINES])
        return self._lines.get(wanted)

    def has(self, action_id: str) -> bool:
        """Whether an action stands among the rows that are known by now."""
        return action_id in self._ids

    def row_of(self, action_id: str, *, far: bool = True) -> int | None:
        """The row of an action; None where it is not in the list.

        It is looked for however far down, unless not `far`: then among the rows known by now.
        """
        if far and action_id not in self._ids and not self._whole:
            self.fetch_all()
        return self._ids.index(action_id) if action_id in self._ids else None

    def refresh(self, action_id: str) -> None:
        """An action has changed: show it as it is now, or take its row away."""
        self._moved = True
        self._lines.pop(action_id, None)
        if action_id not in self._ids:
            return
        row = self._ids.index(action_id)
        if self.line(row) is not None:
            self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self.take(action_id)

    def put_first(self, action_id: str) -> None:
        """Show an action at the top, as a new one, or one that was moved here."""
        self._moved = True
        self.beginInsertRows(_NOWHERE, 0, 0)
        self._ids.insert(0, action_id)
        self.endInsertRows()

    def take(self, action_id: str) -> None:
        """Take an action's row away, where it has one."""
        self._moved = True
        if action_id in self._ids:
            row = self._ids.index(action_id)
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._ids[row]
            self.endRemoveRows()

    def fetch_all(self) -> None:
        """Know of all rows, as before going to the last."""
        self._fetch(None)

    # --- What Qt asks for -------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        if line is None:
            return ""
        shown = role == Qt.ItemDataRole.DisplayRole
        return line.what if shown else self._said.aloud(line)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        self._fetch(_IDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        moves = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | moves

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        carried = QMimeData()
        if indexes:
            carried.setData(MIME, self._ids[indexes[0].row()].encode())
        return carried

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not data.hasFormat(MIME):
            return False
        self.dropped_here.emit(data.data(MIME).toStdString())
        return True

    # --- Reading ----------------------------------------------------------------------------

    def _fetch(self, more: int | None) -> None:
        if self._whole:
            return
        known = set(self._ids)
        if self._moved or more is None:
            limit = None if more is None else len(known) + more
            found = self._read(0, limit)
        else:
            found = self._read(len(known), more)
        self._whole = more is None or len(found) < (len(known) + more if self._moved else more)
        new = [each for each in found if each not in known]
        if new:
            self.beginInsertRows(_NOWHERE, len(self._ids), len(self._ids) + len(new) - 1)
            self._ids += new
            self.endInsertRows()

    def _read(self, offset: int, limit: int | None) -> list[str]:
        with self._library.reading() as connection:
            found = action_shelf.ids(
                connection, self._today(), self._wanted, offset=offset, limit=limit
            )
        return list(found)

    def _read_lines(self, ids: list[str]) -> None:
        unread = [each for each in ids if each not in self._lines]
        self._lines.update(dict.fromkeys(unread))
        with self._library.reading() as connection:
            for line in action_shelf.lines(connection, unread, dropped=self._wanted.dropped):
                self._lines[line.id] = line
