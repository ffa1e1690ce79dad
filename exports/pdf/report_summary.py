"""The report's summary: what the day came to, on one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exports.look import tokens
from exports.pdf import report_words
from exports.pdf.direction import sentence
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block
from exports.pdf.paper_blocks import BODY, CAPTION, INK, STRONG
from exports.pdf.plan_words import keep_numbers, printed_actions
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
from exports.pdf.report_picks import (
    MOST,
    Pick,
    PickList,
    changes,
    differed,
    differing,
    divided,
    highest,
    lowest,
)
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
DUE_WIDTH: Final = 74.0
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
        for left, right in self._lists(snapshot):
            flow.add(self._pair(left, right))
        for block in (*self._actions(snapshot), self._close(snapshot)):
            flow.add(block)
        self.book.add(flow)

    def _lists(self, snapshot: Snapshot) -> list[tuple[PickList, PickList]]:
        """What stands side by side; nothing where nothing was revealed."""
        words = self.blocks.words
        if not self.charts.sessions:
            return []
        top, low = highest(snapshot, words), lowest(snapshot, words)
        split = PickList(
            words.say("Most divided"),
            words.say("Agreement"),
            divided(snapshot, words),
            words.say("On no question was the room split or spread out."),
        )
        differ = PickList(
            words.say("Agreed to differ"),
            words.say("Positions"),
            differing(snapshot, words),
            words.say("On no question did we agree to differ."),
            more=max(0, len(differed(snapshot)) - MOST),
        )
        moved = PickList(
            words.say("Since last time"), words.say("Change"), changes(self.charts, words)
        )
        if not moved.picks:
            return [(top, low), (split, differ)]
        return [(top, low), (split, moved), (differ, PickList("", "", []))]

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
                    "Voted on and revealed: {done} of {n} question.",
                    "Voted on and revealed: {done} of {n} questions.",
                    len(asked),
                    done=revealed,
                )
            )
        return keep_numbers(sentence(" ".join(said)))

    def _pair(self, *lists: PickList) -> Block:
        """Two lists side by side, each under its name; a sentence where one is empty."""
        blocks, words = self.blocks, self.blocks.words
        out = []
        for place, each in enumerate(lists):
            x = LEFT + place * (HALF + MIDDLE)
            column = [*blocks.wrapped(each.name, SECTION, x, HALF)]
            if each.picks:
                unit = blocks.typesetter.line(each.unit, CAPTION)
                up = -CAPTION.type.leading - 2.5
                column.append(Atom(3.0, (flush_right(unit, x + HALF, up),)))
            for pick in each.picks:
                column += self._pick(pick, x)
            if not each.picks:
                column += blocks.wrapped(each.none, BODY, x, HALF)
            if each.more:
                said = words.count("and {n} more", "and {n} more", each.more)
                column += blocks.wrapped(said, CAPTION, x, HALF)
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

    def _close(self, snapshot: Snapshot) -> Block:
        """What the hands said at the close, and when the group looks again."""
        blocks, words = self.blocks, self.blocks.words
        worth = report_words.worth_in_words(snapshot, words)
        title = blocks.wrapped(words.say("At the close"), SECTION, LEFT, ACROSS)
        said = " ".join(part for part in (worth, report_words.afterwards(snapshot, words)) if part)
        return Block(((*title, Atom(3.0), *blocks.wrapped(said, BODY, LEFT, ACROSS)),), above=14.0)
