"""In the room and safety: how long steps take, and where everything is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.console.run.building import column
from ui.console.settings.library_row import LibraryRow
from ui.console.settings.rows import SettingRow, part
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.drop_down import DropDown
from ui.folder_export import documents
from ui.settings import DELETED_DAYS, DISCUSS_LENGTHS, VOTE_LENGTHS, Settings
from ui.theme import DesktopTheme
from workshop.library import Library
from workshop.words import Words


class RoomPart(QWidget):
    """The upper part of the right column. Everything is kept as it is chosen; `saved` says so."""

    saved = Signal()

    def __init__(
        self, theme: DesktopTheme, words: Words, settings: Settings, library: Library
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._settings = settings
        self._library = library
        whole = column(self)
        whole.addLayout(self._room())
        whole.addSpacing(32)
        whole.addLayout(self._safety())

    def _room(self) -> QVBoxLayout:
        theme, say, settings = self._theme, self._words.say, self._settings
        lengths = settings.lengths
        self.discuss = self._lengths(say("Discuss"), DISCUSS_LENGTHS, lengths.discuss_s)
        self.vote = self._lengths(say("Vote"), VOTE_LENGTHS, lengths.vote_s)
        self.sound = CheckBox(theme, "", checked=settings.sound)
        self.sound.setAccessibleName(say("Sound when time is up"))
        self.sound.toggled.connect(self._choose_sound)
        whole = part(theme, say("In the room"))
        whole.addWidget(SettingRow(theme, say("Discuss"), self.discuss))
        whole.addWidget(SettingRow(theme, say("Vote"), self.vote))
        off = say("Off unless you turn it on.")
        whole.addWidget(SettingRow(theme, say("Sound when time is up"), self.sound, off))
        return whole

    def _lengths(self, name: str, choices: tuple[int, ...], current: int) -> DropDown:
        texts = [f"{seconds // 60}:{seconds % 60:02}" for seconds in choices]
        made = DropDown(self._theme, name, texts, choices.index(current))
        made.chosen.connect(lambda _: self._choose_lengths())
        return made

    def _safety(self) -> QVBoxLayout:
        theme, words, settings = self._theme, self._words, self._settings
        say = words.say
        self.copies = DropDown(theme, say("Second copy"), (), most=240)
        self.copies.chosen.connect(self._choose_copies)
        self._copies_row = SettingRow(theme, say("Second copy"), self.copies)
        self._show_copies()
        self.library_row = LibraryRow(theme, words, self._library)
        self.deleted = DropDown(
            theme,
            say("Deleted workshops"),
            [words.count("{n} day", "{n} days", days) for days in DELETED_DAYS],
            DELETED_DAYS.index(settings.deleted_days),
        )
        self.deleted.chosen.connect(self._choose_deleted)
        whole = part(theme, say("Safety"))
        for each in (
            self._copies_row,
            self.library_row,
            SettingRow(theme, say("Deleted workshops"), self.deleted, say("Then they are gone.")),
        ):
            whole.addWidget(each)
        return whole

    def _show_copies(self) -> None:
        words, folder = self._words, self._settings.copies_folder
        choose = words.say("Choose a folder…")
        if folder is None:
            self.copies.set_texts((words.say("No second copy"), choose))
            self._copies_row.say(words.say("A USB stick gets a copy every few minutes."))
        else:
            name = folder.name or str(folder)
            self.copies.set_texts((name, words.say("No second copy"), choose))
            every = words.say("Every 5 minutes and at every break, into {folder}.", folder=folder)
            gone = words.say("{folder} cannot be reached now.", folder=folder)
            self._copies_row.say(every if folder.is_dir() else gone)

    def _choose_lengths(self) -> None:
        self._settings.lengths = type(self._settings.lengths)(
            DISCUSS_LENGTHS[self.discuss.current], VOTE_LENGTHS[self.vote.current]
        )
        self.saved.emit()

    def _choose_sound(self, on: bool) -> None:
        self._settings.sound = on
        self.saved.emit()

    def _choose_deleted(self, index: int) -> None:
        self._settings.deleted_days = DELETED_DAYS[index]
        self.saved.emit()

    def _choose_copies(self, index: int) -> None:
        """The first of the list is what is in force, the last asks for a folder."""
        if index == len(self.copies.texts) - 1:
            start = self._settings.copies_folder or documents()
            title = self._words.say("Choose a folder for second copies")
            chosen = QFileDialog.getExistingDirectory(self, title, str(start))
            if chosen:
                self._settings.copies_folder = Path(chosen)
                self.saved.emit()
        elif index == 1:
            self._settings.copies_folder = None
            self.saved.emit()
        self._show_copies()
