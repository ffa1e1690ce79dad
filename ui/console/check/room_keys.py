"""Room keys: what the keyboard and the clicker send while the room is checked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.keys import KEYS, Intent

_STEPS: Final = (Intent.NEXT, Intent.BACK, Intent.BLANK)
_CLICKER: Final[dict[Qt.Key, str]] = {
    binding.key: binding.shown
    for binding in KEYS
    if binding.intent in _STEPS and binding.key is not Qt.Key.Key_Space
}
_ACTS: Final[dict[Qt.Key, Intent]] = {
    binding.key: binding.intent
    for binding in KEYS
    if binding.intent in (Intent.SWAP, Intent.FILL, Intent.LEAVE)
}
_PLAIN: Final = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class RoomKeys(QObject):
    """A filter of the application while `page` is on show.

    `heard` carries the name of a key that a clicker sends, to be said by words, `asked` the Intent
    of one that does something here. Nothing steps, since there is no day yet.
    """

    heard = Signal(str)
    asked = Signal(object)

    def __init__(self, application: QApplication, page: QWidget) -> None:
        super().__init__(page)
        self._application = application
        self._page = page
        application.installEventFilter(self)

    def close(self) -> None:
        """Listen no more."""
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        app = self._application
        busy = app.activePopupWidget() is not None or app.activeModalWidget() is not None
        if busy or not self._page.isVisible() or event.modifiers() not in _PLAIN:
            return False
        key = Qt.Key(event.key())
        shown, intent = _CLICKER.get(key), _ACTS.get(key)
        if shown is None and intent is None:
            return False
        if not event.isAutoRepeat():
            if shown is not None:
                self.heard.emit(shown)
            else:
                self.asked.emit(intent)
        return True
