"""The appendix: every statistic of every revealed round, in one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from exports.look import tokens
from exports.pdf.direction import isolated
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Flow, Rule
from exports.pdf.paper_blocks import HAIR, HEAD, INK, STRONG
from exports.pdf.report_blocks import (
    FIGURES_SMALL,
    SMALL,
    SMALL_MARK,
    Place,
    ReportBlocks,
    right_aligned,
)
from workshop.agreement import (
    quartiles,
    standard_deviation,
    tastle_wierman,
    van_der_eijk,
)
from workshop.last_time import MINUS
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.tally import Distribution
from workshop.words import Words

NAME: Final = 152.0
NONE: Final = "–"
ABOVE, BELOW = 3.0, 3.2
LEAST_FOR_SD: Final = 2


@dataclass(frozen=True, slots=True)
class Statistic:
    """A column: its head, where it ends from the left margin, its width, and its text."""

    head: str
    right: float
    width: float
    text: Callable[[Distribution, Words], str]


def statistics(words: Words) -> tuple[Statistic, ...]:
    """The columns of the table, left to right."""
    return (
        Statistic(words.say("Votes"), 184.0, 28.0, lambda d, w: w.number(d.votes)),
        Statistic(words.say("Don’t know"), 220.0, 32.0, lambda d, w: w.number(d.dont_know)),
        Statistic(words.say("Median"), 260.0, 36.0, _median),
        Statistic(words.say("Middle half"), 314.0, 50.0, _middle_half),
        Statistic(words.say("Agree\u00adment"), 360.0, 40.0, _points),
        Statistic(words.say("Cns"), 393.0, 30.0, _of(tastle_wierman)),
        Statistic(words.say("A"), 426.0, 30.0, _of(van_der_eijk)),
        Statistic(words.say("SD"), 457.0, 28.0, _deviation(normalised=False)),
        Statistic(words.say("SD, share"), ACROSS, 34.0, _deviation(normalised=True)),
    )


@dataclass(frozen=True, slots=True)
class StatisticsTable:
    """Adds the table to a chapter."""

    blocks: ReportBlocks

    def add(self, flow: Flow, snapshot: Snapshot) -> None:
        """A row for each revealed round, under a line for each session."""
        words = self.blocks.words
        columns = statistics(words)
        rows: list[Block] = []
        for session in snapshot.sessions:
            asked = [q for q in session.questions if q.rounds and not session.left_out]
            for place, question in enumerate(asked):
                for each in question.rounds:
                    first = place == 0 and each is question.rounds[0]
                    named = self._session(session) if first else ()
                    if each.result is not None:
                        name = self._name(session, question, each.number)
                        rows.append(self._row(name, each.result, columns, named))
        if rows:
            flow.add_table(self._head(columns), rows, self.blocks.more)

    def _session(self, session: SnapshotSession) -> tuple[Atom, ...]:
        place = Place(session.theme, session.second, session.title)
        return (Atom(4.0), *self.blocks.placed(place, LEFT, ACROSS, STRONG), Atom(2.0))

    def _name(self, session: SnapshotSession, question: SnapshotQuestion, number: int) -> str:
        words = self.blocks.words
        place = session.questions.index(question) + 1
        named = words.say("{n} {short}", n=place, short=isolated(question.short))
        if len(question.rounds) == 1:
            return named
        return words.say("{name}, round {n}", name=named, n=number)

    def _row(
        self,
        name: str,
        result: Distribution,
        columns: Sequence[Statistic],
        named: tuple[Atom, ...],
    ) -> Block:
        setter, words = self.blocks.typesetter, self.blocks.words
        above = tuple(named)
        out = [(*above, *self.blocks.wrapped(name, SMALL, LEFT + SMALL_MARK + 3.8, NAME - 12.0))]
        gap = (Atom(sum(atom.height for atom in above)),)
        for column in columns:
            line = setter.line(column.text(result, words), FIGURES_SMALL)
            out.append((*gap, *right_aligned([line], LEFT + column.right)))
        rule = Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, HAIR)
        return Block(tuple(out), above=ABOVE, below=BELOW, fixed=(rule,))

    def _head(self, columns: Sequence[Statistic]) -> Block:
        blocks, words = self.blocks, self.blocks.words
        out = [blocks.wrapped(words.say("Question"), HEAD, LEFT, NAME)]
        for column in columns:
            lines = blocks.typesetter.wrap(column.head, HEAD, column.width)
            out.append(right_aligned(lines, LEFT + column.right))
        high = max(sum(atom.height for atom in column) for column in out)
        lowered = [(Atom(high - sum(atom.height for atom in column)), *column) for column in out]
        rule = Rule(LEFT, 10.0 + high + 4.0, ACROSS, tokens.PDF_HAIRLINE, INK)
        return Block(tuple(lowered), above=10.0, below=4.4, fixed=(rule,), dropped=True)


def _median(result: Distribution, words: Words) -> str:
    return NONE if result.median is None else words.number(result.median)


def _middle_half(result: Distribution, words: Words) -> str:
    if not result.answers:
        return NONE
    low, high = quartiles(result.counts)
    return words.say("{low} to {high}", low=words.number(low), high=words.number(high))


def _points(result: Distribution, words: Words) -> str:
    points = result.agreement.points
    return NONE if points is None else words.number(points)


def _of(statistic: Callable[[Sequence[int]], float]) -> Callable[[Distribution, Words], str]:
    def text(result: Distribution, words: Words) -> str:
        if not result.answers:
            return NONE
        return words.number(statistic(result.counts), 2).replace("-", MINUS)

    return text


def _deviation(*, normalised: bool) -> Callable[[Distribution, Words], str]:
    def text(result: Distribution, words: Words) -> str:
        if result.answers < LEAST_FOR_SD:
            return NONE
        return words.number(standard_deviation(result.counts, normalised=normalised), 2)

    return text
