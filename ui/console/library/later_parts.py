"""Later parts: the search field and the overdue actions, made once the list has been painted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout

from ui.console.library.dates import Dates
from ui.console.library.overdue import Overdue
from ui.console.run.building import clear
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.enter import is_enter
from ui.console.widgets.field import LineField
from ui.keys import in_field
from ui.theme import DesktopTheme
from workshop.due import due_actions
from workshop.words import Words

if TYPE_CHECKING:
    from ui.console.library.screen import LibraryScreen
    from workshop.library import Library

_SEARCH_WIDTH = 208
_BEFORE_BUTTONS = 2  # behind the title and the stretch


class LaterParts(QObject):
    """Adds them to the `screen`; `searched` carries what is typed.

    In the search field Esc clears it and, once it is empty, leaves it; Down leads to what was
    found (`list_wanted`), and Enter opens the first of it (`first_wanted`).
    """

    searched = Signal(str)
    list_wanted = Signal()
    first_wanted = Signal()

    def __init__(
        self, theme: DesktopTheme, words: Words, screen: LibraryScreen, line: QHBoxLayout
    ) -> None:
        super().__init__(screen)
        self._theme = theme
        self._words = words
        self._screen = screen
        self._late = 0
        self._away = False
        self.overdue: Overdue | None = None
        self.field = LineField(theme, "", placeholder=words.say("Search"), key=words.say("Ctrl F"))
        self.field.editor.setAccessibleName(words.say("Search workshops"))
        self.field.setMaximumWidth(_SEARCH_WIDTH)
        self.field.text_edited.connect(self.searched)
        self.field.editor.installEventFilter(self)
        screen.head.insertWidget(_BEFORE_BUTTONS, self.field, 1)
        self.key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), screen)
        self.key.activated.connect(self._to_field)
        self.open = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), screen)
        self.open.activated.connect(screen.copy.click)
        self.undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), screen)
        self.undo.activated.connect(self._undo)
        self.drawer = Button(theme, "", Kind.QUIET, icon="flag")
        self.drawer.clicked.connect(self._turn_drawer)
        line.insertWidget(_BEFORE_BUTTONS, self.drawer)

    def show(self, library: Library, today: date, dates: Dates, *, away: bool) -> None:
        """Show what is late; nothing, and no search, where other workshops are put away.

        Raises LibraryError.
        """
        with library.reading() as connection:
            due = due_actions(connection, today)
        screen = self._screen
        self._late, self._away = due.late_count, away
        self.field.setVisible(not away)
        self.key.setEnabled(not away)
        screen.beside.wanted = not away
        clear(screen.beside.down)
        overdue = self.overdue = Overdue(self._theme, self._words, due, today, dates)
        overdue.all_wanted.connect(screen.actions_wanted)
        screen.beside.down.addWidget(overdue)
        screen.late_counted.emit(0 if away else due.late_count)
        said = self._words.count("{n} late", "{n} late", due.late_count)
        self.drawer.setText(said if due.late_count else self._words.say("Actions"))
        screen.place_beside()

    def show_drawer_button(self, narrow: bool) -> None:
        """Offer the drawer where there is no room for the column."""
        self.drawer.setVisible(narrow and not self._away)

    def drop(self) -> None:
        """Take the search field and the keys away."""
        self.field.editor.removeEventFilter(self)
        for each in (self.field, self.drawer):
            each.hide()
            each.deleteLater()
        for key in (self.key, self.open, self.undo):
            key.setEnabled(False)  # two that are on are none
            key.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the search field that are not the editor's own."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and self.field.text:
            self.field.set_text("")
            self.searched.emit("")
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif is_enter(event):
            self.first_wanted.emit()
        else:
            return False
        return True

    def _undo(self) -> None:
        if not in_field(QApplication.focusWidget()):  # there it is the field's own
            self._screen.undo_wanted.emit()

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.editor.selectAll()

    def _turn_drawer(self) -> None:
        screen = self._screen
        screen.set_drawer(not screen.beside.drawn)
        if self.overdue is not None and screen.beside.drawn:
            self.overdue.all.setFocus(Qt.FocusReason.TabFocusReason)
