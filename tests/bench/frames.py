"""Frames: how long the wall's frames take while a reveal moves, at 1080p."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent

from tests.bench.figures import Figure
from ui.projector.window import ProjectorWindow

GOAL_MS = 8.0
WITHIN = 0.95
FEWEST = 20
"""Frames that a reveal has at least: fewer would be no movement."""


class Frames:
    """Times what the projector's window does to paint itself, its hand-over to the screen too.

    To be made before that window is.
    """

    def __init__(self) -> None:
        self.first: float | None = None
        """When the first frame since `begin` was painted."""
        self._now: list[float] = []
        self._runs: list[list[float]] = []
        self._watched = False
        _watch(self._painted, self._shown)

    def begin(self) -> None:
        """Watch from here."""
        self.first = None
        self._now = []
        self._watched = True

    def end(self) -> None:
        """The movement is over."""
        self._watched = False
        if len(self._now) < FEWEST:
            raise RuntimeError(f"only {len(self._now)} frames")
        self._runs.append(self._now)

    def figure(self) -> Figure:
        """The time within which 95 of 100 frames were painted, in the best reveal."""
        slowest = min(within(run) for run in self._runs)
        return Figure("reveal: 95 % of its frames within", slowest, GOAL_MS)

    def _painted(self, began: float) -> None:
        if self._watched and self.first is None:
            self.first = perf_counter()
            self._now.append((self.first - began) * 1000)

    def _shown(self, began: float) -> None:
        if self._watched:
            self._now.append((perf_counter() - began) * 1000)


def within(run: Sequence[float]) -> float:
    """The time within which 95 of 100 were done."""
    ordered = sorted(run)
    return ordered[min(len(ordered) - 1, int(WITHIN * len(ordered)))]


def _watch(painted: Callable[[float], None], shown: Callable[[float], None]) -> None:
    """Call both with when it began: a painting of the projector's window, an update of it."""
    paint_event, event = ProjectorWindow.paintEvent, ProjectorWindow.event

    def timed_paint(window: ProjectorWindow, told: QPaintEvent) -> None:
        began = perf_counter()
        paint_event(window, told)
        painted(began)

    def timed_event(window: ProjectorWindow, told: QEvent) -> bool:
        began = perf_counter()
        answer = event(window, told)
        if told.type() is QEvent.Type.UpdateRequest:
            shown(began)
        return answer

    ProjectorWindow.paintEvent = timed_paint  # type: ignore[method-assign, assignment] # to look on
    ProjectorWindow.event = timed_event  # type: ignore[method-assign, assignment] # the same
