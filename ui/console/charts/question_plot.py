"""Question plot: the votes of a question's last revealed round on the one before."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look.tokens import DISTRIBUTION_PANEL, Look
from ui.console.charts.plot import ListedPlot, Spot
from ui.console.charts.said_texts import column_said
from ui.painters.distribution import paint_distribution
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.words import Words

_HEIGHT = (240.0, 480.0)
_WIDEST = 760.0


class QuestionPlot(ListedPlot):
    """One line of marks: the steps of the scale. What was asked stands beside the chart."""

    def __init__(self, session: SessionChart, row: SessionChartRow, words: Words) -> None:
        super().__init__()
        self._session = session
        self._row = row
        self._words = words
        self._box = QRectF()

    def place(self, width: float, room: float) -> float:
        least, most = _HEIGHT
        height = min(most, max(least, room))
        wide = min(width, _WIDEST)
        self._box = QRectF((width - wide) / 2, 0, wide, height)
        columns = self._row.chart.columns
        pitch = wide / len(columns)
        self._marks = [
            tuple(
                Spot(
                    QRectF(self._box.x() + n * pitch, 0, pitch, height).adjusted(2, 2, -2, -2),
                    column_said(column, self._row.chart, self._words),
                    question_id=self._row.question_id,
                )
                for n, column in enumerate(columns)
            )
        ]
        return height

    def paint(self, painter: QPainter, look: Look, clip: QRectF) -> None:
        paint_distribution(
            painter,
            self._box,
            self._row.chart,
            DISTRIBUTION_PANEL,
            colours=look.themes[self._session.theme],
            palette=look.palette,
        )
