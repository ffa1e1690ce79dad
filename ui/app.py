"""App: the start of the window, which is painted before the library's modules are imported."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.console.widgets.focus_ring import FocusRing
from ui.console.window import ConsoleWindow
from ui.crash import Crash
from ui.first_paint import FirstPaint
from ui.settings import Settings
from ui.shell import Shell
from ui.theme import DesktopTheme, Mode
from workshop.place import default_path
from workshop.words import Words

NAME = "Flipchart"


def open_app(library_path: Path | None, words: Words, crash: Crash | None = None) -> int:
    """Open the window and run until it is closed; answers the exit code.

    `library_path` None is the facilitator's own library; `crash` is what watches already.
    """
    application = _application()
    crash = crash or Crash()
    crash.watch_qt()
    path = library_path or default_path()
    window, shell = make_window(application, path, words, crash)
    shell.ended.connect(application.quit)
    window.show()
    code = application.exec()
    # Where the system ends the app by itself, what is being kept is kept all the same.
    QThreadPool.globalInstance().waitForDone()
    return code


def make_window(
    application: QApplication, path: Path, words: Words, crash: Crash
) -> tuple[ConsoleWindow, Shell]:
    """The console's window, yet to be shown; its first paint opens the library at `path`."""
    settings = Settings(path.parent)
    theme = DesktopTheme(
        Mode(settings.theme.value), reduce_motion=settings.reduce_motion, parent=application
    )
    theme.apply(application)
    FocusRing(application, theme)
    window = ConsoleWindow(theme, words, settings)
    shell = Shell(window, theme, words, settings, crash)
    FirstPaint(window, lambda: shell.start(path))
    return window, shell


def _application() -> QApplication:
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QGuiApplication.setApplicationName(NAME)
    QGuiApplication.setApplicationDisplayName(NAME)
    QGuiApplication.setDesktopFileName(NAME.lower())
    application = QApplication(sys.argv[:1])
    # The window goes at once; the app ends when everything is kept.
    application.setQuitOnLastWindowClosed(False)
    return application
