"""Question list: a session's questions, painted as they scroll in, moved and left out by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.prepare.escape_claim import is_escape
from ui.console.prepare.question_rows import ROW_ROLE, Index, QuestionRow, QuestionRowsModel
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.prepared import PreparedActivity, PreparedQuestion
from workshop.words import Words

ROW, HEAD = 54, 36
_SIDE = 12
_TEXT = _SIDE + CONSOLE.check_box + 12
_BAR = 3
_TICK = 16
_GAP = 8
_DRAG_SCROLL = 24  # pixels to the edge where a drag scrolls
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionList(QListView):
    """`opened` asks for a question's own page; the other signals carry its id and what is wanted.

    Space leaves out and puts back, M turns must into if time, Alt and an arrow move, Delete takes
    away, Enter opens.
    """

    opened = Signal(str)
    left_out = Signal(str, bool)
    must_set = Signal(str, bool)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._held: QuestionRow | None = None
        self._pressed_at: QPointF | None = None
        self._landing: int | None = None
        self.rows = QuestionRowsModel(words)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(theme, self))
        self.setAccessibleName(words.say("Questions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        clear = QPalette(self.palette())
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear)
        self.viewport().setAutoFillBackground(False)

    @property
    def current(self) -> QuestionRow | None:
        """The row with the cursor."""
        return self._row(self.currentIndex())

    def show_activities(self, activities: Sequence[PreparedActivity]) -> None:
        """Show these questions; cursor and scroll stay where they are as far as can be."""
        current, place = self.current, self.currentIndex().row()
        top = self.verticalScrollBar().value()
        uniform = len(activities) < 2
        if uniform != self.uniformItemSizes():
            self.setUniformItemSizes(uniform)
        self.rows.show_activities(activities)
        if (current is not None and self.current is None) or not self.currentIndex().isValid():
            at = self.rows.place_of(current.id) if current is not None else -1
            if at < 0:
                at = min(max(place, 0), len(self.rows.rows) - 1)
                if at >= 0 and self.rows.rows[at].question is None:
                    at += 1
            self._put(at)
            self.doItemsLayout()
            self.verticalScrollBar().setValue(top)
            if self.currentIndex().isValid() and self.hasFocus():
                self.scrollTo(self.currentIndex())

    def go_to(self, question_id: str) -> None:
        """Put the cursor on a question."""
        self._put(self.rows.place_of(question_id))

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are keys here."""

    def event(self, event: QEvent) -> bool:
        if self._held is not None and is_escape(event):
            event.accept()  # before it closes anything, it ends the drag
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current, Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._held is not None and key is Qt.Key.Key_Escape:
            self._let_go(stay=False)
            return
        question = row.question if row is not None else None
        if row is None or question is None:
            super().keyPressEvent(event)
        elif key in _STEPS and alt:
            self._move(row, row.place + _STEPS[key])
        elif key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._go(_STEPS[key])
        elif is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(question.id)
        elif key is Qt.Key.Key_Space:
            self.left_out.emit(question.id, not question.left_out)
        elif key is Qt.Key.Key_M and not event.modifiers():
            self.must_set.emit(question.id, not question.must)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(question.id)
        elif is_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.rows.rows:
            self._put(0 if self.rows.rows[0].question is not None else 1)

    # --- Mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self._row(self.indexAt(event.position().toPoint()))
        if row is None or row.question is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if event.position().x() < _TEXT - 4:
            self.left_out.emit(row.question.id, not row.question.left_out)
            return
        self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or self.current is None:
            super().mouseMoveEvent(event)
            return
        way = event.position() - self._pressed_at
        if self._held is None and way.manhattanLength() >= QApplication.startDragDistance():
            self._held = self.current
        if self._held is not None:
            self._drag(self._held, event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed_at = None
        if self._held is not None:
            self._let_go(stay=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row(self.indexAt(event.position().toPoint()))
        if row is not None and row.question is not None and event.position().x() >= _TEXT - 4:
            self.opened.emit(row.question.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._held is None or self._landing is None:
            return
        first = self.rows.place_of(self._held.activity.questions[0].id)
        gap = self._landing + (1 if self._landing > self._held.place else 0)
        at = self.visualRect(self.rows.index(first + min(gap, self._last_place(self._held))))
        y = at.bottom() if gap > self._last_place(self._held) else at.top()
        ink = QColor(self._theme.colours.ink)
        QPainter(self.viewport()).fillRect(QRectF(0, y - 1, self.viewport().width(), 3), ink)

    # --- Inside -----------------------------------------------------------------------------

    def _drag(self, row: QuestionRow, y: float) -> None:
        bar = self.verticalScrollBar()
        if y < _DRAG_SCROLL:
            bar.setValue(bar.value() - _DRAG_SCROLL)
        elif y > self.viewport().height() - _DRAG_SCROLL:
            bar.setValue(bar.value() + _DRAG_SCROLL)
        first = self.visualRect(self.rows.index(self.rows.place_of(row.activity.questions[0].id)))
        gap = round((y - first.top()) / ROW)
        place = gap - 1 if gap > row.place else gap
        self._landing = min(self._last_place(row), max(0, place))
        self.viewport().update()

    def _let_go(self, *, stay: bool) -> None:
        held, landing = self._held, self._landing
        self._held = self._landing = self._pressed_at = None
        self.viewport().update()
        if stay and held is not None and landing is not None:
            self._move(held, landing)

    def _move(self, row: QuestionRow, place: int) -> None:
        if place != row.place and 0 <= place <= self._last_place(row):
            self.moved.emit(row.id, place)

    def _last_place(self, row: QuestionRow) -> int:
        return len(row.activity.questions) - 1

    def _go(self, step: int) -> None:
        """To the next question, over the heads."""
        at = self.currentIndex().row() + step
        while 0 <= at < len(self.rows.rows):
            if self.rows.rows[at].question is not None:
                self._put(at)
                return
            at += step

    def _put(self, at: int) -> None:
        if 0 <= at < len(self.rows.rows):
            self.setCurrentIndex(self.rows.index(at))

    def _row(self, index: Index) -> QuestionRow | None:
        found = self.rows.rows
        return found[index.row()] if 0 <= index.row() < len(found) else None


class _Painter(QStyledItemDelegate):
    """Paints one row; Qt asks only for those that are seen."""

    def __init__(self, theme: DesktopTheme, view: QuestionList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        return QSize(0, HEAD if row is None or row.question is None else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        box, state = QRectF(option.rect), option.state
        colours = self._theme.colours
        painter.save()
        here = index == self._view.currentIndex() and row.question is not None
        if here or (state & QStyle.StateFlag.State_MouseOver and row.question is not None):
            painter.fillRect(box, QColor(colours.sunken))
        if here:
            painter.fillRect(QRectF(box.x(), box.y(), _BAR, box.height()), QColor(colours.ink))
        hairline = QRectF(box.x(), box.bottom() - 1, box.width(), tokens.STROKE_HAIRLINE)
        head = row.question is None
        painter.fillRect(hairline, QColor(colours.ink if head else colours.hairline))
        if head:
            self._paint_head(painter, box, row)
        else:
            self._paint_box(painter, box, row.question)
            self._paint_texts(painter, box, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, row: QuestionRow) -> None:
        colours = self._theme.colours
        block = painted.lay_out(row.said, DESKTOP.label, box.width() - 2 * _SIDE, max_lines=1)
        top = box.bottom() - block.height - 6
        block.paint(painter, box.x() + _SIDE, top, colours.ink2)

    def _paint_box(self, painter: QPainter, box: QRectF, question: PreparedQuestion) -> None:
        colours, side = self._theme.colours, CONSOLE.check_box
        left, top = box.x() + _SIDE, box.y() + (ROW - side) / 2
        check = QRectF(left, top, side, side)
        if question.left_out:
            paint_box(painter, check, tokens.RADIUS_CHIP, colours.surface, colours.edge, stroke=1.5)
            return
        paint_box(painter, check, tokens.RADIUS_CHIP, colours.ink)
        inset = (side - _TICK) / 2
        paint_icon(painter, "check", left + inset, top + inset, colours.paper, _TICK)

    def _paint_texts(self, painter: QPainter, box: QRectF, row: QuestionRow) -> None:
        question, colours = row.question, self._theme.colours
        assert question is not None, "heads are painted elsewhere"
        left, right = box.x() + _TEXT, box.right() - _SIDE
        room = max(1.0, right - left)
        ink = colours.ink3 if question.left_out else colours.ink
        width = 0.0
        if row.marks:
            marks = painted.line(row.marks, DESKTOP.label)
            width = marks.width + _GAP
            marks.paint(painter, right - marks.width, box.y() + 9, colours.ink2)
        name = painted.lay_out(question.short, DESKTOP.name, max(1.0, room - width), max_lines=1)
        name.paint(painter, _start(name, left), box.y() + 7, ink)
        text = painted.lay_out(question.text, DESKTOP.secondary, room, max_lines=1)
        below = colours.ink3 if question.left_out else colours.ink2
        text.paint(painter, _start(text, left), box.y() + 28, below)


def _start(block: painted.Block, left: float) -> float:
    """Where a line has to be painted so that its ink begins at `left`, whichever way it reads."""
    return left - (block.box - block.width if block.right_to_left else 0)
