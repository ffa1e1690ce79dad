"""Start app: Flipchart as `main.py` starts it, telling when it was painted and when usable.

    python start_app.py [--library LIBRARY]

Prints both moments in seconds of the clock that all processes of the machine share: the window
painted, and the next workshop's card painted in it.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from PySide6.QtCore import QObject, QTimer

import main
from ui import app
from ui.console.window import ConsoleWindow
from ui.first_paint import FirstPaint


class Watch(QObject):
    """Tells both moments, then closes the window as its user would."""

    def __init__(self, window: ConsoleWindow) -> None:
        super().__init__(window)
        self._window = window
        FirstPaint(window, self._painted)

    def _painted(self) -> None:
        _tell()
        QTimer.singleShot(0, self, self._await_list)

    def _await_list(self) -> None:
        from ui.console.library.next_card import NextCard

        card = self._window.findChild(NextCard)
        if card is None:
            QTimer.singleShot(0, self, self._await_list)
        else:
            FirstPaint(card, self._usable)

    def _usable(self) -> None:
        _tell()
        self._window.close()


class WatchedStart(app.Start):
    """The app's own start, with somebody who looks at its window."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        Watch(self.window)


def _tell() -> None:
    sys.stdout.write(f"{time.monotonic()}\n")


app.Start = WatchedStart  # type: ignore[assignment, misc] # it is what `open_app` makes
sys.exit(main.main())
