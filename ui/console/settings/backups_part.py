"""Backups: which there are, one more now, and putting one in the library's place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import background
from ui.console.run.building import column, row
from ui.console.settings.rows import SettingRow, part
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.dialog import LossDialog
from ui.library_swap import Swap
from ui.theme import DesktopTheme
from workshop import restoring
from workshop.errors import WorkshopError
from workshop.library import Library
from workshop.restoring import BackupLine, Exchange
from workshop.words import Words, mark

MEGABYTE: Final = 1_000_000
_MINUTE: Final = 60_000
SHOWN: Final = 3
"""How many backups stand there before all are asked for."""
_NAMED: Final = 4
EVERY_DAY: Final = mark("After every day and at the end; the newest 10 stay.")
NO_VOTES: Final = mark("Photos and frameworks stay as they are.")


class BackupsPart(QWidget):
    """The library's backups, the newest first; `swap_wanted` carries the Swap that restores one."""

    swap_wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._library = library
        self._all = False
        self._busy = False
        self._lines: tuple[BackupLine, ...] = ()
        self.rows: list[SettingRow] = []
        self.now = Button(theme, words.say("Back up now"))
        self.now.clicked.connect(self._back_up)
        self.head = SettingRow(
            theme, words.say("Backups of the library"), self.now, words.say(EVERY_DAY)
        )
        self.more = Button(theme, "", Kind.QUIET)
        self.more.clicked.connect(self._unfold)
        self.more.hide()
        whole = part(theme, words.say("Backups"))
        self.setLayout(whole)
        whole.addWidget(self.head)
        self._list: QVBoxLayout = column()
        whole.addLayout(self._list)
        whole.addSpacing(8)
        below = row()
        below.addWidget(self.more)
        below.addStretch()
        whole.addLayout(below)
        self.look()

    def look(self) -> None:
        """Read anew which backups there are."""
        path = self._library.path
        background.run(lambda: restoring.lines(path), self._show, self._refuse, asker=self)

    def _show(self, found: tuple[BackupLine, ...]) -> None:
        self._lines = found
        for each in self.rows:
            self._list.removeWidget(each)
            each.hide()
            each.deleteLater()
        shown = found if self._all else found[:SHOWN]
        self.rows = [self._row(line) for line in shown]
        for each in self.rows:
            self._list.addWidget(each)
        words = self._words
        self.more.setVisible(len(found) > SHOWN)
        self.more.setText(
            words.say("Show fewer")
            if self._all
            else words.count("Show the only one", "Show all {n}", len(found))
        )

    def _row(self, line: BackupLine) -> SettingRow:
        words, when = self._words, self._when(line)
        restore = Button(self._theme, words.say("Restore…"))
        restore.setAccessibleName(words.say("Restore the backup of {when}", when=when))
        size = words.number(line.size / MEGABYTE, 1)
        if line.workshops is None:
            holds = words.say("{size} MB, damaged.", size=size)
            restore.set_off(words.say("This backup cannot be read."))
        else:
            counted = words.count("{n} workshop", "{n} workshops", line.workshops)
            holds = words.say("{counted}, {size} MB", counted=counted, size=size)
        restore.clicked.connect(partial(self._ask_about, line))
        return SettingRow(self._theme, when, restore, holds)

    def _when(self, line: BackupLine) -> str:
        """When it was made, as a day and a time of day; its name where that tells no moment."""
        if line.made_at is None:
            return line.path.name
        made = datetime.fromtimestamp(line.made_at / 1000)
        same_year = made.year == datetime.fromtimestamp(self._library.clock() / 1000).year
        day = self._words.day(made.date(), "short" if same_year else "long")
        others = [each.made_at for each in self._lines if each.made_at and each.path != line.path]
        together = any(each // _MINUTE == line.made_at // _MINUTE for each in others)
        time = f"{made:%H:%M:%S}" if together else f"{made:%H:%M}"
        same = [each.path for each in self._lines if each.made_at == line.made_at]
        if len(same) > 1:  # the oldest is the first
            time = f"{time} ({len(same) - same.index(line.path)})"
        return self._words.say("{day}, {time}", day=day, time=time)

    def _unfold(self) -> None:
        self._all = not self._all
        self._show(self._lines)

    def _back_up(self) -> None:
        self._run(self._library.backup, self._backed_up)

    def _backed_up(self, _: Path) -> None:
        self.head.say(self._words.say("The backup is made."))
        self.look()

    def _ask_about(self, line: BackupLine) -> None:
        """Look at the backup whole, then say what it brings and takes."""
        look = partial(restoring.exchange, self._library, line.path)
        self._run(look, partial(self._ask, line))

    def _ask(self, line: BackupLine, found: Exchange) -> None:
        words, when = self._words, self._when(line)
        dialog = LossDialog(
            self._theme,
            words.say("Restore the backup of {when}?", when=when),
            " ".join((*self._said(found), words.say(NO_VOTES), words.say(
                "The library as it is now is backed up first, so that you can come back to it."
            ))),
            safe=words.say("Leave all as it is"),
            loss=words.say("Restore"),
            parent=self.window(),
        )  # fmt: skip
        path, clock = self._library.path, self._library.clock

        def work() -> Path:
            restoring.restore(path, line.path, clock=clock)
            return path

        swap = Swap(
            work=work,
            working=words.say("The backup of {when} is being restored", when=when),
            done=words.say(
                "The library is as it was on {when}. The newest backup is what was here before.",
                when=when,
            ),
            refused=words.say("The backup was not restored."),
        )
        dialog.accepted.connect(lambda: self.swap_wanted.emit(swap))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _said(self, found: Exchange) -> list[str]:
        """What comes, what goes, and what goes back to how it was."""
        words = self._words
        said = []
        if found.goes:
            said.append(words.say("Goes: {titles}.", titles=self._titles(found.goes)))
        if found.comes:
            said.append(words.say("Comes back: {titles}.", titles=self._titles(found.comes)))
        if found.back:
            said.append(
                words.count(
                    "{n} workshop is again as it was then.",
                    "{n} workshops are again as they were then.",
                    found.back,
                )
            )
        return said or [words.say("There is no workshop in it, and none here.")]

    def _titles(self, titles: tuple[str, ...]) -> str:
        words = self._words
        named = [f"“{title or words.say('Untitled workshop')}”" for title in titles[:_NAMED]]
        more = len(titles) - _NAMED
        if more > 0:
            named.append(words.count("{n} more", "{n} more", more))
        return ", ".join(named)

    def _run(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        """One thing at a time; a button that is pressed twice does it once."""
        if self._busy:
            return
        self._busy = True

        def over(result: object) -> None:
            self._busy = False
            done(result)

        background.run(work, over, self._refuse, asker=self)

    def _refuse(self, fault: Exception) -> None:
        self._busy = False
        if not isinstance(fault, WorkshopError):
            raise fault
        self.head.say(fault.sentence(self._words))
        self.look()
