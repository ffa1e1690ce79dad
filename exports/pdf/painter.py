"""Painting of laid-out pages into a PDF: marks, rules, text, outline, and what every page bears."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from exports.look import tokens
from exports.pdf.fonts import pdf_font
from exports.pdf.layout import Bookmark, Box, Element, Mark, Page, Rule
from exports.pdf.layout import Words as WordsElement
from frameworks.theme import Theme

WIDTH: Final[float] = A4[0]
HEIGHT: Final[float] = A4[1]
KEYLINE: Final = 0.06  # of a mark's size: the line around every fill
MARK_RADIUS: Final = 0.38  # of a mark's size: the circle, and what the others are measured by


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; `language` is a BCP 47 tag."""

    title: str
    author: str
    subject: str
    language: str


class _BareCanvas(Canvas):
    """A canvas whose pages do not begin by naming Helvetica, which would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def pdf(pages: Sequence[Page], about: About) -> bytes:
    """The pages as a PDF file: the same bytes for the same pages, on any day."""
    out = io.BytesIO()
    canvas = _BareCanvas(
        out,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        initialFontName=pdf_font(tokens.SANS, tokens.REGULAR).fontName,  # type: ignore[arg-type] # the stub says float
        lang=about.language,
    )
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


def _paint(canvas: Canvas, element: Element, key: str) -> None:
    match element:
        case WordsElement():
            _words(canvas, element)
        case Rule():
            canvas.setStrokeColor(HexColor(element.colour))
            canvas.setLineWidth(element.thickness)
            y = HEIGHT - element.y
            canvas.line(element.x, y, element.x + element.width, y)
        case Box():
            _box(canvas, element)
        case Mark():
            _mark(canvas, element)
        case Bookmark():
            canvas.bookmarkHorizontalAbsolute(key, HEIGHT - element.y)
            canvas.addOutlineEntry(element.title, key, element.level, closed=element.level > 0)


def _words(canvas: Canvas, words: WordsElement) -> None:
    """One text object a run, so that a reader never joins two cuts of different scripts."""
    x, style = words.x, words.line.style
    for run in words.line.runs:
        text = canvas.beginText(x, HEIGHT - words.y)
        text.setFont(run.font, style.type.size, style.type.leading)
        text.setFillColor(HexColor(style.colour))
        text.textOut(run.shaped.glyphs)
        canvas.drawText(text)
        x += run.width


def _box(canvas: Canvas, box: Box) -> None:
    if box.fill is not None:
        canvas.setFillColor(HexColor(box.fill))
    if box.edge is not None:
        canvas.setStrokeColor(HexColor(box.edge))
        canvas.setLineWidth(box.stroke)
    place = (box.x, HEIGHT - box.y - box.height, box.width, box.height)
    stroke, fill = int(box.edge is not None), int(box.fill is not None)
    if box.radius:
        canvas.roundRect(*place, box.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(*place, stroke=stroke, fill=fill)


def _mark(canvas: Canvas, mark: Mark) -> None:
    colours = tokens.LIGHT.themes[mark.theme]
    radius = mark.size * MARK_RADIUS
    line = radius * tokens.HOLLOW_STROKE if mark.hollow else mark.size * KEYLINE
    canvas.setLineWidth(line)
    canvas.setLineJoin(1)
    canvas.setFillColor(HexColor(colours.fill))
    canvas.setStrokeColor(HexColor(colours.key))
    path = canvas.beginPath()
    centre = (mark.x + mark.size / 2, HEIGHT - mark.y - mark.size / 2)
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
