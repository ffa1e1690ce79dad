"""Tally: hands counted in the room, typed answer by answer, by team or for the whole room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.head import Head
from ui.console.run.marks import IconMark
from ui.console.run.quiet_box import QuietBox
from ui.console.run.saving import keep_each
from ui.console.run.tab_order import reveal
from ui.console.run.tally_rows import TallyHeads, TallyLine
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS, Intent, key_of
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, QuestionCard, TallyRow
from workshop.practice import PRACTICE_ROUND
from workshop.words import Words

_NARROW = 600  # below this width a row is two lines: names, then fields


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
        self._rows: list[TallyLine] = []
        self._here: TallyLine | None = None
        self._scene: ConsoleScene | None = None
        self.head = Head(theme, words, small=True)
        self.segments = Segmented(
            theme, words.say("Count hands"), [words.say("By team"), words.say("Whole room")]
        )
        self.segments.setProperty(OWNS_KEYS, True)
        self.segments.chosen.connect(self._rebuild)
        self._by = self.segments.current
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
            same = self._structure[:2] == structure[:2]
            self._structure = structure
            self._round_id = scene.round_id
            self._build(scene, card, same=same)
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
        whole.addWidget(self._note())
        whole.addStretch()
        outer = column(self)
        outer.addWidget(scrolled(content, words.say("Count hands")), 1)
        bar = QWidget()
        bar.setLayout(foot)
        foot.setContentsMargins(x, 10, x, 20)
        outer.addWidget(bar)

    def _note(self) -> QuietBox:
        words, theme = self._words, self._theme
        only = words.say("Only the row you are in shows its numbers.")
        how = words.say(
            "Say each answer aloud, from 1 up, and type the hands. The room sees how many votes "
            "are in."
        )
        lead = TextLabel(theme, only, DESKTOP.name, wrap=True)
        return QuietBox(
            theme, "lock", lead, TextLabel(theme, how, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        )

    def _wanted_rows(self, scene: ConsoleScene) -> tuple[TallyRow, ...]:
        if self.segments.current == 0:
            return scene.tally
        return (scene.whole_room,) if scene.whole_room is not None else ()

    def _rebuild(self) -> None:
        """Count otherwise, once all that was typed is kept; what was refused is mended first."""
        chosen = self.segments.current
        self.segments.show_choice(self._by)
        self.save()
        if self.error:
            return
        self._by = chosen
        self.segments.show_choice(chosen)
        if self._scene is not None:
            self.show_scene(self._scene)

    def _build(self, scene: ConsoleScene, card: QuestionCard, *, same: bool) -> None:
        """Lay the rows out anew; in the `same` round what stood in them is put back."""
        drafts = {each.line.group: each.draft for each in self._rows} if same else {}
        self._rows, self._here = [], None  # or what goes would be handed over
        clear(self._lines)
        practice = scene.round_id == PRACTICE_ROUND
        narrow = self.width() < _NARROW
        self._hints.setVisible(not narrow)
        heads = TallyHeads(self._theme, self._words, card, narrow=narrow)
        self._lines.addWidget(heads)
        heads.show()
        for line in self._wanted_rows(scene):
            widget = TallyLine(self._theme, self._words, card, line, narrow=narrow)
            widget.veil(True)
            self._rows.append(widget)
            self._lines.addWidget(widget)
            widget.show()  # now, or it could not take the cursor
            draft = drafts.get(line.group)
            if draft is not None:
                widget.put_back(draft)
            if not practice:
                self.wanted.emit(self._round_id, line.group)
            if draft is not None and draft.cursor is not None:
                editor = widget.fields[draft.cursor].editor
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                QTimer.singleShot(0, editor, partial(reveal, editor))  # once it has its place

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

    def _hand_over(self, line: TallyLine) -> None:
        if line.changed:
            self.left_row.emit(self._round_id, line.line.group, line.counts())
