"""Diverging: the colour of a place on a scale, and the ink that reads on it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from exports.look import tokens

PALE: Final = 0.45
"""So much white is mixed in where numbers are written on it: ink stands out by 7 to 1."""

_LINEAR_BELOW: Final = 0.04045  # of the sRGB transfer function
_INKS: Final = (tokens.LIGHT.palette.ink, tokens.PDF_PAPER)


@lru_cache(maxsize=256)
def fill_at(place: float, paper: float = 0.0) -> str:
    """The colour of `place`, from 0 (the scale's lowest step) to 1, between the palette's five.

    The same in the light and the dark look. `paper`, from 0 to 1, is how much white is mixed in, so
    that small dark text reads on it. Raises ValueError for a place beyond the scale.
    """
    if not 0 <= place <= 1:
        raise ValueError(f"{place} lies beyond the scale")
    at = place * (len(tokens.DIVERGING) - 1)
    low = min(int(at), len(tokens.DIVERGING) - 2)
    first, second = _parts(tokens.DIVERGING[low]), _parts(tokens.DIVERGING[low + 1])
    pure = (a + (b - a) * (at - low) for a, b in zip(first, second, strict=True))
    mixed = (
        round(a + (white - a) * paper)
        for a, white in zip(pure, _parts(tokens.PDF_PAPER), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)


@lru_cache(maxsize=256)
def ink_on(fill: str) -> str:
    """Dark or white, whichever has the higher contrast on `fill` (WCAG 2.2's luminance)."""
    ground = _luminance(fill)

    def contrast(ink: str) -> float:
        low, high = sorted((ground, _luminance(ink)))
        return (high + 0.05) / (low + 0.05)

    return max(_INKS, key=contrast)


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
