"""Read-back page: all actions of the day, to be agreed, changed or dropped with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.marks import ThemeMark
from ui.console.widgets.button import Kind
from ui.console.widgets.chip import Chip, ChipButton, ChipKind
from ui.console.widgets.field import LineField
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.facts import ActionFacts
from workshop.planning import OWNER_AND_DATE
from workshop.words import Words


class ReadBackPage(QWidget):
    """`agreed` and `edited` carry an action's id, `dropped` its id and the reason."""

    agreed = Signal(str)
    edited = Signal(str)
    dropped = Signal(str, str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._shown: tuple[ActionFacts, ...] | None = None
        self._heading = TextLabel(theme, "", DESKTOP.screen_title, wrap=True)
        self._lead = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self._count = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self._rows = QWidget()
        self._lines = column(self._rows)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, 24))
        whole.addWidget(self._heading)
        whole.addSpacing(8)
        whole.addWidget(self._lead)
        whole.addSpacing(24)
        whole.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        whole.addSpacing(8)
        whole.addWidget(Hairline(theme, strong=True))
        whole.addWidget(self._rows)
        whole.addStretch()
        column(self).addWidget(scrolled(content, words.say("Actions")))

    def show_scene(self, scene: ConsoleScene) -> None:
        """Say what to do now."""
        self._heading.setText(scene.heading)
        self._lead.setText(scene.lead)

    def show_actions(self, actions: tuple[ActionFacts, ...]) -> None:
        """Show the actions, in the order they were proposed."""
        if actions == self._shown:
            return
        self._shown = actions
        words = self._words
        agreed = sum(action.state == "agreed" for action in actions)
        self._count.setText(
            words.say("{n} of {m} agreed", n=agreed, m=len(actions)) if actions else ""
        )
        self._count.updateGeometry()
        clear(self._lines)
        if not actions:
            text = words.say("No action yet. Add one with A, from here or from any question.")
            label = TextLabel(self._theme, text, DESKTOP.note, tone=Tone.INK2, wrap=True)
            self._lines.addSpacing(16)
            self._lines.addWidget(label)
        for action in actions:
            self._lines.addWidget(_Row(self._theme, words, action, self))
            self._lines.addWidget(Hairline(self._theme))


class _Row(QWidget):
    """An action: what, its first step and where from; below them who, when and what to do."""

    def __init__(
        self, theme: DesktopTheme, words: Words, action: ActionFacts, page: ReadBackPage
    ) -> None:
        super().__init__()
        self._words = words
        self._action = action
        self._page = page
        agreed = action.state == "agreed"
        chip = Chip(
            theme,
            words.say("Agreed") if agreed else words.say("Proposed"),
            ChipKind.INVERSE if agreed else ChipKind.OUTLINE,
            height=CONSOLE.chip_in_table,
        )
        head = row(spacing=12)
        head.addWidget(TextLabel(theme, action.what, DESKTOP.name, wrap=True), 1)
        head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        foot = row(spacing=8)
        foot.addWidget(self._owner(theme))
        foot.addWidget(self._due(theme))
        foot.addStretch()
        acts = row(spacing=0)
        self._add_acts(theme, acts, agreed=agreed)
        foot.addLayout(acts)
        self.reason = LineField(theme, words.say("Why do we drop it? Enter drops it."))
        self.reason.entered.connect(self._drop)
        self.reason.hide()
        whole = column(self, (0, 12, 0, 6), 3)
        whole.addLayout(head)
        if action.first_step:
            step = TextLabel(theme, action.first_step, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
            whole.addWidget(step)
        if action.session:
            whole.addLayout(self._origin(theme))
        whole.addLayout(foot)
        whole.addWidget(self.reason)

    def _origin(self, theme: DesktopTheme) -> QHBoxLayout:
        origin = row(spacing=6)
        shape = ThemeMark(theme)
        shape.show_session(self._action.theme, self._action.second)
        said = ", ".join(part for part in (self._action.session, self._action.short) if part)
        origin.addWidget(shape)
        origin.addWidget(
            TextLabel(
                theme,
                said,
                DESKTOP.secondary,
                tone=Tone.INK3,
                elide=Qt.TextElideMode.ElideRight,
            ),
            1,
        )
        return origin

    def _owner(self, theme: DesktopTheme) -> QWidget:
        if not self._action.owner:
            return self._missing(theme, self._words.say("No owner yet"))
        text = self._action.owner
        if self._action.owner_absent:
            text = self._words.say("{owner} (not here)", owner=text)
        return TextLabel(theme, text, tone=Tone.INK2, elide=Qt.TextElideMode.ElideRight)

    def _due(self, theme: DesktopTheme) -> QWidget:
        if self._action.due is None:
            return self._missing(theme, self._words.say("No date yet"))
        return TextLabel(theme, self._words.day(self._action.due, "short"), tone=Tone.INK2)

    def _missing(self, theme: DesktopTheme, text: str) -> ChipButton:
        chip = ChipButton(theme, text, ChipKind.DASHED, height=CONSOLE.chip_in_table)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(self._edit)
        return chip

    def _add_acts(self, theme: DesktopTheme, line: QHBoxLayout, *, agreed: bool) -> None:
        words, what = self._words, self._action.what
        if not agreed:
            agree = button(theme, words.say("Agree"), self._agree, Kind.QUIET)
            agree.setAccessibleName(words.say("Agree: {what}", what=what))
            if not self._action.owner or self._action.due is None:
                agree.set_off(words.say(OWNER_AND_DATE))
            line.addWidget(agree)
        for icon, do, name in (
            ("pencil", self._edit, words.say("Change: {what}", what=what)),
            ("trash-2", self._ask_why, words.say("Drop: {what}", what=what)),
        ):
            line.addWidget(button(theme, "", do, Kind.QUIET, icon=icon, name=name))

    def _agree(self) -> None:
        self._page.agreed.emit(self._action.id)

    def _edit(self) -> None:
        self._page.edited.emit(self._action.id)

    def _ask_why(self) -> None:
        self.reason.setVisible(self.reason.isHidden())
        if not self.reason.isHidden():
            self.reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, reason: str) -> None:
        if reason.strip():
            self._page.dropped.emit(self._action.id, reason)
        else:
            self.reason.set_error(self._words.say("Write why, so that it can be read later."))
