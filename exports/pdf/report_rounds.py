"""Earlier rounds: what was said before the two rounds that a session's page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from exports.charts import distribution
from exports.pdf.drawn import atoms as drawn
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block
from exports.pdf.paper_blocks import CAPTION, STRONG
from exports.pdf.plan_words import CHECKLIST
from exports.pdf.report_blocks import Place, ReportBlocks
from exports.pdf.report_book import Book
from workshop.charts import distribution_chart
from workshop.question_facts import RoundFacts
from workshop.snapshot import SnapshotQuestion, SnapshotSession

ON_A_PAGE: Final = 2  # rounds that a session's page shows
ABREAST: Final = 3
GAP: Final = 15.0
WIDTH: Final = (ACROSS - (ABREAST - 1) * GAP) / ABREAST
HEIGHT: Final = 92.0


@dataclass(frozen=True, slots=True)
class RoundPages:
    """Adds the rounds before the last two to a book; no page where no question had more."""

    book: Book
    blocks: ReportBlocks

    def add(self) -> None:
        """Every question that had more than two rounds, its oldest round first."""
        blocks, words = self.blocks, self.blocks.words
        found = [
            (session, question)
            for session in self.book.snapshot.sessions
            for question in session.questions
            if len(question.rounds) > ON_A_PAGE and not session.left_out
        ]
        if not found:
            return
        flow = self.book.flow()
        flow.add(blocks.chapter(words.say("Earlier rounds")))
        said = words.say("The last round and the one before it stand on the session’s page.")
        flow.add(blocks.lead(said))
        for session, question in found:
            rows = self._rows(session, question)
            flow.add(self._named(session, question), keep=rows[0].height)
            for row in rows:
                flow.add(row)
        self.book.add(flow)

    def _named(self, session: SnapshotSession, question: SnapshotQuestion) -> Block:
        place = Place(session.theme, session.second, session.title)
        name = self.blocks.wrapped(question.short, STRONG, LEFT, ACROSS)
        row = self.blocks.row((*name, *self.blocks.placed(place, LEFT, ACROSS)))
        return replace(row, below=4.0)

    def _rows(self, session: SnapshotSession, question: SnapshotQuestion) -> list[Block]:
        """The charts, three side by side."""
        rounds = question.rounds[:-ON_A_PAGE]
        out = []
        for first in range(0, len(rounds), ABREAST):
            columns = [
                self._round(session, question, each, LEFT + place * (WIDTH + GAP))
                for place, each in enumerate(rounds[first : first + ABREAST])
            ]
            out.append(Block(tuple(columns), below=10.0))
        return out

    def _round(
        self, session: SnapshotSession, question: SnapshotQuestion, each: RoundFacts, x: float
    ) -> tuple[Atom, ...]:
        blocks, words = self.blocks, self.blocks.words
        assert each.result is not None, "only revealed rounds are in a snapshot"
        chart = distribution_chart(each.result, question.scale_labels, None, None, words)
        drawing = distribution.draw(chart, session.theme, WIDTH, HEIGHT, setter=blocks.typesetter)
        checklist = question.kind == CHECKLIST
        lines = [words.say("Round {n}: {word}", n=each.number, word=chart.heading)]
        if checklist and chart.agreement_text is None and chart.median is not None:
            lines = [words.say("Round {n}", n=each.number)]  # no word, and no steps to name
        if chart.agreement_text is not None:
            lines.append(words.say("Agreement {points}", points=chart.agreement_text))
        if chart.median_text is not None and not checklist:
            votes = chart.votes_text
            lines.append(
                words.say("Median {median}, {votes}", median=chart.median_text, votes=votes)
            )
        else:
            lines.append(chart.votes_text)
        told = [atom for line in lines for atom in blocks.wrapped(line, CAPTION, x, WIDTH)]
        return (*told, Atom(4.0), *drawn(drawing, blocks.typesetter, x))
