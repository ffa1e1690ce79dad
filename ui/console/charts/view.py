"""Chart view: paints a plot, and lets its marks be reached by keys and by mouse."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from exports.look import tokens
from ui.console.charts.plot import At, Plot, Spot
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_BOX, FOCUS_RADIUS
from ui.keys import OWNS_KEYS
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

EDGE: Final = 6
"""Around the plot, for marks and rings at its ends, in pixels."""
_LINE = 1.0  # of the edge around the current mark: half inside its box, half outside
_ROOM = 40  # seen above and below a mark that was gone to
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ChartCanvas(QWidget):
    """The plot itself. One mark is the current one; it is what the widget is called.

    `moved` comes when another mark was gone to, `opened` where it was asked to go on from it,
    `back` where to come back from there, `turned` when another page of columns is shown.
    """

    moved = Signal()
    opened = Signal()
    back = Signal()
    turned = Signal()

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._plot: Plot | None = None
        self._at: At = (0, 0)
        self._hovered: At | None = None
        self._room = 0.0
        self._title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWNS_KEYS, True)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setMouseTracking(True)

    @property
    def plot(self) -> Plot | None:
        """What is painted."""
        return self._plot

    @property
    def at(self) -> At:
        """Where the current mark stands."""
        return self._at

    @property
    def current(self) -> Spot | None:
        """The mark that is stood on."""
        return self._plot.spot(self._at) if self._plot is not None else None

    def show_plot(self, plot: Plot | None, title: str, description: str, at: At = (0, 0)) -> None:
        """Paint another chart, called `title` and described in one sentence, and stand at `at`."""
        page = self._plot.page if self._plot is not None else 0
        same = type(self._plot) is type(plot) and self._title == title
        self._plot, self._title, self._at, self._hovered = plot, title, at, None
        self.setAccessibleDescription(description)
        if plot is not None:
            plot.place(self._inner(), self._room)  # marks have a place only then
            if same and page < plot.pages:
                plot.turn(page)
            if plot.spot(at) is None:
                self._at = (0, 0)
        self.fit(self._room)
        self._tell()

    def fit(self, room: float) -> None:
        """Take the height that the plot needs in this width, at least `room`."""
        self._room = room
        if self._plot is not None:
            height = self._plot.place(self._inner(), room - 2 * EDGE)
            self.setFixedHeight(max(1, round(height + 2 * EDGE)))
        self._place_ring()
        self.update()

    def go_to(self, at: At) -> None:
        """Stand on a mark, turning to its page."""
        plot = self._plot
        if plot is None or plot.spot(at) is None:
            return
        if plot.page_of(at) != plot.page:
            self.turn(plot.page_of(at))
        self._at = at
        self._tell()
        self.moved.emit()

    def turn(self, page: int) -> None:
        """Show another page of columns."""
        if self._plot is not None:
            self._plot.turn(page)
            self.fit(self._room)
            self.turned.emit()

    def box(self) -> QRect:
        """Where the current mark lies."""
        spot = self.current
        if spot is None:
            return QRect()
        return spot.box.translated(EDGE, EDGE).toAlignedRect()

    def sizeHint(self) -> QSize:
        return QSize(2 * _ROOM, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.minimumHeight())

    # --- Keys and mouse ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and plain:
            self._step(*_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self._to_end(last=key is Qt.Key.Key_End)
        elif is_enter(event) or (key is Qt.Key.Key_Space and plain):
            self.opened.emit()
        elif key is Qt.Key.Key_Backspace:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at is not None:
            self.go_to(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._under(event.position()) is not None:
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._under(event.position())
        if at != self._hovered:
            self._hovered = at
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._under(QPointF(event.pos()))
            spot = self._plot.spot(at) if self._plot is not None and at is not None else None
            said = (spot.said, spot.box) if spot is not None else self._name_under(event.pos())
            if said is None:
                QToolTip.hideText()
            else:
                box = said[1].translated(EDGE, EDGE).toAlignedRect()
                QToolTip.showText(event.globalPos(), said[0], self, box)
            return True
        return super().event(event)

    def _name_under(self, point: QPoint) -> tuple[str, QRectF] | None:
        plot = self._plot
        return None if plot is None else plot.name_at(QPointF(point) - QPointF(EDGE, EDGE))

    def _under(self, point: QPointF) -> At | None:
        return None if self._plot is None else self._plot.at(point - QPointF(EDGE, EDGE))

    def _step(self, down: int, across: int) -> None:
        plot, (line, place) = self._plot, self._at
        if plot is None or not plot.lines:
            return
        if across:
            last = plot.places(line) - 1
            self.go_to((line, max(0, min(last, place + across))))
            return
        goal = max(0, min(plot.lines - 1, line + down))
        if goal != line:
            self.go_to((goal, self._nearest(goal)))

    def _nearest(self, line: int) -> int:
        """The mark of a line that stands as the current one does: first, or nearest to it."""
        spots = self._plot.spots(line) if self._plot is not None else ()
        here = self.current
        if here is None or not self._at[1]:
            return 0
        x = here.box.center().x()
        known = [n for n, spot in enumerate(spots) if not spot.box.isEmpty()]
        return min(known, key=lambda n: abs(spots[n].box.center().x() - x), default=0)

    def _to_end(self, *, last: bool) -> None:
        plot = self._plot
        if plot is None or not plot.lines:
            return
        line = plot.lines - 1 if last else 0
        self.go_to((line, plot.places(line) - 1 if last else 0))

    # --- Painting ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(self._room)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._plot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(EDGE, EDGE)
        self._paint_mark(painter)
        clip = QRectF(event.rect()).translated(-EDGE, -EDGE)
        self._plot.paint(painter, self._theme.look, clip)
        self._paint_edge(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        """A ground under what the mouse is over, and under the mark whose words are beside."""
        assert self._plot is not None, "painted only with a plot"
        for at in {self._hovered, self._at} - {None}:
            spot = self._plot.spot(at) if at is not None else None
            if spot is not None and not spot.box.isEmpty():
                paint_box(painter, spot.box, spot.radius, self._theme.colours.sunken)

    def _paint_edge(self, painter: QPainter) -> None:
        """A line around the current mark while the focus is elsewhere; else the ring shows it."""
        spot = self.current
        if spot is not None and not spot.box.isEmpty() and not self.hasFocus():
            box = spot.box.adjusted(-_LINE, -_LINE, _LINE, _LINE)
            ink = self._theme.colours.ink
            paint_box(painter, box, spot.radius + _LINE, None, ink, stroke=2 * _LINE)

    def _inner(self) -> float:
        return max(1.0, self.width() - 2 * EDGE)

    def _place_ring(self) -> None:
        spot = self.current
        self.setProperty(FOCUS_RADIUS, spot.radius if spot is not None else tokens.RADIUS_CHIP)
        self.setProperty(FOCUS_BOX, self.box())

    def _tell(self) -> None:
        """Be called by what the current mark says."""
        spot = self.current
        name = f"{self._title}: {spot.said}" if spot is not None else self._title
        if name != self.accessibleName():
            self.setAccessibleName(name)
            told = QAccessible.Event.NameChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self, told))
        self._place_ring()
        self.update()


class ChartView(QScrollArea):
    """The canvas, as wide as its room, scrolling downwards where the chart is higher."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self.canvas = ChartCanvas(theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.canvas)
        self.canvas.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.canvas.moved.connect(self._reveal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.canvas.fit(self.viewport().height())

    def _reveal(self) -> None:
        box = self.canvas.box()
        if box.isEmpty():
            return
        middle = box.center()
        high = min(box.height(), self.viewport().height()) // 2
        self.ensureVisible(middle.x(), middle.y(), 0, high + _ROOM)
