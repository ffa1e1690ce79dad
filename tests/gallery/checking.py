"""Checking: what an eye would find wrong on a picture, found by its texts, shapes and pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from tests.exports.look.test_contrast import contrast

TEXT_CONTRAST, WALL_CONTRAST, MARK_CONTRAST = 4.5, 7.0, 3.0
TOUCHING = 1.5
"""Pixels by which the boxes of two texts, or a text and its edge, may meet: letters are round."""
_AROUND = 3
_SEEN_SHARE = 0.06  # of the pixels around a text: less is an edge that is drawn softly
_MARK_SHARE = 0.1  # of the pixels around a mark: by so much of them it can be told apart
_RING_LEAST = 0.05  # of the pixels around a mark that may not be of its own colour
_ALIKE = 12  # steps of 255 by which a colour may be off: opacity and palettes round
_MIXED = 0.1  # of a text's colour in that of its ground: from here on it is a letter's soft edge
_WHOLE_SHARE = 0.6  # of a text's height: less of it is about to be scrolled away
_ENOUGH = 12_000  # pixels that tell which colours there are

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Written:
    """A text in a picture: the box of its letters, and where it may stand.

    `room` is what its letters must lie within, `sight` what is not scrolled away or covered by an
    edge; both and `box` in the picture's own pixels. `owner` says whose text it is. `off` is that
    of a control that is disabled, which needs no contrast.
    """

    said: str
    box: QRectF
    room: QRectF
    sight: QRectF
    colour: QColor
    owner: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape in a picture that says something, in the colour that it is told by."""

    box: QRectF
    colour: QColor
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong on a picture: `kind` is clipped, overlapping, faint text or faint mark."""

    picture: str
    kind: str
    what: str
    owner: str = ""

    def __str__(self) -> str:
        of = f" ({self.owner})" if self.owner else ""
        return f"{self.picture}: {self.kind}: {self.what}{of}"


@dataclass
class Picture:
    """A picture with all that was drawn in it; `least` is the contrast its texts need."""

    name: str
    image: QImage
    texts: Sequence[Written] = ()
    marks: Sequence[Mark] = ()
    least: float = TEXT_CONTRAST
    found: list[Fault] = field(default_factory=list)
    """What was found while it was made."""


def faults(picture: Picture) -> list[Fault]:
    """Everything wrong with a picture."""
    return [*picture.found, *shape_faults(picture), *colour_faults(picture)]


def shape_faults(picture: Picture) -> list[Fault]:
    """Texts that are cut, or stand on each other."""
    return [*_clipped(picture), *_overlapping(picture)]


def colour_faults(picture: Picture) -> list[Fault]:
    """Texts and marks that stand out too little from what is around them."""
    pixels = pixels_of(picture.image)
    return [*_faint_texts(picture, pixels), *_faint_marks(picture, pixels)]


def pixels_of(image: QImage) -> Pixels:
    """The picture as rows of red, green and blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return rows[:, : plain.width() * 4].reshape(plain.height(), plain.width(), 4)[:, :, 2::-1]


def _clipped(picture: Picture) -> Iterator[Fault]:
    whole = QRectF(picture.image.rect())
    for text in picture.texts:
        room = text.room.adjusted(-TOUCHING, -TOUCHING, TOUCHING, TOUCHING)
        if not room.contains(text.box):
            yield Fault(picture.name, "clipped", f"{text.said!r}, {_beyond(text)}", text.owner)
        elif text.sight == text.room and not _grown(whole, TOUCHING).contains(text.box):
            yield Fault(picture.name, "clipped", f"{text.said!r} by the edge", text.owner)


def _beyond(text: Written) -> str:
    box, room = text.box, text.room
    sides = {
        "left": room.left() - box.left(),
        "top": room.top() - box.top(),
        "right": box.right() - room.right(),
        "bottom": box.bottom() - room.bottom(),
    }
    return ", ".join(f"{by:.0f} px at the {side}" for side, by in sides.items() if by > TOUCHING)


def _overlapping(picture: Picture) -> Iterator[Fault]:
    seen = list(_in_sight(picture.texts))
    for one, other in _meeting([text.box for text in seen]):
        first, second = seen[one], seen[other]
        if first.said == second.said and first.owner == second.owner:
            continue  # what is selected in a field is written twice
        owners = " and ".join(dict.fromkeys(filter(None, (first.owner, second.owner))))
        yield Fault(picture.name, "overlapping", f"{first.said!r} and {second.said!r}", owners)


def _in_sight(texts: Iterable[Written]) -> Iterator[Written]:
    """Texts of which something can be seen, each with the box of that."""
    for text in texts:
        box = text.box & text.sight
        if box.width() > TOUCHING and box.height() > TOUCHING:
            yield replace(text, box=box)


def _meeting(boxes: Sequence[QRectF]) -> Iterator[tuple[int, int]]:
    """Pairs of boxes that share more than a hair; swept from left to right."""
    order = sorted(range(len(boxes)), key=lambda n: boxes[n].left())
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if boxes[other].left() > boxes[one].right() - TOUCHING:
                break
            shared = boxes[one] & boxes[other]
            if shared.width() > TOUCHING and shared.height() > TOUCHING:
                yield one, other


def _faint_texts(picture: Picture, pixels: Pixels) -> Iterator[Fault]:
    whole = {text.said: text.box.height() for text in picture.texts}
    for text in _in_sight(picture.texts):
        if text.off or text.box.height() < _WHOLE_SHARE * whole[text.said]:
            continue
        around = cut(pixels, text.box, _AROUND)
        if not around.size:
            continue
        measured = _text_contrast(around, text.colour)
        if measured < picture.least - 0.05:
            what = f"{text.said!r} {text.colour.name()} at {measured:.2f}:1"
            yield Fault(picture.name, "faint text", what, text.owner)


def _text_contrast(around: Pixels, colour: QColor) -> float:
    """The contrast with the colour that it stands out least from; 1 where it fills all there is."""
    colours, shares = _colours(around)
    others = ~alike(colours, colour)
    if not (others & (shares >= _SEEN_SHARE)).any():
        return 1.0
    most = colours[np.where(others, shares, 0).argmax()]
    ground = colours[others & (shares >= _SEEN_SHARE) & ~_between(colours, colour, most)]
    return min(contrast(colour.name(), _name(other)) for other in ground)


def _between(colours: Pixels, colour: QColor, ground: Pixels) -> NDArray[np.bool_]:
    """Which are mixed of a text's colour and its ground, as the edges of its letters are."""
    start = ground.astype(float)
    way = np.array((colour.red(), colour.green(), colour.blue()), float) - start
    along = np.clip((colours - start) @ way / max(1.0, way @ way), 0, 1)
    off = np.abs(colours - (start + along[:, None] * way)).max(axis=1)
    return np.asarray((off <= _ALIKE) & (along > _MIXED), np.bool_)


def _faint_marks(picture: Picture, pixels: Pixels) -> Iterator[Fault]:
    for mark in picture.marks:
        measured = _mark_contrast(mark, pixels)
        if measured < MARK_CONTRAST - 0.05:
            box = mark.box.toRect()
            where = f"{box.width()}x{box.height()} at {box.x()}, {box.y()}"
            what = f"{mark.colour.name()}, {where}, at {measured:.2f}:1"
            yield Fault(picture.name, "faint mark", what, mark.owner)


def _mark_contrast(mark: Mark, pixels: Pixels) -> float:
    """The contrast with what it can best be told from; as high as can be where it is not seen."""
    if mark.box.contains(QRectF(1, 1, pixels.shape[1] - 2, pixels.shape[0] - 2)):
        return 21.0  # a frame around all has nothing outside
    inside = cut(pixels, mark.box)
    ring = _ring(pixels, mark.box)
    if not inside.size or not ring.size or not alike(inside, mark.colour).any():
        return 21.0
    others = ring[~alike(ring, mark.colour)]  # a neighbour of its own colour is no ground
    if len(others) < _RING_LEAST * len(ring):
        return 1.0
    colours, shares = _colours(others)
    ground = colours[shares >= _MARK_SHARE]
    return max((contrast(mark.colour.name(), _name(each)) for each in ground), default=21.0)


def alike(pixels: Pixels, colour: QColor) -> NDArray[np.bool_]:
    """Which pixels have that colour, as far as opacity and palettes let them."""
    own = (colour.red(), colour.green(), colour.blue())
    off = np.abs(pixels.astype(np.int16) - np.array(own, np.int16)).max(axis=1)
    return np.asarray(off <= _ALIKE, np.bool_)


def _grown(box: QRectF, by: float) -> QRectF:
    return box.adjusted(-by, -by, by, by)


def cut(pixels: Pixels, box: QRectF, around: int = 0) -> Pixels:
    """The pixels of a box and so many around it, in a row."""
    grown = _grown(box, around).toAlignedRect()
    top, left = max(0, grown.top()), max(0, grown.left())
    return pixels[top : max(0, grown.bottom() + 1), left : max(0, grown.right() + 1)].reshape(-1, 3)


def _ring(pixels: Pixels, box: QRectF) -> Pixels:
    """The pixels two beyond the edge of a box, in a row."""
    at = _grown(box, 2).toAlignedRect()
    top, bottom = max(0, at.top()), min(pixels.shape[0] - 1, at.bottom())
    left, right = max(0, at.left()), min(pixels.shape[1] - 1, at.right())
    if top >= bottom or left >= right:
        return np.empty((0, 3), np.uint8)
    across, down = slice(left, right + 1), slice(top, bottom + 1)
    sides = (pixels[top, across], pixels[bottom, across], pixels[down, left], pixels[down, right])
    return np.concatenate(sides)


def _colours(pixels: Pixels) -> tuple[Pixels, NDArray[np.float64]]:
    """Which colours there are, and each one's share."""
    pixels = pixels[:: 1 + len(pixels) // _ENOUGH]
    packed = pixels.astype(np.uint32) @ np.array((1 << 16, 1 << 8, 1), np.uint32)
    found, counts = np.unique(packed, return_counts=True)
    split = np.stack((found >> 16, (found >> 8) & 255, found & 255), axis=1).astype(np.uint8)
    return split, counts / len(packed)


def _name(colour: NDArray[np.uint8]) -> str:
    return QColor(*(int(part) for part in colour)).name()
