"""Help panel: the manual over the centre of the run screen; the day goes on behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent

from ui.console.help.manual import ManualPage
from ui.console.run.building import column
from ui.console.run.panel import Panel
from ui.help.chapter import ChapterId
from ui.help.chapters import OF_PANEL, OF_STATE
from ui.keys import Intent
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.words import Words


class HelpPanel(Panel):
    """Opens at the chapter of the panel or the step; from then on it stays where one reads."""

    returns_focus = True

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.manual: ManualPage | None = None
        self._opening = True
        self._before: ChapterId | None = None
        self._whole = column(self)

    def come_from(self, open_now: Intent | None) -> None:
        self._before = OF_PANEL.get(open_now) if open_now is not None else None

    def show_scene(self, scene: ConsoleScene) -> None:
        """Open at the chapter of the panel before, else of this scene, unless it is open."""
        if not self._opening:
            return
        self._opening = False
        self._made().show_chapter(self._before or OF_STATE[scene.state])

    def take_focus(self) -> None:
        self._made().take_focus()

    def take_letter(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is None:
            return False
        self._made().arrow(step)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self._opening = True
        super().hideEvent(event)

    def _made(self) -> ManualPage:
        """The manual, made when it is first opened."""
        if self.manual is None:
            self.manual = ManualPage(self._theme, self._words)
            self.manual.closed.connect(self.closed)
            self._whole.addWidget(self.manual)
            self.manual.resize(self.size())  # so that it knows at once how much room it has
        return self.manual
