"""Item page: what an agenda item itself says: its name, purpose, remark, or a group's task."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.prepare.editor_fields import Field, refuse, save_all
from ui.console.run.building import Sheet, column, scrolled
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.improvising import MOST_STEPS
from workshop.kinds import ItemKind
from workshop.prepared import PreparedItem
from workshop.words import Words, mark

TITLE, PURPOSE, REMARK, TASKS, MUST = "title", "purpose", "remark", "tasks", "must"
_MARGIN = 32
_PURPOSE_HEIGHT = 84
_NO_TITLE = mark("Write what it is called.")
_OF_THE_DAY = mark("Its purpose and the ground rules stand with the day, at the top of the screen.")


class ItemPage(QWidget):
    """`changed` carries the name of what was changed and its new value."""

    changed = Signal(str, object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.title = LineField(theme, say("Name"))
        self.purpose = TextArea(
            theme, say("What the room should leave with"), height=_PURPOSE_HEIGHT
        )
        self.task = LineField(theme, say("Task"), placeholder=say("What every group is to do"))
        self.steps = tuple(
            LineField(theme, say("Step {n}", n=n), placeholder=say("May stay empty"))
            for n in range(1, MOST_STEPS + 1)
        )
        self.remark = LineField(
            theme, say("A line for the wall"), placeholder=say("Where the coffee is")
        )
        self.if_time = CheckBox(theme, say("Only if there is time"))
        self.note = TextLabel(theme, say(_OF_THE_DAY), DESKTOP.body, tone=Tone.INK2, wrap=True)
        self._fields: dict[str, Field] = {TITLE: self.title, REMARK: self.remark}
        self._connect()
        sheet = Sheet()
        form = column(sheet, (_MARGIN, 4, _MARGIN, 24), 14)
        for each in (self.title, self.purpose, self.task, *self.steps, self.remark, self.if_time,
                     self.note):  # fmt: skip
            form.addWidget(each)
        form.addStretch()
        column(self).addWidget(scrolled(sheet, say("About this agenda item")))

    def show_item(self, item: PreparedItem) -> None:
        """Show an agenda item as it is kept; what is being typed stays."""
        kind = item.kind
        self._fields[PURPOSE] = self.task if kind is ItemKind.GROUP_WORK else self.purpose
        self._fields[TASKS] = self.steps[0]
        self.title.show_text(item.title)
        self._fields[PURPOSE].show_text(item.purpose)
        self.remark.show_text(item.remark)
        tasks = [*item.tasks, *[""] * MOST_STEPS]
        for step, task in zip(self.steps, tasks, strict=False):
            step.show_text(task)
        self.if_time.blockSignals(True)
        self.if_time.setChecked(not item.must)
        self.if_time.blockSignals(False)
        self.purpose.setVisible(kind is ItemKind.SESSION)
        for each in (self.task, *self.steps):
            each.setVisible(kind is ItemKind.GROUP_WORK)
        self.remark.setVisible(kind is ItemKind.BREAK)
        self.if_time.setVisible(kind in (ItemKind.SESSION, ItemKind.GROUP_WORK))
        self.note.setVisible(kind is ItemKind.OPENING)

    def begin_other(self) -> None:
        """Forget what is wrong and typed: another agenda item is shown next."""
        for field in self._all():
            field.set_error("")
            field.set_text("")

    def take_focus(self) -> None:
        """Put the focus into the name."""
        self.title.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, name: str, sentence: str) -> bool:
        """Say beside a field why it was not kept."""
        return refuse(self._fields, name, sentence)

    def give_up(self) -> None:
        """Drop what was refused: what is kept is shown next."""
        for field in self._all():
            field.give_up()

    def save(self) -> bool:
        """Keep what is typed; False where something of it cannot be kept."""
        return save_all(self._all())

    def _all(self) -> tuple[Field, ...]:
        return (self.title, self.purpose, self.task, *self.steps, self.remark)

    def _connect(self) -> None:
        self.title.text_saved.connect(self._keep_title)
        self.purpose.text_saved.connect(partial(self._keep, PURPOSE))
        self.task.text_saved.connect(partial(self._keep, PURPOSE))
        self.remark.text_saved.connect(partial(self._keep, REMARK))
        for step in self.steps:
            step.text_saved.connect(lambda _: self._keep_steps())
        for field in self._all():
            field.give_up_at_escape()
        self.purpose.save_in_pauses()
        self.if_time.toggled.connect(lambda on: self.changed.emit(MUST, not on))

    def _keep_title(self, text: str) -> None:
        self.title.set_error("" if text.strip() else self._words.say(_NO_TITLE))
        if text.strip():
            self.changed.emit(TITLE, " ".join(text.split()))
        else:
            self.title.put_back(text)

    def _keep(self, name: str, text: str) -> None:
        self._fields[name].set_error("")
        self.changed.emit(name, text.strip())

    def _keep_steps(self) -> None:
        for step in self.steps:
            step.set_error("")
        tasks = (" ".join(step.text.split()) for step in self.steps)
        self.changed.emit(TASKS, tuple(task for task in tasks if task))
