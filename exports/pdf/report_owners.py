"""A sheet for each owner: what they have promised, by when, and how it will be known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from exports.pdf.direction import isolated
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Bookmark, Flow
from exports.pdf.paper_blocks import BODY, STRONG
from exports.pdf.plan_blocks import FIRST, QUIET, WHAT
from exports.pdf.plan_words import printed_actions, workshop_line
from exports.pdf.report_blocks import Place, ReportBlocks, bookmark
from exports.pdf.report_book import Book
from workshop.facts import ActionFacts
from workshop.snapshot import Snapshot

NUMBER: Final = 21.0
WHAT_WIDTH: Final = 246.0
DUE: Final = LEFT + NUMBER + WHAT_WIDTH + 16.0
DUE_WIDTH: Final = 48.0
MEASURE: Final = DUE + DUE_WIDTH + 14.0


@dataclass(frozen=True, slots=True)
class Owned:
    """An owner as first written ('' where there is none), and their actions with their numbers."""

    owner: str
    actions: tuple[tuple[int, ActionFacts], ...]


def by_owner(snapshot: Snapshot) -> list[Owned]:
    """The printed actions by owner, in the order of their first one; those of nobody last.

    Upper and lower case and spaces do not make another owner.
    """
    found: dict[str, list[tuple[int, ActionFacts]]] = {}
    for number, action in enumerate(printed_actions(snapshot), 1):
        found.setdefault(_same(action.owner), []).append((number, action))
    nobody = found.pop("", None)
    owned = [Owned(" ".join(each[0][1].owner.split()), tuple(each)) for each in found.values()]
    return [*owned, Owned("", tuple(nobody))] if nobody else owned


@dataclass(frozen=True, slots=True)
class OwnerSheets:
    """Adds a sheet for each owner to a book, each on a page of its own."""

    book: Book
    blocks: ReportBlocks

    def add(self) -> None:
        """The sheets, those without an owner together on the last one."""
        words = self.blocks.words
        sheets = by_owner(self.book.snapshot)
        for place, each in enumerate(sheets):
            flow = self.book.flow()
            if each.owner:
                title = self.blocks.chapter(each.owner)
            else:
                title = self.blocks.chapter(words.say("Actions that still need an owner"))
            group = bookmark(words.say("A sheet for each owner"), 0)
            marks = [replace(each, level=1) for each in title.fixed if isinstance(each, Bookmark)]
            flow.add(replace(title, fixed=(*([] if place else [group]), *marks)))
            self._sheet(flow, each)
            self.book.add(flow)

    def _sheet(self, flow: Flow, owned: Owned) -> None:
        blocks, words, snapshot = self.blocks, self.blocks.words, self.book.snapshot
        from_where = workshop_line(snapshot, words)
        count = words.count("{n} action", "{n} actions", len(owned.actions))
        lead = words.say("{count} from {workshop}", count=count, workshop=isolated(from_where))
        flow.add(blocks.lead(lead))
        heads = (
            ("", LEFT, NUMBER),
            (words.say("What, and the first step"), LEFT + NUMBER, WHAT_WIDTH),
            (words.say("Due"), DUE, DUE_WIDTH),
            (words.say("How we will know"), MEASURE, LEFT + ACROSS - MEASURE),
        )
        year = snapshot.workshop.held_on.year
        rows = [self._row(number, action, year) for number, action in owned.actions]
        flow.add_table(blocks.table_head(heads), rows, self.blocks.more)

    def _row(self, number: int, action: ActionFacts, year: int) -> Block:
        blocks, words = self.blocks, self.blocks.words
        x = LEFT + NUMBER
        what = [*blocks.balanced(action.what, WHAT, x, WHAT_WIDTH)]
        if action.first_step.strip():
            step = words.say("First: {step}", step=action.first_step.strip())
            what += blocks.balanced(step, FIRST, x, WHAT_WIDTH)
        place = ", ".join(
            isolated(part.strip()) for part in (action.session, action.short) if part.strip()
        )
        what += blocks.placed(Place(action.theme, action.second, place), x, WHAT_WIDTH)
        return blocks.row(
            blocks.wrapped(str(number), STRONG, LEFT, NUMBER),
            what,
            self._due(action, year),
            blocks.wrapped(action.measure, BODY, MEASURE, LEFT + ACROSS - MEASURE),
        )

    def _due(self, action: ActionFacts, year: int) -> tuple[Atom, ...]:
        blocks, words = self.blocks, self.blocks.words
        if action.due is None:
            return blocks.wrapped(words.say("No date yet"), QUIET, DUE, DUE_WIDTH)
        day = words.day(action.due, "short")
        if action.due.year != year:
            day = f"{day}\n{action.due.year}"
        return blocks.wrapped(day, STRONG, DUE, DUE_WIDTH)


def _same(owner: str) -> str:
    return " ".join(owner.split()).casefold()
