"""Framework card: which framework a workshop starts from, and which sources that names."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from frameworks.model import Framework
from ui.console.run.building import clear, column
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.creation import OPENING_MINUTES, READ_BACK_MINUTES
from workshop.words import Words


class FrameworkCard(QWidget):
    """Title, sessions and sources of a framework, and how many seats were typed so far."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        whole = column(self, (24, 20, 24, 20))
        whole.addWidget(TextLabel(theme, words.say("Framework"), DESKTOP.label, tone=Tone.INK3))
        whole.addSpacing(4)
        self._about = column()
        whole.addLayout(self._about)
        whole.addSpacing(12)
        whole.addWidget(Hairline(theme))
        whole.addSpacing(12)
        self._seats = TextLabel(theme, "", DESKTOP.name, wrap=True)
        whole.addWidget(self._seats)
        self.show_seats(0)
        self._say(words.say("Reading the framework…"), Tone.INK2)

    def show_framework(self, framework: Framework) -> None:
        """Name the framework with its sources."""
        words = self._words
        clear(self._about)
        title = TextLabel(self._theme, framework.title, DESKTOP.section_title, wrap=True)
        self._about.addWidget(title)
        self._about.addSpacing(4)
        self._say(_extent(framework, words), Tone.INK2)
        self._about.addSpacing(12)
        heading = TextLabel(self._theme, words.say("Sources"), DESKTOP.label, tone=Tone.INK3)
        self._about.addWidget(heading)
        for source in framework.sources:
            self._about.addSpacing(4)
            year = f", {source.year}" if source.year else ""
            self._say(f"{source.title}, {source.author}{year}", Tone.INK2)
        self.setAccessibleName(framework.title)

    def show_refusal(self, sentence: str) -> None:
        """Say why the framework cannot be read, fault by fault."""
        clear(self._about)
        self._say(sentence, Tone.INK)
        self.setAccessibleName(sentence)

    def show_seats(self, seats: int) -> None:
        """Say how many seats all teams have together."""
        words = self._words
        text = words.count("{n} seat so far", "{n} seats so far", seats)
        self._seats.setText(text if seats else words.say("No seats yet"))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        box = QRectF(self.rect())
        paint_box(QPainter(self), box, tokens.RADIUS_CARD, colours.surface, colours.hairline)

    def _say(self, text: str, tone: Tone) -> None:
        self._about.addWidget(TextLabel(self._theme, text, DESKTOP.secondary, tone=tone, wrap=True))


def _extent(framework: Framework, words: Words) -> str:
    """How many sessions and questions, and how long the day is."""
    questions = sum(
        len(activity.questions) for session in framework.sessions for activity in session.activities
    )
    minutes = sum(session.minutes for session in framework.sessions)
    minutes += OPENING_MINUTES + READ_BACK_MINUTES
    sessions = words.count("{n} session", "{n} sessions", len(framework.sessions))
    asked = words.count("{n} question", "{n} questions", questions)
    length = words.say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
    return f"{sessions}, {asked}, {length}"
