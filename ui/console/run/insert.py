"""Insert: the panel that adds a question here, or an agenda item next, on the spot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, column, row, scrolled
from ui.console.run.panel import Panel
from ui.console.widgets.button import Kind
from ui.console.widgets.field import LineField
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS, Intent, key_of
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.improvising import ADDED_KINDS, MOST_STEPS
from workshop.kinds import ItemKind
from workshop.words import Words, mark

_QUESTION, _ITEM = 0, 1
_LEAST = 340
_MOST = 640
_MINUTES_WIDTH = 96
NOT_NOW = mark("Questions and agenda items are added while the day is led. Start it first.")
_KIND_NAMES = {
    ItemKind.BREAK: mark("Break"),
    ItemKind.GROUP_WORK: mark("Group work"),
    ItemKind.PROFILE: mark("Profile"),
    ItemKind.ACTION_PLANNING: mark("Actions"),
}
_TITLES = {
    ItemKind.BREAK: mark("Break"),
    ItemKind.GROUP_WORK: mark("Group work"),
    ItemKind.PROFILE: mark("Where we stand"),
    ItemKind.ACTION_PLANNING: mark("Action planning"),
}
_MINUTES = {
    ItemKind.BREAK: 15,
    ItemKind.GROUP_WORK: 20,
    ItemKind.PROFILE: 10,
    ItemKind.ACTION_PLANNING: 20,
}


class InsertPanel(Panel):
    """What is typed here stays until it is added; Enter in any field adds it."""

    def __init__(self, theme: DesktopTheme, words: Words, leading: Leading) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._leading = leading
        self._scene: ConsoleScene | None = None
        self._kind = ItemKind.BREAK
        self._fresh = True
        self.setAccessibleName(words.say("Add on the spot"))
        self.what = Segmented(
            theme,
            words.say("What to add"),
            [words.say("A question here"), words.say("An agenda item next")],
        )
        self.what.setProperty(OWNS_KEYS, True)
        self.what.chosen.connect(self._show_form)
        self._where = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2, wrap=True)
        self._question_form = self._make_question_form()
        self._item_form = self._make_item_form()
        self._error = TextLabel(theme, "", DESKTOP.strong, wrap=True)
        self._error_row = QWidget()
        line = row(self._error_row)
        line.addWidget(IconLabel(theme, "triangle-alert", size=16))
        line.addWidget(self._error, 1)
        self._error_row.hide()
        self.add_button = button(theme, "", self.add, Kind.PRIMARY, key=words.say("Enter"))
        self._put_together()
        self._show_form()

    @property
    def error(self) -> str:
        """Why it was not added, or nothing."""
        return self._error.text()

    def refusal(self, scene: ConsoleScene) -> str:
        return "" if scene.can_improvise else self._words.say(NOT_NOW)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Say where it would go now."""
        self._scene = scene
        if self._fresh:
            self._fresh = False
            self.what.choose(_QUESTION if scene.item_kind is ItemKind.SESSION else _ITEM)
        self._say_where()

    def take_focus(self) -> None:
        self._first_field().editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._fresh = True
            self._say_error("")

    def add(self) -> None:
        """Add what was typed and close; a sentence where it was refused."""
        self._say_error("")
        act = self._add_question if self.what.current == _QUESTION else self._add_item
        if self._leading.act(act, self._say_error):
            self._empty()
            self.closed.emit()

    def _add_question(self) -> None:
        item_id = self._scene.item_id if self._scene else None
        assert item_id is not None, "the panel is open only while an agenda item is in work"
        improvising = self._leading.live.improvising
        improvising.add_question(item_id, self.text.text, self.short.text)

    def _add_item(self) -> None:
        groups, rests = self._kind is ItemKind.GROUP_WORK, self._kind is ItemKind.BREAK
        typed = self.minutes.text.strip()
        self._leading.live.improvising.add_item(
            self._kind,
            self.title.text,
            int(typed) if typed.isdecimal() else 0,
            purpose=self.task.text if groups else "",
            tasks=[step.text for step in self.steps] if groups else (),
            remark=self.remark.text if rests else "",
        )

    def _empty(self) -> None:
        for field in (self.text, self.short, self.task, self.remark, *self.steps):
            field.set_text("")
        self.title.set_text(self._words.say(_TITLES[self._kind]))
        self.minutes.set_text(str(_MINUTES[self._kind]))

    def _make_question_form(self) -> QWidget:
        words = self._words
        self.text = self._field(words.say("Question"), words.say("What the room is to answer"))
        self.short = self._field(
            words.say("Short name"), words.say("Made of the first words, if you write none")
        )
        form = QWidget()
        lines = column(form, spacing=16)
        lines.addWidget(self.text)
        lines.addWidget(self.short)
        return form

    def _make_item_form(self) -> QWidget:
        words = self._words
        names = [words.say(_KIND_NAMES[kind]) for kind in ADDED_KINDS]
        self.kinds = Segmented(self._theme, words.say("Kind"), names)
        self.kinds.setProperty(OWNS_KEYS, True)
        self.kinds.chosen.connect(self._choose_kind)
        self.title = self._field(words.say("Name"))
        self.minutes = self._field(words.say("Minutes"))
        self.minutes.setFixedWidth(_MINUTES_WIDTH)
        self.remark = self._field(
            words.say("A line for the wall"), words.say("Where the coffee is")
        )
        self.task = self._field(words.say("Task"), words.say("What every group is to do"))
        self.steps = [
            self._field(words.say("Step {n}", n=n), words.say("May stay empty"))
            for n in range(1, MOST_STEPS + 1)
        ]
        top = row(spacing=12)
        top.addWidget(self.title, 1)
        top.addWidget(self.minutes)
        form = QWidget()
        lines = column(form, spacing=16)
        lines.addWidget(self.kinds)
        lines.addLayout(top)
        for field in (self.remark, self.task, *self.steps):
            lines.addWidget(field)
        self.title.set_text(words.say(_TITLES[self._kind]))
        self.minutes.set_text(str(_MINUTES[self._kind]))
        return form

    def _field(self, label: str, placeholder: str = "") -> LineField:
        field = LineField(self._theme, label, placeholder=placeholder)
        field.entered.connect(lambda _: self.add())
        return field

    def _put_together(self) -> None:
        words, theme = self._words, self._theme
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        head = row()
        head.addWidget(TextLabel(theme, words.say("Add on the spot"), DESKTOP.screen_title))
        head.addStretch()
        key = words.say(key_of(Intent.LEAVE))
        head.addWidget(button(theme, words.say("Close"), self.closed.emit, key=key))
        sheet = Sheet()
        sheet.setMaximumWidth(_MOST + 2 * x)
        inner = column(sheet, (x, 6, x, y), 16)  # the focus ring has room above
        inner.addWidget(self.what)
        inner.addWidget(self._where)
        inner.addWidget(self._question_form)
        inner.addWidget(self._item_form)
        inner.addWidget(self._error_row)
        inner.addLayout(self._foot())
        inner.addStretch()
        above = column(None, (x, y, x, 10))
        above.addLayout(head)
        whole = column(self)
        whole.addLayout(above)
        area = scrolled(sheet, words.say("Add on the spot"))
        area.setAlignment(Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(area, 1)

    def _foot(self) -> QVBoxLayout:
        note = self._words.say("The room sees it once you come to it. Ctrl Z takes it away again.")
        line = row()
        line.addWidget(self.add_button)
        line.addStretch()
        foot = column(spacing=12)
        foot.addLayout(line)
        foot.addWidget(TextLabel(self._theme, note, DESKTOP.secondary, tone=Tone.INK2, wrap=True))
        return foot

    def _first_field(self) -> LineField:
        return self.text if self.what.current == _QUESTION else self.title

    def _show_form(self) -> None:
        asks = self.what.current == _QUESTION
        self._question_form.setVisible(asks)
        self._item_form.setVisible(not asks)
        groups, rests = self._kind is ItemKind.GROUP_WORK, self._kind is ItemKind.BREAK
        self.remark.setVisible(rests)
        for field in (self.task, *self.steps):
            field.setVisible(groups)
        words = self._words
        self.add_button.setText(words.say("Ask it next") if asks else words.say("Put it next"))
        self._say_error("")
        self._say_where()

    def _choose_kind(self, index: int) -> None:
        before, self._kind = self._kind, ADDED_KINDS[index]
        words = self._words
        # What was typed stays; what was only offered follows the kind.
        if self.title.text == words.say(_TITLES[before]):
            self.title.set_text(words.say(_TITLES[self._kind]))
        if self.minutes.text == str(_MINUTES[before]):
            self.minutes.set_text(str(_MINUTES[self._kind]))
        self._show_form()

    def _say_where(self) -> None:
        scene, words = self._scene, self._words
        if scene is None:
            return
        item = next((each for each in scene.rail if each.id == scene.item_id), None)
        name = item.title if item is not None else ""
        if self.what.current == _ITEM:
            self._where.setText(words.say("It follows {item}.", item=name))
        elif scene.item_kind is not ItemKind.SESSION:
            said = words.say("Questions belong to a session, and {item} is none.", item=name)
            self._where.setText(said)
        elif scene.question is not None:
            short = scene.question.short
            said = words.say("It follows “{question}”, on the same scale.", question=short)
            self._where.setText(said)
        else:
            self._where.setText(words.say("It ends {item}, on the same scale.", item=name))

    def _say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        self.add_button.setAccessibleDescription(sentence)
