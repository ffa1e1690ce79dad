"""The fonts of every face: static TrueType cuts of Inter, and of Noto for Arabic and Hebrew."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from exports.look import tokens

FOLDER: Final = Path(__file__).parent


class Font(NamedTuple):
    """One cut: its family, weight (400 to 700) and file."""

    family: str
    weight: int
    path: Path

    @property
    def name(self) -> str:
        """The PostScript name, `FlipchartSans-SemiBold`: what a PDF registers it under."""
        return self.path.stem


def _cut(family: str, weight: int) -> Font:
    style = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}[weight]
    return Font(family, weight, FOLDER / f"{family.replace(' ', '')}-{style}.ttf")


FONTS: Final[tuple[Font, ...]] = (
    *(_cut(tokens.SANS, weight) for weight in (400, 500, 600, 700)),
    *(_cut(tokens.DISPLAY, weight) for weight in (500, 600)),
    *(_cut(tokens.FIGURES, weight) for weight in (400, 600)),
    _cut(tokens.DISPLAY_FIGURES, 600),
    *(_cut(tokens.ARABIC, weight) for weight in (400, 600)),
    *(_cut(tokens.HEBREW, weight) for weight in (400, 600)),
)


def font(family: str, weight: int) -> Font:
    """The cut of `family` whose weight is nearest, the heavier of two equally near.

    Raises KeyError for a family that is not shipped.
    """
    cuts = [each for each in FONTS if each.family == family]
    if not cuts:
        raise KeyError(family)
    return min(cuts, key=lambda each: (abs(each.weight - weight), -each.weight))


def path(family: str, weight: int) -> Path:
    """The file of that cut; raises KeyError for a family that is not shipped."""
    return font(family, weight).path
