"""Table: the actions one below the other, led by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from exports.look import tokens
from ui.console.actions.listing import ActionList, Index
from ui.console.actions.row import ActionRow, Columns, TableHead
from ui.console.actions.said import Said
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_BOX, FOCUS_RADIUS
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionLine
from workshop.words import Words


class ActionsView(QListView):
    """A list of actions, in the table or in a column of the board.

    `chosen` carries the id of the action that is stood on, or nothing. `edit_wanted` comes with
    Enter, `status_wanted` with Space, `drop_wanted` with Delete; each carries the action's id.
    `worked_in` comes with the focus. What else is typed goes on to the screen.
    """

    chosen = Signal(str)
    edit_wanted = Signal(str)
    status_wanted = Signal(str)
    drop_wanted = Signal(str)
    worked_in = Signal()

    def __init__(self, name: str, model: ActionList) -> None:
        super().__init__()
        self.listing = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ring_row())
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_clicked)

    @property
    def line(self) -> ActionLine | None:
        """The action that is stood on, if any."""
        return self.listing.line(self.currentIndex().row())

    @property
    def current(self) -> str:
        """The id of the action that is stood on, or nothing."""
        return "" if self.line is None else self.line.id

    def stand_on(self, row: int) -> None:
        """Stand on a row, as far as there is one."""
        row = min(row, self.listing.rowCount() - 1)
        index = self.listing.index(row) if row >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._ring_row()
        self.chosen.emit(self.current)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._ring_row()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring_row()
        super().focusInEvent(event)
        self.worked_in.emit()
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {Qt.Key.Key_Space: self.status_wanted, Qt.Key.Key_Delete: self.drop_wanted}
        wanted = self.edit_wanted if is_enter(event) else acts.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if wanted is not None and plain:
            if self.current and not event.isAutoRepeat():
                wanted.emit(self.current)
        elif event.key() == Qt.Key.Key_End and plain:
            self.listing.fetch_all()
            super().keyPressEvent(event)
        elif event.text().isprintable() and event.text():
            event.ignore()  # Qt's own search would take the screen's letters
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.current:
            self.edit_wanted.emit(self.current)

    def _ring_row(self) -> None:
        """Let the ring of the focus stand around the row that is stood on, as far as it is seen."""
        port = self.viewport().geometry()
        box = self.visualRect(self.currentIndex()).translated(port.topLeft()).intersected(port)
        if self.property(FOCUS_BOX) != box:
            self.setProperty(FOCUS_BOX, box)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.chosen.emit(self.current)


class ActionTable(QWidget):
    """Head and rows. `owner_wanted` and `due_wanted` come with a click on what is missing."""

    owner_wanted = Signal(str)
    due_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, said: Said, model: ActionList) -> None:
        super().__init__()
        self.view = _Rows(words.say("Actions"), model)
        self.row = ActionRow(theme, said, self.view)
        self.view.setItemDelegate(self.row)
        self.view.pressed_at.connect(self._on_pressed)
        head = self._head = TableHead(theme, words, self.view.viewport())
        self.view.verticalScrollBar().rangeChanged.connect(lambda *_: head.update())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.view, 1)

    def show_dropped(self, *, dropped: bool) -> None:
        """Whether the rows are dropped actions, so that the last column says why."""
        self._head.dropped = dropped
        self._head.update()

    def _on_pressed(self, x: float, _y: float) -> None:
        view = self.view
        line = view.listing.line(view.currentIndex().row())
        if line is None or line.dropped:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = view.visualRect(view.currentIndex()).toRectF()
        status, _, owner, due, _ = Columns(box, mirrored).boxes()
        if status.left() <= x < status.right():
            view.status_wanted.emit(line.id)
        elif not line.owner and owner.left() <= x < owner.right():
            self.owner_wanted.emit(line.id)
        elif line.due is None and due.left() <= x < due.right():
            self.due_wanted.emit(line.id)


class _Rows(ActionsView):
    """The rows of the table; `pressed_at` carries where in a row the mouse was let go."""

    pressed_at = Signal(float, float)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        at = event.position()
        if left and self.indexAt(at.toPoint()) == self.currentIndex():
            self.pressed_at.emit(at.x(), at.y())
