"""The manual's pictures: moments of a day before windows, kept small, each in light and dark.

`python -m tests.pictures` draws them anew into ui/help/pictures.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

from PIL import Image
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from frameworks.model import Framework, Pace
from frameworks.reader import read
from frameworks.shipped import default_pack
from tests.days import HandClock
from tests.pictures import COLOURS, DAY, NO_DITHER, PATIENCE_S, set_time
from ui.app import make_application
from ui.console.widgets.focus_ring import FocusRing
from ui.console.window import ConsoleWindow
from ui.framework_reading import own_collection
from ui.help.chapter import DARK
from ui.opened import OpenedWorkshop
from ui.preparing import Preparation
from ui.room_check import RoomCheck
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.creation import NewItem, create_workshop
from workshop.kinds import ItemKind, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.profile_views import View
from workshop.rehearsal import sample_workshop
from workshop.steps import State, day_state
from workshop.voting import Vote
from workshop.words import Words

WALL_SIZE = (640, 360)
CONSOLE_SIZE = (832, 520)
REST_S = 0.25
TURNS = 40

# How likely each answer is in a question, in turn: from don't know and 1 up to 5.
LEANINGS = (
    (1, 0, 2, 4, 8, 3),
    (2, 1, 6, 3, 6, 1),
    (0, 0, 1, 3, 9, 4),
    (1, 5, 7, 3, 1, 0),
)
SEED = 11
ALMOST_ALL = 17
ACTIONS = (
    ("Call back within one working day", "Front desk lead", date(2026, 12, 8)),
    ("Put the night line on every letter", "Practice manager", date(2026, 12, 1)),
    ("Write down the three promises we keep", "Head nurse", date(2027, 1, 15)),
)
WORTH_IT = {1: 0, 2: 1, 3: 5, 4: 11, 5: 6}
ONE_WORD = ("hopeful", "tired but clear", "finally", "honest")


class Moments:
    """A day whose windows are grabbed; its clock moves only when it is told to."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        told = QApplication.instance()
        self._application = told if isinstance(told, QApplication) else make_application()
        self._pictures = pictures
        self.clock = HandClock()
        set_time(self.clock, "08:50")
        self.words = Words()
        self.library = Library.open(folder / "flipchart.sqlite", clock=self.clock)
        self.theme = DesktopTheme(Mode.LIGHT, reduce_motion=True)
        self.theme.apply(self._application)
        load_fonts()
        self._ring = FocusRing(self._application, self.theme)
        self.settings = Settings(folder)
        self.console = ConsoleWindow(self.theme, self.words, self.settings)
        self.console.resize(1280, 800)
        self.console.show()
        self.console.activateWindow()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        if self._application.activeWindow() is not self.console:
            self.console.activateWindow()
        with_ = modifier or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._application.focusWidget() or self.console, key, with_)
        self._application.processEvents()

    def keep(self, window: QWidget, name: str) -> None:
        """Keep a picture of a window in both looks, smaller than it is."""
        size = CONSOLE_SIZE if window is self.console else WALL_SIZE
        for mode, suffix in ((Mode.LIGHT, ""), (Mode.DARK, DARK)):
            self.theme.choose(mode)
            self._settle(window)
            path = self._pictures / f"{name}{suffix}.png"
            if not window.grab().save(str(path)):
                raise OSError(f"{path} could not be written")
            shrink(path, size)
        self.theme.choose(Mode.LIGHT)

    def rest(self) -> None:
        """Let the windows come to rest; a busy machine needs turns of the loop more than time."""
        until = monotonic() + REST_S
        for _ in range(TURNS):
            self._application.processEvents()
        self.wait(lambda: monotonic() > until)

    def _settle(self, window: QWidget) -> None:
        """Wait until a window looks the same twice."""
        before = None
        while True:
            self.rest()
            now = window.grab().toImage()
            if now == before:
                return
            before = now

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the app work until this holds."""
        last = monotonic() + PATIENCE_S
        while not until():
            if monotonic() > last:
                raise RuntimeError("waited in vain")
            self._application.processEvents()

    def close(self) -> None:
        """End it."""
        self._ring.deleteLater()
        self.console.close()
        self.library.close()
        QThreadPool.globalInstance().waitForDone()
        self._application.processEvents()


def shrink(path: Path, size: tuple[int, int]) -> None:
    """Make a picture smaller, and give it a palette."""
    with Image.open(path) as opened:
        small = opened.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    few = small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=NO_DITHER)
    few.save(path, optimize=True)


def framework() -> Framework:
    """The default framework with two sessions, the second of which votes together."""
    whole = read(default_pack())
    first, second = whole.sessions[0], whole.sessions[-1]
    rates = replace(first.activities[0], questions=first.activities[0].questions[:4])
    together = replace(
        second.activities[0],
        questions=second.activities[0].questions[:4],
        pace=Pace.TOGETHER,
    )
    return replace(
        whole,
        sessions=(replace(first, activities=(rates,)), replace(second, activities=(together,))),
    )


class LedDay:
    """The day on its two faces, led through the one door."""

    def __init__(self, moments: Moments, workshop_id: str) -> None:
        self.moments = moments
        self._chance = random.Random(SEED)
        self._asked = 0
        self.live = LiveWorkshop(moments.library, workshop_id, moments.words)
        self.opened = OpenedWorkshop(self.live, moments.console, moments.theme, moments.settings)
        self.opened.show()
        moments.wait(self.wall.isVisible)

    @property
    def wall(self) -> QWidget:
        """The projector's window."""
        return self.opened.projector

    def reach(self, wanted: State) -> None:
        """Press next until the day is in this state; everybody votes on the way."""
        for _ in range(200):
            here = day_state(self.live.facts())
            if here is wanted:
                return
            if here is State.OPEN:
                self.vote()
            self.live.facilitation.next()
        raise RuntimeError(f"{wanted} was not reached")

    def vote(self, most: int | None = None) -> None:
        """So many seats vote, or all; each question in its own way."""
        facts = self.live.facts(whole=False)
        assert facts.round is not None, "a round to vote in"
        leaning = LEANINGS[self._asked % len(LEANINGS)]
        self._asked += 1
        seats, answers = [], []
        for place, team in enumerate(facts.teams):
            seats += [seat.id for seat in team.seats]
            said = self._chance.choices(range(len(leaning)), leaning, k=len(team.seats))
            severe = place == len(facts.teams) - 1
            answers += [max(1, each - 1) if severe and each else each for each in said]
        seats, answers = seats[:most], answers[:most]
        self.live.voting.cast(
            [
                Vote(facts.round.id, seat, answer, Way.WALL)
                for seat, answer in zip(seats, answers, strict=True)
            ]
        )


@contextmanager
def _moments(pictures: Path) -> Iterator[Moments]:
    with tempfile.TemporaryDirectory(prefix="flipchart-manual-") as folder:
        made = Moments(Path(folder), pictures)
        try:
            yield made
        finally:
            made.close()


def draw(pictures: Path) -> list[Path]:
    """Keep every picture that the manual names; answers their files."""
    with _moments(pictures) as moments:
        items = (
            NewItem(ItemKind.BREAK, "Break", 20, 1),
            NewItem(ItemKind.PROFILE, "Where we stand", 10, 2),
            NewItem(ItemKind.CLOSE, "Close", 10, 2),
        )
        new = replace(
            sample_workshop(DAY, 24, moments.words), title="Service review, autumn", items=items
        )
        made = create_workshop(moments.library, framework(), new, moments.words)
        _before(moments, made)
        day = LedDay(moments, made)
        try:
            _question(day)
            _rest_of_day(day)
        finally:
            day.opened.close()
    return sorted(pictures.glob("*.png"))


def _before(moments: Moments, workshop_id: str) -> None:
    live = LiveWorkshop(moments.library, workshop_id, moments.words)
    collection = own_collection(moments.library.path)
    preparation = Preparation(live, moments.console, moments.theme, collection)
    preparation.show()
    moments.keep(moments.console, "console-prepare")
    preparation.close()
    line = moments.library.workshop(workshop_id)
    assert line is not None, "it was just made"
    check = RoomCheck(
        moments.library, line, moments.console, moments.theme, moments.settings, moments.words
    )
    check.show()
    moments.keep(moments.console, "console-check")
    check.close()


def _question(day: LedDay) -> None:
    moments, console, wall = day.moments, day.moments.console, day.wall
    key = Qt.Key
    set_time(moments.clock, "09:00")
    day.reach(State.DISCUSS)
    set_time(moments.clock, "09:12")
    day.reach(State.OPEN)
    set_time(moments.clock, "09:12:30")
    day.vote(ALMOST_ALL)
    moments.keep(console, "console-vote")
    moments.keep(wall, "wall-vote")
    day.live.turns.call()
    day.live.turns.open()
    moments.keep(wall, "wall-touch")
    day.live.turns.end()
    day.reach(State.REVEAL)
    day.live.facilitation.vote_again()
    day.vote()
    day.live.facilitation.next()
    day.live.facilitation.next()
    moments.keep(wall, "wall-reveal")
    day.live.facilitation.apart()
    moments.keep(wall, "wall-apart")
    day.reach(State.RECORD)
    moments.keep(console, "console-record")
    set_time(moments.clock, "09:31")
    moments.press(key.Key_G)
    moments.keep(console, "console-what-can-go")
    moments.press(key.Key_Escape)
    day.reach(State.POSE)
    day.live.facilitation.next()
    day.live.facilitation.next()
    moments.rest()  # the console hears of the step by itself
    moments.press(key.Key_H)
    for digit in (key.Key_1, key.Key_2, key.Key_4, key.Key_1):
        moments.press(digit)
        moments.press(key.Key_Tab)
    moments.keep(console, "console-tally")
    moments.press(key.Key_Escape)


def _rest_of_day(day: LedDay) -> None:
    moments, wall = day.moments, day.wall
    for what, owner, due in ACTIONS:
        day.live.planning.propose(ActionDraft(what, owner=owner, due=due))
    day.reach(State.BREAK)
    moments.keep(wall, "wall-break")
    day.reach(State.TOGETHER)
    moments.keep(wall, "wall-together")
    day.reach(State.PROFILE)
    day.live.viewing.choose(View.TEAMS)
    moments.keep(wall, "wall-heat-map")
    day.reach(State.READ_BACK)
    moments.keep(wall, "wall-read-back")
    day.reach(State.CLOSING)
    day.live.closing.put_hands(WORTH_IT)
    for each in ONE_WORD:
        day.live.closing.add_word(each)
    day.reach(State.CLOSE_SHOWN)
    moments.keep(wall, "wall-close")
