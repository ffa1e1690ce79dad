"""Leading: a whole day on the run screen, looked at in every state and with every panel open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from tests.days import HandClock
from tests.gallery import fillings
from tests.gallery.studio import KEY, Studio
from tests.ui.projector.sample_parts import LONG_QUESTION, RIGHT_TO_LEFT
from ui.console.window import ConsoleWindow
from ui.keys import Intent
from ui.opened import OpenedWorkshop
from ui.settings import Settings
from workshop.console_scene import ConsoleScene
from workshop.creation import create_workshop
from workshop.kinds import ItemKind
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.rehearsal import Rehearsal
from workshop.repeating import repeat
from workshop.steps import State, day_state

PANELS = {
    State.OPEN: (
        Intent.TALLY,
        Intent.PAPER,
        Intent.FOR_SOMEONE,
        Intent.PRESENCE,
        Intent.WHAT_CAN_GO,
        Intent.INSERT,
        Intent.KEYS,
        Intent.HELP,
    ),
    State.RECORD: (Intent.ACTION,),
    State.REVEAL: (Intent.APART, Intent.CHARTS),
    State.PROFILE: (Intent.CHARTS, Intent.RADAR),
}
WALL_STATES = (Intent.BLANK, Intent.HOLD, Intent.BACK)
OVERLAYS = {State.BLANK, State.LOOKING_BACK, State.TAKEN_BACK}
"""States of the wall alone; they are looked at over another state."""
SESSIONS_OF_EXTREME = 2
STEP_MS = 45_000


class LedDay:
    """A day on its two faces, which moves only when it is led."""

    def __init__(self, studio: Studio, live: LiveWorkshop, clock: HandClock) -> None:
        self.studio, self.live, self.clock = studio, live, clock
        folder = live.library.path.parent
        self.window: ConsoleWindow = studio.window(folder)
        self.opened = OpenedWorkshop(live, self.window, studio.theme, Settings(folder))
        self.opened.show()
        studio.wait(self.opened.projector.isVisible)
        self.window.activateWindow()
        self.run = self.opened.screen

    def refresh(self) -> None:
        """Show what was done without the window."""
        self.opened.leading.refresh()
        self.studio.settle()

    def take(self, name: str) -> None:
        """A picture of the console as it stands."""
        self.studio.take(name, self.window)

    def take_with(self, name: str, intent: Intent) -> None:
        """A picture with what this key opens, which is closed again."""
        self.run.ask(intent)
        self.studio.settle()
        self.take(f"{name}, {intent}")
        self.run.ask(Intent.LEAVE if intent in _LEFT_WITH_ESCAPE else intent)
        self.studio.settle()

    def close(self) -> None:
        """Put it away."""
        self.opened.close()
        self.studio.end(self.window)


_LEFT_WITH_ESCAPE = {Intent.TALLY, Intent.ACTION, Intent.PAPER, Intent.INSERT, Intent.FOR_SOMEONE}


class LookedAtDay(Rehearsal):
    """A rehearsal that shows itself before and after what its facilitator does at a step."""

    def __init__(self, live: LiveWorkshop, look: Callable[[ConsoleScene, bool], None]) -> None:
        super().__init__(live, seed=3)
        self._look = look

    def _before_next(self, console: ConsoleScene) -> None:
        self._look(console, False)
        super()._before_next(console)
        self._look(console, True)


def pictures(studio: Studio, filling: str) -> set[Intent]:
    """Every state of a day with that filling; answers which panels its run screen has."""
    with _live(studio, filling) as (live, clock):
        day = LedDay(studio, live, clock)
        panels = set(day.run.parts.panels)
        _Walk(day, filling).go()
        day.close()
    return panels


class _Walk:
    """Goes through a day and takes a picture of every state as it is met first."""

    def __init__(self, day: LedDay, filling: str) -> None:
        self._day = day
        self._filling = filling
        self._met: set[str] = set()
        self._sessions: set[str] = set()

    def go(self) -> None:
        """To the end of the day."""
        live = self._day.live
        LookedAtDay(live, self._look).play()
        self._look(live.console(), False)

    def _look(self, console: ConsoleScene, done: bool) -> None:
        self._day.clock.moment += STEP_MS // 2
        live = self._day.live
        state = day_state(live.facts())
        if state is State.SESSION and self._leave_sessions():
            return
        name = f"run {self._filling}: {state}{_kind(console)}"
        if done:
            if state not in _CHANGED:
                return
            name += ", done"
        if name in self._met:
            return
        self._met.add(name)
        self._day.refresh()
        self._day.take(name)
        if not done or state is State.RECORD:
            for intent in PANELS.get(state, ()):
                self._open(f"{name}", intent)
        self._look_closer(name, state, done)

    def _look_closer(self, name: str, state: State, done: bool) -> None:
        """What is only there once something was typed or pressed."""
        if state is State.OPEN and not done:
            self._miscount(name)
        if state is State.RECORD and done:
            self._differ(name)
        if state is State.TALK and not done:
            for intent in WALL_STATES:
                self._hold(name, intent)

    def _open(self, name: str, intent: Intent) -> None:
        if f"{name}{intent}" not in self._met:
            self._met.add(f"{name}{intent}")
            self._day.take_with(name, intent)

    def _hold(self, name: str, intent: Intent) -> None:
        self._day.run.ask(intent)
        self._day.studio.settle()
        self._day.take(f"{name}, {intent}")
        self._day.run.ask(Intent.NEXT if intent is Intent.BACK else intent)
        self._day.studio.settle()

    def _miscount(self, name: str) -> None:
        """The tally with more hands than there are seats, before and after it was refused."""
        day, tally = self._day, self._day.run.parts.tally
        day.run.ask(Intent.TALLY)
        day.studio.settle()
        for digit in (KEY.Key_9, KEY.Key_9):
            day.studio.press(day.window, digit)
        day.take(f"{name}, too many hands")
        day.run.ask(Intent.LEAVE)
        day.studio.settle()
        day.take(f"{name}, hands refused")
        tally.take_focus()
        for key in (KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Escape):
            day.studio.press(day.window, key)

    def _differ(self, name: str) -> None:
        """Two positions instead of one score, and back."""
        day, record = self._day, self._day.run.parts.record
        record.differ_button.click()
        day.studio.settle()
        day.take(f"{name}, to differ")
        record.differ.back_button.click()
        day.studio.settle()

    def _leave_sessions(self) -> bool:
        """Whether the extreme day has had enough of its sessions, and went on to the profile."""
        facts = self._day.live.facts()
        assert facts.item is not None, "a session is an item"
        self._sessions.add(facts.item.id)
        if self._filling != "extreme" or len(self._sessions) <= SESSIONS_OF_EXTREME:
            return False
        profile = next(item for item in facts.items if item.kind is ItemKind.PROFILE)
        self._day.live.facilitation.jump(profile.id)
        return True


_CHANGED = {State.OPEN, State.RECORD, State.ACT, State.CLOSING}


def _kind(console: ConsoleScene) -> str:
    """What sets a question of one kind apart from another."""
    question = console.question
    if question is None:
        return ""
    return "" if question.offered is not None or console.step is None else " without a word"


@contextmanager
def _live(studio: Studio, filling: str) -> Iterator[tuple[LiveWorkshop, HandClock]]:
    clock = HandClock()
    set_time(clock, fillings.EARLIER)
    with Library.open(studio.room() / "flipchart.sqlite", clock=clock) as library:
        words = studio.words
        framework = fillings.framework(filling)
        new = fillings.workshop(filling, words, fillings.EARLIER)
        made = create_workshop(library, framework, new, words)
        live = LiveWorkshop(library, made, words)
        if filling == "ordinary":
            Rehearsal(live, seed=5).play()
            again = repeat(library, made, words, held_on=fillings.DAY)
            live = LiveWorkshop(library, again, words)
        elif filling == "extreme":
            _crowd(live)
        set_time(clock, fillings.DAY if filling == "ordinary" else fillings.EARLIER)
        yield live, clock


def _crowd(live: LiveWorkshop) -> None:
    """Thoughts and actions with many words."""
    for n in range(8):
        live.planning.park(f"{n} {LONG_QUESTION[:120]}")
        live.planning.propose(ActionDraft(f"{n} {LONG_QUESTION[:200]}", owner=RIGHT_TO_LEFT))


def set_time(clock: HandClock, day: object, hour: int = 9) -> None:
    """Let it be that hour of a day."""
    clock.moment = int(datetime.fromisoformat(f"{day} {hour:02}:00").timestamp() * 1000)
