"""Screens: which screen carries the wall, and what happens when screens come and go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from exports.look import tokens
from ui.one_screen import room_sees_console, show_the_same
from ui.projector.identify import ScreenNumber
from ui.projector.window import ProjectorWindow
from ui.settings import ScreenKey, Settings
from workshop.words import Words


class ScreenSource(QObject):
    """The screens of the machine; `added` and `removed` come as they are plugged and unplugged."""

    added = Signal(QScreen)
    removed = Signal(QScreen)

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        app.screenAdded.connect(self.added)
        app.screenRemoved.connect(self.removed)

    def screens(self) -> list[QScreen]:
        """All screens now, the main one first."""
        return self._app.screens()


def identity(screen: QScreen) -> int:
    """What tells a plugged screen from all others.

    PySide ties a screen's Python object to the widget that was last asked for its screen, and
    both die together, so no screen is kept here, only this.
    """
    return Shiboken.getCppPointer(screen)[0]


def key_of(screen: QScreen) -> ScreenKey:
    """By what a screen is known again."""
    size = screen.size()
    return ScreenKey(screen.name(), size.width(), size.height())


@dataclass(frozen=True, slots=True)
class _Lost:
    """The screen that the wall had and waits for.

    `others` were there too, without being the wall's: they stay what they are until chosen.
    `plugged` is the wall's screen where it is still there and shows the console just now.
    """

    key: ScreenKey
    others: frozenset[int]
    plugged: int | None


class Screens(QObject):
    """Puts the projector's window on its screen and keeps it there.

    `lost` and `found` carry the name of the wall's screen when it is unplugged and back; `changed`
    comes whenever `all`, `current`, `alone` or `filled` may be others than before. Where
    `rehearsed` and there is one screen, a window stands for the projector: nobody else looks on.
    """

    lost = Signal(str)
    found = Signal(str)
    changed = Signal()

    def __init__(
        self,
        window: ProjectorWindow,
        console: QWidget,
        settings: Settings,
        source: ScreenSource,
        words: Words,
        *,
        rehearsed: bool = False,
    ) -> None:
        super().__init__(console)
        self._rehearsed = rehearsed
        self._window = window
        self._console = console
        self._settings = settings
        self._words = words
        self._source = source
        self._plugged: list[int] = []
        self._current: int | None = None
        self._filled = False
        self._lost: _Lost | None = None
        self._numbers: list[ScreenNumber] = []
        for screen in source.screens():
            self._follow(screen)
        source.added.connect(self._on_added)
        source.removed.connect(self._on_removed)
        self._settles = QTimer(self)
        self._settles.setSingleShot(True)
        self._settles.setInterval(tokens.SCREENS_SETTLE_MS)
        self._settles.timeout.connect(self._on_settled)
        self.changed.connect(self._settles.start)

    # --- What is so -------------------------------------------------------------------------

    @property
    def all(self) -> tuple[QScreen, ...]:
        """All screens, in the order of their numbers."""
        return tuple(self._there().values())

    @property
    def current(self) -> QScreen | None:
        """The screen that carries the wall; None while none does."""
        return None if self._current is None else self._there().get(self._current)

    @property
    def alone(self) -> bool:
        """Whether the room would see the console: one screen, or all show the same."""
        return self._no_other and not self._rehearsed

    @property
    def pretended(self) -> bool:
        """Whether a window on the console's screen stands for the projector."""
        return self._no_other and self._rehearsed

    @property
    def _no_other(self) -> bool:
        here = self._console_screen()
        return here is None or all(self.shows_console(screen) for screen in self.all)

    @property
    def mirrored(self) -> bool:
        """Whether it would see it because several screens show the same."""
        return self.alone and len(self._plugged) > 1

    @property
    def console_seen(self) -> bool:
        """Whether a screen beside the console's own shows the console, or there is no other."""
        here = self._console_screen()
        places = [screen.geometry() for screen in self.all]
        seen = here is None or room_sees_console(here.geometry(), places)
        return seen and not self.pretended

    @property
    def filled(self) -> bool:
        """Whether the wall covers the console's own screen."""
        return self._filled

    @property
    def waiting_for(self) -> str | None:
        """The name of the screen that a wall without one waits for; None where it does not."""
        return None if self._lost is None or self._current is not None else self._lost.key.name

    # --- What can be done -------------------------------------------------------------------

    def start(self) -> None:
        """Show the wall: on a screen it was on before, else on the first that is not the console's.

        With one screen, or mirrored ones, it stays hidden until `fill`.
        """
        handle = self._console.window().windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._settles.start)
        self._settle()
        self.changed.emit()

    def choose(self, screen: QScreen) -> None:
        """Put the wall on `screen` and remember that; the console's own screen swaps the two."""
        if self._no_other or identity(screen) not in self._plugged:
            return
        if self.shows_console(screen):
            self.swap()
            return
        self._lost = None
        self._settings.remember_wall_screen(key_of(screen))
        self._put(screen)
        self.changed.emit()

    def swap(self) -> None:
        """Wall and console change places; with one screen nothing happens."""
        here = self._console_screen()
        if self._no_other or here is None:
            return
        there = self.current or self._best() or self._elsewhere(here)
        if there is None:
            return
        self._lost = None
        self._move_console(there)
        self._settings.remember_wall_screen(key_of(here))
        self._put(here)
        self.changed.emit()

    def identify(self) -> None:
        """Show on every screen its number and name, for two seconds."""
        self.hide_numbers()
        look = self._window.stage.look
        for number, screen in enumerate(self.all, 1):
            shown = ScreenNumber(number, screen, look, self._words)
            shown.show()
            self._numbers.append(shown)
        QTimer.singleShot(tokens.IDENTIFY_MS, self, self.hide_numbers)

    def fill(self) -> None:
        """Cover the console's screen with the wall, where it is the only one."""
        here = self._console_screen()
        if not self.alone or here is None:
            return
        self._filled = True
        self._window.show_on(here)
        self.changed.emit()

    def unfill(self) -> None:
        """Let the console be seen again."""
        if not self._filled:
            return
        self._filled = False
        self._window.hide()
        self._console.raise_()
        self._console.activateWindow()
        self.changed.emit()

    # --- What comes and goes ----------------------------------------------------------------

    def _on_added(self, screen: QScreen) -> None:
        if identity(screen) in self._plugged:
            return
        self._follow(screen)
        self._free_home(screen)
        if self._wants(screen):
            self._current = None
        self._settle()
        self.changed.emit()

    def _free_home(self, screen: QScreen) -> None:
        """Let a console that fled to the wall's own screen go to the one that came."""
        here, lost = self._console_screen(), self._lost
        if here is None or lost is None or self.shows_console(screen):
            return
        if lost.key == key_of(here) or lost.plugged == identity(here):
            self._move_console(screen)

    def _wants(self, screen: QScreen) -> bool:
        """Whether the wall leaves the screen it has for one that came: its own, or the last one."""
        current = self.current
        if current is None or self.shows_console(screen):
            return False
        if self._lost is not None:
            return self._lost.key == key_of(screen)
        known = self._settings.wall_screens
        return bool(known) and known[0] == key_of(screen) != key_of(current)

    def _on_removed(self, screen: QScreen) -> None:
        gone = identity(screen)
        if gone not in self._plugged:
            return
        self._plugged.remove(gone)
        self.hide_numbers()
        if gone == self._current:
            # Qt would drop a full-screen window onto the console otherwise.
            self._lose(key_of(screen), None)
            self.lost.emit(screen.name())
        elif gone == identity(self._console.screen()):
            self._save_console()
        self._keep_filled()
        self._pretend()
        self.changed.emit()

    def _save_console(self) -> None:
        """The console's screen went: move it to a free one, or let it take the wall's."""
        wall = self.current
        there = self._elsewhere(wall) if wall is not None else next(iter(self.all), None)
        if there is None and wall is not None:
            self._lose(key_of(wall), identity(wall))
            there = wall
        if there is not None:
            self._move_console(there)

    def _on_geometry(self) -> None:
        """A screen got another size, place or scale: mirrored perhaps, or no longer."""
        self._keep_filled()
        current = self.current
        if current is not None and self.shows_console(current):
            self._lose(key_of(current), identity(current))
        elif current is not None:
            self._window.show_on(current)
        self._settle()
        self.changed.emit()

    def _on_settled(self) -> None:
        """See, once after each change, where the desktop has put console and wall meanwhile.

        Between screens of different scales Qt may take a window's new place for another one.
        """
        current, here = self.current, self._console_screen()
        if current is not None and self.shows_console(current):
            self._save_console()
            self.changed.emit()
        elif here is not None and not here.geometry().intersects(self._console.geometry()):
            self._move_console(here)
        current = self.current
        if current is not None and self._window.geometry() != current.geometry():
            self._window.show_on(current)

    def _keep_filled(self) -> None:
        """Let a wall that was asked to fill the only screen do so, and no other."""
        here = self._console_screen()
        if not self._filled:
            return
        if self.alone and here is not None:
            self._window.show_on(here)
        else:
            self._filled = False
            self._window.hide()

    # --- Inside -----------------------------------------------------------------------------

    def _follow(self, screen: QScreen) -> None:
        self._plugged.append(identity(screen))
        screen.geometryChanged.connect(self._on_geometry)
        screen.logicalDotsPerInchChanged.connect(self._on_geometry)

    def _there(self) -> dict[int, QScreen]:
        """The plugged screens by their identity, which is asked once and right away.

        A widget that is collected takes the Python objects of screens with it, at any time.
        """
        found = {identity(screen): screen for screen in self._source.screens()}
        return {known: found[known] for known in self._plugged if known in found}

    def _console_screen(self) -> QScreen | None:
        here, there = identity(self._console.screen()), self._there()
        return there.get(here, next(iter(there.values()), None))

    def shows_console(self, screen: QScreen) -> bool:
        """Whether `screen` is the console's own, or a mirror of it."""
        here = self._console_screen()
        return here is not None and show_the_same(screen.geometry(), here.geometry())

    def _elsewhere(self, screen: QScreen) -> QScreen | None:
        """The first screen that shows something else than `screen` does."""
        place = screen.geometry()
        others = (each for each in self.all if not show_the_same(each.geometry(), place))
        return next(others, None)

    def _best(self) -> QScreen | None:
        """Where a wall without a screen belongs; None where it has to wait."""
        others = [screen for screen in self.all if not self.shows_console(screen)]
        lost = self._lost
        if lost is not None:
            own = [s for s in others if key_of(s) == lost.key or identity(s) == lost.plugged]
            new = [s for s in others if identity(s) not in lost.others]
            return next(iter((*own, *new)), None)
        for known in self._settings.wall_screens:
            for screen in others:
                if key_of(screen) == known:
                    return screen
        return others[0] if others else None

    def _settle(self) -> None:
        """Give a wall that has no screen the best one; a lost one waits for its own."""
        self._pretend()
        if self._current is not None or (screen := self._best()) is None:
            return
        self._put(screen)
        lost = self._lost
        if lost is not None:
            if lost.key == key_of(screen) or lost.plugged == identity(screen):
                self._lost = None
            self.found.emit(screen.name())

    def _pretend(self) -> None:
        """Let a window stand for a projector that a rehearsal has not got."""
        here = self._console_screen()
        if self.pretended and self._current is None and here is not None:
            self._window.show_framed(here, self._console)

    def _lose(self, key: ScreenKey, plugged: int | None) -> None:
        """Hide the wall until a screen comes back; a substitute's loss leaves what is awaited."""
        others = frozenset(self._plugged) - {plugged, self._current}
        if self._lost is None:
            self._lost = _Lost(key, others, plugged)
        else:
            self._lost = _Lost(self._lost.key, others, self._lost.plugged)
        self._current = None
        self._window.hide()

    def _put(self, screen: QScreen) -> None:
        self._filled = False
        self._current = identity(screen)
        self._window.show_on(screen)

    def _move_console(self, screen: QScreen) -> None:
        console = self._console
        whole = console.isFullScreen(), console.isMaximized()
        if any(whole):
            console.showNormal()
        room = screen.availableGeometry()
        console.setScreen(screen)
        console.resize(console.size().boundedTo(room.size()))
        console.move(room.center() - console.rect().center())
        if whole[0]:
            console.showFullScreen()
        elif whole[1]:
            console.showMaximized()

    def hide_numbers(self) -> None:
        numbers, self._numbers = self._numbers, []
        for number in numbers:
            number.close()
