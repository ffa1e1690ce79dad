"""Export into a folder: it is chosen, and another process writes while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.apart import export_apart
from exports.catalogue import Source
from exports.kinds import NAMES, PRINT_PACK, RESULTS
from exports.writing import Cancelled, NewFolder, Written, lacking
from ui import background
from ui.console.widgets.notice_bar import NoticeBar
from ui.settings import Settings
from workshop.errors import WorkshopError
from workshop.live import LiveWorkshop
from workshop.words import Words, mark


@dataclass(frozen=True, slots=True)
class Files:
    """What is written, and what is said of it: all marked texts, some with {title} or {folder}."""

    kinds: tuple[str, ...]
    ask: str
    writing: str
    written: str
    not_written: str


EVERYTHING: Final = Files(
    RESULTS,
    mark("A folder for everything the day leaves behind"),
    mark("Writing the files of {title}…"),
    mark("The files are in {folder}."),
    mark("The files were not written."),
)
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


FAULT: Final = "export"
"""What a notice is about that says why files were not written."""
LACKS_SAID: Final = 2
"""Sentences of one notice about what the files lack."""


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

    def ask(self, title: str, take: Callable[[], Source]) -> None:
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

    def write(self, title: str, take: Callable[[], Source], parent: Path) -> None:
        """Write into a new folder of `parent`, in another process; then say where it lies.

        A notice tells how far it is, and its button cancels: nothing of it is kept then. Why an
        earlier export was not written is said no longer: it would stand over this one.
        """
        self._settings.export_folder = parent
        words = self._words
        cancelled = Event()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(cancelled.set)  # else the end would wait for it
        said = words.say(self._files.writing, title=title)
        self._notices().settle_about(FAULT)
        notice = self._notices().working(said, words.say("Cancel"), cancelled.set)

        def work(tell: Callable[[tuple[int, int, str]], None]) -> tuple[Written, ...]:
            with NewFolder(parent, title) as folder:
                written = export_apart(
                    take,
                    words,
                    folder.beside,
                    self._files.kinds,
                    lambda done, of, kind: tell((done, of, kind)),
                    cancelled.is_set,
                )
            return folder.settled(written)

        def told(how_far: tuple[int, int, str]) -> None:
            nonlocal notice
            notice = self._notices().retell(notice, self._how_far(said, *how_far))

        def done(written: tuple[Written, ...]) -> None:
            self._notices().settle(notice)
            self._say_done(written)

        def failed(fault: Exception) -> None:
            self._notices().settle(notice)
            self._say_failed(fault, title, take)

        background.run_telling(work, told, done, failed, asker=self)

    def _how_far(self, said: str, done: int, of: int, kind: str) -> str:
        if of < 2 or not kind:
            return said
        words = self._words
        name = words.say(NAMES[kind][0])
        return words.say("{said} {n} of {m}: {name}", said=said, n=done + 1, m=of, name=name)

    def _say_failed(self, fault: Exception, title: str, take: Callable[[], Source]) -> None:
        words = self._words
        if isinstance(fault, Cancelled):
            self._notices().may_act(words.say("Cancelled: nothing was written."))
            return
        if not isinstance(fault, WorkshopError):
            raise fault
        self._notices().must_act(
            words.say(self._files.not_written),
            fault.sentence(words),
            words.say("Choose another folder"),
            lambda: self.ask(title, take),
            of_screen=True,
            about=FAULT,
        )

    def _say_done(self, written: tuple[Written, ...]) -> None:
        words, bar = self._words, self._notices()
        folder = min((file.path.parent for file in written), key=lambda each: len(each.parts))
        lacks = lacking(written, words)
        where = words.say(self._files.written, folder=folder)

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        if lacks:
            cause = self._said_lacking(lacks)
            bar.must_act(cause, where, words.say("Open folder"), show, of_screen=True)
        else:
            bar.may_act(where, words.say("Open folder"), show)

    def _said_lacking(self, lacks: Sequence[str]) -> str:
        """The first of what the files lack, and how much more there is: a notice is no list."""
        more = len(lacks) - LACKS_SAID
        said = " ".join(lacks[:LACKS_SAID])
        if more <= 0:
            return said
        words = self._words
        also = words.count(
            "{n} more photo is not in it; the report says which.",
            "{n} more photos are not in it; the report says which.",
            more,
        )
        return f"{said} {also}"


def read_whole(live: LiveWorkshop) -> Source:
    """A workshop as it is now, to be exported; for another thread."""
    return Source(live.snapshot(), live.library.path)


def documents() -> Path:
    """The folder where this system keeps documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
