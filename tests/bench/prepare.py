"""Prepare: from a key to the painted screen with the largest pack, beside the smallest one.

A step is measured from its key until the screen has been read anew and painted, storage and all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from frameworks.collection import Collection
from frameworks.reader import read
from frameworks.shipped import default_pack
from tests.bench.figures import RUNS, Figure, best
from tests.bench.packs import LARGEST, SMALLEST, write_packs
from ui.app import make_application
from ui.collector import keep_collection_on_gui_thread
from ui.console.prepare.agenda_row import AgendaRow
from ui.console.window import ConsoleWindow
from ui.framework_reading import read_collection
from ui.preparing import Preparation
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.creation import create_draft
from workshop.kinds import ItemKind
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words

BESIDE_MS = 100.0
STILL_MS = 100.0
PATIENCE_S = 60.0
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


def figures(folder: Path) -> Iterator[Figure]:
    """The reading beside the window, and each step with the largest pack beside the smallest."""
    kitchen = Kitchen(folder / "prepare")
    still = best([kitchen.longest_stand() for _ in range(RUNS)])
    yield Figure("1,200 questions are read: the window stands still", still, STILL_MS)
    large: dict[str, list[float]] = {}
    small: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for pack, taken in ((LARGEST, large), (SMALLEST, small)):
            for name, milliseconds in kitchen.steps(pack):
                taken.setdefault(name, []).append(milliseconds)
    kitchen.close()
    for name, runs in large.items():
        yield Figure(
            f"prepare, 1,200 questions beside 1: {name}",
            best(runs), 1.0, best(small[name]), beside=BESIDE_MS,
        )  # fmt: skip


class Kitchen:
    """A library with both packs, in which workshops are prepared by keys alone."""

    def __init__(self, folder: Path) -> None:
        told = QApplication.instance()
        self._application = told if isinstance(told, QApplication) else make_application()
        write_packs(folder / "packs")
        self._folder = folder
        self._library = Library.open(folder / "flipchart.sqlite")
        self._theme = DesktopTheme(Mode.LIGHT, reduce_motion=True)
        self._theme.apply(self._application)
        load_fonts()
        self._words = Words()
        self._collection = Collection(folder / "packs")
        keep_collection_on_gui_thread()  # as the app does at its start

    def longest_stand(self) -> float:
        """Ms of the longest time that the window does nothing while all packs are read."""
        turns: list[float] = []
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: turns.append(perf_counter()))
        timer.start(1)
        done: list[object] = []
        read_collection(Collection(self._folder / "packs"), done.append, timer)
        self._wait(lambda: bool(done))
        timer.stop()
        return max(after - before for before, after in pairwise(turns)) * 1000

    def steps(self, pack: str) -> Iterator[tuple[str, float]]:
        """Every step once, in a workshop of its own that is given the pack; ms each."""
        framework = read(default_pack())
        made = create_draft(
            self._library, framework, self._words, held_on=date.today(), starts_at=9 * 60
        )
        live = LiveWorkshop(self._library, made, self._words)
        live.preparing.describe(title="Service review")
        window = ConsoleWindow(self._theme, self._words, Settings(self._folder))
        window.show()
        window.activateWindow()
        preparation = Preparation(live, window, self._theme, self._collection)
        preparation.show()
        screen = preparation.screen
        self._wait(lambda: screen.framework.entries is not None)
        screen.framework.all.click()
        self._settle()
        yield from self._lead(preparation, pack)
        preparation.close()
        window.close()
        window.deleteLater()
        self._settle()

    def _lead(self, preparation: Preparation, pack: str) -> Iterator[tuple[str, float]]:
        screen, live = preparation.screen, preparation.live
        [card] = [each for each in screen.framework.cards.cards if each.entry.id == pack]
        card.setFocus()
        chosen = self._timed(Qt.Key.Key_Space, until=card.isChecked)
        yield "choose a framework", chosen
        row = self._first_session(preparation)
        row.setFocus()
        yield "move an agenda item", self._timed(Qt.Key.Key_Down, _ALT)
        yield "undo", self._timed(Qt.Key.Key_Z, _CONTROL)
        row.setFocus()
        yield "set minutes", self._timed(Qt.Key.Key_Plus)
        editor = screen.editor
        yield "open the editor", self._timed(Qt.Key.Key_Return, until=editor.isVisible)
        editor.take_focus()
        yield "leave a question out", self._timed(Qt.Key.Key_Space)
        yield "open a question", self._timed(Qt.Key.Key_Return, until=editor.page.isVisible)
        editor.page.text.editor.selectAll()
        yield "type a letter of it", self._timed(Qt.Key.Key_W)
        yield "keep an edited question", self._timed(Qt.Key.Key_Tab)
        assert live.prepared_session(row.line.item.id)[0].questions[0].edited, "it was kept"

    def _first_session(self, preparation: Preparation) -> AgendaRow:
        rows = preparation.screen.agenda.rows.rows
        return next(row for row in rows if row.line.item.kind is ItemKind.SESSION)

    def _timed(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = _NONE,
        until: Callable[[], bool] = lambda: True,
    ) -> float:
        """Ms from a key until what it leads to is painted."""
        self._settle()
        focus = self._application.focusWidget()
        assert isinstance(focus, QWidget), "keys go somewhere"
        began = perf_counter()
        QTest.keyClick(focus, key, modifiers)
        self._wait(until)
        self._application.processEvents()  # what was asked to be painted is painted here
        return (perf_counter() - began) * 1000

    def close(self) -> None:
        """Close the library."""
        self._library.close()

    def _settle(self) -> None:
        until = perf_counter() + 0.05
        self._wait(lambda: perf_counter() > until)

    def _wait(self, until: Callable[[], bool]) -> None:
        last = perf_counter() + PATIENCE_S
        while not until():
            if perf_counter() > last:
                raise RuntimeError("waited in vain")
            self._application.processEvents()
