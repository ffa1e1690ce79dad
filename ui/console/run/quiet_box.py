"""Quiet box: a sunken note with an icon, for what the facilitator should know and need not do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from ui.console.run.building import column, row
from ui.console.run.marks import IconMark
from ui.console.widgets.text_label import TextLabel
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme


class QuietBox(QWidget):
    """`texts` stand below each other, beside the icon."""

    def __init__(self, theme: DesktopTheme, icon: str, *texts: TextLabel) -> None:
        super().__init__()
        self._theme = theme
        line = row(self, (16, 12, 16, 12), 10)
        line.addWidget(IconMark(theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=2)
        for text in texts:
            said.addWidget(text)
        line.addLayout(said, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        sunken = self._theme.colours.sunken
        paint_box(QPainter(self), QRectF(self.rect()), tokens.RADIUS_CONTROL, sunken)
