"""Library swap: the library is closed, something is done with its file, and one is opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from ui.keeping import Keeping
from workshop.errors import WorkshopError
from workshop.words import Words

if TYPE_CHECKING:
    from ui.console.widgets.notice_bar import NoticeBar
    from workshop.library import Library


class Swap(NamedTuple):
    """What is done while the library is closed.

    `work` runs in another thread and answers the library to be opened; where it raises, the one
    from before is opened again, so that it must have left that whole. `working`, `done` and
    `refused` are said while it lasts and after it.
    """

    work: Callable[[], Path]
    working: str
    done: str
    refused: str


class LibrarySwap(QObject):
    """Carries out one swap at a time, and says how it came out.

    `release` hands the open library over, or None where it is needed; `waiting` shows that there
    is none for a while; `reopen` opens the library at a path and comes back to the settings.
    """

    def __init__(
        self,
        parent: QObject,
        keeping: Keeping,
        *,
        release: Callable[[], Library | None],
        waiting: Callable[[str], None],
        reopen: Callable[[Path], None],
        notices: Callable[[], NoticeBar],
        words: Words,
    ) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._release = release
        self._waiting = waiting
        self._reopen = reopen
        self._notices = notices
        self._words = words

    def begin(self, swap: Swap) -> None:
        """Close the library and do it."""
        words = self._words
        library = self._release()
        if library is None:
            needed = words.say("A workshop is open. Close it, then do this again.")
            self._notices().must_act(swap.refused, needed, words.say("Understood"), _nothing)
            return
        before = library.path
        self._waiting(swap.working)

        def done(path: Path) -> None:
            self._reopen(path)
            self._notices().may_act(swap.done)

        def failed(fault: Exception) -> None:
            self._reopen(before)
            if not isinstance(fault, WorkshopError):
                raise fault
            said = fault.sentence(words)
            self._notices().must_act(swap.refused, said, words.say("Understood"), _nothing)

        self._keeping.swap(library, swap.work, done, failed)


def _nothing() -> None:
    """What has been understood needs nothing more."""
