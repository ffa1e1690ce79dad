"""Opening a workshop file, or a copy from a stick: its workshop goes on in this library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import background
from ui.console.widgets.notice_bar import NoticeBar
from ui.folder_export import documents
from ui.settings import Settings
from workshop.copies import SUFFIX
from workshop.errors import WorkshopError
from workshop.library import Library
from workshop.portable import SUFFIX as FILE_SUFFIX
from workshop.portable_opening import VOTES_STAYED, open_workshop_file, votes_that_stayed
from workshop.taking_over import take_over
from workshop.words import Words

FAULT: Final = "file"
"""What a notice is about that says why a file was not opened."""


class CopyOpening(QObject):
    """Lets a file be chosen and takes it over; `taken` carries the workshop's id."""

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
        """Let the file be chosen whose workshop goes on in `library`."""
        words = self._words
        dialog = QFileDialog(self._window, words.say("Open a workshop file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        said = words.say("Workshop files and copies")
        dialog.setNameFilter(f"{said} (*{FILE_SUFFIX} *{SUFFIX})")
        folder = self._settings.copies_folder
        dialog.setDirectory(str(folder if folder is not None else documents()))
        dialog.fileSelected.connect(lambda chosen: self.open(library, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, library: Library, path: Path) -> None:
        """Take over the workshop of a file or a copy, in another thread.

        Why an earlier file was not opened is said no longer.
        """
        self._notices().settle_about(FAULT)

        def take() -> tuple[str, tuple[str, ...]]:
            if path.suffix.lower() == SUFFIX:
                taken = take_over(library, path)
            else:
                taken = open_workshop_file(library, path, self._words)
            return taken, votes_that_stayed(library, taken)

        def done(came: tuple[str, tuple[str, ...]]) -> None:
            taken, questions = came
            self.taken.emit(taken)
            for question in questions:
                self._say_without_votes(question)

        background.run(take, done, partial(self._on_failed, library))

    def _say_without_votes(self, question: str) -> None:
        words = self._words
        cause = words.say("Votes are not here.")
        said = words.say(VOTES_STAYED, question=question)
        self._notices().must_act(cause, said, words.say("Understood"), lambda: None)

    def _on_failed(self, library: Library, fault: Exception) -> None:
        if not isinstance(fault, WorkshopError):
            raise fault
        words = self._words
        cause, sentence = words.say("The file was not opened."), fault.sentence(words)
        choose = words.say("Choose another file")
        self._notices().must_act(
            cause, sentence, choose, lambda: self.ask(library), of_screen=True, about=FAULT
        )
