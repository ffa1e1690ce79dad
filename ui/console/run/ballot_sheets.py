"""Ballot sheets from the console: a folder is chosen, another process writes what is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.apart import export_apart
from exports.catalogue import Source
from exports.writing import Written
from ui import background
from ui.folder_export import documents
from workshop.errors import WorkshopError
from workshop.words import Words

BALLOTS = "ballots"


class BallotSheets(QObject):
    """Asks where to, and writes the ballot sheets there, to be printed.

    `written` carries where they lie, `refused` the sentence why they do not.
    """

    written = Signal(Path)
    refused = Signal(str)

    def __init__(self, panel: QWidget, words: Words, take: Callable[[], Source]) -> None:
        super().__init__()  # it outlives the panel where that is closed while it writes
        self._panel = panel
        self._words = words
        self._take = take

    def ask(self) -> None:
        """Let the facilitator choose a folder for the sheets."""
        title = self._words.say("A folder for the ballot sheets")
        dialog = QFileDialog(self._panel.window(), title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(documents()))
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, folder: Path) -> None:
        """Write the sheets into `folder`, in another process. The window goes on meanwhile."""

        def work() -> tuple[Written, ...]:
            return export_apart(self._take, self._words, folder, (BALLOTS,))

        def failed(fault: Exception) -> None:
            if not isinstance(fault, WorkshopError):
                raise fault
            self.refused.emit(fault.sentence(self._words))

        background.run(work, lambda files: self.written.emit(files[0].path), failed)
