"""Paints a hatch: lines at 45 degrees that keep their pitch from box to box."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

PITCH = 12
LINE = 4


def paint_hatch(
    painter: QPainter, box: QRectF, colour: str, *, pitch: float = PITCH, width: float = LINE
) -> None:
    """Fill `box` with lines rising to the right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(box)
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    step, height = pitch * sqrt(2), box.height()
    x = box.left() - height - step
    while x < box.right() + step:
        painter.drawLine(
            QPointF(x - step, box.bottom() + step), QPointF(x + height + step, box.top() - step)
        )
        x += step
    painter.restore()
