"""The method pages: how the numbers of a report were made, and what is not among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.pdf import report_method_words
from exports.pdf.direction import isolated
from exports.pdf.furniture import LEFT
from exports.pdf.layout import Atom, Block
from exports.pdf.paper_blocks import BODY, HEAD
from exports.pdf.report_blocks import FIGURES, ReportBlocks, right_aligned
from exports.pdf.report_book import Book
from exports.pdf.report_statistics import StatisticsTable
from workshop.snapshot import Snapshot, SnapshotTeam

NAME: Final = 200.0
RIGHTS: Final = (290.0, 370.0, 450.0)
NUMBER: Final = 76.0


@dataclass(frozen=True, slots=True)
class MethodPages:
    """Adds the method and the appendix to a book."""

    book: Book
    blocks: ReportBlocks

    def add(self) -> None:
        """Rules, statistics, who was there, what is left out, and the table of statistics."""
        snapshot, blocks = self.book.snapshot, self.blocks
        words = blocks.words
        flow = self.book.flow()
        flow.add(blocks.chapter(words.say("How these numbers were made")))
        rules = [blocks.fact(*each) for each in report_method_words.rules(snapshot, words)]
        blocks.add_under(flow, blocks.section(words.say("The rules in force")), rules)
        told = [
            blocks.fact(words.say(name), words.say(text))
            for name, text in report_method_words.STATISTICS
        ]
        blocks.add_under(flow, blocks.section(words.say("What the numbers mean")), told)
        left = [
            blocks.paragraph(text, BODY, above=3.0)
            for text in report_method_words.left_out(snapshot, words)
        ]
        blocks.add_under(flow, blocks.section(words.say("What is not in this report")), left)
        flow.add(blocks.section(words.say("Who was there")), keep=60.0)
        flow.add_table(self._team_head(), self._teams(snapshot), self.blocks.more)
        self.book.add(flow)
        self._appendix(snapshot)

    def _appendix(self, snapshot: Snapshot) -> None:
        words = self.blocks.words
        if not report_method_words.revealed(snapshot):
            return
        flow = self.book.flow()
        flow.add(self.blocks.chapter(words.say("All statistics")))
        said = words.say("Every revealed round. What the columns mean stands on the pages before.")
        flow.add(self.blocks.lead(said))
        StatisticsTable(self.blocks).add(flow, snapshot)
        self.book.add(flow)

    def _team_head(self) -> Block:
        words = self.blocks.words
        heads = [(words.say("Team"), LEFT, NAME)]
        names = (words.say("Voting seats"), words.say("Here at the end"), words.say("Observers"))
        heads += [
            (name, LEFT + right - self._width(name), self._width(name) + 1.0)
            for name, right in zip(names, RIGHTS, strict=True)
        ]
        return self.blocks.table_head(heads)

    def _width(self, name: str) -> float:
        return min(NUMBER, self.blocks.typesetter.width(name, HEAD))

    def _teams(self, snapshot: Snapshot) -> list[Block]:
        words = self.blocks.words
        rows = [self._team(each) for each in snapshot.teams]
        if len(snapshot.teams) != 1:
            whole = SnapshotTeam(
                words.say("All"),
                snapshot.people,
                present=sum(each.present for each in snapshot.teams),
                observers=sum(each.observers for each in snapshot.teams),
            )
            rows.append(self._team(whole))
        return rows

    def _team(self, team: SnapshotTeam) -> Block:
        blocks = self.blocks
        columns: list[Sequence[Atom]] = [blocks.wrapped(isolated(team.name), BODY, LEFT, NAME)]
        for value, right in zip((team.seats, team.present, team.observers), RIGHTS, strict=True):
            line = blocks.typesetter.line(blocks.words.number(value), FIGURES)
            columns.append(right_aligned([line], LEFT + right))
        return replace(blocks.row(*columns), above=3.0, below=3.2)
