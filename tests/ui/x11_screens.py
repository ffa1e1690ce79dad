"""X11 screens: a day with a vote running while screens come, go, grow, mirror and change places.

    python -m tests.ui.x11_screens FOLDER EVENTS SEED

Plays EVENTS random events on the display, looks at wall, console and votes after each, and prints
one line of JSON: what was played and how long the wall took. Ends with 1 and the story where
anything was not as it must be.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic

from PySide6.QtCore import QRect, Qt, QThreadPool
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.days import Day, begin_day
from tests.ui.x11_server import Monitor, Monitors
from ui.app import make_application
from ui.console.window import ConsoleWindow
from ui.one_screen import show_the_same
from ui.opened import OpenedWorkshop
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.creation import NewTeam
from workshop.scenes import QuestionScene
from workshop.steps import State

Size = tuple[int, int]
LAPTOP = "Laptop"
SIZES: dict[str, tuple[Size, ...]] = {
    LAPTOP: ((1280, 800), (1152, 720)),
    "Projector": ((1024, 768), (1280, 720)),
    "Dense": ((1600, 1200), (1280, 960)),
    "Side": ((800, 600),),
}
SCALES = "Dense=2"  # for QT_SCREEN_SCALE_FACTORS
WHOLE = "5120x1200x24"
BACK_WITHIN_S = 2.0
PATIENCE_S = 6.0
EVENTS = (
    "plug", "plug", "unplug", "unplug", "pull the wall", "resize", "mirror", "spread", "reorder",
    "close the lid", "open the lid", "swap", "choose", "F5", "Esc", "drag", "scale", "vote", "vote",
)  # fmt: skip


class Desk:
    """The screens on the display, in their order from the left, and what is done with them."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._monitors = Monitors(os.environ["DISPLAY"])
        self.order = [LAPTOP, "Projector"]
        self.sizes = {name: sizes[0] for name, sizes in SIZES.items()}
        self.mirrored = False  # all at the same place
        self.there = self.all
        self._monitors.arrange(self.there)

    @property
    def all(self) -> list[Monitor]:
        """The screens as they are to be."""
        found: list[Monitor] = []
        left = 0
        for name in self.order:
            width, height = self.sizes[name]
            found.append((name, left, width, height))
            left += 0 if self.mirrored else width
        return found

    def arrange(self) -> bool:
        """Let the display have them, or first those that stay as they are; False where none does.

        Qt hears of RandR's monitors as they come and go, not of their sizes and places.
        """
        wanted = self.all
        if self.there == wanted:
            return False
        names = {name for name, *_ in wanted}
        staying = [each for each in self.there if each in wanted]
        moving = any(name in names for name, *_ in self.there if name not in _names(staying))
        if moving and not staying:
            return False
        self.there = staying if moving else wanted
        self._monitors.arrange(self.there)
        return True

    def play(self, event: str, wall: str | None) -> bool:
        """Do what the event says; False where there is nothing to be done."""
        free = [name for name in SIZES if name not in self.order]
        if event == "plug" and free:
            self.order.insert(self._random.randint(0, len(self.order)), self._random.choice(free))
        elif event == "unplug" and len(self.order) > 1:
            others = [name for name in self.order if name != LAPTOP] or self.order
            self.order.remove(self._random.choice(others))
        elif event == "pull the wall" and wall in self.order and len(self.order) > 1:
            self.order.remove(wall)
        elif event == "resize":
            name = self._random.choice(self.order)
            self.sizes[name] = self._random.choice(SIZES[name])
        elif event == "mirror" and len(self.order) > 1:
            self.mirrored = True
        elif event == "spread":
            self.mirrored = False
        elif event == "reorder":
            self._random.shuffle(self.order)
        elif event == "close the lid" and LAPTOP in self.order and len(self.order) > 1:
            self.order.remove(LAPTOP)
        elif event == "open the lid" and LAPTOP not in self.order:
            self.order.insert(0, LAPTOP)
        else:
            return False
        return True


def _names(monitors: list[Monitor]) -> set[str]:
    return {name for name, *_ in monitors}


class Watch:
    """The app with a vote open, and what is looked at after each event."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.desk = Desk(self.random)
        self.app: QApplication = make_application()
        theme = DesktopTheme(Mode.LIGHT, reduce_motion=True)
        theme.apply(self.app)
        load_fonts()
        self.day: Day = begin_day(
            folder, teams=(NewTeam("Front desk", 150), NewTeam("Nursing", 150))
        )
        self.day.reach(State.OPEN)
        self.window = ConsoleWindow(theme, self.day.live.words, Settings(folder))
        self.opened = OpenedWorkshop(self.day.live, self.window, theme, Settings(folder))
        self.window.show()
        self.opened.show()
        self.voted = 0
        self.story: list[str] = []
        self.played: Counter[str] = Counter()
        self.slowest = 0.0
        self.looked_at = 0

    def run(self, events: int) -> None:
        """Play them, and look after each."""
        self._wait("start")
        while sum(self.played.values()) < events:
            event = self.random.choice(EVENTS)
            if not self._play(event):
                continue
            self.played[event] += 1
            self.story.append(f"{event}: {self.desk.there}")
            self._wait(event)
            if self.desk.there != self.desk.all and self.desk.arrange():
                self.story.append(f"then: {self.desk.there}")
                self._wait(event)
        facts = self.day.live.facts(whole=False)
        assert facts.round is not None, "the vote is still open"

    def close(self) -> None:
        """End it, everything kept."""
        self.opened.close()
        self.window.close()
        self.day.library.close()
        QThreadPool.globalInstance().waitForDone()

    # --- Playing ----------------------------------------------------------------------------

    def _play(self, event: str) -> bool:
        screens = self.opened.screens
        if event == "swap":
            self._press(Qt.Key.Key_X)
        elif event == "F5":
            self._press(Qt.Key.Key_F5)
        elif event == "Esc":
            self._press(Qt.Key.Key_Escape)
        elif event == "choose":
            screens.choose(self.random.choice(screens.all))
        elif event == "drag":
            target = self.random.choice(self.app.screens()).geometry()
            self.window.move(target.topLeft())
        elif event == "scale":
            screen = self.random.choice(self.app.screens())
            screen.logicalDotsPerInchChanged.emit(screen.logicalDotsPerInch())
        elif event == "vote":
            return self._vote()
        else:
            current = screens.current
            before = self.desk.order[:], dict(self.desk.sizes), self.desk.mirrored
            played = self.desk.play(event, None if current is None else current.name())
            if played and self.desk.arrange():
                return True
            self.desk.order, self.desk.sizes, self.desk.mirrored = before
            return False
        return True

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def _vote(self) -> bool:
        seats, facts = self.day.seats(), self.day.live.facts(whole=False)
        if self.voted == len(seats) or facts.round is None:
            return False
        self.day.cast((facts.round.id, seats[self.voted], 1 + self.voted % 5))
        self.voted += 1
        return True

    # --- Looking ----------------------------------------------------------------------------

    def _wait(self, event: str) -> None:
        """Let the app work until all is as it must be."""
        begun = monotonic()
        while True:
            self.app.processEvents()
            wrong = self._wrong()
            if not wrong:
                break
            if monotonic() - begun > PATIENCE_S:
                story = "\n".join(self.story[-12:])
                sys.exit(f"{wrong} after {event!r}, event {len(self.story)}:\n{story}")
        self.slowest = max(self.slowest, monotonic() - begun)

    def _wrong(self) -> str:
        """What is not as it must be; '' where all is."""
        shown = {screen.name(): screen.geometry().topLeft().x() for screen in self.app.screens()}
        if shown != {name: left for name, left, *_ in self.desk.there}:
            return f"Qt knows other screens: {shown}"
        console = self.window.screen().geometry()
        if not console.intersects(self.window.geometry()):
            return "the console is on no screen"
        apart = [s for s in self.app.screens() if not show_the_same(s.geometry(), console)]
        return self._wrong_wall(apart, console) or self._wrong_votes()

    def _wrong_wall(self, apart: list[QScreen], console: QRect) -> str:
        screens, wall = self.opened.screens, self.opened.projector
        current = screens.current
        if screens.alone != (not apart):
            return f"alone is {screens.alone}"
        if not apart:
            if wall.isVisible() != screens.filled:
                return "the wall covers a console that nobody asked it to"
            return "" if current is None else "the wall has a screen that shows the console"
        if current is None:
            waits = screens.waiting_for
            if waits is None or waits in {screen.name() for screen in apart}:
                return f"no wall, though {[screen.name() for screen in apart]} are free"
            return "the wall is seen without a screen" if wall.isVisible() else ""
        if show_the_same(current.geometry(), console):
            return "wall and console on one screen"
        if not wall.isVisible() or wall.geometry() != current.geometry():
            return f"the wall is at {wall.geometry()}, its screen at {current.geometry()}"
        return self._wrong_pixels(current)

    def _wrong_pixels(self, screen: QScreen) -> str:
        """Whether the screen of the wall shows the wall, and nothing else."""
        wall = self.opened.projector
        if not isinstance(wall.stage.wall.scene, QuestionScene):
            return "another scene"
        seen = screen.grabWindow(0).toImage()
        meant = wall.grab().toImage()
        self.looked_at += 1
        if seen.size() != meant.size():
            return f"{seen.size()} pixels seen, {meant.size()} meant"
        same = seen.convertToFormat(meant.format()) == meant
        return "" if same else "the room sees other pixels than the wall's"

    def _wrong_votes(self) -> str:
        facts = self.day.live.facts(whole=False)
        if facts.round is None:
            return "no round"
        kept = sum(team.own for team in facts.teams)
        return "" if kept == self.voted else f"{kept} of {self.voted} votes"


def main(folder: str, events: str, seed: str) -> int:
    """Play, and tell what was played."""
    watch = Watch(Path(folder), int(seed))
    try:
        watch.run(int(events))
    finally:
        watch.close()
    told = {
        "events": sum(watch.played.values()),
        "kinds": sorted(watch.played),
        "votes": watch.voted,
        "within 2 s": watch.slowest < BACK_WITHIN_S,
        "walls looked at": watch.looked_at,
        "slowest": round(watch.slowest, 2),
    }
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
