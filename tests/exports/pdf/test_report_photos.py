"""Photos in the report: upright, whole, and a line in place of one that cannot be read."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps
from pypdf import PdfReader

from exports.pdf import report
from exports.pdf.painter import ORIENTATIONS
from exports.pdf.report_photos import picture
from tests.exports.pdf.report_days import day
from workshop.photos import PhotoFacts
from workshop.words import Words

WORDS = Words("en")
ORIENTATION = 0x0112


def photo(path: Path, number: int, **fields: Any) -> PhotoFacts:
    made = {"caption": f"Flipchart {number}", "off_report": False, **fields}
    return PhotoFacts(f"p{number}", "s0", None, path, **made)


def saved(path: Path, size: tuple[int, int] = (320, 200), orientation: int = 1, **how: Any) -> Path:
    """A picture whose upper left quarter is red, as a camera held `orientation` would keep it."""
    image = Image.new(how.pop("mode", "RGB"), size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    image.save(path, exif=exif, **how)
    return path


def printed(photos: list[PhotoFacts], folder: Path) -> PdfReader:
    path = folder / "report.pdf"
    report.write(day(1, 0, photos=tuple(photos)), WORDS, path)
    return PdfReader(path)


def test_two_photos_stand_on_a_page_each_with_its_caption(tmp_path: Path) -> None:
    files = [saved(tmp_path / f"{n}.jpg", (300 + n, 400)) for n in range(1, 5)]
    reader = printed([photo(path, n) for n, path in enumerate(files, 1)], tmp_path)
    pages = [page for page in reader.pages if page.images]
    assert [len(page.images) for page in pages] == [2, 2]
    text = " ".join(pages[0].extract_text().split())
    assert "Photos" in text
    assert "Flipchart 1 Vision Flipchart 2 Vision" in text


def test_a_jpeg_goes_in_as_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    reader = printed([photo(path, 1)], tmp_path)
    kept = next(page for page in reader.pages if page.images).images[0]
    assert kept.indirect_reference is not None
    stream: Any = kept.indirect_reference.get_object()
    assert stream._data == path.read_bytes()
    assert stream["/Filter"] in ("/DCTDecode", ["/DCTDecode"])


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(
    orientation: int, tmp_path: Path
) -> None:
    """The matrix takes the kept picture's red corner to where an image program would show it."""
    path = saved(tmp_path / "a.jpg", orientation=orientation)
    read = picture(path)
    assert read is not None
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
    assert (read.width, read.height) == upright.size
    a, b, c, d, e, f = ORIENTATIONS[read.orientation]
    u, v = 0.25, 0.75  # the middle of the red quarter of the kept picture, upwards
    x, y = a * u + c * v + e, b * u + d * v + f
    pixel: Any = upright.getpixel((int(x * upright.width), int((1 - y) * upright.height)))
    assert pixel[0] > 200
    assert pixel[1] < 90


@pytest.mark.parametrize(
    ("name", "mode", "form"),
    [
        ("a.png", "RGBA", "PNG"),
        ("a.png", "P", "PNG"),
        ("a.webp", "RGB", "WEBP"),
        ("a.jpg", "CMYK", "JPEG"),
    ],
)
def test_other_kinds_are_made_a_jpeg(name: str, mode: str, form: str, tmp_path: Path) -> None:
    image = Image.new("RGB", (90, 60), "white")
    image.convert(mode).save(tmp_path / name, form)
    read = picture(tmp_path / name)
    assert read is not None
    with Image.open(io.BytesIO(read.jpeg)) as opened:
        assert (opened.format, opened.mode, opened.size) == ("JPEG", "RGB", (90, 60))


def test_a_photo_that_is_too_large_for_a_mail_is_made_smaller(tmp_path: Path) -> None:
    noise = Image.effect_noise((2600, 2400), 90).convert("RGB")
    noise.save(tmp_path / "a.jpg", quality=95)
    assert (tmp_path / "a.jpg").stat().st_size > 3_000_000
    read = picture(tmp_path / "a.jpg")
    assert read is not None
    assert max(read.width, read.height) <= 2000
    assert len(read.jpeg) < (tmp_path / "a.jpg").stat().st_size


def test_a_photo_that_is_missing_or_damaged_is_said_in_a_line(tmp_path: Path) -> None:
    whole = saved(tmp_path / "whole.jpg", (900, 700))
    (tmp_path / "cut.jpg").write_bytes(whole.read_bytes()[:2000])
    (tmp_path / "text.jpg").write_text("no photo")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 5) + b"IHDRx")
    names = ("gone.jpg", "cut.jpg", "text.jpg", "broken.png", "whole.jpg")
    reader = printed([photo(tmp_path / name, n) for n, name in enumerate(names)], tmp_path)
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert text.count("A photo is not here: its file is missing or cannot be read.") == 4
    assert "Flipchart 4" in text
    assert sum(len(page.images) for page in reader.pages) == 1


def test_a_photo_that_is_not_for_the_report_is_not_in_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    reader = printed([photo(path, 1, off_report=True)], tmp_path)
    assert not any(page.images for page in reader.pages)
    assert "Photos" not in " ".join(page.extract_text() for page in reader.pages)
