"""Beside an export: how long the window is held while every file of a day is written and it votes.

The room of a large day votes as its phones would, from another thread, while the console's window
and the wall go on. What is measured is how late a timer of the event loop comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer

from tests.bench import sample
from tests.bench.big_day import LARGE, create
from tests.bench.figures import RUNS, Figure
from tests.bench.room import Room
from ui.folder_export import EVERYTHING, FolderExport, read_whole
from ui.settings import Settings
from workshop.kinds import Way
from workshop.live import LiveWorkshop
from workshop.steps import State, state
from workshop.voting import Vote
from workshop.words import Words

GOAL_MS = 50.0
WITHIN = 0.999
TICK_MS = 5
BATCH = 5
"""Votes that come in together."""
PAUSE_S = 0.1
"""Between two batches: the whole room votes within a few seconds, and again."""
LOOK_MS = 100
"""How often is asked whether the files are there."""


class Lateness:
    """A timer of the event loop, and how late it came each time, in ms."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._before = perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Watch from here."""
        self._before = perf_counter()
        self._timer.start()

    def end(self) -> None:
        """What is going on now is still held against it; the rest is not."""
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now = perf_counter()
        self.late.append(max(0.0, (now - self._before) * 1000 - TICK_MS))
        self._before = now


def figures(folder: Path) -> Iterator[Figure]:
    """The day is led to a vote on its last session; then all files are written while it goes on."""
    room = Room(folder / "beside", create(LARGE))
    _lead(room)
    runs = [_run(room, folder / f"files-{run}") for run in range(RUNS)]
    room.close()
    quietest = min(runs, key=_within)
    name = f"votes while all files are written: loop held, 99.9 % of {len(quietest)}"
    yield Figure(f"{name} (at most {max(quietest):.0f} ms)", _within(quietest), GOAL_MS)


def _within(late: list[float]) -> float:
    ordered = sorted(late)
    return ordered[min(len(ordered) - 1, int(WITHIN * len(ordered)))]


def _lead(room: Room) -> None:
    """On to the open vote of the last question, all others revealed."""
    while _revealed(room) < LARGE.questions - 1:
        if state(room.live.facts()) is State.OPEN:
            sample.vote_all(room.live)
        room.live.facilitation.next()
    room.reach(State.OPEN)


def _revealed(room: Room) -> int:
    return sum(line.revealed for item in room.live.facts().items for line in item.questions)


def _run(room: Room, into: Path) -> list[float]:
    """Write every file into a folder of `into`; how late the timer came meanwhile."""
    into.mkdir()
    console = room.console
    export = FolderExport(console, lambda: console.notices, Settings(into), Words(), EVERYTHING)
    done = Event()
    voting = Thread(target=_vote, args=(room.live, done))
    lateness, loop, looking = Lateness(), QEventLoop(), QTimer()
    looking.setInterval(LOOK_MS)
    looking.timeout.connect(lambda: loop.quit() if _finished(into) else None)
    looking.start()
    voting.start()
    lateness.begin()
    export.write("Everything", lambda: read_whole(room.live), into)
    loop.exec()
    lateness.end()
    done.set()
    voting.join()
    room.rest()
    return lateness.late


def _finished(into: Path) -> bool:
    """Whether the folder of files has got its name."""
    return (into / "Everything").is_dir()


def _vote(live: LiveWorkshop, done: Event) -> None:
    """Every seat votes, a few at once, over and over."""
    votes_in = live.facts(whole=False).round
    if votes_in is None:
        raise RuntimeError("no round is open")
    seats = sample.seats(live)
    at = 0
    while not done.wait(PAUSE_S):
        batch = [seats[(at + place) % len(seats)] for place in range(BATCH)]
        answer = sample.ANSWERS[at % len(sample.ANSWERS)]
        live.voting.cast([Vote(votes_in.id, seat, answer, Way.PHONE) for seat in batch])
        at += BATCH
