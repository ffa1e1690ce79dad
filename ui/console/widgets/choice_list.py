"""The list of a drop-down: a popup that is moved in by arrows and searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.enter import is_enter
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Align
from ui.theme import DesktopTheme

_PADDING = 4
_INSET = 12
_TICK = 16
_ROW = CONSOLE.control
_ROWS = 9  # that are seen at once
_WIDEST = 480
_MEASURED = 40  # longest texts that decide the width: all of 10,000 would be felt
_SEARCH_MS = 1000  # letters typed within this belong together

Index = QModelIndex | QPersistentModelIndex


class ChoiceList(QWidget):
    """A popup with one row a text; `taken` carries the index of the one that was chosen."""

    taken = Signal(int)

    def __init__(
        self, theme: DesktopTheme, name: str, texts: Sequence[str], current: int, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._texts = tuple(texts)
        self.setLayoutDirection(parent.layoutDirection())  # a popup would take the application's
        # A click on the button that opened it would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self.view = _View(self)
        self.view.setAccessibleName(name)
        self.view.setModel(QStringListModel(list(self._texts), self.view))
        self.view.setItemDelegate(_Row(theme, current, self.view))
        self.view.setCurrentIndex(self.view.model().index(current, 0))
        self.view.taken.connect(self._take)
        self.view.clicked.connect(self._take_clicked)

    def place(self, button: QRect, gap: int) -> None:
        """Stand below a button (in global pixels), or above it where there is no room below."""
        rows = min(_ROWS, len(self._texts))
        size = QSize(max(button.width(), self._width()), rows * _ROW + 2 * _PADDING)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = button.right() + 1 - size.width() if mirrored else button.left()
        top = button.bottom() + 1 + gap
        room = self.screen().availableGeometry()
        if top + size.height() > room.bottom() and button.top() - gap - size.height() >= room.top():
            top = button.top() - gap - size.height()
        left = max(room.left(), min(left, room.right() + 1 - size.width()))
        self.setGeometry(QRect(left, top, size.width(), size.height()))
        self.view.setGeometry(self.rect().adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING))
        self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        paint_box(QPainter(self), QRectF(self.rect()), 0, colours.surface, colours.edge)

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, index: int) -> None:
        self.close()
        self.taken.emit(index)

    def _width(self) -> int:
        metrics = QFontMetricsF(painted.font(DESKTOP.body))
        longest = sorted(self._texts, key=len, reverse=True)[:_MEASURED]
        widest = max(metrics.horizontalAdvance(text) for text in longest)
        scroll_bar = 12 if len(self._texts) > _ROWS else 0
        whole = widest + 2 * _INSET + _TICK + _INSET + 2 * _PADDING + scroll_bar
        return min(_WIDEST, round(whole) + 1)


class _View(QListView):
    """The rows; Enter or Space takes one, and what is typed finds the next that has it."""

    taken = Signal(int)

    def __init__(self, popup: QWidget) -> None:
        super().__init__(popup)
        self._popup = popup
        self._typed = ""
        self._forget = QTimer(self, interval=_SEARCH_MS, singleShot=True)
        self._forget.timeout.connect(self._forget_typed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.entered.connect(self.setCurrentIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self._popup.close()
        elif is_enter(event) or (event.key() == Qt.Key.Key_Space and not self._typed):
            self.taken.emit(self.currentIndex().row())
        elif typed and typed.isprintable() and not event.modifiers() & _COMMANDS:
            self._search(typed)
        else:
            super().keyPressEvent(event)

    def _search(self, typed: str) -> None:
        self._typed += typed.casefold()
        self._forget.start()
        rows = [text.casefold() for text in self._texts()]
        # A longer word may still fit where the search stands; the same letter again goes on.
        again = len(set(self._typed)) == 1 and len(self._typed) > 1
        sought = self._typed[0] if again else self._typed
        start = self.currentIndex().row() + (1 if len(self._typed) == 1 or again else 0)
        order = [*range(start, len(rows)), *range(min(start, len(rows)))]
        for fits in (str.startswith, str.__contains__):
            found = next((row for row in order if fits(rows[row], sought)), None)
            if found is not None:
                self.setCurrentIndex(self.model().index(found, 0))
                return

    def _texts(self) -> list[str]:
        model = self.model()
        assert isinstance(model, QStringListModel)
        return model.stringList()

    def _forget_typed(self) -> None:
        self._typed = ""


_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class _Row(QStyledItemDelegate):
    """Paints one row: its text, and a tick at the choice in force."""

    def __init__(self, theme: DesktopTheme, chosen: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chosen = chosen

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        if state & QStyle.StateFlag.State_Selected:
            paint_box(painter, box, tokens.RADIUS_CHIP, colours.sunken)
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        room = max(1.0, box.width() - 3 * _INSET - _TICK)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        role = DESKTOP.name if index.row() == self._chosen else DESKTOP.body
        block = painted.lay_out(text, role, room, max_lines=1)
        left = box.right() - _INSET - room if mirrored else box.x() + _INSET
        ends = block.right_to_left is not mirrored
        top = box.y() + (box.height() - block.height) / 2
        block.paint(painter, left, top, colours.ink, Align.END if ends else Align.START)
        if index.row() == self._chosen:
            tick = box.x() + _INSET if mirrored else box.right() - _INSET - _TICK
            icon_top = box.y() + (box.height() - _TICK) / 2
            paint_icon(painter, "check", tick, icon_top, colours.ink, _TICK)
