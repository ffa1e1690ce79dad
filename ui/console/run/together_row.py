"""Together row: a question that was revealed with others, to be picked for the talk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP, FIGURES, SANS, SEMIBOLD, ThemeColours, Type
from frameworks.theme import Theme
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.distribution import paint_small_bars
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, Block
from ui.theme import DesktopTheme
from workshop.together_panel import PanelRow, TogetherPanel
from workshop.words import Words

ROW = 51
HEAD = 28
HEAD_NARROW = 36  # two lines
BARS = (96, 34)
BARS_NARROW = (64, 34)
_NARROW = 560  # below this width the word stands below the name
_BOX = 13
_TEXT = 44
_EDGE = 12  # right of the last column
_GAP = 12
_BAR = 3
_BELOW = 6  # the heads
_TICK = 16
_MEDIAN = 64
_MEDIAN_NARROW = 34
_WORD = 188
_AGREEMENT = 52
_AGREEMENT_NARROW = 28
_COUNT = 60
_COUNT_NARROW = 40
_DONT_KNOW = 76
_DONT_KNOW_NARROW = 44
_VALUE = Type(FIGURES, 16, 20, SEMIBOLD)
_VALUE_PLAIN = Type(FIGURES, 15, 20)
_DETAIL = Type(SANS, 12, 16)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of one width lie: `cells` as (left, width), `bars` where there are any."""

    narrow: bool
    name: float
    bars: QRectF | None
    cells: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, panel: TogetherPanel, width: float) -> Columns:
        """The columns of a list that wide."""
        narrow = width < _NARROW
        if panel.checklist:
            count = len(panel.heads) - 1
            each = _COUNT_NARROW if narrow else _COUNT
            last = _DONT_KNOW_NARROW if narrow else _DONT_KNOW
            left = width - _EDGE - last - count * each
            cells = (*((left + n * each, each) for n in range(count)), (width - _EDGE - last, last))
        else:
            median = _MEDIAN_NARROW if narrow else _MEDIAN
            word = 0 if narrow else _WORD
            agreement = _AGREEMENT_NARROW if narrow else _AGREEMENT
            right = width - _EDGE - agreement
            gap = _GAP / 2 if narrow else 1.5 * _GAP
            left = right - (gap + word if word else gap) - median
            cells = ((left, median), (right - word, word), (right, agreement))
        bars = None
        name = cells[0][0]
        if not (narrow and panel.checklist):
            across, height = BARS_NARROW if narrow else BARS
            at = cells[0][0] - (0 if narrow else _GAP) - across
            bars = QRectF(at, (ROW - height) / 2, across, height)
            name = at
        return cls(narrow, name - _GAP - _TEXT, bars, cells)


class TogetherHeads(QWidget):
    """What the columns hold; over the bars the ends of the scale."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._title = words.say("Question")
        self._panel: TogetherPanel | None = None
        self.setFixedHeight(HEAD)

    def show_panel(self, panel: TogetherPanel) -> None:
        """Show the heads of this page."""
        self._panel = panel
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        long = self._panel is not None and self._panel.checklist and self.width() < _NARROW
        self.setFixedHeight(HEAD_NARROW if long else HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        panel = self._panel
        if panel is None:
            return
        painter = QPainter(self)
        ink = self._theme.colours.ink3
        columns = Columns.of(panel, self.width())
        line = painted.lay_out(self._title, DESKTOP.label, max(1.0, columns.name), max_lines=1)
        line.paint(painter, _TEXT, self.height() - line.height - _BELOW, ink)
        if columns.bars is not None:
            pitch = columns.bars.width() / max(1, int(panel.ends[1]))
            ends = (columns.bars.left() + pitch / 2, columns.bars.right() - pitch / 2)
            for at, text in zip(ends, panel.ends, strict=True):
                block = painted.line(text, DESKTOP.label)
                block.paint(
                    painter, at - block.width / 2, self.height() - block.height - _BELOW, ink
                )
        for number, (text, (left, width)) in enumerate(
            zip(panel.heads, columns.cells, strict=True)
        ):
            word = not panel.checklist and number == 1
            # Where the columns are narrow, what they hold is said by the rows themselves.
            if columns.narrow and not panel.checklist:
                continue
            lines = 2 if columns.narrow else 1
            block = painted.lay_out(text, DESKTOP.label, max(1.0, width - 4), max_lines=lines)
            align, x = (Align.START, left) if word else (Align.END, left + width - block.box)
            block.paint(painter, x, self.height() - block.height - _BELOW, ink, align)


class TogetherRow(QAbstractButton):
    """A question of the page; `moved` carries by how many rows the cursor is to go."""

    moved = Signal(int)
    ended = Signal(bool)

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._session: Theme | None = None
        self._panel: TogetherPanel | None = None
        self._here = False
        self.row: PanelRow | None = None
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_row(
        self, panel: TogetherPanel, row: PanelRow, session: Theme | None, *, here: bool
    ) -> None:
        """Show a question; `here`: the cursor stands on it, and Tab comes by."""
        self.row, self._panel, self._session, self._here = row, panel, session, here
        self.setCheckable(row.can_pick)
        self.setChecked(row.picked)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(row.said)
        self.setToolTip(row.text)
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is not None:
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.ended.emit(key is Qt.Key.Key_End)
        elif is_enter(event):
            self.click()
        elif key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        row, panel = self.row, self._panel
        if row is None or panel is None:
            return
        painter = QPainter(self)
        colours = self._theme.colours
        box = QRectF(self.rect())
        if self._here or self.underMouse():
            painter.fillRect(box, QColor(colours.sunken))
        if self._here:
            painter.fillRect(QRectF(0, 0, _BAR, box.height()), QColor(colours.ink))
        line = QRectF(0, box.bottom() - tokens.STROKE_HAIRLINE, box.width(), tokens.STROKE_HAIRLINE)
        painter.fillRect(line, QColor(colours.hairline))
        self._paint_box(painter, row)
        columns = Columns.of(panel, self.width())
        self._paint_name(painter, row, panel, columns)
        if columns.bars is not None:
            paint_small_bars(
                painter,
                columns.bars,
                row.chart,
                colours=self._session_colours(),
                palette=colours,
                unit_max=panel.unit_max,
            )
        if panel.checklist:
            self._paint_counts(painter, row, columns)
        else:
            self._paint_agreement(painter, row, columns)

    def _session_colours(self) -> ThemeColours:
        palette = self._theme.colours
        if self._session is None:
            return ThemeColours(palette.ink, palette.ink, palette.ink, palette.sunken)
        return self._theme.of(self._session)

    def _paint_box(self, painter: QPainter, row: PanelRow) -> None:
        colours, side = self._theme.colours, CONSOLE.check_box
        top = (ROW - side) / 2 - 1
        box = QRectF(_BOX, top, side, side)
        if row.picked:
            paint_box(painter, box, tokens.RADIUS_CHIP, colours.ink)
            inset = (side - _TICK) / 2
            paint_icon(painter, "check", _BOX + inset, top + inset, colours.paper, _TICK)
        else:
            edge = colours.edge if row.can_pick else colours.hairline
            fill = colours.surface if row.can_pick else None
            paint_box(painter, box, tokens.RADIUS_CHIP, fill, edge, stroke=1.5)

    def _paint_name(
        self, painter: QPainter, row: PanelRow, panel: TogetherPanel, columns: Columns
    ) -> None:
        colours = self._theme.colours
        room = max(1.0, columns.name)
        ink = colours.ink if row.can_pick else colours.ink3
        name = painted.lay_out(row.name, DESKTOP.name, room, max_lines=1)
        below = ""
        if columns.narrow:
            below = _joined(row.cells[1], row.borderline, row.before)
            if panel.checklist:
                below = "" if row.can_pick else row.chart.heading
        if not below:
            _start(painter, name, _TEXT, _top(ROW, name.height), ink)
            return
        second = painted.lay_out(below, _DETAIL, room, max_lines=1)
        top = _top(ROW, name.height + second.height)
        _start(painter, name, _TEXT, top, ink)
        _start(painter, second, _TEXT, top + name.height, colours.ink2)

    def _paint_counts(self, painter: QPainter, row: PanelRow, columns: Columns) -> None:
        for number, (text, (left, width)) in enumerate(zip(row.cells, columns.cells, strict=True)):
            known = number < len(row.cells) - 1
            ink = self._theme.colours.ink if known else self._theme.colours.ink2
            _end(painter, text, _VALUE if known else _VALUE_PLAIN, left + width, ink)
        if not row.can_pick and not columns.narrow:
            right = self.width() - _EDGE
            _end(painter, row.chart.heading, DESKTOP.secondary, right, self._theme.colours.ink3)

    def _paint_agreement(self, painter: QPainter, row: PanelRow, columns: Columns) -> None:
        colours = self._theme.colours
        median, word, agreement = columns.cells
        if row.before and row.cells[0] and not columns.narrow:
            value, note = painted.line(row.cells[0], _VALUE), painted.line(row.before, _DETAIL)
            top = _top(ROW, value.height + note.height)
            _start(painter, value, sum(median) - value.width, top, colours.ink)
            _start(painter, note, sum(median) - note.width, top + value.height, colours.ink2)
        else:
            _end(painter, row.cells[0], _VALUE, sum(median), colours.ink)
        _end(painter, row.cells[2], _VALUE_PLAIN, sum(agreement), colours.ink2)
        if columns.narrow:
            return
        left, room = word
        ink = colours.ink if row.can_pick else colours.ink3
        said = painted.lay_out(row.cells[1], DESKTOP.name, room, max_lines=1)
        at = said.width + 5
        beside = painted.line(row.borderline, DESKTOP.body) if row.borderline else None
        if beside is not None and at + beside.width > room + _EDGE:
            beside = None
        below = row.detail if beside is not None else _joined(row.borderline, row.detail)
        detail = painted.lay_out(below, _DETAIL, room, max_lines=1) if below else None
        top = _top(ROW, said.height + (detail.height if detail else 0))
        _start(painter, said, left, top, ink)
        if beside is not None:
            _start(painter, beside, left + at, top, colours.ink3)
        if detail is not None:
            _start(painter, detail, left, top + said.height, colours.ink2)


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text)


def _top(height: float, text: float) -> float:
    return (height - text) / 2


def _start(painter: QPainter, block: Block, x: float, y: float, colour: str) -> None:
    """A line whose ink begins at `x`, whichever way its text reads."""
    shift = block.box - block.width if block.right_to_left else 0
    block.paint(painter, x - shift, y, colour)


def _end(painter: QPainter, text: str, role: Type, right: float, colour: str) -> None:
    """A line whose ink ends at `right`, in the middle of the row."""
    if text:
        block = painted.line(text, role)
        _start(painter, block, right - block.width, _top(ROW, block.height), colour)
