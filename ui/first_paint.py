"""First paint: calls back once, as soon as a widget stands on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class FirstPaint(QWidget):
    """Calls `then` after the first time `widget` was painted, from the event loop.

    It is one pixel of the widget, and paints nothing. To listen to the widget's events instead,
    PySide would make the types of all events there are, before the first window is painted.
    """

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        self._painted = False
        self.resize(1, 1)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._painted:
            self._painted = True
            # Some of the widget's other children may come after it: a turn of the loop later all
            # of them have been painted.
            QTimer.singleShot(0, self, self._call)

    def _call(self) -> None:
        self._then()
        self.deleteLater()
