"""Faces: what the gallery has of each face, and which of its faults are meant to be so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.gallery import fillings, leading, papers, rooms, wall
from tests.gallery.allowed import is_meant
from tests.gallery.checking import Fault, Picture, faults
from tests.gallery.sheets import Face
from tests.gallery.studio import LARGE, SMALL, Studio, View
from ui.theme import Mode, load_fonts

Took = Callable[[Picture], object]


def _wall(_folder: Path, took: Took) -> None:
    load_fonts()
    for picture in wall.pictures():
        took(picture)


def _console(mode: Mode, folder: Path, took: Took) -> None:
    views = [View(*size, mode) for size in (LARGE, SMALL)]
    studio = Studio(folder, views, took)
    for filling in fillings.NAMES:
        rooms.pictures(studio, filling)
        leading.pictures(studio, filling)


def _papers(folder: Path, took: Took) -> None:
    for filling in fillings.NAMES:
        place = folder / filling
        place.mkdir(parents=True)
        papers.pictures(place, filling, took)


FACES: dict[str, Callable[[Path, Took], None]] = {
    "wall": _wall,
    "console": partial(_console, Mode.LIGHT),
    "console-dark": partial(_console, Mode.DARK),
    "papers": _papers,
}


def draw(face: str, out: Path, folder: Path) -> tuple[int, list[Fault]]:
    """Draw a face into `out`, working in `folder`; answers how many pictures, and their faults."""
    sheets = Face(out, face)
    found: list[Fault] = []

    def took(picture: Picture) -> None:
        sheets.add(picture.name, picture.image)
        found.extend(fault for fault in faults(picture) if not is_meant(fault))

    FACES[face](folder, took)
    return sheets.finish(), found
