"""Painting of laid-out pages into a PDF: marks, rules, text, outline, and what every page bears."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Final

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from exports.look import tokens
from exports.pdf.fonts import pdf_font
from exports.pdf.layout import Bookmark, Box, Element, Image, Link, Mark, Outline, Page, Rule
from exports.pdf.layout import Words as WordsElement
from frameworks.theme import Theme

# Streams of bytes, not of letters: a quarter smaller, and sooner written.
rl_config.useA85 = 0
WIDTH: Final[float] = A4[0]
HEIGHT: Final[float] = A4[1]
# How a unit square is turned for each orientation that a camera writes (EXIF, 1 is upright).
ORIENTATIONS: Final = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
KEYLINE: Final = 0.06  # of a mark's size: the line around every fill
MARK_RADIUS: Final = 0.38  # of a mark's size: the circle, and what the others are measured by


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; `language` is a BCP 47 tag."""

    title: str
    author: str
    subject: str
    language: str


class _Jpeg(ImageReader):
    """A JPEG that goes into the file as it is, known by its content, and is never decoded."""

    _dataA = None

    def __init__(self, content: bytes) -> None:
        self._content = content

    def getRGBData(self) -> bytes:
        """What reportlab tells pictures apart by."""
        return sha256(self._content).digest()

    def jpeg_fh(self) -> io.BytesIO:  # type: ignore[override] # the stub knows the base class only
        """The file, as reportlab asks for it."""
        return io.BytesIO(self._content)


class _BareCanvas(Canvas):
    """A canvas whose pages do not begin by naming Helvetica, which would not be embedded.

    Its pages are `height` points high.
    """

    height = HEIGHT

    _filled = ""
    _drawn = ("", 0.0)

    def fill_with(self, code: str) -> None:
        """Fill with a colour from now on; said to the file only where it is another one."""
        if self._filled != code:
            self._filled = code
            self.setFillColor(_colour(code))

    def draw_with(self, code: str, width: float) -> None:
        """Draw lines of a colour and width from now on, as `fill_with` does."""
        if self._drawn != (code, width):
            self._drawn = (code, width)
            self.setStrokeColor(_colour(code))
            self.setLineWidth(width)

    def showPage(self) -> None:
        """End the page; the next one begins with nothing said."""
        super().showPage()
        self._filled, self._drawn = "", ("", 0.0)

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


@lru_cache(maxsize=256)
def _colour(code: str) -> Color:
    """A colour of the look; a page names the same few again and again."""
    return HexColor(code)


def pdf(pages: Sequence[Page], about: About, size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    """The pages, all of one `size`, as a PDF file: the same bytes for the same, on any day."""
    out = io.BytesIO()
    canvas = _BareCanvas(
        out,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        initialFontName=pdf_font(tokens.SANS, tokens.REGULAR).fontName,  # type: ignore[arg-type] # the stub says float
        lang=about.language,
    )
    canvas.height = size[1]
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator("Flipchart")
    for number, page in enumerate(pages):
        for index, element in enumerate(page.elements):
            _paint(canvas, element, f"{number}-{index}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _paint(canvas: _BareCanvas, element: Element, key: str) -> None:
    match element:
        case WordsElement():
            _words(canvas, element)
        case Rule():
            canvas.draw_with(element.colour, element.thickness)
            y = canvas.height - element.y
            canvas.line(element.x, y, element.x + element.width, y)
        case Box():
            _box(canvas, element)
        case Mark():
            _mark(canvas, element)
        case Outline():
            _outlined(canvas, element)
        case Bookmark():
            name = element.name or key
            canvas.bookmarkHorizontalAbsolute(name, canvas.height - element.y)
            canvas.addOutlineEntry(element.title, name, element.level, closed=element.level > 0)
        case Link():
            low = canvas.height - element.y - element.height
            place = (element.x, low, element.x + element.width, low + element.height)
            canvas.linkRect("", element.target, place, Border="[0 0 0]")
        case Image():
            _image(canvas, element)


def _words(canvas: _BareCanvas, words: WordsElement) -> None:
    """One text object a run, so that a reader never joins two cuts of different scripts."""
    x, style = words.x, words.line.style
    canvas.fill_with(style.colour)
    for run in words.line.runs:
        text = canvas.beginText(x, canvas.height - words.y)
        text.setFont(run.font, style.type.size, style.type.leading)
        text.textOut(run.shaped.glyphs)
        canvas.drawText(text)
        x += run.width


def _box(canvas: _BareCanvas, box: Box) -> None:
    if box.fill is not None:
        canvas.fill_with(box.fill)
    if box.edge is not None:
        canvas.draw_with(box.edge, box.stroke)
    place = (box.x, canvas.height - box.y - box.height, box.width, box.height)
    stroke, fill = int(box.edge is not None), int(box.fill is not None)
    if box.radius:
        canvas.roundRect(*place, box.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(*place, stroke=stroke, fill=fill)


def _image(canvas: _BareCanvas, image: Image) -> None:
    canvas.saveState()
    canvas.translate(image.x, canvas.height - image.y - image.height)
    canvas.scale(image.width, image.height)
    canvas.transform(*ORIENTATIONS[image.orientation])
    canvas.drawImage(_Jpeg(image.jpeg), 0, 0, 1, 1)
    canvas.restoreState()


def _outlined(canvas: _BareCanvas, outline: Outline) -> None:
    path = canvas.beginPath()
    places = [(outline.x + dx, canvas.height - outline.y - dy) for dx, dy in outline.corners]
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    if outline.closed:
        path.close()
    if outline.fill is not None:
        canvas.fill_with(outline.fill)
    if outline.edge is not None:
        canvas.draw_with(outline.edge, outline.stroke)
        canvas.setLineJoin(1 if outline.closed else 0)
        canvas.setDash(list(outline.dash) if outline.dash else [])
    canvas.drawPath(path, stroke=int(outline.edge is not None), fill=int(outline.fill is not None))
    if outline.dash:
        canvas.setDash([])


def _mark(canvas: _BareCanvas, mark: Mark) -> None:
    colours = tokens.LIGHT.themes[mark.theme]
    radius = mark.size * MARK_RADIUS
    line = radius * tokens.HOLLOW_STROKE if mark.hollow else mark.size * KEYLINE
    canvas.draw_with(colours.key, line)
    canvas.setLineJoin(1)
    canvas.fill_with(colours.fill)
    path = canvas.beginPath()
    centre = (mark.x + mark.size / 2, canvas.height - mark.y - mark.size / 2)
    # A hollow mark is drawn inside its outline, so that both kinds are of one size.
    _outline(path, mark.theme, *centre, radius - (line / 2 if mark.hollow else 0.0))
    canvas.drawPath(path, stroke=1, fill=int(not mark.hollow))


def _outline(path: PDFPathObject, theme: Theme, x: float, y: float, r: float) -> None:
    shape = tokens.SHAPES[theme]
    if shape is tokens.Shape.CIRCLE:
        path.circle(x, y, r)
        return
    first, *others = _corners(shape)
    path.moveTo(x + first[0] * r, y + first[1] * r)
    for dx, dy in others:
        path.lineTo(x + dx * r, y + dy * r)
    path.close()


def _corners(shape: tokens.Shape) -> list[tuple[float, float]]:
    """The corners of a shape in radii of the circle, upwards positive."""
    match shape:
        case tokens.Shape.DIAMOND:
            d = tokens.DIAMOND_HALF_DIAGONAL
            return [(0.0, d), (d, 0.0), (0.0, -d), (-d, 0.0)]
        case tokens.Shape.SQUARE:
            s = tokens.SQUARE_HALF_SIDE
            return [(-s, s), (s, s), (s, -s), (-s, -s)]
        case tokens.Shape.TRIANGLE:
            b, bottom = tokens.TRIANGLE_HALF_BASE, -tokens.TRIANGLE_BOTTOM
            return [(0.0, -tokens.TRIANGLE_TOP), (b, bottom), (-b, bottom)]
        case tokens.Shape.HEXAGON:
            turns = [math.radians(60 * step) for step in range(6)]
            h = tokens.HEXAGON_RADIUS
            return [(h * math.cos(turn), h * math.sin(turn)) for turn in turns]
    raise ValueError(f"{shape} has no corners")
