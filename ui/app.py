"""App: the start of the window, which is painted before the library's modules are imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from workshop.words import mark

if TYPE_CHECKING:
    from ui.crash import Crash
    from ui.settings import Settings
    from ui.shell import Shell
    from workshop.words import Words

NAME = "Flipchart"
STYLE = "fusion"
NO_SCREEN = mark(
    "There is no screen here. Start Flipchart on a desktop, or play a sample workshop without one: "
    "main.py rehearse"
)


def open_app(library_path: Path | None, crash: Crash, file: Path | None = None) -> int:
    """Open the window and run until it is closed; answers the exit code.

    `library_path` None is the facilitator's own library; `crash` is what watches already; `file`
    is a workshop file to be opened in the library. Where there is no screen a sentence says so.
    """
    from ui.settings import Settings
    from workshop.place import default_path
    from workshop.words import Words

    path = library_path or default_path()
    settings = Settings(path.parent)
    words = Words(settings.language, settings.region)
    if not has_screen():
        print(words.say(NO_SCREEN), file=sys.stderr)
        return 1
    application = make_application(settings.text_percent)
    crash.watch_qt()
    start = Start(application, path, words, crash, settings)
    start.ended.connect(application.quit)
    if file is not None:
        start.open_once_listed(file)
    start.window.show()
    code = application.exec()
    start.wait()
    return code


def has_screen() -> bool:
    """Whether anything names a screen; on a Linux without one Qt would end the process itself."""
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def make_application(percent: int = 100) -> QApplication:
    """The application, before its look; `percent` enlarges all windows but what the wall shows."""
    if percent != 100:
        # Qt asks for it once, when the application is made, and there is no other way to say it.
        os.environ["QT_SCALE_FACTOR"] = str(percent / 100)
    QGuiApplication.setApplicationName(NAME)
    QGuiApplication.setApplicationDisplayName(NAME)
    QGuiApplication.setDesktopFileName(NAME.lower())
    # Named here and not set later: a style handed to Python brings all its enums along.
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    # The window goes at once; the app ends when everything is kept.
    application.setQuitOnLastWindowClosed(False)
    return application


SWITCH_S = 0.0005
"""How long another thread keeps Python once the window wants it: a tenth of what is usual, since
the window asks many times for one frame, and a long export lets each of them wait.
"""


class Start(QObject):
    """The window with the library's frame, and all that comes once it stands on the screen.

    `shell` is None until then. `listed` comes when the list can be used, `ended` when the window
    was closed and everything is kept.
    """

    listed = Signal()
    ended = Signal()

    def __init__(
        self,
        application: QApplication,
        path: Path,
        words: Words,
        crash: Crash,
        settings: Settings | None = None,
    ) -> None:
        # Imported here, once `main` has put Python's import back and stopped its collector.
        from ui.console.window import ConsoleWindow
        from ui.first_paint import FirstPaint
        from ui.sections import Sections
        from ui.settings import Settings
        from ui.theme import DesktopTheme, Mode

        super().__init__()
        sys.setswitchinterval(SWITCH_S)
        self.shell: Shell | None = None
        self._application = application
        self._path = path
        self._words = words
        self._crash = crash
        self._settings = settings or Settings(path.parent)
        self._theme = DesktopTheme(
            Mode(self._settings.theme.value),
            reduce_motion=self._settings.reduce_motion,
            parent=self,
        )
        self._theme.apply(application)
        self.window = ConsoleWindow(self._theme, words, self._settings)
        self.frame = Sections(self._theme, words)
        self.window.show_screen(self.frame)
        self.window.closing.connect(self._close)
        # A turn later, since it takes a while: whoever else waits for the paint is called before.
        FirstPaint(self.window, lambda: QTimer.singleShot(0, self, self._go_on))

    def open_once_listed(self, file: Path) -> None:
        """Open a workshop file as soon as the library can take it."""
        if self.shell is not None and self.shell.library is not None:
            self.window.file_given.emit(file)
        else:
            from PySide6.QtCore import Qt  # not before the first paint, where nothing is given

            once = Qt.ConnectionType.SingleShotConnection
            self.listed.connect(lambda: self.window.file_given.emit(file), once)

    def wait(self) -> None:
        """Wait for what is still being kept; the system may have ended the app by itself."""
        from PySide6.QtCore import QThreadPool

        QThreadPool.globalInstance().waitForDone()

    def _go_on(self) -> None:
        from ui.console.widgets.focus_ring import FocusRing
        from ui.shell import Shell
        from ui.theme import load_fonts

        self._theme.settle()
        load_fonts()
        self.window.take_keys()
        FocusRing(self._application, self._theme)
        self.shell = Shell(
            self.window, self.frame, self._theme, self._words, self._settings, self._crash
        )
        self.shell.ready.connect(self.listed)
        self.shell.ended.connect(self.ended)
        self.shell.start(self._path)

    def _close(self) -> None:
        if self.shell is None:
            self.ended.emit()
        else:
            self.shell.end()
