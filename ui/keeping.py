"""Keeping: what the app does so that nothing is lost, once a day has ended and when it ends."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ui import background
from ui.crash import Crash
from workshop.errors import WorkshopError

if TYPE_CHECKING:
    from workshop.events import Event
    from workshop.library import Library

_log = logging.getLogger(__name__)


class Keeping:
    """Backs up the open library where something changed since the last time.

    `refused` is told why there is no new backup, while there is a window to read it in.
    """

    def __init__(self, crash: Crash, refused: Callable[[WorkshopError], None]) -> None:
        self._crash = crash
        self._over = False
        self._refused = refused
        self._changed = False

    def hear(self, event: Event) -> None:
        """An event of the library; of any thread."""
        self._changed = True
        self._crash.note(event)

    def back_up(self, library: Library) -> None:
        """Copy the library in another thread; only where it fails is anything said."""
        self._changed = False

        def failed(fault: Exception) -> None:
            self._changed = True
            if not isinstance(fault, WorkshopError):
                raise fault
            self._refused(fault)

        background.run(library.backup, lambda _: None, failed)

    def look_over(
        self, library: Library, kept_days: int, damaged: Callable[[WorkshopError], None]
    ) -> None:
        """In another thread: look at every page of a large library, then let go for good what was
        deleted so many days ago.

        `damaged` is told where the file cannot be trusted. What could not be taken away is tried
        again at the next start.
        """
        from workshop.deletion import purge
        from workshop.faults import DamagedLibrary

        def work() -> None:
            library.check()
            purge(library, kept_days)

        def failed(fault: Exception) -> None:
            if isinstance(fault, DamagedLibrary):
                damaged(fault)
            elif isinstance(fault, WorkshopError | OSError):
                _log.warning("what was deleted is still there: %s", fault)
            else:
                raise fault

        background.run(work, lambda _: None, failed)

    def swap(
        self,
        library: Library,
        work: Callable[[], Path],
        done: Callable[[Path], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Close the library and do `work` with its file in another thread.

        What was not backed up yet still counts as changed afterwards. Where the window is closed
        meanwhile, neither `done` nor `failed` is called: the next start opens what is there then.
        """
        self._crash.let_go()

        def close_and_work() -> Path:
            library.close()
            return work()

        def go_on(path: Path) -> None:
            if not self._over:
                done(path)

        def go_back(fault: Exception) -> None:
            if not self._over:
                failed(fault)
            else:
                _at_the_end(fault)

        background.run(close_and_work, go_on, go_back)

    def end(self, library: Library | None, ended: Callable[[], None]) -> None:
        """Keep everything and close the library in another thread, then call `ended`."""
        self._over = True

        def let_go() -> None:
            self._crash.let_go()
            ended()

        if library is None:
            let_go()
            return
        changed = self._changed

        def keep() -> None:
            try:
                if changed:
                    library.backup()
            finally:
                library.close()

        def failed(fault: Exception) -> None:
            let_go()
            _at_the_end(fault)

        background.run(keep, lambda _: let_go(), failed)


def _at_the_end(fault: Exception) -> None:
    """Log what cannot be said: nobody is there to read it, and what was saved is in the library."""
    if not isinstance(fault, WorkshopError):
        raise fault
    _log.warning("at the end: %s", fault)
