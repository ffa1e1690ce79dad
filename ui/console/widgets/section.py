"""Headings and separators: a title with an ink rule below it, and hairlines."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_line
from ui.theme import DesktopTheme


class Hairline(QWidget):
    """A separator one pixel thin; `strong` draws it in ink, as below the head of a table."""

    def __init__(
        self,
        theme: DesktopTheme,
        *,
        vertical: bool = False,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vertical = vertical
        self._strong = strong
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else grows, grows if vertical else fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        colour = colours.ink if self._strong else colours.hairline
        end = (0, self.height()) if self._vertical else (self.width(), 0)
        painter = QPainter(self)
        paint_line(painter, QLineF(0, 0, *end), colour, tokens.STROKE_HAIRLINE)


class SectionTitle(QWidget):
    """The title of a part of the screen, what is to be said beside it, and an ink rule."""

    def __init__(
        self, theme: DesktopTheme, title: str, aside: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = TextLabel(theme, title, DESKTOP.group_title)
        self.aside = TextLabel(theme, aside, DESKTOP.secondary, tone=Tone.INK3)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addStretch()
        row.addWidget(self.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(Hairline(theme, strong=True))
