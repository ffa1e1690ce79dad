"""Parts: everything the run screen is made of, and where it stands."""

from __future__ import annotations

import time
from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.console.charts.panel import ChartsPanel
from ui.console.help.panel import HelpPanel
from ui.console.run.building import column, row
from ui.console.run.capture import Capture
from ui.console.run.closing import ClosingPage
from ui.console.run.for_someone import ForSomeone
from ui.console.run.insert import InsertPanel
from ui.console.run.keys_list import KeysList
from ui.console.run.panel import Panel
from ui.console.run.paper import Paper
from ui.console.run.presence import Presence
from ui.console.run.question_page import QuestionPage
from ui.console.run.rail import Rail
from ui.console.run.read_back_page import ReadBackPage
from ui.console.run.record_page import RecordPage
from ui.console.run.review_page import ReviewPage
from ui.console.run.side import Side
from ui.console.run.tally import Tally
from ui.console.run.together import TogetherPage
from ui.console.run.top_bar import TopBar
from ui.console.run.transport import Transport
from ui.console.run.what_can_go import WhatCanGoPanel
from ui.console.widgets.field import LineField
from ui.console.widgets.notice_bar import NoticeBar
from ui.console.widgets.section import Hairline
from ui.keys import Intent, key_of
from ui.leading import Leading
from ui.projector.screens import Screens
from ui.theme import DesktopTheme
from workshop.steps import State
from workshop.words import Words


class Parts:
    """Made once, and laid out inside `screen`."""

    def __init__(
        self,
        screen: QWidget,
        theme: DesktopTheme,
        words: Words,
        leading: Leading,
        screens: Screens,
    ) -> None:
        self._leading = leading
        self.top_bar = TopBar(theme, words, screens, leading.now)
        self.rail = Rail(theme, words)
        self.question = QuestionPage(theme, words, leading.now)
        self.record = RecordPage(theme, words, self.today)
        self.tally = Tally(theme, words)
        self.read_back = ReadBackPage(theme, words)
        self.keys_list = KeysList(theme, words)
        self.side = Side(theme, words, leading.stage, screens)
        self.capture = Capture(theme, words, self.today)
        self.notices = NoticeBar(theme)
        self.park_line = LineField(
            theme, "", placeholder=words.say("Park a thought"), key=words.say(key_of(Intent.PARK))
        )
        self.park_line.hide()
        self.transport = Transport(theme, words)
        self.right = _stack(self.side, self.capture)
        # What a key opens over the centre, and what stands there at a state of its own.
        self.panels: dict[Intent, Panel] = {}
        self.panels[Intent.WHAT_CAN_GO] = WhatCanGoPanel(theme, words, leading, screens, self.right)
        self.panels[Intent.INSERT] = InsertPanel(theme, words, leading)
        self.standing: dict[State, Panel] = {}
        self.standing[State.TOGETHER] = TogetherPage(theme, words, leading, self.transport.next)
        closing = ClosingPage(theme, words, leading, self.today)
        self.standing[State.CLOSING] = self.standing[State.CLOSE_SHOWN] = closing
        self.standing[State.REVIEW] = ReviewPage(theme, words, leading)
        self.panels[Intent.PRESENCE] = Presence(theme, words, leading, self.right)
        self.panels[Intent.FOR_SOMEONE] = ForSomeone(theme, words, leading)
        self.charts = ChartsPanel(theme, words, leading, screens, self.right)
        self.panels[Intent.CHARTS] = self.charts
        self.panels[Intent.PAPER] = Paper(theme, words, leading)
        self.panels[Intent.HELP] = HelpPanel(theme, words)
        self.centre = _stack(
            self.question,
            self.record,
            self.tally,
            self.read_back,
            self.keys_list,
            *self.panels.values(),
            *dict.fromkeys(self.standing.values()),
        )
        self.centre.setMinimumWidth(1)  # its pages see to fitting in
        self._put_together(screen, theme)

    def today(self) -> date:
        """The day it is, by the library's clock."""
        here = time.localtime(self._leading.now() / 1000)
        return date(here.tm_year, here.tm_mon, here.tm_mday)

    def _put_together(self, screen: QWidget, theme: DesktopTheme) -> None:
        middle = row(spacing=0)
        middle.addWidget(self.rail)
        middle.addWidget(Hairline(theme, vertical=True))
        middle.addWidget(self.centre, 1)
        middle.addWidget(self.right)
        whole = column(screen)
        whole.addWidget(self.top_bar)
        whole.addWidget(Hairline(theme))
        whole.addLayout(middle, 1)
        whole.addWidget(_Strip(self.park_line, self.notices))
        whole.addWidget(Hairline(theme))
        whole.addWidget(self.transport)


class _Strip(QWidget):
    """What stands above the transport bar for a while; it takes no room while all is hidden."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        whole = column(self, (24, 8, 24, 12), 8)
        for widget in widgets:
            whole.addWidget(widget)
            widget.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(any(not widget.isHidden() for widget in self._widgets))
        return False


def _stack(*pages: QWidget) -> QStackedWidget:
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    return stack
