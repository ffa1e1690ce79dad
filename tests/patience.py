"""Patience: a test waits for what must come as long as a machine with other work may take."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

LONGEST_WAIT_MS = 120_000
QUICK_LOOK_MS = 5
SLOW_LOOK_MS = 50


class PatientBot(QtBot):
    """pytest-qt's bot, whose 5 seconds are too few while all cores are at work elsewhere."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = LONGEST_WAIT_MS
    ) -> None:
        """Let the event loop run until `callback` is true, or says None and asserts no more.

        A shorter `timeout` is no test of speed, and is not kept to. Looks seldom where it takes
        long: another process may be what is waited for, and needs the core.
        """
        begun = monotonic()
        end = begun + max(timeout, LONGEST_WAIT_MS) / 1000
        while not self._holds(callback, last=monotonic() > end):
            QTest.qWait(QUICK_LOOK_MS if monotonic() < begun + 1 else SLOW_LOOK_MS)

    def _holds(self, callback: Callable[[], bool | None], *, last: bool) -> bool:
        try:
            answer = callback()
        except AssertionError:
            if last:
                raise
            return False
        if last and answer is False:
            raise TimeoutError(f"waited in vain for {callback}")
        return answer is not False

    def waitSignal(
        self, signal: Any, *, timeout: int = LONGEST_WAIT_MS, **how: Any
    ) -> SignalBlocker:
        """Let the event loop run until `signal` was sent."""
        return super().waitSignal(signal, timeout=timeout, **how)
