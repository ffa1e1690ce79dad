"""Escape claim: Esc ends a drag before it closes anything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def is_escape(event: QEvent) -> bool:
    """Whether Esc is about to be a shortcut, which whoever has the focus may claim."""
    about = event.type() is QEvent.Type.ShortcutOverride
    return about and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
