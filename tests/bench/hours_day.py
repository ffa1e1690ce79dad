"""Hours day: eight hours of a large day on both faces, faster than the clock on the wall.

    python -m tests.bench.hours_day FOLDER

Prints after each simulated hour how much memory the process holds, in MB: the pages that are
really there, pictures and Qt's own among them, once Python's garbage is collected.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench import sample
from tests.bench.big_day import LARGE, create
from tests.days import HandClock
from ui.console.window import ConsoleWindow
from ui.opened import OpenedWorkshop
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State, day_state
from workshop.voting import Vote
from workshop.words import Words

HOURS = 8
MINUTE_MS = 60_000
FRAMES_S = 0.02
"""How long the windows paint after each thing that happens."""
BATCH = 25
"""Votes that come in together."""


class Led:
    """A day that is led on real windows, with a clock that is moved by hand."""

    def __init__(self, folder: Path) -> None:
        self.application = QApplication([])
        theme = DesktopTheme()
        theme.apply(self.application)
        load_fonts()
        self.clock = HandClock()
        self.library = Library.open(folder / "flipchart.sqlite", clock=self.clock)
        words = Words()
        self.live = LiveWorkshop(self.library, create(LARGE)(self.library), words)
        settings = Settings(folder)
        self.window = ConsoleWindow(theme, words, settings)
        self.opened = OpenedWorkshop(self.live, self.window, theme, settings)
        self.window.show()
        self.opened.show()
        self.window.activateWindow()
        self.paint()

    def paint(self) -> None:
        """Let the windows do what they have to."""
        until = perf_counter() + FRAMES_S
        while perf_counter() < until:
            self.application.processEvents()

    def minutes(self) -> Iterator[int]:
        """Lead through the day; the number of each minute that has passed."""
        minute = 0
        while day_state(self.live.facts()) is not State.FINISHED:
            self._step()
            minute += 1
            self.clock.moment += MINUTE_MS
            self.opened.leading.refresh()  # as it does with every minute of the clock
            self.opened.leading.stage.tick()
            self.paint()
            yield minute

    def _step(self) -> None:
        votes_in = self.live.facts(whole=False).round
        if day_state(self.live.facts()) is State.OPEN and votes_in is not None:
            seats = sample.seats(self.live)
            for at in range(0, len(seats), BATCH):
                batch = seats[at : at + BATCH]
                answers = sample.ANSWERS
                self.live.voting.cast(
                    [
                        Vote(votes_in.id, seat, answers[number % len(answers)], Way.PHONE)
                        for number, seat in enumerate(batch, at)
                    ]
                )
                self.application.processEvents()
        focus = self.application.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(focus, key)

    def close(self) -> None:
        """End it."""
        self.opened.close()
        self.library.close()


def held_mb() -> float:
    """What the process holds, without what Python and the C library only keep for later."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def main() -> int:
    """Lead the day and tell after each hour."""
    from tests.bench.machine import use_offscreen

    use_offscreen()
    led = Led(Path(sys.argv[1]))
    for minute in led.minutes():
        if minute % 60 == 0:
            sys.stdout.write(f"{held_mb():.1f}\n")
        if minute == HOURS * 60:
            break
    else:
        raise RuntimeError("the day was over before its hours were")
    lines = [line for item in led.live.facts().items for line in item.questions]
    if 2 * sum(line.revealed for line in lines) < len(lines):
        raise RuntimeError("the day stood still")
    led.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
