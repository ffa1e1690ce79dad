"""Tally rows: the answers' heads, and a team's row of fields with its sum while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP, SANS, SEMIBOLD, Type
from ui.console.run.building import column, row
from ui.console.widgets.number_field import NumberField
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.console_scene import QuestionCard, TallyRow
from workshop.words import Words

_PITCH = 68
_DONT_KNOW = 76
_COUNT = 76
_BOTTOM = Qt.AlignmentFlag.AlignBottom
_STEP = Type(SANS, 15, 20, SEMIBOLD)
_LABEL = Type(SANS, 12, 14)


class TallyHeads(QWidget):
    """The answers' numbers and labels above their columns."""

    def __init__(
        self, theme: DesktopTheme, words: Words, card: QuestionCard, *, narrow: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        wide = pitch(card, narrow=narrow)
        named = len(card.labels) <= 5 and not narrow
        numbers, labels = row(spacing=0), row(spacing=0)
        if not narrow:
            numbers.addWidget(self._caption(words.say("Hands")), 0, _BOTTOM)
            numbers.addStretch(1)
            labels.addStretch(1)
        for step, label in enumerate(card.labels, 1):
            number = TextLabel(theme, words.number(step), _STEP, align=Align.CENTRE)
            number.setFixedWidth(wide)
            numbers.addWidget(number, 0, _BOTTOM)
            if named:
                below = TextLabel(
                    theme, label, _LABEL, tone=Tone.INK3, wrap=True, align=Align.CENTRE
                )
                below.setFixedWidth(wide)
                labels.addWidget(below, 0, Qt.AlignmentFlag.AlignTop)
        if card.dont_know:
            dont_know = self._caption(words.say("Don’t know"), Align.CENTRE, wrap=narrow)
            dont_know.setFixedWidth(wide if narrow else _DONT_KNOW)
            numbers.addWidget(dont_know, 0, _BOTTOM)
        if narrow:
            numbers.addStretch(1)
        else:
            counted = self._caption(words.say("Counted"), Align.END)
            counted.setFixedWidth(_COUNT)
            numbers.addWidget(counted, 0, _BOTTOM)
            labels.addSpacing(_COUNT + (_DONT_KNOW if card.dont_know else 0))
        whole = column(self, spacing=6)
        whole.addLayout(numbers)
        whole.addWidget(Hairline(theme, strong=True))
        if named:
            whole.addLayout(labels)

    def _caption(self, text: str, align: Align = Align.START, *, wrap: bool = False) -> TextLabel:
        return TextLabel(self._theme, text, DESKTOP.label, tone=Tone.INK3, align=align, wrap=wrap)


class Draft(NamedTuple):
    """What stands in a row: the fields' texts, their sum, and which field has the cursor."""

    texts: tuple[str, ...]
    typed: int
    changed: bool
    error: str
    cursor: int | None


class TallyLine(QWidget):
    """A team's fields; `changed` once one was typed in since it was last handed over."""

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        card: QuestionCard,
        line: TallyRow,
        *,
        narrow: bool,
    ) -> None:
        super().__init__()
        self.line = line
        self.changed = False
        self._words = words
        self._typed = 0
        self._veiled = True
        self._name = TextLabel(theme, line.name, DESKTOP.name, elide=Qt.TextElideMode.ElideMiddle)
        self._others = TextLabel(
            theme, "", DESKTOP.secondary, tone=Tone.INK3, elide=Qt.TextElideMode.ElideRight
        )
        self._count = TextLabel(theme, "", DESKTOP.figures, tone=Tone.INK2, align=Align.END)
        self._off = TextLabel(theme, "", DESKTOP.label, tone=Tone.INK2, align=Align.END)
        self._error = TextLabel(theme, "", DESKTOP.strong, wrap=True)
        self._error.hide()
        self._answers = [*range(1, len(card.labels) + 1), *([0] if card.dont_know else [])]
        self.fields = [self._field(theme, card, answer) for answer in self._answers]
        whole = column(self, (0, 12, 0, 0), 6)
        self._lay_out(whole, card, narrow=narrow)
        whole.addWidget(self._error)
        whole.addWidget(Hairline(theme))

    def _field(self, theme: DesktopTheme, card: QuestionCard, answer: int) -> NumberField:
        say, team = self._words.say, self.line.name
        said = card.labels[answer - 1] if answer else say("Don’t know")
        name = say("{team}, {answer}: {label}", team=team, answer=answer, label=said)
        field = NumberField(theme, name, quiet=answer == 0)
        field.changed.connect(self._on_change)
        return field

    def _lay_out(self, whole: QVBoxLayout, card: QuestionCard, *, narrow: bool) -> None:
        """Names, fields and sum in a line; where it is narrow the fields go below."""
        names = column()
        names.addWidget(self._name)
        names.addWidget(self._others)
        above = row(spacing=0)
        above.addLayout(names, 1)
        inner = row(spacing=0) if narrow else above
        for answer, field in zip(self._answers, self.fields, strict=True):
            place = QWidget()
            row(place, spacing=0).addWidget(field)
            wide = _DONT_KNOW if not answer and not narrow else pitch(card, narrow=narrow)
            place.setFixedWidth(wide)
            place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            inner.addWidget(place)
        sums = QWidget()
        if narrow:
            inner.addStretch(1)
            beside = row(sums, (12, 0, 0, 0))  # a name may reach to here from the right
            beside.addWidget(self._off)
            beside.addWidget(self._count)
        else:
            sums.setFixedWidth(_COUNT)
            below = column(sums)
            below.addWidget(self._count)
            below.addWidget(self._off)
        above.addWidget(sums)
        whole.addLayout(above)
        if narrow:
            whole.addLayout(inner)

    def show_row(self, line: TallyRow) -> None:
        self.line = line
        self._name.setText(line.name)
        self._others.setText(line.others)
        self._others.setVisible(bool(line.others))
        self._say_sum()

    def put(self, counts: Mapping[int, int]) -> None:
        if not self.changed:
            for answer, field in zip(self._answers, self.fields, strict=True):
                field.set_count(counts.get(answer))

    def counts(self) -> dict[int, int]:
        """The row as typed, and from now on unchanged."""
        pairs = zip(self._answers, self.fields, strict=True)
        counts = {answer: field.count for answer, field in pairs if field.count}
        self.changed = False
        return counts

    def veil(self, veiled: bool) -> None:
        self._veiled = veiled
        for field in self.fields:
            field.set_veiled(veiled)
        self._say_sum()

    @property
    def draft(self) -> Draft:
        """What stands in the fields, kept or not."""
        texts = tuple(field.editor.text() for field in self.fields)
        here = [field.editor.hasFocus() for field in self.fields]
        return Draft(
            texts, self._typed, self.changed, self.error, here.index(True) if any(here) else None
        )

    def put_back(self, draft: Draft) -> None:
        """Show what stood in the fields of the same row before it was laid out anew."""
        for field, text in zip(self.fields, draft.texts, strict=True):
            field.editor.setText(text)
        self._typed, self.changed = draft.typed, draft.changed
        self.say_error(draft.error)

    @property
    def count_said(self) -> str:
        """How many hands of how many it says."""
        return self._count.text()

    @property
    def off_said(self) -> str:
        """How many are missing or too many, where it says that."""
        return "" if self._off.isHidden() else self._off.text()

    @property
    def error(self) -> str:
        return self._error.text()

    def say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        if sentence:
            self.changed = True  # it is not kept, so it is handed over again
        self._say_sum()

    def _on_change(self) -> None:
        self.changed = True
        self._typed = sum(field.count or 0 for field in self.fields)
        self._say_sum()

    def _say_sum(self) -> None:
        """How many hands of how many; while one types, also how many are too few or too many."""
        words, most = self._words, self.line.most
        counted = self._typed if self.changed else self.line.counted
        text = words.say("{n} of {m}", n=counted, m=most) if self.changed else self.line.count
        full = 0 < most == counted
        self._count.setText(text)
        self._count.set_tone(Tone.INK2 if counted < most else Tone.INK)
        self._count.set_role(DESKTOP.figures_strong if full else DESKTOP.figures)
        over = counted - most
        if over > 0:
            self._off.setText(words.count("{n} too many", "{n} too many", over))
        else:
            self._off.setText(words.count("{n} still out", "{n} still out", -over))
        self._off.set_tone(Tone.INK if over > 0 else Tone.INK2)
        self._off.setVisible(over > 0 or (over < 0 and not self._veiled))


def pitch(card: QuestionCard, *, narrow: bool) -> int:
    """The columns' distance: closer where a scale is long or the window narrow."""
    return _PITCH if len(card.labels) <= 5 and not narrow else CONSOLE.tally_field + 4
