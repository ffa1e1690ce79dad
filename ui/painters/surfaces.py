"""Paints flat surfaces: rounded boxes with an even edge, and hairlines on whole device pixels."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

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
        painter.setPen(Qt.PenStyle.NoPen)
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
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QColor(fill))
    inset = stroke / 2
    radius = max(0.0, radius - inset)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _fill(painter: QPainter, box: QRectF, radius: float, colour: str) -> None:
    if radius:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, radius, radius)
    else:
        painter.fillRect(box, QColor(colour))


def paint_line(painter: QPainter, line: QLineF, colour: str, width: float = 1.0) -> None:
    """Paint a straight line with square ends; a horizontal one hangs below its coordinates."""
    if line.y1() == line.y2():
        box = QRectF(min(line.x1(), line.x2()), line.y1(), abs(line.dx()), width)
    else:
        box = QRectF(line.x1(), min(line.y1(), line.y2()), width, abs(line.dy()))
    painter.fillRect(box, QColor(colour))
