"""Making: new workshops for the open library, out of a framework or out of a file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ui.at_hand import AtHand
from workshop.errors import WorkshopError

if TYPE_CHECKING:
    from frameworks.model import Framework
    from ui.copy_opening import CopyOpening
    from workshop.library import Library

STARTS_AT: Final = 9 * 60
"""When a new workshop starts until somebody says otherwise, in minutes after midnight."""


def day_ahead(library: Library) -> date:
    """The day that a new workshop is held on until somebody says otherwise.

    It is the day after the library clock's: a workshop is made the evening before, if not earlier.
    """
    return date.fromtimestamp(library.clock() / 1000) + timedelta(days=1)


class Making(QObject):
    """`drafted` carries the id of a new workshop to be prepared, `taken` of one out of a file."""

    drafted = Signal(str)
    taken = Signal(str)

    def __init__(self, at_hand: AtHand) -> None:
        super().__init__(at_hand.window)
        self._at = at_hand
        self._words = at_hand.words
        at_hand.window.file_given.connect(self.open_file)

    def begin(self, pack_id: str = "") -> None:
        """Make a workshop with the framework of this id, or with the default one."""
        from ui.framework_reading import own_collection, read_default, read_pack

        library = self._at.library()
        if library is None:
            return
        if pack_id:
            collection = own_collection(library.path)
            read_pack(collection, pack_id, self._words, self._draft, self._refuse)
        else:
            read_default(self._words, self._draft, self._refuse)

    def open_copy(self) -> None:
        """Let a workshop file or a copy be chosen, and take its workshop into the library."""
        library = self._at.library()
        if library is not None:
            self._opening().ask(library)

    def open_file(self, path: Path) -> None:
        """Take the workshop of a file into the library, unless another one is in work."""
        library = self._at.library()
        if library is None:
            said = self._words.say(
                "Go back to the list of workshops, then open {name}.", name=path.name
            )
            self._at.notices().refuse(said)
        else:
            self._opening().open(library, path)

    def _opening(self) -> CopyOpening:
        from ui.copy_opening import CopyOpening

        opening = CopyOpening(self._at.window, self._at.notices, self._at.settings, self._words)
        opening.taken.connect(self.taken)
        return opening

    def _draft(self, framework: Framework) -> None:
        from workshop.creation import create_draft

        library = self._at.library()
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
        self._at.notices().must_act(cause, sentence, understood, lambda: None, of_screen=True)
