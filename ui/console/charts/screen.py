"""Charts screen: the charts of a workshop of the library, when its day is not being led."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui import background
from ui.console.charts.board import Board
from ui.console.charts.clipboard import ChartClipboard
from ui.console.charts.reading import Reading, read
from ui.console.run.building import button, column, row
from ui.console.run.capture import Capture
from ui.console.run.side import column_width
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.notice_bar import NoticeBar
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel
from ui.help.chapter import ChapterId
from ui.one_screen import console_is_seen
from ui.theme import DesktopTheme
from workshop.console_scene import QuestionCard
from workshop.errors import WorkshopError
from workshop.following import Following
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.words import Words

_LIST, _LIST_NARROW = 240, 176


class ChartsScreen(QWidget):
    """`left` asks for the library, `export_wanted` carries the workshop's id, `unreadable` the
    WorkshopError of a library that cannot be read.
    """

    chapter: Final = ChapterId.CHARTS
    left = Signal()
    export_wanted = Signal(str)
    unreadable = Signal(object)

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        live: LiveWorkshop,
        today: date,
        notices: Callable[[], NoticeBar],
    ) -> None:
        super().__init__()
        self._words = words
        self._live = live
        self._today = today
        self._notices = notices
        self._following = Following(live.library)
        self._clipboard = ChartClipboard(live, words, notices, self)
        self.setAccessibleName(words.say("Charts"))
        self.board = Board(theme, words, self, leads=False)
        self.capture = Capture(theme, words, lambda: today)
        self.right = QStackedWidget()
        self.right.addWidget(self.board.said)
        self.right.addWidget(self.capture)
        self.back = Button(theme, words.say("Workshops"), Kind.QUIET, icon="chevron-left")
        self.export = button(theme, words.say("Export the files"), self._ask_export)
        self._connect()
        self._title = TextLabel(theme, "", DESKTOP.group_title, elide=Qt.TextElideMode.ElideRight)
        self._put_together(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.board.reading is None:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < CONSOLE.narrow_below
        self.board.list.setFixedWidth(_LIST_NARROW if narrow else _LIST)
        self.right.setFixedWidth(column_width(self.width()))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_A and plain:
            self.board.ask_action()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the workshop, beside the window."""
        work = partial(_read, self._live, self._words)
        background.run(work, self._show, self._on_fault, asker=self)

    def copy(self) -> None:
        """Put the chart that is shown on the clipboard."""
        if self.board.key is not None:
            self._clipboard.copy(self.board.key, *self.board.page.canvas.at)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.board.action_wanted.connect(self._capture_from)
        self.board.copy_wanted.connect(self.copy)
        self.capture.added.connect(self._add)
        self.capture.closed.connect(self._close_capture)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self.copy)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._leave)

    def _put_together(self, theme: DesktopTheme) -> None:
        head = row(None, (12, 10, 24, 10), 12)
        head.addWidget(self.back)
        head.addWidget(self._title, 1)
        head.addWidget(self.export)
        self._empty = QWidget()
        column(self._empty, (40, 40, 40, 40)).addWidget(
            self.board.empty, 0, Qt.AlignmentFlag.AlignTop
        )
        self._empty.hide()
        self._line = Hairline(theme, vertical=True)
        across = row(spacing=0)
        across.addWidget(self.board.list)
        across.addWidget(self._line)
        across.addWidget(self.board.page, 1)
        across.addWidget(self._empty, 1)
        across.addWidget(self.right)
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline(theme))
        whole.addLayout(across, 1)

    def _show(self, reading: Reading) -> None:
        first = self.board.reading is None
        title = reading.snapshot.workshop.title
        self._title.setText(title or self._words.say("Untitled workshop"))
        self.board.show_reading(reading, seen=console_is_seen(self.window()))
        nothing = self.board.key is None
        self._empty.setVisible(nothing)
        for part in (self.board.list, self._line, self.right):
            part.setVisible(not nothing)
        if first and self.isVisible():
            if nothing:
                self.back.setFocus()
            else:
                self.board.take_chart()

    def _on_fault(self, fault: Exception) -> None:
        if not isinstance(fault, WorkshopError):
            raise fault
        self.unreadable.emit(fault)

    def _ask_export(self) -> None:
        self.export_wanted.emit(self._live.id)

    def _leave(self) -> None:
        """Esc: close the form, else go back to the list."""
        if self.right.currentWidget() is self.capture:
            self.capture.close_panel()
        else:
            self.left.emit()

    # --- Actions ----------------------------------------------------------------------------

    def _capture_from(self, card: QuestionCard | None) -> None:
        reading = self.board.reading
        if reading is None:
            return
        if not (self.right.currentWidget() is self.capture and self.capture.begun):
            owners = tuple(dict.fromkeys(a.owner for a in reading.snapshot.actions if a.owner))
            self.capture.open_from(card, owners, self._today)
            self.right.setCurrentWidget(self.capture)
        self.capture.take_focus()

    def _add(self, draft: ActionDraft, question_id: str | None) -> None:
        try:
            self._following.add(self._live.id, draft, question_id)
        except WorkshopError as fault:
            self._notices().refuse(fault.sentence(self._words))
            return
        self.capture.accept_written()
        self.refresh()
        words = self._words
        self._notices().may_act(words.say("The action is added."), words.say("Undo"), self._undo)

    def _undo(self) -> None:
        try:
            self._following.undo()
        except WorkshopError as fault:
            self._notices().refuse(fault.sentence(self._words))
        self.refresh()

    def _close_capture(self) -> None:
        self.right.setCurrentWidget(self.board.said)
        self.board.take_chart()


def _read(live: LiveWorkshop, words: Words) -> Reading:
    """Everything that the charts say, for another thread."""
    return read(live.snapshot(), words)
