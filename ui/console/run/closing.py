"""Closing page: the hands and the words of the close, and what follows the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.run.closing_hands import ClosingHands
from ui.console.run.day_field import DayField
from ui.console.run.panel import Panel
from ui.console.run.said_words import SaidWords
from ui.console.run.saving import NOT_KEPT, keep_each
from ui.console.widgets.field import LineField
from ui.console.widgets.section import SectionTitle
from ui.console.widgets.text_label import TextLabel, Tone
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.facts import Facts
from workshop.steps import State
from workshop.words import Words

_NARROW = 560


class ClosingPage(Panel):
    """Stands at State.CLOSING and State.CLOSE_SHOWN; the wall shows the hands in the latter."""

    def __init__(
        self, theme: DesktopTheme, words: Words, leading: Leading, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._leading = leading
        say = words.say
        self._heading = TextLabel(theme, "", DESKTOP.screen_title, wrap=True)
        self._lead = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self.hands = ClosingHands(theme, words)
        self.hands.left.connect(self._put_hands)
        self._note = TextLabel(
            theme,
            say("The room sees the hands once you press next."),
            DESKTOP.secondary,
            tone=Tone.INK2,
            wrap=True,
        )
        self.word = LineField(theme, "", placeholder=say("One word for today. Enter adds it."))
        self.word.entered.connect(lambda _: self._add_word())
        self.word.text_edited.connect(lambda _: self.word.set_error(""))
        self.said = SaidWords(theme, words)
        self.said.taken_off.connect(self._take_off)
        self.next_day = DayField(theme, words, say("We meet again"), today)
        self.next_day.saved.connect(self._write_day)
        self.goes_to = LineField(theme, say("Who gets the plan"))
        self.goes_to.text_saved.connect(self._write_goes_to)
        self.answers = LineField(theme, say("Who answers, by when"))
        self.answers.text_saved.connect(self._write_answers)
        self._put_together()
        leading.read.connect(self._show_facts)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what is kept; what is being typed stays as it is."""
        self._heading.setText(scene.heading)
        self._lead.setText(scene.lead)
        self._note.setVisible(scene.state is State.CLOSING)
        self._show(self._leading.facts())

    def take_focus(self) -> None:
        """Put the cursor where the hands are typed."""
        self.hands.take_focus()

    def save(self) -> str:
        """Keep what is typed: the hands, a word without its Enter, and what follows the day."""
        whole = keep_each(
            lambda: self._put_hands() if self.hands.changed else None,
            self._add_word,
            self.next_day.field.save,
            self.goes_to.save,
            self.answers.save,
        )
        refused = self.hands.error or self.word.error or self.next_day.field.error
        return refused or ("" if whole else self._words.say(NOT_KEPT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._after.setDirection(down if narrow else across)
        low = self.window().height() < CONSOLE.low_below
        self._heading.set_role(DESKTOP.question_long if low else DESKTOP.screen_title)
        super().resizeEvent(event)

    # --- Keeping ----------------------------------------------------------------------------

    def _put_hands(self) -> None:
        refusals: list[str] = []
        put = partial(self._leading.live.closing.put_hands, self.hands.counts())
        if self._leading.act(put, refusals.append):
            self.hands.changed = False
        self.hands.say_error(refusals[0] if refusals else "")

    def _add_word(self) -> None:
        text = self.word.text
        if not text.strip():
            return
        refusals: list[str] = []
        add = partial(self._leading.live.closing.add_word, text)
        if self._leading.act(add, refusals.append):
            self.word.set_text("")
        self.word.set_error(refusals[0] if refusals else "")

    def _take_off(self, word_id: str) -> None:
        in_list = any(word.hasFocus() for word in self.said.lines)
        self._leading.act(partial(self._leading.live.closing.remove_word, word_id))
        if in_list and not any(word.hasFocus() for word in self.said.lines):
            shown = [word for word in self.said.lines if not word.isHidden()]
            widget: QWidget = shown[-1] if shown else self.word.editor
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _write_day(self, day: date | None) -> None:
        write = self._leading.live.closing.write
        refused: list[str] = []
        typed = self.next_day.field.text  # before what is kept is shown anew
        if not self._leading.act(partial(write, review_on=day), refused.append):
            self.next_day.set_day(self._leading.facts().workshop.review_on)
            self.next_day.field.put_back(typed)
            self.next_day.field.set_error("".join(refused))

    def _write_goes_to(self, text: str) -> None:
        write = self._leading.live.closing.write
        if not self._leading.act(partial(write, plan_goes_to=text)):
            self.goes_to.put_back(text)

    def _write_answers(self, text: str) -> None:
        write = self._leading.live.closing.write
        if not self._leading.act(partial(write, who_answers=text)):
            self.answers.put_back(text)

    # --- What is shown ----------------------------------------------------------------------

    def _show_facts(self) -> None:
        if self.isVisible():
            self._show(self._leading.facts())

    def _show(self, facts: Facts) -> None:
        closing, workshop = facts.closing, facts.workshop
        if closing is None:
            return
        self.hands.show_hands(closing.counts, facts.expected)
        self.said.show_words(closing.words)
        day = self.next_day
        if day.day != workshop.review_on and not _busy(day.field):
            day.set_day(workshop.review_on)
        for field, text in (
            (self.goes_to, workshop.plan_goes_to),
            (self.answers, workshop.who_answers),
        ):
            if field.text != text and not _busy(field):
                field.set_text(text)

    def _put_together(self) -> None:
        say, theme = self._words.say, self._theme
        self._after = row(spacing=16)
        for field in (self.goes_to, self.answers):
            self._after.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, 24))
        whole.addWidget(self._heading)
        whole.addSpacing(8)
        whole.addWidget(self._lead)
        whole.addSpacing(24)
        whole.addWidget(SectionTitle(theme, say("Was today worth your time?")))
        whole.addSpacing(12)
        whole.addWidget(self.hands)
        whole.addSpacing(4)
        whole.addWidget(self._note)
        whole.addSpacing(24)
        whole.addWidget(SectionTitle(theme, say("One word each")))
        whole.addSpacing(12)
        whole.addWidget(self.word)
        whole.addSpacing(10)
        whole.addWidget(self.said)
        whole.addSpacing(24)
        whole.addWidget(SectionTitle(theme, say("What follows")))
        whole.addSpacing(12)
        self.next_day.setMaximumWidth(CONSOLE.inspector)
        whole.addWidget(self.next_day)
        whole.addSpacing(12)
        whole.addLayout(self._after)
        whole.addStretch()
        column(self).addWidget(scrolled(content, say("Close")))


def _busy(field: LineField) -> bool:
    """Whether someone types there, or what was typed could not be kept."""
    return field.editor.hasFocus() or field.unkept or bool(field.error)
