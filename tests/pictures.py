"""The README's pictures: a sample day led through the real windows, and two of its moments kept.

`python -m tests.pictures` draws them anew into ui/pictures/, and those of the manual.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from time import monotonic

from PIL import Image
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from frameworks.reader import read
from frameworks.shipped import default_pack
from tests.days import HandClock
from ui.app import make_application
from ui.console.widgets.focus_ring import FocusRing
from ui.console.window import ConsoleWindow
from ui.opened import OpenedWorkshop
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.creation import create_workshop
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.rehearsal import sample_workshop
from workshop.steps import State, day_state
from workshop.words import Words

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "ui" / "pictures"
WALL, CONSOLE = "wall.png", "console.png"
DAY = date(2026, 11, 17)
PATIENCE_S = 30.0
REST_S = 0.2
COLOURS, NO_DITHER = 256, Image.Dither.NONE

# Hands by team (front desk, nursing, back office) for 1 to 5 and don't know.
Hands = Sequence[Sequence[int]]
# The questions before the pictures: the minute they are posed, and how the room votes.
BEFORE: Sequence[tuple[str, Hands]] = (
    ("09:19", ((0, 1, 3, 3, 1, 0), (0, 2, 3, 4, 0, 1), (0, 1, 2, 3, 0, 0))),
    ("09:27", ((0, 2, 3, 3, 0, 0), (1, 2, 5, 2, 0, 0), (0, 1, 4, 1, 0, 0))),
    ("09:34", ((0, 0, 2, 5, 1, 0), (0, 0, 3, 6, 1, 0), (0, 1, 1, 3, 1, 0))),
    ("09:42", ((0, 1, 5, 2, 0, 0), (0, 2, 6, 1, 0, 1), (0, 1, 3, 2, 0, 0))),
    ("09:49", ((0, 1, 2, 4, 1, 0), (0, 2, 3, 4, 1, 0), (0, 0, 2, 4, 0, 0))),
    ("09:57", ((1, 4, 3, 0, 0, 0), (2, 5, 2, 1, 0, 0), (0, 4, 1, 1, 0, 0))),
)
STILL_VOTING: Hands = ((0, 1, 1, 3, 1, 0), (2, 4, 1, 1, 0, 0), (1, 1, 0, 1, 0, 0))
FIRST_ROUND: Hands = ((0, 1, 1, 4, 2, 0), (2, 5, 1, 2, 0, 0), (1, 2, 0, 2, 1, 0))
SECOND_ROUND: Hands = ((0, 0, 1, 5, 2, 0), (0, 3, 2, 5, 0, 0), (0, 0, 1, 2, 1, 2))
PARKED = (("10:04:20", "Parking charges annoy visitors"), ("10:05", "Night line at weekends"))


def set_time(clock: HandClock, time: str) -> None:
    """Let it be that time of the sample day, such as "10:07" or "10:07:12"."""
    moment = datetime.combine(DAY, datetime.min.time().fromisoformat(time))
    clock.moment = int(moment.timestamp() * 1000)


def next_until(live: LiveWorkshop, wanted: State) -> None:
    """Lead on until the day is in this state, at least one step."""
    live.facilitation.next()
    while day_state(live.facts()) is not wanted:
        live.facilitation.next()


def lead_until_recovery(live: LiveWorkshop, clock: HandClock) -> None:
    """Lead the day, without a window, until the question of the pictures is posed."""
    set_time(clock, "09:00")
    next_until(live, State.PRACTICE_OPEN)
    for posed, hands in BEFORE:
        set_time(clock, posed)
        next_until(live, State.POSE)
        next_until(live, State.OPEN)
        facts = live.facts()
        assert facts.round is not None, "a vote is open"
        for team, counts in zip(facts.teams, hands, strict=True):
            answers = (*range(1, len(counts)), 0)
            live.voting.put_tally(facts.round.id, team.id, dict(zip(answers, counts, strict=True)))
        next_until(live, State.ACT)
    set_time(clock, "10:04")
    next_until(live, State.POSE)


class SampleDay:
    """The sample day on its two faces, led by keys; its clock moves only when it is told to."""

    def __init__(self, folder: Path) -> None:
        told = QApplication.instance()
        self._application = told if isinstance(told, QApplication) else make_application()
        self._clock = HandClock()
        set_time(self._clock, "08:58")
        words = Words()
        self._library = Library.open(folder / "flipchart.sqlite", clock=self._clock)
        new = replace(sample_workshop(DAY, 24, words), title="Service review, autumn")
        workshop_id = create_workshop(self._library, read(default_pack()), new, words)
        self._live = LiveWorkshop(self._library, workshop_id, words)
        lead_until_recovery(self._live, self._clock)
        self._theme = DesktopTheme(Mode.LIGHT, reduce_motion=True)
        self._theme.apply(self._application)
        load_fonts()
        FocusRing(self._application, self._theme)
        settings = Settings(folder)
        self.console = ConsoleWindow(self._theme, words, settings)
        self._opened = OpenedWorkshop(self._live, self.console, self._theme, settings)
        self.console.show()
        self.console.activateWindow()
        self._opened.show()
        self._wait(self.wall.isVisible)

    @property
    def wall(self) -> QWidget:
        """The projector's window."""
        return self._opened.projector

    def set_time(self, time: str) -> None:
        """Let it be that time of the day."""
        set_time(self._clock, time)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        if self._application.activeWindow() is not self.console:
            self.console.activateWindow()  # without a screen the wall takes the focus along
        QTest.keyClick(self._application.focusWidget() or self.console, key)
        self._application.processEvents()

    def type(self, text: str) -> None:
        """Type where the focus is; in a field of the tally over what stands there."""
        QTest.keyClicks(self._application.focusWidget() or self.console, text)
        self._application.processEvents()

    def reach(self, wanted: State) -> None:
        """Press Space until the day is in this state, at least once."""
        for _ in range(12):
            self.press(Qt.Key.Key_Space)
            if day_state(self._live.facts()) is wanted:
                return
        raise RuntimeError(f"{wanted} was not reached")

    def count_hands(self, by_team: Hands) -> None:
        """Count hands, and type the tally."""
        self.press(Qt.Key.Key_H)
        for counts in by_team:
            for hands in counts:
                if hands:
                    self.type(str(hands))
                self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Escape)

    def park(self, thought: str) -> None:
        """Put a thought into the parking lot."""
        self.press(Qt.Key.Key_P)
        self.type(thought)
        self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Escape)

    def grab(self, window: QWidget, path: Path) -> None:
        """Keep a picture of a window once it has come to rest."""
        until = monotonic() + REST_S
        self._wait(lambda: monotonic() > until)
        if not window.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        pack(path)

    def close(self) -> None:
        """End it, everything kept."""
        self._opened.close()
        self.console.close()
        self._library.close()
        QThreadPool.globalInstance().waitForDone()
        self._application.processEvents()

    def _wait(self, until: Callable[[], bool]) -> None:
        last = monotonic() + PATIENCE_S
        while not until():
            if monotonic() > last:
                raise RuntimeError("waited in vain")
            self._application.processEvents()


def pack(path: Path) -> None:
    """Give a PNG a palette, which makes it a third as large; colours are at most 5 of 255 off."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    # This way also keeps the colours that only a small sign has.
    few = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=NO_DITHER)
    few.save(path, optimize=True)


@contextmanager
def sample_day() -> Iterator[SampleDay]:
    """A sample day in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="flipchart-pictures-") as folder:
        day = SampleDay(Path(folder))
        try:
            yield day
        finally:
            day.close()


def draw(folder: Path) -> None:
    """Keep the console of the sample day while it votes, and the wall after a second round."""
    with sample_day() as day:
        for time, thought in PARKED:
            day.set_time(time)
            day.park(thought)
        day.set_time("10:06:45")
        day.reach(State.OPEN)
        day.set_time("10:07:06")
        day.count_hands(STILL_VOTING)
        day.grab(day.console, folder / CONSOLE)
        day.count_hands(FIRST_ROUND)
        day.reach(State.REVEAL)
        day.set_time("10:12")
        day.press(Qt.Key.Key_V)
        day.count_hands(SECOND_ROUND)
        day.reach(State.REVEAL)
        day.grab(day.wall, folder / WALL)


def main() -> int:
    """Draw them without a screen, as large as on the sample laptop and its projector."""
    screens = Path(__file__).with_name("screens.json")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    FOLDER.mkdir(exist_ok=True)
    draw(FOLDER)
    for name in (WALL, CONSOLE):
        print((FOLDER / name).relative_to(ROOT))
    from tests import manual_pictures  # which is made of this module
    from ui.help.chapter import PICTURES

    for path in manual_pictures.draw(PICTURES):
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
