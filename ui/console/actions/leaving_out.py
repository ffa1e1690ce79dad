"""Leaving out: the foot of the inspector: what is saved, and dropping or deleting the action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.field import LineField
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.words import Words, mark

_LOW = 32

WHY = mark("Write why, so that it can be read later.")


class LeavingOut(QWidget):
    """`dropped` carries the reason, once it is written; `deleted` comes at once: it is undoable.

    `taken_back` comes where the action was dropped already.
    """

    dropped = Signal(str)
    taken_back = Signal()
    deleted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self.reason = LineField(theme, words.say("Why is it dropped?"))
        self.reason.entered.connect(self._drop)
        self.reason.hide()
        self._saved = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self.drop = button(theme, words.say("Drop"), self.ask_why, Kind.QUIET)
        self.delete = button(theme, words.say("Delete action"), self.deleted.emit, Kind.QUIET)
        self.back = button(theme, words.say("Take it back"), self.taken_back.emit, Kind.QUIET)
        self.back.hide()
        self.why = TextLabel(theme, "", DESKTOP.body, wrap=True)
        self.why.hide()
        for each in (self.drop, self.delete, self.back):
            each.setFixedHeight(min(_LOW, CONSOLE.control))
        foot = row(spacing=4)
        foot.addWidget(self._saved)
        foot.addStretch()
        foot.addWidget(self.drop)
        foot.addWidget(self.delete)
        foot.addWidget(self.back)
        whole = column(self, spacing=8)
        whole.addWidget(self.why)
        whole.addWidget(self.reason)
        whole.addLayout(foot)

    @property
    def said(self) -> str:
        """What stands at the left of the foot."""
        return self._saved.text()

    def show_saved(self, *, saved: bool) -> None:
        """Say that all is kept, or nothing while something is typed."""
        self._saved.setText(self._words.say("Saved") if saved else "")
        self._saved.updateGeometry()

    def show_dropped(self, reason: str | None) -> None:
        """Say why the action was dropped, and offer it back; None where it was not."""
        there = reason is not None
        said = self._words.say("Dropped: {reason}", reason=reason) if reason else ""
        self.why.setText(said or self._words.say("Dropped without a reason."))
        for each in (self.why, self.back):
            each.setVisible(there)
        if there:
            self.allow(allowed=False)

    def allow(self, *, allowed: bool) -> None:
        """Whether there is an action that could be left out."""
        self.drop.setVisible(allowed)
        self.delete.setVisible(allowed)
        if not allowed:
            self.cancel()

    def ask_why(self) -> None:
        """Let the reason be written; Enter drops the action."""
        self.reason.set_text("")
        self.reason.set_error("")
        self.reason.show()
        self.reason.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def cancel(self) -> None:
        """Drop nothing."""
        self.reason.hide()

    def _drop(self, reason: str) -> None:
        if reason.strip():
            self.reason.hide()
            self.dropped.emit(reason)
        else:
            self.reason.set_error(self._words.say(WHY))
