"""Actions screen: what was agreed in all workshops, as a table or a board, and one of them beside.

It is led by keyboard alone: arrows, Enter edits, Space changes the status, A adds, Delete drops,
other letters search, Ctrl Z undoes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.actions.acts import Acts
from ui.console.actions.board import ActionBoard
from ui.console.actions.filters import ALL, Filters
from ui.console.actions.inspector import Inspector
from ui.console.actions.listing import ActionList
from ui.console.actions.said import Said
from ui.console.actions.table import ActionsView, ActionTable
from ui.console.run.building import column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.empty_state import EmptyState
from ui.console.widgets.notice_bar import NoticeBar
from ui.console.widgets.text_label import TextLabel
from ui.keys import Intent, key_of
from ui.theme import DesktopTheme
from workshop import action_shelf
from workshop.action_shelf import EVERYTHING
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.planning import ActionDraft
from workshop.readings.action import read_details
from workshop.words import Words

_STATUSES = tuple(ActionStatus)
_LEFT, _TOP, _RIGHT, _BOTTOM = 28, 32, 24, 16


class ActionsScreen(QWidget):
    """The content beside the navigation.

    `changed` comes after every act, `export_wanted` carries the id of the workshop whose action
    plan is to be exported.
    """

    changed = Signal()
    export_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, library: Library) -> None:
        super().__init__()
        self._words = words
        self._library = library
        self._closed = False  # the inspector, by its cross
        self._was_drawer = False
        said = Said(words, self._today)
        self.notices = NoticeBar(theme)
        self.acts = Acts(library, self.notices, words, self)
        self.filters = Filters(theme, words)
        self.table = ActionTable(theme, words, said, self._make_listing(said))
        self.board = ActionBoard(theme, said, lambda: self._make_listing(said))
        self.empty = EmptyState(
            theme,
            words.say("No actions here"),
            words.say("Actions are proposed during a workshop, and agreed on at its end."),
            words.say("Show all actions"),
        )
        self.inspector = Inspector(theme, said)
        self._put_together(theme)
        self._connect()
        self._connect_acts()

    # --- What the shell asks for ------------------------------------------------------------

    def show_workshop(self, workshop_id: str) -> None:
        """Show the actions of one workshop alone."""
        self._read_choices()
        self.filters.choose_workshop(workshop_id)

    def refresh(self) -> None:
        """Read everything anew and stand where one stood; done whenever the screen is shown."""
        standing = self.view.current
        self._read_choices()
        self._ask(standing, far=True)

    @property
    def view(self) -> ActionsView:
        """The table's rows, or the column of the board that is worked in."""
        return self.board.view if self._shows_board else self.table.view

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()
            self._focus_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawer is not self._was_drawer:
            self._was_drawer = self._drawer
            if self.inspector.action_id:
                self.inspector.setVisible(not self._drawer and not self._closed)
        self._place_inspector()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, typed = event.modifiers(), event.text()
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        plain = not keys & ~shift
        if event.key() == Qt.Key.Key_Z and keys == control:
            self.acts.undo()
        elif event.key() == Qt.Key.Key_Z and keys == control | shift:
            self.acts.redo()
        elif event.key() == Qt.Key.Key_F and keys == control:
            self.filters.begin_search()
        elif event.key() == Qt.Key.Key_A and plain:
            self.add()
        elif event.key() == Qt.Key.Key_Escape and not self.filters.search.isHidden():
            self.filters.end_search()
        elif plain and typed.strip() and typed.isprintable():
            self.filters.begin_search(typed)
        else:
            super().keyPressEvent(event)

    # --- Acts -------------------------------------------------------------------------------

    def add(self) -> None:
        """Begin a new action: of the workshop that is shown, or that the action stood on is of."""
        if not self.filters.workshops:
            return
        if self.filters.wanted.dropped:
            self.filters.choose(which=ALL)
        line = self.view.line
        chosen = self.filters.workshop_id or ("" if line is None else line.workshop_id)
        self.inspector.write_new(self.filters.workshops, chosen, self.filters.owners)
        self._open_inspector()
        self.inspector.edit(self.inspector.what.editor)

    def edit(self, editor: QWidget) -> None:
        """Put the cursor into a field of the action that is stood on."""
        self._closed = False
        self._show_current(opened=True)
        if self.inspector.isVisible():
            self.inspector.edit(editor)

    def _cycle(self, action_id: str) -> None:
        line = self.view.line
        if line is not None and line.dropped:
            self._refuse_dropped()
        elif line is not None and line.id == action_id:
            following = (_STATUSES.index(line.status) + 1) % len(_STATUSES)
            self.acts.set_status(action_id, _STATUSES[following])

    def _refuse_dropped(self) -> None:
        self.notices.refuse(self._words.say("This action was dropped. Take it back first."))

    def _ask_why(self, _action_id: str) -> None:
        if self.view.line is not None and self.view.line.dropped:
            self._refuse_dropped()
            return
        self._closed = False
        self._show_current(opened=True)
        self.inspector.out.ask_why()

    def _save(self, action_id: str, field: str, value: object) -> None:
        def refuse(why: str) -> None:
            if self.inspector.action_id == action_id:
                self.inspector.say_refused(field, why)

        kept = self.acts.save(action_id, field, value, refuse)
        if kept and self.inspector.action_id == action_id:
            self.inspector.say_saved()
        if kept and field == "owner":
            self._read_choices()

    def _add(self, workshop_id: str, draft: ActionDraft) -> None:
        kept = self.acts.add(
            workshop_id, draft, lambda why: self.inspector.say_refused("what", why)
        )
        if kept:
            self.inspector.say_saved()

    # --- What came of them ------------------------------------------------------------------

    def _on_written(self, action_id: str) -> None:
        """An action has changed: show it so, where it stands."""
        for listing in self._listings():
            listing.refresh(action_id)
        if self._shows_board:
            with self._library.reading() as connection:
                lines = action_shelf.lines(connection, [action_id])
            for line in lines:
                self.board.carry(action_id, line.status)
        self._after()

    def _on_added(self, action_id: str) -> None:
        if self._shows_board:
            self.board.carry(action_id, ActionStatus.NOT_STARTED)
        else:
            self.view.listing.put_first(action_id)
            self.view.stand_on(0)
        self._read_choices()
        self._show_added(action_id)
        self._after()

    def _on_left_out(self, action_id: str) -> None:
        place = max(0, self.view.currentIndex().row())
        for listing in self._listings():
            listing.take(action_id)
        self.view.stand_on(place)
        if self._drawer:
            self.inspector.hide()
        self._after()
        self._focus_list()

    def _on_turned(self, action_id: str) -> None:
        self._read_choices()
        self._ask(action_id, far=True)
        self.inspector.put_back_refused()
        self.changed.emit()

    def _after(self) -> None:
        self._count()
        self._show_pages()
        self._show_current()
        self.changed.emit()

    # --- Reading and showing ----------------------------------------------------------------

    @property
    def _shows_board(self) -> bool:
        return self.filters.view.current == 1

    @property
    def _drawer(self) -> bool:
        """Whether there is no room for the inspector beside the list."""
        return self.window().width() < CONSOLE.narrow_below

    def _today(self) -> date:
        return date.fromtimestamp(self._library.clock() / 1000)

    def _make_listing(self, said: Said) -> ActionList:
        return ActionList(self._library, said, self._today, self)

    def _listings(self) -> list[ActionList]:
        views = self.board.views if self._shows_board else (self.table.view,)
        return [view.listing for view in views]

    def _read_choices(self) -> None:
        with self._library.reading() as connection:
            workshops = action_shelf.workshops(connection)
            owners = action_shelf.owners(connection)
        self.filters.offer(workshops, owners)
        if workshops:
            self.add_button.set_on()
        else:
            self.add_button.set_off(self._words.say("There is no workshop yet."))

    def _ask(self, standing: str, *, far: bool = False) -> None:
        """Read the list that is asked for, and stand on an action, or on the first.

        `far` looks for the action beyond what is read at once too.
        """
        wanted = self.filters.wanted
        if self._shows_board:
            for view, status in zip(self.board.views, _STATUSES, strict=True):
                view.listing.ask(replace(wanted, statuses=frozenset({status})))
        else:
            self.table.view.listing.ask(wanted)
        named = wanted.workshop_id is None
        self.table.row.with_workshop = named
        self.table.show_dropped(dropped=wanted.dropped)
        self.board.name_workshops(named=named)
        if wanted.workshop_id is None:
            self.export.set_off(self._words.say("Choose the workshop whose plan it is to be."))
        else:
            self.export.set_on()
        self._count()
        self._show_pages()
        self._stand_on(standing, far=far)
        self._show_current()

    def _stand_on(self, action_id: str, *, far: bool) -> None:
        if self._shows_board:
            self.board.stand_on(action_id, far=far)
        else:
            listing = self.table.view.listing
            row_of = listing.row_of(action_id, far=far) if action_id else 0
            self.table.view.stand_on(row_of or 0)

    def _on_filter(self) -> None:
        """Ask anew; dropped actions are in no column of the board, so they come as a table."""
        if self.filters.wanted.dropped and self._shows_board:
            self.filters.view.show_choice(0)
        self._ask(self.view.current)

    def _switch(self, to_board: bool) -> None:
        """Show the same actions otherwise; the focus stays in them where it was there."""
        if to_board and self.filters.wanted.dropped:
            self.filters.which.set_current(ALL)
        left = self.table.view if to_board else self.board.view
        focused = left.hasFocus()
        self._ask(left.current)
        if focused:
            self._focus_list()

    def _count(self) -> None:
        with self._library.reading() as connection:
            counts = action_shelf.counts(connection, self._today(), self.filters.wanted)
        self.filters.show_counts(counts)
        self.board.show_counts(counts)
        shown = self.filters.wanted
        said = self._words.count("{n} without an owner", "{n} without an owner", counts.unowned)
        self.unowned.setText(said)
        self.unowned.setVisible(counts.unowned > 0 and shown.owner != "" and not shown.dropped)

    def _show_pages(self) -> None:
        """The list, or why there is none."""
        filled = any(listing.rowCount() for listing in self._listings())
        shown: QWidget = self.board if self._shows_board else self.table
        self._pages.setCurrentWidget(shown if filled else self._nothing)
        if self.empty.button is not None:
            self.empty.button.setVisible(self.filters.wanted != EVERYTHING)

    def _focus_list(self) -> None:
        """Put the focus into the list, or on how it is filled."""
        goal: QWidget = self.view
        if self._pages.currentWidget() is self._nothing:
            button = self.empty.button
            goal = self.add_button if button is None or button.isHidden() else button
        goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_current(self, *, opened: bool = False) -> None:
        """Show the action that is stood on in the inspector; `opened` opens a drawer for it."""
        line = self.view.line
        if line is None:
            if self.inspector.action_id:
                self.inspector.hide()
        elif opened or self.inspector.action_id or self.inspector.isHidden():
            with self._library.reading() as connection:
                details = read_details(connection, line.id)
            self.inspector.show_action(line, details, self.filters.owners)
            beside = not self._drawer and not self._closed
            self.inspector.setVisible(opened or beside or self.inspector.isVisible())
        self._place_inspector()

    def _show_added(self, action_id: str) -> None:
        """What was a new action is one of the list from now on."""
        with self._library.reading() as connection:
            details = read_details(connection, action_id)
            for line in action_shelf.lines(connection, [action_id]):
                self.inspector.show_action(line, details, self.filters.owners)

    def _open_inspector(self) -> None:
        self._closed = False
        self.inspector.show()
        self._place_inspector()

    def _close_inspector(self) -> None:
        self._closed = True
        self._leave_inspector(close=True)

    def _leave_inspector(self, *, close: bool = False) -> None:
        """Back to the list; what was typed is kept or, where it was refused, given up.

        A new action without words is none.
        """
        self._focus_list()
        if close or self._drawer or not self.inspector.action_id:
            self.inspector.hide()
        if not close:
            self._show_current()
        self.inspector.put_back_refused()
        self._place_inspector()

    def _place_inspector(self) -> None:
        """The inspector takes its room beside the list, or lies over it where that is narrow."""
        shown = not self.inspector.isHidden()
        self._room.setVisible(shown and not self._drawer)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = 0 if mirrored else self.width() - CONSOLE.inspector
        self.inspector.setGeometry(left, 0, CONSOLE.inspector, self.height())
        self.inspector.raise_()

    # --- Putting together -------------------------------------------------------------------

    def _put_together(self, theme: DesktopTheme) -> None:
        words = self._words
        self.export = Button(theme, words.say("Export PDF"), icon="file")
        self.add_button = Button(
            theme,
            words.say("Add action"),
            Kind.PRIMARY,
            icon="plus",
            key=words.say(key_of(Intent.ACTION)),
        )
        head = row(spacing=12)
        head.addWidget(TextLabel(theme, words.say("Actions"), DESKTOP.screen_title))
        self.unowned = Button(theme, "", Kind.QUIET)
        self.unowned.setToolTip(words.say("Show only these"))
        self.unowned.hide()
        head.addStretch()
        head.addWidget(self.unowned)
        head.addWidget(self.export)
        head.addWidget(self.add_button)
        self._nothing = QWidget()
        nothing = column(self._nothing)
        nothing.addWidget(self.empty)
        nothing.addStretch()
        self._pages = QStackedWidget()
        for page in (self.table, self.board, self._nothing):
            self._pages.addWidget(page)
        self._room = _Room()
        main = column(margins=(_LEFT, _TOP, _RIGHT, _BOTTOM))
        main.addLayout(head)
        main.addSpacing(18)
        main.addWidget(self.filters)
        main.addSpacing(22)
        main.addWidget(self._pages, 1)
        main.addWidget(self.notices)
        across = row(self, spacing=0)
        across.addLayout(main, 1)
        across.addWidget(self._room)
        self.inspector.setParent(self)
        self.inspector.hide()

    def _connect(self) -> None:
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.filters.workshop_id))
        self.add_button.clicked.connect(self.add)
        self.unowned.clicked.connect(lambda: self.filters.choose(unowned=True))
        self.filters.changed.connect(self._on_filter)
        self.filters.board_chosen.connect(self._switch)
        self.filters.left.connect(self._focus_list)
        self.empty.pressed.connect(self.filters.clear)
        for view in (self.table.view, *self.board.views):
            view.chosen.connect(lambda _: self._show_current())
            view.edit_wanted.connect(lambda _: self.edit(self.inspector.what.editor))
            view.status_wanted.connect(self._cycle)
            view.drop_wanted.connect(self._ask_why)
        self.table.owner_wanted.connect(lambda _: self.edit(self.inspector.owner.editor))
        self.table.due_wanted.connect(lambda _: self.edit(self.inspector.due.field.editor))
        self.board.moved.connect(self.acts.set_status)

    def _connect_acts(self) -> None:
        self.acts.written.connect(self._on_written)
        self.acts.added.connect(self._on_added)
        self.acts.left_out.connect(self._on_left_out)
        self.acts.turned.connect(self._on_turned)
        self.acts.refused.connect(self.refresh)
        self.inspector.saved.connect(self._save)
        self.inspector.added.connect(self._add)
        self.inspector.status_chosen.connect(self.acts.set_status)
        self.inspector.dropped.connect(self.acts.drop)
        self.inspector.deleted.connect(self.acts.delete)
        self.inspector.taken_back.connect(self.acts.take_back)
        self.inspector.left.connect(self._leave_inspector)
        self.inspector.closed.connect(self._close_inspector)


class _Room(QWidget):
    """The room of the inspector beside the list; it keeps no window from becoming narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(CONSOLE.inspector, 1)
