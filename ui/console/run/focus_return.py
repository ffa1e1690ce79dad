"""Focus return: where the focus was before a panel took it, and back there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.console.run.building import application
from ui.console.run.panel import Panel


class FocusReturn:
    """Remembers one place, for panels that say that they return the focus."""

    def __init__(self) -> None:
        self._came_from: QWidget | None = None

    def leave(self, panel: Panel) -> None:
        """`panel` is about to take the focus."""
        self._came_from = application().focusWidget() if panel.returns_focus else None

    def come_back(self) -> None:
        """Put the focus back, where its place is still on the screen."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
