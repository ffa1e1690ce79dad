"""Keys list: the keys that work at this moment, read from the table that routes them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.review_keys import REVIEW_KEYS
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel
from ui.keys import DOES, KEYS, Intent, key_of
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.kinds import Step, Way
from workshop.practice import PRACTICE_ROUND
from workshop.profile_views import View
from workshop.steps import State
from workshop.words import Words

_KEYS = 190
_CLOSE = (State.CLOSING, State.CLOSE_SHOWN)  # there H goes to the show of fingers
_CHARTS = (State.REVEAL, State.TALK, State.PROFILE)  # there the room sees one


def works_now(
    intent: Intent,
    scene: ConsoleScene,
    *,
    alone: bool,
    refused: Collection[Intent] = (),
) -> bool:
    """Whether a key does anything but refuse at this moment.

    `alone`: wall and console share a screen. `refused` are those that the run screen knows of.
    """
    if intent in refused:
        return False
    question = scene.question
    conditions: dict[Intent, bool] = {
        Intent.NEXT: scene.next.enabled or scene.finished,
        Intent.BACK: scene.can_back,
        Intent.BLANK: scene.can_blank,
        Intent.TOUCH: scene.can_touch,
        Intent.TALLY: scene.can_tally or scene.state in _CLOSE,
        Intent.PAPER: Way.PAPER in scene.ways and scene.round_id not in (None, PRACTICE_ROUND),
        Intent.MORE_TIME: scene.can_add_time,
        Intent.LESS_TIME: scene.can_add_time,
        Intent.VOTE_AGAIN: scene.can_vote_again,
        Intent.NOTE: question is not None and question.question_id is not None,
        Intent.SKIP: scene.can_skip,
        Intent.EVIDENCE: scene.step is Step.RECORD,
        Intent.HOLD: scene.can_hold,
        Intent.APART: scene.can_apart,
        Intent.FOR_SOMEONE: scene.round_id is not None,
        Intent.WHAT_CAN_GO: scene.can_improvise,
        Intent.INSERT: scene.can_improvise,
        Intent.SWAP: not alone,
        Intent.FILL: alone,
        Intent.RADAR: _offers_radar(scene),
        Intent.PICTURE: scene.state in _CHARTS,
        Intent.VIEW: scene.views is not None and len(scene.views.lines) > 1,
        Intent.UNDO: bool(scene.undo),
        Intent.REDO: bool(scene.redo),
    }
    return conditions.get(intent, True)


def _offers_radar(scene: ConsoleScene) -> bool:
    lines = scene.views.lines if scene.views is not None else ()
    return any(line.view is View.RADAR for line in lines)


class KeysList(QWidget):
    """A panel that takes the centre; `closed` asks to put it away."""

    closed = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._shown: tuple[tuple[Intent, ...], bool] = ((), False)
        self._list = Sheet()
        self._lines = column(self._list)
        head = row()
        title = words.say("Keys that work now")
        elide = Qt.TextElideMode.ElideRight
        head.addWidget(TextLabel(theme, title, DESKTOP.section_title, elide=elide))
        head.addStretch()
        head.addWidget(
            button(
                theme,
                words.say("Close"),
                self.closed.emit,
                key=words.say(key_of(Intent.LEAVE)),
            )
        )
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, 24), 16)
        whole.addLayout(head)
        whole.addWidget(self._list)
        whole.addStretch()
        column(self).addWidget(scrolled(content, title))

    @property
    def intents(self) -> tuple[Intent, ...]:
        """What it lists, in the order of the table."""
        return self._shown[0]

    def show_scene(
        self, scene: ConsoleScene, *, alone: bool, refused: Collection[Intent] = ()
    ) -> None:
        """List what works in this scene."""
        intents = tuple(
            intent for intent in DOES if works_now(intent, scene, alone=alone, refused=refused)
        )
        shown = (intents, bool(scene.review))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._lines)
        lines = [keys_line(self._theme, self._words, intent) for intent in intents]
        if scene.review:
            lines = [*review_lines(self._theme, self._words), *lines]
        for line in lines:
            self._lines.addWidget(Hairline(self._theme))
            self._lines.addWidget(line)


def keys_line(theme: DesktopTheme, words: Words, intent: Intent) -> QWidget:
    """What a key does, behind the keys that do it."""
    shown = [binding.shown for binding in KEYS if binding.intent is intent]
    return _line(theme, words, shown, DOES[intent])


def review_lines(theme: DesktopTheme, words: Words) -> list[QWidget]:
    """The same for the keys of the review, which no other page has."""
    return [_line(theme, words, each.shown, each.does) for each in REVIEW_KEYS]


def _line(theme: DesktopTheme, words: Words, shown: Sequence[str], does: str) -> QWidget:
    line = QWidget()
    keys = QWidget()
    keys.setFixedWidth(_KEYS)
    hints = row(keys, spacing=6)
    for key in shown:
        hints.addWidget(KeyHint(theme, words.say(key)))
    hints.addStretch()
    inner = row(line, (0, 6, 0, 6), 16)
    inner.addWidget(keys)
    inner.addWidget(TextLabel(theme, words.say(does), DESKTOP.body, wrap=True), 1)
    return line
