"""Work in another thread comes back on the GUI thread, and tells on its way how far it is."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, current_thread

import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from ui import background
from workshop.errors import WorkshopError


def unwanted(_: object) -> None:
    raise AssertionError("nobody waits for this")


def test_what_work_tells_comes_in_order_before_its_end(qtbot: QtBot) -> None:
    here, said, threads = current_thread(), list[object](), set[object]()

    def work(tell: Callable[[object], None]) -> str:
        threads.add(current_thread())
        for n in range(100):
            tell(n)
        return "done"

    def listen(what: object) -> None:
        said.append(what)
        threads.add(current_thread())

    background.run_telling(work, listen, listen, unwanted)
    qtbot.waitUntil(lambda: "done" in said)
    assert said == [*range(100), "done"]
    assert len(threads) == 2
    assert here in threads


def test_a_fault_of_telling_work_comes_back(qtbot: QtBot) -> None:
    fault = WorkshopError("The disk is full.")
    came: list[Exception] = []

    def work(_tell: Callable[[object], None]) -> None:
        raise fault

    background.run_telling(work, unwanted, unwanted, came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [fault]


def test_nobody_is_told_once_the_asker_is_gone(qtbot: QtBot) -> None:
    asker, go, over = QObject(), Event(), Event()

    def work(tell: Callable[[object], None]) -> None:
        go.wait()
        tell(1)
        over.set()

    background.run_telling(work, unwanted, unwanted, unwanted, asker=asker)
    shiboken6.delete(asker)
    go.set()
    qtbot.waitUntil(over.is_set)
    qtbot.wait(10)


def test_work_that_lasts_holds_nothing_else_up(qtbot: QtBot) -> None:
    go, said = Event(), list[object]()

    def last(_tell: Callable[[object], None]) -> str:
        go.wait()
        return "lasted"

    lasting = QThreadPool.globalInstance().maxThreadCount()
    for _ in range(lasting):
        background.run_telling(last, unwanted, said.append, unwanted)
    background.run(lambda: "quick", said.append, unwanted)
    qtbot.waitUntil(lambda: bool(said))
    go.set()
    qtbot.waitUntil(lambda: len(said) == lasting + 1)
    assert said[0] == "quick"
    pool = QThreadPool.globalInstance()
    assert pool.waitForDone()
    assert pool.activeThreadCount() == 0
