"""Wall view: a widget that paints a stage, on the projector or as the console's miniature."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from ui.projector.canvas import Canvas, picture_size
from ui.projector.stage import Picture, Stage
from workshop.scenes import Wall


class WallView(QWidget):
    """Paints what the stage shows, scaled by the smaller side and letterboxed in paper.

    A view that is not `touchable` leaves out which target is pressed: the console must not show
    what someone at the wall has chosen.
    """

    def __init__(
        self, stage: Stage, *, touchable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stage = stage
        self._touchable = touchable
        self._now = Canvas()
        self._past = Canvas()
        self._past_flat: tuple[Picture, QPixmap] | None = None
        self._past_wall: Wall | None = None
        self._good: Picture | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        stage.changed.connect(self.update)
        stage.scene_changed.connect(self._keep_past)

    def sizeHint(self) -> QSize:
        return QSize(tokens.CONSOLE.miniature_width, tokens.CONSOLE.miniature_height)

    def picture_rect(self) -> QRectF:
        """Where in the widget the 16:9 picture is, in logical pixels."""
        ratio = self.devicePixelRatioF()
        size = picture_size(self._device_size())
        width, height = size.width() / ratio, size.height() / ratio
        left = round((self.width() - width) / 2 * ratio) / ratio
        top = round((self.height() - height) / 2 * ratio) / ratio
        return QRectF(left, top, width, height)

    def to_design(self, point: QPointF) -> QPointF:
        """A point of the widget in the design space of 1920 x 1080."""
        rect = self.picture_rect()
        return QPointF(
            (point.x() - rect.x()) * tokens.PROJECTOR_WIDTH / rect.width(),
            (point.y() - rect.y()) * tokens.PROJECTOR_HEIGHT / rect.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self.stage.picture()
        if self._paint(self._now, picture):
            self._good = picture
            self._paint_past()
            return
        self._past_flat = None  # the canvas it lies on is needed
        if self._good is None or not self._paint(self._past, self._good):
            QPainter(self).fillRect(self.rect(), self._paper())

    def _paint(self, canvas: Canvas, picture: Picture) -> bool:
        """Paint one picture; False where a painter failed, and the room keeps the last good one."""
        if not self._touchable and picture.frame.pressed is not None:
            picture = replace(picture, frame=replace(picture.frame, pressed=None))
        rect = self.picture_rect()
        painter = QPainter(self)
        try:
            if rect != QRectF(self.rect()):
                painter.fillRect(self.rect(), self._paper())
            canvas.paint(painter, rect, picture, self.devicePixelRatioF())
        except Exception as error:  # noqa: BLE001 - whatever fails, the wall stays; the stage tells
            self.stage.fail(error)
            return False
        finally:
            painter.end()
        return True

    def _paint_past(self) -> None:
        """Let what was shown before shine through, as long as it fades."""
        before = self.stage.before()
        if before is None:
            self._past_flat = None
            return
        picture, opacity = before
        if self._past_wall != picture.wall:  # it was never painted here, so nothing can fade
            return
        rect = self.picture_rect()
        if self._past_flat is None or self._past_flat[0] is not picture:
            size = picture_size(self._device_size())
            self._past_flat = picture, self._past.flatten(size, picture)
        flat = self._past_flat[1]
        painter = QPainter(self)
        painter.setOpacity(opacity)
        painter.drawPixmap(rect, flat, QRectF(flat.rect()))
        painter.end()

    def _paper(self) -> QColor:
        return QColor(self.stage.look.palette.paper)

    def _device_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def _keep_past(self) -> None:
        self._past_wall = None if self._good is None else self._good.wall
        self._now, self._past = self._past, self._now
