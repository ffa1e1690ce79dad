"""Traps that other projects fell into, or that measuring found: each has a test that holds it shut.

The one of SQLite's DDL outside transactions is held by the tests of the migrations.
"""

from __future__ import annotations

import ast
import gc
import importlib.util
import re
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import PySide6
import pytest
import reportlab
import shiboken6
import sqlalchemy
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.test_architecture import ROOT, imports_of, name_of, sources, texts_of, tree_of
from ui.collector import keep_collection_on_gui_thread

NO_SERVER = ("http.server", "PySide6.QtHttpServer", "PySide6.QtAsyncio")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


class _Bell(QObject):
    rung = Signal()


class _Ring:
    """Refers to itself, so that only the cyclic collector can free it."""

    def __init__(self) -> None:
        self.itself = self
        self.label = QLabel("in a cycle")


@pytest.fixture
def _collector_as_before(qapp: QObject) -> Iterator[None]:
    """Give the collector back to the suite's own discipline, which needs no timer."""
    before = qapp.children()
    yield
    for child in qapp.children():
        if child not in before:
            shiboken6.delete(child)
    gc.unfreeze()
    gc.disable()


def test_qt_calls_do_not_wear_out_none_and_true(qtbot: QtBot) -> None:
    label, bell = QLabel(), _Bell()
    qtbot.addWidget(label)
    bell.rung.connect(label.update)
    none, true = sys.getrefcount(None), sys.getrefcount(True)
    for turn in range(20_000):
        label.setText(str(turn))
    for _ in range(1_000):
        bell.rung.emit()
    assert sys.getrefcount(None) > none - 500
    assert sys.getrefcount(True) > true - 500


@pytest.mark.usefixtures("_collector_as_before")
def test_the_start_stops_the_automatic_collection_and_freezes_what_is_there() -> None:
    gc.enable()
    keep_collection_on_gui_thread()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("_collector_as_before")
def test_a_widget_in_a_cycle_dies_on_the_gui_thread_while_others_allocate(qtbot: QtBot) -> None:
    keep_collection_on_gui_thread()
    died_in: list[int] = []
    ring = _Ring()
    weakref.finalize(ring, lambda: died_in.append(threading.get_ident()))
    del ring
    elsewhere = threading.Thread(target=lambda: [[{}] for _ in range(200_000)])
    elsewhere.start()
    elsewhere.join()
    qtbot.waitUntil(lambda: bool(died_in))
    assert died_in == [threading.main_thread().ident]


@pytest.mark.usefixtures("_collector_as_before")
def test_keeping_the_collection_twice_keeps_one_timer(qapp: QObject) -> None:
    keep_collection_on_gui_thread()
    timers = len(qapp.findChildren(QTimer))
    keep_collection_on_gui_thread()
    assert len(qapp.findChildren(QTimer)) == timers


@pytest.mark.parametrize("package", [PySide6, sqlalchemy, reportlab], ids=lambda it: it.__name__)
def test_the_setup_has_compiled_the_libraries(package: ModuleType) -> None:
    assert package.__file__ is not None
    assert Path(importlib.util.cache_from_source(package.__file__)).exists()


def test_no_test_types_other_than_ascii_through_key_clicks() -> None:
    # It aborts the whole process: set the text, or send key events that carry it.
    typed = [
        f"{name_of(path)}:{call.lineno}"
        for path in sources("tests")
        for call in ast.walk(tree_of(path))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "keyClicks"
        for part in ast.walk(call)
        if isinstance(part, ast.Constant) and not str(part.value).isascii()
    ]
    assert typed == []


def test_no_server_is_used_that_loses_votes() -> None:
    used = [
        f"{name_of(path)}: {module}"
        for path in sources()
        for module in imports_of(tree_of(path))
        if module.startswith(NO_SERVER)
    ]
    assert used == []


def test_no_pattern_repeats_a_group_possessively() -> None:
    # Python before 3.11.5, as on Debian 12, then misses matches; an atomic group (?>...) is read
    # rightly.
    repeated = [
        f"{name_of(path)}: {text}"
        for path in sources("workshop", "ui", "frameworks", "exports")
        for text in texts_of(tree_of(path))
        if re.search(r"(?<!\\)\)[*+?]\+", text)
    ]
    assert repeated == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_the_requirements_are_pinned_hashed_and_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    entries = "\n".join(lines).replace("\\\n", " ").splitlines()
    loose = [
        entry.split()[0]
        for entry in entries
        if not re.fullmatch(r"[\w.-]+==\S+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+", entry)
    ]
    assert loose == []


def test_what_the_app_runs_on_is_pinned_alike_for_its_tests() -> None:
    app, tests = (
        {*re.findall(r"^\S+==\S+", (ROOT / name).read_text("utf-8"), re.M)} for name in REQUIREMENTS
    )
    assert app < tests
