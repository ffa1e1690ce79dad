"""Board: the actions in three columns, one a status; a card that moves changes its status."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from exports.look.tokens import DESKTOP
from ui.console.actions.card import ActionCard
from ui.console.actions.listing import ActionList
from ui.console.actions.said import Said
from ui.console.actions.table import ActionsView
from ui.console.run.building import column, row
from ui.console.widgets.section import Hairline
from ui.console.widgets.status_glyph import STATUS_NAMES, StatusGlyph
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionCounts
from workshop.kinds import ActionStatus

_STATUSES = tuple(ActionStatus)


class ActionBoard(QWidget):
    """`moved` carries an action's id and the status of the column it was moved to."""

    moved = Signal(str, object)

    def __init__(self, theme: DesktopTheme, said: Said, make: Callable[[], ActionList]) -> None:
        super().__init__()
        self._columns = tuple(_Column(theme, said, status, make()) for status in _STATUSES)
        self._worked_in: ActionsView = self._columns[0].view
        across = row(self, spacing=16)
        for number, each in enumerate(self._columns):
            across.addWidget(each, 1)
            each.view.asked_aside.connect(
                lambda step, carried, number=number: self._aside(number, step, carried=carried)
            )
            each.view.worked_in.connect(lambda view=each.view: self._work_in(view))
            each.view.listing.dropped_here.connect(
                lambda action_id, status=each.status: self.moved.emit(action_id, status)
            )

    @property
    def views(self) -> tuple[ActionsView, ...]:
        """The three columns, in the order of the statuses."""
        return tuple(each.view for each in self._columns)

    @property
    def view(self) -> ActionsView:
        """The column that is worked in."""
        return self._worked_in

    def stand_on(self, action_id: str, *, far: bool) -> None:
        """Stand on the card of an action, or else on the first of the first column with cards.

        `far` as for `ActionList.row_of`.
        """
        for view in self.views:
            found = view.listing.row_of(action_id, far=far) if action_id else None
            if found is not None:
                self._worked_in = view
                view.stand_on(found)
                return
        filled = (view for view in self.views if view.listing.rowCount())
        self._worked_in = next(filled, self.views[0])
        self._worked_in.stand_on(0)

    def name_workshops(self, *, named: bool) -> None:
        """Whether each card names its workshop."""
        for each in self._columns:
            each.card.with_workshop = named
            each.view.viewport().update()

    def show_counts(self, counts: ActionCounts) -> None:
        """Say above each column how many it has."""
        not_started = counts.all - counts.under_way - counts.done
        numbers = (not_started, counts.under_way, counts.done)
        for each, number in zip(self._columns, numbers, strict=True):
            each.number.setText(str(number))
            each.number.updateGeometry()

    def carry(self, action_id: str, status: ActionStatus) -> None:
        """Show that an action has another status: its card goes to the top of that column."""
        goal = self._columns[_STATUSES.index(status)].view
        focused = self._worked_in.hasFocus()
        self._worked_in = goal
        if not goal.listing.has(action_id):
            goal.listing.put_first(action_id)
        goal.stand_on(goal.listing.row_of(action_id) or 0)
        # Only now: that no card is stood on, even for a moment, would put the inspector away.
        for view in self.views:
            if view is not goal:
                view.listing.take(action_id)
        if focused:
            goal.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _work_in(self, view: ActionsView) -> None:
        self._worked_in = view

    def _aside(self, number: int, step: int, *, carried: bool) -> None:
        """Go to the column beside, or move the card there."""
        goal = number + step
        if not 0 <= goal < len(self._columns):
            return
        source, target = self._columns[number].view, self._columns[goal]
        if carried:
            if source.current:
                self.moved.emit(source.current, target.status)
            return
        if target.view.currentIndex().row() < 0:
            target.view.stand_on(0)
        target.view.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Cards(ActionsView):
    """One column's cards. `asked_aside` carries -1 or 1, and whether the card goes along."""

    asked_aside = Signal(int, bool)

    def __init__(self, name: str, model: ActionList) -> None:
        super().__init__(name, model)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        carried = alone == Qt.KeyboardModifier.AltModifier
        if not step or (alone and not carried):
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        self.asked_aside.emit(step, carried)


class _Column(QWidget):
    def __init__(
        self, theme: DesktopTheme, said: Said, status: ActionStatus, model: ActionList
    ) -> None:
        super().__init__()
        self.status = status
        name = said.words.say(STATUS_NAMES[status])
        self.number = TextLabel(theme, "", DESKTOP.group_title, tone=Tone.INK3)
        self.view = _Cards(name, model)
        self.card = ActionCard(theme, said, self.view)
        self.view.setItemDelegate(self.card)
        head = row(spacing=8)
        head.addWidget(StatusGlyph(theme, said.words, status))
        head.addWidget(TextLabel(theme, name, DESKTOP.group_title))
        head.addWidget(self.number)
        head.addStretch()
        whole = column(self)
        whole.addLayout(head)
        whole.addSpacing(8)
        whole.addWidget(Hairline(theme, strong=True))
        whole.addSpacing(10)
        whole.addWidget(self.view, 1)
