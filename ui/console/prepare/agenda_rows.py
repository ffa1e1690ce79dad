"""Agenda rows: the list of the agenda, its ground, its keys, and where a dragged row would land."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE
from ui.console.prepare.agenda_lines import AgendaLine
from ui.console.prepare.agenda_row import ROW, AgendaRow
from ui.console.run.tab_order import reveal
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.agenda_order import fitting_place
from workshop.words import Words

_TOP = 1  # of ink, above the first row
_NEAR = 48  # to the edge of what scrolls: there a drag scrolls
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class AgendaRows(QWidget):
    """One stop for Tab: arrows go from row to row, with Alt they move it.

    `moved` carries an item's id and its new place in the agenda, as it counts without the item.
    """

    moved = Signal(str, int)
    minutes_set = Signal(str, int)
    edit_wanted = Signal(str)
    removed = Signal(str)
    left_out = Signal(str, bool)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._rows: dict[str, AgendaRow] = {}
        self._lines: tuple[AgendaLine, ...] = ()
        self._scale = float(CONSOLE.minute)
        self.selected = ""
        """The id of the selected row's item."""
        self.landing: int | None = None
        """The place that a dragged row would have now."""
        self._passing = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words.say("Agenda"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows in order."""
        return tuple(self._rows[line.item.id] for line in self._lines)

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show the agenda as it is now; rows that were there stay, with focus and selection."""
        before = [line.item.id for line in self._lines]
        focus = QApplication.focusWidget()
        holder = next((each for each in self.rows if focus and _within(each, focus)), None)
        self._lines = tuple(lines)
        ids = [line.item.id for line in lines]
        place = before.index(self.selected) if self.selected in before else 0
        if self.selected not in ids:
            self.selected = ids[min(place, len(ids) - 1)] if ids else ""
        for gone in [item_id for item_id in self._rows if item_id not in set(ids)]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for line in lines:
            if line.item.id not in self._rows:
                self._rows[line.item.id] = self._make(line)
        self.setFixedHeight(_TOP + ROW * len(lines))
        self._arrange()
        if holder is not None and ids:
            if holder.line.item.id not in self._rows:
                self._rows[self.selected].setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(self._rows[self.selected])

    def select(self, item_id: str) -> None:
        """Select a row; it becomes the one that Tab comes by."""
        if item_id != self.selected and item_id in self._rows:
            self.selected = item_id
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, _TOP + ROW * len(self._lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self, line: AgendaLine) -> AgendaRow:
        row = AgendaRow(self._theme, self._words, line)
        row.setParent(self)
        item_id = line.item.id
        row.pressed.connect(partial(self.select, item_id))
        row.edit_wanted.connect(partial(self.edit_wanted.emit, item_id))
        row.minutes.wanted.connect(partial(self.minutes_set.emit, item_id))
        row.key_wanted.connect(partial(self._take_key, row))
        row.menu_wanted.connect(partial(self._open_menu, row))
        row.dragged.connect(partial(self._drag, row))
        row.dropped.connect(partial(self._drop, row))
        row.minutes.typing.connect(partial(self.select, item_id))
        return row

    def _arrange(self) -> None:
        rows = self.rows
        longest = max((line.item.minutes for line in self._lines), default=1)
        for place, row in enumerate(rows):
            row.setGeometry(0, _TOP + place * ROW, self.width(), ROW)
            row.show()
        # One scale for all, so that bars compare; a day with a very long item has a smaller one.
        room = min((row.bar_room() for row in rows), default=0.0)
        self._scale = min(float(CONSOLE.minute), room / longest)
        for row, line in zip(rows, self._lines, strict=True):
            row.show_line(line, self._scale)
        self.update()

    # --- Tab --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        row = self._rows.get(self.selected)
        if row is None or self._passing:
            return
        backward = event.reason() is Qt.FocusReason.BacktabFocusReason
        stop = row.minutes.editor if backward else row
        stop.setFocus(event.reason())
        reveal(row)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab comes by the selected row and its minutes, wherever Qt counts the rows."""
        row, here = self._rows.get(self.selected), QApplication.focusWidget()
        if row is not None and here is (row if forward else row.minutes.editor):
            tab = Qt.FocusReason
            to = row.minutes.editor if forward else row
            to.setFocus(tab.TabFocusReason if forward else tab.BacktabFocusReason)
            return True
        # On from the list's own place in the window: a new row's is behind everything.
        self._passing = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._passing = False
        return super().focusNextPrevChild(forward)

    # --- Keys -------------------------------------------------------------------------------

    def _take_key(self, row: AgendaRow, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps and alt:
            self._move(row, steps[key])
        elif key in steps:
            self._go(row, steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(row, -len(self._lines) if key is Qt.Key.Key_Home else len(self._lines))
        elif key in _DELETE and row.line.removable:
            self.removed.emit(row.line.item.id)
        elif key is Qt.Key.Key_Menu:
            self._open_menu(row, row.mapToGlobal(QPoint(ROW, ROW)))
        else:
            return
        event.accept()

    def _go(self, row: AgendaRow, step: int) -> None:
        place = self.rows.index(row) + step
        to = self.rows[min(len(self._lines) - 1, max(0, place))]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(to)

    def _move(self, row: AgendaRow, step: int) -> None:
        place = self.rows.index(row)
        if row.line.movable and self._fitting(row, place + step) == place + step:
            self.moved.emit(row.line.item.id, place + step)

    def _fitting(self, row: AgendaRow, place: int) -> int:
        """The place nearest to `place` that the row can have, as the day allows."""
        others = [line.item for line in self._lines if line.item.id != row.line.item.id]
        begun = sum(item.begun for item in others)
        kinds = [item.kind for item in others]
        return fitting_place(kinds, row.line.item.kind, place, begun)

    def _open_menu(self, row: AgendaRow, at: QPoint) -> None:
        words, item = self._words, row.line.item
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words.say("Edit…"), partial(self.edit_wanted.emit, item.id))
        out = words.say("Put back in") if item.left_out else words.say("Leave out")
        leave = menu.addAction(out, partial(self.left_out.emit, item.id, not item.left_out))
        leave.setEnabled(row.line.removable)
        menu.addSeparator()
        up = menu.addAction(words.say("Move up"), partial(self._move, row, -1))
        down = menu.addAction(words.say("Move down"), partial(self._move, row, 1))
        place = self.rows.index(row)
        for action, step in ((up, -1), (down, 1)):
            fits = self._fitting(row, place + step) == place + step
            action.setEnabled(row.line.movable and fits)
        menu.addSeparator()
        remove = menu.addAction(words.say("Take off the agenda"))
        remove.triggered.connect(partial(self.removed.emit, item.id))
        remove.setEnabled(row.line.removable)
        menu.popup(at)

    # --- Dragging ---------------------------------------------------------------------------

    def _drag(self, row: AgendaRow, y: float) -> None:
        """A row is held at `y`: say where it would land, and scroll where that is not seen."""
        here = self.rows.index(row)
        gap = round((y - _TOP) / ROW)
        self.landing = self._fitting(row, gap - 1 if gap > here else gap)
        area = self._area()
        if area is not None:
            top = area.viewport().mapFromGlobal(self.mapToGlobal(QPoint(0, round(y)))).y()
            bar = area.verticalScrollBar()
            beyond = max(0, top + _NEAR - area.viewport().height()) + min(0, top - _NEAR)
            bar.setValue(bar.value() + beyond)
        self.update()

    def _drop(self, row: AgendaRow, stay: bool) -> None:
        landing, self.landing = self.landing, None
        self.update()
        if stay and landing is not None and landing != self.rows.index(row):
            self.moved.emit(row.line.item.id, landing)

    def _area(self) -> QScrollArea | None:
        above: QWidget | None = self
        while above is not None:
            if isinstance(above, QScrollArea):
                return above
            above = above.parentWidget()
        return None

    # --- Painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        paint_line(painter, QLineF(0, 0, self.width(), 0), colours.ink)
        for place, row in enumerate(self.rows):
            top = _TOP + place * ROW
            line = QLineF(0, top + ROW - 1, self.width(), top + ROW - 1)
            paint_line(painter, line, colours.hairline)
            if row.line.item.id == self.selected:
                box = QRectF(0, top - 1, self.width(), ROW + 1)
                fill = colours.sunken if row.held else colours.surface
                paint_box(painter, box, tokens.RADIUS_CONTROL, fill, colours.ink,
                          stroke=tokens.STROKE_SELECTED)  # fmt: skip
        held = next((place for place, row in enumerate(self.rows) if row.held), None)
        if self.landing is not None and held is not None:
            gap = self.landing + (1 if self.landing > held else 0)
            y = max(0, _TOP + gap * ROW - 2)
            paint_line(painter, QLineF(0, y, self.width(), y), colours.ink, 3.0)


def _within(row: AgendaRow, widget: QWidget) -> bool:
    return widget is row or row.isAncestorOf(widget)
