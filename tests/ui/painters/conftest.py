"""What the painters' tests paint on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from exports.look.tokens import LIGHT
from ui.theme import load_fonts


class Canvas:
    """A sheet of paper to paint on and to look at afterwards."""

    def __init__(self, width: int, height: int) -> None:
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.image.fill(QColor(LIGHT.palette.paper))
        self.painter = QPainter(self.image)

    def at(self, x: float, y: float) -> str:
        """The colour of one pixel as `#RRGGBB`."""
        return self.image.pixelColor(round(x), round(y)).name().upper()

    def colours(self) -> set[str]:
        """Every colour on the sheet."""
        return {f"#{pixel & 0xFFFFFF:06X}" for row in self._rows() for pixel in set(row)}

    def ink_box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of everything that is not paper."""
        paper = QColor(LIGHT.palette.paper).rgb()
        down, across = [], set()
        for y, row in enumerate(self._rows()):
            inked = [x for x, pixel in enumerate(row) if pixel != paper]
            if inked:
                down.append(y)
                across |= {inked[0], inked[-1]}
        return min(across), min(down), max(across), max(down)

    def _rows(self) -> list[list[int]]:
        width = self.image.width()
        pixels = memoryview(self.image.constBits()).cast("B").cast("I").tolist()
        return [pixels[start : start + width] for start in range(0, len(pixels), width)]


@pytest.fixture
def canvas(qapp: QApplication) -> Iterator[Canvas]:
    load_fonts()
    sheet = Canvas(400, 200)
    yield sheet
    sheet.painter.end()
