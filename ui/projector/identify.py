"""Identify: a big number and the screen's name on every screen, to tell them apart."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import Align, lay_out, line
from ui.projector.scenes.parts import SPAN
from workshop.words import Words


class ScreenNumber(QWidget):
    """Fills `screen` with its number (the first is 1) and its name."""

    def __init__(self, number: int, screen: QScreen, look: Look, words: Words) -> None:
        super().__init__()
        self._number = words.number(number)
        self._name = screen.name()
        self._look = look
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words.say("Screen {number}: {name}", number=number, name=self._name))
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, sizes = self._look.palette, tokens.PROJECTOR
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.paper))
        scale = min(self.width() / tokens.PROJECTOR_WIDTH, self.height() / tokens.PROJECTOR_HEIGHT)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        number = line(self._number, sizes.break_time)
        name = lay_out(self._name, sizes.break_heading, SPAN, max_lines=1)
        top = -(number.height + name.height) / 2
        number.paint(painter, -number.box / 2, top, palette.ink, Align.CENTRE)
        name.paint(painter, -SPAN / 2, top + number.height, palette.ink2, Align.CENTRE)
        frame = QRectF(self.rect())
        painter.resetTransform()
        painter.setPen(QColor(palette.ink))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        painter.end()
