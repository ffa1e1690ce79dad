"""Leading: one workshop while it is led. It joins the live workshop, the wall and the console."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.bridge import Bridge
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from workshop.console_scene import ConsoleScene
from workshop.errors import WorkshopError
from workshop.live import LiveWorkshop
from workshop.scenes import HandOverScene, TouchScene
from workshop.words import mark

TAP_AGAIN = mark("Please tap again")
NOT_TAKEN = mark("This vote was not taken. Please ask the facilitator.")

_MINUTE_MS = 60_000


class Leading(QObject):
    """Shows the wall on the stage, tells the console, and does the facilitator's acts.

    `told` carries a ConsoleScene whenever it is another than before, `refused` a sentence for the
    notice bar, `tap_again` a sentence for the wall.
    """

    told = Signal(object)
    refused = Signal(str)
    tap_again = Signal(str)

    def __init__(self, live: LiveWorkshop, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.stage = stage
        self.words = live.words
        self.scene: ConsoleScene | None = None
        self._bridge = Bridge(live.library.events, live.id, self)
        self._bridge.changed.connect(self.refresh)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._on_minute)

    def take_taps_from(self, projector: ProjectorWindow) -> None:
        """Let the projector's window hand over its taps, and be told of those that failed."""
        projector.turn_opened.connect(self.open_turn)
        projector.answered.connect(self.answer)
        self.tap_again.connect(projector.please_tap_again)

    def start(self) -> None:
        """Read and show for the first time, and again with every minute of the clock."""
        self.refresh()
        self._wait_for_minute()

    def close(self) -> None:
        """Lead this workshop no longer."""
        self._minute.stop()
        self._bridge.close()

    def now(self) -> int:
        """The moment of the library's clock, in ms since 1970."""
        return self.live.library.clock()

    def refresh(self) -> None:
        """Read once, show the wall, and tell the console where anything is new to it."""
        self._bridge.settle()
        wall, scene = self.live.both()
        self.stage.show(wall)
        if scene != self.scene:
            self.scene = scene
            self.told.emit(scene)

    def act(self, act: Callable[[], object]) -> bool:
        """Do `act` and show what came of it; False where it was refused, in words."""
        try:
            act()
        except WorkshopError as error:
            self.refused.emit(error.sentence(self.words))
            self.refresh()
            return False
        self.refresh()
        return True

    def open_turn(self) -> None:
        """The seat whose turn it is stands at the wall."""
        self.act(self.live.turns.open)

    def answer(self, answer: int) -> None:
        """A target at the wall was tapped; 0 is don't know."""
        try:
            cast = self.live.turns.answer(answer)
        except WorkshopError as error:
            self.tap_again.emit(self.words.say(TAP_AGAIN))
            self.refused.emit(error.sentence(self.words))
            return
        if cast is not None and cast.refusal is not None:
            self.tap_again.emit(self.words.say(NOT_TAKEN))
            self.refused.emit(cast.refusal.sentence(self.words))
        self.refresh()

    def type_answer(self, answer: int) -> None:
        """A digit was typed for the wall: it opens the targets, or is the answer where offered."""
        scene = self.stage.wall.scene
        if isinstance(scene, HandOverScene):
            self.open_turn()
        elif isinstance(scene, TouchScene) and not self.stage.pressing:
            lowest = 0 if scene.dont_know else 1
            if lowest <= answer <= len(scene.labels):
                self.stage.press(answer)
                self.answer(answer)

    def enter_turn(self) -> None:
        """Enter was pressed for the wall: it opens the targets."""
        if isinstance(self.stage.wall.scene, HandOverScene):
            self.open_turn()

    def _on_minute(self) -> None:
        self.refresh()
        self._wait_for_minute()

    def _wait_for_minute(self) -> None:
        self._minute.start(_MINUTE_MS - self.now() % _MINUTE_MS)
