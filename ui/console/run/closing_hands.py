"""Closing hands: how worthwhile the day was, counted in the room and typed answer by answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP, MEDIUM, SANS, SEMIBOLD, Type
from ui.console.run.building import column, row
from ui.console.run.marks import IconMark
from ui.console.widgets.number_field import NumberField
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.item_staging import CLOSING_LABELS
from workshop.words import Words

_PITCH = 92
_PITCH_NARROW = 66
_NARROW = 560
_STEP = Type(SANS, 15, 20, SEMIBOLD)
_LABEL = Type(SANS, 12, 14)
_ERROR = Type(SANS, 13, 18, MEDIUM)
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ClosingHands(QWidget):
    """Five fields; `left` comes when one is left or Enter is pressed, with something changed."""

    left = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._present = 0
        self.changed = False
        self.fields: list[NumberField] = []
        self._columns: list[QWidget] = []
        self._count = TextLabel(theme, "", DESKTOP.figures, tone=Tone.INK2)
        self._error = TextLabel(theme, "", _ERROR, wrap=True)
        self._error_row = QWidget()
        line = row(self._error_row, (0, 8, 0, 0), 6)
        line.addWidget(IconMark(theme, "triangle-alert", 16))
        line.addWidget(self._error, 1)
        self._error_row.hide()
        answers = row(spacing=0)
        for answer, label in enumerate(CLOSING_LABELS, 1):
            answers.addWidget(self._made_column(theme, answer, words.say(label)))
        answers.addStretch()
        whole = column(self)
        whole.addLayout(answers)
        whole.addSpacing(8)
        whole.addWidget(self._count)
        whole.addWidget(self._error_row)

    def show_hands(self, counts: tuple[int, ...], present: int) -> None:
        """Show the hands that are kept, unless others are being typed; of so many present."""
        self._present = present
        if not self.changed:
            for field, count in zip(self.fields, counts, strict=True):
                if (field.count or 0) != count:
                    field.set_count(count or None)
            self.say_error("")
        self._say_count()

    def counts(self) -> dict[int, int]:
        """The hands as typed."""
        return {answer: field.count or 0 for answer, field in enumerate(self.fields, 1)}

    @property
    def error(self) -> str:
        """Why the hands could not be kept, or nothing."""
        return self._error.text()

    def say_error(self, sentence: str) -> None:
        """Say below the fields why they could not be kept; nothing where they could."""
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        for field in self.fields:
            field.editor.setAccessibleDescription(sentence)

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        pitch = _PITCH_NARROW if self.width() < _NARROW else _PITCH
        for each in self._columns:
            each.setFixedWidth(pitch)
        super().resizeEvent(event)

    def _made_column(self, theme: DesktopTheme, answer: int, label: str) -> QWidget:
        words = self._words
        field = NumberField(theme, words.say("{answer}: {label}", answer=answer, label=label))
        field.changed.connect(self._on_change)
        field.editor.editingFinished.connect(self._on_left)
        self.fields.append(field)
        place = QWidget()
        inner = column(place, spacing=2)
        number = TextLabel(theme, words.number(answer), _STEP, align=Align.CENTRE)
        below = TextLabel(theme, label, _LABEL, tone=Tone.INK3, wrap=True, align=Align.CENTRE)
        below.setFixedHeight(2 * round(_LABEL.leading))
        inner.addWidget(number, 0, _CENTRE)
        inner.addWidget(below)
        inner.addSpacing(4)
        inner.addWidget(field, 0, _CENTRE)
        place.setFixedWidth(_PITCH)
        self._columns.append(place)
        return place

    def _on_change(self) -> None:
        self.changed = True
        self._say_count()

    def _on_left(self) -> None:
        if self.changed:
            self.left.emit()

    def _say_count(self) -> None:
        hands = sum(field.count or 0 for field in self.fields)
        full = 0 < hands == self._present
        self._count.setText(self._words.say("{n} of {m} hands", n=hands, m=self._present))
        self._count.set_role(DESKTOP.figures_strong if full else DESKTOP.figures)
        self._count.set_tone(Tone.INK if full else Tone.INK2)
        self._count.updateGeometry()
