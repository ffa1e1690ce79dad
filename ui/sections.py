"""Sections: the navigation, and beside it the section that was chosen.

The library is there from the first paint on; every other section is imported when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.console.library.screen import LibraryScreen
from ui.console.navigation import Navigation, Section
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from workshop.library import Library


class Sections(QWidget):
    """One of the sections with the navigation at its left.

    `library_wanted` comes when the list of workshops is to be shown as it is now.
    """

    library_wanted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._open: Library | None = None
        self.navigation = Navigation(theme, words, offered=(Section.WORKSHOPS, *_MAKERS))
        self.navigation.chosen.connect(self.choose)
        self.library = LibraryScreen(theme, words)
        self._other: QWidget | None = None
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.navigation)
        self._across.addWidget(self.library, 1)

    @property
    def shown(self) -> QWidget:
        """What stands beside the navigation."""
        return self._other or self.library

    def use(self, library: Library | None) -> None:
        """Let the sections read this library; None where none is open."""
        self._open = library

    def choose(self, name: str) -> None:
        """Show the section of that name; the list is asked for, since it may have changed."""
        section = Section(name)
        if section is Section.WORKSHOPS:
            self.library_wanted.emit()
        elif self._open is not None:
            self._show(_MAKERS[section](self._theme, self._words, self._open), section)

    def show_library(self) -> LibraryScreen:
        """Show the library, as it was filled last."""
        self._show(None, Section.WORKSHOPS)
        return self.library

    def _show(self, other: QWidget | None, section: Section) -> None:
        before, self._other = self._other, other
        self.library.setVisible(other is None)
        if other is not None:
            self._across.addWidget(other, 1)
        if before is not None:
            self._across.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.navigation.set_section(section)


_MAKERS: Final[dict[Section, Callable[[DesktopTheme, Words, Library], QWidget]]] = {}
