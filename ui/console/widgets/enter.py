"""Enter: whether a key press is the Enter that a row or a button is pressed with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, on the keys or the number pad, and is not just held down."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.isAutoRepeat()
