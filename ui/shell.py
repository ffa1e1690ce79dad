"""Shell: which screen the window shows, and what leads from one to the other; made once painted."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.at_hand import AtHand
from ui.collector import keep_collection_on_gui_thread
from ui.console.window import ConsoleWindow
from ui.crash import Crash
from ui.fault_notices import FaultNotices
from ui.helping import Helping
from ui.home import Home
from ui.idle_imports import IdleImports
from ui.keeping import Keeping
from ui.library_acts import LibraryActs
from ui.library_opening import LibraryOpening
from ui.library_swap import LibrarySwap
from ui.making import Making
from ui.rehearsals import Rehearsals
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop.errors import LibraryError, WorkshopError
from workshop.words import Words

if TYPE_CHECKING:
    from ui.console.first_run import FirstRun
    from ui.console.widgets.notice_bar import NoticeBar
    from ui.opened import OpenedWorkshop
    from ui.preparing import Preparation
    from ui.room_check import RoomCheck
    from ui.sections import Sections
    from workshop.library import Library
    from workshop.live import LiveWorkshop


class Shell(QObject):
    """Leads between the screens of the console.

    `ready` comes when the library is open and can be used, `ended` once everything is kept.
    """

    ready = Signal()
    ended = Signal()

    def __init__(
        self,
        window: ConsoleWindow,
        frame: Sections,
        theme: DesktopTheme,
        words: Words,
        settings: Settings,
        crash: Crash,
    ) -> None:
        super().__init__(window)
        self.library: Library | None = None
        self.opened: OpenedWorkshop | None = None
        self._window = window
        self._theme = theme
        self._words = words
        self._settings = settings
        self._faults = FaultNotices(crash, lambda: self.notices, words, self)
        self.check: RoomCheck | None = None
        self.preparation: Preparation | None = None
        self._prepared_before: str | None = None  # what a check or a rehearsal goes back to
        self._opening: LibraryOpening
        self._idle = IdleImports(self, self._rest)
        window.new_asked.connect(self.new_workshop)
        self.help = Helping(window, theme, words, lambda: self.opened)
        self._keeping = Keeping(crash, partial(self._refuse, words.say("There is no new backup.")))
        self._report = partial(crash.report, "")
        at_hand = AtHand(window, lambda: self.library, lambda: self.notices, settings, words)
        unled = replace(at_hand, library=lambda: self.library if self.opened is None else None)
        self._rehearsals = Rehearsals(unled, self._lead)
        self._acts = LibraryActs(at_hand, theme)
        self._acts.done.connect(self.show_library)
        self._acts.prepare_wanted.connect(self.prepare)
        self._making = Making(replace(at_hand, library=self._free_library))
        self._making.drafted.connect(lambda made: self.prepare(made, new=True))
        self._making.taken.connect(self._on_copy)
        self._home = Home(
            at_hand, theme, frame, self._report, self._connect, self._connect_first_run
        )
        self._swap = LibrarySwap(
            self,
            self._keeping,
            release=self._release_library,
            waiting=self._home.wait,
            reopen=self._reopen,
            notices=lambda: self.notices,
            words=words,
        )
        self._connect(frame)

    @property
    def notices(self) -> NoticeBar:
        """The bar of the screen that is shown."""
        return self._window.notices if self.opened is None else self.opened.screen.parts.notices

    def _free_library(self) -> Library | None:
        """The library, while neither a day is led nor one prepared."""
        return self.library if self.opened is None and self.preparation is None else None

    # --- The library ------------------------------------------------------------------------

    def start(self, path: Path) -> None:
        """Open the library at `path`; to be called once the window is painted."""
        self._opening = LibraryOpening(
            path, self._window, self._home.screen, self._theme, self._words
        )
        self._opening.opened.connect(self._on_library)
        self._opening.open()

    def show_library(self) -> None:
        """Show the list of workshops, or how to begin where there is none."""
        if self.library is None:
            return
        self._close_preparation()
        self._close_check()
        try:
            self._home.show(self.library, self._today())
        except WorkshopError as fault:
            self._lose_library(fault)

    def _show_in_library(self, workshop_id: str) -> None:
        """Back to the list, where one came from."""
        self.show_library()
        self._home.stand_on(workshop_id)

    def _release_library(self) -> Library | None:
        """Hand the library over, to be closed; None while it is needed."""
        library = self._free_library()
        if library is not None:
            self.library = None
        return library

    def _reopen(self, path: Path) -> None:
        """Open the library at `path` and come back to the settings."""
        self._settings.move_to(path.parent)
        self.start(path)
        if self._free_library() is not None:
            self._home.show_settings()

    def _on_library(self, library: Library) -> None:
        self.library = library
        try:
            live = library.live_workshop()
        except WorkshopError as fault:
            self._lose_library(fault)
            return
        library.events.subscribe(self._keeping.hear)
        if live is None:
            self.show_library()
        else:
            self.open_workshop(live)
        self.ready.emit()
        self._faults.keep_in(library.path.parent)
        self._idle.begin()

    def _lose_library(self, fault: WorkshopError) -> None:
        """The open library cannot be read: let go of it, say so, and let it be opened again."""
        library, self.library = self.library, None
        preparation, self.preparation = self.preparation, None
        if preparation is not None:
            preparation.deleteLater()  # there is nothing that it could still be kept in
        if library is not None:
            with suppress(LibraryError):  # what is wrong with it is about to be said
                library.close()
        self._opening.say(fault)

    def _connect(self, sections: Sections) -> None:
        sections.library_wanted.connect(self.show_library)
        sections.export_wanted.connect(self._acts.export_plan)
        sections.new_wanted.connect(self._making.begin)
        sections.swap_wanted.connect(self._swap.begin)
        sections.help_wanted.connect(self.help.toggle)
        screen = sections.library
        screen.opened.connect(self.open_workshop)
        screen.check_wanted.connect(self.check_room)
        screen.new_wanted.connect(self.new_workshop)
        screen.rehearsal_wanted.connect(self.rehearse)
        screen.copy_wanted.connect(self._making.open_copy)
        screen.prepare_wanted.connect(self.prepare)
        screen.charts_wanted.connect(self.show_charts)
        screen.unreadable.connect(self._lose_library)
        self._acts.serve(screen)

    def _connect_first_run(self, screen: FirstRun) -> None:
        screen.rehearsal_wanted.connect(self.rehearse)
        screen.new_wanted.connect(self.new_workshop)
        screen.copy_wanted.connect(self._making.open_copy)
        screen.look_wanted.connect(self._skip)
        screen.look_wanted.connect(self.help.open)
        screen.skipped.connect(self._skip)

    def _skip(self) -> None:
        self._home.skip()
        self.show_library()

    def _rest(self) -> None:
        """All is imported that the next screens need."""
        keep_collection_on_gui_thread()
        if self.library is not None:
            days = self._settings.deleted_days
            self._keeping.look_over(self.library, days, self._on_damaged)

    def _on_damaged(self, fault: WorkshopError) -> None:
        """A large library is damaged: a day that goes on is not broken off for that."""
        if self._free_library() is not None:
            self._lose_library(fault)
        else:
            self._refuse(self._words.say("The library is damaged."), fault)

    def _today(self) -> date:
        now = None if self.library is None else self.library.clock()
        return date.today() if now is None else date.fromtimestamp(now / 1000)

    # --- A workshop -------------------------------------------------------------------------

    def open_workshop(self, workshop_id: str) -> None:
        """Lead a workshop of the library, or prepare what one still lacks that has not begun."""
        from workshop.live import LiveWorkshop

        if self.library is None:
            return
        live = LiveWorkshop(self.library, workshop_id, self._words)
        try:
            can_be_led = self._can_be_led(live)
        except WorkshopError as fault:
            self._close_opened()
            self._lose_library(fault)
            return
        if can_be_led:
            self._lead(live)
            return
        self.prepare(workshop_id)
        if self.preparation is not None:
            self.preparation.open()  # which goes to what is missing, and says it

    def _can_be_led(self, live: LiveWorkshop) -> bool:
        """Whether nothing is missing; a day that has begun is led as it is."""
        from workshop.readiness import readiness

        prepared = live.prepared()
        return prepared.begun or readiness(prepared, self._today(), self._words).ready

    def leave_workshop(self) -> None:
        """Back to the library, where everything is; after a rehearsal, to what was prepared."""
        rehearsed = self._prepared_before if self._rehearsals.going_on else None
        led = self.opened.live.id if self.opened is not None else ""
        self._close_opened()
        if rehearsed is None:
            self._show_in_library(led)
        else:
            self.prepare(rehearsed)

    def new_workshop(self) -> None:
        """Begin a workshop with the default framework, to be prepared."""
        self._making.begin()

    def prepare(self, workshop_id: str, *, new: bool = False) -> None:
        """Make a workshop of the library ready for its day."""
        from ui.framework_reading import own_collection
        from ui.preparing import Preparation
        from workshop.live import LiveWorkshop

        library = self.library
        if library is None:
            return
        self._close_opened()
        self._prepared_before = None
        live = LiveWorkshop(library, workshop_id, self._words)
        collection = own_collection(library.path)
        preparation = Preparation(live, self._window, self._theme, collection)
        self.preparation = preparation
        preparation.left.connect(lambda: self._show_in_library(workshop_id))
        preparation.opened.connect(self.open_workshop)
        preparation.check_wanted.connect(self._check_prepared)
        preparation.rehearsal_wanted.connect(lambda _: self._rehearse_prepared(live))
        preparation.pack_wanted.connect(lambda _: self._acts.print_pack(live))
        preparation.lost.connect(self._lose_library)
        preparation.show(new=new)

    def show_charts(self, workshop_id: str) -> None:
        """Show the charts of a workshop of the library."""
        from ui.console.charts.screen import ChartsScreen
        from workshop.live import LiveWorkshop

        library = self._free_library()
        if library is None:
            return
        live = LiveWorkshop(library, workshop_id, self._words)
        screen = ChartsScreen(self._theme, self._words, live, self._today(), lambda: self.notices)
        screen.left.connect(lambda: self._show_in_library(workshop_id))
        screen.export_wanted.connect(self._acts.export_all)
        screen.unreadable.connect(self._lose_library)
        self._window.show_screen(screen)

    def _check_prepared(self, workshop_id: str) -> None:
        """Test the room, and come back to what was being prepared."""
        self._close_preparation(discard=False)
        self._prepared_before = workshop_id
        self.check_room(workshop_id)

    def _leave_check(self, workshop_id: str) -> None:
        if self._prepared_before == workshop_id:
            self.prepare(workshop_id)
        else:
            self._show_in_library(workshop_id)

    def check_room(self, workshop_id: str) -> None:
        """Test screens, keys and library for a workshop that has not begun."""
        from ui.room_check import RoomCheck

        if self.library is None or self.check is not None:
            return
        self._close_opened()
        try:
            line = self.library.workshop(workshop_id)
        except WorkshopError as fault:
            self._lose_library(fault)
            return
        if line is None:
            self.show_library()
            return
        check = RoomCheck(
            self.library, line, self._window, self._theme, self._settings, self._words
        )
        self.check = check
        for seen in (check.left, check.opened):
            seen.connect(lambda *_: self._acts.note_tested(workshop_id))
        check.left.connect(lambda: self._leave_check(workshop_id))
        check.opened.connect(self.open_workshop)
        check.failed.connect(self._faults.tell)
        check.show()

    def _on_copy(self, workshop_id: str) -> None:
        if self.opened is None:
            self.open_workshop(workshop_id)

    def rehearse(self) -> None:
        """Lead the sample day in a library of its own, with simulated seats."""
        self._rehearsals.begin()

    def _rehearse_prepared(self, live: LiveWorkshop) -> None:
        """Rehearse the workshop that is being prepared, and come back to that."""
        self._close_preparation(discard=False)
        fault = self._rehearsals.begin_with(live)
        self._prepared_before = live.id
        if self.opened is None:
            self.prepare(live.id)
        if fault is not None:
            sentence = fault.sentence(self._words)
            self._rehearsals.refuse(sentence, partial(self._rehearse_prepared, live))

    def _lead(self, live: LiveWorkshop) -> OpenedWorkshop | None:
        """Show the workshop; None where the library cannot be read, which is then said."""
        from ui.opened import OpenedWorkshop

        try:
            live.facts()  # what cannot be read now would leave an empty screen
        except WorkshopError as fault:
            self._close_opened()
            self._lose_library(fault)
            return None
        self._close_preparation()
        self._close_check()
        self._home.note_led(live.id)
        opened = OpenedWorkshop(live, self._window, self._theme, self._settings)
        self.opened = opened
        opened.left.connect(self.leave_workshop)
        opened.export_wanted.connect(lambda: self._acts.export(live))
        opened.check_wanted.connect(lambda: self.check_room(live.id))
        opened.finished.connect(self._back_up)
        opened.failed.connect(self._faults.tell)
        opened.show()
        return opened

    def _close_check(self) -> None:
        check, self.check = self.check, None
        if check is not None:
            check.close()

    def _close_preparation(self, *, discard: bool = True) -> None:
        preparation, self.preparation = self.preparation, None
        if preparation is not None:
            preparation.close(discard=discard)

    def _close_opened(self) -> None:
        self._close_preparation()
        self._close_check()
        opened, self.opened = self.opened, None
        if opened is not None:
            opened.close()
        self._rehearsals.close()

    # --- Keeping ----------------------------------------------------------------------------

    def end(self) -> None:
        """The window is closed: keep everything, in the background, and say when that is done."""
        self._close_opened()
        library, self.library = self.library, None
        self._keeping.end(library, self.ended.emit)

    def _back_up(self) -> None:
        if self.library is not None and not self._rehearsals.going_on:
            self._keeping.back_up(self.library)

    def _refuse(self, cause: str, fault: WorkshopError) -> None:
        said, words = fault.sentence(self._words), self._words
        self.notices.must_act(cause, said, words.say("Understood"), lambda: None)
