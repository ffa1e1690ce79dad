"""Bare pages: a report's pages as a plain ReportLab script would draw them.

Where everything stands is known before, so nothing is decided here. What the script must do as
well: break every text that is broken into lines, with ReportLab's own `simpleSplit`, and draw
each line with `drawString`, without kerning, which ReportLab does not know for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from exports.look import fonts, tokens
from exports.pdf.layout import Bookmark, Box, Element, Image, Link, Mark, Outline, Page, Rule, Words
from exports.pdf.painter import HEIGHT, WIDTH
from exports.pdf.typesetter import Style

Wrapped = tuple[str, Style, float]
"""A text, how it is set, and the width it is broken at."""


def write(pages: Sequence[Page], wrapped: Iterable[Wrapped], path: Path) -> None:
    """Break the texts into lines and draw the pages."""
    for text, style, width in wrapped:
        simpleSplit(text, _font(style), style.type.size, width)
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=1)
    for number, page in enumerate(pages):
        for index, element in enumerate(page.elements):
            _draw(canvas, element, f"{number}-{index}")
        canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, element: Element, key: str) -> None:
    match element:
        case Words():
            style = element.line.style
            canvas.setFillColor(_colour(style.colour))
            canvas.setFont(_font(style), style.type.size)
            canvas.drawString(element.x, HEIGHT - element.y, element.line.text)
        case Rule():
            canvas.setStrokeColor(_colour(element.colour))
            canvas.setLineWidth(element.thickness)
            y = HEIGHT - element.y
            canvas.line(element.x, y, element.x + element.width, y)
        case Box():
            _box(canvas, element)
        case Mark():
            _mark(canvas, element)
        case Outline():
            _outline(canvas, element)
        case Bookmark():
            name = element.name or key
            canvas.bookmarkHorizontal(name, 0, HEIGHT - element.y)
            canvas.addOutlineEntry(element.title, name, element.level)
        case Link():
            low = HEIGHT - element.y - element.height
            place = (element.x, low, element.x + element.width, low + element.height)
            canvas.linkAbsolute("", element.target, place)
        case Image():
            raise TypeError("this day has no photos")


def _box(canvas: Canvas, box: Box) -> None:
    stroke, fill = _pen(canvas, box.fill, box.edge, box.stroke)
    place = (box.x, HEIGHT - box.y - box.height, box.width, box.height)
    if box.radius:
        canvas.roundRect(*place, box.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(*place, stroke=stroke, fill=fill)


def _outline(canvas: Canvas, outline: Outline) -> None:
    stroke, fill = _pen(canvas, outline.fill, outline.edge, outline.stroke)
    canvas.setDash(list(outline.dash or ()))
    path = canvas.beginPath()
    for place, (dx, dy) in enumerate(outline.corners):
        draw = path.lineTo if place else path.moveTo
        draw(outline.x + dx, HEIGHT - outline.y - dy)
    if outline.closed:
        path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


def _mark(canvas: Canvas, mark: Mark) -> None:
    """A circle for every shape: about as many strokes of the pen."""
    colours = tokens.LIGHT.themes[mark.theme]
    stroke, fill = _pen(canvas, None if mark.hollow else colours.fill, colours.key, 0.5)
    half = mark.size / 2
    canvas.circle(mark.x + half, HEIGHT - mark.y - half, half, stroke=stroke, fill=fill)


def _pen(canvas: Canvas, fill: str | None, edge: str | None, width: float) -> tuple[int, int]:
    if fill is not None:
        canvas.setFillColor(_colour(fill))
    if edge is not None:
        canvas.setStrokeColor(_colour(edge))
        canvas.setLineWidth(width)
    return int(edge is not None), int(fill is not None)


@lru_cache
def _colour(code: str) -> Color:
    return HexColor(code)


@lru_cache
def _font(style: Style) -> str:
    """The cut that a style is set in, as a plain font of ReportLab."""
    cut = fonts.font(style.type.family, style.type.weight)
    name = f"Bare-{cut.name}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(cut.path)))
    return name
