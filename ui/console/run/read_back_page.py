"""Read-back page: all actions of the day, to be agreed, changed or dropped with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import button, clear, column, row, scrolled
from ui.console.run.marks import ThemeMark
from ui.console.widgets.button import Kind
from ui.console.widgets.chip import Chip, ChipButton, ChipKind
from ui.console.widgets.field import LineField
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.facts import ActionFacts
from workshop.words import Words

_OWNER = 132
_DUE = 92
_STATE = 84
_ACTS = 150


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
        content = QWidget()
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
    """An action: what and where from, owner, due, state, and what can be done with it."""

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
            height=20,
        )
        inner = row(None, (0, 12, 0, 12), 12)
        inner.addLayout(self._what(theme), 1)
        top = Qt.AlignmentFlag.AlignTop
        for widget, width in ((self._owner(theme), _OWNER), (self._due(theme), _DUE)):
            inner.addWidget(_cell(widget, width), 0, top)
        inner.addWidget(_cell(chip, _STATE), 0, top)
        inner.addWidget(self._acts(theme, agreed=agreed), 0, top)
        self.reason = LineField(theme, words.say("Why do we drop it? Enter drops it."))
        self.reason.entered.connect(self._drop)
        self.reason.hide()
        whole = column(self)
        whole.addLayout(inner)
        whole.addWidget(self.reason)

    def _what(self, theme: DesktopTheme) -> QVBoxLayout:
        lines = column(spacing=3)
        lines.addWidget(TextLabel(theme, self._action.what, DESKTOP.name, wrap=True))
        if self._action.first_step:
            step = TextLabel(
                theme, self._action.first_step, DESKTOP.secondary, tone=Tone.INK2, wrap=True
            )
            lines.addWidget(step)
        origin = row(spacing=6)
        shape = ThemeMark(theme)
        shape.show_session(self._action.theme, self._action.second)
        origin.addWidget(shape)
        said = ", ".join(part for part in (self._action.session, self._action.short) if part)
        origin.addWidget(
            TextLabel(
                theme, said, DESKTOP.secondary, tone=Tone.INK3, elide=Qt.TextElideMode.ElideRight
            ),
            1,
        )
        if said:
            lines.addLayout(origin)
        return lines

    def _owner(self, theme: DesktopTheme) -> QWidget:
        if not self._action.owner:
            return self._missing(theme, self._words.say("No owner yet"))
        text = self._action.owner
        if self._action.owner_absent:
            text = self._words.say("{owner} (not here)", owner=text)
        return TextLabel(theme, text, DESKTOP.body, wrap=True)

    def _due(self, theme: DesktopTheme) -> QWidget:
        if self._action.due is None:
            return self._missing(theme, self._words.say("No date yet"))
        return TextLabel(theme, self._words.day(self._action.due, "short"), DESKTOP.body, wrap=True)

    def _missing(self, theme: DesktopTheme, text: str) -> ChipButton:
        chip = ChipButton(theme, text, ChipKind.DASHED, height=20)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(self._edit)
        return chip

    def _acts(self, theme: DesktopTheme, *, agreed: bool) -> QWidget:
        words = self._words
        acts = QWidget()
        acts.setFixedWidth(_ACTS)
        line = row(acts, spacing=2)
        line.addStretch()
        agree = button(theme, words.say("Agree"), self._agree, Kind.QUIET)
        if not self._action.owner or self._action.due is None:
            agree.set_off(words.say("An action is agreed once it has an owner and a date."))
        agree.setVisible(not agreed)
        agree.setAccessibleName(words.say("Agree: {what}", what=self._action.what))
        line.addWidget(agree)
        for icon, do, name in (
            ("pencil", self._edit, words.say("Change: {what}", what=self._action.what)),
            ("trash-2", self._ask_why, words.say("Drop: {what}", what=self._action.what)),
        ):
            each = button(theme, "", do, Kind.QUIET, icon=icon, name=name)
            each.setFixedWidth(CONSOLE.control)
            line.addWidget(each)
        return acts

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


def _cell(widget: QWidget, width: int) -> QWidget:
    """A column of the table: `widget` at its top left."""
    cell = QWidget()
    cell.setFixedWidth(width)
    inside = column(cell)
    at = Qt.AlignmentFlag.AlignTop
    if isinstance(widget, TextLabel):
        inside.addWidget(widget, 0)
    else:
        inside.addWidget(widget, 0, at | Qt.AlignmentFlag.AlignLeft)
    inside.addStretch()
    return cell
