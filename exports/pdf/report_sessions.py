"""Session pages of the report: a row a question, with its evidence, its votes and its score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.charts import distribution
from exports.look import tokens
from exports.pdf import report_words
from exports.pdf.direction import isolated, sentence
from exports.pdf.drawn import atoms as atoms_of
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Box, Element, GoesOn, Mark, Rule
from exports.pdf.paper_blocks import CAPTION, HAIR, INK, INK2, INK3, LEAD, SESSION, STRONG
from exports.pdf.plan_words import CHECKLIST
from exports.pdf.report_blocks import (
    ReportBlocks,
    at,
    bookmark,
    flush_right,
    linked,
    right_aligned,
)
from exports.pdf.report_book import Book, strip_of
from exports.pdf.report_checklist import bars
from exports.pdf.setting import atoms
from exports.pdf.typesetter import Style
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.kinds import OutcomeKind
from workshop.snapshot import SnapshotQuestion

TOP: Final = 38.4
ROW: Final = 121.9
ROW_ABOVE, ROW_BELOW = 9.6, 7.7
CLOSE: Final = 5.8  # above and below a row, where all rows then stand on one page
TEXT_WIDTH: Final = 206.4
CHART: Final = LEFT + 225.6
CHART_WIDTH, CHART_HEIGHT = 168.0, 103.7
SCORES: Final = LEFT + 401.3
SCORES_WIDTH: Final = ACROSS - 401.3
LONG: Final = 200.0  # of what was written: from here on it stands across the page
SHAPE: Final = 21.1
SHAPE_GAP: Final = 8.6
LEAD_WIDTH: Final = 364.8
CHANGE_WIDTH: Final = 116.0
SCORE_WIDTH: Final = 80.0
SWATCH: Final = (8.2, 6.7)
TITLE_LINES: Final = 3

FIGURES: Final = tokens.DISPLAY_FIGURES
TITLE_SCORE: Final = Style(tokens.PDF.session_title._replace(family=FIGURES), INK)
CHANGE: Final = Style(
    tokens.PDF.body._replace(family=tokens.FIGURES, leading=LEAD.type.leading), INK2
)
SCORE: Final = Style(tokens.PDF.score._replace(family=FIGURES), INK)
NO_SCORE: Final = Style(tokens.PDF.score._replace(family=FIGURES), INK3)
QUESTION: Final = Style(tokens.PDF.question, INK)
EVIDENCE: Final = Style(tokens.PDF.body._replace(size=9.1, leading=13.4), INK)
AGAIN: Final = Style(tokens.PDF.section_title, INK)
QUIET: Final = Style(tokens.PDF.caption, INK3)


@dataclass(frozen=True, slots=True)
class SessionPages:
    """Adds the pages of sessions to a book.

    `questions` are all of the workshop's by id, `actions` the plan's numbers by question.
    """

    book: Book
    blocks: ReportBlocks
    questions: Mapping[str, SnapshotQuestion]
    actions: Mapping[str, Sequence[int]]

    def add(self, chart: SessionChart) -> None:
        """A page for the session, and as many more as its questions need."""
        flow = self.book.flow(TOP)
        rows = [block for each in chart.rows for block in self._blocks(each, chart)]
        head = self._head(chart)
        close = [_closer(row) for row in rows]
        if (
            head.height + sum(row.height for row in close)
            <= flow.room
            < head.height + sum(row.height for row in rows)
        ):
            rows = close
        flow.add_table(head, rows, self._goes_on(chart), again=self._again(chart))
        self.book.add(flow, strip_of(chart.theme))

    def _head(self, chart: SessionChart) -> Block:
        """Shape, name and score, the sentence, and the names of the columns, as one block."""
        blocks = self.blocks
        indent = SHAPE + SHAPE_GAP
        name = blocks.typesetter.balance(chart.name, SESSION, ACROSS - indent - SCORE_WIDTH)
        middle = (SESSION.type.leading - SHAPE) / 2
        titled = list(atoms(name, LEFT + indent))
        first: list[Element] = [Mark(LEFT, middle, SHAPE, chart.theme, chart.second)]
        first += titled[0].elements
        if chart.score_text:
            score = blocks.typesetter.line(chart.score_text, TITLE_SCORE)
            first.append(flush_right(score, LEFT + ACROSS, 0.0))
        titled[0] = replace(titled[0], elements=tuple(first))
        lead = blocks.wrapped(sentence(chart.heading), LEAD, LEFT, LEAD_WIDTH)
        change = right_aligned(
            blocks.typesetter.wrap(chart.change, CHANGE, CHANGE_WIDTH), LEFT + ACROSS
        )
        high = max(sum(each.height for each in column) for column in (lead, change))
        below = Atom(high, tuple(self._beside(lead, change)))
        columns = [*titled, Atom(4.8), below, Atom(14.4), self._columns(chart), Atom(4.8)]
        mark = bookmark(chart.name, 0, f"session-{chart.id}")
        return _underlined(Block((tuple(columns),), fixed=(mark,)))

    def _beside(self, *columns: Sequence[Atom]) -> list[Element]:
        out: list[Element] = []
        for column in columns:
            y = 0.0
            for each in column:
                out += [replace(element, y=element.y + y) for element in each.elements]
                y += each.height
        return out

    def _again(self, chart: SessionChart) -> Block:
        """The head of the pages that follow: the name, quieter, and the columns."""
        said = self.blocks.words.say("{name}, continued", name=isolated(chart.name))
        line = self.blocks.typesetter.shorten(said, AGAIN, ACROSS - SHAPE - 4.0)
        size = 11.5
        middle = (AGAIN.type.leading - size) / 2
        mark = Mark(LEFT, middle, size, chart.theme, chart.second)
        named = Atom(AGAIN.type.leading, (mark, at(LEFT + size + 5.0, 0.0, line)))
        return _underlined(Block(((named, Atom(14.4), self._columns(chart), Atom(4.8)),)))

    def _columns(self, chart: SessionChart) -> Atom:
        """The names of the columns, with what stands for the last round and the one before."""
        blocks, words = self.blocks, self.blocks.words
        out: list[Element] = []
        said = words.say("Question and evidence")
        out.append(at(LEFT, 0.0, blocks.typesetter.line(said, CAPTION)))
        colours, palette = tokens.LIGHT.themes[chart.theme], tokens.LIGHT.palette
        x, top = CHART, (CAPTION.type.leading - SWATCH[1]) / 2
        now = Box(x, top, *SWATCH, fill=colours.fill, edge=colours.key, stroke=0.5)
        line = blocks.typesetter.line(words.say("Last round"), CAPTION)
        out += [now, at(x + SWATCH[0] + 3.8, 0.0, line)]
        ghost = self._ghost(chart.rows)
        if ghost:
            x += SWATCH[0] + 3.8 + line.width + 11.5
            then = Box(x, top, *SWATCH, fill=palette.ghostfill, edge=palette.ghost, stroke=0.72)
            said_then = blocks.typesetter.shorten(ghost, CAPTION, SCORES - x - SWATCH[0] - 7.6)
            out += [then, at(x + SWATCH[0] + 3.8, 0.0, said_then)]
        scored = any(self.questions[row.question_id].kind != CHECKLIST for row in chart.rows)
        named = words.say("Agreed score") if scored else words.say("Agreement")
        out.append(at(SCORES, 0.0, blocks.typesetter.line(named, CAPTION)))
        return Atom(CAPTION.type.leading, tuple(out))

    def _ghost(self, rows: Sequence[SessionChartRow]) -> str:
        """What the pale bars of a page are: the round before, last time, or either."""
        words = self.blocks.words
        ghosts = {
            len(self.questions[row.question_id].rounds) > 1
            for row in rows
            if any(column.ghost is not None for column in row.chart.columns)
        }
        if ghosts == {True}:
            return words.say("Round before")
        if ghosts == {False}:
            return words.say("Last time")
        return words.say("Before or last time") if ghosts else ""

    def _goes_on(self, chart: SessionChart) -> GoesOn:
        def goes_on(_row: int, _begun: bool, _pages: int) -> Block:
            said = self.blocks.words.say(
                "{name} goes on on the next page.", name=isolated(chart.name)
            )
            return Block((self.blocks.wrapped(said, QUIET, LEFT, ACROSS),), above=4.0)

        return goes_on

    def _blocks(self, row: SessionChartRow, chart: SessionChart) -> list[Block]:
        """A row, and below it across the page what was written, where that is long."""
        question = self.questions[row.question_id]
        written = self._written(question, TEXT_WIDTH)
        if sum(atom.height for atom in written) <= LONG:
            return [self._row(row, question, chart, written)]
        below = self._written(question, ACROSS)
        return [self._row(row, question, chart, ()), Block((below,), below=ROW_BELOW)]

    def _row(
        self,
        row: SessionChartRow,
        question: SnapshotQuestion,
        chart: SessionChart,
        written: Sequence[Atom],
    ) -> Block:
        """A row: the question with what was written, its votes, its score."""
        setter, size = self.blocks.typesetter, (CHART_WIDTH, CHART_HEIGHT)
        if question.kind == CHECKLIST:
            result = question.rounds[-1].result
            drawing = bars(row.chart, chart.theme, size, setter, result.votes if result else 0)
        else:
            drawing = distribution.draw(row.chart, chart.theme, *size, setter=setter)
        votes = atoms_of(drawing, setter, CHART)
        columns = (self._asked(row, written), votes, self._scored(row, question))
        least = Atom(ROW - ROW_ABOVE - ROW_BELOW)
        fixed = (
            Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, HAIR),
            bookmark(f"{row.number} {row.name}", 1, f"question-{row.question_id}"),
        )
        return Block((*columns, (least,)), above=ROW_ABOVE, below=ROW_BELOW, fixed=fixed)

    def _asked(self, row: SessionChartRow, written: Sequence[Atom]) -> tuple[Atom, ...]:
        blocks, words = self.blocks, self.blocks.words
        named = words.say("{n} {short}", n=row.number, short=isolated(row.name))
        out = [*blocks.wrapped(named, CAPTION, LEFT, TEXT_WIDTH), Atom(1.0)]
        out += [*blocks.balanced(row.text, QUESTION, LEFT, TEXT_WIDTH), *written]
        numbers = self.actions.get(row.question_id, [])
        leads = blocks.wrapped(report_words.leads_to(numbers, words), QUIET, LEFT, TEXT_WIDTH)
        if leads:
            out += [Atom(5.8), *linked(leads, LEFT, TEXT_WIDTH, f"action-{numbers[0]}")]
        return tuple(out)

    def _written(self, question: SnapshotQuestion, width: float) -> tuple[Atom, ...]:
        """The evidence, and both positions where the group agreed to differ."""
        paragraphs = [report_words.evidence(question)]
        outcome = question.outcome
        if outcome is not None and not outcome.off_report:
            if question.kind == CHECKLIST:
                outcome = replace(outcome, low=None, high=None)
            paragraphs += report_words.positions(outcome, self.blocks.words)
        out: list[Atom] = []
        for text in filter(None, paragraphs):
            out += [Atom(5.8), *self.blocks.wrapped(text, EVIDENCE, LEFT, width)]
        return tuple(out)

    def _scored(self, row: SessionChartRow, question: SnapshotQuestion) -> tuple[Atom, ...]:
        """The agreed score, or in grey the median that stands for it; agreement and votes.

        A checklist has no score.
        """
        blocks = self.blocks
        out: list[Atom] = []
        checklist = question.kind == CHECKLIST
        if row.score_text and not checklist:
            out += blocks.wrapped(row.score_text, SCORE, SCORES, SCORES_WIDTH)
        elif row.chart.median is not None and not checklist:
            median = blocks.words.number(row.chart.median, 1)
            out += blocks.wrapped(median, NO_SCORE, SCORES, SCORES_WIDTH)
            out += blocks.wrapped(self._standing(question), QUIET, SCORES, SCORES_WIDTH)
        if out:
            out.append(Atom(6.7))
        # Too few votes for a word: from where to where they reach is said in steps.
        in_steps = not row.agreement and row.chart.median is not None
        word = "" if checklist and in_steps else row.word
        if row.chart.borderline_text:
            word = f"{word}, {row.chart.borderline_text}"
        if word:
            out += blocks.wrapped(word, STRONG, SCORES, SCORES_WIDTH)
        for line in self._numbers(row, question):
            out += blocks.wrapped(line, CAPTION, SCORES, SCORES_WIDTH)
        return tuple(out)

    def _numbers(self, row: SessionChartRow, question: SnapshotQuestion) -> list[str]:
        """Where the camps stand, the agreement, median and votes, and how many rounds it took."""
        lines = [row.chart.votes_text] if question.kind == CHECKLIST else list(row.detail)
        if row.agreement:
            result = question.rounds[-1].result
            split = result is not None and result.agreement.camps is not None
            said = self.blocks.words.say("Agreement {points}", points=row.agreement)
            lines.insert(int(split and question.kind != CHECKLIST), said)
        return [*lines, row.rounds]

    def _standing(self, question: SnapshotQuestion) -> str:
        """What the grey number is."""
        outcome = question.outcome
        if outcome is not None and outcome.kind is OutcomeKind.DIFFER:
            return self.blocks.words.say("Median; agreed to differ")
        return self.blocks.words.say("Median; nothing agreed")


def _closer(row: Block) -> Block:
    """A row with less air around it."""
    return replace(row, above=min(row.above, CLOSE), below=min(row.below, CLOSE))


def _underlined(block: Block) -> Block:
    """A head with the line under it: the first row below a head has none."""
    rule = Rule(LEFT, block.height, ACROSS, tokens.PDF_HAIRLINE, HAIR)
    return replace(block, fixed=(*block.fixed, rule))
