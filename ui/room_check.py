"""Room check: the check page on the console, the test card on the wall, and what lies between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from exports.look.fonts import FONTS
from ui import background
from ui.console.check import findings
from ui.console.check.card import check_card
from ui.console.check.findings import Mend, Said, Wall
from ui.console.check.page import CheckPage
from ui.console.check.room_keys import RoomKeys
from ui.console.run.building import application
from ui.console.window import ConsoleWindow
from ui.first_paint import FirstPaint
from ui.keep_awake import KeepAwake
from ui.keys import Intent
from ui.projector.screens import Screens, ScreenSource
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop import scenes
from workshop.agenda import clock_text
from workshop.errors import WorkshopError
from workshop.health import LibraryHealth, look_at
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.library import Library
    from workshop.shelf import WorkshopLine

_MINUTE_MS = 60_000


class RoomCheck(QObject):
    """Checks the room for one workshop before it is opened; nothing of it is kept in the day.

    `left` asks for the library, `opened` carries the id of the workshop to open, `failed` what a
    painter of the wall raised.
    """

    left = Signal()
    opened = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        line: WorkshopLine,
        window: ConsoleWindow,
        theme: DesktopTheme,
        settings: Settings,
        words: Words,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._line = line
        self._window = window
        self._theme = theme
        self._settings = settings
        self._words = words
        self._health: LibraryHealth | None = None
        self._refusal = ""
        self._workshops = 0
        self._said = Said()
        self._heard: list[str] = []
        self._asked = 0
        self._stage = Stage(
            theme.look, library.clock, reduce_motion=theme.reduce_motion, parent=self
        )
        self._stage.failed.connect(self.failed)
        theme.changed.connect(self._dress)
        self.projector = ProjectorWindow(self._stage, words, library.clock)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        source = ScreenSource(app, self)
        self.screens = Screens(self.projector, window, settings, source, words)
        self._awake = KeepAwake(words, parent=self)
        starts = clock_text(line.starts_at)
        about = words.say("{title}, {time}", title=line.title, time=starts)
        self.page = CheckPage(theme, words, self._stage, self.screens, about)
        self.keys = RoomKeys(application(), self.page)
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.timeout.connect(self._on_minute)
        self._connect()

    def show(self) -> None:
        """Show the page, then the test card, and look at everything."""
        FirstPaint(self.page, self.screens.start)
        self._window.show_screen(self.page)
        self._show_card(True)
        self._awake.begin()
        self._on_minute()
        self.look()
        self.page.open.setFocus()

    def close(self) -> None:
        """Show it no longer, and let go of the screens."""
        self._asked += 1
        self.keys.close()
        self._minute.stop()
        self._awake.end()
        self._theme.changed.disconnect(self._dress)
        self.projector.close()
        self.projector.deleteLater()
        self.screens.deleteLater()
        self.deleteLater()

    def look(self) -> None:
        """Look at everything once more; reading the library takes its time, beside the window."""
        self._health, self._refusal = None, ""
        self._asked += 1
        asked, library = self._asked, self._library

        def work() -> tuple[LibraryHealth, int]:
            return look_at(library.path, library.clock), len(library.workshops())

        def done(found: tuple[LibraryHealth, int]) -> None:
            if asked == self._asked:
                self._health, self._workshops = found
                self._show()

        def failed(fault: Exception) -> None:
            if not isinstance(fault, WorkshopError):
                raise fault
            if asked == self._asked:
                self._refusal = fault.sentence(self._words)
                self._show()

        self._show()
        background.run(work, done, failed)

    # --- What is shown ----------------------------------------------------------------------

    def _show(self) -> None:
        words, show = self._words, self.page.show_findings
        wall = Wall(self.screens.alone, self.screens.mirrored, self._pixels())
        asleep = self._awake.kept_awake()
        show("screens", findings.of_screens(words, wall, self._said, asleep=asleep))
        heard = [words.say(each) for each in self._heard]
        show("keys", findings.of_keys(words, heard, self._said))
        found = findings.of_library(words, self._health, self._refusal, self._workshops)
        show("library", found)
        folder = self._settings.copies_folder
        copies = findings.of_copies(
            words, "" if folder is None else str(folder), folder is not None and folder.is_dir()
        )
        show("safety", (copies, findings.of_fonts(words, *_fonts())))

    def _on_screens(self) -> None:
        self.page.show_screens()
        self._show()

    def _pixels(self) -> tuple[int, int] | None:
        """How many pixels the screen of the wall has; None where it has none of its own."""
        screen = self.screens.current
        if screen is None:
            return None
        ratio, size = screen.devicePixelRatio(), screen.size()
        return round(size.width() * ratio), round(size.height() * ratio)

    def _show_card(self, shown: bool) -> None:
        card = check_card(self._words) if shown else scenes.BlankScene()
        self._stage.show(scenes.Wall(card))
        self.page.show_card(shown)

    def _on_minute(self) -> None:
        now = self._library.clock()
        self.page.show_time(now)
        self._minute.start(_MINUTE_MS - now % _MINUTE_MS)

    def _dress(self) -> None:
        self._stage.look = self._theme.look

    # --- What is asked ----------------------------------------------------------------------

    def _connect(self) -> None:
        page, screens = self.page, self.screens
        page.left.connect(self.left)
        page.opened.connect(lambda: self.opened.emit(self._line.id))
        page.again.connect(self.look)
        page.identify_wanted.connect(screens.identify)
        page.swap_wanted.connect(screens.swap)
        page.fill_wanted.connect(screens.fill)
        page.card_wanted.connect(self._show_card)
        page.mend_wanted.connect(self._mend)
        page.choice.chosen.connect(self._choose)
        screens.changed.connect(self._on_screens)
        self._awake.changed.connect(self._show)
        self.keys.heard.connect(self._hear)
        self.keys.asked.connect(self._ask)

    def _choose(self, index: int) -> None:
        all_screens = self.screens.all
        if index < len(all_screens):
            self.screens.choose(all_screens[index])
        self.page.show_screens()  # a click has turned the button over, wherever the wall is now

    def _hear(self, key: str) -> None:
        if key not in self._heard:
            self._heard.append(key)
            self._show()

    def _ask(self, intent: Intent) -> None:
        if intent is Intent.SWAP:
            self.screens.swap()
        elif self.screens.filled:
            self.screens.unfill()
        elif intent is Intent.FILL:
            self.screens.fill()
        else:
            self.left.emit()

    def _mend(self, mend: Mend) -> None:
        now = self._library.clock()
        said = self._said
        acts: dict[Mend, Callable[[], object]] = {
            Mend.CORNERS_SEEN: partial(self._say, Said(now, said.back_row, said.no_clicker)),
            Mend.BACK_ROW_READS: partial(self._say, Said(said.corners, now, said.no_clicker)),
            Mend.NO_CLICKER: partial(self._say, Said(said.corners, said.back_row, True)),
            Mend.BACK_UP: self._back_up,
            Mend.COPY_FOLDER: self._choose_folder,
        }
        acts[mend]()

    def _say(self, said: Said) -> None:
        self._said = said
        self._show()

    def _back_up(self) -> None:
        asked = self._asked

        def done(_: Path) -> None:
            if asked == self._asked:
                self.look()

        def failed(fault: Exception) -> None:
            if not isinstance(fault, WorkshopError):
                raise fault
            if asked == self._asked:
                self._window.notices.refuse(fault.sentence(self._words))

        background.run(self._library.backup, done, failed)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, self._words.say("Choose a folder for the second copy"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_folder(self, chosen: str) -> None:
        self._settings.copies_folder = Path(chosen)
        self._show()


def _fonts() -> tuple[int, int]:
    """How many of the shipped cuts Qt knows, and how many there are."""
    load_fonts()
    known = set(QFontDatabase.families())
    return sum(each.family in known for each in FONTS), len(FONTS)
