"""Photos that can be told apart and show which way is up, and those of a report read back."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageOps
from pypdf import PdfReader

ORIENTATION: Final = 0x0112
COLOURS: Final = {
    "red": (220, 20, 20),
    "green": (20, 160, 20),
    "blue": (20, 20, 220),
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "yellow": (240, 220, 0),
}
MARK: Final = "Wall of"
"""Begins every caption of a photo; no other text has these words."""
_TO_HOLD: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture is turned to what a camera held that way would keep."""


@dataclass(frozen=True)
class Seen:
    """A picture as it is seen: the colours of its quarters, from the upper left by rows, and its
    width for each of its height.
    """

    quarters: tuple[str, ...]
    ratio: float

    def alike(self, other: Seen) -> bool:
        """The same quarters, and the same shape to a pixel or two."""
        return self.quarters == other.quarters and math.isclose(
            self.ratio, other.ratio, rel_tol=0.03
        )


def a_photo(rng: random.Random) -> bytes:
    """A photo of four coloured quarters, in one of the formats and held in any way."""
    size = rng.randint(60, 200), rng.randint(60, 200)
    upright = Image.new("RGB", size)
    half = size[0] // 2, size[1] // 2
    for place, name in enumerate(rng.sample(sorted(COLOURS), 4)):
        left, top = half[0] * (place % 2), half[1] * (place // 2)
        upright.paste(COLOURS[name], (left, top, left + half[0] + 1, top + half[1] + 1))
    held = rng.choice((1, 1, 1, *range(2, 9)))
    kept = upright.transpose(_TO_HOLD[held]) if held > 1 else upright
    exif = Image.Exif()
    exif[ORIENTATION] = held
    out = io.BytesIO()
    kept.save(out, rng.choice(("JPEG", "JPEG", "PNG", "WEBP")), exif=exif, quality=92)
    return out.getvalue()


def seen_in(path: Path) -> Seen:
    """A photo's file as any other program shows it."""
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    places = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    return Seen(tuple(_colour_at(upright, x, y) for x, y in places), upright.width / upright.height)


def printed(reader: PdfReader) -> tuple[list[Seen], list[str]]:
    """Every photo of a PDF in the order of its pages, and the words of those pages."""
    seen: list[Seen] = []
    said: list[str] = []
    for page in reader.pages:
        if "/XObject" in page["/Resources"]:  # type: ignore[operator] # a dictionary of the file
            found: list[tuple[str, list[float]]] = []

            def see(operator: Any, operands: Any, matrix: Any, _text: Any) -> None:
                if operator == b"Do":
                    found.append((str(operands[0]), list(matrix)))  # noqa: B023 - used in its turn

            said += page.extract_text(visitor_operand_before=see).split("\n")
            images = {f"/{each.name.rsplit('.', 1)[0]}": each.image for each in page.images}
            seen += [_turned(images[name], matrix) for name, matrix in found]
    return seen, said


def _turned(image: Image.Image | None, matrix: list[float]) -> Seen:
    """What is seen of a picture where this matrix puts its unit square."""
    assert image is not None
    a, b, c, d, e, f = matrix
    corners = [(a * u + c * v + e, b * u + d * v + f) for u in (0, 1) for v in (0, 1)]
    left, low = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, high = (max(corner[axis] for corner in corners) for axis in (0, 1))
    plain = image.convert("RGB")
    quarters = {}
    for u, v in _quarters():
        x, y = a * u + c * v + e, b * u + d * v + f
        place = (y < (low + high) / 2, x > (left + right) / 2)
        quarters[place] = _colour_at(plain, u, 1 - v)
    return Seen(tuple(quarters[place] for place in sorted(quarters)), (right - left) / (high - low))


def _quarters() -> Iterator[tuple[float, float]]:
    return ((u, v) for u in (0.25, 0.75) for v in (0.25, 0.75))


def _colour_at(image: Image.Image, x: float, y: float) -> str:
    """The nearest of the colours, at a share of the width and of the height from above."""
    pixel: Any = image.getpixel((int(x * image.width), int(y * image.height)))
    return min(COLOURS, key=lambda name: math.dist(COLOURS[name], pixel))
