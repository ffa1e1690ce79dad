"""Opening a copy: a copy from a stick is chosen, and its workshop goes on in this library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import background
from ui.console.widgets.notice_bar import NoticeBar
from ui.folder_export import documents
from ui.settings import Settings
from workshop.copies import SUFFIX
from workshop.errors import WorkshopError
from workshop.library import Library
from workshop.taking_over import take_over
from workshop.words import Words


class CopyOpening(QObject):
    """Lets a copy be chosen and takes it over; `taken` carries the workshop's id."""

    taken = Signal(str)

    def __init__(
        self,
        window: QWidget,
        notices: Callable[[], NoticeBar],
        settings: Settings,
        words: Words,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._settings = settings
        self._words = words

    def ask(self, library: Library) -> None:
        """Let the copy be chosen whose workshop goes on in `library`."""
        words = self._words
        dialog = QFileDialog(self._window, words.say("Open a copy"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(words.say("Copies of a workshop") + f" (*{SUFFIX})")
        folder = self._settings.copies_folder
        dialog.setDirectory(str(folder if folder is not None else documents()))
        dialog.fileSelected.connect(lambda chosen: self.open(library, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, library: Library, copy: Path) -> None:
        """Take over `copy`, in another thread."""
        failed = partial(self._on_failed, library)
        background.run(partial(take_over, library, copy), self.taken.emit, failed)

    def _on_failed(self, library: Library, fault: Exception) -> None:
        if not isinstance(fault, WorkshopError):
            raise fault
        words = self._words
        cause, sentence = words.say("The copy was not opened."), fault.sentence(words)
        choose = words.say("Choose another copy")
        self._notices().must_act(cause, sentence, choose, lambda: self.ask(library))
