"""Chart page: one chart with its sentence above, its foot below, and the pages of its columns."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.charts.heat_plot import HeatPlot
from ui.console.charts.plot import At, Plot
from ui.console.charts.view import ChartView
from ui.console.run.building import button, column, row
from ui.console.widgets.text_label import LEFT_TO_RIGHT, TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.words import Words

COPY_KEY = "Ctrl C"


class ChartPage(QWidget):
    """`copy_asked` is its button. `head` is the row at the top, for one button more."""

    copy_asked = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        elide = Qt.TextElideMode.ElideRight
        self.title = TextLabel(theme, "", DESKTOP.name, tone=Tone.INK2, elide=elide)
        self.heading = TextLabel(theme, "", DESKTOP.section_title, wrap=True)
        self._foot = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.view = ChartView(theme)
        self.canvas = self.view.canvas
        self.canvas.turned.connect(self._show_place)
        self.copy = button(
            theme,
            words.say("Copy"),
            self.copy_asked.emit,
            key=words.say(COPY_KEY),
        )
        self.copy.setAccessibleName(words.say("Copy the chart as a picture"))
        self._place = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2)
        before, after = words.say("Teams before"), words.say("Teams after")
        self.before = button(theme, "", lambda: self._turn(-1), icon="chevron-left", name=before)
        self.after = button(theme, "", lambda: self._turn(1), icon="chevron-right", name=after)
        self._pager = QWidget()
        pager = row(self._pager, spacing=8)
        pager.addWidget(self._place)
        pager.addStretch()
        pager.addWidget(self.before)
        pager.addWidget(self.after)
        self.head: QHBoxLayout = row(spacing=8)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.copy)
        whole = column(self, (24, 16, 18, 12), 8)
        whole.addLayout(self.head)
        whole.addWidget(self.heading)
        whole.addWidget(self._pager)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._foot)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def show_chart(
        self, plot: Plot, title: str, heading: str, foot: str, description: str, at: At
    ) -> None:
        """Show a chart, standing at a mark."""
        self.title.setText(LEFT_TO_RIGHT + title)
        self.heading.setText(heading)
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
        self.canvas.show_plot(plot, title, description, at)
        self._show_place()

    def _turn(self, step: int) -> None:
        plot = self.canvas.plot
        if plot is not None and 0 <= plot.page + step < plot.pages:
            self.canvas.turn(plot.page + step)
            line, place = self.canvas.at
            if isinstance(plot, HeatPlot) and place < plot.teams:
                self.canvas.go_to((line, plot.first))

    def _show_place(self) -> None:
        plot = self.canvas.plot
        self._pager.setVisible(plot is not None and plot.pages > 1)
        if isinstance(plot, HeatPlot):
            low, high, of = plot.first + 1, plot.last, plot.teams
            said = self._words.say("Teams {low} to {high} of {n}", low=low, high=high, n=of)
            self._place.setText(said)
            self.before.setEnabled(plot.page > 0)
            self.after.setEnabled(plot.page < plot.pages - 1)
