"""Navigation: the app's name, the screens there are, and where everything stays."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

_ROW = 36
_PADDING = 12
_NAME = tokens.Type(tokens.SANS, 16, 24, tokens.SEMIBOLD)
_QUIET = tokens.Type(tokens.SANS, 12, 18, tokens.MEDIUM)


class Navigation(QWidget):
    """The column at the left."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(CONSOLE.navigation)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 20, _PADDING + 1, 24)
        column.setSpacing(0)
        column.addWidget(_Line(theme, words.say("Flipchart"), "presentation", _NAME))
        column.addSpacing(20)
        here = _Line(theme, words.say("Workshops"), "chart-column", DESKTOP.strong, on=True)
        column.addWidget(here)
        column.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(_PADDING, 0, _PADDING, 0)
        offline = words.say("Works without internet. Everything stays on this laptop.")
        foot.addWidget(TextLabel(theme, offline, _QUIET, tone=Tone.INK2, wrap=True))
        column.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = self.width() - 1
        line = QRectF(right, 0, 1, self.height())
        paint_box(painter, line, 0, self._theme.colours.hairline)


class _Line(QWidget):
    """An icon and a name; `on` marks where the window is now."""

    def __init__(
        self, theme: DesktopTheme, name: str, icon: str, role: tokens.Type, *, on: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._icon = icon
        self._role = role
        self._on = on
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * _PADDING + tokens.ICON_SIZE, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self._on:
            box = QRectF(self.rect())
            paint_box(painter, box, tokens.RADIUS_CONTROL, colours.sunken)
        paint_icon(painter, self._icon, _PADDING, (_ROW - tokens.ICON_SIZE) / 2, colours.ink)
        left = _PADDING + tokens.ICON_SIZE + 10
        room = max(1, self.width() - left - _PADDING)
        block = painted.lay_out(self._name, self._role, room, max_lines=1)
        block.paint(painter, left, (_ROW - block.height) / 2, colours.ink)
