"""Opening of the library: each fault is shown in the window, with the ways out of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.console.library.screen import LibraryScreen
from ui.console.window import ConsoleWindow
from ui.theme import DesktopTheme
from workshop.errors import WorkshopError
from workshop.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable


class LibraryOpening(QObject):
    """Opens the library at `path`, or at the one chosen instead; `opened` carries it.

    Never modal, and never the end of the app: where it cannot be opened, the `screen` says why.
    """

    opened = Signal(object)

    def __init__(
        self,
        path: Path,
        window: ConsoleWindow,
        screen: Callable[[], LibraryScreen],
        theme: DesktopTheme,
        words: Words,
    ) -> None:
        super().__init__(window)
        self._path = path
        self._window = window
        self._screen = screen
        self._theme = theme
        self._words = words

    def open(self) -> None:
        """Try to open it."""
        self._try(self._open)

    def _open(self) -> None:
        from workshop.library import Library
        from workshop.place import refuse_missing

        refuse_missing(self._path)
        self.opened.emit(Library.open(self._path))

    def restore(self) -> None:
        """Put the newest backup in the damaged file's place, then open that."""
        from workshop.library import restore_newest_backup

        if self._try(lambda: restore_newest_backup(self._path)):
            self.open()

    def choose(self) -> None:
        """Let another library be chosen, and open that one in this run."""
        from PySide6.QtWidgets import QFileDialog

        words = self._words
        dialog = QFileDialog(self._window, words.say("Choose another library"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.say("Open"))
        dialog.setDefaultSuffix("sqlite")
        dialog.setDirectory(str(self._path.parent))
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, chosen: str) -> None:
        self._path = Path(chosen)
        self.open()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except WorkshopError as fault:
            self.say(fault)
            return False
        return True

    def say(self, fault: WorkshopError) -> None:
        """Show why the library cannot be used, with the ways out."""
        from ui.console.library.fault_panel import FaultPanel
        from workshop.faults import DamagedLibrary

        has_backup = isinstance(fault, DamagedLibrary) and fault.backup is not None
        panel = FaultPanel(
            self._theme, self._words, fault.sentence(self._words), has_backup=has_backup
        )
        panel.again.connect(self.open)
        panel.other.connect(self.choose)
        panel.restore.connect(self.restore)
        panel.leave.connect(self._window.close)
        self._screen().show_fault(panel)
        panel.buttons[0].setFocus()
