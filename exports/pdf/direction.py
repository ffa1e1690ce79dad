"""Direction of writing: the visual order of one line with right-to-left words in it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from bidi.algorithm import get_display

from workshop import phrases
from workshop.phrases import FIRST_STRONG_ISOLATE, POP_ISOLATE

LRM = "\u200e"
ISOLATES = {"\u2066": "\u202a", "\u2067": "\u202b"}  # to the embedding of the same direction
POP_EMBEDDING = "\u202c"
OVERRIDES = "\u202d\u202e"  # they could make a text say the reverse of what was typed

# The reordering drops joiners, which Arabic and Persian letters need for their shapes; these
# invisible marks travel in their place.
JOINERS: Final[dict[str, str | int | None]] = {"\u200c": "\u034f", "\u200d": "\ufe00"}
STAND_INS: Final[dict[str, str | int | None]] = {"\u034f": "\u200c", "\ufe00": "\u200d"}


isolated = phrases.isolated
"""A name that does not disturb the order of the words around it."""


@lru_cache(maxsize=4096)
def is_rtl(letter: str) -> bool:
    """Whether a letter, or a mark on one, is written from right to left."""
    kind = unicodedata.bidirectional(letter)
    if kind == "NSM":
        return "\u0590" <= letter <= "\u08ff"
    return kind in {"R", "AL"}


def has_rtl(text: str) -> bool:
    """Whether any letter of `text` is written from right to left."""
    return not text.isascii() and any(map(is_rtl, text))


def sentence(text: str) -> str:
    """A sentence of ours, which reads from the left also where it begins with another's name."""
    return LRM + text if has_rtl(text) else text


def reads_rtl(paragraph: str) -> bool:
    """Whether a paragraph is read from the right: its first strong letter outside isolates says."""
    if not has_rtl(paragraph):
        return False
    depth = 0
    for letter in paragraph:
        if letter in ISOLATES or letter == FIRST_STRONG_ISOLATE:
            depth += 1
        elif letter == POP_ISOLATE:
            depth = max(0, depth - 1)
        elif not depth and (kind := unicodedata.bidirectional(letter)) in {"L", "R", "AL"}:
            return kind != "L"
    return False


def visual(line: str, *, rtl: bool = False) -> str:
    """One line in the order in which it is seen, from left to right.

    `rtl` is what `reads_rtl` says of the paragraph the line is of. Brackets in right-to-left words
    are mirrored; letters are not yet shaped.
    """
    if not rtl and not has_rtl(line):
        return line
    logical = line.translate(str.maketrans(dict.fromkeys(OVERRIDES)))
    logical = _embedded(logical).translate(str.maketrans(JOINERS))
    shown = get_display(logical, base_dir="R" if rtl else "L")
    return str(shown).translate(str.maketrans(STAND_INS))


def _embedded(text: str) -> str:
    """Isolates as embeddings between left-to-right marks, which the reordering understands.

    An isolate that ends here and begins on the line before holds all from this line's beginning.
    """
    out: list[str] = []
    depth = 0
    for index, letter in enumerate(text):
        if letter in ISOLATES or letter == FIRST_STRONG_ISOLATE:
            rtl = _first_strong_is_rtl(text[index + 1 :])
            embedding = ISOLATES.get(letter, "\u202b" if rtl else "\u202a")
            out += [LRM, embedding]
            depth += 1
        elif letter == POP_ISOLATE:
            if depth:
                depth -= 1
            else:
                rtl = _first_strong_is_rtl(text)
                out = [LRM, "\u202b" if rtl else "\u202a", *out]
            out += [POP_EMBEDDING, LRM]
        else:
            out.append(letter)
    return "".join(out)


def _first_strong_is_rtl(text: str) -> bool:
    for letter in text:
        if letter == POP_ISOLATE:
            return False
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False
