"""Opened: one workshop on its two faces, the run screen of the console and the wall."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from exports.look import tokens
from exports.look.tokens import Look
from ui.console.run.photo_drop import PhotoDrop
from ui.console.run.screen import RunScreen
from ui.console.run.second_copy import SecondCopy
from ui.console.window import ConsoleWindow
from ui.copying import Copying
from ui.first_paint import FirstPaint
from ui.keep_awake import KeepAwake
from ui.leading import Leading
from ui.projector.screens import Screens, ScreenSource
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from ui.settings import Settings
from ui.simulated_seats import SimulatedSeats
from ui.theme import DesktopTheme, Mode
from ui.time_is_up import TimeIsUp
from workshop.console_scene import ConsoleScene
from workshop.live import LiveWorkshop


class OpenedWorkshop(QObject):
    """Puts the run screen into the console's window, then the wall onto its screen.

    `left`, `export_wanted` and `check_wanted` are the run screen's; `finished` comes once the day
    has ended, `failed` carries what a painter of the wall raised.
    """

    left = Signal()
    export_wanted = Signal()
    check_wanted = Signal()
    finished = Signal()
    failed = Signal(object)

    def __init__(
        self, live: LiveWorkshop, window: ConsoleWindow, theme: DesktopTheme, settings: Settings
    ) -> None:
        super().__init__(window)
        self.live = live
        self._window = window
        self._theme = theme
        clock = live.library.clock
        self._settings = settings
        self._stage = Stage(
            self._wall_look(), clock, reduce_motion=theme.reduce_motion, parent=self
        )
        self._stage.failed.connect(self.failed)
        theme.changed.connect(self._dress)
        self.projector = ProjectorWindow(self._stage, live.words, clock)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        source = ScreenSource(application, self)
        rehearsal = live.facts(whole=False).workshop.rehearsal
        self.screens = Screens(
            self.projector, window, settings, source, live.words, rehearsed=rehearsal
        )
        self.leading = Leading(live, self._stage, self)
        self.leading.take_taps_from(self.projector)
        self.leading.told.connect(self._on_told)
        self._was_finished: bool | None = None
        self.seats: SimulatedSeats | None = None  # of a rehearsal
        self.screen = RunScreen(theme, live.words, self.leading, self.screens)
        self.copying = Copying(live, settings, lambda: self.screen.parts.notices, window)
        if not rehearsal:
            self.screen.parts.top_bar.add(SecondCopy(theme, live.words, self.copying))
        self.leading.read.connect(self.copying.look)
        self.leading.read.connect(self.screen.parts.top_bar.show_time)
        self.screen.copy_wanted.connect(self._copy)
        parts = self.screen.parts
        strip, area, notices = parts.question.photos, parts.centre, parts.notices
        self.photos = PhotoDrop(theme, self.leading, strip, area, notices)
        self.awake = KeepAwake(live.words, parent=self)
        self._bell = TimeIsUp(settings, clock, self)
        self.screen.left.connect(self.left)
        self.screen.export_wanted.connect(self.export_wanted)
        self.screen.check_wanted.connect(self.check_wanted)

    def show(self) -> None:
        """Show the run screen; the room sees nothing before the facilitator does."""
        FirstPaint(self.screen, self.screens.start)
        self._window.show_screen(self.screen)
        self.leading.start()
        self.copying.start()

    def close(self) -> None:
        """Show it no longer; what was done is in the library."""
        if self.seats is not None:
            self.seats.stop()
        self.screen.closing()
        self.photos.close()
        self.leading.read.disconnect(self.copying.look)
        self.copying.close()
        self.awake.end()
        self._theme.changed.disconnect(self._dress)
        self.leading.close()
        self.projector.close()
        self.projector.deleteLater()
        self.screens.deleteLater()
        self.deleteLater()

    def _copy(self) -> None:
        """A second copy now; the folder is asked for where none was chosen."""
        if self.copying.folder is None:
            self.copying.choose()
        else:
            self.copying.copy_now()

    def _dress(self) -> None:
        self._stage.look = self._wall_look()

    def _wall_look(self) -> Look:
        """The wall's own look, where one was chosen; else the console's."""
        chosen = self._settings.wall_theme
        return self._theme.look if chosen is None else tokens.look(chosen is Mode.DARK)

    def _on_told(self, scene: ConsoleScene) -> None:
        self._bell.watch(scene.timer)
        if scene.finished:
            self.awake.end()
        else:
            self.awake.begin()
        if scene.finished and self._was_finished is False:
            self.finished.emit()
        self._was_finished = scene.finished
