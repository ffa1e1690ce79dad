"""What the talk left beside the scores: agreed to differ, the parking lot, notes, the close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exports.pdf import report_words
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Box, Element
from exports.pdf.paper_blocks import BODY, CAPTION, INK2, STRONG
from exports.pdf.plan_blocks import PlanBlocks
from exports.pdf.plan_words import differing
from exports.pdf.report_blocks import FIGURES, Place, ReportBlocks, at, flush_right
from exports.pdf.report_book import Book
from workshop.facts import ClosingFacts
from workshop.item_staging import CLOSING_LABELS
from workshop.question_facts import NoteFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession

TEXT_WIDTH: Final = 420.0
LABEL: Final = 110.0
HAND: Final = 9.0  # the length of one hand in a bar,
LONGEST: Final = 300.0  # which is never longer than this
BAR: Final = 9.0


@dataclass(frozen=True, slots=True)
class TalkPages:
    """Adds what was said to a book: one chapter, each part only where there is something."""

    book: Book
    blocks: ReportBlocks

    def add(self) -> None:
        """The chapter; no page where nothing was said."""
        snapshot, blocks = self.book.snapshot, self.blocks
        words = blocks.words
        plan = PlanBlocks(blocks.typesetter, words)
        parts = [
            (
                words.say("Agreed to differ"),
                [plan.differing(*each) for each in differing(snapshot)],
            ),
            (
                words.say("Parking lot"),
                [plan.parked(text) for text in snapshot.parked if text.strip()],
            ),
            (words.say("Notes"), self._notes(snapshot)),
        ]
        close = words.say("The close"), self._close(snapshot)
        if not any(entries for _, entries in (*parts, close)):
            return
        flow = self.book.flow()
        flow.add(blocks.chapter(words.say("What else was said")))
        for title, entries in parts:
            blocks.add_under(flow, blocks.section(title), entries)
        blocks.add_under(flow, blocks.section(close[0]), close[1], whole=True)
        self.book.add(flow)

    def _notes(self, snapshot: Snapshot) -> list[Block]:
        """The notes of each question that are for others to read, under its name."""
        out = []
        for session in snapshot.sessions:
            for question in session.questions:
                notes = [each for each in question.notes if is_printed(each)]
                if notes:
                    out.append(self._noted(session, question, notes))
        return out

    def _noted(
        self, session: SnapshotSession, question: SnapshotQuestion, notes: list[NoteFacts]
    ) -> Block:
        blocks = self.blocks
        place = Place(session.theme, session.second, session.title)
        named = [
            *blocks.wrapped(question.short, STRONG, LEFT, LABEL - 12.0),
            *blocks.placed(place, LEFT, LABEL - 12.0),
        ]
        said: list[Atom] = []
        for note in notes:
            if said:
                said.append(Atom(4.0))
            said += blocks.wrapped(note.text, BODY, LEFT + LABEL, ACROSS - LABEL)
        return blocks.row(named, said)

    def _close(self, snapshot: Snapshot) -> list[Block]:
        closing, blocks, words = snapshot.closing, self.blocks, self.blocks.words
        out: list[Block] = []
        if closing is not None and any(closing.counts):
            question = words.say("Was today worth your time?")
            out.append(Block((blocks.wrapped(question, STRONG, LEFT, ACROSS),), below=4.0))
            out += self._hands(closing)
        if closing is not None and closing.words:
            one = words.say("One word for today")
            said = ", ".join(text for _, text in closing.words)
            column = [
                *blocks.wrapped(one, STRONG, LEFT, ACROSS),
                *blocks.wrapped(said, BODY, LEFT, TEXT_WIDTH),
            ]
            out.append(Block((tuple(column),), above=8.0))
        if out:
            after = report_words.afterwards(snapshot, words)
            out.append(blocks.paragraph(after, CAPTION, above=8.0))
        return out

    def _hands(self, closing: ClosingFacts) -> list[Block]:
        """A bar for each answer, the best first, with its number of hands."""
        words, typesetter = self.blocks.words, self.blocks.typesetter
        unit = min(HAND, LONGEST / max(closing.counts))
        out = []
        answers = list(enumerate(closing.counts, 1))
        for answer, hands in reversed(answers):
            label = words.say(CLOSING_LABELS[answer - 1])
            named = words.say("{n} {label}", n=answer, label=label)
            line = BODY.type.leading
            made: list[Element] = [at(LEFT, 0.0, typesetter.shorten(named, BODY, LABEL - 12.0))]
            if hands:
                place = (LEFT + LABEL, (line - BAR) / 2, unit * hands, BAR)
                made.append(Box(*place, fill=INK2))
            count = typesetter.line(str(hands), FIGURES)
            right = LEFT + LABEL + unit * hands + 6.0 + count.width
            made.append(flush_right(count, right, 0.0))
            out.append(Block(((Atom(line, tuple(made)),),)))
        return out


def is_printed(note: NoteFacts) -> bool:
    """Whether a note is for others to read."""
    return not (note.private or note.off_report) and bool(note.text.strip())
