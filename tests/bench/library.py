"""Library: ten thousand workshops against a hundred, from the open library to the painted list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from tests.bench.figures import RUNS, Figure, best
from tests.days import begin_day, small_framework
from tests.many_workshops import multiply
from ui.console.library.contents import Contents
from ui.console.library.feeds import Filter
from ui.console.library.screen import LibraryScreen
from ui.theme import DesktopTheme, load_fonts
from workshop.library import Library
from workshop.steps import State
from workshop.words import Words

FEW, MANY = 100, 10_000
GOAL = 1.5
TURNS = 4
"""Turns in a run: the quickest is what the machine can do."""
PATIENCE_S = 30.0


def figures(folder: Path) -> Iterator[Figure]:
    """How much longer the list takes to be opened, searched and filtered where it is long."""
    libraries = [_library(folder / str(count), count) for count in (FEW, MANY)]
    names = ("library opens", "library is searched", "library is filtered")
    taken: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in names}
    for _ in range(RUNS * TURNS):
        for which, path in enumerate(libraries):
            for name, moments in zip(names, _measure(path), strict=True):
                taken[name][which].append(moments)
    for name, (few, many) in taken.items():
        yield Figure(f"{name}: {MANY} workshops, {FEW}", best(many), GOAL, best(few))


def _library(folder: Path, count: int) -> Path:
    """A library of that many workshops that have ended, with votes and scores."""
    folder.mkdir(parents=True)
    day = begin_day(folder, framework=small_framework(5, 1))
    day.reach(State.FINISHED)
    multiply(day.library, [day.live.id], count - 1)
    day.library.close()
    return day.library.path


def _measure(path: Path) -> tuple[float, float, float]:
    """Opening, two searches, and the filter of the archive, in ms each."""
    shown = QApplication.instance() or QApplication([])
    load_fonts()
    screen = LibraryScreen(DesktopTheme(), Words())
    screen.resize(1240, 900)
    screen.show()
    _settle(lambda: True)
    began = perf_counter()
    with Library.open(path) as library:
        screen.show_library(library, date(2026, 1, 1))
        screen.grab()
        opened = perf_counter() - began
        contents = screen.contents
        assert contents is not None
        _settle(lambda: contents.later is not None)
        contents.search("review")  # what is searched in is read meanwhile, or with the first word
        contents.search("")
        # A page of what many have, and what none has: the lists shown are as long in both.
        found = _taken(screen, contents, lambda: contents.search("review"))
        found += _taken(screen, contents, lambda: contents.search("no such workshop"))
        filtered = _taken(screen, contents, lambda: contents.filters.choose(Filter.ARCHIVED))
        screen.close()
        _settle(lambda: True)
    screen.deleteLater()
    assert shown is not None
    return opened * 1000, found * 1000, filtered * 1000


def _taken(screen: LibraryScreen, contents: Contents, act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    screen.grab()
    taken = perf_counter() - began
    contents.search("")
    return taken


def _settle(until: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    last = perf_counter() + PATIENCE_S
    QApplication.processEvents()
    while not until():
        if perf_counter() > last:
            raise RuntimeError("waited in vain")
        QApplication.processEvents()
