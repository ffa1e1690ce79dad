"""Proposed: the actions that came from a question, each to be changed by a click."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import clear, column, row
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.console_scene import ProposedAction, QuestionCard
from workshop.words import Words

_LINES = 2


class Proposed(QWidget):
    """`chosen` carries the id of the action to change."""

    chosen = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._shown: tuple[object, ...] | None = None
        self._title = TextLabel(theme, "", DESKTOP.strong, elide=Qt.TextElideMode.ElideRight)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        head = row()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._lines = column()
        hint = words.say("Owner and date can wait. The read-back asks for what is missing.")
        whole = column(self, spacing=8)
        whole.addLayout(head)
        whole.addLayout(self._lines)
        whole.addWidget(TextLabel(theme, hint, DESKTOP.secondary, tone=Tone.INK2, wrap=True))

    def show_card(self, card: QuestionCard | None) -> None:
        """Show the actions of a question; hidden without one."""
        self.setVisible(card is not None)
        if card is None:
            return
        self._title.setText(self._words.say("Proposed from {short}", short=card.short))
        self._count.setText(card.proposed_count)
        self._count.updateGeometry()
        if card.proposed == self._shown:
            return
        self._shown = card.proposed
        clear(self._lines)
        for action in card.proposed:
            self._lines.addWidget(Hairline(self._theme))
            line = _Line(self._theme, action)
            line.clicked.connect(lambda _=False, action_id=action.id: self.chosen.emit(action_id))
            self._lines.addWidget(line)
        if card.proposed:
            self._lines.addWidget(Hairline(self._theme))


class _Line(QAbstractButton):
    """What in two lines at most, and who and when below."""

    def __init__(self, theme: DesktopTheme, action: ProposedAction) -> None:
        super().__init__()
        self._theme = theme
        self._action = action
        self.setAccessibleName(f"{action.what}, {action.beside}")
        self.setToolTip(action.what)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        what = painted.lay_out(self._action.what, DESKTOP.name, max(1, width), max_lines=_LINES)
        return round(what.height + DESKTOP.secondary.leading) + 3 + 2 * 10

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self.underMouse():
            paint_box(painter, QRectF(self.rect()), 0, colours.sunken)
        what = painted.lay_out(
            self._action.what, DESKTOP.name, self.width(), max_lines=_LINES, balanced=False
        )
        what.paint(painter, 0, 10, colours.ink)
        beside = painted.lay_out(self._action.beside, DESKTOP.secondary, self.width(), max_lines=1)
        beside.paint(painter, 0, 13 + what.height, colours.ink3)
