"""Crash: the last resort for faults of the program. They are logged once and told in the window;
the workshop goes on.
"""

from __future__ import annotations

import faulthandler
import re
import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    import logging

    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from workshop.events import Event

ROOT: Final = Path(__file__).parent.parent
LOG_NAME: Final = "flipchart.log"
FAULTS_NAME: Final = "last-crash.txt"
EVENTS_KEPT: Final = 20
LOG_BYTES: Final = 512 * 1024


class Crash:
    """Catches what nobody else did, in every thread, and what Qt warns of.

    `told` is called with a report for each unexpected fault, in the thread where it happened. A
    report names no person and carries no vote: it has types and places in the code, not values.
    """

    def __init__(self) -> None:
        self.told: Callable[[str], None] | None = None
        self._events: deque[str] = deque(maxlen=EVENTS_KEPT)
        self._log_file: logging.Handler | None = None
        self._faults: IO[str] | None = None
        self._logged: set[tuple[str, int]] = set()

    def watch(self) -> None:
        """Take over from Python's own hooks; the first thing that the app does."""
        _faults_to_stderr()
        sys.excepthook = self.on_fault
        threading.excepthook = self._on_thread_fault

    def watch_qt(self) -> None:
        """Write what Qt warns of into the log."""
        from PySide6.QtCore import qInstallMessageHandler

        qInstallMessageHandler(_on_qt_message)

    def keep_in(self, folder: Path) -> str:
        """Log into `folder` from now on; answers what the last run left there when it died.

        Raises OSError where the folder cannot be written.
        """
        import logging
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        handler.setLevel(logging.WARNING)
        self.let_go()
        logging.getLogger().addHandler(handler)
        self._log_file = handler
        path = folder / FAULTS_NAME
        left = path.read_text("utf-8", errors="replace") if path.exists() else ""
        self._faults = path.open("w", encoding="utf-8")
        faulthandler.enable(self._faults)
        return left

    def let_go(self) -> None:
        """Close the files in the library's folder."""
        import logging

        if self._log_file is not None:
            logging.getLogger().removeHandler(self._log_file)
            self._log_file.close()
            self._log_file = None
        if self._faults is not None:
            _faults_to_stderr()
            self._faults.close()
            self._faults = None

    def note(self, event: Event) -> None:
        """Remember that something happened, for reports: its kind alone."""
        self._events.append(type(event).__name__)

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an unexpected fault, once for each line it comes from, and tell it.

        Ctrl C still ends the app.
        """
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, fault, trace)
            return
        self._log(kind, fault, trace)
        if self.told is not None:
            self.told(self.report(fault))

    def report(self, fault: BaseException | str) -> str:
        """What a facilitator can send on: versions, platform, where it happened, last events."""
        what = _without_folders(fault) if isinstance(fault, str) else "\n".join(_places(fault))
        happened = ", ".join(self._events) or "none"
        return "\n".join((*_versions(), f"last events: {happened}", "", what))

    def _log(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault, and those that come from the same line after it no more."""
        import logging
        import traceback

        places = traceback.extract_tb(trace)
        line = (places[-1].filename, places[-1].lineno or 0) if places else (kind.__name__, 0)
        if line not in self._logged:
            self._logged.add(line)
            logging.getLogger(__name__).error("unexpected", exc_info=(kind, fault, trace))

    def _on_thread_fault(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_fault(args.exc_type, args.exc_value, args.exc_traceback)


def _faults_to_stderr() -> None:
    faulthandler.disable()
    if sys.stderr is not None:  # a windowed Python has none
        faulthandler.enable()


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    import logging

    from PySide6.QtCore import QtMsgType

    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    level = logging.WARNING if kind is QtMsgType.QtWarningMsg else logging.ERROR
    logging.getLogger("ui.qt").log(level, "%s: %s", context.category or "Qt", message)


def _versions() -> tuple[str, ...]:
    import platform

    import PySide6

    loaded = sys.modules.get("sqlalchemy")
    return (
        f"Python {platform.python_version()}, Qt {PySide6.__version__}, "
        f"SQLAlchemy {getattr(loaded, '__version__', 'not loaded')}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )


def _places(fault: BaseException) -> list[str]:
    """The fault and those that led to it: kinds and places, without their messages.

    A message can quote what someone typed, and SQLAlchemy's quote whole rows.
    """
    import traceback

    lines: list[str] = []
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None:
        lines += [*_places(before), "and then:"]
    for frame in traceback.extract_tb(fault.__traceback__):
        lines.append(f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}: {frame.line}")
    lines.append(f"{type(fault).__module__}.{type(fault).__qualname__}")
    # Where it was in another process (see exports/apart.py), which has no frames here.
    elsewhere = getattr(fault, "elsewhere", "")
    if isinstance(elsewhere, str) and elsewhere:
        lines.append(_without_folders(elsewhere))
    if isinstance(fault, BaseExceptionGroup):
        for each in fault.exceptions:
            lines += _places(each)
    return lines


def _without_folders(dump: str) -> str:
    """What faulthandler wrote, its files named as in our own reports."""
    return re.sub(r'File "([^"]+)"', lambda match: f'File "{_short(match[1])}"', dump)


def _short(path: str) -> str:
    """A file's place in the app or in its package: where it lies can name a person."""
    whole = Path(path)
    if whole.is_relative_to(ROOT) and "site-packages" not in whole.parts:
        return whole.relative_to(ROOT).as_posix()
    return "/".join(whole.parts[-2:])
