"""The collector: Python's cyclic garbage collection, kept on the GUI thread.

Left to itself it runs in whichever thread allocates, and there it would delete widgets that
lay in a reference cycle, which crashes Qt.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

YOUNG_EVERY_MS = 1_000
FULL_EVERY_YOUNG = 60


class _Rounds(QObject):
    """Collects the young objects each second and all of them each minute."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._since_full = 0
        self._timer = QTimer(self)
        self._timer.setInterval(YOUNG_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect once; every FULL_EVERY_YOUNG times a full collection."""
        self._since_full = (self._since_full + 1) % FULL_EVERY_YOUNG
        gc.collect(1 if self._since_full else 2)


def keep_collection_on_gui_thread() -> None:
    """Stop the automatic collection and collect from a timer of the GUI thread instead.

    Call it on the GUI thread when the start's imports are done: what is there then is taken out
    of all later collections, so that they stay short. Calling it again, after a heavy import,
    does that for what has come since; there is still one timer. Raises RuntimeError before the
    application exists.
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("the collector needs the application")
    gc.collect()
    gc.freeze()
    gc.disable()
    if app.findChild(_Rounds) is None:
        _Rounds(app)
