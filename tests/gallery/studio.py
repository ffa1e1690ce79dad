"""Studio: windows of the console put before the camera, in every size and theme that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery import widgets
from tests.gallery.checking import Picture
from ui.console.widgets.focus_ring import FocusRing
from ui.console.window import ConsoleWindow
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.words import Words

PATIENCE_S = 30.0
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEYS = Qt.KeyboardModifier.NoModifier


class View(NamedTuple):
    """How a window is looked at."""

    width: int
    height: int
    mode: Mode

    @property
    def name(self) -> str:
        """As pictures are called by it."""
        return f"{self.width}x{self.height}, {self.mode}"


LARGE, SMALL = (1440, 900), (1024, 600)
EVERY_VIEW = tuple(View(*size, mode) for mode in (Mode.LIGHT, Mode.DARK) for size in (LARGE, SMALL))


class Studio:
    """`took` is given every picture as it is made; none is kept here."""

    def __init__(
        self, folder: Path, views: Sequence[View], took: Callable[[Picture], object]
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication), "windows need an application"
        self.application = application
        self.folder = folder
        self.words = Words("en")
        self.theme = DesktopTheme(views[0].mode, reduce_motion=True)
        self.theme.apply(application)
        load_fonts()
        self._ring = FocusRing(application, self.theme)
        self._views = views
        self._took = took
        self._made = 0

    def room(self) -> Path:
        """A folder of its own for the next library."""
        self._made += 1
        folder = self.folder / str(self._made)
        folder.mkdir(parents=True)
        return folder

    def window(self, folder: Path) -> ConsoleWindow:
        """The console's window, shown, with nothing in it."""
        window = ConsoleWindow(self.theme, self.words, Settings(folder))
        window.resize(*LARGE)
        window.show()
        window.activateWindow()
        return window

    def take(self, name: str, window: QWidget) -> None:
        """Take pictures of a window as it stands, in every view."""
        for view in self._views:
            self.theme.choose(view.mode)
            window.resize(view.width, view.height)
            self.settle()
            self._took(widgets.picture(f"{name}, {view.name}", window, self.theme.look))
        self.theme.choose(self._views[0].mode)
        window.resize(*LARGE)
        self.settle()

    def press(self, window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the focus is."""
        if self.application.activeWindow() is not window:
            window.activateWindow()
        QTest.keyClick(self.application.focusWidget() or window, key, modifier)
        self.settle()

    def settle(self) -> None:
        """Let the windows come to rest."""
        for _ in range(3):
            QThreadPool.globalInstance().waitForDone()
            self.application.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the windows work until this holds."""
        last = monotonic() + PATIENCE_S
        while not until():
            if monotonic() > last:
                raise RuntimeError("waited in vain")
            self.application.processEvents()

    def end(self, window: QWidget) -> None:
        """Put a window away."""
        window.close()
        window.deleteLater()
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
