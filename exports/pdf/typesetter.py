"""Typesetting: texts into lines of shaped glyphs, each letter in a cut that has it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from exports.look import tokens
from exports.pdf.direction import is_rtl, reads_rtl, visual
from exports.pdf.fonts import Shaped, ShapedFont, pdf_font

MISSING_BOX = "\u25a1"
SOFT_HYPHEN, ZERO_WIDTH_SPACE = "\u00ad", "\u200b"
JOINERS = "\u200c\u200d"
BALANCE_LINES = 6  # longer texts are not headings: balancing would only make them narrow
LONELY = 1 / 3  # a last line of one word that is shorter than this part of the column
# Every space a line may end at; the no-break, figure and narrow no-break spaces are not among them.
SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
# A line may end after spaces, and within a word after a dash or slash, or at a soft hyphen.
WORDS = re.compile(rf"[^{SPACES}]*[{SPACES}]*")
BREAKS = re.compile(rf"(?<=[^\W\d][-–—/])(?=\w)|(?<=[{SOFT_HYPHEN}{ZERO_WIDTH_SPACE}])")
# An address is copied as it stands: a hyphen would become part of it.
ADDRESS = re.compile(r"[/@_=\\]|\w\.\w")


@dataclass(frozen=True, slots=True)
class Style:
    """A type role in a colour (`#RRGGBB`)."""

    type: tokens.Type
    colour: str


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one cut, in visual order; `width` in points."""

    font: str
    shaped: Shaped
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is seen; `width` in points, `text` as it was typed."""

    text: str
    runs: tuple[Run, ...]
    width: float
    style: Style


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands on one line together: its inked width, that of its trailing spaces, and that of
    the hyphen it shows when a line ends with it.
    """

    text: str
    inked: float
    trailing: float
    hyphen: float


@dataclass(slots=True)
class Typesetter:
    """Sets the texts of one document in `language` and keeps the letters no cut has, as met."""

    language: str
    missing: dict[str, None] = field(default_factory=dict)
    _shaped: dict[tuple[str, str, bool], Shaped] = field(default_factory=dict)
    _widths: dict[tuple[str, str, int], float] = field(default_factory=dict)
    _cuts: dict[tuple[str, int], tuple[ShapedFont, ...]] = field(default_factory=dict)

    def line(self, text: str, style: Style, *, rtl: bool = False) -> Line:
        """All of `text` as one line, however wide; `rtl` as `direction.reads_rtl` says."""
        runs = []
        for font, part, part_rtl in self._parts(visual(_plain(text), rtl=rtl), style):
            shaped = self._shape(font, part[::-1] if part_rtl else part, part_rtl)
            runs.append(Run(font.fontName, shaped, shaped.width * style.type.size / 1000))
        return Line(text, tuple(runs), sum(run.width for run in runs), style)

    def width(self, text: str, style: Style) -> float:
        """How wide `text` is on one line, in points."""
        key = (text, style.type.family, style.type.weight)
        if key not in self._widths:
            parts = self._parts(_plain(text), style)
            self._widths[key] = sum(self._shape(*part).width for part in parts)
        return self._widths[key] * style.type.size / 1000

    def wrap(self, text: str, style: Style, width: float) -> list[Line]:
        """`text` in lines of at most `width` points; words that are wider are broken.

        A short last word does not stand alone where the line before can spare one.
        """
        lines: list[Line] = []
        for paragraph in _plain(text).strip().splitlines():
            pieces = self._pieces(paragraph, style, width)
            filled = _fill(pieces, width)
            self._keep_company(filled, style, width)
            lines += self._lines(paragraph, filled, style)
        return lines

    def balance(self, text: str, style: Style, width: float) -> list[Line]:
        """As `wrap`, at the narrowest width that needs no more lines (for up to six lines)."""
        lines: list[Line] = []
        for paragraph in _plain(text).strip().splitlines():
            pieces = self._pieces(paragraph, style, width)
            filled = _fill(pieces, width)
            if 1 < len(filled) <= BALANCE_LINES:
                filled = _balanced(pieces, width, len(filled))
            lines += self._lines(paragraph, filled, style)
        return lines

    def shorten(self, text: str, style: Style, width: float) -> Line:
        """`text` on one line of at most `width` points, its end replaced by … where needed."""
        plain = " ".join(_plain(text).split())
        rtl = reads_rtl(plain)
        if self.width(plain, style) > width:
            low, high = 0, len(plain)
            while low < high:
                middle = (low + high + 1) // 2
                fits = self.width(plain[:middle].rstrip() + "…", style) <= width
                low, high = (middle, high) if fits else (low, middle - 1)
            plain = plain[:low].rstrip() + "…"
        return self.line(plain, style, rtl=rtl)

    def _lines(self, paragraph: str, filled: list[list[_Piece]], style: Style) -> Iterator[Line]:
        rtl = reads_rtl(paragraph)
        for pieces in filled:
            yield self.line(_joined(pieces), style, rtl=rtl)

    def _keep_company(self, filled: list[list[_Piece]], style: Style, width: float) -> None:
        """Where the last line is one short word, move the word before it down to it."""
        if len(filled) < 2 or len(filled[-1]) != 1 or len(filled[-2]) < 3:
            return
        before, last = filled[-2][-1], filled[-1][0]
        if last.inked < width * LONELY and before.inked + before.trailing + last.inked <= width:
            filled[-1].insert(0, filled[-2].pop())

    def _pieces(self, paragraph: str, style: Style, width: float) -> list[_Piece]:
        pieces: list[_Piece] = []
        for whole in filter(None, WORDS.findall(paragraph)):
            hyphenate = ADDRESS.search(whole) is None
            for unit in filter(None, BREAKS.split(whole)):
                piece = self._piece(unit, style)
                if piece.inked + piece.hyphen <= width:
                    pieces.append(piece)
                else:
                    pieces += self._chopped(unit, style, width, hyphenate)
        return pieces

    def _piece(self, text: str, style: Style) -> _Piece:
        word = text.rstrip(SPACES)
        hyphen = self.width("-", style) if text.endswith(SOFT_HYPHEN) else 0.0
        trailing = self.width(text[len(word) :], style)
        return _Piece(text, self.width(word, style), trailing, hyphen)

    def _chopped(self, unit: str, style: Style, width: float, hyphenate: bool) -> Iterator[_Piece]:
        """A word wider than the column in pieces that fit, hyphenated between letters."""
        room = width - (self.width("-", style) if hyphenate else 0.0)
        rest = unit
        while rest:
            end, used = 0, 0.0
            while end < len(rest):
                used += self.width(rest[end], style)
                if end and used > room:
                    break
                end += 1
            while end > 1 and self.width(rest[:end].rstrip(SPACES), style) > room:
                end -= 1  # joined forms may be wider than the letters alone
            while 1 < end < len(rest) and unicodedata.combining(rest[end]):
                end -= 1  # never between a letter and its mark
            piece, rest = rest[:end], rest[end:]
            if hyphenate and rest and _joins(piece[-1], rest[0]):
                piece += SOFT_HYPHEN
            yield self._piece(piece, style)

    def _parts(self, text: str, style: Style) -> Iterator[tuple[ShapedFont, str, bool]]:
        """`text` in parts of one cut and one direction; what no cut has becomes a box."""
        cuts = self._cuts_of(style)
        if text.isascii() and text.isprintable():
            if text:
                yield cuts[0], text, False
            return
        placed: list[tuple[int, bool, str]] = []
        for letter in text:
            cut, shown = self._cut_of(letter, cuts)
            if cut is None:
                if letter not in JOINERS or not placed:
                    continue
                cut, rtl = placed[-1][:2]
                if not rtl:
                    continue
            else:
                rtl = is_rtl(letter) and shown == letter
            placed.append((cut, rtl, shown))
        grouped = groupby(placed, key=lambda each: each[:2])
        for cut, rtl, part in _bridged(
            [(*key, "".join(g[2] for g in group)) for key, group in grouped]
        ):
            yield cuts[cut], part, rtl

    def _cut_of(self, letter: str, cuts: tuple[ShapedFont, ...]) -> tuple[int | None, str]:
        """Which cut has `letter` and what to draw; no cut for a letter that draws nothing."""
        if _is_ignorable(letter):
            return None, letter
        for index, cut in enumerate(cuts):
            if cut.covers(letter):
                return index, letter
        if letter.isspace():
            return 0, " "
        self.missing.setdefault(letter)
        return 0, MISSING_BOX

    def _cuts_of(self, style: Style) -> tuple[ShapedFont, ...]:
        key = (style.type.family, style.type.weight)
        if key not in self._cuts:
            families = (style.type.family, tokens.ARABIC, tokens.HEBREW)
            self._cuts[key] = tuple(pdf_font(family, style.type.weight) for family in families)
        return self._cuts[key]

    def _shape(self, font: ShapedFont, text: str, rtl: bool) -> Shaped:
        key = (font.fontName, text, rtl)
        if key not in self._shaped:
            self._shaped[key] = font.shape(text, rtl=rtl, language=self.language)
        return self._shaped[key]


def _plain(text: str) -> str:
    """`text` in composed form with one kind of space that is as wide as it looks."""
    if text.isascii():
        return text.replace("\t", " ")
    return unicodedata.normalize("NFC", text).replace("\t", " ")


def _bridged(parts: list[tuple[int, bool, str]]) -> list[tuple[int, bool, str]]:
    """Parts of (cut, right to left, text), right-to-left words joined over the spaces between
    them: readers turn one drawn string around, but leave the order of several as it is.
    """
    out: list[tuple[int, bool, str]] = []
    for cut, rtl, text in parts:
        if rtl and len(out) > 1 and out[-1][2].isspace() and out[-2][:2] == (cut, rtl):
            space, before = out.pop()[2], out.pop()[2]
            out.append((cut, rtl, before + space + text))
        else:
            out.append((cut, rtl, text))
    return out


def _joins(before: str, after: str) -> bool:
    """Whether a hyphen belongs where a word is broken between these two."""
    return before.isalpha() and after.isalpha() and not is_rtl(after)


def _is_ignorable(letter: str) -> bool:
    """Whether a letter is never drawn: controls, direction marks, variation selectors."""
    return unicodedata.category(letter) in {"Cc", "Cf"} or "\ufe00" <= letter <= "\ufe0f"


def _fill(pieces: list[_Piece], width: float) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = []
    used = width + 1.0
    for piece in pieces:
        if not lines or used + piece.inked + piece.hyphen > width:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += piece.inked + piece.trailing
    return lines


def _balanced(pieces: list[_Piece], width: float, lines: int) -> list[list[_Piece]]:
    """`pieces` at the narrowest width, to half a point, that needs no more than `lines`."""
    low, high = 0.0, width
    while high - low > 0.5:
        middle = (low + high) / 2
        narrow = any(piece.inked + piece.hyphen > middle for piece in pieces)
        if narrow or len(_fill(pieces, middle)) > lines:
            low = middle
        else:
            high = middle
    return _fill(pieces, high)


def _joined(pieces: list[_Piece]) -> str:
    """The text of one line; a soft hyphen is seen only where the line ends with it."""
    text = "".join(piece.text for piece in pieces).rstrip(SPACES)
    shown = text.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_SPACE, "")
    return shown + "-" if text.endswith(SOFT_HYPHEN) else shown
