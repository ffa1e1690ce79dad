"""Fold line: the one line that a part of the question page becomes where the window is low."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.enter import is_enter
from ui.console.widgets.key_hint import key_hint_width, paint_key_hint
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_PADDING = 8
_GAP = 8


class FoldLine(QAbstractButton):
    """Icon and title at the left; count, key and chevron at the right. Checked = unfolded.

    A click or Enter turns it; so does Space where it was reached by Tab.
    """

    def __init__(self, theme: DesktopTheme, icon: str, title: str, key: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._key = key
        self._key_works = True
        self._count = ""
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Say what is folded away."""
        self.setText(title)
        self.setAccessibleName(title)
        self.update()

    def set_count(self, count: str) -> None:
        """Say how much is folded away, such as "2 parked"."""
        self._count = count
        self.setAccessibleDescription(count)
        self.update()

    def show_key(self, *, works: bool) -> None:
        """Show the key only while it works."""
        self._key_works = works
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, CONSOLE.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        lit = self.underMouse() or self.isDown()
        ground = colours.hairline if lit else colours.sunken
        paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, ground)
        middle = self.height() / 2
        icon_top = middle - CONSOLE.icon / 2
        right = float(self.width() - _PADDING - CONSOLE.icon)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, chevron, right, icon_top, colours.ink)
        if self._key_works:
            right -= _GAP + key_hint_width(self._key)
            top = middle - CONSOLE.key_hint / 2
            paint_key_hint(painter, right, top, self._key, self._theme, colours.ink2)
        if self._count:
            count = painted.line(self._count, DESKTOP.secondary)
            right -= _GAP + count.box
            count.paint(painter, right, middle - count.height / 2, colours.ink2)
        paint_icon(painter, self._icon, _PADDING, icon_top, colours.ink)
        left = _PADDING + CONSOLE.icon + _GAP
        title = painted.lay_out(self.text(), DESKTOP.strong, right - _GAP - left, max_lines=1)
        title.paint(painter, left, middle - title.height / 2, colours.ink)
