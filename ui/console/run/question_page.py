"""Question page: a question from Pose to Act, with what the facilitator needs beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.ballot import Ballot
from ui.console.run.building import Sheet, column, scrolled
from ui.console.run.head import Head
from ui.console.run.notes import Notes
from ui.console.run.parking import Parking
from ui.console.run.photos import PhotoStrip
from ui.console.run.result import Result
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.words import Words

_GAP = 24


class QuestionPage(QWidget):
    """Also the page of the items without a question, where heading and lead fill the head."""

    def __init__(self, theme: DesktopTheme, words: Words, now: Callable[[], int]) -> None:
        super().__init__()
        self.head = Head(theme, words)
        self._heading = TextLabel(theme, "", DESKTOP.screen_title, wrap=True, balanced=True)
        self._lead = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self.ballot = Ballot(theme, words, now)
        self.result = Result(theme, words, outcome=True)
        self.notes = Notes(theme, words)
        self.photos = PhotoStrip(theme, words)
        self.parking = Parking(theme, words)
        self._item = QWidget()
        item = column(self._item, spacing=8)
        item.addWidget(self._heading)
        item.addWidget(self._lead)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        self._whole = column(content, (x, y, x, 20), 0)
        self._whole.addWidget(self.head)
        self._whole.addWidget(self._item)
        self._whole.addSpacing(_GAP)
        self._whole.addWidget(self.ballot)
        self._whole.addWidget(self.result)
        self._whole.addSpacing(_GAP)
        self._whole.addWidget(self.notes, 1)
        self._whole.addStretch(0)
        self._whole.addSpacing(_GAP)
        self._whole.addWidget(self.photos)
        self._whole.addWidget(self.parking)
        column(self).addWidget(scrolled(content, words.say("Question")))

    def show_scene(self, scene: ConsoleScene, *, away: bool) -> None:
        """Show a step; `away` puts away what a room that sees the console may not read."""
        card = scene.question
        self.head.setVisible(card is not None)
        self._item.setVisible(card is None)
        self._heading.setText(scene.heading)
        self._lead.setText(scene.lead)
        self.head.show_scene(scene)
        self.ballot.show_scene(scene)
        revealed = card is not None and card.chart is not None
        if card is not None:
            self.result.show_card(card)
        self.result.setVisible(revealed and scene.round_id is None)
        self.notes.setVisible(card is not None)
        self.notes.show_card(card, away=away)
        notes_fill = card is not None and not away
        self._whole.setStretch(self._whole.indexOf(self.notes) + 1, 0 if notes_fill else 1)
        self.parking.show_scene(scene, away=away)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.parking.fold(self.window().height() < CONSOLE.low_below)
        super().resizeEvent(event)
