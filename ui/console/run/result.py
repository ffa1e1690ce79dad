"""Result: the revealed votes on the console: the chart, and what it says in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from exports.look.tokens import (
    DESKTOP,
    DISPLAY,
    DISTRIBUTION_CONSOLE,
    SANS,
    SEMIBOLD,
    Type,
)
from ui.console.run.building import column, row
from ui.console.widgets.stat import Stat
from ui.console.widgets.text_label import TextLabel, Tone
from ui.console.widgets.votes_chart import VotesChart
from ui.theme import DesktopTheme
from workshop.charts import DistributionChart
from workshop.console_scene import QuestionCard
from workshop.kinds import OutcomeKind
from workshop.words import Words, mark

_CHART = QSize(300, 160)
_NARROW = 540  # below this width the words stand under the chart
_MEDIAN = Type(DISPLAY, 32, 36, SEMIBOLD)
_WORD = Type(SANS, 16, 22, SEMIBOLD)
_NUMBER = Type(DISPLAY, 20, 24, SEMIBOLD)
_EVIDENCE_MOST = 220

AGREED_SCORE = mark("agreed score")


class Result(QWidget):
    """Chart and words side by side; with `outcome` the agreed score and its evidence lead."""

    def __init__(self, theme: DesktopTheme, words: Words, *, outcome: bool) -> None:
        super().__init__()
        self._words = words
        self._outcome = outcome
        self.chart = VotesChart(theme, _CHART, DISTRIBUTION_CONSOLE)
        self._median = Stat(theme, "", "", _MEDIAN)
        self._score = Stat(theme, "", words.say(AGREED_SCORE))
        self._word = TextLabel(theme, "", _WORD, elide=Qt.TextElideMode.ElideRight)
        self._number = TextLabel(theme, "", _NUMBER)
        self._borderline = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2)
        self._votes = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2, wrap=True)
        self._evidence = TextLabel(theme, "", DESKTOP.body, wrap=True)
        heading = self._heading = row(spacing=8)
        heading.addWidget(self._word)
        heading.addWidget(self._number)
        heading.addStretch()
        beside = self._beside = column(spacing=6)
        beside.addSpacing(6)
        beside.addWidget(self._score)
        beside.addWidget(self._median)
        beside.addLayout(heading)
        beside.addWidget(self._borderline)
        beside.addWidget(self._votes)
        beside.addSpacing(4)
        beside.addWidget(self._evidence)
        beside.addStretch()
        self._whole = row(self, spacing=28)
        self._whole.addWidget(self.chart)
        self._whole.addLayout(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(down if narrow else across)
        self._whole.setSpacing(8 if narrow else 28)
        if narrow and self._heading.indexOf(self._borderline) < 0:
            self._heading.insertWidget(2, self._borderline)  # the height is needed more
        elif not narrow and self._beside.indexOf(self._borderline) < 0:
            self._beside.insertWidget(self._beside.indexOf(self._votes), self._borderline)
        # At Record the score comes first; the chart is on the wall.
        self.chart.setVisible(self._outcome or not narrow)
        super().resizeEvent(event)

    def show_card(self, card: QuestionCard) -> None:
        """Show the newest revealed round of a question; hidden where there is none."""
        chart = card.chart
        self.setVisible(chart is not None)
        if chart is None:
            return
        self.chart.show_chart(chart, card.theme)
        agreed = card.outcome is not None and card.outcome.kind is OutcomeKind.AGREED
        self._score.setVisible(self._outcome and agreed)
        if card.outcome is not None and card.outcome.score is not None:
            self._score.say(self._words.number(card.outcome.score, 1))
        self._median.setVisible(chart.median_text is not None and not self._score.isVisibleTo(self))
        median = chart.median_text or ""
        self._median.say(median, chart.median_label)
        self._word.setText(chart.heading)
        self._borderline.setText(chart.borderline_text or "")
        self._borderline.setVisible(bool(chart.borderline_text))
        self._number.setText(chart.agreement_text or "")
        self._number.updateGeometry()
        self._votes.setText(self._said(chart))
        self._show_evidence(card)

    def _said(self, chart: DistributionChart) -> str:
        if not chart.earlier_text:
            return chart.votes_text
        return self._words.say(
            "{votes}. {earlier}", votes=chart.votes_text, earlier=chart.earlier_text
        )

    def _show_evidence(self, card: QuestionCard) -> None:
        outcome = card.outcome
        text = ""
        if self._outcome and outcome is not None:
            text = outcome.evidence
            if outcome.kind is OutcomeKind.DIFFER:
                text = self._words.say("We agree to differ")
        shown = text if len(text) <= _EVIDENCE_MOST else text[:_EVIDENCE_MOST].rstrip() + "…"
        self._evidence.setText(shown)
        self._evidence.setToolTip(text[:2000] if shown != text else "")
        self._evidence.setVisible(bool(shown))
