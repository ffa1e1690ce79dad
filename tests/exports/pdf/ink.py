"""Where a PDF's text stands, read back from its content streams with a reader not our own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

ABOVE, BELOW = 0.73, 0.20  # of the size: Inter's capitals and descenders
TOUCHING = 0.35  # points by which neighbours may meet: widths are rounded


@dataclass(frozen=True)
class Ink:
    """One drawn string: its page, its box in points from the lower left, its size and font."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    font: str

    def meets(self, other: Ink) -> bool:
        """Whether both boxes share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        upright = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > TOUCHING and upright > TOUCHING


def ink_of(path: Path) -> list[Ink]:
    """Every string of the file that draws something."""
    reader = PdfReader(path)
    found: list[Ink] = []
    for number, page in enumerate(reader.pages):
        resources: Any = page["/Resources"]
        fonts = {name: ref.get_object() for name, ref in resources["/Font"].items()}
        contents: Any = page.get_contents()
        found += _page_ink(number, ContentStream(contents, reader), fonts)
    return found


def outside(inks: list[Ink], width: float, height: float) -> list[Ink]:
    """What reaches over the edge of its page."""
    return [
        each
        for each in inks
        if each.left < 0 or each.bottom < 0 or each.right > width or each.top > height
    ]


def overlapping(inks: list[Ink]) -> list[tuple[Ink, Ink]]:
    """Pairs of strings that stand on each other."""
    pairs = []
    for page in {each.page for each in inks}:
        on_page = [each for each in inks if each.page == page]
        pairs += [(a, b) for a, b in combinations(on_page, 2) if a.meets(b)]
    return pairs


def _page_ink(number: int, stream: ContentStream, fonts: dict[str, Any]) -> list[Ink]:
    found = []
    x = y = size = 0.0
    name = ""
    for operands, operator in stream.operations:
        match operator:
            case b"Tm":
                x, y = float(operands[4]), float(operands[5])
            case b"Tf":
                name, size = operands[0], float(operands[1])
            case b"Tj" | b"TJ":
                shown = operands[0] if operator == b"TJ" else [operands[0]]
                width, blank = _width(shown, fonts[name], size)
                if not blank:
                    box = (x, y - BELOW * size, x + width, y + ABOVE * size)
                    found.append(Ink(number, *box, size, str(fonts[name]["/BaseFont"])))
                x += width
    return found


def _width(shown: list[Any], font: Any, size: float) -> tuple[float, bool]:
    widths = [float(each) for each in font["/Widths"]]
    units, blank = 0.0, True
    for part in shown:
        if isinstance(part, (int, float)):
            units -= float(part)
            continue
        codes = part if isinstance(part, bytes) else part.original_bytes
        units += sum(widths[code] for code in codes)
        blank = blank and not codes.strip()
    return units * size / 1000, blank
