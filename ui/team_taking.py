"""Team taking: lists of teams out of the clipboard and out of files, taken in whole or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.console.prepare.screen import PrepareScreen
from workshop.live import LiveWorkshop
from workshop.team_lists import MOST_CHARACTERS, TeamList, read_team_file, read_teams
from workshop.words import mark

if TYPE_CHECKING:
    from ui.prepare_wishes import Act

Say = Callable[[str], object]

EMPTY_CLIPBOARD = mark(
    "There is no text in the clipboard. Copy the lines with the teams in the spreadsheet first."
)
NO_FILE = mark("This is no file that can be read. Choose a CSV file on a disk that is there.")
CANNOT_OPEN = mark(
    "This file cannot be opened: {reason}. Close it in other programs, or choose another."
)


class TeamTaking(QObject):
    """Joins the teams part's lists to the workshop; what is wrong stands there line by line.

    `say` tells in the notice bar what was left out of a list that was taken in.
    """

    def __init__(self, screen: PrepareScreen, live: LiveWorkshop, act: Act, say: Say) -> None:
        super().__init__(screen)
        self._screen = screen
        self._part = screen.teams
        self._live = live
        self._act = act
        self._say = say
        self._part.text_given.connect(self.take_text)
        self._part.file_given.connect(self.take_file)
        self._part.file_wanted.connect(self.ask)

    def take_text(self, text: str) -> None:
        """Take in what was copied in a spreadsheet, or typed elsewhere."""
        words = self._live.words
        name = words.say("What was pasted")
        if not text.strip():
            self._part.show_faults(name, [(0, words.say(EMPTY_CLIPBOARD))])
            return
        self._take(name, read_teams(text))

    def take_file(self, path: Path) -> None:
        """Take in a CSV file."""
        words = self._live.words
        try:
            if not path.is_file():
                self._part.show_faults(path.name, [(0, words.say(NO_FILE))])
                return
            with path.open("rb") as file:
                # A little more than can be read tells that it is too large.
                content = file.read(MOST_CHARACTERS * 2 + 1)
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            self._part.show_faults(path.name, [(0, words.say(CANNOT_OPEN, reason=reason))])
            return
        self._take(path.name, read_team_file(content))

    def ask(self) -> None:
        """Let a file be chosen."""
        words = self._live.words
        dialog = QFileDialog(self._screen.window(), words.say("Choose a list of teams"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([words.say("Lists (*.csv *.txt *.tsv)"), words.say("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, name: str, found: TeamList) -> None:
        words, part = self._live.words, self._part
        if found.faults:
            said = [(fault.line, fault.sentence(words)) for fault in found.faults]
            part.show_faults(name, said)
            return
        taken = self._act(
            lambda: self._live.preparing.add_teams(found.teams),
            lambda sentence: part.show_faults(name, [(0, sentence)]),
        )
        if taken:
            part.end_list()
            if found.notes:
                self._say(" ".join(note.sentence(words) for note in found.notes))
