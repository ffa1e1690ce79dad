"""Seeing: a scene painted as the wall would, and what of its texts ended up where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from tests.ui.projector.sample_parts import NOW
from ui.painters.text import Align, Block
from ui.projector.canvas import Canvas
from ui.projector.frame import Frame
from ui.projector.stage import Picture
from workshop.scenes import Scene, Wall

_TIE = "\u00a0"  # holds the last two words of a text together


def painted(
    scene: Scene, look: Look = tokens.LIGHT, band: str = "", frame: Frame | None = None
) -> QImage:
    image = QImage(tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture = Picture(Wall(scene, band), frame or Frame(look, NOW))
    Canvas().paint(painter, QRectF(image.rect()), picture)
    painter.end()
    return image


class Seen:
    """The texts that were painted, where their letters are, and in which colours."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[tuple[Block, QRectF]] = []
        self.inks: list[str] = []
        paint = Block.paint

        def noted(
            block: Block,
            painter: QPainter,
            x: float,
            y: float,
            colour: str,
            align: Align = Align.START,
        ) -> None:
            if block.text.strip():
                self.texts.append((block, self._letters(block, painter, x, y, align)))
                self.inks.append(colour)
            paint(block, painter, x, y, colour, align)

        monkeypatch.setattr(Block, "paint", noted)

    def paint(self, scene: Scene, frame: Frame | None = None) -> QImage:
        """Paint this scene, and look at nothing that another test left to be painted."""
        self.texts.clear()
        self.inks.clear()
        return painted(scene, frame=frame)

    def said(self) -> list[str]:
        """Every text in the order in which it was painted, its lines joined again."""
        return [" ".join(block.line_texts()).replace(_TIE, " ") for block, _ in self.texts]

    def where(self, text: str) -> QRectF:
        """Where the letters of this text are, which is there once."""
        (found,) = (
            letters
            for said, (_, letters) in zip(self.said(), self.texts, strict=True)
            if said == text
        )
        return found

    @staticmethod
    def _letters(block: Block, painter: QPainter, x: float, y: float, align: Align) -> QRectF:
        free = block.box - block.width
        ends = (align is Align.END) is not block.right_to_left
        left = x + (free / 2 if align is Align.CENTRE else free if ends else 0)
        first = y + block.baseline - 0.72 * block.role.size
        last = y + block.baseline + (block.lines - 1) * block.role.leading
        return painter.worldTransform().mapRect(QRectF(left, first, block.width, last - first))


def colour_at(image: QImage, x: float, y: float) -> str:
    """The colour of a pixel, as the tokens write it."""
    return image.pixelColor(round(x), round(y)).name().upper()


def runs(image: QImage, x: float, top: float, bottom: float, colour: str) -> int:
    """How many stretches of this colour a column of pixels has."""
    colours = [colour_at(image, x, y) == colour for y in range(round(top), round(bottom))]
    return sum(now and not before for before, now in pairwise([False, *colours]))
