"""The library's row: where it lies, whether it is sound, and moving it into another folder."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from frameworks.collection import OWN_FOLDER
from ui import background
from ui.console.run.building import row
from ui.console.settings.rows import SettingRow
from ui.console.widgets.button import Button
from ui.console.widgets.dialog import LossDialog
from ui.library_swap import Swap
from ui.settings import FILE_NAME
from ui.theme import DesktopTheme
from workshop import health, moving
from workshop.errors import WorkshopError
from workshop.health import LibraryHealth
from workshop.library import Library
from workshop.place import default_path
from workshop.words import Words, mark

MEGABYTE: Final = 1_000_000
BESIDE: Final = (OWN_FOLDER, FILE_NAME)
NAMED: Final = mark("It was named when Flipchart was started, so it stays where it is.")
NOT_MOVED: Final = mark("The library was not moved.")


class LibraryRow(SettingRow):
    """`swap_wanted` carries the Swap that moves the library, or uses another one instead."""

    swap_wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words, library: Library) -> None:
        self.open = Button(theme, words.say("Open folder"))
        self.move_away = Button(theme, words.say("Move…"))
        both = QWidget()
        across = row(both, spacing=8)
        across.addWidget(self.open)
        across.addWidget(self.move_away)
        super().__init__(theme, words.say("Library"), both)
        self._theme = theme
        self._words = words
        self._library = library
        self._looking = False
        self._movable = library.path == default_path()
        self.open.clicked.connect(self._open_folder)
        self.move_away.setAccessibleDescription(words.say("Moves the library to another folder."))
        self.move_away.clicked.connect(self._choose)
        if not self._movable:
            self.move_away.set_off(words.say(NAMED))
        self._tell(str(library.path.parent))
        path, clock = library.path, library.clock
        background.run(
            lambda: health.look_at(path, clock), self._show_health, self._refuse, asker=self
        )

    def _tell(self, text: str) -> None:
        self.say(text if self._movable else f"{text} {self._words.say(NAMED)}")

    def _show_health(self, found: LibraryHealth) -> None:
        words = self._words
        size = words.number(found.size / MEGABYTE, 1)
        folder = self._library.path.parent
        text = (
            words.say("{folder}, {size} MB, sound.", folder=folder, size=size)
            if found.sound
            else words.say("{folder}, {size} MB, damaged. Start Flipchart anew.", folder=folder,
                           size=size)
        )  # fmt: skip
        if found.newest_backup is not None:
            day = words.day(date.fromtimestamp(found.newest_backup / 1000), "short")
            text += " " + words.say("Last backup {day}.", day=day)
        self._tell(text)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._library.path.parent)))

    def _choose(self) -> None:
        """Let a folder be chosen, and look at it before anything is asked."""
        if self._looking:
            return
        title = self._words.say("Choose a folder for the library")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._library.path.parent))
        if not chosen:
            return
        self._looking = True
        look = partial(moving.plan, self._library, Path(chosen), BESIDE)
        background.run(look, self._ask, self._refuse, asker=self)

    def _ask(self, planned: moving.Plan) -> None:
        self._looking = False
        words = self._words
        old, new = planned.source.parent, planned.target.parent
        if planned.existing:
            holds = words.count("{n} workshop", "{n} workshops", planned.workshops)
            body = words.say(
                "There is a library in {new} already, with {holds}. Nothing is written over: "
                "Flipchart can work with that one from now on. The library in {old} stays there "
                "as it is, and its workshops are not in the list then.",
                new=new,
                holds=holds,
                old=old,
            )
            self._open_dialog(
                words.say("Use the library that is there?"),
                body,
                words.say("Use that library"),
                self._use(planned),
            )
            return
        body = words.say(
            "{size} MB are copied to {new} and compared: workshops, photos, backups, your own "
            "frameworks and these settings. Then Flipchart works there. The old folder {old} stays "
            "as it is; delete it when you do not want it any more.",
            size=words.number(planned.size / MEGABYTE, 1),
            new=new,
            old=old,
        )
        self._open_dialog(
            words.say("Move the library?"), body, words.say("Move the library"), self._move(planned)
        )

    def _move(self, planned: moving.Plan) -> Swap:
        words = self._words
        old, new = planned.source.parent, planned.target.parent
        return Swap(
            work=partial(moving.move, planned, BESIDE),
            working=words.say("The library is being moved to {new}", new=new),
            done=words.say(
                "The library lies in {new} now. What is left in {old} can be deleted.",
                new=new,
                old=old,
            ),
            refused=words.say(NOT_MOVED),
        )

    def _use(self, planned: moving.Plan) -> Swap:
        words, new = self._words, planned.target.parent
        return Swap(
            work=partial(moving.use, planned.target),
            working=words.say("The library in {new} is being opened", new=new),
            done=words.say("This is the library in {new} now.", new=new),
            refused=words.say("The other library is not used."),
        )

    def _open_dialog(self, title: str, body: str, act: str, swap: Swap) -> None:
        stay = self._words.say("Leave all as it is")
        dialog = LossDialog(self._theme, title, body, safe=stay, loss=act, parent=self.window())
        dialog.accepted.connect(lambda: self.swap_wanted.emit(swap))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _refuse(self, fault: Exception) -> None:
        self._looking = False
        if not isinstance(fault, WorkshopError):
            raise fault
        self._tell(fault.sentence(self._words))
