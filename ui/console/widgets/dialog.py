"""The dialog before a loss: says what is lost, and starts on the safe choice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_SHADOW_ROOM = tokens.SHADOW_BLUR + tokens.SHADOW_OFFSET


class LossDialog(QDialog):
    """Asks before votes are lost, or phones cut off, or something is deleted; never elsewhere.

    Accepted means that the loss was chosen. Esc is the safe choice.
    """

    def __init__(
        self,
        theme: DesktopTheme,
        title: str,
        body: str,
        *,
        safe: str,
        loss: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self.setAccessibleDescription(body)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        card = _Card(theme)
        self.safe = Button(theme, safe, Kind.SECONDARY)
        self.loss = Button(theme, loss, Kind.PRIMARY)
        self.safe.clicked.connect(self.reject)
        self.loss.clicked.connect(self.accept)
        self._lay_out(theme, card, title, body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SHADOW_ROOM, _SHADOW_ROOM, _SHADOW_ROOM, _SHADOW_ROOM)
        outer.addWidget(card)
        self.safe.setDefault(True)
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.safe.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, theme: DesktopTheme, card: QWidget, title: str, body: str) -> None:
        column = QVBoxLayout(card)
        padding = CONSOLE.dialog_padding
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, title, DESKTOP.section_title, wrap=True))
        column.addSpacing(8)
        column.addWidget(TextLabel(theme, body, tone=Tone.INK2, wrap=True))
        column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self.safe)
        row.addWidget(self.loss)
        column.addLayout(row)


class _Card(QWidget):
    """The surface of the dialog: the one thing in the app with a shadow."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(CONSOLE.dialog)
        colour = QColor(theme.colours.shadow)
        colour.setAlphaF(theme.colours.shadow_opacity)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(tokens.SHADOW_BLUR)
        shadow.setOffset(0, tokens.SHADOW_OFFSET)
        shadow.setColor(colour)
        self.setGraphicsEffect(shadow)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        box = QRectF(self.rect())
        painter = QPainter(self)
        paint_box(painter, box, tokens.RADIUS_CARD, colours.surface, colours.hairline)
