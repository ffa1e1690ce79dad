"""Background: `run` does slow work in another thread and comes back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

Result = TypeVar("Result")


class _Job(QObject):
    """One piece of work; it lives on the thread that asked for it, and brings the result back."""

    _ended = Signal(object, object)
    _told = Signal(object)

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        asker: QObject | None,
    ) -> None:
        super().__init__()
        self._asker = asker
        self._work = work
        self._done = done
        self._failed = failed
        self._ended.connect(self._back, Qt.ConnectionType.QueuedConnection)
        self._on_told: Callable[[Any], object] | None = None

    def listen(self, on_told: Callable[[Any], object]) -> None:
        """Have `on_told` called on the GUI thread with what the work tells on its way."""
        self._on_told = on_told
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def go(self) -> None:
        """Do the work, in whichever thread this is called."""
        try:
            result = self._work()
        except Exception as fault:  # noqa: BLE001 - handed to `failed` on the GUI thread
            self._end(None, fault)
        else:
            self._end(result, None)

    def tell(self, what: Any) -> None:
        """Say something on the way, from whichever thread the work is done in."""
        if isValid(self):
            self._told.emit(what)

    def _end(self, result: Any, fault: Exception | None) -> None:
        if isValid(self):  # else the application has ended, and nobody is there to be told
            self._ended.emit(result, fault)

    def _hear(self, what: Any) -> None:
        listened = self._asker is None or isValid(self._asker)
        if listened and self._on_told is not None and self in _jobs:
            self._on_told(what)

    def _back(self, result: Any, fault: Exception | None) -> None:
        _jobs.discard(self)
        if self._asker is not None and not isValid(self._asker):
            _tell_nobody(fault)
        elif fault is None:
            self._done(result)
        else:
            self._failed(fault)


def _tell_nobody(fault: Exception | None) -> None:
    """Whoever asked is gone, and with it where a sentence could stand; our own faults are told."""
    from exports.writing import Cancelled
    from frameworks.conflicts import CollectionError
    from frameworks.faults import FrameworkError
    from workshop.errors import WorkshopError

    if fault is not None and not isinstance(
        fault, WorkshopError | FrameworkError | CollectionError | Cancelled
    ):
        raise fault


_jobs: set[_Job] = set()  # nobody else refers to a job until it has ended


def run(
    work: Callable[[], Result],
    done: Callable[[Result], object],
    failed: Callable[[Exception], object],
    *,
    asker: QObject | None = None,
) -> None:
    """Do `work` in another thread, then call `done` with its result or `failed` with its fault.

    Neither is called where `asker` was deleted meanwhile. To be called on the GUI thread; `done`
    and `failed` are called there too, when it is free.
    `failed` raises again what is no fault of the user's world.
    """
    job = _Job(work, done, failed, asker)
    _jobs.add(job)
    QThreadPool.globalInstance().start(job.go)


def run_telling(
    work: Callable[[Callable[[Any], None]], Result],
    told: Callable[[Any], object],
    done: Callable[[Result], object],
    failed: Callable[[Exception], object],
    *,
    asker: QObject | None = None,
) -> None:
    """`run`, for work that tells how far it is: `told` gets what it is called with, in order.

    Such work lasts, and mostly waits for another process: what comes after does not wait for it.
    """
    pool = QThreadPool.globalInstance()

    def beside_others() -> Result:
        pool.releaseThread()
        try:
            return work(job.tell)
        finally:
            pool.reserveThread()

    job = _Job(beside_others, done, failed, asker)
    job.listen(told)
    _jobs.add(job)
    pool.start(job.go)
