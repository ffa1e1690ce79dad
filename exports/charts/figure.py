"""Figure: a drawing as a picture file: PNG at twice its size, SVG whose text is paths, and PDF."""

from __future__ import annotations

import io
from html import escape
from typing import Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from exports.charts.glyphs import text_path
from exports.charts.png import png
from exports.drawing import Circle, Drawing, Line, Polygon, Rect, Shape, Text
from exports.pdf.drawn import elements
from exports.pdf.layout import Page
from exports.pdf.painter import About, pdf
from exports.pdf.typesetter import Style, Typesetter

POINTS: Final = 72  # an inch has so many; a figure measures in inches
TIMES: Final = 2  # a PNG's pixels for each point of the drawing
ARC: Final = 0.5522847498  # of the radius: a quarter circle as a Bézier curve


def png_bytes(drawing: Drawing, setter: Typesetter) -> bytes:
    """The drawing as a PNG, twice as many pixels wide and high as it has points."""
    canvas = FigureCanvasAgg(_figure(drawing, setter, POINTS * TIMES))
    canvas.draw()  # type: ignore[no-untyped-call] # matplotlib's canvases have no types
    about = {"Title": drawing.title, "Description": said(drawing), "Software": "Flipchart"}
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call] # nor here
    return png(pixels, POINTS * TIMES, about)


def svg_bytes(drawing: Drawing, setter: Typesetter) -> bytes:
    """The drawing as an SVG that needs no font; its title and description say what it shows."""
    canvas = FigureCanvasSVG(_figure(drawing, setter, POINTS))
    out = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    canvas.print_svg(out, metadata=nothing)  # type: ignore[no-untyped-call] # nor here
    return _described(out.getvalue(), drawing, setter.language).encode("utf-8")


def pdf_bytes(drawing: Drawing, setter: Typesetter, author: str = "") -> bytes:
    """The drawing as a PDF of one page, its text as text in embedded TrueType fonts."""
    page = Page(elements(drawing, setter))
    about = About(drawing.title, author, drawing.description, setter.language)
    return pdf([page], about, (drawing.width, drawing.height))


def said(drawing: Drawing) -> str:
    """The drawing in words: its description, then every text in it, a line each."""
    texts = [text.text for text in drawing.texts]
    return "\n".join(filter(None, (drawing.description, *texts)))


def _figure(drawing: Drawing, setter: Typesetter, dpi: float) -> Figure:
    size = (drawing.width / POINTS, drawing.height / POINTS)
    figure = Figure(figsize=size, dpi=dpi, frameon=False)
    figure.add_artist(_Painter(drawing, setter, dpi / POINTS))
    return figure


def _described(svg: str, drawing: Drawing, language: str) -> str:
    """The SVG measured in pixels instead of points, with its language, title and description."""
    size = f'width="{drawing.width:g}pt" height="{drawing.height:g}pt"'
    pixels = f'width="{drawing.width:g}" height="{drawing.height:g}"'
    about = f'role="img" aria-labelledby="title description" xml:lang="{escape(language)}"'
    before, begun, after = svg.partition("<svg ")
    tag, end, rest = after.partition(">")
    title = f'<title id="title">{escape(drawing.title)}</title>'
    description = f'<desc id="description">{escape(said(drawing))}</desc>'
    tag = tag.replace(size, f"{pixels} {about}")
    return f"{before}{begun}{tag}{end}\n {title}\n {description}{rest}"


class _Painter(Artist):
    """The one artist of a figure: draws every shape straight with the renderer."""

    def __init__(self, drawing: Drawing, setter: Typesetter, scale: float) -> None:
        super().__init__()
        self._scale = scale
        self._drawing = drawing
        self._setter = setter

    def draw(self, renderer: RendererBase) -> None:
        scale = self._scale
        flip = Affine2D().scale(scale, -scale).translate(0.0, self._drawing.height * scale)
        for shape in self._drawing.shapes:
            context = renderer.new_gc()
            if isinstance(shape, Text):
                self._text(renderer, context, shape, flip)
            else:
                _draw(renderer, context, shape, flip)
            context.restore()

    def _text(
        self, renderer: RendererBase, context: GraphicsContextBase, text: Text, flip: Affine2D
    ) -> None:
        style = Style(text.type, text.colour)
        path = text_path(self._setter.line(text.text, style, rtl=text.rtl))
        if path is None:
            return
        context.set_linewidth(0.0)
        context.set_snap(False)  # an l is all right angles, and stands between round letters
        placed = np.asarray(path.vertices) * (1.0, -1.0) + (text.left, text.baseline)
        # Finer than a hundredth of a point no eye sees, and an SVG would be twice as large.
        rounded = Path(np.round(placed, 2), path.codes)
        renderer.draw_path(context, rounded, flip, to_rgba(text.colour))


def _draw(
    renderer: RendererBase, context: GraphicsContextBase, shape: Shape, flip: Affine2D
) -> None:
    edge, stroke, fill, dash = _pen_of(shape)
    context.set_linewidth(stroke if edge else 0.0)
    if edge:
        context.set_foreground(edge)
    if dash:
        context.set_dashes(0.0, list(dash))
    context.set_joinstyle("round" if isinstance(shape, Polygon) and shape.closed else "miter")
    renderer.draw_path(context, _path_of(shape), flip, to_rgba(fill) if fill else None)


def _pen_of(
    shape: Shape,
) -> tuple[str | None, float, str | None, tuple[float, float] | None]:
    """Colour and width of the edge, colour of the body, and dashes."""
    match shape:
        case Line():
            return shape.colour, shape.stroke, None, shape.dash
        case Polygon():
            return shape.edge, shape.stroke, shape.fill, shape.dash
        case Rect() | Circle():
            return shape.edge, shape.stroke, shape.fill, None
        case Text():
            raise TypeError("a text has no pen")


def _path_of(shape: Shape) -> Path:
    match shape:
        case Line():
            return Path([(shape.x1, shape.y1), (shape.x2, shape.y2)])
        case Polygon():
            if not shape.closed:
                return Path(shape.points)
            return Path((*shape.points, shape.points[0]), closed=True)
        case Circle():
            r = shape.radius
            return _rounded(shape.x - r, shape.y - r, 2 * r, 2 * r, r)
        case Rect():
            radius = min(shape.radius, shape.width / 2, shape.height / 2)
            return _rounded(shape.x, shape.y, shape.width, shape.height, max(0.0, radius))
        case Text():
            raise TypeError("a text is no single path")


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> Path:
    """A rectangle with round corners, a circle where the radius is half of both sides."""
    right, bottom = x + width, y + height
    if not radius:
        return Path([(x, y), (right, y), (right, bottom), (x, bottom), (x, y)], closed=True)
    r, c = radius, radius * (1 - ARC)
    vertices = [(x + r, y)]
    codes = [Path.MOVETO]
    for line, one, other, end in (
        ((right - r, y), (right - c, y), (right, y + c), (right, y + r)),
        ((right, bottom - r), (right, bottom - c), (right - c, bottom), (right - r, bottom)),
        ((x + r, bottom), (x + c, bottom), (x, bottom - c), (x, bottom - r)),
        ((x, y + r), (x, y + c), (x + c, y), (x + r, y)),
    ):
        vertices += [line, one, other, end]
        codes += [Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    return Path([*vertices, vertices[0]], [*codes, Path.CLOSEPOLY])
