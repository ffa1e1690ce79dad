"""Screens: which screen carries the wall, and what happens when screens come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from exports.look import tokens
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


class Screens(QObject):
    """Puts the projector's window on its screen and keeps it there.

    `lost` and `found` carry the name of the wall's screen when it is unplugged and back; `changed`
    comes whenever `all`, `current`, `alone` or `filled` may be others than before.
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
    ) -> None:
        super().__init__(console)
        self._window = window
        self._console = console
        self._settings = settings
        self._words = words
        self._source = source
        self._plugged: list[int] = []
        self._current: int | None = None
        self._filled = False
        self._lost: ScreenKey | None = None
        self._numbers: list[ScreenNumber] = []
        for screen in source.screens():
            self._follow(screen)
        source.added.connect(self._on_added)
        source.removed.connect(self._on_removed)

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
        here = self._console_screen()
        return here is None or all(s.geometry() == here.geometry() for s in self.all)

    @property
    def filled(self) -> bool:
        """Whether the wall covers the console's own screen."""
        return self._filled

    # --- What can be done -------------------------------------------------------------------

    def start(self) -> None:
        """Show the wall: on a screen it was on before, else on the first that is not the console's.

        With one screen, or mirrored ones, it stays hidden until `fill`.
        """
        self._settle()
        self.changed.emit()

    def choose(self, screen: QScreen) -> None:
        """Put the wall on `screen` and remember that; the console's own screen swaps the two."""
        if self.alone or identity(screen) not in self._plugged:
            return
        if self._is_console_screen(screen):
            self.swap()
            return
        self._settings.remember_wall_screen(key_of(screen))
        self._put(screen)
        self.changed.emit()

    def swap(self) -> None:
        """Wall and console change places; with one screen nothing happens."""
        here = self._console_screen()
        there = self.current or self._best()
        if self.alone or here is None or there is None:
            return
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
        others = not self._is_console_screen(screen) and not self.alone
        if others and self._wants(key_of(screen)):
            self._put(screen)
            if self._lost is not None:
                self._lost = None
                self.found.emit(screen.name())
        else:
            self._settle()
        self.changed.emit()

    def _wants(self, key: ScreenKey) -> bool:
        """Whether a screen that came now is the wall's: its own one, or any while it has none."""
        current = self.current
        if current is None:
            return True
        known = self._settings.wall_screens
        return bool(known) and known[0] == key and key_of(current) != key

    def _on_removed(self, screen: QScreen) -> None:
        gone = identity(screen)
        if gone not in self._plugged:
            return
        self._plugged.remove(gone)
        self.hide_numbers()
        if gone == self._current:
            # Qt would drop a full-screen window onto the console otherwise.
            self._window.hide()
            self._current = None
            self._lost = key_of(screen)
            self.lost.emit(self._lost.name)
        elif self._filled or self.alone:
            self._withdraw()
        self.changed.emit()

    def _on_geometry(self) -> None:
        """A screen got another size, place or scale: mirrored perhaps, or no longer."""
        if self.alone:
            self._withdraw()
        elif self._filled:
            self._filled = False
            self._window.hide()
        current = self.current
        if current is not None:
            self._window.show_on(current)
        else:
            self._settle()
        self.changed.emit()

    def _withdraw(self) -> None:
        """Take the wall off the console's screen, which it may cover only where asked."""
        if self._filled and self.alone and (here := self._console_screen()) is not None:
            self._window.show_on(here)
            return
        self._filled = False
        self._window.hide()
        self._current = None

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

    def _is_console_screen(self, screen: QScreen) -> bool:
        asked, there = identity(screen), self._there()
        here = identity(self._console.screen())
        return asked == (here if here in there else next(iter(there), None))

    def _best(self) -> QScreen | None:
        if self.alone:
            return None
        others = [screen for screen in self.all if not self._is_console_screen(screen)]
        for known in self._settings.wall_screens:
            for screen in others:
                if key_of(screen) == known:
                    return screen
        return others[0] if others else None

    def _settle(self) -> None:
        """Give a wall that has no screen the best one; a lost one waits for its own."""
        screen = self._best()
        if self._current is None and self._lost is None and screen is not None:
            self._put(screen)

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
