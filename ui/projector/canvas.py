"""Canvas: keeps a wall's still parts as a picture, so that a frame paints only what moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from exports.look.tokens import PROJECTOR_HEIGHT, PROJECTOR_WIDTH, Look
from ui.projector.frame import Frame
from ui.projector.paint import paint_moving, paint_still, still_parts
from ui.projector.stage import Picture
from workshop.scenes import Wall


def picture_size(size: QSize) -> QSize:
    """The largest 16:9 picture in `size`, in whole pixels."""
    scale = min(size.width() / PROJECTOR_WIDTH, size.height() / PROJECTOR_HEIGHT)
    return QSize(max(1, round(PROJECTOR_WIDTH * scale)), max(1, round(PROJECTOR_HEIGHT * scale)))


class Canvas:
    """Paints pictures of one size; asked again for what it painted last, it paints nothing."""

    def __init__(self) -> None:
        self._still: QPixmap | None = None
        self._still_of: tuple[Wall, Look, QSize] | None = None
        self._painted: QPixmap | None = None
        self._painted_of: tuple[Picture, QSize] | None = None

    def paint(self, picture: Picture, size: QSize) -> QPixmap:
        """`picture` in `size` device pixels, which is one of `picture_size`.

        Passes on whatever a painter raises; what was painted before stays untouched by that.
        """
        if self._painted is not None and self._painted_of == (picture, size):
            return self._painted
        painted = self._still_picture(picture.wall, picture.frame.look, size).copy()
        self._draw(painted, picture.wall, picture.frame)
        self._painted, self._painted_of = painted, (picture, size)
        return painted

    def _still_picture(self, wall: Wall, look: Look, size: QSize) -> QPixmap:
        of = (still_parts(wall), look, size)
        if self._still is not None and self._still_of == of:
            return self._still
        still = QPixmap(size)
        still.fill(QColor(look.palette.paper))
        self._draw(still, of[0], look)
        self._still, self._still_of = still, of
        return still

    def _draw(self, target: QPixmap, wall: Wall, how: Frame | Look) -> None:
        painter = QPainter(target)
        try:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            )
            painter.setWindow(0, 0, PROJECTOR_WIDTH, PROJECTOR_HEIGHT)
            painter.setClipRect(QRectF(0, 0, PROJECTOR_WIDTH, PROJECTOR_HEIGHT))
            if isinstance(how, Frame):
                paint_moving(painter, wall, how)
            else:
                paint_still(painter, wall, how)
        finally:
            painter.end()
