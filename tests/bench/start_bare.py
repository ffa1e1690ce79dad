"""Start bare: a bare PySide6 window in a process of its own, to compare the app's start with.

    python start_bare.py [library]

Prints when the window was painted and, with `library`, when `sqlalchemy.orm` was imported too;
in seconds of the clock that all processes of the machine share.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    """Says once that it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self, self._painted)

    def _painted(self) -> None:
        sys.stdout.write(f"{time.monotonic()}\n")
        if "library" in sys.argv:
            import sqlalchemy.orm  # noqa: F401 - what any library of rows costs to begin with

            sys.stdout.write(f"{time.monotonic()}\n")
        QApplication.quit()


application = QApplication(sys.argv)
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
