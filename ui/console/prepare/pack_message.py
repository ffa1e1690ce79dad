"""Pack message: what happened to a file that was to become a pack, or all that is to be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.widgets.button import Kind
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

_MOST = 176  # of height: a pack can have many faults
_PADDING = (16, 10, 8, 10)
_SIGN = 18

Choice = tuple[str, Callable[[], object]]


class PackMessage(QWidget):
    """A sunken box with a sentence or a list of faults, and what can be done; hidden at first."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._sign = IconLabel(theme, "check", size=_SIGN)
        self._text = TextLabel(theme, "", DESKTOP.body, wrap=True)
        sheet = Sheet()
        column(sheet).addWidget(self._text)
        self._area = scrolled(sheet, words.say("What happened to the pack"))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choices = row(spacing=4)
        whole = column(self, _PADDING, 4)
        line = row(spacing=10)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._area, 1)
        whole.addLayout(line)
        whole.addLayout(self._choices)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or nothing while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, choices: Sequence[Choice] = (), *, wrong: bool = False) -> None:
        """Say it until it is closed or something else is said; the first choice is to the left."""
        self._text.setText(text)
        self._sign.show_icon("triangle-alert" if wrong else "check")
        clear(self._choices)
        for name, do in (*choices, (self._words.say("Close"), self.close_it)):
            made = button(self._theme, name, do, Kind.QUIET)
            self._choices.addWidget(made)
        self._choices.addStretch()
        self._area.setAccessibleName(text)
        self.setAccessibleName(text)
        self.show()
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_it(self) -> None:
        """Take it away."""
        self.hide()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        sunken = self._theme.colours.sunken
        paint_box(QPainter(self), QRectF(self.rect()), tokens.RADIUS_CONTROL, sunken)

    def _fit(self) -> None:
        left, _, right, _ = _PADDING
        room = max(1, self.width() - left - right - _SIGN - 10)
        self._area.setFixedHeight(min(_MOST, self._text.heightForWidth(room) + 2))
