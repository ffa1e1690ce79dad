"""Row: one action of the table as it is painted, and the table's head above the rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP, Type
from ui.console.actions.listing import ActionList
from ui.console.actions.said import CHOOSE_DATE, CHOOSE_OWNER, Said
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.status import paint_status
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionLine
from workshop.kinds import ActionStatus
from workshop.words import Words, mark

HEIGHT = 67
STATUS_WIDTH = 42
_OWNER, _DUE, _MEASURE = 138, 98, 174
COLUMN_GAP = 12
_WIDE_GAP = 20  # behind what is to be done
_TOP = 13
_GLYPH_X = 14
_GLYPH = 16
_SHAPE = 13
_SHAPE_GAP = 8
_BAR = 3
_CHIP_PADDING = 6
_MISSING_PADDING = 8
_HEAD_TEXT = 16
_HEAD = _HEAD_TEXT + 8 + 1
_HINT = Type(tokens.SANS, 13, 19, tokens.REGULAR)

HEADS = (
    "",
    mark("What, and from which question"),
    mark("Owner"),
    mark("Due"),
    mark("How we will know"),
)
WHY = mark("Why it was dropped")

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the five columns stand in a row, from the side where reading begins."""

    box: QRectF
    mirrored: bool

    def boxes(self) -> tuple[QRectF, QRectF, QRectF, QRectF, QRectF]:
        """Status, what, owner, due and how we will know."""
        rest = max(120.0, self.box.width() - STATUS_WIDTH - _OWNER - _DUE - _MEASURE)
        widths = (STATUS_WIDTH, rest, _OWNER, _DUE, _MEASURE)
        found, left = [], self.box.x()
        for width in widths:
            box = QRectF(left, self.box.y(), width, self.box.height())
            if self.mirrored:
                box.moveLeft(self.box.right() - (box.right() - self.box.x()))
            found.append(box)
            left += width
        status, what, owner, due, measure = found
        return status, what, owner, due, measure

    def inside(self, box: QRectF, gap: float) -> QRectF:
        """A column without the gap behind it."""
        return box.adjusted(gap if self.mirrored else 0, 0, 0 if self.mirrored else -gap, 0)


class TableHead(QWidget):
    """The names of the columns, as they stand in `rows`, and an ink rule below them."""

    def __init__(self, theme: DesktopTheme, words: Words, rows: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._rows = rows
        self.dropped = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, _HEAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        columns = Columns(QRectF(self._rows.x(), 0, self._rows.width(), _HEAD), mirrored)
        heads = (*HEADS[:-1], WHY) if self.dropped else HEADS
        for box, name in zip(columns.boxes(), heads, strict=True):
            inner = columns.inside(box, COLUMN_GAP)
            block = painted.lay_out(
                self._words.say(name), DESKTOP.label, max(1.0, inner.width()), max_lines=1
            )
            start(painter, block, inner.x(), 0, colours.ink3, mirrored=mirrored)
        rule = QLineF(0, _HEAD - 1, self.width(), _HEAD - 1)
        paint_line(painter, rule, colours.ink)


class ActionRow(QStyledItemDelegate):
    """Paints the rows; `with_workshop` names each one's workshop too, where several are shown."""

    def __init__(self, theme: DesktopTheme, said: Said, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = said
        self.with_workshop = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ActionList)
        line = model.line(index.row())
        box = QRectF(option.rect)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        colours = self._theme.colours
        painter.save()
        painter.setClipRect(box)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, box, 0, colours.sunken)
            bar = QRectF(box.right() - _BAR if mirrored else box.x(), box.y(), _BAR, box.height())
            paint_box(painter, bar, 0, colours.ink)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, box, 0, colours.surface)
        foot = QLineF(box.x(), box.bottom() - 1, box.right(), box.bottom() - 1)
        paint_line(painter, foot, colours.hairline)
        if line is not None:
            self._paint_line(painter, Columns(box, mirrored), line)
        painter.restore()

    def _paint_line(self, painter: QPainter, columns: Columns, line: ActionLine) -> None:
        status, what, owner, due, measure = columns.boxes()
        colours, mirrored = self._theme.colours, columns.mirrored
        x = status.right() - _GLYPH_X - _GLYPH if mirrored else status.x() + _GLYPH_X
        paint_status(painter, line.status, QPointF(x, status.y() + _TOP), _GLYPH, colours)
        self._paint_what(painter, columns.inside(what, _WIDE_GAP), line, mirrored=mirrored)
        self._paint_owner(painter, columns.inside(owner, COLUMN_GAP), line, mirrored=mirrored)
        self._paint_due(painter, columns.inside(due, COLUMN_GAP), line, mirrored=mirrored)
        inner = columns.inside(measure, COLUMN_GAP)
        last = line.drop_reason if line.dropped else line.measure
        known = painted.lay_out(last, _HINT, inner.width(), max_lines=2, balanced=False)
        start(painter, known, inner.x(), inner.y() + _TOP, colours.ink2, mirrored=mirrored)

    def _paint_what(
        self, painter: QPainter, box: QRectF, line: ActionLine, *, mirrored: bool
    ) -> None:
        colours = self._theme.colours
        done = line.status is ActionStatus.DONE
        top = box.y() + _TOP - 1
        what = painted.lay_out(line.what, DESKTOP.name, box.width(), max_lines=1)
        start(painter, what, box.x(), top, colours.ink2 if done else colours.ink, mirrored=mirrored)
        paint_origin(
            painter,
            QRectF(box.x(), top + 24, box.width(), 18),
            line,
            self._said,
            self._theme,
            with_workshop=self.with_workshop,
            mirrored=mirrored,
        )

    def _paint_owner(
        self, painter: QPainter, box: QRectF, line: ActionLine, *, mirrored: bool
    ) -> None:
        if line.owner:
            block = painted.lay_out(line.owner, DESKTOP.body, box.width(), max_lines=2)
            top = box.y() + _TOP - 1
            start(painter, block, box.x(), top, self._theme.colours.ink, mirrored=mirrored)
        elif not line.dropped:
            at = QPointF(box.right() if mirrored else box.x(), box.y() + _TOP - 2)
            text = self._said.words.say(CHOOSE_OWNER)
            paint_missing(painter, at, text, self._theme, box.width(), mirrored=mirrored)

    def _paint_due(
        self, painter: QPainter, box: QRectF, line: ActionLine, *, mirrored: bool
    ) -> None:
        top = box.y() + _TOP - 1
        if line.due is None and line.dropped:
            return
        if line.due is None:
            at = QPointF(box.right() if mirrored else box.x(), box.y() + _TOP - 2)
            text = self._said.words.say(CHOOSE_DATE)
            paint_missing(painter, at, text, self._theme, box.width(), mirrored=mirrored)
            return
        day = painted.lay_out(self._said.due(line), DESKTOP.body, box.width(), max_lines=1)
        start(painter, day, box.x(), top, self._theme.colours.ink, mirrored=mirrored)
        late = self._said.late(line)
        if late:
            at = QPointF(box.right() if mirrored else box.x(), top + 22)
            paint_late(painter, at, late, self._theme, mirrored=mirrored)


def paint_origin(
    painter: QPainter,
    box: QRectF,
    line: ActionLine,
    said: Said,
    theme: DesktopTheme,
    *,
    with_workshop: bool,
    mirrored: bool,
) -> None:
    """Paint the shape, session and question that an action came from, and its workshop."""
    parts = [said.origin(line)]
    if with_workshop or not parts[0]:
        parts.append(line.workshop)
    text = "  ·  ".join(part for part in parts if part)
    left, room = box.x(), box.width()
    if line.theme is not None:
        x = box.right() - _SHAPE if mirrored else box.x()
        mark_of = Mark.HOLLOW if line.second else Mark.FILLED
        corner = QPointF(x, box.y() + (box.height() - _SHAPE) / 2)
        paint_shape_in(painter, line.theme, corner, _SHAPE, theme.of(line.theme), mark_of)
        room -= _SHAPE + _SHAPE_GAP
        left += 0 if mirrored else _SHAPE + _SHAPE_GAP
    block = painted.lay_out(text, DESKTOP.secondary, max(1.0, room), max_lines=1)
    start(painter, block, left, box.y(), theme.colours.ink3, mirrored=mirrored)


def paint_late(
    painter: QPainter, at: QPointF, text: str, theme: DesktopTheme, *, mirrored: bool
) -> None:
    """Paint the inverse chip that says how late an action is, beginning at `at`."""
    block = painted.line(text, DESKTOP.label)
    box = _chip(at, block.width, mirrored=mirrored)
    paint_box(painter, box, tokens.RADIUS_CHIP, theme.colours.ink)
    top = box.y() + (box.height() - block.height) / 2
    block.paint(painter, box.x() + _CHIP_PADDING, top, theme.colours.paper)


def missing_words(text: str, room: float) -> painted.Block:
    """The words of a dashed chip that has so much room, elided where they are longer."""
    return painted.lay_out(text, DESKTOP.label, max(1.0, room - 2 * _MISSING_PADDING), max_lines=1)


def paint_missing(
    painter: QPainter,
    at: QPointF,
    text: str,
    theme: DesktopTheme,
    room: float,
    *,
    mirrored: bool,
) -> None:
    """Paint the dashed chip of a value that is missing, beginning at `at`."""
    block = missing_words(text, room)
    wide = _chip(at, block.width + 2 * (_MISSING_PADDING - _CHIP_PADDING), mirrored=mirrored)
    box = QRectF(wide.x(), wide.y(), wide.width(), CONSOLE.chip)
    paint_box(painter, box, tokens.RADIUS_CHIP, None, theme.colours.edge, dashed=True)
    top = box.y() + (box.height() - block.height) / 2
    block.paint(painter, box.x() + _MISSING_PADDING, top, theme.colours.ink)


def start(
    painter: QPainter,
    block: painted.Block,
    x: float,
    y: float,
    colour: str,
    *,
    mirrored: bool,
) -> None:
    """Paint a text where its column begins, whatever direction its own letters have."""
    begins = Align.END if block.right_to_left is not mirrored else Align.START
    block.paint(painter, x, y, colour, begins)


def _chip(at: QPointF, text_width: float, *, mirrored: bool) -> QRectF:
    width = text_width + 2 * _CHIP_PADDING
    left = at.x() - width if mirrored else at.x()
    return QRectF(left, at.y(), width, CONSOLE.chip_in_table)
