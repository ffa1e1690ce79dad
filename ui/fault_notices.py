"""Fault notices: an unexpected error as a line in the window, with a report to copy."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui.crash import Crash
from workshop.words import Words, mark

if TYPE_CHECKING:
    from ui.console.widgets.notice_bar import Notice, NoticeBar

WENT_WRONG: Final = mark("Something went wrong; the workshop goes on.")
DIED: Final = mark("Flipchart ended unexpectedly the last time.")
SAFE: Final = mark("Everything saved before is safe.")

_log = logging.getLogger(__name__)


class FaultNotices(QObject):
    """Tells of unexpected errors, whichever thread they come from; one notice at a time."""

    _came = Signal(str)

    def __init__(
        self, crash: Crash, notices: Callable[[], NoticeBar], words: Words, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._crash = crash
        self._notices = notices
        self._words = words
        self._shown: tuple[NoticeBar, Notice] | None = None
        self._came.connect(self._on_report)
        crash.told = self._came.emit

    def tell(self, fault: BaseException) -> None:
        """Log and tell a fault that someone caught so as to go on."""
        self._crash.on_fault(type(fault), fault, fault.__traceback__)

    def keep_in(self, folder: Path) -> None:
        """Keep the log in `folder` from now on, and tell where the last run died."""
        try:
            left = self._crash.keep_in(folder)
        except OSError as fault:
            _log.warning("no log in the library's folder: %s", fault)
            return
        if left:
            self._show(DIED, self._crash.report(left))

    def _on_report(self, report: str) -> None:
        if self._shown is not None:
            bar, notice = self._shown
            if bar is self._notices() and bar.current is notice:
                return
        self._show(WENT_WRONG, report)

    def _show(self, cause: str, report: str) -> None:
        words, bar = self._words, self._notices()

        def copy() -> None:
            QGuiApplication.clipboard().setText(report)
            bar.may_act(words.say("The report is copied. It names no person and no vote."))

        notice = bar.must_act(words.say(cause), words.say(SAFE), words.say("Copy report"), copy)
        self._shown = bar, notice
