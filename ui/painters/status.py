"""Paints how far an action has come: an empty circle, a half-filled one, a filled one with a tick.

The glyph stands in a square box; its measures are parts of that box's sixteenth, as it was drawn.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from exports.look.tokens import Palette
from workshop.kinds import ActionStatus

_BOX = 16.0
_RADIUS = 6.0
_RADIUS_DONE = 6.7
_STROKE = 1.5
_TICK_STROKE = 1.6
_TICK = ((5.0, 8.2), (7.2, 10.4), (11.2, 6.0))
_QUARTER = 90 * 16  # Qt counts angles in sixteenths of a degree


def paint_status(
    painter: QPainter, status: ActionStatus, top_left: QPointF, box: float, palette: Palette
) -> None:
    """Paint the glyph of `status` into a square of side `box`; it is the same in every language."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(top_left)
    painter.scale(box / _BOX, box / _BOX)
    centre = QPointF(_BOX / 2, _BOX / 2)
    if status is ActionStatus.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.ink))
        painter.drawEllipse(centre, _RADIUS_DONE, _RADIUS_DONE)
        pen = QPen(QColor(palette.paper), _TICK_STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in _TICK]))
    else:
        begun = status is ActionStatus.UNDER_WAY
        ring = QRectF(_BOX / 2 - _RADIUS, _BOX / 2 - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        if begun:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.ink))
            painter.drawPie(ring, -_QUARTER, 2 * _QUARTER)
        painter.setPen(QPen(QColor(palette.ink if begun else palette.ink2), _STROKE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, _RADIUS, _RADIUS)
    painter.restore()
