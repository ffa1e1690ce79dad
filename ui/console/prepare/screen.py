"""Prepare screen: framework and agenda at the left, teams and votes beside them, the foot below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from exports.look.tokens import CONSOLE
from frameworks.collection import Collection
from ui.console.prepare.agenda_part import AgendaPart
from ui.console.prepare.day_panel import DayPanel
from ui.console.prepare.foot import Foot
from ui.console.prepare.framework_part import OVERHANG, FrameworkPart
from ui.console.prepare.left_column import LeftColumn
from ui.console.prepare.prepare_bar import PrepareBar
from ui.console.prepare.session_editor import SessionEditor
from ui.console.prepare.teams_part import TeamsPart
from ui.console.prepare.votes_part import VotesPart
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.run.tab_order import next_stop, reveal
from ui.console.widgets.section import Hairline
from ui.keys import in_field
from ui.theme import DesktopTheme
from workshop.prepared import Prepared
from workshop.readiness import Readiness
from workshop.words import Words

_TOP = 24
_LEFT, _LEFT_NARROW = 40, 28
_RIGHT, _RIGHT_NARROW = 32, 20
_BETWEEN = 14
_COLUMN_NARROW = 378


class PrepareScreen(QWidget):
    """Layout only: its parts say what is wanted, and are shown what is kept.

    `left` goes back to the library, `finish_wanted` comes at Ctrl Enter where no panel is open,
    `undo_wanted` and `redo_wanted` at their keys.
    """

    left = Signal()
    finish_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        collection: Collection,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words.say("Prepare"))
        self.bar = PrepareBar(theme, words, today)
        self.framework = FrameworkPart(theme, words, collection)
        self.agenda = AgendaPart(theme, words)
        self.teams = TeamsPart(theme, words)
        self.votes = VotesPart(theme, words)
        self.day = DayPanel(theme, words, today)
        self.editor = SessionEditor(theme, words)
        self.foot = Foot(theme, words)
        self._side = QStackedWidget()
        self._lay_out(theme)
        self._connect()

    # --- What is shown ----------------------------------------------------------------------

    def show_prepared(self, prepared: Prepared, readiness: Readiness) -> None:
        """Show the workshop as it is kept, and what of it is not ready."""
        self.bar.show_prepared(prepared)
        self.framework.show_prepared(prepared)
        self.agenda.show_prepared(prepared)
        self.teams.show_prepared(prepared)
        self.votes.show_prepared(prepared)
        self.day.show_prepared(prepared)
        advice = readiness.advice
        self.teams.show_advice([point for point in advice if point.where == "teams"])
        self.votes.show_advice([point for point in advice if point.where == "votes"])
        self.foot.show_readiness(readiness)
        self.foot.show_begun(prepared.begun)

    @property
    def panel(self) -> QWidget | None:
        """The panel that covers the right column, or None."""
        shown = self._side.currentWidget()
        return shown if shown in (self.day, self.editor) else None

    def open_day(self) -> None:
        """Open the panel of the day, with the focus in its title."""
        self._keep_panel()
        self._side.setCurrentWidget(self.day)
        self.day.take_focus()

    def open_editor(self) -> None:
        """Open the panel of an agenda item, which has been shown it."""
        self._keep_panel()
        self._side.setCurrentWidget(self.editor)

    def close_panel(self) -> None:
        """Show teams and votes again."""
        was = self.panel
        self._side.setCurrentWidget(self._column)
        if was is self.day:
            self.teams.take_focus()

    def save(self) -> bool:
        """Keep what is being typed anywhere; False where something of it was refused."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and in_field(focus):
            focus.clearFocus()  # a field keeps what was typed once it is left
        booked, teams = self.agenda.booked.save(), self.teams.save()
        return self._keep_panel() and teams and booked

    def give_up(self) -> None:
        """Drop what was refused anywhere: what is kept is shown next."""
        for part in (self.agenda, self.teams, self.day, self.editor):
            part.give_up()

    def go_to(self, where: str) -> None:
        """Put the focus where a point of readiness is mended."""
        if where == "day":
            self.open_day()
            return
        self._side.setCurrentWidget(self._column)
        if where == "teams":
            self.teams.begin() if not self.teams.rows else self.teams.take_focus()
        elif where == "votes":
            self.votes.take_focus()
        elif where == "agenda":
            self.framework.setFocus(Qt.FocusReason.TabFocusReason)
            self.focusNextPrevChild(True)
        else:
            self.foot.check.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_panel(self) -> bool:
        """Keep what is typed in the panel; False where something of it cannot be kept."""
        if self.panel is self.day:
            return self.day.save()
        return self.editor.save() if self.panel is self.editor else True

    # --- Inside -----------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as the screen is read: the bar, the left column, the right one, the foot."""
        shown = self._side.currentWidget()
        side = [shown] if shown is not None else []
        regions = (self.bar, *self._left.regions, *side, self.foot)
        stop = next_stop(regions, QApplication.focusWidget(), forward=forward)
        if stop is None:
            return False
        reason = Qt.FocusReason
        stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        reveal(stop)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < CONSOLE.narrow_below
        self._side.setFixedWidth((_COLUMN_NARROW if narrow else CONSOLE.prepare_column) - 1)
        left = (_LEFT_NARROW if narrow else _LEFT) - OVERHANG
        right = (_RIGHT_NARROW if narrow else _RIGHT) - OVERHANG
        self._left.set_sides(left, right)
        super().resizeEvent(event)

    def _finish(self) -> None:
        if self.panel is self.day:
            self.day.finish()
        elif self.panel is self.editor:
            self.editor.finish()
        else:
            self.finish_wanted.emit()

    def _connect(self) -> None:
        self.bar.left.connect(self.left)
        self.bar.day_wanted.connect(self.open_day)
        self.bar.undo_wanted.connect(self.undo_wanted)
        self.day.closed.connect(self.close_panel)
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        for keys, act in (
            (control | Qt.Key.Key_Return, self._finish),
            (control | Qt.Key.Key_Enter, self._finish),
            (control | Qt.Key.Key_Z, self.undo_wanted.emit),
            (control | shift | Qt.Key.Key_Z, self.redo_wanted.emit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self, theme: DesktopTheme) -> None:
        self._left = LeftColumn(theme, self._words, self.framework, self.agenda)
        self._right = Sheet()
        right = column(self._right, (0, _TOP, 0, _TOP))
        right.addWidget(self.teams)
        right.addSpacing(_BETWEEN)
        right.addWidget(self.votes)
        right.addStretch()
        self._column = scrolled(self._right, self._words.say("Teams and votes"))
        for page in (self._column, self.day, self.editor):
            self._side.addWidget(page)
        across = row(None, spacing=0)
        across.addWidget(self._left, 1)
        across.addWidget(Hairline(theme, vertical=True))
        across.addWidget(self._side)
        whole = column(self)
        whole.addWidget(self.bar)
        whole.addWidget(Hairline(theme))
        whole.addLayout(across, 1)
        whole.addWidget(Hairline(theme))
        whole.addWidget(self.foot)
