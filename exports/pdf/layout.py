"""Layout: what stands where on which page, decided before anything is drawn.

Lengths are points, measured from the top left corner of the page (of an atom, of a block).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from exports.look.tokens import PDF_HAIRLINE
from exports.pdf.typesetter import Line
from frameworks.theme import Theme


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text, at its left end on its baseline."""

    x: float
    y: float
    line: Line


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line; `y` is its middle."""

    x: float
    y: float
    width: float
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled where `fill` is given, outlined where `edge` is.

    `radius` rounds its corners; half its size makes it a circle.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    edge: str | None = None
    radius: float = 0.0
    stroke: float = PDF_HAIRLINE


@dataclass(frozen=True, slots=True)
class Mark:
    """The shape of a theme in a square of `size`, its top left corner at (x, y)."""

    x: float
    y: float
    size: float
    theme: Theme
    hollow: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """Corners around (x, y) joined by lines, filled where `fill` is given, outlined with `edge`.

    `closed` joins the last to the first; `dash` is the length of a dash and of the gap after it.
    """

    x: float
    y: float
    corners: tuple[tuple[float, float], ...]
    fill: str | None = None
    edge: str | None = None
    stroke: float = PDF_HAIRLINE
    closed: bool = True
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to `y`; level 0 stands outermost.

    `name` is what a Link calls it; empty where none leads here.
    """

    x: float
    y: float
    title: str
    level: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to the Bookmark of the name `target`, which must be in the file."""

    x: float
    y: float
    width: float
    height: float
    target: str


@dataclass(frozen=True, slots=True)
class Image:
    """A JPEG in a rectangle, upright once it is turned as its `orientation` (EXIF, 1 to 8) says."""

    x: float
    y: float
    width: float
    height: float
    jpeg: bytes
    orientation: int = 1


Element = Words | Rule | Box | Mark | Outline | Bookmark | Link | Image


@dataclass(frozen=True, slots=True)
class Atom:
    """What is never torn apart (a line, a chip), with a height and its elements."""

    height: float
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Columns of atoms side by side, with space `above` and `below`.

    `fixed` elements stand at the top of the block; `dropped` says that at the top of a page the
    space above is left out.
    """

    columns: tuple[tuple[Atom, ...], ...]
    above: float = 0.0
    below: float = 0.0
    fixed: tuple[Element, ...] = ()
    dropped: bool = False

    @property
    def height(self) -> float:
        """The height with the space above and below."""
        tallest = max((sum(atom.height for atom in column) for column in self.columns), default=0.0)
        return self.above + tallest + self.below

    def at_top(self) -> Block:
        """The block as it stands at the top of a page."""
        if not self.dropped:
            return self
        fixed = tuple(replace(each, y=each.y - self.above) for each in self.fixed)
        return replace(self, above=0.0, fixed=fixed)

    def split(self, room: float) -> tuple[Block, Block]:
        """What of each column fits into `room`, at least one atom of the tallest, and the rest."""
        inside = room - self.above
        heads, tails = [], []
        for column in self.columns:
            used, count = 0.0, 0
            for atom in column:
                if used + atom.height > inside:
                    break
                used += atom.height
                count += 1
            heads.append(column[:count])
            tails.append(column[count:])
        if not any(heads):
            heads = [column[:1] for column in self.columns]
            tails = [column[1:] for column in self.columns]
        return (
            replace(self, columns=tuple(heads), below=0.0),
            replace(self, columns=tuple(tails), fixed=()),
        )


@dataclass(slots=True)
class Page:
    """The elements of one page, in the order in which they are read."""

    elements: list[Element] = field(default_factory=list)


# What stands below a table that goes on: (first row not on this page, whether that row has begun
# here, pages that follow with rows of the table) -> a block
GoesOn = Callable[[int, bool, int], Block]


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where a table leaves a page: what follows from `row` on, which may have begun here."""

    page: Page
    y: float
    row: int
    begun: bool


@dataclass(slots=True)
class Flow:
    """Fills pages from `top` to `bottom`, one block after the other."""

    top: float
    bottom: float
    pages: list[Page] = field(default_factory=lambda: [Page()])
    y: float = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.top

    @property
    def room(self) -> float:
        """The height left on the current page."""
        return self.bottom - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the current page yet."""
        return self.y == self.top

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(Page())
        self.y = self.top

    def add(self, block: Block, *, keep: float = 0.0) -> None:
        """Place a block whole where it fits a page, else line by line.

        `keep` is the height of what must stand on the same page below it.
        """
        if self.fresh:
            block = block.at_top()
        if not self.fresh and self._belongs_on_the_next_page(block, keep):
            self.turn()
            block = block.at_top()
        while block.height > self.room:
            head, block = block.split(self.room)
            self._place(head)
            self.turn()
        self._place(block)

    def add_table(
        self, head: Block, rows: Sequence[Block], goes_on: GoesOn, again: Block | None = None
    ) -> None:
        """Place rows under a head that repeats on every page (as `again`, where it is another);
        a row is split only where it is taller than a page, and a page that is not the last one
        says what follows.
        """
        again = again or head
        heights = [row.height for row in rows]
        note = goes_on(0, False, 1).height
        tallest = self.bottom - self.top - max(head.height, again.height) - note
        self.add(head, keep=note + min(tallest, heights[0]) if heights else 0.0)
        turns: list[_Turn] = []
        first = True
        for index, row in enumerate(rows):
            after = sum(heights[index + 1 :])
            if row.height > self._room_before(after, row.height, note) and (
                row.height <= tallest or self.room < tallest / 3
            ):
                turns.append(self._turn_under(again, index, begun=False))
                first = True
            rest = _without(row, Rule) if first else row
            while rest.height > self._room_before(after, rest.height, note):
                part, rest = rest.split(self.room - note)
                self._place(part)
                turns.append(self._turn_under(again, index, begun=True))
            self._place(rest)
            first = False
        for number, turn in enumerate(turns):
            block = goes_on(turn.row, turn.begun, len(turns) - number)
            turn.page.elements += _elements(block, turn.y)

    def _room_before(self, after: float, height: float, note: float) -> float:
        """The room a row may take: less that of the note, unless the table ends on this page."""
        return self.room if height + after <= self.room else self.room - note

    def _turn_under(self, head: Block, row: int, *, begun: bool) -> _Turn:
        turn = _Turn(self.pages[-1], self.y, row, begun)
        self.turn()
        self._place(_without(head.at_top(), Bookmark))
        return turn

    def _belongs_on_the_next_page(self, block: Block, keep: float) -> bool:
        """Whether it does not fit here, but would there, or has no room for three lines here."""
        if block.height + keep <= self.room:
            return False
        lines = [column[:3] for column in block.columns]
        least = max((sum(atom.height for atom in column) for column in lines), default=0.0)
        return block.height + keep <= self.bottom - self.top or self.room < block.above + least

    def _place(self, block: Block) -> None:
        self.pages[-1].elements += _elements(block, self.y)
        self.y += block.height


def _without(block: Block, kind: type[Element]) -> Block:
    """The block without its fixed elements of a kind: the first row under a head needs no line
    above it, a head that repeats no second entry in the outline.
    """
    kept = tuple(each for each in block.fixed if not isinstance(each, kind))
    return replace(block, fixed=kept)


def _elements(block: Block, top: float) -> list[Element]:
    out = [replace(each, y=each.y + top) for each in block.fixed]
    for column in block.columns:
        y = top + block.above
        for atom in column:
            out += [replace(each, y=each.y + y) for each in atom.elements]
            y += atom.height
    return out
