"""Leading: one workshop while it is led. It joins the live workshop, the wall and the console."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from ui.bridge import Bridge
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from workshop.console_scene import ConsoleScene
from workshop.errors import LibraryError, WorkshopError
from workshop.facts import Facts
from workshop.kinds import ItemKind
from workshop.live import LiveWorkshop
from workshop.scenes import HandOverScene, TouchScene
from workshop.words import mark

TAP_AGAIN = mark("Please tap again")
NOT_TAKEN = mark("This vote was not taken. Please ask the facilitator.")
LOST_TAP = mark("A tap at the screen came when it was nobody’s turn any more. It was not counted.")

_MINUTE_MS = 60_000


class Leading(QObject):
    """Shows the wall on the stage, tells the console, and does the facilitator's acts.

    `told` carries a ConsoleScene whenever it is another than before, `read` comes after every
    reading. `refused` carries a sentence for the notice bar, `failed` one of the disk that must be
    acted on, `tap_again` a sentence for the wall.
    """

    told = Signal(object)
    read = Signal()
    refused = Signal(str)
    failed = Signal(str)
    tap_again = Signal(str)

    def __init__(self, live: LiveWorkshop, stage: Stage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.stage = stage
        self.words = live.words
        self.scene: ConsoleScene | None = None
        self._kinds: Mapping[str, ItemKind] = {}
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
        """Read, show the wall, and tell the console where anything is new to it."""
        self._bridge.settle()
        try:
            # The room first: the wall is painted before the rest of the day is even read.
            self.stage.show(self.live.scene())
            scene = self.live.console()
        except LibraryError as error:
            self._say(error)  # what is shown stays, and the next act reads again
            return
        if scene != self.scene:
            self.scene = scene
            self.told.emit(scene)
        self.read.emit()

    def facts(self) -> Facts:
        """What the console scene leaves out: the actions in full, the kinds of agenda item."""
        return self.live.facts()

    def kinds(self, ids: Iterable[str]) -> Mapping[str, ItemKind]:
        """The kind of each agenda item with these ids, read anew when one is unknown."""
        if any(item_id not in self._kinds for item_id in ids):
            self._kinds = {item.id: item.kind for item in self.facts().items}
        return self._kinds

    def act(
        self, act: Callable[[], object], refusal: Callable[[str], object] | None = None
    ) -> bool:
        """Do `act` and show what came of it; False where it was refused.

        The sentence why goes to `refusal` where it is to be read beside a field, else to the
        notice bar. A fault of the program is told and counts as refused, so that what was typed
        is not taken for kept.
        """
        try:
            act()
        except WorkshopError as error:
            if refusal is not None and not isinstance(error, LibraryError):
                refusal(error.sentence(self.words))
            else:
                self._say(error)
            self.refresh()
            return False
        except Exception as fault:  # noqa: BLE001 - told as every unexpected fault is
            _tell(fault)
            return False
        self.refresh()
        return True

    def _say(self, error: WorkshopError) -> None:
        said = self.failed if isinstance(error, LibraryError) else self.refused
        said.emit(error.sentence(self.words))

    def open_turn(self) -> None:
        """The seat whose turn it is stands at the wall."""
        self.act(self.live.turns.open)

    def answer(self, answer: int) -> None:
        """A target at the wall was tapped; 0 is don't know."""
        try:
            cast = self.live.turns.answer(answer)
        except WorkshopError as error:
            self.tap_again.emit(self.words.say(TAP_AGAIN))
            self._say(error)
            return
        except Exception as fault:  # noqa: BLE001 - told as every unexpected fault is
            self.tap_again.emit(self.words.say(TAP_AGAIN))
            _tell(fault)
            return
        if cast is not None and cast.refusal is not None:
            self.tap_again.emit(self.words.say(NOT_TAKEN))
            self._say(cast.refusal)
        self.refresh()
        if cast is None:
            # What the wall shows since: the sentence is read over it.
            self.tap_again.emit(self.words.say(NOT_TAKEN))
            self.refused.emit(self.words.say(LOST_TAP))

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


def _tell(fault: Exception) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)
