"""Papers: the pages of every PDF and every chart file of a day, with the texts that stand there."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from exports.catalogue import Source, export
from exports.charts import folder as charts_folder
from exports.charts.figure import png_bytes
from exports.drawing import Circle, Drawing, Polygon, Rect
from exports.look import tokens
from exports.pdf.typesetter import Typesetter
from tests.days import HandClock
from tests.exports.pdf.ink import BELOW, Ink, ink_of
from tests.gallery import fillings
from tests.gallery.checking import Picture, Pixels, Written, alike, cut, pixels_of
from tests.gallery.leading import set_time
from tests.gallery.marks import telling
from tests.gallery.recording import DrawnShape
from workshop.charting import day_charts
from workshop.creation import create_workshop
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.rehearsal import Rehearsal
from workshop.repeating import repeat
from workshop.words import Words

DPI = 150
POINTS = 72
_LEAST_WIDTH = 1.0  # pixels: vowel marks of Arabic and Hebrew have none of their own
CHARTS_OF_A_KIND = 6  # of a day; the others are drawn by the same painters
PDFS = ("plan", "report", "agenda", "run-sheet", "ballots", "table-cards")
Took = Callable[[Picture], object]


def pictures(folder: Path, filling: str, took: Took) -> None:
    """Every page and chart of a day with that filling."""
    words = Words("en")
    source = _played(folder, filling, words)
    out = folder / "files"
    out.mkdir()
    for kind in PDFS:
        for written in export(source, words, out, [kind]):
            for picture in pages(written.path, f"{kind} {filling}", folder):
                took(picture)
    for picture in _charts(source, words, filling):
        took(picture)


def _played(folder: Path, filling: str, words: Words) -> Source:
    """A day that was led to its end; the ordinary one repeats another."""
    clock = HandClock()
    set_time(clock, fillings.EARLIER)
    with Library.open(folder / "flipchart.sqlite", clock=clock) as library:
        framework = fillings.framework(filling)
        if filling == "extreme":
            framework = replace(framework, sessions=framework.sessions[:6])
        new = fillings.workshop(filling, words, fillings.EARLIER)
        live = LiveWorkshop(library, create_workshop(library, framework, new, words), words)
        if filling != "empty":
            Rehearsal(live, seed=3).play()
        if filling == "ordinary":
            again = repeat(library, live.id, words, held_on=fillings.DAY)
            live = LiveWorkshop(library, again, words)
            Rehearsal(live, seed=4).play()
        return Source(live.snapshot(), library.path)


def pages(path: Path, name: str, folder: Path) -> Iterator[Picture]:
    """Each page of a PDF as a picture."""
    inks = ink_of(path)
    stem = folder / name.replace(" ", "-")
    command = ["pdftoppm", "-r", str(DPI), "-png", str(path), str(stem)]
    subprocess.run(command, check=True)
    made = sorted(folder.glob(f"{stem.name}-*.png"))
    for number, image_path in enumerate(made):
        image = QImage(str(image_path))
        image_path.unlink()
        height = float(PdfReader(path).pages[number].mediabox.height)
        on_page = [ink for ink in inks if ink.page == number]
        pixels = pixels_of(image)
        texts = [_of_ink(ink, height, image, pixels) for ink in on_page]
        yield Picture(f"{name}, page {number + 1}", image, texts)


def _of_ink(ink: Ink, height: float, image: QImage, pixels: Pixels) -> Written:
    scale = DPI / POINTS
    box = QRectF(
        ink.left * scale,
        (height - ink.top) * scale,
        max(_LEAST_WIDTH, (ink.right - ink.left) * scale),
        (ink.top - ink.bottom) * scale,
    )
    whole = QRectF(image.rect())
    colour = _darkest(pixels, box)
    seen = _without_depth(box, BELOW * ink.size * scale, colour, pixels)
    return Written(f"{ink.size:.1f} pt", seen, whole, whole, colour, ink.font)


def _without_depth(box: QRectF, depth: float, colour: QColor, pixels: Pixels) -> QRectF:
    """The box of a text without what lies below its baseline, where no letter reaches there: a
    number may stand close above a bar.
    """
    below = QRectF(box.left(), box.bottom() - depth + 1, box.width(), depth - 1)
    if alike(cut(pixels, below), colour).any():
        return box
    return box.adjusted(0, 0, 0, -depth)


def _darkest(pixels: Pixels, box: QRectF) -> QColor:
    """The colour of a text, which its letters reach only where they are thick: the one that is
    farthest from what is there most.
    """
    row = cut(pixels, box).astype(np.int32)
    if not len(row):
        return QColor(tokens.LIGHT.palette.ink)
    ground = np.median(row, axis=0)
    farthest = row[np.abs(row - ground).sum(axis=1).argmax()]
    return QColor(*(int(part) for part in farthest))


def _charts(source: Source, words: Words, filling: str) -> Iterator[Picture]:
    """Each chart of the folder as its PNG, with the texts and marks it was drawn of."""
    setter = Typesetter(words.language)
    charts = charts_folder._charts(source.snapshot, day_charts(source.snapshot, words), words)
    seen: dict[str, int] = {}
    for chart in charts:
        kind = "question" if chart.number % charts_folder.TENS else "page"
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] > CHARTS_OF_A_KIND:
            continue
        for page, drawing in enumerate(chart.draw(setter), 1):
            image = QImage.fromData(png_bytes(drawing, setter))
            name = f"chart {filling}, {chart.number} {chart.name}, page {page}"
            yield chart_picture(name, drawing, image)


def chart_picture(name: str, drawing: Drawing, image: QImage) -> Picture:
    """A chart's file with the texts and marks it was drawn of."""
    scale = image.width() / drawing.width
    whole = QRectF(image.rect())
    texts = [
        Written(text.text, _scaled(text.box, scale), whole, whole, QColor(text.colour))
        for text in drawing.texts
        if text.text.strip()
    ]
    shapes = [shape for each in drawing.shapes if (shape := _shape(each, scale)) is not None]
    return Picture(name, image, texts, telling(shapes, tokens.LIGHT))


def _scaled(box: tuple[float, float, float, float], scale: float) -> QRectF:
    left, top, right, bottom = (each * scale for each in box)
    return QRectF(left, top, right - left, bottom - top)


def _shape(shape: object, scale: float) -> DrawnShape | None:
    match shape:
        case Rect():
            box = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        case Circle():
            r = shape.radius
            box = (shape.x - r, shape.y - r, shape.x + r, shape.y + r)
        case Polygon():
            across, down = zip(*shape.points, strict=True)
            box = (min(across), min(down), max(across), max(down))
        case _:
            return None
    half = shape.stroke / 2 if shape.edge else 0.0
    grown = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
    edge, fill = (QColor(name) if name else None for name in (shape.edge, shape.fill))
    return DrawnShape(_scaled(grown, scale), edge, fill, 1.0)
