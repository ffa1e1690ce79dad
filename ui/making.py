"""Making: new workshops for the open library, out of a framework or out of a copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ui.settings import Settings
from workshop.errors import WorkshopError
from workshop.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from frameworks.model import Framework
    from ui.console.widgets.notice_bar import NoticeBar
    from workshop.library import Library

STARTS_AT: Final = 9 * 60
"""When a new workshop starts until somebody says otherwise, in minutes after midnight."""


def day_ahead(library: Library) -> date:
    """The day that a new workshop is held on until somebody says otherwise.

    It is the day after the library clock's: a workshop is made the evening before, if not earlier.
    """
    return date.fromtimestamp(library.clock() / 1000) + timedelta(days=1)


class Making(QObject):
    """`drafted` carries the id of a new workshop to be prepared, `taken` that of one out of a copy.

    `library` answers the one that is open, or None while nothing is to be made.
    """

    drafted = Signal(str)
    taken = Signal(str)

    def __init__(
        self,
        window: QWidget,
        library: Callable[[], Library | None],
        notices: Callable[[], NoticeBar],
        settings: Settings,
        words: Words,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._notices = notices
        self._settings = settings
        self._words = words

    def begin(self, pack_id: str = "") -> None:
        """Make a workshop with the framework of this id, or with the default one."""
        from ui.framework_reading import own_collection, read_default, read_pack

        library = self._library()
        if library is None:
            return
        if pack_id:
            collection = own_collection(library.path)
            read_pack(collection, pack_id, self._words, self._draft, self._refuse)
        else:
            read_default(self._words, self._draft, self._refuse)

    def open_copy(self) -> None:
        """Let a copy be chosen, and take its workshop into the library."""
        from ui.copy_opening import CopyOpening

        library = self._library()
        if library is not None:
            opening = CopyOpening(self._window, self._notices, self._settings, self._words)
            opening.taken.connect(self.taken)
            opening.ask(library)

    def _draft(self, framework: Framework) -> None:
        from workshop.creation import create_draft

        library = self._library()
        if library is None:
            return
        day = day_ahead(library)
        try:
            made = create_draft(library, framework, self._words, held_on=day, starts_at=STARTS_AT)
        except WorkshopError as fault:
            self._refuse(fault.sentence(self._words))
        else:
            self.drafted.emit(made)

    def _refuse(self, sentence: str) -> None:
        words = self._words
        cause = words.say("The workshop was not created.")
        understood = words.say("Understood")
        self._notices().must_act(cause, sentence, understood, lambda: None, of_screen=True)
