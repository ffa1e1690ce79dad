"""Copying: when the second copy of the workshop that is led is made, and what is said of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.writing import safe_name
from ui import background
from ui.console.widgets.notice_bar import Notice, NoticeBar
from ui.folder_export import documents
from ui.settings import Settings
from workshop.copies import write_copy
from workshop.errors import LibraryError, WorkshopError
from workshop.facts import Facts
from workshop.kinds import ItemKind
from workshop.live import LiveWorkshop
from workshop.words import mark

EVERY_MS: Final = 5 * 60_000
RETRY_MS: Final = 20_000  # a stick that was pulled out is soon put in again

NONE_YET = mark("No second copy yet. A USB stick gets one every few minutes.")
PLAN = mark("A copy goes to {folder} every 5 minutes and at every break.")
LAST = mark("A copy goes to {folder} every 5 minutes and at every break. Last {time}.")
NOT_COPIED = mark("There is no new second copy; the workshop goes on.")
AGAIN = mark("Second copies work again: {name} is in {folder}.")
DONE = mark("{name} is in {folder}.")

_log = logging.getLogger(__name__)
_writing = Lock()  # a workshop that is left and opened again must not be copied twice at once


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One copy to be made; `known` is the copy before where nothing has changed since."""

    library: Path
    workshop_id: str
    folder: Path
    name: str
    commits: int
    moment: int
    known: Path | None

    def make(self) -> Path:
        """Make it, in whichever thread this is called."""
        with _writing:
            if self.known is not None and self.known.exists():
                return self.known
            return write_copy(self.library, self.workshop_id, self.folder, self.name)


class Copying(QObject):
    """Copies the workshop every few minutes, at every break, at the end and on demand.

    Nothing is copied before a folder is chosen, while nothing has changed, or in a rehearsal.
    `changed` comes when `line` or `failing` say something else.
    """

    changed = Signal()

    def __init__(
        self,
        live: LiveWorkshop,
        settings: Settings,
        notices: Callable[[], NoticeBar],
        window: QWidget,
        *,
        every_ms: int = EVERY_MS,
    ) -> None:
        super().__init__(window)
        self._live = live
        self._words = live.words
        self._settings = settings
        self._notices = notices
        self._window = window
        self._last: Path | None = None
        self._last_at = 0
        self._commits = -1  # of the library, when it was copied last
        self._station: tuple[str | None, bool] = (None, False)
        self._busy = False
        self._again = False
        self._asked = False
        self._closed = False
        self._fault = ""
        self._notice: Notice | None = None
        self._timer = QTimer(self)
        self._every_ms = every_ms
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._copy)

    @property
    def folder(self) -> Path | None:
        """Where copies go; None where nowhere."""
        return self._settings.copies_folder

    @property
    def failing(self) -> bool:
        """Whether the last copy could not be made."""
        return bool(self._fault)

    def line(self) -> str:
        """What is to be known of the second copy, in a sentence or two."""
        folder = self.folder
        if folder is None:
            return self._words.say(NONE_YET)
        if self._fault:
            return self._fault
        if self._last is None:
            return self._words.say(PLAN, folder=folder)
        time = datetime.fromtimestamp(self._last_at / 1000).strftime("%H:%M")
        return self._words.say(LAST, folder=folder, time=time)

    def start(self) -> None:
        """Copy now, and again every few minutes."""
        self._timer.start()
        self._copy()

    def look(self) -> None:
        """Copy if a break has begun or the day has ended; to be called after every reading."""
        try:
            facts = self._live.facts(whole=False)
        except LibraryError:
            return  # was said by the reading before this one
        station = (_break_now(facts), facts.ended_at is not None)
        before, self._station = self._station, station
        if station != before and (station[0] is not None or station[1]):
            self._copy()

    def copy_now(self) -> None:
        """Copy because the facilitator asks for it, and say what came of it."""
        if self.folder is None:
            self.choose()
        else:
            self._asked = True
            self._copy()

    def choose(self) -> None:
        """Let the facilitator choose the folder, and copy into it."""
        dialog = QFileDialog(self._window, self._words.say("A folder for second copies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        folder = self.folder
        dialog.setDirectory(str(folder if folder is not None else documents()))
        dialog.fileSelected.connect(lambda chosen: self.copy_to(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def copy_to(self, folder: Path | None) -> None:
        """Copy into `folder` from now on; None copies no more."""
        self._settings.copies_folder = folder
        self._last = None
        self._settle()
        if folder is not None:
            self._asked = True
            self._copy()
        self.changed.emit()

    def close(self) -> None:
        """Copy a last time, in the background, and tell nobody any more."""
        self._timer.stop()
        self._copy(at_last=True)
        self._closed = True
        self._settle()
        self.deleteLater()

    def _copy(self, *, at_last: bool = False) -> None:
        folder = self.folder
        if folder is None:
            return
        if self._busy and not at_last:
            self._again = True
            return
        attempt = self._attempt(folder)
        if attempt is not None:
            self._busy = True
            background.run(
                attempt.make, partial(self._on_made, attempt), partial(self._on_failed, attempt)
            )

    def _attempt(self, folder: Path) -> _Attempt | None:
        """A copy of what there is now; None in a rehearsal."""
        library = self._live.library
        commits, now = library.commits, library.clock()
        try:
            workshop = self._live.facts(whole=False).workshop
        except LibraryError:
            return None  # was said by the reading before this one
        if workshop.rehearsal:
            return None
        when = datetime.fromtimestamp(now / 1000)
        name = f"{safe_name(workshop.title)} {when:%Y-%m-%d %H.%M}"
        known = self._last if commits == self._commits else None
        return _Attempt(library.path, workshop.id, folder, name, commits, now, known)

    def _on_made(self, attempt: _Attempt, made: Path) -> None:
        self._busy = False
        if not self._closed and attempt.folder == self.folder:
            self._say_made(attempt, made)
        self._go_on()

    def _on_failed(self, attempt: _Attempt, fault: Exception) -> None:
        self._busy = False
        if not isinstance(fault, WorkshopError):
            raise fault
        if self._closed:
            # Nobody is there to read it; what was saved is in the library.
            _log.warning("the last copy: %s", fault)
        elif attempt.folder == self.folder:
            self._say_failed(fault)
        self._go_on()

    def _go_on(self) -> None:
        again, self._again = self._again, False
        if again and not self._closed:
            self._copy()

    def _say_made(self, attempt: _Attempt, made: Path) -> None:
        works_again, asked = self.failing, self._asked
        if made != self._last:
            self._last_at = attempt.moment
        self._last, self._commits, self._asked = made, attempt.commits, False
        self._settle()
        self._timer.setInterval(self._every_ms)
        if works_again or asked:
            said = self._words.say(
                AGAIN if works_again else DONE, name=made.name, folder=made.parent
            )
            self._notices().may_act(said)
        self.changed.emit()

    def _say_failed(self, fault: WorkshopError) -> None:
        sentence, asked = fault.sentence(self._words), self._asked
        self._asked = False
        self._timer.setInterval(min(RETRY_MS, self._every_ms))
        if sentence == self._fault and not asked:
            return  # it was said; once is enough
        self._settle()
        self._fault = sentence
        words = self._words
        self._notice = self._notices().must_act(
            words.say(NOT_COPIED), sentence, words.say("Choose another folder"), self.choose
        )
        self.changed.emit()

    def _settle(self) -> None:
        notice, self._notice, self._fault = self._notice, None, ""
        if notice is not None:
            self._notices().settle(notice)


def _break_now(facts: Facts) -> str | None:
    """The id of the break that the day is in."""
    item = next((each for each in facts.items if each.id == facts.item_id), None)
    return item.id if item is not None and item.kind is ItemKind.BREAK else None
