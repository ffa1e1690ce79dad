"""The report's photos, two a page, upright, with what they show."""

from __future__ import annotations

import contextlib
import io
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image as Pictures
from PIL import ImageOps

from exports.pdf.bare_jpeg import bare
from exports.pdf.furniture import ACROSS, LEFT
from exports.pdf.layout import Atom, Block, Image
from exports.pdf.paper_blocks import BODY
from exports.pdf.report_blocks import QUIET, Place, ReportBlocks
from exports.pdf.report_book import Book
from workshop.photos import PhotoFacts
from workshop.snapshot import Snapshot
from workshop.words import mark

MISSING = mark("{photo} is not in the report: its file is missing.")
UNREADABLE = mark("{photo} is not in the report: its file cannot be read.")
DAMAGED = mark("{photo} is not in the report: its file is damaged.")
TOO_LARGE = mark("{photo} is not in the report: it has more pixels than can be read.")

HIGHEST: Final = 286.0
LARGEST: Final = 3_000_000  # bytes of a JPEG that goes in as it is; a report is sent by mail
INCH: Final = 72.0  # in points
FINEST: Final = 300  # pixels an inch on the page; an eye tells no more apart, a mail is heavier
COARSEST: Final = 72  # pixels an inch; a smaller picture stays small, it would print in squares
QUALITY: Final = 88
ORIENTATION: Final = 0x0112  # EXIF's number for how the camera was held
# What Pillow raises for files that are damaged or cut off.
BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, struct.error)
SIDEWAYS: Final = 5  # from this orientation on width and height change places


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG that holds nothing but the picture, its size in pixels once it is upright, and how
    it is turned (EXIF, 1 to 8).
    """

    jpeg: bytes
    width: int
    height: int
    orientation: int


class NoPictureError(Exception):
    """A file holds no picture that can be printed; `why` is a text with a place for {photo}."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def picture(path: Path) -> Picture:
    """The picture of a file as a JPEG. Raises NoPictureError where there is none.

    A JPEG of grey or colour that is not too large is taken with the pixels it has; all else is
    made anew, no finer than the page shows it, on white where it is transparent. Where it was
    taken, with what and by whom is never in it.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise NoPictureError(MISSING) from fault
    except OSError as fault:
        raise NoPictureError(UNREADABLE) from fault
    try:
        with Pictures.open(io.BytesIO(content)) as opened:
            return _picture(opened, content)
    except Pictures.DecompressionBombError as fault:
        raise NoPictureError(TOO_LARGE) from fault
    except BROKEN as fault:
        raise NoPictureError(DAMAGED) from fault


def _picture(opened: Pictures.Image, content: bytes) -> Picture:
    turned = opened.getexif().get(ORIENTATION, 1)
    orientation = turned if turned in range(1, 9) else 1
    width, height = opened.size
    if orientation >= SIDEWAYS:
        width, height = height, width
    plain = opened.format in {"JPEG", "MPO"} and opened.mode in {"RGB", "L"}
    if plain and len(content) <= LARGEST and _fineness(width, height) <= FINEST:
        opened.load()  # what is cut off is told here, not by the reader of the report
        with contextlib.suppress(ValueError):  # decoders forgive more than `bare` does
            return Picture(bare(content), width, height, orientation)
    return _anew(opened, (width, height), sideways=orientation >= SIDEWAYS)


def _scale(width: int, height: int) -> float:
    """How many points a pixel is wide on the page."""
    return min(ACROSS / width, HIGHEST / height, INCH / COARSEST)


def _fineness(width: int, height: int) -> float:
    """Pixels an inch on the page."""
    return INCH / _scale(width, height)


def _anew(opened: Pictures.Image, size: tuple[int, int], *, sideways: bool) -> Picture:
    """The picture, upright, of at most FINEST; `size` is its own once it is upright."""
    share = min(1.0, FINEST / _fineness(*size))
    width, height = (max(1, round(edge * share)) for edge in size)
    opened.draft("RGB", (height, width) if sideways else (width, height))
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((width, height))
    if upright.mode not in {"RGB", "L"}:
        layers = upright.convert("RGBA")
        upright = Pictures.new("RGB", layers.size, "white")
        upright.paste(layers, mask=layers.getchannel("A"))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=QUALITY, icc_profile=upright.info.get("icc_profile"))
    return Picture(bare(out.getvalue()), upright.width, upright.height, 1)


@dataclass(frozen=True, slots=True)
class PhotoPages:
    """Adds the photos to a book; no page where there are none."""

    book: Book
    blocks: ReportBlocks

    def add(self) -> None:
        """The photos in the agenda's order, each with its caption and where it belongs.

        One that cannot be printed is said in its place, and in what the book has left out.
        """
        snapshot, blocks = self.book.snapshot, self.blocks
        photos = [each for each in snapshot.photos if not each.off_report]
        if not photos:
            return
        flow = self.book.flow()
        flow.add(blocks.chapter(blocks.words.say("Photos")))
        places = _places(snapshot)
        for photo in photos:
            flow.add(self._photo(photo, places.get(photo.item_id)))
        self.book.add(flow)

    def _photo(self, photo: PhotoFacts, place: Place | None) -> Block:
        blocks, words = self.blocks, self.blocks.words
        told = [*blocks.wrapped(photo.caption, BODY, LEFT, ACROSS)]
        if place is not None:
            told += blocks.placed(place, LEFT, ACROSS)
        try:
            read = picture(photo.path)
        except NoPictureError as none:
            self.book.left_out.append(words.say(none.why, photo=self._name(photo, place)))
            said = words.say("A photo is not here: its file is missing or cannot be read.")
            return blocks.row((*blocks.wrapped(said, QUIET, LEFT, ACROSS), *told))
        scale = _scale(read.width, read.height)
        width, height = read.width * scale, read.height * scale
        image = Image(LEFT, 0.0, width, height, read.jpeg, read.orientation)
        return Block(((Atom(height + 6.0, (image,)), *told),), below=14.0)

    def _name(self, photo: PhotoFacts, place: Place | None) -> str:
        """What the console calls the photo, and where it belongs."""
        words = self.blocks.words
        name = photo.caption or words.say("Photo {n}", n=photo.number)
        if place is None or not place.name:
            return words.say("“{photo}”", photo=name)
        return words.say("“{photo}” ({item})", photo=name, item=place.name)


def _places(snapshot: Snapshot) -> dict[str, Place]:
    """Where photos can belong: agenda items with their names."""
    found = {each.id: Place(each.theme, each.second, each.title) for each in snapshot.items}
    for session in snapshot.sessions:
        found[session.id] = Place(session.theme, session.second, session.title)
    return found
