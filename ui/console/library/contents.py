"""Contents: what the library screen shows of an open library, and its search and filters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from ui import background
from ui.console.library.feeds import Feeds, Filter
from ui.console.library.listing import Listing
from ui.console.library.next_card import NextCard
from ui.console.library.row_menu import Act
from ui.console.run.building import clear, column, row
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.errors import WorkshopError
from workshop.finding import Finding
from workshop.words import Words, mark

if TYPE_CHECKING:
    from ui.console.library.later_parts import LaterParts
    from ui.console.library.screen import LibraryScreen
    from workshop.library import Library
    from workshop.shelf import WorkshopLine

_ABOVE_NOTICE: Final = 20
_FILTERS: Final = (mark("All"), mark("Upcoming"), mark("Past"), mark("Archived"))


class Contents(QObject):
    """Fills the parts of the `screen` from one library.

    The card and the first rows come at once; what takes longer, or is not looked at first, comes
    when these have been painted.
    """

    def __init__(
        self, theme: DesktopTheme, words: Words, library: Library, screen: LibraryScreen
    ) -> None:
        super().__init__(screen)
        self.library = library
        self._theme = theme
        self._words = words
        self._screen = screen
        self._finding = Finding(library)
        self._feeds: Feeds | None = None
        self._first: tuple[WorkshopLine, ...] = ()
        self._text = ""
        self._only: str | None = None
        self._today = date.min
        self.card: NextCard | None = None
        self.listing = Listing(theme, words)
        self.later: LaterParts | None = None
        self.filters = Segmented(theme, words.say("Show"), [words.say(each) for each in _FILTERS])
        self.filters.chosen.connect(lambda _: self._fill())
        self.title = TextLabel(theme, "")
        self._top = column()
        self._line = row(spacing=12)
        self._list = column()
        for part in (self._top, self._line, self._list):
            screen.body.addLayout(part)

    # --- Showing ----------------------------------------------------------------------------

    def show_now(self, today: date, only: str | None) -> None:
        """Show what is in the library now; of others than `only` that they are put away.

        Raises LibraryError where it cannot be read.
        """
        self._today = today
        feeds = self._feeds = Feeds(self._theme, self._words, self.library, self._finding, today)
        self._only = only if only is not None and feeds.has_others(only) else None
        only = self._only
        self._first = feeds.coming()
        if only is not None:
            self._first = tuple(line for line in self._first if line.id == only)
        at = self._focused()
        self._fill()
        if at is not None and self.listing.rows:
            self.listing.rows[min(at, len(self.listing.rows) - 1)].setFocus()
        QTimer.singleShot(0, self, self._show_later)

    def stand_on(self, workshop_id: str) -> bool:
        """Put the focus on a workshop, as far as the list is read; whether it is there."""
        goal = next((each for each in self.listing.rows if each.line.id == workshop_id), None)
        if self.card is not None and self.card.workshop_id == workshop_id:
            self.card.take_focus()
        elif goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, goal, lambda: self._screen.show_whole(goal))  # once it has a place
        else:
            return False
        return True

    def search(self, text: str) -> None:
        """Show only what has all words of `text`; everything again where there is none."""
        self._text = text.strip()
        self._fill()

    def read_on(self) -> None:
        """Read the next page of the list."""
        self.listing.more()

    def show_drawer_button(self, narrow: bool) -> None:
        """Offer the overdue actions as a drawer where there is no room for their column."""
        if self.later is not None:
            self.later.show_drawer_button(narrow)

    def drop(self) -> None:
        """Take everything away that does not stand in the screen's body; nothing comes later."""
        self._feeds = None
        if self.later is not None:
            self.later.drop()
        self.setParent(None)
        self.deleteLater()

    def _fill(self) -> None:
        """Show card and groups for the search and the filter as they are now."""
        if self._feeds is None:
            return
        try:
            self._fill_list(self._feeds)
        except WorkshopError as fault:
            self._screen.unreadable.emit(fault)

    def _fill_list(self, feeds: Feeds) -> None:
        self._show_card(feeds)
        clear(self._list)
        self.listing = Listing(self._theme, self._words)
        self.listing.asked.connect(self._ask)
        self.listing.reached.connect(self._screen.show_whole)
        self.listing.unreadable.connect(self._screen.unreadable)
        if self._only is not None:
            self._show_line("")
            self.listing.fill(feeds.alone(self._only), feeds.profiles)
            self._list.addWidget(self.listing)
            self._list.addSpacing(_ABOVE_NOTICE if self.listing.rows else 0)
            self._say_put_away()
            return
        shown = Filter(self.filters.current)
        groups = feeds.found(shown, self._text) if self._text else feeds.listed(shown, self._first)
        self.listing.fill(groups, feeds.profiles)
        self._show_line(self.listing.first_title)
        self._list.addWidget(self.listing)
        if not self.listing.rows:
            self._say_nothing(shown)

    def _show_card(self, feeds: Feeds) -> None:
        clear(self._top)
        self.card = None
        if self._first and not self._text:
            card = self.card = NextCard(self._theme, self._words, self._first[0], feeds.dates)
            card.asked.connect(self._ask)
            card.check_wanted.connect(self._screen.check_wanted)
            self._top.addWidget(card)
            self._top.addSpacing(24)

    def _show_line(self, title: str) -> None:
        """Show the first heading and the filters beside it, or neither where others are away."""
        if self._line.isEmpty():
            from exports.look.tokens import DESKTOP

            self.title.set_role(DESKTOP.group_title)
            self._line.setContentsMargins(0, 0, 0, 2)
            self._line.addWidget(self.title)
            self._line.addStretch()
            self._line.addWidget(self.filters)
        self.title.setText(title)
        for part in (self.title, self.filters):
            part.setVisible(self._only is None)

    def _show_later(self) -> None:
        """Bring what was not needed at once."""
        from ui.console.library.later_parts import LaterParts

        if self._feeds is None:
            return
        if self.later is None:
            self.later = LaterParts(self._theme, self._words, self._screen, self._line)
            self.later.searched.connect(self.search)
            self.later.list_wanted.connect(self._to_list)
            self.later.first_wanted.connect(self._open_first)
        try:
            self.later.show(
                self.library, self._today, self._feeds.dates, away=self._only is not None
            )
        except WorkshopError as fault:
            self._screen.unreadable.emit(fault)
            return
        # So that the first letter that is searched for does not wait for it.
        background.run(self._finding.read, lambda _: None, self._on_unread)

    def _on_unread(self, fault: Exception) -> None:
        if not isinstance(fault, WorkshopError):
            raise fault
        self._screen.unreadable.emit(fault)

    # --- What stands where nothing does -----------------------------------------------------

    def _say_put_away(self) -> None:
        from ui.console.widgets.empty_state import EmptyState

        words = self._words
        away = EmptyState(
            self._theme,
            words.say("Other workshops are put away"),
            words.say("The room can see this screen."),
            words.say("Show them"),
        )
        away.pressed.connect(self._show_others)
        self._list.addWidget(away)

    def _show_others(self) -> None:
        self._screen.others_wanted.emit()
        self.show_now(self._today, None)

    def _say_nothing(self, shown: Filter) -> None:
        words = self._words
        if self._text:
            said = words.say("No workshop here has “{text}”.", text=self._text)
        elif shown is Filter.ARCHIVED:
            said = words.say("Nothing is archived, and nothing deleted.")
        elif shown is not Filter.ALL:
            said = words.say("There are no others here.")
        elif self._first:
            return
        else:
            self._say_empty()
            return
        self._list.addSpacing(10)
        self._list.addWidget(TextLabel(self._theme, said, tone=Tone.INK2, wrap=True))

    def _say_empty(self) -> None:
        from ui.console.widgets.empty_state import EmptyState

        words = self._words
        empty = EmptyState(
            self._theme,
            words.say("No workshops yet"),
            words.say("A workshop is a day with its teams and its agenda. Rehearse once first."),
            words.say("New workshop"),
        )
        empty.pressed.connect(self._screen.new_wanted)
        self._list.addSpacing(14)
        self._list.addWidget(empty)

    # --- What is asked for ------------------------------------------------------------------

    def _to_list(self) -> None:
        """Go from the search to what was found, the first of it."""
        if self.card is not None:
            self.card.take_focus()
        elif self.listing.rows:
            self.listing.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        """Do with the first that was found what Enter does on it; nothing before a search."""
        if self._text and self.listing.rows:
            self._to_list()
            self.listing.rows[0].click()

    def _ask(self, act: str, workshop_id: str) -> None:
        screen = self._screen
        asked = {
            Act.OPEN: screen.opened,
            Act.PREPARE: screen.prepare_wanted,
            Act.CHARTS: screen.charts_wanted,
            Act.REPEAT: screen.repeat_wanted,
            Act.DUPLICATE: screen.duplicate_wanted,
            Act.EXPORT: screen.export_wanted,
            Act.ARCHIVE: screen.archive_wanted,
            Act.UNARCHIVE: screen.unarchive_wanted,
            Act.DELETE: screen.delete_wanted,
            Act.PUT_BACK: screen.put_back_wanted,
        }
        asked[Act(act)].emit(workshop_id)

    def _focused(self) -> int | None:
        """Which row has the focus."""
        return next((n for n, each in enumerate(self.listing.rows) if each.hasFocus()), None)
