"""Home: what the window shows while no workshop is in work, the list or how to begin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ui.at_hand import AtHand
from ui.console.navigation import Section
from ui.one_screen import console_is_seen
from ui.sections import Sections
from ui.theme import DesktopTheme

if TYPE_CHECKING:
    from ui.console.first_run import FirstRun
    from ui.console.library.screen import LibraryScreen
    from workshop.library import Library


class Home:
    """Shows the sections beside the navigation, or the first run where there is no workshop.

    `frame` is what the window shows already. `connect` and `connect_first_run` are given each that
    is made after it; `report` makes what is sent on where something went wrong.
    """

    def __init__(
        self,
        at_hand: AtHand,
        theme: DesktopTheme,
        frame: Sections,
        report: Callable[[], str],
        connect: Callable[[Sections], None],
        connect_first_run: Callable[[FirstRun], None],
    ) -> None:
        self._at = at_hand
        self._window = at_hand.window
        self._words = at_hand.words
        self._theme = theme
        self._frame = frame
        self._report = report
        self._connect = connect
        self._connect_first_run = connect_first_run
        self._skipped = False
        self._led_last: str | None = None
        self._others_wanted = False
        frame.library.others_wanted.connect(self._show_others)

    def show(self, library: Library, today: date) -> None:
        """Show the list as it is now, or how to begin where nothing is in it.

        Raises LibraryError where the library cannot be read.
        """
        if self._skipped or library.has_workshops():
            only = self._only_for_the_room(library, today)
            self.screen().show_library(library, today, only=only)
        else:
            self._show_first_run(library)

    def skip(self) -> None:
        """Show the list from now on, be it empty."""
        self._skipped = True

    def note_led(self, workshop_id: str) -> None:
        """A workshop is led: the room may be watching the list that comes after it."""
        self._led_last = workshop_id
        self._others_wanted = False

    def stand_on(self, workshop_id: str) -> None:
        """Put the focus on a workshop of the list, where that is shown."""
        if self._window.screen_shown is self._frame:
            self._frame.library.stand_on(workshop_id)

    def show_settings(self) -> None:
        """Show the settings beside the navigation."""
        self.screen()
        self._frame.choose(Section.SETTINGS)
        self._frame.navigation.entries[Section.SETTINGS].setFocus()

    def wait(self, working: str) -> None:
        """Show the list's frame without a library, and why."""
        from ui.console.widgets.empty_state import EmptyState

        said = self._words.say("This takes a moment. Nothing is lost if it breaks off.")
        self.screen().show_fault(EmptyState(self._theme, working, said))

    def screen(self) -> LibraryScreen:
        """The list's screen, on show; a new one where another screen was."""
        if self._window.screen_shown is not self._frame:
            self._frame = Sections(self._theme, self._words)
            self._frame.library.others_wanted.connect(self._show_others)
            self._connect(self._frame)
            self._window.show_screen(self._frame)
        self._frame.use(self._at.library(), self._at.settings, self._report)
        return self._frame.show_library()

    def _only_for_the_room(self, library: Library, today: date) -> str | None:
        """The workshop of today, where a room may be watching the console; else None."""
        if self._others_wanted or not console_is_seen(self._window):
            return None
        live = library.live_workshop()
        led = None if live or self._led_last is None else library.workshop(self._led_last)
        return led.id if led is not None and led.held_on == today else live

    def _show_others(self) -> None:
        """Put no workshop away any more, until one is led again."""
        self._others_wanted = True

    def _show_first_run(self, library: Library) -> None:
        from ui.console.first_run import FirstRun

        screen = FirstRun(self._theme, self._words, library.path)
        self._connect_first_run(screen)
        self._window.show_screen(screen)
        screen.rehearse.setFocus()
