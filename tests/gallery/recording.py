"""Recording: a paint device that draws nothing and notes every text and shape drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPolygonF,
    QTextItem,
)

_METRIC = QPaintDevice.PaintDeviceMetric
_DPI = 96
_DPI_METRICS = (
    _METRIC.PdmDpiX,
    _METRIC.PdmDpiY,
    _METRIC.PdmPhysicalDpiX,
    _METRIC.PdmPhysicalDpiY,
)
_UNSEEN = " \t\n\u00a0\u00ad\u2028\u200e\u200f"
"""Spaces, marks of a direction, and the hyphen of a word that is not broken there: Qt draws them
far outside."""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A text as drawn: the box of its letters, and the part of the device it may be seen in."""

    said: str
    box: QRectF
    room: QRectF
    colour: QColor
    opacity: float


@dataclass(frozen=True, slots=True)
class DrawnShape:
    """A shape as drawn: its box with its stroke, and the colours of its edge and its inside."""

    box: QRectF
    edge: QColor | None
    fill: QColor | None
    opacity: float


class Recorder(QPaintDevice):
    """A device of so many pixels: paint on it, then read `texts` and `shapes`."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = (width, height)
        self._engine = _Engine()

    @property
    def texts(self) -> list[DrawnText]:
        """What was written, in order."""
        return self._engine.texts

    @property
    def shapes(self) -> list[DrawnShape]:
        """What was drawn beside texts and pictures, in order."""
        return self._engine.shapes

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        width, height = self._size
        if metric in _DPI_METRICS:
            return _DPI
        sizes = {
            _METRIC.PdmWidth: width,
            _METRIC.PdmHeight: height,
            _METRIC.PdmWidthMM: round(width * 25.4 / _DPI),
            _METRIC.PdmHeightMM: round(height * 25.4 / _DPI),
            _METRIC.PdmNumColors: 2**31 - 1,
            _METRIC.PdmDepth: 32,
            _METRIC.PdmDevicePixelRatio: 1,
        }
        if metric in sizes:
            return sizes[metric]
        return int(QPaintDevice.devicePixelRatioFScale())


def record(width: int, height: int, paint: Callable[[QPainter], object]) -> Recorder:
    """What `paint` draws with the painter it is given."""
    recorder = Recorder(width, height)
    painter = QPainter(recorder)
    try:
        paint(painter)
    finally:
        painter.end()
    return recorder


class _Engine(QPaintEngine):
    """Takes everything as it comes, so that Qt breaks nothing into simpler parts."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[DrawnText] = []
        self.shapes: list[DrawnShape] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        """Nothing: the painter is asked when something is drawn."""

    def drawTextItem(self, at: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        said = item.text()
        if not said.strip(_UNSEEN):
            return
        painter = self.painter()
        assert isinstance(at, QPointF), "Qt says it in fractions of a pixel"
        box = _letters(item, said).translated(at)
        to_device = painter.deviceTransform()
        if painter.hasClipping():
            room = to_device.mapRect(painter.clipBoundingRect())
        else:
            device = painter.device()
            room = QRectF(0, 0, device.width(), device.height())
        colour = painter.pen().color()
        self.texts.append(DrawnText(said, to_device.mapRect(box), room, colour, painter.opacity()))

    def drawPath(self, path: QPainterPath) -> None:
        self._shape(path.boundingRect())

    def drawRects(self, rects: Iterable[Any]) -> None:
        for rect in rects:
            self._shape(QRectF(rect))

    def drawLines(self, lines: Iterable[Any]) -> None:
        for line in lines:
            self._shape(QRectF(QPointF(line.p1()), QPointF(line.p2())).normalized())

    def drawEllipse(self, rect: QRectF | QRect) -> None:
        self._shape(QRectF(rect))

    def drawPolygon(self, points: Iterable[Any], _mode: QPaintEngine.PolygonDrawMode) -> None:
        self._shape(QPolygonF([QPointF(point) for point in points]).boundingRect())

    def drawPixmap(self, *_what: object) -> None:
        """A picture is looked at where it is made."""

    def drawImage(self, *_what: object) -> None:
        """A picture is looked at where it is made."""

    def drawTiledPixmap(self, *_what: object) -> None:
        """A picture is looked at where it is made."""

    def drawPoints(self, *_what: object) -> None:
        """Nothing of ours is made of points."""

    def _shape(self, box: QRectF) -> None:
        painter = self.painter()
        pen, brush = painter.pen(), painter.brush()
        edge = pen.color() if pen.style() is not Qt.PenStyle.NoPen else None
        fill = brush.color() if brush.style() is not Qt.BrushStyle.NoBrush else None
        half = pen.widthF() / 2 if edge is not None else 0.0
        grown = box.adjusted(-half, -half, half, half)
        seen = painter.deviceTransform().mapRect(grown)
        self.shapes.append(DrawnShape(seen, edge, fill, painter.opacity()))


@lru_cache(maxsize=8192)
def _tight(key: str, said: str) -> QRectF:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font).tightBoundingRect(said)


def _letters(item: QTextItem, said: str) -> QRectF:
    """The box of the letters, from where they begin on the baseline.

    Part of a word may be set closer than it would be alone, as in Arabic: no box is wider than
    what the letters take on their line.
    """
    box = _tight(item.font().toString(), said)
    left, right = max(box.left(), 0.0), min(box.right(), item.width())
    return QRectF(left, box.top(), max(1.0, right - left), box.height())
