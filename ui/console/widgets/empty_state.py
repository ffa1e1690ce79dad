"""The empty state: what belongs here, how to fill it, and one button that does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.widgets.button import Button
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme


class EmptyState(QWidget):
    """A dashed box in place of a list that has nothing yet; `pressed` is its button."""

    pressed = Signal()

    def __init__(
        self, theme: DesktopTheme, title: str, sentence: str, action: str = "", key: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, title, DESKTOP.section_title, wrap=True))
        column.addSpacing(6)
        column.addWidget(TextLabel(theme, sentence, tone=Tone.INK2, wrap=True))
        self.button: Button | None = None
        if action:
            self.button = Button(theme, action, key=key)
            self.button.clicked.connect(self.pressed)
            row = QHBoxLayout()
            row.addWidget(self.button)
            row.addStretch()
            column.addSpacing(16)
            column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = self._theme.colours.edge
        box = QRectF(self.rect())
        paint_box(QPainter(self), box, tokens.RADIUS_CARD, None, edge, dashed=True)
