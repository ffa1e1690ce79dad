"""Room: the real app with one workshop led in it, the wall on a screen of 1920 x 1080."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench import sample
from ui.app import Start
from ui.console.window import ConsoleWindow
from ui.crash import Crash
from ui.leading import Leading
from ui.opened import OpenedWorkshop
from ui.projector.window import ProjectorWindow
from ui.settings import Settings
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State
from workshop.words import Words

PATIENCE_S = 30.0


class Room:
    """A day that is led by keys alone. To be closed.

    `workshop` makes the workshop in the library of `folder`, or knows one that is there; where
    `still`, nothing on the wall moves: the first frame after a key is the whole new wall.
    """

    def __init__(
        self,
        folder: Path,
        workshop: Callable[[Library], str] = sample.create,
        *,
        still: bool = False,
    ) -> None:
        told = QApplication.instance()
        self._application = told if isinstance(told, QApplication) else QApplication([])
        path = folder / "flipchart.sqlite"
        with Library.open(path) as library:
            workshop_id = workshop(library)
        if still:
            Settings(folder).reduce_motion = True
        self._start = Start(self._application, path, Words(), Crash())
        self._start.window.show()
        self.wait(lambda: self._start.shell is not None and self._start.shell.library is not None)
        assert self._start.shell is not None
        if self._start.shell.opened is None:  # a day under way is opened by itself
            self._start.shell.open_workshop(workshop_id)
        self.wait(self.projector.isVisible)
        self.rest()

    @property
    def opened(self) -> OpenedWorkshop:
        """The workshop that is led."""
        shell = self._start.shell
        assert shell is not None
        assert shell.opened is not None
        return shell.opened

    @property
    def live(self) -> LiveWorkshop:
        """The one door to it."""
        return self.opened.live

    @property
    def console(self) -> ConsoleWindow:
        """The window that the facilitator looks at."""
        return self._start.window

    @property
    def leading(self) -> Leading:
        """What joins it with its faces."""
        return self.opened.leading

    @property
    def projector(self) -> ProjectorWindow:
        """The window that the room looks at."""
        return self.opened.projector

    def reach(self, wanted: State) -> None:
        """Lead on to the next time the day is in that state, and let all come to rest."""
        sample.reach(self.live, wanted)
        self.rest()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is, by the way that all keys take."""
        focus = self._application.focusWidget() or self._start.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers)
            QCoreApplication.sendEvent(focus, event)

    def rest(self, seconds: float = 1.5) -> None:
        """Let everything that moves or waits come to its end, as it does between two keys."""
        until = perf_counter() + seconds
        self.wait(lambda: perf_counter() > until)

    def wait(self, until: Callable[[], bool]) -> None:
        """Run the event loop until something is so; raises RuntimeError where it never is."""
        last = perf_counter() + PATIENCE_S
        while not until():
            if perf_counter() > last:
                raise RuntimeError("waited in vain")
            self._application.processEvents()

    def close(self) -> None:
        """End it, everything kept."""
        ended: list[bool] = []
        self._start.ended.connect(lambda: ended.append(True))
        self._start.window.close()
        self.wait(lambda: bool(ended))
