"""Report blocks: what all chapters of the report share: titles, sections, links, lines of facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.look import tokens
from exports.pdf.furniture import ACROSS, LEFT, baseline
from exports.pdf.layout import Atom, Block, Bookmark, Element, Flow, Link, Mark
from exports.pdf.layout import Words as WordsElement
from exports.pdf.paper_blocks import (
    BODY,
    INK,
    INK2,
    INK3,
    LEAD,
    SESSION,
    STRONG,
    PaperBlocks,
)
from exports.pdf.plan_words import plain_line
from exports.pdf.typesetter import Line, Style
from frameworks.theme import Theme

QUIET: Final = Style(tokens.PDF.caption, INK3)
SECTION: Final = Style(tokens.PDF.section_title, INK)
FIGURES: Final = Style(tokens.PDF.body._replace(family=tokens.FIGURES), INK)
FIGURES_STRONG: Final = Style(tokens.PDF.body_strong._replace(family=tokens.FIGURES), INK)
FIGURES_QUIET: Final = Style(tokens.PDF.body._replace(family=tokens.FIGURES), INK2)
SMALL: Final = Style(tokens.PDF.caption, INK)
FIGURES_SMALL: Final = Style(tokens.PDF.caption._replace(family=tokens.FIGURES), INK)
SMALL_MARK: Final = 8.2
SMALL_GAP: Final = 3.8
LABEL_WIDTH: Final = 118.0  # of the names beside a paragraph
OUTLINE_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where something came from: the theme with its shape, and what it is called there."""

    theme: Theme | None
    second: bool
    name: str


class ReportBlocks(PaperBlocks):
    """Sets the parts of a report with one typesetter, in the language of `words`."""

    __slots__ = ()

    def chapter(self, text: str, name: str = "") -> Block:
        """The title of a chapter, at the top of a page, in the outline too."""
        title = self.balanced(text, SESSION, LEFT, ACROSS)
        return Block((title,), below=4.8, fixed=(bookmark(text, 0, name),))

    def lead(self, text: str) -> Block:
        """What a chapter comes to, in a sentence or two below its title."""
        return Block((self.balanced(text, LEAD, LEFT, 440.0),), below=8.0)

    def section(self, text: str) -> Block:
        """The heading of a part of a chapter, in the outline below it."""
        title = self.balanced(text, SECTION, LEFT, ACROSS)
        mark = replace(bookmark(text, 1), y=20.0)
        return Block((title,), above=20.0, below=5.0, fixed=(mark,), dropped=True)

    def fact(self, label: str, text: str) -> Block:
        """A name with a paragraph beside it, under a hairline."""
        return self.row(
            self.wrapped(label, STRONG, LEFT, LABEL_WIDTH - 14.0),
            self.wrapped(text, BODY, LEFT + LABEL_WIDTH, ACROSS - LABEL_WIDTH),
        )

    def placed(
        self, place: Place, x: float, width: float, style: Style = QUIET
    ) -> tuple[Atom, ...]:
        """A shape with the name of where something came from, on a line of its own."""
        indent = 0.0 if place.theme is None else SMALL_MARK + SMALL_GAP
        named = self.wrapped(place.name, style, x + indent, width - indent)
        if not named or place.theme is None:
            return named
        middle = (style.type.leading - SMALL_MARK) / 2
        mark = Mark(x, middle, SMALL_MARK, place.theme, place.second)
        return (replace(named[0], elements=(mark, *named[0].elements)), *named[1:])

    def more(self, _row: int, _begun: bool, _pages: int) -> Block:
        """What stands below a table that goes on."""
        said = self.words.say("More on the next page.")
        return Block((self.wrapped(said, QUIET, LEFT, ACROSS),), above=7.7)

    def add_under(
        self, flow: Flow, title: Block, entries: Sequence[Block], *, whole: bool = False
    ) -> None:
        """Place a heading and what stands under it: the first of it on the same page, or the
        `whole` of it where a page is high enough.
        """
        if not entries:
            return
        page = flow.bottom - flow.top
        together = sum(entry.height for entry in entries)
        if whole and title.height + together <= page:
            flow.add(title, keep=together)
        else:
            flow.add(title, keep=min(entries[0].height, page / 3))
        for entry in entries:
            flow.add(entry)


def bookmark(text: str, level: int, name: str = "") -> Bookmark:
    """An entry of the outline at the top of a block: one line, not too long."""
    plain = plain_line(text)
    if len(plain) > OUTLINE_LENGTH:
        plain = plain[: OUTLINE_LENGTH - 1].rstrip() + "…"
    return Bookmark(LEFT, 0.0, plain, level, name)


def linked(atoms: Sequence[Atom], x: float, width: float, target: str) -> tuple[Atom, ...]:
    """Lines that lead to a bookmark, as wide as their column; as they are without a target."""
    if not target:
        return tuple(atoms)
    return tuple(
        replace(each, elements=(*each.elements, Link(x, 0.0, width, each.height, target)))
        for each in atoms
    )


def at(x: float, top: float, line: Line) -> Element:
    """A line of text, the top of its leading at `top`."""
    return WordsElement(x, top + baseline(line.style.type), line)


def flush_right(line: Line, right: float, top: float) -> Element:
    """A line of text that ends at `right`."""
    return at(right - line.width, top, line)


def right_aligned(lines: Sequence[Line], right: float) -> tuple[Atom, ...]:
    """Lines that end at `right`, each in a height of its leading."""
    return tuple(Atom(each.style.type.leading, (flush_right(each, right, 0.0),)) for each in lines)


def stacked(lines: Sequence[Line], x: float, top: float) -> Iterator[Element]:
    """Lines one below the other."""
    for line in lines:
        yield at(x, top, line)
        top += line.style.type.leading
