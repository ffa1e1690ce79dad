"""Glyphs: a line of text as one path of outlines, so that a picture needs no font to be read."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray
from reportlab.pdfbase import pdfmetrics

from exports.pdf.fonts import ShapedFont
from exports.pdf.typesetter import Line

Vertices = NDArray[np.float64]
Codes = NDArray[np.uint8]


class _Pen:
    """Collects the outline of a glyph as vertices and codes of a path."""

    def __init__(self) -> None:
        self.vertices: list[tuple[float, float]] = []
        self.codes: list[int] = []

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add(Path.MOVETO, point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add(Path.LINETO, point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        for point in points:
            self._add(Path.CURVE3, point)

    def curveTo(self, *points: tuple[float, float]) -> None:
        for point in points:
            self._add(Path.CURVE4, point)

    def closePath(self) -> None:
        self._add(Path.CLOSEPOLY, self.vertices[-1])

    def endPath(self) -> None:
        """Nothing: an outline is always closed."""

    def _add(self, code: np.uint8 | int, point: tuple[float, float]) -> None:
        self.vertices.append(point)
        self.codes.append(int(code))


@lru_cache(maxsize=512)
def text_path(line: Line) -> Path | None:
    """The outlines of a line whose left end stands at (0, 0) on its baseline, y upwards, in points.

    None where nothing is drawn, as for a line of spaces.
    """
    size = line.style.type.size
    vertices: list[Vertices] = []
    codes: list[Codes] = []
    left = 0.0
    for run in line.runs:
        font = pdfmetrics.getFont(run.font)
        if not isinstance(font, ShapedFont):
            raise TypeError(f"{run.font} is registered as another kind of font")
        for gid, x, y in font.placed(run.shaped):
            points, kinds = _outline(run.font, gid)
            if len(kinds):
                vertices.append(points * size + (left + x * size / 1000, y * size / 1000))
                codes.append(kinds)
        left += run.width
    if not codes:
        return None
    return Path(np.concatenate(vertices), np.concatenate(codes), readonly=True)


@lru_cache(maxsize=4096)
def _outline(name: str, gid: int) -> tuple[Vertices, Codes]:
    """A glyph's outline at the size of one point."""
    font = pdfmetrics.getFont(name)
    assert isinstance(font, ShapedFont), "asked for by text_path alone"
    pen = _Pen()
    units = font.draw_glyph(gid, pen)
    vertices = np.array(pen.vertices, dtype=np.float64).reshape(-1, 2) / units
    return vertices, np.array(pen.codes, dtype=np.uint8)
