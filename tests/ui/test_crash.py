"""An unexpected fault is logged once, told in the window, and copied without names or votes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import App
from ui.crash import FAULTS_NAME, LOG_NAME, Crash
from workshop.events import VotesCast

SECRET = "Maria of Nursing gave a 2"
Begin = Callable[[Path], App]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of a test lies."""
    return tmp_path / "flipchart.sqlite"


def go_wrong() -> Exception:
    """A fault as it comes out of somewhere, with what it came from."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as inner:
            raise ValueError(SECRET) from inner
    except ValueError as fault:
        return fault


def test_a_report_says_where_and_names_nobody() -> None:
    crash = Crash()
    crash.note(VotesCast("a workshop", "a round"))
    report = crash.report(go_wrong())
    assert SECRET not in report
    assert str(Path(__file__).parent) not in report
    for part in ("Qt 6.", "Python 3.", "VotesCast", "builtins.KeyError", "builtins.ValueError"):
        assert part in report
    assert "tests/ui/test_crash.py" in report


def test_what_killed_the_last_run_is_told_without_its_folders() -> None:
    dump = f'Fatal Python error\n  File "{Path(__file__).parents[2]}/ui/bridge.py", line 3 in x'
    report = Crash().report(dump)
    assert 'File "ui/bridge.py", line 3' in report
    assert str(Path(__file__).parents[2]) not in report


@pytest.mark.logs("unexpected")
def test_a_fault_is_logged_once_and_told_in_the_window(
    begin: Begin, path: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    fault = go_wrong()
    app.crash.on_fault(type(fault), fault, fault.__traceback__)
    bar = app.shell.notices
    assert bar.current is not None
    assert bar.current.cause == "Something went wrong; the workshop goes on."
    assert (path.parent / LOG_NAME).read_text("utf-8").count("ERROR ui.crash unexpected") == 1
    assert bar.current.do is not None
    bar.current.do()
    assert "builtins.ValueError" in QGuiApplication.clipboard().text()


@pytest.mark.logs("unexpected")
def test_the_same_fault_again_fills_neither_the_window_nor_the_log(
    begin: Begin, path: Path
) -> None:
    app = begin(path)
    for _ in range(50):
        fault = go_wrong()
        app.crash.on_fault(type(fault), fault, fault.__traceback__)
    assert len(app.shell.notices.log) == 1
    assert (path.parent / LOG_NAME).read_text("utf-8").count("ERROR ui.crash unexpected") == 1


@pytest.mark.logs("unexpected")
def test_a_fault_of_another_thread_reaches_the_window(
    begin: Begin, path: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    fault = go_wrong()
    thread = threading.Thread(target=lambda: app.crash.on_fault(type(fault), fault, None))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: app.shell.notices.current is not None)


def test_what_killed_the_last_run_is_said_at_the_next_start(begin: Begin, path: Path) -> None:
    (path.parent / FAULTS_NAME).write_text("Fatal Python error: Segmentation fault", "utf-8")
    app = begin(path)
    current = app.shell.notices.current
    assert current is not None
    assert "ended unexpectedly" in current.cause
    assert (path.parent / FAULTS_NAME).read_text("utf-8") == ""


@pytest.mark.logs("a widget was wrong")
def test_what_qt_warns_of_is_logged() -> None:
    before = qInstallMessageHandler(None)
    try:
        Crash().watch_qt()
        qWarning("a widget was wrong")
    finally:
        qInstallMessageHandler(before)


def test_the_hooks_of_python_are_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    crash = Crash()
    crash.told = told.append
    crash.watch()
    logging.getLogger("ui.crash").disabled = True
    try:
        fault = go_wrong()
        sys.excepthook(type(fault), fault, fault.__traceback__)
    finally:
        logging.getLogger("ui.crash").disabled = False
    assert len(told) == 1
