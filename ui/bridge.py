"""Bridge: the library's events, from whichever thread, as one signal on the GUI thread."""

from __future__ import annotations

from threading import Lock

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workshop.events import Event, Events

CALM_MS = 50


class Bridge(QObject):
    """Emits `changed` at once for the first event, and once for all that follow within CALM_MS.

    An event is never lost: one that comes while `changed` is being handled leads to another.
    Events of other workshops are left out.
    """

    changed = Signal()
    _woken = Signal()

    def __init__(self, events: Events, workshop_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop_id = workshop_id
        self._lock = Lock()
        self._unseen = False
        self._posted = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._deliver)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = events.subscribe(self._receive)

    def settle(self) -> None:
        """What was told so far is about to be read: it needs no `changed` any more.

        To be called before the reading, so that what is committed during it is still told.
        """
        with self._lock:
            self._unseen = False

    def close(self) -> None:
        """Hear no more."""
        self._unsubscribe()
        self._calm.stop()
        self.settle()

    def _receive(self, event: Event) -> None:
        if event.workshop_id != self._workshop_id:
            return
        with self._lock:
            self._unseen = True
            post, self._posted = not self._posted, True
        if post:
            self._woken.emit()

    def _wake(self) -> None:
        with self._lock:
            self._posted = False
        if not self._calm.isActive():
            self._deliver()

    def _deliver(self) -> None:
        with self._lock:
            unseen, self._unseen = self._unseen, False
        if unseen:
            self._calm.start()
            self.changed.emit()
