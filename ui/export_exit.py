"""Export exit: while files are written the window is closed only once that was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

from ui.console.widgets.dialog import LossDialog
from workshop.words import Words, mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.folder_export import FolderExport
    from ui.theme import DesktopTheme

TITLE: Final = mark("Close and drop the files?")
GOES: Final = mark("Files are being written. Nothing of them is kept if Flipchart closes now.")
STAY: Final = mark("Go on writing")
GO: Final = mark("Close and drop them")


class ExportExit(QObject):
    """Stands at the closing of one window, as long as an export that it watches writes."""

    def __init__(self, window: QWidget, theme: DesktopTheme, words: Words) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._words = words
        self._writing = 0
        self._asked: LossDialog | None = None

    def watch(self, export: FolderExport) -> None:
        """Ask before the window is closed while this export writes."""
        export.begun.connect(self._on_begun)
        export.ended.connect(self._on_ended)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Close or watched is not self._window:
            return False
        event.ignore()
        self._ask()
        return True

    def _on_begun(self) -> None:
        self._writing += 1
        self._window.installEventFilter(self)

    def _on_ended(self) -> None:
        self._writing -= 1
        if self._writing == 0:
            self._window.removeEventFilter(self)
            if self._asked is not None:
                self._asked.reject()  # the files are there: nothing is lost any more

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.reject()
        say = self._words.say
        dialog = LossDialog(
            self._theme, say(TITLE), say(GOES), safe=say(STAY), loss=say(GO), parent=self._window
        )
        self._asked = dialog
        dialog.accepted.connect(self._close_window)
        dialog.finished.connect(self._put_away)
        dialog.open()

    def _put_away(self) -> None:
        if self._asked is not None:
            self._asked.deleteLater()
            self._asked = None

    def _close_window(self) -> None:
        self._window.removeEventFilter(self)
        self._window.close()
