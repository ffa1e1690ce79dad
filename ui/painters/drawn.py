"""Paints a drawing: a chart as files have it, on a picture of its own."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from exports.drawing import Circle, Drawing, Line, Polygon, Rect, Shape, Text
from ui.painters import text as painted
from ui.painters.text import Align

_SIDES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def picture_of(drawing: Drawing) -> QImage:
    """The drawing as a picture, one pixel to the point."""
    size = QSize(round(drawing.width), round(drawing.height))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    try:
        for shape in drawing.shapes:
            _paint(painter, shape)
    finally:
        painter.end()
    return image


def _paint(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Text():
            _paint_text(painter, shape)
        case Rect():
            _dress(painter, shape.fill, shape.edge, shape.stroke)
            box = QRectF(shape.x, shape.y, shape.width, shape.height)
            if shape.radius:
                painter.drawRoundedRect(box, shape.radius, shape.radius)
            else:
                painter.drawRect(box)
        case Line():
            painter.setPen(_pen(shape.colour, shape.stroke, shape.dash))
            painter.drawLine(QLineF(shape.x1, shape.y1, shape.x2, shape.y2))
        case Circle():
            _dress(painter, shape.fill, shape.edge, shape.stroke)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Polygon():
            _dress(painter, shape.fill, shape.edge, shape.stroke, shape.dash)
            corners = QPolygonF([QPointF(x, y) for x, y in shape.points])
            if shape.closed:
                painter.drawPolygon(corners)
            else:
                painter.drawPolyline(corners)


def _dress(
    painter: QPainter,
    fill: str | None,
    edge: str | None,
    stroke: float,
    dash: tuple[float, float] | None = None,
) -> None:
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(edge, stroke, dash) if edge is not None else Qt.PenStyle.NoPen)


def _pen(colour: str, stroke: float, dash: tuple[float, float] | None) -> QPen:
    pen = QPen(QColor(colour), stroke)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash is not None:
        pen.setDashPattern([part / stroke for part in dash])
    return pen


def _paint_text(painter: QPainter, text: Text) -> None:
    block = painted.line(text.text, text.type)
    left = text.x - block.width * _SIDES[text.align]
    # Painted at the left of its own ink, whichever way it reads.
    align = Align.END if block.right_to_left else Align.START
    shift = block.box - block.width if block.right_to_left else 0.0
    block.paint(painter, left - shift, text.baseline - block.baseline, text.colour, align)
