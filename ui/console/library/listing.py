"""Listing: the rows of the library under their headings, read page by page as one scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.library.rows import ACTIONS_WIDTH, PROFILE_WIDTH, PastRow, WorkshopRow
from ui.console.run.building import column, row
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters import mini_profile
from ui.theme import DesktopTheme
from workshop.errors import WorkshopError
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.readings.profiles import MiniProfile
    from workshop.shelf import WorkshopLine

FIRST: Final = 20
"""So many rows are shown at once; more are read when the end of them comes into sight."""
_HEADING = tokens.Type(tokens.SANS, 12, 16, tokens.MEDIUM)


@dataclass(frozen=True, slots=True)
class Feed:
    """One group of the list: its heading, its next page, and how a line becomes a row.

    `read` is given the last line that is known, None before the first, and how many are.
    """

    title: str
    read: Callable[[WorkshopLine | None, int], Sequence[WorkshopLine]]
    make: Callable[[WorkshopLine], WorkshopRow]
    profiles: bool = False


class Listing(QWidget):
    """The groups one below the other; `asked` carries an act and a workshop's id.

    One row alone is a stop of the Tab key, arrows lead to the others; `reached` carries the row
    they led to, once it has a place. `unreadable` carries the WorkshopError of a library that
    cannot be read.
    """

    asked = Signal(str, str)
    reached = Signal(object)
    unreadable = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.rows: list[WorkshopRow] = []
        self.first_title = ""
        self._feeds: list[Feed] = []
        self._last: WorkshopLine | None = None
        self._known = 0
        self._profiles: Callable[[Sequence[str]], dict[str, MiniProfile]] = lambda _: {}
        self._steps: tuple[TextLabel, TextLabel] | None = None
        self._current: WorkshopRow | None = None
        self._seen: list[PastRow] = []
        self._column = column(self)

    @property
    def whole(self) -> bool:
        """Whether there is nothing more to read."""
        return not self._feeds

    def fill(
        self,
        feeds: Sequence[Feed],
        profiles: Callable[[Sequence[str]], dict[str, MiniProfile]],
    ) -> None:
        """Show these groups, the first rows of them at once; to be called once."""
        self._feeds = list(feeds)
        self._profiles = profiles
        while len(self.rows) < FIRST and self._feeds:
            self._read()

    def more(self) -> None:
        """Read the next page, if there is one."""
        if self._feeds:
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((n for n, each in enumerate(self.rows) if each.hasFocus()), None)
        last = len(self.rows) - 1
        to = {
            Qt.Key.Key_Up: (here or 0) - 1,
            Qt.Key.Key_Down: (here or 0) + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if here is None or to is None:
            super().keyPressEvent(event)
            return
        if to > last:
            self.more()
            last = len(self.rows) - 1
        goal = self.rows[min(last, max(0, to))]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, goal, lambda: self.reached.emit(goal))

    def _read(self) -> None:
        feed = self._feeds[0]
        try:
            lines = feed.read(self._last, self._known)
        except WorkshopError as fault:
            self._feeds = []
            self.unreadable.emit(fault)
            return
        if not lines:
            self._feeds.pop(0)
            self._last, self._known = None, 0
            return
        if not self._known:
            self._head(feed)
        for line in lines:
            self._add(feed.make(line))
        self._last, self._known = lines[-1], self._known + len(lines)

    def _add(self, made: WorkshopRow) -> None:
        made.asked.connect(self.asked)
        made.came.connect(self._stop_at)
        if isinstance(made, PastRow):
            made.seen.connect(lambda: self._want_profile(made))
        if not self.rows:
            self._stop_at(made)
        self.rows.append(made)
        self._column.addWidget(made)

    def _head(self, feed: Feed) -> None:
        """Put the heading of a group there; the title of a first one that says nothing more
        stands beside the filters.
        """
        if self.rows or feed.profiles:
            self._column.addSpacing(28 if self.rows else 10)
            self._column.addWidget(self._heading(feed))
            self._column.addSpacing(10)
        else:
            self.first_title = feed.title
            self._column.addSpacing(2)

    def _heading(self, feed: Feed) -> QWidget:
        """The title of a group, and above profiles what their line means."""
        theme, words = self._theme, self._words
        line = QWidget()
        across = row(line, spacing=0)
        across.addWidget(TextLabel(theme, feed.title, DESKTOP.group_title))
        across.addStretch()
        if not feed.profiles:
            return line
        scale = QWidget()
        scale.setFixedWidth(PROFILE_WIDTH)
        spread = row(scale, (4, 0, PROFILE_WIDTH - mini_profile.SIZE.width() + 4, 0), 0)
        low, high = (TextLabel(theme, "", _HEADING, tone=Tone.INK3) for _ in range(2))
        self._steps = (low, high)
        spread.addWidget(low)
        spread.addStretch()
        spread.addWidget(TextLabel(theme, words.say("profile"), _HEADING, tone=Tone.INK3))
        spread.addStretch()
        spread.addWidget(high)
        across.addWidget(scale)
        actions = QWidget()
        actions.setFixedWidth(ACTIONS_WIDTH)
        end = row(actions, spacing=0)
        end.addStretch()
        end.addWidget(TextLabel(theme, words.say("actions"), _HEADING, tone=Tone.INK3))
        across.addWidget(actions)
        return line

    def _stop_at(self, made: WorkshopRow) -> None:
        """Let the Tab key stop at this row alone."""
        if self._current is not None:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = made
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _want_profile(self, made: PastRow) -> None:
        if not self._seen:
            QTimer.singleShot(0, self, self._show_profiles)
        self._seen.append(made)

    def _show_profiles(self) -> None:
        """Read the profiles of all rows that came into sight, at once."""
        seen, self._seen = self._seen, []
        try:
            found = self._profiles([each.line.id for each in seen])
        except WorkshopError as fault:
            self.unreadable.emit(fault)
            return
        for each in seen:
            if each.line.id in found:
                each.set_profile(found[each.line.id])
        self._show_steps()

    def _show_steps(self) -> None:
        """Name the ends of the line, where all profiles have the same."""
        past = [each for each in self.rows if isinstance(each, PastRow)]
        known = {each.profile.steps for each in past if each.profile is not None}
        if self._steps is not None and len(known) == 1:
            self._steps[0].setText("1")
            self._steps[1].setText(str(known.pop()))
