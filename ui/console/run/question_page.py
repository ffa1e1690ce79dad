"""Question page: a question from Pose to Act, with what the facilitator needs beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayoutItem, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.ballot import Ballot
from ui.console.run.building import Sheet, column, scrolled
from ui.console.run.head import Head
from ui.console.run.notes import Notes
from ui.console.run.parking import Parking
from ui.console.run.photos import PhotoStrip
from ui.console.run.result import Result
from ui.console.run.tab_order import reveal
from ui.console.run.view_choice import ViewPicker
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.words import Words

_GAP = 24
_FOOT = 20


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
        self.views = ViewPicker(theme, words)
        self._item = QWidget()
        item = column(self._item, spacing=8)
        item.addWidget(self._heading)
        item.addWidget(self._lead)
        item.addSpacing(8)
        item.addWidget(self.views)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        self._whole = column(content, (x, y, x, _FOOT), 0)
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
        self._area = scrolled(content, words.say("Question"))
        column(self).addWidget(self._area)
        self.notes.unfolded.connect(self.parking.close_line)
        self.parking.unfolded.connect(self.notes.close_line)
        # Once what was unfolded has its place.
        self.notes.unfolded.connect(lambda: QTimer.singleShot(0, self, self._reveal_notes))
        self.parking.unfolded.connect(lambda: QTimer.singleShot(0, self, self._reveal_parking))

    def show_scene(self, scene: ConsoleScene, *, away: bool) -> None:
        """Show a step; `away` puts away what a room that sees the console may not read."""
        card = scene.question
        self.head.setVisible(card is not None)
        self._item.setVisible(card is None)
        self._heading.setText(scene.heading)
        self._lead.setText(scene.lead)
        self.views.show_choice(scene.views)
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
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Fold notes and parking lot where the window is low and they do not fit below the rest."""
        low = self.window().height() < CONSOLE.low_below
        cramped = low and self.notes.isVisibleTo(self) and self._needed() > self.height()
        self.parking.fold(low, whole=cramped)
        self.notes.fold(cramped)
        if cramped:
            fills = self.notes.line.isChecked()
            self._whole.setStretch(self._whole.indexOf(self.notes) + 1, 0 if fills else 1)

    def _needed(self) -> int:
        """The height in px of everything, with the notes at their least and the lot as a line."""
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        width = self.width() - 2 * x
        apart: tuple[QWidget, ...] = (self.notes, self.parking)
        items = [self._whole.itemAt(place) for place in range(self._whole.count())]
        rest = sum(_height(each, width) for each in items if each and each.widget() not in apart)
        return y + rest + self.notes.least + CONSOLE.control + _FOOT

    def _reveal_notes(self) -> None:
        reveal(self.notes)

    def _reveal_parking(self) -> None:
        reveal(self.parking)


def _height(item: QLayoutItem, width: int) -> int:
    """The least height of an item at this width in px; 0 where it is hidden."""
    if item.isEmpty() and item.spacerItem() is None:
        return 0
    if item.hasHeightForWidth():
        return item.minimumHeightForWidth(width)
    return item.minimumSize().height()
