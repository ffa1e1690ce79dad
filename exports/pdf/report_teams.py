"""The teams side by side: the medians of all questions by team, as far as they may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exports.charts.bars import Box, hatch
from exports.charts.sketch import Sketch
from exports.look import tokens
from exports.look.diverging import PALE, fill_at
from exports.pdf.direction import sentence
from exports.pdf.drawn import elements
from exports.pdf.furniture import ACROSS, LEFT, baseline
from exports.pdf.layout import Atom, Block, Element, Flow, Mark, Rule
from exports.pdf.paper_blocks import BODY, CAPTION, HAIR, HEAD, INK
from exports.pdf.report_blocks import QUIET, SMALL, ReportBlocks, linked, stacked
from exports.pdf.report_book import Book
from exports.pdf.typesetter import Style
from workshop.day_charts import HeatCell, HeatMapChart, HeatRow

MOST_TEAMS: Final = 8  # columns of one table
NAME: Final = 150.0
GAP: Final = 10.0
CELL_GAP: Final = 2.0
WIDEST: Final = 84.0
ROW: Final = 21.0
SMALLEST_MARK: Final = 8.2
HATCH: Final = 4.0  # from one line of the hatching to the next
VALUE: Final = Style(tokens.PDF.body_strong._replace(family=tokens.FIGURES), INK)


@dataclass(frozen=True, slots=True)
class TeamPages:
    """Adds the tables to a book, as many teams side by side as have room, the room at the end."""

    book: Book
    blocks: ReportBlocks

    def add(self, chart: HeatMapChart | None) -> None:
        """The tables; no page where no team may be shown apart."""
        if chart is None:
            return
        blocks, words = self.blocks, self.blocks.words
        flow = self.book.flow()
        flow.add(blocks.chapter(words.say("Teams side by side")))
        heading = chart.heading.strip()
        flow.add(blocks.lead(sentence(heading if heading.endswith(".") else f"{heading}.")))
        flow.add(self._legend(chart))
        number = len(chart.teams)
        tables = -(-number // MOST_TEAMS)
        for table in range(tables):
            first, last = table * number // tables, (table + 1) * number // tables
            self._table(flow, chart, first, last)
        flow.add(blocks.paragraph(chart.foot, QUIET, above=7.7))
        self.book.add(flow)

    def _table(self, flow: Flow, chart: HeatMapChart, first: int, last: int) -> None:
        names = [*chart.teams[first:last], chart.whole]
        width = min(WIDEST, (ACROSS - NAME - GAP) / len(names))
        rows = [
            self._row(each, [*each.cells[first:last], each.whole], width) for each in chart.rows
        ]
        flow.add_table(self._head(names, width), rows, self.blocks.more)

    def _legend(self, chart: HeatMapChart) -> Block:
        """What the ends of the colours stand for."""
        sketch = Sketch(self.blocks.typesetter, tokens.PDF_PAPER)
        middle, swatch, x = CAPTION.type.leading / 2, 12.0, 0.0
        base = baseline(CAPTION.type)
        low, high = chart.ends
        x += sketch.text(low, x, base, CAPTION.type, CAPTION.colour) + 6.0
        for step in range(len(tokens.DIVERGING)):
            colour = fill_at(step / (len(tokens.DIVERGING) - 1), PALE)
            sketch.rect((x, middle - 4.0, swatch, 8.0), colour)
            x += swatch + 1.0
        sketch.text(high, x + 5.0, base, CAPTION.type, CAPTION.colour)
        drawing = sketch.drawing(ACROSS, CAPTION.type.leading)
        atom = Atom(drawing.height, tuple(elements(drawing, self.blocks.typesetter, LEFT)))
        return Block(((atom,),))

    def _head(self, names: Sequence[str], width: float) -> Block:
        """The names of the teams, each over its column, ending on one line."""
        setter = self.blocks.typesetter
        lines = [setter.wrap(name, HEAD, width - CELL_GAP - 4.0) for name in names]
        high = max(sum(line.style.type.leading for line in each) for each in lines)
        out: list[Element] = []
        for place, each in enumerate(lines):
            x = LEFT + NAME + GAP + place * width
            y = high - sum(line.style.type.leading for line in each)
            for line in each:
                left = x + (width - CELL_GAP - line.width) / 2
                out += stacked([line], left, y)
                y += line.style.type.leading
        rule = Rule(LEFT, 16.0 + high + 3.0, ACROSS, tokens.PDF_HAIRLINE, INK)
        return Block(
            ((Atom(high, tuple(out)),),), above=16.0, below=4.0, fixed=(rule,), dropped=True
        )

    def _row(self, row: HeatRow, cells: Sequence[HeatCell], width: float) -> Block:
        setter = self.blocks.typesetter
        sketch = Sketch(setter, tokens.PDF_PAPER)
        for place, cell in enumerate(cells):
            x = NAME + GAP + place * width
            _cell(sketch, (x, 1.0, width - CELL_GAP, ROW - 2.0), cell)
        indent = SMALLEST_MARK + 5.0
        style = BODY if setter.width(row.name, BODY) <= NAME - indent else SMALL
        name = setter.shorten(row.name, style, NAME - indent)
        out: list[Element] = [
            Mark(LEFT, (ROW - SMALLEST_MARK) / 2, SMALLEST_MARK, row.theme, row.second),
            *stacked([name], LEFT + indent, (ROW - style.type.leading) / 2),
            *elements(sketch.drawing(ACROSS, ROW), setter, LEFT),
        ]
        atoms = linked((Atom(ROW, tuple(out)),), LEFT, ACROSS, f"question-{row.question_id}")
        return Block((atoms,), fixed=(Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, HAIR),))


def _cell(sketch: Sketch, place: Box, cell: HeatCell) -> None:
    x, y, width, height = place
    if cell.hidden:
        hatch(sketch, place, sketch.palette.hairline, tokens.PDF_HAIRLINE, HATCH)
        return
    if cell.place is not None:
        sketch.rect(place, fill_at(cell.place, PALE))
    base = y + (height - VALUE.type.leading) / 2 + baseline(VALUE.type)
    sketch.text(cell.text, x + width / 2, base, VALUE.type, VALUE.colour, "middle")
