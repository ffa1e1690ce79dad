"""Session plot: a row for each question of a session, with its bars, score and agreement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look.tokens import DESKTOP, Look
from ui.console.charts.plot import Plot, Spot
from ui.console.charts.said_texts import row_said
from ui.painters.distribution import paint_small_bars
from ui.painters.text import Align, Block, lay_out, line
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.words import Words

_BARS = (110.0, 40.0)
_SCORE = 72.0
_WORD = (96.0, 0.26, 190.0)  # least, part of the width, most
_GAP = 16.0
_AIR = 9.0
_LINES = 3  # of a question's text
_SIDE = 8.0
_LEAST_TEXT = 150.0
_BETWEEN = ", "


class SessionPlot(Plot):
    """The questions in their order; all bars share one unit."""

    def __init__(self, chart: SessionChart, words: Words) -> None:
        self._chart = chart
        self._words = words
        self._tops: list[float] = [0.0]
        self._width = 0.0
        self._low = False

    @property
    def lines(self) -> int:
        return len(self._chart.rows)

    def place(self, width: float, room: float) -> float:
        self._width = width
        least, part, most = _WORD
        self._word = min(most, max(least, part * width))
        self._text = width - 2 * _SIDE - _BARS[0] - _SCORE - self._word - 3 * _GAP
        self._low = self._text < _LEAST_TEXT  # then bars and agreement stand below the text
        if self._low:
            self._text = width - 2 * _SIDE - _SCORE - _GAP
            self._word = width - 2 * _SIDE - _BARS[0] - _GAP
        heights = (self._height(row) for row in self._chart.rows)
        self._tops = list(accumulate(heights, initial=0.0))
        return self._tops[-1]

    def spots(self, line: int) -> Sequence[Spot]:
        row = self._chart.rows[line]
        top = self._tops[line]
        box = QRectF(0, top + 1, self._width, self._tops[line + 1] - top - 2)
        return (Spot(box, row_said(row, self._words), question_id=row.question_id),)

    def paint(self, painter: QPainter, look: Look, clip: QRectF) -> None:
        for row, (top, bottom) in zip(self._chart.rows, pairwise(self._tops), strict=True):
            if top < clip.bottom() and bottom > clip.top():
                self._paint_row(painter, row, top, bottom, look)

    def _texts(self, row: SessionChartRow) -> tuple[str, str]:
        name = f"{row.number} {row.name}"
        return name, row.text if row.text != row.name else ""

    def _beside(self, row: SessionChartRow) -> tuple[str, str]:
        word = row.word
        if row.chart.borderline_text:
            word = f"{word}, {row.chart.borderline_text}"
        parts = [row.agreement and self._words.say("{n} of 100", n=row.agreement)]
        parts += [*row.detail, row.rounds]
        return word, (_BETWEEN if self._low else "\n").join(part for part in parts if part)

    def _height(self, row: SessionChartRow) -> float:
        name, text = self._texts(row)
        word, detail = self._beside(row)
        left = lay_out(name, DESKTOP.strong, self._text, max_lines=2).height
        if text:
            left += lay_out(text, DESKTOP.secondary, self._text, max_lines=_LINES).height
        right = lay_out(word, DESKTOP.strong, self._word).height
        right += lay_out(detail, DESKTOP.secondary, self._word).height
        right = max(right, _BARS[1])
        if self._low:
            return max(left, _high(_score(row))) + right + 3 * _AIR
        return max(left, right) + 2 * _AIR

    def _paint_row(
        self, painter: QPainter, row: SessionChartRow, top: float, bottom: float, look: Look
    ) -> None:
        palette = look.palette
        painter.fillRect(QRectF(0, bottom - 1, self._width, 1), QColor(palette.hairline))
        middle = (top + bottom) / 2
        name_text, text = self._texts(row)
        name = lay_out(name_text, DESKTOP.strong, self._text, max_lines=2)
        below = lay_out(text, DESKTOP.secondary, self._text, max_lines=_LINES) if text else None
        high = name.height + (below.height if below else 0)
        y = top + _AIR if self._low else middle - high / 2
        name.paint(painter, _SIDE, y, palette.ink)
        if below is not None:
            below.paint(painter, _SIDE, y + name.height, palette.ink2)
        left = _SIDE + self._text + _GAP
        if self._low:
            high = max(high, _high(_score(row)))
            self._paint_score(painter, row, left, top + _AIR + high / 2, look)
            left, middle = _SIDE, (top + _AIR + high + bottom) / 2
        box = QRectF(left, middle - _BARS[1] / 2, *_BARS)
        paint_small_bars(
            painter,
            box,
            row.chart,
            colours=look.themes[self._chart.theme],
            palette=palette,
            unit_max=self._chart.unit_max,
        )
        left += _BARS[0] + _GAP
        if not self._low:
            self._paint_score(painter, row, left, middle, look)
            left += _SCORE + _GAP
        word_text, detail_text = self._beside(row)
        word = lay_out(word_text, DESKTOP.strong, self._word)
        detail = lay_out(detail_text, DESKTOP.secondary, self._word)
        y = middle - (word.height + detail.height) / 2
        word.paint(painter, left, y, palette.ink)
        detail.paint(painter, left, y + word.height, palette.ink2)

    def _paint_score(
        self, painter: QPainter, row: SessionChartRow, left: float, middle: float, look: Look
    ) -> None:
        score, outcome = _score(row)
        y = middle - (score.height + outcome.height) / 2
        x = left + (_SCORE - score.box) / 2
        score.paint(painter, x, y, look.palette.ink, Align.CENTRE)
        outcome.paint(painter, left, y + score.height, look.palette.ink2, Align.CENTRE)


def _score(row: SessionChartRow) -> tuple[Block, Block]:
    """The score, and what it is."""
    score = line(row.score_text or row.chart.median_text or "", DESKTOP.section_title)
    return score, lay_out(row.outcome, DESKTOP.label, _SCORE, max_lines=2)


def _high(blocks: tuple[Block, ...]) -> float:
    return sum(block.height for block in blocks)
