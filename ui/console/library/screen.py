"""Library screen: the next workshop first, then what is to come, then what has been."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import clear, column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.text_label import TextLabel
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from datetime import date

    from workshop.shelf import WorkshopLine

_PADDING_X, _PADDING_Y = 40, 32


class LibraryScreen(QWidget):
    """The first screen; it stands before the library is open, and is filled once it is.

    `opened`, `check_wanted` and `export_wanted` carry a workshop's id.
    """

    opened = Signal(str)
    check_wanted = Signal(str)
    export_wanted = Signal(str)
    new_wanted = Signal()
    rehearsal_wanted = Signal()
    copy_wanted = Signal()
    prepare_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.copy = Button(theme, words.say("Open a copy…"), Kind.QUIET, icon="hard-drive")
        self.copy.clicked.connect(self.copy_wanted)
        self.rehearse = Button(theme, words.say("Rehearse"), icon="play")
        self.rehearse.clicked.connect(self.rehearsal_wanted)
        self.new = Button(
            theme, words.say("New workshop"), Kind.PRIMARY, icon="plus", key=words.say("Ctrl N")
        )
        self.new.clicked.connect(self.new_wanted)
        content = QWidget()
        whole = column(content, (_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y))
        head = row(spacing=12)
        head.addWidget(TextLabel(theme, words.say("Workshops"), DESKTOP.screen_title))
        head.addStretch()
        head.addWidget(self.copy)
        head.addWidget(self.rehearse)
        head.addWidget(self.new)
        whole.addLayout(head)
        whole.addSpacing(24)
        self._list = column()
        whole.addLayout(self._list)
        whole.addStretch()
        across = row(self, spacing=0)
        across.addWidget(_Scroll(content, words.say("Workshops")), 1)
        self.set_ready(False)

    def set_ready(self, ready: bool) -> None:
        """Whether the library is open, so that there is somewhere to put a new workshop."""
        for each in (self.copy, self.rehearse, self.new):
            if ready:
                each.set_on()
            else:
                each.set_off(self._words.say("The library is not open."))

    def show_workshops(
        self, lines: Sequence[WorkshopLine], today: date, *, only: str | None = None
    ) -> None:
        """Fill the list; what has ended stands under Past, the latest first.

        `only` is the id of the one workshop that a room which sees the console may see; the
        others are put away until asked for.
        """
        from ui.console.library.dates import Dates
        from ui.console.library.next_card import NextCard
        from ui.console.library.rows import PastRow, UpcomingRow

        self.set_ready(True)
        clear(self._list)
        theme, words, dates = self._theme, self._words, Dates(self._words, today)
        kept = [line for line in lines if not line.archived]
        shown = [line for line in kept if only in (None, line.id)]
        past = [line for line in shown if line.state == "past"]
        ahead = sorted((line for line in shown if line.state != "past"), key=_coming(today))
        if not kept:
            self._say_empty()
        if ahead:
            card = NextCard(theme, words, ahead[0], dates)
            card.opened.connect(self.opened)
            card.check_wanted.connect(self.check_wanted)
            self._list.addWidget(card)
        if ahead[1:]:
            self._head(words.say("Upcoming"))
            for line in ahead[1:]:
                upcoming = UpcomingRow(theme, words, line, dates)
                upcoming.opened.connect(self.opened)
                self._list.addWidget(upcoming)
        if past:
            self._head(words.say("Past"))
            for line in past:
                ended = PastRow(theme, words, line, dates)
                ended.export_wanted.connect(self.export_wanted)
                self._list.addWidget(ended)
        if len(shown) < len(kept):
            self._say_put_away(lambda: self.show_workshops(lines, today))

    def show_fault(self, panel: QWidget) -> None:
        """Show why the list cannot be."""
        self.set_ready(False)
        clear(self._list)
        self._list.addWidget(panel)
        panel.show()  # at once, so that it can take the focus

    def _head(self, title: str) -> None:
        if self._list.count():
            self._list.addSpacing(32)
        self._list.addWidget(TextLabel(self._theme, title, DESKTOP.group_title))
        self._list.addSpacing(10)

    def _say_put_away(self, show: Callable[[], object]) -> None:
        from ui.console.widgets.empty_state import EmptyState

        words = self._words
        away = EmptyState(
            self._theme,
            words.say("Other workshops are put away"),
            words.say("The room can see this screen."),
            words.say("Show them"),
        )
        away.pressed.connect(show)
        if self._list.count():
            self._list.addSpacing(32)
        self._list.addWidget(away)

    def _say_empty(self) -> None:
        from ui.console.widgets.empty_state import EmptyState

        words = self._words
        empty = EmptyState(
            self._theme,
            words.say("No workshops yet"),
            words.say("A workshop is a day with its teams and its agenda. Rehearse once first."),
            words.say("New workshop"),
        )
        empty.pressed.connect(self.new_wanted)
        self._list.addWidget(empty)


class _Scroll(QScrollArea):
    """The list as wide as its room.

    It brings its own viewport: to hand out Qt's, PySide makes the types of all widgets there are,
    which costs more than the whole list.
    """

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)


def _coming(today: date) -> Callable[[WorkshopLine], tuple[bool, bool, date, int]]:
    """Order of what is to come: what goes on, then by day; days that have passed come last."""

    def order(line: WorkshopLine) -> tuple[bool, bool, date, int]:
        return line.state != "live", line.held_on < today, line.held_on, line.starts_at

    return order
