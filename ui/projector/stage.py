"""Stage: the wall shown now and how far its movements are; wall and miniature look at one stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from exports.look import tokens
from exports.look.tokens import Look
from ui.projector.frame import Frame, ease_out
from workshop.scenes import (
    AgreedScene,
    BlankScene,
    BreakScene,
    DifferScene,
    GroupWorkScene,
    HandOverScene,
    QuestionScene,
    ReadBackScene,
    RevealScene,
    Scene,
    SessionScene,
    TouchScene,
    Wall,
)
from workshop.together_scenes import ChecklistScene, CollectedScene, TeamsApartScene, TogetherScene

FRAME_MS = 16


@dataclass(frozen=True, slots=True)
class Picture:
    """A wall together with the moment it is to be painted at."""

    wall: Wall
    frame: Frame


@dataclass(frozen=True, slots=True)
class _Press:
    target: int
    at: int


class Stage(QObject):
    """Holds the wall and the animation clock; says when there is something new to paint.

    `clock` gives ms since 1970. `changed` comes only while something moves, once a second while a
    timer's text changes, and when another wall is shown; `scene_changed` comes when the new wall
    is another place of the day, `entered` with every new wall, last of all. `failed` carries what
    a painter raised, once a wall.
    """

    changed = Signal()
    scene_changed = Signal()
    entered = Signal()
    failed = Signal(object)

    def __init__(
        self,
        look: Look,
        clock: Callable[[], int],
        *,
        reduce_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.reduce_motion = reduce_motion
        self._wall = Wall(BlankScene())
        self._waiting: Wall | None = None
        self._before: Picture | None = None
        self._entered_at = 0
        self._risen: set[str] = set()
        self._rise_at: int | None = None
        self._voted_at: int | None = None
        self._press: _Press | None = None
        self._notice = ""
        self._reported = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    # --- What is shown ----------------------------------------------------------------------

    @property
    def wall(self) -> Wall:
        """The wall that is shown."""
        return self._wall

    @property
    def look(self) -> Look:
        """The look it is painted in."""
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = look
        self._before = None
        self._reported = False
        self.changed.emit()

    def show(self, wall: Wall) -> None:
        """Show `wall`; while targets are sealed after a touch, what may wait comes after them."""
        if self._press is not None and not _same_place(self._wall.scene, wall.scene):
            if isinstance(wall.scene, (TouchScene, HandOverScene, QuestionScene)):
                self._waiting = wall
                return
            self._press = None
        self._waiting = None
        self._enter(wall)

    def picture(self) -> Picture:
        """The wall and how far its movements are now."""
        return Picture(self._wall, self._frame(self._clock()))

    def before(self) -> tuple[Picture, float] | None:
        """What was shown before and how much of it still shines through (1 to 0); None at rest."""
        if self._before is None:
            return None
        gone = self._part(self._entered_at, tokens.PANEL_MS)
        return (self._before, 1.0 - ease_out(gone)) if gone < 1.0 else None

    # --- Touch ------------------------------------------------------------------------------

    @property
    def pressing(self) -> bool:
        """Whether the targets answer a touch just now and take no other."""
        return self._press is not None

    def press(self, target: int) -> None:
        """Show the target as pressed, then all targets sealed; 0 is don't know."""
        self._press = _Press(target, self._clock())
        self._notice = ""
        self._repaint()

    def say(self, notice: str) -> None:
        """Let the room read a sentence over the foot until the next touch; targets come back."""
        self._press = None
        self._notice = notice
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._enter(waiting)
            self._notice = notice
        self._repaint()

    # --- The clock --------------------------------------------------------------------------

    def next_change(self) -> int | None:
        """Milliseconds until there is something new to paint; None while the wall rests."""
        now = self._clock()
        if self._moving(now):
            return FRAME_MS
        waits = [
            wait for wait in (self._press_wait(now), self._timer_wait(now)) if wait is not None
        ]
        return min(waits) if waits else None

    def tick(self) -> None:
        """Look at the clock: end what is over and ask for a repaint."""
        now = self._clock()
        if self._press is not None and not 0 <= now - self._press.at < _PRESS_MS:
            self._press = None
            waiting, self._waiting = self._waiting, None
            if waiting is not None:
                self._enter(waiting)
                return
        if not self._moving(now):
            self._before = None
            self._rise_at = None
            self._voted_at = None
        self._repaint()

    def fail(self, error: Exception) -> None:
        """A view could not paint this wall; told once, however many views and frames fail."""
        if not self._reported:
            self._reported = True
            self.failed.emit(error)

    # --- Inside -----------------------------------------------------------------------------

    def _enter(self, wall: Wall) -> None:
        if wall == self._wall:
            return
        now = self._clock()
        old = self._wall
        moved = not _same_place(old.scene, wall.scene)
        if moved:
            # The targets' state must not shine through into the next scene.
            rest = Frame(self._look, now)
            self._before = Picture(old, rest) if _fades(old.scene, wall.scene) else None
            self._entered_at = now
            self._notice = ""
            self._voted_at = None
            self._rise_at = self._rise_of(wall.scene, now)
        elif _has_newer_votes(old.scene, wall.scene):
            self._voted_at = now
        self._wall = wall
        self._reported = False
        if moved:
            self.scene_changed.emit()
        self._repaint()
        self.entered.emit()

    def _rise_of(self, scene: Scene, now: int) -> int | None:
        if not isinstance(scene, RevealScene) or scene.key in self._risen:
            return None
        self._risen.add(scene.key)
        return now

    def _repaint(self) -> None:
        self.changed.emit()
        wait = self.next_change()
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(wait)

    def _frame(self, now: int) -> Frame:
        frame = Frame(self._look, now, notice=self._notice)
        if self._rise_at is not None:
            frame = replace(
                frame,
                ghost=self._part(self._rise_at, tokens.GHOST_MS),
                rise=self._part(self._rise_at + tokens.GHOST_MS, tokens.RISE_MS),
            )
        if self._voted_at is not None:
            frame = replace(frame, newest=self._part(self._voted_at, tokens.BRICK_MS))
        if self._press is not None:
            held = now - self._press.at < tokens.TARGET_PRESSED_MS
            frame = replace(frame, pressed=self._press.target if held else None, sealed=not held)
        return frame

    def _part(self, since: int, length: int) -> float:
        """How much of a movement is over; a clock set back or reduced motion ends it."""
        gone = self._clock() - since
        if self.reduce_motion or gone < -tokens.GHOST_MS:
            return 1.0
        return min(1.0, max(0.0, gone / length))

    def _moving(self, now: int) -> bool:
        if self.reduce_motion:
            return False
        ends = [
            self._entered_at + tokens.PANEL_MS if self._before is not None else now,
            self._rise_at + tokens.GHOST_MS + tokens.RISE_MS if self._rise_at is not None else now,
            self._voted_at + tokens.BRICK_MS if self._voted_at is not None else now,
        ]
        longest = tokens.GHOST_MS + tokens.RISE_MS
        return any(0 < end - now <= longest for end in ends)

    def _press_wait(self, now: int) -> int | None:
        if self._press is None:
            return None
        gone = now - self._press.at
        end = tokens.TARGET_PRESSED_MS if gone < tokens.TARGET_PRESSED_MS else _PRESS_MS
        return max(1, end - gone)

    def _timer_wait(self, now: int) -> int | None:
        scene = self._wall.scene
        if not isinstance(scene, (QuestionScene, GroupWorkScene, BreakScene)):
            return None
        if scene.timer is None:
            return None
        if scene.timer.paused_at is not None:
            return None
        return scene.timer.left_ms(now) % 1000 or 1000


_RESULTS = (RevealScene, TogetherScene, ChecklistScene, TeamsApartScene)
_HIDING = (QuestionScene, TouchScene, CollectedScene)
_PRESS_MS = tokens.TARGET_PRESSED_MS + tokens.TARGET_BLANK_MS


# What makes a scene the same place of the day, though its figures go on.
_PLACE: Final[dict[type, tuple[str, ...]]] = {
    QuestionScene: ("header", "text", "labels", "practice"),
    TouchScene: ("header", "name", "question", "labels"),
    HandOverScene: ("header", "name", "above"),
    RevealScene: ("header", "question", "key"),
    AgreedScene: ("header", "question"),
    DifferScene: ("header", "question"),
    SessionScene: ("theme", "second", "title"),
    ReadBackScene: ("range",),
    GroupWorkScene: ("heading", "task"),
    TogetherScene: ("header", "place", "key"),
    ChecklistScene: ("header", "place", "key"),
    TeamsApartScene: ("header", "place"),
}


def _same_place(old: Scene, new: Scene) -> bool:
    if type(old) is not type(new):
        return False
    return all(getattr(old, name) == getattr(new, name) for name in _PLACE.get(type(old), ()))


def _fades(old: Scene, new: Scene) -> bool:
    """Whether the old scene may shine through.

    Not where it must be gone in the next frame: a reveal taken back, a wall blanked, and the
    scale under the hand-over.
    """
    if isinstance(old, BlankScene) or isinstance(new, (BlankScene, HandOverScene)):
        return False
    return not (isinstance(old, _RESULTS) and isinstance(new, _HIDING))


def _has_newer_votes(old: Scene, new: Scene) -> bool:
    if not isinstance(old, QuestionScene) or not isinstance(new, QuestionScene):
        return False
    if old.votes is None or new.votes is None:
        return False
    return new.votes.voted > old.votes.voted
