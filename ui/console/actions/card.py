"""Card: one action of the board as it is painted: its title, where it came from, owner and due."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.actions.listing import ActionList
from ui.console.actions.row import paint_late, paint_missing, paint_origin, start
from ui.console.actions.said import CHOOSE_DATE, CHOOSE_OWNER, Said
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionLine
from workshop.kinds import ActionStatus

_HEIGHT = 122
_BETWEEN = 10
_PADDING = 14
_TITLE = 2 * 20
_FOOT = 24
_GAP = 8

Index = QModelIndex | QPersistentModelIndex


class ActionCard(QStyledItemDelegate):
    """Paints the cards; `with_workshop` names each one's workshop too, where several are shown."""

    def __init__(self, theme: DesktopTheme, said: Said, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = said
        self.with_workshop = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HEIGHT + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ActionList)
        line = model.line(index.row())
        box = QRectF(option.rect).adjusted(1, 1, -1, 1 - _BETWEEN)
        colours = self._theme.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_box(
            painter,
            box,
            tokens.RADIUS_CARD,
            colours.surface,
            colours.ink if selected else colours.hairline,
            stroke=tokens.STROKE_SELECTED if selected else tokens.STROKE_HAIRLINE,
        )
        if line is not None:
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            inner = box.adjusted(_PADDING, _PADDING - 2, -_PADDING, -_PADDING)
            self._paint_line(painter, inner, line, mirrored=mirrored)

    def _paint_line(
        self, painter: QPainter, box: QRectF, line: ActionLine, *, mirrored: bool
    ) -> None:
        colours = self._theme.colours
        ink = colours.ink2 if line.status is ActionStatus.DONE else colours.ink
        room = max(1.0, box.width())
        what = painted.lay_out(line.what, DESKTOP.name, room, max_lines=2, balanced=False)
        start(painter, what, box.x(), box.y(), ink, mirrored=mirrored)
        origin = QRectF(box.x(), box.y() + _TITLE + 4, room, 18)
        paint_origin(
            painter,
            origin,
            line,
            self._said,
            self._theme,
            with_workshop=self.with_workshop,
            mirrored=mirrored,
        )
        foot = QRectF(box.x(), box.bottom() - _FOOT + 2, room, _FOOT)
        self._paint_foot(painter, foot, line, mirrored=mirrored)

    def _paint_foot(
        self, painter: QPainter, box: QRectF, line: ActionLine, *, mirrored: bool
    ) -> None:
        """The owner where reading begins, the date and how late it is at the other end."""
        colours, words = self._theme.colours, self._said.words
        late = self._said.late(line)
        due = late or self._said.due(line) or words.say(CHOOSE_DATE)
        block = painted.line(due, DESKTOP.label if late or line.due is None else DESKTOP.secondary)
        wide = block.width + (16 if line.due is None else 12 if late else 0)
        end = box.x() if mirrored else box.right() - wide
        at = QPointF(end + wide if mirrored else end, box.y() + (2 if late else 0))
        if line.due is None:
            paint_missing(painter, at, due, self._theme, wide + 1, mirrored=mirrored)
        elif late:
            paint_late(painter, at, late, self._theme, mirrored=mirrored)
        else:
            start(painter, block, end, box.y() + 3, colours.ink2, mirrored=mirrored)
        left = end + wide + _GAP if mirrored else box.x()
        room = max(1.0, box.width() - wide - _GAP)
        if line.owner:
            owner = painted.lay_out(line.owner, DESKTOP.secondary, room, max_lines=1)
            start(painter, owner, left, box.y() + 3, colours.ink2, mirrored=mirrored)
        else:
            corner = QPointF(box.right() if mirrored else left, box.y())
            text = words.say(CHOOSE_OWNER)
            paint_missing(painter, corner, text, self._theme, room, mirrored=mirrored)
