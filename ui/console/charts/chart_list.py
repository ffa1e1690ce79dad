"""Chart list: every chart of a workshop, one line each, painted as it scrolls in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.charts.reading import ChartKey, ChartKind, Entry
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.keys import OWNS_KEYS
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.words import Words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 34
_INSET = 14
_SHAPE = 16
_INDENT = _INSET + _SHAPE + 8
_BAR = 3
_GAP = 8


class ChartList(QListView):
    """`wanted` carries the ChartKey that was moved to, `entered` says that Enter was pressed."""

    wanted = Signal(object)
    taken = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._rows = _Rows(words)
        self._quiet = False
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(words.say("Charts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setProperty(OWNS_KEYS, True)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        clear = QPalette(self.palette())
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All lines."""
        return self._rows.entries

    def show_entries(self, entries: Sequence[Entry], current: ChartKey | None) -> None:
        """List these charts, and stand on one."""
        self._quiet = True
        self._rows.show_entries(tuple(entries))
        self._quiet = False
        self.stand_on(current)

    def stand_on(self, key: ChartKey | None) -> None:
        """Put the cursor on a chart."""
        keys = [entry.key for entry in self._rows.entries]
        if key in keys:
            self._quiet = True
            self.setCurrentIndex(self._rows.index(keys.index(key)))
            self._quiet = False

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are keys of the day here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = bool(event.text()) and event.text().isprintable()
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.taken.emit()
        elif letter or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # a day's key, and no search
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self._choose(current)

    def _choose(self, index: Index) -> None:
        self.wanted.emit(self._rows.entries[index.row()].key)


class _Rows(QAbstractListModel):
    """The lines, with what a screen reader says of each."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        if entries != self.entries:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not entry.beside:
                return entry.title
            return self._words.say("{name}: {score}", name=entry.title, score=entry.beside)
        if role == Qt.ItemDataRole.UserRole:
            return entry
        return None


class _Painter(QStyledItemDelegate):
    """Paints one line; Qt asks only for those that are seen."""

    def __init__(self, theme: DesktopTheme, view: ChartList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        box, state, colours = QRectF(option.rect), option.state, self._theme.colours
        painter.save()
        here = index == self._view.currentIndex()
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.sunken))
        if here:
            painter.fillRect(QRectF(box.x(), box.y(), _BAR, box.height()), QColor(colours.ink))
        left = box.x() + _INSET
        question = entry.key.kind is ChartKind.QUESTION
        if entry.theme is not None:
            mark = Mark.HOLLOW if entry.second else Mark.FILLED
            at = QPointF(left, box.center().y() - _SHAPE / 2)
            paint_shape_in(painter, entry.theme, at, _SHAPE, self._theme.of(entry.theme), mark)
        if question or entry.theme is not None:
            left = box.x() + _INDENT
        beside = painted.line(entry.beside, DESKTOP.figures)
        right = box.right() - _INSET
        beside.paint(painter, right - beside.width, box.center().y() - 10, colours.ink2)
        room = right - left - (beside.width + _GAP if entry.beside else 0)
        role = DESKTOP.strong if here else DESKTOP.body if question else DESKTOP.name
        name = painted.lay_out(entry.title, role, max(1.0, room), max_lines=1)
        ink = colours.ink2 if question and not here else colours.ink
        align = Align.END if name.right_to_left else Align.START
        name.paint(painter, left, box.center().y() - name.height / 2, ink, align)
        painter.restore()
