"""Apart: an export in a process of its own, so that the window of whoever asks is never held."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from exports.catalogue import Progress, Source, export
from exports.writing import Cancelled, Written
from workshop.errors import WorkshopError
from workshop.words import Words, mark

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LOOK_S: Final = 0.05
"""How often is asked whether the user has cancelled."""
NICENESS: Final = 5
"""What the room sees comes first; with much more a busy machine would let the files stand still."""

NOT_STARTED = mark(
    "The system starts no other program now ({reason}), and files are written by one. "
    "Close what is not needed, then export again."
)
ENDED = mark(
    "The system has ended what was writing the files (code {code}). "
    "Close what is not needed, then export again."
)

# What the other process says.
_READY, _FAR, _WRITTEN, _REFUSED, _WRONG = "ready", "far", "written", "refused", "wrong"


class FaultApart(Exception):
    """A fault of the program in the process that wrote; told whole, with what its message says.

    `elsewhere` says where it was and of what kind, without any value: fit for a report to be sent.
    """

    def __init__(self, whole: str, elsewhere: str) -> None:
        super().__init__(whole)
        self.elsewhere = elsewhere


def export_apart(
    take: Callable[[], Source],
    words: Words,
    folder: Path,
    only: Collection[str],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Written, ...]:
    """`catalogue.export` of what `take` reads, in a process of its own that is gone afterwards.

    `take` is called here, while the other process begins. The same sentences are raised, and one
    where that process could not be started or was ended; its faults of the program are FaultApart.
    Cancelling, and whatever is raised here, ends it at once: what it was writing then lies in
    `folder` unfinished, so that is to be one that goes away. Where this process dies, it ends too.
    """
    process, wire = _start()
    try:
        source = take()
        asked = cancelled or _never
        _hear(wire, process, asked)  # it is there, and takes what follows without a wait
        _send(wire, process, (source, words.language, words.region, folder, tuple(only)))
        while True:
            match _hear(wire, process, asked):
                case (str(), done, of, kind):
                    if progress is not None:
                        progress(done, of, kind)
                case (_, written):
                    return tuple(written)
    finally:
        process.kill()
        process.join()
        process.close()
        wire.close()


def _never() -> bool:
    return False


def _start() -> tuple[SpawnProcess, Connection]:
    from multiprocessing import get_context

    context = get_context("spawn")  # the same everywhere, and nothing of the app is in it
    wire, theirs = context.Pipe()
    process = context.Process(target=_write, args=(theirs,), name="Flipchart's files", daemon=True)
    try:
        process.start()
    except OSError as fault:
        wire.close()
        reason = fault.strerror or type(fault).__name__
        raise WorkshopError(NOT_STARTED, reason=reason) from fault
    finally:
        theirs.close()  # so that the end of the process is the end of what it says
    return process, wire


def _hear(wire: Connection, process: SpawnProcess, cancelled: Callable[[], bool]) -> Any:
    """What the process says next. Raises what it raised, and Cancelled."""
    try:
        while not wire.poll(LOOK_S):
            if cancelled():
                raise Cancelled
        said = wire.recv()
    except (EOFError, OSError) as fault:
        raise _ended(process) from fault
    if cancelled():
        raise Cancelled
    match said:
        case (str(kind), text, values) if kind == _REFUSED:
            raise WorkshopError(text, **values)
        case (str(kind), whole, elsewhere) if kind == _WRONG:
            raise FaultApart(whole, elsewhere)
    return said


def _send(wire: Connection, process: SpawnProcess, what: object) -> None:
    try:
        wire.send(what)
    except OSError as fault:
        raise _ended(process) from fault


def _ended(process: SpawnProcess) -> WorkshopError:
    process.join()
    return WorkshopError(ENDED, code=process.exitcode)


# --- In the other process -------------------------------------------------------------------


def _write(wire: Connection) -> None:
    """Export what comes over the wire, and tell over it how far that is and what came of it."""
    _stand_back()
    try:
        _tell(wire, (_READY,))
        written = export(*_asked(wire), _Teller(wire))
    except WorkshopError as fault:
        _tell(wire, (_REFUSED, fault.text, {name: str(it) for name, it in fault.values.items()}))
    except Exception as fault:  # noqa: BLE001 - raised again in the process that asked
        _tell(wire, (_WRONG, "".join(traceback.format_exception(fault)), _places(fault)))
    else:
        _tell(wire, (_WRITTEN, written))


def _stand_back() -> None:
    """Leave the processor to the window, Ctrl C to the app, and end when the app ends."""
    from multiprocessing import parent_process

    if sys.platform != "win32":
        os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    app = parent_process()
    assert app is not None, "it was started by another"

    def watch() -> None:
        app.join()
        _end()

    threading.Thread(target=watch, daemon=True).start()


def _end() -> NoReturn:
    """Nobody is there any more for whom files could be written."""
    os._exit(1)


def _tell(wire: Connection, what: object) -> None:
    try:
        wire.send(what)
    except OSError:
        _end()


def _asked(wire: Connection) -> tuple[Source, Words, Path, tuple[str, ...]]:
    try:
        source, language, region, folder, only = wire.recv()
    except (EOFError, OSError):
        _end()
    return source, Words(language, region), folder, only


class _Teller:
    """Tells how far an export is, each time that this is something else."""

    def __init__(self, wire: Connection) -> None:
        self._wire = wire
        self._told: tuple[int, int, str] | None = None

    def __call__(self, done: int, of: int, kind: str) -> None:
        far = (done, of, kind)
        if far != self._told:
            self._told = far
            _tell(self._wire, (_FAR, *far))


def _places(fault: BaseException) -> str:
    """Where a fault came from, and those that led to it, without what they say."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    lines = [] if before is None else [f"{_places(before)}\nand then:\n"]
    lines += traceback.format_tb(fault.__traceback__)
    return f"{''.join(lines)}{type(fault).__module__}.{type(fault).__qualname__}"
