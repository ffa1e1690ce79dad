"""Export into a folder: it is chosen, and the files are written while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.catalogue import PRINT_PACK, export
from exports.writing import Written, export_folder
from ui import background
from ui.console.widgets.notice_bar import NoticeBar
from ui.settings import Settings
from workshop.errors import WorkshopError
from workshop.snapshot import Snapshot
from workshop.words import Words, mark


@dataclass(frozen=True, slots=True)
class Files:
    """What is written, and what is said of it: all marked texts, some with {title} or {folder}."""

    kinds: tuple[str, ...]
    ask: str
    writing: str
    written: str
    not_written: str


PLAN: Final = Files(
    ("plan",),
    mark("Export the action plan to a folder"),
    mark("Writing the action plan of {title}…"),
    mark("The action plan is in {folder}."),
    mark("The action plan was not written."),
)
PACK: Final = Files(
    PRINT_PACK,
    mark("A folder for the print pack"),
    mark("Writing the print pack of {title}…"),
    mark("The print pack is in {folder}."),
    mark("The print pack was not written."),
)


class FolderExport(QObject):
    """Asks for a folder and writes files of one workshop into a new one in it.

    `take` reads the workshop, in another thread; `notices` tells what came of it.
    """

    def __init__(
        self,
        window: QWidget,
        notices: Callable[[], NoticeBar],
        settings: Settings,
        words: Words,
        files: Files = PLAN,
    ) -> None:
        super().__init__(window)
        self._files = files
        self._window = window
        self._notices = notices
        self._settings = settings
        self._words = words

    def ask(self, title: str, take: Callable[[], Snapshot]) -> None:
        """Let the facilitator choose where the files of the workshop `title` go, and write them.

        The window goes on meanwhile.
        """
        dialog = QFileDialog(self._window, self._words.say(self._files.ask))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(self._settings.export_folder or documents()))
        dialog.fileSelected.connect(lambda chosen: self.write(title, take, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, title: str, take: Callable[[], Snapshot], parent: Path) -> None:
        """Write into a new folder of `parent`, in another thread; then say where it lies."""
        self._settings.export_folder = parent
        words = self._words
        writing = self._notices().may_act(words.say(self._files.writing, title=title))

        def work() -> tuple[Written, ...]:
            snapshot = take()
            return export(snapshot, words, export_folder(parent, title), only=self._files.kinds)

        def done(written: tuple[Written, ...]) -> None:
            self._notices().settle(writing)
            self._say_done(written)

        def failed(fault: Exception) -> None:
            self._notices().settle(writing)
            if not isinstance(fault, WorkshopError):
                raise fault
            self._notices().must_act(
                words.say(self._files.not_written),
                fault.sentence(words),
                words.say("Choose another folder"),
                lambda: self.ask(title, take),
                of_screen=True,
            )

        background.run(work, done, failed)

    def _say_done(self, written: tuple[Written, ...]) -> None:
        words, bar = self._words, self._notices()
        folder = written[0].path.parent
        missing = [letter for file in written for letter in file.missing_letters]
        where = words.say(self._files.written, folder=folder)

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        if missing:
            bar.must_act(
                words.say(
                    "No font has these letters, so boxes stand for them: {letters}",
                    letters=" ".join(missing),
                ),
                where,
                words.say("Open folder"),
                show,
                of_screen=True,
            )
        else:
            bar.may_act(where, words.say("Open folder"), show)


def documents() -> Path:
    """The folder where this system keeps documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
