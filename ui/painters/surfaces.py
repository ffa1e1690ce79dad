"""Paints flat surfaces: rounded boxes with an even edge, and hairlines on whole device pixels."""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtCore
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette, QPen

from exports.look import tokens


def paint_box(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: str | None = None,
    edge: str | None = None,
    *,
    stroke: float = tokens.STROKE_EDGE,
    dashed: bool = False,
) -> None:
    """Paint a box with its edge wholly inside `box`; None leaves fill or edge away."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not None and not dashed:
        # Two fills cost half of what one stroke does, and most of a picture's boxes have both.
        if edge is not None and edge != fill:
            _fill(painter, box, radius, edge)
            box = box.adjusted(stroke, stroke, -stroke, -stroke)
            radius = max(0.0, radius - stroke)
        _fill(painter, box, radius, fill)
        return
    if edge is None:
        return
    pen = QPen(QColor(edge), stroke)
    if dashed:
        pen.setDashPattern([3 / stroke, 3 / stroke])
    painter.setPen(pen)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush if fill is None else QColor(fill))
    inset = stroke / 2
    radius = max(0.0, radius - inset)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _fill(painter: QPainter, box: QRectF, radius: float, colour: str) -> None:
    if radius:
        fill_box(painter, box, radius, colour)
    else:
        painter.fillRect(box, QColor(colour))


def fill_box(painter: QPainter, box: QRectF, radius: float, colour: str) -> None:
    """Fill a box, and make no name of Qt's namespace for it: what the first screen is painted with.

    Pen and brush stay as they are.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.fillPath(path, _brush(colour))


def frame_box(painter: QPainter, box: QRectF, radius: float, edge: str) -> None:
    """Paint an edge of STROKE_EDGE inside `box` and leave what is within; see `fill_box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = tokens.STROKE_EDGE
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    within = box.adjusted(stroke, stroke, -stroke, -stroke)
    path.addRoundedRect(within, max(0.0, radius - stroke), max(0.0, radius - stroke))
    painter.fillPath(path, _brush(edge))


@lru_cache(maxsize=64)
def _brush(colour: str) -> QBrush:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette.window()  # a brush made of a colour by PySide makes all of Qt's enums first


def paint_line(painter: QPainter, line: QLineF, colour: str, width: float = 1.0) -> None:
    """Paint a straight line with square ends; a horizontal one hangs below its coordinates."""
    if line.y1() == line.y2():
        box = QRectF(min(line.x1(), line.x2()), line.y1(), abs(line.dx()), width)
    else:
        box = QRectF(line.x1(), min(line.y1(), line.y2()), width, abs(line.dy()))
    painter.fillRect(box, QColor(colour))
