"""Differ: two positions side by side, and who finds out which of them holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import button, column, row
from ui.console.run.day_field import DayField
from ui.console.widgets.button import Kind
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.score_picker import ScorePicker
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS
from ui.theme import DesktopTheme
from workshop.console_scene import QuestionCard
from workshop.planning import Positions
from workshop.question_facts import OutcomeFacts
from workshop.words import Words

_BY = 124
_NARROW = 640  # below this width the positions stand one below the other
_LEAST = 340


class Differ(QWidget):
    """`changed` carries all the Positions whenever a field was left with another text."""

    changed = Signal(object)
    back = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._low: ScorePicker | None = None
        self._high: ScorePicker | None = None
        head = row()
        head.addWidget(TextLabel(theme, words.say("We agree to differ"), DESKTOP.section_title))
        head.addStretch()
        self.back_button = button(theme, words.say("Back to one score"), self.back.emit, Kind.QUIET)
        head.addWidget(self.back_button)
        self.low_text, self._low_side = self._side(words.say("First position, the lower one"))
        self.high_text, self._high_side = self._side(words.say("Second position"))
        self._sides = row(spacing=24)
        self._sides.addLayout(self._low_side, 1)
        self._sides.addLayout(self._high_side, 1)
        self.who = LineField(theme, words.say("Who finds out"))
        self.how = LineField(theme, words.say("How"))
        self.by = DayField(theme, words, words.say("By"), today)
        self.by.setFixedWidth(_BY)
        finds = row(spacing=12)
        finds.addWidget(self.who, 1)
        finds.addWidget(self.how, 1)
        finds.addWidget(self.by)
        self._counts = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        whole = column(self, spacing=10)
        whole.addLayout(head)
        whole.addLayout(self._sides)
        whole.addLayout(finds)
        whole.addWidget(self._counts)
        for field in (self.low_text, self.high_text):
            field.text_saved.connect(self._tell)
        for line in (self.who, self.how):
            line.text_saved.connect(self._tell)
        self.by.saved.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def show_outcome(self, card: QuestionCard, outcome: OutcomeFacts, *, fresh: bool) -> None:
        """Show both positions; a field that someone types in is left alone."""
        if fresh or self._low is None or self._high is None:
            self._low = self._picker(self._low, card, self._words.say("Lower score"))
            self._high = self._picker(self._high, card, self._words.say("Higher score"))
            self._low_side.insertWidget(1, self._low)
            self._high_side.insertWidget(1, self._high)
        _show(self._low, outcome.low)
        _show(self._high, outcome.high)
        areas = ((self.low_text, outcome.low_position), (self.high_text, outcome.high_position))
        for area, text in areas:
            if fresh or not (area.editor.hasFocus() or area.unkept):
                area.set_text(text)
        for line, text in ((self.who, outcome.finds_out), (self.how, outcome.finds_out_how)):
            if fresh or not (line.editor.hasFocus() or line.unkept):
                line.set_text(text)
        if fresh or not self.by.field.editor.hasFocus():
            self.by.set_day(outcome.finds_out_by)
        median = card.chart.median_text if card.chart else None
        self._counts.setText(
            self._words.say(
                "{session} counts the median of the vote, {median}, until then. The report "
                "prints both positions, lower score first.",
                session=card.session,
                median=median,
            )
            if median
            else ""
        )

    @property
    def fields(self) -> tuple[TextArea | LineField, ...]:
        """What is typed in here, but for the day."""
        return self.low_text, self.high_text, self.who, self.how

    def put_back(self) -> None:
        """The positions could not be kept: let them stand here, to be saved again."""
        for each in self.fields:
            each.put_back(each.text)

    def _side(self, name: str) -> tuple[TextArea, QVBoxLayout]:
        """A position: its name, the place of its score, its sentence."""
        area = TextArea(self._theme, "", height=84)
        area.editor.setAccessibleName(name)
        side = column(spacing=8)
        side.addWidget(TextLabel(self._theme, name, DESKTOP.label, tone=Tone.INK3))
        side.addWidget(area)
        return area, side

    def _picker(self, old: ScorePicker | None, card: QuestionCard, name: str) -> ScorePicker:
        if old is not None:
            old.hide()
            old.deleteLater()
        picker = ScorePicker(self._theme, self._words, name, len(card.labels))
        picker.setProperty(OWNS_KEYS, True)
        picker.chosen.connect(self._tell)
        return picker

    def _tell(self) -> None:
        self.changed.emit(
            Positions(
                low=self._low.score if self._low else None,
                low_position=self.low_text.text,
                high=self._high.score if self._high else None,
                high_position=self.high_text.text,
                finds_out=self.who.text,
                finds_out_how=self.how.text,
                finds_out_by=self.by.day,
            )
        )


def _show(picker: ScorePicker, score: float | None) -> None:
    if score is not None and score != picker.score:
        blocked = picker.blockSignals(True)
        picker.choose(score)
        picker.blockSignals(blocked)
