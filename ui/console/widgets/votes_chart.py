"""Votes chart: the distribution of one round on the console, in the size of its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import DistributionSizes, ThemeColours
from frameworks.theme import Theme
from ui.painters.distribution import paint_distribution
from ui.theme import DesktopTheme
from workshop.charts import DistributionChart


class VotesChart(QWidget):
    """The distribution; nothing of it exists before the reveal."""

    def __init__(self, theme: DesktopTheme, size: QSize, sizes: DistributionSizes) -> None:
        super().__init__()
        self._theme = theme
        self._size = size
        self._sizes = sizes
        self._chart: DistributionChart | None = None
        self._session: Theme | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: DistributionChart, session: Theme | None) -> None:
        """Show a round's votes in the session's colours, or in ink where there is none."""
        self._chart, self._session = chart, session
        self.setAccessibleName(chart.description)
        self.setToolTip(chart.description)
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is None:
            return
        palette = self._theme.colours
        colours = ThemeColours(palette.ink, palette.ink, palette.ink, palette.sunken)
        if self._session is not None:
            colours = self._theme.of(self._session)
        paint_distribution(
            QPainter(self),
            QRectF(self.rect()),
            self._chart,
            self._sizes,
            colours=colours,
            palette=palette,
        )
