"""Sheets: the pictures of a face in a folder, small on contact sheets, and an index of them."""

from __future__ import annotations

import html
import re
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtGui import QImage

from exports.look import tokens
from exports.look.fonts import font

ACROSS, DOWN = 4, 5
WIDTH, HEIGHT = 480, 300
LABEL, GAP = 28, 16
NAME_LENGTH = 58


class Face:
    """The folder of one face; `add` keeps a picture, `finish` makes the sheets and the index."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in (*self.folder.glob("*.png"), *self.folder.glob("*.html")):
            left.unlink()
        self.name = name
        self._small: list[tuple[str, Path, Image.Image]] = []

    def add(self, name: str, image: QImage) -> None:
        """Keep a picture by its name."""
        path = self.folder / f"{_safe(name)}.png"
        if not image.save(str(path)):
            raise OSError(f"{path} could not be written")
        with Image.open(path) as opened:
            small = opened.convert("RGB")
        small.thumbnail((WIDTH, HEIGHT))
        self._small.append((name, path, small))

    def finish(self) -> int:
        """Write the contact sheets and the index; answers how many pictures there are."""
        page = ACROSS * DOWN
        for number, first in enumerate(range(0, len(self._small), page), 1):
            sheet = _sheet(self._small[first : first + page])
            sheet.save(self.folder / f"sheet-{number:02}.png")
        lines = "\n".join(
            f'<p><a href="{html.escape(path.name)}">{html.escape(name)}</a></p>'
            for name, path, _ in self._small
        )
        page_text = f"<!doctype html><meta charset=utf-8><title>{self.name}</title>\n{lines}\n"
        (self.folder / "index.html").write_text(page_text, encoding="utf-8")
        return len(self._small)


def _sheet(pictures: list[tuple[str, Path, Image.Image]]) -> Image.Image:
    rows = -(-len(pictures) // ACROSS)
    size = (GAP + ACROSS * (WIDTH + GAP), GAP + rows * (HEIGHT + LABEL + GAP))
    sheet = Image.new("RGB", size, tokens.LIGHT.palette.edge)
    draw = ImageDraw.Draw(sheet)
    letters = ImageFont.truetype(font(tokens.SANS, tokens.MEDIUM).path, 15)
    for n, (name, _, small) in enumerate(pictures):
        x = GAP + n % ACROSS * (WIDTH + GAP)
        y = GAP + n // ACROSS * (HEIGHT + LABEL + GAP)
        draw.text((x, y), name[:NAME_LENGTH], tokens.LIGHT.palette.ink, letters)
        sheet.paste(small, (x, y + LABEL))
    return sheet


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip("-")
