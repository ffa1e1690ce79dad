"""Time is up: a sound when a timer has run out, where the facilitator turned one on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.settings import Settings
from workshop.clock import Clock
from workshop.facts import TimerFace


class TimeIsUp(QObject):
    """Rings once for each timer that runs out while it is watched; `ring` makes the sound."""

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        parent: QObject | None = None,
        *,
        ring: Callable[[], object] = QApplication.beep,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._clock = clock
        self._ring = ring
        self._face: TimerFace | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._look)

    def watch(self, face: TimerFace | None) -> None:
        """Watch this timer from now on; one that is paused or over already stays silent."""
        if face == self._face:
            return
        self._face = face
        self._wait.stop()
        left = 0 if face is None or face.paused_at is not None else face.left_ms(self._clock())
        if left > 0:
            self._wait.start(left)

    def _look(self) -> None:
        """The clock decides: a machine that slept, or a clock set back, is asked again."""
        if self._face is None:
            return
        left = self._face.left_ms(self._clock())
        if left > 0:
            self._wait.start(left)
        elif self._settings.sound:
            self._ring()
