"""First paint: calls back once, as soon as a widget stands on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls `then` after the first time `widget` was painted, from the event loop."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # The event comes before the painting: a turn of the loop later it has happened.
            QTimer.singleShot(0, self, self._call)
        return False

    def _call(self) -> None:
        self._then()
        self.deleteLater()
