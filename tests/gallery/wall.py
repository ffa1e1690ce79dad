"""Wall: a picture of every sample scene as the room would see it, with its texts and marks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from tests.gallery.checking import WALL_CONTRAST, Mark, Picture, Written
from tests.gallery.marks import telling
from tests.gallery.recording import DrawnText, record
from tests.ui.projector import samples
from tests.ui.projector.sample_parts import NOW
from tests.ui.projector.seeing import painted
from ui.projector.frame import Frame
from ui.projector.paint import paint_moving, paint_still
from workshop.scenes import Scene, Wall

WHOLE = QRectF(0, 0, tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT)
BAND = "Rehearsal: nothing here is real"
LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}


def scenes() -> dict[str, tuple[Scene, str]]:
    """Every scene of the gallery by its name, with the words of its band."""
    banded = {f"rehearsal: {name}": (scene, BAND) for name, scene in samples.ORDINARY.items()}
    return {**{name: (scene, "") for name, scene in samples.ALL.items()}, **banded}


def pictures(
    names: list[str] | None = None, themes: tuple[str, ...] = ("light", "dark")
) -> Iterator[Picture]:
    """The scenes of these names, or all, in each theme."""
    made = scenes()
    for name in names or list(made):
        scene, band = made[name]
        for theme in themes:
            yield picture(f"{name}, {theme}", Wall(scene, band), LOOKS[theme])


def recorded(names: list[str]) -> Iterator[Picture]:
    """The scenes of these names with their texts alone, which takes a third of the time."""
    made = scenes()
    for name in names:
        scene, band = made[name]
        texts, _ = _drawn(Wall(scene, band), tokens.LIGHT)
        empty = QImage(tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT, QImage.Format.Format_Mono)
        yield Picture(name, empty, texts)


def picture(name: str, wall: Wall, look: Look) -> Picture:
    """A wall with all that is written and drawn on it."""
    texts, marks = _drawn(wall, look)
    image = painted(wall.scene, look, wall.band, Frame(look, NOW))
    return Picture(name, image, texts, marks, least=WALL_CONTRAST)


def _drawn(wall: Wall, look: Look) -> tuple[list[Written], list[Mark]]:
    frame = Frame(look, NOW)

    def paint(painter: QPainter) -> None:
        painter.setClipRect(WHOLE)
        painter.fillRect(WHOLE, QColor(look.palette.paper))
        paint_still(painter, wall, look)
        paint_moving(painter, wall, frame)

    drawn = record(tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT, paint)
    return [_written(text) for text in drawn.texts], telling(drawn.shapes, look)


def _written(text: DrawnText) -> Written:
    return Written(text.said, text.box, text.room & WHOLE, WHOLE, text.colour)
