"""The page of one question: its votes as a chart, and beside it what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.charts.bars import small_bars
from exports.charts.distribution import Plot
from exports.charts.page import ACROSS, GAP, HAIRLINE, LEFT, RIGHT, RULE, ChartPage, Head, Imprint
from exports.charts.sketch import SHRINK, Setting, Sketch
from exports.drawing import Drawing
from exports.look import tokens
from exports.look.tokens import CHART, Type
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Typesetter
from workshop.charts import DistributionChart
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.words import Words

COLUMN: Final = 400.0  # what came of it, at the right
COLUMN_DROP: Final = 20.0  # of the column's top below the heading
BETWEEN: Final = 64.0  # of chart and column
SMALLEST: Final = 0.2  # of the column's type
OLDER_BARS: Final = 132.0
EVIDENCE_ABOVE: Final = 14.0  # over its hairline
EVIDENCE_GAP: Final = 12.0  # and below that
LEAST_EVIDENCE: Final = 3  # lines; the report has it whole


@dataclass(frozen=True, slots=True)
class OlderRound:
    """A round before the one that is the chart's ghost: what it is called, and its votes."""

    name: str
    chart: DistributionChart


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of the column: a set text, or None for a line; `gap` above it."""

    setting: Setting | None
    colour: str
    gap: float
    stroke: float = 0.0
    bars: DistributionChart | None = None

    @property
    def height(self) -> float:
        own = self.setting.height if self.setting else self.stroke
        return self.gap + own


def page(
    session: SessionChart,
    row: SessionChartRow,
    older: Sequence[OlderRound],
    imprint: Imprint,
    words: Words,
    setter: Typesetter,
) -> Drawing:
    """The chart of a question's last round on the one before; `older` rounds in small, oldest
    first.
    """
    head = Head(
        heading=row.word,
        remark=row.chart.borderline_text or "",
        name=session.name,
        topic=row.name,
        aside=row.rounds,
        text=row.text if row.text != row.name else "",
        theme=session.theme,
        second=session.second,
    )
    made = ChartPage(setter, imprint, head)
    left = ACROSS - COLUMN - BETWEEN
    box = (LEFT, made.top, left, made.bottom - made.top)
    Plot(made.sketch, box, row.chart, session.theme, tokens.DISTRIBUTION_FILE).draw()
    column = _Column(made.sketch, row, older, words)
    column.draw(made.top + COLUMN_DROP, made.bottom, session)
    return made.drawing(row.chart.description)


class _Column:
    """What stands beside the chart; smaller where it would not fit, the evidence cut."""

    def __init__(
        self, sketch: Sketch, row: SessionChartRow, older: Sequence[OlderRound], words: Words
    ) -> None:
        self.sketch = sketch
        self.palette = sketch.palette
        self.row = row
        self.older = older
        self.words = words
        self.left = RIGHT - COLUMN

    def draw(self, top: float, bottom: float, session: SessionChart) -> None:
        """From `top` down, not below `bottom`."""
        scale, pieces = self._fitted(bottom - top)
        numeral = self._numeral_height(scale)
        self._draw_numeral(top, scale)
        y = top + numeral
        for piece in pieces:
            self._draw_piece(piece, y, session)
            y += piece.height

    def _fitted(self, room: float) -> tuple[float, list[_Piece]]:
        """The parts and their scale: the evidence, which has no end to its length, takes what the
        others leave of the room; it makes nothing smaller but for its least lines.
        """
        scale = 1.0
        while True:
            others = self._numeral_height(scale)
            others += sum(each.height for each in self._pieces(scale, []))
            pieces = self._pieces(scale, self._evidence(scale, room - others))
            high = self._numeral_height(scale) + sum(each.height for each in pieces)
            if high <= room or scale <= SMALLEST:
                return scale, pieces
            scale *= SHRINK

    def _evidence(self, scale: float, room: float) -> list[_Piece]:
        """What the score rests on, below a line, as far as it fits."""
        if not self.row.evidence:
            return []
        line = _Piece(None, self.palette.hairline, EVIDENCE_ABOVE * scale, HAIRLINE)
        text = self._text(self.row.evidence, CHART.body, self.palette.ink, EVIDENCE_GAP, scale)
        assert text.setting is not None, "made of a text"
        left = room - line.height - text.gap
        lines = max(LEAST_EVIDENCE, int(left / text.setting.type.leading + 1e-6))
        return [line, replace(text, setting=self.sketch.cut(text.setting, lines, COLUMN))]

    def _draw_piece(self, piece: _Piece, top: float, session: SessionChart) -> None:
        y = top + piece.gap
        if piece.setting is None:
            line = ((self.left, y), (RIGHT, y))
            self.sketch.line(*line, piece.colour, piece.stroke)
            return
        if piece.bars is None:
            self.sketch.put(piece.setting, self.left, y, piece.colour)
            return
        self.sketch.put(piece.setting, self.left, y, piece.colour)
        box = (RIGHT - OLDER_BARS, y, OLDER_BARS, piece.setting.height)
        small_bars(self.sketch, box, piece.bars, session.theme)

    # --- The number that leads ---------------------------------------------------------------

    def _leading(self) -> tuple[str, str, str]:
        """The number, what it is, and what it was in the round before."""
        chart = self.row.chart
        if self.row.score_text:
            return self.row.score_text, self.row.outcome, ""
        if chart.median_text is None:
            return "", "", ""
        return chart.median_text, chart.median_label, chart.earlier_median_text or ""

    def _numeral_height(self, scale: float) -> float:
        return CHART.median.leading * scale if self._leading()[0] else 0.0

    def _draw_numeral(self, top: float, scale: float) -> None:
        number, label, before = self._leading()
        if not number:
            return
        role = CHART.median.scaled(scale)
        base = top + 0.74 * role.size
        x = self.left + self.sketch.text(number, self.left, base, role, self.palette.ink)
        x += GAP * scale
        width = RIGHT - x
        said = self.sketch.set(label, (CHART.median_label.scaled(scale),), width)
        then = self.sketch.set(before, tuple(r.scaled(scale) for r in CHART.body), width)
        last = then if before else said  # its line stands on the number's baseline
        over = said.height + then.height - last.type.leading + baseline(last.type)
        y = self.sketch.put(said, x, base - over, self.palette.ink)
        self.sketch.put(then, x, y, self.palette.ink2)

    # --- What stands below it ----------------------------------------------------------------

    def _pieces(self, scale: float, evidence: Sequence[_Piece]) -> list[_Piece]:
        row, chart, palette = self.row, self.row.chart, self.palette
        found: list[_Piece] = []
        if self._leading()[0]:
            found.append(_Piece(None, palette.ink, GAP * scale, RULE))
        if row.agreement:
            said = self.words.say("Agreement {agreement} of 100", agreement=row.agreement)
            found.append(self._text(said, CHART.word, palette.ink, 16, scale))
        if not row.score_text and chart.median_text is not None and row.outcome:
            found += self._undecided(scale)
        for number, line in enumerate(row.detail):
            gap = 0 if number else 4
            found.append(self._text(line, CHART.body_strong, palette.ink, gap, scale))
        for line in self._before():
            found.append(self._text(line, CHART.body, palette.ink2, 0, scale))
        found += evidence
        if self.older:
            found.append(_Piece(None, palette.hairline, EVIDENCE_ABOVE * scale, HAIRLINE))
            found += [self._older(each, scale) for each in self.older]
        return found

    def _undecided(self, scale: float) -> list[_Piece]:
        """What became of the question where that is no score: agreed to differ."""
        if self.row.outcome.casefold() == self.row.chart.median_label.casefold():
            return []
        return [self._text(self.row.outcome, CHART.word, self.palette.ink, 4, scale)]

    def _before(self) -> list[str]:
        """What the round before came to."""
        chart = self.row.chart
        found = [chart.earlier_text] if chart.earlier_text else []
        beside = not self.row.score_text and chart.median_text is not None
        if chart.earlier_median_text and not beside:
            found.append(self.words.say("Median {before}", before=chart.earlier_median_text))
        return found

    def _older(self, older: OlderRound, scale: float) -> _Piece:
        chart = older.chart
        said = [chart.heading, chart.agreement_text or ""]
        lines = [older.name, ", ".join(filter(None, said))]
        if chart.median_text is not None:
            median = self.words.say("Median {median}", median=chart.median_text)
            lines.append(f"{median}, {chart.votes_text}")
        width = COLUMN - OLDER_BARS - GAP
        roles = tuple(role.scaled(scale * 0.9) for role in CHART.caption)
        setting = self.sketch.set("\n".join(lines), roles, width, balanced=False)
        return _Piece(setting, self.palette.ink2, 12 * scale, bars=chart)

    def _text(
        self, text: str, roles: Sequence[Type], colour: str, gap: float, scale: float
    ) -> _Piece:
        small = tuple(role.scaled(scale) for role in roles)
        return _Piece(self.sketch.set(text, small, COLUMN), colour, gap * scale)
