"""Board: joins the list of charts, the chart, and what its marks say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.console.charts import sayings
from ui.console.charts.chart_list import ChartList
from ui.console.charts.heat_plot import HeatPlot
from ui.console.charts.page import ChartPage
from ui.console.charts.plot import At, Plot
from ui.console.charts.profile_plot import ProfilePlot
from ui.console.charts.question_plot import QuestionPlot
from ui.console.charts.radar_plot import RadarPlot
from ui.console.charts.reading import (
    HEAT_MAP,
    PROFILE,
    RADAR,
    THEMES,
    ChartKey,
    ChartKind,
    Reading,
    axes,
)
from ui.console.charts.said import Said
from ui.console.charts.session_plot import SessionPlot
from ui.console.widgets.drop_down import DropDown
from ui.console.widgets.empty_state import EmptyState
from ui.theme import DesktopTheme
from workshop.console_scene import QuestionCard
from workshop.words import Words, mark

NOTHING_YET = mark("Nothing is revealed yet")
WHEN = mark("A chart stands here as soon as the first vote is revealed.")
_NAMES = {
    ChartKind.PROFILE: PROFILE,
    ChartKind.RADAR: RADAR,
    ChartKind.THEMES: THEMES,
    ChartKind.HEAT_MAP: HEAT_MAP,
}


class Board(QObject):
    """The charts of one reading. `leads`: one can go from a mark to its question in the day.

    `action_wanted` carries the QuestionCard of the chosen mark, None where it is a session;
    `go_wanted` a session's id and a question's or None; `copy_wanted` asks for the clipboard.
    """

    action_wanted = Signal(object)
    go_wanted = Signal(str, object)
    copy_wanted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, parent: QWidget, *, leads: bool) -> None:
        super().__init__(parent)
        self._words = words
        self._seen = False
        self._before: list[tuple[ChartKey, At]] = []
        self.reading: Reading | None = None
        self.key: ChartKey | None = None
        self.list = ChartList(theme, words)
        self.page = ChartPage(theme, words)
        self.pick = DropDown(theme, words.say("Charts"), (), -1, most=420)
        self.pick.hide()
        self.page.head.insertWidget(0, self.pick, 1)
        self.said = Said(theme, words, leads=leads)
        self.empty = EmptyState(theme, words.say(NOTHING_YET), words.say(WHEN))
        self.empty.hide()
        self.page.hide()
        canvas = self.page.canvas
        self.list.wanted.connect(self._from_list)
        self.list.taken.connect(self.take_chart)
        self.pick.chosen.connect(lambda at: self._from_list(self.list.entries[at].key))
        canvas.moved.connect(self._say)
        canvas.opened.connect(self.go_on)
        canvas.back.connect(self.go_back)
        self.page.copy_asked.connect(self.copy_wanted)
        self.said.action_asked.connect(self.ask_action)
        self.said.go_asked.connect(self._ask_go)

    def show_reading(self, reading: Reading, *, seen: bool) -> None:
        """Show what is known now, at the same chart and mark; `seen`: the room can see this."""
        self.reading, self._seen = reading, seen
        keys = reading.keys
        had_focus = self.page.canvas.hasFocus()
        self.page.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        if not keys:
            self.key = None
            self.list.show_entries((), None)
            self.pick.set_texts(())
            self.said.show_saying(None)
            return
        at = self.page.canvas.at if self.key in keys else (0, 0)
        self.key = self.key if self.key in keys else keys[0]
        self._before = [place for place in self._before if place[0] in keys]
        self.list.show_entries(reading.entries, self.key)
        titles = tuple(entry.title for entry in reading.entries)
        if titles != self.pick.texts:
            self.pick.set_texts(titles, keys.index(self.key))
        self._show(at)
        if had_focus:
            self.take_chart()

    def show_seen(self, *, seen: bool) -> None:
        """Put private things away, or bring them back."""
        if seen != self._seen:
            self._seen = seen
            self._say()

    def choose(self, key: ChartKey, at: At = (0, 0)) -> None:
        """Show another chart, standing at a mark."""
        if self.reading is not None and key in self.reading.keys:
            self.key = key
            self.list.stand_on(key)
            self.pick.set_current(self.reading.keys.index(key))
            self._show(at)

    def show_narrow(self, *, narrow: bool) -> None:
        """Let a drop-down stand where the list has no room beside the chart."""
        self.list.setVisible(not narrow and self.key is not None)
        self.pick.setVisible(narrow)
        self.page.title.setVisible(not narrow)

    def take_chart(self) -> None:
        """Put the focus on the marks."""
        self.page.canvas.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> None:
        """From the mark to the chart behind it: a session's page, or a question's votes."""
        spot = self.page.canvas.current
        if spot is None or self.key is None:
            return
        kind = ChartKind.QUESTION if spot.question_id else ChartKind.SESSION
        goal = ChartKey(kind, spot.question_id or spot.session_id)
        if goal != self.key and self.reading is not None and goal in self.reading.keys:
            self._before.append((self.key, self.page.canvas.at))
            self.choose(goal)
            self.take_chart()

    def go_back(self) -> None:
        """Back to the mark that one went on from."""
        if self._before:
            self.choose(*self._before.pop())
            self.take_chart()

    def ask_action(self) -> None:
        """Ask for a new action from the mark."""
        saying = self.said.saying
        if saying is None or self.reading is None:
            return
        card: QuestionCard | None = None
        if saying.question_id:
            card = sayings.card_of(self.reading, saying.question_id, self._words)
        self.action_wanted.emit(card)

    def _ask_go(self) -> None:
        saying = self.said.saying
        if saying is not None:
            self.go_wanted.emit(saying.session_id, saying.question_id or None)

    def _from_list(self, key: ChartKey) -> None:
        if key != self.key:
            self._before.clear()
            self.choose(key)

    # --- What is shown ----------------------------------------------------------------------

    def _show(self, at: At) -> None:
        assert self.reading is not None, "shown only what was read"
        assert self.key is not None, "shown only what was chosen"
        reading, key, words = self.reading, self.key, self._words
        plot: Plot
        match key.kind:
            case ChartKind.HEAT_MAP:
                heat = reading.charts.heat_map
                assert heat is not None, "it is in the list"
                plot = HeatPlot(heat, words)
                said = (heat.heading, heat.foot, heat.description)
            case ChartKind.SESSION:
                session = reading.sessions[key.id]
                plot = SessionPlot(session, words)
                said = (session.heading, session.change, session.description)
            case ChartKind.QUESTION:
                session, row = reading.rows[key.id]
                plot = QuestionPlot(session, row, words)
                foot, before = row.chart.votes_text, row.chart.earlier_text
                if before:
                    foot = words.say("{foot}. {marks}", foot=foot, marks=before)
                said = (row.word, foot, row.chart.description)
            case ChartKind.RADAR:
                chart = reading.profile(key.kind)
                plot = RadarPlot(chart, words)
                left = len(chart.rows) - len(axes(chart))
                foot = words.count("{n} session has no score", "{n} sessions have no score", left)
                said = (chart.heading, foot if left else "", chart.description)
            case _:
                chart = reading.profile(key.kind)
                plot = ProfilePlot(chart, words)
                foot = " ".join(filter(None, (chart.foot, chart.outline)))
                said = (chart.heading, foot, chart.description)
        self.page.show_chart(plot, self._title(key), *said, at)
        self._say()

    def _title(self, key: ChartKey) -> str:
        """What the chart is, over its sentence."""
        assert self.reading is not None, "shown only what was read"
        if key.kind is ChartKind.SESSION:
            session = self.reading.sessions[key.id]
            score = session.score_text
            words = self._words
            return (
                words.say("{name}: {score}", name=session.name, score=score)
                if score
                else session.name
            )
        if key.kind is ChartKind.QUESTION:
            session, row = self.reading.rows[key.id]
            return self._words.say("{session}, {short}", session=session.name, short=row.name)
        return self._words.say(_NAMES[key.kind])

    def _say(self) -> None:
        spot, reading = self.page.canvas.current, self.reading
        if spot is None or reading is None:
            self.said.show_saying(None)
            return
        if spot.question_id in reading.rows:
            saying = sayings.of_question(
                reading, spot.question_id, spot.said, self._words, seen=self._seen
            )
        elif spot.session_id in reading.sessions:
            session = reading.sessions[spot.session_id]
            saying = sayings.of_session(session, spot.said, self._words)
        else:
            assert self.key is not None, "only a chart has marks"
            rows = {row.id: row for row in reading.profile(self.key.kind).rows}
            saying = sayings.of_row(reading, rows[spot.session_id], spot.said, self._words)
        self.said.show_saying(saying)
