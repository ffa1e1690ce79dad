"""Row tool: a small button in the margin of a row, seen while the row is in use."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE
from ui.console.widgets.button import Button, Kind
from ui.icons import paint_icon
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_ICON = 16


class RowTool(Button):
    """Painted only while its row is under the mouse or has the focus; Tab reaches it always."""

    def __init__(self, theme: DesktopTheme, icon: str, row: QWidget) -> None:
        super().__init__(theme, "", Kind.QUIET, icon=icon)
        self._colours_of = theme
        self._shown = icon
        self._row = row
        self.setFixedSize(CONSOLE.control_small, CONSOLE.control_small)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def call(self, name: str) -> None:
        """Say what it does, to screen readers and under the mouse."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._shown = icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(CONSOLE.control_small, CONSOLE.control_small)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._row.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._row.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        focus = QApplication.focusWidget()
        in_use = focus is not None and self._row.isAncestorOf(focus)
        if not (in_use or self._row.underMouse()):
            return
        painter, colours = QPainter(self), self._colours_of.colours
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = colours.hairline if self.isDown() else colours.sunken
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, fill)
        at = (self.width() - _ICON) / 2
        ink = colours.ink2 if self.isEnabled() else colours.ink3
        paint_icon(painter, self._shown, at, at, ink, _ICON)
