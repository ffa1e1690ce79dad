"""Tally: hands counted in the room, typed answer by answer, by team or for the whole room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP, SANS, SEMIBOLD, Type
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.head import Head
from ui.console.run.marks import IconMark
from ui.console.run.saving import keep_each
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.number_field import NumberField
from ui.console.widgets.section import Hairline
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS, Intent, key_of
from ui.painters.text import Align
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, QuestionCard, TallyRow
from workshop.practice import PRACTICE_ROUND
from workshop.words import Words

_NAME = 132
_PITCH = 68
_DONT_KNOW = 76
_COUNT = 76
_NARROW = 600  # below this width a row is two lines: names, then fields
_BOTTOM = Qt.AlignmentFlag.AlignBottom
_STEP = Type(SANS, 15, 20, SEMIBOLD)
_LABEL = Type(SANS, 12, 14)


class Tally(QWidget):
    """`left_row` carries round, group and counts of a row that was left changed; `closed` is Esc.

    Only the row with the cursor shows its numbers; it asks for them by `wanted` (round, group).
    """

    left_row = Signal(str, str, object)
    wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._structure: tuple[object, ...] = ()
        self._round_id = ""
        self._rows: list[_Row] = []
        self._here: _Row | None = None
        self._scene: ConsoleScene | None = None
        self.head = Head(theme, words, small=True)
        self.segments = Segmented(
            theme, words.say("Count hands"), [words.say("By team"), words.say("Whole room")]
        )
        self.segments.setProperty(OWNS_KEYS, True)
        self.segments.chosen.connect(self._rebuild)
        self._state = TextLabel(
            theme, "", DESKTOP.secondary, tone=Tone.INK2, elide=Qt.TextElideMode.ElideRight
        )
        self._list = Sheet()
        self._lines = column(self._list)
        self._put_together()

    @property
    def round_id(self) -> str:
        """The round whose hands are counted here."""
        return self._round_id

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the rows' counts; the numbers that are being typed are left alone."""
        self._scene = scene
        card = scene.question
        if card is None or scene.round_id is None:
            return
        self.head.show_scene(scene)
        narrow = self.width() < _NARROW
        self._state.setVisible(not narrow)  # the right column says it too
        structure = (card.id, scene.round_id, self.segments.current, len(scene.tally), narrow)
        if structure != self._structure:
            self._structure = structure
            self._round_id = scene.round_id
            self._build(scene, card)
        for widget, line in zip(self._rows, self._wanted_rows(scene), strict=True):
            widget.show_row(line)
        still = sum(team.expected - team.voted for team in scene.teams)
        unit = self._words.count("{n} still out", "{n} still out", max(0, still))
        self._state.setText(f"{scene.votes} {scene.votes_unit}, {unit}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and self._scene is not None:
            self.show_scene(self._scene)

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        if self._rows:
            self._rows[0].fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, group: str, counts: Mapping[int, int]) -> None:
        """Put in the numbers of the row that asked for them."""
        for each in self._rows:
            if each.line.group == group:
                each.put(counts)

    def say_refusal(self, group: str, sentence: str) -> None:
        """Say below a row why it could not be taken; nothing where it could."""
        for each in self._rows:
            if each.line.group == group:
                each.say_error(sentence)

    @property
    def error(self) -> str:
        """Why a row could not be kept, or nothing."""
        return next((each.error for each in self._rows if each.error), "")

    def save(self) -> bool:
        """Hand over what was typed and is not kept yet; False where a row had a fault."""
        return keep_each(*(partial(self._hand_over, each) for each in self._rows))

    def keep_trying(self, group: str) -> None:
        """A row could not be kept: it is handed over again at the next occasion."""
        for each in self._rows:
            if each.line.group == group:
                each.changed = True

    def _put_together(self) -> None:
        words, theme = self._words, self._theme
        head = row(spacing=12)
        head.addWidget(IconMark(theme, "hand"))
        head.addWidget(TextLabel(theme, words.say("Count hands"), DESKTOP.strong))
        head.addWidget(self.segments)
        head.addStretch()
        head.addWidget(self._state)
        self._hints = QWidget()
        hint_row = row(self._hints, spacing=8)
        foot = row(spacing=8)
        foot.addWidget(self._hints)
        hints = (
            (words.say("Tab"), words.say("next answer")),
            ("0", ""),
            ("9", words.say("hands")),
            (words.say("Backspace"), words.say("correct")),
        )
        for key, does in hints:
            hint_row.addWidget(KeyHint(theme, key))
            text = does or words.say("to")
            hint_row.addWidget(TextLabel(theme, text, DESKTOP.secondary, tone=Tone.INK2))
        foot.addStretch()
        close = button(
            theme,
            words.say("Put the tally away"),
            self.closed.emit,
            key=words.say(key_of(Intent.LEAVE)),
        )
        foot.addWidget(close)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, 0))
        whole.addWidget(self.head)
        whole.addSpacing(16)
        whole.addLayout(head)
        whole.addSpacing(10)
        whole.addWidget(self._list)
        whole.addSpacing(14)
        note = words.say(
            "Only the row you are in shows its numbers. Say each answer aloud, from 1 up, and "
            "type the hands. The room sees how many votes are in."
        )
        whole.addWidget(TextLabel(theme, note, DESKTOP.secondary, tone=Tone.INK2, wrap=True))
        whole.addStretch()
        outer = column(self)
        outer.addWidget(scrolled(content, words.say("Count hands")), 1)
        bar = QWidget()
        bar.setLayout(foot)
        foot.setContentsMargins(x, 10, x, 20)
        outer.addWidget(bar)

    def _wanted_rows(self, scene: ConsoleScene) -> tuple[TallyRow, ...]:
        if self.segments.current == 0:
            return scene.tally
        return (scene.whole_room,) if scene.whole_room is not None else ()

    def _rebuild(self) -> None:
        self.save()
        if self._scene is not None:
            self.show_scene(self._scene)

    def _build(self, scene: ConsoleScene, card: QuestionCard) -> None:
        clear(self._lines)
        self._rows, self._here = [], None
        practice = scene.round_id == PRACTICE_ROUND
        narrow = self.width() < _NARROW
        self._hints.setVisible(not narrow)
        heads = _Heads(self._theme, self._words, card, narrow=narrow)
        self._lines.addWidget(heads)
        heads.show()
        for line in self._wanted_rows(scene):
            widget = _Row(self._theme, self._words, card, line, narrow=narrow)
            widget.veil(True)
            self._rows.append(widget)
            self._lines.addWidget(widget)
            widget.show()  # now, or it could not take the cursor
            if not practice:
                self.wanted.emit(self._round_id, line.group)

    def follow(self, now: QWidget | None) -> None:
        """The cursor went to `now`: show the numbers of its row, hand over the row it left."""
        here = next(
            (each for each in self._rows if now is not None and each.isAncestorOf(now)), None
        )
        if here is self._here:
            return
        before, self._here = self._here, here
        if before is not None:
            before.veil(True)
            keep_each(partial(self._hand_over, before))
        if here is not None:
            here.veil(False)

    def _hand_over(self, line: _Row) -> None:
        if line.changed:
            self.left_row.emit(self._round_id, line.line.group, line.counts())


class _Heads(QWidget):
    """The answers' numbers and labels above their columns."""

    def __init__(
        self, theme: DesktopTheme, words: Words, card: QuestionCard, *, narrow: bool
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        pitch = _pitch(card, narrow=narrow)
        named = len(card.labels) <= 5 and not narrow
        numbers, labels = row(spacing=0), row(spacing=0)
        if not narrow:
            numbers.addWidget(self._caption(words.say("Hands")), 0, _BOTTOM)
            numbers.addStretch(1)
            labels.addStretch(1)
        for step, label in enumerate(card.labels, 1):
            number = TextLabel(theme, words.number(step), _STEP, align=Align.CENTRE)
            number.setFixedWidth(pitch)
            numbers.addWidget(number, 0, _BOTTOM)
            if named:
                below = TextLabel(
                    theme, label, _LABEL, tone=Tone.INK3, wrap=True, align=Align.CENTRE
                )
                below.setFixedWidth(pitch)
                labels.addWidget(below, 0, Qt.AlignmentFlag.AlignTop)
        if card.dont_know:
            dont_know = self._caption(words.say("Don’t know"), Align.CENTRE, wrap=narrow)
            dont_know.setFixedWidth(pitch if narrow else _DONT_KNOW)
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


class _Row(QWidget):
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
        self._name = TextLabel(theme, line.name, DESKTOP.name, elide=Qt.TextElideMode.ElideMiddle)
        self._others = TextLabel(
            theme, "", DESKTOP.secondary, tone=Tone.INK3, elide=Qt.TextElideMode.ElideRight
        )
        self._count = TextLabel(theme, "", DESKTOP.figures, tone=Tone.INK2, align=Align.END)
        self._count.setFixedWidth(_COUNT)
        self._error = TextLabel(theme, "", DESKTOP.strong, wrap=True)
        self._error.hide()
        names = column()
        names.addWidget(self._name)
        names.addWidget(self._others)
        above = row(spacing=0)
        above.addLayout(names, 1)
        inner = row(spacing=0) if narrow else above
        self.fields: list[NumberField] = []
        self._answers = [*range(1, len(card.labels) + 1), *([0] if card.dont_know else [])]
        for answer in self._answers:
            said = card.labels[answer - 1] if answer else words.say("Don’t know")
            name = words.say("{team}, {answer}: {label}", team=line.name, answer=answer, label=said)
            field = NumberField(theme, name, quiet=answer == 0)
            field.changed.connect(self._on_change)
            holder = row(spacing=0)
            holder.addWidget(field)
            place = QWidget()
            place.setLayout(holder)
            wide = _DONT_KNOW if not answer and not narrow else _pitch(card, narrow=narrow)
            place.setFixedWidth(wide)
            place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            inner.addWidget(place)
            self.fields.append(field)
        if narrow:
            inner.addStretch(1)
        above.addWidget(self._count)
        whole = column(self, (0, 12, 0, 0), 6)
        whole.addLayout(above)
        if narrow:
            whole.addLayout(inner)
        whole.addWidget(self._error)
        whole.addWidget(Hairline(theme))

    def show_row(self, line: TallyRow) -> None:
        self.line = line
        self._name.setText(line.name)
        self._others.setText(line.others)
        self._others.setVisible(bool(line.others))
        full = line.most > 0 and line.counted == line.most
        self._count.setText(line.count)
        self._count.set_tone(Tone.INK if full else Tone.INK2)
        self._count.set_role(DESKTOP.figures_strong if full else DESKTOP.figures)

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
        for field in self.fields:
            field.set_veiled(veiled)

    @property
    def error(self) -> str:
        return self._error.text()

    def say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        if sentence:
            self.changed = True  # it is not kept, so it is handed over again

    def _on_change(self) -> None:
        self.changed = True


def _pitch(card: QuestionCard, *, narrow: bool) -> int:
    """The columns' distance: closer where a scale is long or the window narrow."""
    return _PITCH if len(card.labels) <= 5 and not narrow else CONSOLE.tally_field + 4
