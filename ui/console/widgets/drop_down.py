"""The drop-down: one of many, in a list that opens below the button that names the choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from shiboken6 import isValid

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.choice_list import ChoiceList
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.painters.text import Align
from ui.theme import DesktopTheme

_PADDING = 15  # with the edge
_GAP = 8
_CHEVRON = 16
_LEAST = 96
_BELOW = 4  # between button and list
_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up)


class DropDown(QAbstractButton):
    """Choose one of `texts`; `chosen` carries its index when the user took another one.

    Space, Enter and Down open the list; there arrows move, letters search, Enter or Space choose
    and Esc leaves all as it was. `most` is a width beyond which the text is elided, whole in the
    tooltip.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: DesktopTheme,
        name: str,
        texts: Sequence[str],
        current: int = 0,
        *,
        most: int = 320,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: tuple[str, ...] = ()
        self._current = -1
        self._most = most
        self._list: ChoiceList | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.open)
        self.set_texts(texts, current)

    @property
    def current(self) -> int:
        """The index of the choice; -1 where there is nothing to choose from."""
        return self._current

    @property
    def texts(self) -> tuple[str, ...]:
        """All that can be chosen."""
        return self._texts

    @property
    def list(self) -> ChoiceList | None:
        """The open list, or None."""
        shown = self._list is not None and isValid(self._list) and self._list.isVisible()
        return self._list if shown else None

    def set_texts(self, texts: Sequence[str], current: int = 0) -> None:
        """Offer other texts; this emits nothing, and an open list closes."""
        if self.list is not None:
            self.list.close()
        self._texts = tuple(texts)
        self._current = -1
        self.setEnabled(bool(self._texts))
        self.set_current(min(current, len(self._texts) - 1))
        self.updateGeometry()

    def set_current(self, index: int) -> None:
        """Show another choice; this emits nothing. Raises IndexError where there is none."""
        if not -1 <= index < len(self._texts):
            raise IndexError(index)
        self._current = index
        text = self._texts[index] if index >= 0 else ""
        self.setText(text)
        self.setAccessibleDescription(text)
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def open(self) -> None:
        """Open the list at the choice."""
        if self.list is not None or not self._texts:
            return
        made = ChoiceList(self._theme, self.accessibleName(), self._texts, self._current, self)
        made.taken.connect(self._take)
        self._list = made
        made.place(QRect(self.mapToGlobal(QPoint(0, 0)), self.size()), _BELOW)
        made.show()
        made.view.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    def sizeHint(self) -> QSize:
        width = round(painted.advance(self.text(), DESKTOP.button)) + 1
        return QSize(min(self._most, width + _GAP + _CHEVRON + 2 * _PADDING), CONSOLE.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), CONSOLE.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING or is_enter(event):
            self.open()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.list is not None:
            self.list.close()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._tell_whole()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        lit = self.isEnabled() and (self.underMouse() or self.isDown() or self.list is not None)
        fill = colours.sunken if lit else colours.surface
        edge = colours.edge if self.isEnabled() else colours.hairline
        ink = colours.ink if self.isEnabled() else colours.ink3
        paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, fill, edge)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        block = painted.lay_out(self.text(), DESKTOP.button, self._room(), max_lines=1)
        left = self.width() - _PADDING - self._room() if mirrored else _PADDING
        ends = block.right_to_left is not mirrored
        top = (self.height() - block.height) / 2
        block.paint(painter, left, top, ink, Align.END if ends else Align.START)
        chevron = _PADDING if mirrored else self.width() - _PADDING - _CHEVRON
        paint_icon(painter, "chevron-down", chevron, (self.height() - _CHEVRON) / 2, ink, _CHEVRON)

    def _take(self, index: int) -> None:
        if index == self._current:
            return
        self.set_current(index)
        self.chosen.emit(index)

    def _room(self) -> float:
        return max(1.0, self.width() - 2 * _PADDING - _GAP - _CHEVRON)

    def _tell_whole(self) -> None:
        cut = painted.advance(self.text(), DESKTOP.button) > self._room()
        self.setToolTip(self.text() if cut else "")
