"""At hand: what acts for the list of workshops work with, whichever screen is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.settings import Settings
from workshop.words import Words

if TYPE_CHECKING:
    from ui.console.widgets.notice_bar import NoticeBar
    from ui.console.window import ConsoleWindow
    from workshop.library import Library


@dataclass(frozen=True, slots=True)
class AtHand:
    """The console's window, its bar of notices as it is now, settings and words.

    `library` answers the one that is open, or None while nothing is to be done with it.
    """

    window: ConsoleWindow
    library: Callable[[], Library | None]
    notices: Callable[[], NoticeBar]
    settings: Settings
    words: Words
