"""Lucide's icons, drawn in one colour with the stroke of the look, and cached."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from exports.look import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

FOLDER: Final = Path(__file__).parent
_BOX: Final = 24  # the side of Lucide's drawings
_STROKE: Final = tokens.STROKE_ICON * _BOX / tokens.ICON_SIZE


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = tokens.ICON_SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon `name` (a file of this folder) in `colour`, `size` logical pixels a side.

    `ratio` is the screen's device pixel ratio. Raises KeyError for a name that is not shipped.
    """
    drawing = _renderer(name, colour)
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.fill(QColor("transparent"))
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size: int = tokens.ICON_SIZE) -> QIcon:
    """The icon for a menu or a window, sharp on screens of single and double density."""
    from PySide6.QtGui import QIcon  # the first screen has none, and its type takes 2 ms

    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


def paint_icon(
    painter: QPainter,
    name: str,
    x: float,
    y: float,
    colour: str,
    size: int = tokens.ICON_SIZE,
) -> None:
    """Paint the icon with its top left corner at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, colour, size, ratio))


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    drawing = path.read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", QColor(colour).name())
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{_STROKE:g}"')
    return QSvgRenderer(QByteArray(drawing.encode()))
