"""Display and machine stay awake while a workshop is led, and no longer."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject
from pytestqt.qtbot import QtBot

from tests.days import Day, begin_day
from tests.test_kills import ROOT
from tests.ui.conftest import App
from ui import keep_awake
from ui.keep_awake import SYSTEMD, ChildWay, KeepAwake, ScreenSaverWay, Way, system_ways
from workshop.steps import State
from workshop.words import Words

NOBODY_THERE = "unix:path=/nowhere/bus"
SAVER = "org.freedesktop.ScreenSaver"


def settled(qtbot: QtBot, way: Way) -> Way:
    """A way that was begun and has answered."""
    with qtbot.waitSignal(way.answered, timeout=10_000):
        way.begin()
    return way


def ended(reading: int) -> bool:
    """Whether everyone who had the other end of the pipe is gone."""
    ready, _, _ = select.select([reading], [], [], 10)
    return bool(ready) and os.read(reading, 1) == b""


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe whose writing end every child inherits."""
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    yield reading, writing
    os.close(reading)


def test_a_child_holds_until_it_is_let_go(qtbot: QtBot, pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    way = settled(qtbot, ChildWay(("env",), display=True))
    os.close(writing)
    assert way.held
    assert select.select([reading], [], [], 0) == ([], [], [])
    way.end()
    assert ended(reading)


def test_a_killed_flipchart_leaves_no_child_behind(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    with subprocess.Popen(
        [sys.executable, "-m", "tests.awake_ward"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        pass_fds=[writing],
        text=True,
    ) as flipchart:
        os.close(writing)
        assert flipchart.stdout is not None
        assert flipchart.stdout.readline() == "held\n"
        flipchart.kill()
    assert ended(reading)


def test_a_command_that_is_not_there_is_the_reason(qtbot: QtBot) -> None:
    way = settled(qtbot, ChildWay(("no-such-command-here",), display=True))
    assert way.held is False
    assert way.reason
    way.end()


def test_what_a_refusing_command_says_is_the_reason(qtbot: QtBot) -> None:
    refuse = ("sh", "-c", "echo one thing >&2; echo Access denied >&2; exit 1")
    keep = KeepAwake(Words(), [settled(qtbot, way := ChildWay(refuse, display=True))])
    assert way.reason == "Access denied"
    way.end()
    assert keep.kept_awake() is None
    with qtbot.waitSignal(way.answered):
        keep.begin()
    assert keep.kept_awake() == (
        "Display and laptop may go to sleep (Access denied). "
        "Turn sleep and the screen saver off in the system's settings for today."
    )
    keep.end()
    assert keep.kept_awake() is None


def test_linux_holds_the_machine_or_says_why_not(qtbot: QtBot) -> None:
    way = settled(qtbot, ChildWay(SYSTEMD, display=False))
    assert bool(way.held) != bool(way.reason)
    way.end()


class ScreenSaver(QDBusVirtualObject):
    """The desktop's end of the bus."""

    def __init__(self) -> None:
        super().__init__()
        self.asker = ""
        self.asked: list[tuple[str, list[object]]] = []

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        self.asker = message.service()
        self.asked.append((message.member(), message.arguments()))
        return connection.send(message.createReply(7))


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a real bus; of none where this machine has no daemon for one."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        yield NOBODY_THERE
        return
    arguments = [daemon, "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


def test_the_screen_saver_is_asked_over_the_bus_and_let_go(qtbot: QtBot, bus: str) -> None:
    desktop, saver = QDBusConnection.connectToBus(bus, "desktop"), ScreenSaver()
    desktop.registerVirtualObject("/org/freedesktop/ScreenSaver", saver)
    served = desktop.registerService(SAVER)
    way = settled(qtbot, ScreenSaverWay(bus))
    assert way.held is served
    asked = [("Inhibit", ["Flipchart", "A workshop is being led"])]
    assert saver.asked == (asked if served else [])
    way.end()
    if served:
        qtbot.waitUntil(lambda: not desktop.interface().isServiceRegistered(saver.asker).value())
    QDBusConnection.disconnectFromBus("desktop")


def test_a_desktop_without_a_screen_saver_is_the_reason(qtbot: QtBot, bus: str) -> None:
    way = settled(qtbot, ScreenSaverWay(bus))
    assert way.held is False
    assert way.reason
    way.end()


@pytest.mark.parametrize("address", ["", NOBODY_THERE])
def test_without_a_bus_the_reason_is_said_at_once(qtbot: QtBot, address: str) -> None:
    way = ScreenSaverWay(address)
    way.begin()
    assert way.held is False
    assert way.reason
    way.end()


def test_one_way_that_keeps_the_display_is_enough(qtbot: QtBot) -> None:
    holds = ChildWay(("env",), display=True)
    keep = KeepAwake(Words(), [ScreenSaverWay(""), holds])
    with qtbot.waitSignal(holds.answered):
        keep.begin()
        keep.begin()
    assert keep.kept_awake() is None
    keep.end()
    keep.end()


def test_a_day_that_is_led_is_kept_awake_until_it_ends(
    qtbot: QtBot,
    tmp_path: Path,
    begin: Callable[[Path], App],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ways: list[ChildWay] = []

    def one_way() -> tuple[Way, ...]:
        ways.append(ChildWay(("env",), display=True))
        return (ways[-1],)

    monkeypatch.setattr(keep_awake, "system_ways", one_way)
    day = begin_day(tmp_path)
    day.library.close()
    app = begin(day.library.path)
    qtbot.waitUntil(lambda: app.shell.library is not None)
    app.shell.open_workshop(day.live.id)
    (way,) = ways
    qtbot.waitUntil(lambda: way.held is True)
    opened = app.shell.opened
    assert opened is not None
    Day(opened.live.library, opened.live).reach(State.FINISHED)
    qtbot.waitUntil(lambda: not way.findChildren(QProcess))
    opened.leading.act(opened.live.facilitation.undo)
    qtbot.waitUntil(lambda: way.held is True)
    app.shell.leave_workshop()
    qtbot.waitUntil(lambda: not shiboken6.isValid(way) or not way.findChildren(QProcess))


def test_where_there_is_no_display_nothing_is_kept_awake(qtbot: QtBot, tmp_path: Path) -> None:
    assert system_ways() == ()
    keep = KeepAwake(Words())
    keep.begin()
    assert keep.kept_awake() is None
    keep.end()
