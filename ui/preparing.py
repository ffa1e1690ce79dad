"""Preparing: one workshop on the Prepare screen, from its draft to its lobby."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from frameworks.collection import Collection
from ui.console.prepare.screen import PrepareScreen
from ui.console.run.saving import NOT_KEPT
from ui.console.window import ConsoleWindow
from ui.fault_notices import SAFE
from ui.prepare_wishes import PrepareWishes
from ui.theme import DesktopTheme
from workshop.agenda import clock_text
from workshop.creation import discard_untouched
from workshop.errors import LibraryError, WorkshopError
from workshop.live import LiveWorkshop
from workshop.prepared import Prepared
from workshop.readiness import Point, Readiness, readiness
from workshop.readings.earlier_names import read_earlier_names
from workshop.readings.namesakes import read_namesakes


class Preparation(QObject):
    """Shows a workshop to be prepared, and does what the parts of the screen ask for.

    `left` goes back to the library; `opened`, `check_wanted`, `rehearsal_wanted` and `pack_wanted`
    carry the workshop's id once everything typed is kept. `lost` carries the LibraryError of a
    library that cannot be read any more.
    """

    left = Signal()
    opened = Signal(str)
    check_wanted = Signal(str)
    rehearsal_wanted = Signal(str)
    pack_wanted = Signal(str)
    lost = Signal(object)

    def __init__(
        self,
        live: LiveWorkshop,
        window: ConsoleWindow,
        theme: DesktopTheme,
        collection: Collection,
    ) -> None:
        super().__init__(window)
        self.live = live
        self._window = window
        self._words = live.words
        self._warned = False
        self._named: str | None = None  # the title whose namesakes are known
        self._namesakes: tuple[date, ...] = ()
        self.screen = PrepareScreen(theme, live.words, collection, self.today)
        self._wishes = PrepareWishes(self.screen, live, collection, self.act, self._say)
        self._connect()

    def show(self, *, new: bool = False) -> bool:
        """Show the screen; a new workshop begins with its title. False where it cannot be read."""
        if not self.refresh():
            return False
        with self.live.library.reading() as connection:
            names = read_earlier_names(connection)
        self.screen.day.complete_from(names.organisations, names.places)
        self._window.show_screen(self.screen)
        if new:
            self.screen.open_day()
        else:
            self.screen.teams.take_focus()
        return True

    def close(self, *, discard: bool = True) -> None:
        """Show it no longer: what was typed is kept, and a draft nobody touched goes."""
        self.screen.save()
        if discard:
            self._keep(lambda: discard_untouched(self.live.library, self.live.id))
        self.deleteLater()

    def today(self) -> date:
        """The day of the library's clock."""
        return date.fromtimestamp(self.live.library.clock() / 1000)

    # --- Acts -------------------------------------------------------------------------------

    def act(
        self, act: Callable[[], object], refused: Callable[[str], object] | None = None
    ) -> bool:
        """Do `act` and show what came of it; False where it was not done.

        The sentence why goes to `refused`, where it is to be read beside a field, else to the
        notice bar. A fault of the program is told and counts as not done, so that what was typed
        is not taken for kept.
        """
        done = self._keep(act, refused)
        if done:
            here = time.localtime(self.live.library.clock() / 1000)
            self.screen.bar.show_saved(clock_text(here.tm_hour * 60 + here.tm_min))
            self._warned = False
        self.refresh()
        return done

    def refresh(self) -> bool:
        """Read the workshop and show it; False where the library cannot be read."""
        try:
            prepared = self.live.prepared()
            ready = self._readiness(prepared)
        except LibraryError as error:
            self.lost.emit(error)
            return False
        self.screen.show_prepared(prepared, ready)
        self._wishes.editing.show_prepared(prepared)
        return True

    def _keep(
        self, act: Callable[[], object], refused: Callable[[str], object] | None = None
    ) -> bool:
        try:
            act()
        except WorkshopError as error:
            sentence = error.sentence(self._words)
            if isinstance(error, LibraryError):
                self._alarm(sentence)
            if refused is not None:
                refused(sentence)
            elif not isinstance(error, LibraryError):
                self._say(sentence)
            return False
        except Exception as fault:  # noqa: BLE001 - told as every unexpected fault is
            sys.excepthook(type(fault), fault, fault.__traceback__)
            return False
        return True

    def _say(self, sentence: str) -> None:
        self._window.notices.refuse(sentence)

    def _alarm(self, sentence: str) -> None:
        notices, say = self._window.notices, self._words.say
        if notices.current is None or notices.current.cause != sentence:
            notices.must_act(sentence, say(SAFE), say("I have read it"), _nothing)

    # --- What leads on ----------------------------------------------------------------------

    def _readiness(self, prepared: Prepared) -> Readiness:
        title = prepared.workshop.title
        if title != self._named:  # all workshops are looked through, so not after every act
            with self.live.library.reading() as connection:
                self._namesakes = read_namesakes(connection, self.live.id, title)
            self._named = title
        return readiness(prepared, self.today(), self._words, self._namesakes)

    def open(self) -> None:
        """Lead the workshop, or go to what is missing."""
        if not self.screen.save():
            return
        missing = self._readiness(self.live.prepared()).missing
        if missing:
            self._demand(missing[0])
        else:
            self.opened.emit(self.live.id)

    def _demand(self, point: Point) -> None:
        """Go to what is missing, and say it; a title where it is written."""
        if point.where == "day":
            self.screen.go_to(point.where)
            self.screen.day.say_missing(_sentence(point))
        else:
            self._go_to(point)

    def _go_to(self, point: Point) -> None:
        self.screen.go_to(point.where)
        if point.field:
            self.screen.day.focus_field(point.field)
        self._say(_sentence(point))

    def _rehearse(self) -> None:
        """Rehearse alone, or go to what no invented teams can stand for."""
        if not self.screen.save():
            return
        missing = self._readiness(self.live.prepared()).missing
        stops = [point for point in missing if point.where in ("agenda", "votes")]
        if stops:
            self._demand(stops[0])
        else:
            self.rehearsal_wanted.emit(self.live.id)

    def _lead_on(self, ask: Callable[[str], object]) -> None:
        """Keep what is typed, and then ask for what the button says."""
        if self.screen.save():
            ask(self.live.id)

    def _leave(self) -> None:
        """Back to the library; what cannot be kept is said once, and then goes."""
        if not self.screen.save() and not self._warned:
            self._warned = True
            self._say(self._words.say(NOT_KEPT))
            return
        self.left.emit()

    def _undo(self) -> None:
        self._step(self.live.facilitation.undo)

    def _redo(self) -> None:
        self._step(self.live.facilitation.redo)

    def _step(self, step: Callable[[], object]) -> None:
        """Take a step back or forward; what was refused goes, and what is kept is shown."""
        self.screen.save()
        self.screen.give_up()
        self.act(step)

    def _connect(self) -> None:
        screen, foot = self.screen, self.screen.foot
        screen.left.connect(self._leave)
        screen.finish_wanted.connect(self.open)
        screen.undo_wanted.connect(self._undo)
        screen.redo_wanted.connect(self._redo)
        foot.opened.connect(self.open)
        foot.point_wanted.connect(self._go_to)
        foot.check_wanted.connect(lambda: self._lead_on(self.check_wanted.emit))
        foot.rehearsal_wanted.connect(self._rehearse)
        foot.pack_wanted.connect(lambda: self._lead_on(self.pack_wanted.emit))


def _sentence(point: Point) -> str:
    return f"{point.title} {point.detail}".strip()


def _nothing() -> None:
    """The act of a notice that only wants to be read."""
