"""Shell: which screen the console's window shows, and what leads from one to the other.

It is made once the window is painted, and imports what the next screen needs when it is needed.
"""

from __future__ import annotations

import importlib
import random
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.collector import keep_collection_on_gui_thread
from ui.console.window import ConsoleWindow
from ui.crash import Crash
from ui.fault_notices import FaultNotices
from ui.keeping import Keeping
from ui.library_opening import LibraryOpening
from ui.one_screen import console_is_seen
from ui.sections import Sections
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop.errors import LibraryError, WorkshopError
from workshop.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from frameworks.model import Framework
    from ui.console.library.screen import LibraryScreen
    from ui.console.widgets.notice_bar import NoticeBar
    from ui.opened import OpenedWorkshop
    from ui.preparing import Preparation
    from ui.rehearsing import RehearsalLibrary
    from ui.room_check import RoomCheck
    from workshop.library import Library
    from workshop.live import LiveWorkshop
    from workshop.shelf import WorkshopLine

# Imported in idle moments, so that the first workshop opens at once.
_LATER: Final = ("workshop.live", "babel.dates", "ui.preparing", "ui.opened")
_PAUSE_MS: Final = 60
_STARTS_AT: Final = 9 * 60  # of a new workshop, until somebody says otherwise


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
        self._rehearsal: RehearsalLibrary | None = None
        self._window = window
        self._theme = theme
        self._words = words
        self._settings = settings
        self._faults = FaultNotices(crash, lambda: self.notices, words, self)
        self.check: RoomCheck | None = None
        self.preparation: Preparation | None = None
        self._prepared_before: str | None = None  # what a check or a rehearsal goes back to
        self._led_last: str | None = None
        self._opening: LibraryOpening
        self._skipped = False
        self._later = list(_LATER)
        window.new_asked.connect(self.new_workshop)
        self._keeping = Keeping(crash, self._refuse_backup)
        self._frame = self._connected(frame)

    @property
    def notices(self) -> NoticeBar:
        """The bar of the screen that is shown."""
        return self._window.notices if self.opened is None else self.opened.screen.parts.notices

    # --- The library ------------------------------------------------------------------------

    def start(self, path: Path) -> None:
        """Open the library at `path`; to be called once the window is painted."""
        self._opening = LibraryOpening(
            path, self._window, self._library_screen, self._theme, self._words
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
            lines = self.library.workshops()
            only = self._only_for_the_room(lines)
        except WorkshopError as fault:
            self._lose_library(fault)
            return
        if lines or self._skipped:
            self._library_screen().show_workshops(lines, self._today(), only=only)
        else:
            self._show_first_run(self.library.path)

    def _only_for_the_room(self, lines: Sequence[WorkshopLine]) -> str | None:
        """The workshop of today, where a room may be watching the console; else None."""
        if self.library is None or not console_is_seen(self._window):
            return None
        here = [line.id for line in lines if line.held_on == self._today()]
        return self.library.live_workshop() or (self._led_last if self._led_last in here else None)

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
        QTimer.singleShot(_PAUSE_MS, self, self._load_later)

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

    def _library_screen(self) -> LibraryScreen:
        """The list's screen, on show; a new one where another screen was."""
        if self._window.screen_shown is not self._frame:
            self._frame = self._connected(Sections(self._theme, self._words))
            self._window.show_screen(self._frame)
        self._frame.use(self.library)
        return self._frame.show_library()

    def _connected(self, sections: Sections) -> Sections:
        sections.library_wanted.connect(self.show_library)
        screen = sections.library
        screen.opened.connect(self.open_workshop)
        screen.check_wanted.connect(self.check_room)
        screen.export_wanted.connect(self.export_plan)
        screen.new_wanted.connect(self.new_workshop)
        screen.rehearsal_wanted.connect(self.rehearse)
        screen.copy_wanted.connect(self.open_copy)
        screen.prepare_wanted.connect(self.prepare)
        return sections

    def _show_first_run(self, path: Path) -> None:
        from ui.console.first_run import FirstRun

        screen = FirstRun(self._theme, self._words, path)
        screen.rehearsal_wanted.connect(self.rehearse)
        screen.new_wanted.connect(self.new_workshop)
        screen.skipped.connect(self._skip)
        self._window.show_screen(screen)
        screen.rehearse.setFocus()

    def _skip(self) -> None:
        self._skipped = True
        self.show_library()

    def _load_later(self) -> None:
        """Import one thing more that the next screens need, then let the window breathe."""
        if self._later:
            importlib.import_module(self._later.pop(0))
            QTimer.singleShot(_PAUSE_MS, self, self._load_later)
        else:
            keep_collection_on_gui_thread()

    def _today(self) -> date:
        now = None if self.library is None else self.library.clock()
        return date.today() if now is None else date.fromtimestamp(now / 1000)

    # --- A workshop -------------------------------------------------------------------------

    def open_workshop(self, workshop_id: str) -> None:
        """Lead a workshop of the library."""
        from workshop.live import LiveWorkshop

        if self.library is not None:
            self._lead(LiveWorkshop(self.library, workshop_id, self._words))

    def leave_workshop(self) -> None:
        """Back to the library, where everything is; after a rehearsal, to what was prepared."""
        rehearsed = self._prepared_before if self._rehearsal is not None else None
        self._close_opened()
        if rehearsed is None:
            self.show_library()
        else:
            self.prepare(rehearsed)

    def new_workshop(self) -> None:
        """Begin a workshop with the default framework, to be prepared."""
        if self.library is not None and self.opened is None and self.preparation is None:
            from ui.framework_reading import read_default

            read_default(self._words, self._draft, self._refuse_new)

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
        preparation.left.connect(self.show_library)
        preparation.opened.connect(self.open_workshop)
        preparation.check_wanted.connect(self._check_prepared)
        preparation.rehearsal_wanted.connect(lambda _: self._rehearse_prepared(live))
        preparation.lost.connect(self._lose_library)
        preparation.show(new=new)

    def _draft(self, framework: Framework) -> None:
        from workshop.creation import create_draft

        if self.library is None or self.opened is not None or self.preparation is not None:
            return
        today = self._today()
        try:
            workshop_id = create_draft(
                self.library, framework, self._words, held_on=today, starts_at=_STARTS_AT
            )
        except WorkshopError as fault:
            self._refuse_new(fault.sentence(self._words))
            return
        self.prepare(workshop_id, new=True)

    def _refuse_new(self, sentence: str) -> None:
        cause, read = self._words.say("The workshop was not created."), self._words.say
        self.notices.must_act(cause, sentence, read("Understood"), lambda: None)

    def _check_prepared(self, workshop_id: str) -> None:
        """Test the room, and come back to what was being prepared."""
        self._close_preparation(discard=False)
        self._prepared_before = workshop_id
        self.check_room(workshop_id)

    def _leave_check(self, workshop_id: str) -> None:
        if self._prepared_before == workshop_id:
            self.prepare(workshop_id)
        else:
            self.show_library()

    def _note_tested(self, workshop_id: str) -> None:
        """The room of a workshop was looked at; that is not worth more than a notice."""
        from workshop.live import LiveWorkshop

        if self.library is None:
            return
        try:
            LiveWorkshop(self.library, workshop_id, self._words).preparing.note_room_tested()
        except WorkshopError as fault:
            self.notices.refuse(fault.sentence(self._words))

    def check_room(self, workshop_id: str) -> None:
        """Test screens, keys and library for a workshop that has not begun."""
        from ui.room_check import RoomCheck

        if self.library is None or self.check is not None:
            return
        self._close_opened()
        try:
            lines = [line for line in self.library.workshops() if line.id == workshop_id]
        except WorkshopError as fault:
            self._lose_library(fault)
            return
        if not lines:
            self.show_library()
            return
        check = RoomCheck(
            self.library, lines[0], self._window, self._theme, self._settings, self._words
        )
        self.check = check
        for seen in (check.left, check.opened):
            seen.connect(lambda *_: self._note_tested(workshop_id))
        check.left.connect(lambda: self._leave_check(workshop_id))
        check.opened.connect(self.open_workshop)
        check.failed.connect(self._faults.tell)
        check.show()

    def open_copy(self) -> None:
        """Let a copy be chosen, and go on with its workshop in this library."""
        from ui.copy_opening import CopyOpening

        if self.library is not None:
            opening = CopyOpening(self._window, lambda: self.notices, self._settings, self._words)
            opening.taken.connect(self._on_copy)
            opening.ask(self.library)

    def _on_copy(self, workshop_id: str) -> None:
        if self.opened is None:
            self.open_workshop(workshop_id)

    def rehearse(self) -> None:
        """Lead the sample day in a library of its own, with simulated seats."""
        from ui.framework_reading import read_default

        read_default(self._words, self._rehearse_with, self._refuse_rehearsal)

    def export_plan(self, workshop_id: str) -> None:
        """Export the action plan of a workshop of the library."""
        from workshop.live import LiveWorkshop

        if self.library is not None:
            self._export(LiveWorkshop(self.library, workshop_id, self._words))

    def _rehearse_with(self, framework: Framework) -> None:
        from ui.rehearsing import RehearsalLibrary

        if self.library is not None and self.opened is None:
            path, words = self.library.path, self._words
            self._begin_rehearsal(lambda: RehearsalLibrary.of_sample(path, framework, words))

    def _rehearse_prepared(self, live: LiveWorkshop) -> None:
        """Lead the workshop that is being prepared, as a copy that nothing is kept of."""
        from ui.rehearsing import RehearsalLibrary

        self._close_preparation(discard=False)
        self._begin_rehearsal(lambda: RehearsalLibrary.of_workshop(live))
        self._prepared_before = live.id
        if self.opened is None:
            self.prepare(live.id)

    def _begin_rehearsal(self, make: Callable[[], RehearsalLibrary]) -> None:
        from ui.rehearsing import SimulatedSeats

        try:
            rehearsal = make()
        except WorkshopError as fault:
            self._refuse_rehearsal(fault.sentence(self._words))
            return
        self._rehearsal = rehearsal
        opened = self._lead(rehearsal.live)
        if opened is not None:
            opened.seats = SimulatedSeats(opened.leading, random.randrange(1 << 30))

    def _refuse_rehearsal(self, sentence: str) -> None:
        words = self._words
        cause = words.say("The rehearsal cannot begin.")
        self.notices.must_act(cause, sentence, words.say("Try again"), self.rehearse)

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
        self._led_last = live.id
        opened = OpenedWorkshop(live, self._window, self._theme, self._settings)
        self.opened = opened
        opened.left.connect(self.leave_workshop)
        opened.export_wanted.connect(lambda: self._export(live))
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
        rehearsal, self._rehearsal = self._rehearsal, None
        if opened is not None:
            opened.close()
        if rehearsal is not None:
            rehearsal.close()

    def _export(self, live: LiveWorkshop) -> None:
        from ui.export_plan import PlanExport

        try:
            title = live.facts(whole=False).workshop.title
        except WorkshopError as fault:
            self._refuse(self._words.say("The action plan was not written."), fault)
            return
        export = PlanExport(self._window, lambda: self.notices, self._settings, self._words)
        export.ask(title, live.snapshot)

    # --- Keeping ----------------------------------------------------------------------------

    def end(self) -> None:
        """The window is closed: keep everything, in the background, and say when that is done."""
        self._close_opened()
        library, self.library = self.library, None
        self._keeping.end(library, self.ended.emit)

    def _back_up(self) -> None:
        if self.library is not None and self._rehearsal is None:
            self._keeping.back_up(self.library)

    def _refuse_backup(self, fault: WorkshopError) -> None:
        self._refuse(self._words.say("There is no new backup."), fault)

    def _refuse(self, cause: str, fault: WorkshopError) -> None:
        self.notices.must_act(
            cause, fault.sentence(self._words), self._words.say("Understood"), lambda: None
        )
