"""Wall view: a widget that paints a stage, on the projector or as the console's miniature."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from ui.projector.canvas import Canvas, picture_size
from ui.projector.stage import Picture, Stage


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
        self._good: QPixmap | None = None
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
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.stage.look.palette.paper))
        rect = self.picture_rect()
        good = self._painted(self._now, self.stage.picture())
        if good is not None:
            self._good = good
        if self._good is not None:
            painter.drawPixmap(rect, self._good, QRectF(self._good.rect()))
        before = self.stage.before()
        if before is not None and good is not None:
            past = self._painted(self._past, before[0])
            if past is not None:
                painter.setOpacity(before[1])
                painter.drawPixmap(rect, past, QRectF(past.rect()))
        painter.end()

    def _painted(self, canvas: Canvas, picture: Picture) -> QPixmap | None:
        """None where a painter failed: the room then keeps the last good frame."""
        if not self._touchable and picture.frame.pressed is not None:
            picture = replace(picture, frame=replace(picture.frame, pressed=None))
        try:
            return canvas.paint(picture, picture_size(self._device_size()))
        except Exception as error:  # noqa: BLE001 - whatever fails, the wall stays; the stage tells
            self.stage.fail(error)
            return None

    def _device_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def _keep_past(self) -> None:
        self._now, self._past = self._past, self._now
