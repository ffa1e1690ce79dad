"""Enter: whether a key press is the Enter that a row or a button is pressed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def is_enter(event: QKeyEvent) -> bool:
    """Whether Enter was pressed, on the keys or the number pad, and is not just held down."""
    key = QtCore.Qt.Key
    enter = event.key() in (key.Key_Return, key.Key_Enter)
    return enter and not event.isAutoRepeat()
