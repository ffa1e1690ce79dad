"""Keep awake: display and machine do not go to sleep while a workshop is led.

Each system has its own ways. All of them end by themselves when Flipchart dies: the desktop drops
what a lost connection asked for, and a child's input ends with us.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtGui import QGuiApplication

from workshop.words import Words, mark

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

MAY_SLEEP = mark(
    "Display and laptop may go to sleep ({reason}). "
    "Turn sleep and the screen saver off in the system's settings for today."
)
NO_BUS = mark("no D-Bus session")

_NAME: Final = "Flipchart"
_WHY: Final = "A workshop is being led"
_HELD: Final = "held"
_WAIT_MS: Final = 5000
# Says that the wrapped command runs, and runs until its input ends.
_UNTIL_WE_END: Final = ("sh", "-c", f"echo {_HELD}; exec cat")
SYSTEMD: Final = (
    "systemd-inhibit", "--what=idle:sleep", f"--who={_NAME}", f"--why={_WHY}", "--mode=block",
)  # fmt: skip
CAFFEINATE: Final = ("caffeinate", "-di")
# A platform of Qt without a display, of which there is nothing to keep awake.
_NO_DISPLAY: Final = {"offscreen", "minimal", "vnc"}


class Way(QObject):
    """One way of keeping awake. `answered` comes once it is known whether it holds.

    `held` is None until then; `reason` says why it does not hold. `display` is whether it keeps
    the display awake and not the machine alone.
    """

    answered = Signal()

    def __init__(self, *, display: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.display = display
        self.held: bool | None = None
        self.reason = ""

    def begin(self) -> None:
        """Ask for it."""
        raise NotImplementedError

    def end(self) -> None:
        """Let go."""
        raise NotImplementedError

    def _answer(self, held: bool, reason: str = "") -> None:
        self.held, self.reason = held, reason
        self.answered.emit()


class ChildWay(Way):
    """A system's command that keeps awake while the command given to it runs."""

    def __init__(
        self, command: Sequence[str], *, display: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(display=display, parent=parent)
        self._command = (*command, *_UNTIL_WE_END)
        self._child: QProcess | None = None

    def begin(self) -> None:
        child = QProcess(self)
        child.readyReadStandardOutput.connect(self._on_word)
        child.errorOccurred.connect(self._on_error)
        child.finished.connect(self._on_finished)
        self._child = child
        child.start(self._command[0], list(self._command[1:]))

    def end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.finished.disconnect(self._on_finished)
        child.errorOccurred.disconnect(self._on_error)
        if child.state() is not QProcess.ProcessState.NotRunning:
            child.closeWriteChannel()
            if not child.waitForFinished(_WAIT_MS):
                child.kill()
                child.waitForFinished(_WAIT_MS)
        child.deleteLater()

    def _on_word(self) -> None:
        if self._child is not None and self.held is None:
            self._answer(True)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._child is not None:
            self._answer(False, self._child.errorString())

    def _on_finished(self) -> None:
        if self._child is not None:
            said = bytes(self._child.readAllStandardError().data()).decode(errors="replace")
            self._answer(False, said.strip().rpartition("\n")[2] or self._command[0])


class ScreenSaverWay(Way):
    """The desktop's screen saver, asked over D-Bus; what is asked ends with the connection."""

    _numbers = itertools.count(1)
    _SERVICE: Final = "org.freedesktop.ScreenSaver"
    _PATH: Final = "/org/freedesktop/ScreenSaver"

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(display=True, parent=parent)
        self._address = address
        self._connection = f"flipchart-keep-awake-{next(self._numbers)}"
        self._watcher: QDBusPendingCallWatcher | None = None

    def begin(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        if not self._address:
            self._answer(False, NO_BUS)
            return
        bus = QDBusConnection.connectToBus(self._address, self._connection)
        if not bus.isConnected():
            self._answer(False, bus.lastError().message())
            return
        ask = QDBusMessage.createMethodCall(self._SERVICE, self._PATH, self._SERVICE, "Inhibit")
        ask.setArguments([_NAME, _WHY])
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(ask, _WAIT_MS), self)
        self._watcher.finished.connect(self._on_reply)

    def end(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        if self._watcher is not None:
            self._watcher.finished.disconnect(self._on_reply)
            self._watcher.deleteLater()
            self._watcher = None
        QDBusConnection.disconnectFromBus(self._connection)

    def _on_reply(self, watcher: QDBusPendingCallWatcher) -> None:
        self._answer(not watcher.isError(), watcher.error().message())


class WindowsWay(Way):
    """Windows' own call; it holds for as long as the thread that made it lives."""

    _CONTINUOUS: Final = 0x80000000
    _SYSTEM: Final = 0x00000001
    _DISPLAY: Final = 0x00000002

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(display=True, parent=parent)

    def begin(self) -> None:
        before = self._set(self._CONTINUOUS | self._SYSTEM | self._DISPLAY)
        self._answer(before != 0, "SetThreadExecutionState")

    def end(self) -> None:
        self._set(self._CONTINUOUS)

    def _set(self, state: int) -> int:
        """Set it; answers what it was, 0 where it was refused."""
        if sys.platform == "win32":
            import ctypes

            return int(ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state)))
        return 0


class KeepAwake(QObject):
    """Keeps display and machine awake from `begin` to `end`; both may be called twice.

    `changed` comes when `kept_awake` has another answer. Without `ways` it takes the system's.
    """

    changed = Signal()

    def __init__(
        self, words: Words, ways: Sequence[Way] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._ways = system_ways() if ways is None else tuple(ways)
        for way in self._ways:
            way.setParent(self)
            way.answered.connect(self.changed)
        self._begun = False

    def begin(self) -> None:
        """Keep awake from now on; it is known a moment later whether that works."""
        if self._begun:
            return
        self._begun = True
        for way in self._ways:
            way.begin()

    def end(self) -> None:
        """Let the system sleep again when it wants to."""
        if not self._begun:
            return
        self._begun = False
        for way in self._ways:
            way.end()
            way.held = None

    def kept_awake(self) -> str | None:
        """Why the display may go dark all the same; None where it stays on, or is not asked to."""
        displays = [way for way in self._ways if way.display]
        if not self._begun or any(way.held is not False for way in displays) or not displays:
            return None
        reasons = ", ".join(self._words.say(way.reason) for way in displays if way.reason)
        return self._words.say(MAY_SLEEP, reason=reasons)


def system_ways() -> tuple[Way, ...]:
    """The ways of the system at hand; none where Qt has no display."""
    if QGuiApplication.platformName() in _NO_DISPLAY:
        return ()
    if sys.platform == "win32":
        return (WindowsWay(),)
    if sys.platform == "darwin":
        return (ChildWay(CAFFEINATE, display=True),)
    return ScreenSaverWay(_session_bus()), ChildWay(SYSTEMD, display=False)


def _session_bus() -> str:
    """The address of the desktop's bus; empty where there is none, for none shall be started."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    return address or (f"unix:path={socket}" if socket.exists() else "")
