"""Ballot: how many votes are in and how long there is, in large numerals over one bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import column, row
from ui.console.widgets.stat import Progress, Stat
from ui.painters.timer import timer_text
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.facts import TimerFace
from workshop.kinds import Step
from workshop.words import Words

_SECOND_MS = 1000
_NARROW = 480  # below this width the timer stands without its words
_LEAST = 320


class Ballot(QWidget):
    """Votes in at the left, the timer at the right; `now` gives ms since 1970.

    The timer's text changes by itself, at the same moments as on the wall.
    """

    def __init__(self, theme: DesktopTheme, words: Words, now: Callable[[], int]) -> None:
        super().__init__()
        self._words = words
        self._now = now
        self._timer_face: TimerFace | None = None
        self._caption = ""
        self._votes = Stat(theme, "", "")
        self._left = Stat(theme, "", "", DESKTOP.timer, unit_first=True)
        self._bar = Progress(theme, words.say("Votes in"))
        self._line = row()
        self._line.addWidget(self._votes)
        self._line.addStretch()
        self._line.addWidget(self._left)
        whole = column(self, spacing=14)
        whole.addLayout(self._line)
        whole.addWidget(self._bar)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self._show_time)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the counts, and the timer where one runs."""
        counting = scene.round_id is not None or scene.step is Step.VOTE
        self._votes.setVisible(counting)
        self._bar.setVisible(counting)
        self._votes.say(scene.votes, scene.votes_unit)
        self._bar.set_part(scene.votes_fraction)
        self._timer_face = scene.timer
        self._left.setVisible(scene.timer is not None)
        self._caption = scene.timer_caption
        self._show_time()
        self.setVisible(counting or scene.timer is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_time()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def _show_time(self) -> None:
        face = self._timer_face
        if face is None:
            self._tick.stop()
            return
        left_ms = face.left_ms(self._now())
        seconds = -(-left_ms // _SECOND_MS)
        caption = self._caption if seconds >= 0 else self._words.say("over the time")
        if self.width() < _NARROW:
            caption = ""
        alarm = 0 <= seconds < tokens.TIMER_ALARM_S
        self._left.say(timer_text(seconds), caption, alarm=alarm, quiet=seconds < 0)
        both = self._votes.sizeHint().width() + self._left.sizeHint().width()
        both += 2 * self._line.spacing()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if both <= self.width() else down)
        if face.paused_at is None:
            self._tick.start(left_ms % _SECOND_MS or _SECOND_MS)
