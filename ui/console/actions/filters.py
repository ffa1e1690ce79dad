"""Filters: table or board, of which workshop and owner, late or dropped ones, what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import row
from ui.console.widgets.drop_down import DropDown
from ui.console.widgets.field import LineField
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionCounts, ActionFilter, WorkshopChoice
from workshop.words import Words

ALL, LATE, DROPPED = range(3)
"""Which actions are asked for, as they stand in the drop-down."""
NO_OWNER = 1
"""Where those without an owner stand among the owners."""
_SEARCH = 180
_TYPED_MS = 120  # a word that is typed on is looked for once


class Filters(QWidget):
    """`changed` when something else is asked for, `board_chosen` when it is to look otherwise.

    `left` comes with Down, Enter and Esc in the search: back to the list.
    """

    changed = Signal()
    board_chosen = Signal(bool)
    left = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._workshops: tuple[WorkshopChoice, ...] = ()
        self._owners: tuple[str, ...] = ()
        self.view = Segmented(
            theme, words.say("How the actions are shown"), (words.say("Table"), words.say("Board"))
        )
        self.workshop = DropDown(
            theme, words.say("Workshop"), (words.say("All workshops"),), most=240
        )
        self.owner = DropDown(theme, words.say("Owner"), (words.say("All owners"),), most=200)
        which = (words.say("All actions"), words.say("Late only"), words.say("Dropped"))
        self.which = DropDown(theme, words.say("Which actions"), which)
        self.search = LineField(theme, "", placeholder=words.say("Search"))
        self.search.setFixedWidth(_SEARCH)
        self.search.hide()
        self.summary = TextLabel(
            theme, "", DESKTOP.body, tone=Tone.INK2, elide=Qt.TextElideMode.ElideRight
        )
        self._typed = QTimer(self, interval=_TYPED_MS, singleShot=True)
        self._typed.timeout.connect(self.changed)
        self.view.chosen.connect(lambda index: self.board_chosen.emit(index == 1))
        self.workshop.chosen.connect(lambda _: self.changed.emit())
        self.owner.chosen.connect(lambda _: self.changed.emit())
        self.which.chosen.connect(lambda _: self.changed.emit())
        self.search.text_edited.connect(lambda _: self._typed.start())
        self.search.editor.installEventFilter(self)
        across = row(self, spacing=12)
        for each in (self.view, self.workshop, self.owner, self.which, self.search):
            across.addWidget(each)
        across.addStretch()
        across.addWidget(self.summary)

    @property
    def wanted(self) -> ActionFilter:
        """What is asked for."""
        owner = self.owner.current
        return ActionFilter(
            workshop_id=self.workshop_id or None,
            owner=(None, "", *self._owners)[owner] if owner >= 0 else None,
            late=self.which.current == LATE,
            text=self.search.text,
            dropped=self.which.current == DROPPED,
        )

    @property
    def workshop_id(self) -> str:
        """The workshop that was chosen, or nothing for all."""
        chosen = self.workshop.current
        return self._workshops[chosen - 1].id if chosen > 0 else ""

    @property
    def workshops(self) -> tuple[WorkshopChoice, ...]:
        """All there are, the latest first."""
        return self._workshops

    @property
    def owners(self) -> tuple[str, ...]:
        """Everyone who owns an action."""
        return self._owners

    def offer(self, workshops: Sequence[WorkshopChoice], owners: Sequence[str]) -> None:
        """Offer these; what was chosen stays chosen as far as it is still there."""
        words, before = self._words, self.wanted
        if tuple(workshops) != self._workshops or not self.workshop.texts:
            self._workshops = tuple(workshops)
            ids = [each.id for each in workshops]
            at = ids.index(before.workshop_id) + 1 if before.workshop_id in ids else 0
            untitled = words.say("No title yet")
            titles = [each.title or untitled for each in workshops]
            self.workshop.set_texts((words.say("All workshops"), *titles), at)
        if tuple(owners) != self._owners or len(self.owner.texts) < 2:
            self._owners = tuple(owners)
            known: list[str | None] = [None, "", *owners]
            at = known.index(before.owner) if before.owner in known else 0
            offered = (words.say("All owners"), words.say("No owner yet"), *owners)
            self.owner.set_texts(offered, at)

    def choose_workshop(self, workshop_id: str) -> None:
        """Ask for the actions of one workshop, or of all where it is none of them."""
        ids = [each.id for each in self._workshops]
        self.workshop.set_current(ids.index(workshop_id) + 1 if workshop_id in ids else 0)
        self.changed.emit()

    def show_counts(self, counts: ActionCounts) -> None:
        """Say how many are done and late: "2 of 9 done, 2 late"."""
        words = self._words
        said = done = words.say("{n} of {m} done", n=counts.done, m=counts.all)
        if self.which.current == DROPPED:
            said = words.count("{n} dropped", "{n} dropped", counts.all)
        elif counts.late:
            said = words.say("{done}, {n} late", done=done, n=counts.late)
        self.summary.setText(said)
        self.summary.updateGeometry()

    def choose(self, *, which: int | None = None, unowned: bool = False) -> None:
        """Ask for late or dropped ones or for ALL, or for those that nobody owns."""
        if which is not None:
            self.which.set_current(which)
        if unowned:
            self.owner.set_current(NO_OWNER)
        self.changed.emit()

    def begin_search(self, typed: str = "") -> None:
        """Let a word be typed that is looked for; `typed` is its first letter."""
        self.search.show()
        if typed:
            self.search.set_text(self.search.text + typed)
            self._typed.start()
        self.search.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.editor.end(False)

    def end_search(self) -> None:
        """Look for no word any more."""
        searched = bool(self.search.text)
        self._typed.stop()
        self.search.set_text("")
        self.search.hide()
        if searched:
            self.changed.emit()

    def clear(self) -> None:
        """Ask for everything."""
        self._typed.stop()
        for each in (self.workshop, self.owner, self.which):
            each.set_current(0)
        self.search.set_text("")
        self.search.hide()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.end_search()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._typed.isActive():
                self._typed.stop()
                self.changed.emit()
        else:
            return False
        self.left.emit()
        return True
