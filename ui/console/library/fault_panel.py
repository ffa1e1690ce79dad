"""Fault panel: why the library is not open, in one sentence, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui import icons
from ui.console.run.building import column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.text_label import TextLabel
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words


class FaultPanel(QWidget):
    """Says the fault and offers the ways out; `restore` only where there is a backup."""

    again = Signal()
    other = Signal()
    leave = Signal()
    restore = Signal()

    def __init__(
        self, theme: DesktopTheme, words: Words, sentence: str, *, has_backup: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self.sentence = sentence
        title = words.say("The library is not open")
        self.setAccessibleName(f"{title}. {sentence}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = column(self, (28, 24, 28, 24))
        head = row(spacing=10)
        self._sign = QLabel()
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(TextLabel(theme, title, DESKTOP.section_title, wrap=True), 1)
        whole.addLayout(head)
        whole.addSpacing(8)
        whole.addWidget(TextLabel(theme, sentence, DESKTOP.note, wrap=True))
        whole.addSpacing(20)
        ways = row(spacing=12)
        self.buttons: list[Button] = []
        if has_backup:
            self._offer(words.say("Put the newest backup in its place"), self.restore)
        self._offer(words.say("Try again"), self.again)
        self._offer(words.say("Choose another library…"), self.other)
        self._offer(words.say("Close"), self.leave)
        for each in self.buttons:
            ways.addWidget(each)
        ways.addStretch()
        whole.addLayout(ways)
        theme.changed.connect(self._draw_sign)
        self._draw_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        box = QRectF(self.rect())
        paint_box(QPainter(self), box, tokens.RADIUS_CARD, colours.surface, colours.edge)

    def _offer(self, text: str, signal: object) -> None:
        kind = Kind.SECONDARY if self.buttons else Kind.PRIMARY
        made = Button(self._theme, text, kind)
        made.clicked.connect(signal)
        self.buttons.append(made)

    def _draw_sign(self) -> None:
        ink, ratio = self._theme.colours.ink, self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("triangle-alert", ink, ratio=ratio))
