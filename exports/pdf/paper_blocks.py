"""Paper blocks: what the agenda and the run sheet share: heads, table heads and rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exports.look import tokens
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Bookmark, Mark, Rule
from exports.pdf.setting import balanced, wrapped
from exports.pdf.typesetter import Style, Typesetter
from frameworks.theme import Theme
from workshop.words import Words

INK: Final = tokens.LIGHT.palette.ink
INK2: Final = tokens.LIGHT.palette.ink2
INK3: Final = tokens.LIGHT.palette.ink3
HAIR: Final = tokens.LIGHT.palette.hairline

PLAIN: Final = Style(tokens.PDF.lead._replace(size=10.5, leading=15.0), INK2)
TITLE: Final = Style(tokens.PDF.cover_title, INK)
SESSION: Final = Style(tokens.PDF.session_title, INK)
LEAD: Final = Style(tokens.PDF.lead, INK)
LEAD_QUIET: Final = Style(tokens.PDF.lead, INK2)
HEAD: Final = Style(tokens.PDF.table_head, INK3)
STRONG: Final = Style(tokens.PDF.body_strong, INK)
TIME: Final = Style(tokens.PDF.body_strong._replace(family=tokens.FIGURES), INK)
BODY: Final = Style(tokens.PDF.body, INK)
QUIET: Final = Style(tokens.PDF.body, INK2)
CAPTION: Final = Style(tokens.PDF.caption, INK2)
NAME: Final = Style(tokens.PDF.question, INK)

BOTTOM: Final = 57.0
ROW_ABOVE, ROW_BELOW = 7.0, 8.0


@dataclass(frozen=True, slots=True)
class PaperBlocks:
    """Sets the parts of a paper with one typesetter, in the language of `words`."""

    typesetter: Typesetter
    words: Words

    def wrapped(self, text: str, style: Style, x: float, width: float) -> tuple[Atom, ...]:
        """`text` in lines of at most `width` from `x` on."""
        return wrapped(self.typesetter, text, style, x, width)

    def balanced(self, text: str, style: Style, x: float, width: float) -> tuple[Atom, ...]:
        """As `wrapped`, the lines about as long as each other."""
        return balanced(self.typesetter, text, style, x, width)

    def paragraph(
        self, text: str, style: Style, *, above: float = 0.0, width: float = ACROSS
    ) -> Block:
        """A text across the page; nothing where it is empty."""
        return Block((self.wrapped(text.strip(), style, LEFT, width),), above=above)

    def title(self, text: str) -> Block:
        """The paper's name, in the outline too."""
        title = self.balanced(text, TITLE, LEFT, ACROSS)
        return Block((title,), above=2.0, fixed=(Bookmark(LEFT, 0.0, text, 0),))

    def table_head(self, columns: Sequence[tuple[str, float, float]]) -> Block:
        """The names of columns, each with its left end and width, over a line."""
        set_ = tuple(self.wrapped(text, HEAD, x, width) for text, x, width in columns)
        tallest = max(sum(atom.height for atom in column) for column in set_)
        above = 16.0
        rule = Rule(LEFT, above + tallest + 5.0, ACROSS, tokens.PDF_HAIRLINE, INK)
        return Block(set_, above=above, below=5.3, fixed=(rule,), dropped=True)

    def row(self, *columns: Sequence[Atom]) -> Block:
        """A row under a hairline."""
        rule = Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, HAIR)
        made = tuple(tuple(column) for column in columns)
        return Block(made, above=ROW_ABOVE, below=ROW_BELOW, fixed=(rule,))

    def goes_on(self, _row: int, _begun: bool, _pages: int) -> Block:
        """What stands below a table that goes on."""
        said = self.words.say("Goes on overleaf")
        return Block((self.wrapped(said, CAPTION, LEFT, ACROSS),), above=7.7)

    def shape(self, x: float, size: float, style: Style, theme: Theme, second: bool) -> Atom:
        """The shape of a theme in the middle of a line of that style; it takes no room itself."""
        return Atom(0.0, (Mark(x, (style.type.leading - size) / 2, size, theme, second),))
