"""Fonts of PDFs: the look's cuts, drawn as shaped glyphs and still read as text by any reader."""

from __future__ import annotations

import threading
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, ShapeData, ShapedStr, TTFont

from exports.look import fonts as look_fonts

# Codes for glyphs that no single letter stands for; the plane is private, so no text uses it.
FIRST_PRIVATE_CODE = 0xF0000
LARGEST_BLOCK = 100  # entries of one list in a table of meanings, by the PDF standard

_registering = threading.Lock()


class Shaped(NamedTuple):
    """Glyphs in visual order as reportlab draws them; `width` in thousandths of the size."""

    glyphs: str  # a reportlab ShapedStr where glyphs are moved from where they would stand
    width: float


class ShapedFont(TTFont):
    """One cut, embedded as a subset, whose glyphs HarfBuzz chooses and places.

    reportlab knows glyphs by letters only; here a glyph that stands for other letters than its
    own (a joined form, a ligature) gets a private code, and the table by which readers turn codes
    into text says the letters it was shaped from. So the text is searched and copied as typed.
    """

    def __init__(self, cut: look_fonts.Font) -> None:
        super().__init__(cut.name, str(cut.path))
        face: Any = self.face
        self.letters = frozenset(code for code in face.charToGlyph if code != 0xFFFF)
        self._cmap = {code: int(face.charToGlyph[code]) for code in self.letters}
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(cut.path))))
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, str] = {}
        self._coding = threading.Lock()

    def covers(self, letter: str) -> bool:
        """Whether the cut has this letter."""
        return ord(letter) in self.letters

    def shape(self, text: str, *, rtl: bool, language: str) -> Shaped:
        """`text`, given in logical order and all of one direction, as glyphs in visual order."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = language  # never the machine's own, or files would differ
        uharfbuzz.shape(self._shaper, buffer, {"kern": True, "liga": True})
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        texts = _cluster_texts(
            text, [(i.cluster, p.x_advance) for i, p in zip(infos, positions, strict=True)]
        )
        letters, places, total = "", [], 0.0
        for info, position, meaning in zip(infos, positions, texts, strict=True):
            gid = info.codepoint
            nominal = self._shaper.get_glyph_h_advance(gid)
            letters += chr(self._code(gid, meaning, self._scaled(nominal)))
            width = self._width_of(letters[-1])
            advance = width + self._scaled(position.x_advance - nominal)
            x, y = self._scaled(position.x_offset), self._scaled(position.y_offset)
            places.append(ShapeData(info.cluster, advance, 0, x, y, width))
            total += advance
        return Shaped(_shaped_str(letters, places), total)

    def placed(self, shaped: Shaped) -> list[tuple[int, float, float]]:
        """Each glyph's number with its place from the start of the run, y upwards, in thousandths
        of the size: for whoever draws outlines instead of text.
        """
        glyphs: Any = shaped.glyphs
        moved = getattr(glyphs, "__shapeData__", None)
        face: Any = self.face
        found, x = [], 0.0
        for index, letter in enumerate(str(glyphs)):
            place = moved[index] if moved else None
            dx, dy = (place.x_offset, place.y_offset) if place else (0.0, 0.0)
            found.append((int(face.charToGlyph[ord(letter)]), x + dx, float(dy)))
            x += place.x_advance if place else self._width_of(letter)
        return found

    def draw_glyph(self, gid: int, pen: object) -> float:
        """Draw a glyph's outline with a pen (moveTo, lineTo, qCurveTo, closePath), in font units;
        gives how many of them are the size.
        """
        self._shaper.draw_glyph_with_pen(gid, pen)
        return float(self._shaper.face.upem)

    def addObjects(self, doc: Any) -> None:
        """Embed the subsets used in `doc` and say which letters each of their codes stands for."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        face: Any = self.face
        for number, subset in enumerate(subsets):
            prefix: Any = SUBSETN(number)
            name = (prefix + b"+" + face.name + face.subfontNameX).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = self._meanings(name, subset)

    def _code(self, gid: int, meaning: str, width: float) -> int:
        if len(meaning) == 1 and self._cmap.get(ord(meaning)) == gid:
            return ord(meaning)
        face: Any = self.face
        with self._coding:
            code = self._codes.get((gid, meaning))
            if code is None:
                code = FIRST_PRIVATE_CODE + len(self._codes)
                self._codes[gid, meaning] = code
                self._texts[code] = meaning
                face.charToGlyph[code] = gid
                face.charWidths[code] = width
        return code

    def _width_of(self, letter: str) -> float:
        face: Any = self.face
        return float(face.charWidths[ord(letter)])

    def _scaled(self, units: float) -> float:
        return units * 1000 / float(self._shaper.face.upem)

    def _meanings(self, name: str, subset: list[int]) -> str:
        entries = []
        for position, code in enumerate(subset):
            text = self._texts.get(code, chr(code) if code else "")
            entries.append(f"<{position:02X}> <{text.encode('utf-16-be').hex().upper()}>")
        lines = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
        ]
        for first in range(0, len(entries), LARGEST_BLOCK):
            block = entries[first : first + LARGEST_BLOCK]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
        return "\n".join(lines)


def _cluster_texts(text: str, glyphs: list[tuple[int, int]]) -> list[str]:
    """The letters each glyph stands for; of several glyphs of a cluster the widest carries them."""
    starts = sorted({cluster for cluster, _ in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    carrier: dict[int, int] = {}
    for index, (cluster, advance) in enumerate(glyphs):
        if cluster not in carrier or advance > glyphs[carrier[cluster]][1]:
            carrier[cluster] = index
    return [
        text[cluster : ends[cluster]] if carrier[cluster] == index else ""
        for index, (cluster, _) in enumerate(glyphs)
    ]


def _shaped_str(letters: str, places: list[Any]) -> str:
    """The glyphs with their places, which are left out where each stands just after the other."""
    if all((p.x_advance, p.x_offset, p.y_offset) == (p.width, 0, 0) for p in places):
        return letters
    data: Any = places
    return ShapedStr(letters, data)


def pdf_font(family: str, weight: int) -> ShapedFont:
    """The cut of `family` nearest to `weight`, known to reportlab from now on.

    Raises KeyError for a family that is not shipped.
    """
    cut = look_fonts.font(family, weight)
    with _registering:
        if cut.name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(ShapedFont(cut))
        font = pdfmetrics.getFont(cut.name)
    if not isinstance(font, ShapedFont):
        raise TypeError(f"{cut.name} is registered as another kind of font")
    return font
