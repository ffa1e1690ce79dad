"""Keys: every key that leads a day, in one table and one filter for the whole application.

The filter and the list of keys that a facilitator reads are made of the same table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from exports.look import tokens
from workshop.words import mark

OWNS_KEYS: Final = "ownsKeys"
"""The property of a widget that uses Space and the arrows itself, however it got the focus."""
STEPS: Final = "steps"
"""The property of the next button: on it Space steps, even where it was reached by Tab."""


class Intent(StrEnum):
    """What a key asks for."""

    NEXT = "next"
    BACK = "back"
    BLANK = "blank"
    TOUCH = "touch"
    TALLY = "tally"
    MORE_TIME = "more time"
    LESS_TIME = "less time"
    VOTE_AGAIN = "vote again"
    PARK = "park"
    ACTION = "action"
    NOTE = "note"
    SKIP = "skip"
    JUMP = "jump"
    SWAP = "swap"
    FILL = "fill"
    UNDO = "undo"
    REDO = "redo"
    READ_BACK = "read-back"
    FOCUS_NEXT = "focus next"
    EVIDENCE = "evidence"
    HOLD = "hold"
    APART = "apart"
    RADAR = "radar"
    VIEW = "view"
    WHAT_CAN_GO = "what can go"
    PRESENCE = "presence"
    PAPER = "paper"
    CHARTS = "charts"
    PICTURE = "picture"
    FOR_SOMEONE = "for someone"
    INSERT = "insert"
    COPY = "copy"
    EXPORT = "export"
    LEAVE = "leave"
    KEYS = "keys"
    HELP = "help"


class Rule(Enum):
    """When a key is ours and not that of the widget with the focus."""

    ALWAYS = auto()
    NO_CONTROL = auto()  # no text field, and no control that was reached by Tab
    NO_FIELD = auto()  # no text field
    NO_TEXT = auto()  # nothing that letters can be typed into or copied from


@dataclass(frozen=True, slots=True)
class Binding:
    """One key of the table; `clicker` keys count once when they bounce."""

    key: Qt.Key
    intent: Intent
    rule: Rule
    shown: str
    control: bool = False
    shift: bool = False
    clicker: bool = False


_K = Qt.Key
KEYS: Final = (
    Binding(_K.Key_PageDown, Intent.NEXT, Rule.ALWAYS, mark("Page Down"), clicker=True),
    Binding(_K.Key_Space, Intent.NEXT, Rule.NO_CONTROL, mark("Space")),
    Binding(_K.Key_Right, Intent.NEXT, Rule.NO_CONTROL, mark("Right")),
    Binding(_K.Key_PageUp, Intent.BACK, Rule.ALWAYS, mark("Page Up"), clicker=True),
    Binding(_K.Key_Left, Intent.BACK, Rule.NO_CONTROL, mark("Left")),
    Binding(_K.Key_B, Intent.BLANK, Rule.NO_FIELD, mark("B"), clicker=True),
    Binding(_K.Key_Period, Intent.BLANK, Rule.NO_FIELD, mark("."), clicker=True),
    Binding(_K.Key_T, Intent.TOUCH, Rule.NO_FIELD, mark("T")),
    Binding(_K.Key_H, Intent.TALLY, Rule.NO_FIELD, mark("H")),
    Binding(_K.Key_Plus, Intent.MORE_TIME, Rule.NO_FIELD, mark("+")),
    Binding(_K.Key_Minus, Intent.LESS_TIME, Rule.NO_FIELD, mark("-")),
    Binding(_K.Key_V, Intent.VOTE_AGAIN, Rule.NO_FIELD, mark("V")),
    Binding(_K.Key_P, Intent.PARK, Rule.NO_FIELD, mark("P")),
    Binding(_K.Key_A, Intent.ACTION, Rule.NO_FIELD, mark("A")),
    Binding(_K.Key_N, Intent.NOTE, Rule.NO_FIELD, mark("N")),
    Binding(_K.Key_S, Intent.SKIP, Rule.NO_FIELD, mark("S")),
    Binding(_K.Key_J, Intent.JUMP, Rule.NO_FIELD, mark("J")),
    Binding(_K.Key_X, Intent.SWAP, Rule.NO_FIELD, mark("X")),
    Binding(_K.Key_F5, Intent.FILL, Rule.ALWAYS, mark("F5")),
    Binding(_K.Key_Z, Intent.UNDO, Rule.NO_FIELD, mark("Ctrl Z"), control=True),
    Binding(_K.Key_Z, Intent.REDO, Rule.NO_FIELD, mark("Ctrl Shift Z"), control=True, shift=True),
    Binding(_K.Key_R, Intent.READ_BACK, Rule.ALWAYS, mark("Ctrl R"), control=True),
    Binding(_K.Key_E, Intent.EVIDENCE, Rule.ALWAYS, mark("Ctrl E"), control=True),
    Binding(_K.Key_F, Intent.HOLD, Rule.NO_FIELD, mark("F")),
    Binding(_K.Key_E, Intent.APART, Rule.NO_FIELD, mark("E")),
    Binding(_K.Key_R, Intent.RADAR, Rule.NO_FIELD, mark("R")),
    Binding(_K.Key_D, Intent.VIEW, Rule.NO_FIELD, mark("D")),
    Binding(_K.Key_G, Intent.WHAT_CAN_GO, Rule.NO_FIELD, mark("G")),
    Binding(_K.Key_P, Intent.PRESENCE, Rule.ALWAYS, mark("Ctrl P"), control=True),
    Binding(_K.Key_H, Intent.PAPER, Rule.ALWAYS, mark("Ctrl H"), control=True),
    Binding(_K.Key_O, Intent.FOR_SOMEONE, Rule.NO_FIELD, mark("O")),
    Binding(_K.Key_I, Intent.INSERT, Rule.NO_FIELD, mark("I")),
    Binding(_K.Key_C, Intent.CHARTS, Rule.NO_FIELD, mark("C")),
    Binding(_K.Key_C, Intent.PICTURE, Rule.NO_TEXT, mark("Ctrl C"), control=True),
    Binding(_K.Key_S, Intent.COPY, Rule.ALWAYS, mark("Ctrl S"), control=True),
    Binding(_K.Key_S, Intent.EXPORT, Rule.ALWAYS, mark("Ctrl Shift S"), control=True, shift=True),
    Binding(_K.Key_F6, Intent.FOCUS_NEXT, Rule.ALWAYS, mark("F6")),
    Binding(_K.Key_Escape, Intent.LEAVE, Rule.ALWAYS, mark("Esc")),
    Binding(_K.Key_Question, Intent.KEYS, Rule.NO_FIELD, mark("?")),
    Binding(_K.Key_F1, Intent.HELP, Rule.ALWAYS, mark("F1")),
)

DOES: Final = {
    Intent.NEXT: mark("next step, as the next button says"),
    Intent.BACK: mark("show the step before; takes a reveal back"),
    Intent.BLANK: mark("blank the wall, or show it again"),
    Intent.TOUCH: mark("a team votes at the screen"),
    Intent.TALLY: mark("count hands and type the tally"),
    Intent.MORE_TIME: mark("one more minute"),
    Intent.LESS_TIME: mark("one minute less"),
    Intent.VOTE_AGAIN: mark("vote once more"),
    Intent.PARK: mark("park a thought"),
    Intent.ACTION: mark("add an action"),
    Intent.NOTE: mark("write a private note"),
    Intent.SKIP: mark("skip this"),
    Intent.JUMP: mark("jump: arrows choose, Enter goes there"),
    Intent.SWAP: mark("swap the screens"),
    Intent.FILL: mark("fill the screen with the wall, and back"),
    Intent.UNDO: mark("undo"),
    Intent.REDO: mark("redo"),
    Intent.READ_BACK: mark("jump to the read-back"),
    Intent.EVIDENCE: mark("write the evidence, in Record"),
    Intent.HOLD: mark("hold the wall as it is; F again or a vote lets it go on"),
    Intent.APART: mark("the teams apart, at a reveal"),
    Intent.RADAR: mark("the profile as a radar, and back"),
    Intent.VIEW: mark("the profile’s next view: sessions, radar, themes, teams"),
    Intent.WHAT_CAN_GO: mark("what can go, and when the day then ends"),
    Intent.PRESENCE: mark("who is present"),
    Intent.PAPER: mark("type ballots that came on paper"),
    Intent.FOR_SOMEONE: mark("vote for someone, who is on the telephone"),
    Intent.INSERT: mark("add a question or an agenda item on the spot"),
    Intent.CHARTS: mark("the charts of what is revealed, and what their marks stand for"),
    Intent.PICTURE: mark("copy the chart that is shown, as a picture"),
    Intent.COPY: mark("copy the workshop to the folder for copies, now"),
    Intent.EXPORT: mark("write the files: plan, report, charts, numbers"),
    Intent.FOCUS_NEXT: mark("to the next button"),
    Intent.LEAVE: mark("leave a field, close a panel"),
    Intent.KEYS: mark("this list"),
    Intent.HELP: mark("the manual, and back to where you were"),
}

# With NumLock off the keypad's digits arrive as these.
_UNLOCKED: Final = {
    _K.Key_Insert: 0,
    _K.Key_End: 1,
    _K.Key_Down: 2,
    _K.Key_PageDown: 3,
    _K.Key_Left: 4,
    _K.Key_Clear: 5,
    _K.Key_Right: 6,
    _K.Key_Home: 7,
    _K.Key_Up: 8,
    _K.Key_PageUp: 9,
}
_ARROWS: Final = {_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down}
_BY_TAB: Final = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_TURNS_ARROWS: Final = sys.platform == "darwin"  # there arrows carry the keypad's modifier too


def key_of(intent: Intent) -> str:
    """The first key of the table that asks for `intent`, to be said by words."""
    return next(binding.shown for binding in KEYS if binding.intent is intent)


def in_field(widget: QWidget | None) -> bool:
    """Whether letters typed now go into a text field."""
    return isinstance(widget, _FIELDS) and not (
        isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)) and widget.isReadOnly()
    )


class KeyRouter(QObject):
    """The one filter of the application.

    `asked` carries an Intent, `released` one whose key was let go, `digit` a key of the vote at
    the wall (0 is don't know) and `enter` its Enter. While `listens` is False, or a menu or a
    dialog is open, all keys go their own way. `arrows_to` takes Left and Right where they would
    step: the scale in Record. `letters_to` is offered every plain letter and digit first, and Up
    and Down, where no field has the focus, and answers whether it took it. `clock` gives ms.
    """

    asked = Signal(object)
    released = Signal(object)
    digit = Signal(int)
    enter = Signal()

    def __init__(
        self,
        application: QApplication,
        clock: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._clock = clock
        self._by_tab = False
        self._pressed_at: dict[Intent, int] = {}
        self.wall_votes = False
        self.listens = True
        self.arrows_to: Callable[[Qt.Key], None] | None = None
        self.letters_to: Callable[[Qt.Key], bool] | None = None
        application.installEventFilter(self)

    def close(self) -> None:
        """Listen no more."""
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the application comes by: its class tells most apart, and costs far less
        # than its type, of which Python makes an enum first.
        if isinstance(event, QKeyEvent):
            kind = event.type()
            if kind is QEvent.Type.KeyPress:
                self._close_menu_for_clicker(event)
                return self._heard() and self._press(event)
            return kind is QEvent.Type.KeyRelease and self._heard() and self._release(event)
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            self._by_tab = event.reason() in _BY_TAB
        return False

    def steps_with_space(self, focus: QWidget | None) -> bool:
        """Whether Space would step now, or belongs to what has the focus."""
        space = next(binding for binding in KEYS if binding.key == _K.Key_Space)
        return self._ours(space, focus)

    def _close_menu_for_clicker(self, event: QKeyEvent) -> None:
        """A menu that was left open must not stop the one who walks about with the clicker."""
        menu, binding = self._application.activePopupWidget(), _binding(event)
        clicker = binding is not None and binding.clicker and binding.rule is Rule.ALWAYS
        if self.listens and menu is not None and clicker:
            menu.close()

    def _heard(self) -> bool:
        app = self._application
        return self.listens and app.activePopupWidget() is None and app.activeModalWidget() is None

    def _press(self, event: QKeyEvent) -> bool:
        if self.wall_votes and _of_keypad(event):
            if not event.isAutoRepeat():
                self._vote(event)
            return True
        focus = self._application.focusWidget()
        if self.wall_votes and not in_field(focus) and _row_digit(event) is not None:
            if not event.isAutoRepeat():
                self._vote(event)
            return True
        letters = self.letters_to if self._for_page(event, focus) else None
        if letters is not None and letters(_K(event.key())):
            return True
        binding = _binding(event)
        if binding is None or not self._ours(binding, focus):
            return False
        if self.arrows_to is not None and event.key() in (_K.Key_Left, _K.Key_Right):
            self.arrows_to(_K(event.key()))
            return True
        if not event.isAutoRepeat() and not self._bounced(binding):
            self.asked.emit(binding.intent)
        return True

    def _for_page(self, event: QKeyEvent, focus: QWidget | None) -> bool:
        """Whether the page in the centre may use this key before the day does."""
        if in_field(focus):
            return False
        if event.key() in (_K.Key_Up, _K.Key_Down):
            taken = focus is not None and bool(self._by_tab or focus.property(OWNS_KEYS))
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            return plain and (not taken or (focus is not None and bool(focus.property(STEPS))))
        return _letter(event) or (_row_digit(event) is not None and not event.isAutoRepeat())

    def _release(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return False
        if event.key() == _K.Key_N:
            self.released.emit(Intent.NOTE)
        return False

    def _vote(self, event: QKeyEvent) -> None:
        if event.key() in (_K.Key_Enter, _K.Key_Return):
            self.enter.emit()
            return
        answer = _UNLOCKED.get(_K(event.key()), _row_digit(event))
        if answer is not None:
            self.digit.emit(answer)

    def _ours(self, binding: Binding, focus: QWidget | None) -> bool:
        if binding.rule is Rule.ALWAYS:
            return True
        if in_field(focus):
            return False
        if binding.rule is Rule.NO_TEXT:
            return not isinstance(focus, _FIELDS)  # one that is read may have a selection
        if binding.rule is Rule.NO_FIELD or focus is None or focus.property(STEPS):
            return True
        return not (self._by_tab or focus.property(OWNS_KEYS))

    def _bounced(self, binding: Binding) -> bool:
        """Whether a clicker sent the same key again too soon to be meant."""
        if not binding.clicker:
            return False
        now = self._clock()
        last = self._pressed_at.get(binding.intent)
        self._pressed_at[binding.intent] = now
        return last is not None and 0 <= now - last < tokens.CLICKER_GUARD_MS


def _of_keypad(event: QKeyEvent) -> bool:
    if not event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return False
    return not (_TURNS_ARROWS and event.key() in _ARROWS)


def _row_digit(event: QKeyEvent) -> int | None:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if plain == Qt.KeyboardModifier.NoModifier and _K.Key_0 <= event.key() <= _K.Key_9:
        return event.key() - _K.Key_0
    return None


def _letter(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return plain and not event.isAutoRepeat() and _K.Key_A <= event.key() <= _K.Key_Z


def _binding(event: QKeyEvent) -> Binding | None:
    modifiers = event.modifiers()
    if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    for binding in KEYS:
        # Shift is part of how + and ? are typed, and Caps Lock of how letters are.
        same = binding.key == event.key() and binding.control == control
        if same and (not control or binding.shift == shift):
            return binding
    return None
