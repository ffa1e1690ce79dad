"""The report's book: chapters of pages, each under a strip of its own, numbered once all are in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from exports.look import tokens
from exports.pdf.furniture import STRIP, band, foot, strip
from exports.pdf.layout import Bookmark, Box, Element, Flow, Link, Page
from exports.pdf.painter import HEIGHT, WIDTH
from exports.pdf.paper_blocks import BOTTOM
from exports.pdf.typesetter import Typesetter
from frameworks.theme import Theme
from workshop.snapshot import Snapshot
from workshop.words import Words


@dataclass(slots=True)
class Book:
    """The pages of a report as they come, and what every page bears once all are there.

    `left_out` says what should be on them and is not, a sentence each.
    """

    snapshot: Snapshot
    words: Words
    typesetter: Typesetter
    left_out: list[str] = field(default_factory=list)
    _pages: list[tuple[Page, Sequence[Element], str]] = field(default_factory=list)

    def flow(self, top: float = tokens.PDF_MARGIN_TOP) -> Flow:
        """Pages of the usual margins, to be filled and added."""
        return Flow(top, HEIGHT - BOTTOM)

    def add(
        self, flow: Flow, strip_of_page: Sequence[Element] | None = None, aside: str = ""
    ) -> None:
        """Take in the pages of a chapter, under the strip of the whole day unless another is
        given; `aside` stands in the foot in place of the page number.
        """
        chosen = strip(self.snapshot) if strip_of_page is None else strip_of_page
        self._pages += [(page, chosen, aside) for page in flow.pages]

    def bound(self) -> list[Page]:
        """All pages with strip, band and foot; a link whose target is not printed is none."""
        last = len(self._pages)
        printed = {
            each.name
            for page, _, _ in self._pages
            for each in page.elements
            if isinstance(each, Bookmark)
        }
        for number, (page, above, aside) in enumerate(self._pages, 1):
            furniture: list[Element] = []
            if self.snapshot.workshop.rehearsal:
                down = max((_foot_of(each) for each in above), default=STRIP) - STRIP
                marked = band(self.words, self.typesetter)
                furniture += [replace(each, y=each.y + down) for each in marked]
            kept = [e for e in page.elements if not isinstance(e, Link) or e.target in printed]
            page.elements[:] = [*furniture, *above, *kept]
            said = aside or self.words.say("Page {n} of {m}", n=number, m=last)
            page.elements += foot(said, self.snapshot, self.words, self.typesetter)
        return [page for page, _, _ in self._pages]


def _foot_of(element: Element) -> float:
    return element.y + element.height if isinstance(element, Box) else 0.0


def strip_of(theme: Theme) -> list[Element]:
    """The strip of a session's page, in its colour, with the line around it that it may need."""
    colours = tokens.LIGHT.themes[theme]
    fill = Box(0.0, 0.0, WIDTH, STRIP, fill=colours.fill)
    if colours.key == colours.fill:
        return [fill]
    return [fill, Box(0.0, STRIP - 0.75, WIDTH, 0.75, fill=colours.key)]
