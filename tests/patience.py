"""Patience: a test waits for what must come as long as a machine with other work may take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

LONGEST_WAIT_MS = 120_000


class PatientBot(QtBot):
    """pytest-qt's bot, whose 5 seconds are too few while all cores are at work elsewhere."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = LONGEST_WAIT_MS
    ) -> None:
        """Let the event loop run until `callback` is true, or fails no more.

        A shorter `timeout` is no test of speed, and is not kept to.
        """
        super().waitUntil(callback, timeout=max(timeout, LONGEST_WAIT_MS))

    def waitSignal(
        self, signal: Any, *, timeout: int = LONGEST_WAIT_MS, **how: Any
    ) -> SignalBlocker:
        """Let the event loop run until `signal` was sent."""
        return super().waitSignal(signal, timeout=timeout, **how)
