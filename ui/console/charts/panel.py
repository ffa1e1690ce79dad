"""Charts panel: the charts of the day that is led, over the console's centre and right column."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import background
from ui.console.charts.board import Board
from ui.console.charts.place import charts_of
from ui.console.charts.reading import ChartKey, Reading, read
from ui.console.run.building import application, button, column, row
from ui.console.run.panel import Panel
from ui.console.widgets.section import Hairline
from ui.keys import Intent, in_field, key_of
from ui.leading import Leading
from ui.projector.screens import Screens
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.errors import WorkshopError
from workshop.live import LiveWorkshop
from workshop.words import Words

_LIST = 212
_NARROW = 640  # below this width a drop-down stands for the list
_LEAST = 340


class ChartsPanel(Panel):
    """Shows what is revealed, at any time of the day, and again whenever that has changed.

    `action_wanted` carries the QuestionCard of a mark, or None; `go_wanted` a session's id and a
    question's or None; `copy_wanted` the ChartKey of what is shown, and where its mark stands.
    """

    action_wanted = Signal(object)
    go_wanted = Signal(str, object)
    copy_wanted = Signal(object, int, int)

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        leading: Leading,
        screens: Screens,
        right: QStackedWidget,
    ) -> None:
        super().__init__()
        self._leading = leading
        self._screens = screens
        self._right = right
        self._known: tuple[object, ...] = ()
        self._place: tuple[ChartKey, ...] = ()
        self._wanted: tuple[ChartKey, ...] = ()  # until what is revealed was read
        self._reading = self._again = self._wants_focus = False
        self.setAccessibleName(words.say("Charts"))
        self.board = Board(theme, words, self, leads=True)
        close = button(
            theme, words.say("Close"), self.closed.emit, key=words.say(key_of(Intent.LEAVE))
        )
        self.board.page.head.addWidget(close)
        self.board.action_wanted.connect(self.action_wanted)
        self.board.go_wanted.connect(self.go_wanted)
        self.board.copy_wanted.connect(self.ask_copy)
        right.addWidget(self.board.said)
        self._line = Hairline(theme, vertical=True)
        self._empty = QWidget()
        column(self._empty, (40, 40, 40, 40)).addWidget(
            self.board.empty, 0, Qt.AlignmentFlag.AlignTop
        )
        self._across = row(self, spacing=0)
        self._across.addWidget(self.board.list)
        self._across.addWidget(self._line)
        self._across.addWidget(self.board.page, 1)
        self._across.addWidget(self._empty, 1)
        self.board.list.setFixedWidth(_LIST)
        self._empty.hide()

    @property
    def settled(self) -> bool:
        """Whether nothing is being read."""
        return not self._reading

    def show_scene(self, scene: ConsoleScene) -> None:
        """Read again where something that a chart says may have changed."""
        self._take_right()
        self.board.said.set_leads(leads=not scene.finished)
        self.board.show_seen(seen=self._screens.console_seen)
        if not self._known:
            self._open_at(charts_of(scene))
        question = scene.question
        known = (
            scene.rail,
            scene.state,
            scene.round_id,
            scene.undo,
            scene.redo,
            question and (question.outcome, question.so_far, question.notes, question.proposed),
        )
        if known != self._known:
            self._known = known
            self.refresh()

    def refresh(self) -> None:
        """Read what is revealed, beside the window; at most one reading goes on at a time."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        live, words = self._leading.live, self._leading.words
        work = partial(_read, live, words)
        background.run(work, self._show, self._on_fault, asker=self)

    def take_focus(self) -> None:
        self._wants_focus = self.board.key is None
        if not self._wants_focus:
            self.board.take_chart()

    def take_letter(self, key: Qt.Key) -> bool:
        if key is not Qt.Key.Key_A or self.board.said.saying is None:
            return False
        self.board.ask_action()
        return True

    def ask_copy(self) -> None:
        """Ask for the chart that is shown on the clipboard."""
        if self.board.key is not None:
            self.copy_wanted.emit(self.board.key, *self.board.page.canvas.at)

    def written(self) -> None:
        """An action was written down from here: read it once it is kept."""
        QTimer.singleShot(0, self, self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_right()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return  # the window alone is out of sight
        self._known = ()
        if self._right.currentWidget() is self.board.said:
            self._right.setCurrentIndex(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        self.board.show_narrow(narrow=narrow)
        self._line.setVisible(not narrow and self.board.key is not None)

    def _open_at(self, place: tuple[ChartKey, ...]) -> None:
        """Begin at the chart of where the day is; there again, at the one that was left."""
        if place != self._place:
            self._place = self._wanted = place

    def _take_right(self) -> None:
        if self.isVisible() and self._right.currentIndex() == 0:
            self._right.setCurrentWidget(self.board.said)

    def _show(self, reading: Reading) -> None:
        self._reading = False
        self.board.show_reading(reading, seen=self._screens.console_seen)
        self._go_to_wanted(reading)
        nothing = self.board.key is None
        self._empty.setVisible(nothing)
        self._fit()
        if self._wants_focus and self.isVisible():
            self._wants_focus = False
            if not nothing and not in_field(application().focusWidget()):
                self.board.take_chart()
        if self._again:
            self.refresh()

    def _go_to_wanted(self, reading: Reading) -> None:
        wanted, self._wanted = self._wanted, ()
        key = next((each for each in wanted if each in reading.keys), None)
        if key is not None and key != self.board.key:
            self.board.choose(key)

    def _on_fault(self, fault: Exception) -> None:
        self._reading = False
        if not isinstance(fault, WorkshopError):
            raise fault
        self._leading.refused.emit(fault.sentence(self._leading.words))


def _read(live: LiveWorkshop, words: Words) -> Reading:
    """Everything that the charts say, for another thread."""
    return read(live.snapshot(), words)
