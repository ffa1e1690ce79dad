"""Agenda row: an agenda item with its time, its bar and its minutes; it can be taken hold of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP, Type
from ui.console.prepare.agenda_lines import AgendaLine
from ui.console.prepare.escape_claim import is_escape
from ui.console.prepare.kind_icons import KIND_ICONS
from ui.console.prepare.minutes_field import WIDTH as MINUTES_WIDTH
from ui.console.prepare.minutes_field import MinutesField
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

ROW = 42
PADDING = 10
_GRIP, _TIME, _SIGN, _NAME, _NOTE = 26, 58, 28, 186, 142
_NAME_LEFT = PADDING + _GRIP + _TIME + _SIGN
_NOTE_LEFT = _NAME_LEFT + _NAME
BAR_LEFT = _NOTE_LEFT + _NOTE
_BAR = 10
_GAP = 12
_SHAPE, _ICON = 16, 18
_DOT = 0.9  # radius of a grip's dots, 4.5 apart
_PENCIL = CONSOLE.control_small
_LEAST_NAME, _LEAST_NOTE, _LEAST_BAR = 136, 134, 78


class AgendaRow(QWidget):
    """A row of the agenda. It paints on the ground that its list gives it.

    `pressed` asks to be selected, `edit_wanted` for its editor, `key_wanted` carries a key that
    the list answers; `dragged` where on the list it is held, `dropped` that it was let go, True
    where it is to stay there.
    """

    pressed = Signal()
    edit_wanted = Signal()
    key_wanted = Signal(object)
    menu_wanted = Signal(object)
    dragged = Signal(float)
    dropped = Signal(bool)

    def __init__(self, theme: DesktopTheme, words: Words, line: AgendaLine) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self._scale = float(CONSOLE.minute)
        self._held_at: QPointF | None = None
        self.held = False
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.minutes = MinutesField(theme, words)
        self.minutes.setParent(self)
        # The list is the stop for Tab, and leads on to the selected row.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.minutes.left.connect(lambda: self.setFocus(Qt.FocusReason.TabFocusReason))
        self.show_line(line, self._scale)

    @property
    def line(self) -> AgendaLine:
        """What it shows."""
        return self._line

    def show_line(self, line: AgendaLine, scale: float) -> None:
        """Show an agenda item as it is now; its bar has `scale` pixels a minute."""
        changed = line != self._line or scale != self._scale
        self._line, self._scale = line, scale
        self.setAccessibleName(line.said)
        self.minutes.show_minutes(line.item.minutes, line.item.title)
        if changed:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(BAR_LEFT + MINUTES_WIDTH + 2 * PADDING, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = (ROW - self.minutes.height()) // 2
        self.minutes.move(self.width() - PADDING - MINUTES_WIDTH, top)

    # --- Keys and mouse ---------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if self.held and is_escape(event):
            event.accept()  # before it closes anything, it ends the drag
            return True
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip(self._cut())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.held and event.key() == Qt.Key.Key_Escape:
            self._let_go(stay=False)
        elif is_enter(event) and not held:
            self.edit_wanted.emit()
        elif event.text().isdecimal() and not held:
            self.minutes.begin(event.text())
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.minutes.step(1 if event.key() == Qt.Key.Key_Plus else -1)
        else:
            event.ignore()
            self.key_wanted.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pressed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.pressed.emit()
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._pencil().contains(event.position()):
            self.edit_wanted.emit()
        elif self._line.movable:
            self._held_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is None:
            return
        way = event.position() - self._held_at
        if not self.held and way.manhattanLength() >= QApplication.startDragDistance():
            self.held = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.held:
            self.dragged.emit(self.y() + event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held_at = None
        if self.held:
            self._let_go(stay=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.edit_wanted.emit()

    def _let_go(self, *, stay: bool) -> None:
        self.held = False
        self._held_at = None
        self.unsetCursor()
        self.dropped.emit(stay)

    # --- Painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, line = self._theme.colours, self._line
        out = line.item.left_out
        if line.movable:
            self._paint_grip(painter)
        self._say(painter, line.starts, DESKTOP.figures, PADDING + _GRIP, _TIME, colours.ink2)
        self._paint_sign(painter)
        name, note = self._widths()
        ink = colours.ink3 if out else colours.ink
        self._say(painter, line.item.title, DESKTOP.name, _NAME_LEFT, name - _GAP, ink)
        at = _NAME_LEFT + name
        self._say(painter, line.note, DESKTOP.secondary, at, note - _GAP, colours.ink3)
        self._paint_bar(painter)
        if self.underMouse() or self.hasFocus():
            box = self._pencil()
            inset = (_PENCIL - _ICON) / 2
            paint_icon(painter, "pencil", box.x() + inset, box.y() + inset, colours.ink2, _ICON)

    def bar_room(self) -> float:
        """Pixels that a bar may take here."""
        name, note = self._widths()
        right = self.width() - PADDING - MINUTES_WIDTH - _PENCIL - _GAP
        return max(0.0, right - _NAME_LEFT - name - note)

    def _cut(self) -> str:
        """What of the row has to be shortened here, whole."""
        name, note = self._widths()
        parts = (
            (self._line.item.title, DESKTOP.name, name),
            (self._line.note, DESKTOP.secondary, note),
        )
        cut = [text for text, role, room in parts if painted.advance(text, role) > room - _GAP]
        return "\n".join(cut)

    def _widths(self) -> tuple[float, float]:
        """Room for the name and for what stands beside it; narrow lists give up some of it."""
        beyond = _LEAST_BAR + _PENCIL + _GAP + MINUTES_WIDTH + PADDING
        missing = max(0, BAR_LEFT + beyond - self.width())
        name = max(_LEAST_NAME, _NAME - missing)
        note = max(_LEAST_NOTE, _NOTE - max(0, missing - (_NAME - name)))
        return float(name), float(note)

    def _paint_grip(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.ink3))
        for across in (6.75, 11.25):
            for down in (-4.5, 0.0, 4.5):
                painter.drawEllipse(QPointF(PADDING + across, ROW / 2 + down), _DOT, _DOT)

    def _paint_sign(self, painter: QPainter) -> None:
        item, left = self._line.item, PADDING + _GRIP + _TIME
        if item.theme is None:
            ink = self._theme.colours.ink3 if item.left_out else self._theme.colours.ink
            top = (ROW - _ICON) / 2 - 1
            paint_icon(painter, KIND_ICONS.get(item.kind, "clock"), left, top, ink, _ICON)
            return
        mark = Mark.HOLLOW if item.second else Mark.FILLED
        corner = QPointF(left, (ROW - _SHAPE) / 2 - 0.5)
        of = self._theme.of(item.theme)
        paint_shape_in(
            painter, item.theme, corner, _SHAPE, of, Mark.AHEAD if item.left_out else mark
        )

    def _paint_bar(self, painter: QPainter) -> None:
        item, colours = self._line.item, self._theme.colours
        name, note = self._widths()
        width = round(item.minutes * self._scale)
        box = QRectF(round(_NAME_LEFT + name + note), (ROW - _BAR) // 2, width, _BAR)
        if item.left_out:
            paint_box(painter, box, 0, None, colours.edge, dashed=True)
        elif item.theme is not None:
            of = self._theme.of(item.theme)
            paint_box(painter, box, 0, of.fill, of.key)
        else:
            paint_box(painter, box, 0, colours.sunken, colours.edge)

    def _pencil(self) -> QRectF:
        """Where the sign stands that opens the editor."""
        left = self.width() - PADDING - MINUTES_WIDTH - _PENCIL
        return QRectF(left, (ROW - _PENCIL) / 2, _PENCIL, _PENCIL)

    def _say(
        self, painter: QPainter, text: str, role: Type, left: float, room: float, ink: str
    ) -> None:
        if text and room > 0:
            block = painted.lay_out(text, role, room, max_lines=1)
            shift = block.box - block.width if block.right_to_left else 0
            block.paint(painter, left - shift, (ROW - 1 - block.height) / 2, ink)
