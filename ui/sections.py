"""Sections: the navigation, and beside it the section that was chosen.

The library is there from the first paint on; every other section is imported when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.console.library.screen import LibraryScreen
from ui.console.navigation import Navigation, Section
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from ui.help.chapter import ChapterId
    from ui.settings import Settings
    from workshop.library import Library


class Sections(QWidget):
    """One of the sections with the navigation at its left.

    `library_wanted` comes when the list of workshops is to be shown as it is now. `export_wanted`
    carries the id of a workshop whose plan is to be exported, `new_wanted` that of the framework
    that a workshop is to be made from, `swap_wanted` the Swap to be done with the library closed.
    `help_wanted` asks for the manual.
    """

    library_wanted = Signal()
    export_wanted = Signal(str)
    new_wanted = Signal(str)
    swap_wanted = Signal(object)
    help_wanted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._open: Library | None = None
        self._settings: Settings | None = None
        self._report: Callable[[], str] = str
        self.navigation = Navigation(theme, words)
        self.section = Section.WORKSHOPS
        self.navigation.chosen.connect(self.choose)
        self.navigation.help_wanted.connect(self.help_wanted)
        self.library = LibraryScreen(theme, words)
        self.library.actions_wanted.connect(lambda: self.choose(Section.ACTIONS))
        self.library.late_counted.connect(self.navigation.set_late)
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

    @property
    def chapter(self) -> ChapterId:
        """The chapter of the manual about what stands there."""
        from ui.help.chapter import ChapterId

        if self._other is not None:
            return ChapterId.BETWEEN
        return ChapterId.WRONG if self.library.faulty else ChapterId.BEFORE

    def use(self, library: Library | None, settings: Settings, report: Callable[[], str]) -> None:
        """Let the sections work with this library, None where none is open.

        `report` makes what is sent on where something went wrong.
        """
        self._open, self._settings, self._report = library, settings, report

    def choose(self, name: str) -> None:
        """Show the section of that name; the list is asked for, since it may have changed."""
        section = Section(name)
        if section is Section.WORKSHOPS:
            self.library_wanted.emit()
        elif self._open is not None and self._settings is not None:
            self._show(self._make(section, self._open, self._settings), section)

    def _make(self, section: Section, library: Library, settings: Settings) -> QWidget:
        theme, words = self._theme, self._words
        if section is Section.ACTIONS:
            from ui.console.actions.screen import ActionsScreen

            actions = ActionsScreen(theme, words, library)
            actions.export_wanted.connect(self.export_wanted)
            actions.changed.connect(self._count_late)
            return actions
        if section is Section.FRAMEWORKS:
            from ui.console.frameworks.screen import FrameworksScreen
            from ui.framework_reading import own_collection

            frameworks = FrameworksScreen(theme, words, own_collection(library.path))
            frameworks.new_wanted.connect(self.new_wanted)
            return frameworks
        from ui.console.settings.screen import SettingsScreen

        made = SettingsScreen(theme, words, settings, library, self._report)
        made.swap_wanted.connect(self.swap_wanted)
        return made

    def _count_late(self) -> None:
        """Say beside the navigation how many actions are late now."""
        from workshop.due import late_count

        if self._open is not None:
            today = date.fromtimestamp(self._open.clock() / 1000)
            with self._open.reading() as connection:
                self.navigation.set_late(late_count(connection, today))

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
        self.section = section
        self.navigation.set_section(section)
