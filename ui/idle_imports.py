"""Idle imports: what the next screens need is imported while nobody waits for it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LATER: Final = ("workshop.live", "babel.dates", "ui.preparing", "ui.opened")
_PAUSE_MS: Final = 60


class IdleImports(QObject):
    """Imports one thing after the other and lets the window breathe between, then calls `then`."""

    def __init__(self, parent: QObject, then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._later = list(_LATER)
        self._then = then

    def begin(self) -> None:
        """Begin once the window has come to rest."""
        QTimer.singleShot(_PAUSE_MS, self, self._next)

    def _next(self) -> None:
        if self._later:
            importlib.import_module(self._later.pop(0))
            self.begin()
        else:
            self._then()
