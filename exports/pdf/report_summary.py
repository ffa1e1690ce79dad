"""The report's summary: what the day came to, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exports.look import tokens
from exports.pdf import report_words
from exports.pdf.direction import isolated
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block
from exports.pdf.paper_blocks import BODY, CAPTION, INK, STRONG
from exports.pdf.plan_words import differing, printed_actions
from exports.pdf.report_blocks import (
    FIGURES,
    SECTION,
    Place,
    ReportBlocks,
    at,
    flush_right,
    linked,
)
from exports.pdf.report_book import Book
from exports.pdf.report_picks import Pick, changes, divided, highest, lowest
from exports.pdf.typesetter import Style
from workshop.day_charts import DayCharts
from workshop.facts import ActionFacts
from workshop.snapshot import Snapshot

MOST_ACTIONS: Final = 5
MIDDLE: Final = 24.0  # between two columns
HALF: Final = (ACROSS - MIDDLE) / 2
VALUE: Final = 44.0  # the width of a number at the end of a line
NUMBER: Final = 18.0
OWNER_WIDTH: Final = 110.0
DUE_WIDTH: Final = 62.0
SCORE: Final = Style(
    tokens.PDF.section_title._replace(family=tokens.DISPLAY_FIGURES, size=13.0), INK
)


@dataclass(frozen=True, slots=True)
class Summary:
    """Adds the summary to a book."""

    book: Book
    blocks: ReportBlocks
    charts: DayCharts

    def add(self) -> None:
        """The page: sentences, highest and lowest, what divides, what moved, what follows."""
        blocks, snapshot = self.blocks, self.book.snapshot
        words = blocks.words
        flow = self.book.flow()
        flow.add(blocks.chapter(words.say("What the day came to")))
        flow.add(blocks.lead(self._lead(snapshot)))
        top, low = highest(snapshot, words), lowest(snapshot, words)
        if top or low:
            flow.add(
                self._pair(
                    (words.say("Highest"), top, ""),
                    (words.say("Lowest"), low, words.say("No question stands apart from these.")),
                )
            )
        split, moved = divided(snapshot, words), changes(self.charts, words)
        if self.charts.sessions:
            agreed = words.say("On no question was the room split or spread out.")
            left = (words.say("Most divided"), split, agreed)
            name = words.say("Since last time")
            right = (name, moved, "") if moved else self._differing(snapshot)
            flow.add(self._pair(left, right))
            if moved:
                said = self._differing(snapshot)[2]
                flow.add(blocks.paragraph(said, BODY, above=8.0))
        for block in self._actions(snapshot):
            flow.add(block)
        for block in self._close(snapshot):
            flow.add(block)
        self.book.add(flow)

    def _lead(self, snapshot: Snapshot) -> str:
        """The heading of the profile, and how much was asked and revealed."""
        words = self.blocks.words
        said = []
        if self.charts.profile is not None:
            heading = self.charts.profile.heading.strip()
            said.append(heading if heading.endswith(".") else f"{heading}.")
        asked = report_words.asked_questions(snapshot)
        revealed = sum(bool(question.rounds) for question in asked)
        if not revealed:
            said.append(report_words.nothing_revealed(words))
        else:
            said.append(
                words.count(
                    "{n} of {m} question was voted on and revealed.",
                    "{n} of {m} questions were voted on and revealed.",
                    revealed,
                    m=len(asked),
                )
            )
        return " ".join(said)

    def _differing(self, snapshot: Snapshot) -> tuple[str, Sequence[Pick], str]:
        """How often the group agreed to differ, and on what."""
        words = self.blocks.words
        found = differing(snapshot)
        name = words.say("Agreed to differ")
        if not found:
            return name, (), words.say("On no question did we agree to differ.")
        names = ", ".join(isolated(question.short.strip()) for _, question, _ in found[:3])
        said = words.count(
            "We agreed to differ on {n} question: {names}",
            "We agreed to differ on {n} questions: {names}",
            len(found),
            names=names,
        )
        more = len(found) - 3
        if more > 0:
            said = words.count("{said} and {n} more", "{said} and {n} more", more, said=said)
        return name, (), f"{said}."

    def _pair(self, *columns: tuple[str, Sequence[Pick], str]) -> Block:
        """Two lists side by side, each under its name; a sentence where one is empty."""
        out = []
        for place, (name, picks, none) in enumerate(columns):
            x = LEFT + place * (HALF + MIDDLE)
            column = [*self.blocks.wrapped(name, SECTION, x, HALF), Atom(3.0)]
            for pick in picks:
                column += self._pick(pick, x)
            if not picks:
                column += self.blocks.wrapped(none, BODY, x, HALF)
            out.append(tuple(column))
        return Block(tuple(out), above=14.0)

    def _pick(self, pick: Pick, x: float) -> list[Atom]:
        """A question with where it stands, its number at the end of the line."""
        blocks = self.blocks
        value = blocks.typesetter.line(pick.value, SCORE)
        name = blocks.typesetter.shorten(pick.name, STRONG, HALF - max(VALUE, value.width + 8.0))
        high = SCORE.type.leading
        first = Atom(
            high,
            (
                at(x, (high - STRONG.type.leading) / 2, name),
                flush_right(value, x + HALF, 0.0),
            ),
        )
        place = Place(pick.theme, pick.second, pick.aside)
        return [*linked((first, *blocks.placed(place, x, HALF)), x, HALF, pick.target), Atom(4.0)]

    def _actions(self, snapshot: Snapshot) -> list[Block]:
        blocks, words = self.blocks, self.blocks.words
        actions = printed_actions(snapshot)
        title = blocks.wrapped(words.say("First actions"), SECTION, LEFT, ACROSS)
        if not actions:
            none = blocks.wrapped(
                words.say("No action was proposed or agreed."), BODY, LEFT, ACROSS
            )
            return [Block(((*title, Atom(3.0), *none),), above=14.0)]
        year = snapshot.workshop.held_on.year
        out = [Block((title,), above=14.0, below=3.0)]
        out += [
            self._action(number, each, year)
            for number, each in enumerate(actions[:MOST_ACTIONS], 1)
        ]
        left = len(actions) - MOST_ACTIONS
        if left > 0:
            more = words.count(
                "{n} more action is in the plan.", "{n} more actions are in the plan.", left
            )
            told = linked(blocks.wrapped(more, CAPTION, LEFT, ACROSS), LEFT, ACROSS, "plan")
            out.append(Block((told,), above=4.0))
        return out

    def _action(self, number: int, action: ActionFacts, year: int) -> Block:
        """One line: number, what, owner and due."""
        blocks, words = self.blocks, self.blocks.words
        typesetter = blocks.typesetter
        owner = action.owner.strip() or words.say("No owner yet")
        due = words.say("No date yet")
        if action.due is not None:
            due = words.day(action.due, "short")
            if action.due.year != year:
                due = f"{due} {action.due.year}"
        x = LEFT + NUMBER
        what = ACROSS - NUMBER - OWNER_WIDTH - DUE_WIDTH - 24.0
        line = (
            at(LEFT, 0.0, typesetter.line(str(number), STRONG)),
            at(x, 0.0, typesetter.shorten(action.what, BODY, what)),
            at(x + what + 12.0, 0.0, typesetter.shorten(owner, BODY, OWNER_WIDTH)),
            at(LEFT + ACROSS - DUE_WIDTH, 0.0, typesetter.shorten(due, FIGURES, DUE_WIDTH)),
        )
        column = linked((Atom(BODY.type.leading, line),), LEFT, ACROSS, f"action-{number}")
        return Block((column,), below=1.5)

    def _close(self, snapshot: Snapshot) -> list[Block]:
        """What the hands said at the close, and when the group looks again."""
        blocks, words = self.blocks, self.blocks.words
        out = []
        worth = report_words.worth_in_words(snapshot, words)
        title = blocks.wrapped(words.say("At the close"), SECTION, LEFT, ACROSS)
        said = " ".join(part for part in (worth, report_words.afterwards(snapshot, words)) if part)
        out.append(Block(((*title, Atom(3.0), *blocks.wrapped(said, BODY, LEFT, ACROSS)),), 14.0))
        return out
