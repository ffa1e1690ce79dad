"""Picture: a moment of the wall or the console inside a chapter, in the look in force."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.help.chapter import Picture
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme


class PictureView(QWidget):
    """As wide as its room, but never wider than it was drawn."""

    def __init__(self, theme: DesktopTheme, picture: Picture, said: str) -> None:
        super().__init__()
        self._theme = theme
        self._picture = picture
        self._pixmap = QPixmap()
        self.setAccessibleName(said)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._load)
        self._load()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._shown(width).height())

    def sizeHint(self) -> QSize:
        return self._pixmap.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = self._shown(self.width())
        ratio = self.devicePixelRatioF()
        # Smoother than the painter's own way of making it smaller.
        wanted = (box.size() * ratio).toSize()
        fits = self._pixmap.size() == wanted
        mode = Qt.TransformationMode.SmoothTransformation
        scaled = self._pixmap if fits else self._pixmap.scaled(wanted, mode=mode)
        painter.drawPixmap(box, scaled, QRectF(scaled.rect()))
        paint_box(painter, box, 0, None, self._theme.colours.edge)

    def _shown(self, width: int) -> QRectF:
        size = self._pixmap.size()
        shown = min(width, size.width())
        return QRectF(0, 0, shown, shown * size.height() / max(1, size.width()))

    def _load(self) -> None:
        path = self._picture.path(dark=self._theme.is_dark)
        self._pixmap = QPixmap(str(path))
        if self._pixmap.isNull():
            raise FileNotFoundError(path)
        self.update()
