"""Canvas: keeps a wall's still parts as a picture, so that a frame paints only what moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from exports.look.tokens import PROJECTOR_HEIGHT, PROJECTOR_WIDTH, Look
from ui.projector.paint import paint_moving, paint_still, still_parts
from ui.projector.stage import Picture
from workshop.scenes import Wall


def picture_size(size: QSize) -> QSize:
    """The largest 16:9 picture in `size`, in whole pixels."""
    scale = min(size.width() / PROJECTOR_WIDTH, size.height() / PROJECTOR_HEIGHT)
    return QSize(max(1, round(PROJECTOR_WIDTH * scale)), max(1, round(PROJECTOR_HEIGHT * scale)))


class Canvas:
    """Paints pictures of one wall after the other; the still part is drawn once a wall and size."""

    def __init__(self) -> None:
        self._still: QPixmap | None = None
        self._still_of: tuple[Wall, Look, QSize] | None = None

    def paint(self, painter: QPainter, rect: QRectF, picture: Picture, ratio: float = 1.0) -> None:
        """Paint `picture` into `rect`, which has `ratio` device pixels to the pixel.

        Passes on whatever a scene's painter raises; `painter` is then in no state to go on with.
        """
        size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        still = self._still_picture(picture.wall, picture.frame.look, size)
        painter.drawPixmap(rect, still, QRectF(still.rect()))
        painter.save()
        painter.translate(rect.topLeft())
        _to_design_space(painter, rect.width())
        paint_moving(painter, picture.wall, picture.frame)
        painter.restore()

    def flatten(self, size: QSize, picture: Picture) -> QPixmap:
        """`picture` in one piece of `size` device pixels, to be laid over another one.

        It is the canvas' own pixmap: whatever is painted next is painted over it.
        """
        flat = self._still_picture(picture.wall, picture.frame.look, size)
        self._still_of = None
        painter = QPainter(flat)
        try:
            _to_design_space(painter, size.width())
            paint_moving(painter, picture.wall, picture.frame)
        finally:
            painter.end()
        return flat

    def _still_picture(self, wall: Wall, look: Look, size: QSize) -> QPixmap:
        of = (still_parts(wall), look, size)
        if self._still is not None and self._still_of == of:
            return self._still
        if self._still is None or self._still.size() != size:
            self._still = QPixmap(size)  # else painted over: new memory costs a frame's time
        self._still_of = None
        painter = QPainter(self._still)
        try:
            painter.fillRect(self._still.rect(), QColor(look.palette.paper))
            _to_design_space(painter, size.width())
            paint_still(painter, of[0], look)
        finally:
            painter.end()
        self._still_of = of
        return self._still


def _to_design_space(painter: QPainter, width: float) -> None:
    painter.scale(width / PROJECTOR_WIDTH, width / PROJECTOR_WIDTH)
    painter.setClipRect(QRectF(0, 0, PROJECTOR_WIDTH, PROJECTOR_HEIGHT))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
