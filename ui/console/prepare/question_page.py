"""Question page: all that a question says to the room and to the facilitator, or a new one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP, PROJECTOR
from frameworks.model import Source
from ui.console.prepare.editor_fields import Field, lines_of, refuse, save_all
from ui.console.run.building import Sheet, button, column, row, scrolled
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters import text as painted
from ui.projector.scenes.question import HEIGHT as WALL_HEIGHT
from ui.projector.scenes.steps import QUESTION_WIDTH
from ui.theme import DesktopTheme
from workshop.prepared import PreparedQuestion
from workshop.words import Words, mark

TEXT, SHORT, LOOK_FOR, PROMPTS, MUST = "text", "short", "look_for", "prompts", "must"
READ_SOON = 64
"""Pixels of the wall's 1080 below which a question is long."""
_MARGIN = 32
_TEXT_HEIGHT = 108
_HINTS_HEIGHT = 84
_LONG = mark("The wall would set this in {size} pixels. A shorter question is read sooner.")
_ASKED = mark("It was voted on already, so its words stay.")
_NO_TEXT = mark("Write what the room is to answer.")
_NO_SHORT = mark("Write a short name for the charts.")


def wall_size(text: str) -> int:
    """The size of a question's letters on the wall, in pixels of a picture 1080 high."""
    block = painted.fit(text, PROJECTOR.question, QUESTION_WIDTH, WALL_HEIGHT)
    return round(block.role.size)


class QuestionPage(QWidget):
    """`changed` carries what was changed by name and its new value; `added` text and short name.

    `left` carries these too, where a new question was only left: it is kept, and stays open.
    `back` asks for the list, `stepped` for the question before (-1) or after (1).
    """

    changed = Signal(str, object)
    left_out = Signal(bool)
    removed = Signal()
    added = Signal(str, str)
    left = Signal(str, str)
    back = Signal()
    stepped = Signal(int)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._new = False
        say = words.say
        self.text = TextArea(theme, say("Question"), height=_TEXT_HEIGHT)
        self.short = LineField(theme, say("Short name, for the charts"))
        self.look_for = TextArea(theme, say("Look for (a line each)"), height=_HINTS_HEIGHT)
        self.prompts = TextArea(theme, say("Ask the room (a line each)"), height=_HINTS_HEIGHT)
        self.fields: dict[str, Field] = {
            TEXT: self.text,
            SHORT: self.short,
            LOOK_FOR: self.look_for,
            PROMPTS: self.prompts,
        }
        self.if_time = CheckBox(theme, say("Only if there is time"))
        self.out = CheckBox(theme, say("Leave this question out"))
        self.advice = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self._advice_row = QWidget()
        self.sources = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.before = self._tool("chevron-left", say("Question before"), -1)
        self.after = self._tool("chevron-right", say("Next question"), 1)
        self.leave = button(theme, say("All questions"), self.finish, Kind.QUIET,
                            icon="list")  # fmt: skip
        self.take_away = button(
            theme, say("Take this question away"), self.removed.emit, Kind.QUIET, icon="trash-2"
        )
        self.add = button(theme, say("Add this question"), self._add, Kind.PRIMARY)
        self._connect()
        self._lay_out()

    def show_question(self, question: PreparedQuestion, sources: Mapping[str, Source]) -> None:
        """Show a question as it is kept; what is being typed stays."""
        self._set_new(False)
        self.text.show_text(question.text)
        self.short.show_text(question.short)
        self.look_for.show_text("\n".join(question.look_for))
        self.prompts.show_text("\n".join(question.prompts))
        self.text.editor.setReadOnly(question.asked)
        for box, on in ((self.if_time, not question.must), (self.out, question.left_out)):
            box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(False)
        self._advise(question.text if not self.text.editor.hasFocus() else self.text.text)
        if question.asked:
            self._say_advice(self._words.say(_ASKED))
        named = [sources[key].title if key in sources else key for key in question.sources]
        said = self._words.say("After {sources}", sources="; ".join(named)) if named else ""
        self.sources.setText(said)
        self.sources.setVisible(bool(said))

    def begin_other(self) -> None:
        """Forget what is wrong and typed: another question is shown next."""
        for field in self.fields.values():
            field.set_error("")
            field.set_text("")

    def begin_new(self) -> None:
        """Let a new question be written."""
        self.begin_other()
        self._set_new(True)
        self._say_advice("")
        self.text.editor.setReadOnly(False)
        self.text.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def show_steps(self, *, before: bool, after: bool) -> None:
        """Whether there is a question before and after this one."""
        self.before.setEnabled(before)
        self.after.setEnabled(after)

    def take_focus(self) -> None:
        """Put the focus where the question stands."""
        self.text.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, name: str, sentence: str) -> bool:
        """Say beside a field why it was not kept."""
        return refuse(self.fields, name, sentence)

    def give_up(self) -> None:
        """Drop what was refused: what is kept is shown next."""
        for field in self.fields.values():
            field.give_up()

    def save(self) -> bool:
        """Keep what is typed; False where something of it cannot be kept.

        A new question with words is added by that; without any it is none.
        """
        if self._new:
            self._keep_new()
            return not (self.text.error or self.short.error)
        return save_all(self.fields.values())

    def finish(self) -> None:
        """Keep it and go back to the list; a new question with words is added."""
        if self._new and self.text.text.strip():
            self._add()
        elif self.save():
            self.back.emit()

    # --- Inside -----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.text.text_edited.connect(self._on_text)
        self.text.text_saved.connect(partial(self._keep, TEXT, _NO_TEXT))
        self.text.editor.left.connect(self._keep_new)
        self.short.text_saved.connect(partial(self._keep, SHORT, _NO_SHORT))
        self.look_for.text_saved.connect(partial(self._keep_lines, LOOK_FOR))
        self.prompts.text_saved.connect(partial(self._keep_lines, PROMPTS))
        for field in self.fields.values():
            field.give_up_at_escape()
        for area in (self.text, self.look_for, self.prompts):
            area.save_in_pauses()
        self.if_time.toggled.connect(lambda on: self.changed.emit(MUST, not on))
        self.out.toggled.connect(self.left_out)

    def _on_text(self, text: str) -> None:
        self.text.set_error("")
        self._advise(text)

    def _advise(self, text: str) -> None:
        size = wall_size(text) if text.strip() else READ_SOON
        self._say_advice(self._words.say(_LONG, size=size) if size < READ_SOON else "")

    def _say_advice(self, sentence: str) -> None:
        self.advice.setText(sentence)
        self._advice_row.setVisible(bool(sentence))

    def _keep(self, name: str, empty: str, text: str) -> None:
        if self._new:
            return
        field = self.fields[name]
        field.set_error("" if text.strip() else self._words.say(empty))
        if text.strip():
            self.changed.emit(name, " ".join(text.split()))
        else:
            field.put_back(text)

    def _keep_new(self) -> None:
        """Let a new question with words be added, and stay on its page."""
        if self._new and self.text.text.strip():
            self.left.emit(*self._typed())

    def _keep_lines(self, name: str, text: str) -> None:
        if not self._new:
            self.fields[name].set_error("")
            self.changed.emit(name, lines_of(text))

    def _add(self) -> None:
        text, short = self._typed()
        if not text:
            self.text.set_error(self._words.say(_NO_TEXT))
            self.take_focus()
            return
        self.added.emit(text, short)

    def _typed(self) -> tuple[str, str]:
        """The text and the short name of a new question."""
        return " ".join(self.text.text.split()), self.short.text.strip()

    def _set_new(self, new: bool) -> None:
        self._new = new
        hidden: tuple[QWidget, ...] = (
            self.look_for, self.prompts, self.if_time, self.out, self.sources, self.take_away,
            self.before, self.after,
        )  # fmt: skip
        for each in hidden:
            each.setVisible(not new)
        self.add.setVisible(new)
        self.short.editor.setPlaceholderText(
            self._words.say("Made of the first words, if you write none") if new else ""
        )

    def _tool(self, sign: str, name: str, step: int) -> Button:
        def go() -> None:
            if self.save():
                self.stepped.emit(step)

        return button(self._theme, "", go, Kind.QUIET, icon=sign, name=name)

    def _lay_out(self) -> None:
        head = row(None, (_MARGIN - 10, 0, _MARGIN - 10, 8), 0)
        head.addWidget(self.leave)
        head.addStretch()
        head.addWidget(self.before)
        head.addWidget(self.after)
        note = row(self._advice_row, spacing=6)
        top = Qt.AlignmentFlag.AlignTop
        note.addWidget(IconLabel(self._theme, "info", size=16), 0, top)
        note.addWidget(self.advice, 1)
        self._advice_row.hide()
        sheet = Sheet()
        all_of_it = column(sheet, (0, 4, 0, 24), 14)
        form = column(None, (_MARGIN, 0, _MARGIN, 0), 14)
        for each in (self.text, self._advice_row, self.short, self.if_time, self.out,
                     self.look_for, self.prompts, self.sources):  # fmt: skip
            form.addWidget(each)
        form.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        foot = row(None, (_MARGIN - 10, 0, _MARGIN, 0))
        foot.addWidget(self.take_away)
        foot.addStretch()
        all_of_it.addLayout(form)
        all_of_it.addLayout(foot)
        all_of_it.addStretch()
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(scrolled(sheet, self._words.say("Question")), 1)
