"""Bare JPEG: a picture without what a camera wrote beside it (ITU-T T.81, annex B)."""

from __future__ import annotations

from typing import Final

START: Final = b"\xff\xd8"
END: Final = 0xD9
SCAN: Final = 0xDA
COMMENT: Final = 0xFE
APPLICATIONS: Final = range(0xE0, 0xF0)
NO_LENGTH: Final = frozenset((0x01, *range(0xD0, 0xD8)))
# What a reader needs for the colours; the place, the camera and whoever held it are elsewhere.
COLOUR: Final = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
JFIF: Final = b"JFIF\0"
JFIF_SIZE: Final = 12  # of its version, unit and densities, up to where its thumbnail begins
_INSIDE_A_SCAN: Final = frozenset((0x00, *range(0xD0, 0xD8)))


def bare(jpeg: bytes) -> bytes:
    """The same picture, bit for bit, without EXIF, XMP, comments, thumbnails or what follows it.

    Its colour profile and what says how its colours are kept remain. Raises ValueError where
    the file is no JPEG, or is cut off.
    """
    if not jpeg.startswith(START):
        raise ValueError("no JPEG")
    out = bytearray(START)
    at = len(START)
    while True:
        at, marker = _marker(jpeg, at)
        if marker == END:
            return bytes(out + bytes((0xFF, END)))
        end = at if marker in NO_LENGTH else at + int.from_bytes(jpeg[at : at + 2])
        if end > len(jpeg) or (marker not in NO_LENGTH and end < at + 2):
            raise ValueError("a segment is cut off")
        out += _kept(marker, jpeg[at:end])
        if marker == SCAN:
            start, end = end, _scan_end(jpeg, end)
            out += jpeg[start:end]
        at = end


def _marker(jpeg: bytes, at: int) -> tuple[int, int]:
    """The next marker, and where what it begins lies; a marker may have fill bytes before it."""
    if jpeg[at : at + 1] != b"\xff":
        raise ValueError("no marker where one must be")
    while jpeg[at : at + 1] == b"\xff":
        at += 1
    if at >= len(jpeg):
        raise ValueError("the picture does not end")
    if jpeg[at] == 0:
        raise ValueError("no marker where one must be")
    return at + 1, jpeg[at]


def _kept(marker: int, segment: bytes) -> bytes:
    """A segment as it goes on: whole, without its thumbnail, or not at all."""
    whole = bytes((0xFF, marker)) + segment
    if marker == COMMENT:
        return b""
    if marker not in APPLICATIONS:
        return whole
    said = segment[2:]
    if marker == APPLICATIONS.start and said.startswith(JFIF) and len(said) >= JFIF_SIZE:
        said = said[:JFIF_SIZE] + bytes(2)  # a thumbnail of no width and no height
        return bytes((0xFF, marker)) + (len(said) + 2).to_bytes(2) + said
    name = COLOUR.get(marker)
    return whole if name is not None and said.startswith(name) else b""


def _scan_end(jpeg: bytes, at: int) -> int:
    """Where a scan's coded data ends: at the first marker that does not belong to it."""
    while True:
        at = jpeg.find(b"\xff", at)
        if at < 0 or at + 1 >= len(jpeg):
            raise ValueError("a scan is cut off")
        if jpeg[at + 1] == 0xFF:
            at += 1
        elif jpeg[at + 1] in _INSIDE_A_SCAN:
            at += 2
        else:
            return at
