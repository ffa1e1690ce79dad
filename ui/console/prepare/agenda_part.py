"""Agenda part: the day item by item, what can be added to it, and when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from exports.look.tokens import DESKTOP
from frameworks.collection import SessionOutline
from ui.console.prepare.agenda_foot import AgendaFoot
from ui.console.prepare.agenda_lines import agenda_lines, day_end
from ui.console.prepare.agenda_rows import AgendaRows
from ui.console.prepare.booked_field import BookedField
from ui.console.prepare.framework_part import OVERHANG
from ui.console.prepare.part_title import PartTitle
from ui.console.run.building import column, row
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel
from ui.icons import icon
from ui.theme import DesktopTheme
from workshop.agenda_order import fitting_place
from workshop.kinds import ItemKind
from workshop.prepared import Prepared
from workshop.words import Words, mark

ADDABLE = {
    ItemKind.BREAK: (mark("Break"), "coffee"),
    ItemKind.GROUP_WORK: (mark("Group work"), "pencil"),
    ItemKind.PROFILE: (mark("Where we stand"), "chart-column"),
    ItemKind.ACTION_PLANNING: (mark("Action planning"), "flag"),
}
_MOST_NAMED = 20


class AgendaPart(QWidget):
    """The agenda. It only says what was wanted, and shows what came of it.

    `moved` carries an item's id and its new place; `added` the kind and `session_added` the
    session's id in the framework, each with the place it is to have; `booked_until_set` minutes
    after midnight or None. The part is OVERHANG wider at either side than what stands in it.
    `foot` is to be put below it, where it is seen whatever the agenda's length.
    """

    moved = Signal(str, int)
    minutes_set = Signal(str, int)
    edit_wanted = Signal(str)
    added = Signal(object, int)
    session_added = Signal(str, int)
    removed = Signal(str)
    left_out = Signal(str, bool)
    booked_until_set = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._prepared: Prepared | None = None
        self._offered: tuple[SessionOutline, ...] = ()
        self.booked = BookedField(theme, words)
        self.booked.saved.connect(self.booked_until_set)
        self.booked.wrong.connect(self._say_wrong)
        self.rows = AgendaRows(theme, words)
        for signal, mine in (
            (self.rows.moved, self.moved),
            (self.rows.minutes_set, self.minutes_set),
            (self.rows.edit_wanted, self.edit_wanted),
            (self.rows.removed, self.removed),
            (self.rows.left_out, self.left_out),
        ):
            signal.connect(mine)
        self.foot = AgendaFoot(theme, words, OVERHANG)
        self.add = self.foot.add
        self.add.clicked.connect(self.open_menu)
        self._wrong = TextLabel(theme, "", DESKTOP.name)
        self._wrong_row = QWidget()
        self._lay_out()

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the agenda as it is now; focus, selection and what is being typed stay."""
        self._prepared = prepared
        words = self._words
        self.booked.show_minutes(prepared.workshop.ends_at)
        self.rows.show_lines(agenda_lines(prepared, words))
        self.foot.show_end(day_end(prepared, words))

    def give_up(self) -> None:
        """Drop what was refused: what is kept is shown next."""
        self.booked.give_up()

    def offer(self, sessions: Sequence[SessionOutline]) -> None:
        """Offer the sessions of the workshop's framework, of which those not in can be added."""
        self._offered = tuple(sessions)

    def select(self, item_id: str) -> None:
        """Select an agenda item and go there."""
        self.rows.select(item_id)
        for each in self.rows.rows:
            if each.line.item.id == item_id:
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_now(self) -> QMenu:
        """What can be added after the selected row."""
        words, menu = self._words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ink = self._theme.colours.ink
        for kind, (name, sign) in ADDABLE.items():
            action = menu.addAction(icon(sign, ink), words.say(name))
            action.triggered.connect(partial(self._add, kind))
        missing = self._missing()
        if missing:
            menu.addSeparator()
        for session in missing:
            asked = words.count("{n} question", "{n} questions", len(session.questions))
            text = words.say("{session}, {questions}", session=session.title, questions=asked)
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(partial(self._add_session, session.id))
        return menu

    def open_menu(self) -> None:
        """Open the menu at its button, its first entry ready for Enter."""
        menu = self.menu_now()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _missing(self) -> list[SessionOutline]:
        """The framework's sessions that are not on the agenda."""
        items = self._prepared.items if self._prepared is not None else ()
        there = {item.session_key for item in items if item.session_key}
        return [each for each in self._offered if each.id not in there][:_MOST_NAMED]

    def _place(self, kind: ItemKind) -> int:
        """Behind the selected row, or as near to that as the kind may stand."""
        items = self._prepared.items if self._prepared is not None else ()
        ids = [item.id for item in items]
        behind = ids.index(self.rows.selected) + 1 if self.rows.selected in ids else len(ids)
        begun = sum(item.begun for item in items)
        return fitting_place([item.kind for item in items], kind, behind, begun)

    def _add(self, kind: ItemKind) -> None:
        self.added.emit(kind, self._place(kind))

    def _add_session(self, session_id: str) -> None:
        self.session_added.emit(session_id, self._place(ItemKind.SESSION))

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong_row.setVisible(bool(sentence))
        self.booked.editor.setAccessibleDescription(sentence)

    def _lay_out(self) -> None:
        theme = self._theme
        title = PartTitle(theme, 2, self._words.say("Agenda"))
        title.put_beside(self.booked)
        line = row(self._wrong_row, spacing=6)
        line.addStretch()
        line.addWidget(IconLabel(theme, "triangle-alert", size=16))
        line.addWidget(self._wrong)
        self._wrong_row.hide()
        inset = column(None, (OVERHANG, 0, OVERHANG - 4, 12), 6)
        inset.addWidget(title)
        inset.addWidget(self._wrong_row)
        whole = column(self)
        whole.addLayout(inset)
        whole.addWidget(self.rows)
